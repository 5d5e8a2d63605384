/**
 * Erlang's loss formula: the share of calls that find every line taken when there is no waiting room. Every other
 * formula of this folder is built on its inverse, which never overflows where the loss itself would vanish.
 */
import { logScaledGammaUpper, scaledGammaUpper } from './gamma-functions.ts';
import { requireFinite } from './requirements.ts';

/** Above this many agents the incomplete gamma function is quicker than the recursion. */
const recursionUpTo = 1000;

/**
 * The probability that an arriving call is blocked, B(a, n), in a group of `agents` lines without a queue (M/M/n/n).
 *
 * @param offeredLoad a, Erlangs, at least 0
 * @param agents n, at least 0; whole, or a fraction for the smooth continuation 1 / B = a ∫₀^∞ e^(−a t) (1 + t)ⁿ dt
 * @returns a probability; 1 for no agents, 0 for no load (and when the true value is below 5e-324: see `lnErlangB`)
 * @throws RangeError when an argument is negative, NaN or infinite
 * Source: Erlang (1917); inverse recursion 1 / B(a, n) = 1 + (n / a) / B(a, n − 1); continuation: Fortet's integral,
 * Jagerman (1974), "Some properties of the Erlang loss function", theorem 3.
 * @example
 * ```ts
 * erlangB(10, 14); // => 0.0568191433865
 * erlangB(180, 200); // => 0.010324995205
 * erlangB(5, 4.5); // => 0.339189851
 * ```
 */
export function erlangB(offeredLoad: number, agents: number): number {
  const inverse = inverseErlangB(offeredLoad, agents);
  return inverse < Infinity ? 1 / inverse : Math.exp(lnErlangB(offeredLoad, agents));
}

/**
 * The natural logarithm of Erlang's loss probability, also where the probability itself is below the range of a double.
 *
 * @param offeredLoad a, Erlangs, at least 0
 * @param agents n, at least 0, whole or fractional
 * @returns ln B(a, n), at most 0; −Infinity when there is no load and at least some agent
 * @throws RangeError when an argument is negative, NaN or infinite
 * Source: as `erlangB`, through the incomplete gamma function: 1 / B(a, n) = a U(n + 1, a).
 * @example
 * ```ts
 * lnErlangB(0.001, 1000); // => -12819.884457
 * ```
 */
export function lnErlangB(offeredLoad: number, agents: number): number {
  const inverse = inverseErlangB(offeredLoad, agents);
  if (inverse < Infinity) return -Math.log(inverse);
  return offeredLoad === 0
    ? Number.NEGATIVE_INFINITY
    : -Math.log(offeredLoad) - logScaledGammaUpper(agents + 1, offeredLoad);
}

/**
 * The inverse of Erlang's loss probability, 1 / B(a, n): what a staffing formula should carry, since it only grows with
 * n.
 *
 * @param offeredLoad a, Erlangs, at least 0
 * @param agents n, at least 0, whole or fractional
 * @returns a number of at least 1; Infinity when there is no load, or the loss is below the range of a double
 * @throws RangeError when an argument is negative, NaN or infinite
 * Source: as `erlangB`.
 * @example
 * ```ts
 * inverseErlangB(1, 2); // => 5
 * ```
 */
export function inverseErlangB(offeredLoad: number, agents: number): number {
  requireFinite('offeredLoad', offeredLoad, 0);
  requireFinite('agents', agents, 0);
  if (agents === 0) return 1;
  if (offeredLoad === 0) return Infinity;
  if (agents > recursionUpTo || !Number.isInteger(agents)) {
    return Math.max(1, offeredLoad * scaledGammaUpper(agents + 1, offeredLoad));
  }
  let inverse = 1;
  for (let n = 1; n <= agents; n++) inverse = 1 + (n / offeredLoad) * inverse;
  return inverse;
}
