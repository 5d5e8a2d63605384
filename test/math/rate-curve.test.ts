import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cutCurve,
  integrateRate,
  invertRate,
  invertSegment,
  multiplyCurve,
  type RateCurve,
  type RateTerm,
  rateAt,
  segmentIntegral,
  stepCurve,
} from '../../src/math/rate-curve.ts';
import { evenly } from '../evenly.ts';

const level = evenly(0, 5);
/** A step curve over a day, as a planner writes it. */
const steps = fc.array(level, { minLength: 1, maxLength: 12 }).map((levels) =>
  stepCurve(
    [...levels, 0].map((_, i) => i * 1800),
    levels,
  ),
);
const windowOf = fc.tuple(evenly(0, 20_000), evenly(1, 9000)).map(([from, length]) => ({ from, to: from + length }));
const factor = fc.oneof(
  fc.tuple(windowOf, level).map(([w, c]) => ({ ...w, terms: [{ c, n: 0, k: 0 }] })),
  fc.tuple(windowOf, level, level).map(([w, a, b]) => ({
    ...w,
    terms: [
      { c: a, n: 0, k: 0 },
      { c: (b - a) / (w.to - w.from), n: 1, k: 0 },
    ],
  })),
  fc.tuple(windowOf, evenly(1, 6)).map(([w, peak]) => ({
    ...w,
    terms: [
      { c: 1, n: 0, k: 0 },
      { c: peak - 1, n: 0, k: 3 / (w.to - w.from) },
    ],
  })),
);
const curves = fc
  .tuple(steps, fc.array(factor, { maxLength: 3 }))
  .map(([curve, factors]) => factors.reduce(multiplyCurve, curve));
const end = (curve: RateCurve) => curve.segments[curve.segments.length - 1].to;

describe('rateAt', () => {
  it('holds from the start of a segment up to its end, which is not its own, and is 0 in gaps', () => {
    const steps = stepCurve([0, 10, 20], [1, 3]);
    expect([-1, 0, 9.9, 10, 19.9, 20].map((t) => rateAt(steps, t))).toEqual([0, 1, 1, 3, 3, 0]);
    const { segments } = stepCurve([30, 40], [2]);
    const gap = { segments: [...steps.segments, ...segments] };
    expect([25, 29, 30].map((t) => rateAt(gap, t))).toEqual([0, 0, 2]);
  });
});

describe('multiplyCurve', () => {
  it('multiplies the rate at every time', () => {
    fc.assert(
      fc.property(curves, factor, evenly(0, 22_000), (curve, by, t) => {
        const inside = by.from <= t && t < by.to;
        const expected = rateAt(curve, t) * (inside ? rateAt({ segments: [by] }, t) : 1);
        expect(rateAt(multiplyCurve(curve, by), t)).toBeCloseTo(expected, 8);
      }),
      { seed: 1 },
    );
  });

  it('makes no empty segment where a window touches one', () => {
    const factor = { from: 10, to: 20, terms: [{ c: 2, n: 0, k: 0 }] };
    const { segments } = multiplyCurve(stepCurve([0, 10, 20, 30], [1, 3, 5]), factor);
    expect(segments.map(({ from, to }) => [from, to])).toEqual([
      [0, 10],
      [10, 20],
      [20, 30],
    ]);
  });

  it('keeps a surge on a profile exact: three times the rate for an hour and a half', () => {
    const day = multiplyCurve(stepCurve([0, 36_000], [0.1]), { from: 7200, to: 12_600, terms: [{ c: 3, n: 0, k: 0 }] });
    expect(integrateRate(day, 0, 36_000)).toBeCloseTo(3600 + 2 * 540, 9);
  });
});

