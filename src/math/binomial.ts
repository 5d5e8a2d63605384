/** The binomial distribution: the number of successes in n independent trials, exact in both tails for any n. */

import { logBinomialTerm } from './binomial-term.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { requireProbability, requireWhole } from './requirements.ts';

function requireTrials(n: number, p: number): void {
  requireWhole('n', n, 0);
  requireProbability('p', p);
}

/**
 * P(X = k) for X binomial(n, p), with full relative accuracy for any n.
 *
 * @param k whole; outside 0–n the probability is 0
 * @param n trials, whole, at least 0
 * @param p chance of a success, 0–1
 * @throws RangeError when `k` or `n` is not whole, `n` is negative or `p` outside 0–1
 * Source: C. Loader (2000), Fast and accurate computation of binomial probabilities
 * @example
 * ```ts
 * binomialPmf(1, 2, 0.5); // => 0.5
 * ```
 */
export function binomialPmf(k: number, n: number, p: number): number {
  requireWhole('k', k, Number.MIN_SAFE_INTEGER);
  requireTrials(n, p);
  if (k < 0 || k > n) return 0;
  return Math.exp(logBinomialTerm(k, n - k, p));
}

/**
 * P(X ≤ k) for X binomial(n, p).
 *
 * @param k whole; 0 below 0 and 1 from n on
 * @param n trials, whole, at least 0
 * @param p chance of a success, 0–1
 * @throws RangeError when `k` or `n` is not whole, `n` is negative or `p` outside 0–1
 * Source: NIST DLMF 8.17.5
 * @example
 * ```ts
 * binomialCdf(1, 2, 0.5); // => 0.75
 * ```
 */
export function binomialCdf(k: number, n: number, p: number): number {
  requireWhole('k', k, Number.MIN_SAFE_INTEGER);
  requireTrials(n, p);
  if (k < 0) return 0;
  if (k >= n) return 1;
  return incompleteBeta(1 - p, n - k, k + 1, p);
}

/**
 * P(X ≥ k) for X binomial(n, p), accurate also where it is tiny. Mind that k itself counts.
 *
 * @param k whole; 1 up to 0 and 0 above n
 * @param n trials, whole, at least 0
 * @param p chance of a success, 0–1
 * @throws RangeError when `k` or `n` is not whole, `n` is negative or `p` outside 0–1
 * Source: NIST DLMF 8.17.5
 * @example
 * ```ts
 * binomialAtLeast(1, 2, 0.5); // => 0.75
 * ```
 */
export function binomialAtLeast(k: number, n: number, p: number): number {
  requireWhole('k', k, Number.MIN_SAFE_INTEGER);
  requireTrials(n, p);
  if (k <= 0) return 1;
  if (k > n) return 0;
  return incompleteBeta(p, k, n - k + 1, 1 - p);
}

/**
 * The smallest k with P(X ≤ k) ≥ `share` for X binomial(n, p).
 *
 * @param share 0–1
 * @param n trials, whole, at least 0
 * @param p chance of a success, 0–1
 * @throws RangeError when `n` is not whole and at least 0, or `share` or `p` is outside 0–1
 * Source: the definition, by the tails of `binomialAtLeast` and `binomialCdf`.
 * @example
 * ```ts
 * binomialQuantile(0.5, 10, 0.5); // => 5
 * ```
 */
export function binomialQuantile(share: number, n: number, p: number): number {
  requireProbability('share', share);
  requireTrials(n, p);
  let below = -1;
  let enough = n;
  while (enough - below > 1) {
    const middle = Math.floor((below + enough) / 2);
    if (binomialCdf(middle, n, p) >= share) enough = middle;
    else below = middle;
  }
  return enough;
}
