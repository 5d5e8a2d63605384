/** From loads per interval, by whichever method, to the agents that keep the targets in each. */
import type { IntervalLoad } from './offered-load.ts';
import type { StaffingOptions } from './required-agents.ts';
import { fractionalAgents, requiredAgents } from './required-agents.ts';

/** Agents for one interval. */
export interface IntervalRequirement extends IntervalLoad {
  /** The fewest whole agents. */
  readonly required: number;
  /** Where the targets are just kept: sum this, and round once. */
  readonly fractional: number;
}

/**
 * The fewest agents per interval, each interval asked as a steady queue with its load.
 *
 * @param loads load per interval, as `stationaryIndependent`, `lagged` and `modifiedOfferedLoad` give it
 * @param staffing mean handle time, mean patience and targets
 * @throws RangeError naming the argument out of its range
 * Source: `requiredAgents`.
 * @example
 * ```ts
 * const target = { measure: 'serviceLevel', variant: 'offered', answerWithinSeconds: 10, atLeast: 0.9 };
 * const staffing = { meanHandleSeconds: 180, meanPatienceSeconds: 60, targets: [target] };
 * requiredByInterval([{ from: 0, to: 1800, offeredLoad: 120 }], staffing)[0].required; // => 124
 * ```
 */
export function requiredByInterval(
  loads: readonly IntervalLoad[],
  staffing: Omit<StaffingOptions, 'arrivalRate'>,
): IntervalRequirement[] {
  return loads.map((load) => {
    const options = { ...staffing, arrivalRate: load.offeredLoad / staffing.meanHandleSeconds };
    const required = requiredAgents(options);
    return { ...load, required, fractional: fractionalAgents(options, required) };
  });
}
