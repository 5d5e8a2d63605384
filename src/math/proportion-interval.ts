/**
 * Intervals for a proportion from `successes` in `n` independent trials. Five methods stand side by side because reports
 * elsewhere use all five; the product's own promises use Wilson's.
 */

import type { ConfidenceInterval } from './confidence-interval.ts';
import { betaQuantile } from './incomplete-beta.ts';
import { normalQuantile } from './normal.ts';
import { requireFinite, requireInnerProbability, requireWhole } from './requirements.ts';

/** The methods by name. */
export const proportionMethods = ['wilson', 'clopper-pearson', 'wald', 'agresti-coull', 'jeffreys'] as const;

/** A name out of {@link proportionMethods}. */
export type ProportionMethod = (typeof proportionMethods)[number];

/**
 * The two-sided interval of a proportion.
 *
 * - `wilson`: the score interval, without continuity correction (Wilson 1927). Never leaves 0–1.
 * - `clopper-pearson`: exact, from beta quantiles (Clopper and Pearson 1934); 0 at no success and 1 at no failure, the
 *   other end still with half of the error probability.
 * - `wald`: point ± z·s.e., not clipped to 0–1; shown for comparison, it covers badly.
 * - `agresti-coull`: Wald about the centre of Wilson's interval, with z² pseudo-trials, not clipped (Agresti and Coull 1998).
 * - `jeffreys`: quantiles of Beta(x + ½, n − x + ½), with 0 at no success and 1 at no failure (Brown, Cai and DasGupta 2001).
 *
 * @param successes whole, 0 to n
 * @param n trials, whole, at least 1: with no trial there is nothing to judge
 * @param confidence above 0 and below 1
 * @param method one of {@link proportionMethods}
 * @throws RangeError when `n` is not whole and at least 1, `successes` not whole and within 0–n, or `confidence` not inside 0–1
 * Source: L. D. Brown, T. T. Cai and A. DasGupta (2001), Interval estimation for a binomial proportion, Statist. Sci. 16, 101–133
 * @example
 * ```ts
 * proportionInterval(9, 10).low; // => 0.5958499732
 * proportionInterval(9, 10, 0.95, 'clopper-pearson').low; // => 0.554983883
 * ```
 */
export function proportionInterval(
  successes: number,
  n: number,
  confidence = 0.95,
  method: ProportionMethod = 'wilson',
): ConfidenceInterval {
  requireWhole('n', n, 1);
  requireWhole('successes', successes, 0, n);
  requireInnerProbability('confidence', confidence);
  const point = successes / n;
  const tail = (1 - confidence) / 2;
  switch (method) {
    case 'wilson': {
      const z = -normalQuantile(tail);
      return { point, low: wilsonLow(point, n, z), high: 1 - wilsonLow((n - successes) / n, n, z) };
    }
    case 'clopper-pearson':
      return {
        point,
        low: successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1).x,
        high: successes === n ? 1 : betaQuantile(tail, n - successes, successes + 1).complement,
      };
    case 'wald':
      return around(point, point, n, -normalQuantile(tail));
    case 'agresti-coull': {
      const z = -normalQuantile(tail);
      const trials = n + z * z;
      return around(point, (successes + (z * z) / 2) / trials, trials, z);
    }
    case 'jeffreys':
      return {
        point,
        low: successes === 0 ? 0 : betaQuantile(tail, successes + 0.5, n - successes + 0.5).x,
        high: successes === n ? 1 : betaQuantile(tail, n - successes + 0.5, successes + 0.5).complement,
      };
  }
}

/**
 * Wilson's interval of a share seen in an *effective* number of trials, which need not be whole: what remains of trials that
 * hang together in clusters.
 *
 * @param share the point estimate, 0 to 1
 * @param trials above 0
 * @param confidence above 0 and below 1
 * @throws RangeError when an argument is outside its range
 * @see E. L. Korn and B. I. Graubard (1998), Confidence intervals for proportions with small expected number of positive
 * counts estimated from survey data, Survey Methodology 24, 193–201
 * Source: Wilson (1927), "Probable inference, the law of succession, and statistical inference", without continuity correction.
 * @example
 * ```ts
 * wilsonInterval(0.9, 10).low; // => 0.595850
 * wilsonInterval(1, 7.5).high; // => 1
 * ```
 */
export function wilsonInterval(share: number, trials: number, confidence = 0.95): ConfidenceInterval {
  requireFinite('share', share, 0, { maximum: 1 });
  requireFinite('trials', trials, 0, { aboveMinimum: true });
  requireInnerProbability('confidence', confidence);
  const z = -normalQuantile((1 - confidence) / 2);
  return { point: share, low: wilsonLow(share, trials, z), high: 1 - wilsonLow(1 - share, trials, z) };
}

/** The smaller root of the score equation, as product of roots ÷ larger root, so that it is exactly 0 at no success. */
function wilsonLow(p: number, n: number, z: number): number {
  const larger = p + (z * z) / (2 * n) + z * Math.sqrt((p * (1 - p)) / n + (z / (2 * n)) ** 2);
  return (p * p) / larger;
}

function around(point: number, centre: number, trials: number, z: number): ConfidenceInterval {
  const half = z * Math.sqrt((centre * (1 - centre)) / trials);
  return { point, low: centre - half, high: centre + half };
}
