/** A sheet as a rectangle of texts with their places, whatever file it came from; and how a CSV file becomes one. */
import { splitCsv } from '../csv-records.ts';
import type { RosterPlace } from './roster-error.ts';

/** Rows of cells as text; '' is an empty cell, rows may differ in length. */
export interface SheetTable {
  file: string;
  /** '' where the file has no sheets. */
  sheet: string;
  rows: string[][];
  /** Line in the file of each row of a text file; empty for a workbook. */
  lines: number[];
}

/** Where a cell stands, for messages. */
export function cellPlace(table: SheetTable, row: number, column: number): RosterPlace {
  const cell = table.lines.length > 0 ? `${table.lines[row]}:${column + 1}` : `${columnLetters(column)}${row + 1}`;
  return { file: table.file, sheet: table.sheet, cell };
}

/**
 * The letters of a spreadsheet column.
 * @example columnLetters(27) // 'AB'
 */
export function columnLetters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : columnLetters(Math.floor(column / 26) - 1) + rest;
}

/** Text of a file: UTF-8 (with or without mark), UTF-16 with mark, else GB 18030, of which GBK and GB 2312 are parts. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/**
 * Splits CSV text; the delimiter (`,` `;` tab or `|`) is found by what gives most even rows.
 *
 * @returns the table, or the line of a quote that is never closed
 */
export function readCsv(file: string, text: string): SheetTable | number {
  const first = /^sep=(.)\r?\n/.exec(text);
  const body = first === null ? text : text.slice(first[0].length);
  const { records, openQuote } = splitCsv(body, first?.[1] ?? guessDelimiter(body), first === null ? 1 : 2);
  if (openQuote !== undefined) return openQuote;
  return {
    ...{ file, sheet: '' },
    rows: records.map(({ cells }) => cells.map(plainCell)),
    lines: records.map(({ line }) => line),
  };
}

/** A cell without the apostrophe that keeps it from being a formula. */
export function plainCell(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, '');
}

/** The delimiter that occurs most often in the first lines, outside quotes. */
function guessDelimiter(text: string): string {
  const start = text
    .split('\n', 5)
    .join('\n')
    .replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, count: start.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}
