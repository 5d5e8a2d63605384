import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FluidOptions } from '../../src/math/fluid.ts';
import { fluidDay } from '../../src/math/fluid.ts';
import { offeredLoadAt } from '../../src/math/offered-load.ts';
import type { RateCurve } from '../../src/math/rate-curve.ts';
import { multiplyCurve, stepCurve } from '../../src/math/rate-curve.ts';
import { evenly } from '../evenly.ts';
import { expectClose, golden } from './golden.ts';

interface Day {
  case: string;
  aht_s: number;
  mean_patience_s: number;
  interval_s: number;
  calls_per_interval: number[];
  agents_per_interval: number[];
  event: null | { type: string; factor: number; peak: number; k: number; start_s: number; duration_s: number };
}

function optionsOf(day: Day): FluidOptions {
  const intervalStarts = [...day.calls_per_interval, 0].map((_, i) => i * day.interval_s);
  const levels = day.calls_per_interval.map((calls) => calls / day.interval_s);
  let arrivalRate: RateCurve = stepCurve(intervalStarts, levels);
  if (day.event !== null) {
    const { type, factor, peak, k, start_s: from, duration_s: length } = day.event;
    const decay = [
      { c: 1, n: 0, k: 0 },
      { c: peak - 1, n: 0, k: k / length },
    ];
    const terms = type === 'multiply' ? [{ c: factor, n: 0, k: 0 }] : decay;
    arrivalRate = multiplyCurve(arrivalRate, { from, to: from + length, terms });
  }
  return {
    arrivalRate,
    intervalStarts,
    agents: day.agents_per_interval,
    meanHandleSeconds: day.aht_s,
    meanPatienceSeconds: day.mean_patience_s,
  };
}

