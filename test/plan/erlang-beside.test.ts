import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import { erlangA } from '../../src/math/erlang-a.ts';
import { erlangB } from '../../src/math/erlang-b.ts';
import { erlangCMeasures } from '../../src/math/erlang-c.ts';
import { requiredAgents } from '../../src/math/required-agents.ts';
import { erlangBeside } from '../../src/plan/erlang-beside.ts';
import { paidHours, scheduledHours, scheduledWhileOpen } from '../../src/plan/interval-demand.ts';
import type { Duration, Scenario, ServicePromise, WorkType } from '../../src/scenario/scenario.ts';

const exponential = (mean: number): Duration => ({
  steps: [{ from: 0, kind: 'exponential', parameters: [mean], mean, cv: 1 }],
});
const fixed = (mean: number): Duration => ({ steps: [{ from: 0, kind: 'fixed', parameters: [mean], mean, cv: 0 }] });
const never = { fraction: 0, after: fixed(0), maxAttempts: 1 };
const noRedial = { ...never, keepsPatience: false, keepsMatter: true, keepsWaitClock: false };

/** Calls at a constant rate over two half-hours, handled in 120 + 60 s, patience 90 s. */
function work(perHour: number, changes: Partial<WorkType> = {}): WorkType {
  return {
    name: 'inquiry',
    channel: 'voice',
    hours: [{ from: 0, to: 3600 }],
    arrivals: {
      process: 'poisson',
      curve: { segments: [{ from: 0, to: 3600, terms: [{ c: perHour / 3600, n: 0, k: 0 }] }] },
      busyness: { cv: 0, intervalCorrelation: 1 },
    },
    selfService: { completed: 0, seconds: fixed(0) },
    linePool: -1,
    waitingRoom: Infinity,
    balking: 0,
    priority: 0,
    ring: fixed(0),
    talk: exponential(120),
    hold: fixed(0),
    wrapUp: exponential(60),
    patience: exponential(90),
    handlingByGroup: [],
    redial: { abandoned: noRedial, blocked: noRedial, balked: noRedial },
    closing: 'serve',
    ...changes,
  };
}

function promise(changes: Partial<ServicePromise> = {}): ServicePromise {
  return {
    id: 'hotline.answer',
    measure: 'answered-within',
    variant: 'offered',
    answerWithin: 20,
    shortAbandon: 5,
    target: 0.8,
    sense: 'at-least',
    scope: 'day',
    work: [0],
    hours: [{ from: 0, to: 3600 }],
    dayShare: 0.95,
    ...changes,
  };
}

function scenario(
  types: WorkType[],
  groups: { speeds: number[]; agents: number }[],
  changes: Partial<Scenario> = {},
): Scenario {
  return {
    name: 'desk',
    summary: '',
    hash: '',
    clock: {
      startDate: '2026-03-02',
      timeZone: 'Asia/Shanghai',
      intervalSeconds: 1800,
      days: [{ date: '2026-03-02', weekday: 1, start: 0, end: 3600 }],
      horizonSeconds: 3600,
      intervalStarts: [0, 1800, 3600],
      intervalLabels: ['00:00', '00:30'],
    },
    busyness: { cv: 0, intervalCorrelation: 1 },
    work: types,
    linePools: [],
    groups: groups.map(({ speeds, agents }, i) => ({
      name: `group ${i}`,
      speeds,
      staff: { source: 'head-counts', steps: [{ from: 0, agents }], leaving: 'pooled' },
    })),
    routing: {
      kind: 'longest-wait',
      queues: [],
      groups: types.map(() => groups.map((_, group) => ({ group, afterSeconds: 0 }))),
      agentChoice: 'longest-idle',
    },
    shocks: [],
    promises: [promise()],
    precision: { confidence: 0.95, minRuns: 100, maxRuns: 1000 },
    shifts: null,
    labourRules: [],
    uncertainty: [],
    plugins: [],
    ...changes,
  };
}

