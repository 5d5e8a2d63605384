import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA } from '../../src/math/erlang-a.ts';
import { erlangB } from '../../src/math/erlang-b.ts';
import type { LinesMeasures } from '../../src/math/mmnk.ts';
import { mmnk } from '../../src/math/mmnk.ts';
import { absoluteFloor, erlangTolerance, expectClose, golden } from './golden.ts';

interface In {
  readonly a_erl: number;
  readonly n: number;
  readonly k_lines: number;
  readonly aht_s: number;
  readonly mean_patience_s: number | null;
  readonly t_s: number;
}

const fields: Readonly<Record<string, (measures: LinesMeasures) => number>> = {
  p_block: (m) => m.blocking,
  p_wait_offered: (m) => m.waitProbability,
  p_wait_accepted: (m) => m.waitProbabilityAccepted,
  p_abandon_offered: (m) => m.abandonment,
  p_abandon_accepted: (m) => m.abandonmentAccepted,
  p_served_offered: (m) => m.answered,
  mean_queue: (m) => m.meanQueue,
  mean_busy: (m) => m.meanBusy,
  occupancy: (m) => m.occupancy,
  mean_wait_accepted_s: (m) => m.meanWaitAccepted,
  mean_lines_busy: (m) => m.meanLinesBusy,
  mean_wait_served_s: (m) => m.asa,
  p_served_within_t_offered: (m) => m.serviceLevel.offered,
  sl_offered: (m) => m.serviceLevel.offered,
  sl_accepted: (m) => m.serviceLevel.accepted,
  sl_answered: (m) => m.serviceLevel.answered,
  sl_excl_blocked_and_short_abandons: (m) => m.serviceLevel.blockedAndShortAbandonsExcluded,
  p_abandon_within_t_offered: (m) => m.abandonedWithin,
  p_accepted_and_wait_gt_t: (m) => m.waitTail,
};

const desk = {
  arrivalRate: 0.05,
  meanHandleSeconds: 300,
  meanPatienceSeconds: 90,
  agents: 14,
  lines: 20,
  answerWithinSeconds: 20,
};

