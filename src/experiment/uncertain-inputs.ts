/**
 * What not knowing the inputs does: the scenario is simulated under many sets of inputs, each drawn as its section `uncertainty`
 * says, all on the same customers. What differs from set to set is ignorance, what differs from day to day is chance.
 */
import { Ledger, type LedgerState, meetsTarget, sumTallies } from '../judge/ledger.ts';
import type { Estimate } from '../judge/verdict.ts';
import { coMoments, combinationStandardError } from '../math/co-moments.ts';
import { type CrossedVariance, crossedVariance, shrinkRows } from '../math/crossed-variance.ts';
import { normalQuantile } from '../math/normal.ts';
import { wilsonInterval } from '../math/proportion-interval.ts';
import { studentTQuantile } from '../math/student-t.ts';
import { measures } from '../measures/index.ts';
import type { Tally } from '../measures/measure.ts';
import { fillNormal, fillUniform } from '../random/samplers.ts';
import { startStream, streamKey } from '../random/stream.ts';
import type { InputFactor, Scenario, ServicePromise } from '../scenario/scenario.ts';
import { compile } from '../sim/compile.ts';
import type { Journal } from './checkpoint.ts';
import { type PairedRunSums, sumRunsUntilStopped } from './paired-runs.ts';

/** How to look. */
export interface UncertaintyOptions {
  /** Any text: the same text gives the same inputs and the same customers. */
  seed: string;
  /** Threads that simulate, whole, at least 1. */
  threads: number;
  /** Sets of inputs, whole, at least 10; 40 unless given. */
  draws?: number;
  /** Runs of each, whole, at least 2; 20 unless given. */
  runs?: number;
  /**
   * Per promise, its figure with the inputs as written, from more runs of the same seed: the sets of inputs meet the first of those days,
   * and how kind these were to the scenario as written is taken off.
   */
  known?: readonly (Estimate | null)[];
  /** Keeps the runs done; one that has kept some goes on from there. */
  journal?: Journal | undefined;
  signal?: AbortSignal;
}

/** One promise under uncertain inputs. All of the day as a whole. */
export interface PromiseUncertainty {
  /** Index into `scenario.promises`. */
  promise: number;
  /** Mean over the inputs of what the promise comes to. */
  estimate: Estimate;
  /** 5 %, 50 % and 95 % quantile over the inputs of what the promise would come to in endless runs. */
  low: number;
  middle: number;
  high: number;
  /** Share of inputs under which the promise holds in endless runs. */
  holds: Estimate;
  /** Share of days, over inputs and chance, on which it holds. */
  dayHolds: number;
  /** Standard deviation of a day's value that comes from not knowing the inputs, and that comes from chance. */
  fromInputs: number;
  fromChance: number;
  /** Per factor, the share of the inputs' part that goes with it (squared correlation). */
  factors: number[];
}

/** What came out. */
export interface InputUncertainty {
  draws: number;
  runs: number;
  /** Per draw, the factor of each entry of `scenario.uncertainty`. */
  inputs: number[][];
  /** In the scenario's order; a promise with nothing to judge under some inputs is left out. */
  promises: PromiseUncertainty[];
}

/**
 * Simulates under uncertain inputs.
 *
 * @param scenario as it is, with at least one entry in `uncertainty`
 * @param withInputs the scenario with one factor for each entry
 * @returns undefined when it was stopped
 * @throws RangeError when there is no uncertainty or a number is out of range; RunLimitError when a run meets its limit
 */
