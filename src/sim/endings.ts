/**
 * When the contacts in hand are over, as the plain loop keeps it: a calendar like `CalendarQueue` for entries that nobody ever takes
 * out before their time. A later day's bucket is in no order; a day is put in order when it comes. So an entry costs three writes.
 */
import type { Center } from './center.ts';
import type { CustomerSource } from './customers.ts';
import { none } from './event-queue.ts';
import { handled } from './events.ts';

/** The contacts in hand, by the day on which they are over. Their times stand in `EventQueue.time`; lists go through `Center.next`. */
export interface Endings {
  readonly daysPerSecond: number;
  /** Day d lies in bucket d & mask, among days that are whole rounds earlier or later. */
  readonly mask: number;
  /** The contact of each bucket that was entered last; behind each stands the one entered before it. */
  readonly buckets: Int32Array;
  /** The day being worked off, and its contact that is over next; behind each stands the one that follows. */
  today: number;
  first: number;
}

const fewestBuckets = 64;
const mostBuckets = 2 ** 16;
/** Days are 32-bit integers; what lies beyond the last day lies in it. */
const lastDay = 2 ** 31 - 1;

/**
 * An empty calendar for the customers of these sources.
 *
 * A day is as long as it takes, on a middling stretch, until the next of them comes: between the mean rate, at which no day would be
 * looked at in vain, and the greatest, at which no two contacts would share one. A round takes four mean handle times.
 *
 * @param horizon end of the last interval, seconds
 * @param meanHandling greatest mean handle time of a type, seconds
 */
export function makeEndings(sources: readonly CustomerSource[], horizon: number, meanHandling: number): Endings {
  let expected = 0;
  let greatest = 0;
  for (const { segments, spans } of sources) {
    const stretches = [
      ...segments.map(({ from, mass, to }) => ({ customers: mass, seconds: to - from })),
      ...spans.map(({ count, from, to }) => ({ customers: count, seconds: to - from })),
    ];
    for (const { customers } of stretches) expected += customers;
    greatest += stretches.reduce((most, { customers, seconds }) => Math.max(most, customers / seconds), 0);
  }
  const daysPerSecond = Math.sqrt(Math.max(1, expected) / horizon) * Math.sqrt(Math.max(1 / horizon, greatest));
  let buckets = fewestBuckets;
  while (buckets < mostBuckets && buckets < 4 * meanHandling * daysPerSecond) buckets *= 2;
  return { daysPerSecond, mask: buckets - 1, buckets: new Int32Array(buckets), today: 0, first: none };
}

/** The day of a time. */
export function dayOf(time: number, daysPerSecond: number): number {
  const days = time * daysPerSecond;
  return days < lastDay ? days | 0 : lastDay;
}

/** Enters a contact by its time. */
export function enter(center: Center, contact: number): void {
  const { endings } = center;
  const day = dayOf(center.events.time[contact], endings.daysPerSecond);
  if (day <= endings.today) endings.first = enterToday(center, endings.first, contact);
  else {
    center.next[contact] = endings.buckets[day & endings.mask];
    endings.buckets[day & endings.mask] = contact;
  }
}

/** Enters a contact that is over today, behind those that are not later; returns the first of the day. */
export function enterToday(center: Center, first: number, contact: number): number {
  const { next } = center;
  const { time } = center.events;
  const due = time[contact];
  let before = none;
  let after = first;
  for (; after !== none && time[after] <= due; after = next[after]) before = after;
  next[contact] = after;
  if (before === none) return contact;
  next[before] = contact;
  return first;
}

/** Takes a day's contacts out of their bucket, and returns the first of them: in order of time, and who was entered first before the others. */
export function openDay(center: Center, day: number): number {
  const { buckets, daysPerSecond, mask } = center.endings;
  const { next } = center;
  const { time } = center.events;
  let first = none;
  let kept = none;
  let lastKept = none;
  for (let contact = buckets[day & mask]; contact !== none; ) {
    const following = next[contact];
    const due = time[contact];
    if (dayOf(due, daysPerSecond) === day) {
      let before = none;
      let after = first;
      for (; after !== none && time[after] < due; after = next[after]) before = after;
      next[contact] = after;
      if (before === none) first = contact;
      else next[before] = contact;
    } else {
      if (lastKept === none) kept = contact;
      else next[lastKept] = contact;
      lastKept = contact;
    }
    contact = following;
  }
  if (lastKept !== none) next[lastKept] = none;
  buckets[day & mask] = kept;
  return first;
}

/** Takes all that is in hand over from the pending events; nothing else is pending. */
export function takeOver(center: Center): void {
  const { endings, events } = center;
  endings.today = dayOf(center.now, endings.daysPerSecond);
  for (let contact = events.first(); contact !== none; contact = events.first()) {
    events.takeFirst();
    enter(center, contact);
  }
}

/** Hands all back to the pending events: of equal times, who was entered first is scheduled first. */
export function handBack(center: Center): void {
  const { buckets } = center.endings;
  scheduleAll(center, center.endings.first);
  center.endings.first = none;
  for (let bucket = 0; bucket < buckets.length; bucket++) {
    if (buckets[bucket] === none) continue;
    scheduleAll(center, turnRound(center.next, buckets[bucket]));
    buckets[bucket] = none;
  }
}

function scheduleAll({ events, next, withAgent }: Center, first: number): void {
  for (let contact = first; contact !== none; contact = next[contact]) {
    withAgent[contact] = none;
    events.schedule(contact, handled);
  }
}

/** Turns a list round; returns its first, which was its last. */
function turnRound(next: Int32Array, first: number): number {
  let turned = none;
  for (let contact = first; contact !== none; ) {
    const following = next[contact];
    next[contact] = turned;
    turned = contact;
    contact = following;
  }
  return turned;
}
