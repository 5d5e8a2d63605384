import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangCMeasures } from '../../src/math/erlang-c.ts';
import { priorityQueue } from '../../src/math/priority-queue.ts';
import { gaussRule } from '../../src/math/quadrature.ts';
import { evenly } from '../evenly.ts';
import type { GoldenRow } from './golden.ts';
import { expectClose, golden } from './golden.ts';

interface In {
  readonly n: number;
  readonly aht_s: number;
  readonly class_lambda_per_s: number[];
  readonly t_s: number;
}

interface Out {
  readonly classes: {
    readonly p_wait: number;
    readonly mean_wait_all_s: number;
    readonly mean_wait_given_wait_s: number;
    readonly mean_queue: number;
    readonly p_wait_gt_t: number;
    readonly sl: number;
  }[];
  readonly aggregate_mean_wait_s: number;
}

const queue = { arrivalRates: [0.00375, 0.015], meanHandleSeconds: 240, agents: 5, answerWithinSeconds: 10 };

describe('priorityQueue', () => {
  it('priorityQueue meets every reference row, means and tails', () => {
    for (const { in: row, out } of golden<In, Out>('priority') as GoldenRow<In, Out>[]) {
      const measures = priorityQueue({
        arrivalRates: row.class_lambda_per_s,
        meanHandleSeconds: row.aht_s,
        agents: row.n,
        answerWithinSeconds: row.t_s,
      });
      const about = JSON.stringify(row);
      expectClose(measures.asa, out.aggregate_mean_wait_s, 1e-11, 0, about);
      expect(measures.classes).toHaveLength(out.classes.length);
      for (const [k, expected] of out.classes.entries()) {
        const actual = measures.classes[k];
        expectClose(measures.waitProbability, expected.p_wait, 1e-11, 0, about);
        expectClose(actual.asa, expected.mean_wait_all_s, 1e-11, 0, about);
        expectClose(actual.meanWaitGivenWait, expected.mean_wait_given_wait_s, 1e-11, 0, about);
        expectClose(actual.meanQueue, expected.mean_queue, 1e-11, 0, about);
        expectClose(actual.waitTail, expected.p_wait_gt_t, 1e-8, 0, about);
        expectClose(actual.serviceLevel, expected.sl, 1e-8, 1e-12, about);
      }
    }
  });

  it('priorityQueue with one class is Erlang C', () => {
    const one = priorityQueue({ ...queue, arrivalRates: [0.0175] });
    const plain = erlangCMeasures({ arrivalRate: 0.0175, meanHandleSeconds: 240, agents: 5, answerWithinSeconds: 10 });
    expectClose(one.classes[0].asa, plain.asa, 1e-13, 0, 'asa');
    expectClose(one.classes[0].waitTail, plain.waitTail, 1e-13, 0, 'tail');
    expectClose(one.asa, plain.asa, 1e-13, 0, 'aggregate');
  });

  it('priorityQueue keeps the mean wait of everybody together, and orders the classes', () => {
    const rates = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        rates,
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.2, max: 0.98, noNaN: true }),
        evenly(0, 400),
        (shares, agents, occupancy, answerWithinSeconds) => {
          const sum = shares.reduce((total, share) => total + share, 0);
          const arrivalRates = shares.map((share) => ((share / sum) * occupancy * agents) / 300);
          const m = priorityQueue({ arrivalRates, meanHandleSeconds: 300, agents, answerWithinSeconds });
          const weighted = m.classes.reduce((total, { asa }, k) => total + (asa * shares[k]) / sum, 0);
          expectClose(weighted, m.asa, 1e-10, 0, 'conservation of the mean wait');
          for (let k = 1; k < m.classes.length; k++) {
            expect(m.classes[k].asa).toBeGreaterThan(m.classes[k - 1].asa);
            expect(m.classes[k].waitTail).toBeGreaterThanOrEqual(m.classes[k - 1].waitTail * (1 - 1e-11));
          }
          for (const { waitTail } of m.classes) expect(waitTail).toBeLessThanOrEqual(m.waitProbability * (1 + 1e-12));
        },
      ),
      { seed: 8, numRuns: 300 },
    );
  });

  it('priorityQueue has tails whose area is the mean wait', () => {
    const { nodes, weights } = gaussRule(40);
    for (const arrivalRates of [
      [0.00375, 0.015],
      [0.004, 0.004, 0.011],
      [0.012, 0.0001],
    ]) {
      const { classes } = priorityQueue({ ...queue, arrivalRates });
      for (const [k, { asa }] of classes.entries()) {
        let area = 0;
        for (let start = 0, width = 20; start < 3e5; start += width, width *= 1.5) {
          for (const [i, node] of nodes.entries()) {
            const answerWithinSeconds = start + width * node;
            area +=
              width * weights[i] * priorityQueue({ ...queue, arrivalRates, answerWithinSeconds }).classes[k].waitTail;
          }
        }
        expectClose(area, asa, 1e-8, 0, `class ${k} of ${arrivalRates}`);
      }
    }
  });

  it('priorityQueue goes on serving the high class when the low one is beyond hope', () => {
    const { classes, occupancy, asa, waitProbability } = priorityQueue({ ...queue, arrivalRates: [0.01, 0.02, 0] });
    expect(classes[0]).toMatchObject({ stable: true });
    expect(classes[0].asa).toBeCloseTo(240 / (5 * (1 - 0.48)), 10);
    expect(classes[1]).toMatchObject({
      stable: false,
      asa: Infinity,
      meanQueue: Infinity,
      waitTail: 1,
      serviceLevel: 0,
    });
    expect(classes[2]).toMatchObject({ stable: false, meanQueue: 0 });
    expect([occupancy, asa, waitProbability]).toEqual([1, Infinity, 1]);
  });

  it('priorityQueue is beyond hope from the load on that takes every agent', () => {
    const full = priorityQueue({ ...queue, meanHandleSeconds: 250, arrivalRates: [0.01, 0.01] });
    expect(full.offeredLoad).toBe(queue.agents);
    expect([full.occupancy, full.asa]).toEqual([1, Infinity]);
    expect(full.classes.map(({ stable, asa }) => [stable, asa === Infinity])).toEqual([
      [true, false],
      [false, true],
    ]);
    const half = priorityQueue({ ...queue, meanHandleSeconds: 250, arrivalRates: [0.005, 0.005] });
    expect(half.occupancy).toBe(0.5);
  });

  it('priorityQueue counts an empty class as a test caller, and T = 0 as answered at once', () => {
    const { classes, waitProbability } = priorityQueue({
      ...queue,
      arrivalRates: [0, 0.0175, 0],
      answerWithinSeconds: 0,
    });
    expect(classes.map(({ waitTail }) => waitTail)).toEqual([waitProbability, waitProbability, waitProbability]);
    expect(classes[0].asa).toBeLessThan(classes[1].asa);
    expect(classes[1].asa).toBeLessThan(classes[2].asa);
    const later = priorityQueue({ ...queue, arrivalRates: [0, 0.0175, 0], answerWithinSeconds: 30 });
    for (const { waitTail } of later.classes) expect(waitTail).toBeGreaterThan(0);
  });

  it('priorityQueue refuses bad arguments by name', () => {
    expect(() => priorityQueue({ ...queue, arrivalRates: [] })).toThrow(/^arrivalRates must/);
    expect(() => priorityQueue({ ...queue, arrivalRates: [0.1, -1] })).toThrow(/^arrivalRates must/);
    expect(() => priorityQueue({ ...queue, meanHandleSeconds: 0 })).toThrow(/^meanHandleSeconds must/);
    expect(() => priorityQueue({ ...queue, agents: Number.NaN })).toThrow(/^agents must/);
    expect(() => priorityQueue({ ...queue, answerWithinSeconds: -1 })).toThrow(/^answerWithinSeconds must/);
  });
});
