import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.ts';
import { Ledger } from '../../src/judge/ledger.ts';
import type { ServicePromise } from '../../src/scenario/scenario.ts';
import { madeLayout, madeRun, madeScenario } from './made-runs.ts';

type MadeInterval = Parameters<typeof madeRun>[1][number];

/** Judges a list of runs, each a list of intervals. */
function judgeRuns(
  promises: Partial<ServicePromise>[],
  runs: MadeInterval[][],
  confidence = 0.95,
  days = runs[0].length / 2,
) {
  const scenario = madeScenario(days, promises);
  const layout = madeLayout(scenario);
  const ledger = new Ledger(scenario, layout);
  for (const run of runs) ledger.add(madeRun(layout, run));
  return { ledger, verdicts: judge(ledger, scenario, confidence) };
}

/** `count` runs of one day that alternate between two days. */
function alternate(count: number, one: MadeInterval[], other: MadeInterval[]): MadeInterval[][] {
  return Array.from({ length: count }, (_, i) => (i % 2 === 0 ? one : other));
}

const good = [
  { answered: 100, inTime: 97 },
  { answered: 50, inTime: 48 },
];
const fair = [
  { answered: 100, inTime: 93 },
  { answered: 50, inTime: 46 },
];
const poor = [
  { answered: 100, inTime: 80 },
  { answered: 50, inTime: 40 },
];

