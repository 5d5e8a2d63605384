import { describe, expect, it } from 'vitest';
import { measures } from '../../src/measures/index.ts';
import { promiseScope } from '../../src/measures/interval-tallies.ts';
import type { MeasureScope } from '../../src/measures/measure.ts';
import { waitQuantile } from '../../src/measures/wait-quantile.ts';
import type { Scenario, ServicePromise } from '../../src/scenario/scenario.ts';
import {
  type ClockColumn,
  type ContactColumn,
  clockOffset,
  contactOffset,
  emptyRun,
  type GroupColumn,
  groupOffset,
  histogramOffset,
  layoutRun,
  type OutcomeColumn,
  outcomeOffset,
  type QualityColumn,
  qualityOffset,
  thresholdOffset,
  tierOffset,
  tierThresholdOffset,
  waitBins,
} from '../../src/sim/run.ts';

const layout = layoutRun(1, 1, 1, [5, 20]);

/** One interval with the given columns. */
function runWith(columns: {
  contacts?: Partial<Record<ContactColumn, number>>;
  groups?: Partial<Record<GroupColumn, number>>;
  within?: [answered: number, abandoned: number][];
}) {
  const record = emptyRun(layout);
  for (const [column, value] of Object.entries(columns.contacts ?? {})) {
    record.data[contactOffset(layout, 0, column as ContactColumn)] = value;
  }
  for (const [column, value] of Object.entries(columns.groups ?? {})) {
    record.data[groupOffset(layout, 0, column as GroupColumn)] = value;
  }
  columns.within?.forEach(([answered, abandoned], threshold) => {
    record.data[thresholdOffset(layout, 0, threshold, 'answeredWithin')] = answered;
    record.data[thresholdOffset(layout, 0, threshold, 'abandonedWithin')] = abandoned;
  });
  return record;
}

function scope(variant: string): MeasureScope {
  return { work: [0], groups: [0], intervals: [0], variant, threshold: 1, shortThreshold: 0, tier: -1, clock: -1 };
}

/** Service-level formulas compared on one example: ICMI, the five ways to count abandoned calls. */
const icmi = runWith({
  contacts: { answered: 1000, abandoned: 60, requests: 1060, arrived: 1500, selfServed: 440 },
  within: [
    [500, 10],
    [860, 20],
  ],
});

describe('answered-within on the worked example of ICMI', () => {
  it.each([
    ['abandons-met', 880, 1060, 83.0],
    ['answered', 860, 1000, 86.0],
    ['offered', 860, 1060, 81.1],
    ['short-abandons-excluded', 860, 1040, 82.7],
    ['very-short-abandons-met', 870, 1060, 82.1],
  ])('%s gives %i ÷ %i = %f %%', (variant, met, of, percent) => {
    expect(measures.get('answered-within').tally(icmi, scope(variant))).toEqual({ met, of });
    expect(Math.round((1000 * met) / of) / 10).toBe(percent);
  });

  it('refuses a threshold that the run did not count', () => {
    const unknown = { ...scope('offered'), threshold: -1 };
    expect(() => measures.get('answered-within').tally(icmi, unknown)).toThrow(/^threshold: /);
  });
});

describe('measures of one tier of customers', () => {
  it('count that tier only', () => {
    const tiered = layoutRun(2, 1, 2, [20], { outcomes: false, clocks: 0, followUps: 0, scored: [], tiers: 2 });
    const record = emptyRun(tiered);
    record.data[contactOffset(tiered, 1, 'answered') + 1] = 100;
    record.data[thresholdOffset(tiered, 1, 0, 'answeredWithin') + 1] = 80;
    for (const [tier, answered, inTime] of [
      [0, 30, 20],
      [1, 70, 60],
    ]) {
      record.data[tierOffset(tiered, 1, tier, 'answered') + 1] = answered;
      record.data[tierThresholdOffset(tiered, 1, tier, 0, 'answeredWithin') + 1] = inTime;
    }
    const tally = (tier: number) =>
      measures
        .get('answered-within')
        .tally(record, { ...scope('offered'), work: [0, 1], intervals: [0, 1], threshold: 0, tier });
    expect([-1, 0, 1].map(tally)).toEqual([
      { met: 80, of: 100 },
      { met: 20, of: 30 },
      { met: 60, of: 70 },
    ]);
  });
});

