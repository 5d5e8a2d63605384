import { describe, expect, it } from 'vitest';
import { binomialQuantile } from '../../src/math/binomial.ts';
import { addDay, coMoments, combinationStandardError } from '../../src/math/co-moments.ts';
import { studentInterval } from '../../src/math/confidence-interval.ts';
import { controlledEstimate, fewestControlledDays } from '../../src/math/control-variates.ts';
import { normalQuantile } from '../../src/math/normal.ts';
import { madeRandom } from '../judge/made-runs.ts';

const random = madeRandom(20);
const normal = () => normalQuantile(random());

/** Days with a quantity and two controls of expectation 0. */
function drawDays(n: number): number[][] {
  return Array.from({ length: n }, () => {
    const [one, other] = [normal(), normal()];
    return [10 + 3 * one - 2 * other + normal(), one, 0.5 * one + other];
  });
}

describe('controlledEstimate', () => {
  it('is the regression on the controls, read where they are 0', () => {
    // y = 2 + 3c + noise with the noise orthogonal to c by construction, so that slope and rest are known.
    const days = Array.from({ length: 40 }, (_, i) => {
      const control = (i % 4) + 1;
      const noise = i % 8 < 4 ? 1 : -1;
      return [2 + 3 * control + noise, control];
    });
    const { freedom, point, standardError } = controlledEstimate(coMoments(2, days), 9.5, [1]);
    expect(point).toBeCloseTo(2, 12);
    expect(freedom).toBe(38);
    // Rest: 40 squares of 1. The mean of c is 2.5 and its sum of squares about that 50.
    expect(standardError).toBeCloseTo(Math.sqrt((40 / 38) * (1 / 40 + 2.5 ** 2 / 50)), 12);
  });

  it('does not depend on the unit of a control, nor on how two of them are mixed', () => {
    const days = drawDays(50);
    const mixed = days.map(([y, a, b]) => [y, 1000 * a - b, a + 0.001 * b]);
    const mean = coMoments(3, days).means[0];
    const plain = controlledEstimate(coMoments(3, days), mean, [1]);
    const other = controlledEstimate(coMoments(3, mixed), mean, [1]);
    expect(other.point).toBeCloseTo(plain.point, 9);
    expect(other.standardError).toBeCloseTo(plain.standardError, 9);
    expect(other.freedom).toBe(47);
  });

  it('leaves out a control that never varies, or that says what another has said', () => {
    const days = drawDays(50);
    const [mean] = coMoments(3, days).means;
    const one = controlledEstimate(
      coMoments(
        2,
        days.map(([y, a]) => [y, a]),
      ),
      mean,
      [1],
    );
    const twice = controlledEstimate(
      coMoments(
        4,
        days.map(([y, a]) => [y, a, 7, -2 * a]),
      ),
      mean,
      [1],
    );
    expect(twice.point).toBeCloseTo(one.point, 9);
    expect(twice.freedom).toBe(48);
  });

  it('is the plain estimate where no control comes with it, days are few, or nothing varies', () => {
    const few = drawDays(fewestControlledDays - 1);
    const [mean] = coMoments(3, few).means;
    const plain = controlledEstimate(
      coMoments(
        1,
        few.map(([y]) => [y]),
      ),
      mean,
      [1],
    );
    expect(controlledEstimate(coMoments(3, few), mean, [1])).toEqual({ ...plain, weights: [1, 0, 0] });
    expect(plain.freedom).toBe(fewestControlledDays - 2);
    const still = drawDays(60).map(([, a, b]) => [4, a, b]);
    expect(controlledEstimate(coMoments(3, still), 4, [1])).toEqual({
      ...{ point: 4, standardError: 0, freedom: 59 },
      weights: [1, 0, 0],
    });
  });

  it('says what is left of the days: their spread, and nothing that goes with a control', () => {
    const days = drawDays(60).map(([y, a, b]) => [y, 2 * y + b, a, b, 7, a - b]);
    const moments = coMoments(6, days);
    const { freedom, standardError, weights } = controlledEstimate(moments, 0, [3, -1]);
    const left = days.map((day) => day.reduce((sum, x, i) => sum + weights[i] * x, 0));
    const mean = left.reduce((sum, x) => sum + x, 0) / 60;
    const with_ = (other: (day: number[]) => number) =>
      days.reduce((sum, day, i) => sum + (left[i] - mean) * other(day), 0);
    expect(weights.slice(0, 2)).toEqual([3, -1]);
    expect(with_((day) => day[2])).toBeCloseTo(0, 9);
    expect(with_((day) => day[3])).toBeCloseTo(0, 9);
    const shift = moments.n * (standardError ** 2 / (left.reduce((sum, x) => sum + (x - mean) ** 2, 0) / freedom));
    expect(shift).toBeGreaterThan(1);
    expect(shift).toBeLessThan(1.5);
  });

  it('refuses more weights than there are quantities', () => {
    expect(() => controlledEstimate(coMoments(1), 0, [1, 1])).toThrow(/^weights must be at most 1 numbers, got 2/);
  });

  it('misses as often as it says over 4,000 experiments with the fewest days, and is narrower by what the controls explain', () => {
    const experiments = 4000;
    let missed = 0;
    const seen = coMoments(3);
    for (let i = 0; i < experiments; i++) {
      const days = coMoments(3, drawDays(fewestControlledDays));
      const { freedom, point, standardError } = controlledEstimate(days, days.means[0], [1]);
      const { low, high } = studentInterval(point, standardError, freedom + 1, 0.95);
      if (low > 10 || high < 10) missed++;
      addDay(seen, [point, (point - 10) ** 2, standardError ** 2]);
    }
    expect(missed).toBeGreaterThanOrEqual(binomialQuantile(0.0005, experiments, 0.05));
    expect(missed).toBeLessThanOrEqual(binomialQuantile(0.9995, experiments, 0.05));
    // Lavenberg and Welch (1981): variance 1 ÷ n · (n − 2) ÷ (n − q − 2) of what is left, 1; it is the mean of what is claimed.
    const theory = ((1 / fewestControlledDays) * (fewestControlledDays - 2)) / (fewestControlledDays - 4);
    const z = -normalQuantile(0.0005);
    [10, theory, theory].forEach((truth, i) => {
      const only = [0, 1, 2].map((j) => (i === j ? 1 : 0));
      expect(Math.abs(seen.means[i] - truth)).toBeLessThan(z * combinationStandardError(seen, only));
    });
  });
});
