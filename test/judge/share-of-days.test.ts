import { describe, expect, it } from 'vitest';
import { ShareOfDays } from '../../src/judge/share-of-days.ts';
import { wilsonInterval } from '../../src/math/proportion-interval.ts';

function shareOf(runs: readonly (readonly [held: number, judged: number])[]): ShareOfDays {
  const share = new ShareOfDays();
  for (const [held, judged] of runs) share.add(held, judged);
  return share;
}

/** `count` runs in turn out of a list. */
function inTurn<T>(count: number, list: readonly T[]): T[] {
  return Array.from({ length: count }, (_, i) => list[i % list.length]);
}

describe('ShareOfDays', () => {
  it('is null when no day was judged', () => {
    expect(new ShareOfDays().estimate(0.95)).toBeNull();
    expect(shareOf([[0, 0]]).estimate(0.95)).toBeNull();
  });

  it("gives Wilson's interval with one day a run", () => {
    const { low, high } = wilsonInterval(0.75, 40, 0.9);
    expect(
      shareOf(
        inTurn(40, [
          [1, 1],
          [1, 1],
          [0, 1],
          [1, 1],
        ] as const),
      ).estimate(0.9),
    ).toEqual({
      value: 0.75,
      low,
      high,
      confidence: 0.9,
    });
  });

  it('does not count days with nothing to judge', () => {
    const { low, high } = wilsonInterval(0.5, 20, 0.95);
    expect(
      shareOf(
        inTurn(40, [
          [1, 1],
          [0, 0],
          [0, 1],
          [0, 0],
        ] as const),
      ).estimate(0.95),
    ).toMatchObject({
      value: 0.5,
      low,
      high,
    });
  });

  it('counts a run whose days are alike about once', () => {
    const { low, high } = wilsonInterval(0.5, 39, 0.95);
    const estimate = shareOf(
      inTurn(40, [
        [5, 5],
        [0, 5],
      ] as const),
    ).estimate(0.95);
    expect(estimate?.value).toBe(0.5);
    // The spread between 40 runs, with its n − 1, is worth 39 days.
    expect(estimate?.low).toBeCloseTo(low, 12);
    expect(estimate?.high).toBeCloseTo(high, 12);
  });

  it('reckons with numbers of days judged that differ from run to run', () => {
    const runs = inTurn(40, [
      [4, 4],
      [1, 2],
      [0, 3],
      [2, 2],
    ] as const);
    const share = 7 / 11;
    const perRun = 11 / 4;
    const squares = runs.reduce((sum, [held, judged]) => sum + ((held - share * judged) / perRun) ** 2, 0);
    const { low, high } = wilsonInterval(share, (share * (1 - share)) / (squares / 39 / 40), 0.95);
    const estimate = shareOf(runs).estimate(0.95);
    expect(estimate?.low).toBeCloseTo(low, 12);
    expect(estimate?.high).toBeCloseTo(high, 12);
  });

  it('never counts more days than there are, however evenly runs came out', () => {
    const { low, high } = wilsonInterval(0.6, 200, 0.95);
    expect(shareOf(inTurn(40, [[3, 5]] as const)).estimate(0.95)?.low).toBeGreaterThan(0);
    const uneven = shareOf(
      inTurn(40, [
        [3, 5],
        [3, 5],
        [2, 5],
        [4, 5],
      ] as const),
    ).estimate(0.95);
    expect(uneven).toMatchObject({ value: 0.6, low, high });
  });

  it('counts each run as one day where all days agree, since no spread can be seen', () => {
    const { low, high } = wilsonInterval(1, 30, 0.95);
    expect(shareOf(inTurn(30, [[7, 7]] as const)).estimate(0.95)).toMatchObject({ value: 1, low, high });
    const one = wilsonInterval(2 / 3, 1, 0.95);
    expect(shareOf([[2, 3]]).estimate(0.95)).toMatchObject({ low: one.low, high: one.high });
  });

  it('counts one run of many days as one day, controls or not', () => {
    const { low, high } = wilsonInterval(13 / 28, 1, 0.95);
    for (const controls of [[], [0.3], [0.3, -0.1]]) {
      const month = new ShareOfDays(controls.length);
      month.add(13, 28, controls);
      expect(month.estimate(0.95)).toMatchObject({ value: 13 / 28, low, high });
    }
  });
});
