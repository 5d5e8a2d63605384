import { describe, expect, it } from 'vitest';
import { binomialQuantile } from '../../src/math/binomial.ts';
import { crossedVariance, shrinkRows } from '../../src/math/crossed-variance.ts';
import { normalQuantile } from '../../src/math/normal.ts';
import { madeRandom } from '../judge/made-runs.ts';

/** A table with the three standard deviations given, mean 5. */
function makeTable(random: () => number, rows: number, days: number, row: number, day: number, rest: number) {
  const normal = () => normalQuantile(Math.min(Math.max(random(), 1e-12), 1 - 1e-12));
  const ofDay = Array.from({ length: days }, () => day * normal());
  return Array.from({ length: rows }, () => {
    const own = row * normal();
    return ofDay.map((one) => 5 + own + one + rest * normal());
  });
}

describe('crossedVariance', () => {
  it('parts an exact table exactly', () => {
    // Rows differ by 4, days by 2, nothing else.
    const { mean, rows, between, within, rowNoise, shared } = crossedVariance([
      [1, 3],
      [5, 7],
    ]);
    expect([mean.point, rows, between, within, rowNoise, shared]).toEqual([4, [2, 6], 8, 2, 0, 1]);
  });

  it('is the textbook analysis of variance by sums of squared totals, with its interval', () => {
    const table = [
      [1, 3, -2, 8],
      [7, 8, 2, 12],
      [12, 15, 10, 17],
    ];
    const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
    const square = (values: readonly number[]) => total(values.map((value) => value ** 2));
    const correction = total(table.flat()) ** 2 / 12;
    const ofRows = square(table.map(total)) / 4 - correction;
    const ofDays = square([0, 1, 2, 3].map((j) => total(table.map((row) => row[j])))) / 3 - correction;
    const rowSquare = ofRows / 2;
    const daySquare = ofDays / 3;
    const error = (square(table.flat()) - correction - ofRows - ofDays) / 6;

    const found = crossedVariance(table, 0.9);
    expect(found.between).toBeCloseTo((rowSquare - error) / 4, 10);
    expect(found.within).toBeCloseTo((daySquare - error) / 3 + error, 10);
    expect(found.shared).toBeCloseTo((daySquare - error) / 12, 10);
    expect(found.rowNoise).toBeCloseTo(error / 4, 10);
    // Student's t with two degrees of freedom at 95 % is 2.919986.
    const half = 2.91998558035 * Math.sqrt((rowSquare + daySquare - error) / 12);
    expect(found.mean.high - found.mean.point).toBeCloseTo(half, 8);
    expect(found.mean.point - found.mean.low).toBeCloseTo(half, 8);

    const share = Math.sqrt((rowSquare - error) / rowSquare);
    const mean = total(table.flat()) / 12;
    expect(shrinkRows(found)).toEqual(table.map((row) => expect.closeTo(mean + share * (total(row) / 4 - mean), 10)));
  });

  it('is right on average about every part, over 2,000 tables', () => {
    const random = madeRandom(1);
    let [between, within] = [0, 0];
    for (let i = 0; i < 2000; i++) {
      const parts = crossedVariance(makeTable(random, 12, 8, 2, 1, 0.5));
      between += parts.between / 2000;
      within += parts.within / 2000;
    }
    // Standard errors: 4·√(2/11)/√2000 and about 1·√(2/7)/√2000; 99.9 % of means lie within 3.3 of them.
    expect(Math.abs(between - 4)).toBeLessThan(3.3 * ((4.1 * Math.sqrt(2 / 11)) / Math.sqrt(2000)));
    expect(Math.abs(within - 1.25)).toBeLessThan(3.3 * ((1.1 * Math.sqrt(2 / 7)) / Math.sqrt(2000)));
  });

  it.each([
    [2, 0.5, 1],
    [0.3, 1, 1],
  ])('covers the mean in at least 95 %% of 2,000 tables, with spreads %f, %f and %f', (row, day, rest) => {
    const random = madeRandom(2);
    let misses = 0;
    for (let i = 0; i < 2000; i++) {
      const { mean } = crossedVariance(makeTable(random, 15, 15, row, day, rest));
      if (mean.low > 5 || mean.high < 5) misses++;
    }
    expect(misses).toBeLessThanOrEqual(binomialQuantile(0.999, 2000, 0.05));
    expect(misses).toBeGreaterThan(20);
  });

  it('refuses a table too small, ragged or with holes', () => {
    expect(() => crossedVariance([[1, 2]])).toThrow(/^table must have 2 rows and 2 columns, got 1 and 2/);
    expect(() => crossedVariance([[1], [2]])).toThrow(/^table must have 2 rows and 2 columns, got 2 and 1/);
    expect(() => crossedVariance([])).toThrow(/^table must have 2 rows and 2 columns, got 0 and 0/);
    expect(() => crossedVariance([[1, 2], [3]])).toThrow(/^table must have rows of 2/);
    expect(() =>
      crossedVariance([
        [1, 2],
        [3, Number.NaN],
      ]),
    ).toThrow(/^table/);
  });
});

describe('shrinkRows', () => {
  it('gives the rows the spread of their expectations, which the means overstate', () => {
    const random = madeRandom(3);
    const variance = (values: readonly number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    };
    let [plain, shrunk] = [0, 0];
    for (let i = 0; i < 400; i++) {
      const parts = crossedVariance(makeTable(random, 40, 4, 1, 1, 2));
      plain += variance(parts.rows) / 400;
      shrunk += variance(shrinkRows(parts)) / 400;
    }
    expect(plain).toBeGreaterThan(1.8);
    expect(Math.abs(shrunk - 1)).toBeLessThan(0.1);
  });

  it('leaves no spread where the rows do not differ', () => {
    expect(
      shrinkRows(
        crossedVariance([
          [1, 3],
          [3, 1],
          [2, 2],
        ]),
      ),
    ).toEqual([2, 2, 2]);
    const level = crossedVariance([
      [2, 2],
      [2, 2],
    ]);
    expect(shrinkRows(level)).toEqual([2, 2]);
  });
});
