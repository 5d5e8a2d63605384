/** Differences between plans on the same customers, the choice of the best, and what a change of a roster or a decision is worth. */
import { interval as meanOfDays } from '../../src/drill/review.ts';
import { tryChanges } from '../../src/experiment/roster/try-changes.ts';
import { findMend } from '../../src/experiment/why/mend.ts';
import { openSplit } from '../../src/experiment/why/split-miss.ts';
import { ComparisonLedger } from '../../src/judge/comparison.ts';
import { planLooks } from '../../src/judge/looks.ts';
import { comparisonConfidence, type Selection } from '../../src/judge/selection.ts';
import { fewestControlledDays } from '../../src/math/control-variates.ts';
import { type DayCounts, exactDay } from '../../src/math/exact-day.ts';
import { multiplyCurve, stepCurve } from '../../src/math/rate-curve.ts';
import { answeredWithin } from '../../src/measures/answered-within.ts';
import { promiseScope } from '../../src/measures/interval-tallies.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import { contactOffset } from '../../src/sim/run.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { type Claims, type Experiments, misses, Pool } from './claims.ts';
import { day, promising, totals } from './days.ts';

const aspects = { level: 'service level', abandonment: 'abandonment', asa: 'ASA' } as const;

const levelOf = ({ answeredWithin, offered }: DayCounts) => answeredWithin / offered;

