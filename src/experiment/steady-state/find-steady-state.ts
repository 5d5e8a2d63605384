/**
 * What a centre would settle to if one instant lasted for ever, by replicated batch means: several long runs that begin empty, the start of each cut
 * off by a rule, the rest cut into batches that stand in for independent days. The judge, its ledger and every measure are those of an experiment.
 *
 * 1. Hold the instant; refuse what can never settle.
 * 2. Simulate four trial runs; see where their warm-up ends and how long batches must be. Not settled within a quarter of a run, or batches that
 *    know of each other: begin again with runs twice as long.
 * 3. Simulate other runs, cut as the trial runs say, and judge their batches; double their number until every figure that is promised is decided
 *    and precise, or the budget is used up. The trial runs are not judged: a warm-up that is cut off where the same data look best, which is after
 *    a long queue, makes queues look shorter than they are (by a fifth of the standard error in one of Erlang's).
 */
import { anyTimeConfidence } from '../../judge/looks.ts';
import type { Estimate, Verdict } from '../../judge/verdict.ts';
import { requireFinite, requireInnerProbability, requireWhole } from '../../math/requirements.ts';
import { meanDuration } from '../../plan/interval-means.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { compile } from '../../sim/compile.ts';
import type { RunRecord } from '../../sim/run.ts';
import type { Journal } from '../checkpoint.ts';
import { arrivalsOf, loadPlugins } from '../run-source.ts';
import { simulateRuns } from '../simulate-runs.ts';
import { arrivalRate, type HeldInstant, holdInstant, isAlive, longestPromise } from './hold-instant.ts';
import { mostFilling, type Settling, settle, usualStretches } from './settling.ts';
import { findOverload, type Overload, shownFlows } from './settling-load.ts';
import { Batches, type BatchesState, type SteadyEstimate } from './steady-batches.ts';

/** How to look for a steady state. */
export interface SteadyOptions {
  /** Any text: the same text gives the same runs. */
  seed: string;
  /** Threads that simulate, whole, at least 1. */
  threads: number;
  /**
   * Half the width of an interval that is precise enough, as a share of its figure (figures below 0.1 or below 1 s count as that much); above 0 and
   * below 1, 0.05 unless given.
   */
  precision?: number;
  /**
   * Contacts in the runs that count, at most, at least 10,000; unless given, 8 to 32 times what the first look takes. Given without a
   * `precision`, all of them are simulated and looked at once, at the full confidence.
   */
  contacts?: number;
  /** Keeps the runs done; one that has kept some goes on from there. */
  journal?: Journal | undefined;
  /** Hears how many contacts have been simulated, and how many there may be. */
  onProgress?: (done: number, atMost: number) => void;
  /** Ends the search early with what the last look saw, or with the runs done so far where there is but one look. */
  signal?: AbortSignal;
}

/** A steady state. */
export interface SteadyOutcome {
  held: HeldInstant;
  /** Seconds from the scenario's start. */
  at: number;
  seed: string;
  /** `reached`: every promise is decided and every figure asked for is precise; `asked`: so many contacts were asked for. */
  ended: 'reached' | 'budget' | 'asked' | 'stopped';
  /** Of every interval: looks correct the scenario's own. */
  confidence: number;
  precision: number;
  /** Long runs that were judged, and contacts in all of them. */
  runs: number;
  contacts: number;
  /** Of one run, seconds: all of it, its warm-up and its end that are left out, one batch. */
  runSeconds: number;
  warmUpSeconds: number;
  runOutSeconds: number;
  batchSeconds: number;
  /** What the warm-up takes at least, for follow-ups and redials to come as often as they ever will. */
  fillingSeconds: number;
  batches: number;
  /** The greatest correlation of a batch with the next among the promises, or among all figures where there are none. */
  lagCorrelation: number;
  verdicts: Verdict[];
  figures: SteadyEstimate[];
  /** Contacts waiting or with an agent. */
  inHand: Estimate | null;
  /** Mean per hour of the columns, summed over the batches. */
  total: RunRecord;
  /** Contacts in the centre (waiting or with an agent) by stretch of a run, mean over the trial runs: how it settles. */
  course: number[];
}

/** Why there is no steady state to show. */
export type Unsettled =
  | { reason: 'nobody' }
  | ({ reason: 'overload' } & Overload)
  /** The budget ended before the centre had settled; the queue that grew most, its means in the middle and at the end. */
  | { reason: 'growing'; work: number; middle: number; end: number; contacts: number }
  /** The budget does not reach for the time that follow-ups need, or for batches that hardly know of each other. */
  | { reason: 'filling'; seconds: number; contacts: number; least: number }
  | { reason: 'batches'; contacts: number }
  /** The budget is too small for the first look. */
  | { reason: 'budget'; least: number };

/** A held instant that has no steady state, or none within the budget. */
export class UnsettledError extends Error {
  readonly unsettled: Unsettled;

  constructor(unsettled: Unsettled) {
    super(`no steady state: ${unsettled.reason}`);
    this.name = 'UnsettledError';
    this.unsettled = unsettled;
  }
}

