/**
 * Reads the tables that scenarios refer to: CSV with `,`, `;` or tabs, quoted or not, in UTF-8 (with or without BOM) or GBK,
 * with headers recognised in English and Chinese. Every fault names file, line, column and the accepted form.
 */

import type { CellKind, ColumnWanted, Table, TableRow } from '../kinds/resolving.ts';
import type { FaultMessage } from '../words/faults.ts';
import { type CsvRecord, splitCsv } from './csv-records.ts';
import type { WorkbookReading } from './roster/workbook-file.ts';
import type { Fault } from './scenario-error.ts';

/** Bytes of the largest table that is read. */
export const longestTable = 64 * 2 ** 20;

/** Faults of one table that are said one by one. */
const most = 20;

/** The files beside a scenario, as whoever has the disk hands them over. */
export interface FileReader {
  /** Bytes of a file; undefined when there is none, or why it is none that can be read. */
  size(path: string): number | 'folder' | 'unreadable' | undefined;
  /** The content of a file whose size was asked before. */
  read(path: string): Uint8Array;
  /** The sheets of a workbook that was opened before; undefined for any other file. */
  workbook?(path: string): WorkbookReading | undefined;
}

/** Collects the faults of a table; after the first twenty it only counts. */
class TableFaults {
  readonly #file: string;
  readonly #faults: Fault[];
  #count = 0;
  #rest: Fault | undefined;

  constructor(file: string, faults: Fault[]) {
    this.#file = file;
    this.#faults = faults;
  }

  get any(): boolean {
    return this.#count > 0;
  }

