/** Whether long runs of a held instant have settled: where the warm-up ends, and how long batches must be. */
import { normalQuantile } from '../../math/normal.ts';
import { warmUpEnd } from '../../math/warm-up-end.ts';
import type { Tally } from '../../measures/measure.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { contactOffset, followUpOffset, queueOffset, type RunRecord } from '../../sim/run.ts';
import { correlationOf } from './batch-sums.ts';
import { type Descent, fillingTime } from './filling-time.ts';
import { arrivalRate, longestPromise } from './hold-instant.ts';
import { staysForEver } from './settling-load.ts';
import { readersOf, stretchesFrom } from './steady-batches.ts';
import { inHand } from './steady-figures.ts';

/** What follow-ups take to fill at most, as a share of a run. */
export const mostFilling = 0.25;
/** MSER-5 drops at most half of a run; from here on it has found no end of the warm-up. */
const mostWarmUp = 0.45;
/** The last part of a run is left out: what came in it has not ended. */
const runOut = 0.02;
/** Stretches that a run is cut into; with fatigue, which remembers by planning interval, at least so many. */
export const usualStretches = 500;
/** Stretches that make a group, of which ten make a batch; batches that a run has at least. */
const groupSizes = [1, 2, 3, 4, 5, 6, 8, 10, 12];
const groupsPerBatch = 10;
const leastBatches = 3;
/** Correlation up to which neighbouring groups make batches that hardly know of each other. */
const mostCorrelation = 0.2;

/** How a set of runs settles. */
export interface Settling {
  stretches: number;
  /** Stretches of warm-up, of the end left out, and of a batch. */
  warmUp: number;
  runOut: number;
  batch: number;
  fillingSeconds: number;
  course: number[];
  /** Why the runs are too short; null when they are not. */
  fault: 'warm-up' | 'filling' | 'batches' | null;
  /** A queue that nobody leaves and that has grown since the middle of the runs: its means there and at the end. */
  growth: { work: number; middle: number; end: number } | null;
}

/**
 * Looks at some runs of a held instant: where their warm-up ends, whether they are long enough, and how long their batches have to be.
 *
 * @param hour the instant
 * @param long the same for as long as a run
 * @param runs at least one, of `long`
 */
export function settle(hour: Scenario, long: Scenario, runs: readonly RunRecord[]): Settling {
  const { intervals: stretches } = runs[0].layout;
  const seconds = long.clock.horizonSeconds / stretches;
  const queues = hour.work.map((_, type) =>
    Array.from({ length: stretches }, (__, i) => {
      const waiting = runs.reduce(
        (sum, { data, layout }) => sum + data[queueOffset(layout, type, 'queueSeconds') + i],
        0,
      );
      return waiting / runs.length / seconds;
    }),
  );
  const course = Array.from({ length: stretches }, (_, i) => {
    const tallies = runs.map((run) => inHand(run, [i], seconds));
    return tallies.reduce((sum, { met, of }) => sum + met / of, 0) / runs.length;
  });
  const endless = queues
    .map((queue, work) => ({ work, queue }))
    .filter(({ work }) => staysForEver(hour, hour.work[work]));
  const seen = Math.max(...[course, ...endless.map(({ queue }) => queue)].map((trace) => warmUpEnd(trace)));
  const fillingSeconds = fillingTime(...descentOf(hour, runs));
  const filled = Math.ceil(fillingSeconds / seconds);
  const after = Math.max(Math.ceil(runOut * stretches), Math.ceil(longestPromise(hour) / seconds));
  const warmUp = Math.max(seen, filled);
  const result = { stretches, warmUp, runOut: after, batch: 0, fillingSeconds, course, growth: growthOf(endless) };
  if (filled > mostFilling * stretches) return { ...result, fault: 'filling' };
  if (seen > mostWarmUp * stretches || isUnfinished(runs, stretches - after)) return { ...result, fault: 'warm-up' };
  if (hour.quality !== undefined) {
    // People differ from run to run and stay the same within one: only runs are independent.
    const judged = stretches - after - warmUp;
    return { ...result, batch: judged, fault: null };
  }
  const counted = countStretches(hour, long, runs, warmUp, stretches - after);
  // Where planning intervals are the stretches, a longer run has more of them.
  const unit = Math.floor(stretches / usualStretches);
  const group = groupSizes.map((size) => size * unit).find((size) => isLoose(counted, size));
  if (group === undefined) return { ...result, fault: 'batches' };
  const batch = group * groupsPerBatch;
  // What does not fill a batch is cut off at the start too.
  const judged = Math.floor((stretches - after - warmUp) / batch) * batch;
  return { ...result, warmUp: stretches - after - judged, batch, fault: null };
}

