/** Redials: those who hang up call again, and their calls are more load for the agents who could not answer them. */
import { erlangX } from '../../math/erlang-x.ts';
import type { LessonQueue } from './lesson-queue.ts';

/** One share of callers who call again after hanging up. */
export interface RedialPoint {
  readonly fraction: number;
  /** Attempts ÷ callers; null when the attempts never settle. */
  readonly attemptsPerCaller: number | null;
  /** Answered in time, per attempt; 0 when the attempts never settle. */
  readonly serviceLevel: number;
  /** Hung up, per attempt. */
  readonly abandonment: number;
}

const steps = 20;

/**
 * The queue with nobody to everybody calling again.
 *
 * @param queue with a finite patience; its arrivals are first calls
 * @param own a share that shall be among them
 */
export function redialEffectOf(queue: LessonQueue, own: number): RedialPoint[] {
  const fractions = new Set([...Array.from({ length: steps + 1 }, (_, i) => i / steps), own]);
  return [...fractions]
    .sort((a, b) => a - b)
    .map((fraction) => {
      const answerWithinSeconds = queue.answerWithinSeconds - queue.ringSeconds;
      const { inflation, perAttempt } = erlangX({
        ...queue,
        answerWithinSeconds,
        shortAbandonSeconds: Math.min(queue.shortAbandonSeconds, answerWithinSeconds),
        redialAfterAbandonment: fraction,
      });
      return {
        fraction,
        attemptsPerCaller: perAttempt === null ? null : inflation,
        serviceLevel: perAttempt?.serviceLevel[queue.variant] ?? 0,
        abandonment: perAttempt?.abandonment ?? 1,
      };
    });
}
