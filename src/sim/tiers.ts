/**
 * Tiers of customers: each customer belongs to one, wherever his chain leads. Where there are any, contacts are booked by type and
 * tier, and the figures of a type are the sums over its tiers.
 */
import type { StreamKey } from '../random/stream.ts';
import type { Center } from './center.ts';
import { uniformOnce } from './customers.ts';
import { toTick } from './ticks.ts';
import { linked } from './traits.ts';

/** The tiers as numbers; none where `upTo` is empty. */
export interface TierPlan {
  readonly names: readonly string[];
  /** Shares of customers, added up. */
  readonly upTo: Float64Array;
  /** What tells customers of a type apart, by type. */
  readonly keys: readonly StreamKey[];
  /** Patience is multiplied by these, by tier; null: by nothing. */
  readonly patience: Float64Array | null;
  /** Index of the first contact column of all tiers, and of their first threshold column. */
  readonly book: number;
  readonly within: number;
  /** Index of the first clock column of all tiers. */
  readonly clocks: number;
}

/** Where an attempt that comes now is booked: index of its first contact column in this interval. */
export function bookOf(center: Center, contact: number, type: number): number {
  const { contactBase, intervals, layout, tiers } = center.plan;
  const count = tiers.upTo.length;
  if (count === 0) return contactBase[type] + center.interval;
  if (center.attempt[contact] === 1) center.tier[contact] = tierOf(center, contact, type);
  return tiers.book + (type * count + center.tier[contact]) * layout.kept.contact * intervals + center.interval;
}

/** The tier of a customer: that of him with whom the chain began. */
function tierOf(center: Center, contact: number, type: number): number {
  const { tiers, traits } = center.plan;
  const origin = (traits[type] & linked) !== 0 ? center.origin[contact] : type;
  const u = uniformOnce(center, tiers.keys[origin], center.customer[contact], 0);
  let tier = 0;
  while (tier < tiers.upTo.length - 1 && u >= tiers.upTo[tier]) tier++;
  return tier;
}

/** When the patience of a contact that waits ends. */
export function patienceEnds(center: Center, contact: number): number {
  const { patience } = center.plan.tiers;
  const lasts = center.patience[contact];
  return center.queuedAt[contact] + (patience === null ? lasts : toTick(lasts * patience[center.tier[contact]]));
}

/** The interval to which a contact is booked. */
export function intervalOf(center: Center, contact: number): number {
  const { contactBase, intervals, tiers } = center.plan;
  const book = center.book[contact];
  return tiers.upTo.length === 0 ? book - contactBase[center.type[contact]] : (book - tiers.book) % intervals;
}

/** Index of the first threshold column of a contact in its interval. */
export function withinOf(center: Center, contact: number): number {
  const { contactBase, intervals, layout, thresholdBase, thresholds, tiers } = center.plan;
  const book = center.book[contact];
  const type = center.type[contact];
  if (tiers.upTo.length === 0) return thresholdBase[type] + book - contactBase[type];
  const row = Math.floor((book - tiers.book) / (layout.kept.contact * intervals));
  return tiers.within + row * thresholds.length * 2 * intervals + ((book - tiers.book) % intervals);
}
