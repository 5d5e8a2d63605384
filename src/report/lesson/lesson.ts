/** The shape of a lesson: plain data without language. Fractions lie in 0–1, times are seconds; null is a number without limit. */

import type { SimulatedLesson } from '../../experiment/lesson/simulate-lesson.ts';
import type { DayStep } from '../../experiment/lesson/steps-to-day.ts';
import type { LessonFigures } from '../../plan/lesson/lesson-figures.ts';
import type { LessonSubject } from '../../plan/lesson/lesson-subject.ts';
import type { Report } from '../report.ts';

/** What `callfloor explain` found out. */
export interface Lesson {
  /** Of Callfloor. */
  readonly version: string;
  readonly seed: string;
  /** Days simulated per point. */
  readonly runs: number;
  readonly subject: LessonSubject;
  /** By the formulas. */
  readonly figures: LessonFigures;
  /** The same by simulation, where the picture has points. */
  readonly simulated: SimulatedLesson;
  /** The scenario's day; null for a queue given by itself. */
  readonly day: LessonDay | null;
}

/** The day that the queue is taken from. */
export interface LessonDay {
  /** The scenario, simulated as `callfloor simulate` does. */
  readonly report: Report;
  /** From the formula's world to the day, a step at a time. */
  readonly steps: readonly DayStep[];
}
