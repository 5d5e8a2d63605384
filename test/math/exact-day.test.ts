import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA } from '../../src/math/erlang-a.ts';
import { erlangCMeasures } from '../../src/math/erlang-c.ts';
import type { DayCounts, ExactDayOptions } from '../../src/math/exact-day.ts';
import { dayMeasures, exactDay } from '../../src/math/exact-day.ts';
import type { RateSegment } from '../../src/math/rate-curve.ts';
import { cutCurve, multiplyCurve, stepCurve } from '../../src/math/rate-curve.ts';
import type { Leaving } from '../../src/math/tagged-caller.ts';
import { expectClose, golden } from './golden.ts';

type Event =
  | null
  | { type: 'multiply'; factor: number; start_s: number; duration_s: number }
  | { type: 'exp_decay'; peak: number; k: number; start_s: number; duration_s: number };

interface Day {
  case: string;
  convention: 'A_pooled_exhaustive' | 'B_named_random_exhaustive' | 'P_preemptive';
  aht_s: number;
  mean_patience_s: number;
  t_s: number;
  interval_s: number;
  calls_per_interval: number[];
  agents_per_interval: number[];
  p_balk_if_wait: number;
  event: Event;
}

interface Expected {
  intervals: Record<string, number[]>;
  day: Record<string, number>;
  snapshots?: Record<string, number[]>;
}

const leavingOf: Record<Day['convention'], Leaving> = {
  A_pooled_exhaustive: 'pooled',
  B_named_random_exhaustive: 'named',
  P_preemptive: 'preempted',
};

function factorOf(event: NonNullable<Event>): RateSegment {
  const window = { from: event.start_s, to: event.start_s + event.duration_s };
  if (event.type === 'multiply') return { ...window, terms: [{ c: event.factor, n: 0, k: 0 }] };
  const decay = { c: event.peak - 1, n: 0, k: event.k / event.duration_s };
  return { ...window, terms: [{ c: 1, n: 0, k: 0 }, decay] };
}

function optionsOf(day: Day): ExactDayOptions {
  const intervalStarts = [...day.calls_per_interval, 0].map((_, i) => i * day.interval_s);
  const steps = stepCurve(
    intervalStarts,
    day.calls_per_interval.map((calls) => calls / day.interval_s),
  );
  return {
    arrivalRate: day.event === null ? steps : multiplyCurve(steps, factorOf(day.event)),
    intervalStarts,
    agents: day.agents_per_interval,
    meanHandleSeconds: day.aht_s,
    meanPatienceSeconds: day.mean_patience_s,
    answerWithinSeconds: day.t_s,
    balking: day.p_balk_if_wait,
    leaving: leavingOf[day.convention],
    snapshotSeconds: 300,
  };
}

/** The fields of the reference, from expected counts. */
function fieldsOf(counts: DayCounts, seconds: number): Record<string, number> {
  const measures = dayMeasures(counts)!;
  return {
    offered: counts.offered,
    p_wait: measures.waitProbability,
    sl_offered: measures.serviceLevel.offered,
    sl_excl_short_abandons: measures.serviceLevel.shortAbandonsExcluded,
    sl_answered: measures.serviceLevel.answered,
    sl_virtual: measures.serviceLevel.virtual,
    p_abandon: measures.abandonment,
    p_abandon_within_t: measures.abandonedWithin,
    mean_wait_all_s: measures.meanWaitAll,
    mean_wait_served_s: measures.asa,
    mean_queue: counts.queueSeconds / seconds,
    mean_busy: counts.busySeconds / seconds,
    abandonment_events: counts.abandonments,
  };
}

