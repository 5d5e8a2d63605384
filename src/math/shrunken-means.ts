/**
 * Fair comparison of agents' mean scores from few reviews each: every estimate is drawn towards the mean of all, and its interval knows that
 * neither the common mean nor the spread between agents nor the spread of single scores is known better than the reviews say.
 */
import { findRoot } from './find-root.ts';
import { regularizedGammaLower } from './gamma-functions.ts';
import { normalCdf } from './normal.ts';
import { gaussRule } from './quadrature.ts';
import { requireFinite, requireInnerProbability, requireWhole } from './requirements.ts';

/** A mean score with its own standard error. */
export interface MeanGroup {
  readonly mean: number;
  /** Above 0; see `pooledStandardErrors`. */
  readonly standardError: number;
}

/** How means are drawn together. */
export interface ShrinkOptions {
  /** Of the intervals, above 0 and below 1; 0.95 when left out. */
  readonly confidence?: number;
  /** Degrees of freedom of the variance that all standard errors rest on, at least 1; Infinity, the default, takes them as known. */
  readonly degrees?: number;
}

/** An agent's true mean as the scores of all leave it open. */
export interface ShrunkenMean {
  readonly estimate: number;
  readonly standardDeviation: number;
  readonly low: number;
  readonly high: number;
  /** The chance that the true mean lies below a value. */
  readonly chanceBelow: (value: number) => number;
}

/** Mean scores of all agents as a normal distribution. */
export interface ShrunkenMeans {
  /** Mean of agents' true means. */
  readonly mean: number;
  /** Standard deviation of agents' true means, as observed; 0 when they differ no more than chance would have it. */
  readonly spread: number;
  readonly groups: ShrunkenMean[];
}

/** Nodes for what is not known of the variance of single scores. */
const varianceNodes = gaussRule(6);
/** Points at which the share by which means are drawn is looked at, and log odds beyond which it is 0 or 1. */
const oddsNodes = 32;
const mostOdds = 60;
/** Combinations less likely than this, against the likeliest, are left out. */
const leastWeight = 1e-7;

/** A pair of variances that may be the true one, with its share of the probability. */
interface Mixed {
  readonly weight: number;
  /** What the standard errors' squares are multiplied by, and the variance between agents. */
  readonly factor: number;
  readonly square: number;
  readonly mean: number;
  /** Variance of the common mean. */
  readonly meanVariance: number;
}

/**
 * Mean scores drawn towards the mean of all: agents' true means follow a normal distribution.
 *
 * Mean and spread of that distribution and the variance of single scores are averaged over by what the scores say of them, with every mean and
 * every degree of shrinking as likely beforehand; so intervals are as wide as few agents and few reviews make them, and none shrinks to nothing
 * where agents happen to look alike.
 * @param groups per agent mean and standard error, at least two agents
 * @param options confidence, and how well the standard errors are known
 * @throws RangeError when there are fewer than two agents, a mean is not finite, a standard error not above 0, `confidence` not inside 0–1, or
 * `degrees` below 1
 * Source: Daniels (1999), "A prior for the variance in hierarchical models"; Morris (1983), "Parametric empirical Bayes inference"; the spread as
 * observed: Paule and Mandel (1982), "Consensus values and weighting factors".
 * @example
 * ```ts
 * const groups = [{ mean: 70, standardError: 5 }, { mean: 85, standardError: 5 }, { mean: 88, standardError: 5 }];
 * shrunkenMeans(groups).groups[0].estimate; // => 74.794
 * ```
 */
