/**
 * From what was simulated to what is reported: sums become means per run, promises get their broken stretches, the formulas
 * get the simulated figures beside them. No language, no rounding.
 */

import type { Outcome } from '../experiment/outcome.ts';
import type { InputUncertainty } from '../experiment/uncertain-inputs.ts';
import { channels } from '../kinds/channels/index.ts';
import { measures } from '../measures/index.ts';
import { promiseScope, wholeScope } from '../measures/interval-tallies.ts';
import type { Tally } from '../measures/measure.ts';
import { sumContacts, sumGroups, sumOutcomes, sumWithin } from '../measures/sum-columns.ts';
import type { ErlangBeside, ErlangPrediction } from '../plan/erlang-figures.ts';
import { paidHours, scheduledWhileOpen } from '../plan/interval-demand.ts';
import type { Duration, Scenario, ServicePromise, WorkType } from '../scenario/scenario.ts';
import { patienceOfTiers } from '../scenario/tiers.ts';
import {
  type ContactColumn,
  contactOffset,
  type GroupColumn,
  groupOffset,
  histogramOffset,
  type QueueColumn,
  queueOffset,
  waitBins,
} from '../sim/run.ts';
import { buildBreaks } from './breaks.ts';
import { buildClocks } from './clocks.ts';
import { buildComplaints } from './complaints.ts';
import { explainDifferences } from './explain-differences.ts';
import { buildOutcomes } from './outcomes.ts';
import { buildQuality } from './quality/build-quality.ts';
import { rangesOf } from './ranges.ts';
import type { PromiseClaim, Report, ReportErlang, ReportPromise, ReportWork } from './report.ts';

/**
 * Builds the report of an experiment.
 *
 * @param scenario what was simulated
 * @param outcome what came out, with at least one run
 * @param beside the formulas for the same scenario
 * @param inputs what came out under uncertain inputs, where the scenario has any
 * @throws RangeError when `outcome` has no runs
 */
export function buildReport(
  scenario: Scenario,
  outcome: Outcome,
  beside: ErlangBeside,
  inputs?: InputUncertainty,
): Report {
  if (outcome.runs < 1) throw new RangeError(`outcome: expected at least one run, got ${outcome.runs}`);
  const intervals = listIntervals(scenario);
  const promises = scenario.promises.map((_, i) => buildPromise(scenario, outcome, intervals, i));
  const work = scenario.work.map((_, i) => buildWork(scenario, outcome, i));
  const groups = scenario.groups.map((_, i) => buildGroup(scenario, outcome, i));
  const quality = buildQuality(scenario, outcome);
  const complaints = buildComplaints(scenario, outcome);
  const clocks = buildClocks(scenario, outcome);
  const outcomes = buildOutcomes(scenario, outcome);
  const erlang = beside.work.map((one) => buildErlang(scenario, outcome, one, work[one.work], groups));
  return {
    format: 'callfloor-report',
    formatVersion: 1,
    scenario: {
      name: scenario.name,
      summary: scenario.summary,
      hash: scenario.hash,
      timeZone: scenario.clock.timeZone,
      intervalSeconds: scenario.clock.intervalSeconds,
      days: listDays(scenario),
    },
    experiment: {
      version: outcome.version,
      seed: outcome.seed,
      runs: outcome.runs,
      ended: outcome.ended,
      ...judgedAfter(outcome),
      confidence: scenario.precision.confidence,
    },
    verdict: sumUp(promises, erlang),
    promises,
    allHold: outcome.allHold,
    uncertainty: inputs === undefined ? null : buildUncertainty(scenario, inputs),
    ...(quality === undefined ? {} : { quality }),
    ...(complaints === undefined ? {} : { complaints }),
    ...(clocks === undefined ? {} : { clocks }),
    ...(outcomes === undefined ? {} : { outcomes }),
    intervals,
    work,
    groups,
    tiers: buildTiers(scenario, outcome),
    settled: countSettled(scenario, outcome),
    shocks: scenario.shocks.map(({ kind, name, why, from, to, touches }) => ({ kind, name, why, from, to, touches })),
    erlang,
    waits: {
      upperEdgesSeconds: [...waitBins],
      answered: countWaits(scenario, outcome, 'answered'),
      abandoned: countWaits(scenario, outcome, 'abandoned'),
    },
    assumptions: {
      busynessCv: scenario.busyness.cv,
      routing: scenario.routing.kind,
      agentChoice: scenario.routing.agentChoice,
      leaving: [...new Set(scenario.groups.map(({ staff }) => (staff.source === 'named' ? 'roster' : staff.leaving)))],
    },
  };
}

