import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonError } from '../../bench/coverage/claims.ts';
import { logGamma } from '../../src/math/gamma-functions.ts';
import { pairedProportionInterval } from '../../src/math/paired-proportion-interval.ts';
import { wilsonInterval } from '../../src/math/proportion-interval.ts';

const shares = Array.from({ length: 30 }, (_, i) => 0.02 * (i + 1));

/** The chance of every pair of counts, and whether their interval misses, added up: exact, nothing is drawn. */
function exactErrors(trials: number, onlySecond: number): number[] {
  const intervals: { counts: [number, number]; low: number; high: number }[] = [];
  for (let first = 0; first <= trials; first++) {
    for (let second = 0; second <= (onlySecond === 0 ? 0 : trials - first); second++) {
      intervals.push({ counts: [first, second], ...pairedProportionInterval(first, second, trials) });
    }
  }
  const ways = (count: number) => logGamma(count + 1);
  return shares.map((onlyFirst) => {
    const difference = onlyFirst - onlySecond;
    let error = 0;
    for (const { counts, low, high } of intervals) {
      if (difference >= low - 1e-12 && difference <= high + 1e-12) continue;
      const all = [...counts, trials - counts[0] - counts[1]];
      const chances = [onlyFirst, onlySecond, 1 - onlyFirst - onlySecond];
      const logs = all.map((count, i) => (count === 0 ? 0 : count * Math.log(chances[i])) - ways(count));
      error += Math.exp(ways(trials) + logs.reduce((sum, log) => sum + log));
    }
    return error;
  });
}

describe('pairedProportionInterval', () => {
  it('agrees with published intervals: of 21 patients (Fagerland, Lydersen and Laake 2014) and of 549 pairs at 90 %', () => {
    const few = pairedProportionInterval(1, 7, 21);
    expect([few.low.toFixed(3), few.high.toFixed(3)]).toEqual(['-0.517', '-0.026']);
    const many = pairedProportionInterval(48, 41, 549, 0.9);
    expect([many.low.toFixed(4), many.high.toFixed(4)]).toEqual(['-0.0157', '0.0414']);
  });

  it('turns with the pair, holds its point, and lies within −1 to 1', () => {
    const pairs = fc
      .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
      .chain(([one, other]) =>
        fc.tuple(fc.constant([one, (1 - one) * other]), fc.double({ min: 0.5, max: 1e4, noNaN: true })),
      );
    fc.assert(
      fc.property(pairs, ([[first, second], trials]) => {
        const { point, low, high } = pairedProportionInterval(first * trials, second * trials, trials);
        const turned = pairedProportionInterval(second * trials, first * trials, trials);
        expect(turned.low).toBeCloseTo(0 - high, 9);
        expect(turned.high).toBeCloseTo(0 - low, 9);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(low).toBeLessThanOrEqual(point);
        expect(high).toBeGreaterThanOrEqual(point);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('reaches as far as Wilson’s interval of none where no trial differs', () => {
    const { low, high } = pairedProportionInterval(0, 0, 50);
    expect(high).toBeCloseTo(wilsonInterval(0, 50).high, 12);
    expect(low).toBeCloseTo(0 - high, 12);
  });

  it('is wrong no more often than Wilson’s interval of one share from as many trials, on average and at worst: every outcome reckoned', () => {
    const mean = (errors: readonly number[]) => errors.reduce((sum, error) => sum + error, 0) / errors.length;
    for (const trials of [25, 50, 100]) {
      const one = shares.map((share) => wilsonError(share, trials));
      const pair = [0, 0.01, 0.05, 0.1, 0.2].flatMap((onlySecond) => exactErrors(trials, onlySecond));
      expect(mean(pair)).toBeLessThanOrEqual(mean(one));
      expect(Math.max(...pair)).toBeLessThanOrEqual(Math.max(...one) + 1e-9);
    }
  });

  it.each([
    [-1, 1, 10, 0.95, /^onlyFirst /],
    [11, 0, 10, 0.95, /^onlyFirst /],
    [6, 5, 10, 0.95, /^onlySecond /],
    [0, 0, 0, 0.95, /^trials /],
    [1, 1, 10, 1, /^confidence /],
  ])('refuses %d and %d of %d at %d', (first, second, trials, confidence, message) => {
    expect(() => pairedProportionInterval(first, second, trials, confidence)).toThrow(message);
  });
});
