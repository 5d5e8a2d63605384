/**
 * Changes of a roster on the same customers: what each gains is the difference run by run, so that what the two rosters share
 * cancels.
 */

import { addDay, type CoMoments, coMoments } from '../../math/co-moments.ts';
import type { ConfidenceInterval } from '../../math/confidence-interval.ts';
import { pairedRatioDifference } from '../../math/paired-difference.ts';
import { measures } from '../../measures/index.ts';
import { intervalTallies, promiseScope } from '../../measures/interval-tallies.ts';
import type { Scenario, ServicePromise } from '../../scenario/scenario.ts';
import type { RunRecord } from '../../sim/run.ts';
import { type PairedRunsOptions, pairedRuns } from '../paired-runs.ts';

/** How changes are tried. */
export interface TrialOptions extends PairedRunsOptions {
  confidence: number;
  onProgress?: (done: number, of: number) => void;
}

/** A promise's measure interval by interval, summed over the runs. */
export interface IntervalSums {
  /** Planning intervals of the promise's hours. */
  intervals: readonly number[];
  met: Float64Array;
  of: Float64Array;
}

/** What a change comes to, promise by promise. */
export interface Tried {
  /**
   * The measure with the change less without, its sign turned where the promise is one of at most: positive is better. Null where
   * there is nothing to judge.
   */
  gains: (ConfidenceInterval | null)[];
  sums: IntervalSums[];
}

/** Scenarios that are simulated side by side; the first of each batch is the roster as it is. */
const batchSize = 24;

/**
 * What each change gains in each promise, over the hours of the promise.
 *
 * @param base the roster as it is
 * @param changed the same clock, demand and promises with the change made
 * @param options `runs` of every scenario, at least 2
 * @returns one entry for each change, in order; fewer when the signal ends it
 * @throws RangeError when `runs` is not a whole number of at least 2
 */
export async function tryChanges(
  base: Scenario,
  changed: readonly Scenario[],
  options: TrialOptions,
): Promise<{ base: IntervalSums[]; tried: Tried[] }> {
  const { confidence, onProgress, runs, signal } = options;
  if (!(Number.isSafeInteger(runs) && runs >= 2)) {
    throw new RangeError(`runs: expected a whole number of at least 2, got ${runs}`);
  }
  const tried: Tried[] = [];
  let sums: IntervalSums[] = [];
  for (let first = 0; first < changed.length || first === 0; first += batchSize) {
    const batch = [base, ...changed.slice(first, first + batchSize)].map((scenario) => new RatioOfTrial(scenario));
    for await (const records of pairedRuns(
      batch.map(({ scenario }) => scenario),
      options,
    )) {
      for (const [i, one] of batch.entries()) one.add(records[i], batch[0]);
    }
    if (signal?.aborted) break;
    sums = batch[0].sums;
    tried.push(...batch.slice(1).map((one) => ({ gains: one.gains(confidence), sums: one.sums })));
    onProgress?.(tried.length, changed.length);
  }
  return { base: sums, tried };
}

/** What is summed of one scenario of a batch. */
class RatioOfTrial {
  readonly scenario: Scenario;
  readonly sums: IntervalSums[];
  readonly #moments: CoMoments[];
  /** Tallies of the last run, for the others of the batch. */
  #met: number[] = [];
  #of: number[] = [];

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    this.#moments = scenario.promises.map(() => coMoments(4));
    this.sums = scenario.promises.map(() => ({ intervals: [], met: new Float64Array(0), of: new Float64Array(0) }));
  }

  add(record: RunRecord, base: RatioOfTrial): void {
    const { promises } = this.scenario;
    const totals = promises.map((promise, p) => this.#addIntervals(record, promise, p));
    this.#met = totals.map(({ met }) => met);
    this.#of = totals.map(({ of }) => of);
    for (const [p, moments] of this.#moments.entries()) {
      addDay(moments, [this.#met[p], this.#of[p], base.#met[p], base.#of[p]]);
    }
  }

  #addIntervals(record: RunRecord, promise: ServicePromise, p: number): { met: number; of: number } {
    const measure = measures.get(promise.measure);
    const scope = promiseScope(this.scenario, record.layout, promise);
    if (this.sums[p].met.length === 0) {
      const empty = () => new Float64Array(scope.intervals.length);
      this.sums[p] = { intervals: scope.intervals, met: empty(), of: empty() };
    }
    const { met, of } = this.sums[p];
    for (const [at, tally] of intervalTallies(measure, record, scope).entries()) {
      met[at] += tally.met;
      of[at] += tally.of;
    }
    return measure.tally(record, scope);
  }

  gains(confidence: number): (ConfidenceInterval | null)[] {
    return this.#moments.map((moments, p) => {
      const difference = pairedRatioDifference(moments, confidence);
      if (difference === undefined) return null;
      const { high, low, point } = difference;
      return this.scenario.promises[p].sense === 'at-least' ? difference : { point: 0 - point, low: -high, high: -low };
    });
  }
}
