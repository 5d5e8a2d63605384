/** The difference of two proportions seen on the same trials, such as days that two plans live through with the same customers. */
import type { ConfidenceInterval } from './confidence-interval.ts';
import { findRoot } from './find-root.ts';
import { normalQuantile } from './normal.ts';
import { requireFinite, requireInnerProbability } from './requirements.ts';

/**
 * The score interval of the share of trials in which only the first succeeded, less that in which only the second did: all differences that a
 * score test with the variance under the difference itself does not refuse. It is to a pair what Wilson's interval is to one proportion: it never
 * leaves −1 to 1, and where no trial differs its ends are Wilson's upper end of none.
 *
 * @param onlyFirst trials in which only the first succeeded, at least 0; like all counts here not whole where trials count for more or less than one
 * @param onlySecond trials in which only the second succeeded, at least 0
 * @param trials all of them, above 0, at least `onlyFirst` + `onlySecond`
 * @param confidence above 0 and below 1
 * @returns of first − second
 * @throws RangeError when an argument is outside its range
 * Source: T. Tango (1998), Equivalence test and confidence interval for the difference in proportions for the paired-sample design, Statistics in
 * Medicine 17, 891–908, equations 24 to 26
 * @example
 * ```ts
 * pairedProportionInterval(1, 7, 21).low; // => -0.517232
 * pairedProportionInterval(1, 7, 21).high; // => -0.026003
 * ```
 */
export function pairedProportionInterval(
  onlyFirst: number,
  onlySecond: number,
  trials: number,
  confidence = 0.95,
): ConfidenceInterval {
  requireFinite('trials', trials, 0, { aboveMinimum: true });
  requireFinite('onlyFirst', onlyFirst, 0, { maximum: trials });
  // Rounding of counts that are not whole may carry their sum beyond all trials.
  requireFinite('onlySecond', onlySecond, 0, { maximum: (trials - onlyFirst) * (1 + 1e-9) + 1e-9 * trials });
  requireInnerProbability('confidence', confidence);
  const z = -normalQuantile((1 - confidence) / 2);
  const p = onlyFirst / trials;
  const q = onlySecond / trials;
  const point = p - q;
  // How many standard errors the difference seen lies above a supposed one; falls as that rises.
  const score = (supposed: number) => {
    const gap = point - supposed;
    if (gap === 0) return 0;
    // At the ends nothing is left to chance.
    if (Math.abs(supposed) === 1) return gap * Infinity;
    // Likeliest share in which only the second succeeds, under the difference supposed.
    const b = (2 - p + q) * supposed - p - q;
    const second = (Math.sqrt(Math.max(0, b * b + 8 * q * supposed * (1 - supposed))) - b) / 4;
    const variance = Math.max(0, 2 * second + supposed * (1 - supposed)) / trials;
    return variance === 0 ? gap * Infinity : gap / Math.sqrt(variance);
  };
  const end = (from: number, to: number, at: number) =>
    from === to ? from : findRoot((supposed) => score(supposed) - at, from, to, 1e-14);
  return { point, low: end(-1, point, z), high: end(point, 1, -z) };
}
