/** What customers bring: the engine's own account of it, beside the handling that it leads to and beside its expectation. */
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import { addDay, coMoments, combinationStandardError } from '../../src/math/co-moments.ts';
import { normalQuantile } from '../../src/math/normal.ts';
import { stepCurve } from '../../src/math/rate-curve.ts';
import { wholeScope } from '../../src/measures/interval-tallies.ts';
import { sumContacts } from '../../src/measures/sum-columns.ts';
import { expectedBrought } from '../../src/plan/expected-brought.ts';
import { plainDayScenario } from '../../src/scenario/plain-day.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import { broughtOffset, contactOffset } from '../../src/sim/run.ts';
import { simulate } from '../../src/sim/simulate.ts';

const day = plainDayScenario(
  {
    ...{ meanHandleSeconds: 120, meanPatienceSeconds: Infinity, answerWithinSeconds: 20, balking: 0 },
    ...{ intervalStarts: [0, 900, 1800], agents: [2, 3], arrivalRate: stepCurve([0, 900, 1800], [0.012, 0.02]) },
  },
  'pooled',
);

describe('what customers bring', () => {
  it('is the handling that they get, interval by interval, where everybody is answered', () => {
    const [call] = day.work;
    const fixed = { steps: [{ from: 0, kind: 'fixed', parameters: [15], mean: 15, cv: 0 }] };
    const patient = { steps: [{ from: 0, kind: 'never', parameters: [], mean: Infinity, cv: 0 }] };
    const scenario: Scenario = { ...day, work: [{ ...call, wrapUp: fixed, patience: patient }] };
    const center = compile(scenario, 'brought');
    for (let run = 0; run < 20; run++) {
      const { data, layout } = simulate(center, run);
      for (const interval of [0, 1]) {
        const handled = (['talk', 'hold', 'wrapUp'] as const).reduce(
          (sum, column) => sum + data[contactOffset(layout, 0, column) + interval],
          0,
        );
        expect(data[broughtOffset(layout, 0) + interval]).toBe(handled);
      }
      expect(data[contactOffset(layout, 0, 'answered')]).toBeGreaterThan(0);
    }
  });

  it('is the same whatever the roster', () => {
    const fewer: Scenario = {
      ...day,
      groups: day.groups.map((group) => ({
        ...group,
        staff: { source: 'head-counts', steps: [{ from: 0, agents: 1 }], leaving: 'pooled' },
      })),
    };
    const [one, other] = [day, fewer].map((scenario) => simulate(compile(scenario, 'brought'), 3));
    const at = broughtOffset(one.layout, 0);
    expect(other.data.slice(at, at + 2)).toEqual(one.data.slice(at, at + 2));
    const waits = ({ data, layout }: typeof one) =>
      sumContacts({ data, layout, runs: 1 }, wholeScope(layout), 'answeredWait');
    expect(waits(other)).not.toBe(waits(one));
  });

  // 11 types of work in all: each at 1 − 0.001 ÷ 11, so that all together are at 99.9 %.
  const shipped = ['hello', 'two-skills', 'night-shift', 'outage', 'ordinary-monday', 'counted-twice'];
  it.each(shipped)('comes to what expectedBrought says over 100 runs of %s', async (name) => {
    const { scenario } = await loadScenario(`scenarios/${name}.yaml`, 'en');
    const center = compile(scenario, 'brought');
    const { intervals, layout, types } = center.plan;
    const expected = expectedBrought(scenario);
    const beyond = coMoments(types);
    const sum = (values: Float64Array, type: number) =>
      values.subarray(type * intervals, (type + 1) * intervals).reduce((total, seconds) => total + seconds, 0);
    for (let run = 0; run < 100; run++) {
      const brought = simulate(center, run).data.subarray(broughtOffset(layout, 0));
      addDay(
        beyond,
        Array.from({ length: types }, (_, type) => sum(brought, type) - sum(expected, type)),
      );
    }
    const z = -normalQuantile(0.0005 / 11);
    beyond.means.forEach((mean, type) => {
      const only = beyond.means.map((_, i) => (i === type ? 1 : 0));
      expect(Math.abs(mean), scenario.work[type].name).toBeLessThan(z * combinationStandardError(beyond, only));
    });
  });
});
