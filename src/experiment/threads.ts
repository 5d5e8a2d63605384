/**
 * The threads that simulate. To start one takes longer than many an experiment, so those that have done their work wait for
 * the next experiment of the process; waiting, they do not keep it alive.
 */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Batch, WorkerAnswer, WorkerReady, WorkerStart } from './simulate-worker.ts';

/** The built worker beside this module (a thread does not read TypeScript on every Node that Callfloor runs on). */
const workerFile = new URL(`./simulate-worker${extname(import.meta.url)}`, import.meta.url);

/** Threads without an experiment. */
const waiting = new Set<Worker>();
let experiments = 0;
/** Who hears of every thread that died at work. */
const listeners = new Set<() => void>();

/**
 * Hears of every thread that dies at work, whatever it worked for; its runs are done again.
 * @returns ends it
 */
export function hearOfLosses(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What an experiment hears of a thread that it has taken. */
export interface ThreadEars {
  /** It can be sent batches. */
  ready(): void;
  answered(answer: WorkerAnswer): void;
  /** It is gone. */
  died(cause: unknown): void;
}

/** A thread at work for one experiment. */
export interface Thread {
  send(batch: Batch): void;
  /** Gives the thread back; one that is not to be kept is ended with what it has in hand. */
  release(keep: boolean): Promise<void>;
}

/**
 * Starts threads for the first experiment to come, so that they load while its scenario is read.
 * @param count how many shall wait, at least 0
 */
export function startThreads(count: number): void {
  while (waiting.size < count) wait(new Worker(workerFile));
}

/** Says that a thread died at work. */
export function tellLoss(): void {
  for (const listener of listeners) listener();
}

/** Takes a thread for an experiment: one that waits, or else a new one. */
export function takeThread(start: Omit<WorkerStart, 'experiment'>, ears: ThreadEars): Thread {
  const worker = takeWaiting() ?? new Worker(workerFile);
  const experiment = ++experiments;
  let isReady = false;
  let cause: unknown;
  const hear = (word: WorkerReady | WorkerAnswer): void => {
    if ('ready' in word) {
      // An earlier experiment may have ended before the thread was ready for it.
      if (word.ready !== experiment) return;
      isReady = true;
      ears.ready();
    } else if (isReady) ears.answered(word);
  };
  const note = (error: unknown): void => {
    cause = error;
  };
  const end = (): void => {
    tellLoss();
    ears.died(cause);
  };
  worker.on('message', hear).on('error', note).on('exit', end);
  worker.ref();
  worker.postMessage({ ...start, experiment } satisfies WorkerStart);
  return {
    send: (batch) => worker.postMessage(batch),
    async release(keep) {
      worker.off('message', hear).off('error', note).off('exit', end);
      if (keep) wait(worker);
      else await worker.terminate();
    },
  };
}

function takeWaiting(): Worker | undefined {
  for (const worker of waiting) {
    waiting.delete(worker);
    worker.removeAllListeners('error').removeAllListeners('exit');
    return worker;
  }
  return undefined;
}

function wait(worker: Worker): void {
  waiting.add(worker);
  const forget = (): void => {
    waiting.delete(worker);
  };
  // Whatever kills a thread that does nothing for anybody is nobody's loss.
  worker.on('error', forget).on('exit', forget);
  worker.unref();
}
