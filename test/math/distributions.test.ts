import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialAtLeast, binomialCdf, binomialPmf, binomialQuantile } from '../../src/math/binomial.ts';
import { betaQuantile, incompleteBeta, incompleteBetaInverse } from '../../src/math/incomplete-beta.ts';
import { normalCdf, normalDensity, normalHazard, normalQuantile, normalTail } from '../../src/math/normal.ts';
import { studentTCdf, studentTQuantile } from '../../src/math/student-t.ts';
import { evenly } from '../evenly.ts';
import { expectClose, golden } from './golden.ts';

const rows = golden<{ function: string; arguments: number[] }, number>('distributions');

/** Each function with the relative error it may show: its documented accuracy over the rows of the file. */
const functions: Record<string, { compute: (...values: number[]) => number; allowed: number }> = {
  normalDensity: { compute: normalDensity, allowed: 1e-15 },
  normalCdf: { compute: normalCdf, allowed: 1e-15 },
  normalTail: { compute: normalTail, allowed: 1e-15 },
  normalHazard: { compute: normalHazard, allowed: 1e-15 },
  normalQuantile: { compute: normalQuantile, allowed: 1e-15 },
  incompleteBeta: { compute: (x, a, b) => incompleteBeta(x, a, b), allowed: 1e-12 },
  incompleteBetaInverse: { compute: incompleteBetaInverse, allowed: 1e-12 },
  studentTCdf: { compute: studentTCdf, allowed: 1e-12 },
  studentTQuantile: { compute: studentTQuantile, allowed: 1e-12 },
  binomialPmf: { compute: binomialPmf, allowed: 1e-12 },
  binomialCdf: { compute: binomialCdf, allowed: 1e-12 },
  binomialAtLeast: { compute: binomialAtLeast, allowed: 1e-12 },
};

describe('the basic distributions', () => {
  for (const [name, { compute, allowed }] of Object.entries(functions)) {
    const own = rows.filter((row) => row.in.function === name);
    it(`${name} agrees with ${own.length} exact values to ${allowed}`, () => {
      expect(own.length).toBeGreaterThan(10);
      for (const row of own) {
        const tiny = row.out === 0 ? allowed : 0;
        expectClose(compute(...row.in.arguments), row.out, allowed, tiny, `${name}(${row.in.arguments})`);
      }
    });
  }
});

describe('normalCdf', () => {
  it('normalCdf and normalTail sum to one, and mirror each other', () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (x) => {
        expect(normalCdf(x) + normalTail(x)).toBeCloseTo(1, 15);
        expect(normalCdf(x)).toBe(normalTail(-x));
      }),
    );
  });

  it('normalCdf reaches its ends at the infinities', () => {
    expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
    expect([normalDensity(-Infinity), normalDensity(Infinity)]).toEqual([0, 0]);
    expect([normalHazard(-Infinity), normalHazard(Infinity)]).toEqual([0, Infinity]);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  });

  it('normalCdf and its fellows refuse NaN by name', () => {
    for (const f of [normalCdf, normalTail, normalDensity, normalHazard])
      expect(() => f(Number.NaN)).toThrow(/^x must/);
    for (const p of [Number.NaN, -1e-9, 1.1]) expect(() => normalQuantile(p)).toThrow(/^p must/);
  });
});

describe('normalHazard', () => {
  it('normalHazard lies between x and x + 1/x above 0, and rises', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e4, noNaN: true }), (x) => {
        const hazard = normalHazard(x);
        expect(hazard).toBeGreaterThanOrEqual(x);
        expect(hazard).toBeLessThanOrEqual(x + 1 / x);
        expect(hazard).toBeGreaterThan(normalHazard(x * 0.999));
      }),
    );
  });
});

