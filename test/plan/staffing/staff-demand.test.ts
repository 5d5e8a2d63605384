import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerWithin,
  clock,
  exponential,
  group,
  poisson,
  scenario,
  workType,
} from '../../../bench/scenario-builder.ts';
import { erlangA } from '../../../src/math/erlang-a.ts';
import { exactDay } from '../../../src/math/exact-day.ts';
import { lagged } from '../../../src/math/lagged.ts';
import { modifiedOfferedLoad } from '../../../src/math/modified-offered-load.ts';
import { offeredLoadAt } from '../../../src/math/offered-load.ts';
import { stepCurve } from '../../../src/math/rate-curve.ts';
import { fractionalAgents, requiredAgents, type StaffingTarget } from '../../../src/math/required-agents.ts';
import { erlangBeside } from '../../../src/plan/erlang-beside.ts';
import { type DemandInterval, type StaffingDemand, scenarioDemand } from '../../../src/plan/staffing/demand.ts';
import { intervalLoads } from '../../../src/plan/staffing/interval-loads.ts';
import { type StaffingSetting, staffDemand } from '../../../src/plan/staffing/staff-demand.ts';
import { staffingPlanSchema } from '../../../src/plan/staffing/staffing-plan.ts';
import { evenly } from '../../evenly.ts';

const ninetyInTen: StaffingTarget = {
  measure: 'serviceLevel',
  variant: 'offered',
  answerWithinSeconds: 10,
  atLeast: 0.9,
};

function interval(i: number, offered: number, more: Partial<DemandInterval> = {}): DemandInterval {
  return {
    day: 0,
    label: `${`${8 + Math.floor(i / 2)}`.padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`,
    from: 28_800 + i * 1800,
    to: 28_800 + (i + 1) * 1800,
    offered,
    ahtSeconds: 300,
    ringSeconds: 0,
    patienceSeconds: 120,
    agents: null,
    rostered: null,
    ...more,
  };
}

const volumes = [40, 90, 150, 130, 20, 0];
const day = (more: Partial<DemandInterval> = {}): StaffingDemand => ({
  days: [{ label: '', start: 0 }],
  queues: [{ name: 'calls', targets: [], intervals: volumes.map((offered, i) => interval(i, offered, more)) }],
});
const setting: StaffingSetting = {
  name: 'day',
  version: '1.0.0',
  method: 'modified-offered-load',
  targets: [ninetyInTen],
  shrinkage: 0,
  fteHours: 8,
  handleCv: 1,
  exact: false,
};

describe('intervalLoads', () => {
  it('intervalLoads is what lagged and modifiedOfferedLoad say of a whole day, however long', () => {
    const intervals = Array.from({ length: 150 }, (_, i) => interval(i, 50 + 40 * Math.sin(i / 7)));
    const intervalStarts = [...intervals.map(({ from }) => from), intervals[149].to];
    const arrivalRate = stepCurve(
      intervalStarts,
      intervals.map(({ offered }) => offered / 1800),
    );
    for (const cv of [0, 1, 1.4]) {
      const handleTime =
        cv === 0
          ? ({ kind: 'deterministic', seconds: 300 } as const)
          : cv === 1
            ? ({ kind: 'exponential', meanSeconds: 300 } as const)
            : ({ kind: 'log-normal', meanSeconds: 300, cv } as const);
      const expected = modifiedOfferedLoad({ arrivalRate, intervalStarts, handleTime });
      const late = lagged({ arrivalRate, intervalStarts, meanHandleSeconds: 300 });
      intervalLoads(intervals, cv).forEach((load, i) => {
        expect(load.modified).toBeCloseTo(expected[i].offeredLoad, 6);
        expect(load.lagged).toBeCloseTo(late[i].offeredLoad, 9);
      });
    }
  });

  it('intervalLoads adds up contacts of different handle times, and lets work outlast a gap', () => {
    const intervals = [interval(0, 60, { ahtSeconds: 600 }), interval(1, 0, { ahtSeconds: 100 }), interval(3, 0)];
    const early = stepCurve([28_800, 30_600], [60 / 1800]);
    // Nobody arrives later: what is left of the first interval's contacts, by Simpson's rule over each interval.
    intervalLoads(intervals, 1).forEach(({ modified }, i) => {
      const { from } = intervals[i];
      const at = (x: number) => offeredLoadAt(early, { kind: 'exponential', meanSeconds: 600 }, from + x);
      const steps = 200;
      let sum = at(0) + at(1800);
      for (let k = 1; k < steps; k++) sum += (k % 2 === 0 ? 2 : 4) * at((k * 1800) / steps);
      expect(modified).toBeCloseTo(sum / (3 * steps), 6);
    });
  });
});