describe('erlangBeside', () => {
  it('erlangBeside gives the formulas the demand, the handle time and the roster of each interval', () => {
    const [{ intervals, promise: asked }] = erlangBeside(scenario([work(240)], [{ speeds: [1], agents: 14 }])).work;
    const queue = { arrivalRate: 240 / 3600, meanHandleSeconds: 180, agents: 14, answerWithinSeconds: 20 };
    const c = erlangCMeasures(queue);
    const a = erlangA({ ...queue, meanPatienceSeconds: 90, shortAbandonSeconds: 5 });
    const target = { measure: 'serviceLevel', variant: 'offered', answerWithinSeconds: 20, atLeast: 0.8 } as const;
    expect(asked).toBe(0);
    expect(intervals).toHaveLength(2);
    for (const interval of intervals) {
      expect(interval.offered).toBeCloseTo(120, 10);
      expect(interval.offeredLoad).toBeCloseTo(12, 10);
      expect(interval.scheduled).toBeCloseTo(14, 10);
      expect(interval.predicted.erlangB.blocked).toBeCloseTo(erlangB(12, 14), 10);
      expect(interval.predicted.erlangC.serviceLevel).toBeCloseTo(c.serviceLevel.offered, 10);
      expect(interval.predicted.erlangC.asa).toBeCloseTo(c.asa, 8);
      expect(interval.predicted.erlangA.serviceLevel).toBeCloseTo(a.serviceLevel.offered, 10);
      expect(interval.predicted.erlangA.abandoned).toBeCloseTo(a.abandonment, 10);
      expect(interval.predicted.erlangA.occupancy).toBeCloseTo(a.occupancy, 10);
      expect(interval.required).toEqual({
        erlangC: requiredAgents({ ...queue, meanPatienceSeconds: Infinity, targets: [target] }),
        erlangA: requiredAgents({ ...queue, meanPatienceSeconds: 90, targets: [target] }),
      });
    }
  });

  it('erlangBeside requires agents for a connection rate too, alone or beside the time to answer', () => {
    const connected = promise({ measure: 'connection-rate', variant: 'per-attempt', target: 0.99 });
    const beside = (...promises: ServicePromise[]) =>
      erlangBeside(scenario([work(240)], [{ speeds: [1], agents: 14 }], { promises })).work[0];
    const queue = { arrivalRate: 240 / 3600, meanHandleSeconds: 180, meanPatienceSeconds: 90 };
    const fewest = requiredAgents({ ...queue, targets: [{ measure: 'abandonment', atMost: 0.01 }] });

    const alone = beside(connected);
    expect(alone.promise).toBe(-1);
    expect(alone.intervals[0].predicted.erlangA.serviceLevel).toBe(null);
    // Under Erlang C nobody leaves: it needs no more than a stable queue, 13 agents for 12 Erlangs.
    expect(alone.intervals[0].required).toEqual({ erlangC: 13, erlangA: fewest });
    expect(alone.total.requiredHours.erlangA).toBe(fewest);

    const answered = beside(promise()).intervals[0].required.erlangA ?? 0;
    expect(answered).toBeLessThan(fewest);
    expect(beside(promise(), connected).intervals[0].required.erlangA).toBe(fewest);
    expect(beside(promise(), { ...connected, target: 0.5 }).intervals[0].required.erlangA).toBe(answered);
  });

  it.each([
    { hours: [{ from: 0, to: 1800 }], required: [15, null] },
    { variant: 'per-caller', required: [null, null] },
    { target: 1, required: [null, null] },
    { sense: 'at-most' as const, required: [null, null] },
    { work: [], required: [null, null] },
  ])(
    'erlangBeside requires nobody for a connection rate that it cannot size, or not then: %j',
    ({ required, ...changes }) => {
      const connected = promise({ measure: 'connection-rate', variant: 'per-attempt', target: 0.95, ...changes });
      const found = erlangBeside(scenario([work(240)], [{ speeds: [1], agents: 14 }], { promises: [connected] }));
      const [{ intervals, total }] = found.work;
      expect(intervals.map((interval) => interval.required.erlangA)).toEqual(required);
      expect(total.requiredHours.erlangA).toBe(required[0] === null ? null : required[0] / 2);
    },
  );

  it('erlangBeside counts the ring as part of the wait and of the time that a contact holds an agent', () => {
    const [{ intervals }] = erlangBeside(scenario([work(240, { ring: fixed(3) })], [{ speeds: [1], agents: 14 }])).work;
    const c = erlangCMeasures({ arrivalRate: 240 / 3600, meanHandleSeconds: 183, agents: 14, answerWithinSeconds: 17 });
    expect(intervals[0].handleSeconds).toBeCloseTo(180, 10);
    expect(intervals[0].predicted.erlangC.serviceLevel).toBeCloseTo(c.serviceLevel.offered, 10);
    expect(intervals[0].predicted.erlangC.asa).toBeCloseTo(c.asa + 3, 8);
  });

  it('erlangBeside says overload in words, never as an exception or a number that JSON cannot hold', () => {
    const beside = erlangBeside(scenario([work(240)], [{ speeds: [1], agents: 11 }]));
    const { predicted } = beside.work[0].intervals[0];
    expect(predicted.erlangC).toEqual({ serviceLevel: 0, abandoned: 0, asa: null, occupancy: 1, overload: true });
    expect(predicted.erlangA.overload).toBe(false);
    expect(JSON.parse(JSON.stringify(beside))).toEqual(beside);
  });

  it('erlangBeside without anybody on queue answers nobody', () => {
    const [{ intervals }] = erlangBeside(scenario([work(240)], [{ speeds: [1], agents: 0 }])).work;
    expect(intervals[0].predicted.erlangA).toMatchObject({ serviceLevel: 0, abandoned: 1, asa: null });
    expect(intervals[0].predicted.erlangB.blocked).toBe(1);
    expect(intervals[0].handleSeconds).toBeCloseTo(180, 10);
  });

  it('erlangBeside has nothing to judge where nothing is offered, and requires nobody', () => {
    const [{ intervals, total }] = erlangBeside(scenario([work(0)], [{ speeds: [1], agents: 4 }])).work;
    expect(intervals[0].required).toEqual({ erlangC: 0, erlangA: 0 });
    expect(intervals[0].predicted.erlangC).toEqual({
      serviceLevel: null,
      abandoned: 0,
      asa: null,
      occupancy: 0,
      overload: false,
    });
    expect(total.serviceLevel).toEqual({ erlangC: null, erlangA: null });
  });

  it('erlangBeside sets the hours scheduled beside those required in the same intervals', () => {
    const people = [{ speeds: [1], agents: 14 }];
    const second = promise({ hours: [{ from: 1800, to: 3600 }] });
    const [{ intervals, total }] = erlangBeside(scenario([work(240)], people, { promises: [second] })).work;
    expect(total.requiredHours.erlangA).toBe((intervals[1].required.erlangA ?? 0) / 2);
    expect(total.scheduledHours).toBe(7);
    // Without a promise nobody is required: people count where there is something to do.
    expect(erlangBeside(scenario([work(240)], people, { promises: [] })).work[0].total.scheduledHours).toBe(14);
    expect(erlangBeside(scenario([work(0)], people, { promises: [] })).work[0].total.scheduledHours).toBe(0);
  });

  it('erlangBeside leaves out those whom self-service helps and those who come outside the hours', () => {
    const type = work(240, { selfService: { completed: 0.25, seconds: fixed(30) }, hours: [{ from: 900, to: 3600 }] });
    const [{ intervals, total }] = erlangBeside(scenario([type], [{ speeds: [1], agents: 14 }])).work;
    expect(intervals.map(({ offered }) => offered)).toEqual([expect.closeTo(45, 10), expect.closeTo(90, 10)]);
    // Only the open quarter of an hour counts: 60 calls of 180 s in it are 9 Erlangs, as later.
    expect(intervals.map(({ offeredLoad }) => offeredLoad)).toEqual([expect.closeTo(9, 10), expect.closeTo(9, 10)]);
    expect(total.scheduledHours).toBeCloseTo(14 * 0.75, 10);
  });

  it('erlangBeside spreads recorded counts evenly over their spans', () => {
    const type = work(0, {
      arrivals: {
        process: 'recorded',
        spans: [
          { from: 0, to: 1200 },
          { from: 1200, to: 2400 },
        ],
        counts: [30, 60],
      },
    });
    const [{ intervals, differences }] = erlangBeside(scenario([type], [{ speeds: [1], agents: 14 }])).work;
    expect(intervals.map(({ offered }) => offered)).toEqual([expect.closeTo(60, 10), expect.closeTo(30, 10)]);
    expect(differences).toContain('recorded-counts');
  });

  it('erlangBeside counts people of several skills once and at their own speed', () => {
    const types = [work(240), work(80)];
    const groups = [
      { speeds: [1, 0], agents: 6 },
      { speeds: [0.5, 0.5], agents: 12 },
    ];
    const beside = erlangBeside(scenario(types, groups)).work;
    const total = beside.reduce((sum, { intervals }) => sum + intervals[0].scheduled, 0);
    expect(total).toBeCloseTo(18, 8);
    // Only the second group does the second work, at half speed.
    expect(beside[1].intervals[0].handleSeconds).toBeCloseTo(360, 8);
    expect(beside[0].intervals[0].handleSeconds).toBeGreaterThan(180);
    expect(beside[0].intervals[0].handleSeconds).toBeLessThan(360);
    expect(beside[0].differences).toContain('shared-agents');
    expect(beside[1].promise).toBe(-1);
    expect(beside[1].intervals[0].required).toEqual({ erlangC: null, erlangA: null });
  });

  it('erlangBeside counts nobody for work that the routing keeps from them', () => {
    const desk = scenario(
      [work(240), work(80)],
      [
        { speeds: [1, 1], agents: 14 },
        { speeds: [1, 1], agents: 5 },
      ],
    );
    desk.routing.groups = [[{ group: 0, afterSeconds: 0 }], [{ group: 1, afterSeconds: 0 }]];
    const scheduled = erlangBeside(desk).work.map(({ intervals }) => intervals[0].scheduled);
    expect(scheduled).toEqual([expect.closeTo(14, 8), expect.closeTo(5, 8)]);
  });

  it('erlangBeside takes slower handling for the part of an interval that it lasts', () => {
    const shock = { kind: 'slower', name: 'CRM', why: '', from: 0, to: 900, touches: [], slowdown: 3, slows: [0] };
    const [{ intervals }] = erlangBeside(
      scenario([work(240)], [{ speeds: [1], agents: 30 }], { shocks: [shock] }),
    ).work;
    expect(intervals.map(({ handleSeconds }) => handleSeconds)).toEqual([
      expect.closeTo(360, 8),
      expect.closeTo(180, 8),
    ]);
  });

  it('erlangBeside weighs the intervals of a definition by what it counts', () => {
    const uneven = work(240);
    const curve = {
      segments: [
        {
          from: 0,
          to: 3600,
          terms: [
            { c: 0.05, n: 0, k: 0 },
            { c: 0.00002, n: 1, k: 0 },
          ],
        },
      ],
    };
    uneven.arrivals = { process: 'poisson', curve, busyness: { cv: 0, intervalCorrelation: 1 } };
    const [{ intervals, total }] = erlangBeside(
      scenario([uneven], [{ speeds: [1], agents: 14 }], { promises: [promise({ variant: 'answered' })] }),
    ).work;
    const answered = intervals.map(({ offered, predicted }) => offered * (1 - predicted.erlangA.abandoned));
    const met = intervals.reduce(
      (sum, { predicted }, i) => sum + answered[i] * (predicted.erlangA.serviceLevel ?? 0),
      0,
    );
    expect(total.serviceLevel.erlangA).toBeCloseTo(met / (answered[0] + answered[1]), 10);
    expect(total.requiredHours.erlangA).toBe(
      intervals.reduce((sum, { required }) => sum + (required.erlangA ?? 0) * 0.5, 0),
    );
  });

  it('erlangBeside says that no number of agents keeps a promise that the ring alone breaks', () => {
    const type = work(240, { ring: fixed(25) });
    const [{ intervals, total }] = erlangBeside(scenario([type], [{ speeds: [1], agents: 40 }])).work;
    expect(intervals[0].required).toEqual({ erlangC: null, erlangA: null });
    expect(intervals[0].predicted.erlangA.serviceLevel).toBe(0);
    expect(total.requiredHours).toEqual({ erlangC: null, erlangA: null });
  });

  it('erlangBeside asks for the strictest of several answered-within promises', () => {
    const promises = [
      promise({ target: 0.7 }),
      promise({ target: 0.9, answerWithin: 10 }),
      promise({ measure: 'asa' }),
    ];
    expect(erlangBeside(scenario([work(240)], [{ speeds: [1], agents: 14 }], { promises })).work[0].promise).toBe(1);
  });
});

