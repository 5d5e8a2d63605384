/** What a measure is: a numerator and a denominator read from summed columns and divided once, at the end. */
import type { MeasureName } from '../kinds/measures/measure-name.ts';
import { measureNames } from '../kinds/measures/measure-names.ts';
import type { RunRecord } from '../sim/run.ts';

/** A share or mean before its division: `met ÷ of`. 0/0 is "nothing to judge". */
export interface Tally {
  met: number;
  of: number;
}

/** What a measure is asked about. */
export interface MeasureScope {
  /** Work types by index. */
  work: readonly number[];
  /** Agent groups by index, for state measures. */
  groups: readonly number[];
  /** Planning intervals by index. */
  intervals: readonly number[];
  variant: string;
  /** Index into `layout.thresholds` of T, or -1. */
  threshold: number;
  /** Index into `layout.thresholds` of the short-abandon limit, or -1. */
  shortThreshold: number;
  /** Tier of customers by index, or -1 for all. */
  tier: number;
  /** Clock by index, for measures that speak of one; else -1. */
  clock: number;
}

/** A kind of measure: its name, as promises write it, and how it is computed; one file in `measures/`. */
export interface MeasureKind extends MeasureName {
  /**
   * Numerator and denominator over the scope. Both are sums: over intervals, work types, groups or runs the tallies of the
   * parts add up to the tally of the whole.
   */
  tally(record: RunRecord, scope: MeasureScope): Tally;
}

/**
 * A measure out of its name and its computation.
 *
 * @param name a name in `kinds/measures`
 * @param tally see {@link MeasureKind}
 * @throws RangeError when there is no such name
 */
export function computeMeasure(name: string, tally: MeasureKind['tally']): MeasureKind {
  return { ...measureNames.get(name), tally };
}

/** Refuses a variant that a measure does not have. */
export function unknownVariant(measure: MeasureKind, scope: MeasureScope): never {
  throw new RangeError(`variant: ${measure.kind} has no "${scope.variant}", only ${measure.variants.join(', ')}`);
}
