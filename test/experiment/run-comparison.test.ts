import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { alignPlans, clockFault, commonCustomers } from '../../src/experiment/align-plans.ts';
import { runComparison } from '../../src/experiment/run-comparison.ts';
import { runExperiment } from '../../src/experiment/run-experiment.ts';
import { PairedSums } from '../../src/judge/paired-sums.ts';
import { binomialQuantile } from '../../src/math/binomial.ts';
import { exactDay } from '../../src/math/exact-day.ts';
import { measures } from '../../src/measures/index.ts';
import { promiseScope } from '../../src/measures/interval-tallies.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { smallDay, smallScenario } from './small-day.ts';

/** A thread reads built JavaScript only, so what is compared in two of them is the built program, as in threads.test.ts. */
const path = resolve(import.meta.dirname, '../../dist/src/experiment/run-comparison.js');
const built = (await import(pathToFileURL(path).href)) as typeof import('../../src/experiment/run-comparison.ts');

/** The small day with other agents. */
function withAgents(change: number, promises = 2): Scenario {
  const scenario = smallScenario([{ target: 0.8 }, { target: 0.7, scope: 'interval' as const }].slice(0, promises));
  const groups = scenario.groups.map((group) => ({
    ...group,
    staff: {
      ...group.staff,
      steps: smallDay.agents.map((agents, i) => ({ from: smallDay.intervalStarts[i], agents: agents + change })),
    },
  })) as Scenario['groups'];
  return { ...scenario, name: `with ${change}`, groups };
}

const three = [withAgents(0), withAgents(1), withAgents(-1)];

describe('runComparison', () => {
  it('gives each plan the verdicts of an experiment of its own on the same seed', async () => {
    const comparison = await runComparison(three, { seed: 'a', runs: 40, threads: 1 });
    const alone = await runExperiment(three[1], { seed: 'a', runs: 40, threads: 1 });
    expect(comparison?.plans[1].verdicts).toEqual(alone.verdicts);
    expect(comparison?.plans[1].allHold).toEqual(alone.allHold);
    expect(comparison).toMatchObject({ ended: 'runs-asked', runs: 40 });
  });

  it('finds the plan with more agents best, with every difference decided', async () => {
    const comparison = await runComparison(three, { seed: 'b', threads: 1 });
    expect(comparison).toMatchObject({ ended: 'decided', selection: { best: 1, decided: true, candidates: [1] } });
    expect(comparison?.plans[0].differences).toEqual([]);
    expect(comparison?.plans[1].differences.map(({ judgement }) => judgement)).toEqual(['better', 'better', 'better']);
    expect(comparison?.plans[2].differences.map(({ judgement }) => judgement)).toEqual(['worse', 'worse', 'worse']);
    expect(comparison?.plans[1].scheduledHours).toBeCloseTo((4 + 6 + 5 + 4 + 4) / 2, 9);
    expect(comparison?.plans[1].customers).toEqual([{ work: three[0].work[0].name, customers: 'same' }]);
  });

  it('gives the same result in two threads as in one, also where a plan leaves early', async () => {
    const plans = [withAgents(0, 1), { ...withAgents(0, 1), name: 'again' }, withAgents(-1, 1), withAgents(1, 1)];
    const one = await runComparison(plans, { seed: 'c', threads: 1 });
    const two = await built.runComparison(plans, { seed: 'c', threads: 2 });
    expect(two).toEqual(one);
    expect(one?.plans[1].differences[0].judgement).toBe('identical');
  });

  it('stops at a signal with what is done, or with nothing at all', async () => {
    const controller = new AbortController();
    controller.abort();
    expect(await runComparison(three, { seed: 'd', threads: 1, signal: controller.signal })).toBeUndefined();
    const later = new AbortController();
    const comparison = await runComparison(three, {
      seed: 'd',
      threads: 1,
      runs: 1000,
      signal: later.signal,
      onProgress: ({ runs }) => {
        if (runs >= 10) later.abort();
      },
    });
    expect(comparison?.ended).toBe('stopped');
    expect(comparison?.runs).toBeGreaterThanOrEqual(10);
    // One look was planned, after all runs: a stop is none, however far apart the plans look.
    expect(comparison).toMatchObject({ judgedAfter: 0, selection: { decided: false, candidates: [0, 1, 2] } });
    for (const { differences, verdicts } of comparison?.plans ?? []) {
      for (const { judgement } of [...differences, ...verdicts]) expect(judgement).toBe('undecided');
      for (const { furtherRuns } of differences)
        expect(furtherRuns).toBeGreaterThanOrEqual(1000 - (comparison?.runs ?? 0));
    }
  });

  it('refuses a single plan, other clocks, and a first plan without promises', async () => {
    const options = { seed: 'e', threads: 1 };
    await expect(runComparison([three[0]], options)).rejects.toThrow(/^scenarios: expected at least 2, got 1/);
    const { clock } = three[1];
    const shorter = { ...three[1], clock: { ...clock, intervalStarts: clock.intervalStarts.slice(0, -1) } };
    await expect(runComparison([three[0], shorter], options)).rejects.toThrow(/^scenarios: expected the same clock/);
    const silent = { ...three[0], promises: [] };
    await expect(runComparison([silent, three[1]], options)).rejects.toThrow(/^plans: the first plan makes no promise/);
  });

  it('estimates the difference of two rosters whose difference is known, and covers it as often as it says', () => {
    // 500 comparisons of 25 runs with one agent more and without.
    const experiments = 500;
    const exact = (agents: number[]) => exactDay({ ...smallDay, agents, leaving: 'pooled' }).total;
    const level = ({ answeredWithin, offered }: ReturnType<typeof exact>) => answeredWithin / offered;
    const truth = level(exact(smallDay.agents.map((agents) => agents + 1))) - level(exact(smallDay.agents));
    const centers = [withAgents(0, 1), withAgents(1, 1)].map((scenario) => compile(scenario, 'paired'));
    const kind = measures.get('answered-within');
    const scopes = [0, 1].map((change) => {
      const scenario = withAgents(change, 1);
      return promiseScope(scenario, centers[change].plan.layout, scenario.promises[0]);
    });
    let misses = 0;
    for (let experiment = 0; experiment < experiments; experiment++) {
      const sums = new PairedSums();
      for (let run = experiment * 25; run < experiment * 25 + 25; run++) {
        const [first, other] = centers.map((center, i) => kind.tally(simulate(center, run), scopes[i]));
        sums.add(first, other);
      }
      const { low, high } = sums.estimate({ unit: 'fraction' }, 0.95) ?? { low: 1, high: 0 };
      if (truth < low || truth > high) misses++;
    }
    expect(misses).toBeGreaterThanOrEqual(binomialQuantile(0.0005, experiments, 0.05));
    expect(misses).toBeLessThanOrEqual(binomialQuantile(0.9995, experiments, 0.05));
  });
});

