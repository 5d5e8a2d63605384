/** What a lesson is about: a steady queue, and beside it how the day, the calls and the callers of this centre vary. */
import { timeOf } from '../../kinds/clock.ts';
import type { Duration, Scenario, WorkType } from '../../scenario/scenario.ts';
import { erlangBeside } from '../erlang-beside.ts';
import type { ErlangWork } from '../erlang-figures.ts';
import { handlingCv } from '../handling-cv.ts';
import { serviceVariants } from '../service-variants.ts';
import type { LessonQueue } from './lesson-queue.ts';
import type { LagDemand } from './load-lag.ts';

/** A queue and what surrounds it. `own…` tells the centre's own figures from examples for the lesson. */
export interface LessonSubject {
  readonly queue: LessonQueue;
  /** The promise's definition as scenarios name it. */
  readonly variantName: string;
  /** Coefficient of variation of the handle time. */
  readonly handleCv: number;
  /** Coefficient of variation of the days' level. */
  readonly busynessCv: number;
  readonly ownBusyness: boolean;
  /** Who calls again after hanging up, and after how long on average. */
  readonly redial: { readonly fraction: number; readonly afterSeconds: number };
  readonly ownRedial: boolean;
  readonly demand: LagDemand;
  readonly ownDemand: boolean;
  /** Where in a scenario the queue comes from; null for a queue given by itself. */
  readonly place: LessonPlace | null;
}

/** One work type in one planning interval. */
export interface LessonPlace {
  readonly work: number;
  readonly interval: number;
  /** Index into the scenario's promises. */
  readonly promise: number;
  /** Agents for this work on the roster, a mean: shared ones by their share. */
  readonly scheduled: number;
}

/** Examples where a queue brings no figures of its own. */
const exampleBusyness = 0.1;
const exampleRedial = { fraction: 0.5, afterSeconds: 180 };
/** A made day for a queue without one: calls from eight to four by half-hours, as shares of the busiest. */
const madeProfile = [0.35, 0.6, 0.85, 1, 1, 0.9, 0.75, 0.65, 0.7, 0.85, 0.9, 0.85, 0.75, 0.6, 0.45, 0.3];
const halfHour = 1800;
const opensAt = 8 * 3600;

/**
 * A queue by itself, with examples for what it does not say.
 *
 * @param queue the question
 * @param handleCv coefficient of variation of the handle time
 */
export function subjectOfQueue(queue: LessonQueue, handleCv: number): LessonSubject {
  return {
    queue,
    variantName: 'offered',
    handleCv,
    busynessCv: exampleBusyness,
    ownBusyness: false,
    redial: exampleRedial,
    ownRedial: false,
    demand: {
      intervalStarts: [...madeProfile, 0].map((_, i) => opensAt + i * halfHour),
      labels: madeProfile.map((_, i) => timeOf(opensAt / 60 + i * 30)),
      rates: madeProfile.map((share) => share * queue.arrivalRate),
      meanHandleSeconds: queue.meanHandleSeconds,
      handleCv,
    },
    ownDemand: false,
    place: null,
  };
}

/** Why no lesson can be given on a place of a scenario. */
export type NoSubject = 'no-promise' | 'no-time' | 'nobody-there' | 'ring-too-long';

/**
 * One work type of a scenario, at one planning interval.
 *
 * @param scenario resolved
 * @param work index of a type; without it the one with most contacts among those with a promise on the wait
 * @param label the interval that begins at this time (`10:00`), on the first day that has it; without it the one in which the
 * formula is nearest to the promise, the quiet ones left out
 * @returns the subject, or why there is none
 */
