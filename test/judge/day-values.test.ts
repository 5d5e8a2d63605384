import { describe, expect, it } from 'vitest';
import { DayValues } from '../../src/judge/day-values.ts';
import { quantileInterval } from '../../src/math/quantile-interval.ts';

function valuesOf(values: readonly number[]): DayValues {
  const days = new DayValues();
  for (const value of values) days.add(value);
  return days;
}

describe('DayValues', () => {
  it('gives the quantile and interval of the sample, whatever the order of the days', () => {
    const sample = Array.from({ length: 101 }, (_, i) => ((i * 37) % 101) / 100);
    const sorted = [...sample].sort((a, b) => a - b);
    for (const level of [0.05, 0.5, 0.95]) {
      const { point, low, high } = quantileInterval(sorted, level, 0.9);
      expect(valuesOf(sample).quantile(level, 101, 0.9)).toEqual({ value: point, low, high, confidence: 0.9 });
    }
  });

  it('is null without days, and while the runs cannot bound the quantile', () => {
    expect(new DayValues().quantile(0.5, 10, 0.95)).toBeNull();
    expect(valuesOf([1, 2, 3]).quantile(0.5, 3, 0.95)).toBeNull();
    expect(valuesOf([1, 2, 3, 4, 5, 6]).quantile(0.5, 6, 0.95)).toMatchObject({ value: 3.5, low: 1, high: 6 });
  });

  it('is null where only one side of the quantile is bounded', () => {
    const sample = valuesOf(Array.from({ length: 30 }, (_, i) => i));
    expect(sample.quantile(0.5, 30, 0.95)).not.toBeNull();
    for (const level of [0.05, 0.95]) expect(sample.quantile(level, 30, 0.95)).toBeNull();
  });

  it('keeps four significant digits', () => {
    expect(valuesOf(new Array(10).fill(0.123456)).quantile(0.5, 10, 0.95)?.value).toBe(0.1235);
    expect(valuesOf(new Array(10).fill(98765.4)).quantile(0.5, 10, 0.95)?.value).toBe(98770);
  });

  it('is no surer than the runs allow when a run has several days', () => {
    const sample = Array.from({ length: 300 }, (_, i) => i + 1);
    const sure = valuesOf(sample).quantile(0.5, 300, 0.95);
    const unsure = valuesOf(sample).quantile(0.5, 100, 0.95);
    expect(unsure?.value).toBeCloseTo(150, -1);
    expect((unsure?.high ?? 0) - (unsure?.low ?? 0)).toBeGreaterThan(1.5 * ((sure?.high ?? 0) - (sure?.low ?? 0)));
  });
});
