/** What a check against a reference file found: plain data. */
import type { Comparison } from './tolerance.ts';

/** One file checked. */
export interface VerifyReport {
  /** The family that the file names. */
  family: string;
  /**
   * `pass`: everything in the file was computed and agrees. `fail`: something disagrees. `unsupported`: what was computed
   * agrees, but the file holds rows or fields that Callfloor does not compute.
   */
  judgement: 'pass' | 'fail' | 'unsupported';
  /** Rows tried (for a time-varying day: intervals). */
  rows: number;
  /** Numbers compared. */
  comparisons: number;
  /** Numbers that disagree. */
  failures: number;
  /** The first of them, at most {@link mostFailuresListed}. */
  failed: RowComparison[];
  /** The number that used up most of its tolerance; null when none was compared. */
  worst: RowComparison | null;
  /** The greatest relative error of all numbers above the floor of their tolerance. */
  worstRelative: RowComparison | null;
  unsupported: {
    /** Rows that were not computed, and why. */
    rows: { row: number; reason: string }[];
    /** Fields that were not computed, each once. */
    fields: string[];
  };
  /** The row that took longest; null without a clock. */
  slowest: { row: number; seconds: number } | null;
  /** For a time-varying day: how the simulation compares, one entry a convention. */
  simulated: SimulatedReport[];
}

/** A comparison with its row. */
export interface RowComparison extends Comparison {
  /** Index into the file's rows. */
  row: number;
}

/** A simulated day beside its exact expectation. */
export interface SimulatedReport {
  /** How agents leave: the file's name for it. */
  convention: string;
  runs: number;
  /** `fail`: some count lies farther from its expectation than chance takes it; of simulations that are right, at most one in 1,000. */
  judgement: 'pass' | 'fail';
  /** Greatest |z| over intervals, days and counts, and root mean square z over intervals and counts. */
  worstZ: number;
  rmsZ: number;
  /** Per count: its own figures, and the z of the whole day. */
  counts: { count: string; worstZ: number; rmsZ: number; dayZ: number; interval: number }[];
}

/** How many failures a report lists. */
export const mostFailuresListed = 20;
