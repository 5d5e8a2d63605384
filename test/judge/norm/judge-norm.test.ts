import { describe, expect, it } from 'vitest';
import { judgeNorm } from '../../../src/judge/norm/judge-norm.ts';
import type { MatchedNorm } from '../../../src/judge/norm/match-norm.ts';
import type { Verdict } from '../../../src/judge/verdict.ts';
import type { ServicePromise } from '../../../src/scenario/scenario.ts';
import {
  clockOffset,
  contactOffset,
  emptyRun,
  layoutRun,
  thresholdOffset,
  tierClockOffset,
  tierOffset,
  tierThresholdOffset,
} from '../../../src/sim/run.ts';

const hours = 5;
/** Two days of five hours from eight o'clock on, and three types of work. */
const clock = {
  intervalStarts: Array.from({ length: 2 * hours + 1 }, (_, i) => i * 3600),
  intervalLabels: Array.from({ length: 2 * hours }, (_, i) => `${String(8 + (i % hours)).padStart(2, '0')}:00`),
};
const layout = layoutRun(3, 1, 2 * hours, [10], { outcomes: false, clocks: 1, followUps: 0, scored: [], tiers: 2 });

/** Two runs summed: per type and hour of the day, how many came, and how many of them were answered within 10 s. */
const total = { ...emptyRun(layout), runs: 2 };
const came = 20;
const answeredInTime = [
  [20, 20, 14, 14, 20],
  [14, 12, 12, 12, 20],
  [20, 20, 20, 20, 13],
];
answeredInTime.forEach((row, type) => {
  row.forEach((inTime, hour) => {
    for (const interval of [hour, hours + hour]) {
      total.data[contactOffset(layout, type, 'answered') + interval] = came;
      total.data[contactOffset(layout, type, 'answeredWait') + interval] = 30 * came;
      total.data[contactOffset(layout, type, 'requests') + interval] = came;
      total.data[contactOffset(layout, type, 'balked') + interval] = came - inTime;
      total.data[thresholdOffset(layout, type, 0, 'answeredWithin') + interval] = inTime;
    }
  });
});
for (const [tier, answered, inTime] of [
  [0, 60, 40],
  [1, 20, 20],
]) {
  total.data[tierOffset(layout, 1, tier, 'answered') + 2] = answered;
  total.data[tierOffset(layout, 1, tier, 'answeredWait') + 2] = 30 * answered;
  total.data[tierThresholdOffset(layout, 1, tier, 0, 'answeredWithin') + 2] = inTime;
}
total.data[clockOffset(layout, 0, 'started') + 2] = 10;
total.data[clockOffset(layout, 0, 'met') + 2] = 4;
total.data[clockOffset(layout, 0, 'missed') + 2] = 6;
total.data[tierClockOffset(layout, 0, 0, 'met') + 2] = 2;
total.data[tierClockOffset(layout, 0, 0, 'missed') + 2] = 6;
total.data[tierClockOffset(layout, 0, 1, 'met') + 2] = 2;

function promise(changes: Partial<ServicePromise>): ServicePromise {
  return {
    id: 'clause',
    measure: 'answered-within',
    variant: 'offered',
    answerWithin: 10,
    shortAbandon: 5,
    target: 0.9,
    sense: 'at-least',
    scope: 'day',
    work: [0, 1, 2],
    hours: [{ from: 0, to: 2 * hours * 3600 }],
    dayShare: 0.9,
    ...changes,
  } as ServicePromise;
}

function judged(of: Partial<ServicePromise>, judgement: Verdict['judgement'] = 'broken', tiers?: unknown[]) {
  const match = { by: 'simulation', isShareAssumed: true, notes: [{ key: 'aNote' }] };
  const matched = {
    scenario: {
      clock,
      tiers,
      work: [{}, {}, {}],
      groups: [{ speeds: [1, 1, 1] }],
      promises: [promise({}), promise(of)],
    },
    clauses: [{ match, promise: 1 }],
  } as unknown as MatchedNorm;
  const verdicts = [{ judgement: 'held' }, { judgement }] as Verdict[];
  return judgeNorm(matched, verdicts, total)[0];
}

