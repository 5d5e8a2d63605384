import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { Solver } from '../../../src/experiment/roster/solver.ts';
import type { LinearModel } from '../../../src/plan/roster/build/linear-model.ts';

// A thread needs the built worker beside the module.
const built = pathToFileURL(resolve(import.meta.dirname, '../../../dist/src/experiment/roster/solver.js')).href;
const { openSolver }: { openSolver(ownThread: boolean): Solver } = await import(built);

/** The least x with 2 x of at least 3. */
const model: LinearModel = {
  cost: Float64Array.of(1),
  lower: Float64Array.of(0),
  upper: Float64Array.of(10),
  whole: Int32Array.of(1),
  rowLower: Float64Array.of(3),
  rowUpper: Float64Array.of(100),
  starts: Int32Array.of(0, 1),
  columns: Int32Array.of(0),
  values: Float64Array.of(2),
};

describe('openSolver', () => {
  it('solves in a thread of its own what it solves in the calling one', async () => {
    const solver = openSolver(true);
    const solution = await solver.solve(model, {});
    await solver.close();
    expect(solution).toEqual(await openSolver(false).solve(model, {}));
    expect(solution.objective).toBe(2);
  }, 30_000);

  it('tells who waits for a solution, and who asks later, that it was closed: nobody waits for ever', async () => {
    const solver = openSolver(true);
    const waiting = expect(solver.solve(model, {})).rejects.toThrow('the solver has ended');
    await solver.close();
    await waiting;
    await expect(solver.solve(model, {})).rejects.toThrow('the solver has ended');
  }, 30_000);

  it('solves again what a thread that died had in hand, and gives up when threads keep dying under it', async () => {
    let deaths = 0;
    const kill = (most: number) => (worker: Worker) => {
      if (deaths++ < most) void worker.terminate();
    };
    for (const [most, outcome] of [
      [2, { objective: 2 }],
      [3, /^Error: the solver died 3 times on the same model$/],
    ] as const) {
      deaths = 0;
      const listener = kill(most);
      process.on('worker', listener);
      const solver = openSolver(true);
      const found = await solver.solve(model, {}).catch(String);
      process.off('worker', listener);
      await solver.close();
      if (outcome instanceof RegExp) expect(found).toMatch(outcome);
      else expect(found).toMatchObject(outcome);
    }
  }, 30_000);
});
