/**
 * How far a staffing answer moves when the forecast does, and how likely a staff keeps its targets when the forecast is
 * uncertain.
 */
import { carriedVolume } from './carried-volume.ts';
import { normalCdf, normalDensity } from './normal.ts';
import { gaussRule } from './quadrature.ts';
import type { StaffingOptions } from './required-agents.ts';
import { requiredAgents, staffingHeadroom } from './required-agents.ts';
import { requireFinite } from './requirements.ts';

/** Agents required over a range of forecasts. */
export interface StaffingRange {
  /** Both volume and handle time at their lowest. */
  readonly fewest: number;
  readonly planned: number;
  /** Both at their highest. */
  readonly most: number;
}

/** How much volume and handle time may differ from the plan, as a share of it: 0.05 is 5 %. */
export interface Uncertainty {
  /** At least 0 and below 1. */
  readonly volume: number;
  /** At least 0 and below 1. */
  readonly handleTime: number;
}

const { nodes, weights } = gaussRule(12);
/** Normal deviations beyond this many standard deviations do not show in a double. */
const widest = 8.5;

/**
 * The agents required when volume and handle time differ from the plan by up to the given shares.
 *
 * @param options the planned demand and the targets
 * @param uncertainty largest difference of volume and of handle time
 * @returns required agents at the low, the planned and the high end; more volume or longer calls never need fewer
 * agents
 * @throws RangeError naming the argument out of its range
 * Source: `requiredAgents` at the corners.
 * @example
 * ```ts
 * const target = { measure: 'serviceLevel', variant: 'offered', answerWithinSeconds: 10, atLeast: 0.9 };
 * const demand = { arrivalRate: 2400 / 3600, meanHandleSeconds: 180, meanPatienceSeconds: 60, targets: [target] };
 * staffingRange(demand, { volume: 0.05, handleTime: 0.03 }); // => { fewest: 114, planned: 124, most: 133 }
 * ```
 */
export function staffingRange(options: StaffingOptions, uncertainty: Uncertainty): StaffingRange {
  requireUncertainty(uncertainty);
  const at = (sign: number): number =>
    requiredAgents({
      ...options,
      arrivalRate: options.arrivalRate * (1 + sign * uncertainty.volume),
      meanHandleSeconds: options.meanHandleSeconds * (1 + sign * uncertainty.handleTime),
    });
  return { fewest: at(-1), planned: at(0), most: at(1) };
}

/**
 * The probability that a staff keeps its targets when volume and handle time are uncertain.
 *
 * @param options the planned demand and the targets
 * @param agents agents logged in, at least 0; whole or fractional
 * @param uncertainty coefficients of variation (standard deviation ÷ mean) of volume and of handle time, which vary
 * independently and log-normally around the plan as their mean
 * @returns a probability; 0 or 1 when nothing is uncertain; 1 without callers
 * @throws RangeError naming the argument out of its range
 * Source: integral over the handle time of P(volume ≤ `carriedVolume`), Gauss–Legendre.
 * @example
 * ```ts
 * const target = { measure: 'serviceLevel', variant: 'offered', answerWithinSeconds: 10, atLeast: 0.9 };
 * const demand = { arrivalRate: 2400 / 3600, meanHandleSeconds: 180, meanPatienceSeconds: 60, targets: [target] };
 * planConfidence(demand, 124, { volume: 0.05, handleTime: 0.03 }); // => 0.569717
 * ```
 */
export function planConfidence(options: StaffingOptions, agents: number, uncertainty: Uncertainty): number {
  requireUncertainty(uncertainty);
  requireFinite('agents', agents, 0);
  if (options.arrivalRate === 0) return 1;
  const handleVariance = Math.log1p(uncertainty.handleTime ** 2);
  const volumeVariance = Math.log1p(uncertainty.volume ** 2);
  const holds = (meanHandleSeconds: number): number => {
    if (volumeVariance === 0) return staffingHeadroom({ ...options, meanHandleSeconds }, agents) >= 0 ? 1 : 0;
    const carried = carriedVolume({ ...options, meanHandleSeconds }, agents);
    if (carried === 0) return 0;
    return normalCdf((Math.log(carried / options.arrivalRate) + volumeVariance / 2) / Math.sqrt(volumeVariance));
  };
  if (handleVariance === 0) return holds(options.meanHandleSeconds);
  const handleTime = (z: number): number =>
    options.meanHandleSeconds * Math.exp(z * Math.sqrt(handleVariance) - handleVariance / 2);
  // The z up to which the planned volume is carried: with next to no doubt about the volume the integrand is a cliff
  // there.
  const cliff = lastKept((z) => staffingHeadroom({ ...options, meanHandleSeconds: handleTime(z) }, agents) >= 0);
  if (volumeVariance === 0) return normalCdf(cliff);
  const middle = Math.min(widest, Math.max(-widest, cliff));
  let sum = 0;
  for (const side of [-1, 1]) {
    let width = Math.min(1, Math.sqrt(volumeVariance / handleVariance));
    for (let start = middle; Math.abs(start) <= widest && width > 0; width = Math.min(1, 2 * width)) {
      const length = Math.min(width, widest - side * start);
      if (!(length > 0)) break;
      for (let i = 0; i < nodes.length; i++) {
        const z = start + side * length * nodes[i];
        sum += length * weights[i] * normalDensity(z) * holds(handleTime(z));
      }
      start += side * length;
    }
  }
  return Math.min(1, sum);
}

/** The z up to which something holds, by halving. */
function lastKept(keeps: (z: number) => boolean): number {
  let low = -widest;
  let high = widest;
  if (!keeps(low)) return Number.NEGATIVE_INFINITY;
  if (keeps(high)) return Infinity;
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (keeps(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function requireUncertainty({ volume, handleTime }: Uncertainty): void {
  for (const [name, share] of Object.entries({ volume, handleTime })) {
    requireFinite(name, share, 0);
    if (share >= 1) throw new RangeError(`${name} must be below 1, got ${share}`);
  }
}
