/**
 * The queue that a lesson is about: one steady stream of callers, one kind of agent, one promise on the wait. Every picture of
 * `callfloor explain` changes one thing of it.
 */
import { erlangA } from '../../math/erlang-a.ts';
import { type QueueMeasures, type ServiceLevelVariant, serviceLevelBase } from '../../math/queue-measures.ts';
import type { StaffingOptions } from '../../math/required-agents.ts';

/** A steady queue with its promise. */
export interface LessonQueue {
  /** Callers per second, above 0. */
  readonly arrivalRate: number;
  /** Mean time that a call holds its agent, seconds: ring, talk, hold and wrap-up. */
  readonly meanHandleSeconds: number;
  /** Agents logged in, whole, at least 1. */
  readonly agents: number;
  /** Infinity when nobody ever hangs up. */
  readonly meanPatienceSeconds: number;
  /** The promise: this share of calls … */
  readonly target: number;
  /** … answered within so many seconds, `ringSeconds` of them included. */
  readonly answerWithinSeconds: number;
  /** The part of the wait that is ringing at an agent; below `answerWithinSeconds`. */
  readonly ringSeconds: number;
  /** The definition that the promise uses. */
  readonly variant: ServiceLevelVariant;
  /** Hanging up sooner than this counts as met where the definition says so. */
  readonly shortAbandonSeconds: number;
}

/** What is measured of a queue in every picture. */
export interface LessonMeasures {
  /** Share answered in time, by the promise's definition. */
  readonly serviceLevel: number;
  /** The share of calls that this definition counts at all: its denominator. */
  readonly counted: number;
  /** Abandoned ÷ offered. */
  readonly abandonment: number;
  /** Mean wait of the answered, ring included, seconds; null = without limit. */
  readonly asaSeconds: number | null;
  readonly occupancy: number;
}

/**
 * Offered load of a queue.
 *
 * @param queue rates and times
 * @returns Erlangs
 */
export function loadOf({ arrivalRate, meanHandleSeconds }: LessonQueue): number {
  return arrivalRate * meanHandleSeconds;
}

/**
 * The queue by Erlang A (Erlang C where nobody hangs up).
 *
 * @param queue agents may be a fraction here: the smooth continuation between whole numbers
 * @returns its steady state; without one, a service level of 0
 */
export function measureQueue(queue: LessonQueue): LessonMeasures {
  const { ringSeconds, variant } = queue;
  const measures: QueueMeasures = erlangA({
    ...queue,
    answerWithinSeconds: queue.answerWithinSeconds - ringSeconds,
    shortAbandonSeconds: Math.min(queue.shortAbandonSeconds, queue.answerWithinSeconds - ringSeconds),
  });
  return {
    serviceLevel: measures.stable ? measures.serviceLevel[variant] : 0,
    counted: serviceLevelBase(measures, variant),
    abandonment: measures.abandonment,
    asaSeconds: Number.isFinite(measures.asa) ? measures.asa + ringSeconds : null,
    occupancy: measures.occupancy,
  };
}

/**
 * The staffing question of a queue, for the functions that look for agents or volume.
 *
 * @param queue its agents are not read
 */
export function staffingOf(queue: LessonQueue): StaffingOptions {
  const { arrivalRate, meanHandleSeconds, meanPatienceSeconds, variant } = queue;
  const answerWithinSeconds = queue.answerWithinSeconds - queue.ringSeconds;
  const shortAbandonSeconds = Math.min(queue.shortAbandonSeconds, answerWithinSeconds);
  return {
    arrivalRate,
    meanHandleSeconds,
    meanPatienceSeconds,
    targets: [{ measure: 'serviceLevel', variant, answerWithinSeconds, shortAbandonSeconds, atLeast: queue.target }],
  };
}
