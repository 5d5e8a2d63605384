/** The figures of a lesson that the formulas give, all pictures together: plain data. */
import { type BusyDays, busyDaysOf } from './busy-days.ts';
import { type Knee, kneeOf } from './knee.ts';
import { type LessonMeasures, measureQueue } from './lesson-queue.ts';
import type { LessonSubject } from './lesson-subject.ts';
import { type LoadLag, loadLagOf } from './load-lag.ts';
import { type PatienceEffect, patienceEffectOf } from './patience-effect.ts';
import { type PoolingPart, poolingOf } from './pooling.ts';
import { type RedialPoint, redialEffectOf } from './redial-effect.ts';
import { type SquareRoot, squareRootOf } from './square-root.ts';

/** A simulated value with its interval. */
export interface Simulated {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** By the formulas. */
export interface LessonFigures {
  /** The queue as it is. */
  readonly queue: LessonMeasures;
  readonly knee: Knee;
  readonly pooling: readonly PoolingPart[];
  readonly squareRoot: SquareRoot;
  readonly busyDays: readonly BusyDays[];
  /** Null where nobody ever hangs up. */
  readonly patience: PatienceEffect | null;
  readonly lag: LoadLag;
  /** Null where nobody ever hangs up. */
  readonly redials: readonly RedialPoint[] | null;
}

/**
 * Asks the formulas everything that a lesson shows.
 *
 * @param subject what the lesson is about
 */
export function lessonFigures(subject: LessonSubject): LessonFigures {
  const { queue, busynessCv, redial, demand } = subject;
  const impatient = queue.meanPatienceSeconds < Infinity;
  return {
    queue: measureQueue(queue),
    knee: kneeOf(queue),
    pooling: poolingOf(queue),
    squareRoot: squareRootOf(queue),
    busyDays: busyDaysOf(queue, busynessCv),
    patience: impatient ? patienceEffectOf(queue) : null,
    lag: loadLagOf(queue, demand),
    redials: impatient ? redialEffectOf(queue, redial.fraction) : null,
  };
}
