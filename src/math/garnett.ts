/**
 * The square-root rule for impatient callers: with abandonment even fewer agents than load can keep the chance of
 * waiting near a constant. An approximation, kept beside the exact value.
 */
import type { ErlangAOptions } from './erlang-a.ts';
import { erlangA } from './erlang-a.ts';
import type { BesideExact } from './halfin-whitt.ts';
import { normalHazard } from './normal.ts';
import { requireFinite } from './requirements.ts';

/**
 * The limit of the probability of waiting for n = a + β √a agents and exponential patience.
 *
 * @param beta β, spare agents in square roots of the load; any number, also below 0
 * @param handleToPatience mean handle time ÷ mean patience, above 0
 * @returns a probability
 * @throws RangeError when an argument is out of its range
 * Source: Garnett, Mandelbaum and Reiman (2002), "Designing a call center with impatient customers": [1 + √(θ/μ) h(β √(μ/θ)) / h(−β)]⁻¹, h the normal hazard
 * rate.
 * @example
 * ```ts
 * garnett(-1, 0.1); // => 0.9994425227
 * garnett(0, 1); // => 0.5
 * ```
 */
export function garnett(beta: number, handleToPatience: number): number {
  requireFinite('beta', beta, Number.NEGATIVE_INFINITY);
  requireFinite('handleToPatience', handleToPatience, 0, { aboveMinimum: true });
  const root = Math.sqrt(handleToPatience);
  return 1 / (1 + (root * normalHazard(beta / root)) / normalHazard(-beta));
}

/**
 * The square-root approximation of the Erlang A probability of waiting beside the exact value.
 *
 * @param options an Erlang A queue with callers and finite patience
 * @returns β = (n − a) / √a, both values and the relative error
 * @throws RangeError naming the argument out of its range
 * Source: as `garnett` and `erlangA`.
 * @example
 * ```ts
 * const desk = { arrivalRate: 0.8, meanHandleSeconds: 60, meanPatienceSeconds: 120, agents: 50 };
 * garnettBesideExact(desk).relativeError; // => -0.03637061
 * ```
 */
export function garnettBesideExact(
  options: Omit<ErlangAOptions, 'answerWithinSeconds' | 'shortAbandonSeconds'>,
): BesideExact {
  requireFinite('arrivalRate', options.arrivalRate, 0, { aboveMinimum: true });
  const { waitProbability: exact, offeredLoad } = erlangA({ ...options, answerWithinSeconds: 0 });
  const beta = (options.agents - offeredLoad) / Math.sqrt(offeredLoad);
  const approximation = garnett(beta, options.meanHandleSeconds / options.meanPatienceSeconds);
  return { beta, approximation, exact, relativeError: approximation / exact - 1 };
}
