/**
 * Fair comparison of agents from few reviews each (empirical Bayes): every estimate is drawn towards the mean of all, the more so the
 * less is known of that agent. A plain ranking would put at both ends those of whom least was seen.
 */
import { findRoot } from './find-root.ts';
import { betaQuantile } from './incomplete-beta.ts';
import { normalQuantile } from './normal.ts';
import { proportionInterval } from './proportion-interval.ts';
import { requireFinite, requireInnerProbability, requireWhole } from './requirements.ts';

/** An estimate drawn towards the mean of all. */
export interface ShrunkenEstimate {
  /** What the agent's own reviews say; undefined without any. */
  readonly raw: number | undefined;
  readonly estimate: number;
  readonly standardDeviation: number;
  readonly low: number;
  readonly high: number;
}

/** Rates of all agents as a beta distribution. */
export interface ShrunkenRates {
  /** Mean rate of agents. */
  readonly mean: number;
  /** How many reviews the common knowledge is worth; Infinity when the agents differ no more than chance would have it. */
  readonly strength: number;
  readonly groups: ShrunkenEstimate[];
}

/** Successes in a number of trials. */
export interface RateGroup {
  readonly successes: number;
  readonly trials: number;
}

/** Strengths that are looked at; beyond, agents count as equal, or as having nothing in common. */
const strengths = [1e-4, 1e8] as const;

/**
 * Rates drawn towards the mean rate: agents' rates follow a beta distribution whose mean and strength are fitted to all of them by
 * maximum likelihood.
 *
 * The intervals are those of the posterior distribution and take the fitted distribution as known; where agents do not differ more
 * than by chance, every one gets the pooled rate with its Jeffreys interval.
 * @param groups per agent trials (whole, at least 0) and successes among them, at least one trial in all
 * @param confidence above 0 and below 1
 * @throws RangeError when a count is not whole or out of its range, there is no trial, or `confidence` is not inside 0–1
 * Source: Griffiths (1973), "Maximum likelihood estimation for the beta-binomial distribution"; whether there is a spread at all:
 * Tarone (1979), "Testing the goodness of fit of the binomial distribution".
 * @example
 * ```ts
 * const groups = [{ successes: 1, trials: 1 }, { successes: 45, trials: 50 }, { successes: 25, trials: 50 }];
 * shrunkenRates(groups).groups[0].estimate; // => 0.76897405
 * ```
 */
