import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangB, inverseErlangB, lnErlangB } from '../../src/math/erlang-b.ts';
import { erlangC } from '../../src/math/erlang-c.ts';
import { evenly } from '../evenly.ts';
import { erlangTolerance, expectClose, golden } from './golden.ts';

interface In {
  readonly a_erl: number;
  readonly n: number;
}

describe('erlangB', () => {
  it('erlangB meets every reference row, whole and continuous', () => {
    for (const { in: row, out } of [...golden<In>('erlang_b'), ...golden<In>('erlang_b_continuous')]) {
      const about = JSON.stringify(row);
      const logarithm = out.ln_erlang_b!;
      expectClose(lnErlangB(row.a_erl, row.n), logarithm, 1e-8, 1e-8, about);
      const expected = out.erlang_b!;
      if (expected >= 1e-300)
        expectClose(erlangB(row.a_erl, row.n), expected, erlangTolerance(row.a_erl, row.n), 0, about);
      else expectClose(erlangB(row.a_erl, row.n), expected, 0, 1e-300, about);
      if (typeof out.erlang_c === 'number') {
        expectClose(erlangC(row.a_erl, row.n), out.erlang_c, erlangTolerance(row.a_erl, row.n), 0, about);
      }
    }
  });

  it('erlangB has as many lines as it is given, not one fewer', () => {
    // A public implementation loops to n − 1 and asserts 0.012 for B(180, 200) and 0.261 for C(20, 25): those are B(180, 199) and its kin.
    expect(erlangB(180, 200)).toBeCloseTo(0.010324995204982297, 15);
    expect(erlangB(180, 199)).toBeCloseTo(0.011591903, 9);
    expect(erlangB(2, 5)).toBeCloseTo(0.03669724770642202, 15);
    expect(erlangB(10, 14)).toBeCloseTo(0.05681914338652086, 15);
    expect(erlangB(5, 10)).toBeCloseTo(0.018384570336648132, 15);
    expect(erlangB(123, 132)).toBeCloseTo(0.031242821046996373, 14);
    expect([erlangB(1, 1), erlangB(1, 2)]).toEqual([0.5, 0.2]);
    expect(erlangB(10, 16)).toBeGreaterThan(0.02);
    expect(erlangB(10, 17)).toBeLessThan(0.02);
  });

  it('erlangB gives 1 without lines and 0 without load', () => {
    expect(erlangB(7, 0)).toBe(1);
    expect(erlangB(0, 0)).toBe(1);
    expect(erlangB(0, 3)).toBe(0);
    expect(erlangB(0, 2.5)).toBe(0);
    expect(lnErlangB(0, 3)).toBe(Number.NEGATIVE_INFINITY);
    expect(lnErlangB(0, 0)).toBeCloseTo(0, 15);
    expect(inverseErlangB(0, 3)).toBe(Infinity);
  });

  it('erlangB is as small as a number can be, where its inverse is too large for one', () => {
    // B(a, 2) = a² ÷ 2 ÷ (1 + a + a² ÷ 2).
    expect(erlangB(1e-155, 2) / 5e-311).toBeCloseTo(1, 9);
    expect(erlangB(1e-100, 2) / 5e-201).toBeCloseTo(1, 14);
  });

  it('erlangB refuses what is no load and no number of lines, by name', () => {
    for (const bad of [-1, Number.NaN, Infinity]) {
      expect(() => erlangB(bad, 3)).toThrow(/^offeredLoad must be/);
      expect(() => erlangB(3, bad)).toThrow(/^agents must be/);
      expect(() => lnErlangB(3, bad)).toThrow(RangeError);
    }
  });

  it('erlangB falls with every line, rises with every Erlang, and the continuous form joins the whole numbers', () => {
    fc.assert(
      fc.property(evenly(1e-3, 3000), evenly(0, 3000), (load, agents) => {
        const loss = erlangB(load, agents);
        expect(loss).toBeGreaterThanOrEqual(0);
        expect(loss).toBeLessThanOrEqual(1);
        expect(erlangB(load, agents + 0.5)).toBeLessThanOrEqual(loss);
        expect(erlangB(load * 1.01, agents)).toBeGreaterThanOrEqual(loss * (1 - 1e-12));
        const inverse = inverseErlangB(load, agents);
        if (inverse < 1e300) {
          expectClose(
            inverseErlangB(load, agents + 1),
            1 + ((agents + 1) / load) * inverse,
            1e-10,
            0,
            `a ${load} n ${agents}`,
          );
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
