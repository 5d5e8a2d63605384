/**
 * A steady state from one long run, tested on an autoregressive series whose mean is known. A count of misses is refused when it lies outside the 99.9 % range of its binomial distribution.
 */
import { describe, expect, it } from 'vitest';
import { steadyState, warmUpEnd } from '../../src/math/batch-means.ts';
import { binomialQuantile } from '../../src/math/binomial.ts';
import { madeRandom } from '../judge/made-runs.ts';

/** x′ = 0.7·x + noise of mean 0, plus 10; begins at `start`. */
function makeSeries(random: () => number, length: number, start: number): number[] {
  let x = start - 10;
  return Array.from({ length }, () => {
    x = 0.7 * x + (random() - 0.5);
    return 10 + x;
  });
}

describe('warmUpEnd', () => {
  it('cuts off a start that is far from the rest, and little of a series that has none', () => {
    const random = madeRandom(1);
    const settling = Array.from({ length: 400 }, (_, i) => 10 - 30 * Math.exp(-i / 12) + (random() - 0.5));
    expect(warmUpEnd(settling)).toBeGreaterThan(24);
    expect(warmUpEnd(settling)).toBeLessThan(120);
    const shares = Array.from({ length: 200 }, () => warmUpEnd(makeSeries(random, 400, 10)) / 400);
    expect(shares.sort((a, b) => a - b)[100]).toBeLessThan(0.2);
  });

  it('never cuts off more than half, and only whole fives', () => {
    const random = madeRandom(2);
    for (let i = 0; i < 200; i++) {
      const end = warmUpEnd(Array.from({ length: 53 }, (_, j) => j + random()));
      expect(end).toBeLessThanOrEqual(27);
      expect(end % 5).toBe(0);
    }
  });

  it('refuses what is too short', () => {
    expect(() => warmUpEnd([1, 2, 3])).toThrow(/^series.length/);
  });
});

describe('steadyState', () => {
  it('covers the mean of a series that begins far off, in 95 % of 2,000 long runs', () => {
    const random = madeRandom(3);
    let misses = 0;
    for (let i = 0; i < 2000; i++) {
      const series = makeSeries(random, 1200, 40);
      const found = steadyState(
        series.map((met) => ({ met, of: 1 })),
        series,
      );
      if (found === undefined || found.low > 10 || found.high < 10) misses++;
    }
    expect(misses).toBeGreaterThanOrEqual(binomialQuantile(0.0005, 2000, 0.05));
    expect(misses).toBeLessThanOrEqual(binomialQuantile(0.9995, 2000, 0.05));
  });

  it('tells by the correlation of batches that a run is too short', () => {
    const random = madeRandom(4);
    let x = 0;
    const slow = Array.from({ length: 400 }, () => {
      x = 0.99 * x + (random() - 0.5);
      return x;
    });
    const found = steadyState(
      slow.map((met) => ({ met, of: 1 })),
      slow,
    );
    expect(found?.lagCorrelation).toBeGreaterThan(0.4);
  });

  it('has nothing to say where nothing is counted, and refuses what does not fit', () => {
    const nothing = Array.from({ length: 40 }, () => ({ met: 0, of: 0 }));
    const trace = nothing.map((_, i) => i % 3);
    expect(steadyState(nothing, trace)).toBeUndefined();
    expect(() => steadyState(nothing, [1])).toThrow(/^trace must have 40 numbers, got 1/);
    expect(() => steadyState(nothing, trace, 0.95, 50)).toThrow(/^stretches must be at least 100, got 40/);
  });
});
