/** The interval of a mean over independent days. */
import { type CoMoments, combinationStandardError } from './co-moments.ts';
import { type ConfidenceInterval, studentInterval } from './confidence-interval.ts';

/**
 * The mean of one quantity per day with its t interval; with one day the ends are infinite.
 *
 * @param moments one quantity per day
 * @param confidence above 0 and below 1
 * @returns undefined when there is no day
 * @throws RangeError when `moments` does not hold one quantity or `confidence` is not above 0 and below 1
 * Source: Student (1908), The probable error of a mean, Biometrika 6, 1–25
 * @example
 * ```ts
 * meanInterval(coMoments(1, [[8], [9], [10]]))?.point; // => 9
 * ```
 */
export function meanInterval(moments: CoMoments, confidence = 0.95): ConfidenceInterval | undefined {
  if (moments.means.length !== 1) throw new RangeError(`moments must hold 1 quantity, got ${moments.means.length}`);
  if (moments.n === 0) return undefined;
  return studentInterval(moments.means[0], combinationStandardError(moments, [1]), moments.n, confidence);
}
