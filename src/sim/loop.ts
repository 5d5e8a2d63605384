/**
 * The loop: takes what happens next and hands it to its handler, until nothing is left. Handlers stand in the order of a contact's
 * life; they change the state and record, nothing else.
 *
 *   new customer or redial → lines → self-service → request → group or queue → ringing → talk → wrap-up → gone
 *                                                                └ abandoned, blocked, balked → redial or gone
 */
import {
  bookAbandoned,
  bookAnswered,
  bookBalked,
  bookBlocked,
  bookCalledBack,
  bookHandling,
  bookHandlingEnds,
  bookHandlingStarts,
  bookInterval,
  bookMoreHold,
  bookMoreTalk,
  bookOutsideHours,
  bookRedial,
  bookRingingEnds,
  bookRingingStarts,
  bookSelfServed,
  bookWaiting,
  waitStart,
} from './booking.ts';
import { afterAbandoned, afterBalked, afterBlocked, type Center, releaseContact, takeContact } from './center.ts';
import { created, meetPoint, placeOf, started, startOwnChain } from './chains.ts';
import { advanceSource, drawOnce, uniformOnce } from './customers.ts';
import { closeDesk, findDesk, openDesk, sitDown, standUp, takesMore } from './desks.ts';
import { none } from './event-queue.ts';
import * as event from './events.ts';
import {
  abandonedOut,
  balkedOut,
  blockedOut,
  bookArisen,
  calledBackOut,
  consultedOut,
  follow,
  outsideHours,
  selfServedOut,
  sentAwayOut,
  settle,
} from './follow-ups.ts';
import { setHandling } from './handling.ts';
import { handlingTime, stretchHandling } from './handling-time.ts';
import { callAgent } from './meetings.ts';
import { bookHeldUp, findInterruptible, layAside, putFromHand, takeInHand, takeUpAgain } from './pausing.ts';
import { joinQueue, leaveQueue } from './queues.ts';
import { byArrival, rankOf } from './ranks.ts';
import { expectedWait, findGroup, findQueue, isOutranked } from './routing.ts';
import { requireAttempts } from './run-limit-error.ts';
import { actForQuality } from './samples.ts';
import {
  endLateBreak,
  endStretch,
  followSchedule,
  keepStaff,
  makeIdle,
  releaseStaff,
  startShift,
  staysOn,
  takeIdle,
} from './staff.ts';
import {
  findShut,
  hearAnnouncement,
  isKeptAway,
  type Steering,
  scheduleStaff,
  startCaused,
  takesCallBack,
} from './steering.ts';
import { bookOf, patienceEnds } from './tiers.ts';
import { bornOf, traceAttempt } from './trace.ts';
import {
  balking,
  callingBack,
  concurrent,
  consulting,
  followed,
  helped,
  interruptible,
  keeps,
  lines,
  linked,
  meeting,
  overflowing,
  redialling,
  ring,
  selfService,
  steps,
} from './traits.ts';

/**
 * Runs a centre until nothing is left to happen, and returns true. It returns false where a simpler loop may take over, when hours
 * start, and in a steered run whenever somebody may act.
 */
export function runLoop(center: Center): boolean {
  for (;;) {
    switch (takeNext(center)) {
      case event.arrival:
        arrive(center, center.subject);
        break;
      case event.redials:
        redial(center, center.subject);
        break;
      case event.begins:
        begin(center, center.subject);
        break;
      case event.selfServiceEnds:
        endSelfService(center, center.subject);
        break;
      case event.patienceEnds:
        abandonQueue(center, center.subject);
        break;
      case event.overflows:
        overflow(center, center.subject);
        break;
      case event.gaveUpRinging:
        abandonRinging(center, center.subject);
        break;
      case event.pickedUp:
        pickUp(center, center.subject);
        break;
      case event.hungUp:
        hangUp(center, center.subject);
        break;
      case event.handled:
        finish(center, center.subject);
        break;
      case event.asks:
        askOthers(center, center.subject);
        break;
      case event.consultEnds:
        endConsult(center, center.subject);
        break;
      case event.agentReturns:
        if (endLateBreak(center, center.subject)) serveWaiting(center, center.plan.agentGroup[center.subject]);
        break;
      case event.runEnds:
        return true;
      case event.controls:
        return false;
      case event.hoursStart:
        followTimeline(center);
        if (center.plan.isPlain) return false;
        break;
      default:
        followTimeline(center);
    }
  }
}

