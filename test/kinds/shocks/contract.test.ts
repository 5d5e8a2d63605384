/** What holds for every kind of shock: it touches what it names, while it lasts, and nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shocks } from '../../../src/kinds/shocks/index.ts';
import { integrateRate, rateAt } from '../../../src/math/rate-curve.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { compile } from '../../../src/sim/compile.ts';
import { contactColumns, contactOffset, outcomeColumns, outcomeOffset } from '../../../src/sim/run.ts';
import { simulate } from '../../../src/sim/simulate.ts';
import type { TraceRow } from '../../../src/sim/trace.ts';
import { evenly } from '../../evenly.ts';
import { resolveText } from '../../scenario/files.ts';

const base = `
lines: { trunk: 40, spare: 20 }
work:
  a:
    hours: &hours "08:00-20:00"
    lines: trunk
    resolved: 0.8
    arrivals: &arrivals { kind: constant-rate, perHour: 60 }
    talkSeconds: &talk { kind: exponential, mean: 200 }
    patienceSeconds: &patience { kind: exponential, mean: 200 }
  b: { hours: *hours, lines: spare, arrivals: *arrivals, talkSeconds: *talk, patienceSeconds: *patience }
people:
  groups:
    ga: { skills: { a: 1 }, staff: 5 }
    gb:
      skills: { b: 1 }
      staff: [{ from: "00:00", agents: 4 }, { from: "11:00", agents: 7 }, { from: "13:00", agents: 3 }]
`;

const withShock = (shock: string) => resolveText(`${base}shocks:\n  - ${shock}\n`);
const calm = resolveText(base);
const [from, to] = [10 * 3600, 12.5 * 3600];
const when = 'from: "10:00", hours: 2.5';

/** One shock of each kind, on the first of its sort. */
const samples: Record<string, string> = {
  surge: `{ kind: surge, ${when}, times: 3, touches: [a] }`,
  'calls-held-back': `{ kind: calls-held-back, ${when}, share: 0.8, touches: [a] }`,
  'agents-lost': `{ kind: agents-lost, ${when}, share: 0.5, touches: [ga] }`,
  'slower-handling': `{ kind: slower-handling, ${when}, times: 1.5, touches: [a] }`,
  'worse-outcomes': `{ kind: worse-outcomes, ${when}, resolved: 0.5, touches: [a] }`,
  'lines-down': `{ kind: lines-down, ${when}, lines: 39, touches: [trunk] }`,
};

function columnsOf(scenario: Scenario, type: number, run: number): number[] {
  const { layout, data } = simulate(compile(scenario, 'shocks'), run);
  const starts = [
    ...contactColumns.map((column) => contactOffset(layout, type, column)),
    ...outcomeColumns.map((column) => outcomeOffset(layout, type, column)),
  ];
  return starts.flatMap((at) => [...data.subarray(at, at + layout.intervals)]);
}

describe('every kind of shock', () => {
  it.each(shocks.all())('$kind is shown with its time, its reason and what it touches', ({ kind }) => {
    const scenario = withShock(samples[kind].replace(' }', ', why: a reason }'));
    expect(scenario.shocks).toMatchObject([{ kind, name: kind, why: 'a reason', from, to }]);
    expect(scenario.shocks[0].touches.length).toBe(1);
    expect(scenario.hash).not.toBe(calm.hash);
    expect(withShock(samples[kind]).hash).toBe(scenario.hash);
  });

  it.each(shocks.all())('$kind leaves the work it does not touch as it was, contact by contact', ({ kind }) => {
    const shocked = withShock(samples[kind]);
    for (let run = 0; run < 3; run++) {
      expect(columnsOf(shocked, 1, run)).toEqual(columnsOf(calm, 1, run));
      expect(columnsOf(shocked, 0, run)).not.toEqual(columnsOf(calm, 0, run));
    }
  });

  it.each(shocks.all())('$kind touches everything of its sort when it names nothing', ({ kind }) => {
    const all = withShock(samples[kind].replace(/, touches: \[\w+\]/, '')).shocks[0].touches;
    expect(all).toEqual(
      {
        surge: ['a', 'b'],
        'calls-held-back': ['a', 'b'],
        'agents-lost': ['ga', 'gb'],
        'slower-handling': ['a', 'b'],
        'worse-outcomes': ['a', 'b'],
        'lines-down': ['trunk', 'spare'],
      }[kind],
    );
  });

  it.each(shocks.all())('$kind says what it is in both languages', ({ summary, schema }) => {
    expect(summary.zh).toMatch(/[\u4e00-\u9fff]/);
    for (const property of Object.values(schema.properties)) expect(property).toHaveProperty('description');
  });
});