export function subjectOfScenario(scenario: Scenario, work?: number, label?: string): LessonSubject | NoSubject {
  const beside = erlangBeside(scenario).work;
  const promised = beside.filter((one) => one.promise >= 0 && (work === undefined || one.work === work));
  if (promised.length === 0) return 'no-promise';
  const type = promised.reduce((a, b) => (b.total.offered > a.total.offered ? b : a));
  const interval = label === undefined ? tippingInterval(scenario, type) : labelled(scenario, label);
  if (interval === undefined) return label === undefined ? 'nobody-there' : 'no-time';
  const promise = scenario.promises[type.promise];
  const { offered, scheduled, handleSeconds, ringSeconds, patienceSeconds, offeredLoad } = type.intervals[interval];
  const agents = Math.round(scheduled);
  if (offered === 0 || agents < 1) return 'nobody-there';
  if (ringSeconds >= promise.answerWithin) return 'ring-too-long';
  const meanHandleSeconds = handleSeconds + ringSeconds;
  const own = scenario.work[type.work];
  const busyness = busynessOf(scenario, own);
  const { fraction, after } = own.redial.abandoned;
  return {
    queue: {
      arrivalRate: offeredLoad / meanHandleSeconds,
      meanHandleSeconds,
      agents,
      meanPatienceSeconds: patienceSeconds ?? Infinity,
      target: promise.target,
      answerWithinSeconds: promise.answerWithin,
      ringSeconds,
      variant: serviceVariants[promise.variant],
      shortAbandonSeconds: promise.shortAbandon,
    },
    variantName: promise.variant,
    handleCv: handlingCv(own),
    busynessCv: busyness > 0 ? busyness : exampleBusyness,
    ownBusyness: busyness > 0,
    redial: fraction > 0 ? { fraction, afterSeconds: meanOfFirst(after) } : exampleRedial,
    ownRedial: fraction > 0,
    demand: demandOf(scenario, type, meanHandleSeconds),
    ownDemand: true,
    place: { work: type.work, interval, promise: type.promise, scheduled },
  };
}

/** Where the formula is nearest to the promise, among the intervals with at least half of the median load. */
function tippingInterval(scenario: Scenario, { intervals, promise }: ErlangWork): number | undefined {
  const { target } = scenario.promises[promise];
  const usable = intervals.flatMap(({ offered, offeredLoad, scheduled, predicted }, i) => {
    const level = predicted.erlangA.serviceLevel;
    return offered > 0 && scheduled >= 0.5 && level !== null
      ? [{ i, load: offeredLoad, distance: Math.abs(level - target) }]
      : [];
  });
  const loads = usable.map(({ load }) => load).sort((a, b) => a - b);
  const median = loads[Math.floor(loads.length / 2)];
  return usable.filter(({ load }) => load >= median / 2).sort((a, b) => a.distance - b.distance || a.i - b.i)[0]?.i;
}

function labelled({ clock }: Scenario, label: string): number | undefined {
  const found = clock.intervalLabels.indexOf(label);
  return found < 0 ? undefined : found;
}

/** Coefficient of variation of the level of a type's demand: two independent factors with mean 1. */
export function busynessOf({ busyness }: Scenario, { arrivals }: WorkType): number {
  const own = arrivals.process === 'poisson' ? arrivals.busyness.cv : 0;
  return Math.sqrt((1 + busyness.cv ** 2) * (1 + own ** 2) - 1);
}

function meanOfFirst({ steps }: Duration): number {
  return steps[0].mean;
}

/** The first day of a type by planning intervals, from its first calls to an interval after its last. */
function demandOf(scenario: Scenario, { work, intervals }: ErlangWork, meanHandleSeconds: number): LagDemand {
  const { intervalStarts, days } = scenario.clock;
  const ofDay = intervals.map(({ offered }, i) => ({ i, offered })).filter(({ i }) => intervalStarts[i] < days[0].end);
  const busy = ofDay.filter(({ offered }) => offered > 0).map(({ i }) => i);
  const [first, last] = [busy[0] ?? 0, Math.min((busy[busy.length - 1] ?? 0) + 1, intervals.length - 1)];
  const shown = Array.from({ length: last - first + 1 }, (_, k) => first + k);
  return {
    intervalStarts: [...shown, last + 1].map((i) => intervalStarts[i]),
    labels: shown.map((i) => scenario.clock.intervalLabels[i]),
    rates: shown.map((i) => intervals[i].offered / (intervalStarts[i + 1] - intervalStarts[i])),
    meanHandleSeconds,
    handleCv: handlingCv(scenario.work[work]),
  };
}
