/**
 * Several scenarios on the same customers, run by run: what a comparison, a counterfactual or a search is made of. What the
 * scenarios share cancels in their difference, so it shows with far fewer runs (common random numbers).
 */
import type { Scenario } from '../scenario/scenario.ts';
import type { RunRecord } from '../sim/run.ts';
import { type Journal, type KeptSums, sumsStep } from './checkpoint.ts';
import { loadPlugins } from './run-source.ts';
import { simulateRuns } from './simulate-runs.ts';

/** Which runs, and where. */
export interface PairedRunsOptions {
  /** Any text: the same text gives the same customers. */
  seed: string;
  /** Number of the first run, from 0; 0 unless given. */
  from?: number;
  /** How many runs of each scenario, whole, at least 1. */
  runs: number;
  /** Threads that simulate, whole, at least 1; 1 simulates in the calling thread. */
  threads: number;
  /** Ends the stream early. */
  signal?: AbortSignal | undefined;
  /** Hears of a thread that died; its runs are done again. */
  onLoss?: () => void;
}

/**
 * Simulates scenarios side by side.
 *
 * Customers are the same as long as the demand is: where two scenarios have different arrival rates, those before the first
 * difference are.
 *
 * @param scenarios at least one; each keeps its own layout of columns
 * @param options see {@link PairedRunsOptions}
 * @returns for each run in order one record a scenario, in the scenarios' order; fewer runs when the signal ends the stream
 * @throws RangeError when `threads` is not a whole number of at least 1; RunLimitError when a run meets its limit
 * @see P. Glasserman and D. D. Yao (1992), Some guidelines and guarantees for common random numbers, Management Science 38
 */
export async function* pairedRuns(
  scenarios: readonly Scenario[],
  { seed, from = 0, runs, threads, signal, onLoss = () => {} }: PairedRunsOptions,
): AsyncGenerator<RunRecord[]> {
  await loadPlugins(...scenarios);
  const wanted = { scenarios, seed, from, until: from + runs, signal };
  let row: RunRecord[] = [];
  for await (const batch of simulateRuns(wanted, threads, onLoss)) {
    for (const record of batch) {
      row.push(record);
      if (row.length < scenarios.length) continue;
      yield row;
      row = [];
    }
  }
}

/** Sums of runs side by side. */
export interface PairedRunSums<State> extends KeptSums<State> {
  /** Adds the next run: a record a scenario. */
  add(records: readonly RunRecord[]): void;
}

/** Sums over the runs of one scenario. */
export interface RunBook<State> extends KeptSums<State> {
  add(record: RunRecord): void;
}

/** Books of scenarios side by side as one; each run is added to them in their order. */
export function sideBySide<State>(books: readonly RunBook<State>[]): PairedRunSums<State[]> {
  return {
    get runs() {
      return books[0].runs;
    },
    add(records) {
      for (const [i, book] of books.entries()) book.add(records[i]);
    },
    state: () => books.map((book) => book.state()),
    restore(states) {
      for (const [i, book] of books.entries()) book.restore(states[i]);
    },
  };
}

/** How runs are summed. */
export interface SummingOptions extends PairedRunsOptions {
  /** Keeps the sums; they go on from what it has kept. */
  journal?: Journal | undefined;
  /** Hears of every run added, and how many there will be. */
  onRun?: ((done: number, all: number) => void) | undefined;
}

/**
 * Adds runs of scenarios side by side to sums that have none yet.
 *
 * @param options see {@link pairedRuns}
 * @throws as {@link pairedRuns}; the signal's reason when it comes before the last run
 */
export async function sumRuns<State>(
  sums: PairedRunSums<State>,
  scenarios: readonly Scenario[],
  options: SummingOptions,
): Promise<void> {
  await sumRunsUntilStopped(sums, scenarios, options);
  if (sums.runs < options.runs) options.signal?.throwIfAborted();
}

/** As {@link sumRuns}, but the signal leaves the runs done by then. */
export async function sumRunsUntilStopped<State>(
  sums: PairedRunSums<State>,
  scenarios: readonly Scenario[],
  { from = 0, journal, onRun, runs, signal, ...options }: SummingOptions,
): Promise<void> {
  journal?.begin(sumsStep(sums));
  if (sums.runs >= runs) return;
  const left = { ...options, from: from + sums.runs, runs: runs - sums.runs, signal };
  for await (const records of pairedRuns(scenarios, left)) {
    sums.add(records);
    onRun?.(sums.runs, runs);
  }
}
