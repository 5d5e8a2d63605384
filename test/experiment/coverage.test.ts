/**
 * Intervals and verdicts of the whole chain, engine to judge, on a day whose expectations are computed exactly: over 2,000
 * experiments of 100 runs each the true values lie inside as often as the confidence says. A count of misses is refused when it
 * lies outside the 99.9 % range of its binomial distribution.
 */
import { describe, expect, it } from 'vitest';
import { day } from '../../bench/coverage/days.ts';
import { judge } from '../../src/judge/judge.ts';
import { Ledger } from '../../src/judge/ledger.ts';
import { planLooks } from '../../src/judge/looks.ts';
import type { Estimate } from '../../src/judge/verdict.ts';
import { binomialQuantile } from '../../src/math/binomial.ts';
import { coMoments, combinationStandardError } from '../../src/math/co-moments.ts';
import { exactDay } from '../../src/math/exact-day.ts';
import { normalQuantile } from '../../src/math/normal.ts';
import { plainDayScenario } from '../../src/scenario/plain-day.ts';
import type { ServicePromise } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import { simulate } from '../../src/sim/simulate.ts';

const experiments = 2000;
const runs = 100;

const exact = exactDay({ ...day, leaving: 'pooled' });
const ratio = ({ answeredWithin, offered }: typeof exact.total) => answeredWithin / offered;
const serviceLevel = ratio(exact.total);
const truth = {
  serviceLevel,
  firstInterval: ratio(exact.intervals[0]),
  secondInterval: ratio(exact.intervals[1]),
  abandonment: exact.total.abandoned / exact.total.offered,
  asa: exact.total.answeredWaitSeconds / exact.total.answered,
};

const usual = plainDayScenario(day, 'pooled');
const [promise] = usual.promises;
const made: Partial<ServicePromise>[] = [
  { target: serviceLevel + 1e-9 },
  { measure: 'abandonment', variant: 'requests', sense: 'at-most', target: truth.abandonment - 1e-9 },
  { measure: 'asa', variant: 'answered', sense: 'at-most', target: truth.asa + 1e-9 },
];
const scenario = { ...usual, promises: made.map((change) => ({ ...promise, ...change })) };
const { at, confidence } = planLooks({ confidence: 0.95, minRuns: 25, maxRuns: runs });

interface Finding {
  estimates: Record<keyof typeof truth, Estimate | null>;
  plain: Record<'serviceLevel' | 'abandonment' | 'asa', Estimate | null>;
  dayHolds: Estimate | null;
  allHold: Estimate | null;
  held: number;
  allHeld: number;
  wrong: boolean[];
}

function runExperiment(experiment: number, center: ReturnType<typeof compile>): Finding {
  const ledger = new Ledger(scenario, center.plan.layout);
  const wrong = [false, false, false];
  for (let run = 0; run < runs; run++) {
    ledger.add(simulate(center, experiment * runs + run));
    if (!at.includes(ledger.runs)) continue;
    const [level, abandonment, asa] = judge(ledger, scenario, confidence);
    // Just not kept: held would be wrong. Just kept: broken would be.
    if (level.judgement === 'held') wrong[0] = true;
    if (abandonment.judgement === 'held') wrong[1] = true;
    if (asa.judgement === 'broken') wrong[2] = true;
  }
  const [level, abandonment, asa] = judge(ledger, scenario, 0.95);
  return {
    estimates: {
      serviceLevel: level.estimate,
      firstInterval: level.intervals[0].estimate,
      secondInterval: level.intervals[1].estimate,
      abandonment: abandonment.estimate,
      asa: asa.estimate,
    },
    plain: { serviceLevel: level.plain, abandonment: abandonment.plain, asa: asa.plain },
    dayHolds: level.dayHolds,
    allHold: ledger.allHold.estimate(0.95),
    held: ledger.promises[0].dayHolds.held,
    allHeld: ledger.allHold.held,
    wrong,
  };
}

const center = compile(scenario, 'coverage');
const findings = Array.from({ length: experiments }, (_, experiment) => runExperiment(experiment, center));

function misses(value: number, pick: (finding: Finding) => Estimate | null): number {
  return findings.filter((finding) => {
    const estimate = pick(finding);
    return estimate === null || value < estimate.low || value > estimate.high;
  }).length;
}

const fewest = binomialQuantile(0.0005, experiments, 0.05);
const most = binomialQuantile(0.9995, experiments, 0.05);

describe('the intervals of 2,000 experiments', () => {
  it.each(Object.keys(truth) as (keyof typeof truth)[])('miss the exact %s as often as they say: 5 %%', (name) => {
    const count = misses(truth[name], ({ estimates }) => estimates[name]);
    expect(count).toBeGreaterThanOrEqual(fewest);
    expect(count).toBeLessThanOrEqual(most);
  });

  it('miss the share of days held, and held jointly, at most as often as they say', () => {
    // Both shares over all 200,000 days stand in for the truth: their own error is a thirtieth of an interval's.
    const days = experiments * runs;
    const held = findings.reduce((sum, finding) => sum + finding.held, 0) / days;
    const allHeld = findings.reduce((sum, finding) => sum + finding.allHeld, 0) / days;
    expect(misses(held, ({ dayHolds }) => dayHolds)).toBeLessThanOrEqual(most);
    expect(misses(allHeld, ({ allHold }) => allHold)).toBeLessThanOrEqual(most);
    expect(allHeld).toBeLessThan(held);
  });
});

describe('the correction for what customers brought, over 2,000 experiments', () => {
  it.each(['serviceLevel', 'abandonment', 'asa'] as const)('leaves the mean of the %s where it is', (name) => {
    const seen = coMoments(
      1,
      findings.map(({ estimates }) => [estimates[name]?.value ?? Number.NaN]),
    );
    const z = -normalQuantile(0.0005);
    expect(Math.abs(seen.means[0] - truth[name])).toBeLessThan(z * combinationStandardError(seen, [1]));
  });

  it.each(['serviceLevel', 'abandonment', 'asa'] as const)(
    'makes the %s vary less from experiment to experiment',
    (name) => {
      const { products } = coMoments(
        2,
        findings.map(({ estimates, plain }) => [
          (plain[name]?.value ?? Number.NaN) + (estimates[name]?.value ?? Number.NaN),
          (plain[name]?.value ?? Number.NaN) - (estimates[name]?.value ?? Number.NaN),
        ]),
      );
      // Two variances of the same experiments differ where sum and difference go together (Pitman 1939; Morgan 1939).
      const correlation = products[0][1] / Math.sqrt(products[0][0] * products[1][1]);
      expect(Math.atanh(correlation) * Math.sqrt(experiments - 3)).toBeGreaterThan(-normalQuantile(0.001));
    },
  );
});

describe('the verdicts of 2,000 experiments', () => {
  it('err in at most 5 % of them on a promise at the very edge, though each is judged at three looks', () => {
    expect(at).toEqual([25, 50, 100]);
    const limit = binomialQuantile(0.999, experiments, 0.05);
    for (const promiseIndex of [0, 1, 2]) {
      expect(findings.filter(({ wrong }) => wrong[promiseIndex]).length).toBeLessThanOrEqual(limit);
    }
  });
});