describe('surge', () => {
  const rate = 60 / 3600;
  const curveOf = (scenario: Scenario) => {
    const { arrivals } = scenario.work[0];
    if (arrivals.process !== 'poisson') throw new Error('no curve');
    return arrivals.curve;
  };

  it('effect(written) adds exactly the contacts of its shape', () => {
    fc.assert(
      fc.property(
        evenly(0, 20),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        fc.integer({ min: 1, max: 600 }),
        (times, decay, minutes) => {
          const seconds = minutes * 60;
          const excess = {
            step: times - 1,
            ramp: (times - 1) / 2,
            decay: ((times - 1) * -Math.expm1(-decay)) / decay,
          };
          for (const shape of ['step', 'ramp', 'decay'] as const) {
            const text = `{ kind: surge, from: "08:30", minutes: ${minutes}, times: ${times}, shape: ${shape}, decay: ${decay}, touches: [a] }`;
            const curve = curveOf(withShock(text));
            const added = integrateRate(curve, 0, 86_400) - integrateRate(curveOf(calm), 0, 86_400);
            const exact = rate * seconds * excess[shape];
            expect(Math.abs(added - exact)).toBeLessThanOrEqual(1e-9 * (Math.abs(exact) + 720));
          }
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  it('effect(written) begins and ends where the shape says', () => {
    const at = (shape: string, t: number) =>
      rateAt(
        curveOf(withShock(`{ kind: surge, from: "10:00", hours: 1, times: 4, shape: ${shape}, touches: [a] }`)),
        t,
      ) / rate;
    expect([at('step', from - 1), at('step', from), at('step', from + 3599), at('step', from + 3600)]).toEqual([
      1, 4, 4, 1,
    ]);
    expect(at('ramp', from)).toBeCloseTo(1, 12);
    expect(at('ramp', from + 1800)).toBeCloseTo(2.5, 12);
    expect(at('decay', from)).toBeCloseTo(4, 12);
    expect(at('decay', from + 3599.999)).toBeCloseTo(1 + 3 * Math.exp(-3), 5);
  });

  it('two surges at once multiply', () => {
    const both = resolveText(
      `${base}shocks:\n  - { kind: surge, from: "10:00", hours: 2, times: 2 }\n  - { kind: surge, from: "11:00", hours: 2, times: 3 }\n`,
    );
    const curve = curveOf(both);
    expect([10.5, 11.5, 12.5, 13.5].map((hour) => rateAt(curve, hour * 3600) / rate)).toEqual([2, 6, 3, 1]);
    expect(both.shocks.map(({ name }) => name)).toEqual(['surge', 'surge 2']);
  });
});

describe('agents-lost and lines-down', () => {
  it('effect(written) takes a share, rounded, or a number off every step while it lasts', () => {
    const { staff } = withShock(`{ kind: agents-lost, ${when}, share: 0.5, touches: [gb] }`).groups[1];
    expect(staff).toMatchObject({
      steps: [
        { from: 0, agents: 4 },
        { from, agents: 2 },
        { from: 11 * 3600, agents: 3 },
        { from: to, agents: 7 },
        { from: 13 * 3600, agents: 3 },
      ],
    });
    const gone = withShock(`{ kind: agents-lost, ${when}, agents: 99, touches: [gb] }`).groups[1].staff;
    expect(gone.source === 'head-counts' && gone.steps.map(({ agents }) => agents)).toEqual([4, 0, 0, 7, 3]);
    const { steps } = withShock(`{ kind: lines-down, ${when}, share: 0.25, touches: [trunk] }`).linePools[0];
    expect(steps).toEqual([
      { from: 0, lines: 40 },
      { from, lines: 30 },
      { from: to, lines: 40 },
    ]);
  });

  it('effect(written) takes named people off evenly through the roster, of those who have a shift then', () => {
    const people = Array.from({ length: 10 }, (_, i) => `P${i},ga,08:00,20:00`).join('\n');
    const roster = `agent,group,start,end\n${people}\nlate,ga,19:00,20:00\n`;
    const named = base.replace('{ skills: { a: 1 }, staff: 5 }', '{ skills: { a: 1 } }');
    const text = `${named}  roster: { file: r.csv }\nshocks:\n  - { kind: agents-lost, ${when}, share: 0.3, touches: [ga] }\n`;
    const { staff } = resolveText(text, { 'r.csv': roster }).groups[0];
    if (staff.source !== 'named') throw new Error('nobody is named');
    const gone = staff.agents.filter(({ onQueue }) => onQueue.length === 2).map(({ name }) => name);
    expect(gone).toEqual(['P3', 'P6', 'P9']);
    for (const { paid } of staff.agents) expect(paid.length).toBe(1);
  });
});

describe('calls-held-back', () => {
  it('effect(written) holds back its share, and so many come afterwards', () => {
    const rate = 60 / 3600;
    const { arrivals } = withShock(
      `{ kind: calls-held-back, ${when}, share: 0.8, returns: 0.5, withinMinutes: 45, touches: [a] }`,
    ).work[0];
    if (arrivals.process !== 'poisson') throw new Error('no curve');
    const during = integrateRate(arrivals.curve, from, to);
    expect(during).toBeCloseTo(0.2 * rate * (to - from), 9);
    const after = integrateRate(arrivals.curve, to, to + 45 * 60) - rate * 45 * 60;
    expect(after).toBeCloseTo(0.5 * 0.8 * rate * (to - from), 9);
    expect(rateAt(arrivals.curve, to + 45 * 60 + 1)).toBeCloseTo(rate, 12);
  });
});

describe('worse-outcomes', () => {
  const text = base
    .replace(
      '  b: {',
      '    after: { handled: { becomes: { c: { fraction: 0.2 } } } }\n  c: { channel: case, handleSeconds: 0 }\n  b: {',
    )
    .replace('{ a: 1 }', '{ a: 1, c: 1 }');
  const shock = `shocks:\n  - { kind: worse-outcomes, ${when}, followUps: 2, resolved: 0.5, touches: [a] }\n`;
  const rowsOf = (scenario: Scenario) => {
    const rows: TraceRow[] = [];
    const record = simulate(compile(scenario, 'worse'), 3, (row) => rows.push(row));
    const settled = outcomeOffset(record.layout, 0, 'resolved');
    return {
      cases: rows.filter(({ type }) => type === 'c'),
      settled: record.data.slice(settled, settled + record.layout.intervals),
    };
  };
  const before = rowsOf(resolveText(text));
  const after = rowsOf(resolveText(text + shock));

  it('makes more of the same: nothing is lost, all that is added arises while it lasts', () => {
    const key = ({ arrival, customer }: TraceRow) => `${customer} ${arrival}`;
    const known = new Set(before.cases.map(key));
    const added = after.cases.filter((row) => !known.has(key(row)));
    expect(after.cases.length).toBe(before.cases.length + added.length);
    expect(added.length).toBeGreaterThan(0);
    for (const { arrival } of added) expect(arrival >= from && arrival < to).toBe(true);
    const during = before.cases.filter(({ arrival }) => arrival >= from && arrival < to).length;
    // Of those who did not become a case a quarter do: their number is binomial; 4.4 standard deviations are 99.999 %.
    const contacts = during / 0.2;
    expect(Math.abs(added.length - 0.2 * contacts)).toBeLessThan(4.4 * Math.sqrt(contacts * 0.5));
  });

  it('settles fewer matters of contacts that end meanwhile, and the same of all others', () => {
    after.settled.forEach((count, i) => {
      const start = i * 1800;
      // Booked by arrival: who came shortly before may end meanwhile.
      if (start + 1800 <= from - 3600 || start >= to) expect(count).toBe(before.settled[i]);
      else expect(count).toBeLessThanOrEqual(before.settled[i]);
    });
    const sum = (counts: Float64Array) => counts.reduce((a, b) => a + b, 0);
    expect(sum(after.settled)).toBeLessThan(sum(before.settled));
  });
});
