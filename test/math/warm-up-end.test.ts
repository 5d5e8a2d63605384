import { describe, expect, it } from 'vitest';
import { warmUpEnd } from '../../src/math/warm-up-end.ts';
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
