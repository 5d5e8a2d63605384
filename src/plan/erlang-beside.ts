/**
 * Erlang's formulas beside the simulation: per work type and planning interval what they expect, what they require for the
 * promise, and what they predict of the roster. Each interval stands alone, as if it lasted for ever.
 */
import { erlangA } from '../math/erlang-a.ts';
import { erlangB } from '../math/erlang-b.ts';
import { erlangCMeasures } from '../math/erlang-c.ts';
import type { QueueMeasures, QueueOptions } from '../math/queue-measures.ts';
import { serviceLevelBase } from '../math/queue-measures.ts';
import { requiredAgents, type StaffingTarget } from '../math/required-agents.ts';
import type { Scenario, ServicePromise } from '../scenario/scenario.ts';
import { patienceOfTiers } from '../scenario/tiers.ts';
import type {
  ErlangBeside,
  ErlangDifference,
  ErlangInterval,
  ErlangPrediction,
  ErlangTotal,
} from './erlang-figures.ts';
import { type IntervalQuestion, intervalDemand } from './interval-demand.ts';
import { clip } from './interval-means.ts';
import { serviceVariants } from './service-variants.ts';

/** Erlang beyond which no number of agents is an answer: a thousand of the greatest groups. */
const mostLoad = 1e8;

/**
 * What Erlang B, C and A say of a scenario.
 *
 * A contact holds an agent for ring + talk + hold + wrap-up, and the ring is part of the wait: the formulas get the sum as handle
 * time and the promise's time less the mean ring. Where only part of an interval is open, rates and people are means over that
 * part. Who may be given several kinds of work is apportioned by `apportionAgents`, wherever the routing prefers them. An agent who may hold several conversations counts as so many, each as
 * slow as when he holds them all. Self-service delays nobody. Overload is an
 * answer, not an error.
 *
 * @param scenario resolved
 * @returns per work type and interval the figures, JSON-safe
 */
export function erlangBeside(scenario: Scenario): ErlangBeside {
  const questions = intervalDemand(scenario);
  const work = scenario.work.map((_, type) => {
    const promise = strictestPromise(scenario, type);
    const connections = scenario.promises.filter((one) => promisesConnection(one) && one.work.includes(type));
    const asked = questions.map((interval) => interval[type]);
    const answers = asked.map((question) => answer(question, scenario.promises[promise], connections));
    return {
      work: type,
      promise,
      intervals: answers.map(({ figures }) => figures),
      total: addUp(answers, asked),
      differences: differences(scenario, type),
    };
  });
  return { work };
}

/** The answered-within promise of the greatest target that covers a type; -1 when there is none. */
function strictestPromise(scenario: Scenario, type: number): number {
  let strictest = -1;
  scenario.promises.forEach((promise, i) => {
    if (promise.measure !== 'answered-within' || promise.sense !== 'at-least' || !promise.work.includes(type)) return;
    if (strictest < 0 || promise.target > scenario.promises[strictest].target) strictest = i;
  });
  return strictest;
}

/** A connection rate of 90 % is an abandonment of at most 10 %, where every attempt counts: what the formulas can size. */
function promisesConnection({ measure, variant, sense, target }: ServicePromise): boolean {
  return measure === 'connection-rate' && variant === 'per-attempt' && sense === 'at-least' && target < 1;
}

/** One interval's figures, with the numerators and denominators that the total adds up. */
interface Answer {
  figures: ErlangInterval;
  /** Something is offered and a promise asks for agents. */
  sized: boolean;
  erlangC: Tally;
  erlangA: Tally;
}

type Model = 'erlangC' | 'erlangA';

interface Tally {
  met: number;
  of: number;
  abandoned: number;
}

function answer(
  question: IntervalQuestion,
  promise: ServicePromise | undefined,
  connections: readonly ServicePromise[],
): Answer {
  const { offered, arrivalRate, conversations, handleSeconds, ringSeconds, patienceSeconds } = question;
  const { offeredLoad, openShare, scheduled } = question;
  const covers = ({ hours }: ServicePromise): boolean => clip(hours, question.span).length > 0;
  const covered = promise !== undefined && covers(promise) ? promise : undefined;
  const spare = covered === undefined ? 0 : covered.answerWithin - ringSeconds;
  const queue: QueueOptions = {
    arrivalRate,
    // Without any work to do the formulas need some handle time all the same; it does not show in the figures.
    meanHandleSeconds: handleSeconds * conversations + ringSeconds || 1,
    agents: scheduled * conversations,
    answerWithinSeconds: Math.max(0, spare),
    shortAbandonSeconds: covered === undefined ? 0 : Math.min(covered.shortAbandon, Math.max(0, spare)),
  };
  // A patience of 0 is a queue in which nobody waits; the formula needs some patience.
  const meanPatienceSeconds = Math.max(patienceSeconds, 1e-6);
  const variant = covered === undefined ? undefined : serviceVariants[covered.variant];
  const c = erlangCMeasures(queue);
  const a = erlangA({ ...queue, meanPatienceSeconds });
  const level = (measures: QueueMeasures): number | null =>
    variant === undefined || offered === 0 ? null : spare < 0 ? 0 : finite(measures.serviceLevel[variant]);
  const targets = targetsOf(queue, covered, connections.filter(covers));
  const least = (patience: number): number | null => {
    if (targets.length === 0) return null;
    if (offered === 0) return 0;
    if (spare < 0 || (covered?.target ?? 0) >= 1 || offeredLoad > mostLoad) return null;
    return Math.ceil(requiredAgents({ ...queue, meanPatienceSeconds: patience, targets }) / conversations);
  };
  const predict = (measures: QueueMeasures): ErlangPrediction => ({
    serviceLevel: level(measures),
    abandoned: offered === 0 ? 0 : measures.abandonment,
    asa: offered > 0 && Number.isFinite(measures.asa) ? measures.asa + ringSeconds : null,
    occupancy: offered === 0 ? 0 : measures.occupancy,
    overload: offered > 0 && !measures.stable,
  });
  const tally = (measures: QueueMeasures): Tally => {
    const share = variant === undefined ? 0 : serviceLevelBase(measures, variant);
    return {
      met: (level(measures) ?? 0) * share * offered,
      of: level(measures) === null ? 0 : share * offered,
      abandoned: offered === 0 ? 0 : measures.abandonment * offered,
    };
  };
  return {
    figures: {
      offered,
      handleSeconds,
      ringSeconds,
      patienceSeconds: Number.isFinite(patienceSeconds) ? patienceSeconds : null,
      offeredLoad,
      openShare,
      scheduled,
      required: { erlangC: least(Infinity), erlangA: least(meanPatienceSeconds) },
      predicted: {
        erlangB: { blocked: offered === 0 ? 0 : erlangB(offeredLoad * conversations, scheduled * conversations) },
        erlangC: predict(c),
        erlangA: predict(a),
      },
    },
    sized: offered > 0 && targets.length > 0,
    erlangC: tally(c),
    erlangA: tally(a),
  };
}

