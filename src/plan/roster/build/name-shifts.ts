/** From numbers of shifts to a roster of people without names of their own: as many as are needed, called after their group. */

import { plainPerson, type Roster, type Shift } from '../../../scenario/roster/roster.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { type CandidateShift, unpaidActivities } from './candidate-shifts.ts';

/** How many people of a group work a candidate shift. */
export interface ShiftCount {
  group: number;
  candidate: number;
  people: number;
}

/**
 * One person a shift.
 * @param counts with candidates by index
 */
export function nameShifts(
  scenario: Scenario,
  candidates: readonly CandidateShift[],
  counts: readonly ShiftCount[],
): Roster {
  const { clock, groups, shifts: plan } = scenario;
  const roster: Roster = {
    startDate: clock.startDate,
    timeZone: clock.timeZone,
    people: [],
    shifts: [],
    leave: [],
    unpaid: [...unpaidActivities],
  };
  groups.forEach(({ name }, group) => {
    const shifts = counts
      .filter((count) => count.group === group)
      .flatMap(({ candidate, people }) => Array.from({ length: people }, () => candidates[candidate].shift))
      .sort((a, b) => a.from - b.from || a.to - b.to);
    const digits = String(shifts.length).length;
    shifts.forEach((shift, index) => {
      const person = roster.people.push({
        ...plainPerson(`${name} ${String(index + 1).padStart(digits, '0')}`),
        group: name,
        costPerHour: plan?.costPerHour[group] ?? 1,
      });
      roster.shifts.push(copyShift(shift, person - 1));
    });
  });
  return roster;
}

/** A shift of somebody else's. */
export function copyShift(shift: Shift, person: number): Shift {
  return { ...shift, person, activities: shift.activities.map((one) => ({ ...one })), only: [...shift.only] };
}