/** Three plans; the first lies behind the best, the second, by just more than what does not matter. */
export function tryComparisons(claims: Claims, { count, runs }: Experiments): void {
  const { at, confidence } = planLooks({ confidence: 0.95, minRuns: 25, maxRuns: runs });
  const days = [day, { ...day, agents: [3, 3] }, { ...day, agents: [3, 2] }];
  const truths = days.map(totals);
  const ofFirst = days.map((one) => exactDay({ ...one, leaving: 'pooled' }).intervals[0]).map(levelOf);
  const scenarios = days.map((one) => promising(one, [0.8, 0.2, 30]));
  const centers = scenarios.map((scenario) => compile(scenario, 'coverage'));
  const layouts = centers.map(({ plan }) => plan.layout);
  const plans = scenarios.map((scenario) => ({ scenario, promises: [0, 1, 2] }));
  const sure = comparisonConfidence(0.95, plans.length, at.length);
  const matters = truths[1].level - truths[0].level - 1e-9;
  const pool = new Pool(claims);
  for (let experiment = 0; experiment < count; experiment++) {
    const ledger = new ComparisonLedger(plans, layouts, 0, { fraction: matters, seconds: 1, count: 1 });
    let chosen: number | undefined;
    let overOthers: Selection['overOthers'] = [];
    const err = [false, false];
    for (let run = 1; run <= runs; run++) {
      ledger.add(centers.map((center) => simulate(center, experiment * runs + run)));
      if (!at.includes(run)) continue;
      if (run === at[0] && run < fewestControlledDays) {
        const few = ledger.differences(0.95).slice(1);
        // Of so few days the score interval of a pair errs less often than it says: how much, `pairedProportionInterval`'s tests reckon exactly.
        few.forEach((found, i) => {
          const claim = `paired difference, ${run} runs: share of days on which all hold, plan ${i + 2}`;
          pool.add(claim, found[3].estimate, 'at-most');
        });
      }
      const selection = ledger.select(sure);
      if (selection.decided) chosen ??= selection.best;
      overOthers = selection.overOthers;
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
      .forEach((found, i) => {
        (['level', 'abandonment', 'asa'] as const).forEach((name, aspect) => {
          const truth = truths[i + 1][name] - truths[0][name];
          // At most: each end is the farther of two, so that a skewed difference is missed on one side hardly ever.
          const isMissed = misses(found[aspect].estimate, truth);
          claims.count(`paired difference: ${aspects[name]}, plan ${i + 2}`, isMissed, 'at-most');
        });
        const [{ difference }] = found[0].intervals;
        const truthOfInterval = ofFirst[i + 1] - ofFirst[0];
        const isMissed = misses(difference.estimate, truthOfInterval);
        claims.count(`paired difference: one interval, plan ${i + 2}`, isMissed, 'at-most');
        pool.add(`paired difference: share of days on which all hold, plan ${i + 2}`, found[3].estimate);
        claims.count(`verdict on a difference, three looks: plan ${i + 2}`, err[i], 'at-most');
      });
    const isWorse = chosen !== undefined && truths[1].level - truths[chosen].level > matters;
    claims.count('selection of the best of three, three looks', isWorse, 'at-most');
    const isFar = overOthers.some((bounds, plan) => {
      const others = truths.filter((_, other) => other !== plan).map(({ level }) => level);
      return misses(bounds, truths[plan].level - Math.max(...others));
    });
    claims.count('distances of three plans to the best of the others, three looks', isFar, 'at-most');
  }
  pool.close();
}

/** One agent more in the first half of the day, as a change of a roster and as a decision of a drill is judged. */
export async function tryChangesOfStaff(claims: Claims, { count, runs }: Experiments): Promise<void> {
  const more = { ...day, agents: [3, 3] };
  const truths = [day, more].map(totals);
  const [before, after] = [day, more].map((one) => promising(one, [0.8, 0.2, 30]));
  const lost = [day, more].map((one) => exactDay({ ...one, leaving: 'pooled' }).total.abandoned);
  const centers = [before, after].map((scenario) => compile(scenario, 'coverage'));
  const pool = new Pool(claims);
  for (let experiment = 0; experiment < count; experiment++) {
    const from = experiment * runs;
    const { tried } = await tryChanges(before, [after], { seed: 'coverage', runs, from, threads: 1, confidence: 0.95 });
    const [{ gains }] = tried;
    // What a promise of at most gains is turned: better is positive.
    const gain = [truths[1].level - truths[0].level, truths[0].abandonment - truths[1].abandonment];
    ['service level', 'abandonment'].forEach((name, i) => {
      claims.count(`advice: what a change gains, ${name}`, misses(gains[i], gain[i]), 'at-most');
    });
    const outcomes = Array.from({ length: runs }, (_, run) =>
      centers.map((center) => {
        const record = simulate(center, from + run);
        const at = contactOffset(record.layout, 0, 'abandoned');
        const { met, of } = answeredWithin.tally(record, promiseScope(before, record.layout, before.promises[0]));
        return { lost: record.data[at] + record.data[at + 1], kept: of > 0 && met / of >= 0.8 ? 1 : 0 };
      }),
    );
    const difference = (read: (outcome: (typeof outcomes)[number][number]) => number) =>
      meanOfDays(
        outcomes.map(([without, withMore]) => read(without) - read(withMore)),
        0.95,
      );
    claims.count(
      'drill: what a decision saves, callers lost',
      misses(
        difference((one) => one.lost),
        lost[0] - lost[1],
      ),
    );
    const { point: value, ...ends } = difference((one) => one.kept);
    pool.add('drill: what a decision saves, promises kept', { value, ...ends });
  }
  pool.close();
}

/** More agents for a while, so that a promise holds: one more just misses it, so that two are needed. */
export async function tryMends(claims: Claims, { count }: Experiments): Promise<void> {
  const more = { ...day, agents: [3, 4] };
  const scenario = promising(day, [totals(more).level + 1e-9, 1, 1000]);
  for (let experiment = 0; experiment < count; experiment++) {
    const mend = await findMend(scenario, [{ promise: 0, intervals: [0, 1] }], {
      ...{ seed: `coverage-${experiment}`, threads: 1, confidence: 0.95 },
      ...{ searchRuns: 30, judgedRuns: 30, proofRuns: 200 },
    });
    const agents = [...day.agents];
    for (const { count: added, from, to } of mend?.changes ?? []) {
      agents.forEach((_, i) => {
        if (from <= day.intervalStarts[i] && day.intervalStarts[i] < to) agents[i] += added;
      });
    }
    const isShort = totals({ ...day, agents }).level < totals(more).level + 1e-9;
    claims.count('why: a mend that is said to hold', mend?.judgement === 'held' && isShort, 'at-most');
  }
}

/** Twice the calls as planned in the middle of a day: what of the miss is due to them, to the queue from before, and to the roster. */
export function tryCauses(claims: Claims, { count, runs }: Experiments): void {
  const starts = [0, 900, 1800, 2700];
  const planned = {
    ...day,
    intervalStarts: starts,
    agents: [2, 3, 3],
    arrivalRate: stepCurve(starts, [0.02, 0.02, 0.015]),
  };
  const surge = { from: 900, to: 1800, terms: [{ c: 2, n: 0, k: 0 }] };
  const surged = { ...planned, arrivalRate: multiplyCurve(planned.arrivalRate, surge) };
  const usual = promising(planned, [0.8, 0.2, 30]);
  const [call] = usual.work;
  const scenario: Scenario = {
    ...promising(surged, [0.8, 0.2, 30]),
    shocks: [
      { kind: 'surge', name: 'surge', why: '', from: 900, to: 1800, touches: [call.name], slowdown: 1, slows: [] },
    ],
    planned: {
      arrivals: [call.arrivals],
      staff: usual.groups.flatMap(({ staff }) => (staff.source === 'head-counts' ? [staff] : [])),
      lines: [],
    },
  };
  const wanted = [
    { promise: 0, intervals: [0, 1, 2] },
    { promise: 0, intervals: [1] },
  ];
  const centers = openSplit(scenario, wanted).scenarios.map((one) => compile(one, 'coverage'));
  const level = totals(surged).level;
  const pool = new Pool(claims);
  for (let experiment = 0; experiment < count; experiment++) {
    const splitting = openSplit(scenario, wanted);
    for (let run = 0; run < runs; run++) {
      splitting.add(centers.map((center) => simulate(center, experiment * runs + run)));
    }
    const [whole, middle] = wanted.map((one) => splitting.split(one, 0.95));
    claims.count('why: the miss of the day', misses(whole?.miss, 0.8 - level));
    for (const { estimate, factor } of middle?.parts ?? []) {
      pool.add(`why: the part of ${factor} in an interval's miss`, estimate);
    }
  }
  pool.close();
}
