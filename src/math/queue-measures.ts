/**
 * What every queueing model of this folder answers: the measures of one queue in steady state, and the arguments that
 * ask for them. Times are seconds, rates per second, shares 0 to 1.
 */
import { requireFinite } from './requirements.ts';

/** One queue, one kind of agent, a steady stream of callers. */
export interface QueueOptions {
  /** Callers per second, at least 0. */
  readonly arrivalRate: number;
  /** Mean handle time in seconds, above 0. */
  readonly meanHandleSeconds: number;
  /** Agents logged in, at least 0; a fraction is the smooth continuation between whole numbers. */
  readonly agents: number;
  /** The target wait T in seconds, at least 0; an answer at exactly T counts. */
  readonly answerWithinSeconds: number;
  /** Abandoning sooner than this, at most T, counts as met in `veryShortAbandonsMet`; 0 when left out. */
  readonly shortAbandonSeconds?: number;
}

/**
 * The share of contacts answered within T, by every definition in use. A_T answered and B_T abandoned within T, A and B
 * in all.
 */
export interface ServiceLevel {
  /** A_T ÷ (A + B). */
  readonly offered: number;
  /** A_T ÷ A. */
  readonly answered: number;
  /** (A_T + B_T) ÷ (A + B). */
  readonly abandonsMet: number;
  /** A_T ÷ (A + B − B_T). */
  readonly shortAbandonsExcluded: number;
  /** (A_T + B_s) ÷ (A + B), s = `shortAbandonSeconds`. */
  readonly veryShortAbandonsMet: number;
  /** The chance that a test caller who never hangs up is answered within T. */
  readonly virtual: number;
}

/** The name of a definition of service level. */
export type ServiceLevelVariant = keyof ServiceLevel;

/** Steady-state measures of a queue; W is the time in queue, ended by an answer or by hanging up. */
export interface QueueMeasures {
  /** Arrival rate × mean handle time, Erlangs. */
  readonly offeredLoad: number;
  /** Whether the queue has a steady state; without one, waits are Infinity and service levels 0. */
  readonly stable: boolean;
  /** Chance that an arriving caller finds no free agent. */
  readonly waitProbability: number;
  /** Its complement, exact also when that is tiny. */
  readonly immediateProbability: number;
  /** Abandoned ÷ offered. */
  readonly abandonment: number;
  /** Abandoned ÷ callers who found no free agent. */
  readonly abandonmentGivenWait: number;
  /** Abandoned within T ÷ offered. */
  readonly abandonedWithin: number;
  /** P(abandons | W > T). */
  readonly abandonmentGivenLongWait: number;
  /** Mean wait of answered callers. */
  readonly asa: number;
  /** Mean wait of all callers, those who hang up included. */
  readonly meanWaitAll: number;
  /** Mean wait of callers who found no free agent. */
  readonly meanWaitGivenWait: number;
  /** Mean wait of callers who hung up. */
  readonly meanWaitAbandoned: number;
  /** Mean number of callers in queue. */
  readonly meanQueue: number;
  /** Share of the agents' time spent on contacts. */
  readonly occupancy: number;
  /** Contacts answered per second. */
  readonly throughput: number;
  /** P(W > T). */
  readonly waitTail: number;
  /** P(wait of a test caller who never hangs up > T). */
  readonly virtualWaitTail: number;
  readonly serviceLevel: ServiceLevel;
}

/**
 * What share of the offered callers a definition of service level counts: its denominator ÷ offered. With it service levels of
 * several intervals add up to that of the day, as a ratio of sums.
 *
 * @param measures of a queue
 * @param variant the definition
 * @returns a share of the offered callers
 * Source: the definitions in `ServiceLevel`.
 * @example
 * ```ts
 * const desk = { arrivalRate: 1, meanHandleSeconds: 60, meanPatienceSeconds: 60, agents: 50, answerWithinSeconds: 10 };
 * serviceLevelBase(erlangA(desk), 'answered') === 1 - erlangA(desk).abandonment; // => true
 * serviceLevelBase(erlangA(desk), 'offered'); // => 1
 * ```
 */
export function serviceLevelBase(measures: QueueMeasures, variant: ServiceLevelVariant): number {
  if (variant === 'answered') return 1 - measures.abandonment;
  return variant === 'shortAbandonsExcluded' ? 1 - measures.abandonedWithin : 1;
}

/**
 * Refuses options that describe no queue.
 *
 * @param options the arguments of a model
 * @throws RangeError naming the first argument out of its range
 * @example
 * ```ts
 * requireQueue({ arrivalRate: 1, meanHandleSeconds: 300, agents: 310, answerWithinSeconds: 20 }); // => undefined
 * ```
 */
export function requireQueue(options: QueueOptions): void {
  requireFinite('arrivalRate', options.arrivalRate, 0);
  requireFinite('meanHandleSeconds', options.meanHandleSeconds, 0, { aboveMinimum: true });
  requireFinite('agents', options.agents, 0);
  requireFinite('answerWithinSeconds', options.answerWithinSeconds, 0);
  requireFinite('shortAbandonSeconds', options.shortAbandonSeconds ?? 0, 0, { maximum: options.answerWithinSeconds });
}
