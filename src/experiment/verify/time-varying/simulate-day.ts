/**
 * A reference day simulated many times: for each count, in each interval and over the day, how many standard errors its sum lies from the exact
 * expectation, and whether that is more than chance does.
 */
import { RunSums } from '../../../judge/run-sums.ts';
import { roomierInterval } from '../../../math/confidence-interval.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { contactOffset, type RunRecord, thresholdOffset } from '../../../sim/run.ts';
import type { Progress } from '../../outcome.ts';
import { simulateRuns } from '../../simulate-runs.ts';
import type { SimulatedReport } from '../verify-report.ts';

/** What is counted per interval of arrival; callers who balk have abandoned after no wait. */
export const dayCounts = ['answered within T', 'abandoned', 'total wait of answered'] as const;

/** One right simulation in so many fails: the error is shared between all comparisons of a convention, whatever hangs together (Bonferroni). */
const falseAlarm = 1 / 1000;

/** How to simulate. */
export interface DaySimulation {
  runs: number;
  seed: string;
  threads: number;
  signal: AbortSignal | undefined;
  onProgress: ((progress: Progress) => void) | undefined;
}

/**
 * Simulates a day.
 *
 * @param scenario its first promise holds T
 * @param expected per count of {@link dayCounts}, the expectation of every interval
 * @param convention its name, for the report
 * @param options at least 2 runs
 * @throws the signal's reason when it ends the simulation
 */
export async function simulateDay(
  scenario: Scenario,
  expected: readonly (readonly number[])[],
  convention: string,
  { runs, seed, threads, signal, onProgress }: DaySimulation,
): Promise<SimulatedReport> {
  const check = new DayCheck(scenario, expected);
  let lost = 0;
  const wanted = { scenarios: [scenario], seed, from: 0, until: runs, signal };
  for await (const batch of simulateRuns(wanted, threads, () => lost++)) {
    for (const record of batch) check.add(record);
    onProgress?.({ runs: check.runs, atMost: runs, undecided: null, estimates: [], threadsLost: lost });
  }
  signal?.throwIfAborted();
  return { convention, ...check.report() };
}

/** How far a count lies from its expectation over runs. */
class Excess {
  /** At least 0. */
  readonly expectation: number;
  readonly #sums = new RunSums(1, true);

  constructor(expectation: number) {
    this.expectation = expectation;
  }

  add(excess: number): void {
    this.#sums.add(excess);
  }

  /** Whether it can happen at all, or did: a count is never below 0. */
  get isExpected(): boolean {
    return this.expectation !== 0 || this.#sums.sums[0] !== 0;
  }

