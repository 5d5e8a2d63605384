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
/** Rows from one type's to the next's: a few more, or the first rows of all types would share the same few lines of the processor's cache. */
const rowsPerType = blockSize + 8;

/** Those drawn and not yet come, a row each: the customers of a type lie from the `firstRow` of its source on. */
export interface CustomerColumns {
  /** By type: the row of the next customer, and the row behind the last. */
  readonly nextRow: Int32Array;
  readonly endRow: Int32Array;
  readonly arrivals: Float64Array;
  readonly selfServed: Float64Array;
  readonly selfService: Float64Array;
  readonly patience: Float64Array;
  readonly ring: Float64Array;
  readonly talk: Float64Array;
  readonly hold: Float64Array;
  readonly wrapUp: Float64Array;
}

/** Columns for the customers of so many types. */
export function layCustomerColumns(types: number): CustomerColumns {
  const column = () => new Float64Array(types * rowsPerType);
  return {
    nextRow: new Int32Array(types),
    endRow: new Int32Array(types),
    arrivals: column(),
    selfServed: column(),
    selfService: column(),
    patience: column(),
    ring: column(),
    talk: column(),
    hold: column(),
    wrapUp: column(),
  };
}

/** Where the rows of a type begin. */
export function firstRowOf(type: number): number {
  return type * rowsPerType;
}

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
  /** Its columns that differ from customer to customer, and where its rows begin in all. */
  readonly columns: readonly RandomColumn[];
  readonly firstRow: number;
  readonly completed: number;
  /** Those of talk, hold and wrap-up that are not always zero. */
  readonly handling: readonly Float64Array[];

  /** Added to a row it gives the number of its customer. */
  toCustomer: number;
  /** Busyness factor of each segment in this run, and the cumulated rate at its start and end. */
  readonly factors: Float64Array;
  readonly cumulated: Float64Array;
  /** Where the process stands: segment or span, and cumulated rate or time. */
  at: number;
  reached: number;
  /** Recorded contacts already placed in the span at hand. */
  placed: number;
}

/** Puts a source at the start of a run; the factors are set. */
export function startSource(center: Center, source: CustomerSource): void {
  restartStream(source.gapStream, source.gapKey, center.run, 0, 0);
  for (const { draw, stream } of source.columns) restartStream(stream, draw.key, center.run, 0, 0);
  const { cumulated, factors, segments } = source;
  for (let i = 0; i < segments.length; i++) cumulated[i + 1] = cumulated[i] + segments[i].mass * factors[i];
  center.customers.endRow[source.type] = source.firstRow;
  source.toCustomer = -source.firstRow;
  source.at = 0;
  source.reached = source.spans.length > 0 ? source.spans[0].from : 0;
  source.placed = 0;
  center.arrivalHeap[source.type] = source.type;
  drawBlock(center, source, source.type);
}

/** Goes on to the next customer of a type, and to the type whose customer comes next. */
export function advanceSource(center: Center, type: number): void {
  const { arrivals, endRow, nextRow } = center.customers;
  const row = nextRow[type] + 1;
  nextRow[type] = row;
  if (row < endRow[type]) center.nextArrival[0] = arrivals[row];
  else if (hasMore(center.sources[type])) drawBlock(center, center.sources[type], 0);
  else center.nextArrival[0] = Number.POSITIVE_INFINITY;
  if (nextRow.length > 1) sink(center, 0);
}

/** Whether the process may go on behind the customers drawn. */
function hasMore({ at, segments, spans }: CustomerSource): boolean {
  return at < segments.length || at < spans.length;
}

/** Draws the next block of customers of the type at a place in the heap. */
function drawBlock(center: Center, source: CustomerSource, place: number): void {
  const { arrivals, endRow, nextRow } = center.customers;
  const { columns, firstRow, gapStream, spans, type } = source;
  source.toCustomer += endRow[type] - firstRow;
  const last = firstRow + blockSize;
  let end = firstRow;
  // A few at a time where more come than expected.
  for (let drawn = firstRow, more = fewestLeft(source); end === drawn && drawn < last; more = 8) {
    const from = drawn;
    drawn = Math.min(last, from + more);
    fillExponential(gapStream, arrivals, from, drawn, 1);
    end = spans.length > 0 ? placeRecorded(source, arrivals, from, drawn) : placePoisson(source, arrivals, from, drawn);
  }
  for (const { draw, stream, values } of columns) fillByStep(draw, stream, values, arrivals, firstRow, end);
  bookBrought(center, source, end);
  nextRow[type] = firstRow;
  endRow[type] = end;
  center.nextArrival[place] = end > firstRow ? arrivals[firstRow] : Number.POSITIVE_INFINITY;
  center.attempts += end - firstRow;
  requireAttempts(center);
}

