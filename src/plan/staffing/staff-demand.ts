/**
 * From a demand to a staffing plan: per queue and interval the agents that every method asks for, and the service of the agents there
 * are. Each interval is asked as a steady queue with its load; fractions of agents are kept until shrinkage is in, and rounded once.
 */
import type { StaffingTarget } from '../../math/required-agents.ts';
import { availableAgents } from '../../math/scheduled-agents.ts';
import type { Uncertainty } from '../../math/staffing-range.ts';
import { dayConfidence } from '../../math/staffing-range.ts';
import type { DemandInterval, DemandQueue, StaffingDemand } from './demand.ts';
import { type ExactTally, exactService } from './exact-service.ts';
import { intervalLoads } from './interval-loads.ts';
import { askInterval, byMethod, definitionOf, type IntervalAnswer, planInterval } from './plan-interval.ts';
import { addTallies, serviceOf } from './service-tally.ts';
import type { StaffingMethod } from './staffing-methods.ts';
import type { PlannedInterval, PlannedQueue, StaffingPlan } from './staffing-plan.ts';

/** What is asked of a demand. */
export interface StaffingSetting {
  /** Title of the plan. */
  readonly name: string;
  /** Of Callfloor. */
  readonly version: string;
  /** Whose answer is rostered. */
  readonly method: StaffingMethod;
  /** For queues that bring no targets of their own; at least one. */
  readonly targets: readonly StaffingTarget[];
  /** Share of paid time not available for contacts, at least 0 and below 1. */
  readonly shrinkage: number;
  /** Paid hours of one full-time agent a day, above 0. */
  readonly fteHours: number;
  /** Standard deviation ÷ mean of the handle time, at least 0. */
  readonly handleCv: number;
  /** Standard deviation ÷ mean of the forecast of volume and of handle time; left out where the forecast is taken as it is. */
  readonly uncertainty?: Uncertainty | undefined;
  /** Whether the service is carried over from interval to interval too. */
  readonly exact: boolean;
}

/**
 * Plans the staff of a demand.
 *
 * @param demand queues of intervals
 * @param setting targets, method, shrinkage
 * @returns a plan; an overloaded staff is an answer in it, not an error
 * @throws RangeError naming an argument out of its range
 * Source: `requiredAgents` by interval, with the loads of `lagged` and `modifiedOfferedLoad`; `exactDay`.
 */
export function staffDemand(demand: StaffingDemand, setting: StaffingSetting): StaffingPlan {
  const { name, version, method, shrinkage, fteHours, handleCv, uncertainty } = setting;
  const queues = demand.queues.map((queue) => planQueue(queue, setting));
  const sum = (value: (queue: PlannedQueue) => number): number => queues.reduce((all, queue) => all + value(queue), 0);
  return {
    name,
    version,
    method,
    shrinkage,
    fteHours,
    handleCv,
    uncertainty: uncertainty === undefined ? null : { ...uncertainty },
    days: demand.days.map(({ label, start }) => ({ label, start })),
    queues,
    total: {
      offered: sum(({ total }) => total.offered),
      requiredHours: sum(({ total, method: own }) => total.requiredHours[own] ?? 0),
      scheduledHours: sum(({ total }) => total.scheduledHours),
      fullTimeEquivalents: sum(({ total }) => total.fullTimeEquivalents),
    },
  };
}

