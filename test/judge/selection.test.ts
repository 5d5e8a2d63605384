/**
 * The selection's promise, tested on plans whose best is known: over 2,000 repeated experiments each the selected plan is the
 * best, or within what does not matter of it, as often as the confidence says. A count of errors is refused when it lies above
 * the 99.9 % quantile of its binomial distribution.
 */
import { describe, expect, it } from 'vitest';
import { planLooks } from '../../src/judge/looks.ts';
import { comparisonConfidence, Selecting } from '../../src/judge/selection.ts';
import { binomialQuantile } from '../../src/math/binomial.ts';
import { roomierInterval } from '../../src/math/confidence-interval.ts';
import type { Tally } from '../../src/measures/measure.ts';
import { madeRandom } from './made-runs.ts';

const experiments = 2000;
const yardstick = { unit: 'fraction', sense: 'at-least', matters: 0.01 } as const;
const looks = planLooks({ confidence: 0.95, minRuns: 20, maxRuns: 160 });

/** Tallies of one run: plans share the day's luck, and each has some of its own. */
function makeRun(random: () => number, levels: readonly number[]): Tally[] {
  const of = 50 + Math.floor(random() * 50);
  const luck = 0.1 * (random() - 0.5);
  return levels.map((level) => ({ met: of * (level + luck + 0.1 * (random() - 0.5)), of }));
}

interface Found {
  wrong: number;
  decided: number;
  /** Experiments in which some plan's distance to the best of the others lies outside its interval. */
  missed: number;
}

function repeat(levels: readonly number[], firstSeed: number): Found {
  const best = Math.max(...levels);
  const overOthers = levels.map((level, i) => level - Math.max(...levels.filter((_, j) => j !== i)));
  const confidence = comparisonConfidence(0.95, levels.length, looks.at.length);
  const found = { wrong: 0, decided: 0, missed: 0 };
  for (let experiment = 0; experiment < experiments; experiment++) {
    const random = madeRandom(firstSeed + experiment);
    const selecting = new Selecting(levels.length, yardstick);
    for (let run = 1; run <= 160; run++) {
      selecting.add(makeRun(random, levels));
      if (!looks.at.includes(run)) continue;
      const selection = selecting.look(confidence);
      if (!selection.decided && run < 160) continue;
      if (selection.decided) found.decided++;
      if (selection.decided && best - levels[selection.best] > yardstick.matters) found.wrong++;
      const outside = selection.overOthers.some(
        ({ low, high }, i) => overOthers[i] < low - 1e-12 || overOthers[i] > high + 1e-12,
      );
      if (outside) found.missed++;
      break;
    }
  }
  return found;
}

const limit = binomialQuantile(0.999, experiments, 0.05);

describe('Selecting over 2,000 repeated experiments', () => {
  it('selects a plan within what does not matter of the best, where one is just better than the others by that', () => {
    // The least favourable case: all others are behind by just more than what does not matter.
    const { wrong, decided, missed } = repeat([0.8, 0.8, 0.81001, 0.8], 1);
    expect(wrong).toBeLessThanOrEqual(limit);
    expect(missed).toBeLessThanOrEqual(limit);
    expect(decided).toBeGreaterThan(0.5 * experiments);
  });

  it('covers every distance to the best of the others at once, where plans are equal and where they are not', () => {
    const equal = repeat([0.8, 0.8, 0.8], 10_000);
    expect(equal.missed).toBeLessThanOrEqual(limit);
    const apart = repeat([0.78, 0.8, 0.83], 20_000);
    expect(apart).toMatchObject({ wrong: 0, decided: experiments });
    expect(apart.missed).toBeLessThanOrEqual(limit);
  });
});

describe('Selecting', () => {
  it('look(confidence) leaves a plan out for good, and a decision stands', () => {
    const random = madeRandom(7);
    const selecting = new Selecting(3, yardstick);
    for (let run = 0; run < 30; run++) selecting.add(makeRun(random, [0.8, 0.9, 0.7]));
    const selection = selecting.look(0.99);
    expect(selection).toMatchObject({ best: 1, decided: true, candidates: [1], furtherRuns: 0 });
    for (let run = 0; run < 3000; run++) selecting.add(makeRun(random, [0.99, 0.5, 0.7]));
    expect(selecting.look(0.99)).toBe(selection);
  });

  it('look(confidence) says how many more runs it would take', () => {
    const random = madeRandom(8);
    const levels = [0.8, 0.812];
    const selecting = new Selecting(2, { ...yardstick, matters: 0 });
    for (let run = 0; run < 20; run++) selecting.add(makeRun(random, levels));
    const { decided, furtherRuns } = selecting.look(0.99);
    expect(decided).toBe(false);
    expect(furtherRuns).toBeGreaterThan(0);
    for (let run = 0; run < 4 * furtherRuns; run++) selecting.add(makeRun(random, levels));
    expect(selecting.look(0.99)).toMatchObject({ best: 1, decided: true });
  });

  it('look(confidence) takes plans that no run tells apart for as good, whatever little runs there are', () => {
    const selecting = new Selecting(2, { ...yardstick, matters: 0 });
    for (let run = 0; run < 5; run++)
      selecting.add([
        { met: 8, of: 10 },
        { met: 8, of: 10 },
      ]);
    expect(selecting.look(0.95)).toMatchObject({ best: 0, decided: true, candidates: [0, 1], furtherRuns: 0 });
  });

  it('less is better where the promise says at most', () => {
    const random = madeRandom(9);
    const selecting = new Selecting(2, { unit: 'seconds', sense: 'at-most', matters: 1 });
    for (let run = 0; run < 30; run++) selecting.add(makeRun(random, [20, 30]));
    const { best, overOthers } = selecting.look(0.95);
    expect(best).toBe(0);
    expect(overOthers[0].low).toBeGreaterThanOrEqual(0);
    expect(overOthers[1].high).toBe(0);
  });
});

