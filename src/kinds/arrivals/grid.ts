/** The grid of a day's table: rows that ascend in equal steps and end by midnight. */
import type { FaultMessage } from '../../words/faults.ts';
import { timeOf } from '../clock.ts';

/** A row that begins at a time of day. */
export interface GridRow {
  /** Minutes from midnight. */
  readonly start: number;
  readonly line: number;
}

/**
 * The step of the rows of one day.
 *
 * @param rows at least one; at least two where no step is stated
 * @param stated the step in minutes, where it is known
 * @param fault hears of every row that does not lie on the grid
 * @returns minutes; undefined when a fault was reported
 */
export function gridStep(
  rows: readonly GridRow[],
  stated: number | undefined,
  fault: (line: number, message: FaultMessage) => void,
): number | undefined {
  const minutes = stated ?? Math.abs(rows[1].start - rows[0].start);
  if (minutes === 0) {
    fault(rows[1].line, { key: 'rowTwice', values: { what: timeOf(rows[1].start), line: rows[0].line } });
    return undefined;
  }
  let sound = true;
  // Among rows in disorder every other step would look like a gap.
  const ordered = rows.every((row, index) => index === 0 || row.start >= rows[index - 1].start);
  const lines = new Map<number, number>();
  for (const [index, row] of rows.entries()) {
    const twin = lines.get(row.start);
    lines.set(row.start, row.line);
    if (index === 0) continue;
    const before = rows[index - 1].start;
    if (row.start === before + minutes) continue;
    sound = false;
    const got = timeOf(row.start);
    if (twin !== undefined) fault(row.line, { key: 'rowTwice', values: { what: got, line: twin } });
    else if (row.start < before) fault(row.line, { key: 'notAscending', values: { before: timeOf(before), got } });
    else if (ordered) fault(row.line, { key: 'gap', values: { next: timeOf(before + minutes), got } });
  }
  const last = rows[rows.length - 1];
  if (sound && last.start + minutes > 1440) {
    fault(last.line, { key: 'pastMidnight', values: { from: timeOf(last.start), counts: 1, minutes } });
    sound = false;
  }
  return sound ? minutes : undefined;
}
