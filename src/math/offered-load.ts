/**
 * The offered load over time: the mean number of busy agents if there were always enough of them (M_t/GI/∞). It lags behind the
 * arrivals and is smoother, which is why staffing each interval by its own arrivals is late on the way up and generous on the
 * way down.
 */
import type { HandleTime, HandleTimeFunctions } from './handle-time.ts';
import { handleTimeFunctions } from './handle-time.ts';
import { gaussRule } from './quadrature.ts';
import type { RateCurve, RateSegment } from './rate-curve.ts';
import { segmentRate } from './rate-curve.ts';
import { requireFinite } from './requirements.ts';

const rule = gaussRule(16);

/**
 * The offered load m(t) of a queue that was empty before the curve begins.
 *
 * @param arrivalRate arrivals per second over time
 * @param handleTime distribution of the handle time
 * @param time seconds
 * @returns Erlangs; exact for a rate made of steps, else by quadrature to about ten digits
 * @throws RangeError when `time` is not finite or a parameter of `handleTime` is out of its range
 * Source: Eick, Massey and Whitt (1993), "The physics of the M_t/G/∞ queue": m(t) = ∫ λ(u) P(S > t − u) du.
 * @example
 * ```ts
 * const calls = { kind: 'exponential', meanSeconds: 360 };
 * offeredLoadAt(stepCurve([0, 1800, 3600], [0.02, 0.05]), calls, 2000); // => 11.775628431
 * ```
 */
export function offeredLoadAt(arrivalRate: RateCurve, handleTime: HandleTime, time: number): number {
  requireFinite('time', time, -Infinity);
  const { left, leftIntegral, mean, jumps } = handleTimeFunctions(handleTime);
  return sumOverArrivals(arrivalRate, time, mean, {
    // Those who arrived in a step and are still there: a difference of integrals.
    ofStep: (from, to) => leftIntegral(time - from) - leftIntegral(time - to),
    ofArrival: (arrival) => left(time - arrival),
    kinks: jumps.map((jump) => time - jump),
  });
}

/**
 * The mean of the offered load over a stretch of time, for a queue that was empty before the curve begins.
 *
 * @param arrivalRate arrivals per second over time
 * @param handleTime distribution of the handle time
 * @param from seconds
 * @param to seconds, after `from`
 * @returns Erlangs; exact for a rate made of steps, else by quadrature to about ten digits
 * @throws RangeError when `to` is not after `from` or a parameter of `handleTime` is out of its range
 * Source: as `offeredLoadAt`, integrated over t.
 * @example
 * ```ts
 * const calls = { kind: 'exponential', meanSeconds: 360 };
 * meanOfferedLoad(stepCurve([0, 1800, 3600], [0.02, 0.05]), calls, 1800, 3600); // => 15.844916698
 * ```
 */
export function meanOfferedLoad(arrivalRate: RateCurve, handleTime: HandleTime, from: number, to: number): number {
  requireFinite('from', from, -Infinity);
  requireFinite('to', to, from, { aboveMinimum: true });
  const { leftIntegral, leftSecondIntegral, mean, jumps } = handleTimeFunctions(handleTime);
  const after = (x: number) => (x > 0 ? leftSecondIntegral(x) : 0);
  const sum = sumOverArrivals(arrivalRate, to, mean, {
    ofStep: (start, end) => after(to - start) - after(to - end) - after(from - start) + after(from - end),
    ofArrival: (arrival) => leftIntegral(to - arrival) - (arrival < from ? leftIntegral(from - arrival) : 0),
    kinks: [from, ...jumps.flatMap((jump) => [from - jump, to - jump])],
  });
  return sum / (to - from);
}

/** What arrivals contribute: in closed form for a constant rate of 1, and one by one for any other. */
interface Contribution {
  readonly ofStep: (from: number, to: number) => number;
  readonly ofArrival: (arrival: number) => number;
  /** Arrival times at which `ofArrival` is not smooth. */
  readonly kinks: readonly number[];
}

/** Σ over the arrivals up to `until`. */
function sumOverArrivals(curve: RateCurve, until: number, unit: number, contribution: Contribution): number {
  let sum = 0;
  for (const segment of curve.segments) {
    const to = Math.min(segment.to, until);
    if (segment.from >= to) continue;
    if (segment.terms.every(({ n, k }) => n === 0 && k === 0)) {
      sum += segmentRate(segment, 0) * contribution.ofStep(segment.from, to);
    } else {
      sum += quadrature(segment, to, unit, contribution);
    }
  }
  return sum;
}

/**
 * Gauss quadrature in panels shorter than half a mean handle time, cut where the integrand is not smooth. Towards a cut it may
 * behave like a broken power (a gamma time of less than one stage just after its arrival), so there the nodes crowd: with
 * distance = width·v⁴ the power is smooth enough in v.
 */
function quadrature(segment: RateSegment, to: number, unit: number, { ofArrival, kinks }: Contribution): number {
  const inside = kinks.filter((kink) => kink > segment.from && kink < to);
  const cuts = [segment.from, ...inside.sort((a, b) => a - b), to];
  let sum = 0;
  for (let c = 0; c + 1 < cuts.length; c++) {
    const panels = Math.ceil((cuts[c + 1] - cuts[c]) / (unit / 2));
    const width = (cuts[c + 1] - cuts[c]) / panels;
    for (let panel = 0; panel < panels; panel++) {
      const crowded = panel === panels - 1;
      for (let i = 0; i < rule.nodes.length; i++) {
        const v = 1 - rule.nodes[i];
        const distance = crowded ? v ** 4 : v;
        const weight = rule.weights[i] * (crowded ? 4 * v ** 3 : 1);
        const arrival = cuts[c] + (panel + 1 - distance) * width;
        sum += weight * width * segmentRate(segment, arrival - segment.from) * ofArrival(arrival);
      }
    }
  }
  return sum;
}

