import { describe, expect, it } from 'vitest';
import { erlangA } from '../../src/math/erlang-a.ts';
import { erlangX, erlangXLines } from '../../src/math/erlang-x.ts';
import { redialExact } from '../../src/math/redial-exact.ts';
import { expectClose, golden } from './golden.ts';

interface In {
  readonly fresh_calls_per_hour: number;
  readonly aht_s: number;
  readonly n: number;
  readonly k_lines: number;
  readonly mean_patience_s: number;
  readonly t_s: number;
  readonly p_redial_after_abandon: number;
  readonly p_redial_after_block: number;
  readonly p_reconnect_after_service: number;
  readonly mean_redial_delay_s: number;
}

const desk = {
  arrivalRate: 0.05,
  meanHandleSeconds: 300,
  meanPatienceSeconds: 90,
  agents: 14,
  answerWithinSeconds: 20,
};

function queueOf(row: In) {
  return {
    arrivalRate: row.fresh_calls_per_hour / 3600,
    meanHandleSeconds: row.aht_s,
    meanPatienceSeconds: row.mean_patience_s,
    agents: row.n,
    answerWithinSeconds: row.t_s,
    redialAfterAbandonment: row.p_redial_after_abandon,
  };
}

describe('erlangX', () => {
  it('erlangX meets every reference row', () => {
    for (const { in: row, out } of golden<In>('erlang_x_fixed_point')) {
      const { perAttempt, ...all } = erlangX(queueOf(row));
      const m = perAttempt!;
      const fields: Record<string, number> = {
        total_attempt_rate_per_h: all.attemptRate * 3600,
        redial_rate_per_h: all.repeatRate * 3600,
        inflation: all.inflation,
        attempts_per_fresh_call: all.inflation,
        p_fresh_call_eventually_served: all.freshAnswered,
        p_fresh_call_lost: all.freshLost,
        p_abandon_per_attempt: m.abandonment,
        p_wait: m.waitProbability,
        mean_wait_all_s: m.meanWaitAll,
        mean_wait_served_s: m.asa,
        sl_offered: m.serviceLevel.offered,
        sl_excl_short_abandons: m.serviceLevel.shortAbandonsExcluded,
        sl_answered: m.serviceLevel.answered,
        occupancy: m.occupancy,
        mean_queue: m.meanQueue,
      };
      expect(Object.keys(out).sort()).toEqual(Object.keys(fields).sort());
      for (const [field, expected] of Object.entries(out)) {
        expectClose(fields[field], expected!, 1e-9, 1e-14, `${field} of ${JSON.stringify(row)}`);
      }
    }
  });

  it('erlangX without redials is Erlang A, and with reconnects alone carries more calls', () => {
    const plain = erlangX({ ...desk, redialAfterAbandonment: 0 });
    expect(plain.perAttempt).toEqual(erlangA(desk));
    expect(plain.inflation).toBe(1);
    const returning = erlangX({ ...desk, redialAfterAbandonment: 0, reconnectAfterService: 0.2 });
    const served = 1 - returning.perAttempt!.abandonment;
    expectClose(returning.attemptRate, 0.05 + 0.2 * returning.attemptRate * served, 1e-12, 0, 'balance');
  });

  it('erlangX settles when everybody redials as long as the agents can do the work, and says so when they cannot', () => {
    const everybody = erlangX({ ...desk, agents: 16, redialAfterAbandonment: 1 });
    expect(everybody).toMatchObject({ stable: true, freshAnswered: 1, freshLost: 0 });
    expectClose(everybody.perAttempt!.throughput, 0.05, 1e-9, 0, 'all are served in the end');
    const hopeless = erlangX({ ...desk, redialAfterAbandonment: 1 });
    expect(hopeless).toMatchObject({
      stable: false,
      attemptRate: Infinity,
      inflation: Infinity,
      freshLost: 0,
      perAttempt: null,
    });
    expect(hopeless.freshAnswered).toBeCloseTo(14 / 15, 6);
  });

  it('erlangX that does not settle serves as fast as the agents can, and loses those who come back for it', () => {
    const hopeless = erlangX({ ...desk, redialAfterAbandonment: 1, reconnectAfterService: 0.2 });
    expect(hopeless.stable).toBe(false);
    expect(hopeless.freshAnswered).toBeCloseTo((0.8 * 14) / 15, 6);
  });

  it('erlangX does not care in what unit time is counted', () => {
    const inSeconds = erlangX({ ...desk, redialAfterAbandonment: 0.6, reconnectAfterService: 0.1 });
    for (const unit of [1e-6, 1e6]) {
      const other = erlangX({
        arrivalRate: desk.arrivalRate / unit,
        meanHandleSeconds: desk.meanHandleSeconds * unit,
        meanPatienceSeconds: desk.meanPatienceSeconds * unit,
        answerWithinSeconds: desk.answerWithinSeconds * unit,
        agents: desk.agents,
        redialAfterAbandonment: 0.6,
        reconnectAfterService: 0.1,
      });
      expectClose(other.inflation, inSeconds.inflation, 1e-12, 0, `unit ${unit}`);
    }
  });

  it('erlangX without redials repeats nothing at any load, whichever way its shares are rounded', () => {
    for (let calls = 1; calls <= 300; calls++) {
      const { inflation } = erlangX({ ...desk, arrivalRate: calls / 3600, redialAfterAbandonment: 0 });
      expect(Math.abs(inflation - 1)).toBeLessThan(1e-14);
    }
  });

  it('erlangX without callers has nothing to repeat', () => {
    expect(erlangX({ ...desk, arrivalRate: 0, redialAfterAbandonment: 0.5 })).toMatchObject({
      attemptRate: 0,
      inflation: 1,
      freshAnswered: 1,
    });
  });

  it('erlangX refuses bad arguments by name', () => {
    expect(() => erlangX({ ...desk, redialAfterAbandonment: 1.1 })).toThrow(/^redialAfterAbandonment must/);
    expect(() => erlangX({ ...desk, redialAfterAbandonment: 0, reconnectAfterService: 1 })).toThrow(
      /^reconnectAfterService must/,
    );
    expect(() => erlangX({ ...desk, redialAfterAbandonment: 0, arrivalRate: Number.NaN })).toThrow(/^arrivalRate must/);
    expect(() => erlangXLines({ ...desk, lines: 20, redialAfterAbandonment: 0, redialAfterBlocking: -1 })).toThrow(
      /^redialAfterBlocking must/,
    );
  });
});