/** Where an experiment was stopped between looks: how many runs the last one saw. */
export function judgedAfter({ judgedAfter, runs }: Pick<Outcome, 'judgedAfter' | 'runs'>): { judgedAfter?: number } {
  return judgedAfter < runs ? { judgedAfter } : {};
}

/** The days simulated. */
export function listDays({ clock }: Scenario): Report['scenario']['days'] {
  return clock.days.map(({ date, weekday, start, end }) => ({ date, weekday, start, end }));
}

/** The planning intervals with their local times. */
export function listIntervals({ clock }: Scenario): Report['intervals'] {
  let day = 0;
  return clock.intervalLabels.map((label, i) => {
    const start = clock.intervalStarts[i];
    while (start >= clock.days[day].end) day++;
    return { start, end: clock.intervalStarts[i + 1], day, label };
  });
}

function buildUncertainty(scenario: Scenario, { draws, runs, promises }: InputUncertainty): Report['uncertainty'] {
  const factors = scenario.uncertainty.map(({ work, ...factor }) => ({
    ...factor,
    work: work.map((type) => scenario.work[type].name),
  }));
  return { draws, runs, factors, promises };
}

/** Matters settled, and the paid time that each took; null where nothing tells whether a matter is settled. */
function countSettled({ work }: Scenario, { total }: Outcome): Report['settled'] {
  const { extras } = total.layout;
  const asked = work.flatMap(({ outcome }, type) => (outcome === undefined ? [] : [type]));
  if (!extras.outcomes || asked.length === 0) return null;
  const everything = wholeScope(total.layout);
  const settled = sumOutcomes(total, { ...everything, work: asked }, 'resolved');
  const paid = sumGroups(total, everything, 'paid');
  return { matters: settled / total.runs, paidMinutesEach: settled > 0 ? paid / settled / 60 : null };
}

/** How the customers of each tier were served, over all work at which they wait. */
function buildTiers({ promises, tiers = [], work }: Scenario, { total }: Outcome): Report['tiers'] {
  const { layout } = total;
  const served = work.flatMap(({ channel }, type) => (channels.get(channel).customerWaits ? [type] : []));
  const promise = promises.find(({ measure }) => measure === 'answered-within');
  const threshold = promise === undefined ? -1 : layout.thresholds.indexOf(promise.answerWithin);
  return tiers.map(({ name, share }, tier) => {
    const scope = { ...wholeScope(layout), work: served, tier };
    const count = (column: ContactColumn) => sumContacts(total, scope, column);
    const answered = count('answered');
    const abandoned = count('abandoned');
    const inTime = threshold < 0 ? 0 : sumWithin(total, scope, 'answeredWithin', threshold);
    const isAnswered = answered + abandoned > 0;
    return {
      ...{ name, share },
      requests: count('requests') / total.runs,
      answered: answered / total.runs,
      abandoned: abandoned / total.runs,
      asaSeconds: answered > 0 ? count('answeredWait') / answered : null,
      answeredWithin:
        promise === undefined
          ? null
          : { seconds: promise.answerWithin, share: isAnswered ? inTime / (answered + abandoned) : null },
    };
  });
}

/** What is promised. */
export function buildClaim(scenario: Scenario, promise: ServicePromise): PromiseClaim {
  return {
    id: promise.id,
    measure: promise.measure,
    variant: promise.variant,
    ...(promise.tier === undefined ? {} : { tier: scenario.tiers?.[promise.tier].name ?? '' }),
    ...(promise.clock === undefined ? {} : { clock: scenario.clocks?.[promise.clock].name ?? '' }),
    unit: measures.get(promise.measure).unit,
    answerWithinSeconds: promise.answerWithin,
    shortAbandonSeconds: promise.shortAbandon,
    target: promise.target,
    sense: promise.sense,
    scope: promise.scope,
    work: promise.work.map((one) => scenario.work[one].name),
    hours: promise.hours.map(({ from, to }) => ({ from, to })),
    dayShare: promise.dayShare,
  };
}