describe('connection-rate', () => {
  const run = runWith({
    contacts: {
      arrived: 1500,
      selfServed: 400,
      requests: 1100,
      answered: 900,
      abandoned: 150,
      blocked: 30,
      balked: 15,
      waiting: 5,
      callers: 1000,
      callersAnswered: 880,
    },
    within: [[0, 40]],
  });

  it.each([
    ['per-attempt', 900, 1100],
    ['without-short-abandons', 900, 1060],
    ['per-caller', 880, 1000],
    ['self-service-counted-in', 1300, 1500],
  ])('%s gives %i ÷ %i', (variant, met, of) => {
    expect(measures.get('connection-rate').tally(run, scope(variant))).toEqual({ met, of });
  });

  it.each([
    ['abandonment', 150],
    ['blocking', 30],
    ['balking', 15],
  ])('%s beside it gives %i ÷ 1100', (kind, met) => {
    expect(measures.get(kind).tally(run, scope('requests'))).toEqual({ met, of: 1100 });
  });
});

describe('measures of time', () => {
  const run = runWith({
    contacts: {
      answered: 100,
      abandoned: 20,
      waiting: 5,
      answeredWait: 1500,
      abandonedWait: 900,
      waitingWait: 300,
      talk: 18_000,
      hold: 1000,
      wrapUp: 3000,
    },
    groups: {
      handling: 22_000,
      ringing: 300,
      loggedIn: 26_300,
      scheduled: 27_000,
      paid: 30_000,
      breaksDue: 40,
      breaksLate: 6,
      breaksMissed: 2,
    },
  });

  it.each([
    ['asa', 1500, 100],
    ['mean-wait', 2700, 125],
    ['aht', 22_000, 100],
    ['occupancy', 22_000, 26_000],
    ['utilization', 22_000, 30_000],
    ['breaks-on-time', 32, 40],
  ])('%s gives %i ÷ %i', (kind, met, of) => {
    const measure = measures.get(kind);
    expect(measure.tally(run, scope(measure.variants[0]))).toEqual({ met, of });
  });
});

describe('breaks-on-time', () => {
  it('taken counts every break begun before the shift ended', () => {
    const run = runWith({ groups: { breaksDue: 40, breaksLate: 6, breaksMissed: 2 } });
    expect(measures.get('breaks-on-time').tally(run, scope('taken'))).toEqual({ met: 38, of: 40 });
  });
});