describe('scheduledHours', () => {
  it.each([
    ['two-skills', 23 * 9],
    ['hello', 10 * 12],
    ['night-shift', 132],
  ])('are those beside the formulas, over all work: %s', async (name, known) => {
    const { scenario } = await loadScenario(`scenarios/${name}.yaml`, 'en');
    const hours = scheduledHours(scenario);
    const beside = erlangBeside(scenario).work.map(({ total }) => total.scheduledHours);
    expect(hours).toBeCloseTo(
      beside.reduce((sum, one) => sum + one, 0),
      6,
    );
    expect(hours).toBeCloseTo(known, 6);
  });

  it('counts those too whose work only comes of other work: twenty in the back office, on four days', async () => {
    const { scenario } = await loadScenario('scenarios/ticket-monday.yaml', 'en');
    const without = { ...scenario, groups: scenario.groups.slice(0, 1) };
    expect(scheduledHours(scenario) - scheduledHours(without)).toBeCloseTo(20 * 9 * 4, 6);
  });

  it('are the sum over the groups, while what may come to each is open; what head-counts are paid for is no more', async () => {
    const { scenario } = await loadScenario('scenarios/two-skills.yaml', 'en');
    const hours = scenario.groups.map(
      (_, group) => scheduledWhileOpen(scenario, group).reduce((a, b) => a + b, 0) / 3600,
    );
    expect(hours).toEqual([14 * 9, 5 * 9, 4 * 9]);
    expect(scenario.groups.map((_, group) => paidHours(scenario, group))).toEqual(hours);
  });
});

describe('paidHours', () => {
  it('are the shifts of named people as far as the clock goes, those parts too in which nothing is open', async () => {
    const { scenario } = await loadScenario('scenarios/night-shift.yaml', 'en');
    scenario.groups.forEach(({ staff }, group) => {
      if (staff.source !== 'named') throw new Error('the night shift has names');
      const shifts = staff.agents.flatMap(({ paid }) => paid);
      const closed = { ...scenario, work: scenario.work.map((work) => ({ ...work, hours: [] })) };
      const end = scenario.clock.horizonSeconds;
      const seconds = shifts.reduce((sum, { from, to }) => sum + Math.min(to, end) - Math.min(from, end), 0);
      expect(paidHours(closed, group)).toBe(seconds / 3600);
      expect(scheduledWhileOpen(closed, group).every((seconds) => seconds === 0)).toBe(true);
    });
  });
});
