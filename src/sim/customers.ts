/**
 * Who comes and what he brings: everything random about a customer, drawn in columns of up to 256 customers at a time. Row n of a type is
 * customer n whatever the state of the centre, so two rosters meet the same customers. What only some need (later attempts,
 * handling by a group of its own, balking) is drawn from a stream of that customer and attempt alone, which is just as independent
 * of the state.
 */
import { invertSegment, type RateSegment } from '../math/rate-curve.ts';
import { fillExponential, nextNormal } from '../random/samplers.ts';
import { nextUniform, restartStream, type Stream, type StreamKey } from '../random/stream.ts';
import type { Center } from './center.ts';
import { requireAttempts } from './run-limit-error.ts';
import { moveToTicks, toTick } from './ticks.ts';

/** Customers drawn at a time, at most. */
export const blockSize = 256;

/** A duration ready to be drawn: its stream's key and what fills it, by time of arrival. */
export interface Draw {
  readonly key: StreamKey;
  readonly steps: readonly DrawStep[];
  /** Whether it is a time, and so a whole number of ticks. */
  readonly isTime: boolean;
}

/** The first step holds from the start, each until the next. */
export interface DrawStep {
  readonly from: number;
  readonly parameters: readonly number[];
  readonly fill: (parameters: readonly number[], stream: Stream, out: Float64Array, from: number, to: number) => void;
}

/** A column that is filled anew for every block. */
export interface RandomColumn {
  readonly draw: Draw;
  readonly stream: Stream;
  readonly values: Float64Array;
}

/** A stretch of the arrival rate within which one busyness factor holds. */
export interface ArrivalSegment {
  readonly segment: RateSegment;
  readonly from: number;
  readonly to: number;
  /** The integral of the rate. */
  readonly mass: number;
  /** The rate where it is constant, else 0. */
  readonly rate: number;
  /** Planning interval whose busyness factor holds. */
  readonly interval: number;
}

/** The customers of one type. */
export interface CustomerSource {
  readonly type: number;
  readonly gapKey: StreamKey;
  readonly gapStream: Stream;
  /** Stretches of a Poisson process; empty for recorded counts. */
  readonly segments: readonly ArrivalSegment[];
  /** Stretches of recorded counts. */
  readonly spans: readonly { from: number; to: number; count: number }[];
  readonly columns: readonly RandomColumn[];
  readonly arrivals: Float64Array;
  readonly selfServed: Float64Array;
  readonly selfService: Float64Array;
  readonly patience: Float64Array;
  readonly ring: Float64Array;
  readonly talk: Float64Array;
  readonly hold: Float64Array;
  readonly wrapUp: Float64Array;
  readonly completed: number;
  /** Those of talk, hold and wrap-up that are not always zero. */
  readonly handling: readonly Float64Array[];

  /** Row of the next customer, rows drawn, and number of the customer in row 0. */
  row: number;
  rows: number;
  firstCustomer: number;
  /** Busyness factor of each segment in this run, and the cumulated rate at its start and end. */
  readonly factors: Float64Array;
  readonly cumulated: Float64Array;
  /** Where the process stands: segment or span, and cumulated rate or time. */
  at: number;
  reached: number;
  /** Recorded contacts already placed in the span at hand. */
  placed: number;
  /** Interval of the customer drawn last. */
  drawnInterval: number;
}

/** Puts a source at the start of a run; the factors are set. */
export function startSource(center: Center, source: CustomerSource): void {
  restartStream(source.gapStream, source.gapKey, center.run, 0, 0);
  for (const { draw, stream } of source.columns) restartStream(stream, draw.key, center.run, 0, 0);
  source.segments.forEach(({ mass }, i) => {
    source.cumulated[i + 1] = source.cumulated[i] + mass * source.factors[i];
  });
  source.row = 0;
  source.rows = 0;
  source.firstCustomer = 0;
  source.at = 0;
  source.reached = source.spans.length > 0 ? source.spans[0].from : 0;
  source.placed = 0;
  source.drawnInterval = 0;
  drawBlock(center, source);
}

/** Goes on to the next customer of a type, and to the type whose customer comes next. */
export function advanceSource(center: Center, type: number): void {
  const source = center.sources[type];
  const row = source.row + 1;
  source.row = row;
  if (row < source.rows) center.nextArrival[type] = source.arrivals[row];
  else drawBlock(center, source);
  if (center.sources.length > 1) sink(center, 0);
}

/** Draws the next block of customers. */
function drawBlock(center: Center, source: CustomerSource): void {
  source.firstCustomer += source.rows;
  const most = customersLeft(source);
  fillExponential(source.gapStream, source.arrivals, 0, most, 1);
  const rows = source.spans.length > 0 ? placeRecorded(source, most) : placePoisson(source, most);
  for (const { draw, stream, values } of source.columns) fillByStep(draw, stream, values, source.arrivals, rows);
  bookBrought(center, source, rows);
  source.row = 0;
  source.rows = rows;
  center.nextArrival[source.type] = rows > 0 ? source.arrivals[0] : Number.POSITIVE_INFINITY;
  center.attempts += rows;
  requireAttempts(center);
}