function buildPromise(
  scenario: Scenario,
  { verdicts, total, runs }: Outcome,
  intervals: Report['intervals'],
  index: number,
): ReportPromise {
  const promise = scenario.promises[index];
  const verdict = verdicts[index];
  const kind = measures.get(promise.measure);
  const scope = promiseScope(scenario, total.layout, promise);
  const tally = (interval: number, work: readonly number[]) =>
    kind.tally(total, { ...scope, work, intervals: [interval] });
  return {
    ...buildClaim(scenario, promise),
    judgement: verdict.judgement,
    estimate: verdict.estimate,
    plain: verdict.plain,
    tally: verdict.tally,
    meanOfDays: verdict.meanOfDays,
    dayHolds: verdict.dayHolds,
    weekdays: verdict.weekdays,
    dayQuantiles: verdict.dayQuantiles,
    furtherRuns: verdict.furtherRuns,
    breaks: rangesOf(intervals, verdict.intervals, 'broken'),
    undecided: rangesOf(intervals, verdict.intervals, 'undecided'),
    intervals: verdict.intervals.map(({ interval, judgement, estimate, dayHolds }) => {
      const { met, of } = tally(interval, promise.work);
      return { interval, judgement, estimate, met: met / runs, of: of / runs, dayHolds };
    }),
    byWork: splitByWork(promise.work, scope.intervals, verdict.tally, tally),
    variants: verdict.variants.map(({ variant, judgement, estimate, flips }) => ({
      variant,
      judgement,
      estimate,
      flips,
    })),
  };
}

/** The measure of each work type alone; none where it is no matter of work (occupancy has agents, not contacts, below). */
function splitByWork(
  work: readonly number[],
  intervals: readonly number[],
  whole: Tally,
  tally: (interval: number, work: readonly number[]) => Tally,
): ReportPromise['byWork'] {
  if (work.length < 2) return [];
  const parts = work.map((one) => ({ work: one, tallies: intervals.map((interval) => tally(interval, [one])) }));
  const sums = parts.map(({ tallies }) => ({
    met: tallies.reduce((sum, { met }) => sum + met, 0),
    of: tallies.reduce((sum, { of }) => sum + of, 0),
  }));
  const of = sums.reduce((sum, part) => sum + part.of, 0);
  if (Math.abs(of - whole.of) > 1e-6 * whole.of) return [];
  return parts.map(({ work, tallies }, i) => ({ work, value: divide(sums[i]), intervals: tallies.map(divide) }));
}

/** 0/0 is nothing to judge. */
function divide({ met, of }: Tally): number | null {
  return of === 0 ? null : met / of;
}

function buildWork(scenario: Scenario, outcome: Outcome, index: number): ReportWork {
  const type = scenario.work[index];
  const { intervalStarts } = scenario.clock;
  const at = (column: ContactColumn, interval: number) => contactMean(outcome, index, column, interval);
  const all = (column: ContactColumn) => contactTotal(outcome, scenario, index, column);
  const queue = (column: QueueColumn, interval: number) =>
    outcome.total.data[queueOffset(outcome.total.layout, index, column) + interval] / outcome.runs;
  const counts = (value: (column: ContactColumn) => number) => ({
    arrived: value('arrived'),
    selfServed: value('selfServed'),
    requests: value('requests'),
    redials: value('redials'),
    answered: value('answered'),
    abandoned: value('abandoned'),
    blocked: value('blocked'),
    balked: value('balked'),
    calledBack: value('calledBack'),
    waiting: value('waiting'),
    asaSeconds: divide({ met: value('answeredWait'), of: value('answered') }),
  });
  return {
    name: type.name,
    channel: type.channel,
    assumed: listAssumptions(scenario, type),
    total: {
      ...counts(all),
      outsideHours: all('outsideHours'),
      callers: all('callers'),
      callersAnswered: all('callersAnswered'),
      handleSeconds: divide({ met: all('talk') + all('hold') + all('wrapUp'), of: all('answered') }),
    },
    backlog: type.closing === 'keep' ? buildBacklog(scenario, queue) : null,
    intervals: scenario.clock.intervalLabels.map((_, i) => ({
      ...counts((column) => at(column, i)),
      queueMean: queue('queueSeconds', i) / (intervalStarts[i + 1] - intervalStarts[i]),
      queueMax: queue('queueMax', i),
      queueAtEnd: queue('queueAtEnd', i),
    })),
  };
}

/** What is left at the end of a day, mean over the days and at the end of the last. */
function buildBacklog(
  { clock }: Scenario,
  queue: (column: QueueColumn, interval: number) => number,
): NonNullable<ReportWork['backlog']> {
  const { days, intervalStarts } = clock;
  const ends = days.map(({ end }) => intervalStarts.indexOf(end) - 1);
  const mean = (column: QueueColumn) => ends.reduce((sum, i) => sum + queue(column, i), 0) / ends.length;
  return {
    items: mean('queueAtEnd'),
    over24Hours: mean('over24Hours'),
    over48Hours: mean('over48Hours'),
    atLast: queue('queueAtEnd', ends[ends.length - 1]),
  };
}

