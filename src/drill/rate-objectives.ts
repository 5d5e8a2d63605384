/**
 * How far the objectives of an exercise were met, in the four ratings of exercise evaluation: performed without challenges (P),
 * with some (S), with major challenges (M), unable to be performed (U).
 *
 * Source of the scale: FEMA (2020), Homeland Security Exercise and Evaluation Program (HSEEP), chapter 5.
 */
import { measures } from '../measures/index.ts';
import type { Drill, Objective } from './drill.ts';
import type { ExerciseResult } from './exercise.ts';
import { calmFrom, type Outcome } from './outcome.ts';

/** The ratings from best to worst. */
export const ratings = ['P', 'S', 'M', 'U'] as const;
export type Rating = (typeof ratings)[number];

/** An objective, rated. */
export interface RatedObjective {
  objective: Objective;
  rating: Rating;
  /** What was reached: a value of the measure, or seconds; null: never, or nothing to judge. */
  reached: number | null;
  /** What was to be reached, in the same unit. */
  target: number;
}

/** A share may miss its target by so much, and a time or a count by so many times, to be S and to be M. */
export const tolerance = { share: { S: 0.05, M: 0.2 }, times: { S: 1.5, M: 3 } } as const;

/** Rates every objective. */
export function rateObjectives(drill: Drill, result: ExerciseResult, outcome: Outcome): RatedObjective[] {
  return drill.objectives.map((objective) => {
    const { measure } = objective;
    if (measure.kind === 'promise') return ratePromise(drill, objective, measure.promise, outcome);
    const reached = measure.kind === 'response' ? declaredAfter(drill, measure, result) : calmAfter(drill, result);
    return { objective, rating: rateTime(reached, measure.within), reached, target: measure.within };
  });
}

/** How long it took from an inject until a level was declared; null: never. */
export function declaredAfter(
  { injects }: Pick<Drill, 'injects'>,
  { inject, level }: { inject: number; level: number },
  { track }: Pick<ExerciseResult, 'track'>,
): number | null {
  const since = injects[inject].at;
  const declared = track.find((point) => point.time >= since && point.level >= level);
  return declared === undefined ? null : declared.time - since;
}

/** How long it took from the end of the last shock until the floor was back to normal; null: not by the end. */
function calmAfter(drill: Drill, { track }: ExerciseResult): number | null {
  const back = calmFrom(drill, track);
  return back === null ? null : Math.max(0, back - Math.max(...drill.injects.map(({ until }) => until)));
}

function ratePromise({ scenario }: Drill, objective: Objective, promise: number, outcome: Outcome): RatedObjective {
  const { measure, sense, target } = scenario.promises[promise];
  const { met, of } = outcome.promises[promise];
  if (of === 0) return { objective, rating: 'U', reached: null, target };
  const reached = met / of;
  if (measures.get(measure).unit === 'fraction') {
    const miss = sense === 'at-least' ? target - reached : reached - target;
    const { M, S } = tolerance.share;
    return { objective, rating: miss <= 0 ? 'P' : miss <= S ? 'S' : miss <= M ? 'M' : 'U', reached, target };
  }
  const rating = sense === 'at-most' ? rateTime(reached, target) : rateTime(target, reached);
  return { objective, rating, reached, target };
}

function rateTime(reached: number | null, within: number): Rating {
  if (reached === null) return 'U';
  if (reached <= within) return 'P';
  if (reached <= tolerance.times.S * within) return 'S';
  return reached <= tolerance.times.M * within ? 'M' : 'U';
}