/** Books the handling that the customers of a block bring, by interval of arrival; who is done in self-service brings none. */
function bookBrought({ data, plan }: Center, source: CustomerSource, rows: number): void {
  const { arrivals, completed, drawnInterval, handling, selfServed, type } = source;
  const { intervalStarts } = plan;
  const last = plan.intervals - 1;
  const base = plan.broughtBase[type];
  for (const column of handling) {
    let interval = drawnInterval;
    let end = interval < last ? intervalStarts[interval + 1] : Number.POSITIVE_INFINITY;
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      while (arrivals[row] >= end) {
        data[base + interval] += sum;
        sum = 0;
        interval++;
        end = interval < last ? intervalStarts[interval + 1] : Number.POSITIVE_INFINITY;
      }
      if (completed === 0 || selfServed[row] >= completed) sum += column[row];
    }
    data[base + interval] += sum;
    source.drawnInterval = interval;
  }
}

/** How many customers to draw: those who are likely to come yet, so that a type with few costs little. */
function customersLeft({ cumulated, reached, segments, spans }: CustomerSource): number {
  if (spans.length > 0) return blockSize;
  const expected = Math.max(0, cumulated[segments.length] - reached);
  // Exponential numbers are drawn by fours.
  return Math.min(blockSize, 4 * Math.ceil((expected + 2 * Math.sqrt(expected) + 2) / 4));
}

/** Pushes unit-rate gaps through the inverse of the cumulated rate (Çinlar 1975, section 4.7); returns how many fall into the day. */
function placePoisson(source: CustomerSource, most: number): number {
  const { arrivals, cumulated, segments, factors } = source;
  let reached = source.reached;
  let at = source.at;
  for (let row = 0; row < most; row++) {
    reached += arrivals[row];
    while (at < segments.length && reached >= cumulated[at + 1]) at++;
    if (at === segments.length) {
      source.at = at;
      return row;
    }
    const mass = (reached - cumulated[at]) / factors[at];
    const { rate, from, to, segment } = segments[at];
    const time = from + (rate > 0 ? mass / rate : invertSegment(segment, mass));
    arrivals[row] = toTick(Math.min(time, to));
  }
  source.at = at;
  source.reached = reached;
  return most;
}

/** Places the recorded number of contacts in each span, in order: the least of m uniform numbers is 1 − exp(−E/m). */
function placeRecorded(source: CustomerSource, most: number): number {
  const { arrivals, spans } = source;
  for (let row = 0; row < most; row++) {
    while (source.at < spans.length && source.placed === spans[source.at].count) {
      source.at++;
      source.placed = 0;
      if (source.at < spans.length) source.reached = spans[source.at].from;
    }
    if (source.at === spans.length) return row;
    const { to, count } = spans[source.at];
    source.reached -= (to - source.reached) * Math.expm1(-arrivals[row] / (count - source.placed));
    source.placed++;
    arrivals[row] = toTick(source.reached);
  }
  return most;
}

/** Fills the first rows of a column, each stretch by the step that holds at its time of arrival. */
function fillByStep(draw: Draw, stream: Stream, values: Float64Array, arrivals: Float64Array, rows: number): void {
  const { steps } = draw;
  let step = 0;
  for (let row = 0; row < rows; ) {
    while (step + 1 < steps.length && steps[step + 1].from <= arrivals[row]) step++;
    const until = step + 1 < steps.length ? steps[step + 1].from : Number.POSITIVE_INFINITY;
    let end = row + 1;
    while (end < rows && arrivals[end] < until) end++;
    steps[step].fill(steps[step].parameters, stream, values, row, end);
    row = end;
  }
  if (draw.isTime) moveToTicks(values, 0, rows);
}

/** One value drawn for a customer and attempt alone, valid for an arrival at `time`. */
export function drawOnce(center: Center, draw: Draw, customer: number, attempt: number, time: number): number {
  let step = 0;
  while (step + 1 < draw.steps.length && draw.steps[step + 1].from <= time) step++;
  restartStream(center.stream, draw.key, center.run, customer, attempt);
  draw.steps[step].fill(draw.steps[step].parameters, center.stream, center.drawn, 0, 1);
  return draw.isTime ? toTick(center.drawn[0]) : center.drawn[0];
}

/** A number uniform on (0, 1) for a customer and attempt alone. */
export function uniformOnce(center: Center, key: StreamKey, customer: number, attempt: number): number {
  restartStream(center.stream, key, center.run, customer, attempt);
  return nextUniform(center.stream);
}

/** A standard normal number for a customer and attempt alone. */
export function normalOnce(center: Center, key: StreamKey, customer: number, attempt: number): number {
  restartStream(center.stream, key, center.run, customer, attempt);
  return nextNormal(center.stream);
}

/** Orders the types by their next arrival when the run starts. */
export function orderSources(center: Center): void {
  const { arrivalHeap } = center;
  for (let type = 0; type < arrivalHeap.length; type++) arrivalHeap[type] = type;
  for (let place = arrivalHeap.length >> 1; place >= 0; place--) sink(center, place);
}

/** Sinks an entry of the heap to its place among those below; equal times in order of the types. */
function sink(center: Center, from: number): void {
  const heap = center.arrivalHeap;
  const times = center.nextArrival;
  const type = heap[from];
  const time = times[type];
  let place = from;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= heap.length) break;
    const right = child + 1;
    if (right < heap.length && comesBefore(times, heap[right], heap[child])) child = right;
    const other = heap[child];
    if (time < times[other] || (time === times[other] && type < other)) break;
    heap[place] = other;
    place = child;
  }
  heap[place] = type;
}

function comesBefore(times: Float64Array, a: number, b: number): boolean {
  return times[a] < times[b] || (times[a] === times[b] && a < b);
}