/** Moves the clock to the next thing that happens, and says what; ties in the order of `events.ts`. */
function takeNext(center: Center): number {
  const { events, plan } = center;
  const node = events.first();
  const due = events.time[node];
  const type = center.arrivalHeap[0];
  const arrives = center.nextArrival[0];
  const planned = center.plannedAt;
  if (planned <= due && planned <= arrives) {
    if (planned === Number.POSITIVE_INFINITY) return event.runEnds;
    return plan.timelineKind[takePlanned(center)];
  }
  if (due <= arrives) {
    center.now = due;
    center.subject = node;
    events.takeFirst();
    return events.kind[node];
  }
  center.now = arrives;
  center.subject = type;
  return event.arrival;
}

/** Moves the clock to the timeline's next row, and returns it. */
export function takePlanned(center: Center): number {
  const row = center.timelineAt;
  center.now = center.plannedAt;
  center.subject = row;
  center.timelineAt = row + 1;
  center.plannedAt = center.plan.timelineTime[row + 1];
  return row;
}

/** A new customer of a type. */
function arrive(center: Center, type: number): void {
  const { customers } = center;
  const row = customers.nextRow[type];
  const customer = row + center.sources[type].toCustomer;
  const traits = center.plan.traits[type];
  if (center.isOpen[type] === 0 && (traits & keeps) === 0) {
    advanceSource(center, type);
    turnAway(center, type, customer, 1);
    if ((traits & followed) !== 0) followOutside(center, type, customer);
    return;
  }
  if (center.steering !== null && isKeptAway(center, center.steering, type, customer)) {
    advanceSource(center, type);
    return;
  }
  const contact = takeContact(center);
  center.type[contact] = type;
  center.customer[contact] = customer;
  center.attempt[contact] = 1;
  center.patience[contact] = customers.patience[row];
  center.talk[contact] = customers.talk[row];
  if ((traits & steps) !== 0) {
    center.matter[contact] = 1;
    center.ring[contact] = customers.ring[row];
    center.hold[contact] = customers.hold[row];
    center.wrapUp[contact] = customers.wrapUp[row];
  }
  if ((traits & selfService) !== 0) {
    center.selfService[contact] = customers.selfService[row];
    center.selfServed[contact] = customers.selfServed[row] < center.sources[type].completed ? 1 : 0;
  }
  if ((traits & redialling) !== 0) {
    center.keepsWaitClock[contact] = 0;
  }
  if ((traits & linked) !== 0) startOwnChain(center, contact, type);
  if ((traits & redialling) !== 0) center.callerBook[contact] = bookOf(center, contact, type);
  advanceSource(center, type);
  enter(center, contact);
}

/** What follows from somebody who came outside hours. */
function followOutside(center: Center, type: number, customer: number): void {
  const contact = takeContact(center);
  center.type[contact] = type;
  center.customer[contact] = customer;
  center.attempt[contact] = 1;
  startOwnChain(center, contact, type);
  follow(center, contact, outsideHours, 0, -1);
  releaseContact(center, contact);
}

/** An item that follows from another begins, unless the days simulated are over. */
function begin(center: Center, contact: number): void {
  const { horizon, laterDraws, traits } = center.plan;
  const type = center.type[contact];
  if (center.now >= horizon) {
    releaseContact(center, contact);
    return;
  }
  if (center.isCounted[contact] === 1) {
    // It was here before, and the agent whom it needs was not: its wait goes on.
    const group = findGroup(center, contact, type);
    if (group >= 0) ringAgent(center, contact, type, group, takeIdle(center, group));
    else wait(center, contact, type);
    return;
  }
  center.attempts++;
  requireAttempts(center);
  if (center.isOpen[type] === 0 && (traits[type] & keeps) === 0) {
    turnAway(center, type, center.customer[contact], 1, contact);
    follow(center, contact, outsideHours, 0, -1);
    releaseContact(center, contact);
    return;
  }
  const draws = laterDraws[type];
  const customer = center.customer[contact];
  const place = placeOf(center, contact);
  const draw = (what: keyof typeof draws) => drawOnce(center, draws[what], customer, place, center.now);
  center.patience[contact] = draw('patience');
  center.matter[contact] = place;
  center.talk[contact] = draw('talk');
  center.hold[contact] = draw('hold');
  center.wrapUp[contact] = draw('wrapUp');
  center.ring[contact] = draw('ring');
  if ((traits[type] & selfService) !== 0) {
    center.selfService[contact] = draw('selfService');
    center.selfServed[contact] = draw('selfServed') < center.sources[type].completed ? 1 : 0;
  }
  center.keepsWaitClock[contact] = 0;
  center.delayed[contact] = 0;
  center.callerBook[contact] = bookOf(center, contact, type);
  enter(center, contact);
}

