/** Sampling designs side by side: the same customers, another draw; and the shipped loop, with enough evaluators and with half of them. */
import { readFileSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cohenKappa, intraclassCorrelation } from '../../src/math/agreement.ts';
import { compareDesigns, samplingDesigns } from '../../src/qa/compare-designs.ts';
import { buildQuality } from '../../src/report/quality/build-quality.ts';
import { parse } from '../../src/scenario/parse.ts';
import { resolve } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import type { ScoreRow } from '../../src/sim/quality.ts';
import { clockOffset, contactOffset, outcomeOffset } from '../../src/sim/run.ts';
import { simulate } from '../../src/sim/simulate.ts';

function read(text: string): Scenario {
  return resolve(parse(text, 'designs.yaml'), {
    name: 'designs',
    reader: { size: () => undefined, read: () => new Uint8Array() },
  });
}

const centre = (quality: string) => `
clock: { days: 7, intervalMinutes: 60 }
work:
  inquiry:
    hours: "09:00-17:00"
    arrivals: { kind: constant-rate, perHour: 60 }
    talkSeconds: { kind: exponential, mean: 240 }
    patienceSeconds: { kind: never }
    resolvedPerPointBelow: 0.02
    after: { unresolved: { becomes: { inquiry: { fraction: 0.5, afterHours: 1 } } } }
  evaluation:
    channel: case
    handleSeconds: { kind: exponential, mean: 400 }
    after: { handled: { becomes: { second: { fraction: 0.5 } } } }
  second: { channel: case, handleSeconds: 300 }
${quality}
people:
  groups:
    hotline: { skills: { inquiry: 1 }, staff: [{ from: "09:00", agents: 7 }, { from: "17:00", agents: 0 }] }
    newcomers: { skills: { inquiry: 0.8 }, staff: [{ from: "09:00", agents: 2 }, { from: "17:00", agents: 0 }] }
    evaluators: { skills: { evaluation: 1, second: 1 }, staff: 6 }
promises: [{ measure: repeat-rate, atMost: 0.1, work: [inquiry] }]
`;
const section = (more = '') => `quality:
  agents: { mean: 82, between: 5, within: 8 }
  evaluators: { work: [evaluation, second] }
  samples: { recordings: { kind: simple, percent: 20, of: [inquiry], becomes: evaluation } }
${more}`;

describe('samplingDesigns', () => {
  it('tries every other kind at about the same number of contacts, and says which it cannot', () => {
    const { designs, leftOut } = samplingDesigns(read(centre(section())), '1');
    expect(leftOut).toEqual(['newcomers-first']);
    expect(designs.map(({ name }) => name)).toEqual([
      'as-written',
      'none',
      'stratified',
      'per-agent',
      'risk-based',
      'automatic',
    ]);
    const rule = (name: string) => designs.find((one) => one.name === name)?.scenario.quality?.samples[0].rule;
    expect(rule('risk-based')).toMatchObject({ percent: 20, share: 0.5 });
    // Some 480 calls a day, a fifth of them, nine agents.
    expect(rule('per-agent')?.contacts).toBeGreaterThanOrEqual(9);
    expect(rule('per-agent')?.contacts).toBeLessThanOrEqual(12);
    const newcomers = samplingDesigns(read(centre(section('  groups: { newcomers: { points: -8 } }'))), '1');
    expect(newcomers.leftOut).toEqual([]);
  });

  it('refuses a scenario that draws nothing', () => {
    const scenario = read(centre(section()));
    const { quality: _, ...without } = scenario;
    expect(() => samplingDesigns(without, '1')).toThrow(RangeError);
  });
});

describe('compareDesigns', () => {
  it('meets the same customers: without talks nothing but the draw differs', async () => {
    const { designs } = samplingDesigns(read(centre(section('  groups: { newcomers: { points: -8 } }'))), '1');
    const { figures, runs } = await compareDesigns(designs, { seed: '1', runs: 3, threads: 1 });
    expect(runs).toBe(3);
    const [first, none, ...others] = figures;
    expect(none).toMatchObject({ name: 'none', reviewsPerDay: 0, hoursPerDay: 0 });
    for (const one of figures) {
      expect(one.quality?.value).toBe(first.quality?.value);
      expect(one.repeats?.value).toBe(first.repeats?.value);
    }
    expect(first.repeatsDifference).toBeNull();
    for (const one of [none, ...others]) expect(one.repeatsDifference?.value).toBe(0);
    for (const one of others) expect(Math.abs(one.reviewsPerDay / first.reviewsPerDay - 1)).toBeLessThan(0.2);
    // Who looks where faults are likelier finds more of them.
    const found = (name: string) => figures.find((one) => one.name === name)?.poorFound?.value ?? 0;
    expect(found('automatic')).toBeGreaterThan(1.3 * found('as-written'));
    expect(found('risk-based')).toBeGreaterThan(found('as-written'));
  });
});

