/**
 * Work that may be laid aside for a customer who waits, and taken up again where it was left: each group keeps a list of what its
 * agents have in hand of such work, the latest first. What is laid aside goes back to the head of its queue.
 */
import type { Center } from './center.ts';
import { none } from './event-queue.ts';
import { handled } from './events.ts';
import { bookOutcome } from './follow-ups.ts';
import { rejoinQueue } from './queues.ts';
import { outcomeColumns } from './run.ts';
import { staysOnDuty } from './staff.ts';
import { toTick } from './ticks.ts';

const interruptions = outcomeColumns.indexOf('interruptions');
const heldUp = outcomeColumns.indexOf('heldUp');

/** An agent has begun with an item that may be laid aside. */
export function takeInHand(center: Center, contact: number, group: number): void {
  const first = center.inHand[group];
  center.next[contact] = first;
  center.previous[contact] = none;
  if (first !== none) center.previous[first] = contact;
  center.inHand[group] = contact;
}

/** He has it no longer. */
export function putFromHand(center: Center, contact: number, group: number): void {
  const next = center.next[contact];
  const previous = center.previous[contact];
  if (previous === none) center.inHand[group] = next;
  else center.next[previous] = next;
  if (next !== none) center.previous[next] = previous;
}

/** The item that an agent of a group would lay aside for a customer: the one begun last, of those who stay on; `none` if there is none. */
export function findInterruptible(center: Center, group: number): number {
  let item = center.inHand[group];
  while (item !== none && !(center.leaves[item] === 0 && staysOnDuty(center, group, center.withAgent[item]))) {
    item = center.next[item];
  }
  return item;
}

/** Lays an item aside; returns the agent who had it. */
export function layAside(center: Center, item: number, group: number): number {
  const agent = center.withAgent[item];
  putFromHand(center, item, group);
  center.left[item] = center.events.time[item] - center.now;
  center.leftAtPace[item] = center.plan.pace[group * center.plan.types + center.type[item]];
  center.events.cancel(item);
  center.events.time[item] = Number.POSITIVE_INFINITY;
  center.withGroup[item] = -1;
  center.laidAsideAt[item] = center.now;
  bookOutcome(center, item, interruptions);
  rejoinQueue(center, item);
  return agent;
}

/** An item that was laid aside leaves its queue: the time that it lay there is no part of its wait. */
export function bookHeldUp(center: Center, item: number): void {
  bookOutcome(center, item, heldUp, center.now - center.laidAsideAt[item]);
}

/** An agent goes on with an item; returns how much longer it takes him than it would have the one who laid it aside, seconds. */
export function takeUpAgain(center: Center, item: number, group: number): number {
  const pace = center.plan.pace[group * center.plan.types + center.type[item]];
  const left = center.left[item];
  const lasts = pace === center.leftAtPace[item] ? left : toTick((left / center.leftAtPace[item]) * pace);
  bookHeldUp(center, item);
  center.left[item] = 0;
  center.events.time[item] = center.now + lasts;
  center.events.schedule(item, handled);
  takeInHand(center, item, group);
  return lasts - left;
}
