import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import { runExperiment } from '../../src/experiment/run-experiment.ts';
import { explainMiss } from '../../src/experiment/why/explain-miss.ts';
import { apply, findMend } from '../../src/experiment/why/mend.ts';
import { multiplyCurve } from '../../src/math/rate-curve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { smallScenario } from './small-day.ts';

const options = { seed: 'why', runs: 40, threads: 1 };
const sum = (parts: readonly { estimate: { value: number } }[]) =>
  parts.reduce((total, { estimate }) => total + estimate.value, 0);

/** The small day with enough people and, in its third half-hour, twice the calls. */
function surged(scope: 'day' | 'interval', target = 0.7): Scenario {
  const day = smallScenario([{ target, scope }]);
  const [work] = day.work;
  const [group] = day.groups;
  const more = { steps: [{ from: 0, agents: 8 }], source: 'head-counts', leaving: 'pooled' } as const;
  if (work.arrivals.process !== 'poisson') throw new Error('the small day is Poisson');
  const curve = multiplyCurve(work.arrivals.curve, { from: 3600, to: 5400, terms: [{ c: 3, n: 0, k: 0 }] });
  return {
    ...day,
    groups: [{ ...group, staff: { ...more, steps: [...more.steps] } }],
    work: [{ ...work, arrivals: { ...work.arrivals, curve } }],
    shocks: [
      { kind: 'surge', name: 'surge', why: '', from: 3600, to: 5400, touches: [work.name], slowdown: 1, slows: [] },
    ],
    planned: { arrivals: [work.arrivals], staff: [{ ...more, steps: [...more.steps] }], lines: [] },
  };
}