describe('buildQuality', () => {
  it('says of evaluators who scored the same contacts what the mathematics says of the pairs', () => {
    const scenario = read(centre(section()));
    const scores: ScoreRow[] = [];
    const record = simulate(compile(scenario, '1'), 0, undefined, undefined, (row) => {
      if ('score' in row) scores.push(row);
    });
    const first = new Map<string, ScoreRow>();
    const pairs: [number, number][] = [];
    for (const row of scores) {
      const before = first.get(row.item);
      if (before === undefined) first.set(row.item, row);
      else if (before.evaluator !== row.evaluator) pairs.push([before.score, row.score]);
    }
    const built = buildQuality(scenario, { runs: 1, total: record } as never);
    const { agents, agreement, work } = built as NonNullable<typeof built>;
    const [{ days }] = work;
    const sum = (column: 'handled' | 'evaluated' | 'sampled') => days.reduce((all, day) => all + day[column], 0);
    expect(sum('evaluated')).toBe(first.size);
    expect(sum('sampled')).toBeGreaterThanOrEqual(first.size);
    expect(sum('sampled') / sum('handled')).toBeCloseTo(6 / 7 / 5, 1);
    expect(agents.weak + agents.good).toBe(9);
    expect(pairs.length).toBeGreaterThan(100);
    expect(agreement?.pairs).toBe(pairs.length);
    expect(agreement?.intraclass).toBeCloseTo(intraclassCorrelation(pairs, 0.95)?.correlation ?? Number.NaN, 9);
    const table = [
      [0, 0],
      [0, 0],
    ];
    for (const [a, b] of pairs) table[a >= 80 ? 1 : 0][b >= 80 ? 1 : 0]++;
    expect(agreement?.kappa).toBeCloseTo(cohenKappa(table, 'none', 0.95)?.kappa ?? Number.NaN, 9);
    expect(agreement?.withinTen).toBe(pairs.filter(([a, b]) => Math.abs(a - b) <= 10).length / pairs.length);
  });
});

describe('scenarios/quality-loop.yaml', () => {
  const text = readFileSync(resolvePath(import.meta.dirname, '../../scenarios/quality-loop.yaml'), 'utf8');
  const four = 'second scoring: 1 }\n      staff: [{ from: "09:00", agents: 4 }';
  const of = (evaluators: number) => {
    expect(text).toContain(four);
    const scenario = read(text.replace(four, four.replace('agents: 4', `agents: ${evaluators}`)));
    const { data, layout } = simulate(compile(scenario, '1'), 0);
    const from = layout.intervals - 28 * 24;
    const late = (offset: number) => data.subarray(offset + from, offset + layout.intervals).reduce((a, b) => a + b, 0);
    const review = scenario.clocks?.findIndex(({ name }) => name === 'qa.feedback') ?? -1;
    const met = late(clockOffset(layout, review, 'met'));
    return {
      repeats: late(outcomeOffset(layout, 0, 'arisen')) / late(contactOffset(layout, 0, 'arrived')),
      onTime: met / (met + late(clockOffset(layout, review, 'missed'))),
      lost: late(contactOffset(layout, 0, 'abandoned')) / late(contactOffset(layout, 0, 'requests')),
    };
  };

  it('closes its loop with four evaluators, and not with two', () => {
    const [enough, half] = [of(4), of(2)];
    expect(enough.repeats).toBeLessThan(0.05);
    expect(enough.onTime).toBe(1);
    expect(half.repeats).toBeGreaterThan(0.05);
    expect(half.onTime).toBe(0);
    expect(half.lost).toBeGreaterThan(enough.lost);
  });
});
