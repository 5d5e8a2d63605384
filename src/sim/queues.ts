/** The queues: one for each type, a list of those who wait. */
import type { Center } from './center.ts';
import { none } from './event-queue.ts';
import { byArrival, placeByRank } from './ranks.ts';

/** Puts a contact into its queue: at the end, or where its rank has it. */
export function joinQueue(center: Center, contact: number): void {
  const byRank = center.plan.ranks.by !== byArrival;
  insert(center, contact, byRank ? placeByRank(center, contact) : center.queueTail[center.type[contact]]);
}

/** Puts a contact back that was at the head of its queue before. */
export function rejoinQueue(center: Center, contact: number): void {
  insert(center, contact, center.plan.ranks.by === byArrival ? none : placeByRank(center, contact));
}

function insert(center: Center, contact: number, before: number): void {
  const type = center.type[contact];
  const after = before === none ? center.queueHead[type] : center.next[before];
  center.next[contact] = after;
  center.previous[contact] = before;
  if (before === none) center.queueHead[type] = contact;
  else center.next[before] = contact;
  if (after === none) center.queueTail[type] = contact;
  else center.previous[after] = contact;
  const length = center.queueLength[type] + 1;
  center.queueLength[type] = length;
  if (length > center.queueMax[type]) center.queueMax[type] = length;
  center.queueArea[type] -= center.now - center.intervalStart;
  center.waiting++;
}

/** Takes a contact out of its queue, wherever it stands. */
export function leaveQueue(center: Center, contact: number): void {
  const type = center.type[contact];
  const next = center.next[contact];
  const previous = center.previous[contact];
  if (previous === none) center.queueHead[type] = next;
  else center.next[previous] = next;
  if (next === none) center.queueTail[type] = previous;
  else center.previous[next] = previous;
  center.queueLength[type]--;
  center.queueArea[type] += center.now - center.intervalStart;
  center.waiting--;
}