  add(line: number | null, column: number | null, header: string, message: FaultMessage): void {
    this.#count++;
    if (this.#count <= most) {
      this.#faults.push({ file: this.#file, line, column, path: header, message });
      return;
    }
    const more: Fault = {
      file: this.#file,
      line: null,
      column: null,
      path: '',
      message: { key: 'moreFaults', values: { more: this.#count - most } },
    };
    if (this.#rest !== undefined) this.#faults.splice(this.#faults.indexOf(this.#rest), 1);
    this.#rest = more;
    this.#faults.push(more);
  }
}

/**
 * Reads a table.
 * @param bytes its content, at most `longestTable`
 * @param file its path, as faults print it
 * @param wanted the columns to look for
 * @param headers headers that the scenario gives for columns
 * @param faults where faults are added
 * @returns undefined when a fault was added
 */
export function readTable<Columns extends Record<string, ColumnWanted>>(
  bytes: Uint8Array,
  file: string,
  wanted: Columns,
  headers: Readonly<Record<string, string>>,
  faults: Fault[],
): Table<Columns> | undefined {
  const found = new TableFaults(file, faults);
  const text = decode(bytes);
  if (text === undefined) found.add(null, null, '', { key: 'tableBytes', values: undefined });
  const [head, ...body] = text === undefined ? [] : recordsOf(text, found);
  // What follows a quote that is never closed is one cell, of which nothing more can be said.
  if (found.any && text !== undefined) return undefined;
  if (head === undefined) {
    if (text !== undefined) found.add(null, null, '', { key: 'tableEmpty', values: undefined });
    return undefined;
  }
  const places = findColumns(head, wanted, headers, found);
  if (places === undefined) return undefined;
  if (body.length === 0) found.add(head.line, null, '', { key: 'noRows', values: {} });
  const twins = findTwins(head, wanted, headers, places);
  const rows = body.map(({ line, cells }) => {
    const beyond = cells.findIndex((cell, place) => place >= head.cells.length && cell.trim() !== '');
    if (beyond >= 0) {
      found.add(line, beyond + 1, '', {
        key: 'cellBeyond',
        values: { got: cells[beyond], columns: head.cells.length },
      });
    }
    const row: Record<string, unknown> = { line };
    for (const [name, column] of Object.entries(wanted)) {
      const place = places.get(name);
      if (place === undefined) continue;
      const text = (cells[place] ?? '').trim();
      const result = readCell(column.cells, text);
      if (text === '' && column.optional === true) continue;
      if (text === '') found.add(line, place + 1, head.cells[place], { key: 'cellMissing', values: undefined });
      else if ('message' in result) found.add(line, place + 1, head.cells[place], result.message);
      else row[name] = result.value;
      const other = twins.get(name);
      const otherText = other === undefined ? '' : (cells[other] ?? '').trim();
      if (other === undefined || otherText === '' || text === '' || Number(otherText) === Number(text)) continue;
      const values = { columns: [head.cells[place], head.cells[other]], got: [text, otherText] };
      found.add(line, other + 1, head.cells[other], { key: 'columnsDiffer', values });
    }
    // The columns were read by their kinds, which is what the row's type says; the compiler cannot follow the loop.
    return row as unknown as TableRow<Columns>;
  });
  if (found.any) return undefined;
  return {
    rows,
    fault: (line, name, message) => {
      const place = places.get(name);
      found.add(line, place === undefined ? null : place + 1, place === undefined ? name : head.cells[place], message);
    },
  };
}

function decode(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return undefined;
}

/** The records that are not empty, each with the line on which it starts; a quote that is not closed is a fault. */
function recordsOf(text: string, found: TableFaults): CsvRecord[] {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const [delimiter] = [',', ';', '\t'].sort((a, b) => head.split(b).length - head.split(a).length);
  const { records, openQuote } = splitCsv(text, delimiter);
  if (openQuote !== undefined) found.add(openQuote, null, '', { key: 'quoteOpen', values: undefined });
  return records;
}

/** A header as it is compared: without case, spaces, underscores and hyphens. */
function plain(header: string): string {
  return header.toLowerCase().replace(/[\s_-]+/g, '');
}

function findColumns(
  head: CsvRecord,
  wanted: Record<string, ColumnWanted>,
  headers: Readonly<Record<string, string>>,
  found: TableFaults,
): Map<string, number> | undefined {
  const places = new Map<string, number>();
  const present = head.cells.map(plain);
  for (const [name, { headers: known, optional }] of Object.entries(wanted)) {
    const stated = Object.hasOwn(headers, name) ? headers[name] : undefined;
    const accepted = stated === undefined ? known : [stated];
    const hits = accepted.map(plain).flatMap((header) => present.flatMap((one, at) => (one === header ? [at] : [])));
    if (hits.length > 0) places.set(name, hits[0]);
    const twin = hits.length > 0 ? present.indexOf(present[hits[0]], hits[0] + 1) : -1;
    if (twin >= 0) {
      found.add(head.line, twin + 1, head.cells[twin], { key: 'columnTwice', values: { column: head.cells[twin] } });
    }
    if (hits.length === 0 && (optional !== true || stated !== undefined)) {
      const values = { column: name, accepted: accepted.slice(0, 6), found: head.cells.map((cell) => cell.trim()) };
      found.add(head.line, null, '', { key: 'noColumn', values });
    }
  }
  return found.any ? undefined : places;
}

/** Second columns of numbers that mean the same as the one that is read: where they say otherwise, nobody knows which is meant. */
function findTwins(
  head: CsvRecord,
  wanted: Record<string, ColumnWanted>,
  headers: Readonly<Record<string, string>>,
  places: ReadonlyMap<string, number>,
): Map<string, number> {
  const twins = new Map<string, number>();
  const present = head.cells.map(plain);
  for (const [name, { cells, headers: known }] of Object.entries(wanted)) {
    if (Object.hasOwn(headers, name) || !(cells === 'count' || cells === 'whole')) continue;
    const other = known.map(plain).flatMap((header) => {
      const at = present.indexOf(header);
      return at >= 0 && at !== places.get(name) ? [at] : [];
    });
    if (other.length > 0) twins.set(name, other[0]);
  }
  return twins;
}

type CellResult = { value: unknown } | { message: FaultMessage };

function readCell(kind: CellKind, text: string): CellResult {
  switch (kind) {
    case 'text':
      return { value: text };
    case 'date':
      return readDate(text);
    case 'time':
      return readTime(text);
    case 'count':
      return readNumber(text, false);
    case 'whole':
      return readNumber(text, true);
    case 'seconds':
      return readSeconds(text);
  }
}

/** The greatest number a cell may hold: contacts of an interval, agents. */
const greatest = 10_000_000;

function readNumber(text: string, whole: boolean): CellResult {
  if (!/^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?$/i.test(text)) {
    return { message: { key: 'badNumber', values: { got: text } } };
  }
  const value = Number(text);
  if (value < 0) return { message: { key: 'negative', values: { got: text } } };
  if (value > greatest) return { message: { key: 'absurd', values: { got: text, most: greatest } } };
  if (whole && !Number.isInteger(value)) return { message: { key: 'notWhole', values: { got: text } } };
  return { value };
}

/** `240`, `4:00` or `0:04:00`. */
function readSeconds(text: string): CellResult {
  const match = /^(?:([0-9]{1,2}):)?([0-9]{1,2}):([0-5][0-9](?:\.[0-9]+)?)$/.exec(text.replaceAll('：', ':'));
  if (match !== null) {
    const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
    return positive(hours * 3600 + minutes * 60 + seconds, text);
  }
  const result = readNumber(text, false);
  return 'value' in result ? positive(result.value as number, text) : result;
}

function positive(value: number, text: string): CellResult {
  return value > 0 ? { value } : { message: { key: 'tooSmall', values: { least: 0, got: text, exclusive: true } } };
}

/** `08:30`, `8:30`, `08:30:00`, or the start of `08:30-09:00`; 24:00 for the end of a day. */
const timeText = /^([0-9]{1,2}):([0-9]{2})(?::00)?(?:\s*[-–~至]\s*[0-9]{1,2}:[0-9]{2}(?::00)?)?$/;

function readTime(text: string): CellResult {
  const match = timeText.exec(text.replaceAll('：', ':'));
  const minutes = match === null ? Number.POSITIVE_INFINITY : Number(match[1]) * 60 + Number(match[2]);
  if (match === null || Number(match[2]) > 59 || minutes > 1440) {
    return { message: { key: 'badTime', values: { got: text } } };
  }
  return { value: minutes };
}

function readDate(text: string): CellResult {
  const match = /^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?$/.exec(text);
  if (match === null) return { message: { key: 'badDate', values: { got: text } } };
  const [year, month, day] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return { message: { key: 'badDate', values: { got: text } } };
  }
  return { value: date.toISOString().slice(0, 10) };
}