/** What an attempt that nobody made before has of an earlier one. */
const nothingKept = { keepsPatience: false, keepsMatter: false };

/** A caller tries again, or somebody calls whom a message made call. */
function redial(center: Center, contact: number): void {
  const { laterDraws, redial } = center.plan;
  const type = center.type[contact];
  const customer = center.customer[contact];
  const attempt = center.attempt[contact] + 1;
  center.attempt[contact] = attempt;
  center.attempts++;
  requireAttempts(center);
  if (attempt === 1) startCaused(center, contact, type);
  if (center.isOpen[type] === 0 && (center.plan.traits[type] & keeps) === 0) {
    turnAway(center, type, customer, attempt, contact);
    follow(center, contact, outsideHours, 0, -1);
    releaseContact(center, contact);
    return;
  }
  const draws = laterDraws[type];
  const kept = attempt === 1 ? nothingKept : redial[3 * type + center.cause[contact]];
  const place = drawPlace(center, contact, type);
  const draw = (what: keyof typeof draws) => drawOnce(center, draws[what], customer, place, center.now);
  if (!kept.keepsPatience) center.patience[contact] = draw('patience');
  if (!kept.keepsMatter) {
    center.matter[contact] = place;
    center.talk[contact] = draw('talk');
    center.hold[contact] = draw('hold');
    center.wrapUp[contact] = draw('wrapUp');
  }
  center.ring[contact] = draw('ring');
  center.selfService[contact] = draw('selfService');
  center.selfServed[contact] = draw('selfServed') < center.sources[type].completed ? 1 : 0;
  enter(center, contact);
}

/** What tells an attempt's draws from those of others of its customer. */
function drawPlace(center: Center, contact: number, type: number): number {
  return (center.plan.traits[type] & linked) !== 0 ? placeOf(center, contact) : center.attempt[contact];
}

function turnAway(center: Center, type: number, customer: number, attempt: number, contact: number = none): void {
  bookOutsideHours(center, type);
  if (center.steering !== null) findShut(center, center.steering, type, attempt);
  if (center.trace === undefined) return;
  const who = { type: center.plan.typeNames[type], customer, attempt, arrival: center.now };
  center.trace({
    ...who,
    ...(contact === none ? {} : bornOf(center, contact)),
    outcome: 'outside-hours',
    selfService: 0,
    wait: 0,
    group: '',
    agent: '',
    ring: 0,
    talk: 0,
    hold: 0,
    wrapUp: 0,
  });
}

/** An attempt in hours takes a line and goes to self-service, or asks for a person at once. */
function enter(center: Center, contact: number): void {
  const { linePool, traits } = center.plan;
  const type = center.type[contact];
  center.book[contact] = bookOf(center, contact, type);
  center.arrivedAt[contact] = center.now;
  if (center.attempt[contact] > 1) bookRedial(center, contact);
  if ((traits[type] & linked) !== 0) enterLinked(center, contact, type);
  if ((traits[type] & lines) !== 0) {
    const pool = linePool[type];
    if (center.linesBusy[pool] >= center.linesWorking[pool]) {
      startWait(center, contact, type);
      block(center, contact);
      return;
    }
    center.linesBusy[pool]++;
  }
  if ((traits[type] & selfService) !== 0) {
    center.inSelfService[type]++;
    center.events.time[contact] = center.now + center.selfService[contact];
    center.events.schedule(contact, event.selfServiceEnds);
  } else request(center, contact, type);
}

/** An item that may stand in a chain comes; its attempts are one item. */
function enterLinked(center: Center, contact: number, type: number): void {
  center.complained[contact] = 0;
  if (center.attempt[contact] > 1) return;
  center.isCounted[contact] = 1;
  center.left[contact] = 0;
  center.openItems[type]++;
  if (center.lineage[contact] !== 0) bookArisen(center, contact);
  meetPoint(center, contact, created);
}

function endSelfService(center: Center, contact: number): void {
  const type = center.type[contact];
  center.inSelfService[type]--;
  if (center.selfServed[contact] === 1) {
    leaveServed(center, contact, type);
  } else if (center.isOpen[type] === 0 && center.plan.servesAfterClose[type] === 0) {
    startWait(center, contact, type);
    sendAway(center, contact);
  } else request(center, contact, type);
  shrink(center, type);
}