export function shrunkenRates(groups: readonly RateGroup[], confidence = 0.95): ShrunkenRates {
  for (const { successes, trials } of groups) {
    requireWhole('trials', trials, 0);
    requireWhole('successes', successes, 0, trials);
  }
  requireInnerProbability('confidence', confidence);
  const trials = total(groups.map((group) => group.trials));
  const successes = total(groups.map((group) => group.successes));
  if (trials === 0) throw new RangeError('trials must add up to at least 1, got 0');
  const raw = ({ successes: x, trials: n }: RateGroup) => (n === 0 ? undefined : x / n);
  const pooled = successes / trials;
  const spread = total(groups.map(({ successes: x, trials: n }) => (x - n * pooled) ** 2));
  if (spread <= trials * pooled * (1 - pooled)) {
    const { low, high } = proportionInterval(successes, trials, confidence, 'jeffreys');
    const standardDeviation = Math.sqrt((pooled * (1 - pooled)) / (trials + 1));
    const estimates = groups.map((group) => ({ raw: raw(group), estimate: pooled, standardDeviation, low, high }));
    return { mean: pooled, strength: Infinity, groups: estimates };
  }
  const { mean, strength } = fitBeta(groups);
  const tail = (1 - confidence) / 2;
  const estimates = groups.map((group) => {
    const a = mean * strength + group.successes;
    const b = (1 - mean) * strength + group.trials - group.successes;
    const estimate = a / (a + b);
    return {
      raw: raw(group),
      estimate,
      standardDeviation: Math.sqrt((estimate * (1 - estimate)) / (a + b + 1)),
      low: betaQuantile(tail, a, b).x,
      high: betaQuantile(tail, b, a).complement,
    };
  });
  return { mean, strength, groups: estimates };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/**
 * The likelihood is a product of rising factorials, so all it needs is how many agents have more than j successes, failures and
 * trials. For a given strength it has one peak in the mean; the strength is where its slope along these peaks vanishes.
 */
function fitBeta(groups: readonly RateGroup[]): { mean: number; strength: number } {
  const moreThan = (counts: number[]) => {
    const most = counts.reduce((a, b) => Math.max(a, b), 0);
    const above = new Float64Array(most);
    for (const count of counts) for (let j = 0; j < count; j++) above[j]++;
    return above;
  };
  const successes = moreThan(groups.map((group) => group.successes));
  const failures = moreThan(groups.map((group) => group.trials - group.successes));
  const trials = moreThan(groups.map((group) => group.trials));
  const slope = (above: Float64Array, shape: number) => above.reduce((sum, count, j) => sum + count / (shape + j), 0);
  const bestMean = (strength: number) =>
    findRoot(
      (mean) => slope(successes, mean * strength) - slope(failures, (1 - mean) * strength),
      1e-12,
      1 - 1e-12,
      1e-13,
    );
  const alongPeaks = (logStrength: number) => {
    const strength = Math.exp(logStrength);
    const mean = bestMean(strength);
    const ofSuccesses = mean * slope(successes, mean * strength);
    const ofFailures = (1 - mean) * slope(failures, (1 - mean) * strength);
    return strength * (ofSuccesses + ofFailures - slope(trials, strength));
  };
  const [least, most] = strengths.map(Math.log);
  let logStrength = most;
  if (alongPeaks(least) <= 0) logStrength = least;
  else if (alongPeaks(most) < 0) logStrength = findRoot(alongPeaks, least, most, 1e-12);
  const strength = Math.exp(logStrength);
  return { mean: bestMean(strength), strength };
}

/** A mean score with its own standard error. */
export interface MeanGroup {
  readonly mean: number;
  /** Above 0; see `pooledStandardErrors`. */
  readonly standardError: number;
}

/** Mean scores of all agents as a normal distribution. */
export interface ShrunkenMeans {
  /** Mean of agents' true means. */
  readonly mean: number;
  /** Standard deviation of agents' true means; 0 when they differ no more than chance would have it. */
  readonly spread: number;
  readonly groups: ShrunkenEstimate[];
}

/**
 * Mean scores drawn towards the mean of all: agents' true means follow a normal distribution whose spread makes the observed means
 * vary as much as they do.
 *
 * The intervals allow for the uncertainty of the common mean, and take the spread as known.
 * @param groups per agent mean and standard error, at least two agents
 * @param confidence above 0 and below 1
 * @throws RangeError when there are fewer than two agents, a mean is not finite, a standard error not above 0, or `confidence`
 * not inside 0–1
 * Source: Paule and Mandel (1982), "Consensus values and weighting factors", for the spread; Morris (1983), "Parametric empirical
 * Bayes inference", for the rest.
 * @example
 * ```ts
 * const groups = [{ mean: 70, standardError: 5 }, { mean: 85, standardError: 5 }, { mean: 88, standardError: 5 }];
 * shrunkenMeans(groups).groups[0].estimate; // => 72.956989247
 * ```
 */
export function shrunkenMeans(groups: readonly MeanGroup[], confidence = 0.95): ShrunkenMeans {
  if (groups.length < 2) throw new RangeError(`groups must hold at least two agents, got ${groups.length}`);
  for (const { mean, standardError } of groups) {
    requireFinite('mean', mean, -Infinity);
    requireFinite('standardError', standardError, 0, { aboveMinimum: true });
  }
  requireInnerProbability('confidence', confidence);
  const weighted = (square: number) => {
    const weights = groups.map(({ standardError }) => 1 / (standardError ** 2 + square));
    const weight = total(weights);
    const mean = total(groups.map((group, i) => weights[i] * group.mean)) / weight;
    return { mean, weight, misfit: total(groups.map((group, i) => weights[i] * (group.mean - mean) ** 2)) };
  };
  const excess = (square: number) => weighted(square).misfit - (groups.length - 1);
  let square = 0;
  if (excess(0) > 0) {
    const means = groups.map(({ mean }) => mean);
    // As if every agent were known exactly: at this spread nothing is left to explain.
    const most = (Math.max(...means) - Math.min(...means)) ** 2 * groups.length;
    square = findRoot(excess, 0, most, 1e-14 * most);
  }
  const { mean, weight } = weighted(square);
  const z = -normalQuantile((1 - confidence) / 2);
  const estimates = groups.map((group) => {
    const variance = group.standardError ** 2;
    const drawn = variance / (variance + square);
    const estimate = drawn * mean + (1 - drawn) * group.mean;
    const standardDeviation = Math.sqrt((1 - drawn) * variance + drawn ** 2 / weight);
    const half = z * standardDeviation;
    return { raw: group.mean, estimate, standardDeviation, low: estimate - half, high: estimate + half };
  });
  return { mean, spread: Math.sqrt(square), groups: estimates };
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
