/**
 * Queues that are not kept in the order of coming: by deadline, or by points that grow with the wait. A contact's rank is fixed when
 * it begins to wait, since what grows, grows alike for all in one queue; the greatest goes first, and among equals who came first.
 */
import type { Center } from './center.ts';
import { countedUntil, startPoint, stops } from './chains.ts';
import { none } from './event-queue.ts';
import { linked } from './traits.ts';

/** What queues are kept in order of. */
export const byArrival = 0;
export const byDeadline = 1;
export const byPoints = 2;

/** How queues are ordered, as numbers; all zero where it is the order of coming. */
export interface RankPlan {
  readonly by: number;
  /** Seconds allowed from queueing, by type; Infinity: no deadline. */
  readonly within: Float64Array;
  /** Points that a second of waiting adds, by type, and that an item has that follows from another. */
  readonly perSecond: Float64Array;
  readonly arisen: number;
  /** By tier of customers; empty: none. */
  readonly tiers: Float64Array;
}

/** Where a contact that asks for a person stands in its queue: greater goes first. */
export function rankOf(center: Center, contact: number, type: number): number {
  const { ranks, traits } = center.plan;
  const queued = center.queuedAt[contact];
  if (ranks.by === byDeadline) return -Math.min(queued + ranks.within[type], clockDue(center, contact, type));
  const isArisen = (traits[type] & linked) !== 0 && center.lineage[contact] !== 0;
  const points = ranks.tiers.length === 0 ? 0 : ranks.tiers[center.tier[contact]];
  return points + (isArisen ? ranks.arisen : 0) - ranks.perSecond[type] * queued;
}

/** When the first clock is late that work on this contact would stop. */
function clockDue(center: Center, contact: number, type: number): number {
  const { actionClock, actionKind, clocks, pointStart, traits } = center.plan;
  if ((traits[type] & linked) === 0 || center.chain[contact] < 0) return Number.POSITIVE_INFINITY;
  let due = Number.POSITIVE_INFINITY;
  for (let i = pointStart[3 * type + startPoint]; i < pointStart[3 * type + 3]; i++) {
    if (actionKind[i] === stops) due = Math.min(due, dueOf(center, contact, actionClock[i], clocks));
  }
  return due;
}

function dueOf(center: Center, contact: number, clock: number, clocks: Center['plan']['clocks']): number {
  const at = center.chain[contact] * clocks.length + clock;
  return center.chains.state[at] === 0 ? Number.POSITIVE_INFINITY : countedUntil(clocks[clock], center.chains.due[at]);
}

/** The waiting contact of its type behind which a contact queues; `none`: it goes first. */
export function placeByRank(center: Center, contact: number): number {
  let before = center.queueTail[center.type[contact]];
  while (before !== none && center.rank[before] < center.rank[contact]) before = center.previous[before];
  return before;
}
