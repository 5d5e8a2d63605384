/**
 * The fluid path of a day: calls as a liquid, without chance. Right where overload is large, and instant: how the queue of a
 * launch or an outage builds up and drains.
 */
import { findRoot } from './find-root.ts';
import { gaussRule } from './quadrature.ts';
import type { RateCurve, RateSegment } from './rate-curve.ts';
import { cutCurve, segmentIntegral, segmentRate } from './rate-curve.ts';
import { requireFinite } from './requirements.ts';
import { requireIntervals } from './stationary-independent.ts';

/** A day of one queue. */
export interface FluidOptions {
  /** Arrivals per second over time; what lies outside the intervals is left out. */
  readonly arrivalRate: RateCurve;
  /** Start of every interval in seconds and, last, the end of the day: rising, one more than there are `agents`. */
  readonly intervalStarts: readonly number[];
  /** Agents per interval, at least 0, fractions allowed. */
  readonly agents: readonly number[];
  /** Seconds, above 0. */
  readonly meanHandleSeconds: number;
  /** Seconds, above 0; Infinity for callers who never hang up. */
  readonly meanPatienceSeconds: number;
  /** Gives the path at the start of the day and every so many seconds of it. */
  readonly snapshotSeconds?: number;
}

/** One interval of the fluid path. */
export interface FluidInterval {
  readonly start: number;
  readonly end: number;
  readonly agents: number;
  readonly offered: number;
  /** Calls in the system at the interval's end, talking and waiting. */
  readonly contentAtEnd: number;
  /** Those of them who wait, before the staff changes. */
  readonly queueAtEnd: number;
  readonly abandoned: number;
  readonly meanQueue: number;
  readonly meanBusy: number;
}

export interface FluidDay {
  readonly intervals: FluidInterval[];
  /** Calls in the system over time; empty unless `snapshotSeconds` was given. */
  readonly path: { readonly time: number; readonly content: number }[];
}

const rule = gaussRule(12);
/** Longest stretch solved at once, in units of the quickest mean time. */
const stretchUnits = 4;

/**
 * The path of x′ = λ(t) − μ min(x, s) − θ (x − s)⁺ from an empty start. At a change of staff the content stays: what agents drop
 * when they leave waits again.
 *
 * @param options arrival rate, intervals, staff, mean handle time and mean patience
 * @returns the path's content, queue and abandonment per interval
 * @throws RangeError naming the option out of its range
 * Source: Whitt (2006), "Fluid models for multiserver queues with abandonments"; Mandelbaum, Massey and Reiman (1998). Solved in
 * closed form between the moments at which the queue appears or vanishes.
 * @example
 * ```ts
 * const day = { intervalStarts: [0, 1800], agents: [10], meanHandleSeconds: 300, meanPatienceSeconds: 180 };
 * fluidDay({ ...day, arrivalRate: stepCurve([0, 1800], [0.05]) }).intervals[0].queueAtEnd; // => 2.999150079
 * ```
 */
export function fluidDay(options: FluidOptions): FluidDay {
  const { intervalStarts, agents, meanHandleSeconds, meanPatienceSeconds, snapshotSeconds } = options;
  requireIntervals(intervalStarts);
  if (agents.length !== intervalStarts.length - 1) {
    throw new RangeError(`agents must hold ${intervalStarts.length - 1} numbers, got ${agents.length}`);
  }
  for (const staff of agents) requireFinite('agents', staff, 0);
  requireFinite('meanHandleSeconds', meanHandleSeconds, 0, { aboveMinimum: true });
  if (meanPatienceSeconds !== Infinity) {
    requireFinite('meanPatienceSeconds', meanPatienceSeconds, 0, { aboveMinimum: true });
  }
  if (snapshotSeconds !== undefined) requireFinite('snapshotSeconds', snapshotSeconds, 0, { aboveMinimum: true });
  const rates = { service: 1 / meanHandleSeconds, abandonment: 1 / meanPatienceSeconds };
  const first = intervalStarts[0];
  const last = intervalStarts[intervalStarts.length - 1];
  const shots: number[] = [];
  if (snapshotSeconds !== undefined) {
    for (let k = 0; first + k * snapshotSeconds <= last; k++) shots.push(first + k * snapshotSeconds);
  }
  const longest = stretchUnits / (rates.service + rates.abandonment);
  const path: { time: number; content: number }[] = [];
  let content = 0;
  const intervals = agents.map((staff, i) => {
    const [start, end] = [intervalStarts[i], intervalStarts[i + 1]];
    const count = Math.ceil((end - start) / longest);
    const regular = Array.from({ length: count + 1 }, (_, k) => start + ((end - start) * k) / count);
    const tally = { offered: 0, queue: 0, busy: 0 };
    for (const segment of stretches(options.arrivalRate, start, end, [...regular, ...shots])) {
      if (shots.includes(segment.from)) path.push({ time: segment.from, content });
      tally.offered += segmentIntegral(segment, segment.to - segment.from);
      content = flow(segment, content, staff, rates, tally);
    }
    if (i === agents.length - 1 && shots.includes(end)) path.push({ time: end, content });
    return {
      start,
      end,
      agents: staff,
      offered: tally.offered,
      contentAtEnd: content,
      queueAtEnd: Math.max(0, content - staff),
      abandoned: rates.abandonment * tally.queue,
      meanQueue: tally.queue / (end - start),
      meanBusy: tally.busy / (end - start),
    };
  });
  return { intervals, path };
}