  /** Variance between runs, of which there are at least 2. */
  get variance(): number {
    return Math.max(0, this.#sums.moments().products[0][0]) / (this.#sums.runs - 1);
  }

  /**
   * Standard errors between the mean and the expectation, and whether the interval of the mean, with room for the skewness of the runs, leaves the
   * expectation out. A handful of rare events shows too little of their spread, or none: it is at least as much for what is expected as `spread` says.
   *
   * @param confidence of the interval
   * @param spread variance for one of what is expected, as of events that come one by one
   */
  compare(confidence: number, spread: number): { z: number; isOff: boolean } {
    const { runs, sums } = this.#sums;
    const mean = sums[0] / runs;
    const deviation = Math.sqrt(Math.max(this.variance, this.expectation * spread));
    const error = deviation / Math.sqrt(runs);
    const { high, low } = roomierInterval(mean, error, runs, this.#sums.cube([1]) / deviation ** 3, confidence);
    return { z: mean / error, isOff: low > 0 || high < 0 };
  }
}

/** Runs of a day beside its exact expectation. */
export class DayCheck {
  runs = 0;
  readonly #scenario: Scenario;
  readonly #error: number;
  readonly #expected: readonly (readonly number[])[];
  /** Per count: of every interval, and of the day. */
  readonly #excesses: { intervals: Excess[]; day: Excess }[];

  /**
   * @param scenario its first promise holds T
   * @param expected per count of {@link dayCounts}, the expectation of every interval
   * @param error how often the check of a right simulation may fail
   */
  constructor(scenario: Scenario, expected: readonly (readonly number[])[], error = falseAlarm) {
    this.#scenario = scenario;
    this.#expected = expected;
    this.#error = error;
    this.#excesses = expected.map((intervals) => ({
      intervals: intervals.map((expectation) => new Excess(expectation)),
      day: new Excess(intervals.reduce((sum, one) => sum + one, 0)),
    }));
  }

  /** Adds one run. */
  add(record: RunRecord): void {
    countReaders(record, this.#scenario).forEach((read, count) => {
      const { day, intervals } = this.#excesses[count];
      let all = 0;
      intervals.forEach((interval, i) => {
        const excess = read(i) - this.#expected[count][i];
        interval.add(excess);
        all += excess;
      });
      day.add(all);
    });
    this.runs++;
  }

  /** What the runs say. */
  report(): Omit<SimulatedReport, 'convention'> {
    const { runs } = this;
    const compared = this.#excesses.map(({ day, intervals }) => ({
      days: day.isExpected ? [day] : [],
      intervals: intervals.flatMap((excess, interval) => (excess.isExpected ? [{ excess, interval }] : [])),
    }));
    const comparisons = compared.reduce((sum, { days, intervals }) => sum + days.length + intervals.length, 0);
    const confidence = 1 - this.#error / Math.max(1, comparisons);
    let passes = true;
    const squares: number[] = [];
    const counts = compared.map(({ days, intervals }, count) => {
      const spread = this.#spread(count);
      const found = intervals.map(({ excess, interval }) => ({
        interval,
        ...excess.compare(confidence, spread),
      }));
      const over = days.map((day) => day.compare(confidence, spread));
      if ([...found, ...over].some(({ isOff }) => isOff)) passes = false;
      squares.push(...found.map(({ z }) => z * z));
      const worst = found.reduce((a, b) => (Math.abs(b.z) > Math.abs(a.z) ? b : a), { z: 0, interval: 0 });
      return {
        count: dayCounts[count],
        worstZ: worst.z,
        rmsZ: rootMean(found.map(({ z }) => z * z)),
        dayZ: over[0]?.z ?? 0,
        interval: worst.interval,
      };
    });
    const worstZ = Math.max(0, ...counts.flatMap((count) => [Math.abs(count.worstZ), Math.abs(count.dayZ)]));
    return { runs, judgement: passes ? 'pass' : 'fail', worstZ, rmsZ: rootMean(squares), counts };
  }

  /** Variance of a count for one of what is expected, over all intervals; where none of them varies, that of as few events as can make it up. */
  #spread(count: number): number {
    const { day, intervals } = this.#excesses[count];
    const variance = intervals.reduce((sum, interval) => sum + interval.variance, 0);
    if (variance > 0 && day.expectation > 0) return variance / day.expectation;
    return dayCounts[count] === 'total wait of answered' ? this.#scenario.clock.horizonSeconds : 1;
  }
}

function rootMean(squares: readonly number[]): number {
  return squares.length === 0 ? 0 : Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / squares.length);
}

function countReaders(record: RunRecord, scenario: Scenario): ((interval: number) => number)[] {
  const { layout, data } = record;
  const threshold = layout.thresholds.indexOf(scenario.promises[0].answerWithin);
  const within = thresholdOffset(layout, 0, threshold, 'answeredWithin');
  const abandoned = contactOffset(layout, 0, 'abandoned');
  const balked = contactOffset(layout, 0, 'balked');
  const wait = contactOffset(layout, 0, 'answeredWait');
  return [(i) => data[within + i], (i) => data[abandoned + i] + data[balked + i], (i) => data[wait + i]];
}
