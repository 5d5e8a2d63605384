/** The people whom a scenario with shifts names: the disk's side of `readRoster`. */
import { dirname, resolve as resolvePath } from 'node:path';
import { groupsOfPeople } from '../plan/roster/build/assign-people.ts';
import { readRoster } from '../scenario/roster/read-roster.ts';
import type { Roster } from '../scenario/roster/roster.ts';
import { faultText, RosterError } from '../scenario/roster/roster-error.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { longestTable } from '../scenario/table.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { readInput } from './files.ts';
import { UserError } from './user-error.ts';

/**
 * Reads the people of a scenario.
 *
 * @param file of the scenario: its people's file is relative to it
 * @returns undefined when the scenario names none
 * @throws UserError for a file that cannot be read or is not right
 */
export async function loadPeople(file: string, scenario: Scenario, lang: Lang): Promise<Roster | undefined> {
  const path = scenario.shifts?.peopleFile ?? null;
  if (path === null) return undefined;
  const words = wordsIn(lang);
  const bytes = readInput(resolvePath(dirname(resolvePath(file)), path), words.cli, longestTable);
  const { clock, groups, work } = scenario;
  try {
    const { roster } = await readRoster([{ name: path, bytes }], {
      timeZone: clock.timeZone,
      days: clock.days.map(({ date }) => date),
      work: work.map(({ name }) => name),
      groups: groups.map(({ name }) => name),
      onlyPeople: true,
    });
    const homeless = groupsOfPeople(scenario, roster.people).indexOf(-1);
    if (homeless >= 0)
      throw new UserError(words.rosterBuild.noGroup({ file: path, person: roster.people[homeless].name }));
    // Shifts that nobody has decided on are made anew.
    return { ...roster, shifts: roster.shifts.filter(({ pinned }) => pinned) };
  } catch (error) {
    if (!(error instanceof RosterError)) throw error;
    throw new UserError(error.faults.map((fault) => faultText(fault, lang)).join('\n'));
  }
}
