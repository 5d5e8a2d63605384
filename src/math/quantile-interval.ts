/**
 * The interval of a quantile, such as the wait that 90 % stay under, from the order statistics of a sample: no assumption
 * about the distribution is made.
 */

import { binomialAtLeast, binomialCdf, binomialQuantile } from './binomial.ts';
import type { ConfidenceInterval } from './confidence-interval.ts';
import { requireInnerProbability } from './requirements.ts';

/** The interval of a quantile, with what it really covers. */
export interface QuantileInterval extends ConfidenceInterval {
  /** The chance, at least `confidence` where both ends are finite, that the interval holds the quantile. */
  readonly coverage: number;
}

/**
 * The share-quantile of a sample and its conservative order-statistic interval.
 *
 * The point interpolates linearly between order statistics at position (n − 1)·share (type 7 of Hyndman and Fan 1996). The
 * ends are order statistics themselves, never interpolated: the closest pair, one on each side, that leaves out at most half
 * of the error probability on each side. An end that the sample is too small to bound is infinite.
 *
 * @param sorted independent values, rising, at least one
 * @param share 0–1, both excluded
 * @param confidence above 0 and below 1
 * @throws RangeError when `sorted` is empty, not rising or holds NaN, or `share` or `confidence` is not inside 0–1
 * Source: W. J. Conover (1999), Practical Nonparametric Statistics, 3rd ed., section 3.2; R. J. Hyndman and Y. Fan (1996),
 * Sample quantiles in statistical packages, Amer. Statist. 50, 361–365
 * @example
 * ```ts
 * quantileInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5); // => { point: 5.5, low: 2, high: 9, coverage: 0.978515625 }
 * ```
 */
export function quantileInterval(sorted: ArrayLike<number>, share: number, confidence = 0.95): QuantileInterval {
  const n = sorted.length;
  if (n === 0) throw new RangeError('sorted must hold at least one value, got none');
  for (let i = 0; i < n; i++) {
    if (Number.isNaN(sorted[i]) || sorted[i] < sorted[i - 1]) {
      throw new RangeError(`sorted must rise, got ${sorted[i]} at index ${i}`);
    }
  }
  requireInnerProbability('share', share);
  requireInnerProbability('confidence', confidence);
  const tail = (1 - confidence) / 2;
  // The quantile lies below the k-th smallest value exactly when fewer than k values lie under it.
  const lowRank = largestBelow(tail, n, share);
  const highRank = n + 1 - largestBelow(tail, n, 1 - share);
  const position = (n - 1) * share;
  const floor = Math.floor(position);
  return {
    point:
      position === floor ? sorted[floor] : sorted[floor] + (position - floor) * (sorted[floor + 1] - sorted[floor]),
    low: lowRank === 0 ? -Infinity : sorted[lowRank - 1],
    high: highRank === n + 1 ? Infinity : sorted[highRank - 1],
    coverage: 1 - binomialCdf(lowRank - 1, n, share) - binomialAtLeast(highRank, n, share),
  };
}

/** The largest rank k with P(X ≤ k − 1) ≤ tail, 0 when there is none. */
function largestBelow(tail: number, n: number, share: number): number {
  const k = binomialQuantile(tail, n, share);
  return binomialCdf(k, n, share) <= tail ? k + 1 : k;
}
