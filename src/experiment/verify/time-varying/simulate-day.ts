/**
 * A reference day simulated many times: for each interval and count, how many standard errors its sum lies from the exact
 * expectation.
 */
import type { Scenario } from '../../../scenario/scenario.ts';
import { contactOffset, type RunRecord, thresholdOffset } from '../../../sim/run.ts';
import type { Progress } from '../../outcome.ts';
import { simulateRuns } from '../../simulate-runs.ts';
import type { SimulatedReport } from '../verify-report.ts';

/** What is counted per interval of arrival; callers who balk have abandoned after no wait. */
export const dayCounts = ['answered within T', 'abandoned', 'total wait of answered'] as const;

/** Greatest |z| and range of the root mean square z of a simulation that agrees (intervals of a day are correlated). */
const greatestZ = 4.2;
const rmsRange = [0.75, 1.35] as const;

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
  const intervals = expected[0].length;
  const sums = dayCounts.map(() => new Float64Array(intervals));
  const squares = dayCounts.map(() => new Float64Array(intervals));
  let done = 0;
  let lost = 0;
  const wanted = { scenarios: [scenario], seed, from: 0, until: runs, signal };
  for await (const batch of simulateRuns(wanted, threads, () => lost++)) {
    for (const record of batch) {
      const readers = countReaders(record, scenario);
      readers.forEach((read, count) => {
        for (let i = 0; i < intervals; i++) {
          // Around the expectation, so that the squares keep their digits.
          const excess = read(i) - expected[count][i];
          sums[count][i] += excess;
          squares[count][i] += excess * excess;
        }
      });
    }
    done += batch.length;
    onProgress?.({ runs: done, atMost: runs, undecided: null, estimates: [], threadsLost: lost });
  }
  signal?.throwIfAborted();
  return reportZ(convention, runs, sums, squares, expected);
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

function reportZ(
  convention: string,
  runs: number,
  sums: readonly Float64Array[],
  squares: readonly Float64Array[],
  expected: readonly (readonly number[])[],
): SimulatedReport {
  let all = 0;
  let allSquares = 0;
  const counts = dayCounts.map((count, c) => {
    let worstZ = 0;
    let interval = 0;
    let zSquares = 0;
    let compared = 0;
    expected[c].forEach((expectation, i) => {
      if (expectation === 0 && squares[c][i] === 0) return;
      const z = zScore(runs, sums[c][i], squares[c][i], expectation);
      compared++;
      zSquares += z * z;
      if (Math.abs(z) > Math.abs(worstZ)) [worstZ, interval] = [z, i];
    });
    all += compared;
    allSquares += zSquares;
    return { count, worstZ, rmsZ: compared === 0 ? 0 : Math.sqrt(zSquares / compared), interval };
  });
  const worstZ = counts.reduce((worst, count) => Math.max(worst, Math.abs(count.worstZ)), 0);
  const rmsZ = all === 0 ? 0 : Math.sqrt(allSquares / all);
  const passes = worstZ < greatestZ && rmsZ >= rmsRange[0] && rmsZ <= rmsRange[1];
  return { convention, runs, judgement: passes ? 'pass' : 'fail', worstZ, rmsZ, counts };
}

/** Standard errors between a sum over runs and its expectation; `sum` and `squares` are of excesses over it. */
function zScore(runs: number, sum: number, squares: number, expectation: number): number {
  const variance = (squares - (sum * sum) / runs) / (runs - 1);
  // A count that never varied was 0 in every run: rare events are Poisson, whose variance is their expectation.
  const spread = variance > 1e-12 * expectation * expectation ? variance : Math.abs(expectation);
  return sum / Math.sqrt(runs * spread);
}
