/**
 * Which shifts to take: a mixed-integer model whose columns are candidate shifts per group, head-counts per type and slot in
 * straight pieces, and people with several skills flowing to one type at a time, so that nobody is counted twice. Promises are
 * soft: what cannot be kept costs, and shows.
 */
import type { Scenario } from '../../../scenario/scenario.ts';
import type { CandidateShift } from './candidate-shifts.ts';
import { type LinearModel, ModelBuilder, type Term } from './linear-model.ts';
import { canAim, type Demand, type Margins, margins, type SlotDemand } from './service-curves.ts';

/** Something to keep: a promise over slots of its types, as a whole. */
export interface Goal {
  /** Index into `scenario.promises`. */
  promise: number;
  /** Of a promise of scope `day`: that day has to hold on so many days. Of scope `interval`: the mean has to keep the target. */
  day: number;
  /** Planning interval of a goal of scope `interval`; -1 for a whole day. */
  interval: number;
  cells: readonly GoalCell[];
}

/** A type of work in a slot, and what head-counts do there for the goal. */
export interface GoalCell {
  type: number;
  slot: number;
  curve: Margins;
}

/** What the simulation has taught about a goal: near these head-counts the margin is so much, and bends by these weights. */
export interface Cut {
  goal: number;
  /** Contacts by which the goal is exceeded (below 0: missed) at the head-counts simulated. */
  margin: number;
  /** The curve's margin there, weighted, summed over the goal's cells. */
  predicted: number;
  /** By cell of the goal: simulated effect of an agent ÷ that of the curve. */
  weights: readonly number[];
}

/** Everything that the model needs. */
export interface CoverageProblem {
  scenario: Scenario;
  demand: Demand;
  candidates: readonly CandidateShift[];
  goals: readonly Goal[];
  cuts: readonly Cut[];
  /** People per group and day at most; null = as many as are needed. */
  limits: CoverageLimits | null;
}

/** What the people there are allow. */
export interface CoverageLimits {
  /** People of a group who may work on a day. */
  people: readonly (readonly number[])[];
  /** Paid hours and shifts of a group in all. */
  hours: readonly number[];
  shifts: readonly number[];
}

/** A candidate that people of a group may work. */
export interface CoverageColumn {
  group: number;
  candidate: number;
}

/** The model and what its columns mean. */
export interface CoverageModel {
  model: LinearModel;
  /** What the first columns are. */
  columns: CoverageColumn[];
  /** Where the head-counts of a type in a slot are made of: columns and their factors, plus `base`. */
  staffed: { type: number; slot: number; terms: Term[] }[];
}

/** Paid hours that a missing contact, a missing agent for an hour and a person too many cost: far more than they ever save. */
export const penalties = { contact: 50, agentHour: 200 } as const;

/** Paid hours that a contact above the target is worth: next to nothing, so that people with several skills go where they help. */
const spareWorth = 1e-4;

/** The goals of a scenario: every promise on every day, or in every interval. */
export function makeGoals(scenario: Scenario, demand: Demand, busyOf: (promise: number) => number): Goal[] {
  const { clock, promises } = scenario;
  const cellsWithin = (promise: number, from: number, to: number): GoalCell[] =>
    promises[promise].work.flatMap((type) =>
      demand.types[type].slots.flatMap((slot, index) => {
        const start = index * demand.step;
        const inside = start < to && start + demand.step > from;
        const covered = promises[promise].hours.some((span) => span.from < start + demand.step && start < span.to);
        if (slot === null || !inside || !covered) return [];
        const curve = margins(promises[promise], demand.types[type], slot, busyOf(promise));
        return [{ type, slot: index, curve }];
      }),
    );
  return promises.flatMap((promise, index) => {
    if (!canAim(promise)) return [];
    const parts =
      promise.scope === 'day'
        ? clock.days.map(({ start, end }, day) => ({ day, interval: -1, from: start, to: end }))
        : clock.intervalStarts.slice(0, -1).map((from, interval) => ({
            day: clock.days.findIndex(({ end }) => from < end),
            interval,
            from,
            to: clock.intervalStarts[interval + 1],
          }));
    return parts.flatMap(({ day, interval, from, to }) => {
      const cells = cellsWithin(index, from, to);
      return cells.length === 0 ? [] : [{ promise: index, day, interval, cells }];
    });
  });
}

/** Builds the model. */
export function coverageModel(problem: CoverageProblem): CoverageModel {
  const { candidates, cuts, demand, goals, limits, scenario } = problem;
  const { groups, shifts: plan } = scenario;
  if (plan === null) throw new RangeError('scenario: expected one with a shift plan');
  const builder = new ModelBuilder();
  const columns: CoverageColumn[] = [];
  candidates.forEach(({ day, hours, pattern, pinned }, candidate) => {
    if (pinned !== undefined) {
      builder.column(hours * plan.costPerHour[pinned.group], 1, 1, true);
      columns.push({ group: pinned.group, candidate });
      return;
    }
    for (const group of plan.patterns[pattern].groups) {
      if (groups[group].speeds.every((speed) => speed === 0)) continue;
      const most = limits?.people[group][day] ?? 100_000;
      builder.column(hours * plan.costPerHour[group], 0, most, true);
      columns.push({ group, candidate });
    }
  });
  const pieces = addHeadCounts(problem, builder, columns);
  addGoals(goals, cuts, demand, pieces, builder);
  if (limits !== null) addLimits(problem, limits, builder, columns);
  return { model: builder.build(), columns, staffed: pieces.staffed };
}