describe('staffDemand', () => {
  it('staffDemand asks every interval as a steady queue with the load of each method', () => {
    const { intervals } = staffDemand(day(), setting).queues[0];
    intervals.forEach(({ load, required, fractional }, i) => {
      expect(load.stationary).toBeCloseTo((volumes[i] * 300) / 1800, 12);
      const ask = (erlangs: number, meanPatienceSeconds: number) =>
        ({ arrivalRate: erlangs / 300, meanHandleSeconds: 300, meanPatienceSeconds, targets: [ninetyInTen] }) as const;
      expect(required).toEqual({
        'erlang-c': requiredAgents(ask(load.stationary, Infinity)),
        'erlang-a': requiredAgents(ask(load.stationary, 120)),
        lagged: requiredAgents(ask(load.lagged, 120)),
        'modified-offered-load': requiredAgents(ask(load.modified, 120)),
      });
      expect(fractional['erlang-a']).toBe(fractionalAgents(ask(load.stationary, 120)));
    });
    // Nobody arrives in the last interval, but work is left over.
    expect(intervals[5].required).toMatchObject({ 'erlang-c': 0, 'erlang-a': 0 });
    expect(intervals[5].required['modified-offered-load']).toBeGreaterThan(0);
  });

  it('staffDemand keeps fractions of agents until shrinkage is in, and rounds up once', () => {
    const { intervals, total } = staffDemand(day(), { ...setting, shrinkage: 0.3 }).queues[0];
    for (const { fractional, scheduled } of intervals) {
      expect(scheduled).toBe(Math.ceil((fractional['modified-offered-load'] / 0.7) * (1 - 1e-9)));
    }
    // Rounding agents first would roster more.
    const twice = intervals.reduce((sum, { required }) => sum + Math.ceil(required['modified-offered-load'] / 0.7), 0);
    expect(total.scheduledHours).toBeLessThan(twice / 2);
    expect(total.scheduledHours).toBe(intervals.reduce((sum, { scheduled }) => sum + scheduled, 0) / 2);
    expect(total.fullTimeEquivalents).toBe(total.scheduledHours / 8);
  });

  it('staffDemand answers the reverse question: with the agents required all is kept, with one fewer nothing is', () => {
    const needed = staffDemand(day(), setting).queues[0].intervals.map(
      ({ required }) => required['modified-offered-load'],
    );
    const withAgents = (change: number): StaffingDemand => ({
      ...day(),
      queues: [
        {
          name: 'calls',
          targets: [],
          intervals: volumes.map((offered, i) => interval(i, offered, { agents: Math.max(0, needed[i] + change) })),
        },
      ],
    });
    const [enough, short] = [0, -1].map((change) => staffDemand(withAgents(change), setting).queues[0]);
    expect(enough.total.broken).toBe(0);
    expect(short.total.broken).toBe(5);
    for (const [i, { service, offered }] of short.intervals.entries()) {
      expect(service.missing).toBe(1);
      if (offered > 0) expect(service.carriedOffered).toBeLessThan(volumes[i]);
      if (offered > 0) expect(service.carriedAhtSeconds).toBeLessThan(300);
    }
    enough.intervals.forEach(({ service }, i) => {
      if (volumes[i] > 0) expect(service.carriedOffered).toBeGreaterThanOrEqual(volumes[i]);
    });
  });

  it('staffDemand takes shrinkage from a roster, and not from agents on calls', () => {
    const agents = (more: Partial<DemandInterval>) =>
      staffDemand(day(more), { ...setting, shrinkage: 0.2 }).queues[0].intervals.map(({ service }) => service.agents);
    expect(agents({ rostered: 30 })).toEqual(volumes.map(() => 24));
    expect(agents({ agents: 30 })).toEqual(volumes.map(() => 30));
  });

  it('staffDemand calls an endless queue an answer: overload is said, waits are null, shares are 0', () => {
    const { intervals, total } = staffDemand(day({ agents: 10, patienceSeconds: Infinity }), {
      ...setting,
      method: 'erlang-c',
    }).queues[0];
    expect(intervals.map(({ service }) => service.overload)).toEqual([false, true, true, true, false, false]);
    expect(intervals[1].service).toMatchObject({
      serviceLevel: 0,
      asaSeconds: null,
      meanQueue: null,
      occupancy: 1,
      keeps: false,
    });
    expect(total.service.asaSeconds).toBeNull();
    expect(total.service.serviceLevel).toBeLessThan(0.5);
  });

  it('staffDemand with exact carries the queue over as exactDay does, by every definition', () => {
    const demand = day({ agents: 22 });
    const starts = [...demand.queues[0].intervals.map(({ from }) => from), 39_600];
    const whole = exactDay({
      arrivalRate: stepCurve(
        starts,
        volumes.map((offered) => offered / 1800),
      ),
      intervalStarts: starts,
      agents: volumes.map(() => 22),
      meanHandleSeconds: 300,
      meanPatienceSeconds: 120,
      answerWithinSeconds: 10,
    });
    const { offered, answered, answeredWithin, abandonedWithin, virtuallyWithin } = whole.total;
    const expected = {
      offered: answeredWithin / offered,
      answered: answeredWithin / answered,
      abandonsMet: (answeredWithin + abandonedWithin) / offered,
      shortAbandonsExcluded: answeredWithin / (offered - abandonedWithin),
      virtual: virtuallyWithin / offered,
    };
    for (const [variant, level] of Object.entries(expected)) {
      const targets = [{ ...ninetyInTen, variant: variant as keyof typeof expected }];
      const { total, intervals } = staffDemand(demand, { ...setting, exact: true, targets }).queues[0];
      expect(total.exact?.serviceLevel).toBeCloseTo(level, 12);
      expect(intervals[2].exact?.queueAtEnd).toBe(whole.intervals[2].queueAtEnd);
    }
    const soon: StaffingTarget = { ...ninetyInTen, variant: 'veryShortAbandonsMet', shortAbandonSeconds: 10 };
    const { total } = staffDemand(demand, { ...setting, exact: true, targets: [soon] }).queues[0];
    expect(total.exact?.serviceLevel).toBeCloseTo(expected.abandonsMet, 12);
    const changing = staffDemand(
      { ...demand, queues: [{ ...demand.queues[0], intervals: [interval(0, 5), interval(1, 5, { ahtSeconds: 60 })] }] },
      { ...setting, exact: true },
    );
    expect(changing.queues[0].total.exact).toBeNull();
  });

  it('staffDemand gives the range of a forecast that is wrong, and how likely the day holds', () => {
    const plan = (agents: number | null) =>
      staffDemand(day({ agents }), { ...setting, uncertainty: { volume: 0.05, handleTime: 0.03 } }).queues[0];
    for (const { required, range } of plan(null).intervals) {
      expect(range?.fewest).toBeLessThanOrEqual(required['modified-offered-load']);
      expect(range?.most).toBeGreaterThanOrEqual(required['modified-offered-load']);
    }
    expect(plan(200).total.confidence).toBeCloseTo(1, 9);
    expect(plan(2).total.confidence).toBeCloseTo(0, 9);
  });

  it('staffDemand sums service as ratios of sums over the intervals', () => {
    const { total, intervals } = staffDemand(day({ agents: 24 }), { ...setting, method: 'erlang-a' }).queues[0];
    const measures = volumes.map((offered) =>
      erlangA({
        arrivalRate: offered / 1800,
        meanHandleSeconds: 300,
        meanPatienceSeconds: 120,
        agents: 24,
        answerWithinSeconds: 10,
      }),
    );
    const all = volumes.reduce((sum, offered) => sum + offered, 0);
    const met = volumes.reduce((sum, offered, i) => sum + offered * measures[i].serviceLevel.offered, 0);
    expect(total.service.serviceLevel).toBeCloseTo(met / all, 12);
    const answered = volumes.reduce((sum, offered, i) => sum + offered * (1 - measures[i].abandonment), 0);
    const wait = volumes.reduce(
      (sum, offered, i) => sum + offered * (1 - measures[i].abandonment) * measures[i].asa,
      0,
    );
    expect(total.service.asaSeconds).toBeCloseTo(wait / answered, 9);
    expect(intervals[5].service.serviceLevel).toBeNull();
  });

  it('staffDemand keeps its schema, free of NaN and infinities, for any demand', () => {
    const check = new Ajv2020({ strict: false }).compile(staffingPlanSchema);
    const anyInterval = fc.record({
      offered: fc.oneof(fc.constant(0), evenly(1e-9, 3000)),
      ahtSeconds: fc.double({ min: 0.5, max: 5000, noNaN: true }),
      patienceSeconds: fc.oneof(fc.constant(Infinity), fc.double({ min: 0.5, max: 1e6, noNaN: true })),
      agents: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 300 })),
    });
    const anyTargets = fc.constantFrom<StaffingTarget[]>(
      [ninetyInTen],
      [{ measure: 'asa', atMostSeconds: 20 }],
      [
        { measure: 'abandonment', atMost: 0.03 },
        { measure: 'occupancy', atMost: 0.85 },
      ],
      [{ measure: 'waitProbability', atMost: 0.2 }],
    );
    fc.assert(
      fc.property(fc.array(anyInterval, { minLength: 1, maxLength: 4 }), anyTargets, (rows, targets) => {
        const intervals = rows.map((row, i) => interval(i, row.offered, row));
        const plan = staffDemand(
          { days: [{ label: 'a day', start: 0 }], queues: [{ name: 'calls', targets: [], intervals }] },
          { ...setting, targets, shrinkage: 0.25 },
        );
        expect(check(plan), JSON.stringify(check.errors)).toBe(true);
        expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe('scenarioDemand', () => {
  const centre = scenario({
    clock: clock(3600, 1800),
    work: [
      workType('call', 3600, {
        arrivals: poisson(stepCurve([0, 1800, 3600], [0.04, 0.06])),
        talk: exponential(180),
        ring: exponential(2),
        patience: exponential(90),
      }),
    ],
    groups: [group('agents', 12)],
    promises: answerWithin(20),
  });

  it('scenarioDemand staffs a scenario with its own promises, rings and agents, as the report does beside the simulation', () => {
    const demand = scenarioDemand(centre);
    const { intervals, targets, total } = staffDemand(demand, { ...setting, method: 'erlang-a' }).queues[0];
    const beside = erlangBeside(centre).work[0].intervals;
    expect(intervals.map(({ required }) => required['erlang-a'])).toEqual(
      beside.map(({ required }) => required.erlangA),
    );
    expect(intervals.map(({ required }) => required['erlang-c'])).toEqual(
      beside.map(({ required }) => required.erlangC),
    );
    intervals.forEach(({ service, ahtSeconds }, i) => {
      expect(ahtSeconds).toBe(182);
      expect(service.agents).toBe(beside[i].scheduled);
      expect(service.serviceLevel).toBeCloseTo(beside[i].predicted.erlangA.serviceLevel ?? -1, 12);
      expect(service.asaSeconds).toBeCloseTo(beside[i].predicted.erlangA.asa ?? -1, 9);
    });
    expect(targets[0]).toMatchObject({ measure: 'serviceLevel', answerWithinSeconds: 20 });
    expect(total.offered).toBeGreaterThan(0);
  });
});