function planQueue(queue: DemandQueue, setting: StaffingSetting): PlannedQueue {
  const { intervals } = queue;
  const targets = queue.targets.length > 0 ? queue.targets : setting.targets;
  const patienceKnown = intervals.some(({ patienceSeconds }) => patienceSeconds < Infinity);
  const method = setting.method === 'erlang-a' && !patienceKnown ? 'erlang-c' : setting.method;
  const loads = intervalLoads(intervals, setting.handleCv);
  const asked = intervals.map((interval, i) => askInterval(interval, loads[i], targets, method));
  const answers = asked.map((one) => planInterval(one, patienceKnown, { ...setting, method }));
  const carried = setting.exact ? carryOver(intervals, answers, targets, setting.shrinkage) : undefined;
  const shown = answers.map((answer, i): PlannedInterval => {
    if (carried === undefined) return answer.shown;
    const { agents, queueAtEnd } = carried[i];
    return { ...answer.shown, exact: { agents, ...serviceOf(carried[i]), queueAtEnd } };
  });
  const days = [...new Set(intervals.map(({ day }) => day))].map((day) => {
    const of = [...shown.keys()].filter((i) => shown[i].day === day);
    const plan = of.map((i) => ({ options: asked[i].options, agents: shown[i].service.agents }));
    const confidence = setting.uncertainty === undefined ? null : dayConfidence(plan, setting.uncertainty);
    return { day, of, confidence };
  });
  const total = (of: readonly number[], dayCount: number, confidence: number | null): QueueTotal => ({
    ...sumsOf(
      of.map((i) => shown[i]),
      dayCount,
      setting.fteHours,
      method,
    ),
    service: serviceOf(addTallies(of.map((i) => answers[i].tally))),
    exact: carried === undefined ? null : serviceOf(addTallies(of.map((i) => carried[i]))),
    confidence,
  });
  const all = [...shown.keys()];
  const mean = days.reduce((sum, { confidence }) => sum + (confidence ?? 0), 0) / days.length;
  return {
    name: queue.name,
    method,
    targets: targets.map((one) => ({ ...one })),
    agentsGiven: intervals.some(({ agents, rostered }) => agents !== null || rostered !== null),
    patienceKnown,
    intervals: shown,
    days: days.map(({ day, of, confidence }) => ({ day, ...total(of, 1, confidence) })),
    total: total(all, days.length, setting.uncertainty === undefined ? null : mean),
  };
}

type QueueTotal = PlannedQueue['total'];

/** The exact day of whole agents: those required, or those given without the fraction that shrinkage leaves. */
function carryOver(
  intervals: readonly DemandInterval[],
  answers: readonly IntervalAnswer[],
  targets: readonly StaffingTarget[],
  shrinkage: number,
): ExactTally[] | undefined {
  const agents = answers.map(({ shown }, i) => {
    const { rostered } = intervals[i];
    return rostered === null ? Math.floor(shown.service.agents) : availableAgents(rostered, shrinkage);
  });
  return exactService(intervals, agents, definitionOf(targets));
}

/** Hours, people and the worst interval. */
function sumsOf(
  intervals: readonly PlannedInterval[],
  days: number,
  fteHours: number,
  method: StaffingMethod,
): Omit<QueueTotal, 'service' | 'exact' | 'confidence'> {
  const sum = (value: (interval: PlannedInterval) => number): number =>
    intervals.reduce((all, interval) => all + value(interval), 0);
  const hours = (value: (interval: PlannedInterval) => number): number =>
    sum((interval) => (value(interval) * (interval.to - interval.from)) / 3600);
  const known = (one: StaffingMethod): boolean => intervals[0].required[one] !== null;
  const hoursBy = (of: 'required' | 'fractional'): QueueTotal['requiredHours'] =>
    byMethod((one) => (known(one) ? hours((interval) => interval[of][one] ?? 0) : null));
  const scheduledHours = hours(({ scheduled }) => scheduled);
  const peak = intervals.reduce((most, one) =>
    (one.required[method] ?? 0) > (most.required[method] ?? 0) ? one : most,
  );
  return {
    offered: sum(({ offered }) => offered),
    workloadHours: sum(({ offered, ahtSeconds }) => (offered * ahtSeconds) / 3600),
    requiredHours: hoursBy('required'),
    fractionalHours: hoursBy('fractional'),
    scheduledHours,
    fullTimeEquivalents: scheduledHours / fteHours / days,
    peak: { from: peak.from, required: peak.required[method] ?? 0 },
    agentHours: hours(({ service }) => service.agents),
    broken: intervals.filter(({ offered, service }) => offered > 0 && !service.keeps).length,
  };
}
