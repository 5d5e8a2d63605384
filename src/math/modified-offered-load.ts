/**
 * Each interval by the load that infinitely many agents would really have in it (modified offered load, MOL): the stationary
 * formulas are right, they only have to be asked with the right load.
 */
import type { HandleTime } from './handle-time.ts';
import type { IntervalLoad } from './offered-load.ts';
import { meanOfferedLoad } from './offered-load.ts';
import type { RateCurve } from './rate-curve.ts';
import { requireIntervals } from './stationary-independent.ts';

/**
 * The mean of the offered load m(t) over each interval, for a queue that was empty before the curve begins.
 *
 * @param demand arrival rate over time, interval bounds, and the distribution of the handle time
 * @throws RangeError naming the argument out of its range
 * Source: Jennings, Mandelbaum, Massey and Whitt (1996), "Server staffing to meet time-varying demand".
 * @example
 * ```ts
 * const handleTime = { kind: 'exponential', meanSeconds: 360 };
 * const demand = { arrivalRate: stepCurve([0, 1800], [0.02]), intervalStarts: [0, 1800], handleTime };
 * modifiedOfferedLoad(demand)[0].offeredLoad; // => 5.769702644
 * ```
 */
export function modifiedOfferedLoad(demand: {
  readonly arrivalRate: RateCurve;
  readonly intervalStarts: readonly number[];
  readonly handleTime: HandleTime;
}): IntervalLoad[] {
  const { arrivalRate, intervalStarts, handleTime } = demand;
  requireIntervals(intervalStarts);
  return intervalStarts.slice(0, -1).map((from, i) => {
    const to = intervalStarts[i + 1];
    return { from, to, offeredLoad: meanOfferedLoad(arrivalRate, handleTime, from, to) };
  });
}
