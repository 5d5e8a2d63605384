/**
 * Evaluators as a workforce: how much of the sample is reviewed in time when so many are on duty. What was drawn since the last
 * working day is due by the end of the next; what is left over waits before the new, so an overload reaches into the days after.
 */
import { binomialPmf } from '../math/binomial.ts';
import { normalQuantile } from '../math/normal.ts';

/** The work of a week and the hours of one evaluator. */
export interface EvaluatorLoad {
  /** Reviews due on each working day of a week, in order; at least one day. */
  readonly reviewsByDay: readonly number[];
  /** Mean and coefficient of variation of one review with its feedback, minutes. */
  readonly minutesPerReview: number;
  readonly reviewCv: number;
  /** Minutes of a day that an evaluator who is there gives to reviews. */
  readonly minutesPerEvaluator: number;
  /** Chance that an evaluator is not there on a day, 0 to below 1. */
  readonly absence: number;
}

/** What a number of evaluators achieves. */
export interface EvaluatorService {
  readonly evaluators: number;
  /** Work of a week over the hours of those who come. Above 1 the backlog grows for ever. */
  readonly utilization: number;
  /** Share of reviews done by the end of their day, in the long run. */
  readonly onTime: number;
  /** Share of days that end without anything left over. */
  readonly clearDays: number;
}

/** Points at which the day's work stands for its whole distribution: means of equally likely parts, scaled to unit variance. */
const workPoints = equallyLikely(12);
/** Cells in which the backlog is kept. */
const cells = 480;
/** Weeks are followed until the shares move less than this, or so many weeks. */
const settled = 1e-7;
const mostWeeks = 400;
/** Attendance less likely than this is left out. */
const leastProbability = 1e-9;

/**
 * The long-run service of a number of evaluators.
 *
 * @param load work and hours
 * @param evaluators on duty by the roster each working day, whole, at least 0
 * Source: Lindley (1952), "The theory of queues with a single server": the backlog follows B' = max(0, B + work − capacity) from day
 * to day. Work is a sum of many reviews and taken as normal; capacity is what a binomial number of evaluators can do. The
 * distribution of the backlog is followed on a grid that keeps its mean.
 * @example
 * ```ts
 * const load = { reviewsByDay: [40], minutesPerReview: 10, reviewCv: 0, minutesPerEvaluator: 400, absence: 0 };
 * evaluatorService(load, 2).onTime; // => 1
 * evaluatorService(load, 0).onTime; // => 0
 * ```
 */
export function evaluatorService(load: EvaluatorLoad, evaluators: number): EvaluatorService {
  const { absence, minutesPerEvaluator, minutesPerReview, reviewsByDay } = load;
  const week = reviewsByDay.reduce((sum, reviews) => sum + reviews, 0) * minutesPerReview;
  const hours = evaluators * (1 - absence) * minutesPerEvaluator * reviewsByDay.length;
  if (week === 0) return { evaluators, utilization: 0, onTime: 1, clearDays: 1 };
  const utilization = hours === 0 ? Number.POSITIVE_INFINITY : week / hours;
  if (utilization >= 1 - 1e-9 && !fitsExactly(load, evaluators))
    return { evaluators, utilization, onTime: 0, clearDays: 0 };
  return { evaluators, utilization, ...followBacklog(load, evaluators) };
}

/** Nothing is random and every day's work fits: then full use is no overload. */
function fitsExactly(
  { absence, minutesPerEvaluator, minutesPerReview, reviewCv, reviewsByDay }: EvaluatorLoad,
  evaluators: number,
): boolean {
  const most = Math.max(...reviewsByDay) * minutesPerReview;
  return absence === 0 && reviewCv === 0 && most <= evaluators * minutesPerEvaluator * (1 + 1e-12);
}

/**
 * The fewest evaluators on duty that review a share of the sample in time.
 *
 * @param load work and hours
 * @param target share of reviews in time, above 0 and below 1
 * @returns the service of that many
 * @throws RangeError when `target` is not inside 0–1, or one evaluator's minutes or attendance are 0
 * @example
 * ```ts
 * fewestEvaluators({ reviewsByDay: [40], minutesPerReview: 10, reviewCv: 0.5, minutesPerEvaluator: 450, absence: 0 }, 0.95).evaluators; // => 1
 * ```
 */