describe('integrateRate', () => {
  it('agrees with the trapezoidal rule on a fine grid', () => {
    fc.assert(
      fc.property(curves, (curve) => {
        let sum = 0;
        for (const { from, to } of curve.segments) {
          const pieces = 400;
          const h = (to - from) / pieces;
          const rate = (t: number) =>
            rateAt({ segments: [{ ...curve.segments.find((s) => s.from === from)!, to: to + 1 }] }, t);
          for (let i = 0; i < pieces; i++)
            sum += (h * (rate(from + i * h) + 4 * rate(from + (i + 0.5) * h) + rate(from + (i + 1) * h))) / 6;
        }
        const exact = integrateRate(curve, 0, end(curve));
        expect(Math.abs(exact - sum)).toBeLessThanOrEqual(1e-7 * (1 + Math.abs(sum)));
      }),
      { seed: 2 },
    );
  });

  it('adds up over neighbouring stretches', () => {
    fc.assert(
      fc.property(curves, evenly(0, 1), (curve, share) => {
        const middle = share * end(curve);
        const whole = integrateRate(curve, 0, end(curve));
        const parts = integrateRate(curve, 0, middle) + integrateRate(curve, middle, end(curve));
        expect(Math.abs(whole - parts)).toBeLessThanOrEqual(1e-9 * (1 + whole));
      }),
      { seed: 3 },
    );
  });

  it('is exact for a power times a growing exponential', () => {
    // ∫₀² τ e^τ dτ = e² + 1
    const curve = { segments: [{ from: 0, to: 2, terms: [{ c: 1, n: 1, k: -1 }] }] };
    expect(integrateRate(curve, 0, 2)).toBeCloseTo(Math.E ** 2 + 1, 12);
  });

  it('is exact for a power times a decay, from any start', () => {
    // ∫ τ² e^(−3τ) dτ = −e^(−3τ) (τ²/3 + 2τ/9 + 2/27)
    const primitive = (t: number) => -Math.exp(-3 * t) * ((t * t) / 3 + (2 * t) / 9 + 2 / 27);
    const curve = { segments: [{ from: 5, to: 7, terms: [{ c: 4, n: 2, k: 3 }] }] };
    expect(integrateRate(curve, 5, 7)).toBeCloseTo(4 * (primitive(2) - primitive(0)), 13);
    expect(integrateRate(curve, 5.5, 6.5)).toBeCloseTo(4 * (primitive(1.5) - primitive(0.5)), 13);
    expect(integrateRate(curve, 0, 5)).toBe(0);
    expect(integrateRate(curve, 7, 9)).toBe(0);
  });
});