describe('incompleteBeta', () => {
  const shape = fc.double({ min: 0.1, max: 1e4, noNaN: true });

  it('incompleteBeta of x and of 1 − x with the shapes swapped sum to one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1024 }), shape, shape, (i, a, b) => {
        // Of a multiple of 1/1024 the complement is exact.
        const x = i / 1024;
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('incompleteBeta undoes betaQuantile', () => {
    fc.assert(
      fc.property(evenly(1e-12, 0.5), shape, shape, (p, a, b) => {
        const { x, complement } = betaQuantile(p, a, b);
        if (x > 1e-300) expectClose(incompleteBeta(x, a, b, complement), p, 1e-9, 0, `${[p, a, b]}`);
      }),
    );
  });

  it('betaQuantile keeps the digits of either end: x = p^(1/a) for b = 1', () => {
    for (const a of [0.5, 2, 30]) {
      for (const small of [1e-30, 1e-9, 0.3]) {
        const low = betaQuantile(small, a, 1);
        expectClose(low.x, small ** (1 / a), 1e-12, 1e-300, `p = ${small}, a = ${a}`);
        const high = betaQuantile(1 - small, a, 1, small);
        expectClose(high.complement, -Math.expm1(Math.log1p(-small) / a), 1e-12, 0, `1 − p = ${small}, a = ${a}`);
      }
    }
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([
      { x: 0, complement: 1 },
      { x: 1, complement: 0 },
    ]);
  });

  it('incompleteBeta gives 0 and 1 at the ends', () => {
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
    expect([incompleteBetaInverse(0, 2, 3), incompleteBetaInverse(1, 2, 3)]).toEqual([0, 1]);
  });

  it('incompleteBeta stays finite and quick for shapes up to 1e8', () => {
    expect(incompleteBeta(0.5, 1e8, 1e8)).toBeCloseTo(0.5, 10);
    expect(incompleteBeta(1e-8, 1, 1e8)).toBeCloseTo(1 - Math.exp(-1), 7);
  });

  it('incompleteBeta refuses what is no probability or shape, by name', () => {
    expect(() => incompleteBeta(1.1, 1, 1)).toThrow(/^x must/);
    expect(() => incompleteBeta(Number.NaN, 1, 1)).toThrow(/^x must/);
    expect(() => incompleteBeta(0.5, 0, 1)).toThrow(/^a must/);
    for (const b of [0, -2]) expect(() => incompleteBeta(0.5, 1, b)).toThrow(/^b must/);
    expect(() => betaQuantile(0.5, 0, 1)).toThrow(/^a must/);
    expect(() => betaQuantile(0.5, 1, 0)).toThrow(/^b must/);
    expect(() => incompleteBetaInverse(-0.1, 1, 1)).toThrow(/^p must/);
  });
});

describe('studentTCdf', () => {
  it('studentTCdf approaches the normal distribution, and is it at infinitely many degrees', () => {
    expect(studentTCdf(-1.96, 1e12)).toBeCloseTo(normalCdf(-1.96), 11);
    expect(studentTCdf(-1.96, Infinity)).toBe(normalCdf(-1.96));
    expect([studentTCdf(-Infinity, 5), studentTCdf(Infinity, 5)]).toEqual([0, 1]);
    expect(studentTQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
  });

  it('studentTCdf refuses NaN, no degrees and probabilities at the ends, by name', () => {
    expect(() => studentTCdf(Number.NaN, 3)).toThrow(/^t must/);
    for (const degrees of [0, -1, Number.NaN]) expect(() => studentTCdf(1, degrees)).toThrow(/^degrees must/);
    for (const p of [0, 1, Number.NaN]) expect(() => studentTQuantile(p, 3)).toThrow(/^p must/);
  });
});

describe('binomialPmf', () => {
  const trials = fc.integer({ min: 0, max: 300 });
  const chance = evenly(0, 1);

  it('binomialPmf sums to binomialCdf, and binomialAtLeast is its complement', () => {
    fc.assert(
      fc.property(trials, chance, (n, p) => {
        let sum = 0;
        for (let k = 0; k <= n; k++) {
          sum += binomialPmf(k, n, p);
          expect(binomialCdf(k, n, p)).toBeCloseTo(sum, 11);
          expect(binomialAtLeast(k + 1, n, p)).toBeCloseTo(1 - sum, 11);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('binomialQuantile is the smallest count that reaches the share', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), trials, chance, (share, n, p) => {
        const k = binomialQuantile(share, n, p);
        expect(binomialCdf(k, n, p)).toBeGreaterThanOrEqual(share);
        expect(binomialCdf(k - 1, n, p)).toBeLessThan(share);
      }),
    );
  });

  it('binomialPmf is 0 for impossible counts, and sure at chances 0 and 1', () => {
    expect([binomialPmf(-1, 3, 0.5), binomialPmf(4, 3, 0.5)]).toEqual([0, 0]);
    expect([binomialPmf(0, 3, 0), binomialPmf(3, 3, 1), binomialPmf(0, 0, 0.3)]).toEqual([1, 1, 1]);
    expect([binomialPmf(1, 3, 0), binomialPmf(2, 3, 1)]).toEqual([0, 0]);
  });

  it('binomialPmf refuses fractions of a trial and chances outside 0–1, by name', () => {
    expect(() => binomialPmf(0.5, 3, 0.5)).toThrow(/^k must/);
    expect(() => binomialPmf(1, 2.5, 0.5)).toThrow(/^n must/);
    expect(() => binomialPmf(1, -1, 0.5)).toThrow(/^n must/);
    expect(() => binomialPmf(1, 3, Number.NaN)).toThrow(/^p must/);
  });
});