describe('alignPlans', () => {
  it('asks the promises of the first of every plan, work matched by name, and leaves out what a plan has no work for', () => {
    const [first] = three;
    const other = { ...first.work[0], name: 'other' };
    const both = { ...first, work: [other, first.work[0]], promises: [] };
    const neither = { ...first, work: [other] };
    const plans = alignPlans([first, both, neither]);
    expect(plans[1].promises).toEqual([0, 1]);
    expect(plans[1].scenario.promises.map(({ work }) => work)).toEqual([[1], [1]]);
    expect(plans[2].promises).toEqual([-1, -1]);
    expect(plans[2].scenario.promises).toEqual([]);
  });
});

describe('commonCustomers', () => {
  const [first] = three;
  const [work] = first.work;
  const shared = (changed: Partial<typeof work>) =>
    commonCustomers(first, { ...first, work: [{ ...work, ...changed }] });

  it('tells customers that are the same from those that only come alike, and from other demand', () => {
    expect(shared({ priority: 3 })[0].customers).toBe('same');
    expect(shared({ talk: work.patience })[0].customers).toBe('same-arrivals');
    expect(shared({ hours: [] })[0].customers).toBe('other-demand');
    expect(shared({ name: 'other' }).map(({ customers }) => customers)).toEqual(['missing', 'missing']);
    const busier = { ...first, busyness: { cv: 0.2, intervalCorrelation: 1 } };
    expect(commonCustomers(first, busier)[0].customers).toBe('other-demand');
  });
});

describe('clockFault', () => {
  it('names what differs', () => {
    const [first] = three;
    const { clock } = first;
    const other = (change: object) => ({ ...first, clock: { ...clock, ...change } });
    expect(clockFault(first, first)).toBeUndefined();
    expect(clockFault(first, other({ timeZone: 'Asia/Shanghai' }))).toBe('zone');
    expect(clockFault(first, other({ days: [{ ...clock.days[0], date: '2031-01-01' }] }))).toBe('start');
  });
});
