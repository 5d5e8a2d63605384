/**
 * Splits how far a promise is missed into its causes. Every set of causes is taken away in a scenario of its own, all on the same
 * customers; the parts are the causes' Shapley values, so they add up to the miss whatever the order, and what is left when all
 * causes are gone is the roster's own.
 */

import { Brought } from '../../judge/brought.ts';
import type { Estimate } from '../../judge/verdict.ts';
import { coMoments } from '../../math/co-moments.ts';
import { studentInterval } from '../../math/confidence-interval.ts';
import { controlledEstimate } from '../../math/control-variates.ts';
import { shapleyWeights } from '../../math/shapley.ts';
import { measures } from '../../measures/index.ts';
import { intervalTallies, promiseScope } from '../../measures/interval-tallies.ts';
import type { Scenario, ServicePromise } from '../../scenario/scenario.ts';
import { compile } from '../../sim/compile.ts';
import type { RunRecord } from '../../sim/run.ts';
import { clearQueues, type Edit } from '../edits.ts';
import type { PairedRunSums } from '../paired-runs.ts';
import { activeRemedies, type FactorName } from './factors.ts';

/** Planning intervals of a promise whose miss is split. */
export interface MissWanted {
  promise: number;
  /** By index, ascending. */
  intervals: readonly number[];
}

/** One cause's share of a miss, in the promise's unit; above 0 it makes the miss greater. */
export interface Part {
  factor: FactorName | 'roster';
  estimate: Estimate;
}

/** A miss with its parts. */
export interface Split {
  intervals: readonly number[];
  /** What was reached. */
  value: number;
  /** How far the target was missed; below 0 it was not. */
  miss: Estimate;
  /** They add up to the miss. */
  parts: Part[];
}

/** The scenarios to run, and who reads their runs. */
export interface Splitting extends PairedRunSums<BookState[]> {
  /** Causes told apart. */
  factors: FactorName[];
  scenarios: Scenario[];
  /** Splits a miss; null where a scenario has nothing to judge in these intervals. */
  split(wanted: MissWanted, confidence: number): Split | null;
}

/**
 * Sets a split up.
 *
 * The backlog of an interval is taken away by clearing the queues at its start. Clearing them at its end too would lose its own
 * callers, so there are two scenarios: one cleared at the intervals of even index, one at those of odd. An interval in which work
 * closes that serves who still waits is left as it is: its part of the backlog is 0.
 *
 * @param scenario resolved
 * @param wanted all misses that will be asked for
 */
export function openSplit(scenario: Scenario, wanted: readonly MissWanted[]): Splitting {
  const remedies = activeRemedies(scenario);
  const backlog = hasBacklog(scenario, wanted);
  const factors: FactorName[] = [...remedies.map(({ factor }) => factor), ...(backlog ? (['backlog'] as const) : [])];
  const sets = 2 ** remedies.length;
  const scenarios = Array.from({ length: sets }, (_, set) => withoutSet(scenario, remedies, set));
  if (backlog) {
    for (const parity of [0, 1]) {
      const times = scenario.clock.intervalStarts.filter((_, i) => i % 2 === parity);
      scenarios.push(...scenarios.slice(0, sets).map((one) => clearQueues(one, times)));
    }
  }
  const books = new Map(wanted.flatMap(({ promise }) => [[promise, openBook(scenario, promise)] as const]));
  const closing = closingIntervals(scenario);
  /** Where a set's runs stand for an interval; the last bit of the set is the backlog. */
  const worldOf = (set: number, interval: number): number => {
    if (set < sets) return set;
    return closing.has(interval) ? set - sets : set + (interval % 2) * sets;
  };
  return {
    factors,
    scenarios,
    get runs() {
      return Math.min(...[...books.values()].map((book) => book.runs));
    },
    add(records) {
      for (const book of books.values()) book.add(records);
    },
    state: () => [...books.values()].map((book) => book.state()),
    restore(states) {
      [...books.values()].forEach((book, i) => {
        book.restore(states[i]);
      });
    },
    split({ promise, intervals }, confidence) {
      const book = books.get(promise);
      if (book === undefined) throw new RangeError(`promise: ${promise} was not asked for`);
      const values = Array.from({ length: 2 ** factors.length }, (_, set) =>
        book.ratio(intervals, (interval) => worldOf(set, interval)),
      );
      if (!values.every((value) => value !== null)) return null;
      const controls = book.controls(intervals);
      return splitValues(scenario.promises[promise], intervals, factors, { values, controls }, confidence);
    },
  };
}

function withoutSet(scenario: Scenario, remedies: readonly { edit: Edit }[], set: number): Scenario {
  return remedies.reduce((changed, { edit }, i) => ((set >> i) & 1 ? edit(changed) : changed), scenario);
}

/** Whether any of the intervals has one before it in which somebody may have been left waiting. */
function hasBacklog({ clock, work }: Scenario, wanted: readonly MissWanted[]): boolean {
  const start = (interval: number) => clock.intervalStarts[interval];
  return wanted.some(({ intervals }) =>
    intervals.some((one) =>
      work.some(({ hours }) => hours.some(({ from, to }) => from < start(one) && start(one) < to)),
    ),
  );
}

