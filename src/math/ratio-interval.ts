/**
 * The interval of a ratio of sums over independent days, such as answered-in-time ÷ offered: the days vary together in
 * both, so neither the binomial nor the mean of daily ratios would be right.
 */
import type { CoMoments } from './co-moments.ts';
import { type ConfidenceInterval, skewedInterval } from './confidence-interval.ts';
import { controlledEstimate } from './control-variates.ts';

/** How days differ from independent and symmetric ones, as {@link ratioInterval} takes it. */
export interface DayShape {
  readonly correlation?: number;
  readonly cube?: (weights: readonly number[]) => number;
}

/**
 * Σ met ÷ Σ of with its delta-method interval: the residuals met − r·of of the days give the standard error, and Student's
 * t with n − 1 degrees of freedom the width. The ends are not clipped; with fewer than two days they are infinite.
 *
 * Controls, whose expectation is known to be 0, take off what chance is seen to have done ({@link controlledEstimate}).
 *
 * @param moments quantities per day: what was met, out of how many, and any controls
 * @param confidence above 0 and below 1
 * @param shape where the days are not as good as independent and symmetric: `cube` gives the third central moment over them of a sum of the
 *   quantities, each times its weight, for the ends of {@link skewedInterval}; `correlation` is that of a day with the next, φ from 0 to below 1, for
 *   a variance (1 + φ) ÷ (1 − φ) times as large (as in Skart: Tafazzoli, Wilson, Lada and Steiger 2011, INFORMS Journal on Computing 23, 298–314)
 * @returns undefined when Σ of is 0: there is nothing to judge
 * @throws RangeError when `moments` holds fewer than two quantities or `confidence` is not above 0 and below 1
 * Source: W. G. Cochran (1977), Sampling Techniques, 3rd ed., chapter 2
 * @example
 * ```ts
 * ratioInterval(coMoments(2, [[8, 10], [18, 20], [9, 10]]))?.point; // => 0.875
 * ```
 */
export function ratioInterval(
  moments: CoMoments,
  confidence = 0.95,
  { correlation = 0, cube }: DayShape = {},
): ConfidenceInterval | undefined {
  if (moments.means.length < 2) throw new RangeError(`moments must hold 2 quantities, got ${moments.means.length}`);
  const [met, of] = moments.means;
  if (of === 0) return undefined;
  const ratio = met / of;
  const { freedom, point, standardError, weights } = controlledEstimate(moments, ratio, [1 / of, -ratio / of]);
  const deviation = standardError * Math.sqrt(moments.n);
  const skewness = deviation > 0 && cube !== undefined ? cube(weights) / deviation ** 3 : 0;
  const inflated = standardError * Math.sqrt((1 + correlation) / (1 - correlation));
  return skewedInterval(point, inflated, freedom + 1, skewness, confidence);
}
