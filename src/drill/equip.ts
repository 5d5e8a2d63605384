/** Gives a centre what its levers can bring: groups with nobody in them yet, and skills that are closed. */
import type { AgentGroup, RoutingTable, Scenario } from '../scenario/scenario.ts';

/** A group that a lever can fill. */
export interface AddedGroup {
  name: string;
  /** By type of work; 0 lacks the skill. */
  speeds: readonly number[];
  afterSeconds: number;
}

/**
 * Adds groups behind those of the scenario. They are asked after the others, and look at queues as those do who serve them now.
 *
 * @param added with nobody in them; the first gets the index `scenario.groups.length`
 */
export function addGroups(scenario: Scenario, added: readonly AddedGroup[]): Scenario {
  let centre = scenario;
  for (const { afterSeconds, name, speeds } of added) {
    const group: AgentGroup = {
      name,
      speeds: [...speeds],
      staff: { source: 'head-counts', steps: [{ from: 0, agents: 0 }], leaving: 'pooled' },
    };
    const types = speeds.flatMap((speed, type) => (speed > 0 ? [type] : []));
    const { planned } = centre;
    centre = {
      ...centre,
      groups: [...centre.groups, group],
      routing: route(centre.routing, centre.groups.length, types, afterSeconds),
      ...(planned === undefined ? {} : { planned: { ...planned, staff: [...planned.staff, group.staff] } }),
    };
  }
  return centre;
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
