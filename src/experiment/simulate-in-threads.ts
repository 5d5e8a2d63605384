/**
 * Runs over several threads, handed out in batches and read in the order of their numbers. A thread that dies costs time
 * and nothing else: its batches are done again by a new one.
 */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { compile } from '../sim/compile.ts';
import type { RunRecord } from '../sim/run.ts';
import { RunLimitError } from '../sim/run-limit-error.ts';
import { type RunBatch, type RunsWanted, recordsWanted, runsPerBatch } from './run-source.ts';
import type { Batch, WorkerAnswer, WorkerStart } from './simulate-worker.ts';

/** Batches that a thread has in hand: one at work, one to go on with. */
const batchesPerThread = 2;
/** Batches that may be out or waiting for an earlier one, per thread. */
const windowPerThread = 4;
/** A batch under which this many threads died is given up. */
const mostDeaths = 3;

/** The built worker beside this module (a thread does not read TypeScript on every Node that Callfloor runs on). */
const workerFile = new URL(`./simulate-worker${extname(import.meta.url)}`, import.meta.url);

/**
 * Simulates in `threads` threads.
 *
 * @param wanted runs, and a signal that ends the stream
 * @param threads whole, at least 1
 * @param onLoss hears of a thread that died
 * @returns batches of records in their order, all of them unless the signal ends the stream
 * @throws what a run throws, once the runs before it are read; an Error when threads keep dying under the same runs
 */
export async function* simulateInThreads(
  wanted: RunsWanted,
  threads: number,
  onLoss: () => void,
): AsyncGenerator<RunRecord[]> {
  const { scenarios, seed, from, signal } = wanted;
  const all = recordsWanted(wanted);
  const layouts = scenarios.map((scenario) => compile(scenario, seed).plan.layout);
  const start: WorkerStart = { scenarios, seed, from };
  const inHand = new Map<Worker, Batch[]>();
  const again: Batch[] = [];
  const done = new Map<number, RunBatch>();
  const deaths = new Map<number, number>();
  let size = 1;
  let next = 0;
  let due = 0;
  let wake = (): void => {};

  try {
    signal?.addEventListener('abort', wakeUp);
    for (let i = 0; i < Math.min(threads, all); i++) hire();
    while (due < all) {
      if (signal?.aborted) return;
      const batch = done.get(due);
      if (batch === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      done.delete(due);
      const { records, refused } = batch;
      due += records.length;
      if (refused === undefined) {
        size = runsPerBatch(records[0]);
        for (const worker of inHand.keys()) supply(worker);
      }
      yield records;
      if (refused !== undefined) throw refused;
    }
  } finally {
    signal?.removeEventListener('abort', wakeUp);
    const workers = [...inHand.keys()];
    inHand.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  function wakeUp(): void {
    wake();
  }

  function hire(): void {
    const worker = new Worker(workerFile, { workerData: start });
    let cause: unknown;
    inHand.set(worker, []);
    worker.on('message', (answer: WorkerAnswer) => {
      take(worker, answer);
    });
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => {
      bury(worker, cause);
    });
    supply(worker);
  }

  function supply(worker: Worker): void {
    const batches = inHand.get(worker);
    while (batches !== undefined && batches.length < batchesPerThread) {
      const batch = again.shift() ?? cutBatch();
      if (batch === undefined) return;
      batches.push(batch);
      worker.postMessage(batch);
    }
  }

  function cutBatch(): Batch | undefined {
    if (next >= Math.min(all, due + windowPerThread * threads * size)) return undefined;
    const batch = { first: next, count: Math.min(size, all - next) };
    next += batch.count;
    return batch;
  }

  function take(worker: Worker, { first, columns, refused, limit }: WorkerAnswer): void {
    const batches = inHand.get(worker) ?? [];
    batches.splice(
      batches.findIndex((batch) => batch.first === first),
      1,
    );
    done.set(first, {
      records: columns.map((data, i) => ({ layout: layouts[(first + i) % layouts.length], runs: 1, data })),
      refused:
        limit === null ? refused : new RunLimitError(limit.queue, limit.seed, limit.run, limit.limit, limit.most),
    });
    supply(worker);
    wake();
  }

  function bury(worker: Worker, cause: unknown): void {
    const lost = inHand.get(worker);
    if (lost === undefined) return;
    inHand.delete(worker);
    // Only the batch at work can have killed it.
    const [atWork, ...others] = lost;
    if (atWork !== undefined) {
      const count = (deaths.get(atWork.first) ?? 0) + 1;
      deaths.set(atWork.first, count);
      if (count < mostDeaths) others.unshift(atWork);
      else {
        const run = from + Math.floor(atWork.first / scenarios.length);
        const refused = new Error(`threads died ${count} times on the runs from ${run} on`, { cause });
        done.set(atWork.first, { records: [], refused });
      }
    }
    again.unshift(...others);
    onLoss();
    hire();
    wake();
  }
}
