import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialPmf } from '../../src/math/binomial.ts';
import {
  addDay,
  type CoMoments,
  coMoments,
  coMomentsFromSums,
  combinationStandardError,
  mergeCoMoments,
} from '../../src/math/co-moments.ts';
import { roomierInterval, skewedInterval, studentInterval } from '../../src/math/confidence-interval.ts';
import { meanInterval } from '../../src/math/mean-interval.ts';
import { pairedDifference, pairedRatioDifference } from '../../src/math/paired-difference.ts';
import { quantileInterval } from '../../src/math/quantile-interval.ts';
import { ratioInterval } from '../../src/math/ratio-interval.ts';
import { studentTQuantile } from '../../src/math/student-t.ts';

const count = fc.integer({ min: 0, max: 1000 });
const days = fc.array(fc.tuple(count, count), { minLength: 2, maxLength: 40 });

function expectSame(actual: CoMoments, expected: CoMoments): void {
  expect(actual.n).toBe(expected.n);
  expected.means.forEach((mean, i) => {
    expect(actual.means[i]).toBeCloseTo(mean, 9);
  });
  expected.products.flat().forEach((product, i) => {
    expect(actual.products.flat()[i]).toBeCloseTo(product, 5);
  });
}

import { fillExponential } from '../../src/random/samplers.ts';
import { startStream, streamKey } from '../../src/random/stream.ts';

describe('coMoments', () => {
  it('coMoments of all days equals the merge of any two parts', () => {
    fc.assert(
      fc.property(days, fc.nat(40), (all, cut) => {
        const merged = mergeCoMoments(coMoments(2, all.slice(0, cut)), coMoments(2, all.slice(cut)));
        expectSame(merged, coMoments(2, all));
      }),
    );
  });

  it('coMomentsFromSums equals coMoments, and does not depend on the order of the days', () => {
    fc.assert(
      fc.property(days, (all) => {
        const total = (f: (day: readonly number[]) => number) => all.reduce((sum, day) => sum + f(day), 0);
        const square = [0, 1].map((i) => [0, 1].map((j) => total((day) => day[i] * day[j])));
        const sums = [total((day) => day[0]), total((day) => day[1])];
        expectSame(coMomentsFromSums(all.length, sums, square), coMoments(2, all));
      }),
    );
  });

  it('coMoments keeps the spread of days that lie far from zero', () => {
    const moments = coMoments(1, [[1e9], [1e9 + 1], [1e9 + 2]]);
    expect(moments.products[0][0]).toBe(2);
  });

  it('coMoments refuses rows of another size and numbers that are none, by name', () => {
    expect(() => coMoments(0)).toThrow(/^size must/);
    expect(() => addDay(coMoments(2), [1])).toThrow(/^day must/);
    expect(() => addDay(coMoments(1), [Number.NaN])).toThrow(/^day must/);
    expect(() => mergeCoMoments(coMoments(1), coMoments(2))).toThrow(/^second must/);
    expect(() => coMomentsFromSums(2, [1], [[1, 2]])).toThrow(/^productSums must/);
    expect(() => combinationStandardError(coMoments(2), [1])).toThrow(/^coefficients must/);
    expect(() => coMomentsFromSums(1.5, [1], [[1]])).toThrow(/^n must/);
    expect(() => coMomentsFromSums(2, [Infinity], [[1]])).toThrow(/^sums must/);
    expect(() => coMomentsFromSums(2, [1], [[Number.NaN]])).toThrow(/^productSums must/);
    expect(() => coMomentsFromSums(2, [1, 1], [[1, 1], [1]])).toThrow(/^productSums must be a square of 2 rows/);
    expect(() => coMomentsFromSums(2, [1, 1], [[1, 1]])).toThrow(/^productSums must be a square of 2 rows/);
  });

  it('co-moments of no day stay zero, and of one day bound nothing', () => {
    expect(coMomentsFromSums(0, [0], [[0]])).toEqual(coMoments(1));
    expect(mergeCoMoments(coMoments(2), coMoments(2))).toEqual(coMoments(2));
    expect(combinationStandardError(coMoments(1, [[4]]), [1])).toBe(Infinity);
  });
});

