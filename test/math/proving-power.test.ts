import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialCdf } from '../../src/math/binomial.ts';
import { normalCdf, normalQuantile } from '../../src/math/normal.ts';
import { proportionInterval } from '../../src/math/proportion-interval.ts';
import { provingPower, scoresToSee, trialsToProve } from '../../src/math/proving-power.ts';

describe('provingPower', () => {
  it('provingPower keeps its level, and would not with one more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.double({ min: 0.01, max: 0.9, noNaN: true }),
        (trials, limit) => {
          const { critical, level, power } = provingPower(trials, { limit, truth: limit / 3 });
          expect(level).toBeLessThanOrEqual(0.05);
          expect(binomialCdf(critical + 1, trials, limit)).toBeGreaterThan(0.05);
          expect(power).toBeGreaterThanOrEqual(level);
        },
      ),
    );
  });

  it('provingPower succeeds exactly when the one-sided Clopper-Pearson interval lies below the limit', () => {
    const { critical } = provingPower(200, { limit: 0.05, truth: 0.01 });
    const upper = (count: number) => proportionInterval(count, 200, 0.9, 'clopper-pearson').high;
    expect(upper(critical)).toBeLessThanOrEqual(0.05);
    expect(upper(critical + 1)).toBeGreaterThan(0.05);
  });

  it('provingPower refuses a truth that is no better than the limit, by name', () => {
    expect(() => provingPower(10, { limit: 0.05, truth: 0.05 })).toThrow(/^truth must/);
    expect(() => provingPower(10, { limit: 1, truth: 0.05 })).toThrow(/^limit must/);
    expect(() => provingPower(1.5, { limit: 0.1, truth: 0.05 })).toThrow(/^trials must/);
    expect(() => provingPower(10, { limit: 0.1, truth: 0.05, significance: 5 })).toThrow(/^significance must/);
  });
});

describe('trialsToProve', () => {
  it('trialsToProve needs 59 spotless trials to prove a rate below 5 % at 95 %', () => {
    expect(trialsToProve({ limit: 0.05, truth: 0 }, 0.99)).toEqual({ fewest: 59, always: 59 });
  });

  it('trialsToProve gives the first number that reaches the power, and one from which it stays', () => {
    for (const [limit, truth, wanted] of [
      [0.05, 0.02, 0.8],
      [0.2, 0.1, 0.9],
      [0.5, 0.3, 0.5],
    ]) {
      const proof = { limit, truth };
      const { fewest, always } = trialsToProve(proof, wanted);
      for (let trials = 0; trials < fewest; trials++) expect(provingPower(trials, proof).power).toBeLessThan(wanted);
      expect(provingPower(fewest, proof).power).toBeGreaterThanOrEqual(wanted);
      expect(provingPower(always - 1, proof).power).toBeLessThan(wanted);
      for (let trials = always; trials < 3 * always; trials++) {
        expect(provingPower(trials, proof).power).toBeGreaterThanOrEqual(wanted);
      }
    }
  });

  it('trialsToProve refuses what no sample can prove, by name', () => {
    expect(() => trialsToProve({ limit: 0.05, truth: 0.06 }, 0.8)).toThrow(/^truth must/);
    expect(() => trialsToProve({ limit: 0.05, truth: 0.01 }, 1)).toThrow(/^power must/);
  });
});

describe('scoresToSee', () => {
  it('scoresToSee has the wanted power, and one score fewer has not', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 20, noNaN: true }),
        fc.double({ min: 1, max: 30, noNaN: true }),
        fc.double({ min: 0.3, max: 0.99, noNaN: true }),
        (difference, spread, power) => {
          const scores = scoresToSee({ difference, spread, power });
          const reached = (n: number) => normalCdf((difference / spread) * Math.sqrt(n) + normalQuantile(0.025));
          expect(reached(scores)).toBeGreaterThanOrEqual(power - 1e-9);
          if (scores > 1) expect(reached(scores - 1)).toBeLessThan(power);
        },
      ),
    );
  });

  it('scoresToSee asks for fewer when only one direction counts', () => {
    expect(scoresToSee({ difference: 5, spread: 12, power: 0.8 })).toBe(46);
    expect(scoresToSee({ difference: 5, spread: 12, power: 0.8, sides: 1 })).toBe(36);
  });

  it('scoresToSee refuses differences and spreads of 0, by name', () => {
    expect(() => scoresToSee({ difference: 0, spread: 12, power: 0.8 })).toThrow(/^difference must/);
    for (const spread of [0, -1]) {
      expect(() => scoresToSee({ difference: 5, spread, power: 0.8 })).toThrow(/^spread must/);
    }
    expect(() => scoresToSee({ difference: 5, spread: 1, power: 80 })).toThrow(/^power must/);
    expect(() => scoresToSee({ difference: 5, spread: 1, power: 0.8, significance: 0 })).toThrow(/^significance must/);
  });
});

describe('provingPower at the edge', () => {
  it('takes a level that is the significance itself, in one test and from the fewest trials on', () => {
    // Two coins without a head: a quarter of cases, and 0.81 where a head falls once in ten.
    const proof = { limit: 0.5, truth: 0.1, significance: 0.25 };
    expect(provingPower(2, proof)).toMatchObject({ critical: 0, power: expect.closeTo(0.81, 12) });
    expect(trialsToProve(proof, 0.8).fewest).toBe(2);
  });
});
