/**
 * Two tables of a comparison for spreadsheets and programs: `plans.csv` has a row per plan and measure, `differences.csv` one
 * per plan, promise and planning interval. Fractions lie in 0–1; a difference is the plan's figure − the first plan's.
 */

import { csvText } from '../csv-text.ts';
import type { ReportEstimate } from '../report.ts';
import type { ComparisonReport } from './comparison-report.ts';
import { unitOf } from './wording.ts';

type Cell = string | number;

/** One row per plan and measure. */
export function renderPlansCsv(report: ComparisonReport): string {
  const aspects = [...report.promises.keys(), ...(report.promises.length > 1 ? [null] : [])];
  const rows = report.plans.flatMap((plan, index) =>
    aspects.map((promise): Record<string, Cell> => {
      const difference = plan.differences.find((one) => one.promise === promise);
      const own = promise === null ? null : plan.promises[promise];
      const value = promise === null ? plan.allHold : (own?.estimate ?? null);
      return {
        plan: plan.name,
        first: index === 0 ? 'yes' : '',
        runs: plan.runs,
        scheduledHours: round(plan.scheduledHours),
        paidHours: round(plan.paidHours),
        measure: promise === null ? 'all-hold' : report.promises[promise].id,
        unit: unitOf(report, promise),
        kept: own?.judgement ?? '',
        ...estimateColumns('value', value),
        judgement: difference?.judgement ?? '',
        ...estimateColumns('difference', difference?.estimate ?? null),
        gain: round(difference?.gain),
        furtherRuns: difference?.furtherRuns ?? '',
      };
    }),
  );
  return csvText(rows);
}

/** One row per plan, promise and planning interval. */
export function renderDifferencesCsv(report: ComparisonReport): string {
  const rows = report.plans.flatMap((plan) =>
    plan.differences.flatMap(({ promise, intervals }) =>
      intervals.map(({ interval, judgement, estimate }): Record<string, Cell> => {
        const { day, label, start, end } = report.intervals[interval];
        return {
          plan: plan.name,
          promise: promise === null ? '' : report.promises[promise].id,
          unit: unitOf(report, promise),
          date: report.scenario.days[day].date,
          start: label,
          startSeconds: start,
          intervalMinutes: (end - start) / 60,
          judgement,
          ...estimateColumns('difference', estimate),
        };
      }),
    ),
  );
  return csvText(rows);
}

function estimateColumns(name: string, estimate: ReportEstimate | null): Record<string, Cell> {
  return {
    [name]: round(estimate?.value),
    [`${name}Low`]: round(estimate?.low),
    [`${name}High`]: round(estimate?.high),
  };
}

/** Six significant digits; an empty cell where there is nothing. */
function round(value: number | null | undefined): Cell {
  return value === null || value === undefined || !Number.isFinite(value) ? '' : Number(value.toPrecision(6));
}
