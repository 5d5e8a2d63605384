/** From what the files say to a roster: names checked against the scenario, times made seconds, overlaps found. */

import { nearestName } from '../../words/nearest-name.ts';
import type { Span } from '../scenario.ts';
import { type Activity, type Person, plainPerson, type Roster, type Shift } from './roster.ts';
import { addDays, clockText, RosterClock, weekdayOf } from './roster-clock.ts';
import type { ColumnName } from './roster-columns.ts';
import type { DraftEntry, DraftPerson, RosterDraft } from './roster-draft.ts';
import { placeText, type RosterPlace } from './roster-error.ts';

/** What a roster is read for. */
export interface RosterContext {
  timeZone: string;
  /** ISO dates of the days that the roster is for, in order; empty when only the file says. */
  days: readonly string[];
  /** Names of the scenario's work; empty = any. */
  work: readonly string[];
  /** Names of the scenario's agent groups; empty = any. */
  groups: readonly string[];
  /** Headers of columns where they are not recognised by themselves. */
  headers?: Readonly<Partial<Record<ColumnName, string>>>;
  /** A list of people without shifts will do. */
  onlyPeople?: boolean;
}

interface Timed extends Span {
  entry: DraftEntry;
}

const longestShift = 24 * 3600;

/**
 * Makes a roster of a draft; faults are added to the draft's.
 * @returns undefined when there are faults
 */
export function finishRoster(draft: RosterDraft, context: RosterContext, file: string): Roster | undefined {
  const whole: RosterPlace = { file, sheet: '', cell: '' };
  const isEmpty = draft.entries.length === 0 && !(context.onlyPeople && draft.people.size > 0);
  if (isEmpty && draft.faults.length === 0)
    draft.fault(whole, { key: 'noShifts', values: { headers: draft.unknownHeaders.slice(0, 8) } });
  const startDate = context.days[0] ?? firstDate(draft.entries, context.timeZone);
  if (startDate === undefined) {
    if (draft.entries.length > 0) draft.fault(draft.entries[0].place, { key: 'noDate' });
    return undefined;
  }
  const clock = new RosterClock(startDate, context.timeZone);
  const roster: Roster = {
    startDate,
    timeZone: context.timeZone,
    people: [],
    shifts: [],
    leave: [],
    unpaid: ['lunch'],
  };
  const byPerson = new Map<string, Timed[]>();
  for (const name of draft.people.keys()) byPerson.set(name, []);
  for (const entry of draft.entries) {
    for (const span of spansOf(entry, clock, context, draft)) byPerson.get(entry.person)?.push({ ...span, entry });
  }
  for (const [name, timed] of byPerson) {
    const said = draft.people.get(name) ?? { name, place: whole };
    const index = roster.people.push(finishPerson(said, context, draft)) - 1;
    addTime(roster, index, timed, clock, draft);
  }
  if (context.days.length > 0) keepDays(roster, clock, context.days, draft, whole);
  if (draft.entries.some(({ time }) => 'day' in time && time.day === null)) {
    draft.notices.push({ file, message: { key: 'everyDay' } });
  }
  return draft.faults.length > 0 ? undefined : roster;
}

/** Leaves out shifts and leave wholly outside the days asked for, with a notice; when nothing is left that is a fault. */
function keepDays(
  roster: Roster,
  clock: RosterClock,
  asked: readonly string[],
  draft: RosterDraft,
  whole: RosterPlace,
): void {
  const lastDay = asked[asked.length - 1];
  const end = clock.midnight(addDays(lastDay, 1));
  const touches = ({ from, to }: Span) => to > 0 && from < end;
  const shifts = roster.shifts.filter(touches);
  const count = roster.shifts.length - shifts.length;
  const days = `${asked[0]} – ${lastDay}`;
  if (count > 0 && shifts.length === 0) {
    const covers = firstDate(draft.entries, clock.timeZone) ?? '';
    draft.fault(whole, { key: 'outsideDays', values: { covers, days } });
  } else if (count > 0) {
    draft.notices.push({ file: whole.file, message: { key: 'daysOutside', values: { count, days } } });
  }
  roster.shifts = shifts;
  roster.leave = roster.leave.filter(touches);
}

function firstDate(entries: readonly DraftEntry[], timeZone: string): string | undefined {
  const anchor = new RosterClock('1970-01-01', timeZone);
  let first: string | undefined;
  for (const { time } of entries) {
    let date: string | undefined;
    if ('start' in time) {
      date = 'date' in time.start ? time.start.date : anchor.local(anchor.fromEpoch(time.start.epoch)).date;
    } else if (time.day !== null && 'date' in time.day) date = time.day.date;
    if (date !== undefined && (first === undefined || date < first)) first = date;
  }
  return first;
}

