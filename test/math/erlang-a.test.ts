import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA } from '../../src/math/erlang-a.ts';
import { erlangB } from '../../src/math/erlang-b.ts';
import { erlangCMeasures } from '../../src/math/erlang-c.ts';
import type { QueueMeasures } from '../../src/math/queue-measures.ts';
import { evenly } from '../evenly.ts';
import { absoluteFloor, erlangTolerance, expectClose, golden } from './golden.ts';

interface In {
  readonly a_erl: number;
  readonly n: number;
  readonly aht_s: number;
  readonly mean_patience_s: number;
  readonly t_s: number;
}

const desk = {
  arrivalRate: 0.05,
  meanHandleSeconds: 300,
  meanPatienceSeconds: 90,
  agents: 16,
  answerWithinSeconds: 20,
};

/** Every field of a reference row, found among the measures. */
const fields: Readonly<Record<string, (measures: QueueMeasures) => number>> = {
  p_wait: (m) => m.waitProbability,
  p_abandon: (m) => m.abandonment,
  p_abandon_given_wait: (m) => m.abandonmentGivenWait,
  mean_wait_all_s: (m) => m.meanWaitAll,
  mean_wait_given_wait_s: (m) => m.meanWaitGivenWait,
  mean_queue: (m) => m.meanQueue,
  occupancy: (m) => m.occupancy,
  throughput_per_s: (m) => m.throughput,
  p_answered_immediately: (m) => m.immediateProbability,
  mean_wait_served_s: (m) => m.asa,
  mean_wait_abandoned_s: (m) => m.meanWaitAbandoned,
  p_virtual_wait_gt_t: (m) => m.virtualWaitTail,
  p_wait_gt_t: (m) => m.waitTail,
  p_served_within_t: (m) => m.serviceLevel.offered,
  p_abandon_within_t: (m) => m.abandonedWithin,
  p_abandon_given_wait_gt_t: (m) => m.abandonmentGivenLongWait,
  sl_offered: (m) => m.serviceLevel.offered,
  sl_excl_short_abandons: (m) => m.serviceLevel.shortAbandonsExcluded,
  sl_answered: (m) => m.serviceLevel.answered,
  sl_abandons_within_t_count_as_met: (m) => m.serviceLevel.abandonsMet,
  sl_virtual: (m) => m.serviceLevel.virtual,
};

