import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA } from '../../src/math/erlang-a.ts';
import { erlangB } from '../../src/math/erlang-b.ts';
import { mmnGeneralPatience } from '../../src/math/mmn-general-patience.ts';
import type { Patience } from '../../src/math/patience.ts';
import { patienceFunctions } from '../../src/math/patience.ts';
import type { QueueMeasures } from '../../src/math/queue-measures.ts';
import { absoluteFloor, erlangTolerance, expectClose, golden } from './golden.ts';

interface GoldenPatience {
  readonly dist: string;
  readonly value: number;
  readonly k: number;
  readonly mean: number;
  readonly p1: number;
  readonly mean1: number;
  readonly mean2: number;
  readonly cv: number;
  readonly shape: number;
  readonly scale: number;
  readonly balk?: number;
}

interface In {
  readonly a_erl: number;
  readonly n: number;
  readonly aht_s: number;
  readonly t_s: number;
  readonly patience: GoldenPatience;
}

function patienceOf(row: GoldenPatience): Patience {
  switch (row.dist) {
    case 'det':
      return { kind: 'deterministic', seconds: row.value };
    case 'erlang':
      return { kind: 'erlang', stages: row.k, meanSeconds: row.mean };
    case 'hyperexp2':
      return { kind: 'hyperexponential', shares: [row.p1, 1 - row.p1], meansSeconds: [row.mean1, row.mean2] };
    case 'lognormal':
      return { kind: 'log-normal', meanSeconds: row.mean, cv: row.cv };
    case 'weibull':
      return { kind: 'weibull', shape: row.shape, scaleSeconds: row.scale };
    default:
      return { kind: 'exponential', meanSeconds: row.mean };
  }
}

const fields: Readonly<Record<string, (measures: QueueMeasures) => number>> = {
  p_wait: (m) => m.waitProbability,
  p_abandon: (m) => m.abandonment,
  mean_wait_all_s: (m) => m.meanWaitAll,
  mean_wait_served_s: (m) => m.asa,
  mean_queue: (m) => m.meanQueue,
  occupancy: (m) => m.occupancy,
  p_virtual_wait_gt_t: (m) => m.virtualWaitTail,
  p_wait_gt_t: (m) => m.waitTail,
  sl_offered: (m) => m.serviceLevel.offered,
  sl_excl_short_abandons: (m) => m.serviceLevel.shortAbandonsExcluded,
  sl_answered: (m) => m.serviceLevel.answered,
  p_abandon_within_t: (m) => m.abandonedWithin,
};

const desk = { arrivalRate: 0.05, meanHandleSeconds: 300, agents: 14, answerWithinSeconds: 20 };
const kinds: readonly Patience[] = [
  { kind: 'exponential', meanSeconds: 90 },
  { kind: 'deterministic', seconds: 90 },
  { kind: 'erlang', stages: 3, meanSeconds: 90 },
  { kind: 'hyperexponential', shares: [0.3, 0.7], meansSeconds: [10, 120] },
  { kind: 'log-normal', meanSeconds: 90, cv: 1.3 },
  { kind: 'weibull', shape: 0.7, scaleSeconds: 90 },
];

