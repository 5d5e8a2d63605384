/**
 * What a sampling rule takes and what it shows: from the size of a centre to evaluators, from the sample to the chance of finding a
 * serious error or a weak agent, and what it would take to prove a low rate.
 */

import { hypergeometricAtLeast } from '../math/hypergeometric.ts';
import { normalCdf, normalQuantile } from '../math/normal.ts';
import { provingPower, scoresToSee, trialsToProve } from '../math/proving-power.ts';
import { percentSample } from '../math/sample-size.ts';
import {
  chanceCalled,
  type Detection,
  detection,
  type ReviewCount,
  reviewCounts,
  type ScoreModel,
  scoreDeviation,
} from './detection.ts';
import { type EvaluatorLoad, type EvaluatorService, evaluatorService, fewestEvaluators } from './evaluator-load.ts';

/** A centre, its sampling rule, its evaluators and how its scores spread. */
export interface SamplingQuestion {
  /** Agents on the phones each open day, whole, at least 1. */
  readonly agents: number;
  /** Recordings and tickets of one agent on one day, whole, at least 0. */
  readonly recordingsPerAgent: number;
  readonly ticketsPerAgent: number;
  /** Percent of the day's recordings and tickets that are evaluated, 0–100; the number is rounded up. */
  readonly recordingPercent: number;
  readonly ticketPercent: number;
  /** Open days and evaluators' working days in a week, whole, 1–7; the latter not above the former. */
  readonly openDays: number;
  readonly evaluatorDays: number;
  /** Minutes for a review, and for the talk about a finding below the pass mark. */
  readonly minutesPerReview: number;
  readonly minutesPerFinding: number;
  /** Coefficient of variation of the time for a review, at least 0. */
  readonly reviewCv: number;
  /** Hours of an evaluator's day, and minutes of it for calibration and everything else. */
  readonly evaluatorHours: number;
  readonly otherMinutes: number;
  /** Share of days on which an evaluator is absent, 0 to below 1. */
  readonly absence: number;
  /** Share of reviews that shall be reported within one working day, above 0 and below 1. */
  readonly onTime: number;
  /** Evaluators on duty, whole; without it, the fewest that are in time. */
  readonly evaluators?: number | undefined;
  readonly scores: ScoreModel;
  /** Share of contacts with a serious error, 0–1. */
  readonly seriousRate: number;
  /** Limit of the rate at which findings come back, what it truly is, and the power wanted to prove it. */
  readonly repeat: { readonly limit: number; readonly truth: number; readonly power: number };
}

/** One stretch of time looked back upon. */
export interface Horizon {
  readonly name: 'day' | 'week' | 'month';
  /** Open days in it. */
  readonly days: number;
  /** Mean number of reviews of one agent. */
  readonly reviewsPerAgent: number;
  /** Half the width of the 95 % interval of an agent's average with that many reviews, points; Infinity below one review. */
  readonly margin: number;
  /** P(at least one contact with a serious error is in the sample). */
  readonly seriousFound: number;
  readonly average: Detection;
  readonly certain: Detection;
}

/** The answer. */
export interface SamplingPlan {
  /** Recordings and tickets drawn on an open day. */
  readonly recordings: number;
  readonly tickets: number;
  /** Reviews due on each working day of a week, the first after the closed days. */
  readonly reviewsByDay: readonly number[];
  /** Share of reviews that fall below the pass mark. */
  readonly belowPass: number;
  /** Hours of review and feedback in a week. */
  readonly weeklyHours: number;
  /** Number of people for the duty: as many as are on duty, and more where that is on more days a week than one works (`daysPerPerson`). */
  readonly people: number;
  readonly service: EvaluatorService;
  /** Neighbouring numbers of evaluators, in rising order. */
  readonly around: readonly EvaluatorService[];
  readonly horizons: readonly Horizon[];
  /** Chance to be called below the mark in a month, by true quality. */
  readonly byQuality: readonly { readonly quality: number; readonly byHorizon: readonly number[] }[];
  /** Reviews that tell an agent so many points below the mark from one at it, with 80 % power at one-sided 5 %. */
  readonly toSee: readonly { readonly points: number; readonly reviews: number }[];
  /** Findings to follow up to prove the repeat rate below its limit; null when no number can. */
  readonly toProve: { readonly findings: number; readonly weeks: number } | null;
  /** Power of one month's findings to prove it. */
  readonly monthsPower: number;
}

/** Working days of one person in a week. */
export const daysPerPerson = 5;
/** Open days of a month count as this many weeks. */
const weeksPerMonth = 52 / 12;
/** Significance of every proof. */
const significance = 0.05;

/**
 * Plans a sample.
 *
 * @param question see {@link SamplingQuestion}
 * @throws RangeError naming what is out of its range
 * @example
 * ```ts
 * const scores = { mean: 88, betweenAgents: 5, withinAgent: 9, evaluatorNoise: 5, pass: 80 };
 * planSampling({
 *   agents: 40, recordingsPerAgent: 100, ticketsPerAgent: 0, recordingPercent: 10, ticketPercent: 20, openDays: 7, evaluatorDays: 7,
 *   minutesPerReview: 9, minutesPerFinding: 10, reviewCv: 0.5, evaluatorHours: 7.5, otherMinutes: 30, absence: 0.05, onTime: 0.95,
 *   scores, seriousRate: 0.005, repeat: { limit: 0.05, truth: 0.02, power: 0.8 },
 * }).recordings; // => 400
 * ```
 */
