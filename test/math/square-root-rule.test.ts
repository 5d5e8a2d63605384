import { describe, expect, it } from 'vitest';
import { erlangA } from '../../src/math/erlang-a.ts';
import { garnett, garnettBesideExact } from '../../src/math/garnett.ts';
import { halfinWhitt, halfinWhittBesideExact, halfinWhittBeta } from '../../src/math/halfin-whitt.ts';
import { expectClose, golden } from './golden.ts';

interface In {
  readonly type: 'halfin_whitt_beta' | 'garnett_vs_exact' | 'halfin_whitt_vs_exact';
  readonly alpha: number;
  readonly beta: number;
  readonly theta_over_mu: number;
  readonly n: number;
  readonly a_erl: number;
}

describe('the square-root rule', () => {
  it('halfinWhitt and garnett meet every reference row, the approximation and the exact value beside it', () => {
    for (const { in: row, out } of golden<In>('qed')) {
      const about = JSON.stringify(row);
      if (row.type === 'halfin_whitt_beta') {
        expectClose(halfinWhittBeta(row.alpha), out.beta!, 1e-10, 0, about);
      } else if (row.type === 'halfin_whitt_vs_exact') {
        expectClose(halfinWhitt(row.beta), out.approx_p_wait!, 1e-10, 0, about);
        const beside = halfinWhittBesideExact(row.a_erl, row.n);
        expectClose(beside.beta, row.beta, 1e-9, 0, about);
        expectClose(beside.exact, out.exact_p_wait!, row.n > 1e4 ? 1e-8 : 1e-10, 0, about);
        expectClose(beside.relativeError, out.approx_p_wait! / out.exact_p_wait! - 1, 0, 1e-7, about);
      } else {
        expectClose(garnett(row.beta, row.theta_over_mu), out.approx_p_wait!, 1e-10, 0, about);
        const queue = {
          arrivalRate: row.a_erl,
          meanHandleSeconds: 1,
          meanPatienceSeconds: 1 / row.theta_over_mu,
          agents: row.n,
        };
        const beside = garnettBesideExact(queue);
        expectClose(beside.exact, out.exact_p_wait!, row.n > 1e4 ? 1e-8 : 1e-10, 0, about);
        expectClose(beside.approximation, out.approx_p_wait!, 1e-8, 0, about);
        const { abandonment } = erlangA({ ...queue, answerWithinSeconds: 0 });
        expectClose(abandonment, out.exact_p_abandon!, row.n > 1e4 ? 1e-8 : 1e-10, 1e-14, about);
      }
    }
  });

  it('halfinWhittBesideExact and garnettBesideExact are closer the larger the group', () => {
    const errors = [100, 10_000, 1_000_000].map((load) => {
      const agents = load + Math.round(Math.sqrt(load));
      return [
        Math.abs(halfinWhittBesideExact(load, agents).relativeError),
        Math.abs(
          garnettBesideExact({ arrivalRate: load, meanHandleSeconds: 1, meanPatienceSeconds: 1, agents }).relativeError,
        ),
      ];
    });
    for (const model of [0, 1]) {
      expect(errors[1][model]).toBeLessThan(errors[0][model] / 3);
      expect(errors[2][model]).toBeLessThan(errors[1][model] / 3);
    }
  });

  it('halfinWhitt is 1 without spare agents, and its inverse undoes it', () => {
    expect(halfinWhitt(0)).toBe(1);
    expect(halfinWhitt(-2)).toBe(1);
    expect(halfinWhittBeta(1)).toBe(0);
    for (const beta of [0.01, 0.5, 2, 8, 30]) expect(halfinWhittBeta(halfinWhitt(beta))).toBeCloseTo(beta, 9);
  });

  it('the square-root rule refuses bad arguments by name', () => {
    expect(() => halfinWhitt(Number.NaN)).toThrow(/^beta must/);
    expect(() => halfinWhittBeta(0)).toThrow(/^waitProbability must/);
    expect(() => halfinWhittBeta(1.5)).toThrow(/^waitProbability must/);
    expect(() => halfinWhittBesideExact(0, 3)).toThrow(/^offeredLoad must/);
    expect(() => halfinWhittBesideExact(3, -1)).toThrow(/^agents must/);
    expect(() => garnett(Infinity, 1)).toThrow(/^beta must/);
    expect(() => garnett(1, 0)).toThrow(/^handleToPatience must/);
    expect(() =>
      garnettBesideExact({ arrivalRate: 0, meanHandleSeconds: 1, meanPatienceSeconds: 1, agents: 1 }),
    ).toThrow(/^arrivalRate must/);
  });
});