describe('mmnk', () => {
  it('mmnk meets every field of every reference row', () => {
    for (const { in: row, out } of golden<In>('mmnk')) {
      const measures = mmnk({
        arrivalRate: row.a_erl / row.aht_s,
        meanHandleSeconds: row.aht_s,
        meanPatienceSeconds: row.mean_patience_s ?? Infinity,
        agents: row.n,
        lines: row.k_lines,
        answerWithinSeconds: row.t_s,
      });
      expect(Object.keys(out).filter((field) => !(field in fields))).toEqual([]);
      for (const [field, expected] of Object.entries(out)) {
        if (expected === null) continue;
        const tail = field === 'p_block' || field === 'p_accepted_and_wait_gt_t';
        const tolerance = tail ? 1e-8 : erlangTolerance(row.a_erl, row.n);
        expectClose(
          fields[field](measures),
          expected,
          tolerance,
          tail ? 1e-250 : absoluteFloor,
          `${field} of ${JSON.stringify(row)}`,
        );
      }
    }
  });

  it('mmnk without waiting places is Erlang B, and with very many is Erlang A', () => {
    const tight = mmnk({ ...desk, lines: 14 });
    expect(tight.blocking).toBeCloseTo(erlangB(15, 14), 14);
    expect(tight).toMatchObject({ waitProbability: 0, asa: 0, abandonment: 0, waitTail: 0, meanQueue: 0 });
    const wide = mmnk({ ...desk, lines: 100_000 });
    const open = erlangA(desk);
    expect(wide.blocking).toBe(0);
    for (const [limit, value] of [
      [open.abandonment, wide.abandonment],
      [open.asa, wide.asa],
      [open.serviceLevel.offered, wide.serviceLevel.offered],
      [open.serviceLevel.shortAbandonsExcluded, wide.serviceLevel.blockedAndShortAbandonsExcluded],
      [open.waitTail, wide.waitTail],
    ]) {
      expectClose(value, limit, 1e-11, 0, 'limit of many lines');
    }
  });

  it('mmnk stays finite for any load, with a million lines and patient callers', () => {
    const flood = mmnk({ ...desk, arrivalRate: 0.06, meanPatienceSeconds: Infinity, lines: 1_000_000 });
    expectClose(flood.blocking, 1 - 14 / 18, 1e-9, 0, 'blocking');
    expect(flood.occupancy).toBeCloseTo(1, 12);
    expect(flood.serviceLevel.offered).toBe(0);
    expect(mmnk({ ...desk, arrivalRate: 0 })).toMatchObject({ blocking: 0, answered: 1, asa: 0, meanWaitAccepted: 0 });
  });

  it('mmnk without callers has nobody waiting', () => {
    expect(mmnk({ ...desk, arrivalRate: 0 })).toMatchObject({ meanWaitAccepted: 0, meanQueue: 0, blocking: 0, asa: 0 });
  });

  it('mmnk refuses bad arguments by name', () => {
    expect(() => mmnk({ ...desk, agents: 0 })).toThrow(/^agents must be/);
    expect(() => mmnk({ ...desk, agents: 1.5 })).toThrow(/^agents must be/);
    expect(() => mmnk({ ...desk, lines: 13 })).toThrow(/^lines must be/);
    expect(() => mmnk({ ...desk, arrivalRate: Number.NaN })).toThrow(/^arrivalRate must be/);
    expect(() => mmnk({ ...desk, meanHandleSeconds: 0 })).toThrow(/^meanHandleSeconds must be/);
    expect(() => mmnk({ ...desk, meanPatienceSeconds: 0 })).toThrow(/^meanPatienceSeconds must be/);
    expect(() => mmnk({ ...desk, answerWithinSeconds: -1 })).toThrow(/^answerWithinSeconds must be/);
  });

  it('mmnk loses no call: blocked, abandoned and answered add up, and so do the waits', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 300, noNaN: true }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom(10, 120, 2000, Infinity),
        fc.constantFrom(0, 10, 60),
        (load, agents, places, meanPatienceSeconds, answerWithinSeconds) => {
          const m = mmnk({
            arrivalRate: load / 240,
            meanHandleSeconds: 240,
            meanPatienceSeconds,
            agents,
            lines: agents + places,
            answerWithinSeconds,
          });
          expect(m.blocking + m.abandonment + m.answered).toBeCloseTo(1, 11);
          // Accepted callers are answered at once or wait; the wait found from its density is the wait summed over states.
          const level = m.serviceLevel;
          expect(level.offered + m.abandonedWithin + m.waitTail + m.blocking).toBeCloseTo(1, 10);
          expect(level.offered).toBeLessThanOrEqual(level.accepted * (1 + 1e-12));
          expect(level.accepted).toBeLessThanOrEqual(level.blockedAndShortAbandonsExcluded * (1 + 1e-12));
          expect(level.blockedAndShortAbandonsExcluded).toBeLessThanOrEqual(level.answered * (1 + 1e-11));
          if (places > 0) {
            const fewer = mmnk({
              arrivalRate: load / 240,
              meanHandleSeconds: 240,
              meanPatienceSeconds,
              agents,
              lines: agents + places - 1,
              answerWithinSeconds,
            });
            expect(m.blocking).toBeLessThanOrEqual(fewer.blocking);
          }
        },
      ),
      { seed: 6, numRuns: 300 },
    );
  });

  it('mmnk of one agent drowned by ten times its load is the textbook M/M/1/K, where the weights leave the range of doubles', () => {
    const lines = 400;
    const drowned = { arrivalRate: 10, meanHandleSeconds: 1, agents: 1, lines, answerWithinSeconds: 5 };
    const found = mmnk({ ...drowned, meanPatienceSeconds: Infinity });
    // L = K − 1 ÷ (ρ − 1) and P(K) = 1 − 1 ÷ ρ up to ρ^(−K).
    expectClose(found.meanQueue, lines - 1 - 1 / 9, 1e-12, 0, 'queue');
    expectClose(found.blocking, 0.9, 1e-12, 0, 'blocking');
    expectClose(found.asa, lines - 1 - 1 / 9, 1e-12, 0, 'mean wait');
    // The mean wait is about 399 s; what is answered within 395 s, waits longer or is turned away is everybody.
    const half = mmnk({ ...drowned, meanPatienceSeconds: Infinity, answerWithinSeconds: 395 });
    expectClose(half.serviceLevel.offered + half.waitTail + half.blocking, 1, 1e-10, 0, 'everybody');
    expect(half.waitTail).toBeGreaterThan(0.04);
    expect(half.serviceLevel.offered).toBeGreaterThan(0.03);
    // Little: those who hang up leave the queue at its length ÷ the patience.
    const impatient = mmnk({ ...drowned, meanPatienceSeconds: 1e4 });
    expectClose(impatient.abandonment * 10, impatient.meanQueue / 1e4, 1e-10, 0, 'hanging up');
    expectClose(impatient.meanWaitAccepted * 10 * (1 - impatient.blocking), impatient.meanQueue, 1e-10, 0, 'Little');
    expect(impatient.asa).toBeGreaterThan(0.9 * impatient.meanQueue);
    expect(impatient.asa).toBeLessThan(1.1 * impatient.meanQueue);
  });
});
