import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shrunkenRates } from '../../src/math/empirical-bayes.ts';
import { logGamma } from '../../src/math/gamma-functions.ts';
import { incompleteBeta } from '../../src/math/incomplete-beta.ts';
import { proportionInterval } from '../../src/math/proportion-interval.ts';
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
