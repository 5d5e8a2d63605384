import { describe, expect, it } from 'vitest';
import {
  logGamma,
  logPoissonTerm,
  logScaledGammaUpper,
  regularizedGammaLower,
  regularizedGammaUpper,
  scaledGammaLower,
  scaledGammaUpper,
  stirlingError,
} from '../../src/math/gamma-functions.ts';
import { expLessOnePlus, logOnePlusLess } from '../../src/math/small-differences.ts';

const relative = (actual: number, expected: number): number => Math.abs(actual - expected) / Math.abs(expected);

describe('logGamma', () => {
  it('logGamma gives the logarithm of factorials', () => {
    let logFactorial = 0;
    for (let n = 2; n <= 300; n++) {
      logFactorial += Math.log(n);
      expect(relative(logGamma(n + 1), logFactorial)).toBeLessThan(1e-14);
    }
  });

  it('logGamma refuses 0, negative numbers and NaN by name', () => {
    for (const x of [0, -1, Number.NaN, Infinity]) expect(() => logGamma(x)).toThrow(/^x must be/);
  });
});

describe('the incomplete gamma functions', () => {
  it('regularizedGammaUpper sums the Poisson distribution', () => {
    for (const mean of [0.3, 2, 17, 60]) {
      let sum = 0;
      for (let k = 0; k < 100; k++) {
        sum += Math.exp(logPoissonTerm(k, mean));
        expect(relative(regularizedGammaUpper(k + 1, mean), sum)).toBeLessThan(1e-13);
      }
    }
  });

  it('regularizedGammaLower and regularizedGammaUpper sum to one across the switch of method', () => {
    for (const s of [0.1, 1, 10, 1e3, 1e5, 1e7]) {
      for (const factor of [0.5, 0.99, 1, 1.01, 1.5]) {
        const x = s * factor;
        expect(regularizedGammaLower(s, x) + regularizedGammaUpper(s, x)).toBeCloseTo(1, 14);
      }
    }
  });

  it('scaledGammaUpper keeps the recurrence U(s + 1, x) = (s U(s, x) + 1) / x over the whole range', () => {
    for (const s of [1, 2.5, 40, 999.25, 1e5, 1e6]) {
      for (const factor of [0.6, 0.999, 1, 1.001, 2]) {
        const x = s * factor;
        const upper = scaledGammaUpper(s, x);
        if (!Number.isFinite(upper)) continue;
        expect(relative(scaledGammaUpper(s + 1, x), (s * upper + 1) / x)).toBeLessThan(s > 1e4 ? 1e-10 : 1e-12);
      }
    }
  });

  it('scaledGammaLower keeps the recurrence s M(s, x) = 1 + x M(s + 1, x)', () => {
    for (const s of [0.2, 1, 40, 999.25]) {
      for (const factor of [0, 0.5, 1, 1.2]) {
        const x = s * factor;
        expect(relative(s * scaledGammaLower(s, x), 1 + x * scaledGammaLower(s + 1, x))).toBeLessThan(1e-12);
      }
    }
  });

  it('logScaledGammaUpper agrees with scaledGammaUpper and goes on where that overflows', () => {
    expect(logScaledGammaUpper(20, 15)).toBeCloseTo(Math.log(scaledGammaUpper(20, 15)), 13);
    expect(logScaledGammaUpper(20, 45)).toBeCloseTo(Math.log(scaledGammaUpper(20, 45)), 13);
    expect(scaledGammaUpper(1001, 0.001)).toBe(Infinity);
    expect(logScaledGammaUpper(1001, 0.001)).toBeCloseTo(logGamma(1001) + 0.001 + 1001 * Math.log(1000), 8);
  });
});

describe('logPoissonTerm', () => {
  it('logPoissonTerm changes from one count to the next as it should, to all its digits, at a mean of a billion', () => {
    // P(k + 1) ÷ P(k) = a ÷ (k + 1).
    const a = 1e9;
    for (const k of [a, a - 1e5, a + 1e5]) {
      expect(logPoissonTerm(k + 1, a) - logPoissonTerm(k, a)).toBeCloseTo(Math.log(a / (k + 1)), 12);
    }
  });

  it('the gamma functions refuse a shape of 0, by name', () => {
    expect(() => stirlingError(0)).toThrow(/^x must be/);
    for (const f of [scaledGammaUpper, logScaledGammaUpper, scaledGammaLower]) {
      expect(() => f(0, 1)).toThrow(/^s must be/);
    }
    for (const f of [scaledGammaUpper, logScaledGammaUpper]) expect(() => f(1, 0)).toThrow(/^x must be/);
  });
});

describe('small differences', () => {
  it('logOnePlusLess and expLessOnePlus join their series to the plain formula', () => {
    for (const x of [-0.2500001, -0.2499999, 0.2499999, 0.2500001]) {
      expect(relative(logOnePlusLess(x), Math.log1p(x) - x)).toBeLessThan(1e-13);
      expect(relative(expLessOnePlus(x), Math.expm1(x) - x)).toBeLessThan(1e-13);
    }
    expect(relative(logOnePlusLess(1e-12), -0.5e-24)).toBeLessThan(1e-11);
    expect(relative(expLessOnePlus(-1e-12), 0.5e-24)).toBeLessThan(1e-11);
  });

  it('logOnePlusLess has its limit at −1, and its value far from 0', () => {
    expect(logOnePlusLess(-1)).toBe(-Infinity);
    expect(relative(logOnePlusLess(Math.E ** 2 - 1), 3 - Math.E ** 2)).toBeLessThan(1e-14);
  });
});