/** Books the handling that the customers before row `end` bring, by interval of arrival; who is done in self-service brings none. */
function bookBrought({ customers, data, plan }: Center, source: CustomerSource, endRow: number): void {
  const { completed, firstRow, handling, type } = source;
  const { arrivals, selfServed } = customers;
  const { horizon, intervals, intervalStarts } = plan;
  const perSecond = intervals / horizon;
  const base = plan.broughtBase[type];
  for (const column of handling) {
    let interval = 0;
    let end = 0;
    let sum = 0;
    for (let row = firstRow; row < endRow; row++) {
      const time = arrivals[row];
      if (time >= end) {
        data[base + interval] += sum;
        sum = 0;
        // Where it would lie if all were of one length, or near by. What is later than the last lies in it.
        interval = Math.min(intervals - 1, (time * perSecond) | 0);
        while (time < intervalStarts[interval]) interval--;
        while (interval < intervals - 1 && time >= intervalStarts[interval + 1]) interval++;
        end = interval < intervals - 1 ? intervalStarts[interval + 1] : Number.POSITIVE_INFINITY;
      }
      if (completed === 0 || selfServed[row] >= completed) sum += column[row];
    }
    data[base + interval] += sum;
  }
}

/** How many customers to draw first: those expected yet, so that a type with few costs little. Exponential numbers are drawn by fours, so it is a multiple. */
function fewestLeft({ cumulated, reached, segments, spans }: CustomerSource): number {
  if (spans.length > 0) return blockSize;
  return 4 * Math.ceil(Math.min(blockSize, Math.max(0, cumulated[segments.length] - reached) + 1) / 4);
}

/** Pushes unit-rate gaps through the inverse of the cumulated rate (Çinlar 1975, section 4.7); returns the row behind the last that falls into the day. */
function placePoisson(source: CustomerSource, arrivals: Float64Array, first: number, most: number): number {
  const { cumulated, segments, factors } = source;
  let reached = source.reached;
  let at = source.at;
  for (let row = first; row < most; row++) {
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
function placeRecorded(source: CustomerSource, arrivals: Float64Array, first: number, most: number): number {
  const { spans } = source;
  for (let row = first; row < most; row++) {
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

/** Fills rows of a column, each stretch by the step that holds at its time of arrival. */
function fillByStep(
  { isTime, steps }: Draw,
  stream: Stream,
  values: Float64Array,
  arrivals: Float64Array,
  from: number,
  to: number,
): void {
  let step = 0;
  for (let row = from; row < to; ) {
    while (step + 1 < steps.length && steps[step + 1].from <= arrivals[row]) step++;
    let end = to;
    if (step + 1 < steps.length) for (end = row + 1; end < to && arrivals[end] < steps[step + 1].from; ) end++;
    steps[step].fill(steps[step].parameters, stream, values, row, end);
    row = end;
  }
  if (isTime) moveToTicks(values, from, to);
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
  for (let place = center.arrivalHeap.length >> 1; place >= 0; place--) sink(center, place);
}

/** Sinks an entry of the heap to its place among those below; equal times in order of the types. */
function sink({ arrivalHeap: types, nextArrival: times }: Center, from: number): void {
  const type = types[from];
  const time = times[from];
  let place = from;
  for (let child = 2 * place + 1; child < types.length; child = 2 * place + 1) {
    const right = child + 1;
    if (right < types.length) {
      if (times[right] < times[child] || (times[right] === times[child] && types[right] < types[child])) child = right;
    }
    if (time < times[child] || (time === times[child] && type < types[child])) break;
    types[place] = types[child];
    times[place] = times[child];
    place = child;
  }
  types[place] = type;
  times[place] = time;
}
