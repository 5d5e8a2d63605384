import { describe, expect, it } from 'vitest';
import { RatioSums } from '../../src/judge/ratio-sums.ts';
import { coMoments } from '../../src/math/co-moments.ts';
import { skewedInterval } from '../../src/math/confidence-interval.ts';
import { wilsonInterval } from '../../src/math/proportion-interval.ts';
import { ratioInterval } from '../../src/math/ratio-interval.ts';

function sumsOf(runs: readonly (readonly [met: number, of: number])[]): RatioSums {
  const sums = new RatioSums();
  for (const [met, of] of runs) sums.add(met, of);
  return sums;
}

describe('RatioSums', () => {
  it('sums, and counts the runs with something to judge', () => {
    const sums = sumsOf([
      [8, 10],
      [0, 0],
      [9, 10],
    ]);
    expect(sums).toMatchObject({ met: 17, of: 20, runs: 3, judged: 2 });
  });

  it('gives the delta-method interval of the runs, to the last digits even of large sums', () => {
    const runs = Array.from({ length: 50 }, (_, i) => [1e9 + ((i * 7) % 11), 1e8 + ((i * 5) % 13)] as const);
    const [value, size] = [sumsOf(runs).met / sumsOf(runs).of, sumsOf(runs).of / 50];
    // By hand, about the ratio: digits that the sums of squares and cubes would not have.
    const left = runs.map(([met, of]) => (met - value * of) / size);
    const sum = (power: number) => left.reduce((all, one) => all + one ** power, 0);
    const deviation = Math.sqrt(sum(2) / 49);
    const skewness = (sum(3) * 50) / 49 / 48 / deviation ** 3;
    const expected = skewedInterval(value, deviation / Math.sqrt(50), 50, skewness, 0.95);
    const estimate = sumsOf(runs).estimate('seconds', 0.95);
    expect(estimate?.value).toBeCloseTo(value, 13);
    expect(((estimate?.high ?? 0) - (estimate?.value ?? 0)) / (expected.high - value)).toBeCloseTo(1, 6);
    expect(((estimate?.value ?? 0) - (estimate?.low ?? 0)) / (value - expected.low)).toBeCloseTo(1, 6);
  });

  it('reaches further on the side of a rare bad run, after a way through its state too', () => {
    const runs = Array.from({ length: 40 }, (_, i) => [i % 6 === 5 ? 400 : 100 + i, 10] as const);
    const kept = new RatioSums();
    for (const count of [12, 40]) {
      const few = runs.slice(0, count);
      for (const [met, of] of runs.slice(kept.runs, count)) kept.add(met, of);
      const again = new RatioSums();
      again.restore(JSON.parse(JSON.stringify(kept.state())));
      const { value, low, high } = again.estimate('seconds', 0.95) ?? { value: 0, low: 0, high: 0 };
      expect(sumsOf(few).estimate('seconds', 0.95)).toEqual({ value, low, high, confidence: 0.95 });
      const straight = ratioInterval(coMoments(2, few), 0.95);
      expect(high - value).toBeGreaterThan(1.2 * (value - low));
      expect(high).toBeGreaterThan(straight?.high ?? Number.POSITIVE_INFINITY);
    }
  });

  it('takes the skewness of what the controls leave', () => {
    // The control tells the bad runs from the others; what is left of them is as good as symmetric.
    const known = new RatioSums(2);
    const unknown = new RatioSums();
    for (let i = 0; i < 40; i++) {
      const isBad = i % 5 === 0;
      const control = isBad ? 0.8 : -0.2;
      known.add(isBad ? 900 : 100 + (i % 3), 10, [control, control]);
      unknown.add(isBad ? 900 : 100 + (i % 3), 10);
    }
    const lopsided = (sums: RatioSums) => {
      const { value, low, high } = sums.estimate('seconds', 0.95) ?? { value: 0, low: 0, high: 0 };
      return (high - value) / (value - low);
    };
    expect(lopsided(known)).toBeCloseTo(1, 1);
    expect(lopsided(unknown)).toBeGreaterThan(1.3);
  });

  it('is null when there is nothing to judge', () => {
    expect(sumsOf([]).estimate('fraction', 0.95)).toBeNull();
    expect(
      sumsOf([
        [0, 0],
        [0, 0],
      ]).estimate('seconds', 0.95),
    ).toBeNull();
  });

  it('cuts the interval to the range of the unit', () => {
    const spread = [
      [10, 10],
      [5, 10],
      [10, 10],
    ] as const;
    expect(sumsOf(spread).estimate('fraction', 0.95)?.high).toBe(1);
    expect(sumsOf(spread).estimate('seconds', 0.95)?.high).toBeGreaterThan(1);
    expect(
      sumsOf([
        [0, 10],
        [5, 10],
        [0, 10],
      ]).estimate('seconds', 0.95)?.low,
    ).toBe(0);
  });

  it('takes neither always nor never for certainty: a fraction gets the end of a share of runs', () => {
    const always = wilsonInterval(1, 3, 0.95);
    expect(
      sumsOf([
        [4, 4],
        [0, 0],
        [7, 7],
        [5, 5],
      ]).estimate('fraction', 0.95),
    ).toEqual({
      value: 1,
      low: always.low,
      high: 1,
      confidence: 0.95,
    });
    const never = wilsonInterval(0, 2, 0.95);
    expect(
      sumsOf([
        [0, 4],
        [0, 9],
      ]).estimate('fraction', 0.95),
    ).toMatchObject({ value: 0, low: 0, high: never.high });
    expect(
      sumsOf([
        [0, 4],
        [0, 9],
      ]).estimate('seconds', 0.95),
    ).toMatchObject({ value: 0, low: 0, high: 0 });
  });

  it('believes runs that agree on any other value: nothing in them is random', () => {
    expect(
      sumsOf([
        [3, 4],
        [3, 4],
        [3, 4],
      ]).estimate('fraction', 0.95),
    ).toMatchObject({ low: 0.75, high: 0.75 });
  });

  it('bounds nothing by one run', () => {
    expect(sumsOf([[3, 4]]).estimate('fraction', 0.95)).toMatchObject({ value: 0.75, low: 0, high: 1 });
    expect(sumsOf([[4, 4]]).estimate('fraction', 0.95)).toMatchObject({ value: 1, low: 0, high: 1 });
    expect(sumsOf([[30, 4]]).estimate('seconds', 0.95)).toMatchObject({ value: 7.5, low: 0, high: Infinity });
  });
});
