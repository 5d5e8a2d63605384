/** A small scenario and runs made without the engine, whose expectations are known exactly. */
import type { Scenario, ServicePromise } from '../../src/scenario/scenario.ts';
import {
  contactOffset,
  emptyRun,
  layoutRun,
  type RunLayout,
  type RunRecord,
  thresholdOffset,
} from '../../src/sim/run.ts';

/** Marsaglia-like 32-bit generator (mulberry32): good enough for the statistics here, and its seed is the test's. */
export function madeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Days of one hour each with two half-hour intervals, one work type, one group. */
export function madeScenario(days: number, promises: Partial<ServicePromise>[]): Scenario {
  const horizonSeconds = days * 3600;
  const hours = [{ from: 0, to: horizonSeconds }];
  return {
    clock: {
      intervalSeconds: 1800,
      days: Array.from({ length: days }, (_, day) => ({ start: day * 3600, end: (day + 1) * 3600 })),
      horizonSeconds,
      intervalStarts: Array.from({ length: 2 * days + 1 }, (_, i) => i * 1800),
    },
    work: [
      {
        name: 'inquiry',
        // Nobody brings anything: the runs are made without the engine.
        arrivals: { process: 'recorded', spans: [], counts: [] },
        selfService: { completed: 0 },
        ...{ talk: { steps: [] }, hold: { steps: [] }, wrapUp: { steps: [] } },
      },
    ],
    groups: [{ name: 'team', speeds: [1] }],
    promises: promises.map((promise, i) => ({
      id: `promise-${i}`,
      measure: 'answered-within',
      variant: 'offered',
      answerWithin: 10,
      shortAbandon: 5,
      target: 0.9,
      sense: 'at-least',
      scope: 'day',
      work: [0],
      hours,
      dayShare: 0.9,
      ...promise,
    })),
    precision: { confidence: 0.95, minRuns: 50, maxRuns: 800 },
    shifts: null,
    labourRules: [],
    uncertainty: [],
    plugins: [],
  } as unknown as Scenario;
}

export function madeLayout(scenario: Scenario): RunLayout {
  return layoutRun(1, 1, scenario.clock.intervalStarts.length - 1, [5, 10]);
}

/** One run: per interval, how many were answered, how many of them in time, and how many abandoned (none soon). */
export function madeRun(
  layout: RunLayout,
  intervals: readonly { answered: number; inTime: number; abandoned?: number; abandonedSoon?: number }[],
): RunRecord {
  const record = emptyRun(layout);
  intervals.forEach(({ answered, inTime, abandoned = 0, abandonedSoon = 0 }, i) => {
    record.data[contactOffset(layout, 0, 'arrived') + i] = answered + abandoned;
    record.data[contactOffset(layout, 0, 'requests') + i] = answered + abandoned;
    record.data[contactOffset(layout, 0, 'answered') + i] = answered;
    record.data[contactOffset(layout, 0, 'abandoned') + i] = abandoned;
    record.data[thresholdOffset(layout, 0, 1, 'answeredWithin') + i] = inTime;
    record.data[thresholdOffset(layout, 0, 1, 'abandonedWithin') + i] = abandonedSoon;
  });
  return record;
}