/** Trial runs, and runs of the first look. */
const firstRuns = 4;
/** Contacts of the shortest run. */
const leastContacts = 10_000;
/** A run lasts at least so many mean handle times, and so many times the longest promise. */
const handleTimes = 50;
const promiseTimes = 5;
/** The usual budget: so many first looks, but no more contacts than this where a few first looks do not take more. */
const usualLooks = { most: 32, least: 8 };
const usualContacts = 4_000_000;

/**
 * Finds the steady state of a held instant.
 *
 * Warm-up: the later of the time in which follow-ups fill ({@link fillingTime}, with the shares that the runs show) and of what MSER-5 finds in the
 * contacts in hand and in every queue that nobody leaves, both averaged over the runs. Batches: ten groups of stretches each, the smallest groups whose
 * correlation with the next is at most 0.2 in every figure. Both as four trial runs show it. Looks: after 4, 8, 16, … other runs, each at 1 − α/K of K looks, so that stopping when the
 * intervals are short, or when promises are decided, costs no confidence. A stop by hand is no look: what was simulated since the last one has no say; where
 * only one is planned, intervals of the runs done so far are those of `anyTimeConfidence`.
 *
 * @param scenario resolved
 * @param at seconds from its start
 * @returns null when it was stopped before the first look
 * @throws UnsettledError when there is nothing to find, RangeError for an option out of range, RunLimitError when a run meets its limit
 * @see N. T. Argon and S. Andradóttir (2006), Replicated batch means for steady-state simulations, Naval Research Logistics 53, 508–524; A. M. Law and
 * J. S. Carson (1979), A sequential procedure for determining the length of a steady-state simulation, Operations Research 27, 1011–1025, for batches
 * ten times as long as groups with a small correlation; P. D. Welch (1983) for averaging over runs; `warmUpEnd` for MSER-5
 */
export async function findSteadyState(
  scenario: Scenario,
  at: number,
  options: SteadyOptions,
): Promise<SteadyOutcome | null> {
  const { journal, onProgress, precision = 0.05, seed, signal, threads } = options;
  requireInnerProbability('precision', precision);
  if (options.contacts !== undefined) requireFinite('contacts', options.contacts, leastContacts);
  requireWhole('threads', threads, 1);
  await loadPlugins(scenario);
  const held = holdInstant(scenario, at);
  const hour = held.scenario;
  if (!isAlive(hour)) throw new UnsettledError({ reason: 'nobody' });
  const overload = findOverload(hour);
  if (overload !== null) throw new UnsettledError({ reason: 'overload', ...overload });

  const rate = hour.work.reduce((sum, work) => sum + arrivalRate(work), 0);
  let runSeconds = leastRun(hour, rate);
  const least = Math.ceil(firstRuns * runSeconds * rate);
  const budget =
    options.contacts ?? Math.max(usualLooks.least * least, Math.min(usualLooks.most * least, usualContacts));
  if (least > budget) throw new UnsettledError({ reason: 'budget', least });
  let spent = 0;
  let most = budget;
  const simulateFrom = async (long: Scenario, from: number, until: number, take: (record: RunRecord) => void) => {
    if (from >= until) return;
    const wanted = { scenarios: [long], seed, from, until, signal };
    for await (const batch of simulateRuns(wanted, threads, () => {})) {
      for (const record of batch) {
        spent += arrivalsOf(record);
        onProgress?.(spent, Math.max(most, spent));
        take(record);
      }
    }
  };

  // How long a run has to be.
  let trial: RunRecord[];
  let settling: Settling;
  const growths: Settling['growth'][] = [];
  let long: Scenario;
  for (;;) {
    long = lastFor(scenario, at, runSeconds);
    runSeconds = long.clock.horizonSeconds;
    const { layout } = compile(long, seed).plan;
    const done: RunRecord[] = [];
    journal?.begin<number[][]>({
      state: () => (done.length === 0 ? null : done.map(({ data }) => [...data])),
      restore: (kept) => done.push(...kept.map((data) => ({ layout, runs: 1, data: Float64Array.from(data) }))),
    });
    spent = done.reduce((sum, record) => sum + arrivalsOf(record), 0);
    await simulateFrom(long, done.length, firstRuns, (record) => done.push(record));
    trial = done;
    if (trial.length < firstRuns) return null;
    settling = settle(hour, long, trial);
    if (settling.fault === null) break;
    const shown = settling.growth === null ? null : findOverload(hour, shownFlows(hour, trial, runSeconds));
    if (shown !== null) throw new UnsettledError({ reason: 'overload', ...shown });
    growths.push(settling.growth);
    if (isEndless(growths)) throw new UnsettledError(describe(settling, spent, runSeconds));
    if (2 * spent > budget) throw new UnsettledError(describe(settling, spent, runSeconds));
    // Filling tells how long it takes (a tenth more, so that it is enough); whatever else is found out by trying.
    const wanted = settling.fault === 'filling' ? (1.1 * settling.fillingSeconds) / mostFilling : 2 * runSeconds;
    const next = Math.max(2 * runSeconds, Number.isFinite(wanted) ? wanted : 0);
    if ((spent * next) / runSeconds > budget) throw new UnsettledError(describe(settling, spent, runSeconds));
    runSeconds = next;
  }

  // As many others as the figures need.
  const tried = spent;
  most = tried + budget;
  const perRun = tried / firstRuns;
  const once = options.contacts !== undefined && options.precision === undefined;
  const looks: number[] = once ? [Math.max(firstRuns, Math.floor(budget / perRun))] : [];
  for (let runs = firstRuns; !once && (runs === firstRuns || runs * perRun <= budget); runs *= 2) looks.push(runs);
  let confidence = 1 - (1 - hour.precision.confidence) / looks.length;
  const stretch = runSeconds / settling.stretches;
  const open = () => new Batches(hour, settling, stretch, compile(hour, seed).plan.layout, trial[0].layout);
  const batches = open();
  /** What the last look saw: it stands until the next. */
  let seen: BatchesState | null = null;
  journal?.begin<{ now: BatchesState; seen: BatchesState | null }>({
    state: () => (batches.runs === 0 ? null : { now: batches.state(), seen }),
    restore(kept) {
      batches.restore(kept.now);
      seen = kept.seen;
    },
  });
  spent += batches.contacts;
  let ended: SteadyOutcome['ended'] = once ? 'asked' : 'budget';
  for (const runs of looks) {
    // A look that was taken before the work was stopped was not the last.
    if (batches.runs > runs) continue;
    await simulateFrom(long, firstRuns + batches.runs, firstRuns + runs, (record) => batches.add(record));
    if (batches.runs < runs) {
      ended = 'stopped';
      if (once) confidence = anyTimeConfidence(hour.precision.confidence, firstRuns, runs, 2);
      break;
    }
    if (once) break;
    if (batches.isEnough(confidence, precision)) {
      ended = 'reached';
      break;
    }
    seen = batches.state();
  }
  // What a stop leaves of a look has no say: who stops because he likes what he sees would be wrong more often than is promised.
  const judged = ended === 'stopped' && !once ? open() : batches;
  if (judged !== batches && seen !== null) judged.restore(seen);
  if (judged.runs < firstRuns) return null;
  return {
    ...{ held, at, seed, ended, confidence, precision },
    ...{ runs: judged.runs, contacts: judged.contacts, runSeconds },
    warmUpSeconds: settling.warmUp * stretch,
    runOutSeconds: settling.runOut * stretch,
    batchSeconds: settling.batch * stretch,
    fillingSeconds: settling.fillingSeconds,
    batches: judged.ledger.runs,
    ...judged.outcome(confidence),
    course: settling.course,
  };
}

