/** The queues: one for each type, a list of those who wait. */
import type { Center } from './center.ts';
import { none } from './event-queue.ts';
import { byArrival, placeByRank } from './ranks.ts';

/** Puts a contact into its queue: at the end, or where its rank has it. */
export function joinQueue(center: Center, contact: number): void {
  const type = center.type[contact];
  const last = center.queueTail[type];
  if (last !== none && center.plan.ranks.by !== byArrival) {
    insert(center, contact, type, placeByRank(center, contact));
    return;
  }
  center.next[contact] = none;
  center.previous[contact] = last;
  if (last === none) center.queueHead[type] = contact;
  else center.next[last] = contact;
  center.queueTail[type] = contact;
  countIn(center, type);
}

/** Puts a contact back that was at the head of its queue before. */
export function rejoinQueue(center: Center, contact: number): void {
  const before = center.plan.ranks.by === byArrival ? none : placeByRank(center, contact);
  insert(center, contact, center.type[contact], before);
}

function insert(center: Center, contact: number, type: number, before: number): void {
  const after = before === none ? center.queueHead[type] : center.next[before];
  center.next[contact] = after;
  center.previous[contact] = before;
  if (before === none) center.queueHead[type] = contact;
  else center.next[before] = contact;
  if (after === none) center.queueTail[type] = contact;
  else center.previous[after] = contact;
  countIn(center, type);
}

/** One more waits. */
function countIn(center: Center, type: number): void {
  const length = center.queueLength[type] + 1;
  center.queueLength[type] = length;
  if (length > center.queueMax[type]) lengthenQueue(center, type, length);
  center.queueArea[type] -= center.now - center.intervalStart;
  center.waiting++;
}

/** A queue is longer than before in this interval; somebody has waited in it. */
export function lengthenQueue(center: Center, type: number, length: number): void {
  center.queueMax[type] = length;
  if (center.isQueueUsed[type] === 1) return;
  center.isQueueUsed[type] = 1;
  center.usedQueues[center.usedQueueCount++] = type;
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
