/**
 * Quality during a run: every agent has a true quality by criterion of the evaluation form, every contact handled a score about it,
 * evaluators see it through their own severity and noise, and a talk changes the agent. What a contact draws depends on the customer
 * and the contact alone, so two rosters or two samples meet the same moods; an agent is who his name says.
 */

import { signs } from '../kinds/sampling/sampling-kind.ts';
import { nextNormal } from '../random/samplers.ts';
import { restartStream, type Stream, type StreamKey } from '../random/stream.ts';
import type { Coaching } from '../scenario/scenario.ts';
import type { Center } from './center.ts';
import { placeOf } from './chains.ts';
import { normalOnce } from './customers.ts';
import { handlingTime } from './handling-time.ts';
import { type QualityColumn, qualityColumns, type TeamColumn, teamColumns } from './run.ts';
import type { SamplePlan, SampleRow } from './samples.ts';
import { intervalOf } from './tiers.ts';

/** What of a scenario's quality stays the same over all runs. */
export interface QualityPlan {
  readonly pass: number;
  readonly criteria: readonly string[];
  readonly weights: Float64Array;
  readonly mean: number;
  /** Standard deviations: of what all criteria of an agent share, of each criterion's own, of a type of work's own, and within an agent. */
  readonly shared: number;
  readonly own: number;
  readonly byWork: number;
  readonly within: number;
  /** Standard deviation of the scores of one agent's contacts. */
  readonly scoreSpread: number;
  readonly tiredPerSecond: number;
  /** By group: points on the first day, and the time in which they shrink to 1/e. */
  readonly groupPoints: Float64Array;
  readonly learnSeconds: Float64Array;
  /** By type: its place among the types that have a quality, or −1. */
  readonly scored: Int32Array;
  /** By type: whether it gives scores; which coaching it is, or −1. */
  readonly scores: Uint8Array;
  readonly teaches: Int32Array;
  readonly bias: number;
  readonly noise: number;
  readonly coaching: readonly Coaching[];
  readonly samples: readonly SamplePlan[];
  /** By type: the samples that draw from it. */
  readonly samplesOf: readonly (readonly number[])[];
  /** Calibration; `keeps` 1 where there is none. */
  readonly calibrationSeconds: number;
  readonly keeps: number;
  /** Evaluators by agent. */
  readonly evaluators: Int32Array;
  /** Local hour of each interval. */
  readonly hours: Uint8Array;
  /** By agent. */
  readonly agentKeys: readonly StreamKey[];
  readonly biasKeys: readonly StreamKey[];
  /** By type. */
  readonly contactKeys: readonly StreamKey[];
  readonly noiseKey: StreamKey;
  /** Index of the first figure by place among the scored types, and of the team's. */
  readonly figures: Int32Array;
  readonly teamFigures: number;
}

/** Contacts that were drawn for evaluation, in columns. */
export interface Cases {
  type: number[];
  agent: number[];
  customer: number[];
  place: number[];
  /** Interval to which the contact is booked. */
  interval: number[];
  handledAt: number[];
  /** True score, and the criterion that cost most points. */
  quality: number[];
  cause: number[];
  /** The score that stands, and who first gave one; −1 and 0 before. */
  score: number[];
  evaluator: number[];
}

/** One score that was given, for a trace. */
export interface ScoreRow {
  /** When it was given, seconds from the scenario's start. */
  at: number;
  /** The work that gave it, the contact that it is about, and what that was truly worth. */
  evaluation: string;
  work: string;
  customer: number;
  item: string;
  agent: string;
  evaluator: string;
  score: number;
  quality: number;
  cause: string;
}

/** Receives the contacts drawn for evaluation and the scores of a run. */
export type QualityTrace = (row: ScoreRow | SampleRow) => void;

