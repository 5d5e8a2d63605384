import { describe, expect, it } from 'vitest';
import { allowed, type Claim, type ClaimKind, Claims, Pool, rowsOf, wilsonError } from '../../bench/coverage/claims.ts';
import { tryForecasts } from '../../bench/coverage/forecasts.ts';
import { tryFewRuns } from '../../bench/coverage/plans.ts';
import { chancesOf, question, trySamplingPlans } from '../../bench/coverage/sampling-plans.ts';
import { tryScores } from '../../bench/coverage/scores.ts';
import { tryReplans } from '../../bench/coverage/shares.ts';
import { binomialCdf } from '../../src/math/binomial.ts';
import { planSampling } from '../../src/qa/sampling-plan.ts';

/** A claim after so many wrong of 2,000. */
function claimOf(wrong: number, kind: ClaimKind = 'exact', promised = 0.05): Claim {
  const claims = new Claims();
  for (let i = 0; i < 2000; i++) claims.count('it', i < wrong, kind, promised);
  return claims.all()[0];
}

describe('allowed', () => {
  it('leaves out one in a hundred of right tables, shared by their claims, and no more than that takes', () => {
    for (const claims of [1, 10, 100]) {
      const error = 0.01 / claims;
      const { least, most } = allowed(claimOf(0), claims);
      expect(binomialCdf(least - 1, 2000, 0.05)).toBeLessThanOrEqual(error / 2);
      expect(binomialCdf(least, 2000, 0.05)).toBeGreaterThan(error / 2);
      expect(1 - binomialCdf(most, 2000, 0.05)).toBeLessThanOrEqual(error / 2);
      expect(1 - binomialCdf(most - 1, 2000, 0.05)).toBeGreaterThan(error / 2);
      const bound = allowed(claimOf(0, 'at-most'), claims);
      expect(bound.least).toBe(0);
      expect(1 - binomialCdf(bound.most, 2000, 0.05)).toBeLessThanOrEqual(error);
      expect(1 - binomialCdf(bound.most - 1, 2000, 0.05)).toBeGreaterThan(error);
    }
  });
});

describe('rowsOf', () => {
  it('says how often a claim was wrong, how often it may be, and which one is not kept', () => {
    const { least, most } = allowed(claimOf(0), 2);
    const rows = rowsOf([claimOf(most), claimOf(least)]);
    expect(rows.map(({ isKept }) => isKept)).toEqual([true, true]);
    expect(rowsOf([claimOf(most + 1), claimOf(least - 1)]).map(({ isKept }) => isKept)).toEqual([false, false]);
    expect(rowsOf([claimOf(100)])[0].row).toBe('| it | 5.0 % | 4.1 %–6.0 % | 5.0 % | 3.8 %–6.3 % |  |');
    expect(rowsOf([claimOf(300, 'at-most', 0.0125)])[0].row).toBe(
      '| it | 15.0 % | 13.5 %–16.6 % | at most 1.3 % | ≤ 1.8 % | no |',
    );
  });
});

describe('wilsonError', () => {
  it('adds up the counts whose interval misses', () => {
    // Of two days, none held: 0 to 65.8 %; one: 9.5 to 90.5 %; both: 34.2 to 100 %.
    expect(wilsonError(0.95, 2)).toBeCloseTo(1 - 0.95 ** 2, 12);
    expect(wilsonError(0.5, 2)).toBe(0);
  });
});

describe('Pool', () => {
  it('takes the mean of all for the truth, and an interval that is missing for a miss', () => {
    const claims = new Claims();
    const pool = new Pool(claims);
    const around = (value: number) => ({ value, low: value - 1, high: value + 1 });
    for (const value of [1, 2, 3, 6]) pool.add('it', around(value));
    pool.add('it', null);
    expect(pool.mean('it')).toBe(3);
    pool.close();
    expect(rowsOf(claims.all())[0].row).toContain('| 60.0 % |');
  });
});

describe('chancesOf', () => {
  it('reckons what a plan promises at most, exactly', () => {
    const { falselyProved, missed, notProved } = chancesOf(planSampling(question));
    expect(missed).toBeLessThanOrEqual(0.2);
    expect(notProved).toBeLessThanOrEqual(1 - question.repeat.power);
    expect(falselyProved).toBeLessThanOrEqual(0.05);
    expect(falselyProved).toBeGreaterThan(0.025);
  });
});

describe('the parts', () => {
  it('count every claim once an experiment, and find what is right right', async () => {
    for (const part of [trySamplingPlans, tryForecasts, tryScores, tryFewRuns, tryReplans]) {
      const claims = new Claims();
      await part(claims, { count: 3, runs: 20 });
      const all = claims.all();
      expect(all.length).toBeGreaterThan(1);
      for (const { promised, tried, wrong } of all) {
        expect(tried).toBeLessThanOrEqual(9);
        expect(wrong).toBeLessThanOrEqual(tried);
        expect(promised).toBeGreaterThan(0);
        expect(promised).toBeLessThan(1);
      }
    }
  });
});
