/**
 * What a thread does: it compiles the scenarios of an experiment, says so, and simulates the batches that it is sent, until
 * another experiment comes.
 */
import { parentPort } from 'node:worker_threads';
import type { Scenario } from '../scenario/scenario.ts';
import type { Center } from '../sim/center.ts';
import { compile } from '../sim/compile.ts';
import { RunLimitError } from '../sim/run-limit-error.ts';
import { giveBackBatch, loadPlugins, simulateBatch } from './run-source.ts';

/** An experiment to work for. */
export interface WorkerStart {
  /** Its number among the experiments of this process. */
  experiment: number;
  scenarios: readonly Scenario[];
  seed: string;
  /** The first run. */
  from: number;
}

/** Records to simulate, numbered as in `simulateBatch`. */
export interface Batch {
  first: number;
  count: number;
}

/** The thread can simulate the experiment of this number from here on. */
export interface WorkerReady {
  ready: number;
}

/** Columns of the records of a batch in their order, and what the run after them threw. */
export interface WorkerAnswer {
  first: number;
  columns: Float64Array[];
  refused: unknown;
  /** The fields of a `RunLimitError`: a class does not survive the way between threads. */
  limit: LimitFields | null;
}

export type LimitFields = Pick<RunLimitError, 'queue' | 'seed' | 'run' | 'limit' | 'most'>;

let from: number;
let centers: Center[];
let begun = Promise.resolve();

parentPort?.on('message', (message: WorkerStart | Batch) => {
  // Batches come before the modules of their experiment are loaded, and the next experiment may come even then.
  begun = begun.then(() => ('experiment' in message ? begin(message) : answer(message)));
});

async function begin({ experiment, scenarios, seed, from: first }: WorkerStart): Promise<void> {
  await loadPlugins(...scenarios);
  from = first;
  centers = scenarios.map((scenario) => compile(scenario, seed));
  const word: WorkerReady = { ready: experiment };
  parentPort?.postMessage(word);
}

function answer({ first, count }: Batch): void {
  const { records, refused } = simulateBatch(centers, from, first, count);
  const columns = records.map(({ data }) => data);
  const limit = refused instanceof RunLimitError ? { ...refused } : null;
  const word: WorkerAnswer = { first, columns, refused, limit };
  // Copied, not handed over: once a thread has parted with one buffer, V8 looks before every access to any whether it is still there.
  parentPort?.postMessage(word);
  giveBackBatch(centers, first, records);
}
