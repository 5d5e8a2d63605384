/** How every table is written that goes into a spreadsheet: no name of a person, a group or a piece of work is ever a formula. */
import papaparse from 'papaparse';

/**
 * A table as CSV, its lines ended by a line feed. A text that a spreadsheet would compute (it begins with `=`, `+`, `-`, `@`) gets an
 * apostrophe before it; numbers stay as they are.
 *
 * @param rows rows of cells, or objects whose keys are the headers
 * @param head the headers above rows of cells; default: the first row, or the keys
 * @example csvText([['=1+1', -2]], ['name', 'points']) // "name,points\n\"'=1+1\",-2\n"
 */
export function csvText(rows: readonly unknown[], head?: readonly string[]): string {
  const table = head === undefined ? [...rows] : { fields: [...head], data: [...rows] };
  return `${papaparse.unparse(table, { newline: '\n', escapeFormulae: true })}\n`;
}
