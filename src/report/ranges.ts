/** Stretches of time out of single planning intervals. */
import type { Report, ReportRange } from './report.ts';

/**
 * Neighbouring intervals of one judgement, merged; nothing is merged over midnight.
 *
 * @param intervals of the report
 * @param rows judged intervals, ascending
 */
export function rangesOf<Judgement extends string>(
  intervals: Report['intervals'],
  rows: readonly { interval: number; judgement: Judgement }[],
  judgement: Judgement,
): ReportRange[] {
  const ranges: ReportRange[] = [];
  for (const { interval } of rows.filter((row) => row.judgement === judgement)) {
    const { start, end, day } = intervals[interval];
    const last = ranges.at(-1);
    if (last !== undefined && last.toInterval === interval - 1 && intervals[interval - 1].day === day) {
      last.to = end;
      last.toInterval = interval;
    } else ranges.push({ from: start, to: end, fromInterval: interval, toInterval: interval });
  }
  return ranges;
}
