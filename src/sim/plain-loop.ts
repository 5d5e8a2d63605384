/**
 * A faster loop for stretches of a run in which nothing depends on when a waiting contact hangs up: no lines or redials, no full
 * waiting room, no queue that is closing. Abandonment is then not an event but a deadline, looked at when an agent comes free or an
 * interval ends. Everything else happens as in `loop.ts`, in the same order, and since times are whole ticks every figure is
 * the same to the last bit; a test compares the two over random scenarios.
 */
import {
  answered,
  bookAbandoned,
  bookAnswered,
  bookLoggedIn,
  bookOutsideHours,
  hold,
  talk,
  wrapUp,
} from './booking.ts';
import { type Center, growContacts, releaseContact, takeContact } from './center.ts';
import { advanceSource } from './customers.ts';
import { none } from './event-queue.ts';
import * as event from './events.ts';
import { followTimeline, takePlanned } from './loop.ts';
import { append, correctQueueMax, startQueueLog } from './queue-log.ts';
import { joinQueue, leaveQueue } from './queues.ts';
import { findGroup, findQueue } from './routing.ts';
import { followSchedule, makeIdle, takeIdle } from './staff.ts';
import { toTick } from './ticks.ts';
import { steps } from './traits.ts';

/** Whether the run may go on in the plain loop from here. */
export function canRunPlain(center: Center): boolean {
  return center.plan.isPlain && center.trace === undefined && center.waiting === 0 && !center.isClosing.includes(1);
}

/** Runs until hours end, or until nothing is left but the end of patiences; what waits then has its event again. */
export function runPlain(center: Center): void {
  startQueueLog(center);
  while (runWithRoom(center)) makeRoom(center);
  dropHungUp(center, center.now);
  correctQueueMax(center);
  for (let type = 0; type < center.plan.types; type++) {
    for (let contact = center.queueHead[type]; contact !== none; contact = center.next[contact]) {
      if (center.events.time[contact] < Number.POSITIVE_INFINITY) center.events.schedule(contact, event.patienceEnds);
    }
  }
}

/** The loop; returns true when it needs room for further contacts, false when it has done its part. */
function runWithRoom(center: Center): boolean {
  const { arrivalHeap, events, nextArrival, type: typeOf } = center;
  const capacity = typeOf.length;
  for (;;) {
    const node = events.first();
    const due = events.time[node];
    const type = arrivalHeap[0];
    const arrives = nextArrival[type];
    const planned = center.plannedAt;
    if (planned <= due && planned <= arrives) {
      if (planned === Number.POSITIVE_INFINITY || center.plan.timelineKind[center.timelineAt] === event.hoursEnd) {
        return false;
      }
      followPlan(center);
    } else if (due <= arrives) {
      center.now = due;
      events.takeFirst();
      finish(center, node);
    } else {
      if (center.freeContact === none && center.contactsUsed === capacity) return true;
      center.now = arrives;
      arrive(center, type);
    }
  }
}

function followPlan(center: Center): void {
  const { timelineKind, timelineSubject, timelineValue } = center.plan;
  const row = takePlanned(center);
  const kind = timelineKind[row];
  if (kind === event.staffChanges) {
    const group = timelineSubject[row];
    center.scheduled[group] = timelineValue[row];
    followSchedule(center, group);
    serveWaiting(center, group);
    return;
  }
  if (kind === event.intervalEnds) {
    dropHungUp(center, center.now);
    correctQueueMax(center);
  }
  followTimeline(center);
  if (kind === event.intervalEnds) startQueueLog(center);
}

/** A new customer: somebody idle takes him, or he waits. */
function arrive(center: Center, type: number): void {
  const { contactBase, intervals, traits } = center.plan;
  const source = center.sources[type];
  const row = source.row;
  if (center.isOpen[type] === 0) {
    bookOutsideHours(center, type);
    advanceSource(center, type);
    return;
  }
  const contact = takeContact(center);
  const book = contactBase[type] + center.interval;
  center.talk[contact] = source.talk[row];
  if ((traits[type] & steps) !== 0) {
    center.hold[contact] = source.hold[row];
    center.wrapUp[contact] = source.wrapUp[row];
  }
  const group = findGroup(center, contact, type);
  if (group >= 0) {
    takeIdle(center, group);
    center.data[book + answered * intervals]++;
    startHandling(center, contact, type, group, book);
  } else {
    center.type[contact] = type;
    center.book[contact] = book;
    center.queuedAt[contact] = center.now;
    center.events.time[contact] = center.now + source.patience[row];
    joinQueue(center, contact);
    const { moveCount, moves } = center.queueLog;
    append(moves, moveCount, type, center.now);
  }
  advanceSource(center, type);
}

