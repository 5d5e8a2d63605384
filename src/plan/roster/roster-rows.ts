/** A roster as rows of a table, one a shift, that `readRoster` reads back: the common ground of the CSV and Excel files. */

import { type Activity, activities, type Person, type Roster, type Shift } from '../../scenario/roster/roster.ts';
import { clockText, RosterClock } from '../../scenario/roster/roster-clock.ts';
import { wishText } from '../../scenario/roster/wishes.ts';
import { type Lang, words } from '../../words/dictionary.ts';

/** Columns of an exported row, in order. */
export const rowColumns = [
  'name',
  'id',
  'team',
  'site',
  'group',
  'skills',
  'hoursPerWeek',
  'costPerHour',
  'wishes',
  'date',
  'start',
  'end',
  ...activities,
  'only',
  'pinned',
  'activity',
] as const;
export type RowColumn = (typeof rowColumns)[number];
export type RosterRow = Record<RowColumn, string>;

/** A row with the shift it describes, if it describes one. */
export interface PersonRow {
  row: RosterRow;
  person: Person;
  shift: Shift | undefined;
}

/**
 * One row a shift or leave, one for each person without any, in the order of the people.
 * @param lang of the codes in the cells
 */
export function rosterRows(roster: Roster, lang: Lang): PersonRow[] {
  const clock = new RosterClock(roster.startDate, roster.timeZone);
  const { columns } = words(lang).roster;
  const rows: PersonRow[] = [];
  roster.people.forEach((person, index) => {
    const shifts = roster.shifts.filter((shift) => shift.person === index);
    const leave = roster.leave.filter((one) => one.person === index);
    for (const shift of shifts) {
      const row = { ...personCells(person), ...timeCells(clock, shift.from, shift.to) };
      const ranges = (activity: Activity) =>
        shift.activities
          .filter((one) => one.activity === activity)
          .map(({ from, to }) => `${timeOfDay(clock, from)}-${timeOfDay(clock, to)}`)
          .join(' | ');
      for (const activity of activities) row[activity] = ranges(activity);
      row.only = shift.only.join('; ');
      row.pinned = shift.pinned ? columns.yes : '';
      rows.push({ row, person, shift });
    }
    for (const { from, to } of leave) {
      const row = { ...personCells(person), ...timeCells(clock, from, to), activity: columns.leave };
      rows.push({ row, person, shift: undefined });
    }
    if (shifts.length === 0 && leave.length === 0) {
      rows.push({ row: { ...personCells(person), activity: columns.off }, person, shift: undefined });
    }
  });
  return rows;
}

function personCells(person: Person): RosterRow {
  const cells = Object.fromEntries(rowColumns.map((name) => [name, ''])) as RosterRow;
  for (const name of ['name', 'id', 'team', 'site', 'group'] as const) cells[name] = person[name];
  cells.skills = person.skills.map(({ work, speed }) => (speed === 1 ? work : `${work}=${speed}`)).join('; ');
  cells.hoursPerWeek = person.hoursPerWeek === null ? '' : String(person.hoursPerWeek);
  cells.costPerHour = String(person.costPerHour);
  cells.wishes = (person.wishes ?? []).map(wishText).join('; ');
  return cells;
}

/** Date, start and end; in an hour that the clock change repeats, and over more than a day, with date and offset. */
function timeCells(clock: RosterClock, from: number, to: number) {
  const start = clock.local(from);
  const end = clock.local(to);
  const plain =
    to - from < 86_400 &&
    clock.seconds(start) === from &&
    clock.seconds(end) === to &&
    Number.isInteger(start.minutes) &&
    Number.isInteger(end.minutes);
  const midnight = end.minutes === 0 ? '24:00' : clockText(end.minutes);
  if (plain) return { date: start.date, start: clockText(start.minutes), end: midnight };
  return { date: start.date, start: moment(clock, from), end: moment(clock, to) };
}

function moment(clock: RosterClock, seconds: number): string {
  return new Date(clock.toEpoch(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}

function timeOfDay(clock: RosterClock, seconds: number): string {
  return clockText(clock.local(seconds).minutes);
}