/** A machine has answered the question: nobody need be asked. */
function leaveServed(center: Center, contact: number, type: number): void {
  bookSelfServed(center, contact);
  if (center.trace !== undefined) traceAttempt(center, contact, 'self-served', 0);
  follow(center, contact, selfServedOut, 0, -1);
  releaseLine(center, contact, type);
  releaseContact(center, contact);
}

/** An attempt asks for a person: somebody idle takes it, or it waits, unless there is no room or no will to. */
function request(center: Center, contact: number, type: number): void {
  startWait(center, contact, type);
  if (center.plan.ranks.by !== byArrival) center.rank[contact] = rankOf(center, contact, type);
  const { traits, stacks } = center.plan;
  if ((traits[type] & concurrent) !== 0 && stacks[type] === 1 && joinsDesk(center, contact, type)) return;
  const group = findGroup(center, contact, type);
  if (group >= 0) ringAgent(center, contact, type, group, takeIdle(center, group));
  else if (joinsDesk(center, contact, type) || interruptsWork(center, contact, type)) return;
  else if ((center.plan.traits[type] & callingBack) !== 0 && wantsCallBack(center, contact, type)) {
    endByCallBack(center, contact, type);
  } else if (center.queueLength[type] >= center.plan.waitingRoom[type]) {
    releaseLine(center, contact, type);
    block(center, contact);
  } else if ((center.plan.traits[type] & balking) !== 0 && balks(center, contact, type)) balk(center, contact, type);
  else if (center.steering === null) wait(center, contact, type);
  else listen(center, center.steering, contact, type);
}

/** An attempt that would have to wait hears what is announced: it leaves, waits on the line or waits for a call-back. */
function listen(center: Center, steering: Steering, contact: number, type: number): void {
  const heard = hearAnnouncement(center, steering, contact, type);
  if (heard === 'informed') leaveServed(center, contact, type);
  else if (heard === 'discouraged') balk(center, contact, type);
  else {
    if (takesCallBack(center, steering, contact, type)) {
      center.patience[contact] = Number.POSITIVE_INFINITY;
      releaseLine(center, contact, type);
      if ((center.plan.traits[type] & lines) !== 0) center.offLine[contact] = 1;
    }
    wait(center, contact, type);
  }
}

/** An attempt that will not wait ends. */
function balk(center: Center, contact: number, type: number): void {
  bookBalked(center, contact);
  if (center.trace !== undefined) traceAttempt(center, contact, 'balked', 0);
  releaseLine(center, contact, type);
  goAway(center, contact, afterBalked);
}

/** The wait of an attempt counts from here, unless it goes on from the attempt before. */
function startWait(center: Center, contact: number, type: number): void {
  center.queuedAt[contact] = center.now;
  if ((center.plan.traits[type] & redialling) !== 0 && center.keepsWaitClock[contact] === 0) {
    center.waitStart[contact] = center.now;
  }
}

/** Whether an attempt that would have to wait is offered a call-back and takes it. */
function wantsCallBack(center: Center, contact: number, type: number): boolean {
  const { callBack, callBackKeys } = center.plan;
  const offer = callBack[type];
  if (offer === undefined || center.queueLength[type] + 1 < offer.waiting) return false;
  if (offer.expectedWait > 0 && expectedWait(center, type, 1) < offer.expectedWait) return false;
  const u = uniformOnce(center, callBackKeys[type], center.customer[contact], drawPlace(center, contact, type));
  return u < offer.fraction;
}

/** The request ends with the promise of a call-back, which is other work. */
function endByCallBack(center: Center, contact: number, type: number): void {
  bookCalledBack(center, contact);
  if (center.trace !== undefined) traceAttempt(center, contact, 'called-back', 0);
  releaseLine(center, contact, type);
  follow(center, contact, calledBackOut, 0, -1);
  releaseContact(center, contact);
}

function balks(center: Center, contact: number, type: number): boolean {
  const { balkingKeys, balkingShare } = center.plan;
  const u = uniformOnce(center, balkingKeys[type], center.customer[contact], drawPlace(center, contact, type));
  return u < balkingShare[type];
}

/** Neither a line nor room: the attempt is blocked. */
function block(center: Center, contact: number): void {
  bookBlocked(center, contact);
  if (center.trace !== undefined) traceAttempt(center, contact, 'blocked', 0);
  goAway(center, contact, afterBlocked);
}

function wait(center: Center, contact: number, type: number): void {
  joinQueue(center, contact);
  if ((center.plan.traits[type] & overflowing) !== 0) {
    center.overflowStep[contact] = center.plan.overflowStart[type];
    awaitOverflow(center, contact, type);
  } else awaitPatience(center, contact);
  if ((center.plan.traits[type] & helped) !== 0) callHelp(center, type);
}

