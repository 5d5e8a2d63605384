/**
 * A made-up Monday for the tests of the report: two types of contact, two groups, a launch at ten and lines that fail at
 * three. The figures are drawn, not simulated: what matters here is their shape, with all that a report can have.
 */
import type { Outcome } from '../../src/experiment/outcome.ts';
import { judge } from '../../src/judge/judge.ts';
import { Ledger } from '../../src/judge/ledger.ts';
import type { ErlangBeside } from '../../src/plan/erlang-figures.ts';
import type { Duration, Scenario, WorkType } from '../../src/scenario/scenario.ts';
import {
  type ContactColumn,
  contactOffset,
  emptyRun,
  groupOffset,
  histogramOffset,
  layoutRun,
  queueOffset,
  type RunRecord,
  thresholdOffset,
} from '../../src/sim/run.ts';

const hour = 3600;
const step = 1800;

function lasting(mean: number, cv = 1): Duration {
  return { steps: [{ from: 0, kind: cv === 0 ? 'fixed' : 'exponential', parameters: [mean], mean, cv }] };
}

function workType(name: string, talk: number, days: number): WorkType {
  const redial = {
    fraction: 0.6,
    after: lasting(180),
    maxAttempts: 5,
    keepsPatience: false,
    keepsMatter: true,
    keepsWaitClock: false,
  };
  return {
    name,
    channel: 'voice',
    hours: Array.from({ length: days }, (_, day) => ({ from: (day * 24 + 8) * hour, to: (day * 24 + 22) * hour })),
    arrivals: { process: 'poisson', curve: { segments: [] }, busyness: { cv: 0, intervalCorrelation: 1 } },
    selfService: { completed: 0.35, seconds: lasting(55, 0.8) },
    linePool: -1,
    waitingRoom: Number.POSITIVE_INFINITY,
    balking: 0,
    priority: 0,
    ring: lasting(3, 0),
    talk: lasting(talk, 1.1),
    hold: lasting(0, 0),
    wrapUp: lasting(35),
    patience: lasting(150, 1.26),
    handlingByGroup: [],
    redial: { abandoned: redial, blocked: { ...redial, fraction: 0 }, balked: { ...redial, fraction: 0 } },
    closing: 'serve',
  };
}

/** The scenario; `days` of it, and other names where a test needs them. */
export function exampleScenario(days = 1): Scenario {
  const intervals = days * 48;
  const steps = (group: number) =>
    Array.from({ length: intervals }, (_, i) => ({ from: i * step, agents: agentsAt(group, i) }));
  return {
    name: 'launch-monday',
    summary: 'A provincial hotline on the Monday of a 5G tariff launch',
    hash: '9f2c4be0d1a7635f8e90b1c2d3e4f5a6978877665544332211ffeeddccbbaa00',
    clock: {
      startDate: '2026-03-02',
      timeZone: 'Asia/Shanghai',
      intervalSeconds: step,
      days: Array.from({ length: days }, (_, i) => ({
        date: `2026-03-${`${2 + i}`.padStart(2, '0')}`,
        weekday: (i % 7) + 1,
        start: i * 24 * hour,
        end: (i + 1) * 24 * hour,
      })),
      horizonSeconds: days * 24 * hour,
      intervalStarts: Array.from({ length: intervals + 1 }, (_, i) => i * step),
      intervalLabels: Array.from(
        { length: intervals },
        (_, i) => `${`${Math.floor(i / 2) % 24}`.padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`,
      ),
    },
    busyness: { cv: 0.08, intervalCorrelation: 1 },
    work: [workType('inquiry', 190, days), workType('complaint', 320, days)],
    linePools: [],
    groups: [
      { name: 'tariff', speeds: [1, 0], staff: { source: 'head-counts', steps: steps(0), leaving: 'pooled' } },
      { name: 'senior', speeds: [0.9, 1], staff: { source: 'head-counts', steps: steps(1), leaving: 'pooled' } },
    ],
    routing: {
      kind: 'skill-order',
      queues: [],
      groups: [[0, 1], [1]].map((order) => order.map((group) => ({ group, afterSeconds: 0 }))),
      agentChoice: 'longest-idle',
    },
    shocks: [
      {
        kind: 'surge',
        name: 'Tariff launch',
        why: 'launch mails went out at nine',
        from: 10 * hour,
        to: 11.5 * hour,
        touches: ['inquiry'],
        slowdown: 1,
        slows: [],
      },
      {
        kind: 'agents-lost',
        name: 'Training of the senior group',
        why: '',
        from: 15 * hour,
        to: 16 * hour,
        touches: ['senior'],
        slowdown: 1,
        slows: [],
      },
    ],
    promises: (
      [
        {
          id: 'hotline.connect',
          measure: 'connection-rate',
          variant: 'per-attempt',
          answerWithin: 0,
          target: 0.9,
          sense: 'at-least',
        },
        {
          id: 'hotline.answer',
          measure: 'answered-within',
          variant: 'offered',
          answerWithin: 10,
          target: 0.9,
          sense: 'at-least',
        },
        { id: 'hotline.asa', measure: 'asa', variant: 'answered', answerWithin: 0, target: 30, sense: 'at-most' },
      ] as const
    ).map((promise) => ({
      ...promise,
      shortAbandon: 5,
      scope: 'day',
      work: promise.measure === 'asa' ? [0] : [0, 1],
      hours: Array.from({ length: days }, (_, i) => ({ from: (i * 24 + 8) * hour, to: (i * 24 + 22) * hour })),
      dayShare: 0.95,
    })),
    precision: { confidence: 0.95, minRuns: 50, maxRuns: 2000 },
    shifts: null,
    labourRules: [],
    uncertainty: [],
    plugins: [],
  };
}