/** An arrival rate mean + amplitude · sin(2π t / period), in force for ever. */
export interface SinusoidalRate {
  /** Arrivals per second, at least 0. */
  readonly mean: number;
  /** Arrivals per second, from 0 to `mean`. */
  readonly amplitude: number;
  /** Seconds, above 0. */
  readonly periodSeconds: number;
}

/** The load mean + amplitude · sin(2π (t − lag) / period). */
export interface SinusoidalLoad {
  /** Erlangs. */
  readonly mean: number;
  /** Erlangs. */
  readonly amplitude: number;
  /** How long the load's peak comes after the arrivals' peak. */
  readonly lagSeconds: number;
}

/**
 * The offered load under a rate that has always been sinusoidal: again a sinusoid, flatter and later.
 *
 * @param rate mean, amplitude and period of the arrival rate
 * @param handleTime distribution of the handle time
 * @returns mean, amplitude and lag of the load
 * @throws RangeError naming the argument out of its range
 * Source: Eick, Massey and Whitt (1993), "M_t/G/∞ queues with sinusoidal arrival rates", through the stationary excess of
 * the handle time.
 * @example
 * ```ts
 * const rate = { mean: 1, amplitude: 1, periodSeconds: 3600 };
 * sinusoidalOfferedLoad(rate, { kind: 'deterministic', seconds: 300 }).lagSeconds; // => 150.000
 * ```
 */
export function sinusoidalOfferedLoad(rate: SinusoidalRate, handleTime: HandleTime): SinusoidalLoad {
  requireFinite('mean', rate.mean, 0);
  requireFinite('amplitude', rate.amplitude, 0, { maximum: rate.mean });
  requireFinite('periodSeconds', rate.periodSeconds, 0, { aboveMinimum: true });
  const frequency = (2 * Math.PI) / rate.periodSeconds;
  const functions = handleTimeFunctions(handleTime);
  const { cosine, sine } = excessRotation(handleTime, functions, frequency);
  return {
    mean: rate.mean * functions.mean,
    amplitude: rate.amplitude * functions.mean * Math.hypot(cosine, sine),
    lagSeconds: Math.atan2(sine, cosine) / frequency,
  };
}

/** E[cos ωX] and E[sin ωX] of the stationary excess X of a handle time. */
interface Rotation {
  readonly cosine: number;
  readonly sine: number;
}

function excessRotation(handleTime: HandleTime, functions: HandleTimeFunctions, frequency: number): Rotation {
  switch (handleTime.kind) {
    case 'exponential':
      return exponentialRotation(frequency * handleTime.meanSeconds);
    case 'deterministic': {
      const angle = frequency * handleTime.seconds;
      return { cosine: Math.sin(angle) / angle, sine: (2 * Math.sin(angle / 2) ** 2) / angle };
    }
    case 'erlang': {
      // 1 − E[e^{−iωS}] with E[e^{−iωS}] = (1 + iωm/k)^{−k}, without cancellation for slow sinusoids.
      const { stages, meanSeconds } = handleTime;
      const step = (frequency * meanSeconds) / stages;
      const logSize = (-stages / 2) * Math.log1p(step * step);
      const angle = stages * Math.atan(step);
      const lost = 2 * Math.sin(angle / 2) ** 2 - Math.expm1(logSize) * Math.cos(angle);
      const turned = Math.exp(logSize) * Math.sin(angle);
      return { cosine: turned / (frequency * meanSeconds), sine: lost / (frequency * meanSeconds) };
    }
    case 'hyperexponential': {
      let cosine = 0;
      let sine = 0;
      handleTime.shares.forEach((share, i) => {
        const mean = handleTime.meansSeconds[i];
        const part = exponentialRotation(frequency * mean);
        cosine += ((share * mean) / functions.mean) * part.cosine;
        sine += ((share * mean) / functions.mean) * part.sine;
      });
      return { cosine, sine };
    }
    default:
      return integratedRotation(functions, frequency);
  }
}

function exponentialRotation(angle: number): Rotation {
  return { cosine: 1 / (1 + angle * angle), sine: angle / (1 + angle * angle) };
}

/** The rotation from its definition, ∫ P(S > x) e^{iωx} dx ÷ mean, in panels of at most one turn. */
function integratedRotation({ mean, left }: HandleTimeFunctions, frequency: number): Rotation {
  let cosine = 0;
  let sine = 0;
  for (let x = 0, width = 0; ; x += width) {
    // What is left of an alternating tail is at most its first half-turn.
    if (left(x) * Math.min(Math.PI / frequency, x + mean) < 1e-13 * mean) break;
    width = Math.min((2 * Math.PI) / frequency, Math.max(mean / 16, x / 4));
    for (let i = 0; i < rule.nodes.length; i++) {
      const at = x + rule.nodes[i] * width;
      const weight = (rule.weights[i] * width * left(at)) / mean;
      cosine += weight * Math.cos(frequency * at);
      sine += weight * Math.sin(frequency * at);
    }
  }
  return { cosine, sine };
}

/** The load of one planning interval, by whichever method. */
export interface IntervalLoad {
  readonly from: number;
  readonly to: number;
  /** Erlangs. */
  readonly offeredLoad: number;
}