describe('mmnGeneralPatience', () => {
  it('mmnGeneralPatience meets every field of every reference row', () => {
    for (const { in: row, out } of golden<In>('mmn_general_patience')) {
      const measures = mmnGeneralPatience({
        arrivalRate: row.a_erl / row.aht_s,
        meanHandleSeconds: row.aht_s,
        agents: row.n,
        answerWithinSeconds: row.t_s,
        patience: patienceOf(row.patience),
        balking: row.patience.balk ?? 0,
      });
      expect(Object.keys(out).filter((field) => !(field in fields))).toEqual([]);
      for (const [field, expected] of Object.entries(out)) {
        if (expected === null) continue;
        const tolerance = erlangTolerance(row.a_erl, row.n);
        expectClose(fields[field](measures), expected, tolerance, absoluteFloor, `${field} of ${JSON.stringify(row)}`);
      }
    }
  });

  it('mmnGeneralPatience with exponential patience is Erlang A, in every measure', () => {
    for (const agents of [1, 10, 15, 20, 40]) {
      const queue = { ...desk, agents, shortAbandonSeconds: 5 };
      const general = mmnGeneralPatience({ ...queue, patience: { kind: 'exponential', meanSeconds: 90 } });
      const exact = erlangA({ ...queue, meanPatienceSeconds: 90 });
      for (const key of Object.keys(exact) as (keyof QueueMeasures)[]) {
        const expected = exact[key];
        if (typeof expected === 'number')
          expectClose(general[key] as number, expected, 1e-11, 1e-15, `${key} with ${agents}`);
      }
      for (const [variant, level] of Object.entries(exact.serviceLevel)) {
        expectClose(
          general.serviceLevel[variant as keyof typeof exact.serviceLevel],
          level,
          1e-11,
          1e-15,
          `${variant} with ${agents}`,
        );
      }
    }
  });

  it('mmnGeneralPatience where everybody balks is Erlang B', () => {
    for (const patience of kinds) {
      const m = mmnGeneralPatience({ ...desk, patience, balking: 1 });
      expectClose(m.abandonment, erlangB(15, 14), 1e-13, 0, patience.kind);
      expect(m).toMatchObject({ meanWaitAll: 0, asa: 0, waitTail: 0, abandonmentGivenLongWait: 0 });
      expectClose(m.serviceLevel.abandonsMet, 1, 1e-14, 0, patience.kind);
    }
  });

  it('mmnGeneralPatience keeps its laws for every kind of patience', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.double({ min: 0.5, max: 80, noNaN: true }),
        fc.integer({ min: 1, max: 80 }),
        fc.constantFrom(0, 0, 0.2),
        fc.constantFrom(0, 10, 90, 200),
        (patience, load, agents, balking, answerWithinSeconds) => {
          const queue = { ...desk, arrivalRate: load / 300, agents, answerWithinSeconds, patience, balking };
          const m = mmnGeneralPatience(queue);
          const level = m.serviceLevel;
          const answered = m.throughput / queue.arrivalRate;
          expect(answered + m.abandonment).toBeCloseTo(1, 11);
          expect(level.abandonsMet + m.waitTail).toBeCloseTo(1, 11);
          expectClose(answered * m.asa + m.abandonment * m.meanWaitAbandoned, m.meanWaitAll, 1e-10, 1e-13, 'waits');
          expect(level.offered).toBeLessThanOrEqual(level.shortAbandonsExcluded * (1 + 1e-11));
          expect(level.shortAbandonsExcluded).toBeLessThanOrEqual(level.answered * (1 + 1e-11));
          expect(m.abandonmentGivenLongWait).toBeLessThanOrEqual(1 + 1e-9);
          const more = mmnGeneralPatience({ ...queue, agents: agents + 1 });
          expect(more.abandonment).toBeLessThanOrEqual(m.abandonment * (1 + 1e-11));
        },
      ),
      { seed: 7, numRuns: 150 },
    );
  });

  it('mmnGeneralPatience gives nobody a wait beyond a patience that all share', () => {
    const m = mmnGeneralPatience({ ...desk, patience: { kind: 'deterministic', seconds: 15 } });
    expect(m).toMatchObject({ stable: true, waitTail: 0, abandonmentGivenLongWait: 0 });
    expect(m.asa).toBeLessThan(15);
    expect(m.meanWaitAbandoned).toBeCloseTo(15, 12);
    expect(mmnGeneralPatience({ ...desk, arrivalRate: 0, patience: kinds[0] }).serviceLevel.offered).toBe(1);
  });

  it('mmnGeneralPatience refuses bad arguments by name', () => {
    const patience = kinds[0];
    expect(() => mmnGeneralPatience({ ...desk, patience, agents: 0 })).toThrow(/^agents must be/);
    expect(() => mmnGeneralPatience({ ...desk, patience, balking: 1.2 })).toThrow(/^balking must be/);
    expect(() => mmnGeneralPatience({ ...desk, patience, arrivalRate: -1 })).toThrow(/^arrivalRate must be/);
    const bad: [Patience, RegExp][] = [
      [{ kind: 'exponential', meanSeconds: 0 }, /^meanSeconds must/],
      [{ kind: 'deterministic', seconds: 0 }, /^seconds must/],
      [{ kind: 'erlang', stages: 0, meanSeconds: 3 }, /^stages must/],
      [{ kind: 'erlang', stages: 2, meanSeconds: 0 }, /^meanSeconds must/],
      [{ kind: 'hyperexponential', shares: [1], meansSeconds: [1, 2] }, /^shares must be as many/],
      [{ kind: 'hyperexponential', shares: [], meansSeconds: [] }, /^shares must be as many/],
      [{ kind: 'hyperexponential', shares: [0.5, 0.4], meansSeconds: [1, 2] }, /^shares must add up/],
      [{ kind: 'log-normal', meanSeconds: 3, cv: 0 }, /^cv must/],
      [{ kind: 'log-normal', meanSeconds: 0, cv: 1 }, /^meanSeconds must/],
      [{ kind: 'weibull', shape: 0, scaleSeconds: 3 }, /^shape must/],
      [{ kind: 'weibull', shape: 2, scaleSeconds: 0 }, /^scaleSeconds must/],
      [{ kind: 'weibull', shape: Number.NaN, scaleSeconds: 3 }, /^shape must/],
    ];
    for (const [faulty, message] of bad)
      expect(() => mmnGeneralPatience({ ...desk, patience: faulty })).toThrow(message);
  });
});

describe('patienceFunctions', () => {
  it('patienceFunctions of a patience that all share jump at it, and there all are gone', () => {
    const { left, gone, waitedByGone, jumps } = patienceFunctions({ kind: 'deterministic', seconds: 15 });
    expect([14.999, 15, 15.001].map(left)).toEqual([1, 0, 0]);
    expect([14.999, 15, 15.001].map(gone)).toEqual([0, 1, 1]);
    expect([14.999, 15, 15.001].map(waitedByGone)).toEqual([0, 15, 15]);
    expect(jumps).toEqual([15]);
  });

  it('patienceFunctions split callers into left and gone, and account for all their time', () => {
    for (const kind of kinds) {
      const { left, gone, waitedByGone } = patienceFunctions(kind);
      let area = 0;
      for (let x = 0; x < 200; x += 0.5) {
        area += 0.5 * left(x + 0.25);
        if (x > 0) expect(left(x) + gone(x)).toBeCloseTo(1, 13);
      }
      expect(waitedByGone(200) + 200 * left(200)).toBeCloseTo(area, 0);
    }
  });
});
