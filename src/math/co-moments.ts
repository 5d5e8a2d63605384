/**
 * Running means and co-moments of several quantities observed on the same independent days: all that an interval of a
 * mean, of a ratio of sums or of a paired difference needs. Merging is exact up to rounding; merge parts in a fixed order
 * (of run numbers, not of arrival) and the result does not depend on how many threads made them.
 */
import { requireFinite, requireWhole } from './requirements.ts';

/** Co-moments of `means.length` quantities over `n` days. */
export interface CoMoments {
  /** Days observed. */
  n: number;
  /** Mean of each quantity per day; 0 while there is none. */
  readonly means: number[];
  /** Σ (x_i − mean_i)(x_j − mean_j) over the days, a symmetric square. */
  readonly products: number[][];
}

/**
 * Co-moments of `size` quantities with no day in them yet, or of the given days.
 *
 * @param size number of quantities, whole, at least 1
 * @param days one row of `size` finite numbers per day
 * @throws RangeError when `size` is not whole and at least 1 or a row has another length or holds a number not finite
 * Source: the definition.
 * @example
 * ```ts
 * coMoments(2, [[8, 10], [9, 10], [10, 10]]).means; // => [9, 10]
 * ```
 */
export function coMoments(size: number, days: readonly (readonly number[])[] = []): CoMoments {
  requireWhole('size', size, 1);
  const moments: CoMoments = {
    n: 0,
    means: new Array<number>(size).fill(0),
    products: Array.from({ length: size }, () => new Array<number>(size).fill(0)),
  };
  for (const day of days) addDay(moments, day);
  return moments;
}

/**
 * Adds one day to `moments`, in place.
 *
 * @param day one finite number per quantity, in the order of `moments`
 * @throws RangeError when `day` has another length or holds a number not finite
 * Source: B. P. Welford (1962), Note on a method for calculating corrected sums of squares and products, Technometrics 4, 419–420
 * @example
 * ```ts
 * const moments = coMoments(1);
 * addDay(moments, [4]);
 * moments.n; // => 1
 * ```
 */
export function addDay(moments: CoMoments, day: readonly number[]): void {
  const { means, products } = moments;
  if (day.length !== means.length) throw new RangeError(`day must be ${means.length} numbers, got ${day.length}`);
  for (const x of day) requireFinite('day', x, -Infinity);
  moments.n++;
  const before = day.map((x, i) => x - means[i]);
  for (let i = 0; i < day.length; i++) means[i] += before[i] / moments.n;
  const weight = (moments.n - 1) / moments.n;
  for (let i = 0; i < day.length; i++) {
    for (let j = 0; j < day.length; j++) products[i][j] += before[i] * before[j] * weight;
  }
}

/**
 * The co-moments of two disjoint sets of days taken together.
 *
 * @throws RangeError when the two hold different numbers of quantities
 * Source: T. F. Chan, G. H. Golub and R. J. LeVeque (1979), Updating formulae and a pairwise algorithm for computing sample variances
 * @example
 * ```ts
 * mergeCoMoments(coMoments(1, [[1], [2]]), coMoments(1, [[6]])).means; // => [3]
 * ```
 */
export function mergeCoMoments(first: CoMoments, second: CoMoments): CoMoments {
  const size = first.means.length;
  if (second.means.length !== size) {
    throw new RangeError(`second must hold ${size} quantities, got ${second.means.length}`);
  }
  const merged = coMoments(size);
  merged.n = first.n + second.n;
  if (merged.n === 0) return merged;
  const gap = first.means.map((mean, i) => second.means[i] - mean);
  for (let i = 0; i < size; i++) {
    merged.means[i] = first.means[i] + (gap[i] * second.n) / merged.n;
    for (let j = 0; j < size; j++) {
      merged.products[i][j] =
        first.products[i][j] + second.products[i][j] + (gap[i] * gap[j] * first.n * second.n) / merged.n;
    }
  }
  return merged;
}

/**
 * Co-moments from plain running sums. Sums of whole counts are exact whatever the order, which makes this the form to
 * keep counts in; for sums of times {@link addDay} loses fewer digits.
 *
 * @param n days, whole, at least 0
 * @param sums Σ x_i per quantity
 * @param productSums Σ x_i x_j, a symmetric square
 * @throws RangeError when `n` is not whole, the sizes differ or a sum is not finite
 * Source: the definition: Σ xy − Σ x Σ y ÷ n.
 * @example
 * ```ts
 * coMomentsFromSums(3, [27, 30], [[245, 270], [270, 300]]).products[0][0]; // => 2
 * ```
 */
export function coMomentsFromSums(
  n: number,
  sums: readonly number[],
  productSums: readonly (readonly number[])[],
): CoMoments {
  requireWhole('n', n, 0);
  const moments = coMoments(sums.length);
  if (productSums.length !== sums.length || productSums.some((row) => row.length !== sums.length)) {
    throw new RangeError(`productSums must be a square of ${sums.length} rows`);
  }
  for (const sum of sums) requireFinite('sums', sum, -Infinity);
  for (const sum of productSums.flat()) requireFinite('productSums', sum, -Infinity);
  if (n === 0) return moments;
  moments.n = n;
  for (let i = 0; i < sums.length; i++) {
    moments.means[i] = sums[i] / n;
    for (let j = 0; j < sums.length; j++) moments.products[i][j] = productSums[i][j] - (sums[i] * sums[j]) / n;
  }
  return moments;
}

/**
 * The standard error of the mean of the combination Σ c_i x_i over the days.
 *
 * @param coefficients one finite number per quantity
 * @returns Infinity with fewer than two days
 * @throws RangeError when the number of coefficients is not the number of quantities
 * Source: variance of a linear combination of means, the quadratic form of the sample covariances ÷ n.
 * @example
 * ```ts
 * combinationStandardError(coMoments(1, [[1], [2], [3]]), [1]); // => 0.5773502692
 * ```
 */
export function combinationStandardError(moments: CoMoments, coefficients: readonly number[]): number {
  const { n, products } = moments;
  if (coefficients.length !== products.length) {
    throw new RangeError(`coefficients must be ${products.length} numbers, got ${coefficients.length}`);
  }
  if (n < 2) return Infinity;
  let square = 0;
  for (let i = 0; i < coefficients.length; i++) {
    for (let j = 0; j < coefficients.length; j++) square += coefficients[i] * products[i][j] * coefficients[j];
  }
  // A variance of zero may come out a rounding error below it.
  return Math.sqrt(Math.max(square, 0) / (n - 1) / n);
}
