/**
 * How busy the day happens to be: gamma factors with mean 1 that multiply the arrival rates, one a day or one an interval.
 */
import { fillGamma } from '../random/samplers.ts';
import { restartStream, type Stream, type StreamKey } from '../random/stream.ts';
import type { Busyness } from '../scenario/scenario.ts';
import type { Center } from './center.ts';

/** A source of factors. */
export interface BusynessPlan {
  readonly busyness: Busyness;
  readonly key: StreamKey;
}

const beta = new Float64Array(2);

/**
 * Fills one factor per planning interval; every day starts anew. Neighbouring intervals have the correlation ρ by the beta-gamma
 * autoregression, in which each factor is a random share of the one before plus something new, so that all have the same gamma
 * distribution: X′ = B·X + G, B ~ Beta(kρ, k(1 − ρ)), G ~ Gamma(k(1 − ρ)), k = 1 / cv².
 * Source: Lewis, McKenzie and Hugus (1989), Gamma processes, Stochastic Models 5.
 *
 * @param isDayStart whether an interval is the first of its day
 */
export function fillBusyness(
  { cv, intervalCorrelation }: Busyness,
  isDayStart: readonly boolean[],
  stream: Stream,
  out: Float64Array,
): void {
  const shape = 1 / (cv * cv);
  const kept = shape * intervalCorrelation;
  const fresh = shape - kept;
  for (let i = 0; i < out.length; i++) {
    if (isDayStart[i] || intervalCorrelation === 0) fillGamma(stream, out, i, i + 1, shape, 1 / shape);
    else if (intervalCorrelation === 1) out[i] = out[i - 1];
    else {
      fillGamma(stream, beta, 0, 1, kept, 1);
      fillGamma(stream, beta, 1, 2, fresh, 1);
      const share = beta[0] / (beta[0] + beta[1]);
      fillGamma(stream, out, i, i + 1, fresh, 1 / shape);
      out[i] += share * out[i - 1];
    }
  }
}

/** Draws the factors of a run and hands each source those of its segments; they are 1 from the start where nothing varies. */
export function spreadBusyness(center: Center): void {
  const { isDayStart, ownBusyness, sharedBusyness } = center.plan;
  const { shared, own } = center.factors;
  draw(center, sharedBusyness, isDayStart, shared);
  for (const source of center.sources) {
    const plan = ownBusyness[source.type];
    if (sharedBusyness.busyness.cv === 0 && plan.busyness.cv === 0) continue;
    draw(center, plan, isDayStart, own);
    for (let i = 0; i < source.segments.length; i++) {
      const { interval } = source.segments[i];
      source.factors[i] = shared[interval] * own[interval];
    }
  }
}

function draw(center: Center, plan: BusynessPlan, isDayStart: readonly boolean[], out: Float64Array): void {
  if (plan.busyness.cv === 0) {
    out.fill(1);
    return;
  }
  restartStream(center.stream, plan.key, center.run, 0, 0);
  fillBusyness(plan.busyness, isDayStart, center.stream, out);
}
