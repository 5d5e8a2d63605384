/** A solver that may work in a thread of its own, so that the program hears Ctrl-C and draws progress meanwhile. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LinearModel } from '../../plan/roster/build/linear-model.ts';
import { type Solution, type SolveOptions, solveModel } from './solve-model.ts';

/** Solves one model at a time. */
export interface Solver {
  solve(model: LinearModel, options: SolveOptions): Promise<Solution>;
  /** Ends the thread; what it is solving is given up, and whoever waits for it, or asks again, is told so by an Error. */
  close(): Promise<void>;
}

/** What the thread is sent. */
export interface SolveRequest {
  model: LinearModel;
  options: SolveOptions;
}

/** What it answers. */
export type SolveAnswer = { solution: Solution } | { error: string };

/** The built worker beside this module (a thread does not read TypeScript on every Node that Callfloor runs on). */
const workerFile = new URL(`./solve-worker${extname(import.meta.url)}`, import.meta.url);

/**
 * Opens a solver.
 * @param ownThread false solves in the calling thread, with the same result
 */
export function openSolver(ownThread: boolean): Solver {
  if (!ownThread) return { solve: solveModel, close: async () => {} };
  const worker = new Worker(workerFile);
  let pending: { resolve(solution: Solution): void; reject(error: unknown): void } | undefined;
  const fail = (error: unknown) => {
    pending?.reject(error);
    pending = undefined;
  };
  worker.on('message', (answer: SolveAnswer) => {
    if ('error' in answer) fail(new Error(answer.error));
    else pending?.resolve(answer.solution);
  });
  worker.on('error', fail);
  let ended = false;
  const end = () => {
    ended = true;
    fail(new Error('the solver has ended'));
  };
  worker.on('exit', end);
  return {
    solve: (model, options) =>
      new Promise((resolve, reject) => {
        pending = { resolve, reject };
        if (ended) end();
        else worker.postMessage({ model, options } satisfies SolveRequest);
      }),
    close: async () => {
      end();
      await worker.terminate();
    },
  };
}