/** What changes during a run. */
export interface QualityState {
  readonly cases: Cases;
  /** Contacts handled since the last draw, by sample. */
  readonly pools: readonly Pool[];
  /** By agent · criteria + criterion: what the agent is without group, hours and coaching. */
  readonly base: Float64Array;
  /** By agent · types + type. */
  readonly byWork: Float64Array;
  /** By coaching: gain by agent · criteria + criterion, and when it was last changed, by agent. */
  readonly gains: readonly Float64Array[];
  readonly gainAt: readonly Float64Array[];
  /** By agent: severity, points. */
  readonly severity: Float64Array;
  /** By agent: sum of expected quality over contacts handled, their number; sum of first scores, their number. */
  readonly expected: Float64Array;
  readonly handled: Float64Array;
  readonly points: Float64Array;
  readonly reviews: Float64Array;
  /** Findings that were talked over, by agent · criteria + criterion. */
  readonly followed: Followed[][];
  /** Scratch for draws, and draws made so far, by sample. */
  readonly stream: Stream;
  readonly draws: Int32Array;
  /** Of the contact at hand: expected quality of its agent, points below the pass mark, its true score, its cause, a machine's error. */
  shortfall: number;
  truth: number;
  cause: number;
  error: number;
  trace: QualityTrace | undefined;
}

/** A finding that was talked over: when, where it is booked, and whether the next review, or any within the time, is awaited. */
interface Followed {
  at: number;
  type: number;
  interval: number;
  awaitsNext: boolean;
  awaitsAny: boolean;
}

/** Contacts among which a sample chooses: what `Handled` asks for, and what an evaluation has to know. */
export interface Pool {
  agent: number[];
  group: number[];
  work: number[];
  hour: number[];
  seconds: number[];
  signs: number[];
  quality: number[];
  error: number[];
  customer: number[];
  place: number[];
  interval: number[];
  cause: number[];
  handledAt: number[];
}

/** Findings that come back later than this are new ones, seconds. */
export const comesBackWithin = 28 * 86_400;

const quality = (name: QualityColumn) => qualityColumns.indexOf(name);
const scoredColumn = quality('scored');
const qualityColumn = quality('quality');
const poorColumn = quality('poor');
export const sampledColumn = quality('sampled');
const evaluatedColumn = quality('evaluated');
const pointsColumn = quality('points');
const failedColumn = quality('failed');
const falselyFailed = quality('falselyFailed');
const falselyPassed = quality('falselyPassed');
const overturned = quality('overturned');
const coached = quality('coached');
const followedNext = quality('followedNext');
const againNext = quality('againNext');
const followedAny = quality('followedAny');
const againAny = quality('againAny');

const team = (name: TeamColumn) => teamColumns.indexOf(name);

/** Columns for a run of a plan. */
export function layQuality(plan: QualityPlan | null, agents: number, types: number): QualityState | null {
  if (plan === null) return null;
  const criteria = plan.criteria.length;
  const perCriterion = () => new Float64Array(agents * criteria);
  const perAgent = () => new Float64Array(agents);
  return {
    cases: emptyCases(),
    pools: plan.samples.map(emptyPool),
    base: perCriterion(),
    byWork: new Float64Array(agents * types),
    gains: plan.coaching.map(perCriterion),
    gainAt: plan.coaching.map(perAgent),
    severity: perAgent(),
    expected: perAgent(),
    handled: perAgent(),
    points: perAgent(),
    reviews: perAgent(),
    followed: Array.from({ length: agents * criteria }, () => []),
    stream: new Int32Array(4),
    draws: new Int32Array(plan.samples.length),
    shortfall: 0,
    truth: 0,
    cause: 0,
    error: 0,
    trace: undefined,
  };
}

function emptyCases(): Cases {
  return {
    type: [],
    agent: [],
    customer: [],
    place: [],
    interval: [],
    handledAt: [],
    quality: [],
    cause: [],
    score: [],
    evaluator: [],
  };
}

export function emptyPool(): Pool {
  return {
    agent: [],
    group: [],
    work: [],
    hour: [],
    seconds: [],
    signs: [],
    quality: [],
    error: [],
    customer: [],
    place: [],
    interval: [],
    cause: [],
    handledAt: [],
  };
}