describe('meanInterval', () => {
  it("meanInterval is Student's interval", () => {
    // Student (1908): extra hours of sleep of ten patients.
    const gains = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
    const interval = meanInterval(
      coMoments(
        1,
        gains.map((gain) => [gain]),
      ),
    )!;
    expect(interval.point).toBeCloseTo(1.58, 12);
    const s = Math.sqrt(gains.reduce((sum, gain) => sum + (gain - 1.58) ** 2, 0) / 9);
    expect(interval.high - interval.point).toBeCloseTo((studentTQuantile(0.975, 9) * s) / Math.sqrt(10), 12);
  });

  it('meanInterval has nothing to judge without a day and no bound with one', () => {
    expect(meanInterval(coMoments(1))).toBeUndefined();
    expect(meanInterval(coMoments(1, [[5]]))).toEqual({ point: 5, low: -Infinity, high: Infinity });
  });

  it('studentInterval lies evenly about the point', () => {
    const { point, low, high } = studentInterval(10, 1, 11);
    expect(high).toBeCloseTo(12.228138851986, 11);
    expect(point - low).toBeCloseTo(high - point, 13);
  });

  it('meanInterval refuses moments of several quantities', () => {
    expect(() => meanInterval(coMoments(2))).toThrow('moments must hold 1 quantity, got 2');
  });

  it('skewedInterval is that of Student without skewness, and turns round with its sign', () => {
    const straight = studentInterval(10, 1, 11);
    expect(skewedInterval(10, 1, 11, 0)).toEqual(straight);
    const near = skewedInterval(10, 1, 11, 1e-5);
    expect(near.low).toBeCloseTo(straight.low, 4);
    expect(near.high).toBeCloseTo(straight.high, 4);
    const [up, down] = [skewedInterval(10, 1, 11, 2), skewedInterval(10, 1, 11, -2)];
    expect(up.high - 10).toBeGreaterThan(straight.high - 10);
    expect(10 - up.low).toBeLessThan(10 - straight.low);
    expect(up.high - 10).toBeCloseTo(10 - down.low, 9);
    expect(up.low - 10).toBeCloseTo(10 - down.high, 9);
    expect(skewedInterval(10, 1, 1, 2)).toEqual({ point: 10, low: -Infinity, high: Infinity });
  });

  it('skewedInterval misses the mean of skewed days less often than that of Student', () => {
    // 4,000 samples of 20 days of an exponential distribution, whose mean is 1: Student's t errs in 8 to 9 of a hundred.
    const stream = startStream(streamKey('1', 'skewed days'), 0);
    const days = new Float64Array(20);
    let [straight, skewed] = [0, 0];
    const misses = ({ low, high }: { low: number; high: number }) => (low > 1 || high < 1 ? 1 : 0);
    for (let sample = 0; sample < 4000; sample++) {
      fillExponential(stream, days, 0, days.length, 1);
      const mean = days.reduce((sum, x) => sum + x, 0) / days.length;
      const moment = (power: number) => days.reduce((sum, x) => sum + (x - mean) ** power, 0) / days.length;
      const deviation = Math.sqrt((moment(2) * days.length) / (days.length - 1));
      const error = deviation / Math.sqrt(days.length);
      straight += misses(studentInterval(mean, error, days.length));
      skewed += misses(skewedInterval(mean, error, days.length, moment(3) / deviation ** 3));
    }
    // The same samples, so one count is compared with the other: those that only one of them misses are a sign test's, 99.9 %.
    expect(straight - skewed).toBeGreaterThan(3.3 * Math.sqrt(straight));
    expect(skewed / 4000).toBeLessThan(0.07);
  });

  it('roomierInterval has room where skewness asks for it, and nowhere less than that of Student', () => {
    const [straight, skewed] = [studentInterval(10, 1, 11), skewedInterval(10, 1, 11, 2)];
    expect(roomierInterval(10, 1, 11, 2)).toEqual({ point: 10, low: straight.low, high: skewed.high });
    expect(roomierInterval(10, 1, 11, 0)).toEqual(straight);
    // Two days of 100 that differ alike: Student's t does not believe it yet, skewness alone would.
    const two = [2 / 100, Math.sqrt(0.02 * 0.98 * (100 / 99)) / 10, 100, 0.96 / Math.sqrt(0.02 * 0.98)] as const;
    expect(skewedInterval(...two).low).toBeGreaterThan(0);
    expect(roomierInterval(...two).low).toBeLessThan(0);
  });

  it('studentInterval refuses a confidence in percent', () => {
    expect(() => studentInterval(1, 1, 10, 95)).toThrow(/^confidence must/);
  });
});

