/**
 * The distribution of a measure's daily value in bounded memory: values are kept to four significant digits and counted,
 * so memory depends on how many different values occur (at most 9,000 a decade), not on the number of runs.
 */
import { quantileInterval } from '../math/quantile-interval.ts';
import type { Estimate } from './verdict.ts';

/** Counts of rounded daily values. */
export class DayValues {
  #days = 0;
  readonly #counts = new Map<number, number>();

  /** Adds the value of one day: finite. */
  add(value: number): void {
    const rounded = Number(value.toPrecision(4));
    this.#counts.set(rounded, (this.#counts.get(rounded) ?? 0) + 1);
    this.#days++;
  }

  /** The values and how often each occurred, for {@link restore}. */
  state(): [value: number, days: number][] {
    return [...this.#counts];
  }

  /** Takes the place of values whose state was kept. */
  restore(state: readonly (readonly [value: number, days: number])[]): void {
    this.#counts.clear();
    this.#days = 0;
    for (const [value, days] of state) {
      this.#counts.set(value, days);
      this.#days += days;
    }
  }

  /**
   * A quantile of the daily value with its order-statistic interval; null while the runs are too few to bound it.
   *
   * The days of one run may hang together: where there are more days than runs, the interval treats as many evenly spread
   * order statistics as there are runs, which is wide enough even if all days of a run were alike.
   *
   * @param level in (0, 1)
   * @param runs runs done, at least 1
   * @param confidence in (0, 1)
   */
  quantile(level: number, runs: number, confidence: number): Estimate | null {
    if (this.#days === 0) return null;
    const { point, low, high } = quantileInterval(this.#thin(Math.min(runs, this.#days)), level, confidence);
    if (low === -Infinity || high === Infinity) return null;
    return { value: point, low, high, confidence };
  }

  /** `size` order statistics, evenly spread over all days; all of them when `size` is their number. */
  #thin(size: number): Float64Array {
    const values = [...this.#counts].sort(([a], [b]) => a - b);
    const thinned = new Float64Array(size);
    let bin = -1;
    let below = 0;
    for (let i = 0; i < size; i++) {
      const rank = Math.floor(((i + 0.5) * this.#days) / size);
      while (below <= rank) below += values[++bin][1];
      thinned[i] = values[bin][0];
    }
    return thinned;
  }
}
