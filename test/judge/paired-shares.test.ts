/**
 * Differences of shares of days, on plans whose shares are known: over 2,000 repeated experiments each. A count of misses is refused when
 * it lies above the 99.9 % range of its binomial distribution.
 */
import { describe, expect, it } from 'vitest';
import { PairedShares } from '../../src/judge/paired-shares.ts';
import { ShareOfDays } from '../../src/judge/share-of-days.ts';
import { binomialQuantile } from '../../src/math/binomial.ts';
import { madeRandom } from './made-runs.ts';

const experiments = 2000;
const share = { unit: 'fraction', sense: 'at-least', matters: 0.02 } as const;

/** Days on which one luck decides under both plans: the better plan holds whenever the worse one does. */
function countMisses(runs: number, first: number, other: number, seed: number): number {
  let misses = 0;
  for (let experiment = 0; experiment < experiments; experiment++) {
    const random = madeRandom(seed + experiment);
    const pair = new PairedShares(1);
    for (let run = 0; run < runs; run++) {
      const luck = random();
      const day = (level: number) => ({ met: luck < level ? 1 : 0, of: 1 });
      pair.add(day(first), day(other), [luck - 0.5]);
    }
    const { low, high } = pair.estimate(share, 0.95) ?? { low: 2, high: 2 };
    if (other - first < low || high < other - first) misses++;
  }
  return misses;
}

describe('PairedShares', () => {
  it('covers the difference as often as it says for 95 %, on few and on many days, in the middle and near the ends', () => {
    const most = binomialQuantile(0.999, experiments, 0.05);
    expect(countMisses(100, 0.5, 0.6, 1)).toBeLessThanOrEqual(most);
    expect(countMisses(100, 0.88, 0.99, 10_001)).toBeLessThanOrEqual(most);
    expect(countMisses(100, 0.02, 0.05, 20_001)).toBeLessThanOrEqual(most);
    expect(countMisses(25, 0.6, 0.9, 30_001)).toBeLessThanOrEqual(most);
    expect(countMisses(400, 0.7, 0.75, 40_001)).toBeLessThanOrEqual(most);
  });

  it('differs by what the two shares differ by, where controls are heard in both, in one and in none', () => {
    for (const [first, other] of [
      [0.5, 0.6],
      [0.5, 0.95],
      [0.02, 0.97],
    ]) {
      const random = madeRandom(7);
      const [pair, one, two] = [new PairedShares(1), new ShareOfDays(1), new ShareOfDays(1)];
      for (let run = 0; run < 100; run++) {
        const luck = random();
        const controls = [luck - 0.5];
        const held = (level: number) => (luck + 0.3 * (random() - 0.5) < level ? 1 : 0);
        const [before, after] = [held(first), held(other)];
        pair.add({ met: before, of: 1 }, { met: after, of: 1 }, controls);
        one.add(before, 1, controls);
        two.add(after, 1, controls);
      }
      const difference = pair.estimate(share, 0.95)?.value;
      expect(difference).toBeCloseTo((two.estimate(0.95)?.value ?? 0) - (one.estimate(0.95)?.value ?? 0), 12);
    }
  });

  it('takes days of a run that are alike for fewer: the same days one by one would leave a third of the variance', () => {
    const random = madeRandom(11);
    const [together, apart] = [new PairedShares(), new PairedShares()];
    for (let run = 0; run < 200; run++) {
      const luck = random();
      const day = (level: number) => (luck < level ? 1 : 0);
      together.add({ met: 3 * day(0.5), of: 3 }, { met: 3 * day(0.7), of: 3 });
      for (let i = 0; i < 3; i++) apart.add({ met: day(0.5), of: 1 }, { met: day(0.7), of: 1 });
    }
    const widths = [together, apart].map((pair) => {
      const { high, low } = pair.estimate(share, 0.95) ?? { low: 0, high: 0 };
      return high - low;
    });
    expect(widths[0] / widths[1]).toBeGreaterThan(Math.sqrt(3) * 0.97);
    expect(widths[0] / widths[1]).toBeLessThan(Math.sqrt(3) * 1.03);
  });

  it('bounds a difference where all days of both plans agree among themselves', () => {
    const pair = new PairedShares();
    for (let run = 0; run < 50; run++) pair.add({ met: 0, of: 1 }, { met: 1, of: 1 });
    const { value, low, high } = pair.estimate(share, 0.95) ?? { value: 0, low: 0, high: 0 };
    expect([value, high]).toEqual([1, 1]);
    expect(low).toBeGreaterThan(0.85);
    expect(low).toBeLessThan(0.95);
    expect(new PairedShares().estimate(share, 0.95)).toBeNull();
  });
});
