/** What the judge says of a promise, with its evidence. */
import type { Tally } from '../measures/measure.ts';

export type Judgement = 'held' | 'broken' | 'undecided' | 'nothing-to-judge';

/** A point estimate with its interval at the stated confidence. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
  confidence: number;
}

/** One promise judged. */
export interface Verdict {
  /** Index into `scenario.promises`. */
  promise: number;
  judgement: Judgement;
  /** Ratio of sums over all runs, corrected for what their customers happened to bring; null when there is nothing to judge. */
  estimate: Estimate | null;
  /** The same ratio as counted, `tally.met` ÷ `tally.of`, with the interval that it would have without correction. */
  plain: Estimate | null;
  tally: Tally;
  /** Mean of the daily ratios, a measure of its own; null when no day had anything to judge. */
  meanOfDays: Estimate | null;
  /** Share of days on which the promise held, Wilson interval. */
  dayHolds: Estimate | null;
  /** The same by weekday, Monday = 1, of the days simulated in calendar order; empty where there is only one weekday. */
  weekdays: { weekday: number; dayHolds: Estimate }[];
  /** 5 %, 50 % and 95 % quantile of the daily value. */
  dayQuantiles: { level: number; estimate: Estimate }[];
  /** Runs still needed to decide, as far as can be told; 0 when decided, or where a single run tells nothing. */
  furtherRuns: number;
  /** Per planning interval: the value, its interval and whether it meets the target. */
  intervals: IntervalVerdict[];
  /** Other definitions of the same measure on the same runs. */
  variants: VariantVerdict[];
}

export interface IntervalVerdict {
  interval: number;
  judgement: Judgement;
  estimate: Estimate | null;
  /** Share of days on which this interval met the target. */
  dayHolds: Estimate | null;
}

export interface VariantVerdict {
  variant: string;
  judgement: Judgement;
  estimate: Estimate | null;
  /** True when this definition would turn the verdict. */
  flips: boolean;
}
