/** Reads a run's columns over a scope: every measure is a quotient of two such sums. */
import {
  type ContactColumn,
  clockOffset,
  contactOffset,
  type GroupColumn,
  groupOffset,
  type OutcomeColumn,
  outcomeOffset,
  type QualityColumn,
  qualityOffset,
  type RunRecord,
  type TierClockColumn,
  type thresholdColumns,
  thresholdOffset,
  tierClockOffset,
  tierOffset,
  tierThresholdOffset,
} from '../sim/run.ts';
import type { MeasureScope } from './measure.ts';

function sumIntervals(data: Float64Array, offset: number, intervals: readonly number[]): number {
  let sum = 0;
  for (const interval of intervals) sum += data[offset + interval];
  return sum;
}

/**
 * A contact column summed over the scope's work types and intervals.
 *
 * @param record one run or a sum of runs
 * @param scope its `work` and `intervals` are read
 * @param column the column's name
 */
export function sumContacts(record: RunRecord, scope: MeasureScope, column: ContactColumn): number {
  let sum = 0;
  for (const type of scope.work) {
    const { data, layout } = record;
    const at = scope.tier < 0 ? contactOffset(layout, type, column) : tierOffset(layout, type, scope.tier, column);
    sum += sumIntervals(data, at, scope.intervals);
  }
  return sum;
}

/**
 * A threshold column summed over the scope's work types and intervals.
 *
 * @param record one run or a sum of runs
 * @param scope its `work` and `intervals` are read
 * @param column answered or abandoned within the threshold
 * @param threshold index into `layout.thresholds`
 * @throws RangeError when the run did not count that threshold
 */
export function sumWithin(
  record: RunRecord,
  scope: MeasureScope,
  column: (typeof thresholdColumns)[number],
  threshold: number,
): number {
  const { layout, data } = record;
  if (layout.thresholds[threshold] === undefined) {
    throw new RangeError(
      `threshold: index ${threshold} is none of the ${layout.thresholds.length} that the run counted`,
    );
  }
  let sum = 0;
  for (const type of scope.work) {
    const at =
      scope.tier < 0
        ? thresholdOffset(layout, type, threshold, column)
        : tierThresholdOffset(layout, type, scope.tier, threshold, column);
    sum += sumIntervals(data, at, scope.intervals);
  }
  return sum;
}

/**
 * A group column summed over the scope's groups and intervals.
 *
 * @param record one run or a sum of runs
 * @param scope its `groups` and `intervals` are read
 * @param column the column's name
 */
export function sumGroups(record: RunRecord, scope: MeasureScope, column: GroupColumn): number {
  let sum = 0;
  for (const group of scope.groups) {
    sum += sumIntervals(record.data, groupOffset(record.layout, group, column), scope.intervals);
  }
  return sum;
}

/**
 * An outcome column summed over the scope's work types and intervals; 0 for a run in which nothing that is handled has
 * consequences.
 *
 * @param record one run or a sum of runs
 * @param scope its `work` and `intervals` are read
 * @param column the column's name
 */
export function sumOutcomes({ data, layout }: RunRecord, scope: MeasureScope, column: OutcomeColumn): number {
  if (!layout.extras.outcomes) return 0;
  let sum = 0;
  for (const type of scope.work) sum += sumIntervals(data, outcomeOffset(layout, type, column), scope.intervals);
  return sum;
}

/**
 * A quality column summed over the scope's work types, those whose quality is simulated, and intervals.
 *
 * @param record one run or a sum of runs
 * @param scope its `work` and `intervals` are read
 * @param column the column's name
 */
export function sumQuality({ data, layout }: RunRecord, scope: MeasureScope, column: QualityColumn): number {
  let sum = 0;
  for (const type of scope.work) {
    if (layout.extras.scored.includes(type)) {
      sum += sumIntervals(data, qualityOffset(layout, type, column), scope.intervals);
    }
  }
  return sum;
}

/**
 * A clock column summed over the scope's intervals; 0 where the scope names no clock.
 *
 * @param record one run or a sum of runs
 * @param scope its `clock`, `tier` and `intervals` are read
 * @param column the column's name
 */
export function sumClocks({ data, layout }: RunRecord, scope: MeasureScope, column: TierClockColumn): number {
  const { clock, intervals, tier } = scope;
  if (clock < 0) return 0;
  const at = tier < 0 ? clockOffset(layout, clock, column) : tierClockOffset(layout, clock, tier, column);
  return sumIntervals(data, at, intervals);
}
