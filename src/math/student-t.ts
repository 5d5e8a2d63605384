/**
 * Student's t distribution: the distribution of a mean over few independent days, and so of every interval that a handful
 * of runs can support.
 */

import { betaQuantile, incompleteBeta } from './incomplete-beta.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { requireFinite, requireInnerProbability } from './requirements.ts';

function requireDegrees(degrees: number): void {
  if (degrees !== Infinity) requireFinite('degrees', degrees, 0, { aboveMinimum: true });
}

/**
 * P(X ≤ t) for X distributed as Student's t, accurate in the lower tail too; for the upper tail ask for −t.
 *
 * @param t any number; 0 and 1 at ∓Infinity
 * @param degrees degrees of freedom, above 0, whole or not; Infinity gives the normal distribution
 * @throws RangeError when `t` is NaN or `degrees` is not above 0
 * Source: NIST DLMF 8.17; Abramowitz and Stegun (1964), 26.7.1
 * @example
 * ```ts
 * studentTCdf(0, 5); // => 0.5
 * ```
 */
export function studentTCdf(t: number, degrees: number): number {
  if (Number.isNaN(t)) throw new RangeError('t must be a number, got NaN');
  requireDegrees(degrees);
  if (degrees === Infinity || Math.abs(t) === Infinity) return normalCdf(t);
  // In this form neither t² nor its share of the whole overflows or cancels.
  const size = t / Math.sqrt(degrees);
  const whole = Math.hypot(1, size);
  const share = (1 / whole) ** 2;
  const complement = (size / whole) ** 2;
  const tail = incompleteBeta(Math.min(share, 1), degrees / 2, 0.5, Math.min(complement, 1)) / 2;
  return t < 0 ? tail : 1 - tail;
}

/**
 * The t with P(X ≤ t) = `p` for X distributed as Student's t.
 *
 * @param p probability, above 0 and below 1
 * @param degrees degrees of freedom, above 0, whole or not; Infinity gives the normal distribution
 * @throws RangeError when `p` is not above 0 and below 1 or `degrees` is not above 0
 * Source: inverse of `studentTCdf`.
 * @example
 * ```ts
 * studentTQuantile(0.975, 10); // => 2.228138852
 * ```
 */
export function studentTQuantile(p: number, degrees: number): number {
  requireInnerProbability('p', p);
  requireDegrees(degrees);
  if (degrees === Infinity) return normalQuantile(p);
  const tail = Math.min(p, 1 - p);
  const point = betaQuantile(2 * tail, degrees / 2, 0.5, 2 * (0.5 - tail));
  const size = Math.sqrt((degrees * point.complement) / point.x);
  return p < 0.5 ? -size : size;
}
