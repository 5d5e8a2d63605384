/** The small changes of a roster that a planner could make: teach somebody a skill, move a lunch. */
import type { Roster, Shift } from '../../scenario/roster/roster.ts';
import { personSkills, type WrittenSkills } from '../../scenario/roster/staff-roster.ts';

/** One change of a roster. */
export type RosterChange =
  | { change: 'teach'; person: number; work: string }
  | { change: 'move-lunch'; shift: number; bySeconds: number };

/**
 * The changes worth trying: for each set of skills one person (they are alike to the queue, the first in the roster stands for all) is
 * taught each kind of work that he lacks; for each time of a lunch one is moved earlier and one later. What is pinned stays.
 *
 * @param groups skills of the scenario's groups by name
 * @param work names of the scenario's work
 * @param stepSeconds by how much a lunch is moved
 */
export function smallChanges(
  roster: Roster,
  groups: Readonly<Record<string, WrittenSkills>>,
  work: readonly string[],
  stepSeconds: number,
): RosterChange[] {
  const changes: RosterChange[] = [];
  const seen = new Set<string>();
  const once = (key: string) => !seen.has(key) && seen.add(key) !== undefined;
  for (const { person, pinned } of roster.shifts) {
    if (pinned) continue;
    const skills = personSkills(roster.people[person], groups).map((skill) => skill.work);
    if (!once([...skills].sort().join('\n'))) continue;
    for (const lacking of work.filter((name) => !skills.includes(name))) {
      changes.push({ change: 'teach', person, work: lacking });
    }
  }
  for (const [index, shift] of roster.shifts.entries()) {
    if (shift.pinned || !once(`lunch ${lunchOf(shift)?.from}`)) continue;
    for (const bySeconds of [-stepSeconds, stepSeconds]) {
      if (movedLunch(shift, bySeconds) !== undefined) changes.push({ change: 'move-lunch', shift: index, bySeconds });
    }
  }
  return changes;
}

/**
 * The roster with a change made; the roster given stays as it is.
 * @param groups skills of the scenario's groups by name
 * @throws RangeError when the lunch cannot be moved so: there is none, or it would leave the shift or meet something else
 */
export function changeRoster(
  roster: Roster,
  change: RosterChange,
  groups: Readonly<Record<string, WrittenSkills>>,
): Roster {
  if (change.change === 'teach') {
    const people = roster.people.map((person, index) => {
      if (index !== change.person) return person;
      const skills = [...personSkills(person, groups), { work: change.work, speed: 1 }];
      return { ...person, group: '', skills };
    });
    return { ...roster, people };
  }
  const moved = movedLunch(roster.shifts[change.shift], change.bySeconds);
  if (moved === undefined) throw new RangeError('bySeconds: the lunch cannot be moved so');
  return { ...roster, shifts: roster.shifts.with(change.shift, moved) };
}

function lunchOf({ activities }: Shift) {
  return activities.find(({ activity }) => activity === 'lunch');
}

function movedLunch(shift: Shift, bySeconds: number): Shift | undefined {
  const lunch = lunchOf(shift);
  if (lunch === undefined) return undefined;
  const moved = { ...lunch, from: lunch.from + bySeconds, to: lunch.to + bySeconds };
  const others = shift.activities.filter((one) => one !== lunch);
  const meets = others.some(({ from, to }) => from < moved.to && moved.from < to);
  if (meets || moved.from <= shift.from || moved.to >= shift.to) return undefined;
  return { ...shift, activities: [...others, moved].sort((a, b) => a.from - b.from) };
}
