/** Reads sums out of a run's columns, for tests. */
import {
  type ContactColumn,
  contactOffset,
  type GroupColumn,
  groupOffset,
  histogramOffset,
  type QueueColumn,
  queueOffset,
  type RunRecord,
  thresholdOffset,
  waitBins,
} from '../../src/sim/run.ts';

const sum = (data: Float64Array, from: number, count: number) => {
  let total = 0;
  for (let i = from; i < from + count; i++) total += data[i];
  return total;
};

/** A contact column over all intervals and types, or of one type, or of one type and interval. */
export function contacts(run: RunRecord, column: ContactColumn, type?: number, interval?: number): number {
  const { layout, data } = run;
  if (type === undefined) {
    return Array.from({ length: layout.types }, (_, t) => contacts(run, column, t)).reduce((a, b) => a + b, 0);
  }
  const at = contactOffset(layout, type, column);
  return interval === undefined ? sum(data, at, layout.intervals) : data[at + interval];
}

export function within(
  run: RunRecord,
  column: 'answeredWithin' | 'abandonedWithin',
  threshold: number,
  type: number,
  interval?: number,
): number {
  const at = thresholdOffset(run.layout, type, threshold, column);
  return interval === undefined ? sum(run.data, at, run.layout.intervals) : run.data[at + interval];
}

export function groupTime(run: RunRecord, column: GroupColumn, group: number, interval?: number): number {
  const at = groupOffset(run.layout, group, column);
  return interval === undefined ? sum(run.data, at, run.layout.intervals) : run.data[at + interval];
}

export function queue(run: RunRecord, column: QueueColumn, type: number, interval?: number): number {
  const at = queueOffset(run.layout, type, column);
  return interval === undefined ? sum(run.data, at, run.layout.intervals) : run.data[at + interval];
}

export function histogram(run: RunRecord, outcome: 'answered' | 'abandoned', type: number): number[] {
  const at = histogramOffset(run.layout, type, outcome);
  return [...run.data.slice(at, at + waitBins.length + 1)];
}
