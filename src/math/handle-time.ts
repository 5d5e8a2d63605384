/**
 * Distributions of the handle time as the offered load needs them: who is still being served after x seconds, and the integrals of
 * that. The kinds are those of `patience`, since both are times.
 */
import { logGamma, regularizedGammaLower } from './gamma-functions.ts';
import { normalCdf } from './normal.ts';
import type { Patience } from './patience.ts';
import { patienceFunctions } from './patience.ts';

/** How long contacts take. */
export type HandleTime = Patience;

/** A handle time S as functions of the time x ≥ 0 in seconds. */
export interface HandleTimeFunctions {
  readonly mean: number;
  /** P(S > x). */
  readonly left: (x: number) => number;
  /** ∫₀ˣ P(S > y) dy = E[min(S, x)]: the mean times the distribution of the stationary excess. */
  readonly leftIntegral: (x: number) => number;
  /** The integral of that from 0 to x. */
  readonly leftSecondIntegral: (x: number) => number;
  /** Where `left` jumps. */
  readonly jumps: readonly number[];
}

/**
 * The functions of a handle time.
 *
 * @param handleTime kind and parameters; seconds and shapes above 0, shares adding up to 1
 * @throws RangeError naming the parameter out of its range
 * Source: ∫₀ˣ E[min(S, y)] dy = [x² P(S > x) + 2x E[S; S ≤ x] − E[S²; S ≤ x]] / 2, by parts.
 * @example
 * ```ts
 * handleTimeFunctions({ kind: 'exponential', meanSeconds: 300 }).leftIntegral(300); // => 189.63616765
 * handleTimeFunctions({ kind: 'deterministic', seconds: 300 }).leftSecondIntegral(400); // => 75000
 * ```
 */
export function handleTimeFunctions(handleTime: HandleTime): HandleTimeFunctions {
  const { left, waitedByGone, jumps } = patienceFunctions(handleTime);
  const squaresByGone = partialSquares(handleTime);
  return {
    mean: meanOf(handleTime),
    left,
    leftIntegral: (x) => waitedByGone(x) + x * left(x),
    leftSecondIntegral: (x) => (x * x * left(x) + 2 * x * waitedByGone(x) - squaresByGone(x)) / 2,
    jumps,
  };
}

function meanOf(handleTime: HandleTime): number {
  switch (handleTime.kind) {
    case 'deterministic':
      return handleTime.seconds;
    case 'hyperexponential':
      return handleTime.shares.reduce((sum, share, i) => sum + share * handleTime.meansSeconds[i], 0);
    case 'weibull':
      return handleTime.scaleSeconds * Math.exp(logGamma(1 + 1 / handleTime.shape));
    default:
      return handleTime.meanSeconds;
  }
}

/** E[S²; S ≤ x]. */
function partialSquares(handleTime: HandleTime): (x: number) => number {
  switch (handleTime.kind) {
    case 'exponential': {
      const { meanSeconds } = handleTime;
      return (x) => 2 * meanSeconds ** 2 * regularizedGammaLower(3, x / meanSeconds);
    }
    case 'deterministic': {
      const { seconds } = handleTime;
      return (x) => (x < seconds ? 0 : seconds ** 2);
    }
    case 'erlang': {
      const { stages, meanSeconds } = handleTime;
      const square = meanSeconds ** 2 * (1 + 1 / stages);
      return (x) => square * regularizedGammaLower(stages + 2, (stages * x) / meanSeconds);
    }
    case 'hyperexponential': {
      const { shares, meansSeconds } = handleTime;
      return (x) =>
        shares.reduce((sum, share, i) => {
          const mean = meansSeconds[i];
          return sum + share * 2 * mean ** 2 * regularizedGammaLower(3, x / mean);
        }, 0);
    }
    case 'log-normal': {
      const { meanSeconds, cv } = handleTime;
      const variance = Math.log1p(cv * cv);
      const sigma = Math.sqrt(variance);
      const square = meanSeconds ** 2 * (1 + cv * cv);
      return (x) => square * normalCdf((Math.log(x / meanSeconds) + variance / 2) / sigma - 2 * sigma);
    }
    case 'weibull': {
      const { shape, scaleSeconds } = handleTime;
      // The square of a Weibull time is a Weibull time of half the shape.
      const square = patienceFunctions({ kind: 'weibull', shape: shape / 2, scaleSeconds: scaleSeconds ** 2 });
      return (x) => square.waitedByGone(x * x);
    }
  }
}
