import { describe, expect, it } from 'vitest';
import { Brought } from '../../src/judge/brought.ts';
import { PairedSums } from '../../src/judge/paired-sums.ts';
import { RatioSums } from '../../src/judge/ratio-sums.ts';
import { ShareOfDays } from '../../src/judge/share-of-days.ts';
import { coMoments } from '../../src/math/co-moments.ts';
import { controlledEstimate } from '../../src/math/control-variates.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { broughtOffset, emptyRun, layoutRun } from '../../src/sim/run.ts';
import { madeRandom, madeScenario } from './made-runs.ts';

/** A day of two half-hours with three types of work, the first of which is expected to bring two hours in each. */
function threeTypes(): Scenario {
  const scenario = madeScenario(1, [{}]);
  const [inquiry] = scenario.work;
  const spans = [{ from: 0, to: 3600 }];
  const steps = [{ from: 0, kind: 'fixed', parameters: [360], mean: 360, cv: 0 }];
  const first = { ...inquiry, arrivals: { process: 'recorded' as const, spans, counts: [40] }, talk: { steps } };
  return { ...scenario, work: [first, inquiry, inquiry] };
}

describe('Brought', () => {
  it('tells a scope’s own work from all other, interval by interval and in all, as hours beyond expectation', () => {
    const scenario = threeTypes();
    const layout = layoutRun(3, 1, 2, [5, 10]);
    const brought = new Brought(scenario, layout);
    const run = emptyRun(layout);
    [7200, 10_800, 3600, 0, 0, 7200].forEach((seconds, i) => {
      run.data[broughtOffset(layout, 0) + i] = seconds;
    });
    const beyond = brought.beyond(run);
    expect([...beyond]).toEqual([0, 1, 1, 0, 0, 2]);
    const scope = { work: [0, 2], intervals: [0, 1] };
    expect(brought.controls(beyond, scope)).toEqual({
      whole: [3, 1],
      intervals: [
        [0, 1],
        [3, 0],
      ],
    });
    expect(brought.controls(beyond, { work: [0, 1, 2], intervals: [1] })).toEqual({ whole: [3], intervals: [[3]] });
    expect([brought.count(scope), brought.count({ work: [0, 1, 2] })]).toEqual([2, 1]);
  });
});

const random = madeRandom(77);
/** Runs of 20 contacts; the more they bring, the fewer are answered in time. */
const runs = Array.from({ length: 80 }, () => {
  const control = random() + random() + random() - 1.5;
  return { met: Math.min(20, Math.round(16 - 3 * control + 2 * random() - 1)), of: 20, control };
});

describe('sums with controls', () => {
  it('RatioSums correct figure and interval, and know both without', () => {
    const [controlled, plain] = [new RatioSums(1), new RatioSums()];
    for (const { control, met, of } of runs) {
      controlled.add(met, of, [control]);
      plain.add(met, of);
    }
    const moments = coMoments(
      2,
      runs.map(({ control, met, of }) => [met / of, control]),
    );
    const estimate = controlled.estimate('fraction', 0.95);
    expect(estimate?.value).toBeCloseTo(controlledEstimate(moments, moments.means[0], [1]).point, 12);
    expect(controlled.plain('fraction', 0.95)).toEqual(plain.estimate('fraction', 0.95));
    expect((estimate?.high ?? 1) - (estimate?.low ?? 0)).toBeLessThan(0.02);
    const again = new RatioSums(1);
    again.restore(JSON.parse(JSON.stringify(controlled.state())));
    expect(again.estimate('fraction', 0.95)).toEqual(estimate);
  });

  it('RatioSums never leave the range of the unit', () => {
    const sums = new RatioSums(1);
    // Only hard runs were seen, and the slope leads above 1 where nothing was beyond expectation.
    for (let i = 0; i < 40; i++) sums.add(20 - (i % 4), 20, [10 + (i % 4)]);
    expect(sums.estimate('fraction', 0.95)).toMatchObject({ value: 1, high: 1 });
  });

  it('PairedSums correct a difference by as much as the two figures', () => {
    const [pair, first, other] = [new PairedSums(1), new RatioSums(1), new RatioSums(1)];
    for (const { control, met, of } of runs) {
      const better = { met: Math.min(of, met + 1 + (met % 2)), of };
      pair.add({ met, of }, better, [control]);
      first.add(met, of, [control]);
      other.add(better.met, of, [control]);
    }
    const value = (sums: RatioSums) => sums.estimate('fraction', 0.95)?.value ?? Number.NaN;
    expect(pair.estimate({ unit: 'fraction' }, 0.95)?.value).toBeCloseTo(value(other) - value(first), 12);
  });

  it('ShareOfDays count for more days where controls explain which hold, but not where hardly any does or does not', () => {
    const shareOf = (target: number) => {
      const [controlled, plain] = [new ShareOfDays(1), new ShareOfDays()];
      for (const { control, met } of runs) {
        controlled.add(met >= target ? 1 : 0, 1, [control]);
        plain.add(met >= target ? 1 : 0, 1);
      }
      return [controlled, plain].map((share) => share.estimate(0.95));
    };
    const width = (share: ReturnType<ShareOfDays['estimate']>) => (share?.high ?? 1) - (share?.low ?? 0);
    const [corrected, counted] = shareOf(16);
    expect(width(corrected)).toBeLessThan(0.85 * width(counted));
    const [rare, asCounted] = shareOf(19);
    expect(runs.filter(({ met }) => met >= 19).length).toBeLessThan(10);
    expect(rare).toEqual(asCounted);
  });
});
