import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialPmf } from '../../src/math/binomial.ts';
import {
  countLimits,
  cusum,
  cusumDecision,
  cusumRunLength,
  ewma,
  ewmaRunLength,
  ewmaWidth,
  individualLimits,
} from '../../src/math/control-chart.ts';
import { normalTail } from '../../src/math/normal.ts';
import { evenly } from '../evenly.ts';
import { expectClose } from './golden.ts';

describe('countLimits', () => {
  it('countLimits calls no more often than promised, and would with closer limits', () => {
    fc.assert(
      fc.property(evenly(0, 1), fc.integer({ min: 1, max: 150 }), (rate, n) => {
        const { low, high, falseAlarm } = countLimits(rate, n, 0.01);
        const between = (from: number, to: number) => {
          let sum = 0;
          for (let k = from; k <= to; k++) sum += binomialPmf(k, n, rate);
          return sum;
        };
        expect(falseAlarm).toBeLessThanOrEqual(0.01);
        expectClose(falseAlarm, between(0, low - 1) + between(high + 1, n), 1e-9, 1e-15, 'false alarm');
        expect(between(0, low)).toBeGreaterThanOrEqual(0.005 - 1e-12);
        expect(between(high, n)).toBeGreaterThanOrEqual(0.005 - 1e-12);
      }),
    );
  });

  it('countLimits never calls where the rate allows one count only', () => {
    expect(countLimits(0, 20)).toEqual({ low: 0, high: 0, falseAlarm: 0, pointsToFalseAlarm: Infinity });
    expect(countLimits(1, 20)).toEqual({ low: 20, high: 20, falseAlarm: 0, pointsToFalseAlarm: Infinity });
  });

  it('countLimits refuses rates outside 0–1 and points without items, by name', () => {
    expect(() => countLimits(1.2, 5)).toThrow(/^rate must/);
    expect(() => countLimits(0.5, 0)).toThrow(/^n must/);
    expect(() => countLimits(0.5, 5, 0)).toThrow(/^falseAlarm must/);
  });
});

describe('individualLimits', () => {
  it('individualLimits stand three standard deviations off by default, by moving ranges', () => {
    const { centre, spread, low, high, falseAlarm, pointsToFalseAlarm } = individualLimits([80, 84, 82, 86, 78]);
    expect(centre).toBe(82);
    expectClose(spread, 4.5 / 1.1283791670955126, 1e-12, 0, 'spread');
    expectClose(high - centre, 3 * spread, 1e-12, 0, 'high');
    expectClose(centre - low, 3 * spread, 1e-12, 0, 'low');
    expectClose(falseAlarm, 2 * normalTail(3), 1e-14, 0, 'false alarm');
    expectClose(pointsToFalseAlarm, 370.398, 1e-5, 0, 'points');
  });

  it('individualLimits refuses a single value, by name', () => {
    expect(() => individualLimits([1])).toThrow(/^values must/);
    expect(() => individualLimits([1, Number.NaN])).toThrow(/^values must/);
    expect(() => individualLimits([1, 2], 1)).toThrow(/^falseAlarm must/);
  });
});

describe('cusumRunLength', () => {
  it('cusumRunLength gives the published 168 and 8.38 for h = 4, 465 and 10.4 for h = 5', () => {
    // Montgomery (2013), table 9.3, after Hawkins: k = 0.5.
    expect(Math.round(cusumRunLength(0.5, 4, 0))).toBe(168);
    expect(cusumRunLength(0.5, 4, 1)).toBeCloseTo(8.38, 2);
    expect(Math.round(cusumRunLength(0.5, 5, 0))).toBe(465);
    expect(cusumRunLength(0.5, 5, 1)).toBeCloseTo(10.4, 1);
  });

  it('cusumRunLength of a bare decision is that of single values', () => {
    expectClose(cusumRunLength(3, 1e-9, 0), 1 / (2 * normalTail(3)), 1e-7, 0, 'h = 0');
  });

  it('cusumRunLength sees either direction alike, and larger shifts sooner', () => {
    let before = Infinity;
    for (const shift of [0, 0.25, 0.5, 1, 2, 3]) {
      const length = cusumRunLength(0.5, 4.77, shift);
      expectClose(cusumRunLength(0.5, 4.77, -shift), length, 1e-10, 0, `${shift}`);
      expect(length).toBeLessThan(before);
      before = length;
    }
  });

  it('cusumDecision inverts it', () => {
    for (const points of [50, 370.4, 10_000]) {
      expectClose(cusumRunLength(0.5, cusumDecision(0.5, points), 0), points, 1e-6, 0, `${points}`);
    }
  });

  it('cusumRunLength is Infinity where no equation can tell it any more', () => {
    expect(cusumRunLength(0.5, 50, 0)).toBe(Infinity);
  });

  it('cusumRunLength and cusumDecision refuse parameters out of range, by name', () => {
    expect(() => cusumRunLength(-1, 4, 0)).toThrow(/^allowance must/);
    expect(() => cusumRunLength(0.5, 0, 0)).toThrow(/^decision must/);
    expect(() => cusumRunLength(0.5, 51, 0)).toThrow(/^decision must/);
    expect(() => cusumRunLength(0.5, 4, Number.NaN)).toThrow(/^shift must/);
    expect(() => cusumDecision(0.5, 1)).toThrow(/^points must/);
    expect(() => cusumDecision(0, 1e6)).toThrow(/^points must/);
  });
});