describe('ratioInterval', () => {
  it('ratioInterval is the mean interval of the residuals over the mean denominator', () => {
    fc.assert(
      fc.property(days, (all) => {
        const met = all.reduce((sum, day) => sum + day[0], 0);
        const of = all.reduce((sum, day) => sum + day[1], 0);
        fc.pre(of > 0);
        const ratio = met / of;
        const residuals = meanInterval(
          coMoments(
            1,
            all.map((day) => [(day[0] - ratio * day[1]) / (of / all.length)]),
          ),
        )!;
        const interval = ratioInterval(coMoments(2, all))!;
        expect(interval.point).toBeCloseTo(ratio, 12);
        expect(interval.high - interval.low).toBeCloseTo(residuals.high - residuals.low, 6);
      }),
    );
  });

  it('ratioInterval has no width when every day has the same ratio', () => {
    const { low, high } = ratioInterval(
      coMoments(2, [
        [8, 10],
        [80, 100],
        [4, 5],
      ]),
    )!;
    expect(high - low).toBeLessThan(1e-7);
  });

  it('ratioInterval has nothing to judge when nothing was counted', () => {
    expect(ratioInterval(coMoments(2))).toBeUndefined();
    expect(
      ratioInterval(
        coMoments(2, [
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toBeUndefined();
    expect(ratioInterval(coMoments(2, [[8, 10]]))).toEqual({ point: 0.8, low: -Infinity, high: Infinity });
    expect(() => ratioInterval(coMoments(1))).toThrow(/^moments must/);
  });
});

describe('pairedDifference', () => {
  it('pairedDifference is the mean interval of the differences', () => {
    fc.assert(
      fc.property(days, (all) => {
        const expected = meanInterval(
          coMoments(
            1,
            all.map((day) => [day[0] - day[1]]),
          ),
        )!;
        const actual = pairedDifference(coMoments(2, all))!;
        expect(actual.point).toBeCloseTo(expected.point, 9);
        expect(actual.low).toBeCloseTo(expected.low, 5);
      }),
    );
  });

  it('pairedRatioDifference of a plan against itself is 0 without width', () => {
    fc.assert(
      fc.property(days, (all) => {
        fc.pre(all.some((day) => day[1] > 0));
        const { point, low, high } = pairedRatioDifference(
          coMoments(
            4,
            all.map((day) => [...day, ...day]),
          ),
        )!;
        expect(point).toBe(0);
        expect(high - low).toBeLessThan(1e-5);
      }),
    );
  });

  it('pairedRatioDifference with a fixed second ratio is as wide as ratioInterval', () => {
    const first = [
      [8, 10],
      [15, 20],
      [9, 9],
    ];
    const both = first.map((day) => [...day, 1, 2]);
    const wide = pairedRatioDifference(coMoments(4, both))!;
    const alone = ratioInterval(coMoments(2, first))!;
    expect(wide.high - wide.low).toBeCloseTo(alone.high - alone.low, 12);
    expect(wide.point).toBeCloseTo(alone.point - 0.5, 12);
  });

  it('pairedDifference has nothing to compare without runs', () => {
    expect(pairedDifference(coMoments(2))).toBeUndefined();
    expect(
      pairedRatioDifference(
        coMoments(4, [
          [1, 2, 0, 0],
          [1, 2, 0, 0],
        ]),
      ),
    ).toBeUndefined();
    // Nothing to judge in the first plan alone.
    expect(
      pairedRatioDifference(
        coMoments(4, [
          [0, 0, 1, 2],
          [0, 0, 2, 3],
        ]),
      ),
    ).toBeUndefined();
    expect(() => pairedDifference(coMoments(1))).toThrow(/^moments must/);
    expect(() => pairedRatioDifference(coMoments(2))).toThrow(/^moments must/);
  });
});

describe('quantileInterval', () => {
  const ranks = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

  it('quantileInterval covers at least as often as it says and would not with a closer end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.02, max: 0.98, noNaN: true }), (n, share) => {
        const { low, high, coverage } = quantileInterval(ranks(n), share, 0.95);
        const below = (from: number, to: number) => {
          let sum = 0;
          for (let k = from; k <= to; k++) sum += binomialPmf(k, n, share);
          return sum;
        };
        const least = low === -Infinity ? 0 : low;
        const most = high === Infinity ? n + 1 : high;
        expect(coverage).toBeCloseTo(below(least, most - 1), 10);
        expect(coverage).toBeGreaterThanOrEqual(0.95);
        expect(below(0, least)).toBeGreaterThan(0.025);
        expect(below(most - 1, n)).toBeGreaterThan(0.025);
      }),
    );
  });

  it('quantileInterval gives the textbook ranks of the median: 2 and 9 of ten, 10 and 21 of thirty', () => {
    expect(quantileInterval(ranks(10), 0.5)).toMatchObject({ low: 2, high: 9, coverage: 1002 / 1024 });
    expect(quantileInterval(ranks(30), 0.5)).toMatchObject({ low: 10, high: 21 });
  });

  it('quantileInterval interpolates its point between order statistics, type 7 of Hyndman and Fan', () => {
    const sample = [1, 2, 4, 8];
    // Positions 3·share: 1.2, 1 and 2.97.
    expect(quantileInterval(sample, 0.4).point).toBeCloseTo(2.4, 14);
    expect(quantileInterval(sample, 1 / 3).point).toBe(2);
    expect(quantileInterval(sample, 0.99).point).toBeCloseTo(4 + 0.97 * 4, 13);
    expect(quantileInterval([3, 3, 3, Infinity], 0.5).point).toBe(3);
  });

  it('quantileInterval refuses a confidence in percent', () => {
    expect(() => quantileInterval([1, 2], 0.5, 95)).toThrow(/^confidence must/);
  });

  it('quantileInterval leaves an end open that the sample cannot bound', () => {
    expect(quantileInterval([7], 0.5)).toMatchObject({ point: 7, low: -Infinity, high: Infinity, coverage: 1 });
    expect(quantileInterval(ranks(20), 0.95).high).toBe(Infinity);
  });

  it('quantileInterval refuses an empty or unsorted sample and shares outside 0–1, by name', () => {
    expect(() => quantileInterval([], 0.5)).toThrow(/^sorted must/);
    expect(() => quantileInterval([2, 1], 0.5)).toThrow(/^sorted must/);
    expect(() => quantileInterval([Number.NaN], 0.5)).toThrow(/^sorted must/);
    for (const share of [0, 1, Number.NaN]) expect(() => quantileInterval([1], share)).toThrow(/^share must/);
  });
});