export async function runUncertainInputs(
  scenario: Scenario,
  withInputs: (factors: readonly number[]) => Scenario,
  options: UncertaintyOptions,
): Promise<InputUncertainty | undefined> {
  const { seed, threads, draws = 40, runs = 20, journal, known = [], signal } = options;
  if (scenario.uncertainty.length === 0) throw new RangeError('scenario: expected an entry in uncertainty, got none');
  if (!(Number.isSafeInteger(draws) && draws >= 10)) throw new RangeError(`draws: expected at least 10, got ${draws}`);
  if (!(Number.isSafeInteger(runs) && runs >= 2)) throw new RangeError(`runs: expected at least 2, got ${runs}`);
  const inputs = drawInputs(scenario.uncertainty, seed, draws);
  // As written comes last, beside the sets of inputs.
  const scenarios = [...inputs.map(withInputs), scenario];
  const ledgers = scenarios.map((one) => new Ledger(one, compile(one, seed).plan.layout));
  /** Per promise and draw, the tally of each run. */
  let tallies: Tally[][][] = scenario.promises.map(() => scenarios.map(() => []));
  const book: PairedRunSums<{ ledgers: LedgerState[]; tallies: Tally[][][] }> = {
    get runs() {
      return ledgers[0].runs;
    },
    add(row) {
      row.forEach((record, draw) => {
        ledgers[draw].add(record).promises.forEach((own, promise) => {
          tallies[promise][draw].push(sumTallies(own));
        });
      });
    },
    state: () => ({ ledgers: ledgers.map((ledger) => ledger.state()), tallies }),
    restore(state) {
      state.ledgers.forEach((one, draw) => {
        ledgers[draw].restore(one);
      });
      tallies = state.tallies;
    },
  };
  await sumRunsUntilStopped(book, scenarios, { journal, seed, runs, threads, signal });
  if (book.runs < runs) return undefined;
  const { confidence } = scenario.precision;
  const promises = tallies.flatMap((own, promise): PromiseUncertainty[] => {
    const table = own.map(daysOf);
    if (!table.every((row) => row !== undefined)) return [];
    const written = table.pop() ?? [];
    const variance = crossedVariance(table, confidence);
    const shift = shiftTo(known[promise] ?? null, written, table, variance);
    return [describe(scenario, promise, variance, shift, inputs, ledgers)];
  });
  return { draws, runs, inputs, promises };
}

/** One row a draw, one factor an entry: log-normal or uniform, with mean 1. */
export function drawInputs(uncertainty: readonly InputFactor[], seed: string, draws: number): number[][] {
  const columns = uncertainty.map(({ name, spread, size }) => {
    const out = new Float64Array(draws);
    const stream = startStream(streamKey(seed, `inputs/${name}`), 0);
    if (spread === 'uniform') {
      fillUniform(stream, out, 0, draws);
      return out.map((u) => 1 + size * (2 * u - 1));
    }
    fillNormal(stream, out, 0, draws);
    const variance = Math.log1p(size * size);
    return out.map((z) => Math.exp(z * Math.sqrt(variance) - variance / 2));
  });
  return Array.from({ length: draws }, (_, draw) => columns.map((column) => column[draw]));
}

/** The value of each day, made linear about the ratio of sums, so that their mean is that ratio (delta method). */
function daysOf(days: readonly Tally[]): number[] | undefined {
  const { met, of } = sumTallies(days);
  if (of === 0) return undefined;
  const ratio = met / of;
  const mean = of / days.length;
  return days.map((day) => ratio + (day.met - ratio * day.of) / mean);
}

/** What the shared days were kinder than days are, to be added; its standard error, and the degrees of freedom of all that rests on it. */
interface Shift {
  value: number;
  error: number;
  freedom: number;
}

function shiftTo(
  known: Estimate | null,
  written: readonly number[],
  table: readonly (readonly number[])[],
  variance: CrossedVariance,
): Shift {
  const days = written.length;
  const freedom = Math.min(table.length, days) - 1;
  const half = known === null ? Infinity : (known.high - known.low) / 2;
  if (known === null || !Number.isFinite(half)) {
    return { value: 0, error: Math.sqrt(variance.shared + variance.rowNoise / table.length), freedom };
  }
  // What the sets and the scenario as written make of the same day: all else that the days share cancels.
  const apart = coMoments(
    1,
    written.map((value, day) => [table.reduce((sum, row) => sum + row[day], 0) / table.length - value]),
  );
  const error = half / -normalQuantile((1 - known.confidence) / 2);
  const mean = written.reduce((sum, value) => sum + value, 0) / days;
  return { value: known.value - mean, error: Math.hypot(error, combinationStandardError(apart, [1])), freedom };
}

