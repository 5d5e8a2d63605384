/** A roster as CSV: a row a shift, in UTF-8 with mark so that spreadsheets read Chinese; no cell is ever a formula. */
import Papa from 'papaparse';
import type { Roster } from '../../scenario/roster/roster.ts';
import { type Lang, words } from '../../words/dictionary.ts';
import { rosterRows, rowColumns } from './roster-rows.ts';

/**
 * The text of a CSV file that `readRoster` reads back.
 * @param lang of headers and codes
 */
export function writeCsv(roster: Roster, lang: Lang): string {
  const { columns } = words(lang).roster;
  const header = rowColumns.map((name) => columns[name]);
  const rows = rosterRows(roster, lang).map(({ row }) => rowColumns.map((name) => guardCell(row[name])));
  return `\uFEFF${Papa.unparse([header, ...rows], { newline: '\r\n' })}\r\n`;
}

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe goes before `=`, `+`, `-` and `@`, also where blanks precede.
 * @example guardCell('=1+1') // "'=1+1"
 */
export function guardCell(text: string): string {
  return /^\s*[=+\-@]/.test(text) ? `'${text.trimStart()}` : text;
}
