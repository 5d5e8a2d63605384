/**
 * Changes of a roster on the same customers: what each gains is the difference run by run, so that what the two rosters share
 * cancels.
 */

import { RunSums } from '../../judge/run-sums.ts';
import type { ConfidenceInterval } from '../../math/confidence-interval.ts';
import { pairedRatioDifference } from '../../math/paired-difference.ts';
import { measures } from '../../measures/index.ts';
import { intervalTallies, promiseScope } from '../../measures/interval-tallies.ts';
import type { Tally } from '../../measures/measure.ts';
import type { Scenario, ServicePromise } from '../../scenario/scenario.ts';
import type { RunRecord } from '../../sim/run.ts';
import { type RunBook, type SummingOptions, sideBySide, sumRuns } from '../paired-runs.ts';

/** How changes are tried. */
export interface TrialOptions extends Omit<SummingOptions, 'onRun'> {
  confidence: number;
  onProgress?: (done: number, of: number) => void;
}

/** A promise's measure interval by interval, summed over the runs. */
export interface IntervalSums {
  /** Planning intervals of the promise's hours. */
  intervals: readonly number[];
  met: number[];
  of: number[];
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
 * @returns one entry for each change, in order
 * @throws RangeError when `runs` is not a whole number of at least 2; the signal's reason when it comes before the end
 */
export async function tryChanges(
  base: Scenario,
  changed: readonly Scenario[],
  options: TrialOptions,
): Promise<{ base: IntervalSums[]; tried: Tried[] }> {
  const { confidence, onProgress, runs } = options;
  if (!(Number.isSafeInteger(runs) && runs >= 2)) {
    throw new RangeError(`runs: expected a whole number of at least 2, got ${runs}`);
  }
  const tried: Tried[] = [];
  let sums: IntervalSums[] = [];
  for (let first = 0; first < changed.length || first === 0; first += batchSize) {
    const scenarios = [base, ...changed.slice(first, first + batchSize)];
    const asItIs = new RatioOfTrial(base);
    const batch = scenarios.slice(1).map((scenario) => new RatioOfTrial(scenario, asItIs));
    await sumRuns(sideBySide([asItIs, ...batch]), scenarios, options);
    sums = asItIs.sums;
    tried.push(...batch.map((one) => ({ gains: one.gains(confidence), sums: one.sums })));
    onProgress?.(tried.length, changed.length);
  }
  return { base: sums, tried };
}

/** What a {@link RatioOfTrial} holds, as plain data. */
interface TrialState {
  runs: number;
  sums: IntervalSums[];
  pairs: number[][];
}

/** What is summed of one scenario of a batch. */
class RatioOfTrial implements RunBook<TrialState> {
  runs = 0;
  sums: IntervalSums[];
  readonly #scenario: Scenario;
  readonly #base: RatioOfTrial;
  /** By promise: met and of, then those of the roster as it is. */
  readonly #pairs: RunSums[];
  /** Of the last run, by promise. */
  #tallies: Tally[] = [];

  /** @param base the roster as it is, to which runs are added first; itself unless given */
  constructor(scenario: Scenario, base?: RatioOfTrial) {
    this.#scenario = scenario;
    this.#base = base ?? this;
    this.#pairs = scenario.promises.map(() => new RunSums(4, true));
    this.sums = scenario.promises.map(() => ({ intervals: [], met: [], of: [] }));
  }

  state(): TrialState {
    return { runs: this.runs, sums: this.sums, pairs: this.#pairs.map((pair) => pair.state()) };
  }

  restore({ pairs, runs, sums }: TrialState): void {
    [this.runs, this.sums] = [runs, sums];
    for (const [p, pair] of this.#pairs.entries()) pair.restore(pairs[p]);
  }

  add(record: RunRecord): void {
    this.runs++;
    this.#tallies = this.#scenario.promises.map((promise, p) => this.#addIntervals(record, promise, p));
    for (const [p, pair] of this.#pairs.entries()) {
      const [own, base] = [this.#tallies[p], this.#base.#tallies[p]];
      pair.add(own.met, own.of, base.met, base.of);
    }
  }

  #addIntervals(record: RunRecord, promise: ServicePromise, p: number): Tally {
    const measure = measures.get(promise.measure);
    const scope = promiseScope(this.#scenario, record.layout, promise);
    if (this.sums[p].met.length === 0) {
      const empty = () => scope.intervals.map(() => 0);
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
    return this.#pairs.map((pair, p) => {
      const difference = pairedRatioDifference(pair.moments(), confidence, (weights) => pair.cube(weights));
      if (difference === undefined) return null;
      const { high, low, point } = difference;
      return this.#scenario.promises[p].sense === 'at-least'
        ? difference
        : { point: 0 - point, low: -high, high: -low };
    });
  }
}
