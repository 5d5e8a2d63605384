/** A measure of two plans on the same customers, summed over runs. */
import type { CoMoments } from '../math/co-moments.ts';
import type { ConfidenceInterval } from '../math/confidence-interval.ts';
import { pairedRatioDifference, pairingGain } from '../math/paired-difference.ts';
import { wilsonInterval } from '../math/proportion-interval.ts';
import type { Tally } from '../measures/measure.ts';
import { type Difference, type DifferenceJudgement, goodSign, type Yardstick } from './difference.ts';
import { RunSums } from './run-sums.ts';
import type { ShareState } from './share-of-days.ts';
import type { Estimate } from './verdict.ts';

/** `furtherRuns` says at most this: plans that are equal are never told apart. */
const mostFurtherRuns = 1e9;

/** What {@link PairedSums} hold, as plain data: exact after a way through JSON. */
export interface PairedState {
  identical: boolean;
  sums: number[];
  /** Of shares of days: each plan's, and days that held under one alone. */
  shares?: { first: ShareState; other: ShareState; discordant: number };
}

/** Sums and co-moments of the numerators and denominators of two plans over the same runs. */
export class PairedSums {
  readonly #sums: RunSums;
  #identical = true;

  /** @param controls how many controls come with each run, whole, at least 0 */
  constructor(controls = 0) {
    this.#sums = new RunSums(4 + controls, true);
  }

  get runs(): number {
    return this.#sums.runs;
  }

  /** Adds one run: its tally under the first plan and under the other, and how far each control lay from its expectation. */
  add(first: Tally, other: Tally, controls: readonly number[] = []): void {
    this.#sums.add(other.met, other.of, first.met, first.of, ...controls);
    if (first.met !== other.met || first.of !== other.of) this.#identical = false;
  }

  /** Everything held, for {@link restore}. */
  state(): PairedState {
    return { identical: this.#identical, sums: this.#sums.state() };
  }

  /** Takes the place of sums whose state was kept. */
  restore({ identical, sums }: PairedState): void {
    this.#identical = identical;
    this.#sums.restore(sums);
  }

  /**
   * The other plan's ratio of sums − the first's, with the delta-method interval of the paired runs (Student's t, and room for their skewness), both
   * corrected by the controls and cut to the range that the unit allows. Where no run differs there is no spread to see: a fraction then differs by
   * at most the share of runs that may differ, which Wilson's interval bounds; a difference of seconds is bounded by nothing but
   * the judgement `identical` itself.
   *
   * @param confidence in (0, 1)
   * @returns null when either plan has nothing to judge
   */
  estimate({ unit }: Pick<Yardstick, 'unit'>, confidence: number): Estimate | null {
    const interval = this.interval(confidence);
    if (interval === undefined) return null;
    if (this.#identical && unit === 'fraction') {
      const { high } = wilsonInterval(0, this.runs, confidence);
      return { value: 0, low: -high, high, confidence };
    }
    const most = unit === 'fraction' ? 1 : Infinity;
    const { point, low, high } = interval;
    const value = Math.min(Math.max(point, -most), most);
    // A correction may carry all of an interval beyond what can be.
    return {
      value,
      low: Math.max(Math.min(low, value), -most),
      high: Math.min(Math.max(high, value), most),
      confidence,
    };
  }

  /** Means and co-moments per run: the other plan's met and of, the first's, and the controls. */
  protected moments(): CoMoments {
    return this.#sums.moments();
  }

  /** The interval of the difference, whatever the unit allows; undefined when there is nothing to compare. */
  protected interval(confidence: number): ConfidenceInterval | undefined {
    return pairedRatioDifference(this.moments(), confidence, (weights) => this.#sums.cube(weights));
  }

  /** The difference, judged by a yardstick. */
  judge(yardstick: Yardstick, confidence: number): Difference {
    const estimate = this.estimate(yardstick, confidence);
    const gain = this.#identical ? undefined : pairingGain(this.#sums.moments());
    return {
      judgement: this.#sideOf(yardstick, estimate),
      estimate,
      gain: gain === undefined || gain === Infinity ? null : gain,
    };
  }

  /** By how much the other plan is better than the first; unbounded where there is nothing to judge. */
  advantage(yardstick: Pick<Yardstick, 'unit' | 'sense'>, confidence: number): Omit<Estimate, 'confidence'> {
    if (this.#identical && this.runs > 1) return { value: 0, low: 0, high: 0 };
    const estimate = this.estimate(yardstick, confidence);
    if (estimate === null) return { value: 0, low: -Infinity, high: Infinity };
    const { value, low, high } = estimate;
    return goodSign(yardstick) > 0 ? { value, low, high } : { value: -value, low: -high, high: -low };
  }

  #sideOf(yardstick: Yardstick, estimate: Estimate | null): DifferenceJudgement {
    if (estimate === null) return 'nothing-to-judge';
    if (this.#identical && this.runs > 1) return 'identical';
    const { low, high } = estimate;
    if (-yardstick.matters <= low && high <= yardstick.matters) return 'alike';
    if (low > 0) return goodSign(yardstick) > 0 ? 'better' : 'worse';
    if (high < 0) return goodSign(yardstick) > 0 ? 'worse' : 'better';
    return 'undecided';
  }

  /**
   * Runs still needed if the estimate and its spread stay as they are (half-widths shrink as 1 ÷ √runs): until the interval
   * has left 0, or lies within what does not matter, whichever comes first. 0 when the difference is decided.
   */
  furtherRuns(yardstick: Yardstick, { judgement, estimate }: Difference): number {
    if (judgement !== 'undecided' || estimate === null) return 0;
    const half = (estimate.high - estimate.low) / 2;
    const size = Math.abs(estimate.value);
    const room = Math.max(size, yardstick.matters - size);
    return Math.min(Math.max(1, Math.ceil(this.runs * (half / room) ** 2) - this.runs), mostFurtherRuns);
  }
}