/** One more waits: groups that help out by the state of the floor look whether it is so. */
function callHelp(center: Center, type: number): void {
  const { groupHelps, groupOption, groupStart } = center.plan;
  for (let i = groupStart[type]; i < groupStart[type + 1]; i++) {
    if (groupHelps[i] === 1) serveWaiting(center, groupOption[i]);
  }
}

/** What a waiting contact meets next if nobody takes it: further groups, or the end of its patience. */
function awaitOverflow(center: Center, contact: number, type: number): void {
  const { overflowAfter, overflowStart } = center.plan;
  const step = center.overflowStep[contact];
  const opens =
    step < overflowStart[type + 1] ? center.queuedAt[contact] + overflowAfter[step] : Number.POSITIVE_INFINITY;
  if (opens <= patienceEnds(center, contact) && opens < Number.POSITIVE_INFINITY) {
    center.events.time[contact] = opens;
    center.events.schedule(contact, event.overflows);
  } else awaitPatience(center, contact);
}

function awaitPatience(center: Center, contact: number): void {
  const deadline = patienceEnds(center, contact);
  center.events.time[contact] = deadline;
  if (deadline < Number.POSITIVE_INFINITY) center.events.schedule(contact, event.patienceEnds);
}

/** A waiting contact may use further groups. */
function overflow(center: Center, contact: number): void {
  const type = center.type[contact];
  const group = findGroup(center, contact, type);
  if (group >= 0) {
    leaveQueue(center, contact);
    center.delayed[contact] = 1;
    ringAgent(center, contact, type, group, takeIdle(center, group));
    shrink(center, type);
  } else if (joinsDesk(center, contact, type)) {
    leaveQueue(center, contact);
    shrink(center, type);
  } else {
    center.overflowStep[contact]++;
    awaitOverflow(center, contact, type);
    if ((center.plan.traits[type] & helped) !== 0) callHelp(center, type);
  }
}

function abandonQueue(center: Center, contact: number): void {
  const type = center.type[contact];
  leaveQueue(center, contact);
  abandon(center, contact);
  shrink(center, type);
  if (center.desks.most > 1) fillDesks(center);
}

/** An agent takes the first contact of a queue; the agent is taken already. */
function serveQueue(center: Center, type: number, group: number, agent: number): void {
  const contact = center.queueHead[type];
  takeFirst(center, contact);
  ringAgent(center, contact, type, group, agent);
  shrink(center, type);
}

/** A contact that waits is served: nothing else will happen to it in the queue. */
function takeFirst(center: Center, contact: number): void {
  if (center.events.time[contact] < Number.POSITIVE_INFINITY) center.events.cancel(contact);
  leaveQueue(center, contact);
  if (center.now > center.queuedAt[contact]) center.delayed[contact] = 1;
}

/** The agent's telephone rings, unless the type rings nobody. Whose patience ends before the agent speaks hangs up then. */
function ringAgent(center: Center, contact: number, type: number, group: number, agent: number): void {
  center.withGroup[contact] = group;
  center.withAgent[contact] = agent;
  if ((center.plan.traits[type] & concurrent) !== 0) {
    const desk = openDesk(center.desks, group, agent);
    bookHandlingStarts(center, group);
    converse(center, contact, type, desk);
    fillDesk(center, desk);
    return;
  }
  if (isLaidAside(center, contact, type)) {
    goOn(center, contact, group);
    return;
  }
  if ((center.plan.traits[type] & meeting) !== 0) {
    bookRingingStarts(center, group);
    if (callAgent(center, contact)) return;
    bookRingingEnds(center, group);
    freeAgent(center, group, agent, contact);
    return;
  }
  if ((center.plan.traits[type] & ring) === 0) {
    speak(center, contact, type, group);
    return;
  }
  bookRingingStarts(center, group);
  const picksUp = center.now + center.ring[contact];
  const deadline = patienceEnds(center, contact);
  if (deadline < picksUp) {
    center.ring[contact] = deadline - center.now;
    center.events.time[contact] = deadline;
    center.events.schedule(contact, event.gaveUpRinging);
  } else {
    center.events.time[contact] = picksUp;
    center.events.schedule(contact, event.pickedUp);
  }
}

function abandonRinging(center: Center, contact: number): void {
  const group = center.withGroup[contact];
  const agent = center.withAgent[contact];
  bookRingingEnds(center, group);
  center.delayed[contact] = 0;
  abandon(center, contact);
  freeAgent(center, group, agent, contact);
}

