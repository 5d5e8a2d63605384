/**
 * Runs over several threads, handed out in batches and read in the order of their numbers. The calling thread simulates too
 * while runs are short; a thread that dies costs time and nothing else: its batches are done again by a new one.
 */
import { setImmediate } from 'node:timers/promises';
import { integrateRate } from '../math/rate-curve.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { compile } from '../sim/compile.ts';
import type { RunRecord } from '../sim/run.ts';
import { RunLimitError } from '../sim/run-limit-error.ts';
import {
  arrivalsPerBatch,
  giveBackBatch,
  type RunBatch,
  type RunsWanted,
  recordsWanted,
  runsPerBatch,
  simulateBatch,
} from './run-source.ts';
import type { Batch, WorkerAnswer } from './simulate-worker.ts';
import { type Thread, takeThread } from './threads.ts';

/** Batches that a thread has in hand: one at work, one to go on with. */
const batchesPerThread = 2;
/** Batches that may be out or waiting for an earlier one, per thread. */
const windowPerThread = 4;
/** A batch under which this many threads died is given up; so are threads when as many died before they were ready. */
const mostDeaths = 3;

/**
 * Simulates in `threads` threads, the calling one among them unless a run of the scenario takes so long that the program could not
 * be spoken to meanwhile.
 *
 * @param wanted runs, and a signal that ends the stream
 * @param threads whole, at least 1
 * @param onLoss hears of a thread that died
 * @returns batches of records in their order, all of them unless the signal ends the stream
 * @throws what a run throws, once the runs before it are read; an Error when threads keep dying under the same runs, or before
 * they have simulated any while this one must not
 */
export async function* simulateInThreads(
  wanted: RunsWanted,
  threads: number,
  onLoss: () => void,
): AsyncGenerator<RunRecord[]> {
  const { scenarios, seed, from, signal } = wanted;
  const all = recordsWanted(wanted);
  const centers = scenarios.map((scenario) => compile(scenario, seed));
  const layouts = centers.map(({ plan }) => plan.layout);
  const simulatesHere = scenarios.every(isShort);
  /** Batches in hand by thread. */
  const inHand = new Map<Thread, Batch[]>();
  /** Threads that have begun to simulate. */
  const ready = new Set<Thread>();
  /** Batches of threads that died. */
  const again: Batch[] = [];
  const done = new Map<number, RunBatch>();
  /** By batch, how many threads died at work on it. */
  const deaths = new Map<number, number>();
  let deathsAtStart = 0;
  let fault: Error | undefined;
  let size = 1;
  let next = 0;
  let due = 0;
  let wake = (): void => {};

  try {
    signal?.addEventListener('abort', wakeUp);
    // The first is ours: a thread that still loads would keep everybody waiting for it.
    let own = simulatesHere ? cutBatch() : undefined;
    for (let i = simulatesHere ? 1 : 0; i < Math.min(threads, all); i++) hire();
    while (due < all) {
      if (signal?.aborted) return;
      if (fault !== undefined && (!simulatesHere || (inHand.size === 0 && again.some(isDeadly)))) throw fault;
      const batch = done.get(due);
      if (batch === undefined) {
        own ??= simulatesHere ? (cutBatch() ?? takeBack()) : undefined;
        if (own === undefined) await heardOf();
        else {
          done.set(own.first, simulateBatch(centers, from, own.first, own.count));
          own = undefined;
          await setImmediate();
        }
        continue;
      }
      done.delete(due);
      const { records, refused } = batch;
      const first = due;
      due += records.length;
      if (refused === undefined) {
        size = runsPerBatch(records[0]);
        for (const thread of inHand.keys()) supply(thread);
      }
      yield records;
      if (refused !== undefined) throw refused;
      if (simulatesHere && wanted.readsAtOnce === true) giveBackBatch(centers, first, records);
    }
  } finally {
    signal?.removeEventListener('abort', wakeUp);
    await Promise.all([...inHand.keys()].map((thread) => thread.release(simulatesHere)));
  }

  function wakeUp(): void {
    wake();
  }

  function heardOf(): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve;
    });
  }

  function isDeadly({ first }: Batch): boolean {
    return deaths.has(first);
  }

  /** A batch that no thread has begun: of one that died or that still loads. What killed a thread is not done here. */
  function takeBack(): Batch | undefined {
    const loading = [...inHand].flatMap(([thread, batches]) => (ready.has(thread) ? [] : [batches]));
    for (const batches of [again, ...loading]) {
      const at = batches.findIndex((batch) => !isDeadly(batch));
      if (at >= 0) return batches.splice(at, 1)[0];
    }
    return undefined;
  }

  function hire(): void {
    const thread = takeThread(
      { scenarios, seed, from },
      {
        ready: () => void ready.add(thread),
        answered: (answer) => take(thread, answer),
        died: (cause) => bury(thread, cause),
      },
    );
    inHand.set(thread, []);
    supply(thread);
  }

  function supply(thread: Thread): void {
    const batches = inHand.get(thread);
    while (batches !== undefined && batches.length < batchesPerThread) {
      const batch = again.shift() ?? cutBatch();
      if (batch === undefined) return;
      batches.push(batch);
      thread.send(batch);
    }
  }

  function cutBatch(): Batch | undefined {
    if (next >= Math.min(all, due + windowPerThread * threads * size)) return undefined;
    // Towards the end in ever smaller ones, so that all threads end together.
    const share = Math.ceil((all - next) / (batchesPerThread * threads));
    const batch = { first: next, count: Math.min(size, share) };
    next += batch.count;
    return batch;
  }

  function take(thread: Thread, { first, columns, refused, limit }: WorkerAnswer): void {
    const batches = inHand.get(thread) ?? [];
    const at = batches.findIndex((batch) => batch.first === first);
    // What was taken back is done.
    if (at < 0) return;
    batches.splice(at, 1);
    done.set(first, {
      records: columns.map((data, i) => ({ layout: layouts[(first + i) % layouts.length], runs: 1, data })),
      refused:
        limit === null ? refused : new RunLimitError(limit.queue, limit.seed, limit.run, limit.limit, limit.most),
    });
    supply(thread);
    wake();
  }

  function bury(thread: Thread, cause: unknown): void {
    const lost = inHand.get(thread) ?? [];
    inHand.delete(thread);
    if (ready.has(thread)) mindBatches(lost, cause);
    else mindStart(lost, cause);
    onLoss();
    if (fault === undefined) hire();
    wake();
  }

  function mindStart(lost: readonly Batch[], cause: unknown): void {
    again.unshift(...lost);
    if (++deathsAtStart < mostDeaths) return;
    fault = new Error(`threads died ${deathsAtStart} times before they simulated anything`, { cause });
  }

  function mindBatches(lost: readonly Batch[], cause: unknown): void {
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
  }
}

/** Whether a run of the scenario is expected to take no longer than a few batches. */
function isShort({ clock, work }: Scenario): boolean {
  const arrivals = work.reduce(
    (sum, { arrivals: a }) =>
      sum +
      (a.process === 'recorded'
        ? a.counts.reduce((count, of) => count + of, 0)
        : integrateRate(a.curve, 0, clock.horizonSeconds)),
    0,
  );
  return arrivals <= 5 * arrivalsPerBatch;
}
