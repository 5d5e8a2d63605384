/**
 * Erlang A, Palm's queue: as Erlang C, but callers hang up when an exponential patience ends (M/M/n+M).
 */
import { inverseErlangB } from './erlang-b.ts';
import { erlangCMeasures } from './erlang-c.ts';
import { impatientWait } from './impatient-wait.ts';
import type { QueueMeasures, QueueOptions } from './queue-measures.ts';
import { requireQueue } from './queue-measures.ts';
import { requireFinite } from './requirements.ts';

/** An Erlang A queue. */
export interface ErlangAOptions extends QueueOptions {
  /** Mean time a caller is ready to wait, in seconds, above 0; Infinity is Erlang C. Finite values go up to 1e100. */
  readonly meanPatienceSeconds: number;
}

/**
 * All steady-state measures of the Erlang A queue, by every definition of service level.
 *
 * @param options arrival rate, mean handle time, mean patience, agents (whole, or fractional for the smooth
 * continuation), target wait
 * @returns the measures. Overload is no special case: callers who hang up keep the queue finite. Without agents
 * everybody hangs up: the answered share is 0, `asa` Infinity. Without callers the measures are those of a lone test
 * caller. Probabilities below 1e-308 are 0. Infinite patience gives Erlang C.
 * @throws RangeError naming the argument out of its range
 * Source: Palm (1957); Baccelli and Hebuterne (1981); the building blocks of Zeltyn and Mandelbaum (2005), "Call
 * centers with impatient customers: many-server asymptotics of the M/M/n+G queue".
 * @example
 * ```ts
 * const desk = {
 *   arrivalRate: 0.8, meanHandleSeconds: 60, meanPatienceSeconds: 120, agents: 50, answerWithinSeconds: 10,
 * };
 * erlangA(desk).abandonment; // => 0.030912249162
 * erlangA(desk).meanWaitAll; // => 3.709469899463
 * erlangA(desk).asa; // => 3.615900239553
 * ```
 */
export function erlangA(options: ErlangAOptions): QueueMeasures {
  requireQueue(options);
  const { arrivalRate, meanHandleSeconds, meanPatienceSeconds, agents } = options;
  if (meanPatienceSeconds === Infinity) return erlangCMeasures(options);
  requireFinite('meanPatienceSeconds', meanPatienceSeconds, 0, { aboveMinimum: true, maximum: 1e100 });
  if (agents === 0) return nobodyAnswers(options);

  const offeredLoad = arrivalRate * meanHandleSeconds;
  const wait = impatientWait({
    arrivalRate,
    answerRate: agents / meanHandleSeconds,
    spareRate: (agents - offeredLoad) / meanHandleSeconds,
    meanPatienceSeconds,
    freeToBusy: inverseErlangB(offeredLoad, agents) - 1,
    answerWithinSeconds: options.answerWithinSeconds,
    shortAbandonSeconds: options.shortAbandonSeconds ?? 0,
  });
  return { offeredLoad, stable: true, ...wait, occupancy: (wait.throughput * meanHandleSeconds) / agents };
}

/** Erlang A without an agent: each caller waits out a whole patience. */
function nobodyAnswers(options: ErlangAOptions): QueueMeasures {
  const { arrivalRate, meanHandleSeconds, meanPatienceSeconds, answerWithinSeconds, shortAbandonSeconds = 0 } = options;
  const waitTail = Math.exp(-answerWithinSeconds / meanPatienceSeconds);
  const abandonedWithin = -Math.expm1(-answerWithinSeconds / meanPatienceSeconds);
  return {
    offeredLoad: arrivalRate * meanHandleSeconds,
    stable: true,
    waitProbability: 1,
    immediateProbability: 0,
    abandonment: 1,
    abandonmentGivenWait: 1,
    abandonedWithin,
    abandonmentGivenLongWait: 1,
    asa: Infinity,
    meanWaitAll: meanPatienceSeconds,
    meanWaitGivenWait: meanPatienceSeconds,
    meanWaitAbandoned: meanPatienceSeconds,
    meanQueue: arrivalRate * meanPatienceSeconds,
    occupancy: arrivalRate > 0 ? 1 : 0,
    throughput: 0,
    waitTail,
    virtualWaitTail: 1,
    serviceLevel: {
      offered: 0,
      answered: 0,
      abandonsMet: abandonedWithin,
      shortAbandonsExcluded: 0,
      veryShortAbandonsMet: -Math.expm1(-shortAbandonSeconds / meanPatienceSeconds),
      virtual: 0,
    },
  };
}
