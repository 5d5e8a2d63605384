import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KappaWeights } from '../../src/math/agreement.ts';
import { cohenKappa, intraclassCorrelation, shareWithin } from '../../src/math/agreement.ts';
import { expectClose } from './golden.ts';

const weightings = fc.constantFrom<KappaWeights>('none', 'linear', 'quadratic');
const tables = fc.integer({ min: 2, max: 5 }).chain((size) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  }),
);

describe('cohenKappa', () => {
  it('cohenKappa gives 0.4 for the textbook table of 20, 5, 10, 15', () => {
    const { kappa, observed, expected } = cohenKappa([
      [20, 5],
      [10, 15],
    ])!;
    expectClose(kappa, 0.4, 1e-12, 0, 'kappa');
    expectClose(observed, 0.7, 1e-12, 0, 'observed');
    expectClose(expected, 0.5, 1e-12, 0, 'expected');
  });

  it('cohenKappa weighs a disagreement by the distance of the categories, and lies in the middle of its interval', () => {
    const table = [
      [20, 5, 0],
      [3, 15, 4],
      [1, 2, 10],
    ];
    const rows = table.map((row) => row.reduce((a, b) => a + b, 0));
    const columns = [0, 1, 2].map((j) => table.reduce((sum, row) => sum + row[j], 0));
    const distances = {
      none: (i: number, j: number) => (i === j ? 0 : 1),
      linear: (i: number, j: number) => Math.abs(i - j),
      quadratic: (i: number, j: number) => (i - j) ** 2,
    };
    for (const [weights, distance] of Object.entries(distances)) {
      let seen = 0;
      let byChance = 0;
      for (const i of [0, 1, 2]) {
        for (const j of [0, 1, 2]) {
          seen += distance(i, j) * table[i][j];
          byChance += (distance(i, j) * rows[i] * columns[j]) / 60;
        }
      }
      const { kappa, standardError, low, high } = cohenKappa(table, weights as KappaWeights, 0.9)!;
      expectClose(kappa, 1 - seen / byChance, 1e-12, 0, weights);
      expectClose(kappa - low, 1.6448536269514722 * standardError, 1e-12, 0, weights);
      expectClose(high - kappa, 1.6448536269514722 * standardError, 1e-12, 0, weights);
    }
  });

  it('cohenKappa is 1 in full agreement and 0 where the judgements are independent', () => {
    const full = cohenKappa([
      [7, 0],
      [0, 3],
    ])!;
    expectClose(full.kappa, 1, 1e-12, 0, 'full');
    expectClose(full.standardError, 0, 0, 1e-9, 'full');
    const independent = [1, 2, 3].map((row) => [2, 5, 1].map((column) => row * column));
    for (const weights of ['none', 'linear', 'quadratic'] as const) {
      expectClose(cohenKappa(independent, weights)!.kappa, 0, 0, 1e-12, weights);
    }
  });

  it('cohenKappa does not care who is called first, nor how often the table is repeated', () => {
    fc.assert(
      fc.property(tables, weightings, (table, weights) => {
        const transposed = table.map((_, i) => table.map((row) => row[i]));
        const tripled = table.map((row) => row.map((count) => 3 * count));
        const own = cohenKappa(table, weights)!;
        const other = cohenKappa(transposed, weights)!;
        const more = cohenKappa(tripled, weights)!;
        expectClose(other.kappa, own.kappa, 1e-10, 1e-12, 'transposed');
        expectClose(other.standardError, own.standardError, 1e-9, 1e-12, 'transposed');
        expectClose(more.standardError, own.standardError / Math.sqrt(3), 1e-9, 1e-12, 'tripled');
      }),
    );
  });

  it('cohenKappa has the standard error that its slopes in the cell shares give', () => {
    fc.assert(
      fc.property(tables, weightings, (table, weights) => {
        const items = table.flat().reduce((sum, count) => sum + count, 0);
        const own = cohenKappa(table, weights)!;
        const step = items * 1e-6;
        let first = 0;
        let second = 0;
        table.forEach((row, i) => {
          row.forEach((count, j) => {
            const at = (delta: number) => {
              const moved = table.map((other) => [...other]);
              moved[i][j] = count + delta;
              return cohenKappa(moved, weights)!.kappa;
            };
            const slope = ((at(step) - at(-step)) / (2 * step)) * items;
            first += (count / items) * slope;
            second += (count / items) * slope * slope;
          });
        });
        expectClose(own.standardError, Math.sqrt((second - first * first) / items), 1e-5, 1e-7, weights);
      }),
      { numRuns: 50 },
    );
  });

  it('cohenKappa gives neighbours half the credit among three categories, in what is observed and expected', () => {
    const table = [
      [10, 5, 0],
      [0, 10, 0],
      [0, 0, 5],
    ];
    // 25 agree, five are neighbours; by chance 13 of 36 agree and half of them are neighbours.
    const { observed, expected, kappa } = cohenKappa(table, 'linear')!;
    expect([observed, expected]).toEqual([27.5 / 30, 22 / 36].map((one) => expect.closeTo(one, 14)));
    expect(kappa).toBeCloseTo((27.5 / 30 - 22 / 36) / (14 / 36), 14);
    expect(cohenKappa(table, 'quadratic')!.observed).toBeCloseTo(28.75 / 30, 14);
  });

  it('cohenKappa of quadratic weights on two categories is the plain one', () => {
    const table = [
      [11, 4],
      [2, 9],
    ];
    expectClose(cohenKappa(table, 'quadratic')!.kappa, cohenKappa(table)!.kappa, 1e-12, 0, 'two categories');
  });

  it('cohenKappa cannot tell agreement from habit when only one category is used', () => {
    expect(
      cohenKappa([
        [9, 0],
        [0, 0],
      ]),
    ).toBeUndefined();
    for (const weights of ['none', 'linear', 'quadratic'] as const) expect(cohenKappa([[9]], weights)).toBeUndefined();
  });

  it('cohenKappa refuses tables that are not square or empty, by name', () => {
    expect(() => cohenKappa([])).toThrow(/^table must/);
    expect(() => cohenKappa([[1, 2]])).toThrow(/^table must be a square/);
    expect(() => cohenKappa([[1, 2], [3]])).toThrow(/^table must be a square/);
    expect(() => cohenKappa([[0]])).toThrow(/^table must/);
    expect(() => cohenKappa([[-1]])).toThrow(/^table must/);
    expect(() => cohenKappa([[1]], 'none', 1)).toThrow(/^confidence must/);
  });
});

