import { describe, expect, it } from 'vitest';
import { lookOnce, planLooks } from '../../src/judge/looks.ts';

describe('planLooks', () => {
  it('looks after each doubling and at last after the greatest number, sharing the error among the looks', () => {
    expect(planLooks({ confidence: 0.95, minRuns: 100, maxRuns: 1000 })).toEqual({
      at: [100, 200, 400, 800, 1000],
      confidence: 0.99,
    });
    expect(planLooks({ confidence: 0.9, minRuns: 50, maxRuns: 200 })).toEqual({
      at: [50, 100, 200],
      confidence: 1 - (1 - 0.9) / 3,
    });
  });

  it('looks once when the least is the greatest', () => {
    expect(planLooks({ confidence: 0.95, minRuns: 30, maxRuns: 30 }).at).toEqual([30]);
    expect(planLooks({ confidence: 0.95, minRuns: 1, maxRuns: 1 }).at).toEqual([1]);
    expect(planLooks({ confidence: 0.95, minRuns: 30, maxRuns: 30 }).confidence).toBeCloseTo(0.95, 15);
  });

  it.each([
    [0, 10, /^minRuns: expected a whole number of at least 1, got 0/],
    [1.5, 10, /^minRuns: /],
    [10, 10.5, /^maxRuns: expected a whole number of at least 1, got 10.5/],
    [20, 10, /^minRuns: expected at most maxRuns \(10\), got 20/],
  ])('refuses %f to %f runs', (minRuns, maxRuns, message) => {
    expect(() => planLooks({ confidence: 0.95, minRuns, maxRuns })).toThrow(message);
  });
});

describe('lookOnce', () => {
  it('looks after the runs asked for, at the full confidence', () => {
    expect(lookOnce({ confidence: 0.95, minRuns: 100, maxRuns: 1000 }, 30)).toEqual({ at: [30], confidence: 0.95 });
    expect(() => lookOnce({ confidence: 0.95, minRuns: 100, maxRuns: 1000 }, 0)).toThrow(/^runs: /);
  });
});
