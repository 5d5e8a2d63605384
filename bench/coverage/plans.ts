/** Figures, daily figures and verdicts of single plans. */
import { judge } from '../../src/judge/judge.ts';
import { Ledger } from '../../src/judge/ledger.ts';
import { planLooks } from '../../src/judge/looks.ts';
import type { Verdict } from '../../src/judge/verdict.ts';
import { exactDay } from '../../src/math/exact-day.ts';
import { logGamma } from '../../src/math/gamma-functions.ts';
import { gaussRule } from '../../src/math/quadrature.ts';
import type { Scenario, ServicePromise } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { type Claims, type Experiments, misses, Pool, wilsonError } from './claims.ts';
import { day, promising, scaled, totals } from './days.ts';

/** One day with its promises at the very edge of what is true. */
export function trySinglePlans(claims: Claims, { count, runs }: Experiments): void {
  const { at, confidence } = planLooks({ confidence: 0.95, minRuns: 25, maxRuns: runs });
  const truth = totals(day);
  const { intervals, total } = exactDay({ ...day, leaving: 'pooled' });
  const short = total.abandonedWithin;
  const definitions = [
    { name: 'answered', truth: total.answeredWithin / total.answered },
    { name: 'abandons-met', truth: (total.answeredWithin + short) / total.offered },
    { name: 'short-abandons-excluded', truth: total.answeredWithin / (total.offered - short) },
  ];
  const ofInterval = intervals.map(({ answeredWithin, offered }) => answeredWithin / offered);
  const edge = 1e-9;
  const byDay = promising(day, [truth.level + edge, truth.abandonment - edge, truth.asa + edge]);
  const worst = Math.min(...ofInterval);
  // A promise of all intervals: the worst of them just misses its target, or just meets it.
  const scenario: Scenario = {
    ...byDay,
    promises: [
      ...byDay.promises,
      ...[edge, -edge].map((change) => ({ ...byDay.promises[0], scope: 'interval' as const, target: worst + change })),
    ],
  };
  const first = { ...byDay, promises: byDay.promises };
  const others = otherMeasures();
  const otherScenario: Scenario = { ...byDay, promises: others.map(({ promise }) => promise) };
  // One centre counts what any of the promises needs.
  const center = compile({ ...scenario, promises: [...scenario.promises, ...otherScenario.promises] }, 'coverage');
  const pool = new Pool(claims);
  const quantiles = new Quantiles();
  for (let experiment = 0; experiment < count; experiment++) {
    const ledger = new Ledger(scenario, center.plan.layout);
    // Of the three promises of the day alone: they are what can hold together.
    const daily = new Ledger(first, center.plan.layout);
    const beside = new Ledger(otherScenario, center.plan.layout);
    const err = scenario.promises.map(() => false);
    let errOfInterval = false;
    for (let run = 0; run < runs; run++) {
      const record = simulate(center, experiment * runs + run);
      const [tallies] = ledger.add(record).promises;
      daily.add(record);
      beside.add(record);
      const of = tallies.reduce((sum, tally) => sum + tally.of, 0);
      if (of > 0) quantiles.addDay(tallies.reduce((sum, tally) => sum + tally.met, 0) / of);
      if (!at.includes(ledger.runs)) continue;
      // Just not kept: held is wrong. Just kept: broken is.
      judge(ledger, scenario, confidence).forEach(({ intervals, judgement }, i) => {
        if (judgement === (i === 2 || i === 4 ? 'broken' : 'held')) err[i] = true;
        // The worst interval just misses its target under the fourth promise.
        if (i === 3 && intervals[ofInterval.indexOf(worst)].judgement === 'held') errOfInterval = true;
      });
    }
    const [level, abandonment, asa, byInterval] = judge(ledger, scenario, 0.95);
    claims.count('interval: service level', misses(level.estimate, truth.level));
    claims.count('interval: service level of one interval', misses(level.intervals[0].estimate, ofInterval[0]));
    claims.count('interval: service level of the other', misses(level.intervals[1].estimate, ofInterval[1]));
    claims.count('interval: abandonment', misses(abandonment.estimate, truth.abandonment));
    claims.count('interval: ASA', misses(asa.estimate, truth.asa));
    claims.count('interval as counted: service level', misses(level.plain, truth.level));
    claims.count('interval as counted: ASA', misses(asa.plain, truth.asa));
    ['service level', 'abandonment', 'ASA'].forEach((name, i) => {
      claims.count(`verdict at the very edge, three looks: ${name}`, err[i], 'at-most');
    });
    claims.count('verdict of all intervals, the worst just missing', err[3], 'at-most');
    claims.count('verdict of all intervals, the worst just meeting', err[4], 'at-most');
    claims.count('verdict of one interval, at the very edge', errOfInterval, 'at-most');
    judge(beside, otherScenario, 0.95).forEach(({ estimate }, i) => {
      claims.count(`interval: ${others[i].name}`, misses(estimate, others[i].truth));
    });
    for (const { estimate, variant } of level.variants) {
      const found = definitions.find(({ name }) => name === variant);
      if (found !== undefined) claims.count(`interval: ${variant}, another definition`, misses(estimate, found.truth));
    }
    pool.add('interval: mean of daily service levels', level.meanOfDays);
    pool.add('interval: share of days held', level.dayHolds);
    pool.add('interval: share of days on which all hold', daily.allHold.estimate(0.95));
    pool.add('interval: share of days on which an interval meets its target', byInterval.intervals[0].dayHolds);
    quantiles.addIntervals(level.dayQuantiles);
  }
  pool.close();
  quantiles.close(claims, 'interval: ');
}

