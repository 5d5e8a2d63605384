/**
 * What a kind is handed when it turns what is written into numbers: the clock, local times, tables of CSV files, and a place
 * to report faults. Faults are collected, so that a planner sees all of them at once; a kind that has reported one returns
 * `undefined`.
 */
import type { FaultMessage } from '../words/faults.ts';
import type { Clock, Span } from './clock.ts';

/** Where something stands in a scenario: keys and positions from the top. */
export type Path = readonly (string | number)[];

/**
 * What the cells of a column hold. `date` and `text` stay as written; `time` becomes minutes from midnight; `seconds` is a length of
 * time above 0, as a number of seconds, `m:ss` or `h:mm:ss`.
 */
export type CellKind = 'time' | 'count' | 'whole' | 'text' | 'date' | 'seconds';

/** A column to look for in a CSV file. */
export interface ColumnWanted {
  cells: CellKind;
  /** Headers under which it is recognised, the first being the one to recommend; compared without case and spaces. */
  headers: readonly string[];
  /** True when the table may do without it. */
  optional?: boolean;
}

/** A break or stretch within a day, minutes from midnight; `to` may lie past 1440. */
export interface MinuteSpan {
  from: number;
  to: number;
}

interface Cells {
  time: number;
  count: number;
  whole: number;
  text: string;
  date: string;
  seconds: number;
}

/** A row by column: what its cells hold, `undefined` where an optional column is missing or its cell is empty. */
export type TableRow<Columns extends Record<string, ColumnWanted>> = {
  readonly [Name in keyof Columns]:
    | Cells[Columns[Name]['cells']]
    | (Columns[Name] extends { optional: true } ? undefined : never);
} & { readonly line: number };

/** A table that has been read, with a way to say what is wrong in it. */
export interface Table<Columns extends Record<string, ColumnWanted>> {
  readonly rows: readonly TableRow<Columns>[];
  fault(line: number, column: keyof Columns & string, message: FaultMessage): void;
}

/** The scenario around a kind that is being resolved. */
export interface Resolving {
  readonly clock: Clock;
  /**
   * The stretches of real time in which the clocks on the wall show `[from, to)` on that day: one as a rule, none where a
   * clock change skips it, two where it repeats it.
   * @param day index into `clock.days`; −1 is the day before the first
   * @param from minutes from midnight, may lie past 1440
   * @param to minutes from midnight, after `from`
   */
  stretches(day: number, from: number, to: number): Span[];
  /** The one moment of that local time, or a fault where the clock change skips or repeats it. */
  moment(day: number, minutes: number, path: Path): number | undefined;
  /**
   * A CSV file.
   * @param file path relative to the scenario
   * @param wanted the columns to look for
   * @param headers headers that the scenario gives for columns, by column name
   * @param path where the scenario names the file, relative to the kind
   */
  table<Columns extends Record<string, ColumnWanted>>(
    file: string,
    wanted: Columns,
    headers: Readonly<Record<string, string>>,
    path: Path,
  ): Table<Columns> | undefined;
  /** Reports a fault at a path relative to the kind. */
  fault(path: Path, message: FaultMessage): void;
}
