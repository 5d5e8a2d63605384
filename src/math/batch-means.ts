/**
 * A steady state from one long run: the start, which still remembers an empty centre, is cut off by a rule, and what is left is
 * cut into batches so long that they hardly know of each other.
 */
import { coMoments } from './co-moments.ts';
import type { ConfidenceInterval } from './confidence-interval.ts';
import { ratioInterval } from './ratio-interval.ts';
import { requireFinite, requireInnerProbability, requireWhole } from './requirements.ts';

/** What a stretch of a long run adds to a measure: numerator and denominator. */
export interface Stretch {
  readonly met: number;
  readonly of: number;
}

/** A measure in the steady state. */
export interface SteadyState extends ConfidenceInterval {
  /** Stretches cut off at the start. */
  readonly warmUp: number;
  /** Batches, all of the same number of stretches; what does not fill a batch is cut off at the start too. */
  readonly batches: number;
  /** Correlation of a batch with the next. Far above 0 the interval is too narrow: the run is too short. */
  readonly lagCorrelation: number;
}

/**
 * Where the warm-up of a series ends, by MSER-5: means of five observations each are dropped from the start until the squared
 * standard error of the mean of those left is least; never more than half of them.
 *
 * @param series finite numbers in their order, at least 10
 * @returns observations to drop, a multiple of five
 * @throws RangeError when `series` is shorter or holds a number not finite
 * Source: K. P. White (1997), An effective truncation heuristic for bias reduction in simulation output, Simulation 69, 323–334
 * @example
 * ```ts
 * warmUpEnd([0, 0, 0, 0, 0, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9]); // => 5
 * ```
 */
export function warmUpEnd(series: readonly number[]): number {
  requireWhole('series.length', series.length, 10);
  for (const value of series) requireFinite('series', value, -Infinity);
  const means = Array.from({ length: Math.floor(series.length / 5) }, (_, i) =>
    series.slice(5 * i, 5 * i + 5).reduce((sum, value) => sum + value / 5, 0),
  );
  let best = { dropped: 0, score: Infinity };
  let sum = 0;
  let squares = 0;
  // From the end, so that each length of what is left costs one step; about the last value, to keep the digits.
  const about = means[means.length - 1];
  for (let dropped = means.length - 1; dropped >= 0; dropped--) {
    const value = means[dropped] - about;
    sum += value;
    squares += value * value;
    const left = means.length - dropped;
    const score = (squares - (sum * sum) / left) / (left * left);
    if (dropped <= means.length / 2 && score <= best.score) best = { dropped, score };
  }
  return 5 * best.dropped;
}

/**
 * A ratio of sums in the steady state with the interval of its batch means: the warm-up that {@link warmUpEnd} finds in `trace` is cut
 * off, the rest cut into `batches`, and the batches treated as independent days.
 *
 * @param stretches of one long run, in their order
 * @param trace what the warm-up is seen in, one finite number a stretch: best the number waiting, or work in hand
 * @param confidence above 0 and below 1
 * @param batches whole, at least 2; 10 to 30 are usual (Schmeiser 1982)
 * @returns undefined when nothing is left to judge
 * @throws RangeError when `trace` has another length than `stretches`, there are too few for the batches, or an argument is out
 * of range
 * Source: A. M. Law (2015), Simulation Modeling and Analysis, 5th ed., section 9.5.3; B. W. Schmeiser (1982), Batch size effects in
 * the analysis of simulation output, Operations Research 30, 556–568
 * @example
 * ```ts
 * const stretches = Array.from({ length: 40 }, (_, i) => ({ met: 8 + (i % 2), of: 10 }));
 * steadyState(stretches, stretches.map(({ met }) => met), 0.95, 10)?.point; // => 0.85
 * ```
 */
export function steadyState(
  stretches: readonly Stretch[],
  trace: readonly number[],
  confidence = 0.95,
  batches = 20,
): SteadyState | undefined {
  requireInnerProbability('confidence', confidence);
  requireWhole('batches', batches, 2);
  if (trace.length !== stretches.length) {
    throw new RangeError(`trace must have ${stretches.length} numbers, got ${trace.length}`);
  }
  const ended = warmUpEnd(trace);
  const size = Math.floor((stretches.length - ended) / batches);
  if (size < 1) throw new RangeError(`stretches must be at least ${2 * batches}, got ${stretches.length}`);
  const warmUp = stretches.length - size * batches;
  const sums = Array.from({ length: batches }, (_, batch) => {
    const part = stretches.slice(warmUp + batch * size, warmUp + (batch + 1) * size);
    return [part.reduce((sum, { met }) => sum + met, 0), part.reduce((sum, { of }) => sum + of, 0)];
  });
  const interval = ratioInterval(coMoments(2, sums), confidence);
  if (interval === undefined) return undefined;
  return {
    ...interval,
    warmUp,
    batches,
    lagCorrelation: lagCorrelation([sums.map(([met, of]) => met - interval.point * of)]),
  };
}

/**
 * Correlation of each number with the next in its series, of numbers that add up to 0 as what a ratio leaves does; 0 where nothing varies.
 *
 * @param series of one run or several, each in the order of time
 * Source: the definition: Σ x_i x_{i+1} ÷ Σ x_i².
 * @example
 * ```ts
 * lagCorrelation([[1, 1, -1, -1]]); // => 0.25
 * ```
 */
export function lagCorrelation(series: readonly (readonly number[])[]): number {
  let spread = 0;
  let lagged = 0;
  for (const values of series) {
    values.forEach((value, i) => {
      spread += value * value;
      if (i > 0) lagged += value * values[i - 1];
    });
  }
  return spread === 0 ? 0 : lagged / spread;
}
