/**
 * A faster loop for stretches of a run in which nothing depends on when a waiting contact hangs up: no lines or redials, no full
 * waiting room, no queue that is closing. Abandonment is then not an event but a deadline, looked at when an agent comes free or an
 * interval ends. Everything else happens as in `loop.ts`, in the same order, and since times are whole ticks every figure is
 * the same to the last bit; a test compares the two over random scenarios.
 */
import {
  answered,
  answeredWait,
  bookAbandoned,
  bookLoggedIn,
  bookOutsideHours,
  delayed,
  hold,
  talk,
  waitBin,
  wrapUp,
} from './booking.ts';
import { type Center, growContacts, releaseContact } from './center.ts';
import { advanceSource } from './customers.ts';
import { dayOf, enterToday, handBack, openDay, takeOver } from './endings.ts';
import { none } from './event-queue.ts';
import * as event from './events.ts';
import { followTimeline, takePlanned } from './loop.ts';
import { correctQueueMax, logHangUp, logJoin, restartQueueLog, startQueueLog } from './queue-log.ts';
import { leaveQueue } from './queues.ts';
import { findGroup } from './routing.ts';
import { followSchedule, makeIdle, takeIdle } from './staff.ts';
import { toTick } from './ticks.ts';
import { steps } from './traits.ts';

/** Whether the run may go on in the plain loop from here. */
export function canRunPlain(center: Center): boolean {
  return center.plan.isPlain && center.trace === undefined && center.waiting === 0 && !center.isClosing.includes(1);
}

/** Runs until hours end, or until nobody comes any more; what is pending then has its event again. */
export function runPlain(center: Center): void {
  const { events, plan, queueHead } = center;
  takeOver(center);
  startQueueLog(center);
  while (runWithRoom(center)) makeRoom(center);
  dropHungUp(center, center.now);
  correctQueueMax(center);
  handBack(center);
  for (let type = 0; type < plan.types; type++) {
    for (let contact = queueHead[type]; contact !== none; contact = center.next[contact]) {
      if (events.time[contact] < Number.POSITIVE_INFINITY) events.schedule(contact, event.patienceEnds);
    }
  }
}

/**
 * The loop; returns true when it needs room for further contacts, false when it has done its part. It is written in one piece, with what it uses
 * in variables of its own: as small functions like those of `loop.ts` it took 13 to 18 % more time.
 */