/** Daily values, and what was said of their quantiles: those of all days together stand in for the truth. */
class Quantiles {
  readonly #days: number[] = [];
  readonly #intervals: Verdict['dayQuantiles'][] = [];

  addDay(value: number): void {
    this.#days.push(value);
  }

  addIntervals(intervals: Verdict['dayQuantiles']): void {
    this.#intervals.push(intervals);
  }

  close(claims: Claims, before: string): void {
    const sorted = Float64Array.from(this.#days).sort();
    for (const { estimate, level } of this.#intervals.flat()) {
      const truth = Number(sorted[Math.floor(level * sorted.length)].toPrecision(4));
      claims.count(`${before}${level * 100} % quantile of the day`, misses(estimate, truth), 'at-most');
    }
  }
}

/** Promises on other measures, each with its exact value; targets do not matter here. */
function otherMeasures(): { name: string; promise: ServicePromise; truth: number }[] {
  const { intervals, total } = exactDay({ ...day, leaving: 'pooled' });
  const scheduled = intervals.reduce((sum, { agents, end, start }) => sum + agents * (end - start), 0);
  const [promise] = promising(day, [0.8, 0.2, 30]).promises;
  const make = (measure: string, variant: string, sense: ServicePromise['sense'], target: number) => {
    return { ...promise, id: measure, measure, variant, sense, target };
  };
  return [
    {
      name: 'connection rate',
      promise: make('connection-rate', 'per-attempt', 'at-least', 0.8),
      truth: total.answered / total.offered,
    },
    {
      name: 'mean wait of all',
      promise: make('mean-wait', 'queued', 'at-most', 20),
      truth: total.waitSeconds / total.offered,
    },
    { name: 'mean handle time', promise: make('aht', 'handled', 'at-most', 200), truth: day.meanHandleSeconds },
    {
      name: 'occupancy',
      promise: make('occupancy', 'logged-in', 'at-most', 0.9),
      truth: total.busySeconds / scheduled,
    },
  ];
}

/** What a planner sees first: the days of a promise at a handful of runs, before luck is taken off and just after. */
export function tryFewRuns(claims: Claims, { count }: Experiments): void {
  const truth = totals(day);
  const scenario = promising(day, [0.8, 0.2, 30]);
  const center = compile(scenario, 'coverage');
  const looks = [5, 10, 30];
  const pool = new Pool(claims);
  for (let experiment = 0; experiment < count; experiment++) {
    const ledger = new Ledger(scenario, center.plan.layout);
    for (let run = 0; run < 30; run++) {
      ledger.add(simulate(center, experiment * 30 + run));
      if (!looks.includes(ledger.runs)) continue;
      const [level, abandonment, asa] = judge(ledger, scenario, 0.95);
      claims.count(`${ledger.runs} runs: service level`, misses(level.estimate, truth.level));
      claims.count(`${ledger.runs} runs: abandonment`, misses(abandonment.estimate, truth.abandonment));
      claims.count(`${ledger.runs} runs: ASA`, misses(asa.estimate, truth.asa));
      // Nothing is taken off it yet.
      const { runs } = ledger;
      if (runs < 30) {
        pool.add(`${runs} runs: share of days held`, level.dayHolds, 'exact', (share) => wilsonError(share, runs));
      }
    }
  }
  pool.close();
}

/** Days whose level varies by 30 %: expectations are those of all levels, weighted by what comes on such days. */
export function tryBusyDays(claims: Claims, { count, runs }: Experiments): void {
  const cv = 0.3;
  const shape = 1 / cv ** 2;
  const rule = gaussRule(48);
  const levels = Array.from(rule.nodes, (node, i) => {
    const factor = 3 * node;
    const density = Math.exp(
      shape * Math.log(shape) + (shape - 1) * Math.log(factor) - shape * factor - logGamma(shape),
    );
    return { counts: exactDay({ ...scaled(factor), leaving: 'pooled' }).total, weight: 3 * rule.weights[i] * density };
  });
  const mean = (pick: (counts: (typeof levels)[number]['counts']) => number) =>
    levels.reduce((sum, { counts, weight }) => sum + weight * pick(counts), 0);
  const truth = {
    level: mean((counts) => counts.answeredWithin) / mean((counts) => counts.offered),
    abandonment: mean((counts) => counts.abandoned) / mean((counts) => counts.offered),
    asa: mean((counts) => counts.answeredWaitSeconds) / mean((counts) => counts.answered),
  };
  const scenario: Scenario = { ...promising(day, [0.7, 0.2, 20]), busyness: { cv, intervalCorrelation: 1 } };
  const center = compile(scenario, 'coverage');
  const pool = new Pool(claims);
  for (let experiment = 0; experiment < count; experiment++) {
    const ledger = new Ledger(scenario, center.plan.layout);
    for (let run = 0; run < runs; run++) ledger.add(simulate(center, experiment * runs + run));
    const [level, abandonment, asa] = judge(ledger, scenario, 0.95);
    claims.count('busy and quiet days: service level', misses(level.estimate, truth.level));
    claims.count('busy and quiet days: abandonment', misses(abandonment.estimate, truth.abandonment));
    claims.count('busy and quiet days: ASA', misses(asa.estimate, truth.asa));
    pool.add('busy and quiet days: share of days held', level.dayHolds);
    pool.add('busy and quiet days: share of days on which all hold', ledger.allHold.estimate(0.95));
  }
  pool.close();
}

/** Two days a run, the second begun with the queue of the first. */
export function trySeveralDays(claims: Claims, { count, runs }: Experiments): void {
  const one = promising({ ...day, intervalStarts: [0, 900, 1800], agents: [2, 2] }, [0.6, 0.3, 30]);
  const scenario: Scenario = {
    ...one,
    clock: {
      ...one.clock,
      days: [
        { date: '2026-01-05', weekday: 1, start: 0, end: 900 },
        { date: '2026-01-06', weekday: 2, start: 900, end: 1800 },
      ],
    },
  };
  const center = compile(scenario, 'coverage');
  const pool = new Pool(claims);
  const days = new Quantiles();
  for (let experiment = 0; experiment < count; experiment++) {
    const ledger = new Ledger(scenario, center.plan.layout);
    for (let run = 0; run < runs; run++) {
      const [tallies] = ledger.add(simulate(center, experiment * runs + run)).promises;
      // A day is an interval here.
      for (const { met, of } of tallies) if (of > 0) days.addDay(met / of);
    }
    const [level] = judge(ledger, scenario, 0.95);
    days.addIntervals(level.dayQuantiles);
    pool.add('two days a run: mean of daily service levels', level.meanOfDays);
    // The days differ, so their sum spreads less than that of like days; the interval does not count on it.
    pool.add('two days a run: share of days held', level.dayHolds, 'at-most');
    pool.add('two days a run: share of days on which all hold', ledger.allHold.estimate(0.95), 'at-most');
    for (const { weekday, dayHolds } of level.weekdays) {
      pool.add(`two days a run: share of ${weekday === 1 ? 'Mondays' : 'Tuesdays'} held`, dayHolds);
    }
  }
  pool.close();
  days.close(claims, 'two days a run: ');
}