/** Puts everybody at the start of a run. */
export function resetQuality(center: Center, plan: QualityPlan, state: QualityState): void {
  for (const column of [...Object.values(state.cases), ...state.pools.flatMap((pool) => Object.values(pool))]) {
    column.length = 0;
  }
  for (const column of [...state.gains, ...state.gainAt]) column.fill(0);
  for (const column of [state.expected, state.handled, state.points, state.reviews]) column.fill(0);
  for (const list of state.followed) list.length = 0;
  state.draws.fill(0);
  const criteria = plan.criteria.length;
  const { types } = center.plan;
  plan.agentKeys.forEach((key, agent) => {
    if (agent === 0) return;
    restartStream(center.stream, key, center.run, 0, 0);
    const shared = plan.mean + plan.shared * nextNormal(center.stream);
    for (let c = 0; c < criteria; c++) {
      state.base[agent * criteria + c] = shared + plan.own * nextNormal(center.stream);
    }
    for (let type = 0; type < types; type++) {
      state.byWork[agent * types + type] = plan.byWork === 0 ? 0 : plan.byWork * nextNormal(center.stream);
    }
    restartStream(center.stream, plan.biasKeys[agent], center.run, 0, 0);
    state.severity[agent] = plan.bias * nextNormal(center.stream);
  });
}

/** What an agent is worth now at a criterion, without hours on shift. */
function qualityAt(center: Center, state: QualityState, agent: number, type: number, criterion: number): number {
  const plan = center.plan.quality as QualityPlan;
  const at = agent * plan.criteria.length + criterion;
  const group = center.plan.agentGroup[agent];
  let points = state.base[at] + state.byWork[agent * center.plan.types + type];
  const behind = plan.groupPoints[group];
  if (behind !== 0) points += behind * Math.exp(-center.now / plan.learnSeconds[group]);
  for (let k = 0; k < plan.coaching.length; k++) {
    const gain = state.gains[k][at];
    if (gain !== 0) points += gain * Math.exp(-(center.now - state.gainAt[k][agent]) / plan.coaching[k].fadeSeconds);
  }
  return points;
}

/** A contact has been handled: what was it worth? Leaves the answer in the state, and books it. */
export function assess(center: Center, plan: QualityPlan, state: QualityState, contact: number): void {
  const type = center.type[contact];
  const agent = center.withAgent[contact];
  const criteria = plan.criteria.length;
  const tired = plan.tiredPerSecond * (center.now - center.cameAt[agent]);
  restartStream(center.stream, plan.contactKeys[type], center.run, center.customer[contact], placeOf(center, contact));
  let expected = -tired;
  let truth = -tired;
  let cause = 0;
  let worst = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < criteria; c++) {
    const points = qualityAt(center, state, agent, type, c);
    const score = points + plan.within * nextNormal(center.stream);
    expected += plan.weights[c] * points;
    truth += plan.weights[c] * score;
    const loss = plan.weights[c] * (100 - score);
    if (loss > worst) {
      worst = loss;
      cause = c;
    }
  }
  state.error = nextNormal(center.stream);
  state.truth = truth;
  state.cause = cause;
  state.shortfall = Math.max(0, plan.pass - truth);
  state.expected[agent] += expected;
  state.handled[agent]++;
  const interval = intervalOf(center, contact);
  book(center, plan, type, interval, scoredColumn);
  book(center, plan, type, interval, qualityColumn, Math.min(100, Math.max(0, truth)));
  if (truth < plan.pass) book(center, plan, type, interval, poorColumn);
}

/** Keeps a contact that was handled for the samples that may draw it. */
export function keepForSamples(
  center: Center,
  plan: QualityPlan,
  state: QualityState,
  contact: number,
  isResolved: boolean,
  isDissatisfied: boolean,
): void {
  const type = center.type[contact];
  const interval = intervalOf(center, contact);
  const lineage = center.lineage[contact];
  for (const sample of plan.samplesOf[type]) {
    const pool = state.pools[sample];
    pool.agent.push(center.withAgent[contact]);
    pool.group.push(center.withGroup[contact]);
    pool.work.push(type);
    pool.hour.push(plan.hours[interval]);
    pool.seconds.push(handlingTime(center, contact, type));
    pool.signs.push(
      (lineage === 0 ? 0 : signs.repeat) +
        (isResolved ? 0 : signs.unsettled) +
        (isDissatisfied ? signs.dissatisfied : 0),
    );
    pool.quality.push(state.truth);
    pool.error.push(state.error);
    pool.customer.push(center.customer[contact]);
    pool.place.push(placeOf(center, contact));
    pool.interval.push(interval);
    pool.cause.push(state.cause);
    pool.handledAt.push(center.now);
  }
}

