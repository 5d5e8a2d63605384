/** Figures, daily figures and verdicts of single plans. */
import { judge } from '../../src/judge/judge.ts';
import { Ledger } from '../../src/judge/ledger.ts';
import { planLooks } from '../../src/judge/looks.ts';
import type { Estimate } from '../../src/judge/verdict.ts';
import { exactDay } from '../../src/math/exact-day.ts';
import { logGamma } from '../../src/math/gamma-functions.ts';
import { gaussRule } from '../../src/math/quadrature.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { type Claims, type Experiments, misses, Pool } from './claims.ts';
import { day, promising, scaled, totals } from './days.ts';

/** One day with its promises at the very edge of what is true. */
export function trySinglePlans(claims: Claims, { count, runs }: Experiments): void {
  const { at, confidence } = planLooks({ confidence: 0.95, minRuns: 25, maxRuns: runs });
  const truth = totals(day);
  const { intervals } = exactDay({ ...day, leaving: 'pooled' });
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
  const center = compile(scenario, 'coverage');
  const pool = new Pool(claims);
  const quantiles: Estimate[][] = [];
  const dailyLevels: number[] = [];
  for (let experiment = 0; experiment < count; experiment++) {
    const ledger = new Ledger(scenario, center.plan.layout);
    // Of the three promises of the day alone: they are what can hold together.
    const daily = new Ledger(first, center.plan.layout);
    const err = scenario.promises.map(() => false);
    for (let run = 0; run < runs; run++) {
      const record = simulate(center, experiment * runs + run);
      const [tallies] = ledger.add(record).promises;
      daily.add(record);
      const of = tallies.reduce((sum, tally) => sum + tally.of, 0);
      if (of > 0) dailyLevels.push(tallies.reduce((sum, tally) => sum + tally.met, 0) / of);
      if (!at.includes(ledger.runs)) continue;
      // Just not kept: held is wrong. Just kept: broken is.
      judge(ledger, scenario, confidence).forEach(({ judgement }, i) => {
        if (judgement === (i === 2 || i === 4 ? 'broken' : 'held')) err[i] = true;
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
    pool.add('interval: mean of daily service levels', level.meanOfDays);
    pool.add('interval: share of days held', level.dayHolds);
    pool.add('interval: share of days on which all hold', daily.allHold.estimate(0.95));
    pool.add('interval: share of days on which an interval meets its target', byInterval.intervals[0].dayHolds);
    quantiles.push(level.dayQuantiles.map(({ estimate }) => estimate));
  }
  pool.close();
  const sorted = Float64Array.from(dailyLevels).sort();
  [0.05, 0.5, 0.95].forEach((level, i) => {
    const truthOfDays = Number(sorted[Math.floor(level * sorted.length)].toPrecision(4));
    for (const estimates of quantiles) {
      if (estimates[i] === undefined) continue;
      claims.count(`interval: ${level * 100} % quantile of the day`, misses(estimates[i], truthOfDays), 'at-most');
    }
  });
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
  for (let experiment = 0; experiment < count; experiment++) {
    const ledger = new Ledger(scenario, center.plan.layout);
    for (let run = 0; run < runs; run++) ledger.add(simulate(center, experiment * runs + run));
    const [level] = judge(ledger, scenario, 0.95);
    pool.add('two days a run: mean of daily service levels', level.meanOfDays);
    // The days differ, so their sum spreads less than that of like days; the interval does not count on it.
    pool.add('two days a run: share of days held', level.dayHolds, 'at-most');
    pool.add('two days a run: share of days on which all hold', ledger.allHold.estimate(0.95), 'at-most');
    for (const { weekday, dayHolds } of level.weekdays) {
      pool.add(`two days a run: share of ${weekday === 1 ? 'Mondays' : 'Tuesdays'} held`, dayHolds);
    }
  }
  pool.close();
}
