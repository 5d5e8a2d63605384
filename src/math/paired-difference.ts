/**
 * Intervals for the difference of two plans that were run on the same seeds. What the two share cancels, so a difference
 * shows with far fewer runs than two separate intervals would need.
 */
import { type CoMoments, combinationStandardError } from './co-moments.ts';
import { type ConfidenceInterval, roomierInterval, studentInterval } from './confidence-interval.ts';
import { controlledEstimate } from './control-variates.ts';

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
 * First ratio of sums − second ratio of sums, with the delta-method interval of the paired runs, Student's t or, where it is known how skewed they are,
 * {@link roomierInterval}.
 *
 * Controls take off what chance is seen to have done to both ({@link controlledEstimate}).
 *
 * @param moments quantities per run: met and of under the first plan, met and of under the second, and any controls
 * @param confidence above 0 and below 1
 * @param cube the third central moment over the runs of a sum of the quantities, each times its weight
 * @returns undefined when either ratio has a denominator of 0: there is nothing to compare
 * @throws RangeError when `moments` holds fewer than four quantities or `confidence` is not above 0 and below 1
 * Source: W. G. Cochran (1977), Sampling Techniques, 3rd ed., chapter 6 (difference of two ratios)
 * @example
 * ```ts
 * pairedRatioDifference(coMoments(4, [[9, 10, 8, 10], [18, 20, 16, 20]]))?.point; // => 0.1000
 * ```
 */
export function pairedRatioDifference(
  moments: CoMoments,
  confidence = 0.95,
  cube: (weights: readonly number[]) => number = () => 0,
): ConfidenceInterval | undefined {
  if (moments.means.length < 4) throw new RangeError(`moments must hold 4 quantities, got ${moments.means.length}`);
  const [first, second] = linearise(moments);
  if (first === undefined || second === undefined) return undefined;
  const weights = [...first.weights, ...second.weights.map((weight) => -weight)];
  const found = controlledEstimate(moments, first.ratio - second.ratio, weights);
  const deviation = found.standardError * Math.sqrt(moments.n);
  const skewness = deviation > 0 ? cube(found.weights) / deviation ** 3 : 0;
  return roomierInterval(found.point, found.standardError, found.freedom + 1, skewness, confidence);
}

/**
 * What running both plans on the same seeds is worth: with seeds of their own, they would need so many times the runs for an
 * interval of their difference as narrow. It is the sum of the two ratios' variances over the variance of their difference.
 *
 * @param moments as for {@link pairedRatioDifference}
 * @returns undefined with fewer than two runs or nothing to compare; Infinity when the difference never varies and the
 * ratios do, 1 when nothing varies
 * @throws RangeError when `moments` holds fewer than four quantities
 * Source: P. Glasserman and D. D. Yao (1992), Some guidelines and guarantees for common random numbers, Management Science 38, 884–908
 * @example
 * ```ts
 * pairingGain(coMoments(4, [[9, 10, 8, 10], [18, 20, 17, 20], [8, 10, 8, 10]])); // => 2.500
 * ```
 */
export function pairingGain(moments: CoMoments): number | undefined {
  const errors = pairedErrors(moments);
  if (errors === undefined) return undefined;
  const alone = errors.first ** 2 + errors.second ** 2;
  const paired = errors.difference ** 2;
  return alone === paired ? 1 : alone / paired;
}

/** Standard errors of both ratios and of their difference. */
function pairedErrors(moments: CoMoments): { first: number; second: number; difference: number } | undefined {
  if (moments.means.length < 4) throw new RangeError(`moments must hold 4 quantities, got ${moments.means.length}`);
  const [first, second] = linearise(moments);
  if (first === undefined || second === undefined || moments.n < 2) return undefined;
  const error = (weights: readonly number[]) => controlledEstimate(moments, 0, weights).standardError;
  return {
    first: error([...first.weights, 0, 0]),
    second: error([0, 0, ...second.weights]),
    difference: error([...first.weights, ...second.weights.map((weight) => -weight)]),
  };
}

/** Both ratios of means, and the weights of their linear parts. */
function linearise({ means: [met, of, otherMet, otherOf] }: CoMoments) {
  return [
    { met, of },
    { met: otherMet, of: otherOf },
  ].map(({ met, of }) => (of === 0 ? undefined : { ratio: met / of, weights: [1 / of, -met / of / of] }));
}
