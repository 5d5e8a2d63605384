/** The shifts of one person as an iCal file, all times in UTC, so that no calendar has to know the zone. */
import ICAL from 'ical.js';
import type { Roster } from '../../scenario/roster/roster.ts';
import { RosterClock } from '../../scenario/roster/roster-clock.ts';
import { type Lang, words } from '../../words/dictionary.ts';

/**
 * The iCal text of one person's shifts and of what interrupts them.
 *
 * @param person index into `roster.people`
 * @param lang of the summaries
 * @param stamp seconds since 1970 at which the roster was made
 */
export function writeCalendar(roster: Roster, person: number, lang: Lang, stamp: number): string {
  const { columns } = words(lang).roster;
  const clock = new RosterClock(roster.startDate, roster.timeZone);
  const { name } = roster.people[person];
  const calendar = new ICAL.Component(['vcalendar', [], []]);
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Callfloor//Roster//EN');
  calendar.updatePropertyWithValue('x-wr-calname', name);
  const add = (summary: string, category: string, from: number, to: number) => {
    const event = new ICAL.Component('vevent');
    const epoch = clock.toEpoch(from);
    event.updatePropertyWithValue('uid', `${epoch}-${category}-${person}@callfloor`);
    event.updatePropertyWithValue('dtstamp', utc(stamp));
    event.updatePropertyWithValue('dtstart', utc(epoch));
    event.updatePropertyWithValue('dtend', utc(clock.toEpoch(to)));
    event.updatePropertyWithValue('summary', summary);
    event.updatePropertyWithValue('categories', category);
    calendar.addSubcomponent(event);
  };
  for (const shift of roster.shifts) {
    if (shift.person !== person) continue;
    add(columns.shift, 'shift', shift.from, shift.to);
    for (const { activity, from, to } of shift.activities) add(columns[activity], activity, from, to);
  }
  for (const one of roster.leave) if (one.person === person) add(columns.leave, 'leave', one.from, one.to);
  return `${calendar.toString()}\r\n`;
}

function utc(epoch: number): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(epoch * 1000), true);
}
