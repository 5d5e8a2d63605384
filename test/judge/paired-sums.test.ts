/**
 * Paired differences, tested on plans whose difference is known: over 2,000 repeated experiments each. A count of misses is
 * refused when it lies outside the 99.9 % range of its binomial distribution.
 */
import { describe, expect, it } from 'vitest';
import { planLooks } from '../../src/judge/looks.ts';
import { PairedSums } from '../../src/judge/paired-sums.ts';
import { binomialQuantile } from '../../src/math/binomial.ts';
import { studentTQuantile } from '../../src/math/student-t.ts';
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

describe('PairedSums.estimate', () => {
  it('keeps its value within its interval, and both within what a share can be, however far luck is taken off', () => {
    const sums = new PairedSums(1);
    // The worse the plan, the more came: had the runs been as hard as runs are, the difference would lie beyond all shares.
    for (let run = 0; run < 40; run++) {
      const lost = 90 + (run % 10);
      sums.add({ met: 100, of: 100 }, { met: 100 - lost, of: 100 }, [lost - 120]);
    }
    expect(sums.estimate(share, 0.95)).toEqual({ value: -1, low: -1, high: -1, confidence: 0.95 });
  });
});

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

  it('judge(…) finds plans alike whose interval lies off 0 and wholly within what does not matter, and only those', () => {
    const sums = new PairedSums();
    const random = madeRandom(5);
    for (let run = 0; run < 400; run++) sums.add(...makeDay(random, 0.7, 0.71));
    const { low, high } = sums.estimate(share, 0.99) ?? { low: 0, high: 0 };
    expect(low).toBeGreaterThan(0);
    const judged = (matters: number, sense: 'at-least' | 'at-most') =>
      sums.judge({ ...share, matters, sense }, 0.99).judgement;
    for (const sense of ['at-least', 'at-most'] as const) expect(judged(high, sense)).toBe('alike');
    expect(judged(high - 1e-9, 'at-least')).toBe('better');
    expect(judged(high - 1e-9, 'at-most')).toBe('worse');
    expect(judged(0, 'at-least')).toBe('better');
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

  const seconds = { unit: 'seconds', sense: 'at-most', matters: 0 } as const;

  /** One call a day: the first plan's figure is `level`, the other's so much more. */
  function sumDifferences(differences: readonly number[], level = 0.5): PairedSums {
    const sums = new PairedSums();
    for (const more of differences) sums.add({ met: level, of: 1 }, { met: level + more, of: 1 });
    return sums;
  }

  it('estimate(…) of days with one call each is the mean difference with its textbook interval', () => {
    const { value, low, high } = sumDifferences([0.1, 0.2, 0.3, 0.2]).estimate(share, 0.9) ?? {
      value: 0,
      low: 0,
      high: 0,
    };
    const half = studentTQuantile(0.95, 3) * Math.sqrt(0.02 / 3 / 4);
    expect([value, low, high]).toEqual([0.2, 0.2 - half, 0.2 + half].map((one) => expect.closeTo(one, 12)));
  });

  it('judge(…) says worse and better on the other side of 0 too', () => {
    const fewer = sumDifferences([-0.1, -0.2, -0.3, -0.2]);
    expect(fewer.judge(share, 0.9).judgement).toBe('worse');
    expect(fewer.judge({ ...share, sense: 'at-most' }, 0.9).judgement).toBe('better');
    expect(fewer.judge(seconds, 0.9).judgement).toBe('better');
  });

  it('judge(…) says alike up to and with what does not matter, on both sides, and undecided beyond', () => {
    const even = sumDifferences([0.1, -0.1, 0.1, -0.1]);
    const { low, high } = even.estimate(share, 0.95) ?? { low: 0, high: 0 };
    expect(low).toBe(-high);
    const judge = (sums: PairedSums, matters: number) => sums.judge({ ...share, matters }, 0.95).judgement;
    expect([high * 0.99, high, high * 1.01].map((matters) => judge(even, matters))).toEqual([
      'undecided',
      'alike',
      'alike',
    ]);
    // The interval of these reaches further to one side than to the other.
    for (const sign of [1, -1]) {
      const aside = sumDifferences([0.12, -0.1, 0.1, -0.1].map((one) => sign * one));
      const ends = aside.estimate(share, 0.95) ?? { low: 0, high: 0 };
      const [near, far] = [Math.abs(ends.low), Math.abs(ends.high)].sort((a, b) => a - b);
      expect([judge(aside, (near + far) / 2), judge(aside, far * 1.01)]).toEqual(['undecided', 'alike']);
    }
  });

  it('judge(…) knows equal figures from identical days', () => {
    const sums = new PairedSums();
    for (let run = 0; run < 3; run++) sums.add({ met: 1, of: 2 }, { met: 2, of: 4 });
    expect(sums.judge({ ...share, matters: 0 }, 0.95).judgement).toBe('alike');
    expect(sums.advantage(share, 0.95)).toEqual({ value: 0, low: 0, high: 0 });
    const always = new PairedSums();
    for (let run = 0; run < 3; run++) always.add({ met: 1, of: 2 }, { met: 1, of: 2 });
    expect(always.judge(share, 0.95)).toMatchObject({ judgement: 'identical', gain: null });
    const sameMet = new PairedSums();
    for (let run = 0; run < 3; run++) sameMet.add({ met: 1, of: 2 }, { met: 1, of: 4 });
    expect(sameMet.judge(share, 0.95).judgement).toBe('worse');
    const waits = new PairedSums();
    for (let run = 0; run < 3; run++) waits.add({ met: 90 + run, of: 4 }, { met: 90 + run, of: 4 });
    expect(waits.judge(seconds, 0.95)).toEqual({
      judgement: 'identical',
      estimate: { value: 0, low: 0, high: 0, confidence: 0.95 },
      gain: null,
    });
  });

  it('a single run bounds a share by the whole and seconds by nothing', () => {
    expect(sumDifferences([0.1]).estimate(share, 0.95)).toMatchObject({ low: -1, high: 1 });
    expect(sumDifferences([0.1]).estimate(seconds, 0.95)).toMatchObject({ low: -Infinity, high: Infinity });
    expect(sumDifferences([0]).advantage(share, 0.95).low).toBeLessThan(0);
    expect(sumDifferences([0, 0]).advantage(share, 0.95)).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('a difference that never varies says nothing of the gain, and beyond one second is not cut', () => {
    const sums = new PairedSums();
    for (const wait of [10, 20, 30]) sums.add({ met: wait, of: 1 }, { met: wait + 5, of: 1 });
    const { judgement, estimate, gain } = sums.judge(seconds, 0.95);
    expect([judgement, gain]).toEqual(['worse', null]);
    expect(estimate).toMatchObject({ value: 5, low: expect.closeTo(5, 9), high: expect.closeTo(5, 9) });
    expect(sums.advantage(seconds, 0.95)).toMatchObject({ value: -5, low: expect.closeTo(-5, 9) });
  });

  it('advantage(…) turns the difference round where less is better, and is unbounded where nothing is to be judged', () => {
    const sums = sumDifferences([0.1, 0.2, 0.3, 0.2]);
    const { value, low, high } = sums.estimate(share, 0.9) ?? { value: 0, low: 0, high: 0 };
    expect(sums.advantage(share, 0.9)).toEqual({ value, low, high });
    expect(sums.advantage({ ...share, sense: 'at-most' }, 0.9)).toEqual({ value: -value, low: -high, high: -low });
    const nothing = new PairedSums();
    nothing.add({ met: 0, of: 0 }, { met: 1, of: 1 });
    expect(nothing.advantage(share, 0.9)).toEqual({ value: 0, low: -Infinity, high: Infinity });
  });

  it('furtherRuns(…) counts until the interval lies within what does not matter, where that comes first', () => {
    const sums = sumDifferences([0.1, -0.1, 0.1, -0.1, 0.02]);
    const yardstick = { ...share, matters: 0.03 };
    const difference = sums.judge(yardstick, 0.95);
    const half = ((difference.estimate?.high ?? 0) - (difference.estimate?.low ?? 0)) / 2;
    expect(sums.furtherRuns(yardstick, difference)).toBe(Math.ceil(5 * (half / (0.03 - 0.004)) ** 2) - 5);
    expect(sums.furtherRuns(yardstick, { judgement: 'nothing-to-judge', estimate: null, gain: null })).toBe(0);
  });
});