describe('erlangA', () => {
  it('erlangA with hardly anybody who hangs up keeps the digits of those who do', () => {
    // With spare rate s the wait of Erlang C is exponential; who hangs up after so long a patience waited E[W²] ÷ (2 E[W]) = 1 ÷ s.
    const patient = { arrivalRate: 8 / 300, meanHandleSeconds: 300, agents: 10, answerWithinSeconds: 20 };
    for (const meanPatienceSeconds of [1e11, 1e13]) {
      expect(erlangA({ ...patient, meanPatienceSeconds }).meanWaitAbandoned / 150).toBeCloseTo(1, 7);
    }
  });

  it('erlangA with a target of no wait knows of all who wait how many hang up', () => {
    const { abandonmentGivenLongWait, abandonmentGivenWait } = erlangA({ ...desk, answerWithinSeconds: 0 });
    expect(abandonmentGivenWait).toBeGreaterThan(0);
    expect(abandonmentGivenLongWait / abandonmentGivenWait).toBeCloseTo(1, 12);
  });

  it.each(['erlang_a', 'erlang_a_limit_to_c'])('erlangA meets every field of every row of %s', (family) => {
    for (const { in: row, out } of golden<In>(family)) {
      const measures = erlangA({
        arrivalRate: row.a_erl / row.aht_s,
        meanHandleSeconds: row.aht_s,
        meanPatienceSeconds: row.mean_patience_s,
        agents: row.n,
        answerWithinSeconds: row.t_s,
      });
      expect(Object.keys(out).filter((field) => !(field in fields))).toEqual([]);
      for (const [field, expected] of Object.entries(out)) {
        if (expected === null) continue;
        const about = `${field} of ${JSON.stringify(row)}`;
        const tail = field === 'p_wait_gt_t';
        expectClose(
          fields[field](measures),
          expected,
          tail ? 1e-8 : erlangTolerance(row.a_erl, row.n),
          tail ? 1e-250 : absoluteFloor,
          about,
        );
      }
    }
  });

  it('erlangA agrees with published values, and names which wait they mean', () => {
    const published = erlangA({
      arrivalRate: 100 / 1800,
      meanHandleSeconds: 180,
      meanPatienceSeconds: 300,
      agents: 14,
      answerWithinSeconds: 20,
    });
    expect(published.waitProbability).toBeCloseTo(0.1452601142963612, 13);
    expect(published.abandonment).toBeCloseTo(0.013983744122408938, 14);
    expect(published.occupancy).toBeCloseTo(0.7042973256268508, 13);
    expect(published.serviceLevel.offered).toBeCloseTo(0.9167920918635468, 13);
    // A library prints the first of these as its average speed of answer; that mean counts callers who hung up.
    expect(published.meanWaitAll / 60).toBeCloseTo(0.06991872061204468, 13);
    expect(published.asa / 60).toBeCloseTo(0.06464133407535037, 13);
  });

  it('erlangA keeps the callers who waited in a large group, where a term e^(−rate × T) would underflow', () => {
    const large = erlangA({
      arrivalRate: 1000 / 60,
      meanHandleSeconds: 60,
      meanPatienceSeconds: 300,
      agents: 1000,
      answerWithinSeconds: 60,
    });
    expect(large.serviceLevel.offered).toBeGreaterThan(0.98);
    expect(large.immediateProbability).toBeLessThan(0.7);
  });

  it('erlangA without agents loses everybody, and without callers answers a test caller at once', () => {
    expect(erlangA({ ...desk, agents: 0 })).toMatchObject({
      waitProbability: 1,
      abandonment: 1,
      asa: Infinity,
      meanWaitAll: 90,
      meanQueue: 4.5,
      throughput: 0,
      serviceLevel: { offered: 0, answered: 0, virtual: 0 },
    });
    expect(erlangA({ ...desk, agents: 0 }).serviceLevel.abandonsMet).toBeCloseTo(1 - Math.exp(-20 / 90), 14);
    const nobody = erlangA({ ...desk, agents: 0, shortAbandonSeconds: 5 });
    expect(nobody.stable).toBe(true);
    expect(nobody.offeredLoad).toBeCloseTo(desk.arrivalRate * desk.meanHandleSeconds, 14);
    expect(nobody.occupancy).toBe(1);
    expect(nobody.waitTail).toBeCloseTo(Math.exp(-20 / 90), 14);
    expect(nobody.serviceLevel.veryShortAbandonsMet).toBeCloseTo(1 - Math.exp(-5 / 90), 14);
    expect(erlangA(desk).stable).toBe(true);
    expect(erlangA({ ...desk, agents: 0, arrivalRate: 0 }).occupancy).toBe(0);
    const quiet = erlangA({ ...desk, arrivalRate: 0 });
    expect(quiet).toMatchObject({
      waitProbability: 0,
      abandonment: 0,
      asa: 0,
      meanWaitAll: 0,
      meanQueue: 0,
      occupancy: 0,
      throughput: 0,
    });
    expect(quiet.serviceLevel.offered).toBe(1);
    expect(quiet.serviceLevel.answered).toBe(1);
  });

  it('erlangA refuses bad arguments by name', () => {
    for (const bad of [-1, Number.NaN]) {
      expect(() => erlangA({ ...desk, arrivalRate: bad })).toThrow(/^arrivalRate must be/);
      expect(() => erlangA({ ...desk, meanHandleSeconds: bad })).toThrow(/^meanHandleSeconds must be/);
      expect(() => erlangA({ ...desk, meanPatienceSeconds: bad })).toThrow(/^meanPatienceSeconds must be/);
      expect(() => erlangA({ ...desk, agents: bad })).toThrow(/^agents must be/);
      expect(() => erlangA({ ...desk, answerWithinSeconds: bad })).toThrow(/^answerWithinSeconds must be/);
      expect(() => erlangA({ ...desk, shortAbandonSeconds: bad })).toThrow(/^shortAbandonSeconds must be/);
    }
    expect(() => erlangA({ ...desk, meanHandleSeconds: 0 })).toThrow(/^meanHandleSeconds must be/);
    expect(() => erlangA({ ...desk, meanPatienceSeconds: 0 })).toThrow(/^meanPatienceSeconds must be/);
  });

  it('erlangA with infinite patience is Erlang C, overload included', () => {
    const patient = { ...desk, meanPatienceSeconds: Infinity };
    expect(erlangA(patient)).toEqual(erlangCMeasures(patient));
    expect(erlangA({ ...patient, agents: 10 }).asa).toBe(Infinity);
  });

  it('erlangA tends to Erlang C as patience grows, and to Erlang B as it vanishes', () => {
    const c = erlangCMeasures(desk);
    const patient = erlangA({ ...desk, meanPatienceSeconds: 3e15 });
    expectClose(patient.serviceLevel.offered, c.serviceLevel.offered, 1e-9, 0, 'service level');
    expectClose(patient.asa, c.asa, 1e-7, 0, 'asa');
    expectClose(patient.abandonment, c.asa / 3e15, 1e-6, 0, 'abandonment');
    const impatient = erlangA({ ...desk, meanPatienceSeconds: 1e-6 });
    expectClose(impatient.abandonment, erlangB(15, 16), 1e-6, 0, 'abandonment');
  });

  it('erlangA keeps its laws for any queue', () => {
    const size = fc.double({ min: -3, max: 5, noNaN: true }).map((power) => 10 ** power);
    fc.assert(
      fc.property(
        fc.record({
          load: size,
          relative: fc.double({ min: 0.2, max: 5, noNaN: true }),
          meanHandleSeconds: fc.double({ min: 1, max: 3600, noNaN: true }),
          patience: fc.double({ min: -4, max: 4, noNaN: true }).map((power) => 10 ** power),
          answerWithinSeconds: fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 600, noNaN: true })),
          short: evenly(0, 1),
        }),
        ({ load, relative, meanHandleSeconds, patience, answerWithinSeconds, short }) => {
          const queue = {
            arrivalRate: load / meanHandleSeconds,
            meanHandleSeconds,
            meanPatienceSeconds: patience * meanHandleSeconds,
            agents: Math.max(1, Math.round(load * relative)),
            answerWithinSeconds,
            shortAbandonSeconds: short * answerWithinSeconds,
          };
          const m = erlangA(queue);
          const level = m.serviceLevel;
          const numbers = { ...m, ...level };
          for (const [name, value] of Object.entries(numbers)) {
            if (typeof value === 'number') expect(value, name).toBeGreaterThanOrEqual(0);
          }
          for (const share of [...Object.values(level), m.waitProbability, m.abandonment, m.occupancy, m.waitTail]) {
            expect(share).toBeLessThanOrEqual(1 + 1e-12);
          }
          const slack = 1 + 1e-11;
          expect(level.offered).toBeLessThanOrEqual(level.shortAbandonsExcluded * slack);
          expect(level.shortAbandonsExcluded).toBeLessThanOrEqual(level.answered * slack + 1e-12);
          expect(level.offered).toBeLessThanOrEqual(level.veryShortAbandonsMet * slack);
          expect(level.veryShortAbandonsMet).toBeLessThanOrEqual(level.abandonsMet * slack);
          expect(level.offered).toBeLessThanOrEqual(level.virtual * slack);
          expect(level.virtual).toBeLessThanOrEqual(level.abandonsMet * slack);
          // Everybody is answered or hangs up; everybody is answered at once or waits; met or late.
          expect(m.throughput / queue.arrivalRate + m.abandonment).toBeCloseTo(1, 11);
          expect(m.immediateProbability + m.waitProbability).toBeCloseTo(1, 12);
          expect(level.abandonsMet + m.waitTail).toBeCloseTo(1, 11);
          // All waits are the answered and the abandoned ones together; those who wait hang up at the rate 1 / patience.
          const answered = 1 - m.abandonment;
          const waits = answered * m.asa + m.abandonment * m.meanWaitAbandoned;
          expectClose(waits, m.meanWaitAll, 1e-10, 1e-12, 'total wait');
          // What the queue takes in leaves it: nμ (1 − occupancy) is what idle agents could still do.
          expectClose(m.offeredLoad * answered, m.occupancy * queue.agents, 1e-11, 0, 'busy agents');
          const more = erlangA({ ...queue, agents: queue.agents + 1 });
          expect(more.waitProbability).toBeLessThanOrEqual(m.waitProbability * slack);
          expect(more.abandonment).toBeLessThanOrEqual(m.abandonment * slack);
          expect(more.serviceLevel.offered).toBeGreaterThanOrEqual(level.offered / slack);
          const later = erlangA({ ...queue, answerWithinSeconds: answerWithinSeconds + 5 });
          expect(later.serviceLevel.offered).toBeGreaterThanOrEqual(level.offered / slack);
        },
      ),
      { seed: 4, numRuns: 400 },
    );
  });

  it('erlangA agrees with the birth–death chain summed state by state', () => {
    for (const [load, agents, patience] of [
      [0.7, 1, 0.3],
      [9, 7, 2],
      [40, 45, 1],
      [120, 100, 0.5],
    ]) {
      const measures = erlangA({ ...desk, arrivalRate: load / 300, agents, meanPatienceSeconds: 300 * patience });
      let weight = 1;
      let total = 0;
      let waiting = 0;
      let queue = 0;
      for (let calls = 0; calls < 4000; calls++) {
        total += weight;
        if (calls >= agents) waiting += weight;
        queue += weight * Math.max(0, calls - agents);
        weight *= load / (Math.min(calls + 1, agents) + Math.max(0, calls + 1 - agents) / patience);
      }
      expectClose(measures.waitProbability, waiting / total, 1e-12, 0, `wait ${load} ${agents}`);
      expectClose(measures.meanQueue, queue / total, 1e-12, 0, `queue ${load} ${agents}`);
    }
  });
});