function describe(
  scenario: Scenario,
  index: number,
  variance: CrossedVariance,
  shift: Shift,
  inputs: readonly number[][],
  ledgers: readonly Ledger[],
): PromiseUncertainty {
  const promise = scenario.promises[index];
  const { confidence } = scenario.precision;
  const possible = rangeOf(promise);
  const expected = shrinkRows(variance).map((value) => possible(value + shift.value));
  const sorted = [...expected].sort((a, b) => a - b);
  // How far the sets lie apart is known from the days that all share.
  const freedom = Math.min(inputs.length, ledgers[0].runs) - 1;
  const stretch = studentTQuantile(0.95, freedom) / normalQuantile(0.95);
  const middle = expectedQuantile(sorted, 0.5);
  const quantile = (level: number) => possible(middle + stretch * (expectedQuantile(sorted, level) - middle));
  const days = ledgers.slice(0, -1).map((ledger) => ledger.promises[index].dayHolds);
  // The shift takes off what the shared days did to the mean; what is not known of it takes its place.
  const mean = variance.mean.point + shift.value;
  const error = Math.hypot(Math.sqrt(variance.between / inputs.length), shift.error);
  const half = -studentTQuantile((1 - confidence) / 2, shift.freedom) * error;
  return {
    promise: index,
    estimate: { value: possible(mean), low: possible(mean - half), high: possible(mean + half), confidence },
    low: quantile(0.05),
    middle,
    high: quantile(0.95),
    holds: shareHeld(promise, expected, shift, confidence),
    dayHolds: days.reduce((sum, day) => sum + day.held, 0) / days.reduce((sum, day) => sum + day.judged, 0),
    fromInputs: Math.sqrt(variance.between),
    fromChance: Math.sqrt(variance.within),
    factors: scenario.uncertainty.map((_, factor) =>
      squaredCorrelation(
        expected,
        inputs.map((row) => row[factor]),
      ),
    ),
  };
}

/**
 * The value below which one more draw lies with the chance given, as draws of any distribution have it on average.
 *
 * Source: W. Weibull (1939), the mean rank i ÷ (n + 1); type 6 of R. J. Hyndman and Y. Fan (1996), Sample quantiles in statistical packages
 */
function expectedQuantile(sorted: readonly number[], level: number): number {
  const place = Math.min(Math.max((sorted.length + 1) * level - 1, 0), sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/** Brings a figure that a shift has carried too far back to what its measure can be: none is below 0, no share above 1. */
function rangeOf({ measure }: ServicePromise): (value: number) => number {
  const most = measures.get(measure).unit === 'fraction' ? 1 : Number.POSITIVE_INFINITY;
  return (value) => Math.min(most, Math.max(0, value));
}

/**
 * The share of inputs under which a promise is kept. Two things are not known of it: which inputs were drawn (Wilson), and by
 * how much the days that all share were kind or hard. They are independent, so their distances from the share add up as squares.
 *
 * @see G. Y. Zou and A. Donner (2008), Construction of confidence limits about effect measures: a general approach, Statistics in
 * Medicine 27, 1693–1702
 */
function shareHeld(
  promise: ServicePromise,
  expected: readonly number[],
  { error, freedom }: Shift,
  confidence: number,
): Estimate {
  const shift = -studentTQuantile((1 - confidence) / 2, freedom) * error;
  const shares = [-shift, 0, shift].map(
    (change) => expected.filter((value) => meetsTarget(promise, value + change)).length / expected.length,
  );
  const [least, value, most] = promise.sense === 'at-least' ? shares : [...shares].reverse();
  const drawn = wilsonInterval(value, expected.length, confidence);
  return {
    value,
    low: Math.max(0, value - Math.hypot(value - drawn.low, value - least)),
    high: Math.min(1, value + Math.hypot(drawn.high - value, most - value)),
    confidence,
  };
}

function squaredCorrelation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((value, i) => {
    ab += (value - meanA) * (b[i] - meanB);
    aa += (value - meanA) ** 2;
    bb += (b[i] - meanB) ** 2;
  });
  return aa === 0 || bb === 0 ? 0 : (ab * ab) / (aa * bb);
}
