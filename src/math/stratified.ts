/**
 * Stratified sampling: how many items to draw from each stratum (agent, contact kind, hour), and how well the whole is then
 * known. A stratum is given by its size N_h and its spread S_h.
 */
import { requireFinite, requireProbability, requireWhole } from './requirements.ts';

/** A sample shared out over strata: the quotas as they come out, and in whole items. */
export interface Allocation {
  readonly real: number[];
  readonly whole: number[];
}

/** Remainders closer than this are a tie, not a rounding error apart. */
const tie = 1e-9;

function requireSizes(sizes: readonly number[], sample: number): void {
  if (sizes.length === 0) throw new RangeError('sizes must hold at least one stratum, got none');
  for (const size of sizes) requireWhole('sizes', size, 0);
  requireWhole('sample', sample, 0, total(sizes));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/**
 * Rounds quotas to whole numbers of the same sum: each is rounded down, and what is left goes to the largest remainders, ties to
 * the lower index.
 *
 * @param quotas finite, at least 0, with a whole sum but for rounding
 * @throws RangeError when a quota is negative or not finite
 * Source: Hamilton's method; Balinski and Young (2001), Fair Representation, chapter 2.
 * @example
 * ```ts
 * largestRemainder([37.158, 42.588, 20.254]); // => [37, 43, 20]
 * ```
 */
export function largestRemainder(quotas: readonly number[]): number[] {
  for (const quota of quotas) requireFinite('quotas', quota, 0);
  const whole = quotas.map((quota) => Math.floor(quota + tie));
  const left = Math.round(total(quotas)) - total(whole);
  const remainder = quotas.map((quota, i) => quota - whole[i]);
  const order = quotas.map((_, i) => i);
  order.sort((i, j) => (Math.abs(remainder[i] - remainder[j]) < tie ? 0 : remainder[j] - remainder[i]));
  for (const i of order.slice(0, left)) whole[i]++;
  return whole;
}

/**
 * Draws from every stratum the same share.
 *
 * @param sizes items per stratum, whole, at least one stratum
 * @param sample items to draw in all, whole, 0 to the sum of `sizes`
 * @throws RangeError when a count is not whole or out of its range
 * Source: Cochran (1977), Sampling Techniques, chapter 5.
 * @example
 * ```ts
 * proportionalAllocation([400, 300, 300], 100).whole; // => [40, 30, 30]
 * ```
 */
export function proportionalAllocation(sizes: readonly number[], sample: number): Allocation {
  requireSizes(sizes, sample);
  const population = total(sizes);
  const real = sizes.map((size) => (population === 0 ? 0 : (sample * size) / population));
  return { real, whole: largestRemainder(real) };
}

/**
 * Draws more where the items differ more, which makes the variance of the whole as small as `sample` items can. A stratum whose
 * quota exceeds its size is taken whole and the rest is shared out again; without any spread the allocation is proportional.
 *
 * @param sizes items per stratum, whole, at least one stratum
 * @param spreads S_h per stratum, at least 0 (see `rateSpread`)
 * @param sample items to draw in all, whole, 0 to the sum of `sizes`
 * @throws RangeError when a count is not whole or out of its range, or a spread negative or missing
 * Source: Neyman (1934); Cochran (1977), Sampling Techniques, chapter 5, also for strata taken whole.
 * @example
 * ```ts
 * neymanAllocation([400, 300, 300], [0.3, 0.46, 0.22], 100).whole; // => [37, 43, 20]
 * ```
 */
export function neymanAllocation(sizes: readonly number[], spreads: readonly number[], sample: number): Allocation {
  requireSizes(sizes, sample);
  requireSpreads(sizes, spreads);
  const real = new Array<number>(sizes.length).fill(0);
  let open = sizes.map((_, h) => h);
  let left = sample;
  while (open.length > 0) {
    const spreadLeft = total(open.map((h) => sizes[h] * spreads[h]));
    const weight = (h: number) => (spreadLeft > 0 ? sizes[h] * spreads[h] : sizes[h]);
    const whole = total(open.map(weight));
    for (const h of open) real[h] = whole === 0 ? 0 : (left * weight(h)) / whole;
    const full = open.filter((h) => real[h] > sizes[h]);
    if (full.length === 0) break;
    for (const h of full) {
      real[h] = sizes[h];
      left -= sizes[h];
    }
    open = open.filter((h) => !full.includes(h));
  }
  return { real, whole: largestRemainder(real) };
}

/**
 * The spread S_h of a stratum in which a share of the items has a mark: √[N/(N−1) · rate (1−rate)].
 *
 * @param size items in the stratum, whole, at least 0; up to one item there is no spread
 * @param rate share with the mark, 0–1
 * @throws RangeError when `size` is not whole or negative or `rate` outside 0–1
 * Source: Cochran (1977), Sampling Techniques, chapter 3.
 * @example
 * ```ts
 * rateSpread(400, 0.1); // => 0.3003757
 * ```
 */
export function rateSpread(size: number, rate: number): number {
  requireWhole('size', size, 0);
  requireProbability('rate', rate);
  return size <= 1 ? 0 : Math.sqrt((size / (size - 1)) * rate * (1 - rate));
}

/**
 * The variance of the stratified estimate of the overall mean (or rate), Σ W_h² S_h²/n_h (1 − n_h/N_h).
 *
 * @param sizes items per stratum, whole, at least one item in all
 * @param spreads S_h per stratum, at least 0
 * @param allocation items drawn per stratum, at least 0, whole or not
 * @returns Infinity when a stratum that has a spread is not drawn from
 * @throws RangeError when the lists differ in length or hold a number out of its range
 * Source: Cochran (1977), Sampling Techniques, chapter 5.
 * @example
 * ```ts
 * stratifiedVariance([50, 50], [0.4, 0.2], [10, 10]); // => 0.004
 * ```
 */
export function stratifiedVariance(
  sizes: readonly number[],
  spreads: readonly number[],
  allocation: readonly number[],
): number {
  requireSizes(sizes, 0);
  requireSpreads(sizes, spreads);
  if (allocation.length !== sizes.length) {
    throw new RangeError(`allocation must hold ${sizes.length} numbers, got ${allocation.length}`);
  }
  const population = total(sizes);
  requireWhole('sizes', population, 1);
  let variance = 0;
  for (let h = 0; h < sizes.length; h++) {
    requireFinite('allocation', allocation[h], 0);
    if (sizes[h] === 0 || spreads[h] === 0) continue;
    const unseen = Math.max(0, 1 - allocation[h] / sizes[h]);
    variance += (((sizes[h] / population) * spreads[h]) ** 2 / allocation[h]) * unseen;
  }
  return variance;
}

/**
 * The variance of a rate estimated by a simple random sample without replacement, P(1−P)/n · (N−n)/(N−1).
 *
 * @param rate the population's rate, 0–1
 * @param sample items drawn, whole, 1 to `population`
 * @param population items there are, whole, at least 1
 * @throws RangeError when an argument is out of its range
 * Source: Cochran (1977), Sampling Techniques, chapter 3.
 * @example
 * ```ts
 * simpleRandomVariance(0.145, 100, 1000); // => 0.0011168919
 * ```
 */
export function simpleRandomVariance(rate: number, sample: number, population: number): number {
  requireProbability('rate', rate);
  requireWhole('population', population, 1);
  requireWhole('sample', sample, 1, population);
  if (sample === population) return 0;
  return ((rate * (1 - rate)) / sample) * ((population - sample) / (population - 1));
}

function requireSpreads(sizes: readonly number[], spreads: readonly number[]): void {
  if (spreads.length !== sizes.length) {
    throw new RangeError(`spreads must hold ${sizes.length} numbers, got ${spreads.length}`);
  }
  for (const spread of spreads) requireFinite('spreads', spread, 0);
}
