/** One interval of a staffing plan: the agents that every method asks for, and the service of those there are. */
import { carriedVolume, tolerableHandleTime } from '../../math/carried-volume.ts';
import { erlangA } from '../../math/erlang-a.ts';
import type { QueueMeasures } from '../../math/queue-measures.ts';
import type { StaffingOptions, StaffingTarget } from '../../math/required-agents.ts';
import { fractionalAgents, requiredAgents, staffingHeadroom } from '../../math/required-agents.ts';
import { scheduledAgents } from '../../math/scheduled-agents.ts';
import type { Uncertainty } from '../../math/staffing-range.ts';
import { staffingRange } from '../../math/staffing-range.ts';
import type { DemandInterval } from './demand.ts';
import type { IntervalLoads } from './interval-loads.ts';
import { type ServiceDefinition, type ServiceTally, serviceOf, steadyTally } from './service-tally.ts';
import type { StaffingMethod } from './staffing-methods.ts';
import { staffingMethods } from './staffing-methods.ts';
import type { PlannedInterval, PlannedService } from './staffing-plan.ts';

/** One interval as it is asked of the formulas. */
export interface IntervalAsked {
  readonly interval: DemandInterval;
  readonly loads: IntervalLoads;
  /** The promises, less the ring. */
  readonly targets: readonly StaffingTarget[];
  /** What is asked by the method whose answer is rostered. */
  readonly options: StaffingOptions;
}

/** How the answer is made a roster's. */
export interface RosterSetting {
  readonly method: StaffingMethod;
  readonly shrinkage: number;
  readonly uncertainty?: Uncertainty | undefined;
}

/**
 * Puts an interval into the words of the formulas.
 *
 * @param interval contacts, times and people
 * @param loads by the three methods
 * @param targets what is promised
 * @param method whose answer is rostered
 */
export function askInterval(
  interval: DemandInterval,
  loads: IntervalLoads,
  targets: readonly StaffingTarget[],
  method: StaffingMethod,
): IntervalAsked {
  const own = targets.map((target) => lessRing(target, interval.ringSeconds));
  return { interval, loads, targets: own, options: optionsBy(method, interval, loads, own) };
}

/** What of a queue's promises counts as answered in time; without a promise of that sort everybody answered at once. */
export function definitionOf(targets: readonly StaffingTarget[]): ServiceDefinition {
  const target = targets.find(({ measure }) => measure === 'serviceLevel');
  if (target?.measure !== 'serviceLevel') return { variant: 'offered', answerWithinSeconds: 0, shortAbandonSeconds: 0 };
  const { variant, answerWithinSeconds, shortAbandonSeconds = 0 } = target;
  return { variant, answerWithinSeconds, shortAbandonSeconds };
}

/** A target with the ring taken from the time that is left for it. */
function lessRing(target: StaffingTarget, ringSeconds: number): StaffingTarget {
  if (ringSeconds === 0) return target;
  if (target.measure === 'serviceLevel') {
    const answerWithinSeconds = Math.max(0, target.answerWithinSeconds - ringSeconds);
    const shortAbandonSeconds = Math.min(target.shortAbandonSeconds ?? 0, answerWithinSeconds);
    return { ...target, answerWithinSeconds, shortAbandonSeconds };
  }
  if (target.measure === 'asa' || target.measure === 'meanWaitAll') {
    return { ...target, atMostSeconds: Math.max(1e-6, target.atMostSeconds - ringSeconds) };
  }
  return target;
}

/** The steady queue that a method takes an interval for. */
function optionsBy(
  method: StaffingMethod,
  { ahtSeconds, patienceSeconds }: DemandInterval,
  loads: IntervalLoads,
  targets: readonly StaffingTarget[],
): StaffingOptions {
  const load = {
    'erlang-c': loads.stationary,
    'erlang-a': loads.stationary,
    lagged: loads.lagged,
    'modified-offered-load': loads.modified,
  }[method];
  return {
    arrivalRate: load / ahtSeconds,
    meanHandleSeconds: ahtSeconds,
    meanPatienceSeconds: method === 'erlang-c' ? Infinity : patienceSeconds,
    targets,
  };
}

