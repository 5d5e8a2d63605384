import { describe, expect, it } from 'vitest';
import { erlangC } from '../../src/math/erlang-c.ts';
import { retrial } from '../../src/math/retrial.ts';
import { expectClose, golden } from './golden.ts';

interface In {
  readonly a_erl: number;
  readonly c: number;
  readonly aht_s: number;
  readonly mean_retry_interval_s: number;
}

const desk = { arrivalRate: 4 / 300, meanHandleSeconds: 300, agents: 5, meanRetrySeconds: 60 };

describe('retrial', () => {
  it('retrial meets every reference row', () => {
    for (const { in: row, out } of golden<In>('retrial')) {
      const measures = retrial({
        arrivalRate: row.a_erl / row.aht_s,
        meanHandleSeconds: row.aht_s,
        agents: row.c,
        meanRetrySeconds: row.mean_retry_interval_s,
      });
      const fields: Record<string, number> = {
        p_block_first_attempt: measures.firstAttemptBlocking,
        p_block_any_attempt: measures.anyAttemptBlocking,
        mean_orbit: measures.meanOrbit,
        mean_busy: measures.meanBusy,
        mean_retries_per_call: measures.meanRetries,
        mean_delay_s: measures.meanDelay,
      };
      expect(Object.keys(out).sort()).toEqual(Object.keys(fields).sort());
      for (const [field, expected] of Object.entries(out)) {
        expectClose(fields[field], expected!, 1e-9, 0, `${field} of ${JSON.stringify(row)}`);
      }
    }
  });

  it('retrial with one agent has the closed form a² (μ + ν) / (ν (1 − a)), and serves every caller once', () => {
    for (const load of [0.1, 0.5, 0.9, 0.99]) {
      for (const meanRetrySeconds of [1, 300, 20_000]) {
        const m = retrial({ arrivalRate: load / 300, meanHandleSeconds: 300, agents: 1, meanRetrySeconds });
        expectClose(
          m.meanOrbit,
          (load * load * (1 + meanRetrySeconds / 300)) / (1 - load),
          1e-10,
          0,
          `${load} ${meanRetrySeconds}`,
        );
        expectClose(m.meanBusy, load, 1e-11, 0, 'busy');
        expectClose(m.occupancy, load, 1e-11, 0, 'occupancy');
        expect(m).toMatchObject({ stable: true, offeredLoad: expect.closeTo(load, 12) });
      }
    }
  });

  it('retrial keeps the closed form where nobody trying again is too unlikely for a number', () => {
    // P(nobody tries again) is about 10^−400.
    const m = retrial({ arrivalRate: 0.99 / 300, meanHandleSeconds: 300, agents: 1, meanRetrySeconds: 60_000 });
    expectClose(m.meanOrbit, (0.99 ** 2 * (1 + 60_000 / 300)) / 0.01, 1e-10, 0, 'orbit');
    expectClose(m.firstAttemptBlocking, 0.99, 1e-11, 0, 'blocking');
    expectClose(m.meanBusy, 0.99, 1e-11, 0, 'busy');
    // Of a caller's attempts one succeeds.
    expectClose((1 + m.meanRetries) * (1 - m.anyAttemptBlocking), 1, 1e-9, 0, 'attempts');
  });

  it('retrial tends to Erlang C when callers try again at once', () => {
    const eager = retrial({ ...desk, meanRetrySeconds: 0.003 });
    expectClose(eager.firstAttemptBlocking, erlangC(4, 5), 1e-4, 0, 'blocking');
    expectClose(eager.meanDelay, (erlangC(4, 5) * 300) / (5 - 4), 1e-4, 0, 'delay');
    const large = retrial({ ...desk, agents: 300, arrivalRate: 0.95 });
    expectClose(large.meanBusy, 285, 1e-11, 0, 'busy');
    expectClose(large.occupancy, 0.95, 1e-11, 0, 'occupancy');
  });

  it('retrial answers overload with an endless orbit, and no load with nothing', () => {
    expect(retrial({ ...desk, agents: 4 })).toMatchObject({
      stable: false,
      firstAttemptBlocking: 1,
      meanOrbit: Infinity,
      meanDelay: Infinity,
      meanBusy: 4,
    });
    expect(retrial({ ...desk, arrivalRate: 0 })).toMatchObject({
      stable: true,
      firstAttemptBlocking: 0,
      meanOrbit: 0,
      meanDelay: 0,
    });
  });

  it('retrial has nobody blocked where the chance is below what a number can tell', () => {
    expect(retrial({ ...desk, agents: 500 })).toEqual({
      offeredLoad: 4,
      stable: true,
      firstAttemptBlocking: 0,
      anyAttemptBlocking: 0,
      meanOrbit: 0,
      meanBusy: 4,
      occupancy: 4 / 500,
      meanRetries: 0,
      meanDelay: 0,
    });
  });

  it('retrial refuses bad arguments by name', () => {
    expect(() => retrial({ ...desk, agents: 0 })).toThrow(/^agents must/);
    expect(() => retrial({ ...desk, agents: 2.5 })).toThrow(/^agents must/);
    expect(() => retrial({ ...desk, arrivalRate: Number.NaN })).toThrow(/^arrivalRate must/);
    expect(() => retrial({ ...desk, meanHandleSeconds: 0 })).toThrow(/^meanHandleSeconds must/);
    expect(() => retrial({ ...desk, meanRetrySeconds: 0 })).toThrow(/^meanRetrySeconds must/);
    expect(() => retrial({ ...desk, meanRetrySeconds: 1e12 })).toThrow(/^meanRetrySeconds must/);
  });

  it('names the time between attempts when it is out of its range', () => {
    const line = { arrivalRate: 0.001, meanHandleSeconds: 300, agents: 1 };
    for (const meanRetrySeconds of [0, -1, Number.NaN]) {
      expect(() => retrial({ ...line, meanRetrySeconds })).toThrow(/^meanRetrySeconds must be .*, got /);
    }
  });
});