describe('judge', () => {
  it('gives the ratio of sums, held when its interval lies wholly above the target', () => {
    const { verdicts } = judgeRuns([{}], alternate(10, good, fair));
    const [verdict] = verdicts;
    expect(verdict.judgement).toBe('held');
    expect(verdict.tally).toEqual({ met: 5 * (145 + 139), of: 10 * 150 });
    expect(verdict.estimate?.value).toBe(1420 / 1500);
    expect(verdict.furtherRuns).toBe(0);
    // Ten daily ratios, 145/150 and 139/150 in turn: s = 0.04·√(10/9)/2, t(9) = 2.2621571628.
    const half = (2.2621571627409915 * (0.02 * Math.sqrt(10 / 9))) / Math.sqrt(10);
    expect(verdict.estimate?.low).toBeCloseTo(1420 / 1500 - half, 12);
    expect(verdict.estimate?.high).toBeCloseTo(1420 / 1500 + half, 12);
  });

  it('gives broken when the interval lies wholly below, undecided when it holds the target', () => {
    expect(judgeRuns([{}], alternate(10, poor, poor)).verdicts[0].judgement).toBe('broken');
    const { judgement, furtherRuns } = judgeRuns([{ target: 0.94 }], alternate(10, good, fair)).verdicts[0];
    expect(judgement).toBe('undecided');
    expect(furtherRuns).toBeGreaterThan(0);
  });

  it('turns the good side round for a promise of at most', () => {
    const promise = { measure: 'abandonment', variant: 'requests', sense: 'at-most', target: 0.05 } as const;
    const day = [
      { answered: 98, inTime: 98, abandoned: 2 },
      { answered: 50, inTime: 50, abandoned: 1 },
    ];
    const other = [
      { answered: 97, inTime: 97, abandoned: 3 },
      { answered: 50, inTime: 50, abandoned: 1 },
    ];
    expect(judgeRuns([promise], alternate(20, day, other)).verdicts[0].judgement).toBe('held');
    expect(judgeRuns([{ ...promise, target: 0.01 }], alternate(20, day, other)).verdicts[0].judgement).toBe('broken');
    expect(judgeRuns([{ ...promise, target: 3.5 / 151 }], alternate(20, day, other)).verdicts[0].judgement).toBe(
      'undecided',
    );
  });

  it('counts a value on the very target as good', () => {
    const even = [
      { answered: 100, inTime: 90 },
      { answered: 50, inTime: 45 },
    ];
    const [verdict] = judgeRuns([{}], alternate(5, even, even)).verdicts;
    expect(verdict.judgement).toBe('held');
    expect(verdict.estimate).toEqual({ value: 0.9, low: 0.9, high: 0.9, confidence: 0.95 });
    const atMost = { measure: 'abandonment', variant: 'requests', sense: 'at-most', target: 0.25 } as const;
    const quarter = [
      { answered: 3, inTime: 3, abandoned: 1 },
      { answered: 6, inTime: 6, abandoned: 2 },
    ];
    const verdictOfMost = judgeRuns([atMost], alternate(5, quarter, quarter)).verdicts[0];
    expect([verdictOfMost.judgement, verdictOfMost.dayHolds?.value]).toEqual(['held', 1]);
  });

  it('has nothing to judge when nobody came, and says so per interval too', () => {
    const nobody = { answered: 0, inTime: 0 };
    const [empty] = judgeRuns([{}], alternate(5, [nobody, nobody], [nobody, nobody])).verdicts;
    expect(empty.judgement).toBe('nothing-to-judge');
    expect([empty.estimate, empty.meanOfDays, empty.dayHolds]).toEqual([null, null, null]);
    expect(empty.furtherRuns).toBe(0);
    expect(empty.dayQuantiles).toEqual([]);
    const [half] = judgeRuns([{ scope: 'interval' }], alternate(9, [good[0], nobody], [good[0], nobody])).verdicts;
    expect(half.intervals.map(({ judgement }) => judgement)).toEqual(['held', 'nothing-to-judge']);
    expect(half.judgement).toBe('held');
    expect(half.dayHolds?.value).toBe(1);
    const none = judgeRuns([{ scope: 'interval' }], alternate(5, [nobody, nobody], [nobody, nobody])).verdicts[0];
    expect([none.judgement, none.furtherRuns]).toEqual(['nothing-to-judge', 0]);
  });

  it('says nothing from one run alone', () => {
    const [verdict] = judgeRuns([{}, { measure: 'asa', variant: 'answered', sense: 'at-most' }], [good]).verdicts;
    expect(verdict.judgement).toBe('undecided');
    expect(verdict.estimate).toMatchObject({ value: 145 / 150, low: 0, high: 1 });
    expect(verdict.furtherRuns).toBe(0);
    const asa = judgeRuns([{ measure: 'asa', variant: 'answered', sense: 'at-most' }], [good]).verdicts[0];
    expect(asa.estimate).toMatchObject({ value: 0, low: 0, high: Infinity });
  });

  it('does not take perfect runs for certainty: the interval is that of a share of runs', () => {
    const perfect = [
      { answered: 100, inTime: 100 },
      { answered: 1, inTime: 1 },
    ];
    const [few] = judgeRuns([{}], alternate(30, perfect, perfect)).verdicts;
    expect(few.judgement).toBe('undecided');
    expect(few.estimate?.low).toBeCloseTo(30 / (30 + 1.959963984540054 ** 2), 12);
    expect(judgeRuns([{}], alternate(36, perfect, perfect)).verdicts[0].judgement).toBe('held');
  });

  it('keeps the mean of daily ratios, the share of days held and the quantiles of days apart from the ratio of sums', () => {
    const quiet = [
      { answered: 10, inTime: 10 },
      { answered: 10, inTime: 10 },
    ];
    const busy = [
      { answered: 500, inTime: 350 },
      { answered: 500, inTime: 350 },
    ];
    const [verdict] = judgeRuns([{}], alternate(200, quiet, busy)).verdicts;
    expect(verdict.estimate?.value).toBeCloseTo(720 / 1020, 12);
    expect(verdict.meanOfDays?.value).toBeCloseTo(0.85, 12);
    expect(verdict.dayHolds?.value).toBe(0.5);
    expect(verdict.dayHolds?.low).toBeCloseTo(0.43136, 4);
    expect(verdict.dayQuantiles.map(({ level, estimate }) => [level, estimate.value])).toEqual([
      [0.05, 0.7],
      [0.5, 0.85],
      [0.95, 1],
    ]);
  });

  it('leaves a quantile of days out while the runs cannot bound it', () => {
    const levels = (runs: number) =>
      judgeRuns([{}], alternate(runs, good, fair)).verdicts[0].dayQuantiles.map(({ level }) => level);
    expect(levels(5)).toEqual([]);
    expect(levels(6)).toEqual([0.5]);
    expect(levels(71)).toEqual([0.5]);
    expect(levels(72)).toEqual([0.05, 0.5, 0.95]);
  });

  it('marks the variants that would turn the verdict', () => {
    const day = (answered: number) => [
      { answered, inTime: Math.round(answered * 0.95), abandoned: 12, abandonedSoon: 12 },
      { answered, inTime: Math.round(answered * 0.95), abandoned: 12, abandonedSoon: 12 },
    ];
    const { verdicts } = judgeRuns([{}, { scope: 'interval' }], alternate(40, day(90), day(110)));
    for (const { judgement, variants } of verdicts) {
      expect(judgement).toBe('broken');
      expect(variants.map(({ variant, judgement, flips }) => [variant, judgement, flips])).toEqual([
        ['answered', 'held', true],
        ['abandons-met', 'held', true],
        ['short-abandons-excluded', 'held', true],
        ['very-short-abandons-met', 'broken', false],
      ]);
    }
  });

  it('marks no variant that says the same or cannot tell, and marks one that breaks what was held', () => {
    const day = (inTime: number) => [
      { answered: 100, inTime, abandoned: 5 },
      { answered: 100, inTime, abandoned: 5 },
    ];
    const flips = (variant: string, low: number, high: number) =>
      judgeRuns([{ variant }], alternate(40, day(low), day(high))).verdicts[0].variants.map(
        ({ variant, judgement, flips }) => [variant, judgement, flips],
      );
    // 97 of 100 answered in time, of 105 who came: held either way.
    expect(flips('answered', 97, 97)).toContainEqual(['offered', 'held', false]);
    // 92 ± 1 of 100 is held, of 105 broken; 94.5 ± 1.5 of 105 lies on the target.
    expect(flips('answered', 91, 93)).toContainEqual(['offered', 'broken', true]);
    expect(flips('answered', 93, 96)).toContainEqual(['offered', 'undecided', false]);
    expect(flips('offered', 93, 96)).toContainEqual(['answered', 'held', false]);
    expect(flips('offered', 80, 82)).toContainEqual(['answered', 'broken', false]);
  });

  it('furtherRuns reckons with the half of the interval that looks at the target', () => {
    // Shares of 1, 1 and 0.9 in turn: the interval is cut at 1, so that its upper half is short.
    const full = [
      { answered: 100, inTime: 100 },
      { answered: 100, inTime: 100 },
    ];
    const less = [
      { answered: 100, inTime: 90 },
      { answered: 100, inTime: 90 },
    ];
    const runs = [full, full, less, full, full, less];
    const above = judgeRuns([{ target: 0.95 }], runs).verdicts[0];
    const { value, low, high } = above.estimate as { value: number; low: number; high: number };
    expect(high).toBe(1);
    expect(above.judgement).toBe('undecided');
    expect(above.furtherRuns).toBe(Math.ceil(6 * ((value - low) / (value - 0.95)) ** 2) - 6);
    const below = judgeRuns([{ target: 0.99 }], runs).verdicts[0];
    expect(below.furtherRuns).toBe(Math.ceil(6 * ((1 - value) / (0.99 - value)) ** 2) - 6);
    const two = judgeRuns([{ target: 0.9 }], [full, less]).verdicts[0];
    expect(two.furtherRuns).toBe(Math.ceil(2 * ((0.95 - (two.estimate?.low ?? 0)) / 0.05) ** 2) - 2);
  });

  it('furtherRuns is what the verdict really takes when estimate and spread stay', () => {
    const [now] = judgeRuns([{ target: 0.94 }], alternate(20, good, fair)).verdicts;
    const enough = 20 + now.furtherRuns;
    expect(judgeRuns([{ target: 0.94 }], alternate(enough + (enough % 2), good, fair)).verdicts[0].judgement).toBe(
      'held',
    );
    expect(
      judgeRuns([{ target: 0.94 }], alternate(2 * Math.floor(enough * 0.4), good, fair)).verdicts[0].judgement,
    ).toBe('undecided');
  });

  it('furtherRuns of an estimate on the very target is the greatest number it says', () => {
    const [verdict] = judgeRuns([{ target: 142 / 150 }], alternate(20, good, fair)).verdicts;
    expect(verdict.furtherRuns).toBe(1e9);
  });
});