function abandon(center: Center, contact: number): void {
  bookAbandoned(center, contact);
  if (center.trace !== undefined) {
    traceAttempt(center, contact, 'abandoned', center.now - waitStart(center, contact));
  }
  releaseLine(center, contact, center.type[contact]);
  goAway(center, contact, afterAbandoned);
}

/** Ringing ends. */
function pickUp(center: Center, contact: number): void {
  const group = center.withGroup[contact];
  bookRingingEnds(center, group);
  speak(center, contact, center.type[contact], group);
}

/** The agent speaks: from here on it is known when he will be free. */
function speak(center: Center, contact: number, type: number, group: number): void {
  const traits = center.plan.traits[type];
  bookHandlingStarts(center, group);
  answer(center, contact, type, group);
  bookHandling(center, contact);
  const asks = (traits & consulting) !== 0;
  if (center.trace !== undefined && !asks) {
    traceAttempt(center, contact, 'answered', center.now - waitStart(center, contact));
  }
  if ((traits & interruptible) !== 0) takeInHand(center, contact, group);
  const holdsLine = (traits & lines) !== 0;
  let ends = center.now + center.talk[contact];
  if ((traits & steps) !== 0) ends += center.hold[contact] + (holdsLine || asks ? 0 : center.wrapUp[contact]);
  center.events.time[contact] = ends;
  center.events.schedule(contact, asks ? event.asks : holdsLine ? event.hungUp : event.handled);
}

/** Whether an item was begun and laid aside. */
function isLaidAside(center: Center, contact: number, type: number): boolean {
  return (center.plan.traits[type] & interruptible) !== 0 && center.left[contact] > 0;
}

/** An agent goes on with an item that was laid aside. */
function goOn(center: Center, contact: number, group: number): void {
  center.delayed[contact] = 0;
  bookHandlingStarts(center, group);
  bookMoreTalk(center, contact, takeUpAgain(center, contact, group));
}

/** A customer, or what else interrupts, who finds nobody free has an agent lay other work aside; returns whether one does. */
function interruptsWork(center: Center, contact: number, type: number): boolean {
  const { groupAfter, groupOption, groupStart, interrupts } = center.plan;
  if (interrupts[type] === 0 || center.servable[type] === 0) return false;
  for (let i = groupStart[type]; i < groupStart[type + 1]; i++) {
    if (groupAfter[i] > 0) continue;
    const group = groupOption[i];
    const item = findInterruptible(center, group);
    if (item === none) continue;
    const agent = layAside(center, item, group);
    bookHandlingEnds(center, group);
    ringAgent(center, contact, type, group, agent);
    return true;
  }
  return false;
}

/** The talk is over but for what the agent has to ask others; the caller waits meanwhile. */
function askOthers(center: Center, contact: number): void {
  center.openQuestions[contact] = 0;
  center.askedAt[contact] = center.now;
  follow(center, contact, consultedOut, center.waited[contact], center.withGroup[contact]);
  if (center.openQuestions[contact] === 0) endConsult(center, contact);
}

/** Everything is answered, or nobody will answer: the talk ends. */
function endConsult(center: Center, contact: number): void {
  const asked = center.now - center.askedAt[contact];
  center.hold[contact] += asked;
  bookMoreHold(center, contact, asked);
  if (center.trace !== undefined) traceAttempt(center, contact, 'answered', center.waited[contact]);
  const traits = center.plan.traits[center.type[contact]];
  if ((traits & lines) !== 0) hangUp(center, contact);
  else wrapUp(center, contact);
}

/** Somebody begins with a contact: its wait is over. */
function answer(center: Center, contact: number, type: number, group: number): void {
  if ((center.plan.traits[type] & linked) !== 0) {
    center.waited[contact] = center.now - waitStart(center, contact);
    meetPoint(center, contact, started);
  }
  bookAnswered(center, contact);
  setHandling(center, contact, group, type);
}

/** A conversation begins at a desk. */
function converse(center: Center, contact: number, type: number, desk: number): void {
  const group = center.desks.group[desk];
  center.withGroup[contact] = group;
  center.withAgent[contact] = center.desks.agent[desk];
  center.startedAt[contact] = center.now;
  answer(center, contact, type, group);
  sitDown(center, desk, contact, handlingTime(center, contact, type));
}