describe('measures of what comes of a contact', () => {
  // Two types, two clocks and two intervals, of which all but the last have a number of their own.
  const rich = layoutRun(2, 1, 2, [], { outcomes: true, clocks: 2, followUps: 1, scored: [1], tiers: 0 });
  const record = emptyRun(rich);
  record.data.fill(1);
  const outcomes: Partial<Record<OutcomeColumn, number>> = {
    arisen: 12,
    handled: 90,
    resolved: 63,
    firstHandled: 80,
    firstResolved: 60,
    rated: 40,
    points: 3170,
    dissatisfied: 6,
    searches: 30,
    found: 27,
    complained: 9,
  };
  const clocks: Partial<Record<ClockColumn, number>> = { started: 50, met: 41, missed: 4, open: 5, elapsed: 7000 };
  for (const [column, value] of Object.entries(outcomes)) {
    record.data[outcomeOffset(rich, 1, column as OutcomeColumn)] = value;
  }
  for (const [column, value] of Object.entries(clocks)) {
    record.data[clockOffset(rich, 1, column as ClockColumn)] = value;
  }
  const qualities: Partial<Record<QualityColumn, number>> = {
    scored: 60,
    quality: 5100,
    poor: 9,
    sampled: 30,
    evaluated: 24,
    failed: 5,
    followedNext: 8,
    againNext: 3,
    followedAny: 12,
    againAny: 7,
  };
  for (const [column, value] of Object.entries(qualities)) {
    record.data[qualityOffset(rich, 1, column as QualityColumn)] = value;
  }
  record.data[contactOffset(rich, 1, 'arrived')] = 120;
  const second = { ...scope(''), work: [1], clock: 1 };

  it.each([
    ['search-success', '', 27, 30],
    ['satisfaction', '', 3170, 4000],
    ['dissatisfaction', '', 6, 40],
    ['repeat-rate', '', 12, 120],
    ['complaint-rate', '', 9, 120],
    ['first-contact-resolution', 'handled', 60, 80],
    ['first-contact-resolution', 'all', 63, 90],
    ['on-time', 'decided', 41, 45],
    ['on-time', 'started', 41, 50],
    ['quality', '', 5100, 6000],
    ['poor-quality', '', 9, 60],
    ['qa-pass-rate', '', 19, 24],
    ['evaluation-share', 'drawn', 30, 60],
    ['evaluation-share', 'evaluated', 24, 60],
    ['evaluation-share', 'done', 24, 30],
    ['finding-repeat-rate', 'next-review', 3, 8],
    ['finding-repeat-rate', 'within-28-days', 7, 12],
  ])('%s (%s) gives %i ÷ %i', (kind, variant, met, of) => {
    const measure = measures.get(kind);
    expect(measure.tally(record, { ...second, variant: variant || measure.variants[0] })).toEqual({ met, of });
  });

  it('quality counts the types of work only whose quality is simulated', () => {
    const ask = (work: number[]) => measures.get('poor-quality').tally(record, { ...second, work });
    expect([ask([0]), ask([0, 1])]).toEqual([
      { met: 0, of: 0 },
      { met: 9, of: 60 },
    ]);
  });

  it('on-time of the first clock is its own', () => {
    expect(measures.get('on-time').tally(record, { ...second, clock: 0, variant: 'decided' })).toEqual({
      met: 1,
      of: 2,
    });
  });

  it('on-time of no clock has nothing to judge', () => {
    expect(measures.get('on-time').tally(record, { ...second, clock: -1, variant: 'decided' })).toEqual({
      met: 0,
      of: 0,
    });
  });
});

describe('waitQuantile', () => {
  it('gives the edge under which the share lies, Infinity beyond the last and null without contacts', () => {
    const record = emptyRun(layout);
    const offset = histogramOffset(layout, 0, 'answered');
    record.data[offset] = 70;
    record.data[offset + waitBins.indexOf(10)] = 20;
    record.data[offset + waitBins.length] = 10;
    expect(waitQuantile(record, [0], 'answered', 0.5)).toBe(0);
    expect(waitQuantile(record, [0], 'answered', 0.9)).toBe(10);
    expect(waitQuantile(record, [0], 'answered', 0.95)).toBe(Infinity);
    expect(waitQuantile(record, [0], 'abandoned', 0.5)).toBeNull();
    expect(waitQuantile(record, [0], 'answered', 1)).toBe(Infinity);
    for (const share of [0, 1.01]) expect(() => waitQuantile(record, [0], 'answered', share)).toThrow(/^share: /);
  });
});

describe('promiseScope', () => {
  it('takes the groups with the skill and every interval that the hours touch', () => {
    const scenario = {
      clock: { intervalStarts: [0, 1800, 3600, 5400, 7200] },
      groups: [{ speeds: [1, 0] }, { speeds: [0, 1] }, { speeds: [0.9, 1.1] }],
    } as Scenario;
    const promise = {
      work: [1],
      variant: 'offered',
      hours: [{ from: 2700, to: 5400 }],
      answerWithin: 20,
      shortAbandon: 5,
    } as ServicePromise;
    expect(promiseScope(scenario, layout, promise)).toEqual({
      work: [1],
      groups: [1, 2],
      intervals: [1, 2],
      variant: 'offered',
      threshold: 1,
      shortThreshold: 0,
      tier: -1,
      clock: -1,
    });
  });

  it('takes a group with any of the skills, and the intervals of every stretch of the hours', () => {
    const scenario = {
      clock: { intervalStarts: [0, 1800, 3600, 5400, 7200] },
      groups: [{ speeds: [1, 0, 1] }, { speeds: [0, 1, 1] }, { speeds: [0, 0, 1] }],
    } as Scenario;
    const promise = {
      work: [0, 1],
      hours: [
        { from: 0, to: 600 },
        { from: 5400, to: 7200 },
      ],
    } as ServicePromise;
    expect(promiseScope(scenario, layout, promise)).toMatchObject({ groups: [0, 1], intervals: [0, 3] });
  });
});