describe('judge on a promise for every interval', () => {
  const firstPoor = [{ answered: 100, inTime: 60 }, good[1]];

  it('gives held only when each interval is held', () => {
    const byInterval = { scope: 'interval' } as const;
    expect(judgeRuns([byInterval], alternate(20, good, fair)).verdicts[0].judgement).toBe('held');
    const [verdict] = judgeRuns([byInterval], alternate(20, firstPoor, [fair[0], good[1]])).verdicts;
    expect(verdict.intervals.map(({ judgement }) => judgement)).toEqual(['broken', 'held']);
    expect(verdict.judgement).toBe('broken');
  });

  it('asks more of an interval that breaks the promise than of one that keeps it: any of them may err', () => {
    // Ratios 0.93 and 0.86 in turn: on the pointwise interval the first half-hour is broken, on the joint one it is not yet.
    const one = [
      { answered: 100, inTime: 93 },
      { answered: 50, inTime: 50 },
    ];
    const other = [
      { answered: 100, inTime: 84 },
      { answered: 50, inTime: 47 },
    ];
    const pointwise = (runs: number) => judgeRuns([{ scope: 'interval' }], alternate(runs, one, other)).verdicts[0];
    const decided = [20, 40, 60, 80].map((runs) => [pointwise(runs).intervals[0].judgement, pointwise(runs).judgement]);
    expect(decided).toContainEqual(['broken', 'undecided']);
    expect(decided.at(-1)).toEqual(['broken', 'broken']);
  });

  it('waits for the slowest interval when all look good, and for the first that breaks when any looks bad', () => {
    const nobody = { answered: 0, inTime: 0 };
    const day = (first: number, second: number) => [
      { answered: 100, inTime: first },
      { answered: 100, inTime: second },
      nobody,
      nobody,
    ];
    const ofInterval = (first: [number, number], second: [number, number]) => {
      const runs = alternate(20, day(first[0], second[0]), day(first[1], second[1]));
      return judgeRuns([{ scope: 'interval' }], runs).verdicts[0];
    };
    const needed = (estimate: { value: number; low: number } | null) =>
      Math.ceil(20 * (((estimate?.value ?? 0) - (estimate?.low ?? 0)) / Math.abs((estimate?.value ?? 0) - 0.9)) ** 2) -
      20;
    const good = ofInterval([88, 94], [82, 100]);
    expect(good.intervals.map(({ judgement }) => judgement).slice(0, 2)).toEqual(['undecided', 'undecided']);
    expect(good.furtherRuns).toBe(Math.max(...good.intervals.slice(0, 2).map(({ estimate }) => needed(estimate))));
    const bad = ofInterval([86, 92], [80, 99]);
    expect(bad.judgement).toBe('undecided');
    const wider = judgeRuns([{ scope: 'interval' }], alternate(20, day(86, 80), day(92, 99)), 0.975).verdicts[0];
    expect(bad.furtherRuns).toBe(Math.min(...wider.intervals.slice(0, 2).map(({ estimate }) => needed(estimate))));
    const mixed = ofInterval([88, 94], [86, 92]);
    const joint = judgeRuns([{ scope: 'interval' }], alternate(20, day(88, 86), day(94, 92)), 0.975).verdicts[0];
    expect(mixed.furtherRuns).toBe(needed(joint.intervals[1].estimate));
  });

  it('does not let a good half-hour make up for a poor one', () => {
    const day = [
      { answered: 100, inTime: 88 },
      { answered: 50, inTime: 50 },
    ];
    const { verdicts } = judgeRuns([{ scope: 'interval' }, { scope: 'day' }], alternate(20, day, day));
    expect(verdicts.map(({ dayHolds }) => dayHolds?.value)).toEqual([0, 1]);
    const turned = [
      { answered: 1000, inTime: 890 },
      { answered: 10, inTime: 10 },
    ];
    expect(judgeRuns([{ scope: 'day' }], alternate(20, turned, turned)).verdicts[0].dayHolds?.value).toBe(0);
  });

  it('counts a day as held when each of its intervals is, and each interval by itself', () => {
    const [verdict] = judgeRuns([{ scope: 'interval' }], alternate(20, firstPoor, good)).verdicts;
    expect(verdict.dayHolds?.value).toBe(0.5);
    expect(verdict.intervals.map(({ dayHolds }) => dayHolds?.value)).toEqual([0.5, 1]);
  });
});

