/** The steady state of simulated queues against Erlang A. A count of misses is refused outside the 99.9 % range of its binomial distribution. */
import { describe, expect, it } from 'vitest';
import { longRun } from '../../src/experiment/long-run.ts';
import { binomialQuantile } from '../../src/math/binomial.ts';
import { erlangA } from '../../src/math/erlang-a.ts';

const queue = {
  arrivalRate: 0.05,
  meanHandleSeconds: 120,
  meanPatienceSeconds: 90,
  agents: 7,
  answerWithinSeconds: 20,
};

describe('longRun', () => {
  it('covers what Erlang A says of a queue in 95 % of 300 runs that begin empty', () => {
    const { abandonment, asa, serviceLevel } = erlangA(queue);
    const truths = { serviceLevel: serviceLevel.offered, abandonment, asa };
    const names = Object.keys(truths) as (keyof typeof truths)[];
    const misses = { serviceLevel: 0, abandonment: 0, asa: 0 };
    const runs = 300;
    for (let run = 0; run < runs; run++) {
      const found = longRun(queue, 'coverage', 5_000, run);
      for (const name of names) {
        const { low = 1, high = 0 } = found[name] ?? {};
        if (truths[name] < low || truths[name] > high) misses[name]++;
      }
    }
    for (const name of names) {
      expect(misses[name]).toBeGreaterThanOrEqual(binomialQuantile(0.0005, runs, 0.05));
      expect(misses[name]).toBeLessThanOrEqual(binomialQuantile(0.9995, runs, 0.05));
    }
  });

  it('says how much it cut off and judged', () => {
    const { calls, judgedSeconds, warmUpSeconds } = longRun(queue, '1', 10_000);
    expect(warmUpSeconds + judgedSeconds).toBeCloseTo(200_000, 6);
    expect(warmUpSeconds).toBeLessThanOrEqual(110_000);
    expect(calls / judgedSeconds).toBeCloseTo(0.05, 2);
  });

  it('refuses a run of few calls', () => {
    expect(() => longRun(queue, '1', 10)).toThrow(/^calls: expected at least 1,000, got 10/);
  });
});