describe('judgeNorm', () => {
  it('names the hours with most misses, three at most, the earlier of equals, and leaves out one that just meets the target', () => {
    // Misses of both days, mean of two runs: 6, 8, 14, 14, 7 of 60; the first hour is at 54 ÷ 60, the target itself.
    const { worst } = judged({});
    expect(worst).toEqual([
      { hour: 10, met: 46, of: 60 },
      { hour: 11, met: 46, of: 60 },
      { hour: 9, met: 52, of: 60 },
    ]);
  });

  it('names whom the clause misses, most first, those without a miss left out', () => {
    expect(judged({}).harmed).toEqual([
      { work: [1], missed: 30, of: 100 },
      { work: [0], missed: 12, of: 100 },
      { work: [2], missed: 7, of: 100 },
    ]);
    expect(judged({ hours: [{ from: 0, to: 3600 }] }).harmed).toEqual([{ work: [1], missed: 3, of: 10 }]);
  });

  it('counts what is to be rare as the miss, where the clause names a greatest share', () => {
    const { worst, harmed } = judged({ measure: 'balking', variant: 'requests', sense: 'at-most', target: 0.2 });
    expect(worst).toEqual([
      { hour: 10, met: 14, of: 60 },
      { hour: 11, met: 14, of: 60 },
    ]);
    expect(harmed.map(({ work, missed }) => [work[0], missed])).toEqual([
      [1, 30],
      [0, 12],
      [2, 7],
    ]);
  });

  it('gives what a clock misses to all its work together, since its columns know nothing of work', () => {
    const { worst, harmed } = judged({ measure: 'on-time', variant: 'decided', clock: 0, work: [0, 2] });
    expect(worst).toEqual([{ hour: 10, met: 2, of: 5 }]);
    expect(harmed).toEqual([{ work: [0, 2], missed: 3, of: 5 }]);
  });

  it('counts the misses of each tier of customers, where there are tiers and the measure knows them', () => {
    const tiers = [{}, {}];
    expect(judged({}, 'broken', tiers).harmedTiers).toEqual([
      { tier: 0, missed: 10, of: 30 },
      { tier: 1, missed: 0, of: 10 },
    ]);
    expect(judged({}).harmedTiers).toEqual([]);
    const ofClocks = { measure: 'on-time', variant: 'decided', clock: 0 };
    expect(judged(ofClocks, 'broken', tiers).harmedTiers).toEqual([
      { tier: 0, missed: 3, of: 4 },
      { tier: 1, missed: 0, of: 1 },
    ]);
    const ofRepeats = { measure: 'repeat-rate', variant: 'arrived', sense: 'at-most', target: 0.05 } as const;
    expect(judged(ofRepeats, 'broken', tiers).harmedTiers).toEqual([]);
    const ofTime = { measure: 'asa', variant: 'answered', sense: 'at-most', target: 20 } as const;
    expect(judged(ofTime, 'broken', tiers).harmedTiers).toEqual([]);
  });

  it('names nobody where the measure is no share of contacts', () => {
    const found = judged({ measure: 'asa', variant: 'answered', sense: 'at-most', target: 20 });
    expect(found).toMatchObject({ judgement: 'broken', by: 'simulation', worst: [], harmed: [], harmedTiers: [] });
    expect(found).toMatchObject({ isShareAssumed: true, notes: [{ key: 'aNote' }], clause: 0, promise: 1 });
  });

  it('says that a clause cannot be tested where nothing of its kind happened', () => {
    expect(judged({}, 'nothing-to-judge')).toEqual({
      clause: 0,
      promise: 1,
      judgement: 'not-testable',
      by: 'none',
      isShareAssumed: false,
      notes: [{ key: 'nothingHappened', values: undefined }],
      worst: [],
      harmed: [],
      harmedTiers: [],
    });
  });

  it('takes over what was decided, or known to be untestable, before anything was simulated', () => {
    const matched = {
      clauses: [
        { match: { by: 'none', notes: [{ key: 'noClock' }] }, promise: null },
        { match: { by: 'structure', judgement: 'broken', notes: [] }, promise: null },
      ],
    } as unknown as MatchedNorm;
    const rest = { promise: null, isShareAssumed: false, worst: [], harmed: [], harmedTiers: [] };
    expect(judgeNorm(matched, [], total)).toEqual([
      { ...rest, clause: 0, judgement: 'not-testable', by: 'none', notes: [{ key: 'noClock' }] },
      { ...rest, clause: 1, judgement: 'broken', by: 'structure', notes: [] },
    ]);
  });
});
