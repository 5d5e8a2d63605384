/**
 * Each interval on its own, as if its arrivals had always come at their mean rate: the method of most spreadsheets (stationary
 * independent period by period, SIPP).
 */
import type { IntervalLoad } from './offered-load.ts';
import type { RateCurve } from './rate-curve.ts';
import { integrateRate } from './rate-curve.ts';
import { requireFinite } from './requirements.ts';

/** The demand whose load per interval is asked for. */
export interface IntervalDemand {
  /** Arrivals per second over time. */
  readonly arrivalRate: RateCurve;
  /** Start of every interval in seconds and, last, the end: rising, at least two. */
  readonly intervalStarts: readonly number[];
  /** Seconds, above 0. */
  readonly meanHandleSeconds: number;
}

/**
 * Mean arrival rate × mean handle time of each interval.
 *
 * @param demand arrival rate, intervals and mean handle time
 * @throws RangeError naming the argument out of its range
 * Source: Green, Kolesar and Soares (2001), "Improving the SIPP approach for staffing service systems that have cyclic demands".
 * @example
 * ```ts
 * const demand = { arrivalRate: stepCurve([0, 1800], [0.02]), intervalStarts: [0, 1800], meanHandleSeconds: 360 };
 * stationaryIndependent(demand)[0].offeredLoad; // => 7.200
 * ```
 */
export function stationaryIndependent(demand: IntervalDemand): IntervalLoad[] {
  return laggedBy(demand, 0);
}

/**
 * The same with the arrival rate of `lagSeconds` earlier.
 *
 * @param demand arrival rate, intervals and mean handle time
 * @param lagSeconds at least 0
 * @throws RangeError naming the argument out of its range
 * Source: Green, Kolesar and Soares (2001), the lagged variants.
 * @example
 * ```ts
 * const demand = { arrivalRate: stepCurve([0, 1800], [0.02]), intervalStarts: [0, 1800], meanHandleSeconds: 360 };
 * laggedBy(demand, 900)[0].offeredLoad; // => 3.600
 * ```
 */
export function laggedBy(demand: IntervalDemand, lagSeconds: number): IntervalLoad[] {
  const { arrivalRate, intervalStarts, meanHandleSeconds } = demand;
  requireIntervals(intervalStarts);
  requireFinite('meanHandleSeconds', meanHandleSeconds, 0, { aboveMinimum: true });
  requireFinite('lagSeconds', lagSeconds, 0);
  return intervalStarts.slice(0, -1).map((from, i) => {
    const to = intervalStarts[i + 1];
    const arrivals = integrateRate(arrivalRate, from - lagSeconds, to - lagSeconds);
    return { from, to, offeredLoad: (arrivals / (to - from)) * meanHandleSeconds };
  });
}

/**
 * Refuses interval bounds that do not rise.
 *
 * @param intervalStarts seconds, at least two
 * @throws RangeError `intervalStarts must …`
 * @example
 * ```ts
 * requireIntervals([0, 1800, 3600]); // => undefined
 * ```
 */
export function requireIntervals(intervalStarts: readonly number[]): void {
  if (intervalStarts.length < 2) {
    throw new RangeError(`intervalStarts must hold at least two times, got ${intervalStarts.length}`);
  }
  intervalStarts.forEach((start, i) => {
    requireFinite('intervalStarts', start, i === 0 ? -Infinity : intervalStarts[i - 1], { aboveMinimum: true });
  });
}
