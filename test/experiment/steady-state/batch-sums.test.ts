import { describe, expect, it } from 'vitest';
import { BatchSums } from '../../../src/experiment/steady-state/batch-sums.ts';
import { RatioSums } from '../../../src/judge/ratio-sums.ts';
import { skewedInterval } from '../../../src/math/confidence-interval.ts';

/** Batches of ten contacts each, one in five with a long wait. */
const waits = Array.from({ length: 40 }, (_, i) => (i % 5 === 0 ? 900 : 100 + (i % 3)));

function sumsOf(make: (controls: number) => RatioSums, controls: (wait: number, i: number) => number[]): RatioSums {
  const sums = make(controls(0, 0).length);
  waits.forEach((wait, i) => {
    sums.add(wait, 10, controls(wait, i));
  });
  return sums;
}

describe('BatchSums', () => {
  it('have the interval of skewed days', () => {
    const none = () => [];
    const plain = sumsOf(() => new RatioSums(), none).estimate('seconds', 0.95);
    const n = waits.length;
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / n;
    const moment = (power: number) => waits.reduce((sum, wait) => sum + (wait - mean) ** power, 0) / n;
    const deviation = Math.sqrt((moment(2) * n) / (n - 1));
    const expected = skewedInterval(mean / 10, deviation / 10 / Math.sqrt(n), n, moment(3) / deviation ** 3, 0.95);
    const found = sumsOf(() => new BatchSums(), none).estimate('seconds', 0.95);
    expect(found?.low).toBeCloseTo(expected.low, 9);
    expect(found?.high).toBeCloseTo(expected.high, 9);
    expect(found?.value).toBe(plain?.value);
    expect(found?.high).toBeGreaterThan(plain?.high ?? Number.NaN);
  });

  it('take the skewness of what the controls leave', () => {
    // The control tells the long waits from the others; what is left of them is as good as symmetric.
    const known = (wait: number) => [wait > 500 ? 0.8 : -0.2, wait > 500 ? 0.8 : -0.2];
    const plain = sumsOf((controls) => new RatioSums(controls), known).estimate('seconds', 0.95);
    const found = sumsOf((controls) => new BatchSums(controls), known).estimate('seconds', 0.95);
    const width = (plain?.high ?? Number.NaN) - (plain?.low ?? Number.NaN);
    expect(Math.abs((found?.high ?? Number.NaN) - (plain?.high ?? Number.NaN))).toBeLessThan(0.05 * width);
    expect(Math.abs((found?.low ?? Number.NaN) - (plain?.low ?? Number.NaN))).toBeLessThan(0.05 * width);
  });

  it('show as counted what would be without controls', () => {
    const known = (wait: number) => [wait > 500 ? 0.8 : -0.2];
    const counted = sumsOf((controls) => new BatchSums(controls), known).plain('seconds', 0.95);
    expect(counted).toEqual(
      sumsOf(
        () => new BatchSums(),
        () => [],
      ).estimate('seconds', 0.95),
    );
  });

  it('are wider where a batch knows of the one before it in its run, and of no other', () => {
    const half = (make: () => RatioSums, runs: readonly (readonly number[])[]) => {
      const sums = make();
      for (const run of runs) {
        if (sums instanceof BatchSums) sums.beginRun();
        for (const wait of run) sums.add(wait, 1);
      }
      const { high, low } = sums.estimate('seconds', 0.95) ?? { high: Number.NaN, low: Number.NaN };
      return high - low;
    };
    // Ten of one, ten of the other: of twenty pairs eighteen are alike, φ = (18 − 1) ÷ 20 with one pair of opposites.
    const slow = [[...new Array<number>(10).fill(99), ...new Array<number>(10).fill(101)]];
    const widths = [half(() => new BatchSums(), slow), half(() => new RatioSums(), slow)];
    expect(widths[0] / widths[1]).toBeCloseTo(Math.sqrt((1 + 17 / 20) / (1 - 17 / 20)), 6);
    // Each value a run of its own: nothing follows upon anything.
    const apart = slow[0].map((wait) => [wait]);
    expect(half(() => new BatchSums(), apart)).toBeCloseTo(widths[1], 9);
  });
});
