/**
 * Solves the coverage model as large ones are solved: first with fractions allowed, then whole, near those fractions. The first
 * gives a bound that no choice of shifts beats; the second is done in a moment, and ends close to it.
 */
import { type CoverageProblem, coverageModel, headCountsOf } from '../../plan/roster/build/coverage-model.ts';
import type { LinearModel } from '../../plan/roster/build/linear-model.ts';
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
  const options = { gap, absoluteGap: 0.9 * commonStep(model, columns.length), nodes: mostNodes };
  let whole = await solver.solve(near(model, columns.length, relaxed.values, relaxed.reduced), options);
  // Where the people are few, nothing whole may lie that near.
  if (whole.values === null) whole = await solver.solve(model, options);
  const { values } = whole;
  if (values === null) throw new Error('roster: the coverage model has no solution, though everything in it is soft');
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
    objective: whole.objective,
    headCounts: headCountsOf(coverage, values, problem.demand),
  };
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
function near(
  model: LinearModel,
  columns: number,
  values: Float64Array | null,
  reduced: Float64Array | null,
): LinearModel {
  if (values === null || reduced === null) return model;
  const lower = model.lower.slice();
  const upper = model.upper.slice();
  for (let column = 0; column < columns; column++) {
    const floor = Math.floor(values[column] + 1e-9);
    lower[column] = Math.max(0, floor - 1);
    const most = values[column] > 1e-9 ? floor + 2 : reduced[column] <= farReduced * model.cost[column] + 1e-9 ? 1 : 0;
    upper[column] = Math.min(upper[column], most);
  }
  return { ...model, lower, upper };
}
