import { describe, expect, it } from 'vitest';
import { BatchSums } from '../../../src/experiment/steady-state/batch-sums.ts';
import { RatioSums } from '../../../src/judge/ratio-sums.ts';

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
  it('have the interval of skewed days where a batch knows nothing of the one before it', () => {
    const known = (wait: number) => [wait > 500 ? 0.8 : -0.2, wait % 2];
    for (const controls of [() => [], known]) {
      const days = sumsOf((count) => new RatioSums(count), controls).estimate('seconds', 0.95);
      expect(sumsOf((count) => new BatchSums(count), controls).estimate('seconds', 0.95)).toEqual(days);
    }
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
