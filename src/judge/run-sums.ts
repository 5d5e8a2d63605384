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
  /** Of three quantities, each the same as the one before it or a later one. */
  readonly #cubes: Float64Array;

  /**
   * @param size number of quantities, whole, at least 1
   * @param keepsCubes whether {@link cube} will be asked for
   */
  constructor(size: number, keepsCubes = false) {
    this.sums = new Float64Array(size);
    this.#first = new Float64Array(size);
    this.#excess = new Float64Array(size);
    this.#products = new Float64Array(size * size);
    this.#cubes = new Float64Array(keepsCubes ? (size * (size + 1) * (size + 2)) / 6 : 0);
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
    if (this.#cubes.length > 0) this.#addCubes();
    this.runs++;
  }

  #addCubes(): void {
    const cubes = this.#cubes;
    const excess = this.#excess;
    const size = excess.length;
    let at = 0;
    for (let i = 0; i < size; i++) {
      for (let j = i; j < size; j++) {
        const product = excess[i] * excess[j];
        for (let k = j; k < size; k++) cubes[at++] += product * excess[k];
      }
    }
  }

  /** Everything held, for {@link restore}. */
  state(): number[] {
    return [this.runs, ...this.sums, ...this.#first, ...this.#products, ...this.#cubes];
  }

  /** Takes the place of sums of as many quantities whose state was kept. */
  restore([runs, ...state]: readonly number[]): void {
    this.runs = runs;
    let at = 0;
    for (const part of [this.sums, this.#first, this.#products, this.#cubes]) {
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

  /**
   * The third central moment of u = Σ wᵢxᵢ over the runs, without bias: n ÷ ((n − 1)(n − 2)) · Σ (u − ū)³; 0 of fewer than three runs.
   *
   * @param weights of the first quantities, at most one each
   * @see R. A. Fisher (1930), Moments and product moments of sampling distributions, for the third k-statistic
   */
  cube(weights: readonly number[]): number {
    const { runs, sums } = this;
    const size = sums.length;
    if (runs < 3) return 0;
    let [mean, squares, cubes, at] = [0, 0, 0, 0];
    for (let i = 0; i < size; i++) {
      const one = weights[i] ?? 0;
      mean += one * (sums[i] / runs - this.#first[i]);
      for (let j = i; j < size; j++) {
        const two = one * (weights[j] ?? 0);
        squares += (i === j ? 1 : 2) * two * this.#products[i * size + j];
        for (let k = j; k < size; k++) {
          const orders = i === k ? 1 : i === j || j === k ? 3 : 6;
          cubes += orders * two * (weights[k] ?? 0) * this.#cubes[at++];
        }
      }
    }
    return ((cubes - 3 * mean * squares + 2 * runs * mean ** 3) * runs) / ((runs - 1) * (runs - 2));
  }
}
