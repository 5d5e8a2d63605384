/** Where a roster gives somebody no break, or a shift that he cannot work. */
import { onQueueSpans, type Roster } from '../../scenario/roster/roster.ts';
import { personSkills, type WrittenSkills } from '../../scenario/roster/staff-roster.ts';

/** Seconds on queue after which a break is due: Directive 2003/88/EC of the European Parliament and Council, article 4. */
export const breakDueSeconds = 6 * 3600;

/** Seconds from which on somebody who is there is a post that is always filled: a day of 23 hours is whole as well. */
export const wholeDay = 23 * 3600;

/** A shift with a stretch on queue that is too long. */
export interface MissedBreak {
  /** Index into `roster.shifts`. */
  shift: number;
  /** Length of the longest stretch on queue. */
  seconds: number;
}

/**
 * Shifts in which somebody is on queue for longer than {@link breakDueSeconds} without a break. A shift of a whole day is a post that
 * is always filled, as optimisers plan them, and nobody's shift.
 */
export function findMissedBreaks(roster: Roster): MissedBreak[] {
  return roster.shifts.flatMap((shift, index) => {
    const seconds = Math.max(0, ...onQueueSpans(shift).map(({ from, to }) => to - from));
    return shift.to - shift.from < wholeDay && seconds > breakDueSeconds ? [{ shift: index, seconds }] : [];
  });
}

/**
 * Shifts limited to work that the person cannot do, by index; such a shift is nobody's.
 * @param groups the skills of the scenario's groups by name
 */
export function findUnableShifts(roster: Roster, groups: Readonly<Record<string, WrittenSkills>>): number[] {
  return roster.shifts.flatMap(({ person, only }, index) => {
    const skills = personSkills(roster.people[person], groups).map(({ work }) => work);
    return only.length > 0 && !only.some((work) => skills.includes(work)) ? [index] : [];
  });
}