export function shrunkenMeans(
  groups: readonly MeanGroup[],
  { confidence = 0.95, degrees = Number.POSITIVE_INFINITY }: ShrinkOptions = {},
): ShrunkenMeans {
  if (groups.length < 2) throw new RangeError(`groups must hold at least two agents, got ${groups.length}`);
  for (const { mean, standardError } of groups) {
    requireFinite('mean', mean, -Infinity);
    requireFinite('standardError', standardError, 0, { aboveMinimum: true });
  }
  requireInnerProbability('confidence', confidence);
  if (!(degrees >= 1)) throw new RangeError(`degrees must be at least 1, got ${degrees}`);
  const mixture = mixtureOf(groups, degrees);
  const square = observedSquare(groups);
  return {
    mean: weigh(groups, 1, square).mean,
    spread: Math.sqrt(square),
    groups: groups.map((group) => describe(group, mixture, confidence)),
  };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The common mean for given variances, the sum of the weights, and how badly the means fit. */
function weigh(groups: readonly MeanGroup[], factor: number, square: number) {
  let weight = 0;
  let sum = 0;
  let logWeights = 0;
  for (const { mean, standardError } of groups) {
    const own = 1 / (factor * standardError ** 2 + square);
    weight += own;
    sum += own * mean;
    logWeights += Math.log(own);
  }
  const mean = sum / weight;
  const misfit = total(groups.map((one) => (one.mean - mean) ** 2 / (factor * one.standardError ** 2 + square)));
  return { mean, weight, misfit, logWeights };
}

/** The variance between agents at which the means vary as much as they do; 0 where that is less than chance. */
function observedSquare(groups: readonly MeanGroup[]): number {
  const excess = (square: number) => weigh(groups, 1, square).misfit - (groups.length - 1);
  if (excess(0) <= 0) return 0;
  const means = groups.map(({ mean }) => mean);
  // As if every agent were known exactly: at this spread nothing is left to explain.
  const most = (Math.max(...means) - Math.min(...means)) ** 2 * groups.length;
  return findRoot(excess, 0, most, 1e-14 * most);
}

/** All pairs of variances that matter. Beforehand the share by which an agent of common error is drawn is as likely anywhere from 0 to 1. */
function mixtureOf(groups: readonly MeanGroup[], degrees: number): Mixed[] {
  const common = groups.length / total(groups.map(({ standardError }) => standardError ** -2));
  /** At the log odds of that share. */
  const at = (odds: number, factor: number) => {
    const square = factor * common * Math.exp(-odds);
    const { logWeights, mean, misfit, weight } = weigh(groups, factor, square);
    // The density of the log odds is B (1 − B).
    const prior = -Math.abs(odds) - 2 * Math.log1p(Math.exp(-Math.abs(odds)));
    return {
      factor,
      square,
      mean,
      meanVariance: 1 / weight,
      log: prior + (logWeights - Math.log(weight) - misfit) / 2,
    };
  };
  const factors = factorsOf(degrees);
  const ranges = [factors[0], factors[factors.length - 1]].map(({ factor }) => likelyRange((x) => at(x, factor).log));
  const low = Math.min(...ranges.map((range) => range.low));
  const high = Math.max(...ranges.map((range) => range.high));
  const found = factors.flatMap(({ factor, share }) =>
    Array.from({ length: oddsNodes }, (_, i) => {
      const { log, ...one } = at(low + ((high - low) * i) / (oddsNodes - 1), factor);
      return { ...one, log: log + Math.log(share) };
    }),
  );
  const most = Math.max(...found.map(({ log }) => log));
  const likely = found
    .map(({ log, ...one }) => ({ ...one, weight: Math.exp(log - most) }))
    .filter(({ weight }) => weight > leastWeight);
  const whole = total(likely.map(({ weight }) => weight));
  return likely.map((one) => ({ ...one, weight: one.weight / whole }));
}

/** Where a logarithm with one peak lies within what matters of it. */
function likelyRange(log: (odds: number) => number): { low: number; high: number } {
  let [low, high] = [-mostOdds, mostOdds];
  for (let step = 0; step < 60; step++) {
    const third = (high - low) / 3;
    if (log(low + third) < log(high - third)) low += third;
    else high -= third;
  }
  const peak = (low + high) / 2;
  const least = log(peak) + Math.log(leastWeight);
  const end = (towards: number) => {
    if (log(towards) >= least) return towards;
    return findRoot((odds) => log(odds) - least, Math.min(peak, towards), Math.max(peak, towards), 1e-3);
  };
  return { low: end(-mostOdds), high: end(mostOdds) };
}

/** What the variance of single scores may be, against its estimate: degrees ÷ chi-square. */
function factorsOf(degrees: number): { factor: number; share: number }[] {
  if (degrees === Number.POSITIVE_INFINITY) return [{ factor: 1, share: 1 }];
  return Array.from(varianceNodes.nodes, (node, i) => {
    const excess = (x: number) => regularizedGammaLower(degrees / 2, x / 2) - node;
    const chiSquare = findRoot(excess, 0, 20 * degrees + 50, 1e-9 * degrees);
    return { factor: degrees / chiSquare, share: varianceNodes.weights[i] };
  });
}

function describe({ mean, standardError }: MeanGroup, mixture: readonly Mixed[], confidence: number): ShrunkenMean {
  const parts = mixture.map(({ factor, mean: common, meanVariance, square, weight }) => {
    const own = factor * standardError ** 2;
    const drawn = own / (own + square);
    const middle = mean + drawn * (common - mean);
    return { weight, middle, deviation: Math.sqrt((1 - drawn) * own + drawn ** 2 * meanVariance) };
  });
  const estimate = mean + total(parts.map(({ middle, weight }) => weight * (middle - mean)));
  const variance = total(
    parts.map(({ deviation, middle, weight }) => weight * (deviation ** 2 + (middle - estimate) ** 2)),
  );
  const standardDeviation = Math.sqrt(variance);
  const chanceBelow = (value: number) =>
    Math.min(1, total(parts.map(({ deviation, middle, weight }) => weight * normalCdf((value - middle) / deviation))));
  const end = (share: number) => {
    const reach = standardDeviation * Math.sqrt(2 / Math.min(share, 1 - share));
    return findRoot(
      (value) => chanceBelow(value) - share,
      estimate - reach,
      estimate + reach,
      1e-9 * standardDeviation,
    );
  };
  return { estimate, standardDeviation, low: end((1 - confidence) / 2), high: end((1 + confidence) / 2), chanceBelow };
}

/**
 * Standard errors of agents' mean scores from the spread within agents, pooled over all of them: with a handful of reviews each, an
 * agent's own spread is worth little.
 *
 * @param groups per agent number of reviews (whole, at least 1), and the sample variance of their scores (at least 0; ignored for a
 * single review)
 * @throws RangeError when a number is out of its range, or nobody has two reviews
 * Source: pooled variance, Snedecor and Cochran (1989), Statistical Methods, chapter 6.
 * @example
 * ```ts
 * pooledStandardErrors([{ n: 4, variance: 90 }, { n: 1, variance: 0 }, { n: 3, variance: 65 }])[0]; // => 4.472135955
 * ```
 */
export function pooledStandardErrors(groups: readonly { readonly n: number; readonly variance: number }[]): number[] {
  for (const { n, variance } of groups) {
    requireWhole('n', n, 1);
    requireFinite('variance', variance, 0);
  }
  const degrees = total(groups.map(({ n }) => n - 1));
  if (degrees === 0) throw new RangeError('n must be at least 2 for somebody, got 1 for all');
  const variance = total(groups.map((group) => (group.n - 1) * group.variance)) / degrees;
  return groups.map(({ n }) => Math.sqrt(variance / n));
}
