/**
 * Whether a held instant can settle at all: work whose customers never leave has to fit into the time of those who can do it, however the
 * routing shares it out. What more there is grows for ever.
 */
import { coMoments } from '../../math/co-moments.ts';
import { greatestShortage } from '../../math/greatest-shortage.ts';
import { solveLinear } from '../../math/linear-system.ts';
import { meanInterval } from '../../math/mean-interval.ts';
import { expectedContacts, meanAgents, meanDuration, meanHandling } from '../../plan/interval-means.ts';
import type { FollowUp, Scenario, WorkType } from '../../scenario/scenario.ts';
import { contactOffset, type RunRecord } from '../../sim/run.ts';

/** Work that is too much for the people who can do it. */
export interface Overload {
  /** Types by index. */
  work: number[];
  /** Erlangs that they bring at least, and agents who can do any of them. */
  load: number;
  agents: number;
}

/** A load this near to the agents is as much as them: the queue has no steady state at equality either. */
const almost = 1 - 1e-9;

/**
 * The work that never settles, by its offered load: everything that is certain to come, each item as short as the fastest of those who can do it
 * makes it, each agent counted once. What callers who may leave bring further is not certain, so some overloads show only in the run.
 *
 * @param held from `holdInstant`
 * @param shown items per second that come at least, by type, as runs show it ({@link shownFlows}); unless given, what the scenario makes certain
 * @returns the set of types that is short by most; null where all may settle
 * @see `greatestShortage`; the flow of items is that of a multitype branching process (Harris 1963)
 */
export function findOverload(held: Scenario, shown?: readonly number[]): Overload | null {
  const { groups, routing, work } = held;
  const span = { from: 0, to: held.clock.horizonSeconds };
  const heads = groups.map((group) => meanAgents(group, span));
  const can = groups.map((group, g) =>
    work.map((_, type) => group.speeds[type] > 0 && routing.groups[type].some((way) => way.group === g)),
  );
  const flows = leastFlows(held).map((flow, type) => Math.max(flow, shown?.[type] ?? 0));
  const needs = work.map((type, i) => {
    if (!staysForEver(held, type)) return 0;
    const factors = type.concurrency?.handlingFactor ?? [1];
    const each = Math.min(...factors.map((factor, k) => factor / (k + 1)));
    const able = groups.flatMap((_, g) => (can[g][i] && heads[g] > 0 ? [meanHandling(held, i, g, span)] : []));
    const fastest = able.length === 0 ? meanDuration(type.talk, span) : Math.min(...able);
    return flows[i] * (fastest * each + meanDuration(type.ring, span));
  });
  const { missing, needs: short } = greatestShortage(
    needs,
    heads.map((count) => count * almost),
    can,
  );
  if (short.length === 0 || missing <= 0) return null;
  return {
    work: short,
    load: short.reduce((sum, type) => sum + needs[type], 0),
    agents: heads.reduce((sum, count, g) => (short.some((type) => can[g][type]) ? sum + count : sum), 0),
  };
}

/** Whether whoever comes for some work waits until somebody takes it, however long that is. */
export function staysForEver(
  { linePools }: Scenario,
  { hours, linePool, patience, waitingRoom, balking }: WorkType,
): boolean {
  const lines = linePool < 0 ? Number.POSITIVE_INFINITY : linePools[linePool].steps[0].lines;
  const leaves = patience.steps.some(({ mean }) => mean < Number.POSITIVE_INFINITY);
  return hours.length > 0 && !leaves && waitingRoom === Infinity && lines === Infinity && balking < 1;
}

/** Chance that {@link shownFlows} are too high, for all types together. */
const shownError = 0.001;

/**
 * Items per second that come at least, by type, as the second halves of several runs show it: lower ends of Student's intervals over the runs,
 * wrong in one of a thousand trials.
 *
 * @param held from `holdInstant`
 * @param runs at least two of the instant, of `runSeconds` each
 */
export function shownFlows(held: Scenario, runs: readonly RunRecord[], runSeconds: number): number[] {
  return held.work.map((type, index) => {
    const flows = runs.map(({ data, layout }) => {
      const half = Math.floor(layout.intervals / 2);
      const from = contactOffset(layout, index, 'requests');
      const requests = data.subarray(from + half, from + layout.intervals).reduce((sum, count) => sum + count, 0);
      return [(requests / (layout.intervals - half) / runSeconds) * layout.intervals * staying(type)];
    });
    const confidence = 1 - (2 * shownError) / held.work.length;
    return Math.max(0, meanInterval(coMoments(1, flows), confidence)?.low ?? 0);
  });
}

/** The share of those who ask that neither hangs up at once nor takes a call-back. */
function staying({ balking, callBack }: WorkType): number {
  return (1 - balking) * (1 - (callBack?.fraction ?? 0));
}

/** Items per second that certainly ask for a person, by type: those who come, and what the ones who never leave make of each other. */
function leastFlows(held: Scenario): number[] {
  const { clock, work } = held;
  const hour = { from: 0, to: clock.horizonSeconds };
  const fromOutside = work.map((type) => (expectedContacts(type, hour) / clock.horizonSeconds) * staying(type));
  const made = work.map((type) => work.map((_, to) => (staysForEver(held, type) ? leastOffspring(held, type, to) : 0)));
  try {
    return solveLinear(
      work.map((_, to) => work.map((__, from) => (from === to ? 1 : 0) - made[from][to])),
      fromOutside,
    );
  } catch (error) {
    if (error instanceof RangeError) return fromOutside;
    throw error;
  }
}

/** Items of a type that one handled item makes at least. */
function leastOffspring({ shocks, work }: Scenario, { followUps = [], name, outcome }: WorkType, to: number): number {
  const type = work.findIndex((one) => one.name === name);
  const worse = shocks.filter((shock) => shock.outcomes?.work.includes(type)).map(({ outcomes }) => outcomes);
  const more = worse.reduce((product, one) => product * Math.min(1, one?.followUps ?? 1), 1);
  const less = worse.reduce((product, one) => product * (one?.resolved ?? 1), 1);
  const { resolved = [1] } = outcome ?? {};
  const sum = (end: FollowUp['outcome']): number =>
    followUps
      .filter((one) => one.outcome === end && one.becomes === to)
      .reduce((total, { byGroup, fraction }) => total + fraction * Math.min(...byGroup), 0) *
    (end === 'consulted' ? 1 : more);
  const missed = outcome?.knowledge === undefined ? 1 : Math.min(1, outcome.knowledge.missedResolved);
  const settled = Math.min(...resolved) * less * missed;
  return (
    Math.min(1, sum('handled')) +
    sum('consulted') +
    settled * sum('resolved') +
    (1 - Math.max(...resolved)) * sum('unresolved')
  );
}