export function fewestEvaluators(load: EvaluatorLoad, target: number): EvaluatorService {
  if (!(target > 0 && target < 1)) throw new RangeError(`target: expected above 0 and below 1, got ${target}`);
  const perDay = (1 - load.absence) * load.minutesPerEvaluator;
  if (!(perDay > 0)) throw new RangeError(`load: expected minutes of an evaluator above 0, got ${perDay}`);
  const mean = load.reviewsByDay.reduce((sum, reviews) => sum + reviews, 0) / load.reviewsByDay.length;
  let evaluators = Math.floor((mean * load.minutesPerReview) / perDay);
  for (;;) {
    const service = evaluatorService(load, evaluators);
    if (service.onTime >= target) return service;
    evaluators++;
  }
}

/** Follows the distribution of the backlog from week to week until it stands still. */
function followBacklog(load: EvaluatorLoad, evaluators: number): { onTime: number; clearDays: number } {
  const { minutesPerReview, reviewsByDay } = load;
  const meanDay = (reviewsByDay.reduce((sum, reviews) => sum + reviews, 0) / reviewsByDay.length) * minutesPerReview;
  const step = (8 * Math.max(meanDay, Math.max(...reviewsByDay) * minutesPerReview)) / cells;
  const attendance = attendances(load, evaluators);
  let backlog = new Float64Array(cells + 1);
  backlog[0] = 1;
  let before = { onTime: -1, clearDays: -1 };
  for (let week = 0; week < mostWeeks; week++) {
    let missed = 0;
    let clear = 0;
    for (const reviews of reviewsByDay) {
      const next = new Float64Array(cells + 1);
      const day = passDay(load, reviews, attendance, backlog, next, step);
      missed += day.missed;
      clear += day.clear;
      backlog = next;
    }
    const work = meanDay * reviewsByDay.length;
    const now = { onTime: Math.max(0, 1 - missed / work), clearDays: clear / reviewsByDay.length };
    if (Math.abs(now.onTime - before.onTime) < settled && Math.abs(now.clearDays - before.clearDays) < settled)
      return now;
    before = now;
  }
  return before;
}

/** One working day: spreads the backlog over its next values; what of the day's own work is left undone, and the chance of nothing. */
function passDay(
  { minutesPerReview, reviewCv }: EvaluatorLoad,
  reviews: number,
  attendance: readonly { minutes: number; probability: number }[],
  backlog: Float64Array,
  next: Float64Array,
  step: number,
): { missed: number; clear: number } {
  const mean = reviews * minutesPerReview;
  const deviation = Math.sqrt(reviews) * minutesPerReview * reviewCv;
  let missed = 0;
  let clear = 0;
  for (const point of workPoints) {
    const work = Math.max(0, mean + deviation * point);
    for (const { minutes, probability } of attendance) {
      const chance = probability / workPoints.length;
      for (let cell = 0; cell <= cells; cell++) {
        const mass = backlog[cell] * chance;
        if (mass === 0) continue;
        const left = Math.max(0, cell * step + work - minutes);
        if (left === 0) clear += mass;
        missed += mass * Math.min(left, work);
        spread(next, Math.min(cells, left / step), mass);
      }
    }
  }
  return { missed, clear };
}

/** Shares mass between the two cells beside a place, so that its mean stays. */
function spread(out: Float64Array, place: number, mass: number): void {
  const cell = Math.floor(place);
  const beyond = place - cell;
  out[cell] += mass * (1 - beyond);
  if (beyond > 0) out[cell + 1] += mass * beyond;
}

function attendances({ absence, minutesPerEvaluator }: EvaluatorLoad, evaluators: number) {
  const all = [];
  for (let there = 0; there <= evaluators; there++) {
    const probability = binomialPmf(there, evaluators, 1 - absence);
    if (probability > leastProbability) all.push({ minutes: there * minutesPerEvaluator, probability });
  }
  return all;
}

/** Standard normal values at the middles of equally likely parts, scaled to variance 1. */
function equallyLikely(count: number): number[] {
  const points = Array.from({ length: count }, (_, i) => normalQuantile((i + 0.5) / count));
  const variance = points.reduce((sum, point) => sum + point * point, 0) / count;
  return points.map((point) => point / Math.sqrt(variance));
}
