import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pooledStandardErrors, shrunkenMeans } from '../../src/math/shrunken-means.ts';
import { evenly } from '../evenly.ts';
import { expectClose } from './golden.ts';

describe('shrunkenMeans', () => {
  it('shrunkenMeans does not care where the scores lie, nor in what unit they are', () => {
    const means = [-20, 20, 3, -3, 11, -11];
    const plain = shrunkenMeans(
      means.map((mean) => ({ mean, standardError: 4 })),
      { degrees: 12 },
    );
    expect(plain.spread).toBeGreaterThan(5);
    for (const [shift, unit] of [
      [100, 1],
      [0, 1e-6],
      [0, 1e6],
    ]) {
      const moved = shrunkenMeans(
        means.map((mean) => ({ mean: shift + unit * mean, standardError: 4 * unit })),
        { degrees: 12 },
      );
      expect(moved.spread / unit / plain.spread).toBeCloseTo(1, 10);
      expect(moved.mean).toBeCloseTo(shift, 9);
      moved.groups.forEach(({ high, low, standardDeviation }, i) => {
        const { high: top, low: bottom, standardDeviation: deviation } = plain.groups[i];
        expect(standardDeviation / unit).toBeCloseTo(deviation, 8);
        expect((low - shift) / unit).toBeCloseTo(bottom, 6);
        expect((high - shift) / unit).toBeCloseTo(top, 6);
      });
    }
  });

  const means = fc.array(evenly(0, 100), { minLength: 2, maxLength: 12 });

  it('shrunkenMeans with equal errors draws all by the same share, whose mean follows from how far the means lie apart', () => {
    fc.assert(
      fc.property(means, (values) => {
        const { mean, spread, groups } = shrunkenMeans(values.map((value) => ({ mean: value, standardError: 5 })));
        const average = values.reduce((sum, value) => sum + value, 0) / values.length;
        const squares = values.reduce((sum, value) => sum + (value - average) ** 2, 0);
        expectClose(mean, average, 1e-9, 1e-9, 'mean');
        expectClose(spread ** 2, Math.max(0, squares / (values.length - 1) - 25), 1e-6, 1e-6, 'spread');
        // With B uniform beforehand its density is B^((k − 1) ÷ 2) exp(−B S ÷ 2 σ²): the mean by a sum of many steps.
        const steps = 20_000;
        let [whole, moment] = [0, 0];
        for (let i = 0; i < steps; i++) {
          const drawn = (i + 0.5) / steps;
          const density = drawn ** ((values.length - 1) / 2) * Math.exp((-drawn * squares) / 50);
          whole += density;
          moment += density * drawn;
        }
        const drawn = moment / whole;
        groups.forEach(({ estimate }, i) => {
          expectClose(estimate, drawn * average + (1 - drawn) * values[i], 1e-4, 1e-3, 'estimate');
        });
      }),
      { numRuns: 30 },
    );
  });

  it('shrunkenMeans says how likely it is that an agent lies below a value, as its interval does', () => {
    const { groups } = shrunkenMeans(
      [70, 82, 85, 88, 90].map((mean) => ({ mean, standardError: 4 })),
      { confidence: 0.9, degrees: 9 },
    );
    for (const { chanceBelow, estimate, high, low } of groups) {
      expect(chanceBelow(low)).toBeCloseTo(0.05, 6);
      expect(chanceBelow(high)).toBeCloseTo(0.95, 6);
      expect(low).toBeLessThan(estimate);
      expect(estimate).toBeLessThan(high);
    }
  });

  it('shrunkenMeans keeps an interval open where all agents look alike, and widens it when less is known of single scores', () => {
    const alike = [80, 80, 80, 80];
    const width = (degrees: number, means = [72, 78, 82, 88]) => {
      const groups = means.map((mean) => ({ mean, standardError: 3 }));
      const [{ high, low }] = shrunkenMeans(groups, { degrees }).groups;
      return high - low;
    };
    // As if nobody differed it would be 2 · 1.96 · 3 ÷ √4.
    expect(width(Number.POSITIVE_INFINITY, alike)).toBeGreaterThan(2 * 1.96 * 1.5);
    expect(width(Number.POSITIVE_INFINITY, alike)).toBeLessThan(2 * 1.96 * 3);
    expect(width(8)).toBeGreaterThan(width(100));
    expect(width(100)).toBeGreaterThan(width(Number.POSITIVE_INFINITY));
  });

  it('shrunkenMeans hardly moves an agent who is known well and draws in one who is not', () => {
    const { mean, groups } = shrunkenMeans([
      { mean: 70, standardError: 0.01 },
      { mean: 90, standardError: 0.01 },
      { mean: 100, standardError: 30 },
    ]);
    expect(groups[0].estimate).toBeCloseTo(70, 3);
    expect(groups[2].estimate).toBeLessThan(100);
    expect(groups[2].estimate).toBeGreaterThan(mean);
    expect(groups[2].high - groups[2].low).toBeGreaterThan(groups[0].high - groups[0].low);
  });

  it('shrunkenMeans refuses a single agent, errors of 0 and fewer than one degree of freedom, by name', () => {
    expect(() => shrunkenMeans([{ mean: 80, standardError: 1 }])).toThrow(/^groups must/);
    const two = (standardError: number, mean = 80) => [
      { mean, standardError },
      { mean: 70, standardError: 1 },
    ];
    expect(() => shrunkenMeans(two(0))).toThrow(/^standardError must/);
    expect(() => shrunkenMeans(two(1, Number.NaN))).toThrow(/^mean must/);
    expect(() => shrunkenMeans(two(1), { confidence: 0 })).toThrow(/^confidence must/);
    expect(() => shrunkenMeans(two(1), { degrees: 0 })).toThrow(/^degrees must/);
  });
});

describe('pooledStandardErrors', () => {
  it('pooledStandardErrors weighs variances by their degrees of freedom', () => {
    const [first, single] = pooledStandardErrors([
      { n: 4, variance: 90 },
      { n: 1, variance: 0 },
      { n: 3, variance: 65 },
    ]);
    expectClose(first, Math.sqrt(80 / 4), 1e-12, 0, 'first');
    expectClose(single, Math.sqrt(80), 1e-12, 0, 'single');
  });

  it('pooledStandardErrors refuses agents with one review each, by name', () => {
    expect(() => pooledStandardErrors([{ n: 1, variance: 0 }])).toThrow(/^n must/);
    expect(() => pooledStandardErrors([{ n: 0, variance: 0 }])).toThrow(/^n must/);
    expect(() => pooledStandardErrors([{ n: 2, variance: -1 }])).toThrow(/^variance must/);
  });
});
