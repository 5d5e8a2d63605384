/** A scenario with more or fewer people at some hours: the question that every advice about a roster begins with. */
import { joinSpans } from '../../scenario/local-clock.ts';
import type { AgentGroup, HeadCounts, NamedAgent, NamedStaff, Scenario, Span } from '../../scenario/scenario.ts';
import { clip } from '../interval-means.ts';

/**
 * The scenario with so many agents more or fewer who can do some work.
 *
 * More are people of the group that can do the work and least else; fewer are taken from those who can do least else first, of
 * them whoever is there for most of the interval. Nobody else changes, and no customer.
 *
 * @param scenario resolved
 * @param work index of the work type
 * @param changes by planning interval: whole numbers of agents, negative for fewer; no more go than are there
 * @throws RangeError when there is not a change for each interval, or one is not a whole number, or nobody may do the work
 */
export function withAgents(scenario: Scenario, work: number, changes: readonly number[]): Scenario {
  const { intervalStarts } = scenario.clock;
  if (changes.length !== intervalStarts.length - 1) {
    throw new RangeError(`changes: expected ${intervalStarts.length - 1} intervals, got ${changes.length}`);
  }
  for (const change of changes) {
    if (!Number.isInteger(change)) throw new RangeError(`changes: expected whole numbers, got ${change}`);
  }
  const able = groupsAble(scenario, work);
  if (able.length === 0) throw new RangeError(`work: nobody may do "${scenario.work[work].name}"`);
  const groups = [...scenario.groups];
  const interval = (i: number): Span => ({ from: intervalStarts[i], to: intervalStarts[i + 1] });
  const more = changes.map((change) => Math.max(0, change));
  if (more.some((count) => count > 0)) groups[able[0]] = addToGroup(groups[able[0]], more.map(countIn(interval)));
  const left = changes.map((change) => Math.max(0, -change));
  for (const group of able) {
    if (left.every((count) => count === 0)) break;
    groups[group] = takeAgents(groups[group], left, interval);
  }
  return { ...scenario, groups };
}

/** The groups that contacts of a type may come to, those who can do least else first. */
export function groupsAble({ groups, routing }: Scenario, work: number): number[] {
  const skills = (group: number) => groups[group].speeds.filter((speed) => speed > 0).length;
  return routing.groups[work]
    .map(({ group }) => group)
    .filter((group) => groups[group].speeds[work] > 0)
    .sort((a, b) => skills(a) - skills(b));
}

/** Agents more or fewer for a while. */
export interface CountChange extends Span {
  count: number;
}

const countIn =
  (interval: (i: number) => Span) =>
  (count: number, i: number): CountChange => ({ ...interval(i), count });

/**
 * More agents in a group for some while. Where the group has named people, they are named `+1`, `+2`, …
 *
 * @param more ascending, disjoint; counts whole, at least 0
 */
export function addToGroup(group: AgentGroup, more: readonly CountChange[]): AgentGroup {
  const { staff } = group;
  if (staff.source === 'head-counts') return { ...group, staff: changeCounts(staff, more) };
  const most = Math.max(...more.map(({ count }) => count));
  const added: NamedAgent[] = Array.from({ length: most }, (_, n) => {
    const there = joinSpans(more.filter(({ count }) => count > n).map(({ from, to }) => ({ from, to })));
    return { name: `+${n + 1}`, onQueue: there, paid: there, breaks: [] };
  });
  return { ...group, staff: { ...staff, agents: [...staff.agents, ...added] } };
}

/** Takes agents off a group while there are any; `left` is what the other groups have still to give. */
function takeAgents(group: AgentGroup, left: number[], interval: (i: number) => Span): AgentGroup {
  const { staff } = group;
  const taken = left.map((): number => 0);
  if (staff.source === 'head-counts') {
    const changes = left.map((count, i) => {
      const { from, to } = interval(i);
      const here = staff.steps.filter((step, s) => step.from < to && (staff.steps[s + 1]?.from ?? Infinity) > from);
      taken[i] = Math.min(count, ...here.map(({ agents }) => agents));
      return { ...interval(i), count: -taken[i] };
    });
    for (const [i, count] of taken.entries()) left[i] -= count;
    return { ...group, staff: changeCounts(staff, changes) };
  }
  const agents = staff.agents.map((agent) => ({ ...agent }));
  for (const [i, count] of left.entries()) {
    if (count === 0) continue;
    const span = interval(i);
    const seconds = (agent: NamedAgent) => clip(agent.onQueue, span).reduce((sum, { from, to }) => sum + to - from, 0);
    const present = agents.filter((agent) => seconds(agent) > 0).sort((a, b) => seconds(b) - seconds(a));
    for (const agent of present.slice(0, count)) {
      agent.onQueue = agent.onQueue.flatMap((one) => outside(one, span));
      left[i]--;
    }
  }
  return { ...group, staff: { ...staff, agents } satisfies NamedStaff };
}

function outside(span: Span, hole: Span): Span[] {
  if (span.to <= hole.from || hole.to <= span.from) return [span];
  return [
    { from: span.from, to: hole.from },
    { from: hole.to, to: span.to },
  ].filter(({ from, to }) => from < to);
}

function changeCounts(staff: HeadCounts, changes: readonly CountChange[]): HeadCounts {
  const edges = changes.filter(({ count }) => count !== 0).flatMap(({ from, to }) => [from, to]);
  const times = [...new Set([...staff.steps.map(({ from }) => from), ...edges])].sort((a, b) => a - b);
  const steps = times.map((from) => {
    const agents = staff.steps.findLast((step) => step.from <= from)?.agents ?? 0;
    const change = changes.find((one) => one.from <= from && from < one.to)?.count ?? 0;
    return { from, agents: Math.max(0, agents + change) };
  });
  return { ...staff, steps };
}