describe('exactDay beside the reference days', () => {
  for (const { in: row, out } of golden<Day, Expected>('exact_days')) {
    it(`exactDay agrees with every field of ${row.case}, ${row.convention}, to a relative 1e-6`, () => {
      const day = exactDay(optionsOf(row));
      const compared = new Set<string>();
      const compare = (actual: Record<string, number>, expected: Record<string, number>, about: string) => {
        for (const [field, value] of Object.entries(expected)) {
          expectClose(actual[field], value, 1e-6, 1e-14, `${about}, ${field}`);
          compared.add(field);
        }
      };
      day.intervals.forEach((interval, i) => {
        const fields = { ...fieldsOf(interval, row.interval_s), mean_queue_at_interval_end: interval.queueAtEnd };
        const expected = Object.entries(out.intervals).map(([field, values]) => [field, values[i]] as const);
        compare(fields, Object.fromEntries(expected), `interval ${i}`);
      });
      compare(fieldsOf(day.total, row.interval_s * day.intervals.length), out.day, 'day');
      expect(compared.size).toBe(14);
      out.snapshots?.t_s.forEach((time, i) => {
        const { arrivalRate, allBusy, meanQueue, meanBusy } = day.snapshots[i];
        expect(day.snapshots[i].time).toBe(time);
        const fields = {
          lambda_per_s: arrivalRate,
          p_all_agents_busy: allBusy,
          mean_queue: meanQueue,
          mean_busy: meanBusy,
        };
        const expected = Object.keys(fields).map((field) => [field, out.snapshots![field][i]] as const);
        compare(fields, Object.fromEntries(expected), `at ${time} s`);
      });
    });
  }
});

