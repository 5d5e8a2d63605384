/**
 * The hypergeometric distribution: how many of the defective recordings turn up in a sample drawn without replacement. Exact for
 * populations far beyond any centre's, since no factorial is ever formed.
 */
import { logBinomialTerm } from './binomial-term.ts';
import { requireWhole } from './requirements.ts';

/** A simple random sample without replacement. */
export interface Draw {
  /** Items there are, whole, at least 1. */
  readonly population: number;
  /** How many of them carry the mark in question, whole, 0 to `population`. */
  readonly defects: number;
  /** Items drawn, whole, 0 to `population`. */
  readonly sample: number;
}

function requireDraw({ population, defects, sample }: Draw): void {
  requireWhole('population', population, 1);
  requireWhole('defects', defects, 0, population);
  requireWhole('sample', sample, 0, population);
}

/**
 * P(exactly k of the defects are in the sample).
 *
 * @param k whole; an impossible count has probability 0
 * @param draw population, defects among it, and the size of the sample
 * @throws RangeError when a count is not whole or larger than the population
 * Source: Loader (2000), "Fast and accurate computation of binomial probabilities": a quotient of binomial terms.
 * @example
 * ```ts
 * hypergeometricPmf(1, { population: 20, defects: 3, sample: 4 }); // => 0.42105263158
 * ```
 */
export function hypergeometricPmf(k: number, draw: Draw): number {
  requireWhole('k', k, Number.MIN_SAFE_INTEGER);
  requireDraw(draw);
  return pmf(k, draw);
}

function pmf(k: number, { population, defects, sample }: Draw): number {
  const sound = population - defects;
  if (k < 0 || k > defects || k > sample || sample - k > sound) return 0;
  const p = sample / population;
  const q = (population - sample) / population;
  return Math.exp(
    logBinomialTerm(k, defects - k, p, q) +
      logBinomialTerm(sample - k, sound - (sample - k), p, q) -
      logBinomialTerm(sample, population - sample, p, q),
  );
}

/**
 * P(at most k of the defects are in the sample).
 *
 * @param k whole; below 0 the probability is 0, from min(defects, sample) on it is 1
 * @param draw population, defects among it, and the size of the sample
 * @throws RangeError when a count is not whole or larger than the population
 * Source: Feller (1968), chapter II; the smaller tail is summed from k outwards, the other is its complement.
 * @example
 * ```ts
 * hypergeometricCdf(0, { population: 20, defects: 3, sample: 4 }); // => 0.49122807018
 * ```
 */
export function hypergeometricCdf(k: number, draw: Draw): number {
  requireWhole('k', k, Number.MIN_SAFE_INTEGER);
  requireDraw(draw);
  return isBelowMean(k, draw) ? sumDown(k, draw) : 1 - sumUp(k + 1, draw);
}

/**
 * P(at least k of the defects are in the sample); with k = 1 the chance to find anything at all.
 *
 * @param k whole; up to 0 the probability is 1, above min(defects, sample) it is 0
 * @param draw population, defects among it, and the size of the sample
 * @throws RangeError when a count is not whole or larger than the population
 * Source: as `hypergeometricCdf`.
 * @example
 * ```ts
 * hypergeometricAtLeast(1, { population: 20, defects: 3, sample: 4 }); // => 0.50877192982
 * ```
 */
export function hypergeometricAtLeast(k: number, draw: Draw): number {
  requireWhole('k', k, Number.MIN_SAFE_INTEGER);
  requireDraw(draw);
  return isBelowMean(k - 1, draw) ? 1 - sumDown(k - 1, draw) : sumUp(k, draw);
}

/**
 * Mean and variance of the number of defects in the sample.
 *
 * @param draw population, defects among it, and the size of the sample
 * @throws RangeError when a count is not whole or larger than the population
 * Source: Feller (1968), chapter IX.
 * @example
 * ```ts
 * hypergeometricMoments({ population: 20, defects: 3, sample: 4 }).mean; // => 0.6
 * ```
 */
export function hypergeometricMoments(draw: Draw): { mean: number; variance: number } {
  requireDraw(draw);
  const { population, defects, sample } = draw;
  const mean = (sample * defects) / population;
  if (population === 1) return { mean, variance: 0 };
  const variance = mean * ((population - defects) / population) * ((population - sample) / (population - 1));
  return { mean, variance };
}

function isBelowMean(k: number, { population, defects, sample }: Draw): boolean {
  return k < (sample * defects) / population;
}

/** P(X ≤ k) for k below the mean, where the terms fall from k downwards. */
function sumDown(k: number, draw: Draw): number {
  const { population, defects, sample } = draw;
  let term = pmf(k, draw);
  let sum = term;
  for (let i = k; term > sum * 1e-18; i--) {
    term *= (i / (defects - i + 1)) * ((population - defects - sample + i) / (sample - i + 1));
    sum += term;
  }
  return Math.min(sum, 1);
}

/** P(X ≥ k) for k above the mean, where the terms fall from k upwards. */
function sumUp(k: number, draw: Draw): number {
  const { population, defects, sample } = draw;
  let term = pmf(k, draw);
  let sum = term;
  for (let i = k; term > sum * 1e-18; i++) {
    term *= ((defects - i) / (i + 1)) * ((sample - i) / (population - defects - sample + i + 1));
    sum += term;
  }
  return Math.min(sum, 1);
}
