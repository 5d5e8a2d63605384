/**
 * One term of the binomial distribution for whole and fractional counts, in Loader's saddle-point form. The beta function and
 * the hypergeometric distribution are made of such terms; differences of log-gammas would lose a digit per power of ten.
 */
import { stirlingError } from './gamma-functions.ts';
import { requireFinite, requireProbability } from './requirements.ts';
import { logOnePlusLess } from './small-differences.ts';

/**
 * ln[ Γ(x + y + 1) / (Γ(x + 1) Γ(y + 1)) · pˣ qʸ ]: for whole numbers, the logarithm of the chance of x successes and y failures.
 *
 * @param x at least 0
 * @param y at least 0
 * @param p 0–1
 * @param q 1 − p; give it when it is known more exactly than the subtraction gives it
 * @returns the logarithm; −Infinity for an impossible count
 * @throws RangeError when `x` or `y` is negative or not finite, or `p` or `q` outside 0–1
 * Source: Loader (2000), "Fast and accurate computation of binomial probabilities".
 * @example
 * ```ts
 * Math.exp(logBinomialTerm(1, 1, 0.5)); // => 0.5
 * ```
 */
export function logBinomialTerm(x: number, y: number, p: number, q = 1 - p): number {
  requireFinite('x', x, 0);
  requireFinite('y', y, 0);
  requireProbability('p', p);
  requireProbability('q', q);
  if (x === 0 && y === 0) return 0;
  if (x === 0) return y * (p < 0.5 ? Math.log1p(-p) : Math.log(q));
  if (y === 0) return x * (q < 0.5 ? Math.log1p(-q) : Math.log(p));
  const n = x + y;
  const saddle = stirlingError(n) - stirlingError(x) - stirlingError(y) - excess(x, n * p) - excess(y, n * q);
  return saddle + Math.log(n / x / y / (2 * Math.PI)) / 2;
}

/** x ln(x / mean) + mean − x, what the count x costs in the exponent for being away from its mean. */
function excess(x: number, mean: number): number {
  const w = (mean - x) / x;
  return w < -0.5 ? x * Math.log(x / mean) + mean - x : -x * logOnePlusLess(w);
}
