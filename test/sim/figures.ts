/** Reads sums out of a run's columns, for tests. */
import {
  broughtOffset,
  type ContactColumn,
  clockColumns,
  clockOffset,
  contactColumns,
  contactOffset,
  followUpOffset,
  type GroupColumn,
  groupColumns,
  groupOffset,
  histogramOffset,
  outcomeColumns,
  outcomeOffset,
  type QueueColumn,
  qualityColumns,
  qualityOffset,
  queueColumns,
  queueOffset,
  type RunRecord,
  teamColumns,
  teamOffset,
  thresholdColumns,
  thresholdOffset,
  tierClockColumns,
  tierClockOffset,
  tierOffset,
  tierThresholdOffset,
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

/** All figures of a run, column by column: runs that keep different columns compare by them. */
export function figuresByColumn(run: RunRecord): Record<string, number[]> {
  const { data, layout } = run;
  const { clocks, followUps, outcomes, scored, tiers } = layout.extras;
  const span = (at: number, length = layout.intervals) => [...data.subarray(at, at + length)];
  const each = <T>(count: number, read: (index: number) => T[]) =>
    Array.from({ length: count }, (_, i) => read(i)).flat();
  const perType = (read: (type: number) => number[]) => each(layout.types, read);
  const perTier = (read: (type: number, tier: number) => number[]) =>
    perType((type) => each(tiers, (tier) => read(type, tier)));
  const thresholds = layout.thresholds.flatMap((_, t) => thresholdColumns.map((column) => ({ t, column })));
  return Object.fromEntries([
    ...contactColumns.flatMap((column) => [
      [column, perType((type) => span(contactOffset(layout, type, column)))],
      [`tier ${column}`, perTier((type, tier) => span(tierOffset(layout, type, tier, column)))],
    ]),
    ...thresholds.flatMap(({ t, column }) => [
      [`${column} ${t}`, perType((type) => span(thresholdOffset(layout, type, t, column)))],
      [`tier ${column} ${t}`, perTier((type, tier) => span(tierThresholdOffset(layout, type, tier, t, column)))],
    ]),
    ...groupColumns.map((column) => [
      `group ${column}`,
      each(layout.groups, (group) => span(groupOffset(layout, group, column))),
    ]),
    ...queueColumns.map((column) => [column, perType((type) => span(queueOffset(layout, type, column)))]),
    ...(outcomes ? outcomeColumns : []).map((column) => [
      column,
      perType((type) => span(outcomeOffset(layout, type, column))),
    ]),
    ...clockColumns.map((column) => [
      `clock ${column}`,
      each(clocks, (clock) => span(clockOffset(layout, clock, column))),
    ]),
    ...tierClockColumns.map((column) => [
      `tier clock ${column}`,
      each(clocks, (clock) => each(tiers, (tier) => span(tierClockOffset(layout, clock, tier, column)))),
    ]),
    ['follow-ups', each(followUps, (followUp) => span(followUpOffset(layout, followUp)))],
    ...qualityColumns.map((column) => [
      `quality ${column}`,
      scored.flatMap((type) => span(qualityOffset(layout, type, column))),
    ]),
    ['team', scored.length === 0 ? [] : span(teamOffset(layout), teamColumns.length)],
    ['brought', perType((type) => span(broughtOffset(layout, type)))],
    ...(['answered', 'abandoned'] as const).map((end) => [
      `waits ${end}`,
      perType((type) => histogram(run, end, type)),
    ]),
  ]);
}
