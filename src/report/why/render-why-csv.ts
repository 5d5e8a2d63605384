/** `parts.csv`: one row per broken promise, interval and cause, for spreadsheets and programs. */

import { csvText } from '../csv-text.ts';
import type { Report } from '../report.ts';
import type { WhyPart, WhyReport } from './why-report.ts';

/**
 * Renders the table: the parts of all red intervals together have an empty `start`.
 *
 * @param report of the scenario as it is
 * @returns UTF-8 text with a header line; fractions and seconds as the column `unit` says, six significant digits
 */
export function renderWhyCsv(report: Report, why: WhyReport): string {
  const fields = ['promise', 'date', 'start', 'startSeconds', 'unit', 'cause', 'part', 'low', 'high', 'confidence'];
  const round = (value: number) => Number(value.toPrecision(6));
  const data = why.promises.flatMap(({ id, intervals, unit, whole }) => {
    const rows = (when: (string | number)[], split: { miss: WhyPart['estimate']; parts: WhyPart[] }) =>
      [{ factor: 'miss', estimate: split.miss }, ...split.parts].map(({ estimate, factor }) => {
        const { confidence, high, low, value } = estimate;
        return [id, ...when, unit, factor, round(value), round(low), round(high), confidence];
      });
    return [
      ...(whole === null ? [] : rows(['', '', ''], whole)),
      ...intervals.flatMap((one) => {
        const { day, label } = report.intervals[one.interval];
        return rows([report.scenario.days[day].date, label, one.start], one);
      }),
    ];
  });
  return csvText(data, fields);
}