describe('Selecting', () => {
  it('leads with the plan of the best figure while nothing is decided, wherever it stands', () => {
    for (const best of [0, 1, 2]) {
      const selecting = new Selecting(3, yardstick);
      for (const luck of [0.3, -0.3, 0.2, -0.2]) {
        selecting.add(
          [0, 1, 2].map((plan) => ({ met: 50 + (plan === best ? 2 : 0) + luck * 40 * (plan + 1), of: 100 })),
        );
      }
      const { best: found, decided } = selecting.look(0.95);
      expect([found, decided]).toEqual([best, false]);
    }
  });

  it('goes on with the others where a plan is simulated no more', () => {
    const [all, some] = [new Selecting(3, yardstick), new Selecting(2, yardstick)];
    const random = madeRandom(9);
    for (let run = 0; run < 40; run++) {
      const tallies = makeRun(random, [0.7, 0.3, 0.72]);
      all.add(run < 20 ? tallies : [tallies[0], undefined, tallies[2]]);
      some.add([tallies[0], tallies[2]]);
      if (run === 19) expect(all.look(0.95).candidates).not.toContain(1);
    }
    const [three, two] = [all.look(0.95), some.look(0.95)];
    expect(three.candidates).toEqual(two.candidates.map((plan) => 2 * plan));
    expect([three.best, three.furtherRuns]).toEqual([2 * two.best, two.furtherRuns]);
  });
});

describe('Selecting on days of one call', () => {
  // The figures of three plans on eight days: two that are near each other, and one that is far behind.
  const days = [
    [0.5, 0.54, 0.48, 0.52, 0.51, 0.49, 0.55, 0.47],
    [0.55, 0.5, 0.56, 0.53, 0.5, 0.54, 0.52, 0.51],
    [0.2, 0.25, 0.22, 0.21, 0.24, 0.26, 0.2, 0.23],
  ];
  const confidence = 0.95;

  /** The interval of the mean difference, with room for the skewness that the days show. */
  function lead(i: number, j: number): { value: number; low: number; high: number } {
    const differences = days[i].map((figure, day) => figure - days[j][day]);
    const value = differences.reduce((a, b) => a + b, 0) / 8;
    const sum = (power: number) => differences.reduce((all, one) => all + (one - value) ** power, 0);
    const deviation = Math.sqrt(sum(2) / 7);
    const skewness = (sum(3) * 8) / 7 / 6 / deviation ** 3;
    const { low, high } = roomierInterval(value, deviation / Math.sqrt(8), 8, skewness, confidence);
    return { value, low, high };
  }

  function selectionOf(plans: readonly number[], matters: number) {
    const selecting = new Selecting(plans.length, { ...yardstick, matters });
    for (let day = 0; day < 8; day++) selecting.add(plans.map((plan) => ({ met: days[plan][day], of: 1 })));
    return selecting.look(confidence);
  }

  it('overOthers bounds each plan’s lead over the best of those that may be the best', () => {
    const { best, candidates, overOthers } = selectionOf([0, 1, 2], 0);
    expect([best, candidates]).toEqual([1, [0, 1]]);
    const [first, second, third] = overOthers;
    expect(first).toEqual({ low: expect.closeTo(lead(0, 1).low, 12), high: expect.closeTo(lead(0, 1).high, 12) });
    expect(second).toEqual({ low: expect.closeTo(lead(1, 0).low, 12), high: expect.closeTo(lead(1, 0).high, 12) });
    const behind = Math.min(lead(2, 0).low, lead(2, 1).low);
    expect(third).toEqual({ low: expect.closeTo(behind, 12), high: 0 });
    // Of two plans of which one is far behind, the other leads by at least 0.
    expect(selectionOf([1, 2], 0).overOthers).toEqual([
      { low: 0, high: expect.closeTo(lead(1, 2).high, 12) },
      { low: expect.closeTo(lead(2, 1).low, 12), high: 0 },
    ]);
  });

  it('furtherRuns is what takes the rival’s interval to what does not matter, half-widths shrinking as 1 ÷ √runs', () => {
    const { value, high } = lead(0, 1);
    for (const matters of [0, 0.002, 0.01]) {
      const expected = Math.ceil(8 * ((high - value) / (matters - value)) ** 2) - 8;
      expect(expected).toBeGreaterThan(1);
      expect(selectionOf([0, 1, 2], matters)).toMatchObject({ decided: false, furtherRuns: expected });
    }
    expect(selectionOf([0, 1, 2], high * 0.999999)).toMatchObject({ decided: false, furtherRuns: 1 });
    expect(selectionOf([0, 1, 2], high * 1.000001)).toMatchObject({ decided: true, furtherRuns: 0 });
  });
});

describe('comparisonConfidence', () => {
  it('shares the error out among the other plans and the looks, on each side', () => {
    expect(comparisonConfidence(0.95, 3, 2)).toBeCloseTo(0.975, 14);
    expect(comparisonConfidence(0.99, 2, 5)).toBeCloseTo(0.996, 14);
    // One plan alone is compared with none, two with one.
    expect(comparisonConfidence(0.95, 1, 4)).toBeCloseTo(0.975, 14);
    expect(comparisonConfidence(0.95, 2, 4)).toBeCloseTo(0.975, 14);
  });
});
