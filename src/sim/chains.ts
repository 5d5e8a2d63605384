/**
 * Chains of items that follow from one another, and the clocks that run over them. A chain lives as long as one of its items is in
 * the centre; a clock that still runs when its chain ends will never be stopped.
 */

import type { StreamKey } from '../random/stream.ts';
import type { Center } from './center.ts';
import { uniformOnce } from './customers.ts';
import { clockColumns, tierClockColumns } from './run.ts';
import { toTick } from './ticks.ts';

/** Points in an item's life: rows of `Plan.pointStart`. */
export const created = 0;
export const started = 1;
/** The first point at which somebody has touched an item. */
export const startPoint = started;
export const handled = 2;

/** What happens to a clock at a point. */
export const stops = 0;
export const starts = 1;
export const pauses = 2;
export const resumes = 3;

/** States of a clock. */
const off = 0;
const running = 1;
const paused = 2;

const startedColumn = clockColumns.indexOf('started');
const met = clockColumns.indexOf('met');
const missed = clockColumns.indexOf('missed');
const open = clockColumns.indexOf('open');
const elapsed = clockColumns.indexOf('elapsed');
const extended = clockColumns.indexOf('extended');
const reminded = clockColumns.indexOf('reminded');

/** A clock as numbers; times in seconds, whole ticks. */
export interface ClockPlan {
  readonly name: string;
  /** Index of its first figure. */
  readonly figures: number;
  readonly within: number;
  /** Stretches in which time counts, and the time counted before each; empty: all time counts. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly before: Float64Array;
  readonly moments: Float64Array;
  readonly extendedShare: number;
  readonly extension: number;
  readonly noticedShare: number;
  readonly remindBefore: number;
  readonly extensionKey: StreamKey;
  readonly noticeKey: StreamKey;
}

/** The chains of a run, in columns by chain, and by chain · clocks + clock. */
export interface Chains {
  used: number;
  free: number;
  next: Int32Array;
  /** Items of the chain that are in the centre or will come. */
  items: Int32Array;
  state: Uint8Array;
  /** Counted time at which the clock started or would have without its pauses, and at which it is late. */
  since: Float64Array;
  due: Float64Array;
  pausedAt: Float64Array;
  /** Interval in which it started. */
  interval: Int32Array;
  isExtended: Uint8Array;
}

/** What a trace tells of a clock when it stops or its chain ends; times are seconds from the scenario's start. */
export interface ClockRow {
  clock: string;
  /** The contact with which the chain began. */
  origin: string;
  customer: number;
  /** When it ended. */
  at: number;
  result: 'met' | 'missed' | 'open';
  /** Counted time from its start, pauses left out. */
  elapsed: number;
}

/** Columns for so many chains. */
export function layChains(capacity: number, clocks: number): Chains {
  const size = capacity * clocks;
  return {
    used: 0,
    free: -1,
    next: new Int32Array(capacity),
    items: new Int32Array(capacity),
    state: new Uint8Array(size),
    since: new Float64Array(size),
    due: new Float64Array(size),
    pausedAt: new Float64Array(size),
    interval: new Int32Array(size),
    isExtended: new Uint8Array(size),
  };
}

/** Forgets all chains. */
export function resetChains(center: Center): void {
  center.chains.used = 0;
  center.chains.free = -1;
  center.chains.state.fill(off);
  center.chain.fill(-1);
}

/** An item comes to a point of its life: clocks start, stand still, go on or stop. */
export function meetPoint(center: Center, contact: number, point: number): void {
  const { actionClock, actionKind, pointStart } = center.plan;
  const slot = 3 * center.type[contact] + point;
  for (let i = pointStart[slot]; i < pointStart[slot + 1]; i++) {
    const clock = actionClock[i];
    switch (actionKind[i]) {
      case starts:
        startClock(center, contact, clock);
        break;
      case stops:
        stopClock(center, contact, clock);
        break;
      case pauses:
        pauseClock(center, contact, clock);
        break;
      default:
        resumeClock(center, contact, clock);
    }
  }
}

/** A contact that came by itself: what follows from it will be told apart from what follows from others. */
export function startOwnChain(center: Center, contact: number, type: number): void {
  center.lineage[contact] = 0;
  center.origin[contact] = type;
  center.bornOf[contact] = -1;
  center.about[contact] = -1;
}

/** An item that follows from another belongs to its chain. */
export function joinChain(center: Center, contact: number, chain: number): void {
  center.chain[contact] = chain;
  if (chain >= 0) center.chains.items[chain]++;
}

/** An item is gone; with the last one its chain ends. */
export function leaveChain(center: Center, contact: number): void {
  const { chains } = center;
  const chain = center.chain[contact];
  if (--chains.items[chain] === 0) {
    for (let clock = 0; clock < center.plan.clocks.length; clock++) endClock(center, contact, clock);
    chains.next[chain] = chains.free;
    chains.free = chain;
  }
  center.chain[contact] = -1;
}

function startClock(center: Center, contact: number, clock: number): void {
  const plan = center.plan.clocks[clock];
  if (center.chain[contact] < 0) joinChain(center, contact, takeChain(center));
  const { chains } = center;
  const at = place(center, contact, clock);
  if (chains.state[at] !== off) return;
  const now = countedAt(plan, center.now);
  let within = plan.within;
  chains.isExtended[at] = 0;
  if (plan.extendedShare > 0 && isExtended(center, contact, plan)) {
    within += plan.extension;
    chains.isExtended[at] = 1;
  }
  chains.state[at] = running;
  chains.since[at] = now;
  chains.due[at] = plan.moments.length > 0 ? firstAfter(plan.moments, center.now) : now + within;
  chains.interval[at] = center.interval;
  book(center, contact, clock, startedColumn);
}

/** Given more time, with notice before the deadline. */
function isExtended(center: Center, contact: number, plan: ClockPlan): boolean {
  const customer = center.customer[contact];
  const attempt = placeOf(center, contact);
  return (
    uniformOnce(center, plan.extensionKey, customer, attempt) < plan.extendedShare &&
    uniformOnce(center, plan.noticeKey, customer, attempt) < plan.noticedShare
  );
}

function stopClock(center: Center, contact: number, clock: number): void {
  if (center.chain[contact] < 0) return;
  resumeClock(center, contact, clock);
  const at = place(center, contact, clock);
  if (center.chains.state[at] !== running) return;
  const plan = center.plan.clocks[clock];
  const now = countedAt(plan, center.now);
  closeClock(center, contact, clock, now, now <= center.chains.due[at] ? 'met' : 'missed');
}

function pauseClock(center: Center, contact: number, clock: number): void {
  if (center.chain[contact] < 0) return;
  const at = place(center, contact, clock);
  if (center.chains.state[at] !== running) return;
  center.chains.state[at] = paused;
  center.chains.pausedAt[at] = countedAt(center.plan.clocks[clock], center.now);
}

function resumeClock(center: Center, contact: number, clock: number): void {
  const { chains } = center;
  if (center.chain[contact] < 0) return;
  const at = place(center, contact, clock);
  if (chains.state[at] !== paused) return;
  const stood = countedAt(center.plan.clocks[clock], center.now) - chains.pausedAt[at];
  chains.state[at] = running;
  chains.since[at] += stood;
  chains.due[at] += stood;
}

/** Nothing is left that could stop the clock: it is late, unless only the run has ended. */
function endClock(center: Center, contact: number, clock: number): void {
  const { chains, plan } = center;
  const at = place(center, contact, clock);
  if (chains.state[at] === off) return;
  const { horizon } = plan;
  const isOver = center.now >= horizon;
  const reached = countedAt(plan.clocks[clock], isOver ? horizon : center.now);
  const stands = chains.state[at] === paused ? chains.pausedAt[at] : reached;
  closeClock(center, contact, clock, stands, isOver && stands <= chains.due[at] ? 'open' : 'missed');
}

function closeClock(center: Center, contact: number, clock: number, now: number, result: ClockRow['result']): void {
  const { chains, plan } = center;
  const { name, remindBefore } = plan.clocks[clock];
  const at = place(center, contact, clock);
  chains.state[at] = off;
  book(center, contact, clock, result === 'met' ? met : result === 'missed' ? missed : open);
  if (result !== 'open') book(center, contact, clock, elapsed, now - chains.since[at]);
  if (chains.isExtended[at] === 1) book(center, contact, clock, extended);
  if (remindBefore > 0 && now > chains.due[at] - remindBefore) book(center, contact, clock, reminded);
  center.traceClock?.({
    clock: name,
    origin: plan.typeNames[center.origin[contact]],
    customer: center.customer[contact],
    at: Math.min(center.now, plan.horizon),
    result,
    elapsed: now - chains.since[at],
  });
}

function book(center: Center, contact: number, clock: number, column: number, value = 1): void {
  const { clocks, intervals, tiers } = center.plan;
  const interval = center.chains.interval[place(center, contact, clock)];
  center.data[clocks[clock].figures + column * intervals + interval] += value;
  if (tiers.upTo.length === 0 || column >= tierClockColumns.length) return;
  const row = (clock * tiers.upTo.length + center.tier[contact]) * tierClockColumns.length + column;
  center.data[tiers.clocks + row * intervals + interval] += value;
}

function place(center: Center, contact: number, clock: number): number {
  return center.chain[contact] * center.plan.clocks.length + clock;
}

function takeChain(center: Center): number {
  const { chains } = center;
  if (chains.free >= 0) {
    const chain = chains.free;
    chains.free = chains.next[chain];
    return chain;
  }
  if (chains.used === chains.next.length) growChains(center);
  center.chains.items[center.chains.used] = 0;
  return center.chains.used++;
}

function growChains(center: Center): void {
  const { chains } = center;
  const larger = layChains(2 * chains.next.length, center.plan.clocks.length);
  larger.used = chains.used;
  larger.free = chains.free;
  for (const name of ['next', 'items', 'state', 'since', 'due', 'pausedAt', 'interval', 'isExtended'] as const) {
    larger[name].set(chains[name]);
  }
  center.chains = larger;
}

/** Time counted by a clock until a moment: all of it, or that in its hours. */
export function countedAt({ before, from, to }: ClockPlan, time: number): number {
  if (from.length === 0) return time;
  let low = 0;
  let high = from.length;
  // The last stretch that begins at or before the moment.
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from[middle] <= time) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return 0;
  return before[low - 1] + Math.min(time, to[low - 1]) - from[low - 1];
}