describe('Ledger', () => {
  it('counts the days on which all promises hold together, never multiplying their shares', () => {
    const lateOnly = { hours: [{ from: 1800, to: 3600 }] };
    const early = [poor[0], good[1]];
    const { ledger } = judgeRuns([{ hours: [{ from: 0, to: 1800 }] }, lateOnly], alternate(40, early, good));
    expect(ledger.promises.map(({ dayHolds }) => dayHolds.held)).toEqual([20, 40]);
    expect([ledger.allHold.held, ledger.allHold.judged]).toEqual([20, 40]);
  });

  it('counts days, not runs, and leaves out the days with nothing to judge', () => {
    const nobody = { answered: 0, inTime: 0 };
    const week = [...good, ...poor, nobody, nobody];
    const { ledger, verdicts } = judgeRuns([{}], alternate(30, week, week));
    expect([ledger.allHold.held, ledger.allHold.judged]).toEqual([30, 60]);
    expect(verdicts[0].dayHolds?.value).toBe(0.5);
    expect(ledger.promises[0].days).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('counts a day on which one of the promises has nothing to judge by the others', () => {
    const day = [good[0], { answered: 0, inTime: 0 }];
    const late = { hours: [{ from: 1800, to: 3600 }] };
    for (const promises of [
      [{}, late],
      [late, {}],
    ]) {
      const { ledger } = judgeRuns(promises, alternate(4, day, day));
      expect([ledger.allHold.held, ledger.allHold.judged]).toEqual([4, 4]);
    }
  });

  it('sums columns and their squares', () => {
    const { ledger } = judgeRuns([{}], alternate(3, good, fair));
    expect(ledger.runs).toBe(3);
    const inTime = [...ledger.total.data].indexOf(97 + 93 + 97);
    expect(inTime).toBeGreaterThan(0);
    expect(ledger.squares[inTime]).toBe(97 ** 2 + 93 ** 2 + 97 ** 2);
  });

  it('keeps no run: its size depends on the scenario alone', () => {
    const scenario = madeScenario(1, [{}, { scope: 'interval' }]);
    const layout = madeLayout(scenario);
    const ledger = new Ledger(scenario, layout);
    const size = () => JSON.stringify(ledger).length + JSON.stringify(judge(ledger, scenario, 0.95)).length;
    const add = (count: number) => {
      for (let i = 0; i < count; i++) ledger.add(madeRun(layout, i % 3 === 0 ? good : fair));
    };
    add(300);
    const before = size();
    add(3000);
    expect(size()).toBeLessThan(before * 1.2);
  });
});