export function planSampling(question: SamplingQuestion): SamplingPlan {
  const {
    agents,
    evaluatorDays,
    openDays,
    recordingPercent,
    recordingsPerAgent,
    repeat,
    scores,
    ticketPercent,
    ticketsPerAgent,
  } = question;
  if (evaluatorDays > openDays) {
    throw new RangeError(`evaluatorDays: expected at most the ${openDays} open days, got ${evaluatorDays}`);
  }
  const recordings = percentSample(agents * recordingsPerAgent, recordingPercent);
  const tickets = percentSample(agents * ticketsPerAgent, ticketPercent);
  const daily = recordings + tickets;
  const belowPass = shareBelow(scores);
  const load = evaluatorLoad(question, daily, belowPass);
  const service =
    question.evaluators === undefined
      ? fewestEvaluators(load, question.onTime)
      : evaluatorService(load, question.evaluators);
  const horizons = horizonDays(openDays).map(({ days, name }) => lookBack(question, name, days, recordings));
  const weeklyFindings = daily * openDays * belowPass;
  const deviation = scoreDeviation(scores);
  return {
    recordings,
    tickets,
    reviewsByDay: load.reviewsByDay,
    belowPass,
    weeklyHours: (daily * openDays * load.minutesPerReview) / 60,
    people: Math.ceil(service.evaluators * Math.max(1, evaluatorDays / daysPerPerson) - 1e-9),
    service,
    around: [-2, -1, 0, 1, 2]
      .map((more) => service.evaluators + more)
      .filter((evaluators) => evaluators >= 0)
      .map((evaluators) => (evaluators === service.evaluators ? service : evaluatorService(load, evaluators))),
    horizons,
    byQuality: [-10, -5, -2, 0, 2, 5, 10].map((points) => ({
      quality: scores.pass + points,
      byHorizon: horizons.map(({ days }) =>
        chanceCalled(scores.pass + points, agentReviews(question, recordings, days), scores, 'average'),
      ),
    })),
    toSee: [2, 5, 10].map((points) => ({
      points,
      reviews: deviation === 0 ? 1 : scoresToSee({ difference: points, spread: deviation, power: 0.8, sides: 1 }),
    })),
    ...proof(repeat, weeklyFindings),
  };
}

/** Share of single scores below the mark, evaluators' noise included. */
function shareBelow(scores: ScoreModel): number {
  const { betweenAgents, mean, pass } = scores;
  const spread = Math.hypot(betweenAgents, scoreDeviation(scores));
  return spread === 0 ? (mean < pass ? 1 : 0) : normalCdf((pass - mean) / spread);
}

function evaluatorLoad(question: SamplingQuestion, daily: number, belowPass: number): EvaluatorLoad {
  const {
    absence,
    evaluatorDays,
    evaluatorHours,
    minutesPerFinding,
    minutesPerReview,
    openDays,
    otherMinutes,
    reviewCv,
  } = question;
  return {
    // What is drawn on days when no evaluator works is due on the first working day after.
    reviewsByDay: Array.from(
      { length: evaluatorDays },
      (_, day) => daily * (day === 0 ? 1 + openDays - evaluatorDays : 1),
    ),
    minutesPerReview: minutesPerReview + belowPass * minutesPerFinding,
    reviewCv,
    minutesPerEvaluator: evaluatorHours * 60 - otherMinutes,
    absence,
  };
}

function horizonDays(openDays: number): { name: Horizon['name']; days: number }[] {
  return [
    { name: 'day', days: 1 },
    { name: 'week', days: openDays },
    { name: 'month', days: Math.round(openDays * weeksPerMonth) },
  ];
}

function agentReviews(
  { agents, recordingsPerAgent }: SamplingQuestion,
  recordings: number,
  days: number,
): ReviewCount[] {
  return reviewCounts(recordingsPerAgent * days, agents * recordingsPerAgent * days, recordings * days);
}

function lookBack(question: SamplingQuestion, name: Horizon['name'], days: number, recordings: number): Horizon {
  const { agents, recordingsPerAgent, scores, seriousRate } = question;
  const population = agents * recordingsPerAgent * days;
  const counts = agentReviews(question, recordings, days);
  const reviewsPerAgent = (recordings * days) / agents;
  const defects = Math.round(population * seriousRate);
  return {
    name,
    days,
    reviewsPerAgent,
    margin:
      reviewsPerAgent < 1
        ? Number.POSITIVE_INFINITY
        : (normalQuantile(0.975) * scoreDeviation(scores)) / Math.sqrt(reviewsPerAgent),
    seriousFound: hypergeometricAtLeast(1, { population, defects, sample: recordings * days }),
    average: detection(counts, scores, 'average'),
    certain: detection(counts, scores, 'certain'),
  };
}

function proof(
  { limit, power, truth }: SamplingQuestion['repeat'],
  weeklyFindings: number,
): Pick<SamplingPlan, 'toProve' | 'monthsPower'> {
  if (truth >= limit) return { toProve: null, monthsPower: 0 };
  const question = { limit, truth, significance };
  const monthsPower = provingPower(Math.floor(weeklyFindings * weeksPerMonth), question).power;
  const { always } = trialsToProve(question, power);
  return {
    toProve: { findings: always, weeks: weeklyFindings === 0 ? Number.POSITIVE_INFINITY : always / weeklyFindings },
    monthsPower,
  };
}
