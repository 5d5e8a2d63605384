/** The thread of a solver: it solves the models that it is sent, one after the other. */
import { parentPort } from 'node:worker_threads';
import { solveModel } from './solve-model.ts';
import type { SolveAnswer, SolveRequest } from './solver.ts';

parentPort?.on('message', async ({ model, options }: SolveRequest) => {
  let answer: SolveAnswer;
  try {
    answer = { solution: await solveModel(model, options) };
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