/** An evaluation is done: the contact that it is about gets a score. Returns whether it passes. */
export function evaluate(center: Center, plan: QualityPlan, state: QualityState, contact: number): boolean {
  const about = center.about[contact];
  if (about < 0) return true;
  const { cases } = state;
  const evaluator = center.withAgent[contact];
  const type = center.type[contact];
  const noise = plan.noise * normalOnce(center, plan.noiseKey, center.customer[contact], placeOf(center, contact));
  const score = Math.min(100, Math.max(0, cases.quality[about] + state.severity[evaluator] + noise));
  const isFirst = cases.evaluator[about] === 0;
  if (isFirst) bookFirst(center, plan, state, about, score);
  else bookAgain(center, plan, state, about, score, evaluator);
  cases.score[about] = score;
  if (isFirst) cases.evaluator[about] = evaluator;
  state.trace?.({
    at: center.now,
    evaluation: center.plan.typeNames[type],
    ...nameCase(center, state, about),
    evaluator: center.plan.agentNames[evaluator],
    score,
    quality: cases.quality[about],
    cause: plan.criteria[cases.cause[about]],
  });
  return score >= plan.pass;
}

/** A case as people call it. */
export function nameCase(center: Center, { cases }: QualityState, about: number) {
  const work = center.plan.typeNames[cases.type[about]];
  const customer = cases.customer[about];
  // Later contacts of a customer are told apart by when they were handled.
  const item = `${work} ${customer} @${Math.round(cases.handledAt[about])}`;
  return { work, customer, item, agent: center.plan.agentNames[cases.agent[about]] };
}

function bookFirst(center: Center, plan: QualityPlan, state: QualityState, about: number, score: number): void {
  const { cases } = state;
  const agent = cases.agent[about];
  const type = cases.type[about];
  const interval = cases.interval[about];
  const truth = cases.quality[about];
  state.points[agent] += score;
  state.reviews[agent]++;
  book(center, plan, type, interval, evaluatedColumn);
  book(center, plan, type, interval, pointsColumn, score);
  const hasFailed = score < plan.pass;
  if (hasFailed) book(center, plan, type, interval, failedColumn);
  if (hasFailed && truth >= plan.pass) book(center, plan, type, interval, falselyFailed);
  if (!hasFailed && truth < plan.pass) book(center, plan, type, interval, falselyPassed);
  for (let c = 0; c < plan.criteria.length; c++) {
    lookBack(center, plan, state, about, c, hasFailed && cases.cause[about] === c);
  }
}

/** Whether what was talked over with the agent at one criterion shows in this review. */
function lookBack(
  center: Center,
  plan: QualityPlan,
  state: QualityState,
  about: number,
  criterion: number,
  isAgain: boolean,
): void {
  const { cases } = state;
  const list = state.followed[cases.agent[about] * plan.criteria.length + criterion];
  if (list.length === 0) return;
  const handledAt = cases.handledAt[about];
  const type = cases.type[about];
  const interval = cases.interval[about];
  for (const one of list) {
    if (handledAt <= one.at) continue;
    if (one.awaitsNext) {
      one.awaitsNext = false;
      book(center, plan, type, interval, followedNext);
      if (isAgain) book(center, plan, type, interval, againNext);
    }
    if (one.awaitsAny && (isAgain || handledAt > one.at + comesBackWithin)) {
      one.awaitsAny = false;
      if (handledAt <= one.at + comesBackWithin) book(center, plan, one.type, one.interval, againAny);
    }
  }
  // What is answered is forgotten.
  let kept = 0;
  for (const one of list) if (one.awaitsNext || one.awaitsAny) list[kept++] = one;
  list.length = kept;
}

