/** What the judge keeps goes through JSON, and what is added afterwards gives the same bits as if it had never been away. */
import { describe, expect, it } from 'vitest';
import { DayValues } from '../../src/judge/day-values.ts';
import { judge } from '../../src/judge/judge.ts';
import { Ledger } from '../../src/judge/ledger.ts';
import { RatioSums } from '../../src/judge/ratio-sums.ts';
import { RunSums } from '../../src/judge/run-sums.ts';
import { ShareOfDays } from '../../src/judge/share-of-days.ts';
import { madeLayout, madeRandom, madeRun, madeScenario } from './made-runs.ts';

interface Kept<State> {
  state(): State;
  restore(state: State): void;
}

/** Adds half to one, and goes on in one that held something else before; the other was never away. */
function goOn<State, K extends Kept<State>>(make: () => K, add: (kept: K, i: number) => void): [restored: K, whole: K] {
  const [whole, half, restored] = [make(), make(), make()];
  for (let i = 0; i < 12; i++) add(whole, i);
  for (let i = 0; i < 6; i++) add(half, i);
  for (let i = 20; i < 23; i++) add(restored, i);
  const state = half.state();
  restored.restore(JSON.parse(JSON.stringify(state)) as State);
  // The state is a copy: what the one adds later is not in it.
  add(half, 6);
  expect(restored.state()).toEqual(state);
  for (let i = 6; i < 12; i++) add(restored, i);
  expect(restored.state()).toEqual(whole.state());
  return [restored, whole];
}

const luck = Array.from({ length: 40 }, madeRandom(11));

describe('what the judge keeps', () => {
  it('DayValues', () => {
    const [restored, whole] = goOn<[number, number][], DayValues>(
      () => new DayValues(),
      (days, i) => days.add(Math.round(10 * luck[i]) / 10),
    );
    expect(restored.quantile(0.5, 12, 0.9)).toEqual(whole.quantile(0.5, 12, 0.9));
    expect(restored.quantile(0.5, 12, 0.9)).not.toBeNull();
  });

  it('RunSums', () => {
    const [restored, whole] = goOn<number[], RunSums>(
      () => new RunSums(3),
      (sums, i) => sums.add(1 + luck[i], luck[i] ** 2, i),
    );
    expect(restored.moments()).toEqual(whole.moments());
    expect([...restored.sums]).toEqual([...whole.sums]);
    expect(restored.runs).toBe(12);
  });

  it('RatioSums', () => {
    const [restored, whole] = goOn<readonly number[], RatioSums>(
      () => new RatioSums(),
      (sums, i) => sums.add(i % 4 === 0 ? 0 : luck[i], i % 4 === 0 ? 0 : 2),
    );
    expect(restored.estimate('fraction', 0.9)).toEqual(whole.estimate('fraction', 0.9));
    expect([restored.judged, restored.runs]).toEqual([9, 12]);
  });

  it('ShareOfDays', () => {
    const [restored, whole] = goOn<ReturnType<ShareOfDays['state']>, ShareOfDays>(
      () => new ShareOfDays(),
      (share, i) => share.add(Math.round(5 * luck[i]), 5),
    );
    expect(restored.estimate(0.9)).toEqual(whole.estimate(0.9));
    expect([restored.judged, restored.held]).toEqual([60, whole.held]);
  });

  const scenario = madeScenario(2, [
    {},
    { scope: 'interval', target: 0.5 },
    { measure: 'abandonment', sense: 'at-most', variant: 'requests' },
  ]);
  const layout = madeLayout(scenario);
  const addRun = (ledger: Ledger, i: number) => {
    const intervals = Array.from({ length: 4 }, (_, k) => {
      const answered = 10 + Math.floor(10 * luck[(i + k) % 40]);
      return {
        answered,
        inTime: Math.floor(answered * luck[(3 * i + k) % 40]),
        abandoned: i % 3,
        abandonedSoon: i % 2,
      };
    });
    ledger.add(madeRun(layout, intervals));
  };

  it('Ledger', () => {
    const [restored, whole] = goOn<ReturnType<Ledger['state']>, Ledger>(() => new Ledger(scenario, layout), addRun);
    expect(judge(restored, scenario, 0.95)).toEqual(judge(whole, scenario, 0.95));
    expect(restored.runs).toBe(12);
    expect([...restored.total.data]).toEqual([...whole.total.data]);
    expect([...restored.squares]).toEqual([...whole.squares]);
  });

  it('Ledger keeps the other definitions interval by interval only where the promise is judged so', () => {
    const { promises } = new Ledger(scenario, layout).state();
    const kept = promises.map(({ variants }) => [...new Set(variants.map(({ intervals }) => intervals.length))]);
    expect(kept).toEqual([[0], [4], []]);
  });

  it('Ledger says of each run what its promises came to, and on how many days all held', () => {
    // Two days of two intervals: on the first both promises hold, on the second one of them.
    const two = madeScenario(2, [{}, { measure: 'abandonment', variant: 'requests', sense: 'at-most', target: 0.1 }]);
    const day = (inTime: number, abandoned: number) => ({ answered: 20 - abandoned, inTime, abandoned });
    const run = madeRun(layout, [day(18, 0), day(20, 0), day(17, 3), day(17, 2)]);
    const nothing = { whole: [0], intervals: [[0], [0], [0], [0]] };
    expect(new Ledger(two, layout).add(run)).toEqual({
      promises: [[18, 20, 17, 17].map((met) => ({ met, of: 20 })), [0, 0, 3, 2].map((met) => ({ met, of: 20 }))],
      allHold: { met: 1, of: 2 },
      controls: { promises: [nothing, nothing], allHold: [0] },
    });
  });

  it('Ledger refuses the state of other promises, and of another layout', () => {
    const fewer = new Ledger(madeScenario(2, [{}]), layout);
    const longer = new Ledger(madeScenario(3, scenario.promises), madeLayout(madeScenario(3, [])));
    for (const ledger of [fewer, longer]) {
      expect(() => new Ledger(scenario, layout).restore(ledger.state())).toThrow(/^(state|packed): expected/);
    }
  });
});
