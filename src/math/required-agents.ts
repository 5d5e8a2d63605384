/**
 * The fewest agents that keep every target of an interval, under Erlang A, or Erlang C when nobody hangs up. The search
 * starts at the square-root rule and steps by interpolation, so that a year of half-hours takes about a second.
 */
import { erlangA } from './erlang-a.ts';
import { findRoot } from './find-root.ts';
import type { QueueMeasures, ServiceLevelVariant } from './queue-measures.ts';
import { requireFinite } from './requirements.ts';

/** A promise that more agents make easier to keep. */
export type StaffingTarget =
  | {
      readonly measure: 'serviceLevel';
      /** The definition that the promise uses. */
      readonly variant: ServiceLevelVariant;
      /** T in seconds, at least 0. */
      readonly answerWithinSeconds: number;
      /** Abandoning sooner than this counts as met in `veryShortAbandonsMet`; 0 when left out. */
      readonly shortAbandonSeconds?: number;
      /** Share of contacts, at least 0 and below 1. */
      readonly atLeast: number;
    }
  | {
      readonly measure: 'asa' | 'meanWaitAll';
      /** Mean wait in seconds, above 0. */
      readonly atMostSeconds: number;
    }
  | {
      /** Abandoned ÷ offered, the chance of a wait, or the share of time spent on contacts. */
      readonly measure: 'abandonment' | 'waitProbability' | 'occupancy';
      /** Share, above 0. */
      readonly atMost: number;
    };

/** The demand of an interval and the targets to keep. */
export interface StaffingOptions {
  /** Callers per second, at least 0. */
  readonly arrivalRate: number;
  /** Mean handle time in seconds, above 0. */
  readonly meanHandleSeconds: number;
  /** Mean patience in seconds, above 0; Infinity when nobody hangs up (Erlang C). */
  readonly meanPatienceSeconds: number;
  /** All of them are kept; at least one. */
  readonly targets: readonly StaffingTarget[];
}

/**
 * The fewest agents, a whole number, that keep every target.
 *
 * @param options demand and targets
 * @returns 0 without callers; else at least 1, and under Erlang C more than the offered load
 * @throws RangeError naming the argument out of its range; a service level of 1, or a wait or share of 0, no staff can
 * promise, and a target that needs more than a billion agents is refused
 * Source: exact minimum over `erlangA` and `erlangC`; starting point: square-root rule of Halfin and Whitt (1981).
 * @example
 * ```ts
 * const target = { measure: 'serviceLevel', variant: 'offered', answerWithinSeconds: 10, atLeast: 0.9 };
 * requiredAgents({ arrivalRate: 2400 / 3600, meanHandleSeconds: 180, meanPatienceSeconds: 60, targets: [target] }); // => 124
 * requiredAgents({ arrivalRate: 2400 / 3600, meanHandleSeconds: 180, meanPatienceSeconds: Infinity, targets: [target] }); // => 133
 * ```
 */
export function requiredAgents(options: StaffingOptions): number {
  requireStaffing(options);
  if (options.arrivalRate === 0) return 0;
  let agents = 0;
  for (const target of options.targets) agents = fewestAgents(options, target, agents);
  return agents;
}

/**
 * The number of agents at which the targets are just kept, on the smooth continuation between whole numbers. Keep it
 * until sums over intervals and skills are done, and round once.
 *
 * @param options demand and targets
 * @param whole `requiredAgents(options)`, where it is known already
 * @returns a number in (requiredAgents − 1, requiredAgents], to about 1e-9 of an agent; 0 without callers. Where the
 * smallest fraction of an agent keeps the targets (callers of an almost empty queue are answered soon or hang up),
 * almost 0
 * @throws RangeError as `requiredAgents`
 * Source: continuous Erlang B, Jagerman (1974), inside `erlangA`.
 * @example
 * ```ts
 * const target = { measure: 'serviceLevel', variant: 'offered', answerWithinSeconds: 10, atLeast: 0.9 };
 * fractionalAgents({ arrivalRate: 2400 / 3600, meanHandleSeconds: 180, meanPatienceSeconds: 60, targets: [target] }); // => 123.0019076
 * ```
 */
export function fractionalAgents(options: StaffingOptions, whole = requiredAgents(options)): number {
  requireStaffing(options);
  let most = 0;
  for (const target of options.targets) {
    const spare = (agents: number): number => headroom(valueAt(options, target, agents), target);
    const low = Math.max(0, whole - 1);
    if (spare(low) >= 0 || spare(whole) <= 0) continue;
    most = Math.max(most, findRoot(spare, low, whole, 1e-10));
  }
  return most === 0 ? whole : most;
}

/**
 * How far a staff is from its tightest target, on a scale on which the distance is nearly straight in the number of
 * agents: log odds for a service level, logarithms for what must stay small.
 *
 * @param options demand and targets
 * @param agents agents logged in, at least 0; whole or fractional
 * @returns 0 or more when every target is kept, below 0 when one is broken; Infinity without callers
 * @throws RangeError naming the argument out of its range
 * Source: `erlangA` and `erlangC`.
 * @example
 * ```ts
 * const demand = {
 *   arrivalRate: 0.8, meanHandleSeconds: 60, meanPatienceSeconds: 120, targets: [{ measure: 'abandonment', atMost: 0.03 }],
 * };
 * staffingHeadroom(demand, 50); // => -0.02995514
 * ```
 */
export function staffingHeadroom(options: StaffingOptions, agents: number): number {
  requireStaffing(options);
  if (options.arrivalRate === 0) return Infinity;
  const unstable =
    options.meanPatienceSeconds === Infinity && agents <= options.arrivalRate * options.meanHandleSeconds;
  if (unstable) return Number.NEGATIVE_INFINITY;
  return Math.min(...options.targets.map((target) => headroom(valueAt(options, target, agents), target)));
}