/** The segments of a curve within an interval, gaps filled with a rate of 0, cut at the given times. */
function stretches(curve: RateCurve, start: number, end: number, cuts: readonly number[]): RateSegment[] {
  const within = cutCurve(curve, [start, end]).segments.filter(({ from, to }) => from >= start && to <= end);
  const filled: RateSegment[] = [];
  let reached = start;
  for (const segment of [...within, { from: end, to: end, terms: [] }]) {
    if (segment.from > reached) filled.push({ from: reached, to: segment.from, terms: [] });
    if (segment.to > segment.from) filled.push(segment);
    reached = segment.to;
  }
  const sorted = [...new Set(cuts)].filter((cut) => cut > start && cut < end).sort((a, b) => a - b);
  return cutCurve({ segments: filled }, sorted).segments;
}

/** Carries the content through a stretch, across the moments at which it passes the staff; returns it at the end. */
function flow(
  segment: RateSegment,
  start: number,
  staff: number,
  rates: { service: number; abandonment: number },
  tally: { queue: number; busy: number },
): number {
  const length = segment.to - segment.from;
  let content = start;
  let time = 0;
  while (time < length) {
    const excess = content - staff;
    const growth = segmentRate(segment, time) - rates.service * staff;
    const waits = excess > 0 || (excess === 0 && growth > 0);
    const rate = waits ? rates.abandonment : rates.service;
    const drain = waits ? rates.service * staff : 0;
    const base = waits ? staff : 0;
    // Around `base` the path is y′ = λ(t) − drain − rate · y: solved by the segment's own integral with its decays shifted.
    const rest = cutCurve({ segments: [segment] }, [segment.from + time]).segments.at(-1);
    const terms = [...(rest?.terms ?? []), { c: -drain, n: 0, k: 0 }].map(({ c, n, k }) => ({ c, n, k: k - rate }));
    const level = content - base;
    const at = (tau: number) =>
      base + Math.exp(-rate * tau) * (level + segmentIntegral({ from: 0, to: length, terms }, tau));
    const side = (tau: number) => (waits ? at(tau) - staff : staff - at(tau));
    const left = length - time;
    const crossing = firstCrossing(side, left, 1e-12 * (1 + staff));
    for (let i = 0; i < rule.nodes.length; i++) {
      const y = at(rule.nodes[i] * crossing);
      const queue = waits ? Math.max(0, y - staff) : 0;
      tally.queue += rule.weights[i] * crossing * queue;
      tally.busy += rule.weights[i] * crossing * (y - queue);
    }
    content = crossing < left ? staff : at(left);
    time = crossing < left ? time + crossing : length;
  }
  return content;
}

/**
 * The first time at which `side` turns negative by more than rounding, `length` if it does not: looked for on a grid finer than the
 * path can turn.
 */
function firstCrossing(side: (tau: number) => number, length: number, rounding: number): number {
  const steps = 16;
  for (let k = 1; k <= steps; k++) {
    const to = (length * k) / steps;
    if (side(to) >= -rounding) continue;
    const from = (length * (k - 1)) / steps;
    if (side(from) > 0) return findRoot(side, from, to, 1e-13 * length);
    // It starts on the boundary: step off it, and take the crossing where the path really returns.
    const inside = from + (to - from) * 1e-6;
    if (side(inside) > 0) return findRoot(side, inside, to, 1e-13 * length);
  }
  return length;
}