describe('invertRate', () => {
  it('undoes the integral for every curve and mass', () => {
    fc.assert(
      fc.property(curves, evenly(0, 1), (curve, share) => {
        const whole = integrateRate(curve, 0, end(curve));
        fc.pre(whole > 1e-6);
        const mass = share * whole;
        const t = invertRate(curve, mass);
        // Rounding may put the last mass beyond the curve's end.
        if (t === Number.POSITIVE_INFINITY) expect(share).toBeGreaterThan(1 - 1e-9);
        else expect(Math.abs(integrateRate(curve, 0, t) - mass)).toBeLessThanOrEqual(1e-9 * whole);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it('does not miss a spike of one second in an empty day', () => {
    const spike = { segments: [{ from: 50_000, to: 50_001, terms: [{ c: 100, n: 0, k: 0 }] }] };
    expect(invertRate(spike, 50)).toBeCloseTo(50_000.5, 9);
  });

  it('is where arrivals begin, not before, when nothing has yet to come', () => {
    expect(invertRate(stepCurve([0, 10, 20], [0, 1]), 0)).toBe(10);
    expect(invertRate(stepCurve([0, 10, 20], [1, 1]), 10)).toBe(10);
  });

  it('is Infinity when the curve has less', () => {
    expect(invertRate(stepCurve([0, 10], [1]), 11)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('invertSegment', () => {
  const between = (terms: RateTerm[]) => ({ from: 100, to: 110, terms });

  it('is exact for constant, exponential and linear rates', () => {
    expect(invertSegment(between([{ c: 4, n: 0, k: 0 }]), 10)).toBe(2.5);
    // 1 − e^(−t/2) = ½ and e^(t/2) − 1 = 1
    expect(invertSegment(between([{ c: 0.5, n: 0, k: 0.5 }]), 0.5)).toBeCloseTo(2 * Math.LN2, 14);
    expect(invertSegment(between([{ c: 0.5, n: 0, k: -0.5 }]), 1)).toBeCloseTo(2 * Math.LN2, 14);
    // t + t²/2 = 4
    const ramp = between([
      { c: 1, n: 0, k: 0 },
      { c: 1, n: 1, k: 0 },
    ]);
    expect(invertSegment(ramp, 4)).toBeCloseTo(2, 14);
    expect(invertSegment(ramp, 0)).toBe(0);
    // A fall to zero: 10 t − t²/2 over ten seconds.
    const fall = between([
      { c: 10, n: 0, k: 0 },
      { c: -1, n: 1, k: 0 },
    ]);
    expect(invertSegment(fall, 32)).toBeCloseTo(4, 13);
    expect(invertSegment(fall, 50)).toBeCloseTo(10, 6);
  });

  it('never leaves the segment, and is where the integral is that mass, for any sum of terms', () => {
    const term = fc.record({ c: evenly(0, 3), n: fc.integer({ min: 0, max: 3 }), k: evenly(-0.5, 2) });
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 3 }), evenly(0, 1), (terms, share) => {
        const segment = between(terms);
        const whole = segmentIntegral(segment, 10);
        fc.pre(whole > 1e-3);
        const tau = invertSegment(segment, share * whole);
        expect(tau).toBeGreaterThanOrEqual(0);
        expect(tau).toBeLessThanOrEqual(10);
        expect(Math.abs(segmentIntegral(segment, tau) - share * whole)).toBeLessThanOrEqual(1e-12 * whole);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});

describe('terms of a product', () => {
  it('do not grow in number when factors of one kind are multiplied again and again', () => {
    const ramp = {
      from: 0,
      to: 100,
      terms: [
        { c: 1, n: 0, k: 0 },
        { c: 0.01, n: 1, k: 0 },
      ],
    };
    const decay = {
      from: 0,
      to: 100,
      terms: [
        { c: 1, n: 0, k: 0 },
        { c: 2, n: 0, k: 0.1 },
      ],
    };
    let curve = stepCurve([0, 100], [3]);
    for (const factor of [ramp, ramp, decay, decay]) curve = multiplyCurve(curve, factor);
    // Powers 0 to 2, each with e^0, e^(−0.1τ) and e^(−0.2τ).
    expect(curve.segments[0].terms).toHaveLength(9);
    const moved = cutCurve(curve, [40]).segments[1];
    expect(moved.terms).toHaveLength(9);
    for (const t of [40, 70, 99]) {
      const exact = 3 * (1 + 0.01 * t) ** 2 * (1 + 2 * Math.exp(-0.1 * t)) ** 2;
      expect(rateAt(curve, t)).toBeCloseTo(exact, 10);
      expect(rateAt({ segments: [moved] }, t)).toBeCloseTo(exact, 10);
    }
  });
});

describe('cutCurve', () => {
  it('makes no empty segment where a cut stands at an end already', () => {
    const { segments } = cutCurve(stepCurve([0, 10, 20], [1, 3]), [0, 5, 5, 10, 20]);
    expect(segments.map(({ from, to }) => [from, to])).toEqual([
      [0, 5],
      [5, 10],
      [10, 20],
    ]);
  });

  it('leaves the rate as it is and lets no segment cross a cut', () => {
    fc.assert(
      fc.property(curves, evenly(0, 20_000), (curve, t) => {
        const cuts = [1000, 5000, 12_345];
        const cut = cutCurve(curve, cuts);
        expect(rateAt(cut, t)).toBeCloseTo(rateAt(curve, t), 8);
        for (const { from, to } of cut.segments) expect(cuts.some((time) => from < time && time < to)).toBe(false);
      }),
      { seed: 5 },
    );
  });
});
