/** A run as a table: one row per attempt of a contact, in the order in which they were decided. */

import { csvText } from '../report/csv-text.ts';
import type { Trace, TraceRow } from '../sim/trace.ts';

/** Columns of the trace with the unit as last word; times count from the scenario's start. */
const columns: readonly [string, (row: TraceRow) => string | number][] = [
  ['work', (row) => row.type],
  ['customer', (row) => row.customer],
  ['attempt', (row) => row.attempt],
  ['arrivalSeconds', (row) => toMilliseconds(row.arrival)],
  ['outcome', (row) => row.outcome],
  ['waitSeconds', (row) => toMilliseconds(row.wait)],
  ['group', (row) => row.group],
  ['agent', (row) => row.agent],
  ['ringSeconds', (row) => toMilliseconds(row.ring)],
  ['talkSeconds', (row) => toMilliseconds(row.talk)],
  ['holdSeconds', (row) => toMilliseconds(row.hold)],
  ['wrapUpSeconds', (row) => toMilliseconds(row.wrapUp)],
];

/** Collects the rows of a run; `csv` then gives them with a header, quoted as spreadsheets expect. */
export function traceTable(): { add: Trace; csv(): string } {
  const rows: (string | number)[][] = [];
  return {
    add(row) {
      rows.push(columns.map(([, value]) => value(row)));
    },
    csv: () =>
      csvText(
        rows,
        columns.map(([name]) => name),
      ),
  };
}

function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
