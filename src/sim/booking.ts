/**
 * Where the loop writes what happened: contacts into the interval in which their attempt arrived, states into the interval of the
 * clock. A state's integral over an interval is kept as minus the times at which it rose plus the times at which it fell, so a
 * change costs one addition.
 */
import type { Center } from './center.ts';
import { none } from './event-queue.ts';
import { type ContactColumn, contactColumns, groupColumns, queueColumns, waitBins } from './run.ts';
import { rememberOccupancy } from './tempo.ts';
import { withinOf } from './tiers.ts';
import { keeps, redialling, steps } from './traits.ts';

/** Places of the columns, whether a run keeps them or not: nothing fills those that it does not. */
const column = (name: ContactColumn) => contactColumns.indexOf(name);
const arrived = column('arrived');
const selfServed = column('selfServed');
const requests = column('requests');
export const answered = column('answered');
export const abandoned = column('abandoned');
const blocked = column('blocked');
const balked = column('balked');
const calledBack = column('calledBack');
const waiting = column('waiting');
const outsideHours = column('outsideHours');
const redialled = column('redials');
export const answeredWait = column('answeredWait');
const abandonedWait = column('abandonedWait');
const waitingWait = column('waitingWait');
export const delayed = column('delayed');
export const talk = column('talk');
export const hold = column('hold');
export const wrapUp = column('wrapUp');
const callers = column('callers');
const callersAnswered = column('callersAnswered');
export const loggedIn = groupColumns.indexOf('loggedIn');
const ringing = groupColumns.indexOf('ringing');
export const handling = groupColumns.indexOf('handling');
const queueSeconds = queueColumns.indexOf('queueSeconds');
const longest = queueColumns.indexOf('queueMax');
const queueAtEnd = queueColumns.indexOf('queueAtEnd');
const over24Hours = queueColumns.indexOf('over24Hours');
const over48Hours = queueColumns.indexOf('over48Hours');

const day = 86_400;

/** Bin of a wait by its length rounded up to whole seconds: all edges are whole. */
const binOfSecond = new Uint8Array(waitBins[waitBins.length - 1] + 1);
for (let second = 0, bin = 0; second < binOfSecond.length; second++) {
  if (second > waitBins[bin]) bin++;
  binOfSecond[second] = bin;
}

export function waitBin(wait: number): number {
  const second = Math.ceil(wait);
  return second < binOfSecond.length ? binOfSecond[second] : waitBins.length;
}

/** An attempt after the first: its caller has been counted. */
export function bookRedial(center: Center, contact: number): void {
  const { data, plan } = center;
  const book = center.book[contact];
  data[book + redialled * plan.intervals]++;
  data[book + callers * plan.intervals]--;
}

/** An attempt outside hours; it has no contact. */
export function bookOutsideHours(center: Center, type: number): void {
  const { contactBase, intervals } = center.plan;
  center.data[contactBase[type] + outsideHours * intervals + center.interval]++;
}

export function bookSelfServed(center: Center, contact: number): void {
  const { data, plan } = center;
  const book = center.book[contact];
  data[book + selfServed * plan.intervals]++;
  data[book + arrived * plan.intervals]++;
  // Who redialled had asked for a person before.
  if (center.attempt[contact] > 1) data[book + callers * plan.intervals]++;
}

/** An attempt that asked for a person ended otherwise than by being answered or hanging up, which `bookTotals` counts. */
function bookEnd(center: Center, contact: number, column: number): void {
  const { data, plan } = center;
  const n = plan.intervals;
  const book = center.book[contact];
  const kept = plan.layout.kept.contact;
  data[book + column * n]++;
  data[book + arrived * n]++;
  if (requests < kept) data[book + requests * n]++;
  if (callers < kept) data[book + callers * n]++;
}

export function bookBlocked(center: Center, contact: number): void {
  bookEnd(center, contact, blocked);
}

export function bookBalked(center: Center, contact: number): void {
  bookEnd(center, contact, balked);
}

export function bookCalledBack(center: Center, contact: number): void {
  bookEnd(center, contact, calledBack);
}