/** The moment at which so much time has been counted by a clock; the inverse of {@link countedAt}. */
export function countedUntil({ before, from, to }: ClockPlan, counted: number): number {
  if (from.length === 0) return counted;
  let i = from.length - 1;
  while (i > 0 && before[i] >= counted) i--;
  const reached = from[i] + counted - before[i];
  return reached <= to[i] ? reached : Number.POSITIVE_INFINITY;
}

/** The first of some moments after a time; Infinity when there is none. */
function firstAfter(moments: Float64Array, time: number): number {
  for (const moment of moments) if (moment > time) return moment;
  return Number.POSITIVE_INFINITY;
}

/**
 * What tells an item's draws from those of all other items of its customer: the number of its attempt, mixed with where it comes
 * from when it follows from another.
 */
export function placeOf(center: Center, contact: number): number {
  const lineage = center.lineage[contact];
  return lineage === 0 ? center.attempt[contact] : mixPlace(lineage, center.attempt[contact]);
}

/** A negative 32-bit number out of two: never one of the small numbers of first attempts. The mixing is that of MurmurHash3 (Appleby 2011). */
export function mixPlace(a: number, b: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0x80000000;
}

/** The stretches in which a clock counts, with the time counted before each. */
export function toClockTimes(
  spans: readonly { from: number; to: number }[],
): Pick<ClockPlan, 'from' | 'to' | 'before'> {
  const from = Float64Array.from(spans, (span) => toTick(span.from));
  const to = Float64Array.from(spans, (span) => toTick(span.to));
  const before = new Float64Array(spans.length);
  for (let i = 1; i < spans.length; i++) before[i] = before[i - 1] + to[i - 1] - from[i - 1];
  return { from, to, before };
}
