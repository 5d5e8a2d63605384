/** A family of reference values: how its rows are computed here and how closely they must agree. */
import type { FieldReader, ReferenceFields } from './reference-file.ts';
import type { Tolerance } from './tolerance.ts';

/** One family; one file in `families/`. */
export interface ReferenceFamily {
  /** Names that a file may call it by, the usual one first. */
  readonly names: readonly string[];
  /**
   * Computes a row.
   *
   * @param input the row's `in`; what is malformed is collected, not thrown
   * @returns the sets of results by name, `out` among them
   * @throws UnsupportedReference when Callfloor does not compute such a row; RangeError when the mathematics refuses it
   */
  compute(input: FieldReader): Record<string, ReferenceFields>;
  /** The tolerance of a field of that row. */
  tolerance(field: string, expected: number, input: FieldReader): Tolerance;
}
