/**
 * What follows from what: an item that ends makes others. Whether it does is drawn once for the item, from a stream of the follow-up's
 * own, so that two rosters that treat a customer alike make the same items of him.
 */
import type { ItemOutcome } from '../scenario/scenario.ts';
import { outcomes } from '../scenario/scenario.ts';
import { type Center, takeContact } from './center.ts';
import { handled as handledPoint, joinChain, meetPoint, mixPlace, placeOf } from './chains.ts';
import { ask } from './consults.ts';
import { drawOnce, normalOnce, uniformOnce } from './customers.ts';
import { none } from './event-queue.ts';
import { begins } from './events.ts';
import { stretchHandling } from './handling-time.ts';
import { release } from './meetings.ts';
import { assess, evaluate, keepForSamples, type QualityPlan, type QualityState, teach } from './quality.ts';
import { outcomeColumns } from './run.ts';
import { errorFactor } from './tempo.ts';
import { intervalOf } from './tiers.ts';
import { traceEnd } from './trace.ts';
import { followed, judged, meeting } from './traits.ts';

/** Outcomes by place in their list: rows of `Plan.followStart`. */
const numbered = Object.fromEntries(outcomes.map((outcome, i) => [outcome, i])) as Record<ItemOutcome, number>;
export const outsideHours = numbered.outsideHours;
export const blockedOut = numbered.blocked;
export const balkedOut = numbered.balked;
export const calledBackOut = numbered.calledBack;
export const selfServedOut = numbered.selfServed;
export const abandonedOut = numbered.abandoned;
export const sentAwayOut = numbered.sentAway;
export const consultedOut = numbered.consulted;
const handledOut = numbered.handled;
const resolvedOut = numbered.resolved;
const unresolvedOut = numbered.unresolved;
const dissatisfiedOut = numbered.dissatisfied;

const column = (name: (typeof outcomeColumns)[number]) => outcomeColumns.indexOf(name);
const arisenColumn = column('arisen');
const handledColumn = column('handled');
const resolvedColumn = column('resolved');
const firstHandled = column('firstHandled');
const firstResolved = column('firstResolved');
const rated = column('rated');
const points = column('points');
const dissatisfied = column('dissatisfied');
const searches = column('searches');
const found = column('found');
const complained = column('complained');
const sameComplaint = column('sameComplaint');

/**
 * Makes what follows from an outcome of an item that is still in the centre. `waited` in seconds; `group` −1 where nobody handled it;
 * `shortfall` in points of quality below the pass mark.
 */
export function follow(
  center: Center,
  contact: number,
  outcome: number,
  waited: number,
  group: number,
  shortfall: number = 0,
): void {
  const type = center.type[contact];
  // What would follow after the last day is none of the run's.
  if ((center.plan.traits[type] & followed) === 0 || center.now >= center.plan.horizon) return;
  const { followAbove, followFraction, followKey, followPace, followPerPoint, followPerSecond, followStart, groups } =
    center.plan;
  const slot = type * outcomes.length + outcome;
  const isAside = outcome === consultedOut || outcome === calledBackOut;
  const more = isAside ? 1 : factorNow(center, type, 'followUps');
  for (let i = followStart[slot]; i < followStart[slot + 1]; i++) {
    let chance = followFraction[i] + followPerSecond[i] * waited;
    if (shortfall > 0) chance += followPerPoint[i] * shortfall;
    if (group >= 0) chance *= followPace[i * groups + group];
    chance *= more;
    if (chance <= 0) continue;
    const u = uniformOnce(center, followKey[i], center.customer[contact], placeOf(center, contact));
    const above = followAbove[i] * more;
    if (u >= above && u < above + chance) make(center, contact, i);
  }
}

/** By what the shocks that last now multiply an outcome of a type. */
function factorNow(center: Center, type: number, of: 'followUps' | 'resolved'): number {
  let factor = 1;
  for (const shock of center.plan.worse) {
    if (shock.type === type && shock.from <= center.now && center.now < shock.to) factor *= shock[of];
  }
  return factor;
}

/** Makes one item of another. */
function make(center: Center, parent: number, followUp: number): void {
  const { followAfter, followBecomes, followComplains, followFigures } = center.plan;
  center.data[followFigures[followUp] + center.interval]++;
  if (followComplains[followUp] === 1) complain(center, parent);
  const child = takeContact(center);
  const customer = center.customer[parent];
  const lineage = mixPlace(placeOf(center, parent), followUp + 1);
  center.type[child] = followBecomes[followUp];
  center.customer[child] = customer;
  center.attempt[child] = 1;
  center.lineage[child] = lineage;
  center.origin[child] = center.origin[parent];
  center.tier[child] = center.tier[parent];
  center.bornOf[child] = followUp;
  center.withGroup[child] = -1;
  center.about[child] = center.about[parent];
  joinChain(center, child, center.chain[parent]);
  center.events.time[child] = center.now + drawOnce(center, followAfter[followUp], customer, lineage, center.now);
  center.events.schedule(child, begins);
  center.askedBy[child] = none;
  if (center.plan.followFrom[followUp].outcome === 'consulted') ask(center, parent, child);
}

/** A complaint arises of an attempt, the first or another. */
function complain(center: Center, contact: number): void {
  if (center.complained[contact] === 1) return;
  center.complained[contact] = 1;
  bookOutcome(center, contact, complained);
}