function runWithRoom(center: Center): boolean {
  const { arrivalHeap, endings, free, handlingArea, isOpen, next, nextArrival, withGroup } = center;
  const { book: bookOf, data, hold: holdOf, previous, queuedAt, talk: talkOf, type: typeOf, wrapUp: wrapUpOf } = center;
  const { queueArea, queueHead, queueLength, queueMax, queueTail } = center;
  const { customers } = center;
  const { nextRow } = customers;
  const { contactBase, groupOption, groupStart, histogramBase, intervals, pace, thresholdBase } = center.plan;
  const { queueBase, queuePerSecond, queueStart, queueTier, queueType } = center.plan;
  const { thresholds, tracksIdle, traits, types } = center.plan;
  const { hangUpCount } = center.queueLog;
  const { time } = center.events;
  const { buckets, daysPerSecond, mask } = endings;
  const capacity = typeOf.length;
  let { first, today } = endings;
  let { interval, intervalStart, plannedAt } = center;
  /** Group of which agents have come, who look at the queues; -1: none. */
  let coming = -1;
  for (;;) {
    let type = arrivalHeap[0];
    const arrives = nextArrival[0];
    const until = arrives < plannedAt ? arrives : plannedAt;
    if (first === none) {
      for (const lastDay = dayOf(until, daysPerSecond); first === none && today < lastDay; ) {
        today++;
        if (buckets[today & mask] !== none) first = openDay(center, today);
      }
    }
    let contact = first;
    let group = -1;
    let book = 0;
    let now = time[contact];
    if (coming >= 0 || (now <= until && now < plannedAt)) {
      let looks: boolean;
      if (coming >= 0) {
        // Whoever is idle among them takes a contact, one after the other.
        group = coming;
        now = center.now;
        looks = free[group] > 0;
      } else {
        // A contact is handled.
        first = next[contact];
        group = withGroup[contact];
        handlingArea[group] += now - intervalStart;
        next[contact] = center.freeContact;
        center.freeContact = contact;
        center.now = now;
        if (++free[group] <= 0) {
          bookLoggedIn(center, group, -1);
          continue;
        }
        looks = center.waiting > 0;
      }
      // Of the first contacts in the queues the one of the highest tier who has most points.
      contact = none;
      if (looks) {
        let most = Number.NEGATIVE_INFINITY;
        let tier = Number.NEGATIVE_INFINITY;
        const end = queueStart[group + 1];
        for (let i = queueStart[group]; i < end; i++) {
          const queue = queueType[i];
          let head = queueHead[queue];
          if (head === none) continue;
          if (queueTier[i] < tier) break;
          while (head !== none && time[head] < now) {
            hangUp(center, head);
            head = queueHead[queue];
          }
          if (head === none) continue;
          const points = queueBase[i] + queuePerSecond[i] * (now - queuedAt[head]);
          if (points > most) {
            contact = head;
            most = points;
            tier = queueTier[i];
          }
        }
      }
      if (contact === none) {
        if (coming >= 0) coming = -1;
        else if (tracksIdle) makeIdle(center, group, none);
        continue;
      }
      if (coming >= 0 && tracksIdle) {
        takeIdle(center, group);
        free[group]++;
      }
      // The agent takes the next.
      type = typeOf[contact];
      const following = next[contact];
      queueHead[type] = following;
      if (following === none) queueTail[type] = none;
      else previous[following] = none;
      queueLength[type]--;
      queueArea[type] += now - intervalStart;
      center.waiting--;
      book = bookOf[contact];
      const wait = now - queuedAt[contact];
      if (wait > 0) {
        data[book + answeredWait * intervals] += wait;
        data[book + delayed * intervals]++;
        data[histogramBase[type]]--;
        data[histogramBase[type] + waitBin(wait)]++;
        const within = thresholdBase[type] + book - contactBase[type];
        for (let t = 0; t < thresholds.length; t++) {
          if (wait > thresholds[t]) data[within + 2 * t * intervals]--;
        }
      }
    } else if (plannedAt <= arrives) {
      endings.first = first;
      endings.today = today;
      if (plannedAt === Number.POSITIVE_INFINITY || center.plan.timelineKind[center.timelineAt] === event.hoursEnd) {
        return false;
      }
      coming = followPlan(center);
      ({ interval, intervalStart, plannedAt } = center);
      continue;
    } else {
      // A new customer.
      now = arrives;
      center.now = now;
      if (isOpen[type] === 0) {
        bookOutsideHours(center, type);
        advanceSource(center, type);
        continue;
      }
      contact = center.freeContact;
      if (contact !== none) center.freeContact = next[contact];
      else if (center.contactsUsed < capacity) contact = center.contactsUsed++;
      else {
        endings.first = first;
        endings.today = today;
        return true;
      }
      const row = nextRow[type];
      book = contactBase[type] + interval;
      talkOf[contact] = customers.talk[row];
      if ((traits[type] & steps) !== 0) {
        holdOf[contact] = customers.hold[row];
        wrapUpOf[contact] = customers.wrapUp[row];
      }
      if (groupStart[type + 1] - groupStart[type] !== 1) group = findGroup(center, contact, type);
      else if (free[groupOption[groupStart[type]]] > 0) group = groupOption[groupStart[type]];
      if (group < 0) {
        // All are busy: he waits.
        typeOf[contact] = type;
        bookOf[contact] = book;
        queuedAt[contact] = now;
        time[contact] = now + customers.patience[row];
        const last = queueTail[type];
        next[contact] = none;
        previous[contact] = last;
        if (last === none) queueHead[type] = contact;
        else next[last] = contact;
        queueTail[type] = contact;
        const length = queueLength[type] + 1;
        queueLength[type] = length;
        const seen = length + hangUpCount[type];
        if (seen > queueMax[type]) logJoin(center, contact, type, seen);
        queueArea[type] -= now - intervalStart;
        center.waiting++;
        // Without patience he is gone before anything else happens: nobody comes free any more at this instant.
        if (time[contact] === now) abandon(center, contact);
        advanceSource(center, type);
        continue;
      }
      if (tracksIdle) {
        takeIdle(center, group);
        free[group]++;
      }
      advanceSource(center, type);
    }
    // The agent speaks to the contact.
    free[group]--;
    data[book + answered * intervals]++;
    const factor = pace[group * types + type];
    const talks = factor === 1 ? talkOf[contact] : toTick(talkOf[contact] * factor);
    data[book + talk * intervals] += talks;
    let ends = now + talks;
    if ((traits[type] & steps) !== 0) {
      const holds = toTick(holdOf[contact] * factor);
      const wraps = toTick(wrapUpOf[contact] * factor);
      data[book + hold * intervals] += holds;
      data[book + wrapUp * intervals] += wraps;
      ends += holds + wraps;
    }
    handlingArea[group] -= now - intervalStart;
    withGroup[contact] = group;
    time[contact] = ends;
    const day = dayOf(ends, daysPerSecond);
    if (day <= today) first = enterToday(center, first, contact);
    else {
      next[contact] = buckets[day & mask];
      buckets[day & mask] = contact;
    }
  }
}

/** What is planned happens; returns the group whose staff has changed, or -1. */
function followPlan(center: Center): number {
  const { timelineKind, timelineSubject, timelineValue } = center.plan;
  const row = takePlanned(center);
  const kind = timelineKind[row];
  if (kind === event.staffChanges) {
    const group = timelineSubject[row];
    center.scheduled[group] = timelineValue[row];
    followSchedule(center, group);
    return group;
  }
  if (kind === event.intervalEnds) {
    dropHungUp(center, center.now);
    correctQueueMax(center);
    restartQueueLog(center);
  }
  followTimeline(center);
  return -1;
}

/** Takes everybody out of the queues who hung up before a time. */
function dropHungUp(center: Center, before: number): void {
  if (center.waiting === 0) return;
  const { usedQueueCount, usedQueues } = center;
  for (let i = 0; i < usedQueueCount; i++) {
    const type = usedQueues[i];
    for (let contact = center.queueHead[type]; contact !== none; ) {
      const following = center.next[contact];
      if (center.events.time[contact] < before) hangUp(center, contact);
      contact = following;
    }
  }
}

/** Books that a contact hung up at its deadline, which has passed. */
function hangUp(center: Center, contact: number): void {
  const now = center.now;
  center.now = center.events.time[contact];
  logHangUp(center, contact, center.type[contact]);
  abandon(center, contact);
  center.now = now;
}

/** A contact hangs up now. */
function abandon(center: Center, contact: number): void {
  leaveQueue(center, contact);
  bookAbandoned(center, contact);
  releaseContact(center, contact);
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
