/**
 * From agents needed on the phones to agents on the roster, and back, without the agent that floating-point rounding
 * adds or takes away.
 */
import { requireFinite } from './requirements.ts';

/** Differences below this share of the result are rounding, not people. */
const rounding = 1e-9;

/**
 * Agents to schedule so that after shrinkage the required ones are there.
 *
 * @param required agents needed, at least 0; fractional sums are welcome: this is the one place to round
 * @param shrinkage share of paid time not available for contacts, at least 0 and below 1
 * @returns the whole number ceil(required ÷ (1 − shrinkage))
 * @throws RangeError naming the argument out of its range
 * Source: the definition; 21 ÷ 0.7 is 30.000000000000004 in a double, and still 30 agents.
 * @example
 * ```ts
 * scheduledAgents(14, 0.3); // => 20
 * scheduledAgents(21, 0.3); // => 30
 * ```
 */
export function scheduledAgents(required: number, shrinkage: number): number {
  requireFinite('required', required, 0);
  requireShrinkage(shrinkage);
  const scheduled = required / (1 - shrinkage);
  return Math.max(0, Math.ceil(scheduled * (1 - rounding)));
}

/**
 * Whole agents available on average from a roster after shrinkage.
 *
 * @param scheduled agents on the roster, at least 0
 * @param shrinkage share of paid time not available for contacts, at least 0 and below 1
 * @returns the whole number floor(scheduled × (1 − shrinkage))
 * @throws RangeError naming the argument out of its range
 * Source: the definition; 10 × (1 − 0.9) is 0.9999999999999998 in a double, and still 1 agent.
 * @example
 * ```ts
 * availableAgents(10, 0.9); // => 1
 * ```
 */
export function availableAgents(scheduled: number, shrinkage: number): number {
  requireFinite('scheduled', scheduled, 0);
  requireShrinkage(shrinkage);
  return Math.floor(scheduled * (1 - shrinkage) * (1 + rounding));
}

function requireShrinkage(shrinkage: number): void {
  requireFinite('shrinkage', shrinkage, 0);
  if (shrinkage >= 1) throw new RangeError(`shrinkage must be below 1, got ${shrinkage}`);
}
