/**
 * Distributions of a caller's patience, as the queue with general patience needs them: who is still there after x
 * seconds, who has hung up, and how long those have waited.
 */
import { logGamma, regularizedGammaLower, regularizedGammaUpper } from './gamma-functions.ts';
import { normalCdf } from './normal.ts';
import { requireFinite } from './requirements.ts';

/** How long callers are ready to wait. */
export type Patience =
  | { readonly kind: 'exponential'; readonly meanSeconds: number }
  /** Everybody hangs up after the same time. */
  | { readonly kind: 'deterministic'; readonly seconds: number }
  /** The sum of equal exponential stages; a fraction of a stage makes it a gamma distribution. */
  | { readonly kind: 'erlang'; readonly stages: number; readonly meanSeconds: number }
  /** A mixture of exponential patiences: `shares` of callers with `meansSeconds`. */
  | { readonly kind: 'hyperexponential'; readonly shares: readonly number[]; readonly meansSeconds: readonly number[] }
  /** `cv` is the standard deviation ÷ the mean. */
  | { readonly kind: 'log-normal'; readonly meanSeconds: number; readonly cv: number }
  /** P(patience > x) = e^(−(x / scale)^shape). */
  | { readonly kind: 'weibull'; readonly shape: number; readonly scaleSeconds: number };

/** A patience as functions of the time x ≥ 0 in seconds. */
export interface PatienceFunctions {
  /** P(patience > x). */
  readonly left: (x: number) => number;
  /** P(patience ≤ x), exact when tiny. */
  readonly gone: (x: number) => number;
  /**
   * E[patience; patience ≤ x]: what those who hang up by x have waited. With x `left(x)` it makes E[min(patience, x)].
   */
  readonly waitedByGone: (x: number) => number;
  /** Where `left` jumps. */
  readonly jumps: readonly number[];
}

/**
 * The functions of a patience distribution.
 *
 * @param patience kind and parameters; seconds and shapes above 0, shares adding up to 1
 * @returns its functions
 * @throws RangeError naming the parameter out of its range
 * Source: standard integrals; the gamma and Weibull means by the incomplete gamma function, the log-normal by the
 * normal distribution.
 * @example
 * ```ts
 * patienceFunctions({ kind: 'weibull', shape: 2, scaleSeconds: 90 }).left(90); // => 0.3678794412
 * patienceFunctions({ kind: 'log-normal', meanSeconds: 150, cv: 1 }).waitedByGone(1e9); // => 150.000000
 * ```
 */
export function patienceFunctions(patience: Patience): PatienceFunctions {
  switch (patience.kind) {
    case 'exponential':
      return mixture([1], [patience.meanSeconds], 'meanSeconds');
    case 'deterministic': {
      const { seconds } = patience;
      requireFinite('seconds', seconds, 0, { aboveMinimum: true });
      return {
        left: (x) => (x < seconds ? 1 : 0),
        gone: (x) => (x < seconds ? 0 : 1),
        waitedByGone: (x) => (x < seconds ? 0 : seconds),
        jumps: [seconds],
      };
    }
    case 'erlang': {
      const { stages, meanSeconds } = patience;
      requireFinite('stages', stages, 0, { aboveMinimum: true });
      requireFinite('meanSeconds', meanSeconds, 0, { aboveMinimum: true });
      const rate = stages / meanSeconds;
      return {
        left: (x) => regularizedGammaUpper(stages, rate * x),
        gone: (x) => regularizedGammaLower(stages, rate * x),
        waitedByGone: (x) => meanSeconds * regularizedGammaLower(stages + 1, rate * x),
        jumps: [],
      };
    }
    case 'hyperexponential': {
      const { shares, meansSeconds } = patience;
      if (shares.length === 0 || shares.length !== meansSeconds.length) {
        throw new RangeError(
          `shares must be as many as meansSeconds, at least one, got ${shares.length} and ${meansSeconds.length}`,
        );
      }
      for (const share of shares) requireFinite('shares', share, 0);
      const sum = shares.reduce((total, share) => total + share, 0);
      if (Math.abs(sum - 1) > 1e-9) throw new RangeError(`shares must add up to 1, got ${sum}`);
      return mixture(shares, meansSeconds, 'meansSeconds');
    }
    case 'log-normal': {
      const { meanSeconds, cv } = patience;
      requireFinite('meanSeconds', meanSeconds, 0, { aboveMinimum: true });
      requireFinite('cv', cv, 0, { aboveMinimum: true });
      const variance = Math.log1p(cv * cv);
      const sigma = Math.sqrt(variance);
      const score = (x: number): number => (Math.log(x / meanSeconds) + variance / 2) / sigma;
      return {
        left: (x) => normalCdf(-score(x)),
        gone: (x) => normalCdf(score(x)),
        waitedByGone: (x) => meanSeconds * normalCdf(score(x) - sigma),
        jumps: [],
      };
    }
    case 'weibull': {
      const { shape, scaleSeconds } = patience;
      requireFinite('shape', shape, 0, { aboveMinimum: true });
      requireFinite('scaleSeconds', scaleSeconds, 0, { aboveMinimum: true });
      const mean = scaleSeconds * Math.exp(logGamma(1 + 1 / shape));
      return {
        left: (x) => Math.exp(-((x / scaleSeconds) ** shape)),
        gone: (x) => -Math.expm1(-((x / scaleSeconds) ** shape)),
        waitedByGone: (x) => mean * regularizedGammaLower(1 + 1 / shape, (x / scaleSeconds) ** shape),
        jumps: [],
      };
    }
  }
}

function mixture(shares: readonly number[], means: readonly number[], name: string): PatienceFunctions {
  for (const mean of means) requireFinite(name, mean, 0, { aboveMinimum: true });
  const sum = (term: (mean: number) => number): number =>
    shares.reduce((total, share, i) => total + share * term(means[i]), 0);
  return {
    left: (x) => sum((mean) => Math.exp(-x / mean)),
    gone: (x) => sum((mean) => -Math.expm1(-x / mean)),
    waitedByGone: (x) => sum((mean) => mean * regularizedGammaLower(2, x / mean)),
    jumps: [],
  };
}
