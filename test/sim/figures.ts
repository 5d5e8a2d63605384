/** Reads sums out of a run's columns, for tests. */
import {
  broughtOffset,
  type ContactColumn,
  contactColumns,
  contactOffset,
  type GroupColumn,
  groupColumns,
  groupOffset,
  histogramOffset,
  type QueueColumn,
  queueColumns,
  queueOffset,
  type RunRecord,
  thresholdColumns,
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

/** The figures that every run has, column by column, of all types, groups and intervals: runs that keep different columns compare by them. */
export function figuresByColumn(run: RunRecord): Record<string, number[]> {
  const { data, layout } = run;
  const span = (at: number) => [...data.subarray(at, at + layout.intervals)];
  const ofAll = (count: number, read: (index: number) => number[]) =>
    Array.from({ length: count }, (_, i) => read(i)).flat();
  const ofTypes = (read: (type: number) => number[]) => ofAll(layout.types, read);
  return Object.fromEntries([
    ...contactColumns.map((column) => [column, ofTypes((type) => span(contactOffset(layout, type, column)))]),
    ...layout.thresholds.flatMap((threshold, t) =>
      thresholdColumns.map((column) => [
        `${column} ${threshold}`,
        ofTypes((type) => span(thresholdOffset(layout, type, t, column))),
      ]),
    ),
    ...groupColumns.map((column) => [
      `group ${column}`,
      ofAll(layout.groups, (group) => span(groupOffset(layout, group, column))),
    ]),
    ...queueColumns.map((column) => [column, ofTypes((type) => span(queueOffset(layout, type, column)))]),
    ['brought', ofTypes((type) => span(broughtOffset(layout, type)))],
    ...(['answered', 'abandoned'] as const).map((end) => [
      `waits ${end}`,
      ofTypes((type) => histogram(run, end, type)),
    ]),
  ]);
}
