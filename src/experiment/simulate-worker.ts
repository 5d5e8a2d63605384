/** What a thread of an experiment does: it compiles the scenarios once, then simulates the batches that it is sent. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Scenario } from '../scenario/scenario.ts';
import { compile } from '../sim/compile.ts';
import { RunLimitError } from '../sim/run-limit-error.ts';
import { loadPlugins, simulateBatch } from './run-source.ts';

/** What the thread is started with. */
export interface WorkerStart {
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

/** Columns of the records of a batch in their order, and what the run after them threw. */
export interface WorkerAnswer {
  first: number;
  columns: Float64Array<ArrayBuffer>[];
  refused: unknown;
  /** The fields of a `RunLimitError`: a class does not survive the way between threads. */
  limit: LimitFields | null;
}

export type LimitFields = Pick<RunLimitError, 'queue' | 'seed' | 'run' | 'limit' | 'most'>;

const { scenarios, seed, from } = workerData as WorkerStart;
await loadPlugins(...scenarios);
const centers = scenarios.map((scenario) => compile(scenario, seed));

parentPort?.on('message', ({ first, count }: Batch) => {
  const { records, refused } = simulateBatch(centers, from, first, count);
  const columns = records.map(({ data }) => data as Float64Array<ArrayBuffer>);
  const limit = refused instanceof RunLimitError ? { ...refused } : null;
  const answer: WorkerAnswer = { first, columns, refused, limit };
  parentPort?.postMessage(
    answer,
    columns.map(({ buffer }) => buffer),
  );
});
