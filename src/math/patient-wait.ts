/**
 * The wait of callers who never hang up, in front of agents who answer at a steady rate when all are busy: the wait of
 * the delayed is exponential.
 */
import type { ImpatientQueue, ImpatientWait } from './impatient-wait.ts';

/**
 * The measures of the wait of patient callers.
 *
 * @param queue rates and threshold; its caller has checked them
 * @returns the measures; when callers come as fast as they can be answered, or faster, waits are Infinity and service
 * levels 0
 * Source: Erlang (1917); Gross, Shortle, Thompson and Harris (2008), section 2.3.
 * @example
 * ```ts
 * patientWait({ arrivalRate: 1, answerRate: 2, spareRate: 1, freeToBusy: 1, answerWithinSeconds: 0 }).asa; // => 0.6666666667
 * ```
 */
export function patientWait(queue: Omit<ImpatientQueue, 'meanPatienceSeconds' | 'shortAbandonSeconds'>): ImpatientWait {
  const { arrivalRate, answerRate, spareRate, freeToBusy, answerWithinSeconds } = queue;
  const stable = spareRate > 0;
  const freeToWait = stable ? (freeToBusy * spareRate) / answerRate : 0;
  const waitProbability = 1 / (1 + freeToWait);
  const meanWaitGivenWait = stable ? 1 / spareRate : Infinity;
  const meanWaitAll = stable ? waitProbability / spareRate : Infinity;
  const waitTail = stable ? waitProbability * Math.exp(-answerWithinSeconds * spareRate) : 1;
  const met = 1 - waitTail;
  return {
    waitProbability,
    immediateProbability: stable ? 1 / (1 + 1 / freeToWait) : 0,
    abandonment: 0,
    abandonmentGivenWait: 0,
    abandonedWithin: 0,
    abandonmentGivenLongWait: 0,
    asa: meanWaitAll,
    meanWaitAll,
    meanWaitGivenWait,
    meanWaitAbandoned: 0,
    meanQueue: stable ? arrivalRate * meanWaitAll : Infinity,
    throughput: stable ? arrivalRate : answerRate,
    waitTail,
    virtualWaitTail: waitTail,
    serviceLevel: {
      offered: met,
      answered: met,
      abandonsMet: met,
      shortAbandonsExcluded: met,
      veryShortAbandonsMet: met,
      virtual: met,
    },
  };
}
