/** Reads a run's columns over a scope: every measure is a quotient of two such sums. */
import {
  type ContactColumn,
  contactOffset,
  type GroupColumn,
  groupOffset,
  type RunRecord,
  type thresholdColumns,
  thresholdOffset,
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
    sum += sumIntervals(record.data, contactOffset(record.layout, type, column), scope.intervals);
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
    sum += sumIntervals(data, thresholdOffset(layout, type, threshold, column), scope.intervals);
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
