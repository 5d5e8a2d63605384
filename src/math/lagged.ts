/**
 * Each interval by the arrivals of one mean handle time earlier: the cheapest way to let staff follow the work rather than the
 * calls (lag SIPP).
 */
import type { IntervalLoad } from './offered-load.ts';
import type { IntervalDemand } from './stationary-independent.ts';
import { laggedBy } from './stationary-independent.ts';

/**
 * Mean arrival rate of the interval shifted back by one mean handle time × mean handle time. Before the curve begins the rate is 0.
 *
 * @param demand arrival rate, intervals and mean handle time
 * @throws RangeError naming the argument out of its range
 * Source: Green, Kolesar and Soares (2001), "Improving the SIPP approach for staffing service systems that have cyclic demands"; the
 * lag of one mean service time is that of the infinite-server peak, Eick, Massey and Whitt (1993).
 * @example
 * ```ts
 * const demand = { arrivalRate: stepCurve([0, 1800], [0.02]), intervalStarts: [0, 1800], meanHandleSeconds: 360 };
 * lagged(demand)[0].offeredLoad; // => 5.760
 * ```
 */
export function lagged(demand: IntervalDemand): IntervalLoad[] {
  return laggedBy(demand, demand.meanHandleSeconds);
}
