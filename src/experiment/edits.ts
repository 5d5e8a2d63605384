/**
 * Changes of a scenario, each a function from scenario to scenario: a day as it would have been, or a plan as it might be. They
 * change nothing in place, so changed scenarios can run side by side on the same customers.
 */
import { addToGroup } from '../plan/roster/with-agents.ts';
import { changeSteps } from '../scenario/happenings.ts';
import type { Arrivals, RoutingTable, Scenario, Span, WorkType } from '../scenario/scenario.ts';

/** A scenario changed. */
export type Edit = (scenario: Scenario) => Scenario;

/** Demand as planned: no surge, and every day as busy as the mean of all. */
export const plannedVolume: Edit = (scenario) => ({
  ...scenario,
  busyness: { ...scenario.busyness, cv: 0 },
  work: scenario.work.map((work, type) => ({
    ...work,
    arrivals: withoutBusyness(scenario.planned?.arrivals[type] ?? work.arrivals),
  })),
});

function withoutBusyness(arrivals: Arrivals): Arrivals {
  if (arrivals.process === 'recorded') return arrivals;
  return { ...arrivals, busyness: { ...arrivals.busyness, cv: 0 } };
}

/** Handling as planned and by everybody alike: no shock slows it, no group is slower than the work's own times. */
export const plannedHandling: Edit = (scenario) => ({
  ...scenario,
  shocks: scenario.shocks.map((shock) => ({ ...shock, slowdown: 1, slows: [] })),
  work: scenario.work.map((work) => ({ ...work, handlingByGroup: [] })),
  groups: scenario.groups.map((group) => ({
    ...group,
    speeds: group.speeds.map((speed) => (speed > 0 ? Math.max(speed, 1) : 0)),
  })),
});

/** Everybody there who was on the roster before the shocks, when the roster says so. */
export const plannedStaff: Edit = ({ attendance: _, ...scenario }) => ({
  ...scenario,
  groups: scenario.groups.map((group, i) => ({ ...group, staff: scenario.planned?.staff[i] ?? group.staff })),
});

/**
 * Everybody can do all work, what is new to them as slowly as the slowest who can do it now. Routing asks them after those it
 * asks now.
 */
export const everySkill: Edit = (scenario) => {
  const { groups, routing, work } = scenario;
  const slowest = work.map((_, type) => {
    const known = groups.map(({ speeds }) => speeds[type]).filter((speed) => speed > 0);
    return known.length === 0 ? 1 : Math.min(...known);
  });
  const lacking = (group: number) => work.flatMap((_, type) => (groups[group].speeds[type] > 0 ? [] : [type]));
  return {
    ...scenario,
    groups: groups.map((group) => ({
      ...group,
      speeds: group.speeds.map((speed, type) => (speed > 0 ? speed : slowest[type])),
    })),
    routing: {
      ...routing,
      queues: routing.queues.map((queues, group) => {
        const tier = Math.min(0, ...queues.map((queue) => queue.tier));
        return [...queues, ...lacking(group).map((type) => ({ type, tier, base: 0, perSecond: 1 }))];
      }),
      groups: routing.groups.map((asked, type) => {
        const afterSeconds = asked.at(-1)?.afterSeconds ?? 0;
        const added = groups.flatMap(({ speeds }, group) => (speeds[type] > 0 ? [] : [{ group, afterSeconds }]));
        return [...asked, ...added];
      }),
    },
  };
};

/**
 * Who has waited longest is served first, by anybody with the skill and at once: no priorities, no overflow after a wait, nobody
 * left out. Groups are asked in the order that the rule gives them.
 */
export const plainRouting: Edit = (scenario) => ({ ...scenario, routing: plainTable(scenario) });

function plainTable({ groups, routing, work }: Scenario): RoutingTable {
  const inOrder = (first: readonly number[], able: readonly number[]) => [
    ...first.filter((one) => able.includes(one)),
    ...able.filter((one) => !first.includes(one)),
  ];
  return {
    ...routing,
    queues: groups.map(({ speeds }, group) => {
      const able = work.flatMap((_, type) => (speeds[type] > 0 ? [type] : []));
      const listed = routing.queues[group].map(({ type }) => type);
      return inOrder(listed, able).map((type) => ({ type, tier: 0, base: 0, perSecond: 1 }));
    }),
    groups: work.map((_, type) => {
      const able = groups.flatMap(({ speeds }, group) => (speeds[type] > 0 ? [group] : []));
      const listed = routing.groups[type].map(({ group }) => group);
      return inOrder(listed, able).map((group) => ({ group, afterSeconds: 0 }));
    }),
  };
}

/** Nobody who was not answered calls again. */
export const withoutRedials: Edit = (scenario) => ({
  ...scenario,
  work: scenario.work.map((work) => {
    const { abandoned, balked, blocked } = work.redial;
    const never = <T extends { fraction: number }>(redial: T): T => ({ ...redial, fraction: 0 });
    return { ...work, redial: { abandoned: never(abandoned), blocked: never(blocked), balked: never(balked) } };
  }),
});

/** Lines and waiting rooms without limit. */
export const enoughLines: Edit = (scenario) => ({
  ...scenario,
  linePools: scenario.linePools.map((pool) => ({ ...pool, steps: [{ from: 0, lines: Number.POSITIVE_INFINITY }] })),
  work: scenario.work.map((work) => ({ ...work, waitingRoom: Number.POSITIVE_INFINITY })),
});

/** How long the doors are shut to clear a queue: seconds, so few that hardly ever anybody comes meanwhile. */
const momentShut = 1e-6;

/**
 * Who waits at certain moments is sent away and does not come again, so that what follows begins with an empty queue; whoever is
 * in talk stays.
 *
 * @param times seconds, ascending
 */
export function clearQueues(scenario: Scenario, times: readonly number[]): Scenario {
  const cut = (work: WorkType): WorkType => ({
    ...work,
    closing: 'send-away',
    hours: work.hours.flatMap(({ from, to }) => {
      const inside = times.filter((time) => time > from && time < to);
      const starts = [from, ...inside.map((time) => time + momentShut)];
      return starts.map((start, i) => ({ from: start, to: inside[i] ?? to }));
    }),
  });
  return { ...scenario, work: scenario.work.map(cut) };
}

/**
 * More agents in a group for a while. Where the group has named people, they are named `+1`, `+2`, …
 *
 * @param group by index
 * @param count whole, at least 0
 */
export function addAgents(scenario: Scenario, group: number, { from, to }: Span, count: number): Scenario {
  const groups = scenario.groups.map((one, i) => (i === group ? addToGroup(one, [{ from, to, count }]) : one));
  return { ...scenario, groups };
}

/**
 * More lines in a pool for a while.
 *
 * @param pool by index
 * @param count whole, at least 0
 */
export function addLines(scenario: Scenario, pool: number, { from, to }: Span, count: number): Scenario {
  const linePools = scenario.linePools.map((one, i) => {
    if (i !== pool) return one;
    return { ...one, steps: changeSteps(one.steps, { from, to }, (step) => ({ ...step, lines: step.lines + count })) };
  });
  return { ...scenario, linePools };
}
