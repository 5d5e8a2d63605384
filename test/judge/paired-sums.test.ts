/**
 * Paired differences, tested on plans whose difference is known: over 2,000 repeated experiments each. A count of misses is
 * refused when it lies outside the 99.9 % range of its binomial distribution.
 */
import { describe, expect, it } from 'vitest';
import { planLooks } from '../../src/judge/looks.ts';
import { PairedSums } from '../../src/judge/paired-sums.ts';
import { binomialQuantile } from '../../src/math/binomial.ts';
import { madeRandom } from './made-runs.ts';

const experiments = 2000;
const share = { unit: 'fraction', sense: 'at-least', matters: 0.02 } as const;

/** One day under two plans: the busier, the worse both; E[met] ÷ E[of] is known because `of` and the luck are independent. */
function makeDay(random: () => number, first: number, other: number) {
  const of = 20 + Math.floor(random() * 30);
  const luck = 0.2 * (random() - 0.5);
  const met = (level: number) => of * (level + luck + 0.05 * (random() - 0.5));
  return [
    { met: met(first), of },
    { met: met(other), of },
  ] as const;
}

function repeat(runs: number, first: number, other: number, look: (sums: PairedSums) => void, seed: number): void {
  for (let experiment = 0; experiment < experiments; experiment++) {
    const random = madeRandom(seed + experiment);
    const sums = new PairedSums();
    for (let run = 0; run < runs; run++) {
      sums.add(...makeDay(random, first, other));
      look(sums);
    }
  }
}

describe('PairedSums over 2,000 repeated experiments', () => {
  it('covers the difference with 30 runs as often as it says, for 95 %', () => {
    let misses = 0;
    repeat(
      30,
      0.7,
      0.73,
      (sums) => {
        if (sums.runs < 30) return;
        const { low, high } = sums.estimate(share, 0.95) ?? { low: 1, high: 0 };
        if (low > 0.03 || high < 0.03) misses++;
      },
      1,
    );
    expect(misses).toBeGreaterThanOrEqual(binomialQuantile(0.0005, experiments, 0.05));
    expect(misses).toBeLessThanOrEqual(binomialQuantile(0.9995, experiments, 0.05));
  });

  it('calls plans that are equal better or worse in at most 5 %, and those just apart enough alike in at most 5 %', () => {
    const { at, confidence } = planLooks({ confidence: 0.95, minRuns: 15, maxRuns: 60 });
    const count = (other: number, wrong: readonly string[], seed: number): number => {
      const erred = new Set<PairedSums>();
      repeat(
        60,
        0.7,
        other,
        (sums) => {
          if (at.includes(sums.runs) && wrong.includes(sums.judge(share, confidence).judgement)) erred.add(sums);
        },
        seed,
      );
      return erred.size;
    };
    const limit = binomialQuantile(0.999, experiments, 0.05);
    expect(count(0.7, ['better', 'worse'], 10_000)).toBeLessThanOrEqual(limit);
    expect(count(0.7 + 0.02 + 1e-9, ['alike', 'worse'], 20_000)).toBeLessThanOrEqual(limit);
  });
});

describe('PairedSums', () => {
  it('judge(…) says better or worse by the sense of the promise', () => {
    const sums = new PairedSums();
    const random = madeRandom(3);
    for (let run = 0; run < 50; run++) sums.add(...makeDay(random, 0.6, 0.7));
    expect(sums.judge(share, 0.99).judgement).toBe('better');
    expect(sums.judge({ ...share, sense: 'at-most' }, 0.99).judgement).toBe('worse');
    expect(sums.judge(share, 0.99).gain).toBeGreaterThan(3);
  });

  it('judge(…) finds plans identical where no run differs, bounds a share by the runs seen, and a single run by nothing', () => {
    const sums = new PairedSums();
    sums.add({ met: 3, of: 4 }, { met: 3, of: 4 });
    expect(sums.judge(share, 0.95).judgement).toBe('undecided');
    for (let run = 0; run < 99; run++) sums.add({ met: run, of: 100 }, { met: run, of: 100 });
    const { judgement, estimate, gain } = sums.judge(share, 0.95);
    expect([judgement, estimate?.value, gain]).toEqual(['identical', 0, null]);
    expect(estimate?.high).toBeGreaterThan(0.02);
    expect(estimate?.high).toBeLessThan(0.05);
  });

  it('judge(…) has nothing to judge where one plan has nothing', () => {
    const sums = new PairedSums();
    sums.add({ met: 0, of: 0 }, { met: 3, of: 4 });
    sums.add({ met: 0, of: 0 }, { met: 2, of: 4 });
    expect(sums.judge(share, 0.95)).toEqual({ judgement: 'nothing-to-judge', estimate: null, gain: null });
  });

  it('furtherRuns(…) is what it takes, if things stay as they are', () => {
    const sums = new PairedSums();
    const random = madeRandom(4);
    for (let run = 0; run < 10; run++) sums.add(...makeDay(random, 0.7, 0.704));
    const small = { ...share, matters: 0 };
    const difference = sums.judge(small, 0.95);
    expect(difference.judgement).toBe('undecided');
    const half = ((difference.estimate?.high ?? 0) - (difference.estimate?.low ?? 0)) / 2;
    const expected = Math.ceil(10 * (half / Math.abs(difference.estimate?.value ?? 1)) ** 2) - 10;
    expect(sums.furtherRuns(small, difference)).toBe(expected);
    expect(sums.furtherRuns(small, { ...difference, judgement: 'better' })).toBe(0);
  });
});
