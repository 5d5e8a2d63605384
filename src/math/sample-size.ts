/**
 * How many items to look at: a percentage of a day's recordings in whole numbers, the fewest that find a defect, and the fewest
 * that measure a rate to a margin.
 */
import { hypergeometricCdf } from './hypergeometric.ts';
import { normalQuantile } from './normal.ts';
import { requireFinite, requireInnerProbability, requireProbability, requireWhole } from './requirements.ts';

/** What a percentage that is no whole number of items becomes. */
export type PercentRule = 'ceil' | 'round-half-up';

/** Percentages are taken to this fraction of a percent, so that 2.5 % is exactly 25 of 1000. */
const partsPerPercent = 1_000_000;

/**
 * `percent` of `population` items as a whole number, reckoned in whole numbers: 7 % of 100 are 7, where floating point makes 8.
 *
 * @param population items, whole, at least 0
 * @param percent 0–100, to a millionth
 * @param rule `ceil` rounds up, so that the sample is never below the percentage; `round-half-up` goes to the nearest
 * @throws RangeError when `population` is not whole or negative, or `percent` outside 0–100
 * Source: the definition, ⌈percent × N ÷ 100⌉.
 * @example
 * ```ts
 * percentSample(100, 7); // => 7
 * percentSample(37, 10); // => 4
 * percentSample(37, 20, 'round-half-up'); // => 7
 * ```
 */
export function percentSample(population: number, percent: number, rule: PercentRule = 'ceil'): number {
  requireWhole('population', population, 0);
  requireFinite('percent', percent, 0, { maximum: 100 });
  const whole = BigInt(100 * partsPerPercent);
  const parts = BigInt(population) * BigInt(Math.round(percent * partsPerPercent));
  const raised = rule === 'ceil' ? parts + whole - 1n : parts + whole / 2n;
  return Number(raised / whole);
}

/**
 * The fewest items to draw so that at least one of the defects is found with the wanted confidence.
 *
 * @param population items, whole, at least 1
 * @param defects how many of them are defective, whole, 1 to `population`
 * @param confidence above 0 and below 1; a chance equal to it but for rounding counts as reached
 * @throws RangeError when a count is not whole or out of its range, or `confidence` not inside 0–1
 * Source: Cochran (1977), Sampling Techniques, chapter 3 (the hypergeometric distribution).
 * @example
 * ```ts
 * sampleToDetect(1000, 50, 0.95); // => 57
 * ```
 */
export function sampleToDetect(population: number, defects: number, confidence: number): number {
  requireWhole('population', population, 1);
  requireWhole('defects', defects, 1, population);
  requireInnerProbability('confidence', confidence);
  const mayMiss = (1 - confidence) * (1 + 1e-12);
  let tooFew = 0;
  let enough = population;
  while (enough - tooFew > 1) {
    const sample = Math.floor((tooFew + enough) / 2);
    if (hypergeometricCdf(0, { population, defects, sample }) <= mayMiss) enough = sample;
    else tooFew = sample;
  }
  return enough;
}

/** A rate to be measured to a margin. */
export interface MarginOptions {
  /** Items there are; Infinity when the sample is a small part of them. */
  readonly population: number;
  /** Half the width of the interval wanted, above 0. */
  readonly margin: number;
  /** The rate expected, 0–1; 0.5, the worst case, when left out. */
  readonly rate?: number;
  /** Above 0 and below 1; 0.95 when left out. */
  readonly confidence?: number;
}

/**
 * The items to draw so that a rate is known to ± `margin`, by the normal approximation with the finite-population correction.
 *
 * @param options population, margin and, if known, the rate
 * @returns a whole number, at least 1, never more than the population
 * @throws RangeError naming the option out of its range
 * Source: Cochran (1977), Sampling Techniques, chapter 4.
 * @example
 * ```ts
 * sampleForMargin({ population: 1000, margin: 0.05 }); // => 278
 * ```
 */
export function sampleForMargin({ population, margin, rate = 0.5, confidence = 0.95 }: MarginOptions): number {
  if (population !== Infinity) requireWhole('population', population, 1);
  requireFinite('margin', margin, 0, { aboveMinimum: true });
  requireProbability('rate', rate);
  requireInnerProbability('confidence', confidence);
  const z = normalQuantile((1 - confidence) / 2);
  const unlimited = (z / margin) ** 2 * rate * (1 - rate);
  return Math.max(1, Math.ceil(unlimited / (1 + (unlimited - 1) / population)));
}
