/**
 * Erlang's delay formula: callers who find every agent busy wait as long as it takes (M/M/n). More load than agents is
 * an answer too: the queue grows without limit, and every wait is Infinity.
 */
import { inverseErlangB, lnErlangB } from './erlang-b.ts';
import { patientWait } from './patient-wait.ts';
import type { QueueMeasures, QueueOptions } from './queue-measures.ts';
import { requireQueue } from './queue-measures.ts';
import { requireFinite } from './requirements.ts';

/**
 * The probability that an arriving caller must wait, C(a, n).
 *
 * @param offeredLoad a, Erlangs, at least 0
 * @param agents n, at least 0, whole or fractional
 * @returns a probability; 1 when `agents` ≤ `offeredLoad`, since then the queue never empties
 * @throws RangeError when an argument is negative, NaN or infinite
 * Source: Erlang (1917); C = n / [a + (n − a) / B(a, n)].
 * @example
 * ```ts
 * erlangC(10, 12); // => 0.4493882243
 * erlangC(20, 25); // => 0.2091028266
 * erlangC(55, 48); // => 1
 * ```
 */
export function erlangC(offeredLoad: number, agents: number): number {
  const inverse = inverseErlangB(offeredLoad, agents);
  return agents <= offeredLoad ? 1 : agents / (offeredLoad + (agents - offeredLoad) * inverse);
}

/**
 * The natural logarithm of the probability of waiting, also where the probability is below the range of a double.
 *
 * @param offeredLoad a, Erlangs, at least 0
 * @param agents n, at least 0, whole or fractional
 * @returns ln C(a, n), at most 0; −Infinity when there is no load and at least some agent
 * @throws RangeError when an argument is negative, NaN or infinite
 * Source: as `erlangC`; where 1 / B overflows, ln C = ln B + ln[n / (n − a)].
 * @example
 * ```ts
 * lnErlangC(1, 200); // => -864.226974651
 * ```
 */
export function lnErlangC(offeredLoad: number, agents: number): number {
  const probability = erlangC(offeredLoad, agents);
  if (probability > 1e-300) return Math.log(probability);
  return lnErlangB(offeredLoad, agents) - Math.log1p(-offeredLoad / agents);
}

/**
 * All steady-state measures of the Erlang C queue. Nobody hangs up, so every definition of service level gives the same
 * number.
 *
 * @param options arrival rate, mean handle time, agents and the target wait
 * @returns the measures; in overload (`agents` ≤ offered load) `stable` is false, waits and the queue are Infinity, the
 * service level 0, the occupancy 1. Without agents and without callers the lone test caller waits for ever all the
 * same.
 * @throws RangeError naming the argument out of its range
 * Source: Gross, Shortle, Thompson and Harris (2008), section 2.3.
 * @example
 * ```ts
 * const desk = { arrivalRate: 100 / 1800, meanHandleSeconds: 180, agents: 14, answerWithinSeconds: 19.8 };
 * erlangCMeasures(desk).serviceLevel.offered; // => 0.8878526927
 * erlangCMeasures({ ...desk, agents: 10 }).asa; // => Infinity
 * ```
 */
export function erlangCMeasures(options: QueueOptions): QueueMeasures {
  requireQueue(options);
  const { arrivalRate, meanHandleSeconds, agents, answerWithinSeconds } = options;
  const offeredLoad = arrivalRate * meanHandleSeconds;
  const stable = agents > offeredLoad;
  const wait = patientWait({
    arrivalRate,
    answerRate: agents / meanHandleSeconds,
    spareRate: (agents - offeredLoad) / meanHandleSeconds,
    freeToBusy: inverseErlangB(offeredLoad, agents) - 1,
    answerWithinSeconds,
  });
  return { offeredLoad, stable, ...wait, occupancy: stable ? offeredLoad / agents : 1 };
}

/**
 * The wait that a given share of callers does not exceed in the Erlang C queue.
 *
 * @param options arrival rate, mean handle time and agents
 * @param probability share of callers, at least 0 and below 1
 * @returns the smallest t ≥ 0 in seconds with P(W ≤ t) ≥ `probability`; 0 when that many are answered at once; Infinity
 * in overload
 * @throws RangeError naming the argument out of its range
 * Source: inverse of P(W > t) = C e^(−(n − a) t / AHT), Gross et al. (2008), section 2.3.
 * @example
 * ```ts
 * erlangCWaitQuantile({ arrivalRate: 0.8, meanHandleSeconds: 60, agents: 50 }, 0.9); // => 58.138741782
 * ```
 */
export function erlangCWaitQuantile(
  options: Pick<QueueOptions, 'arrivalRate' | 'meanHandleSeconds' | 'agents'>,
  probability: number,
): number {
  requireQueue({ ...options, answerWithinSeconds: 0 });
  requireFinite('probability', probability, 0);
  if (probability >= 1) throw new RangeError(`probability must be below 1, got ${probability}`);
  const { arrivalRate, meanHandleSeconds, agents } = options;
  const offeredLoad = arrivalRate * meanHandleSeconds;
  const waitProbability = erlangC(offeredLoad, agents);
  if (probability <= 1 - waitProbability) return 0;
  if (agents <= offeredLoad) return Infinity;
  return (meanHandleSeconds / (agents - offeredLoad)) * Math.log(waitProbability / (1 - probability));
}
