/**
 * Runs a scenario as often as its promises need. The numbered runs are added in order and judged after fixed numbers of
 * them, so the outcome depends on scenario, seed and version alone, never on threads or on the clock.
 */
import manifest from '../../package.json' with { type: 'json' };
import { Ledger, type LedgerState } from '../judge/ledger.ts';
import { lookOnce, planLooks } from '../judge/looks.ts';
import { type LookTaken, SequentialJudge } from '../judge/sequential-judge.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ClockRow } from '../sim/chains.ts';
import { compile } from '../sim/compile.ts';
import type { QualityTrace } from '../sim/quality.ts';
import type { RunRecord } from '../sim/run.ts';
import { simulate } from '../sim/simulate.ts';
import type { EndRow, Trace } from '../sim/trace.ts';
import { CheckpointError, type Journal, type Step } from './checkpoint.ts';
import type { Outcome, Progress } from './outcome.ts';
import { loadPlugins } from './run-source.ts';
import { simulateRuns } from './simulate-runs.ts';

/** How to run an experiment. */
export interface ExperimentOptions {
  /** Any text: the same text gives the same runs. */
  seed: string;
  /** Exactly so many runs, judged once; without it, as many as the scenario's precision asks. */
  runs?: number;
  /** Threads that simulate, whole, at least 1; 1 simulates in the calling thread. */
  threads: number;
  /** Keeps the runs done; one that has kept some goes on from there, to the same outcome as if it had never stopped. */
  journal?: Journal | undefined;
  /**
   * Hears how far the experiment is, after every batch of runs; `outcome` takes one as things stand. Between two looks
   * figures are those of all runs, with intervals that hold whenever one stops, and judgements still those of the last look.
   */
  onProgress?: (progress: Progress, outcome: () => Outcome) => void;
  /** Ends the experiment early with the runs done so far. */
  signal?: AbortSignal;
}

/**
 * Simulates a scenario until every promise is decided or the runs are used up.
 *
 * @param scenario resolved
 * @param options see {@link ExperimentOptions}
 * @returns the sums and verdicts of a contiguous first part of the runs; stopped early, of those done by then, be it none, judged as the
 * last look did: a stop is no look
 * @throws RangeError when `threads` or `runs` is not a whole number of at least 1; CheckpointError when more
 * runs were kept than are wanted; RunLimitError when a run meets its limit
 */
export async function runExperiment(scenario: Scenario, options: ExperimentOptions): Promise<Outcome> {
  const { journal, seed, runs, threads, onProgress, signal } = options;
  const { precision } = scenario;
  const looks = runs === undefined ? planLooks(precision) : lookOnce(precision, runs);
  const atMost = looks.at[looks.at.length - 1];
  await loadPlugins(scenario);
  const ledger = new Ledger(scenario, compile(scenario, seed).plan.layout);
  const progress: Progress = { runs: 0, atMost, undecided: null, estimates: [], threadsLost: 0 };
  const judge = new SequentialJudge(ledger, scenario, looks);
  const report = () => {
    progress.runs = ledger.runs;
    progress.estimates = ledger.promises.map(({ kind, whole }) => whole.estimate(kind.unit, judge.confidence));
    onProgress?.({ ...progress }, () => outcomeOf('stopped'));
  };

  /** Judges where the plan of looks says so; true when that ends the experiment. */
  const look = (): boolean => {
    if (!judge.look()) return false;
    progress.undecided = judge.undecided;
    return runs === undefined && progress.undecided === 0;
  };

  journal?.begin(standingOf(ledger, judge));
  progress.undecided = judge.undecided;
  if (ledger.runs > atMost) throw new CheckpointError('runs', `${ledger.runs}`, `${atMost}`);
  const until = look() ? ledger.runs : atMost;
  const wanted = { scenarios: [scenario], seed, from: ledger.runs, until, signal, readsAtOnce: true };
  const source = simulateRuns(wanted, threads, () => {
    progress.threadsLost++;
    report();
  });
  reading: for await (const batch of source) {
    for (const record of batch) {
      ledger.add(record);
      if (look()) break reading;
    }
    report();
  }
  report();

  const decided = judge.taken?.runs === ledger.runs && runs === undefined && progress.undecided === 0;
  const ended = decided ? 'decided' : ledger.runs < atMost ? 'stopped' : runs === undefined ? 'max-runs' : 'runs-asked';
  return outcomeOf(ended);

  function outcomeOf(ended: Outcome['ended']): Outcome {
    return {
      version: manifest.version,
      seed,
      runs: ledger.runs,
      ended,
      judgedAfter: judge.taken?.runs ?? 0,
      total: ledger.total,
      squares: ledger.squares,
      verdicts: judge.told(),
      allHold: scenario.promises.length === 0 ? null : ledger.allHold.estimate(judge.confidence),
    };
  }
}

/** The step of adding runs to a ledger, with what the last look said of them: it stands until the next. */
function standingOf(ledger: Ledger, judge: SequentialJudge): Step<{ ledger: LedgerState; look: LookTaken | null }> {
  return {
    state: () => (ledger.runs === 0 ? null : { ledger: ledger.state(), look: judge.taken }),
    restore(state) {
      ledger.restore(state.ledger);
      judge.restore(state.look);
    },
  };
}

/**
 * Simulates one run of an experiment again, alone.
 *
 * @param scenario resolved
 * @param seed the experiment's
 * @param run its number, from 0
 * @param trace receives one row per attempt of a contact
 * @param traceClock receives one row per clock that ends
 * @param traceQuality receives one row per contact drawn for evaluation and per score given
 * @param traceEnd receives one row per item handled that may not be settled, or whose customer may give points
 * @returns exactly the record that the experiment added
 * @throws RangeError when `run` is not a whole number of at least 0; RunLimitError when the run meets its limit
 */
export async function replayRun(
  scenario: Scenario,
  seed: string,
  run: number,
  trace?: Trace,
  traceClock?: (row: ClockRow) => void,
  traceQuality?: QualityTrace,
  traceEnd?: (row: EndRow) => void,
): Promise<RunRecord> {
  if (!(Number.isSafeInteger(run) && run >= 0)) {
    throw new RangeError(`run: expected a whole number of at least 0, got ${run}`);
  }
  await loadPlugins(scenario);
  return simulate(compile(scenario, seed), run, trace, traceClock, traceQuality, traceEnd);
}
