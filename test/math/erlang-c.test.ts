import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangB } from '../../src/math/erlang-b.ts';
import { erlangC, erlangCMeasures, erlangCWaitQuantile, lnErlangC } from '../../src/math/erlang-c.ts';
import { absoluteFloor, erlangTolerance, expectClose, golden } from './golden.ts';

interface In {
  readonly a_erl: number;
  readonly n: number;
  readonly aht_s: number;
  readonly t_s: number;
}

const desk = { arrivalRate: 0.05, meanHandleSeconds: 300, agents: 18, answerWithinSeconds: 20 };

describe('erlangC', () => {
  it('erlangC, its measures and its quantiles meet every reference row', () => {
    for (const { in: row, out } of golden<In>('erlang_c')) {
      const about = JSON.stringify(row);
      const tolerance = erlangTolerance(row.a_erl, row.n);
      const options = {
        arrivalRate: row.a_erl / row.aht_s,
        meanHandleSeconds: row.aht_s,
        agents: row.n,
        answerWithinSeconds: row.t_s,
      };
      const measures = erlangCMeasures(options);
      expectClose(erlangC(row.a_erl, row.n), out.p_wait!, tolerance, 1e-300, about);
      expectClose(lnErlangC(row.a_erl, row.n), out.ln_p_wait!, 1e-8, 1e-8, about);
      expectClose(measures.waitProbability, out.p_wait!, tolerance, 1e-300, about);
      expectClose(measures.asa, out.asa_s!, tolerance, absoluteFloor, about);
      expectClose(measures.meanWaitGivenWait, out.mean_wait_delayed_s!, tolerance, absoluteFloor, about);
      expectClose(measures.meanQueue, out.mean_queue!, tolerance, absoluteFloor, about);
      expectClose(measures.occupancy, out.occupancy!, tolerance, absoluteFloor, about);
      expectClose(measures.serviceLevel.offered, out.sl!, tolerance, 1e-12, about);
      expectClose(measures.waitTail, out.p_wait_gt_t!, 1e-8, 1e-250, about);
      for (const percent of [50, 80, 90, 99]) {
        const expected = out[`wait_q${percent}_s`]!;
        const actual = erlangCWaitQuantile(options, percent / 100);
        if (expected === 0) expect(actual).toBe(0);
        else expectClose(actual, expected, 1e-9, 1e-7, about);
      }
    }
  });

  it('erlangC agrees with published values that are right, and not with those that are wrong', () => {
    expect(erlangC(48, 55)).toBeCloseTo(0.2387009363780092, 14);
    expect(erlangC(10, 12)).toBeCloseTo(0.44938822429827086, 14);
    expect(erlangC(123, 132)).toBeCloseTo(0.32111617926170744, 13);
    expect(erlangC(12345, 12421)).toBeCloseTo(0.3812250150617514, 11);
    // Printed elsewhere as 0.261, which uses B(20, 24).
    expect(erlangC(20, 25)).toBeCloseTo(0.2091028265988366, 14);
    const level = (
      offeredLoad: number,
      agents: number,
      meanHandleSeconds: number,
      answerWithinSeconds: number,
    ): number =>
      erlangCMeasures({ arrivalRate: offeredLoad / meanHandleSeconds, meanHandleSeconds, agents, answerWithinSeconds })
        .serviceLevel.offered;
    expect(level(48, 55, 240, 20)).toBeCloseTo(0.8667964881728509, 13);
    expect(level(10, 12, 300, 30)).toBeCloseTo(0.6320720406958996, 13);
    expect(level(0.2, 1, 60, 20)).toBeCloseTo(0.8468143323270703, 13);
    expect(level(10, 25, 180, 60)).toBeCloseTo(0.9999996713110936, 13);
    // The published answer of a staffing library with an occupancy of at most 70 %.
    expect(level(10, 15, 180, 19.8)).toBeCloseTo(0.9411266757039652, 13);
    // A circulating "table" gives 0.75 and 0.85 for these two.
    expect(level(5, 8, 300, 15)).toBeCloseTo(0.856032383527471, 13);
    expect(level(100, 112, 300, 20)).toBeCloseTo(0.9247365612326385, 13);
    // M/M/3 with 6 an hour each taking 20 minutes: time in system 0.48148 h (Gross and Harris).
    const hours = erlangCMeasures({ arrivalRate: 6, meanHandleSeconds: 1 / 3, agents: 3, answerWithinSeconds: 0 });
    expect(hours.meanWaitAll + 1 / 3).toBeCloseTo(0.48148148148148145, 14);
    const single = erlangCMeasures({ arrivalRate: 1, meanHandleSeconds: 0.5, agents: 1, answerWithinSeconds: 0 });
    expect([single.meanWaitAll, single.meanQueue]).toEqual([0.5, 0.5]);
  });

  it('erlangCMeasures counts T = 0 as answered at once', () => {
    const measures = erlangCMeasures({ ...desk, answerWithinSeconds: 0 });
    expect(measures.serviceLevel.offered).toBeCloseTo(measures.immediateProbability, 15);
  });

  it('erlangCMeasures answers overload with infinite waits instead of an exception', () => {
    for (const agents of [0, 5, 15]) {
      const measures = erlangCMeasures({ ...desk, agents });
      expect(measures).toMatchObject({
        stable: false,
        waitProbability: 1,
        asa: Infinity,
        meanWaitGivenWait: Infinity,
        meanQueue: Infinity,
        occupancy: 1,
        waitTail: 1,
        throughput: agents / 300,
        serviceLevel: { offered: 0, answered: 0, abandonsMet: 0, shortAbandonsExcluded: 0, virtual: 0 },
      });
      expect(erlangCWaitQuantile({ ...desk, agents }, 0.5)).toBe(Infinity);
      expect(erlangCWaitQuantile({ ...desk, agents }, 0)).toBe(0);
    }
  });

  it('erlangCMeasures without callers finds every agent free, and without agents nobody', () => {
    expect(erlangCMeasures({ ...desk, arrivalRate: 0 })).toMatchObject({
      waitProbability: 0,
      asa: 0,
      occupancy: 0,
      serviceLevel: { offered: 1 },
    });
    expect(erlangCMeasures({ ...desk, arrivalRate: 0, agents: 0 })).toMatchObject({
      waitProbability: 1,
      asa: Infinity,
    });
    expect(lnErlangC(0, 4)).toBe(Number.NEGATIVE_INFINITY);
  });

  it('erlangCMeasures and erlangCWaitQuantile refuse bad arguments by name', () => {
    for (const bad of [-1, Number.NaN, Infinity]) {
      expect(() => erlangCMeasures({ ...desk, arrivalRate: bad })).toThrow(/^arrivalRate must be/);
      expect(() => erlangCMeasures({ ...desk, meanHandleSeconds: bad })).toThrow(/^meanHandleSeconds must be/);
      expect(() => erlangCMeasures({ ...desk, agents: bad })).toThrow(/^agents must be/);
      expect(() => erlangCMeasures({ ...desk, answerWithinSeconds: bad })).toThrow(/^answerWithinSeconds must be/);
      expect(() => erlangCWaitQuantile(desk, bad)).toThrow(/^probability must be/);
    }
    expect(() => erlangCMeasures({ ...desk, meanHandleSeconds: 0 })).toThrow(/^meanHandleSeconds must be/);
    expect(() => erlangCMeasures({ ...desk, shortAbandonSeconds: 21 })).toThrow(/^shortAbandonSeconds must be/);
    expect(() => erlangCWaitQuantile(desk, 1)).toThrow(/^probability must be/);
  });

  it('erlangC keeps its identities with Erlang B and falls with every agent', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 500, noNaN: true }), fc.integer({ min: 1, max: 60 }), (load, spare) => {
        const agents = Math.floor(load) + spare;
        const wait = erlangC(load, agents);
        const loss = erlangB(load, agents);
        expectClose(wait, (agents * loss) / (agents - load * (1 - loss)), 1e-9, 0, `a ${load} n ${agents}`);
        expect(wait).toBeGreaterThanOrEqual(loss);
        expect(erlangC(load, agents + 1)).toBeLessThan(wait);
        // 1 / C(a, n) = 1 + (n − a) / (a B(a, n − 1))
        expectClose(
          1 / wait,
          1 + (agents - load) / (load * erlangB(load, agents - 1)),
          1e-9,
          0,
          `a ${load} n ${agents}`,
        );
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('erlangCWaitQuantile is the inverse of the tail', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.999, noNaN: true }),
        fc.integer({ min: 15, max: 40 }),
        (probability, spare) => {
          const queue = { ...desk, agents: spare + 0.5 };
          const quantile = erlangCWaitQuantile(queue, probability);
          const { waitTail } = erlangCMeasures({ ...queue, answerWithinSeconds: quantile });
          if (quantile > 0) expect(waitTail).toBeCloseTo(1 - probability, 10);
          else expect(waitTail).toBeLessThanOrEqual(1 - probability + 1e-12);
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });
});