function contactMean({ total, runs }: Outcome, type: number, column: ContactColumn, interval: number): number {
  return total.data[contactOffset(total.layout, type, column) + interval] / runs;
}

function contactTotal(outcome: Outcome, { clock }: Scenario, type: number, column: ContactColumn): number {
  return clock.intervalLabels.reduce((sum, _, i) => sum + contactMean(outcome, type, column, i), 0);
}

function listAssumptions({ linePools, tiers }: Scenario, type: WorkType): ReportWork['assumed'] {
  const lines = type.linePool === -1 ? Infinity : Math.min(...linePools[type.linePool].steps.map((step) => step.lines));
  const factor = patienceOfTiers(tiers);
  const patience = spread(type.patience).map((mean) => mean * factor.mean);
  return {
    ringSeconds: spread(type.ring),
    talkSeconds: spread(type.talk),
    holdSeconds: spread(type.hold),
    wrapUpSeconds: spread(type.wrapUp),
    patienceSeconds: patience.map(finite),
    patienceCv: mixedCv(finite(type.patience.steps[0].cv) ?? 0, factor),
    selfServed: type.selfService.completed,
    balking: type.balking,
    redialAfterAbandoning: type.redial.abandoned.fraction,
    redialAfterBlocked: type.redial.blocked.fraction,
    lines: finite(lines),
    waitingRoom: finite(type.waitingRoom),
    closing: type.closing,
  };
}

/** Coefficient of variation of a duration times a factor that differs between customers. */
function mixedCv(cv: number, { mean, square }: ReturnType<typeof patienceOfTiers>): number {
  return square === 1 ? cv : Math.sqrt((1 + cv * cv) * (square / mean ** 2) - 1);
}

/** Least and greatest mean over the day; one number where it does not change. */
function spread({ steps }: Duration): number[] {
  const means = steps.map(({ mean }) => mean);
  return [...new Set([Math.min(...means), Math.max(...means)])];
}