describe('exactDay', () => {
  const flat = (agents: number, arrivalRate: number, hours = 12): ExactDayOptions => ({
    arrivalRate: stepCurve([0, hours * 3600], [arrivalRate]),
    intervalStarts: Array.from({ length: hours + 1 }, (_, i) => i * 3600),
    agents: new Array<number>(hours).fill(agents),
    meanHandleSeconds: 300,
    meanPatienceSeconds: 180,
    answerWithinSeconds: 20,
  });

  it('exactDay of a long steady day ends in the steady state of Erlang A', () => {
    for (const [agents, arrivalRate] of [
      [10, 0.03],
      [10, 0.05],
      [3, 0.05],
    ]) {
      const last = exactDay(flat(agents, arrivalRate)).intervals[11];
      const measures = dayMeasures(last)!;
      const steady = erlangA({ ...flat(agents, arrivalRate), arrivalRate, agents });
      expectClose(measures.waitProbability, steady.waitProbability, 1e-9, 0, 'waiting');
      expectClose(measures.abandonment, steady.abandonment, 1e-9, 0, 'abandonment');
      expectClose(measures.asa, steady.asa, 1e-9, 0, 'asa');
      for (const name of ['offered', 'answered', 'abandonsMet', 'shortAbandonsExcluded', 'virtual'] as const) {
        expectClose(measures.serviceLevel[name], steady.serviceLevel[name], 1e-9, 0, name);
      }
      expectClose(last.queueSeconds / 3600, steady.meanQueue, 1e-9, 0, 'queue');
      expectClose(last.busySeconds / 3600, steady.occupancy * agents, 1e-9, 0, 'busy');
    }
  });

  it('exactDay of a long steady day without abandonment ends in the steady state of Erlang C', () => {
    const last = exactDay({ ...flat(6, 0.008), meanPatienceSeconds: Infinity }).intervals[11];
    const steady = erlangCMeasures({ ...flat(6, 0.008), arrivalRate: 0.008, agents: 6 });
    expectClose(dayMeasures(last)!.serviceLevel.offered, steady.serviceLevel.offered, 1e-9, 0, 'within T');
    expectClose(dayMeasures(last)!.asa, steady.asa, 1e-9, 0, 'asa');
    expect(last.abandoned).toBe(0);
  });

  const days = fc
    .array(fc.record({ calls: fc.integer({ min: 0, max: 60 }), agents: fc.integer({ min: 0, max: 8 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    .chain((intervals) =>
      fc.record({
        calls: fc.constant(intervals.map(({ calls }) => calls)),
        agents: fc.constant(intervals.map(({ agents }) => agents)),
        patience: fc.constantFrom(30, 240, 2000),
        target: fc.constantFrom(0, 10, 45, 1200),
        balking: fc.constantFrom(0, 0.2, 1),
        leaving: fc.constantFrom<Leaving>('pooled', 'named', 'preempted'),
      }),
    );
  type SmallDay = typeof days extends fc.Arbitrary<infer T> ? T : never;
  const small = (day: SmallDay): ExactDayOptions => {
    const intervalStarts = [...day.calls, 0].map((_, i) => i * 900);
    return {
      arrivalRate: stepCurve(
        intervalStarts,
        day.calls.map((calls) => calls / 900),
      ),
      intervalStarts,
      agents: day.agents,
      meanHandleSeconds: 200,
      meanPatienceSeconds: day.patience,
      answerWithinSeconds: day.target,
      balking: day.balking,
      leaving: day.leaving,
    };
  };

  it('exactDay loses no caller, and orders the definitions of service level', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { intervals, total } = exactDay(small(day));
        intervals.forEach((counts, i) => {
          const slack = 1e-9 * (1 + counts.offered);
          expect(counts.offered).toBeCloseTo(day.calls[i], 9);
          expect(counts.answered + counts.abandoned).toBeCloseTo(counts.offered, 9);
          expect(counts.answeredWithin).toBeLessThanOrEqual(counts.answered + slack);
          expect(counts.answeredWithin).toBeLessThanOrEqual(counts.virtuallyWithin + slack);
          expect(counts.abandonedWithin).toBeLessThanOrEqual(counts.abandoned + slack);
          expect(counts.waited).toBeLessThanOrEqual(counts.offered + slack);
          expect(counts.answeredWaitSeconds).toBeLessThanOrEqual(counts.waitSeconds * (1 + 1e-9) + slack);
          for (const value of Object.values(counts)) expect(value).toBeGreaterThanOrEqual(-slack);
        });
        // A call sent back to the queue may be given up after its first answer, which is what callers are counted by.
        if (day.leaving !== 'preempted') expect(total.abandonments).toBeLessThanOrEqual(total.abandoned + 1e-9);
      }),
      { numRuns: 25 },
    );
  });

  it('exactDay gives the same day when its intervals are cut in two', () => {
    fc.assert(
      fc.property(days, (day) => {
        const whole = small(day);
        const halves = day.agents.flatMap((agents) => [agents, agents]);
        const starts = [...halves, 0].map((_, i) => i * 450);
        const cut = exactDay({ ...whole, agents: halves, intervalStarts: starts }).total;
        for (const [name, value] of Object.entries(exactDay(whole).total)) {
          expectClose(cut[name as keyof DayCounts], value, 1e-8, 1e-9, name);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('exactDay does not care who leaves when the staff never drops', () => {
    fc.assert(
      fc.property(days, (day) => {
        const options = { ...small(day), agents: [...day.agents].sort((a, b) => a - b) };
        const [pooled, named, preempted] = (['pooled', 'named', 'preempted'] as const).map(
          (leaving) => exactDay({ ...options, leaving }).total,
        );
        for (const name of Object.keys(pooled) as (keyof DayCounts)[]) {
          expectClose(named[name], pooled[name], 1e-9, 1e-10, name);
          expectClose(preempted[name], pooled[name], 1e-9, 1e-10, name);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('exactDay follows a ramp to nine digits: finer steps change nothing', () => {
    const ramp = multiplyCurve(stepCurve([0, 3600], [0.01]), {
      from: 600,
      to: 3000,
      terms: [
        { c: 1, n: 0, k: 0 },
        { c: 5 / 2400, n: 1, k: 0 },
      ],
    });
    const options = { ...flat(6, 0.01, 1), arrivalRate: ramp };
    const finer = cutCurve(ramp, [700, 800, 900, 1200, 1400, 1800, 2200, 2500, 2800]);
    const total = exactDay({ ...options, arrivalRate: finer }).total;
    for (const [name, value] of Object.entries(exactDay(options).total)) {
      expectClose(total[name as keyof DayCounts], value, 1e-9, 1e-12, name);
    }
  });

  it('exactDay strands those who never hang up when nobody will ever answer', () => {
    const { total } = exactDay({ ...flat(0, 0.01, 1), meanPatienceSeconds: Infinity });
    expectClose(total.stranded, 36, 1e-12, 0, 'stranded');
    expect(total.answered).toBeCloseTo(0, 9);
    expect([total.waitSeconds, total.answeredWaitSeconds]).toEqual([Infinity, Infinity]);
    const impatient = exactDay(flat(0, 0.01, 1)).total;
    expect(impatient.abandoned / impatient.offered).toBeCloseTo(1, 12);
    expect(dayMeasures(impatient)).toBeUndefined();
  });

  it('exactDay of a day without callers has nothing to judge', () => {
    const { total } = exactDay(flat(3, 0, 1));
    expect(total.offered).toBe(0);
    expect(dayMeasures(total)).toBeUndefined();
  });

  it('exactDay counts a call as met at T = 0 only when it is answered at once', () => {
    const { total } = exactDay({ ...flat(4, 0.02, 2), answerWithinSeconds: 0 });
    expectClose(total.answeredWithin, total.offered - total.waited, 1e-12, 0, 'at once');
  });

  it('exactDay whose callers are put back into the queue when agents leave counts as many who hang up as the birth–death equations', () => {
    const starts = [0, 600, 1200, 30_000];
    const [agents, rates, handle, patience, most] = [[10, 2, 2], [0.05, 0.02, 0], 300, 200, 90];
    const { total } = exactDay({
      ...{ agents, intervalStarts: starts, arrivalRate: stepCurve(starts, rates), leaving: 'preempted' },
      ...{ meanHandleSeconds: handle, meanPatienceSeconds: patience, answerWithinSeconds: 20 },
    });
    // The number in the centre does not care who is served: classical Runge–Kutta over its states, in steps of a second.
    const slope = (p: readonly number[], rate: number, staff: number): number[] => {
      const change = new Array<number>(most + 2).fill(0);
      for (let n = 0; n <= most; n++) {
        const leaves = Math.max(0, n - staff) / patience;
        const down = Math.min(n, staff) / handle + leaves;
        const up = n < most ? rate : 0;
        change[n] -= p[n] * (down + up);
        change[n + 1] += n < most ? p[n] * up : 0;
        if (n > 0) change[n - 1] += p[n] * down;
        change[most + 1] += p[n] * leaves;
      }
      return change;
    };
    const moved = (p: readonly number[], by: readonly number[], times: number) => p.map((x, i) => x + times * by[i]);
    let state = [1, ...new Array<number>(most + 1).fill(0)];
    agents.forEach((staff, k) => {
      for (let second = starts[k]; second < starts[k + 1]; second++) {
        const at = (p: readonly number[]) => slope(p, rates[k], staff);
        const k1 = at(state);
        const k2 = at(moved(state, k1, 0.5));
        const k3 = at(moved(state, k2, 0.5));
        const k4 = at(moved(state, k3, 1));
        state = state.map((x, i) => x + (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) / 6);
      }
    });
    expectClose(total.abandonments, state[most + 1], 1e-9, 0, 'hang up');
  });

  it('exactDay refuses a patience of nothing, and dayMeasures has nothing to say where nobody came or nobody was answered', () => {
    const desk = { agents: [0, 2], meanHandleSeconds: 180, meanPatienceSeconds: 60, answerWithinSeconds: 20 };
    const intervalStarts = [0, 900, 1800];
    const day = (rates: number[]) =>
      exactDay({ ...desk, intervalStarts, arrivalRate: stepCurve(intervalStarts, rates) });
    expect(() =>
      exactDay({
        ...desk,
        meanPatienceSeconds: 0,
        intervalStarts,
        arrivalRate: stepCurve(intervalStarts, [0.01, 0.01]),
      }),
    ).toThrow(/^meanPatienceSeconds must/);
    expect(dayMeasures(day([0, 0]).total)).toBeUndefined();
    const nobodyThere = exactDay({
      ...desk,
      agents: [0],
      intervalStarts: [0, 900],
      arrivalRate: stepCurve([0, 900], [0.01]),
    }).total;
    expect(nobodyThere.offered).toBeCloseTo(9, 9);
    expect(nobodyThere.answered).toBeCloseTo(0, 9);
    expect(dayMeasures({ ...nobodyThere, answered: 1e-14 })).toBeUndefined();
    expect(dayMeasures(nobodyThere)).toBeUndefined();
    expect(dayMeasures({ ...nobodyThere, offered: 0, answered: 1 })).toBeUndefined();
  });

  it('exactDay refuses bad options, by name', () => {
    const options = flat(3, 0.01, 2);
    const refused: [Partial<ExactDayOptions>, RegExp][] = [
      [{ agents: [] }, /^agents must/],
      [{ agents: [1.5, 2] }, /^agents must/],
      [{ agents: [-1, 2] }, /^agents must/],
      [{ agents: [1] }, /^intervalStarts must/],
      [{ intervalStarts: [0, 3600, 3600] }, /^intervalStarts must/],
      [{ meanHandleSeconds: 0 }, /^meanHandleSeconds must/],
      [{ meanPatienceSeconds: Number.NaN }, /^meanPatienceSeconds must/],
      [{ answerWithinSeconds: -1 }, /^answerWithinSeconds must/],
      [{ balking: 1.1 }, /^balking must/],
      [{ snapshotSeconds: 0 }, /^snapshotSeconds must/],
    ];
    for (const [change, message] of refused) expect(() => exactDay({ ...options, ...change })).toThrow(message);
  });
});
