/**
 * iCal files: an event is a shift or an activity of its attendee. Times may be UTC, local to a named zone, or floating (the
 * roster's zone); repeating events are unrolled over the days that the roster is for.
 */
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { RosterContext } from './finish-roster.ts';
import { addDays } from './roster-clock.ts';
import { meaningOf } from './roster-columns.ts';
import type { RosterDraft } from './roster-draft.ts';
import type { RosterPlace } from './roster-error.ts';

/** Furthest that a repeating event without end is unrolled when no days are given. */
const longestUnroll = 366;
/** Repetitions of one event beyond which the file is not believed: fifty years of every day are fewer. */
const mostRepetitions = 20_000;

/** Reads the events of an iCal file into the draft. */
export function readCalendar(file: string, text: string, context: RosterContext, draft: RosterDraft): void {
  let calendar: ICAL.Component;
  try {
    calendar = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
  } catch (error) {
    draft.fault({ file, sheet: '', cell: '' }, { key: 'badCalendar', values: { got: reasonOf(error) } });
    return;
  }
  const calendarName = String(calendar.getFirstPropertyValue('x-wr-calname') ?? '');
  const zones = new Map<string, ICAL.Timezone>();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    const timezone = new ICAL.Timezone(zone);
    zones.set(timezone.tzid, timezone);
  }
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    const place = { file, sheet: '', cell: event.uid ?? event.summary ?? '' };
    try {
      readEvent(event, { calendarName, zones, place }, context, draft);
    } catch (error) {
      // Times are read when they are asked for: what is wrong with them shows here.
      draft.fault(place, { key: 'badCalendar', values: { got: reasonOf(error) } });
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Where an event stands, and what its calendar says of all. */
interface EventSetting {
  calendarName: string;
  zones: Map<string, ICAL.Timezone>;
  place: RosterPlace;
}

function readEvent(
  event: ICAL.Event,
  { calendarName, place, zones }: EventSetting,
  context: RosterContext,
  draft: RosterDraft,
): void {
  const { component } = event;
  if (String(component.getFirstPropertyValue('status') ?? '') === 'CANCELLED') return;
  if (event.startDate === null || event.endDate === null) {
    draft.fault(place, { key: 'badCalendar', values: { got: 'an event without DTSTART or DTEND' } });
    return;
  }
  const person = personOf(component, calendarName);
  if (person === undefined) {
    draft.fault(place, { key: 'noAttendee' });
    return;
  }
  draft.addPerson({ name: person, place });
  const category = String(component.getFirstPropertyValue('categories') ?? '');
  const what = meaningOf(category) ?? meaningOf(event.summary ?? '') ?? 'on-queue';
  if (what === 'off') return;
  if (event.startDate.isDate && what !== 'leave') {
    draft.fault(place, { key: 'wholeDays', values: { got: event.summary || event.startDate.toString() } });
    return;
  }
  const length = event.duration.toSeconds();
  const starts = occurrences(event, context);
  if (starts === undefined) {
    draft.fault(place, { key: 'repeatsTooOften', values: { got: event.summary ?? '', most: mostRepetitions } });
    return;
  }
  for (const start of starts) {
    const from = epochOf(start, component, zones, context.timeZone);
    const time = { start: { epoch: from }, end: { epoch: from + length } };
    draft.entries.push({ person, what, time, only: [], pinned: false, inShift: false, place });
  }
}

/** Who an event is for: its first attendee, else its organizer, else the name of the calendar. */
function personOf(component: ICAL.Component, calendarName: string): string | undefined {
  for (const name of ['attendee', 'organizer']) {
    const property = component.getFirstProperty(name);
    if (property === null) continue;
    const common = property.getParameter('cn');
    const said = typeof common === 'string' ? common : String(property.getFirstValue()).replace(/^mailto:/i, '');
    if (said !== '') return said;
  }
  return calendarName === '' ? undefined : calendarName;
}

/** Starts of an event up to the last day of the roster; undefined where they are too many. */
function occurrences(event: ICAL.Event, context: RosterContext): ICAL.Time[] | undefined {
  if (!event.isRecurring()) return [event.startDate];
  const last = context.days[context.days.length - 1];
  const until = last ?? addDays(event.startDate.toString().slice(0, 10), longestUnroll);
  const starts: ICAL.Time[] = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    if (next.toString().slice(0, 10) > until) break;
    if (starts.length === mostRepetitions) return undefined;
    starts.push(next);
  }
  return starts;
}

/** Seconds since 1970 of an iCal time, by the zone it names. */
function epochOf(
  time: ICAL.Time,
  component: ICAL.Component,
  zones: Map<string, ICAL.Timezone>,
  timeZone: string,
): number {
  if (time.zone === ICAL.Timezone.utcTimezone) return time.toUnixTime();
  const named = component.getFirstProperty('dtstart')?.getParameter('tzid');
  const zone = typeof named === 'string' ? named : timeZone;
  const described = zones.get(zone);
  if (described !== undefined) {
    const placed = time.clone();
    placed.zone = described;
    return placed.toUnixTime();
  }
  const { year, month, day, hour, minute, second } = time;
  const local = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second });
  return local.toZonedDateTime(knownZone(zone) ? zone : timeZone).epochMilliseconds / 1000;
}

function knownZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