function closingIntervals({ clock, work }: Scenario): Set<number> {
  const ends = work.flatMap(({ closing, hours }) => (closing === 'serve' ? hours.map(({ to }) => to) : []));
  const { intervalStarts } = clock;
  return new Set(ends.map((end) => intervalStarts.findLastIndex((start) => start < end)));
}

/** A ratio of sums with its linear part per run. */
interface RatioOfRuns {
  value: number;
  /** Per run: by how much the run moves the ratio (delta method); they add up to 0. */
  residuals: Float64Array;
}

/** The same ratio under every set of causes, and what the customers whom all met brought beyond expectation, run by run. */
interface RatiosOfSets {
  values: readonly RatioOfRuns[];
  controls: readonly (readonly number[])[];
}

/** The tallies of a promise by run, scenario and interval, and what each run's customers brought beyond expectation. */
interface BookState {
  met: number[][][];
  of: number[][][];
  beyond: number[][];
}

/** The tallies of a promise by scenario, interval and run. */
function openBook(scenario: Scenario, index: number) {
  const promise = scenario.promises[index];
  const kind = measures.get(promise.measure);
  let met: Float64Array[][] = [];
  let of: Float64Array[][] = [];
  let beyond: Float64Array[] = [];
  const { layout } = compile(scenario, '').plan;
  const brought = new Brought(scenario, layout);
  const places = new Map(promiseScope(scenario, layout, promise).intervals.map((interval, place) => [interval, place]));
  return {
    get runs(): number {
      return met.length;
    },
    state: (): BookState => ({
      met: met.map((run) => run.map((row) => [...row])),
      of: of.map((run) => run.map((row) => [...row])),
      beyond: beyond.map((run) => [...run]),
    }),
    restore(state: BookState): void {
      const rows = (runs: readonly (readonly number[])[]) => runs.map((row) => Float64Array.from(row));
      met = state.met.map(rows);
      of = state.of.map(rows);
      beyond = rows(state.beyond);
    },
    add(records: readonly RunRecord[]): void {
      const scope = promiseScope(scenario, records[0].layout, promise);
      beyond.push(brought.beyond(records[0]));
      const tallies = records.map((record) => intervalTallies(kind, record, scope));
      met.push(tallies.map((row) => Float64Array.from(row, (tally) => tally.met)));
      of.push(tallies.map((row) => Float64Array.from(row, (tally) => tally.of)));
    },
    controls(intervals: readonly number[]): number[][] {
      return beyond.map((run) => brought.controls(run, { intervals, work: promise.work }).whole);
    },
    ratio(intervals: readonly number[], worldOf: (interval: number) => number): RatioOfRuns | null {
      const runs = met.length;
      const sums = { met: new Float64Array(runs), of: new Float64Array(runs) };
      let allMet = 0;
      let allOf = 0;
      for (const interval of intervals) {
        const place = places.get(interval) ?? -1;
        const world = worldOf(interval);
        for (let run = 0; run < runs; run++) {
          sums.met[run] += met[run][world][place];
          sums.of[run] += of[run][world][place];
        }
      }
      for (let run = 0; run < runs; run++) {
        allMet += sums.met[run];
        allOf += sums.of[run];
      }
      if (!(allOf > 0)) return null;
      const value = allMet / allOf;
      const residuals = sums.met.map((one, run) => ((one - value * sums.of[run]) * runs) / allOf);
      return { value, residuals };
    },
  };
}

function splitValues(
  promise: ServicePromise,
  intervals: readonly number[],
  factors: readonly FactorName[],
  ratios: RatiosOfSets,
  confidence: number,
): Split {
  const sign = promise.sense === 'at-least' ? 1 : -1;
  const sets = ratios.values.length;
  const pick = (set: number, weight: number) => ratios.values.map((_, i) => (i === set ? weight : 0));
  const miss = combine(pick(0, -sign), ratios, sign * promise.target, confidence);
  const parts: Part[] = factors.map((factor, player) => ({
    factor,
    estimate: combine(
      shapleyWeights(factors.length, player).map((weight) => sign * weight),
      ratios,
      0,
      confidence,
    ),
  }));
  parts.push({ factor: 'roster', estimate: combine(pick(sets - 1, -sign), ratios, sign * promise.target, confidence) });
  return { intervals, value: promise.target - sign * miss.value, miss, parts };
}

/** A constant + Σ weight · ratio, with Student's t interval of its linear part over the runs, corrected by the controls. */
function combine(
  weights: readonly number[],
  { controls, values }: RatiosOfSets,
  constant: number,
  confidence: number,
): Estimate {
  let sum = constant;
  const residuals = new Float64Array(controls.length);
  weights.forEach((weight, i) => {
    if (weight === 0) return;
    sum += weight * values[i].value;
    for (let run = 0; run < residuals.length; run++) residuals[run] += weight * values[i].residuals[run];
  });
  const moments = coMoments(
    1 + controls[0].length,
    controls.map((own, run) => [residuals[run], ...own]),
  );
  const { freedom, point: value, standardError } = controlledEstimate(moments, sum, [1]);
  const { low, high } = studentInterval(value, standardError, freedom + 1, confidence);
  return { value, low, high, confidence };
}
