/**
 * Looking back at an exercise: the same customers lived through again with no action, by the written plans, and with each
 * decision earlier, later and left out. What a decision was worth is a difference on the same days; the best course found is
 * judged on days that it was not chosen by.
 */
import type { Journal } from '../experiment/checkpoint.ts';
import { meetsTarget } from '../judge/ledger.ts';
import { coMoments } from '../math/co-moments.ts';
import type { ConfidenceInterval } from '../math/confidence-interval.ts';
import { meanInterval } from '../math/mean-interval.ts';
import { type Course, liveThrough } from './course.ts';
import type { Drill, Plan } from './drill.ts';
import type { Decision } from './exercise.ts';
import type { Outcome } from './outcome.ts';

/** By how many minutes a decision is moved. */
export const moves = [-20, -10, 10, 20] as const;

/** What a course changes of what was decided. */
export type Change =
  | { kind: 'decided' }
  | { kind: 'nobody' }
  | { kind: 'plan'; plan: number }
  | { kind: 'moved'; decision: number; minutes: number }
  | { kind: 'left-out'; decision: number }
  /** Every decision as it is best by itself. */
  | { kind: 'best-moves'; minutes: (number | null)[] };

/** A course, compared with what was decided; all over the days of the review. */
export interface Reviewed {
  change: Change;
  /** Means a day. */
  lost: number;
  cost: number;
  damage: number;
  /** Days on which the floor was back to normal by the end, as a share, and how long it took on those, seconds. */
  recovered: number;
  recovery: number | null;
  /** Customers whom what was decided saves against this course: positive, what was decided is better. */
  saves: ConfidenceInterval;
  /** The same for the damage, in hours. */
  spares: ConfidenceInterval;
  /** How many of the promises that the centre and the objectives make were kept, mean a day. */
  kept: number;
  /** What was decided against this course: promises kept more, agent-hours spent more, and back to normal sooner, seconds. */
  keeps: ConfidenceInterval;
  spends: ConfidenceInterval;
  hastens: ConfidenceInterval;
}

/** A review. */
export interface Review {
  days: number;
  proofDays: number;
  confidence: number;
  /** How many promises `kept` counts. */
  promises: number;
  /** What was decided first. */
  courses: Reviewed[];
  /** On the day of the exercise itself, by course. */
  onTheDay: Outcome[];
  /** The course with the least damage, judged on fresh days: what was decided costs so much more than it. */
  best: { change: Change; regret: ConfidenceInterval; lost: ConfidenceInterval };
}

/** How to look back. */
export interface ReviewOptions {
  seed: string;
  /** Number of the run that was played. */
  run: number;
  /** Days lived through again, whole, at least 2; as many fresh ones judge the best course. */
  days: number;
  /** Keeps the days lived through. */
  journal?: Journal | undefined;
  signal?: AbortSignal | undefined;
  onDay?: (done: number, all: number) => void;
}

/**
 * Reviews an exercise.
 *
 * @param plan whose levels were meant
 * @param decisions as they were taken
 * @throws RangeError when `days` is below 2; the signal's reason when it ends the review
 */
export async function reviewExercise(
  drill: Drill,
  plan: Plan,
  decisions: readonly Decision[],
  options: ReviewOptions,
): Promise<Review> {
  const { days, journal, onDay, run, seed, signal } = options;
  if (!(Number.isSafeInteger(days) && days >= 2)) {
    throw new RangeError(`days: expected a whole number of at least 2, got ${days}`);
  }
  const { confidence } = drill.scenario.precision;
  const changes: Change[] = [
    { kind: 'decided' },
    { kind: 'nobody' },
    ...drill.plans.map((_, index): Change => ({ kind: 'plan', plan: index })),
    ...decisions.flatMap((_, decision): Change[] => [
      ...moves.map((minutes) => ({ kind: 'moved' as const, decision, minutes })),
      { kind: 'left-out', decision },
    ]),
  ];
  const courses = changes.map((change) => courseOf(drill, plan, decisions, change));
  const all = 1 + 2 * days;
  const [onTheDay] = await liveThrough(drill, courses, { seed, from: run, days: 1, journal, signal });
  onDay?.(1, all);
  // The day itself is told apart: decisions were taken while it was seen.
  const rows = await liveThrough(drill, courses, {
    ...{ seed, from: run + 1, days, journal, signal },
    onDay: (done) => onDay?.(1 + done, all),
  });
  const reviewed = changes.map((change, i) => compare(drill, change, rows, i, confidence));
  const found = bestOf(reviewed, decisions.length);
  const proof = [courses[0], courseOf(drill, plan, decisions, found)];
  const fresh = await liveThrough(drill, proof, {
    ...{ seed, from: run + 1 + days, days, journal, signal },
    onDay: (done) => onDay?.(1 + days + done, all),
  });
  const difference = (read: (outcome: Outcome) => number) =>
    interval(
      fresh.map(([decided, best]) => read(decided) - read(best)),
      confidence,
    );
  return {
    days,
    proofDays: days,
    confidence,
    promises: promisesAsked(drill).length,
    courses: reviewed,
    onTheDay,
    best: { change: found, regret: difference(({ damage }) => damage), lost: difference(({ lost }) => lost) },
  };
}

