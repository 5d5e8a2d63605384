/** A solver that may work in a thread of its own, so that the program hears Ctrl-C and draws progress meanwhile. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LinearModel } from '../../plan/roster/build/linear-model.ts';
import type { Journal } from '../checkpoint.ts';
import { tellLoss } from '../threads.ts';
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

/** A model under which so many threads died is given up. */
const mostDeaths = 3;

/** A model in hand. */
interface Pending {
  request: SolveRequest;
  deaths: number;
  resolve(solution: Solution): void;
  reject(error: unknown): void;
}

/** The built worker beside this module (a thread does not read TypeScript on every Node that Callfloor runs on). */
const workerFile = new URL(`./solve-worker${extname(import.meta.url)}`, import.meta.url);

/**
 * Opens a solver. A thread that dies costs time and nothing else: the model in hand is solved again by a new one.
 * @param ownThread false solves in the calling thread, with the same result
 */
export function openSolver(ownThread: boolean): Solver {
  if (!ownThread) return { solve: solveModel, close: async () => {} };
  let pending: Pending | undefined;
  let ended = false;
  let worker: Worker | undefined = hire();
  const fail = (error: unknown) => {
    pending?.reject(error);
    pending = undefined;
  };
  return {
    solve: (model, options) =>
      new Promise((resolve, reject) => {
        const request: SolveRequest = { model, options };
        pending = { request, deaths: 0, resolve, reject };
        if (ended) fail(new Error('the solver has ended'));
        else {
          worker ??= hire();
          worker.postMessage(request);
        }
      }),
    close: async () => {
      ended = true;
      fail(new Error('the solver has ended'));
      await worker?.terminate();
    },
  };

  function hire(): Worker {
    const hired = new Worker(workerFile);
    let cause: unknown;
    hired.on('message', (answer: SolveAnswer) => {
      if ('error' in answer) fail(new Error(answer.error));
      else pending?.resolve(answer.solution);
      pending = undefined;
    });
    hired.on('error', (error) => {
      cause = error;
    });
    hired.on('exit', () => {
      worker = undefined;
      if (ended) return;
      tellLoss();
      if (pending === undefined) return;
      if (++pending.deaths === mostDeaths) {
        fail(new Error(`the solver died ${mostDeaths} times on the same model`, { cause }));
        return;
      }
      worker = hire();
      worker.postMessage(pending.request);
    });
    return hired;
  }
}

/** A solution as plain data. */
interface SolutionState {
  values: number[] | null;
  objective: number;
  bound: number;
  reduced: number[] | null;
}

/** A solver whose solutions are kept, each a step of the work. */
export function keptSolver(solver: Solver, journal: Journal | undefined): Solver {
  if (journal === undefined) return solver;
  return {
    ...solver,
    async solve(model, options) {
      let kept: SolutionState | null = null;
      journal.begin<SolutionState>({
        state: () => kept,
        restore(state) {
          kept = state;
        },
      });
      const found: SolutionState = kept ?? plainOf(await solver.solve(model, options));
      kept = found;
      return { ...found, values: columnOf(found.values), reduced: columnOf(found.reduced) };
    },
  };
}

function plainOf(solution: Solution): SolutionState {
  return { ...solution, values: listOf(solution.values), reduced: listOf(solution.reduced) };
}

/** JSON knows no 0 below 0. */
function listOf(column: Float64Array | null): number[] | null {
  return column === null ? null : Array.from(column, (value) => value + 0);
}

function columnOf(list: readonly number[] | null): Float64Array | null {
  return list === null ? null : Float64Array.from(list);
}