/** An interval planned, and its service as sums that add up. */
export interface IntervalAnswer {
  readonly shown: PlannedInterval;
  readonly tally: ServiceTally;
}

/**
 * Plans one interval.
 *
 * @param asked the question
 * @param patienceKnown whether anybody of the queue is known to hang up: Erlang A has an answer
 * @param setting method, shrinkage, error of the forecast
 */
export function planInterval(asked: IntervalAsked, patienceKnown: boolean, setting: RosterSetting): IntervalAnswer {
  const { interval, loads, options } = asked;
  const { method, shrinkage, uncertainty } = setting;
  const { day, label, from, to, offered, ahtSeconds, patienceSeconds } = interval;
  const by = (one: StaffingMethod): StaffingOptions =>
    one === method ? options : optionsBy(one, interval, loads, asked.targets);
  const known = (one: StaffingMethod): boolean => one !== 'erlang-a' || patienceKnown;
  const required = byMethod((one) => (known(one) ? requiredAgents(by(one)) : null));
  const fractional = byMethod((one) => (known(one) ? fractionalAgents(by(one), required[one] ?? 0) : null));
  const agents = agentsOn(interval, shrinkage) ?? required[method] ?? 0;
  const measures = measure(options, definitionOf(asked.targets), agents);
  const tally = steadyTally(
    measures,
    definitionOf(asked.targets).variant,
    { offered, seconds: to - from, ringSeconds: interval.ringSeconds },
    agents,
  );
  const range = uncertainty === undefined ? null : staffingRange(options, uncertainty);
  const given = agentsOn(interval, shrinkage) !== null;
  const shown: PlannedInterval = {
    day,
    label,
    from,
    to,
    offered,
    ahtSeconds,
    patienceSeconds: finite(patienceSeconds),
    load: { ...loads },
    required,
    fractional,
    scheduled: scheduledAgents(fractional[method] ?? 0, shrinkage),
    range: range === null ? null : { fewest: range.fewest, most: range.most },
    service: {
      agents,
      ...serviceOf(tally),
      waitProbability: measures.waitProbability,
      meanQueue: finite(measures.meanQueue),
      overload: options.arrivalRate > 0 && !measures.stable,
      keeps: staffingHeadroom(options, agents) >= 0,
      missing: Math.max(0, (required[method] ?? 0) - Math.floor(agents)),
      ...(given ? carried(asked, agents) : { carriedOffered: null, carriedAhtSeconds: null }),
    },
    exact: null,
  };
  return { shown, tally };
}

/** Agents on calls as the demand gives them; null where it does not. */
function agentsOn({ agents, rostered }: DemandInterval, shrinkage: number): number | null {
  return agents ?? (rostered === null ? null : rostered * (1 - shrinkage));
}

function measure(options: StaffingOptions, definition: ServiceDefinition, agents: number): QueueMeasures {
  const { answerWithinSeconds, shortAbandonSeconds } = definition;
  return erlangA({ ...options, agents, answerWithinSeconds, shortAbandonSeconds });
}

/** What the agents could stand with every target kept, with the same shape of the day. */
function carried(
  { interval, options }: IntervalAsked,
  agents: number,
): Pick<PlannedService, 'carriedOffered' | 'carriedAhtSeconds'> {
  const rate = carriedVolume(options, agents);
  const offered =
    options.arrivalRate > 0 ? (rate / options.arrivalRate) * interval.offered : rate * (interval.to - interval.from);
  return { carriedOffered: finite(offered), carriedAhtSeconds: finite(tolerableHandleTime(options, agents)) };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Sums over all methods. */
export function byMethod(value: (method: StaffingMethod) => number | null): PlannedInterval['required'] {
  const [c, a, lagged, modified] = staffingMethods.map(value);
  return { 'erlang-c': c ?? 0, 'erlang-a': a, lagged: lagged ?? 0, 'modified-offered-load': modified ?? 0 };
}
