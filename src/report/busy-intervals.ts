/** The part of the horizon worth showing. */
import type { Report } from './report.ts';

/**
 * Indexes of the intervals from the first to the last in which anything arrives or waits, without the hours of night in
 * between; all of them where nothing ever does.
 */
export function busyIntervals(report: Report): number[] {
  const all = report.intervals.map((_, i) => i);
  const busy = all.filter((i) =>
    report.work.some(({ intervals }) => intervals[i].arrived > 0 || intervals[i].queueMean >= 0.5),
  );
  return busy.length === 0 ? all : busy;
}
