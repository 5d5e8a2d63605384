/**
 * The promise of every interval and verdict, tested on runs whose expectation is known: over many repeated experiments the
 * shares stay where the stated confidence puts them. A count of misses is refused when it lies outside the 99.9 % range of
 * its binomial distribution.
 */
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.ts';
import { Ledger } from '../../src/judge/ledger.ts';
import { planLooks } from '../../src/judge/looks.ts';
import { binomialQuantile } from '../../src/math/binomial.ts';
import type { Scenario, ServicePromise } from '../../src/scenario/scenario.ts';
import { madeLayout, madeRandom, madeRun, madeScenario } from './made-runs.ts';

const experiments = 2000;

/** Contacts of a day with a busyness factor; the busier the day, the fewer are answered in time. */
function makeDay(random: () => number, busyShare: number) {
  const busy = random() < busyShare;
  const answered = Math.round((busy ? 60 : 30) * (0.5 + random()));
  const share = busy ? 0.8 : 0.95;
  let inTime = 0;
  for (let i = 0; i < answered; i++) if (random() < share) inTime++;
  return { answered, inTime };
}

/** E[in time] ÷ E[answered] of {@link makeDay}: days of mean 60 at 0.8 and of mean 30 at 0.95. */
function expectedRatio(busyShare: number): number {
  const busy = 60 * busyShare;
  const calm = 30 * (1 - busyShare);
  return (0.8 * busy + 0.95 * calm) / (busy + calm);
}

/** Runs of `days` days, two intervals each; with `alike`, all days of a run are busy together or calm together. */
function repeat(
  seed: number,
  runs: number,
  days: number,
  promises: Partial<ServicePromise>[],
  look: (ledger: Ledger, scenario: Scenario) => boolean,
  alike = false,
) {
  const random = madeRandom(seed);
  const scenario = madeScenario(days, promises);
  const layout = madeLayout(scenario);
  const ledger = new Ledger(scenario, layout);
  while (ledger.runs < runs) {
    const busy = random() < 0.3 ? 1 : 0;
    const intervals = Array.from({ length: 2 * days }, () => makeDay(random, alike ? busy : 0.3));
    ledger.add(madeRun(layout, intervals));
    if (look(ledger, scenario)) return;
  }
}

function expectMisses(misses: number, rate: number): void {
  expect(misses).toBeGreaterThanOrEqual(binomialQuantile(0.0005, experiments, rate));
  expect(misses).toBeLessThanOrEqual(binomialQuantile(0.9995, experiments, rate));
}

function expectAtMost(misses: number, rate: number): void {
  expect(misses).toBeLessThanOrEqual(binomialQuantile(0.999, experiments, rate));
}

describe('judge over 2000 repeated experiments', () => {
  const truth = expectedRatio(0.3);

  it('covers the ratio of sums with 60 runs as often as it says, for 95 %', () => {
    let misses = 0;
    for (let seed = 0; seed < experiments; seed++) {
      repeat(seed, 60, 1, [{ variant: 'answered' }], (ledger, scenario) => {
        if (ledger.runs < 60) return false;
        const { low, high } = judge(ledger, scenario, 0.95)[0].estimate ?? { low: 1, high: 0 };
        if (truth < low || truth > high) misses++;
        return true;
      });
    }
    expectMisses(misses, 0.05);
  });

  it('covers the share of days held, with three days a run that are alike, at least as often as it says', () => {
    // With all days of a run alike, 300 days are worth 100: an interval that took them for independent would miss far more.
    let misses = 0;
    for (let seed = 0; seed < experiments; seed++) {
      repeat(
        10_000 + seed,
        100,
        3,
        [{ variant: 'answered', target: 0.875 }],
        (ledger, scenario) => {
          if (ledger.runs < 100) return false;
          const { low, high } = judge(ledger, scenario, 0.95)[0].dayHolds ?? { low: 1, high: 0 };
          if (shareOfGoodDays < low || shareOfGoodDays > high) misses++;
          return true;
        },
        true,
      );
    }
    expectAtMost(misses, 0.05);
    expect(misses).toBeGreaterThan(0.01 * experiments);
  });

  it('errs in at most 5 % of the experiments though it looks four times, on a promise that is just not kept', () => {
    const { at, confidence } = planLooks({ confidence: 0.95, minRuns: 20, maxRuns: 160 });
    expect(at).toEqual([20, 40, 80, 160]);
    let wrong = 0;
    let undecided = 0;
    for (let seed = 0; seed < experiments; seed++) {
      repeat(20_000 + seed, 160, 1, [{ variant: 'answered', target: truth + 1e-9 }], (ledger, scenario) => {
        if (!at.includes(ledger.runs)) return false;
        const { judgement } = judge(ledger, scenario, confidence)[0];
        if (judgement === 'held') wrong++;
        if (judgement === 'undecided' && ledger.runs === 160) undecided++;
        return judgement !== 'undecided';
      });
    }
    expectAtMost(wrong, 0.025);
    expect(undecided).toBeGreaterThan(0.9 * experiments);
  });
});

/** The share of calm days that keep 0.875 and of busy days that do, by counting a million days made the same way. */
const shareOfGoodDays = (() => {
  const random = madeRandom(99);
  const days = 400_000;
  let good = 0;
  for (let day = 0; day < days; day++) {
    const busy = day % 10 < 3 ? 1 : 0;
    const [first, second] = [makeDay(random, busy), makeDay(random, busy)];
    if ((first.inTime + second.inTime) / (first.answered + second.answered) >= 0.875) good++;
  }
  return good / days;
})();
