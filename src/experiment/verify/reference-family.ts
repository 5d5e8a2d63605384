/** A family of reference values: how its rows are computed here and how closely they must agree. */
import type { FieldReader, ReferenceFields } from './reference-file.ts';
import type { Tolerance } from './tolerance.ts';

/** The sets of results of a row by name, `out` among them. */
export type ComputedRow = Record<string, ReferenceFields>;

/** What a row may need besides its inputs. */
export interface RowContext {
  /** The row's reference results: some list the times for which they hold. */
  out: ReferenceFields;
  /** The parsed JSON of a file beside this one; undefined when there is none. */
  read: (path: string) => Promise<unknown>;
}

/** One family; one file in `families/`. */
export interface ReferenceFamily {
  /** Names that a file may call it by, the usual one first. */
  readonly names: readonly string[];
  /**
   * Computes a row.
   *
   * @param input the row's `in`; what is malformed is collected, not thrown
   * @throws UnsupportedReference when Callfloor does not compute such a row; RangeError when the mathematics refuses it
   */
  compute(input: FieldReader, context: RowContext): ComputedRow | Promise<ComputedRow>;
  /** The tolerance of a field of that row. */
  tolerance(field: string, expected: number, input: FieldReader): Tolerance;
}
