/** From a comparison to its report. No language, no rounding. */
import type { ComparedPlan, Comparison } from '../../experiment/run-comparison.ts';
import type { Aspect } from '../../judge/comparison.ts';
import type { Change } from '../../scenario/list-changes.ts';
import { buildClaim, judgedAfter, listDays, listIntervals } from '../build-report.ts';
import type { ComparisonReport, ReportPlan } from './comparison-report.ts';

/** Changes of a plan that a report lists. */
const mostChanges = 20;

/**
 * Builds the report of a comparison.
 *
 * @param comparison what `runComparison` returned
 * @param changes per plan, what its scenario says otherwise than the first
 */
export function buildComparison(comparison: Comparison, changes: readonly (readonly Change[])[]): ComparisonReport {
  const { version, seed, runs, ended, confidence, matters, plans, selection } = comparison;
  const [{ scenario: first }] = plans;
  const { best, decided, candidates, furtherRuns } = selection;
  return {
    format: 'callfloor-comparison',
    formatVersion: 1,
    experiment: { version, seed, runs, ended, ...judgedAfter(comparison), confidence, matters: { ...matters } },
    scenario: {
      timeZone: first.clock.timeZone,
      intervalSeconds: first.clock.intervalSeconds,
      days: listDays(first),
    },
    intervals: listIntervals(first),
    work: first.work.map(({ name }) => name),
    promises: first.promises.map((promise) => buildClaim(first, promise)),
    verdict: { criterion: promiseOf(comparison.criterion), best, decided, candidates, furtherRuns },
    plans: plans.map((plan, i) => buildPlan(plan, changes[i], selection.overOthers[i])),
  };
}

function buildPlan(
  plan: ComparedPlan,
  changes: readonly Change[],
  overOthers: { low: number; high: number },
): ReportPlan {
  const { scenario, verdicts } = plan;
  return {
    name: scenario.name,
    summary: scenario.summary,
    hash: scenario.hash,
    runs: plan.runs,
    scheduledHours: plan.scheduledHours,
    paidHours: plan.paidHours,
    changes: changes.slice(0, mostChanges).map((change) => ({ ...change })),
    moreChanges: Math.max(0, changes.length - mostChanges),
    customers: plan.customers,
    promises: plan.promises.map((own) => {
      if (own === -1) return null;
      const { judgement, estimate, dayHolds } = verdicts[own];
      return { judgement, estimate, dayHolds };
    }),
    allHold: plan.allHold,
    differences: plan.differences.map(({ aspect, judgement, estimate, gain, furtherRuns, intervals }) => ({
      promise: promiseOf(aspect),
      judgement,
      estimate,
      gain,
      furtherRuns,
      intervals: intervals.map(({ interval, difference }) => ({
        interval,
        judgement: difference.judgement,
        estimate: difference.estimate,
      })),
    })),
    overOthers: { low: finite(overOthers.low), high: finite(overOthers.high) },
  };
}

function promiseOf(aspect: Aspect): number | null {
  return aspect === 'all-hold' ? null : aspect;
}

/** JSON has no infinity. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
