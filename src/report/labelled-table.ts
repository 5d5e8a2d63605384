/** A table with a title, drawn for the terminal. */
import Table from 'cli-table3';

/** A table with a title; the first column names the row. */
export interface LabelledTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The table under its title, figures to the right. */
export function labelledTableText({ head, rows, title }: LabelledTable): string {
  const table = new Table({
    head: [...head],
    style: { head: [], border: [], compact: true },
    colAligns: head.map((_, column) => (column === 0 ? 'left' : 'right')),
  });
  table.push(...rows.map((row) => [...row]));
  return `${title}\n${table}`;
}
