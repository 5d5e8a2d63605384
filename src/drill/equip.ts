/** Gives a centre what its levers can bring: groups with nobody in them yet, and skills that are closed. */
import type { AgentGroup, RoutingTable, Scenario, WorkType } from '../scenario/scenario.ts';

/** A group that a lever can fill. */
export interface AddedGroup {
  name: string;
  /** By type of work; 0 lacks the skill. */
  speeds: readonly number[];
  /** Group whose results they have; −1: those of the group that does worst at the work. */
  like: number;
  afterSeconds: number;
}

/**
 * Adds groups behind those of the scenario. They are asked after the others, and look at queues as those do who serve them now.
 *
 * @param added with nobody in them; the first gets the index `scenario.groups.length`
 */
export function addGroups(scenario: Scenario, added: readonly AddedGroup[]): Scenario {
  let centre = scenario;
  for (const { afterSeconds, like, name, speeds } of added) {
    const group: AgentGroup = {
      name,
      speeds: [...speeds],
      staff: { source: 'head-counts', steps: [{ from: 0, agents: 0 }], leaving: 'pooled' },
    };
    const types = speeds.flatMap((speed, type) => (speed > 0 ? [type] : []));
    const { planned } = centre;
    centre = {
      ...centre,
      work: centre.work.map((work, type) => handledToo(work, type, like, centre.groups)),
      groups: [...centre.groups, group],
      routing: route(centre.routing, centre.groups.length, types, afterSeconds),
      ...(planned === undefined ? {} : { planned: { ...planned, staff: [...planned.staff, group.staff] } }),
    };
  }
  return centre;
}

/** Says of the work how its handling by one more group ends and what becomes of it. */
function handledToo(work: WorkType, type: number, like: number, groups: readonly AgentGroup[]): WorkType {
  const { followUps, outcome } = work;
  return {
    ...work,
    ...(outcome === undefined
      ? {}
      : {
          outcome: {
            ...outcome,
            resolved: [
              ...outcome.resolved,
              like >= 0
                ? outcome.resolved[like]
                : Math.min(...outcome.resolved.filter((_, group) => groups[group].speeds[type] > 0)),
            ],
          },
        }),
    ...(followUps === undefined
      ? {}
      : {
          followUps: followUps.map((one) => ({ ...one, byGroup: [...one.byGroup, like >= 0 ? one.byGroup[like] : 1] })),
        }),
  };
}

/**
 * Teaches a group work that it lacks.
 *
 * @param speed above 0
 */
export function addSkill(scenario: Scenario, group: number, type: number, speed: number): Scenario {
  const { groups, routing } = scenario;
  const speeds = groups[group].speeds.map((one, i) => (i === type ? speed : one));
  return {
    ...scenario,
    groups: groups.map((one, i) => (i === group ? { ...one, speeds } : one)),
    routing: route(routing, group, [type], 0),
  };
}

/** Lets a group serve further types, with the tier and the weight that they have for those who serve them now. */
function route(routing: RoutingTable, group: number, types: readonly number[], afterSeconds: number): RoutingTable {
  const known = (type: number) =>
    routing.queues.flat().find((queue) => queue.type === type) ?? { tier: 0, base: 0, perSecond: 1 };
  const added = types.map((type) => ({ ...known(type), type }));
  const queues = [...routing.queues];
  queues[group] = [...(queues[group] ?? []).filter(({ type }) => !types.includes(type)), ...added];
  return {
    ...routing,
    queues,
    groups: routing.groups.map((asked, type) => {
      if (!types.includes(type)) return asked;
      const after = Math.max(afterSeconds, 0);
      return [...asked.filter((option) => option.group !== group), { group, afterSeconds: after }];
    }),
  };
}
