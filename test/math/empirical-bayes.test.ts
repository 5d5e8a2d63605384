import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pooledStandardErrors, shrunkenMeans, shrunkenRates } from '../../src/math/empirical-bayes.ts';
import { logGamma } from '../../src/math/gamma-functions.ts';
import { incompleteBeta } from '../../src/math/incomplete-beta.ts';
import { proportionInterval } from '../../src/math/proportion-interval.ts';
import { evenly } from '../evenly.ts';
import { expectClose } from './golden.ts';

const group = fc
  .integer({ min: 0, max: 40 })
  .chain((trials) => fc.record({ trials: fc.constant(trials), successes: fc.integer({ min: 0, max: trials }) }));
const groupsOf = fc
  .array(group, { minLength: 2, maxLength: 12 })
  .filter((groups) => groups.some(({ trials }) => trials > 0));

function logLikelihood(groups: { trials: number; successes: number }[], mean: number, strength: number): number {
  const [a, b] = [mean * strength, (1 - mean) * strength];
  const logBeta = (x: number, y: number) => logGamma(x) + logGamma(y) - logGamma(x + y);
  return groups.reduce((sum, { successes: x, trials: n }) => sum + logBeta(a + x, b + n - x) - logBeta(a, b), 0);
}

describe('shrunkenRates', () => {
  it('shrunkenRates fits the mean and strength at which the likelihood peaks', () => {
    fc.assert(
      fc.property(groupsOf, (groups) => {
        const { mean, strength } = shrunkenRates(groups);
        fc.pre(strength > 1e-3 && strength < 1e4);
        const best = logLikelihood(groups, mean, strength);
        const rounding = 1e-9 * (1 + Math.abs(best));
        for (const factor of [0.98, 1.02]) {
          expect(logLikelihood(groups, mean, strength * factor)).toBeLessThanOrEqual(best + rounding);
          const other = 1 / (1 + ((1 - mean) / mean) * factor);
          expect(logLikelihood(groups, other, strength)).toBeLessThanOrEqual(best + rounding);
        }
      }),
    );
  });

  it('shrunkenRates puts every estimate between the own rate and the mean, inside its interval', () => {
    fc.assert(
      fc.property(groupsOf, (groups) => {
        const { mean, groups: estimates } = shrunkenRates(groups);
        for (const { raw, estimate, low, high } of estimates) {
          expect(low).toBeLessThanOrEqual(estimate + 1e-9);
          expect(high).toBeGreaterThanOrEqual(estimate - 1e-9);
          if (raw === undefined) expectClose(estimate, mean, 1e-9, 0, 'unseen');
          else expect((estimate - mean) * (raw - estimate)).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
    );
  });

  it('shrunkenRates does not put an agent with one good review before one with 45 of 50', () => {
    const [lucky, proven] = shrunkenRates([
      { successes: 1, trials: 1 },
      { successes: 45, trials: 50 },
      { successes: 25, trials: 50 },
    ]).groups;
    expect(lucky.estimate).toBeLessThan(proven.estimate);
  });

  it('shrunkenRates gives all the pooled rate when they differ no more than by chance', () => {
    const { strength, groups } = shrunkenRates([
      { successes: 9, trials: 10 },
      { successes: 18, trials: 20 },
      { successes: 0, trials: 0 },
    ]);
    expect(strength).toBe(Infinity);
    const { point, low, high } = proportionInterval(27, 30, 0.95, 'jeffreys');
    for (const one of groups) expect(one).toMatchObject({ estimate: point, low, high });
    expect(groups[2].raw).toBeUndefined();
  });

  it('shrunkenRates sees a spread from where the squares exceed those of chance', () => {
    const pair = (excess: number) => [
      { successes: 5 + excess, trials: 10 },
      { successes: 5 - excess, trials: 10 },
    ];
    // By chance the squares add up to 20 · ½ · ½ = 5; here to 2 and to 8.
    expect(shrunkenRates(pair(1)).strength).toBe(Infinity);
    expect(shrunkenRates(pair(2)).strength).toBeLessThan(1e6);
    for (const { standardDeviation } of shrunkenRates(pair(1)).groups) {
      expect(standardDeviation).toBeCloseTo(Math.sqrt(0.25 / 21), 14);
    }
  });

  it('shrunkenRates gives the spread and the interval of the beta distribution that the reviews leave', () => {
    const given = [
      { successes: 2, trials: 20 },
      { successes: 15, trials: 20 },
      { successes: 9, trials: 12 },
    ];
    const { mean, strength, groups } = shrunkenRates(given, 0.9);
    groups.forEach(({ estimate, standardDeviation, low, high }, i) => {
      const a = mean * strength + given[i].successes;
      const b = (1 - mean) * strength + given[i].trials - given[i].successes;
      expect(estimate).toBeCloseTo(a / (a + b), 13);
      expect(standardDeviation).toBeCloseTo(Math.sqrt((a * b) / (a + b + 1)) / (a + b), 13);
      expect(incompleteBeta(low, a, b, 1 - low)).toBeCloseTo(0.05, 10);
      expect(incompleteBeta(high, a, b, 1 - high)).toBeCloseTo(0.95, 10);
    });
  });

  it('shrunkenRates keeps raw rates when agents have nothing in common', () => {
    const { groups } = shrunkenRates([
      { successes: 30, trials: 30 },
      { successes: 0, trials: 30 },
    ]);
    expect(groups[0].estimate).toBeGreaterThan(0.99);
    expect(groups[1].estimate).toBeLessThan(0.01);
  });

  it('shrunkenRates refuses bad counts, by name', () => {
    expect(() => shrunkenRates([{ successes: 2, trials: 1 }])).toThrow(/^successes must/);
    expect(() => shrunkenRates([{ successes: 0, trials: -1 }])).toThrow(/^trials must/);
    expect(() => shrunkenRates([{ successes: 0, trials: 0 }])).toThrow(/^trials must/);
    expect(() => shrunkenRates([{ successes: 0, trials: 1 }], 95)).toThrow(/^confidence must/);
  });
});

describe('shrunkenRates at the end of its strengths', () => {
  it('shrunkenRates draws all to one mean where the likelihood only grows with the strength', () => {
    // They differ by a little more than chance, and yet no beta distribution is likelier than a point.
    const groups = [
      { trials: 1, successes: 0 },
      { trials: 7, successes: 6 },
      { trials: 4, successes: 2 },
    ];
    const { mean, strength, groups: drawn } = shrunkenRates(groups);
    expect(strength).toBeCloseTo(1e8, 0);
    expect(mean).toBeCloseTo(8 / 12, 6);
    for (const { estimate } of drawn) expect(estimate).toBeCloseTo(8 / 12, 6);
  });
});

describe('shrunkenMeans', () => {
  it('shrunkenMeans does not care where the scores lie, nor in what unit they are', () => {
    const means = [-20, 20, 3, -3, 11, -11];
    const plain = shrunkenMeans(means.map((mean) => ({ mean, standardError: 4 })));
    expect(plain.spread).toBeGreaterThan(5);
    for (const [shift, unit] of [
      [100, 1],
      [0, 1e-6],
      [0, 1e6],
    ]) {
      const moved = shrunkenMeans(means.map((mean) => ({ mean: shift + unit * mean, standardError: 4 * unit })));
      expect(moved.spread / unit / plain.spread).toBeCloseTo(1, 10);
      expect(moved.mean).toBeCloseTo(shift, 9);
    }
  });

  const means = fc.array(evenly(0, 100), { minLength: 2, maxLength: 12 });

  it('shrunkenMeans with equal errors draws all by the same share, error² ÷ observed variance', () => {
    fc.assert(
      fc.property(means, (values) => {
        const { mean, spread, groups } = shrunkenMeans(values.map((value) => ({ mean: value, standardError: 5 })));
        const average = values.reduce((sum, value) => sum + value, 0) / values.length;
        const variance = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / (values.length - 1);
        expectClose(mean, average, 1e-9, 1e-9, 'mean');
        expectClose(spread ** 2, Math.max(0, variance - 25), 1e-6, 1e-6, 'spread');
        const drawn = Math.min(1, 25 / variance);
        groups.forEach(({ estimate }, i) => {
          expectClose(estimate, drawn * average + (1 - drawn) * values[i], 1e-6, 1e-6, 'estimate');
        });
      }),
    );
  });

  it('shrunkenMeans adds the uncertainty of the common mean to that of the own', () => {
    // Errors of 3 and means whose squares about 80 are 8: the spread is 8 ÷ 1 less the errors' 9, so none; or 200 − 9.
    const none = shrunkenMeans([
      { mean: 78, standardError: 3 },
      { mean: 82, standardError: 3 },
    ]);
    expect(none.spread).toBe(0);
    for (const { standardDeviation, estimate, low, high } of none.groups) {
      expect(standardDeviation).toBeCloseTo(3 / Math.SQRT2, 12);
      expect(estimate - low).toBeCloseTo((1.959963984540054 * 3) / Math.SQRT2, 10);
      expect(high - estimate).toBeCloseTo(estimate - low, 10);
    }
    const wide = shrunkenMeans([
      { mean: 70, standardError: 3 },
      { mean: 90, standardError: 3 },
    ]);
    const square = 200 - 9;
    expect(wide.spread ** 2).toBeCloseTo(square, 8);
    const drawn = 9 / 200;
    for (const { standardDeviation } of wide.groups) {
      expect(standardDeviation ** 2).toBeCloseTo((1 - drawn) * 9 + (drawn ** 2 * 200) / 2, 10);
    }
  });

  it('shrunkenMeans hardly moves an agent who is known well and draws in one who is not', () => {
    const { mean, groups } = shrunkenMeans([
      { mean: 70, standardError: 0.01 },
      { mean: 90, standardError: 0.01 },
      { mean: 100, standardError: 30 },
    ]);
    expect(groups[0].estimate).toBeCloseTo(70, 3);
    expect(Math.abs(groups[2].estimate - mean)).toBeLessThan(5);
    expect(groups[2].high - groups[2].low).toBeGreaterThan(groups[0].high - groups[0].low);
  });

  it('shrunkenMeans of equal means finds no spread', () => {
    const { spread, groups } = shrunkenMeans([
      { mean: 80, standardError: 3 },
      { mean: 80, standardError: 4 },
    ]);
    expect(spread).toBe(0);
    expect(groups[0].estimate).toBeCloseTo(80, 12);
  });

  it('shrunkenMeans refuses a single agent and errors of 0, by name', () => {
    expect(() => shrunkenMeans([{ mean: 80, standardError: 1 }])).toThrow(/^groups must/);
    const two = (standardError: number, mean = 80) => [
      { mean, standardError },
      { mean: 70, standardError: 1 },
    ];
    expect(() => shrunkenMeans(two(0))).toThrow(/^standardError must/);
    expect(() => shrunkenMeans(two(1, Number.NaN))).toThrow(/^mean must/);
    expect(() => shrunkenMeans(two(1), 0)).toThrow(/^confidence must/);
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
