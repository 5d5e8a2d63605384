/**
 * How often every interval and verdict is wrong, over repeated experiments of the engine on days whose expectations are computed
 * exactly: `npm run coverage` prints the table of `docs/background/certainty.md`. `--experiments 2000` unless given; `--part` does one.
 */
import { parseArgs } from 'node:util';
import { longRun } from '../src/experiment/long-run.ts';
import { runUncertainInputs } from '../src/experiment/uncertain-inputs.ts';
import { ComparisonLedger } from '../src/judge/comparison.ts';
import { judge } from '../src/judge/judge.ts';
import { Ledger } from '../src/judge/ledger.ts';
import { planLooks } from '../src/judge/looks.ts';
import { comparisonConfidence } from '../src/judge/selection.ts';
import type { ConfidenceInterval } from '../src/math/confidence-interval.ts';
import { erlangA } from '../src/math/erlang-a.ts';
import { exactDay } from '../src/math/exact-day.ts';
import { wilsonInterval } from '../src/math/proportion-interval.ts';
import { stepCurve } from '../src/math/rate-curve.ts';
import { type PlainDay, plainDayScenario } from '../src/scenario/plain-day.ts';
import type { Scenario, ServicePromise } from '../src/scenario/scenario.ts';
import { compile } from '../src/sim/compile.ts';
import { simulate } from '../src/sim/simulate.ts';

const { values } = parseArgs({
  options: { experiments: { type: 'string', default: '2000' }, part: { type: 'string' } },
});
const experiments = Number(values.experiments);
if (!(Number.isInteger(experiments) && experiments >= 1)) {
  throw new RangeError(`experiments: expected a whole number of at least 1, got ${values.experiments}`);
}
const runs = 100;
const { at, confidence } = planLooks({ confidence: 0.95, minRuns: 25, maxRuns: runs });
const promised = 0.05;

/** Half an hour of some 29 calls with a change of staff between. */
const day: PlainDay = {
  meanHandleSeconds: 120,
  meanPatienceSeconds: 90,
  answerWithinSeconds: 20,
  intervalStarts: [0, 900, 1800],
  agents: [2, 3],
  balking: 0,
  arrivalRate: stepCurve([0, 900, 1800], [0.012, 0.02]),
};

/** Counts of what went wrong, by what was claimed. */
const wrong = new Map<string, number>();
function count(claim: string, isWrong: boolean): void {
  wrong.set(claim, (wrong.get(claim) ?? 0) + (isWrong ? 1 : 0));
}
function misses(interval: Pick<ConfidenceInterval, 'low' | 'high'> | null | undefined, truth: number): boolean {
  return interval === null || interval === undefined || truth < interval.low - 1e-12 || truth > interval.high + 1e-12;
}

function totals(of: PlainDay) {
  const { total } = exactDay({ ...of, leaving: 'pooled' });
  return {
    level: total.answeredWithin / total.offered,
    abandonment: total.abandoned / total.offered,
    asa: total.answeredWaitSeconds / total.answered,
  };
}

/** The scenario of a day with promises on the service level, abandonment and the speed of answer. */
function promising(of: PlainDay, targets: readonly [number, number, number]): Scenario {
  const usual = plainDayScenario(of, 'pooled');
  const [promise] = usual.promises;
  const made: Partial<ServicePromise>[] = [
    { id: 'level', target: targets[0] },
    { id: 'abandonment', measure: 'abandonment', variant: 'requests', sense: 'at-most', target: targets[1] },
    { id: 'asa', measure: 'asa', variant: 'answered', sense: 'at-most', target: targets[2] },
  ];
  return { ...usual, promises: made.map((change) => ({ ...promise, ...change })) };
}