/** A contact that found nobody idle sits down with an agent who holds others, unless work goes before it that needs him alone. */
function joinsDesk(center: Center, contact: number, type: number): boolean {
  if ((center.plan.traits[type] & concurrent) === 0) return false;
  const desk = findDesk(center, contact, type);
  if (desk === none || isOutranked(center, contact, type, center.desks.group[desk])) return false;
  if (center.now > center.queuedAt[contact]) center.delayed[contact] = 1;
  converse(center, contact, type, desk);
  return true;
}

/** An agent at a desk takes what routing gives him next while he has room for it; work that needs him alone lets him take no more. */
function fillDesk(center: Center, desk: number): void {
  const { desks, plan } = center;
  const group = desks.group[desk];
  while (center.waiting > 0 && desks.count[desk] < desks.limit[desk] && takesMore(center, desk)) {
    const type = findQueue(center, group);
    if (type < 0 || plan.conversations[type] <= desks.count[desk]) return;
    const contact = center.queueHead[type];
    takeFirst(center, contact);
    converse(center, contact, type, desk);
    shrink(center, type);
  }
}

/** Those who hold conversations look again: what kept them from taking more may be gone. */
function fillDesks(center: Center): void {
  const { head, most, next } = center.desks;
  if (most < 2 || center.waiting === 0) return;
  for (let list = 0; list < head.length; list++) {
    for (let desk = head[list], after = none; desk !== none; desk = after) {
      after = next[desk];
      fillDesk(center, desk);
    }
  }
}

/** A conversation is over. Only now it is known how long it took among the others. */
function endConversation(center: Center, contact: number, type: number): void {
  const { desks, plan } = center;
  const group = center.withGroup[contact];
  const lasted = center.now - center.startedAt[contact];
  const planned = handlingTime(center, contact, type);
  if (planned > 0) stretchHandling(center, contact, type, lasted / planned);
  // To the tick: talk takes what rounding leaves.
  center.talk[contact] += lasted - handlingTime(center, contact, type);
  bookHandling(center, contact);
  if (center.trace !== undefined) {
    const waited = center.startedAt[contact] - waitStart(center, contact);
    traceAttempt(center, contact, 'answered', waited);
  }
  if ((plan.traits[type] & linked) !== 0) settle(center, contact);
  const desk = standUp(center, contact);
  releaseContact(center, contact);
  if (desks.count[desk] > 0) {
    fillDesk(center, desk);
    return;
  }
  const agent = desks.agent[desk];
  closeDesk(desks, desk);
  bookHandlingEnds(center, group);
  freeAgent(center, group, agent, contact);
}

/** The talk is over: the line is free, the agent wraps up. */
function hangUp(center: Center, contact: number): void {
  releaseLine(center, contact, center.type[contact]);
  wrapUp(center, contact);
}

function wrapUp(center: Center, contact: number): void {
  const hasSteps = (center.plan.traits[center.type[contact]] & steps) !== 0;
  if (!hasSteps || center.wrapUp[contact] === 0) finish(center, contact);
  else {
    center.events.time[contact] = center.now + center.wrapUp[contact];
    center.events.schedule(contact, event.handled);
  }
}

/** The contact is handled. */
function finish(center: Center, contact: number): void {
  const type = center.type[contact];
  if ((center.plan.traits[type] & concurrent) !== 0) {
    endConversation(center, contact, type);
    return;
  }
  const group = center.withGroup[contact];
  const agent = center.withAgent[contact];
  bookHandlingEnds(center, group);
  if ((center.plan.traits[type] & interruptible) !== 0) putFromHand(center, contact, group);
  if ((center.plan.traits[type] & linked) !== 0) settle(center, contact);
  releaseContact(center, contact);
  freeAgent(center, group, agent, contact);
}

/** An agent who has finished goes if his time is over, takes the contact that routing gives him, or is idle. */
function freeAgent(center: Center, group: number, agent: number, contact: number): void {
  if (!staysOn(center, group, agent, contact)) return;
  const type = center.waiting > 0 ? findQueue(center, group) : -1;
  if (type < 0) makeIdle(center, group, agent);
  else {
    center.free[group]--;
    serveQueue(center, type, group, agent);
    if (center.desks.most > 1) fillDesks(center);
  }
}

/** Idle agents of a group take what waits for them. */
export function serveWaiting(center: Center, group: number): void {
  while (center.free[group] > 0 && center.waiting > 0) {
    const type = findQueue(center, group);
    if (type < 0) break;
    serveQueue(center, type, group, takeIdle(center, group));
  }
  if (center.desks.most > 1) fillDesks(center);
}

/** What follows from a failed attempt, by why it failed. */
const failures = [abandonedOut, blockedOut, balkedOut];

