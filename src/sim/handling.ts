/** How long an agent needs for a contact: what the contact brought, at the pace of the group, the hour and the state of the centre. */
import type { Center, HandlingDraws } from './center.ts';
import { drawOnce } from './customers.ts';
import { search } from './follow-ups.ts';
import { stretchHandling } from './handling-time.ts';
import { hurryWrapUp } from './steering.ts';
import { keepTempo } from './tempo.ts';
import { toTick } from './ticks.ts';
import { judged, slowdowns, steps, tempo } from './traits.ts';

/** Turns the matter that the caller brought into handling times with this group at this hour. */
export function setHandling(center: Center, contact: number, group: number, type: number): void {
  const { ownHandling, pace, traits, types } = center.plan;
  const pair = group * types + type;
  const hasSteps = (traits[type] & steps) !== 0;
  if (hasSteps && ownHandling[pair] !== undefined) drawOwnHandling(center, contact, ownHandling[pair]);
  if (pace[pair] !== 1) stretchHandling(center, contact, type, pace[pair]);
  if ((traits[type] & tempo) !== 0) keepTempo(center, contact, group, type);
  if ((traits[type] & slowdowns) !== 0) slowDown(center, contact, type);
  if (center.steering !== null) hurryWrapUp(center, center.steering, contact, type);
  if ((traits[type] & judged) !== 0) search(center, contact, type);
}

/** Handling by a group that handles this type in its own way. */
function drawOwnHandling(center: Center, contact: number, own: HandlingDraws): void {
  const draw = (what: keyof HandlingDraws) =>
    drawOnce(center, own[what], center.customer[contact], center.matter[contact], center.arrivedAt[contact]);
  center.talk[contact] = draw('talk');
  center.hold[contact] = draw('hold');
  center.wrapUp[contact] = draw('wrapUp');
}

/** What begins while handling is slower takes longer, each part by the hour at which it begins. */
function slowDown(center: Center, contact: number, type: number): void {
  center.talk[contact] = toTick(center.talk[contact] * slowdownAt(center, type, center.now));
  if ((center.plan.traits[type] & steps) === 0) return;
  const talkEnds = center.now + center.talk[contact];
  center.hold[contact] = toTick(center.hold[contact] * slowdownAt(center, type, talkEnds));
  center.wrapUp[contact] = toTick(center.wrapUp[contact] * slowdownAt(center, type, talkEnds + center.hold[contact]));
}

/** How many times as long something takes that begins at `time`. */
function slowdownAt(center: Center, type: number, time: number): number {
  const { slowFactor, slowFrom, slowStart } = center.plan;
  let row = slowStart[type + 1] - 1;
  while (row >= slowStart[type] && slowFrom[row] > time) row--;
  return row < slowStart[type] ? 1 : slowFactor[row];
}
