/**
 * Intervals for the difference of two plans that were run on the same seeds. What the two share cancels, so a difference
 * shows with far fewer runs than two separate intervals would need.
 */
import { type CoMoments, combinationStandardError } from './co-moments.ts';
import { type ConfidenceInterval, studentInterval } from './confidence-interval.ts';

/**
 * Mean of the first quantity − mean of the second, with the t interval of the daily differences.
 *
 * @param moments two quantities per run: the measure under the first plan, and under the second
 * @param confidence above 0 and below 1
 * @returns undefined when there is no run
 * @throws RangeError when `moments` does not hold two quantities or `confidence` is not above 0 and below 1
 * Source: A. M. Law (2015), Simulation Modeling and Analysis, 5th ed., section 10.2.1 (paired-t)
 * @example
 * ```ts
 * pairedDifference(coMoments(2, [[5, 4], [7, 6], [9, 8]])); // => { point: 1, low: 1, high: 1 }
 * ```
 */
export function pairedDifference(moments: CoMoments, confidence = 0.95): ConfidenceInterval | undefined {
  if (moments.means.length !== 2) throw new RangeError(`moments must hold 2 quantities, got ${moments.means.length}`);
  if (moments.n === 0) return undefined;
  const point = moments.means[0] - moments.means[1];
  return studentInterval(point, combinationStandardError(moments, [1, -1]), moments.n, confidence);
}

/**
 * First ratio of sums − second ratio of sums, with the delta-method interval of the paired runs.
 *
 * @param moments four quantities per run: met and of under the first plan, met and of under the second
 * @param confidence above 0 and below 1
 * @returns undefined when either ratio has a denominator of 0: there is nothing to compare
 * @throws RangeError when `moments` does not hold four quantities or `confidence` is not above 0 and below 1
 * Source: W. G. Cochran (1977), Sampling Techniques, 3rd ed., section 6.18 (difference of two ratios)
 * @example
 * ```ts
 * pairedRatioDifference(coMoments(4, [[9, 10, 8, 10], [18, 20, 16, 20]]))?.point; // => 0.1000
 * ```
 */
export function pairedRatioDifference(moments: CoMoments, confidence = 0.95): ConfidenceInterval | undefined {
  if (moments.means.length !== 4) throw new RangeError(`moments must hold 4 quantities, got ${moments.means.length}`);
  const [met, of, otherMet, otherOf] = moments.means;
  if (of === 0 || otherOf === 0) return undefined;
  const ratio = met / of;
  const otherRatio = otherMet / otherOf;
  const coefficients = [1 / of, -ratio / of, -1 / otherOf, otherRatio / otherOf];
  return studentInterval(ratio - otherRatio, combinationStandardError(moments, coefficients), moments.n, confidence);
}