/**
 * What a target is about, read from the measures of a queue.
 *
 * @param measures the queue's measures, computed with the target's own `answerWithinSeconds`
 * @param target the promise
 * @returns the share, or the seconds
 * Source: the definitions in `QueueMeasures`.
 * @example
 * ```ts
 * const desk = {
 *   arrivalRate: 0.05, meanHandleSeconds: 300, meanPatienceSeconds: 90, agents: 16, answerWithinSeconds: 20,
 * };
 * targetValue(erlangA(desk), { measure: 'occupancy', atMost: 0.85 }) === erlangA(desk).occupancy; // => true
 * ```
 */
export function targetValue(measures: QueueMeasures, target: StaffingTarget): number {
  return target.measure === 'serviceLevel' ? measures.serviceLevel[target.variant] : measures[target.measure];
}

/**
 * Whether a value keeps a target.
 *
 * @param value the share, or the seconds
 * @param target the promise
 * @returns true when it is at least, or at most, what was promised
 * Source: the definition.
 * @example
 * ```ts
 * keepsTarget(0.03, { measure: 'abandonment', atMost: 0.03 }); // => true
 * ```
 */
export function keepsTarget(value: number, target: StaffingTarget): boolean {
  return target.measure === 'serviceLevel' ? value >= target.atLeast : value <= ceiling(target);
}

/**
 * Refuses a target that no staff can keep, or that is none.
 *
 * @param target the promise
 * @throws RangeError naming the field out of its range
 * @example
 * ```ts
 * requireTarget({ measure: 'asa', atMostSeconds: 10 }); // => undefined
 * ```
 */
export function requireTarget(target: StaffingTarget): void {
  if (target.measure === 'serviceLevel') {
    requireFinite('answerWithinSeconds', target.answerWithinSeconds, 0);
    requireFinite('atLeast', target.atLeast, 0);
    if (target.atLeast >= 1) throw new RangeError(`atLeast must be below 1, got ${target.atLeast}`);
  } else if ('atMostSeconds' in target) {
    requireFinite('atMostSeconds', target.atMostSeconds, 0, { aboveMinimum: true });
  } else {
    requireFinite('atMost', target.atMost, 0, { aboveMinimum: true });
  }
}

function requireStaffing(options: StaffingOptions): void {
  requireFinite('arrivalRate', options.arrivalRate, 0);
  requireFinite('meanHandleSeconds', options.meanHandleSeconds, 0, { aboveMinimum: true });
  if (options.targets.length === 0) throw new RangeError('targets must hold at least one target, got none');
  for (const target of options.targets) requireTarget(target);
}

function ceiling(target: Exclude<StaffingTarget, { measure: 'serviceLevel' }>): number {
  return 'atMostSeconds' in target ? target.atMostSeconds : target.atMost;
}

function valueAt(options: StaffingOptions, target: StaffingTarget, agents: number): number {
  const { arrivalRate, meanHandleSeconds, meanPatienceSeconds } = options;
  const answerWithinSeconds = target.measure === 'serviceLevel' ? target.answerWithinSeconds : 0;
  const shortAbandonSeconds = target.measure === 'serviceLevel' ? (target.shortAbandonSeconds ?? 0) : 0;
  return targetValue(
    erlangA({ arrivalRate, meanHandleSeconds, meanPatienceSeconds, agents, answerWithinSeconds, shortAbandonSeconds }),
    target,
  );
}

/** Beyond this many agents a target is a slip of the pen. */
const mostAgents = 1e9;

/**
 * How far above (+) or below (−) the target a value is, on a scale on which it is nearly straight in the number of
 * agents.
 */
function headroom(value: number, target: StaffingTarget): number {
  if (target.measure !== 'serviceLevel') return Math.log(ceiling(target)) - Math.log(value);
  return Math.log(value / (1 - Math.min(1, value))) - Math.log(target.atLeast / (1 - target.atLeast));
}

/** The smallest whole number that keeps the target, at least 1 and at least `floor`. */
function fewestAgents(options: StaffingOptions, target: StaffingTarget, floor: number): number {
  const load = options.arrivalRate * options.meanHandleSeconds;
  const root = Math.sqrt(load);
  // Too few without looking: a caller needs somebody, and under Erlang C the queue needs more agents than load.
  let below = Math.max(options.meanPatienceSeconds === Infinity ? Math.floor(load) : 0, floor - 1);
  let above = Infinity;
  let agents = Math.max(below + 1, Math.ceil(load + 0.5 * root));
  // In the square-root regime √load agents move the headroom by about 3; two points know better.
  let slope = 3 / root;
  let lastAgents = Number.NaN;
  let lastRoom = Number.NaN;
  let stride = Math.max(1, root);
  for (let step = 0; above - below > 1; step++) {
    if (agents > mostAgents)
      throw new RangeError(`targets ask for more than ${mostAgents} agents: ${JSON.stringify(target)}`);
    const value = valueAt(options, target, agents);
    const room = headroom(value, target);
    if (keepsTarget(value, target)) above = agents;
    else below = agents;
    const secant = (room - lastRoom) / (agents - lastAgents);
    if (secant > 0 && secant < Infinity) slope = secant;
    lastAgents = agents;
    lastRoom = room;
    let next = agents - room / slope;
    // Where the straight line does not settle it soon, halve the bracket, or stride out to get one.
    if (step > 4 || Number.isNaN(next)) {
      stride *= 2;
      next = above === Infinity ? below + stride : Math.max(above - stride, (below + above) / 2);
    }
    agents = Math.min(Math.max(Math.ceil(next), below + 1), above - 1);
    if (agents === Infinity) agents = below + Math.ceil(stride);
  }
  return above;
}
