/** Where a series that begins far from its balance has forgotten its start. */
import { requireFinite, requireWhole } from './requirements.ts';

/**
 * Where the warm-up of a series ends, by MSER-5: means of five observations each are dropped from the start until the squared
 * standard error of the mean of those left is least; never more than half of them.
 *
 * @param series finite numbers in their order, at least 10
 * @returns observations to drop, a multiple of five
 * @throws RangeError when `series` is shorter or holds a number not finite
 * Source: K. P. White (1997), An effective truncation heuristic for bias reduction in simulation output, Simulation 69, 323–334
 * @example
 * ```ts
 * warmUpEnd([0, 0, 0, 0, 0, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9]); // => 5
 * ```
 */
export function warmUpEnd(series: readonly number[]): number {
  requireWhole('series.length', series.length, 10);
  for (const value of series) requireFinite('series', value, -Infinity);
  const means = Array.from({ length: Math.floor(series.length / 5) }, (_, i) =>
    series.slice(5 * i, 5 * i + 5).reduce((sum, value) => sum + value / 5, 0),
  );
  let best = { dropped: 0, score: Infinity };
  let sum = 0;
  let squares = 0;
  // From the end, so that each length of what is left costs one step; about the last value, to keep the digits.
  const about = means[means.length - 1];
  for (let dropped = means.length - 1; dropped >= 0; dropped--) {
    const value = means[dropped] - about;
    sum += value;
    squares += value * value;
    const left = means.length - dropped;
    const score = (squares - (sum * sum) / left) / (left * left);
    if (dropped <= means.length / 2 && score <= best.score) best = { dropped, score };
  }
  return 5 * best.dropped;
}
