/**
 * Fair comparison of agents from few reviews each (empirical Bayes): every estimate is drawn towards the mean of all, the more so the
 * less is known of that agent. A plain ranking would put at both ends those of whom least was seen.
 */
import { findRoot } from './find-root.ts';
import { betaQuantile } from './incomplete-beta.ts';
import { proportionInterval } from './proportion-interval.ts';
import { requireInnerProbability, requireWhole } from './requirements.ts';

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
