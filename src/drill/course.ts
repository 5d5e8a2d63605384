/** Courses of action as plain data: nobody acts, a plan acts, or decisions taken before are taken again; and many days of them. */
import { setImmediate } from 'node:timers/promises';
import { type Journal, rowsStep } from '../experiment/checkpoint.ts';
import type { ControlledCenter } from '../sim/control.ts';
import { decideAgain, decideByPlan, nobody } from './deciders.ts';
import type { Drill, Plan } from './drill.ts';
import { compileDrill, type Decider, type Decision, type ExerciseResult, runExercise } from './exercise.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** One way to go through an exercise; `plan` is the one whose levels are meant. */
export type Course =
  | { acts: 'nobody'; plan: Plan }
  | { acts: 'plan'; plan: Plan }
  | { acts: 'decisions'; plan: Plan; decisions: readonly Decision[] };

/** Runs one course on one day. */
export function runCourse(drill: Drill, centre: ControlledCenter, run: number, course: Course): ExerciseResult {
  const deciders: Record<Course['acts'], () => Decider> = {
    nobody: () => nobody,
    plan: () => decideByPlan(course.plan),
    decisions: () => decideAgain(course.acts === 'decisions' ? course.decisions : []),
  };
  return runExercise(drill, centre, run, course.plan, deciders[course.acts]());
}

/** Which days, and who hears of progress. */
export interface DaysWanted {
  seed: string;
  /** Number of the first day. */
  from: number;
  /** Whole, at least 1. */
  days: number;
  /** Keeps what has been lived through. */
  journal?: Journal | undefined;
  signal?: AbortSignal | undefined;
  onDay?: (done: number) => void;
}

/**
 * Lives through the same days by several courses: the customers are the same for all of them.
 *
 * @returns by day and course
 * @throws the signal's reason when it ends the work
 */
export async function liveThrough(
  drill: Drill,
  courses: readonly Course[],
  { days, from, journal, onDay, seed, signal }: DaysWanted,
): Promise<Outcome[][]> {
  const centre = compileDrill(drill, seed);
  const outcomes: Outcome[] = [];
  journal?.begin(rowsStep(outcomes));
  while (outcomes.length < days * courses.length) {
    await setImmediate();
    signal?.throwIfAborted();
    const [day, i] = [Math.floor(outcomes.length / courses.length), outcomes.length % courses.length];
    outcomes.push(outcomeOf(drill, runCourse(drill, centre, from + day, courses[i])));
    if (i === courses.length - 1) onDay?.(day + 1);
  }
  return Array.from({ length: days }, (_, day) => outcomes.slice(day * courses.length, (day + 1) * courses.length));
}
