/**
 * A roster as plain data: named people, what they can do, and their shifts with everything that takes them off the queue.
 * Times are seconds from local midnight of the first day, so that shifts past midnight and days of 23 or 25 hours need no
 * special case; a shift of the evening before has a negative start.
 */
import type { Span } from '../scenario.ts';
import type { Wish } from './wishes.ts';

/** What takes a person off the queue within a shift. */
export const activities = ['break', 'lunch', 'training', 'meeting', 'coaching', 'other'] as const;
export type Activity = (typeof activities)[number];

/** People, shifts and leave. */
export interface Roster {
  /** ISO date: times count from its local midnight. */
  startDate: string;
  timeZone: string;
  people: Person[];
  /** Ascending by person, then by start; the shifts of one person do not overlap. A split shift is two shifts of one day. */
  shifts: Shift[];
  leave: Leave[];
  /** Activities that are not paid. */
  unpaid: Activity[];
}

/** Somebody who works here. */
export interface Person {
  /** Unique in the roster. */
  name: string;
  /** Number in the personnel system; '' when the file gives none. */
  id: string;
  team: string;
  site: string;
  /** Name of the scenario's agent group whose skills this person has; '' when `skills` says it. */
  group: string;
  /** What the person can do, by name of work; empty when `group` says it. */
  skills: Skill[];
  /** Contract, hours a week; null = not stated. */
  hoursPerWeek: number | null;
  /** Cost of a paid hour, in the currency of the planner. */
  costPerHour: number;
  /** What he would rather; left out where nothing is said. */
  wishes?: readonly Wish[];
}

/** One skill: handling time is divided by `speed`. */
export interface Skill {
  work: string;
  speed: number;
}

/** One stretch of work. */
export interface Shift {
  /** Index into `people`. */
  person: number;
  from: number;
  to: number;
  /** Off the queue, ascending, disjoint, within the shift. */
  activities: { activity: Activity; from: number; to: number }[];
  /** Names of work this shift is limited to; empty = everything the person can do. */
  only: string[];
  /** A planner's decision that an optimiser keeps. */
  pinned: boolean;
}

/** Days or hours on which a person is not to be rostered. */
export interface Leave {
  /** Index into `people`. */
  person: number;
  from: number;
  to: number;
}

/** A person of whom only the name is known. */
export function plainPerson(name: string): Person {
  return { name, id: '', team: '', site: '', group: '', skills: [], hoursPerWeek: null, costPerHour: 1 };
}

/** The stretches of a shift in which the person takes contacts. */
export function onQueueSpans(shift: Shift): Span[] {
  return without(shift, shift.activities);
}

/** The paid stretches of a shift. */
export function paidSpans(shift: Shift, unpaid: readonly Activity[]): Span[] {
  return without(
    shift,
    shift.activities.filter(({ activity }) => unpaid.includes(activity)),
  );
}

/** Paid time of a shift, seconds. */
export function paidSeconds(shift: Shift, unpaid: readonly Activity[]): number {
  return totalSeconds(paidSpans(shift, unpaid));
}

/** Length of all spans together, seconds. */
export function totalSeconds(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** What the roster pays, in the currency of `costPerHour`. */
export function rosterCost(roster: Roster): number {
  let cost = 0;
  for (const shift of roster.shifts) {
    cost += (paidSeconds(shift, roster.unpaid) / 3600) * roster.people[shift.person].costPerHour;
  }
  return cost;
}

/** `whole` less the (ascending, disjoint) spans. */
function without(whole: Span, spans: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let from = whole.from;
  for (const span of spans) {
    if (span.from > from) rest.push({ from, to: span.from });
    from = Math.max(from, span.to);
  }
  if (whole.to > from) rest.push({ from, to: whole.to });
  return rest;
}
