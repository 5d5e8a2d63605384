/** A measure summed over runs with what its interval needs; memory does not depend on the number of runs. */
import { type CoMoments, coMomentsFromSums } from '../math/co-moments.ts';
import { wilsonInterval } from '../math/proportion-interval.ts';
import { ratioInterval } from '../math/ratio-interval.ts';
import type { MeasureKind } from '../measures/measure.ts';
import type { Estimate } from './verdict.ts';

/** What {@link RatioSums} hold, as plain numbers: exact after a way through JSON. */
export type RatioState = readonly [
  ...[met: number, of: number, runs: number, judged: number],
  ...[firstMet: number, firstOf: number, metMet: number, metOf: number, ofOf: number],
];

/** Sums and co-moments of a numerator and a denominator over runs. */
export class RatioSums {
  met = 0;
  of = 0;
  runs = 0;
  /** Runs with something to judge. */
  judged = 0;
  // Sums of products about the first run, so that they keep their digits and are exactly 0 where nothing varies.
  #firstMet = 0;
  #firstOf = 0;
  #metMet = 0;
  #metOf = 0;
  #ofOf = 0;

  /** Adds one run's tally. */
  add(met: number, of: number): void {
    if (this.runs === 0) {
      this.#firstMet = met;
      this.#firstOf = of;
    }
    const metExcess = met - this.#firstMet;
    const ofExcess = of - this.#firstOf;
    this.met += met;
    this.of += of;
    this.runs++;
    if (of > 0) this.judged++;
    this.#metMet += metExcess * metExcess;
    this.#metOf += metExcess * ofExcess;
    this.#ofOf += ofExcess * ofExcess;
  }

  /** Everything held, for {@link restore}. */
  state(): RatioState {
    const { met, of, runs, judged } = this;
    return [met, of, runs, judged, this.#firstMet, this.#firstOf, this.#metMet, this.#metOf, this.#ofOf];
  }

  /** Takes the place of sums whose state was kept. */
  restore(state: RatioState): void {
    [this.met, this.of, this.runs, this.judged] = state;
    [, , , , this.#firstMet, this.#firstOf, this.#metMet, this.#metOf, this.#ofOf] = state;
  }

  #moments(): CoMoments {
    const { runs } = this;
    const moments = coMomentsFromSums(
      runs,
      [this.met - runs * this.#firstMet, this.of - runs * this.#firstOf],
      [
        [this.#metMet, this.#metOf],
        [this.#metOf, this.#ofOf],
      ],
    );
    return { ...moments, means: runs === 0 ? [0, 0] : [this.met / runs, this.of / runs] };
  }

  /**
   * Ratio of sums with its delta-method interval (Student's t over runs), cut to the range that the unit allows. Null when
   * there is nothing to judge.
   *
   * When every run gives 0, or every run gives 1, no spread can be seen; a fraction then gets the end that Wilson's interval
   * gives a share of runs: the ratio is at least the share of runs that are perfect, which holds for any distribution of the
   * others. One run alone bounds nothing: the interval is all that the unit allows (`high` Infinity for seconds).
   *
   * @param unit of the measure
   * @param confidence in (0, 1)
   */
  estimate(unit: MeasureKind['unit'], confidence: number): Estimate | null {
    const interval = ratioInterval(this.#moments(), confidence);
    if (interval === undefined) return null;
    const { point: value } = interval;
    const greatest = unit === 'fraction' ? 1 : Infinity;
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