/** An agent speaks to the contact, whose attempt is booked from `book` on. */
function startHandling(center: Center, contact: number, type: number, group: number, book: number): void {
  const { data, plan } = center;
  const { intervals, pace, traits, types } = plan;
  const factor = pace[group * types + type];
  const talks = factor === 1 ? center.talk[contact] : toTick(center.talk[contact] * factor);
  let ends = center.now + talks;
  data[book + talk * intervals] += talks;
  if ((traits[type] & steps) !== 0) {
    const holds = toTick(center.hold[contact] * factor);
    const wrapsUp = toTick(center.wrapUp[contact] * factor);
    data[book + hold * intervals] += holds;
    data[book + wrapUp * intervals] += wrapsUp;
    ends += holds + wrapsUp;
  }
  center.handlingArea[group] -= center.now - center.intervalStart;
  center.withGroup[contact] = group;
  center.withAgent[contact] = none;
  center.events.time[contact] = ends;
  center.events.schedule(contact, event.handled);
}

/** The contact is handled: its agent goes if there are too many, takes the next contact, or is idle. */
function finish(center: Center, contact: number): void {
  const group = center.withGroup[contact];
  center.handlingArea[group] += center.now - center.intervalStart;
  releaseContact(center, contact);
  if (++center.free[group] <= 0) {
    bookLoggedIn(center, group, -1);
    return;
  }
  const next = findWaiting(center, group);
  if (next === none) makeIdle(center, group, none);
  else {
    center.free[group]--;
    serve(center, next, group);
  }
}

/** Idle agents of a group take what waits for them. */
function serveWaiting(center: Center, group: number): void {
  while (center.free[group] > 0) {
    const contact = findWaiting(center, group);
    if (contact === none) return;
    takeIdle(center, group);
    serve(center, contact, group);
  }
}

/** The waiting contact that a free agent of the group takes now, or none. */
function findWaiting(center: Center, group: number): number {
  if (center.waiting === 0) return none;
  const { queueStart, queueType } = center.plan;
  for (let i = queueStart[group]; i < queueStart[group + 1]; i++) dropHungUpHead(center, queueType[i]);
  const type = findQueue(center, group);
  return type < 0 ? none : center.queueHead[type];
}

/** An agent of the group, taken already, answers a waiting contact. */
function serve(center: Center, contact: number, group: number): void {
  const { moveCount, moves } = center.queueLog;
  const type = center.type[contact];
  leaveQueue(center, contact);
  append(moves, moveCount, type, -center.now);
  if (center.now > center.queuedAt[contact]) center.delayed[contact] = 1;
  bookAnswered(center, contact);
  startHandling(center, contact, type, group, center.book[contact]);
}

/** Takes those who hung up before now off the front of a queue; whose patience ends now is still there. */
function dropHungUpHead(center: Center, type: number): void {
  const { queueHead } = center;
  while (queueHead[type] !== none && center.events.time[queueHead[type]] < center.now) hangUp(center, queueHead[type]);
}

/** Takes everybody out of the queues who hung up before a time. */
function dropHungUp(center: Center, before: number): void {
  for (let type = 0; type < center.plan.types; type++) {
    for (let contact = center.queueHead[type]; contact !== none; ) {
      const following = center.next[contact];
      if (center.events.time[contact] < before) hangUp(center, contact);
      contact = following;
    }
  }
}

/** Books that a contact hung up at its deadline, which has passed. */
function hangUp(center: Center, contact: number): void {
  const { hangUpCount, hangUps } = center.queueLog;
  const now = center.now;
  center.now = center.events.time[contact];
  append(hangUps, hangUpCount, center.type[contact], center.now);
  leaveQueue(center, contact);
  bookAbandoned(center, contact);
  releaseContact(center, contact);
  center.now = now;
}

/** Gets room from those who hung up, or from larger columns. */
function makeRoom(center: Center): void {
  const { limits } = center.plan;
  const before = center.waiting;
  dropHungUp(center, center.now);
  const freed = before - center.waiting;
  const few = 8 * freed < center.type.length && center.type.length - center.firstContact < limits.contacts;
  if (freed === 0 || few) growContacts(center);
}