/** Columns of the straight pieces of the head-counts of a type in a slot. */
interface Pieces {
  /** By `type × slots + slot`. */
  byCell: (number[] | undefined)[];
  staffed: CoverageModel['staffed'];
}

function addHeadCounts(
  { candidates, demand, scenario }: CoverageProblem,
  builder: ModelBuilder,
  columns: readonly CoverageColumn[],
): Pieces {
  const { groups } = scenario;
  const present = groups.map(() => Array.from({ length: demand.slots }, (): Term[] => []));
  columns.forEach(({ candidate, group }, column) => {
    for (const slot of candidates[candidate].slots) present[group][slot].push([column, 1]);
  });
  const byCell: Pieces['byCell'] = new Array(demand.types.length * demand.slots);
  const staffed: CoverageModel['staffed'] = [];
  for (let slot = 0; slot < demand.slots; slot++) {
    const open = demand.types.flatMap(({ slots }, type) => (slots[slot] === null ? [] : [type]));
    const supply = demand.types.map((): Term[] => []);
    groups.forEach((_, group) => {
      const able = open.filter((type) => demand.types[type].pace[group] > 0);
      const here = present[group][slot];
      if (able.length === 0 || here.length === 0) return;
      if (able.length === 1) {
        const pace = demand.types[able[0]].pace[group];
        for (const [column] of here) supply[able[0]].push([column, pace]);
        return;
      }
      // Whoever can do several types does one at a time.
      const flows = able.map((type): Term => {
        const flow = builder.column(0, 0, Number.POSITIVE_INFINITY);
        supply[type].push([flow, demand.types[type].pace[group]]);
        return [flow, -1];
      });
      builder.row(0, Number.POSITIVE_INFINITY, [...here, ...flows]);
    });
    for (const type of open) {
      const { agents } = demand.types[type].slots[slot] as SlotDemand;
      const hours = demand.step / 3600;
      const short = builder.column(penalties.agentHour * hours, 0, Number.POSITIVE_INFINITY);
      const widths = agents.slice(1).map((count, piece) => builder.column(0, 0, count - agents[piece]));
      byCell[type * demand.slots + slot] = widths;
      staffed.push({ type, slot, terms: supply[type] });
      builder.row(agents[0], Number.POSITIVE_INFINITY, [
        ...supply[type],
        [short, 1],
        ...widths.map((column): Term => [column, -1]),
      ]);
    }
  }
  return { byCell, staffed };
}

function addGoals(
  goals: readonly Goal[],
  cuts: readonly Cut[],
  demand: Demand,
  { byCell }: Pieces,
  builder: ModelBuilder,
): void {
  const taught = new Set(cuts.map(({ goal }) => goal));
  const add = ({ cells }: Goal, weights: readonly number[] | null, least: number) => {
    const slack = builder.column(penalties.contact, 0, Number.POSITIVE_INFINITY);
    const terms: Term[] = [[slack, 1]];
    let base = 0;
    cells.forEach(({ curve, slot, type }, i) => {
      const weight = weights?.[i] ?? 1;
      base += weight * curve[0];
      const { agents } = demand.types[type].slots[slot] as SlotDemand;
      byCell[type * demand.slots + slot]?.forEach((column, piece) => {
        const slope = (curve[piece + 1] - curve[piece]) / (agents[piece + 1] - agents[piece]);
        builder.addCost(column, -spareWorth * slope);
        if (slope > 1e-7) terms.push([column, weight * slope]);
      });
    });
    builder.row(least - base, Number.POSITIVE_INFINITY, terms);
  };
  goals.forEach((goal, index) => {
    if (!taught.has(index)) add(goal, null, 0);
  });
  for (const { goal, margin, predicted, weights } of cuts) add(goals[goal], weights, predicted - margin);
}

function addLimits(
  { candidates, scenario }: CoverageProblem,
  limits: CoverageLimits,
  builder: ModelBuilder,
  columns: readonly CoverageColumn[],
): void {
  scenario.groups.forEach((_, group) => {
    const own = columns.flatMap((column, index) => (column.group === group ? [{ ...column, index }] : []));
    scenario.clock.days.forEach((_day, day) => {
      const today = own.filter(({ candidate }) => candidates[candidate].day === day);
      builder.row(
        0,
        limits.people[group][day],
        today.map(({ index }): Term => [index, 1]),
      );
    });
    builder.row(
      0,
      limits.hours[group],
      own.map(({ candidate, index }): Term => [index, candidates[candidate].hours]),
    );
    builder.row(
      0,
      limits.shifts[group],
      own.map(({ index }): Term => [index, 1]),
    );
  });
}

/** Head-counts by type and slot that a solution of the model gives; 0 where nobody comes. */
export function headCountsOf({ staffed }: CoverageModel, values: Float64Array, demand: Demand): Float64Array[] {
  const counts = demand.types.map(() => new Float64Array(demand.slots));
  for (const { slot, terms, type } of staffed) {
    counts[type][slot] = terms.reduce((sum, [column, factor]) => sum + factor * values[column], 0);
  }
  return counts;
}