/** Figures, daily figures and verdicts of single plans. */
function trySinglePlans(): void {
  const truth = totals(day);
  const [first, second] = exactDay({ ...day, leaving: 'pooled' }).intervals;
  const edge = 1e-9;
  const scenario = promising(day, [truth.level + edge, truth.abandonment - edge, truth.asa + edge]);
  const center = compile(scenario, 'coverage');
  const seen: { shares: (ConfidenceInterval | null)[]; quantiles: { low: number; high: number }[][] }[] = [];
  const held = [0, 0];
  const dailyLevels: number[] = [];
  for (let experiment = 0; experiment < experiments; experiment++) {
    const ledger = new Ledger(scenario, center.plan.layout);
    const err = [false, false, false];
    for (let run = 0; run < runs; run++) {
      const [tallies] = ledger.add(simulate(center, experiment * runs + run)).promises;
      const of = tallies.reduce((sum, tally) => sum + tally.of, 0);
      if (of > 0) dailyLevels.push(tallies.reduce((sum, tally) => sum + tally.met, 0) / of);
      if (!at.includes(ledger.runs)) continue;
      // Just not kept: held is wrong. Just kept: broken is.
      judge(ledger, scenario, confidence).forEach(({ judgement }, i) => {
        if (judgement === (i === 2 ? 'broken' : 'held')) err[i] = true;
      });
    }
    const verdicts = judge(ledger, scenario, 0.95);
    const [level, abandonment, asa] = verdicts;
    count('interval: service level', misses(level.estimate, truth.level));
    count(
      'interval: service level of one interval',
      misses(level.intervals[0].estimate, first.answeredWithin / first.offered),
    );
    count(
      'interval: service level of the other',
      misses(level.intervals[1].estimate, second.answeredWithin / second.offered),
    );
    count('interval: abandonment', misses(abandonment.estimate, truth.abandonment));
    count('interval: ASA', misses(asa.estimate, truth.asa));
    ['service level', 'abandonment', 'ASA'].forEach((name, i) => {
      count(`verdict at the very edge, three looks: ${name}`, err[i]);
    });
    const both = ledger.allHold.estimate(0.95);
    seen.push({
      shares: [level.dayHolds, both].map((share) => share && { point: share.value, low: share.low, high: share.high }),
      quantiles: [level.dayQuantiles.map(({ estimate }) => estimate)],
    });
    held[0] += ledger.promises[0].dayHolds.held;
    held[1] += ledger.allHold.held;
  }
  // All days together stand in for what is not known exactly: their own error is a small part of an interval's.
  const days = experiments * runs;
  const sorted = Float64Array.from(dailyLevels).sort();
  for (const { shares, quantiles } of seen) {
    count('interval: share of days held', misses(shares[0], held[0] / days));
    count('interval: share of days on which all hold', misses(shares[1], held[1] / days));
    [0.05, 0.5, 0.95].forEach((level, i) => {
      const estimate = quantiles[0][i];
      const rank = Math.floor(level * sorted.length);
      const truth = Number(sorted[rank].toPrecision(4));
      if (estimate !== undefined) count(`interval: ${level * 100} % quantile of the day`, misses(estimate, truth));
    });
  }
}

/** Differences between plans on the same customers, and the choice of the best. */
function tryComparisons(): void {
  const days = [day, { ...day, agents: [3, 3] }, { ...day, agents: [3, 2] }];
  const truths = days.map(totals);
  const scenarios = days.map((one) => promising(one, [0.8, 0.2, 30]));
  const centers = scenarios.map((scenario) => compile(scenario, 'coverage'));
  const layouts = centers.map(({ plan }) => plan.layout);
  const plans = scenarios.map((scenario) => ({ scenario, promises: [0, 1, 2] }));
  const sure = comparisonConfidence(0.95, plans.length, at.length);
  // The hardest case: the first plan lies behind the best, the second, by just more than what does not matter.
  const matters = truths[1].level - truths[0].level - 1e-9;
  for (let experiment = 0; experiment < experiments; experiment++) {
    const ledger = new ComparisonLedger(plans, layouts, 0, { fraction: matters, seconds: 1, count: 1 });
    let chosen: number | undefined;
    const err = [false, false];
    for (let run = 1; run <= runs; run++) {
      ledger.add(centers.map((center) => simulate(center, experiment * runs + run)));
      if (!at.includes(run)) continue;
      const selection = ledger.select(sure);
      if (selection.decided) chosen ??= selection.best;
      ledger
        .differences(confidence)
        .slice(1)
        .forEach(([{ judgement }], i) => {
          const difference = truths[i + 1].level - truths[0].level;
          const isAlike = Math.abs(difference) <= matters;
          if (judgement === 'alike' && !isAlike) err[i] = true;
          if (judgement === (difference > 0 ? 'worse' : 'better')) err[i] = true;
        });
    }
    ledger
      .differences(0.95)
      .slice(1)
      .forEach((aspects, i) => {
        (['level', 'abandonment', 'asa'] as const).forEach((name, aspect) => {
          const names = { level: 'service level', abandonment: 'abandonment', asa: 'ASA' };
          count(
            `paired difference: ${names[name]}, plan ${i + 2}`,
            misses(aspects[aspect].estimate, truths[i + 1][name] - truths[0][name]),
          );
        });
        count(`verdict on a difference, three looks: plan ${i + 2}`, err[i]);
      });
    count(
      'selection of the best of three, three looks',
      chosen !== undefined && truths[1].level - truths[chosen].level > matters,
    );
  }
}

