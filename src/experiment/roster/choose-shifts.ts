/**
 * Solves the coverage model as large ones are solved: first with fractions allowed, then whole, near those fractions. The first
 * gives a bound that no choice of shifts beats; the second is done in a moment, and ends close to it.
 */
import {
  type CoverageModel,
  type CoverageProblem,
  coverageModel,
  headCountsOf,
} from '../../plan/roster/build/coverage-model.ts';
import { type LinearModel, partOf } from '../../plan/roster/build/linear-model.ts';
import type { Solution } from './solve-model.ts';
import type { Solver } from './solver.ts';

/** Shifts chosen. */
export interface ChosenShifts {
  /** How many people of a group work a candidate. */
  counts: { group: number; candidate: number; people: number }[];
  /** Cost of the shifts. */
  cost: number;
  /** No whole solution of the model has a smaller objective. */
  bound: number;
  objective: number;
  /** By type and slot, people at the pace of the type's reference. */
  headCounts: Float64Array[];
}

/** A whole solution is looked for until it is within this of the bound. */
const gap = 0.002;
const mostNodes = 200;
/** Unused columns whose reduced cost is a greater share of their cost are left out. */
const farReduced = 0.0025;

/**
 * Chooses shifts for a problem.
 * @param stopAt ends with null when nothing cheaper than this is left
 */
export async function chooseShifts(
  problem: CoverageProblem,
  solver: Solver,
  stopAt: number,
): Promise<ChosenShifts | null> {
  const coverage = coverageModel(problem);
  const { columns, model } = coverage;
  const relaxed = await solver.solve(model, { relaxed: true });
  if (relaxed.bound >= stopAt) return null;
  const values = await wholeDays(coverage, problem, relaxed, solver);
  const counts = columns.flatMap(({ candidate, group }, column) => {
    const people = Math.round(values[column]);
    return people > 0 ? [{ group, candidate, people }] : [];
  });
  const rates = problem.scenario.shifts?.costPerHour ?? [];
  return {
    counts,
    cost: counts.reduce(
      (sum, { candidate, group, people }) => sum + people * problem.candidates[candidate].hours * rates[group],
      0,
    ),
    bound: relaxed.bound,
    objective: values.reduce((sum, value, column) => sum + value * model.cost[column], 0),
    headCounts: headCountsOf(coverage, values, problem.demand),
  };
}

/**
 * A whole solution, day by day: the days before are decided, those to come are as a fractional solution has them, which leaves each
 * day its part of what a week allows; after every day that solution is found anew. A week at once would be searched for long and end badly.
 */
async function wholeDays(
  { columns, model }: CoverageModel,
  { candidates, scenario }: CoverageProblem,
  relaxed: Solution,
  solver: Solver,
): Promise<Float64Array> {
  const days = scenario.clock.days.length;
  const options = { gap, absoluteGap: 0.9 * commonStep(model, columns.length), nodes: mostNodes };
  const left = { ...model, lower: model.lower.slice(), upper: model.upper.slice() };
  let expected = relaxed;
  for (let day = 0; ; day++) {
    const values = valuesOf(expected).slice();
    const dayOf = (column: number) => (column < columns.length ? candidates[columns[column].candidate].day : day);
    const open = columns.flatMap((_, column) => (dayOf(column) === day ? [column] : []));
    const isLast = day === days - 1;
    // On some days no shift may begin: there is nothing to decide.
    if (open.length === 0) {
      if (isLast) return values;
      continue;
    }
    const decide = async (within: LinearModel) => {
      const fixed = (column: number) => (dayOf(column) === day ? null : values[column]);
      const part = partOf(within, open, fixed, (column) => dayOf(column) > day);
      return { part, found: (await solver.solve(part.model, options)).values };
    };
    let { found, part } = await decide(near(left, columns.length, expected));
    // Where the people are few, nothing whole may lie that near.
    if (found === null) ({ found, part } = await decide(left));
    if (found === null) throw new Error('roster: a day of the coverage model has no solution, though it is soft');
    for (const [i, column] of part.columns.entries()) {
      values[column] = model.whole[column] === 1 ? Math.round(found[i]) : found[i];
    }
    if (isLast) return values;
    for (const column of open) left.lower[column] = left.upper[column] = values[column];
    expected = await solver.solve(left, { relaxed: true });
  }
}

function valuesOf({ values }: Solution): Float64Array {
  if (values === null) throw new Error('roster: the coverage model has no solution, though everything in it is soft');
  return values;
}

/** The greatest amount of which the cost of every shift is a multiple: costs of rosters differ by it at least. */
function commonStep({ cost }: LinearModel, columns: number): number {
  const cents = cost.subarray(0, columns).reduce((step, each) => {
    let [a, b] = [Math.round(each * 100), step];
    while (b > 0) [a, b] = [b, a % b];
    return a;
  }, 0);
  return cents / 100;
}

/** The model with its whole columns kept within one or two of a fractional solution. */
function near(model: LinearModel, columns: number, { reduced, values }: Solution): LinearModel {
  if (values === null || reduced === null) return model;
  const lower = model.lower.slice();
  const upper = model.upper.slice();
  for (let column = 0; column < columns; column++) {
    const floor = Math.floor(values[column] + 1e-9);
    lower[column] = Math.max(lower[column], floor - 1);
    const most = values[column] > 1e-9 ? floor + 2 : reduced[column] <= farReduced * model.cost[column] + 1e-9 ? 1 : 0;
    upper[column] = Math.max(lower[column], Math.min(upper[column], most));
  }
  return { ...model, lower, upper };
}
