/** A scenario as the formulas see it: per planning interval and work type the demand, the times and the people. */
import type { Scenario, Span } from '../scenario/scenario.ts';
import { patienceOfTiers } from '../scenario/tiers.ts';
import { apportionAgents } from './apportion-agents.ts';
import { clip, expectedContacts, meanAgents, meanDuration, meanHandling } from './interval-means.ts';

/** What a formula is given for one work type in one interval. */
export interface IntervalQuestion {
  /** The part of the interval from the first opening to the last closing of any work; all of it where everything is closed. */
  span: Span;
  /** How much of the interval that part is, above 0 and at most 1. */
  openShare: number;
  /** Expected contacts that ask for a person. */
  offered: number;
  /** Per second. */
  arrivalRate: number;
  /** Mean talk + hold + wrap-up; of one conversation's share where an agent holds several at once. */
  handleSeconds: number;
  /** How many an agent may hold at once. */
  conversations: number;
  ringSeconds: number;
  /** Infinity = nobody ever leaves. */
  patienceSeconds: number;
  /** Erlangs; the ring holds an agent too. */
  offeredLoad: number;
  /** Agents on queue apportioned to this work, mean over the span. */
  scheduled: number;
}

/**
 * The questions of a scenario, interval by interval: `questions[interval][type]`. Who may be given several kinds of work is
 * apportioned by `apportionAgents`, wherever the routing prefers them.
 *
 * @param scenario resolved
 */
export function intervalDemand(scenario: Scenario): IntervalQuestion[][] {
  const { intervalStarts } = scenario.clock;
  return intervalStarts.slice(0, -1).map((from, i) => askAbout(scenario, { from, to: intervalStarts[i + 1] }));
}

/**
 * Agent-hours scheduled: agents on queue, each counted once, in the open part of every interval in which work that may come to
 * them is open, whether any is expected or it only comes of other work. Where some is expected, these are the `scheduled` agents
 * of {@link intervalDemand} over all types.
 *
 * @param scenario resolved
 */
export function scheduledHours(scenario: Scenario): number {
  return sum(scenario.groups.flatMap((_, group) => scheduledWhileOpen(scenario, group))) / 3600;
}

/**
 * Agent-seconds of a group that are scheduled in each planning interval, counted as {@link scheduledHours} does: who is there
 * while nothing that may come to the group is open does not count.
 *
 * @param scenario resolved
 * @param group its index
 */
export function scheduledWhileOpen(scenario: Scenario, group: number): number[] {
  const { intervalStarts } = scenario.clock;
  const served = scenario.work.filter((_, type) => serves(scenario, group, type));
  return intervalStarts.slice(0, -1).map((from, i) => {
    const interval = { from, to: intervalStarts[i + 1] };
    if (!served.some(({ hours }) => clip(hours, interval).length > 0)) return 0;
    const span = openPart(scenario, interval);
    return meanAgents(scenario.groups[group], span) * (span.to - span.from);
  });
}

/**
 * Agent-hours of a group that are paid: the shifts of named people, open or not; of head-counts, which have no shifts, what is
 * scheduled.
 *
 * @param scenario resolved
 * @param group its index
 */
export function paidHours(scenario: Scenario, group: number): number {
  const { staff } = scenario.groups[group];
  if (staff.source === 'head-counts') return sum(scheduledWhileOpen(scenario, group)) / 3600;
  const day = { from: 0, to: scenario.clock.horizonSeconds };
  return sum(staff.agents.flatMap(({ paid }) => clip(paid, day)).map(({ from, to }) => to - from)) / 3600;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** From the first opening to the last closing of any work within an interval; all of it when everything is closed. */
function openPart(scenario: Scenario, interval: Span): Span {
  const open = scenario.work.flatMap((work) => clip(work.hours, interval));
  if (open.length === 0) return interval;
  return { from: Math.min(...open.map(({ from }) => from)), to: Math.max(...open.map(({ to }) => to)) };
}

function askAbout(scenario: Scenario, interval: Span): IntervalQuestion[] {
  const span = openPart(scenario, interval);
  const seconds = span.to - span.from;
  const agents = scenario.groups.map((group) => meanAgents(group, span));
  const can = scenario.groups.map((_, group) => scenario.work.map((_, type) => serves(scenario, group, type)));
  const handling = scenario.work.map((_, type) =>
    scenario.groups.map((_, group) =>
      can[group][type] ? meanHandling(scenario, type, group, span) * agentShare(scenario, type) : Infinity,
    ),
  );
  const offered = scenario.work.map((work) => expectedContacts(work, span));
  const ring = scenario.work.map((work) => meanDuration(work.ring, span));
  const loadWith = (type: number, heads: readonly number[]): number =>
    (offered[type] / seconds) * (ring[type] + shared(handling[type], heads));

  const loads = scenario.work.map((_, type) => loadWith(type, agents));
  const shares = apportionAgents(loads, agents, can);
  const patience = patienceOfTiers(scenario.tiers).mean;
  return scenario.work.map((work, type) => {
    const own = shares.map((share) => share[type]);
    const scheduled = own.reduce((sum, heads) => sum + heads, 0);
    const handleSeconds = shared(handling[type], scheduled > 0 ? own : agents);
    return {
      span,
      openShare: seconds / (interval.to - interval.from),
      offered: offered[type],
      arrivalRate: offered[type] / seconds,
      handleSeconds,
      conversations: work.concurrency?.handlingFactor.length ?? 1,
      ringSeconds: ring[type],
      patienceSeconds: meanDuration(work.patience, span) * patience,
      offeredLoad: (offered[type] / seconds) * (ring[type] + handleSeconds),
      scheduled,
    };
  });
}

/** Of the time of a conversation the part that is the agent's own, when he holds as many at once as he may. */
function agentShare({ work }: Scenario, type: number): number {
  const factors = work[type].concurrency?.handlingFactor ?? [1];
  return factors[factors.length - 1] / factors.length;
}

/** Whether contacts of a type may come to a group: it has the skill, and the routing lets them. */
function serves({ groups, routing }: Scenario, group: number, type: number): boolean {
  return groups[group].speeds[type] > 0 && routing.groups[type].some((way) => way.group === group);
}

/**
 * Mean handle time of contacts that are shared among groups: a busy group of n agents who need h seconds each takes on n ÷ h of
 * them per second. With nobody there it is the mean of the groups that have the skill; 0 when none has.
 */
function shared(handling: readonly number[], agents: readonly number[]): number {
  const able = handling.map((_, group) => group).filter((group) => handling[group] < Infinity);
  if (able.length === 0) return 0;
  const present = able.some((group) => agents[group] > 0);
  const heads = (group: number): number => (present ? agents[group] : 1);
  const all = able.reduce((sum, group) => sum + heads(group), 0);
  const fastest = able.find((group) => heads(group) > 0 && handling[group] === 0);
  return fastest !== undefined ? 0 : all / able.reduce((sum, group) => sum + heads(group) / handling[group], 0);
}
