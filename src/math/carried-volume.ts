/**
 * How many callers, and how long calls, a given staff can stand before a target breaks: the staffing question asked
 * from the other side.
 */
import { findRoot } from './find-root.ts';
import type { StaffingOptions } from './required-agents.ts';
import { staffingHeadroom } from './required-agents.ts';
import { requireFinite } from './requirements.ts';

/**
 * The most callers per second with which a staff keeps every target.
 *
 * @param options handle time, patience and targets, as for `requiredAgents`
 * @param agents agents logged in, at least 0; whole or fractional
 * @returns callers per second, to about 1e-12 relative and on the keeping side; 0 without agents; Infinity when no
 * volume breaks the targets
 * @throws RangeError naming the argument out of its range
 * Source: inverse of `erlangA` and `erlangC` in the arrival rate.
 * @example
 * ```ts
 * const target = { measure: 'serviceLevel', variant: 'offered', answerWithinSeconds: 10, atLeast: 0.9 };
 * const desk = { meanHandleSeconds: 180, meanPatienceSeconds: 60, targets: [target] };
 * carriedVolume(desk, 124) * 3600; // => 2420.7413825
 * ```
 */
export function carriedVolume(options: Omit<StaffingOptions, 'arrivalRate'>, agents: number): number {
  requireFinite('agents', agents, 0);
  requireFinite('meanHandleSeconds', options.meanHandleSeconds, 0, { aboveMinimum: true });
  if (agents === 0) return 0;
  return largestKept(
    (arrivalRate) => staffingHeadroom({ ...options, arrivalRate }, agents),
    agents / options.meanHandleSeconds,
  );
}

/**
 * The longest mean handle time with which a staff keeps every target.
 *
 * @param options arrival rate, patience and targets, as for `requiredAgents`
 * @param agents agents logged in, at least 0; whole or fractional
 * @returns seconds, to about 1e-12 relative and on the keeping side; 0 without agents; Infinity without callers, or
 * when no handle time breaks the targets
 * @throws RangeError naming the argument out of its range
 * Source: inverse of `erlangA` and `erlangC` in the handle time.
 * @example
 * ```ts
 * const target = { measure: 'serviceLevel', variant: 'offered', answerWithinSeconds: 10, atLeast: 0.9 };
 * tolerableHandleTime({ arrivalRate: 2400 / 3600, meanPatienceSeconds: 60, targets: [target] }, 124); // => 181.506181577
 * ```
 */
export function tolerableHandleTime(options: Omit<StaffingOptions, 'meanHandleSeconds'>, agents: number): number {
  requireFinite('agents', agents, 0);
  requireFinite('arrivalRate', options.arrivalRate, 0);
  if (options.arrivalRate === 0) return Infinity;
  if (agents === 0) return 0;
  return largestKept(
    (meanHandleSeconds) => staffingHeadroom({ ...options, meanHandleSeconds }, agents),
    agents / options.arrivalRate,
  );
}

/** The largest x that keeps the headroom at or above 0, where it falls in x and is positive near 0. */
function largestKept(headroom: (x: number) => number, scale: number): number {
  let kept = scale;
  for (let halvings = 0; headroom(kept) < 0; halvings++) {
    if (halvings === 200) return 0;
    kept /= 2;
  }
  let broken = 2 * kept;
  for (let doublings = 0; headroom(broken) >= 0; doublings++) {
    if (doublings === 60) return Infinity;
    kept = broken;
    broken *= 2;
  }
  const tolerance = 1e-13 * broken;
  return Math.max(kept, findRoot(headroom, kept, broken, tolerance) - 4 * tolerance);
}