describe('erlangXLines', () => {
  it('erlangXLines meets every reference row', () => {
    for (const { in: row, out } of golden<In>('erlang_x_lines_fixed_point')) {
      const { perAttempt, ...all } = erlangXLines({
        ...queueOf(row),
        lines: row.k_lines,
        redialAfterBlocking: row.p_redial_after_block,
        reconnectAfterService: row.p_reconnect_after_service,
      });
      const m = perAttempt!;
      const fields: Record<string, number> = {
        total_attempt_rate_per_h: all.attemptRate * 3600,
        inflation: all.inflation,
        p_block: m.blocking,
        p_abandon_offered: m.abandonment,
        p_served_offered: m.answered,
        p_wait_offered: m.waitProbability,
        mean_wait_accepted_s: m.meanWaitAccepted,
        mean_wait_served_s: m.asa,
        sl_offered: m.serviceLevel.offered,
        sl_answered: m.serviceLevel.answered,
        occupancy: m.occupancy,
        mean_queue: m.meanQueue,
      };
      expect(Object.keys(out).sort()).toEqual(Object.keys(fields).sort());
      for (const [field, expected] of Object.entries(out)) {
        expectClose(fields[field], expected!, 1e-9, 1e-14, `${field} of ${JSON.stringify(row)}`);
      }
    }
  });

  it('erlangXLines with very many lines is Erlang X, and with callers who never give up may not settle', () => {
    const many = erlangXLines({ ...desk, lines: 5000, redialAfterAbandonment: 0.4, redialAfterBlocking: 0.9 });
    expectClose(many.attemptRate, erlangX({ ...desk, redialAfterAbandonment: 0.4 }).attemptRate, 1e-10, 0, 'attempts');
    const stubborn = erlangXLines({
      ...desk,
      lines: 16,
      redialAfterAbandonment: 0.5,
      redialAfterBlocking: 1,
      arrivalRate: 0.08,
    });
    expect(stubborn).toMatchObject({ stable: false, attemptRate: Infinity, perAttempt: null });
    expect(stubborn.freshAnswered + stubborn.freshLost).toBeLessThan(1);
    expect(stubborn.freshLost).toBeGreaterThan(0);
    // All lines are always busy: 14 calls are served while two callers wait, of whom every other one gives up.
    expect(stubborn.freshAnswered).toBeCloseTo(14 / 300 / 0.08, 6);
    expect(stubborn.freshLost).toBeCloseTo((0.5 * 2) / 90 / 0.08, 6);
  });
});

