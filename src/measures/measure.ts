/** What a measure is: a numerator and a denominator read from summed columns and divided once, at the end. */
import type { Kind } from '../kinds/kind.ts';
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
}

/** A kind of measure: one file in `measures/`. */
export interface MeasureKind extends Kind {
  /** Names of its definitions, the default first (see the reference page for the formulas). */
  readonly variants: readonly string[];
  readonly unit: 'fraction' | 'seconds' | 'count';
  /** Which way is good: more or less. */
  readonly better: 'more' | 'less';
  /** Numerator and denominator over the scope. */
  tally(record: RunRecord, scope: MeasureScope): Tally;
}
