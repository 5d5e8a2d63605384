/** Quantities summed over runs with what an interval of their means or ratios needs; memory does not depend on the number of runs. */
import { type CoMoments, coMomentsFromSums } from '../math/co-moments.ts';

/** Sums and co-moments of several quantities over runs. */
export class RunSums {
  runs = 0;
  /** Sum of each quantity. */
  readonly sums: Float64Array;
  // Sums of products about the first run, so that they keep their digits and are exactly 0 where nothing varies.
  readonly #first: Float64Array;
  readonly #excess: Float64Array;
  readonly #products: Float64Array;

  /** @param size number of quantities, whole, at least 1 */
  constructor(size: number) {
    this.sums = new Float64Array(size);
    this.#first = new Float64Array(size);
    this.#excess = new Float64Array(size);
    this.#products = new Float64Array(size * size);
  }

  /**
   * Adds one run.
   *
   * @param values one finite number per quantity
   */
  add(...values: readonly number[]): void {
    const { sums } = this;
    const size = sums.length;
    const first = this.#first;
    const excess = this.#excess;
    const products = this.#products;
    if (this.runs === 0) first.set(values);
    for (let i = 0; i < size; i++) {
      sums[i] += values[i];
      excess[i] = values[i] - first[i];
    }
    for (let i = 0; i < size; i++) {
      for (let j = i; j < size; j++) products[i * size + j] += excess[i] * excess[j];
    }
    this.runs++;
  }

  /** Everything held, for {@link restore}. */
  state(): number[] {
    return [this.runs, ...this.sums, ...this.#first, ...this.#products];
  }

  /** Takes the place of sums of as many quantities whose state was kept. */
  restore([runs, ...state]: readonly number[]): void {
    this.runs = runs;
    let at = 0;
    for (const part of [this.sums, this.#first, this.#products]) {
      part.set(state.slice(at, at + part.length));
      at += part.length;
    }
  }

  /** Means and co-moments of the quantities per run. */
  moments(): CoMoments {
    const { runs, sums } = this;
    const size = sums.length;
    const quantities = Array.from({ length: size }, (_, i) => i);
    const product = (i: number, j: number) => this.#products[Math.min(i, j) * size + Math.max(i, j)];
    const moments = coMomentsFromSums(
      runs,
      quantities.map((i) => sums[i] - runs * this.#first[i]),
      quantities.map((i) => quantities.map((j) => product(i, j))),
    );
    return { ...moments, means: quantities.map((i) => (runs === 0 ? 0 : sums[i] / runs)) };
  }
}