/** An item that arose of other work is in the centre. */
export function bookArisen(center: Center, contact: number): void {
  bookOutcome(center, contact, arisenColumn);
  if (center.plan.followComplains[center.bornOf[contact]] === 2) bookOutcome(center, contact, sameComplaint);
}

/** The agent looks up what he needs: if he does not find it, handling takes longer and may settle nothing. */
export function search(center: Center, contact: number, type: number): void {
  const knowledge = center.plan.knowledge[type];
  if (knowledge === undefined) return;
  const { foundKey, outdatedBy } = knowledge;
  const isOutdated = outdatedBy >= 0 && center.openItems[outdatedBy] > 0;
  const u = uniformOnce(center, foundKey, center.customer[contact], placeOf(center, contact));
  const finds = u < (isOutdated ? knowledge.foundOutdated : knowledge.found);
  bookOutcome(center, contact, searches);
  center.finds[contact] = finds ? 1 : 0;
  if (finds) bookOutcome(center, contact, found);
  else stretchHandling(center, contact, type, knowledge.missedHandling);
}

/** An item is handled: is the matter settled, and what does the customer think of it? What follows is made. */
export function settle(center: Center, contact: number): void {
  const { plan } = center;
  const type = center.type[contact];
  const group = center.withGroup[contact];
  const waited = center.waited[contact];
  meetPoint(center, contact, handledPoint);
  const isFirst = center.lineage[contact] === 0;
  const shortfall = plan.quality === null ? 0 : meetQuality(center, plan.quality, contact, type);
  const isResolved = (plan.traits[type] & judged) === 0 || isSettled(center, contact, type, group, shortfall);
  bookOutcome(center, contact, handledColumn);
  if (isFirst) bookOutcome(center, contact, firstHandled);
  if (isResolved) {
    bookOutcome(center, contact, resolvedColumn);
    if (isFirst) bookOutcome(center, contact, firstResolved);
  }
  const given = (plan.traits[type] & judged) === 0 ? null : rate(center, contact, type, isResolved, shortfall);
  const isDissatisfied = given !== null && given < (plan.satisfaction[type]?.dissatisfiedBelow ?? 0);
  if (isDissatisfied) bookOutcome(center, contact, dissatisfied);
  if (center.traceEnd !== undefined && (plan.traits[type] & judged) !== 0) traceEnd(center, contact, isResolved, given);
  if (plan.quality !== null && plan.quality.samplesOf[type].length > 0) {
    keepForSamples(center, plan.quality, center.quality as QualityState, contact, isResolved, isDissatisfied);
  }
  follow(center, contact, handledOut, waited, group, shortfall);
  follow(center, contact, isResolved ? resolvedOut : unresolvedOut, waited, group, shortfall);
  if (isDissatisfied) follow(center, contact, dissatisfiedOut, waited, group, shortfall);
}

/** What handling an item means for quality: it has one, or it changes one. Returns points below the pass mark, 0 where none are lost. */
function meetQuality(center: Center, quality: QualityPlan, contact: number, type: number): number {
  const state = center.quality as QualityState;
  if (quality.teaches[type] >= 0) {
    teach(center, quality, state, contact);
    if ((center.plan.traits[type] & meeting) !== 0) release(center, contact);
  }
  if (quality.scored[type] < 0) return 0;
  assess(center, quality, state, contact);
  return state.shortfall;
}

function isSettled(center: Center, contact: number, type: number, group: number, shortfall: number): boolean {
  const { groups, knowledge, quality, resolvedKey, resolvedPerPoint, resolvedShare } = center.plan;
  if (quality !== null && quality.scores[type] === 1 && center.about[contact] >= 0) {
    return evaluate(center, quality, center.quality as QualityState, contact);
  }
  let chance =
    resolvedShare[type * groups + group] * factorNow(center, type, 'resolved') - resolvedPerPoint[type] * shortfall;
  if (center.plan.tempo !== null) chance = Math.max(0, 1 - (1 - chance) * errorFactor(center, group));
  const base = knowledge[type];
  if (base !== undefined && center.finds[contact] === 0) chance *= base.missedResolved;
  if (chance >= 1) return true;
  return uniformOnce(center, resolvedKey[type], center.customer[contact], placeOf(center, contact)) < chance;
}

/** The customer may give points: how many, 0 to 100; null when he gives none. */
function rate(center: Center, contact: number, type: number, isResolved: boolean, shortfall: number): number | null {
  const satisfaction = center.plan.satisfaction[type];
  if (satisfaction === undefined) return null;
  const customer = center.customer[contact];
  const place = placeOf(center, contact);
  if (satisfaction.rated < 1 && uniformOnce(center, satisfaction.ratedKey, customer, place) >= satisfaction.rated) {
    return null;
  }
  const { base, perMinuteWaited, perPointBelow = 0, pointsKey, spread, unresolved } = satisfaction;
  const noise = spread === 0 ? 0 : spread * normalOnce(center, pointsKey, customer, place);
  const waits = (perMinuteWaited * center.waited[contact]) / 60;
  const mean = base - waits - (isResolved ? 0 : unresolved) - perPointBelow * shortfall;
  const given = Math.min(100, Math.max(0, mean + noise));
  bookOutcome(center, contact, rated);
  bookOutcome(center, contact, points, given);
  return given;
}

/** Adds to an outcome column, in the interval in which the item came. */
export function bookOutcome(center: Center, contact: number, column: number, value = 1): void {
  const { intervals, outcomeFigures } = center.plan;
  const type = center.type[contact];
  center.data[outcomeFigures[type] + column * intervals + intervalOf(center, contact)] += value;
}
