import { describe, expect, it } from 'vitest';
import { correlationOf } from '../../../src/experiment/steady-state/batch-sums.ts';
import { fillingTime } from '../../../src/experiment/steady-state/filling-time.ts';
import { holdInstant } from '../../../src/experiment/steady-state/hold-instant.ts';
import { findOverload } from '../../../src/experiment/steady-state/settling-load.ts';
import { joinStretches } from '../../../src/experiment/steady-state/stretches.ts';
import { stepCurve } from '../../../src/math/rate-curve.ts';
import { plainDayScenario } from '../../../src/scenario/plain-day.ts';
import type { Duration } from '../../../src/scenario/scenario.ts';
import { compile } from '../../../src/sim/compile.ts';
import { broughtOffset, contactOffset, groupOffset, queueOffset, tierOffset } from '../../../src/sim/run.ts';
import { simulate } from '../../../src/sim/simulate.ts';
import { resolveText } from './resolve-text.ts';

const duration = (kind: string, mean: number): Duration => ({
  steps: [{ from: 0, kind, parameters: [mean], mean, cv: 1 }],
});

describe('fillingTime', () => {
  it('is nothing where nothing follows from anything', () => {
    expect(fillingTime([0.1], [])).toBe(0);
    expect(fillingTime([0.1], [{ from: 0, to: 0, mean: 0, after: duration('fixed', 60) }])).toBe(0);
  });

  it('is the delay, where each item makes others once, a fixed time later', () => {
    const seconds = fillingTime([0.1, 0], [{ from: 0, to: 1, mean: 0.5, after: duration('fixed', 3600) }]);
    expect(seconds).toBeGreaterThanOrEqual(3600);
    expect(seconds).toBeLessThan(3600 * 1.02);
  });

  it('is that of redials of redials with an exponential delay: what lacks at t is m·e^(−(1−m)t/d)', () => {
    // a(t) = own·[1 + m/(1−m)·(1 − e^(−(1−m)t/d))], so the part that lacks of own/(1−m) is m·e^(−(1−m)t/d).
    const [m, d] = [0.6, 300];
    const exact = (Math.log(m / 0.001) / (1 - m)) * d;
    const seconds = fillingTime([0.1], [{ from: 0, to: 0, mean: m, after: duration('exponential', d) }]);
    expect(seconds).toBeGreaterThanOrEqual(exact);
    expect(seconds).toBeLessThan(exact * 1.03);
  });

  it('has no end where items make one or more like themselves', () => {
    const loop = (mean: number) => [
      { from: 0, to: 1, mean, after: duration('fixed', 60) },
      { from: 1, to: 0, mean: 1, after: duration('fixed', 60) },
    ];
    expect(fillingTime([0.1, 0], loop(1.2))).toBe(Number.POSITIVE_INFINITY);
    expect(fillingTime([0.1, 0], loop(1))).toBe(Number.POSITIVE_INFINITY);
    expect(fillingTime([0.1, 0], loop(0.9))).toBeLessThan(1e5);
  });
});

describe('findOverload', () => {
  const centre = (staff: number, changes: object = {}, tickets: object = {}) =>
    holdInstant(
      resolveText({
        work: {
          mail: {
            channel: 'case',
            hours: '09:00-17:00',
            arrivals: { kind: 'constant-rate', perHour: 30 },
            handleSeconds: 600,
            after: { handled: { becomes: { ticket: { fraction: 0.5, afterHours: 20 } } } },
            ...changes,
          },
          ticket: { channel: 'case', hours: '09:00-17:00', handleSeconds: 1200, ...tickets },
        },
        people: { groups: { desk: { skills: { mail: 1, ticket: 1 }, staff } } },
        promises: [],
      }),
      10 * 3600,
    ).scenario;

  it('adds what follows to what comes: 5 Erlangs of mail and 5 of the tickets that it makes', () => {
    expect(findOverload(centre(11))).toBeNull();
    expect(findOverload(centre(9))).toMatchObject({ work: [0, 1], agents: 9 });
    expect(findOverload(centre(9))?.load).toBeCloseTo(10, 9);
  });

  it('counts a load of as many Erlangs as agents as too much', () => {
    expect(findOverload(centre(10))?.load).toBeCloseTo(10, 9);
  });

  it('lets pass what leaves, and what only a part of the day is open for', () => {
    expect(findOverload(centre(5, {}, { hours: '12:00-17:00' }))?.work).toEqual([0]);
    expect(findOverload(centre(6, {}, { hours: '12:00-17:00' }))).toBeNull();
    expect(findOverload(centre(5, { channel: 'voice', patienceSeconds: 60 }))).toBeNull();
  });
});