/** An agent speaks; the wait ends now. Who did not wait leaves one mark: the rest follows from it (`bookTotals`). */
export function bookAnswered(center: Center, contact: number): void {
  const { data, plan } = center;
  const n = plan.intervals;
  const book = center.book[contact];
  const type = center.type[contact];
  data[book + answered * n]++;
  if ((plan.traits[type] & redialling) !== 0) data[center.callerBook[contact] + callersAnswered * n]++;
  const wait = center.now - waitStart(center, contact);
  if (wait === 0) return;
  data[book + answeredWait * n] += wait;
  // All answered are added to the first bin at the end; who waited is in another.
  data[plan.histogramBase[type]]--;
  data[plan.histogramBase[type] + waitBin(wait)]++;
  const within =
    plan.tiers.upTo.length === 0 ? plan.thresholdBase[type] + book - plan.contactBase[type] : withinOf(center, contact);
  for (let t = 0; t < plan.thresholds.length; t++) {
    if (wait > plan.thresholds[t]) data[within + 2 * t * n]--;
  }
  if (center.delayed[contact] === 1) {
    center.delayed[contact] = 0;
    data[book + delayed * n]++;
  }
}

/** Since when the contact's wait counts. */
export function waitStart(center: Center, contact: number): number {
  return (center.plan.traits[center.type[contact]] & redialling) !== 0
    ? center.waitStart[contact]
    : center.queuedAt[contact];
}

/** What the agent has to do, as lived. */
export function bookHandling(center: Center, contact: number): void {
  const { data, plan } = center;
  const n = plan.intervals;
  const book = center.book[contact];
  data[book + talk * n] += center.talk[contact];
  if ((plan.traits[center.type[contact]] & steps) === 0) return;
  data[book + hold * n] += center.hold[contact];
  data[book + wrapUp * n] += center.wrapUp[contact];
}

/** Handling turned out longer than was booked when it began, or shorter. */
export function bookMoreTalk(center: Center, contact: number, seconds: number): void {
  center.data[center.book[contact] + talk * center.plan.intervals] += seconds;
}

export function bookMoreHold(center: Center, contact: number, seconds: number): void {
  center.data[center.book[contact] + hold * center.plan.intervals] += seconds;
}

/** The caller hung up in the queue or while it rang. */
export function bookAbandoned(center: Center, contact: number): void {
  const { data, plan } = center;
  const n = plan.intervals;
  const book = center.book[contact];
  const type = center.type[contact];
  const wait = center.now - waitStart(center, contact);
  data[book + abandoned * n]++;
  data[book + abandonedWait * n] += wait;
  const within = withinOf(center, contact) + n;
  for (let t = 0; t < plan.thresholds.length; t++) {
    if (wait <= plan.thresholds[t]) data[within + 2 * t * n]++;
  }
  data[plan.histogramBase[type] + waitBins.length + 1 + waitBin(wait)]++;
}

/** The contact was sent away at the close, or waits for ever. */
export function bookWaiting(center: Center, contact: number): void {
  bookEnd(center, contact, waiting);
  center.data[center.book[contact] + waitingWait * center.plan.intervals] += center.now - waitStart(center, contact);
}

/** One agent more or less is logged in. */
export function bookLoggedIn(center: Center, group: number, change: number): void {
  center.loggedIn[group] += change;
  center.loggedInArea[group] -= change * (center.now - center.intervalStart);
}

export function bookRingingStarts(center: Center, group: number): void {
  center.ringing[group]++;
  center.ringingArea[group] -= center.now - center.intervalStart;
}

export function bookRingingEnds(center: Center, group: number): void {
  center.ringing[group]--;
  center.ringingArea[group] += center.now - center.intervalStart;
}

export function bookHandlingStarts(center: Center, group: number): void {
  center.handlingArea[group] -= center.now - center.intervalStart;
}

export function bookHandlingEnds(center: Center, group: number): void {
  center.handlingArea[group] += center.now - center.intervalStart;
}

/** Who is logged in is idle, or it rings at his desk, or he handles a contact. */
export function handlingAgents(center: Center, group: number): number {
  return center.loggedIn[group] - Math.max(0, center.free[group]) - center.ringing[group];
}

/** Closes the figures of the interval that ends now, and opens the next. What happens after the last is booked nowhere. */
export function bookInterval(center: Center): void {
  const { data, handlingArea, interval, loggedInArea, now, ringingArea } = center;
  const { groupFigures, groups, intervals } = center.plan;
  const length = now - center.intervalStart;
  for (let group = 0; group < groups; group++) {
    const at = groupFigures[group] + interval;
    data[at + loggedIn * intervals] += loggedInArea[group] + center.loggedIn[group] * length;
    const rang = ringingArea[group] + center.ringing[group] * length;
    if (rang !== 0) data[at + ringing * intervals] += rang;
    data[at + handling * intervals] += handlingArea[group] + handlingAgents(center, group) * length;
    loggedInArea[group] = 0;
    ringingArea[group] = 0;
    handlingArea[group] = 0;
  }
  bookQueues(center, length);
  if (center.plan.tempo !== null) rememberOccupancy(center, interval, length);
  center.intervalStart = now;
  if (interval + 1 < intervals) center.interval++;
}