describe('redialExact', () => {
  it('redialExact meets every reference row', () => {
    for (const { in: row, out } of golden<In>('redial_exact_2d')) {
      const m = redialExact({ ...queueOf(row), meanRedialSeconds: row.mean_redial_delay_s });
      const fields: Record<string, number> = {
        total_attempt_rate_per_h: m.attemptRate * 3600,
        mean_orbit: m.meanOrbit,
        mean_queue: m.meanQueue,
        p_abandon_per_attempt: m.abandonment,
        p_wait_per_attempt: m.waitProbability,
        p_wait_fresh_calls: m.waitProbabilityFresh,
        occupancy: m.occupancy,
        mean_wait_per_attempt_s: m.meanWaitAll,
      };
      expect(Object.keys(out).sort()).toEqual(Object.keys(fields).sort());
      for (const [field, expected] of Object.entries(out)) {
        expectClose(fields[field], expected!, 1e-8, 0, `${field} of ${JSON.stringify(row)}`);
      }
    }
  });

  it('redialExact without redials is Erlang A, and nears the fixed point as the delay grows', () => {
    const plain = redialExact({ ...desk, redialAfterAbandonment: 0, meanRedialSeconds: 60 });
    const exact = erlangA(desk);
    expectClose(plain.abandonment, exact.abandonment, 1e-10, 0, 'abandonment');
    expectClose(plain.meanQueue, exact.meanQueue, 1e-10, 0, 'queue');
    const limit = erlangX({ ...desk, redialAfterAbandonment: 0.5 }).perAttempt!.abandonment;
    const distances = [100, 400, 1600].map(
      (meanRedialSeconds) =>
        redialExact({ ...desk, redialAfterAbandonment: 0.5, meanRedialSeconds }).abandonment - limit,
    );
    expect(distances[0]).toBeGreaterThan(distances[1]);
    expect(distances[1]).toBeGreaterThan(distances[2]);
    expect(distances[2]).toBeGreaterThan(0);
  });

  it('redialExact refuses bad arguments by name, and a chain too large to solve', () => {
    const redials = { ...desk, redialAfterAbandonment: 0.5, meanRedialSeconds: 60 };
    expect(() => redialExact({ ...redials, arrivalRate: 0 })).toThrow(/^arrivalRate must/);
    expect(() => redialExact({ ...redials, agents: 1.5 })).toThrow(/^agents must/);
    expect(() => redialExact({ ...redials, redialAfterAbandonment: 2 })).toThrow(
      /^redialAfterAbandonment must be .* 0 .* 1/,
    );
    expect(() => redialExact({ ...redials, meanHandleSeconds: 0 })).toThrow(/^meanHandleSeconds must be .*above 0/);
    expect(() => redialExact({ ...redials, meanPatienceSeconds: 0 })).toThrow(/^meanPatienceSeconds must be .*above 0/);
    expect(() => redialExact({ ...redials, meanPatienceSeconds: Infinity })).toThrow(/^meanPatienceSeconds must/);
    expect(() => redialExact({ ...redials, meanRedialSeconds: 0 })).toThrow(/^meanRedialSeconds must/);
    expect(() => redialExact({ ...redials, meanRedialSeconds: 1e9 })).toThrow(/^meanRedialSeconds and agents must/);
    expect(() => redialExact({ ...redials, redialAfterAbandonment: 1 })).toThrow(/^arrivalRate must/);
  });
});

describe('redialExact where nobody redials', () => {
  it('is Erlang A, also where queues are so long that the chain has to grow beyond its first guess', () => {
    for (const [arrivalRate, meanPatienceSeconds] of [
      [0.0095, 1e5],
      [0.0099, 3e4],
    ]) {
      const queue = { arrivalRate, meanPatienceSeconds, meanHandleSeconds: 100, agents: 1 };
      const exact = redialExact({ ...queue, redialAfterAbandonment: 0, meanRedialSeconds: 60 });
      const a = erlangA({ ...queue, answerWithinSeconds: 20 });
      expectClose(exact.abandonment, a.abandonment, 1e-11, 0, 'abandonment');
      expectClose(exact.waitProbability, a.waitProbability, 1e-11, 0, 'wait');
      expectClose(exact.meanWaitAll, a.meanWaitAll, 1e-11, 0, 'mean wait');
      expect(exact.meanOrbit).toBe(0);
    }
  });
});