/** A failed attempt ends: the caller will try again, or not. */
function goAway(center: Center, contact: number, cause: number): void {
  const { redial, traits } = center.plan;
  const type = center.type[contact];
  if ((traits[type] & followed) !== 0) {
    follow(center, contact, failures[cause], center.now - waitStart(center, contact), -1);
  }
  if ((traits[type] & redialling) !== 0) {
    const { after, decisionKey, fraction, keepsWaitClock, maxAttempts } = redial[3 * type + cause];
    const customer = center.customer[contact];
    const place = drawPlace(center, contact, type);
    if (center.attempt[contact] < maxAttempts && uniformOnce(center, decisionKey, customer, place) < fraction) {
      center.cause[contact] = cause;
      center.keepsWaitClock[contact] = keepsWaitClock ? 1 : 0;
      center.withGroup[contact] = -1;
      center.events.time[contact] = center.now + drawOnce(center, after, customer, place, center.now);
      center.events.schedule(contact, event.redials);
      return;
    }
  }
  releaseContact(center, contact);
}

/** The contact holds no line any more; one that waited for a call-back freed it then. */
function releaseLine(center: Center, contact: number, type: number): void {
  const pool = center.plan.linePool[type];
  if (pool < 0) return;
  if (center.offLine[contact] === 0) center.linesBusy[pool]--;
  else center.offLine[contact] = 0;
}

/** One contact less before the agents: if it was the last of a closing queue, the staff kept for it may go. */
function shrink(center: Center, type: number): void {
  if (center.isClosing[type] === 1 && center.queueLength[type] + center.inSelfService[type] === 0) {
    releaseStaff(center, type);
  }
}

/** What the scenario fixed beforehand. */
export function followTimeline(center: Center): void {
  const { agentGroup, timelineKind, timelineSubject, timelineValue } = center.plan;
  const row = center.subject;
  const subject = timelineSubject[row];
  const value = timelineValue[row];
  switch (timelineKind[row]) {
    case event.intervalEnds:
      bookInterval(center);
      break;
    case event.hoursEnd:
      close(center, subject);
      break;
    case event.hoursStart:
      center.isOpen[subject] = center.steering?.isShut[subject] === 1 ? 0 : 1;
      if (center.isClosing[subject] === 1) releaseStaff(center, subject);
      if ((center.plan.traits[subject] & keeps) !== 0) open(center, subject);
      break;
    case event.staffChanges:
      if (center.steering === null) center.scheduled[subject] = value;
      else scheduleStaff(center, center.steering, subject, value);
      followSchedule(center, subject);
      serveWaiting(center, subject);
      break;
    case event.agentComes:
      if (startShift(center, subject)) serveWaiting(center, agentGroup[subject]);
      break;
    case event.agentGoes:
      endStretch(center, subject, value);
      break;
    case event.linesChange:
      center.linesWorking[subject] = value;
      break;
    case event.qualityDue:
      actForQuality(center, subject);
  }
}

/** What was kept may be served again. */
function open(center: Center, type: number): void {
  const { groupOption, groupStart } = center.plan;
  center.servable[type] = 1;
  for (let i = groupStart[type]; i < groupStart[type + 1]; i++) serveWaiting(center, groupOption[i]);
}

/** The hours of a type end: who waits is sent away, or the staff stays until he is served. */
function close(center: Center, type: number): void {
  center.isOpen[type] = 0;
  if ((center.plan.traits[type] & keeps) !== 0) {
    center.servable[type] = 0;
    return;
  }
  if (center.plan.servesAfterClose[type] === 1) {
    if (center.queueLength[type] + center.inSelfService[type] > 0) keepStaff(center, type);
    return;
  }
  while (center.queueHead[type] !== none) {
    const contact = center.queueHead[type];
    if (center.events.time[contact] < Number.POSITIVE_INFINITY) center.events.cancel(contact);
    leaveQueue(center, contact);
    sendAway(center, contact);
  }
}

/** A contact that will not be served. */
export function sendAway(center: Center, contact: number): void {
  if (isLaidAside(center, contact, center.type[contact])) {
    bookHeldUp(center, contact);
    bookMoreTalk(center, contact, -center.left[contact]);
    releaseContact(center, contact);
    return;
  }
  bookWaiting(center, contact);
  if (center.trace !== undefined) {
    traceAttempt(center, contact, 'waiting', center.now - waitStart(center, contact));
  }
  releaseLine(center, contact, center.type[contact]);
  follow(center, contact, sentAwayOut, center.now - waitStart(center, contact), -1);
  releaseContact(center, contact);
}