describe('fluidDay', () => {
  const days = new Map(golden<Day>('exact_days').map(({ in: day }) => [day.case, day]));
  type Out = { intervals: Record<'x_end' | 'queue_end' | 'abandoned' | 'mean_queue', number>[] };
  for (const { in: row, out } of golden<{ case: string }, Out>('fluid')) {
    it(`fluidDay agrees with the path of ${row.case} to a relative 1e-7`, () => {
      const { intervals } = fluidDay(optionsOf(days.get(row.case)!));
      out.intervals.forEach((expected, i) => {
        expectClose(intervals[i].contentAtEnd, expected.x_end, 1e-7, 0, `content, interval ${i}`);
        expectClose(intervals[i].queueAtEnd, expected.queue_end, 1e-7, 0, `queue, interval ${i}`);
        expectClose(intervals[i].abandoned, expected.abandoned, 1e-7, 0, `abandoned, interval ${i}`);
        expectClose(intervals[i].meanQueue, expected.mean_queue, 1e-7, 0, `mean queue, interval ${i}`);
      });
    });
  }

  const random = fc
    .array(
      fc.record({
        rate: evenly(0, 0.2),
        agents: evenly(0, 30),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .chain((list) =>
      fc.record({
        list: fc.constant(list),
        patience: fc.constantFrom(20, 300, Infinity),
        surge: evenly(0, 6),
      }),
    );
  const optionsFrom = ({ list, patience, surge }: typeof random extends fc.Arbitrary<infer T> ? T : never) => {
    const intervalStarts = [...list, 0].map((_, i) => i * 900);
    const base = stepCurve(
      intervalStarts,
      list.map(({ rate }) => rate),
    );
    const terms = [
      { c: 1, n: 0, k: 0 },
      { c: surge, n: 0, k: 1 / 400 },
    ];
    return {
      arrivalRate: multiplyCurve(base, { from: 200, to: 1500, terms }),
      intervalStarts,
      agents: list.map(({ agents }) => agents),
      meanHandleSeconds: 300,
      meanPatienceSeconds: patience,
    };
  };

  it('fluidDay balances: what comes is served, gives up or is still there', () => {
    fc.assert(
      fc.property(random, (day) => {
        let before = 0;
        for (const interval of fluidDay(optionsFrom(day)).intervals) {
          const served = (interval.meanBusy * (interval.end - interval.start)) / 300;
          const after = before + interval.offered - served - interval.abandoned;
          expect(interval.contentAtEnd).toBeCloseTo(after, 6);
          expect(interval.contentAtEnd).toBeGreaterThanOrEqual(0);
          expect(interval.meanBusy).toBeLessThanOrEqual(interval.agents + 1e-9);
          before = interval.contentAtEnd;
        }
      }),
    );
  });

  it('fluidDay with agents to spare is the offered load of exponential handle times', () => {
    const day = optionsFrom({
      list: [
        { rate: 0.1, agents: 1e6 },
        { rate: 0.02, agents: 1e6 },
      ],
      patience: 60,
      surge: 4,
    });
    const { path } = fluidDay({ ...day, snapshotSeconds: 100 });
    expect(path.map(({ time }) => time)).toEqual(Array.from({ length: 19 }, (_, i) => i * 100));
    for (const { time, content } of path) {
      const load = offeredLoadAt(day.arrivalRate, { kind: 'exponential', meanSeconds: 300 }, time);
      expectClose(content, load, 1e-9, 1e-12, `at ${time} s`);
    }
  });

  it('fluidDay without agents only loses callers, and without patience limit keeps them all', () => {
    const day = { arrivalRate: stepCurve([0, 3600], [0.1]), intervalStarts: [0, 3600], agents: [0] };
    const [lost] = fluidDay({ ...day, meanHandleSeconds: 300, meanPatienceSeconds: 60 }).intervals;
    expectClose(lost.contentAtEnd, 6 * -Math.expm1(-60), 1e-9, 0, 'content');
    const [kept] = fluidDay({ ...day, meanHandleSeconds: 300, meanPatienceSeconds: Infinity }).intervals;
    expectClose(kept.queueAtEnd, 360, 1e-12, 0, 'queue');
  });

  it('fluidDay takes a gap in the arrivals for a rate of 0', () => {
    const options = {
      intervalStarts: [0, 900, 1800, 2700],
      agents: [3, 3, 3],
      meanHandleSeconds: 300,
      meanPatienceSeconds: 60,
    };
    const zero = stepCurve([0, 700, 1200, 2700], [0.05, 0, 0.03]);
    const gap = { segments: zero.segments.filter((_, i) => i !== 1) };
    const expected = fluidDay({ ...options, arrivalRate: zero });
    expect(fluidDay({ ...options, arrivalRate: gap })).toEqual(expected);
    // Nothing comes before 700 s either.
    const late = { segments: zero.segments.slice(2) };
    expect(fluidDay({ ...options, arrivalRate: late }).intervals[0].contentAtEnd).toBe(0);
  });

  it('fluidDay refuses bad options, by name', () => {
    const day = {
      arrivalRate: stepCurve([0, 900], [0.1]),
      intervalStarts: [0, 900],
      agents: [3],
      meanHandleSeconds: 300,
      meanPatienceSeconds: 60,
    };
    expect(() => fluidDay({ ...day, agents: [] })).toThrow(/^agents must/);
    expect(() => fluidDay({ ...day, agents: [-1] })).toThrow(/^agents must/);
    expect(() => fluidDay({ ...day, intervalStarts: [900, 0] })).toThrow(/^intervalStarts must/);
    expect(() => fluidDay({ ...day, meanHandleSeconds: Number.NaN })).toThrow(/^meanHandleSeconds must/);
    expect(() => fluidDay({ ...day, meanPatienceSeconds: 0 })).toThrow(/^meanPatienceSeconds must/);
    expect(() => fluidDay({ ...day, snapshotSeconds: -1 })).toThrow(/^snapshotSeconds must/);
    expect(() => fluidDay({ ...day, snapshotSeconds: 0 })).toThrow(/^snapshotSeconds must/);
    expect(() => fluidDay({ ...day, meanHandleSeconds: 0 })).toThrow(/^meanHandleSeconds must/);
  });
});