describe('explainMiss', () => {
  it('gives parts that add up to the miss, and blames the surge where nothing else is wrong', async () => {
    const why = await explainMiss(surged('interval'), options);
    expect(why.factors).toEqual(['volume', 'backlog']);
    const [{ intervals, whole }] = why.misses;
    expect(intervals.length).toBeGreaterThan(0);
    for (const split of [whole, ...intervals]) {
      expect(sum(split?.parts ?? [])).toBeCloseTo(split?.miss.value ?? 1, 12);
    }
    const third = intervals.find((one) => one.intervals[0] === 2);
    const part = (name: string) => third?.parts.find(({ factor }) => factor === name)?.estimate;
    expect(part('volume')?.low).toBeGreaterThan(third?.miss.value ?? 1);
    expect(part('roster')?.high).toBeLessThan(0);
    // Nothing is left waiting when the surge begins: its first interval has inherited next to nothing.
    expect(Math.abs(part('backlog')?.value ?? 1)).toBeLessThan(0.02);
  });

  it('finds a change that mends, on fresh days and on other ones', async () => {
    const scenario = surged('interval');
    const { mend } = await explainMiss(scenario, options);
    expect(mend?.judgement).toBe('held');
    expect(mend?.changes.length).toBe(1);
    const [change] = mend?.changes ?? [];
    expect(change).toMatchObject({ kind: 'agents', index: 0, from: 3600 });
    const mended = await explainMiss(apply(scenario, [change]), { ...options, seed: 'other' });
    expect(mended.misses).toEqual([]);
    expect(mended.mend).toBe(null);
    expect(change.count).toBeLessThan(14);
  });

  it('mends what a few days show to miss but not yet to be broken, so that the promise holds on other ones', async () => {
    const scenario = surged('interval', 0.93);
    const { outcome, mend } = await explainMiss(scenario, { ...options, runs: 8 });
    const [{ intervals }] = outcome.verdicts;
    const misses = intervals.filter(({ estimate }) => (estimate?.value ?? 1) < 0.93);
    expect(misses.map(({ judgement }) => judgement)).toContain('undecided');
    expect(mend?.mended.map((one) => one.intervals[0])).toEqual(misses.map(({ interval }) => interval));
    const judged = await runExperiment(apply(scenario, mend?.changes ?? []), { seed: 'other', runs: 400, threads: 1 });
    expect(judged.verdicts[0].judgement).toBe('held');
  });

  it('looks for a change on all days where the first ones need none, and never proposes an empty one as a mend', async () => {
    const scenario = smallScenario([{ target: 0.97, scope: 'day' }]);
    const broken = [{ promise: 0, intervals: [0, 1, 2, 3] }];
    const calm = { ...scenario, promises: scenario.promises.map((one) => ({ ...one, target: 0 })) };
    const sought: number[] = [];
    const common = { seed: 'why', threads: 1, searchRuns: 5, judgedRuns: 20, proofRuns: 30, confidence: 0.95 };
    const onRun = (_: number, all: number) => sought.push(all);
    // What meets its target by far needs nothing: the search goes over the 5 days, then over all 20, and one proof is enough.
    const edge = await findMend(calm, broken, { ...common, onRun });
    expect(edge?.changes).toEqual([]);
    expect([...new Set(sought)]).toEqual([5, 20, 30]);
  });

  it('lets a change that fresh days find too small last longer, where that adds less than one agent more', async () => {
    const { scenario } = await loadScenario('scenarios/hello.yaml', 'en');
    const [group] = scenario.groups;
    const staff = { source: 'head-counts', steps: [{ from: 0, agents: 8 }], leaving: 'pooled' } as const;
    const eight = { ...scenario, groups: [{ ...group, staff: { ...staff, steps: [...staff.steps] } }] };
    const { mend } = await explainMiss(eight, { seed: '1', runs: 50, threads: 1 });
    // Ten hold all day, as the scenario shows; two of eleven would go home at six.
    expect(mend).toMatchObject({ judgement: 'held', hours: 24 });
    expect(mend?.changes).toEqual([{ kind: 'agents', index: 0, from: 8 * 3600, to: 20 * 3600, count: 2 }]);
  });

  it('leaves out what a later change makes needless', async () => {
    const scenario = smallScenario([{ target: 0.97, scope: 'interval' }]);
    const options = { seed: 'why', threads: 1, searchRuns: 30, judgedRuns: 30, proofRuns: 100, confidence: 0.95 };
    const single = [{ promise: 0, intervals: [2] }];
    const alone = await findMend(scenario, single, options);
    expect(alone?.changes).toMatchObject([{ from: 3600, to: 5400 }]);
    // Whoever is there all day is there in the third half-hour too.
    const both = await findMend(scenario, [...single, { promise: 0, intervals: [0, 1, 2, 3] }], options);
    expect(both?.changes).toMatchObject([{ from: 0 }]);
  });

  it('blames the roster where there is nothing else, and judges a day as a whole', async () => {
    const scenario = smallScenario([{ target: 0.97, scope: 'day' }]);
    const { factors, misses, mend } = await explainMiss(scenario, options);
    expect(factors).toEqual(['backlog']);
    const [{ whole }] = misses;
    expect(whole?.intervals.length).toBe(4);
    const roster = whole?.parts.find(({ factor }) => factor === 'roster')?.estimate.value ?? 0;
    expect(roster).toBeGreaterThan(0.8 * (whole?.miss.value ?? 1));
    expect(mend?.judgement).toBe('held');
  });

  it('has nothing to explain where nothing is broken, and ends at a signal', async () => {
    const held = await explainMiss(smallScenario([{ target: 0.3 }]), options);
    expect(held).toMatchObject({ misses: [], mend: null });
    const controller = new AbortController();
    const stopped = explainMiss(surged('interval'), {
      ...options,
      signal: controller.signal,
      onProgress: ({ stage }) => {
        if (stage === 'split') controller.abort();
      },
    });
    await expect(stopped).rejects.toThrow(/abort/);
  });

  it('refuses a single run, which bounds nothing', async () => {
    await expect(explainMiss(surged('day'), { ...options, runs: 1 })).rejects.toThrow(/^runs: /);
  });
});