/** JSON has no infinity. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function buildGroup(scenario: Scenario, { total: record, runs }: Outcome, index: number): Report['groups'][number] {
  const { intervalStarts, intervalLabels } = scenario.clock;
  const at = (column: GroupColumn, interval: number) =>
    record.data[groupOffset(record.layout, index, column) + interval] / runs;
  const occupancy = (value: (column: GroupColumn) => number) =>
    divide({ met: value('handling'), of: value('loggedIn') - value('ringing') });
  const hours = (seconds: (interval: number) => number) =>
    intervalLabels.reduce((sum, _, i) => sum + seconds(i), 0) / 3600;
  // A head-count stands for the whole clock. Who is there while nothing is open that may come is neither scheduled nor available;
  // who finishes a contact then is.
  const open = scheduledWhileOpen(scenario, index);
  const available = (i: number) =>
    Math.max(at('loggedIn', i) - (at('scheduled', i) - open[i]), at('handling', i) + at('ringing', i));
  const total = (column: GroupColumn) => hours((i) => (column === 'loggedIn' ? available(i) : at(column, i)));
  const paid = paidHours(scenario, index);
  return {
    name: scenario.groups[index].name,
    total: {
      scheduledHours: hours((i) => open[i]),
      availableHours: total('loggedIn'),
      handlingHours: total('handling'),
      paidHours: paid,
      occupancy: occupancy(total),
      utilization: divide({ met: total('handling'), of: paid }),
      overrunHours: hours((i) => Math.max(0, at('loggedIn', i) - at('scheduled', i))),
    },
    intervals: intervalLabels.map((_, i) => {
      const length = intervalStarts[i + 1] - intervalStarts[i];
      return {
        scheduled: at('scheduled', i) / length,
        available: at('loggedIn', i) / length,
        occupancy: occupancy((column) => at(column, i)),
      };
    }),
    ...buildBreaks(scenario, index, at),
  };
}

function buildErlang(
  scenario: Scenario,
  outcome: Outcome,
  one: ErlangBeside['work'][number],
  work: ReportWork,
  groups: Report['groups'],
): ReportErlang {
  const { total } = outcome;
  const promise = one.promise === -1 ? null : one.promise;
  const scope = promise === null ? null : promiseScope(scenario, total.layout, scenario.promises[promise]);
  const covered = new Set(scope?.intervals);
  // Where the promise speaks of this work alone, the figures are the judge's.
  const isAlone = promise !== null && scenario.promises[promise].work.length === 1;
  const verdict = isAlone ? outcome.verdicts[promise] : undefined;
  const judged = new Map(verdict?.intervals.map(({ estimate, interval }) => [interval, estimate?.value ?? null]));
  const level = (intervals: readonly number[]): number | null => {
    if (promise === null || scope === null) return null;
    const kind = measures.get(scenario.promises[promise].measure);
    const asked = intervals.filter((interval) => covered.has(interval));
    return divide(kind.tally(total, { ...scope, work: [one.work], intervals: asked }));
  };
  const formula = ({ serviceLevel, abandoned, asa, occupancy, overload }: ErlangPrediction) => ({
    serviceLevel,
    abandoned,
    asaSeconds: asa,
    occupancy,
    overload,
  });
  const everywhere = one.intervals.map((_, i) => i);
  const blockedByErlangB = one.intervals.reduce((sum, row) => sum + row.offered * row.predicted.erlangB.blocked, 0);
  return {
    work: one.work,
    promise,
    total: {
      offered: one.total.offered,
      requiredHours: one.total.requiredHours,
      scheduledHours: one.total.scheduledHours,
      serviceLevel: { simulated: verdict?.estimate?.value ?? level(everywhere), ...one.total.serviceLevel },
      lost: {
        simulated: divide({ met: work.total.abandoned + work.total.blocked, of: work.total.requests }),
        erlangA: one.total.abandoned.erlangA,
        erlangB: divide({ met: blockedByErlangB, of: one.total.offered }) ?? 0,
      },
    },
    intervals: one.intervals.map((row, i) => ({
      offered: row.offered,
      handleSeconds: row.handleSeconds,
      ringSeconds: row.ringSeconds,
      patienceSeconds: row.patienceSeconds,
      offeredLoad: row.offeredLoad,
      openShare: row.openShare,
      scheduled: row.scheduled,
      required: row.required,
      simulated: {
        serviceLevel: judged.get(i) ?? level([i]),
        abandoned: divide({ met: work.intervals[i].abandoned, of: work.intervals[i].requests }),
        asaSeconds: work.intervals[i].asaSeconds,
      },
      blockedByErlangB: row.predicted.erlangB.blocked,
      erlangC: formula(row.predicted.erlangC),
      erlangA: formula(row.predicted.erlangA),
    })),
    differences: explainDifferences(scenario, one, work, groups),
  };
}

function countWaits({ work }: Scenario, { total, runs }: Outcome, outcome: 'answered' | 'abandoned'): number[] {
  return Array.from({ length: waitBins.length + 1 }, (_, bin) =>
    work.reduce((sum, _, type) => sum + total.data[histogramOffset(total.layout, type, outcome) + bin] / runs, 0),
  );
}

/** All promises together: broken when any is, held when every one that can be judged is. */
function sumUp(promises: readonly ReportPromise[], erlang: readonly ReportErlang[]): Report['verdict'] {
  const count = (judgement: ReportPromise['judgement']) =>
    promises.filter((promise) => promise.judgement === judgement).length;
  const order = ['broken', 'undecided', 'held'] as const;
  const judgement = order.find((one) => count(one) > 0) ?? 'nothing-to-judge';
  const spoken = promises
    .map((promise, index) => ({ index, promise, margin: marginOf(promise) }))
    .filter(({ promise }) => promise.judgement === judgement)
    .sort((a, b) => a.margin - b.margin || a.index - b.index)
    .at(0);
  return {
    judgement,
    promise: spoken?.index ?? null,
    counts: {
      held: count('held'),
      broken: count('broken'),
      undecided: count('undecided'),
      nothing: count('nothing-to-judge'),
    },
    agentsMissing: spoken === undefined ? null : countMissing(spoken.promise, erlang),
  };
}

/** How far a promise is on the good side of its target, as a share of the target. */
function marginOf({ estimate, target, sense }: ReportPromise): number {
  if (estimate === null) return Infinity;
  const margin = sense === 'at-least' ? estimate.value - target : target - estimate.value;
  return target === 0 ? margin : margin / target;
}

/** Measures that more agents mend as the formulas say. */
const ofWaits = ['connection-rate', 'answered-within', 'asa', 'mean-wait', 'abandonment', 'blocking', 'balking'];

function countMissing(promise: ReportPromise, erlang: readonly ReportErlang[]): number | null {
  if (!ofWaits.includes(promise.measure)) return null;
  let most = 0;
  for (const { fromInterval, toInterval } of promise.breaks) {
    for (let i = fromInterval; i <= toInterval; i++) {
      const missing = erlang.reduce((sum, { intervals }) => {
        const { required, scheduled } = intervals[i];
        return sum + (required.erlangA === null ? 0 : Math.max(0, required.erlangA - scheduled));
      }, 0);
      most = Math.max(most, Math.ceil(missing - 1e-9));
    }
  }
  return most === 0 ? null : most;
}
