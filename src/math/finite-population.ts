/**
 * What a sample without replacement says about the population it came from: standard errors with the finite-population
 * correction, and the exact interval for the number of defects.
 */
import type { Draw } from './hypergeometric.ts';
import { hypergeometricAtLeast, hypergeometricCdf } from './hypergeometric.ts';
import { requireInnerProbability, requireWhole } from './requirements.ts';

/** A sampled rate with its standard errors, each named by the formula it follows. */
export interface SampledRate {
  readonly point: number;
  /** √[p(1−p)/(n−1) · (1 − n/N)], the root of the unbiased estimator of the variance; Infinity for one of several items. */
  readonly estimated: number;
  /** √[p(1−p)/n · (N−n)/(N−1)], the true standard error if p is the population's rate. */
  readonly plugIn: number;
  /** √[p(1−p)/n], as if drawn with replacement. */
  readonly uncorrected: number;
  /** √[(N−n)/(N−1)], the factor between the last two. */
  readonly correction: number;
}

/**
 * The rate in a sample drawn without replacement, with its standard errors.
 *
 * @param passes items in the sample that have the mark, whole, 0 to `sample`
 * @param sample items drawn, whole, 1 to `population`
 * @param population items there are, whole, at least 1
 * @throws RangeError when a count is not whole or out of its range
 * Source: Cochran (1977), Sampling Techniques, chapter 3 (the true error and its estimate).
 * @example
 * ```ts
 * sampledRate(46, 50, 500).estimated; // => 0.0367673324
 * ```
 */
export function sampledRate(passes: number, sample: number, population: number): SampledRate {
  requireWhole('population', population, 1);
  requireWhole('sample', sample, 1, population);
  requireWhole('passes', passes, 0, sample);
  const point = passes / sample;
  const spread = point * (1 - point);
  const isCensus = sample === population;
  const correction = isCensus ? 0 : Math.sqrt((population - sample) / (population - 1));
  const uncorrected = Math.sqrt(spread / sample);
  const oneOfSeveral = sample === 1 ? Infinity : Math.sqrt((spread / (sample - 1)) * (1 - sample / population));
  return { point, estimated: isCensus ? 0 : oneOfSeveral, plugIn: uncorrected * correction, uncorrected, correction };
}

/**
 * The exact interval for the number of defects in a population, from those found in a sample: every number that the finding
 * does not contradict at half the error probability on either side.
 *
 * @param found defects in the sample, whole, 0 to `sample`
 * @param sample items drawn, whole, 1 to `population`
 * @param population items there are, whole, at least 1
 * @param confidence above 0 and below 1
 * @returns whole numbers, both ends included; never below `found`, never above what was not seen to be sound
 * @throws RangeError when a count is not whole or out of its range, or `confidence` not inside 0–1
 * Source: Cochran (1977), Sampling Techniques, chapter 3.
 * @example
 * ```ts
 * defectsInterval(0, 10, 100); // => { low: 0, high: 29 }
 * ```
 */
export function defectsInterval(
  found: number,
  sample: number,
  population: number,
  confidence = 0.95,
): { low: number; high: number } {
  requireWhole('population', population, 1);
  requireWhole('sample', sample, 1, population);
  requireWhole('found', found, 0, sample);
  requireInnerProbability('confidence', confidence);
  const tail = (1 - confidence) / 2;
  const draw = (defects: number): Draw => ({ population, defects, sample });
  const most = population - (sample - found);
  return {
    low: firstTrue(found, most, (defects) => hypergeometricAtLeast(found, draw(defects)) > tail),
    high: firstTrue(found, most, (defects) => hypergeometricCdf(found, draw(defects + 1)) <= tail),
  };
}

/** The smallest whole number from `least` to `most` at which a condition that stays true holds; `most` if none below it. */
function firstTrue(least: number, most: number, holds: (value: number) => boolean): number {
  let low = least;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