/** A second score: do evaluators agree, and does the first verdict stand? */
function bookAgain(
  center: Center,
  plan: QualityPlan,
  state: QualityState,
  about: number,
  score: number,
  evaluator: number,
): void {
  const { cases } = state;
  const before = cases.score[about];
  const passes = score >= plan.pass;
  if (before < plan.pass && passes) book(center, plan, cases.type[about], cases.interval[about], overturned);
  // Who scores the same contact twice does not show how two agree.
  if (evaluator === cases.evaluator[about]) return;
  const add = (column: TeamColumn, value = 1) => {
    center.data[plan.teamFigures + team(column)] += value;
  };
  add('pairs');
  if (Math.abs(score - before) <= 10) add('withinTen');
  if (before >= plan.pass && passes) add('bothPass');
  else if (before < plan.pass && !passes) add('bothFail');
  else if (passes) add('secondPasses');
  else add('firstPasses');
  add('differences', score - before);
  add('squaredDifferences', (score - before) ** 2);
  add('sums', score + before);
  add('squaredSums', (score + before) ** 2);
}

/** A talk about a contact is over: its agent is better at what went wrong. */
export function teach(center: Center, plan: QualityPlan, state: QualityState, contact: number): void {
  const about = center.about[contact];
  if (about < 0) return;
  const { cases } = state;
  const k = plan.teaches[center.type[contact]];
  const { closes, fadeSeconds, lateSeconds, others } = plan.coaching[k];
  const agent = cases.agent[about];
  const cause = cases.cause[about];
  const type = cases.type[about];
  const criteria = plan.criteria.length;
  const fresh = Math.exp(-(center.now - cases.handledAt[about]) / lateSeconds);
  const faded = Math.exp(-(center.now - state.gainAt[k][agent]) / fadeSeconds);
  for (let c = 0; c < criteria; c++) {
    const lacks = Math.max(0, 100 - qualityAt(center, state, agent, type, c));
    const at = agent * criteria + c;
    state.gains[k][at] = state.gains[k][at] * faded + lacks * fresh * (c === cause ? closes : others);
  }
  state.gainAt[k][agent] = center.now;
  const interval = cases.interval[about];
  // Whose time ends after the last day could only ever be seen to come back.
  const awaitsAny = center.now + comesBackWithin <= center.plan.horizon;
  state.followed[agent * criteria + cause].push({ at: center.now, type, interval, awaitsNext: true, awaitsAny });
  book(center, plan, type, interval, coached);
  if (awaitsAny) book(center, plan, type, interval, followedAny);
}

/** Evaluators who are there lose some of their severity. */
export function calibrate(plan: QualityPlan, state: QualityState, evaluator: number): void {
  state.severity[evaluator] *= plan.keeps;
}

/** Books what a run has shown of its agents: who is truly below the mark, and who is called so. One-sided 95 % for `proven`. */
export function bookTeam(center: Center, plan: QualityPlan, state: QualityState): void {
  const figures = teamColumns.map(() => 0);
  const add = (column: TeamColumn, value = 1) => {
    figures[team(column)] += value;
  };
  // The spread of scores is taken as known, as the plan of a sample does.
  const spread = Math.hypot(plan.scoreSpread, plan.noise, plan.bias);
  for (let agent = 1; agent < state.handled.length; agent++) {
    if (state.handled[agent] === 0) continue;
    const reviews = state.reviews[agent];
    const mean = reviews === 0 ? Number.NaN : state.points[agent] / reviews;
    const isWeak = state.expected[agent] / state.handled[agent] < plan.pass;
    const isCalled = mean < plan.pass;
    const isProven = mean + (oneSided * spread) / Math.sqrt(reviews) < plan.pass;
    add(isWeak ? 'weak' : 'good');
    if (isCalled) add(isWeak ? 'weakFound' : 'goodAccused');
    if (isProven) add(isWeak ? 'weakProven' : 'goodProven');
  }
  figures.forEach((value, i) => {
    center.data[plan.teamFigures + i] += value;
  });
}

/** Normal quantile of 95 %. */
const oneSided = 1.6448536269514722;

export function book(
  center: Center,
  plan: QualityPlan,
  type: number,
  interval: number,
  column: number,
  value = 1,
): void {
  center.data[plan.figures[plan.scored[type]] + column * center.plan.intervals + interval] += value;
}
