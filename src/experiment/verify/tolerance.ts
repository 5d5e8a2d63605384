/** How far a computed value may lie from its reference, and the comparison of whole results. */
import type { ReferenceFields, ReferenceValue } from './reference-file.ts';

/**
 * An error is allowed up to the greatest of `relative` × |reference| and `absolute`; `equal` allows none. `absolute` in the
 * size of a rounding error is a floor under which values count as 0.
 */
export type Tolerance = 'equal' | { relative: number; absolute: number };

/** Values below this count as 0 where a relative tolerance is meant. */
export const floor = 1e-14;

/** A relative tolerance with the {@link floor}. */
export function relative(tolerance: number): Tolerance {
  return { relative: tolerance, absolute: floor };
}

/** A relative tolerance that holds however small the value is. */
export function strictlyRelative(tolerance: number): Tolerance {
  return { relative: tolerance, absolute: 0 };
}

/** An absolute tolerance. */
export function absolute(tolerance: number): Tolerance {
  return { relative: 0, absolute: tolerance };
}

/** One compared number. */
export interface Comparison {
  /** Path of the field, for instance `classes[1].p_wait`. */
  field: string;
  expected: number;
  actual: number;
  /** |actual − expected| ÷ |expected|; 0 where both lie under the floor. */
  relativeError: number;
  /** Error ÷ allowed error: above 1 fails. */
  share: number;
}

/** What a comparison of two results found. */
export interface Compared {
  comparisons: Comparison[];
  /** Fields of the reference that were not computed. */
  missing: string[];
}

/**
 * Compares a computed result with a reference, field by field and item by item. `null` in the reference means "not
 * applicable" and is passed over.
 *
 * @param expected the reference
 * @param actual what was computed; a field that is missing or null is listed as missing
 * @param tolerance by the name of the innermost field and its reference value
 */
export function compareFields(
  expected: ReferenceFields,
  actual: ReferenceFields,
  tolerance: (field: string, expected: number) => Tolerance,
): Compared {
  const compared: Compared = { comparisons: [], missing: [] };
  for (const [field, value] of Object.entries(expected)) compareValue(field, field, value, actual[field]);
  return compared;

  function compareValue(path: string, field: string, wanted: ReferenceValue, got: ReferenceValue | undefined): void {
    if (wanted === null) return;
    if (typeof wanted === 'number' && typeof got === 'number') {
      compared.comparisons.push(compareNumber(path, wanted, got, tolerance(field, wanted)));
    } else if (Array.isArray(wanted) && Array.isArray(got)) {
      wanted.forEach((item, i) => {
        compareValue(`${path}[${i}]`, field, item, got[i]);
      });
    } else if (isObject(wanted) && isObject(got)) {
      for (const [name, item] of Object.entries(wanted)) compareValue(`${path}.${name}`, name, item, got[name]);
    } else if (wanted !== got) {
      compared.missing.push(path);
    }
  }
}

function isObject(value: ReferenceValue | undefined): value is ReferenceFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compareNumber(field: string, expected: number, actual: number, tolerance: Tolerance): Comparison {
  const error = Math.abs(actual - expected);
  // A NaN or an infinity never passes, whatever the tolerance.
  if (!Number.isFinite(error)) return { field, expected, actual, relativeError: Infinity, share: Infinity };
  const [relativePart, absolutePart] = tolerance === 'equal' ? [0, 0] : [tolerance.relative, tolerance.absolute];
  const allowed = Math.max(relativePart * Math.abs(expected), absolutePart);
  const share = error === 0 ? 0 : error / allowed;
  const underFloor = Math.max(Math.abs(expected), Math.abs(actual)) <= absolutePart;
  return { field, expected, actual, relativeError: error === 0 || underFloor ? 0 : error / Math.abs(expected), share };
}