/** What the formulas are asked to keep in an interval. */
function targetsOf(
  { answerWithinSeconds, shortAbandonSeconds = 0 }: QueueOptions,
  answered: ServicePromise | undefined,
  connections: readonly ServicePromise[],
): StaffingTarget[] {
  const targets = connections.map(({ target }): StaffingTarget => ({ measure: 'abandonment', atMost: 1 - target }));
  const variant = answered && serviceVariants[answered.variant];
  if (answered === undefined || variant === undefined) return targets;
  const { target: atLeast } = answered;
  return [...targets, { measure: 'serviceLevel', variant, answerWithinSeconds, shortAbandonSeconds, atLeast }];
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function addUp(answers: readonly Answer[], asked: readonly IntervalQuestion[]): ErlangTotal {
  const sum = (value: (answer: Answer, i: number) => number): number =>
    answers.reduce((total, answer, i) => total + value(answer, i), 0);
  const hours = (i: number): number => (asked[i].span.to - asked[i].span.from) / 3600;
  const requiredHours = (model: Model): number | null => {
    const sized = answers.filter((answer) => answer.sized);
    if (sized.length === 0 || sized.some(({ figures }) => figures.required[model] === null)) return null;
    return sum(({ figures }, i) => (figures.required[model] ?? 0) * hours(i));
  };
  // Staff where nothing is promised, or nothing offered, would only look like plenty beside the hours required.
  const anySized = answers.some(({ sized }) => sized);
  const counts = ({ figures, sized }: Answer): boolean => (anySized ? sized : figures.offered > 0);
  const serviceLevel = (model: Model): number | null => {
    const of = sum((answer) => answer[model].of);
    return of > 0 ? sum((answer) => answer[model].met) / of : null;
  };
  const offered = sum(({ figures }) => figures.offered);
  return {
    offered,
    requiredHours: { erlangC: requiredHours('erlangC'), erlangA: requiredHours('erlangA') },
    scheduledHours: sum((answer, i) => (counts(answer) ? answer.figures.scheduled * hours(i) : 0)),
    serviceLevel: { erlangC: serviceLevel('erlangC'), erlangA: serviceLevel('erlangA') },
    abandoned: { erlangA: offered > 0 ? sum(({ erlangA: { abandoned } }) => abandoned) / offered : 0 },
  };
}

/** Which assumptions of the formulas the scenario breaks, in the order in which they usually matter. */
function differences(scenario: Scenario, type: number): ErlangDifference[] {
  const work = scenario.work[type];
  const exponential = (kinds: Iterable<{ kind: string; mean: number }>): boolean =>
    [...kinds].every(({ kind, mean }) => kind === 'exponential' || mean === 0);
  const handling = [work, ...work.handlingByGroup].flatMap(({ talk, hold, wrapUp }) =>
    [talk, hold, wrapUp].flatMap(({ steps }) => steps.filter(({ mean }) => mean > 0)),
  );
  const leaving = work.patience.steps.filter(({ mean }) => mean < Infinity);
  const servers = scenario.routing.groups[type].map(({ group }) => scenario.groups[group]);
  const redials = Object.values(work.redial).some(({ fraction }) => fraction > 0);
  const noise = work.arrivals.process === 'poisson' && work.arrivals.busyness.cv > 0;
  const found: [ErlangDifference, boolean][] = [
    ['abandonment', leaving.length > 0],
    ['patience-shape', !exponential(leaving) || (leaving.length > 0 && patienceOfTiers(scenario.tiers).square !== 1)],
    ['handling-shape', !exponential(handling) || new Set(handling.map(({ mean }) => mean)).size > 1],
    ['redials', redials],
    ['balking', work.balking > 0],
    ['concurrency', work.concurrency !== undefined],
    ['limited-lines', work.linePool >= 0 || work.waitingRoom < Infinity],
    [
      'shared-agents',
      servers.length > 1 || servers.some(({ speeds }) => speeds.filter((speed) => speed > 0).length > 1),
    ],
    ['busyness', noise || (scenario.busyness.cv > 0 && work.arrivals.process === 'poisson')],
    ['recorded-counts', work.arrivals.process === 'recorded'],
    ['carry-over', scenario.clock.intervalStarts.length > 2],
  ];
  return found.filter(([, holds]) => holds).map(([difference]) => difference);
}
