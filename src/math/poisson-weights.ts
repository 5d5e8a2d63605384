/** The Poisson weights of uniformization, by which the law of a Markov process is a mix of the laws after 0, 1, 2 … jumps. */
import { logPoissonTerm } from './gamma-functions.ts';
import { requireFinite } from './requirements.ts';

/** P(X = n) and P(X > n) for n = 0 … of a Poisson variable, up to where both are negligible. */
export interface PoissonWeights {
  readonly exactly: Float64Array;
  readonly more: Float64Array;
}

/** What is left out on either side has at most about this probability. */
const negligible = 1e-22;

/**
 * The weights of a Poisson variable; those before the first that matters are 0, and the list ends after the last that does.
 *
 * @param mean at least 0
 * @throws RangeError when `mean` is negative or not finite
 * Source: Fox and Glynn (1988), "Computing Poisson probabilities": outward from the mode, so that nothing underflows.
 * @example
 * ```ts
 * poissonWeights(2).exactly[0]; // => 0.135335283237
 * poissonWeights(2).more[1]; // => 0.59399415029
 * ```
 */
export function poissonWeights(mean: number): PoissonWeights {
  requireFinite('mean', mean, 0);
  const mode = Math.floor(mean);
  const atMode = Math.exp(logPoissonTerm(mode, mean));
  const upper: number[] = [];
  for (let n = mode + 1, weight = atMode; ; n++) {
    weight *= mean / n;
    if (weight < negligible) break;
    upper.push(weight);
  }
  const exactly = new Float64Array(mode + 1 + upper.length);
  exactly.set(upper, mode + 1);
  exactly[mode] = atMode;
  for (let n = mode; n > 0 && exactly[n] >= negligible; n--) exactly[n - 1] = (exactly[n] * n) / mean;
  const more = new Float64Array(exactly.length);
  for (let n = exactly.length - 2; n >= 0; n--) more[n] = more[n + 1] + exactly[n + 1];
  return { exactly, more };
}
