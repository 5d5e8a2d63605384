/**
 * How much must be looked at to prove something: that a rate is below a limit, by the exact binomial test, or that a mean score has
 * moved. A sample that is too small proves nothing even when all is well.
 */
import { binomialCdf, binomialQuantile } from './binomial.ts';
import { normalQuantile } from './normal.ts';
import { requireFinite, requireInnerProbability, requireProbability, requireWhole } from './requirements.ts';

/** A rate that is to be proved below a limit. */
export interface RateProof {
  /** The limit, above 0 and below 1, such as 0.05 repeats per finding. */
  readonly limit: number;
  /** The rate that there truly is, from 0 to below `limit`. */
  readonly truth: number;
  /** Chance to call a rate at the limit proved, above 0 and below 1; 0.05 when left out. */
  readonly significance?: number;
}

/** What a test with a given number of trials can do. */
export interface ProvingPower {
  /** The greatest count that still proves the rate below the limit; −1 when no count does. */
  readonly critical: number;
  /** Chance to call a rate at the limit proved: at most the significance. */
  readonly level: number;
  /** Chance that the proof succeeds if the rate is `truth`. */
  readonly power: number;
}

function requireProof({ limit, truth, significance = 0.05 }: RateProof): void {
  requireInnerProbability('limit', limit);
  requireProbability('truth', truth);
  if (truth >= limit) throw new RangeError(`truth must be below the limit of ${limit}, got ${truth}`);
  requireInnerProbability('significance', significance);
}

/**
 * The exact one-sided binomial test of "the rate is below the limit" with a given number of trials.
 *
 * @param trials whole, at least 0
 * @param proof limit, true rate and significance
 * @throws RangeError when `trials` is not whole or negative, or the proof's numbers are out of their ranges
 * Source: Clopper and Pearson (1934); the test that inverts their interval.
 * @example
 * ```ts
 * provingPower(59, { limit: 0.05, truth: 0.01 }).critical; // => 0
 * provingPower(58, { limit: 0.05, truth: 0.01 }).power; // => 0.000
 * ```
 */
export function provingPower(trials: number, proof: RateProof): ProvingPower {
  requireWhole('trials', trials, 0);
  requireProof(proof);
  const { limit, truth, significance = 0.05 } = proof;
  let critical = binomialQuantile(significance, trials, limit);
  if (binomialCdf(critical, trials, limit) > significance) critical--;
  return {
    critical,
    level: binomialCdf(critical, trials, limit),
    power: binomialCdf(critical, trials, truth),
  };
}

/**
 * The trials that prove a rate below the limit with the wanted power. The power climbs in saw teeth, because the critical count is
 * whole: `fewest` reaches it for the first time, from `always` on it stays.
 *
 * @param proof limit, true rate and significance
 * @param power above 0 and below 1
 * @throws RangeError when the proof's numbers or `power` are out of their ranges, or a million trials are not enough
 * Source: as `provingPower`; Chernick and Liu (2002), "The saw-toothed behavior of power versus sample size".
 * @example
 * ```ts
 * trialsToProve({ limit: 0.05, truth: 0 }, 0.8); // => { fewest: 59, always: 59 }
 * ```
 */
export function trialsToProve(proof: RateProof, power: number): { fewest: number; always: number } {
  requireProof(proof);
  requireInnerProbability('power', power);
  const { limit, truth, significance = 0.05 } = proof;
  let critical = -1;
  let fewest: number | undefined;
  let always = 0;
  for (let trials = 1; ; trials++) {
    // One more trial raises the critical count by one at most.
    if (binomialCdf(critical + 1, trials, limit) <= significance) critical++;
    const reached = binomialCdf(critical, trials, truth) >= power;
    if (reached) fewest ??= trials;
    else always = trials + 1;
    // A tooth is about 1 / limit trials long; after several that all reach the power none will fall short again.
    if (fewest !== undefined && trials > always + 10 / limit) return { fewest, always };
    if (trials > 1e6)
      throw new RangeError(`truth must be further below the limit of ${limit} for a proof, got ${truth}`);
  }
}

/**
 * The scores needed to see a difference of means with the wanted power, when the spread of a single score is known.
 *
 * @param options difference to be seen and spread of single scores, in points, both above 0; significance and power, above 0 and
 * below 1; `sides` 2 when a change either way counts
 * @returns a whole number, at least 1
 * @throws RangeError naming the option out of its range
 * Source: the z test; Snedecor and Cochran (1989), Statistical Methods, chapter 6.
 * @example
 * ```ts
 * scoresToSee({ difference: 5, spread: 12, power: 0.8 }); // => 46
 * ```
 */
export function scoresToSee({
  difference,
  spread,
  significance = 0.05,
  power,
  sides = 2,
}: {
  readonly difference: number;
  readonly spread: number;
  readonly significance?: number;
  readonly power: number;
  readonly sides?: 1 | 2;
}): number {
  requireFinite('difference', difference, 0, { aboveMinimum: true });
  requireFinite('spread', spread, 0, { aboveMinimum: true });
  requireInnerProbability('significance', significance);
  requireInnerProbability('power', power);
  const z = -normalQuantile(significance / sides) + normalQuantile(power);
  return Math.max(1, Math.ceil(((Math.max(0, z) * spread) / difference) ** 2));
}
