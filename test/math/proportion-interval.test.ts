import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialCdf, binomialPmf } from '../../src/math/binomial.ts';
import { proportionInterval, proportionMethods, wilsonInterval } from '../../src/math/proportion-interval.ts';
import { golden } from './golden.ts';

type Ends = readonly [number, number];
const rows = golden<
  { passes: number; n: number; confidence: number },
  Record<'clopper_pearson' | 'wilson' | 'wald' | 'agresti_coull' | 'jeffreys', Ends> & { point: number }
>('qa_intervals');

describe('proportionInterval', () => {
  for (const method of proportionMethods) {
    it(`proportionInterval by ${method} agrees with all ${rows.length} exact rows to 1e-10`, () => {
      for (const row of rows) {
        const interval = proportionInterval(row.in.passes, row.in.n, row.in.confidence, method);
        const [low, high] = row.out[method.replace('-', '_') as 'wilson'];
        expect(Math.abs(interval.point - row.out.point)).toBeLessThanOrEqual(1e-15);
        expect(Math.abs(interval.low - low)).toBeLessThanOrEqual(1e-10);
        expect(Math.abs(interval.high - high)).toBeLessThanOrEqual(1e-10);
      }
    });
  }

  const trials = fc.integer({ min: 1, max: 5000 });
  const sample = trials.chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

  it('proportionInterval mirrors when successes and failures swap', () => {
    fc.assert(
      fc.property(sample, fc.constantFrom(...proportionMethods), ([x, n], method) => {
        const interval = proportionInterval(x, n, 0.95, method);
        const mirrored = proportionInterval(n - x, n, 0.95, method);
        expect(interval.low).toBeCloseTo(1 - mirrored.high, 12);
        expect(interval.high).toBeCloseTo(1 - mirrored.low, 12);
        expect(interval.low).toBeLessThanOrEqual(interval.point);
        expect(interval.high).toBeGreaterThanOrEqual(interval.point);
      }),
    );
  });

  it('proportionInterval by wilson, clopper-pearson and jeffreys never leaves 0–1', () => {
    fc.assert(
      fc.property(sample, fc.constantFrom('wilson', 'clopper-pearson', 'jeffreys'), ([x, n], method) => {
        const { low, high } = proportionInterval(x, n, 0.99, method);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
    expect(proportionInterval(0, 10).low).toBe(0);
    expect(proportionInterval(10, 10).high).toBe(1);
  });

  it('proportionInterval by clopper-pearson covers at least as often as it says, whatever the truth', () => {
    for (const n of [5, 20]) {
      const intervals = Array.from({ length: n + 1 }, (_, x) => proportionInterval(x, n, 0.9, 'clopper-pearson'));
      for (let truth = 0.01; truth < 1; truth += 0.01) {
        let coverage = 0;
        intervals.forEach(({ low, high }, x) => {
          if (low <= truth && truth <= high) coverage += binomialPmf(x, n, truth);
        });
        expect(coverage).toBeGreaterThanOrEqual(0.9);
      }
    }
  });

  it('proportionInterval by clopper-pearson ends where a tail holds half of the error', () => {
    const { high } = proportionInterval(3, 40, 0.95, 'clopper-pearson');
    expect(binomialCdf(3, 40, high)).toBeCloseTo(0.025, 12);
  });

  it('proportionInterval refuses no trials, impossible counts and a confidence in percent, by name', () => {
    expect(() => proportionInterval(0, 0)).toThrow(/^n must/);
    expect(() => proportionInterval(0, 2.5)).toThrow(/^n must/);
    for (const x of [-1, 11, 2.5, Number.NaN]) expect(() => proportionInterval(x, 10)).toThrow(/^successes must/);
    for (const c of [0, 1, 95, Number.NaN]) expect(() => proportionInterval(5, 10, c)).toThrow(/^confidence must/);
  });
});

describe('wilsonInterval', () => {
  it('wilsonInterval is the proportion interval where the trials are whole', () => {
    for (const [successes, n] of [
      [0, 5],
      [9, 10],
      [30, 30],
      [123, 456],
    ]) {
      const { point, low, high } = proportionInterval(successes, n, 0.9);
      const actual = wilsonInterval(successes / n, n, 0.9);
      expect(actual.point).toBe(point);
      expect(actual.low).toBeCloseTo(low, 14);
      expect(actual.high).toBeCloseTo(high, 14);
    }
  });

  it('wilsonInterval takes trials that are not whole: the roots of (share − p)² = z² p (1 − p) ÷ trials', () => {
    const { low, high } = wilsonInterval(0.7, 7.5);
    for (const p of [low, high]) {
      expect((0.7 - p) ** 2).toBeCloseTo((1.959963984540054 ** 2 * p * (1 - p)) / 7.5, 13);
    }
    expect(low).toBeLessThan(0.7);
    expect(high).toBeGreaterThan(0.7);
  });

  it('wilsonInterval refuses what is no share, no trial or no confidence, by name', () => {
    expect(() => wilsonInterval(1.1, 5)).toThrow(/^share must/);
    expect(() => wilsonInterval(0.5, 0)).toThrow(/^trials must/);
    expect(() => wilsonInterval(0.5, 5, 95)).toThrow(/^confidence must/);
  });
});
