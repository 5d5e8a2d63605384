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

  it('is where the squared standard error of the mean of the rest is least, by its definition', () => {
    const random = madeRandom(5);
    for (let i = 0; i < 100; i++) {
      const slope = 4 * random() - 2;
      const series = Array.from(
        { length: 10 + Math.floor(50 * random()) },
        (_, j) => 100 + slope * j * (j % 7) * random(),
      );
      const means = Array.from({ length: Math.floor(series.length / 5) }, (_, j) => {
        const [a, b, c, d, e] = series.slice(5 * j);
        return (a + b + c + d + e) / 5;
      });
      const scores = Array.from({ length: 1 + Math.floor(means.length / 2) }, (_, dropped) => {
        const left = means.slice(dropped);
        const mean = left.reduce((a, b) => a + b, 0) / left.length;
        return left.reduce((sum, value) => sum + (value - mean) ** 2, 0) / left.length ** 2;
      });
      expect(warmUpEnd(series)).toBe(5 * scores.indexOf(Math.min(...scores)));
    }
  });

  it('drops nothing where nothing differs, and exactly half where it has to', () => {
    expect(warmUpEnd(new Array(20).fill(7))).toBe(0);
    expect(warmUpEnd([...new Array(10).fill(9), ...new Array(10).fill(0)])).toBe(10);
  });

  it('does not care how far from 0 the series lies', () => {
    const random = madeRandom(6);
    for (let i = 0; i < 20; i++) {
      const series = Array.from({ length: 60 }, (_, j) => Math.round(100 * random() + (j < 12 ? 300 - 20 * j : 0)));
      expect(warmUpEnd(series.map((value) => value + 5 * 2 ** 42))).toBe(warmUpEnd(series));
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

  it('correlates what each batch has beyond the ratio with the same of the next', () => {
    // The ratio is 20 ÷ 40; beyond it lie 1, −1, 2, −2, 0, …: Σ x² = 10, Σ x x′ = −1 − 2 − 4 = −7.
    const beyond = [1, -1, 2, -2, 0, 0, 0, 0, 0, 0];
    const of = [2, 4, 6, 8, 2, 4, 2, 4, 4, 4];
    const stretches = beyond.map((more, i) => ({ met: of[i] / 2 + more, of: of[i] }));
    const found = steadyState(stretches, new Array(10).fill(1), 0.95, 10);
    expect(found).toMatchObject({ point: 0.5, warmUp: 0, batches: 10 });
    expect(found?.lagCorrelation).toBeCloseTo(-0.7, 14);
    const level = of.map((one) => ({ met: one / 2, of: one }));
    expect(steadyState(level, new Array(10).fill(1), 0.95, 10)?.lagCorrelation).toBe(0);
  });

  it('cuts what the warm-up leaves into batches of one length, and lengthens the warm-up by what is left over', () => {
    const trace = [...new Array(10).fill(9), ...new Array(43).fill(0)];
    const stretches = trace.map((_, i) => ({ met: i, of: 1 }));
    const found = steadyState(stretches, trace, 0.95, 10);
    // Ten batches of four from 13 on; the last eight of them and the first eight differ from the mean by 18, 14, …, −18 each.
    expect(found).toMatchObject({ point: 32.5, warmUp: 13, batches: 10 });
    expect((found?.high ?? 0) - 32.5).toBeCloseTo(2.262157162798 * Math.sqrt((4 ** 2 * 82.5) / 9 / 10), 9);
  });

  it('has nothing to say where nothing is counted, and refuses what does not fit', () => {
    const nothing = Array.from({ length: 40 }, () => ({ met: 0, of: 0 }));
    const trace = nothing.map((_, i) => i % 3);
    expect(steadyState(nothing, trace)).toBeUndefined();
    expect(() => steadyState(nothing, [1])).toThrow(/^trace must have 40 numbers, got 1/);
    expect(() => steadyState(nothing, trace, 0.95, 50)).toThrow(/^stretches must be at least 100, got 40/);
  });
});
