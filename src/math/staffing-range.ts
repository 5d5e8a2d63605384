/**
 * How far a staffing answer moves when the forecast does, and how likely a staff keeps its targets when the forecast is
 * uncertain.
 */
import { carriedVolume, tolerableHandleTime } from './carried-volume.ts';
import { normalCdf, normalDensity } from './normal.ts';
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
 * Source: E[P(volume ≤ `carriedVolume` | handle time)], or with the roles exchanged, by the trapezoidal rule, which is
 * exact to rounding for integrands as smooth as this one (Trefethen and Weideman 2014).
 * @example
 * ```ts
 * const target = { measure: 'serviceLevel', variant: 'offered', answerWithinSeconds: 10, atLeast: 0.9 };
 * const demand = { arrivalRate: 2400 / 3600, meanHandleSeconds: 180, meanPatienceSeconds: 60, targets: [target] };
 * planConfidence(demand, 124, { volume: 0.05, handleTime: 0.03 }); // => 0.569717
 * ```
 */
export function planConfidence(options: StaffingOptions, agents: number, uncertainty: Uncertainty): number {
  return jointConfidence([{ options, agents }], uncertainty, 1 / 2);
}

/** The plan of one interval: demand, targets, and the agents logged in. */
export interface PlannedInterval {
  readonly options: StaffingOptions;
  /** At least 0; whole or fractional. */
  readonly agents: number;
}

/**
 * The probability that all intervals of a day keep their targets when the whole day may turn out busier, or its calls
 * longer, than forecast: one factor for the volume and one for the handle time hold for every interval.
 *
 * @param intervals the plan; intervals without callers always hold
 * @param uncertainty coefficients of variation of the two factors, as in `planConfidence`
 * @returns a probability, to about 1e-4 where several intervals are about as tight; 1 without intervals
 * @throws RangeError naming the argument out of its range
 * Source: as `planConfidence`, with the interval that carries least, relative to its plan, in place of the only one.
 * @example
 * ```ts
 * const target = { measure: 'serviceLevel', variant: 'offered', answerWithinSeconds: 10, atLeast: 0.9 };
 * const desk = { meanHandleSeconds: 180, meanPatienceSeconds: 60, targets: [target] };
 * const plan = [
 *   { options: { ...desk, arrivalRate: 0.5 }, agents: 95 },
 *   { options: { ...desk, arrivalRate: 2400 / 3600 }, agents: 124 },
 * ];
 * dayConfidence(plan, { volume: 0.05, handleTime: 0.03 }); // => 0.5697
 * ```
 */
export function dayConfidence(intervals: readonly PlannedInterval[], uncertainty: Uncertainty): number {
  return jointConfidence(intervals, uncertainty, 1 / 8);
}

/** Integrates over the surer of the two, in steps of so many standard deviations. */
function jointConfidence(plan: readonly PlannedInterval[], uncertainty: Uncertainty, step: number): number {
  requireUncertainty(uncertainty);
  for (const { agents } of plan) requireFinite('agents', agents, 0);
  const called = plan.filter(({ options }) => options.arrivalRate > 0);
  if (called.length === 0) return 1;
  const volume = logNormal(uncertainty.volume);
  const handleTime = logNormal(uncertainty.handleTime);
  if (volume.sigma === 0 && handleTime.sigma === 0) {
    return Number(called.every(({ options, agents }) => staffingHeadroom(options, agents) >= 0));
  }
  // The surer one is integrated over: the other's distribution makes the integrand smooth.
  const byVolume = uncertainty.volume < uncertainty.handleTime;
  const [outer, inner] = byVolume ? [volume, handleTime] : [handleTime, volume];
  const holds = (factor: number): number =>
    inner.below(leastCarried(called, byVolume ? 'handleTime' : 'volume', factor));
  if (outer.sigma === 0) return holds(1);
  let sum = 0;
  for (let z = -widest; z <= widest; z += step) sum += step * normalDensity(z) * holds(outer.at(z));
  return Math.min(1, sum);
}

/** Normal deviations beyond this many standard deviations do not show in a double. */
const widest = 8.5;

/** A log-normal factor of mean 1. */
function logNormal(cv: number): { sigma: number; at: (z: number) => number; below: (factor: number) => number } {
  const variance = Math.log1p(cv ** 2);
  const sigma = Math.sqrt(variance);
  return {
    sigma,
    at: (z) => Math.exp(z * sigma - variance / 2),
    below: (factor) => normalCdf((Math.log(factor) + variance / 2) / sigma),
  };
}

/**
 * The greatest factor on the volume (or the handle time) at which every interval keeps its targets, when the other is
 * `factor` times the plan.
 */
function leastCarried(plan: readonly PlannedInterval[], of: 'volume' | 'handleTime', factor: number): number {
  let least = Infinity;
  for (const { options, agents } of plan) {
    // Most intervals are not the tightest: one look tells, before a search.
    const tightest = of === 'volume' ? scaled(options, least, factor) : scaled(options, factor, least);
    if (least < Infinity && staffingHeadroom(tightest, agents) >= 0) continue;
    const own =
      of === 'volume'
        ? carriedVolume(scaled(options, 1, factor), agents) / options.arrivalRate
        : tolerableHandleTime(scaled(options, factor, 1), agents) / options.meanHandleSeconds;
    least = Math.min(least, own);
    if (least === 0) return 0;
  }
  return least;
}

function scaled(options: StaffingOptions, volume: number, handleTime: number): StaffingOptions {
  return {
    ...options,
    arrivalRate: options.arrivalRate * volume,
    meanHandleSeconds: options.meanHandleSeconds * handleTime,
  };
}

function requireUncertainty({ volume, handleTime }: Uncertainty): void {
  for (const [name, share] of Object.entries({ volume, handleTime })) {
    requireFinite(name, share, 0);
    if (share >= 1) throw new RangeError(`${name} must be below 1, got ${share}`);
  }
}