/** Expected requests of a type in a half-hour, counted from midnight. */
function demandAt(type: number, interval: number): number {
  const time = (interval % 48) / 2;
  if (time < 8 || time >= 22) return 0;
  const shape = 60 + 90 * Math.exp(-(((time - 10.5) / 2.2) ** 2)) + 60 * Math.exp(-(((time - 16) / 2.5) ** 2));
  const surge = type === 0 && time >= 10 && time < 11.5 ? 2.2 : 1;
  return (type === 0 ? 1 : 0.2) * shape * surge;
}

function agentsAt(group: number, interval: number): number {
  const time = (interval % 48) / 2;
  if (time < 8 || time >= 22) return 0;
  const inDay = time < 9 ? 10 : time < 12.5 ? 27 : time < 14 ? 19 : time < 18 ? 25 : 13;
  if (group === 0) return inDay;
  return time >= 15 && time < 16 ? 3 : 7;
}

const handle = [225, 355];

/** A small generator of its own: the tests need noise, not chance. */
function noise(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What a type's half-hour comes to on a day of that busyness. */
function drawInterval(type: number, interval: number, busyness: number, uniform: () => number) {
  const expected = demandAt(type, interval) * busyness;
  const requests =
    expected === 0 ? 0 : Math.max(1, Math.round(expected + Math.sqrt(expected) * 2 * (uniform() + uniform() - 1)));
  const agents = type === 0 ? agentsAt(0, interval) + 3 : Math.max(agentsAt(1, interval) - 3, 1);
  const load = (requests * handle[type]) / step / Math.max(agents, 1);
  const answered = Math.round(requests * Math.min(1, 1 / Math.max(1, load * 0.97 + 0.02)));
  const inTime = Math.round(answered / (1 + Math.exp(13 * (load - 0.98))));
  return { requests, answered, abandoned: requests - answered, inTime, load };
}

function drawRun(scenario: Scenario, record: RunRecord, uniform: () => number): void {
  const { layout, data } = record;
  scenario.clock.days.forEach((_, day) => {
    const busyness = 1 + 0.08 * 2 * (uniform() + uniform() - 1);
    for (let interval = day * 48; interval < (day + 1) * 48; interval++) {
      scenario.work.forEach((_, type) => {
        const drawn = drawInterval(type, interval, busyness, uniform);
        const add = (column: ContactColumn, value: number) => {
          data[contactOffset(layout, type, column) + interval] += value;
        };
        const wait = 3 + Math.max(0, drawn.load - 0.7) * 160;
        const arrived = Math.round(drawn.requests / 0.65);
        add('arrived', arrived);
        add('selfServed', arrived - drawn.requests);
        add('requests', drawn.requests);
        add('answered', drawn.answered);
        add('abandoned', drawn.abandoned);
        add('redials', Math.round(drawn.abandoned * 0.5));
        add('answeredWait', drawn.answered * wait);
        add('abandonedWait', drawn.abandoned * wait * 0.8);
        add('talk', drawn.answered * (handle[type] - 35));
        add('wrapUp', drawn.answered * 35);
        add('callers', drawn.requests - Math.round(drawn.abandoned * 0.5));
        add('callersAnswered', drawn.answered);
        layout.thresholds.forEach((threshold, index) => {
          const share = Math.min(1, threshold / 10);
          data[thresholdOffset(layout, type, index, 'answeredWithin') + interval] += Math.round(drawn.inTime * share);
          data[thresholdOffset(layout, type, index, 'abandonedWithin') + interval] += Math.round(
            drawn.abandoned * 0.05 * share,
          );
        });
        data[queueOffset(layout, type, 'queueSeconds') + interval] += drawn.requests * (wait - 3);
        data[queueOffset(layout, type, 'queueMax') + interval] += Math.round(
          ((drawn.requests * (wait - 3)) / step) * 1.7 + uniform() * 2,
        );
        data[queueOffset(layout, type, 'queueAtEnd') + interval] += (drawn.requests * (wait - 3)) / step;
        const late = drawn.answered - drawn.inTime;
        for (const [bin, share] of [
          [4, 0.8],
          [6, 0.2],
        ]) {
          data[histogramOffset(layout, type, 'answered') + bin] += drawn.inTime * share;
        }
        for (const [bin, share] of [
          [8, 0.2],
          [10, 0.2],
          [13, 0.3],
          [16, 0.2],
          [20, 0.08],
          [22, 0.02],
        ]) {
          data[histogramOffset(layout, type, 'answered') + bin] += late * share;
          data[histogramOffset(layout, type, 'abandoned') + bin] += drawn.abandoned * share;
        }
      });
      scenario.groups.forEach((_, group) => {
        const agents = agentsAt(group, interval) * step;
        const load = Math.min(0.97, drawInterval(group, interval, busyness, () => 0.5).load * 0.9);
        const over = interval % 48 > 0 && agents < agentsAt(group, interval - 1) * step ? 60 * uniform() : 0;
        data[groupOffset(layout, group, 'scheduled') + interval] += agents;
        data[groupOffset(layout, group, 'loggedIn') + interval] += agents + over;
        data[groupOffset(layout, group, 'handling') + interval] += agents * load;
        data[groupOffset(layout, group, 'ringing') + interval] += agents * 0.01;
        data[groupOffset(layout, group, 'paid') + interval] += agents * 1.1;
      });
    }
  });
}

/** The outcome of `runs` made-up runs, judged like any other. */
export function exampleOutcome(scenario: Scenario, runs = 60): Outcome {
  const layout = layoutRun(2, 2, scenario.clock.intervalLabels.length, [0, 5, 10]);
  const ledger = new Ledger(scenario, layout);
  const uniform = noise(20_260_302);
  for (let run = 0; run < runs; run++) {
    const record = emptyRun(layout);
    drawRun(scenario, record, uniform);
    ledger.add(record);
  }
  return {
    version: '0.1.0',
    seed: 'monday',
    runs,
    ended: 'decided',
    judgedAfter: runs,
    total: ledger.total,
    squares: ledger.squares,
    verdicts: judge(ledger, scenario, 0.95),
    allHold: ledger.allHold.estimate(0.95),
  };
}

/** Formulas of about the right size. */
export function exampleBeside(scenario: Scenario): ErlangBeside {
  return {
    work: scenario.work.map((_, work) => {
      const intervals = scenario.clock.intervalLabels.map((_, interval) => {
        const offered = demandAt(work, interval);
        const scheduled =
          offered === 0 ? 0 : work === 0 ? agentsAt(0, interval) + 3 : Math.max(agentsAt(1, interval) - 3, 1);
        const offeredLoad = (offered * (handle[work] + 3)) / step;
        const ratio = scheduled === 0 ? 0 : offeredLoad / scheduled;
        const overload = ratio >= 1;
        const levelA = offered === 0 ? null : 1 / (1 + Math.exp(12 * (ratio - 1)));
        const levelC = offered === 0 ? null : overload ? 0 : 1 / (1 + Math.exp(16 * (ratio - 0.93)));
        return {
          offered,
          handleSeconds: handle[work],
          ringSeconds: 3,
          patienceSeconds: 150,
          offeredLoad,
          openShare: 1,
          scheduled,
          required: {
            erlangC: offered === 0 ? 0 : Math.ceil(offeredLoad + 1.9 * Math.sqrt(offeredLoad)),
            erlangA: offered === 0 ? 0 : Math.ceil(offeredLoad + 1.4 * Math.sqrt(offeredLoad)),
          },
          predicted: {
            erlangB: { blocked: Math.min(1, Math.max(0, ratio - 0.8)) },
            erlangC: {
              serviceLevel: levelC,
              abandoned: 0,
              asa: overload ? null : 3 + 20 * ratio,
              occupancy: Math.min(1, ratio),
              overload,
            },
            erlangA: {
              serviceLevel: levelA,
              abandoned: Math.max(0, ratio - 0.9),
              asa: 3 + 30 * ratio,
              occupancy: Math.min(0.98, ratio),
              overload: false,
            },
          },
        };
      });
      const sum = (value: (row: (typeof intervals)[number]) => number) =>
        intervals.reduce((a, row) => a + value(row), 0);
      const offered = sum((row) => row.offered);
      return {
        work,
        promise: 1,
        intervals,
        total: {
          offered,
          requiredHours: {
            erlangC: sum((row) => row.required.erlangC) / 2,
            erlangA: sum((row) => row.required.erlangA) / 2,
          },
          scheduledHours: sum((row) => row.scheduled) / 2,
          serviceLevel: {
            erlangC: sum((row) => (row.predicted.erlangC.serviceLevel ?? 0) * row.offered) / offered,
            erlangA: sum((row) => (row.predicted.erlangA.serviceLevel ?? 0) * row.offered) / offered,
          },
          abandoned: { erlangA: sum((row) => row.predicted.erlangA.abandoned * row.offered) / offered },
        },
        differences: [
          'abandonment',
          'patience-shape',
          'handling-shape',
          'redials',
          'shared-agents',
          'busyness',
          'carry-over',
        ],
      };
    }),
  };
}