describe('intraclassCorrelation', () => {
  /** Shrout and Fleiss (1979), table 2: six items by four judges. */
  const published = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ];

  it('intraclassCorrelation gives the published 0.29 with its interval of 0.02 to 0.76', () => {
    const { correlation, low, high } = intraclassCorrelation(published)!;
    expect(correlation).toBeCloseTo(0.29, 2);
    expect(low).toBeCloseTo(0.019, 3);
    expect(high).toBeCloseTo(0.761, 3);
  });

  it('intraclassCorrelation does not change when all scores are stretched and moved', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }), {
          minLength: 3,
          maxLength: 8,
        }),
        (scores) => {
          const own = intraclassCorrelation(scores);
          fc.pre(own !== undefined);
          const moved = intraclassCorrelation(scores.map((row) => row.map((score) => 2 * score + 7)))!;
          expectClose(moved.correlation, own.correlation, 1e-9, 1e-9, 'moved');
          expect(own.low).toBeLessThanOrEqual(own.correlation + 1e-9);
          expect(own.high).toBeGreaterThanOrEqual(own.correlation - 1e-9);
          expect(own.correlation).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('intraclassCorrelation counts a severe evaluator as disagreement', () => {
    const shifted = [10, 50, 90].map((score) => [score, score + 40]);
    const same = [10, 50, 90].map((score) => [score, score]);
    expect(intraclassCorrelation(same)).toEqual({ correlation: 1, low: 1, high: 1 });
    const { correlation, low, high } = intraclassCorrelation(shifted)!;
    expect(correlation).toBeLessThan(0.8);
    expect(low).toBeLessThan(correlation);
    expect(high).toBeGreaterThan(correlation);
  });

  it('intraclassCorrelation of evaluators who are as severe has the interval of the F distribution', () => {
    // Mean squares: items 3200 ÷ 3, evaluators 0, rest 200 ÷ 3; F has 3 and 3 degrees of freedom, and its 97.5 % point is 15.4392.
    const scores = [
      [10, 20],
      [20, 10],
      [50, 60],
      [60, 50],
    ];
    const found = intraclassCorrelation(scores)!;
    const end = (f: number) => (4 * (16 - f)) / (2 * f + 4 * 16);
    expect(found.correlation).toBeCloseTo((16 - 1) / (16 + 1 - 2 / 4), 12);
    expect(found.low).toBeCloseTo(end(15.43918), 5);
    expect(found.high).toBeCloseTo(end(1 / 15.43918), 5);
  });

  it('intraclassCorrelation of scores that never vary cannot be told', () => {
    expect(
      intraclassCorrelation([
        [5, 5],
        [5, 5],
      ]),
    ).toBeUndefined();
  });

  it('intraclassCorrelation refuses missing scores, by name', () => {
    expect(() => intraclassCorrelation([])).toThrow(/^scores must/);
    expect(() => intraclassCorrelation([[1], [2]])).toThrow(/^scores must/);
    expect(() => intraclassCorrelation([[1, 2]])).toThrow(/^scores must/);
    expect(() => intraclassCorrelation([[1, 2], [3]])).toThrow(/^scores must/);
    expect(() =>
      intraclassCorrelation([
        [1, 2],
        [3, Number.NaN],
      ]),
    ).toThrow(/^scores must/);
    expect(() => intraclassCorrelation(published, 0)).toThrow(/^confidence must/);
  });
});

describe('shareWithin', () => {
  it('shareWithin counts a difference of exactly the distance', () => {
    expect(shareWithin([80, 90, 60, 50], [90, 79, 60, 70], 10)).toBe(0.5);
    expect(shareWithin([80], [90], 0)).toBe(0);
  });

  it('shareWithin refuses lists of different length and negative distances, by name', () => {
    expect(() => shareWithin([], [], 10)).toThrow(/^first must/);
    expect(() => shareWithin([1], [], 10)).toThrow(/^second must/);
    expect(() => shareWithin([1], [Number.NaN], 10)).toThrow(/^second must/);
    expect(() => shareWithin([1], [1], -1)).toThrow(/^distance must/);
  });
});