/** The mean of days with its interval. */
export function interval(values: readonly number[], confidence: number): ConfidenceInterval {
  const found = meanInterval(
    coMoments(
      1,
      values.map((value) => [value]),
    ),
    confidence,
  );
  return found ?? { point: 0, low: 0, high: 0 };
}

function compare(
  drill: Drill,
  change: Change,
  rows: readonly Outcome[][],
  index: number,
  confidence: number,
): Reviewed {
  const outcomes = rows.map((row) => row[index]);
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const back = outcomes.map(({ recovery }) => recovery).filter((one) => one !== null);
  const better = (read: (outcome: Outcome) => number) =>
    interval(
      rows.map((row) => read(row[index]) - read(row[0])),
      confidence,
    );
  const asked = promisesAsked(drill);
  const countKept = ({ promises }: Outcome) =>
    asked.filter((i) => promises[i].of > 0 && meetsTarget(drill.scenario.promises[i], promises[i].met / promises[i].of))
      .length;
  // A day that is not back to normal counts as one that is at the end of the exercise.
  const longest = drill.to - drill.injects[0].at;
  return {
    change,
    lost: mean(outcomes.map(({ lost }) => lost)),
    cost: mean(outcomes.map(({ cost }) => cost)),
    damage: mean(outcomes.map(({ damage }) => damage)),
    recovered: back.length / outcomes.length,
    recovery: back.length === 0 ? null : mean(back),
    saves: better(({ lost }) => lost),
    spares: better(({ damage }) => damage),
    kept: mean(outcomes.map(countKept)),
    keeps: better((outcome) => -countKept(outcome)),
    spends: better(({ cost }) => -cost),
    hastens: better(({ recovery: seconds }) => Math.min(seconds ?? longest, longest)),
  };
}

/** The promises of the centre and of the objectives; what a norm asks is judged by itself. */
function promisesAsked({ norm, scenario }: Drill): number[] {
  const ofNorm = new Set((norm?.clauses ?? []).map(({ promise }) => promise));
  return scenario.promises.flatMap((_, i) => (ofNorm.has(i) ? [] : [i]));
}

/** The course with the least damage; where several decisions are better elsewhere, all of them moved there. */
function bestOf(reviewed: readonly Reviewed[], decisions: number): Change {
  const least = reviewed.reduce((a, b) => (b.damage < a.damage ? b : a)).change;
  if (least.kind === 'plan' || least.kind === 'nobody' || least.kind === 'decided') return least;
  const minutes = Array.from({ length: decisions }, (_, decision): number | null => {
    const own = reviewed.filter(
      ({ change }) => (change.kind === 'moved' || change.kind === 'left-out') && change.decision === decision,
    );
    const best = own.reduce((a, b) => (b.damage < a.damage ? b : a));
    if (best.spares.high >= 0) return 0;
    return best.change.kind === 'moved' ? best.change.minutes : null;
  });
  return minutes.every((one) => one === 0) ? least : { kind: 'best-moves', minutes };
}

/** What a change means as a course. */
export function courseOf(drill: Drill, plan: Plan, decisions: readonly Decision[], change: Change): Course {
  switch (change.kind) {
    case 'nobody':
      return { acts: 'nobody', plan };
    case 'plan':
      return { acts: 'plan', plan: drill.plans[change.plan] };
    case 'decided':
      return { acts: 'decisions', plan, decisions };
    case 'moved':
      return move(drill, plan, decisions, (i) => (i === change.decision ? change.minutes : 0));
    case 'left-out':
      return move(drill, plan, decisions, (i) => (i === change.decision ? null : 0));
    case 'best-moves':
      return move(drill, plan, decisions, (i) => change.minutes[i]);
  }
}

/** A decision is moved back to the first inject at most: before it there is nothing to decide on. */
export function earliest({ from, injects }: Pick<Drill, 'from' | 'injects'>, at: number): number {
  return Math.min(at, Math.max(from, injects[0].at));
}

/** The decisions with some of them moved by so many minutes, or left out where that is null. */
function move(
  drill: Drill,
  plan: Plan,
  decisions: readonly Decision[],
  minutes: (decision: number) => number | null,
): Course {
  let level = 0;
  const moved = decisions.flatMap((decision, i): Decision[] => {
    const { at, order } = decision;
    // A level that was declared to go up does not bring a higher one down where it is moved behind it.
    const direction = order.action === 'level' ? { upwards: order.level > level } : {};
    if (order.action === 'level') level = order.level;
    const by = minutes(i);
    if (by === null) return [];
    const to = Math.min(at + by * 60, drill.to - drill.stepSeconds);
    return [{ ...decision, ...direction, at: Math.max(to, earliest(drill, at)) }];
  });
  return { acts: 'decisions', plan, decisions: moved };
}
