import { describe, expect, it } from 'vitest';
import { type ClaimKind, Claims, Pool } from '../../bench/coverage/claims.ts';
import { binomialCdf } from '../../src/math/binomial.ts';

/** The claims' one row after so many wrong of 2,000. */
function rowOf(wrong: number, kind: ClaimKind = 'exact', promised = 0.05): { row: string; isKept: boolean } {
  const claims = new Claims();
  for (let i = 0; i < 2000; i++) claims.count('it', i < wrong, kind, promised);
  const [row] = claims.rows();
  return row;
}

describe('Claims', () => {
  it('are kept within the 99.9 % range of what they promise, and no further', () => {
    const kept = Array.from({ length: 200 }, (_, wrong) => wrong).filter((wrong) => rowOf(wrong).isKept);
    const [least, most] = [kept[0], kept[kept.length - 1]];
    expect(kept.length).toBe(most - least + 1);
    // Below and above lie at most 0.05 % each, and with one more would lie more.
    expect(binomialCdf(least - 1, 2000, 0.05)).toBeLessThanOrEqual(0.0005);
    expect(binomialCdf(least, 2000, 0.05)).toBeGreaterThan(0.0005);
    expect(1 - binomialCdf(most, 2000, 0.05)).toBeLessThanOrEqual(0.0005);
    expect(1 - binomialCdf(most - 1, 2000, 0.05)).toBeGreaterThan(0.0005);
    expect(rowOf(0, 'at-most', 0.05).isKept).toBe(true);
    expect(rowOf(most + 1, 'at-most', 0.05).isKept).toBe(false);
  });

  it('say how often they were wrong, and which one is not kept', () => {
    expect(rowOf(100).row).toBe('| it | 5.0 % | 4.1 %–6.0 % | 5.0 % |  |');
    expect(rowOf(300, 'at-most', 0.0125).row).toBe('| it | 15.0 % | 13.5 %–16.6 % | at most 1.3 % | no |');
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
    expect(claims.rows()[0].row).toContain('| 60.0 % |');
  });
});