/** Books the queues in which somebody has waited; the others hold nothing. Those in which somebody waits on are used in the next interval too. */
function bookQueues(center: Center, length: number): void {
  const { data, interval, isQueueUsed, queueArea, queueLength, queueMax, usedQueues } = center;
  const { intervals, isDayStart, queueFigures, traits } = center.plan;
  const endsDay = interval + 1 === intervals || isDayStart[interval + 1];
  const used = center.usedQueueCount;
  center.usedQueueCount = 0;
  for (let i = 0; i < used; i++) {
    const type = usedQueues[i];
    const at = queueFigures[type] + interval;
    const waits = queueLength[type];
    data[at + longest * intervals] = queueMax[type];
    data[at + queueSeconds * intervals] += queueArea[type] + waits * length;
    data[at + queueAtEnd * intervals] = waits;
    if (endsDay && (traits[type] & keeps) !== 0) bookAges(center, type, at);
    queueArea[type] = 0;
    queueMax[type] = waits;
    if (waits > 0) usedQueues[center.usedQueueCount++] = type;
    else isQueueUsed[type] = 0;
  }
}

/** How long those who wait have waited, in days. */
function bookAges(center: Center, type: number, at: number): void {
  const { intervals } = center.plan;
  for (let item = center.queueHead[type]; item !== none; item = center.next[item]) {
    const age = center.now - center.queuedAt[item];
    if (age > day) center.data[at + over24Hours * intervals]++;
    if (age > 2 * day) center.data[at + over48Hours * intervals]++;
  }
}

/**
 * Completes the figures of a run by what follows from others: who was answered or hung up had come, asked for a person and, unless he redialled, was a
 * caller; and who did not wait at all was answered within every threshold.
 */
export function bookTotals(center: Center): void {
  const { data, plan } = center;
  const { contactBase, histogramBase, intervals: n, layout, thresholdBase, thresholds, tiers, traits, types } = plan;
  const counts = layout.kept.contact * n;
  const withins = 2 * thresholds.length * n;
  const count = tiers.upTo.length;
  for (let type = 0; type < types; type++) {
    const redials = (traits[type] & redialling) !== 0;
    let answers = 0;
    for (let row = type * count; row < (type + 1) * count; row++) {
      const from = tiers.book + row * counts;
      const within = tiers.within + row * withins;
      answers += completeRow(center, from, within, redials);
      for (let i = 0; i < counts; i++) data[contactBase[type] + i] += data[from + i];
      for (let i = 0; i < withins; i++) data[thresholdBase[type] + i] += data[within + i];
    }
    if (count === 0) answers = completeRow(center, contactBase[type], thresholdBase[type], redials);
    data[histogramBase[type]] += answers;
  }
}

/** Completes the contact columns that begin at `from`, and their threshold columns; returns how many were answered. */
function completeRow({ data, plan }: Center, from: number, within: number, redials: boolean): number {
  const { intervals: n, layout, thresholds } = plan;
  const kept = layout.kept.contact;
  const hungUp = (abandoned - answered) * n;
  const came = (arrived - answered) * n;
  const asked = (requests - answered) * n;
  const called = (callers - answered) * n;
  const reached = (callersAnswered - answered) * n;
  const first = from + answered * n;
  let all = 0;
  // The first threshold, of which there is nearly always one, goes along.
  const firstWithin = within - first;
  for (let at = first; at < first + n; at++) {
    const answers = data[at];
    const ended = answers + data[at + hungUp];
    all += answers;
    data[at + came] += ended;
    if (requests < kept) data[at + asked] += ended;
    if (callers < kept) data[at + called] += ended;
    if (callersAnswered < kept && !redials) data[at + reached] += answers;
    if (thresholds.length > 0) data[at + firstWithin] += answers;
  }
  for (let t = 1; t < thresholds.length; t++) {
    const row = within + 2 * t * n;
    for (let i = 0; i < n; i++) data[row + i] += data[first + i];
  }
  return all;
}
