/** Quantiles of the wait from the histogram that every run keeps. */
import { histogramOffset, type RunRecord, waitBins } from '../sim/run.ts';

/**
 * The smallest edge of the wait histogram under which at least `share` of the waits lie: an upper bound of the quantile
 * that is at most one bin above it.
 *
 * @param record one run or a sum of runs
 * @param work work types by index
 * @param outcome whose waits
 * @param share in (0, 1]
 * @returns seconds, one of `waitBins`; Infinity when the quantile lies beyond the last edge; null without any such contact
 * @throws RangeError when `share` is outside (0, 1]
 */
export function waitQuantile(
  record: RunRecord,
  work: readonly number[],
  outcome: 'answered' | 'abandoned',
  share: number,
): number | null {
  if (!(share > 0 && share <= 1)) throw new RangeError(`share: expected above 0 and at most 1, got ${share}`);
  const counts = new Float64Array(waitBins.length + 1);
  for (const type of work) {
    const offset = histogramOffset(record.layout, type, outcome);
    for (let bin = 0; bin < counts.length; bin++) counts[bin] += record.data[offset + bin];
  }
  const all = counts.reduce((a, b) => a + b, 0);
  if (all === 0) return null;
  let within = 0;
  for (let bin = 0; bin < waitBins.length; bin++) {
    within += counts[bin];
    if (within >= share * all) return waitBins[bin];
  }
  return Infinity;
}