/** The steady state of one queue from one long run each. */
function tryLongRuns(): void {
  const { meanHandleSeconds, meanPatienceSeconds, answerWithinSeconds } = day;
  const queue = { arrivalRate: 0.05, meanHandleSeconds, meanPatienceSeconds, agents: 7, answerWithinSeconds };
  const truth = erlangA(queue);
  for (let experiment = 0; experiment < experiments; experiment++) {
    const { serviceLevel, abandonment, asa } = longRun(queue, 'coverage', 20_000, experiment);
    count('long run: service level', misses(serviceLevel, truth.serviceLevel.offered));
    count('long run: abandonment', misses(abandonment, truth.abandonment));
    count('long run: ASA', misses(asa, truth.asa));
  }
}

/** The expectation when the volume is only known to lie within 30 %. */
async function tryUncertainInputs(): Promise<void> {
  const size = 0.3;
  const scaled = (factor: number): PlainDay => ({
    ...day,
    arrivalRate: stepCurve([0, 900, 1800], [0.012 * factor, 0.02 * factor]),
  });
  const points = Array.from({ length: 41 }, (_, i) => 1 - size + (2 * size * (i + 0.5)) / 41);
  const levels = points.map((factor) => totals(scaled(factor)).level);
  const target = totals(scaled(1.1)).level;
  const expected = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  // The level falls with the volume, so it is kept up to a factor of 1.1.
  const kept = (1.1 - (1 - size)) / (2 * size);
  const scenario: Scenario = {
    ...promising(day, [target, 1, 1000]),
    uncertainty: [{ name: 'volume', affects: ['arrivals'], work: [0], spread: 'uniform', size }],
  };
  const withInputs = ([factor]: readonly number[]): Scenario => ({ ...promising(scaled(factor), [target, 1, 1000]) });
  for (let experiment = 0; experiment < experiments; experiment++) {
    const seed = `coverage-${experiment}`;
    const center = compile(scenario, seed);
    const ledger = new Ledger(scenario, center.plan.layout);
    for (let run = 0; run < 200; run++) ledger.add(simulate(center, run));
    const known = judge(ledger, scenario, 0.95).map(({ estimate }) => estimate);
    const found = await runUncertainInputs(scenario, withInputs, { seed, threads: 1, known });
    const level = found?.promises[0];
    count('uncertain inputs: mean over the inputs', misses(level?.estimate, expected));
    count('uncertain inputs: share of inputs under which it is kept', misses(level?.holds, kept));
  }
}

const parts: Record<string, () => void | Promise<void>> = {
  'single-plans': trySinglePlans,
  comparisons: tryComparisons,
  'long-runs': tryLongRuns,
  'uncertain-inputs': tryUncertainInputs,
};
const chosen = Object.keys(parts).filter((name) => values.part === undefined || values.part === name);
if (chosen.length === 0) throw new RangeError(`part: expected one of ${Object.keys(parts).join(', ')}`);
console.log('| claim | wrong | 95 % interval of that | promised |\n|---|---|---|---|');
for (const name of chosen) {
  wrong.clear();
  await parts[name]();
  for (const [claim, errors] of wrong) {
    const share = errors / experiments;
    const { low, high } = wilsonInterval(share, experiments, 0.95);
    const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
    console.log(`| ${claim} | ${percent(share)} | ${percent(low)}–${percent(high)} | ${percent(promised)} |`);
  }
}