/** Whether somebody who came in the judged part still waited when the run was over. */
function isUnfinished(runs: readonly RunRecord[], end: number): boolean {
  return runs.some(({ data, layout }) =>
    Array.from({ length: layout.types }, (_, type) => contactOffset(layout, type, 'waiting')).some((at) =>
      data.subarray(at, at + end).some((count) => count > 0),
    ),
  );
}

/** How many times as long as in the middle of the runs a queue is at their end when it grows; in proportion to time it would be 1.8 times. */
const grows = 1.5;

/** Of the queues that nobody leaves the one that has grown most since the middle of the runs; null when none has. */
function growthOf(queues: readonly { work: number; queue: readonly number[] }[]): Settling['growth'] {
  const part = (queue: readonly number[], from: number, to: number): number => {
    const values = queue.slice(Math.floor(from * queue.length), Math.floor(to * queue.length));
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const grown = queues
    .map(({ queue, work }) => ({ work, middle: part(queue, 0.4, 0.6), end: part(queue, 0.8, 1) }))
    .filter(({ end, middle }) => end > 1 && end > grows * middle);
  return grown.sort((a, b) => b.end - b.middle - (a.end - a.middle))[0] ?? null;
}

/** What comes by itself, and what items make of each other, as the runs show it. */
function descentOf({ work }: Scenario, runs: readonly RunRecord[]): [number[], Descent[]] {
  const { layout } = runs[0];
  const count = (at: number) => runs.reduce((sum, { data }) => sum + sumOf(data, at, layout.intervals), 0);
  const own = work.map((type) => arrivalRate(type));
  const items = work.map(
    (_, type) => count(contactOffset(layout, type, 'arrived')) + count(contactOffset(layout, type, 'outsideHours')),
  );
  let followUp = 0;
  const descents = work.flatMap(({ followUps = [], redial }, from): Descent[] => {
    const share = (made: number) => (items[from] === 0 ? 0 : made / items[from]);
    const found = followUps.map(({ after, becomes }) => ({
      ...{ from, to: becomes, after },
      mean: share(count(followUpOffset(layout, followUp++))),
    }));
    const [slowest] = Object.values(redial)
      .filter(({ fraction }) => fraction > 0)
      .sort((a, b) => b.after.steps[0].mean - a.after.steps[0].mean);
    if (slowest === undefined) return found;
    const mean = share(count(contactOffset(layout, from, 'redials')));
    return [...found, { from, to: from, mean, after: slowest.after }];
  });
  return [own, descents];
}

function sumOf(data: Float64Array, from: number, length: number): number {
  let sum = 0;
  for (let i = from; i < from + length; i++) sum += data[i];
  return sum;
}

/** What every figure counts in each stretch that is judged: by figure, run and stretch. */
function countStretches(
  hour: Scenario,
  long: Scenario,
  runs: readonly RunRecord[],
  from: number,
  to: number,
): Tally[][][] {
  const each = stretchesFrom(from, to - from).map((stretch) => [stretch]);
  return readersOf(hour, runs[0].layout, long.clock.intervalSeconds).map((tally) =>
    runs.map((record) => each.map((stretch) => tally(record, stretch))),
  );
}

/** Whether groups of so many stretches hardly know of the next, and make batches enough. */
function isLoose(counted: readonly (readonly (readonly Tally[])[])[], size: number): boolean {
  const [series] = counted;
  const runs = series.length;
  const { length } = series[0];
  if (length / (size * groupsPerBatch) < leastBatches) return false;
  const groups = Math.floor(length / size);
  // What several uncorrelated figures show by chance, the greatest of them, is no correlation (Bonferroni).
  const chance = -normalQuantile(0.05 / counted.length) / Math.sqrt(runs * (groups - 1));
  const most = Math.max(mostCorrelation, chance);
  return counted.every(
    (series) => correlationOf(series.map((run) => groupTallies(run, length - groups * size, size))) <= most,
  );
}

/** Tallies from one on, so many together. */
function groupTallies(tallies: readonly Tally[], from: number, size: number): Tally[] {
  const groups: Tally[] = [];
  for (let start = from; start < tallies.length; start += size) {
    let [met, of] = [0, 0];
    for (let i = start; i < start + size; i++) {
      met += tallies[i].met;
      of += tallies[i].of;
    }
    groups.push({ met, of });
  }
  return groups;
}