/** The shortest run: enough contacts, handle times and promises. */
function leastRun(hour: Scenario, rate: number): number {
  const span = hour.clock.days[0];
  const handling = Math.max(
    ...hour.work.flatMap(({ hold, hours, ring, talk, wrapUp }) =>
      hours.length === 0
        ? []
        : [
            [ring, talk, hold, wrapUp].reduce(
              (sum, one) => sum + meanDuration(one, { from: span.start, to: span.end }),
              0,
            ),
          ],
    ),
  );
  return Math.max(leastContacts / rate, handleTimes * handling, promiseTimes * longestPromise(hour), usualStretches);
}

/** The held instant for so long, or up to one planning interval longer where fatigue counts by them. */
function lastFor(scenario: Scenario, at: number, seconds: number): Scenario {
  const { intervalSeconds } = scenario.clock;
  const span =
    scenario.fatigue === undefined
      ? { seconds: Math.ceil(seconds / usualStretches) * usualStretches, intervals: usualStretches }
      : { intervals: Math.max(usualStretches, Math.ceil(seconds / intervalSeconds)), seconds: 0 };
  if (span.seconds === 0) span.seconds = span.intervals * intervalSeconds;
  return holdInstant(scenario, at, span).scenario;
}

/**
 * Whether a queue grows for ever beyond doubt: three times in a row runs twice as long end with one almost twice as long. One that wanders without
 * aim grows with the square root of time, 1.4 times.
 */
function isEndless(growths: readonly Settling['growth'][]): boolean {
  const times = 3;
  const last = growths.slice(-times - 1);
  if (last.length <= times) return false;
  return last.every((growth, i) => {
    const before = last[i - 1];
    if (growth === null || before === null) return false;
    return before === undefined || (growth.work === before.work && growth.end >= 1.7 * before.end);
  });
}

function describe({ fault, fillingSeconds, growth }: Settling, contacts: number, runSeconds: number): Unsettled {
  if (fault !== 'filling')
    return growth === null ? { reason: 'batches', contacts } : { reason: 'growing', ...growth, contacts };
  const least = Math.ceil((1.2 * contacts * fillingSeconds) / mostFilling / runSeconds);
  return { reason: 'filling', seconds: fillingSeconds, contacts, least };
}