describe('correlationOf', () => {
  const tallies = (values: number[]) => values.map((met) => ({ met, of: 1 }));

  it('is −1 in the limit of values that alternate, near 1 of values that climb, 0 of values that are alike', () => {
    expect(correlationOf([tallies(Array.from({ length: 1000 }, (_, i) => i % 2))])).toBeCloseTo(-0.999, 9);
    expect(correlationOf([tallies(Array.from({ length: 1000 }, (_, i) => i))])).toBeGreaterThan(0.99);
    expect(correlationOf([tallies([1, 1, 1]), tallies([1, 1, 1])])).toBe(0);
    expect(correlationOf([[{ met: 0, of: 0 }]])).toBe(0);
  });

  it('does not tie the end of a run to the beginning of the next', () => {
    // Within runs everything is alike; between them it changes.
    expect(correlationOf([tallies([0, 0]), tallies([1, 1])])).toBeCloseTo(0.5, 9);
  });
});

describe('joinStretches', () => {
  it('keeps what customers of a tier did, and what all brought', () => {
    const tiered = resolveText({
      customers: { tiers: { core: 0.3, others: 0.7 } },
      work: {
        call: {
          hours: '08:00-20:00',
          arrivals: { kind: 'constant-rate', perHour: 60 },
          talkSeconds: 120,
          patienceSeconds: 60,
        },
      },
      people: { groups: { desk: { skills: { call: 1 }, staff: 3 } } },
      promises: [{ measure: 'asa', atMost: 30, tier: 'core' }],
    });
    const long = holdInstant(tiered, 36_000, { seconds: 36_000, intervals: 40 }).scenario;
    const single = compile(holdInstant(tiered, 36_000).scenario, '1').plan.layout;
    const run = simulate(compile(long, '1'), 0);
    const joined = joinStretches(run, single, 0, 40, 0.1);
    const total = (at: number) => run.data.subarray(at, at + 40).reduce((all, value) => all + value, 0);
    const core = tierOffset(run.layout, 0, 0, 'answered');
    expect(total(core)).toBeGreaterThan(0);
    expect(joined.data[tierOffset(single, 0, 0, 'answered')]).toBeCloseTo(total(core) / 10, 9);
    expect(joined.data[broughtOffset(single, 0)]).toBeCloseTo(total(broughtOffset(run.layout, 0)) / 10, 6);
    expect(joined.data[broughtOffset(single, 0)]).toBeGreaterThan(40 * 120);
  });

  it('sums counts to the mean of an hour, and takes numbers waiting at an end as a mean', () => {
    const day = plainDayScenario(
      {
        ...{ meanHandleSeconds: 120, meanPatienceSeconds: 300, answerWithinSeconds: 20, balking: 0 },
        ...{ intervalStarts: [0, 1800], agents: [3], arrivalRate: stepCurve([0, 1800], [0.03]) },
      },
      'pooled',
    );
    const long = holdInstant(day, 0, { seconds: 36_000, intervals: 40 }).scenario;
    const single = compile(holdInstant(day, 0).scenario, '1').plan.layout;
    const run = simulate(compile(long, '1'), 0);
    const { data, layout } = run;
    const joined = joinStretches(run, single, 8, 20, 3600 / 18_000);
    const slice = (at: number) => Array.from(data.subarray(at + 8, at + 28));
    const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
    expect(joined.data[contactOffset(single, 0, 'requests')]).toBeCloseTo(
      sum(slice(contactOffset(layout, 0, 'requests'))) / 5,
      9,
    );
    expect(joined.data[groupOffset(single, 0, 'handling')]).toBeCloseTo(
      sum(slice(groupOffset(layout, 0, 'handling'))) / 5,
      6,
    );
    const ends = slice(queueOffset(layout, 0, 'queueAtEnd'));
    expect(joined.data[queueOffset(single, 0, 'queueAtEnd')]).toBeCloseTo(sum(ends) / 20, 9);
    expect(joined.data[queueOffset(single, 0, 'queueMax')]).toBe(
      Math.max(...slice(queueOffset(layout, 0, 'queueMax'))),
    );
  });
});
