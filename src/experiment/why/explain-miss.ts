/**
 * Why a promise is broken: the miss of every broken promise and of each of its red intervals split into its causes, and the
 * small change that would mend them.
 */
import { meetsTarget } from '../../judge/ledger.ts';
import type { Verdict } from '../../judge/verdict.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Journal } from '../checkpoint.ts';
import type { Outcome } from '../outcome.ts';
import { sumRuns } from '../paired-runs.ts';
import { runExperiment } from '../run-experiment.ts';
import type { FactorName } from './factors.ts';
import { findMend, type Mend } from './mend.ts';
import { type MissWanted, openSplit, type Split } from './split-miss.ts';

/** A broken promise, explained. */
export interface ExplainedMiss {
  /** Index into `scenario.promises`. */
  promise: number;
  /** All red intervals together; the whole promise where it is judged by the day. */
  whole: Split | null;
  /** The red intervals one by one. */
  intervals: Split[];
}

/** What `explainMiss` finds. */
export interface Why {
  /** The scenario as it is, judged on the same runs. */
  outcome: Outcome;
  confidence: number;
  /** Causes that the scenario has. */
  factors: FactorName[];
  /** Scenarios that were run side by side. */
  scenarios: number;
  misses: ExplainedMiss[];
  /** Null when nothing is broken, or no change at one place would mend it. */
  mend: Mend | null;
}

/** What is being done. */
export interface WhyProgress {
  stage: 'judge' | 'split' | 'search';
  done: number;
  all: number;
}

/** How to look for causes. */
export interface WhyOptions {
  /** Any text: the same text gives the same customers. */
  seed: string;
  /** Runs of every scenario, whole, at least 2. */
  runs: number;
  threads: number;
  /** Keeps what is done; one that has kept some goes on from there. */
  journal?: Journal | undefined;
  /** Ends the search: its reason is thrown. */
  signal?: AbortSignal | undefined;
  onProgress?: (progress: WhyProgress) => void;
}

/** Runs by which candidates are compared, at most: what they say is proved on others. */
const mostSearchRuns = 30;
/** Runs on which the change found is judged, at least. */
const leastProofRuns = 200;

/**
 * Explains what is broken.
 *
 * @param scenario resolved
 * @param options see {@link WhyOptions}
 * @throws RangeError when `runs` is below 2; the signal's reason when it ends the search; RunLimitError when a run meets its limit
 */
export async function explainMiss(scenario: Scenario, options: WhyOptions): Promise<Why> {
  const { journal, runs, seed, signal, threads, onProgress } = options;
  if (!(Number.isSafeInteger(runs) && runs >= 2)) {
    throw new RangeError(`runs: expected a whole number of at least 2, got ${runs}`);
  }
  const { confidence } = scenario.precision;
  const outcome = await runExperiment(scenario, {
    seed,
    runs,
    threads,
    journal,
    ...(signal === undefined ? {} : { signal }),
    onProgress: (progress) => onProgress?.({ stage: 'judge', done: progress.runs, all: runs }),
  });
  if (outcome.runs < runs) signal?.throwIfAborted();
  const broken = outcome.verdicts.filter(({ judgement }) => judgement === 'broken');
  const found = { outcome, confidence, factors: [], scenarios: 1, misses: [], mend: null };
  if (broken.length === 0) return found;

  const wanted = broken.map((verdict) => missesOf(scenario, verdict));
  const splitting = openSplit(
    scenario,
    wanted.flatMap(({ whole, intervals }) => [whole, ...intervals]),
  );
  await sumRuns(splitting, splitting.scenarios, {
    ...{ journal, seed, runs, threads, signal },
    onRun: (done, all) => onProgress?.({ stage: 'split', done, all }),
  });
  const misses = wanted.map(({ promise, whole, intervals }) => ({
    promise,
    whole: splitting.split(whole, confidence),
    intervals: intervals.map((one) => splitting.split(one, confidence)).filter((split) => split !== null),
  }));

  const mend = await findMend(
    scenario,
    broken.flatMap((verdict) => toMend(scenario, verdict)),
    {
      ...{ journal, seed, threads, signal },
      searchRuns: Math.min(mostSearchRuns, runs),
      judgedRuns: runs,
      proofRuns: Math.max(leastProofRuns, runs),
      confidence,
      onRun: (done, all) => onProgress?.({ stage: 'search', done, all }),
    },
  );
  return { ...found, factors: splitting.factors, scenarios: splitting.scenarios.length, misses, mend };
}

/** What of a broken promise is split. */
function missesOf(
  scenario: Scenario,
  { promise, intervals }: Verdict,
): { promise: number; whole: MissWanted; intervals: MissWanted[] } {
  const judged = intervals.filter(({ judgement }) => judgement !== 'nothing-to-judge');
  const broken = judged.filter(({ judgement }) => judgement === 'broken').map(({ interval }) => interval);
  const byDay = scenario.promises[promise].scope === 'day';
  return {
    promise,
    whole: { promise, intervals: byDay ? judged.map(({ interval }) => interval) : broken },
    intervals: broken.map((interval) => ({ promise, intervals: [interval] })),
  };
}

/**
 * What has to be mended for a broken promise to hold: of one that every interval has to keep, also those that miss it on these days
 * without being shown to, since they keep it broken once the others are mended.
 */
function toMend(scenario: Scenario, verdict: Verdict): MissWanted[] {
  const promise = scenario.promises[verdict.promise];
  if (promise.scope === 'day') return [missesOf(scenario, verdict).whole];
  return verdict.intervals
    .filter(({ estimate }) => estimate !== null && !meetsTarget(promise, estimate.value))
    .map(({ interval }) => ({ promise: verdict.promise, intervals: [interval] }));
}
