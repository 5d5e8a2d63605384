/** A scenario whose groups are the people of a roster. */
import { takeOffFloor } from '../../../scenario/people-traits.ts';
import type { Roster } from '../../../scenario/roster/roster.ts';
import { staffOfRoster, type WrittenSkills } from '../../../scenario/roster/staff-roster.ts';
import type { AgentGroup, Scenario } from '../../../scenario/scenario.ts';

/**
 * The scenario with the roster's people in place of its own.
 * @param roster every person in a group of the scenario
 */
export function withRoster(scenario: Scenario, roster: Roster): Scenario {
  const skills = scenario.groups.map(({ name, speeds }): [string, WrittenSkills] => [
    name,
    Object.fromEntries(scenario.work.flatMap((work, type) => (speeds[type] > 0 ? [[work.name, speeds[type]]] : []))),
  ]);
  const { agents } = staffOfRoster(roster, Object.fromEntries(skills));
  const groups = scenario.groups.map(
    (group): AgentGroup => ({ ...group, staff: { source: 'named', agents: agents.get(group.name) ?? [] } }),
  );
  takeOffFloor(groups, scenario.offFloor ?? []);
  return { ...scenario, groups };
}