describe('cusum', () => {
  it('cusum adds up what exceeds the allowance, on either side', () => {
    const { high, low, firstCall } = cusum([1, -2, -2, -2], 0.5, 4);
    expect(high).toEqual([0.5, 0, 0, 0]);
    expect(low).toEqual([0, 1.5, 3, 4.5]);
    expect(firstCall).toBe(3);
    expect(cusum([0, 1, 2, 2, 2], 0.5, 4).firstCall).toBe(4);
    expect(cusum([0, 0], 0.5, 4).firstCall).toBe(-1);
  });
});

describe('ewmaRunLength', () => {
  it('ewmaRunLength gives the published 500 in control and its times to see a shift of one', () => {
    // Lucas and Saccucci (1990), table 3; widths there have three decimals, good for about 0.1 % of 500.
    for (const [weight, width, seen] of [
      [0.1, 2.814, 10.3],
      [0.25, 2.998, 11.1],
      [0.5, 3.071, 17.5],
    ]) {
      expect(Math.abs(ewmaRunLength(weight, width, 0) - 500)).toBeLessThan(1);
      expect(ewmaRunLength(weight, width, 1)).toBeCloseTo(seen, 1);
    }
  });

  it('ewmaRunLength of weight 1 is that of single values', () => {
    expectClose(ewmaRunLength(1, 3, 0), 1 / (2 * normalTail(3)), 1e-12, 0, 'in control');
    expectClose(ewmaRunLength(0.999999, 3, 1), ewmaRunLength(1, 3, 1), 1e-4, 0, 'almost 1');
  });

  it('ewmaWidth inverts it', () => {
    for (const weight of [0.05, 0.2, 1]) {
      expectClose(ewmaRunLength(weight, ewmaWidth(weight, 370.4), 0), 370.4, 1e-6, 0, `${weight}`);
    }
  });

  it('ewmaRunLength and ewmaWidth refuse parameters out of range, by name', () => {
    expect(() => ewmaRunLength(0.001, 3, 0)).toThrow(/^weight must/);
    expect(() => ewmaRunLength(1.5, 3, 0)).toThrow(/^weight must/);
    expect(() => ewmaRunLength(0.1, 7, 0)).toThrow(/^width must/);
    expect(() => ewmaRunLength(0.1, 3, Infinity)).toThrow(/^shift must/);
    expect(() => ewmaRunLength(0.1, 0, 0)).toThrow(/^width must/);
    for (const points of [5, 1e7]) {
      expect(() => ewmaWidth(0.1, points)).toThrow(/^points must be a finite number at least 10 and at most 1000000/);
      expect(() => cusumDecision(0.5, points)).toThrow(
        /^points must be a finite number at least 10 and at most 1000000/,
      );
    }
    expect(() => ewma([1], 0, 3)).toThrow(/^weight must/);
  });
});

describe('ewma', () => {
  it('ewma weighs the newest value and calls beyond its limit', () => {
    const { averages, limit, firstCall } = ewma([1, 1, 1], 0.5, 1.4);
    expect(averages).toEqual([0.5, 0.75, 0.875]);
    expectClose(limit, 1.4 / Math.sqrt(3), 1e-12, 0, 'limit');
    expect(firstCall).toBe(2);
    expect(ewma([0.1], 0.5, 3).firstCall).toBe(-1);
  });
});
