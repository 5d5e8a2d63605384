/**
 * The square-root rule for patient callers: n = a + β √a agents keep the chance of waiting near a constant as the group
 * grows. An approximation, kept beside the exact value for learning and for large groups at a glance.
 */
import { erlangC } from './erlang-c.ts';
import { findRoot } from './find-root.ts';
import { normalCdf, normalDensity } from './normal.ts';
import { requireFinite } from './requirements.ts';

/** An approximation with the value that it stands for. */
export interface BesideExact {
  readonly beta: number;
  readonly approximation: number;
  readonly exact: number;
  /** approximation ÷ exact − 1. */
  readonly relativeError: number;
}

/**
 * The limit of the probability of waiting for n = a + β √a agents and patient callers.
 *
 * @param beta β, spare agents in square roots of the load; any number
 * @returns a probability; 1 for β ≤ 0, where the queue never empties
 * @throws RangeError when `beta` is not finite
 * Source: Halfin and Whitt (1981), "Heavy-traffic limits for queues with many exponential servers": [1 + β Φ(β) / φ(β)]⁻¹.
 * @example
 * ```ts
 * halfinWhitt(0.5); // => 0.504538640998
 * ```
 */
export function halfinWhitt(beta: number): number {
  requireFinite('beta', beta, Number.NEGATIVE_INFINITY);
  return beta <= 0 ? 1 : 1 / (1 + (beta * normalCdf(beta)) / normalDensity(beta));
}

/**
 * The β at which the probability of waiting has a given limit: how generous a square-root staffing must be.
 *
 * @param waitProbability above 0, at most 1
 * @returns β ≥ 0
 * @throws RangeError when the probability is out of its range, or so small (below 1e-300) that no β of use belongs to
 * it
 * Source: inverse of `halfinWhitt`.
 * @example
 * ```ts
 * halfinWhittBeta(0.01); // => 2.37488814754
 * ```
 */
export function halfinWhittBeta(waitProbability: number): number {
  requireFinite('waitProbability', waitProbability, 1e-300, { maximum: 1 });
  return findRoot((beta) => Math.log(halfinWhitt(beta)) - Math.log(waitProbability), 0, 37.2, 1e-14);
}

/**
 * The square-root approximation of the Erlang C probability of waiting beside the exact value.
 *
 * @param offeredLoad a, Erlangs, above 0
 * @param agents n, at least 0
 * @returns β = (n − a) / √a, both values and the relative error
 * @throws RangeError naming the argument out of its range
 * Source: as `halfinWhitt` and `erlangC`.
 * @example
 * ```ts
 * halfinWhittBesideExact(100, 110).relativeError; // => -0.05757719
 * ```
 */
export function halfinWhittBesideExact(offeredLoad: number, agents: number): BesideExact {
  requireFinite('offeredLoad', offeredLoad, 0, { aboveMinimum: true });
  requireFinite('agents', agents, 0);
  const beta = (agents - offeredLoad) / Math.sqrt(offeredLoad);
  const approximation = halfinWhitt(beta);
  const exact = erlangC(offeredLoad, agents);
  return { beta, approximation, exact, relativeError: approximation / exact - 1 };
}
