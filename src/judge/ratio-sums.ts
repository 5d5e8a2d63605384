/** A measure summed over runs with what its interval needs. */
import type { CoMoments } from '../math/co-moments.ts';
import { wilsonInterval } from '../math/proportion-interval.ts';
import { ratioInterval } from '../math/ratio-interval.ts';
import type { MeasureKind } from '../measures/measure.ts';
import { RunSums } from './run-sums.ts';
import type { Estimate } from './verdict.ts';

/** What {@link RatioSums} hold, as plain numbers: exact after a way through JSON. */
export type RatioState = readonly number[];

/** Sums and co-moments of a numerator and a denominator over runs. */
export class RatioSums {
  /** Runs with something to judge. */
  judged = 0;
  readonly #sums: RunSums;

  /** @param controls how many controls come with each run, whole, at least 0 */
  constructor(controls = 0) {
    this.#sums = new RunSums(2 + controls, true);
  }

  get met(): number {
    return this.#sums.sums[0];
  }

  get of(): number {
    return this.#sums.sums[1];
  }

  get runs(): number {
    return this.#sums.runs;
  }

  /**
   * Adds one run's tally.
   *
   * @param controls how far each lay from its known expectation in this run
   */
  add(met: number, of: number, controls: readonly number[] = []): void {
    this.#sums.add(met, of, ...controls);
    if (of > 0) this.judged++;
  }

  /** Everything held, for {@link restore}. */
  state(): RatioState {
    return [this.judged, ...this.#sums.state()];
  }

  /** Takes the place of sums whose state was kept. */
  restore([judged, ...sums]: RatioState): void {
    this.judged = judged;
    this.#sums.restore(sums);
  }

  /**
   * Ratio of sums with its delta-method interval (Student's t over runs, and their skewness), both corrected by the controls and
   * cut to the range that the unit allows. Null when there is nothing to judge.
   *
   * When every run gives 0, or every run gives 1, no spread can be seen; a fraction then gets the end that Wilson's interval
   * gives a share of runs: the ratio is at least the share of runs that are perfect, which holds for any distribution of the
   * others. One run alone bounds nothing: the interval is all that the unit allows (`high` Infinity for seconds).
   *
   * @param unit of the measure
   * @param confidence in (0, 1)
   */
  estimate(unit: MeasureKind['unit'], confidence: number): Estimate | null {
    return this.#within(this.#sums.moments(), unit, confidence);
  }

  /** The same without controls. */
  plain(unit: MeasureKind['unit'], confidence: number): Estimate | null {
    const { means, n, products } = this.#sums.moments();
    const tallies = { n, means: means.slice(0, 2), products: products.slice(0, 2).map((row) => row.slice(0, 2)) };
    return this.#within(tallies, unit, confidence);
  }

  /**
   * Correlation of a run with the next, from 0 to below 1: runs are independent.
   * @param _controlled whether what the controls say is taken off first
   */
  protected correlation(_controlled: boolean): number {
    return 0;
  }

  #within(moments: CoMoments, unit: MeasureKind['unit'], confidence: number): Estimate | null {
    const interval = ratioInterval(moments, confidence, {
      correlation: this.correlation(moments.means.length > 2),
      cube: (weights) => this.#sums.cube(weights),
    });
    if (interval === undefined) return null;
    const greatest = unit === 'fraction' ? 1 : Infinity;
    const value = Math.min(Math.max(interval.point, 0), greatest);
    const uniform = interval.low === interval.high && unit === 'fraction' && (value === 0 || value === 1);
    const { low, high } = uniform ? wilsonInterval(value, this.judged, confidence) : interval;
    return {
      value,
      low: Math.max(0, Math.min(low, value)),
      high: Math.min(greatest, Math.max(high, value)),
      confidence,
    };
  }
}