/** The stretches of an entry in seconds; an entry without a date stands for every day that fits. */
function spansOf(entry: DraftEntry, clock: RosterClock, context: RosterContext, draft: RosterDraft): Span[] {
  const { time, place } = entry;
  if ('start' in time) {
    const [from, to] = [time.start, time.end].map((one) =>
      'epoch' in one ? clock.fromEpoch(one.epoch) : clock.seconds(one),
    );
    const got = `${momentText(clock, from)} – ${momentText(clock, to)}`;
    if (to <= from) draft.fault(place, { key: 'emptyShift', values: { got } });
    else if (to - from > longestShift && entry.what !== 'leave') {
      draft.fault(place, { key: 'longShift', values: { hours: got } });
    } else return [{ from, to }];
    return [];
  }
  const { day, from, to } = time;
  if ((day === null || 'weekday' in day) && context.days.length === 0) {
    draft.fault(place, { key: 'noDate' });
    return [];
  }
  const dates =
    day !== null && 'date' in day
      ? [day.date]
      : // The evening before counts too: its shifts may pass midnight.
        [addDays(context.days[0], -1), ...context.days].filter(
          (date) => day === null || weekdayOf(date) === day.weekday,
        );
  return dates
    .map((date) => ({ from: clock.seconds({ date, minutes: from }), to: clock.seconds({ date, minutes: to }) }))
    .filter((span) => span.to > span.from && (span.to > 0 || (day !== null && 'date' in day)));
}

/** A moment as `2026-03-02 08:30`, local time of the roster. */
export function momentText(clock: RosterClock, seconds: number): string {
  const { date, minutes } = clock.local(seconds);
  return `${date} ${clockText(minutes)}`;
}

function finishPerson(said: DraftPerson, context: RosterContext, draft: RosterDraft): Person {
  const { name, place, ...given } = said;
  const person = { ...plainPerson(name), ...given };
  const { work, groups } = context;
  if (person.group !== '' && person.skills.length === 0 && groups.length > 0 && !groups.includes(person.group)) {
    const values = { got: person.group, near: nearestName(person.group, groups), allowed: groups };
    draft.fault(place, { key: 'unknownGroup', values });
  }
  for (const skill of person.skills) {
    if (work.length === 0 || work.includes(skill.work)) continue;
    const values = { got: skill.work, near: nearestName(skill.work, work), allowed: work };
    draft.fault(place, { key: 'unknownSkill', values });
  }
  if (person.skills.length === 0 && person.group === '') {
    if (groups.length === 1) person.group = groups[0];
    else if (groups.length > 1) draft.fault(place, { key: 'noSkills', values: { person: name, allowed: groups } });
  }
  return person;
}

/** Turns the stretches of one person into shifts, activities within them, and leave. */
function addTime(roster: Roster, person: number, timed: Timed[], clock: RosterClock, draft: RosterDraft): void {
  const name = roster.people[person].name;
  const text = ({ from, to }: Span) => `${momentText(clock, from)}–${clockText(clock.local(to).minutes)}`;
  timed.sort((a, b) => a.from - b.from || b.to - a.to);
  const leave = timed.filter(({ entry }) => entry.what === 'leave');
  const work = timed.filter(({ entry }) => entry.what === 'on-queue');
  const other = timed.filter(({ entry }) => entry.what !== 'on-queue' && entry.what !== 'leave');
  for (const [list, key] of [
    [work, 'overlap'],
    [other, 'activitiesOverlap'],
  ] as const) {
    let latest: Timed | undefined;
    for (const one of list) {
      if (latest !== undefined && one.from < latest.to) {
        const values = { person: name, first: text(latest), place: placeText(latest.entry.place) };
        draft.fault(one.entry.place, { key, values });
      }
      if (latest === undefined || one.to > latest.to) latest = one;
    }
  }
  for (const { from, to, entry } of other) {
    if (entry.inShift && !work.some((shift) => shift.from <= from && to <= shift.to)) {
      draft.fault(entry.place, {
        key: 'outsideShift',
        values: { person: name, activity: entry.what as Activity, at: text({ from, to }) },
      });
    }
  }
  for (const { from, to } of leave) {
    const last = roster.leave[roster.leave.length - 1];
    if (last !== undefined && last.person === person && last.to >= from) last.to = Math.max(last.to, to);
    else roster.leave.push({ person, from, to });
  }
  for (const shift of joinShifts(person, [...work, ...other])) {
    const off = leave.find(({ from, to }) => from < shift.to && to > shift.from);
    if (off !== undefined) {
      const at = [...work, ...other].find(({ from }) => from >= shift.from && from < shift.to) ?? off;
      draft.fault(at.entry.place, { key: 'onLeave', values: { person: name, leave: text(off) } });
    }
    roster.shifts.push(shift);
  }
}

/** Stretches that touch or lie within one another are one shift, as long as work is limited to the same skills. */
function joinShifts(person: number, timed: Timed[]): Shift[] {
  const shifts: Shift[] = [];
  timed.sort((a, b) => a.from - b.from || b.to - a.to);
  for (const { from, to, entry } of timed) {
    const last = shifts[shifts.length - 1];
    const isWork = entry.what === 'on-queue';
    const joins =
      last !== undefined &&
      from <= last.to &&
      (!isWork || sameNames(last.only, entry.only)) &&
      Math.max(to, last.to) - last.from <= longestShift;
    if (joins) last.to = Math.max(last.to, to);
    else shifts.push({ person, from, to, activities: [], only: entry.only, pinned: false });
    const shift = shifts[shifts.length - 1];
    if (entry.pinned) shift.pinned = true;
    if (!isWork) addActivity(shift, entry.what as Activity, from, to);
  }
  return shifts;
}

/** Adds an activity; the cells of a grid that say the same run together. */
function addActivity(shift: Shift, activity: Activity, from: number, to: number): void {
  const last = shift.activities[shift.activities.length - 1];
  if (last !== undefined && last.activity === activity && last.to === from) last.to = to;
  else shift.activities.push({ activity, from, to });
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i]);
}
