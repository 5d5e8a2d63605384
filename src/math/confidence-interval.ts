/** What every interval function of this room gives back, and the half-width that the ones over independent days share. */
import { requireInnerProbability } from './requirements.ts';
import { studentTQuantile } from './student-t.ts';

/** An estimate with the two ends of its interval. An end is infinite where the data cannot bound it. */
export interface ConfidenceInterval {
  readonly point: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The t interval point ± t_{n−1} · s.e. of an estimate over n independent days; with fewer than two days both ends are
 * infinite, because one day says nothing about the spread.
 *
 * @param point the estimate
 * @param standardError its standard error, at least 0
 * @param n independent days behind it
 * @param confidence above 0 and below 1
 * @throws RangeError when `confidence` is not above 0 and below 1
 * Source: Student (1908), through `studentTQuantile`.
 * @example
 * ```ts
 * studentInterval(10, 1, 11).high; // => 12.228138852
 * ```
 */
export function studentInterval(
  point: number,
  standardError: number,
  n: number,
  confidence = 0.95,
): ConfidenceInterval {
  requireInnerProbability('confidence', confidence);
  if (n < 2) return { point, low: -Infinity, high: Infinity };
  const half = -studentTQuantile((1 - confidence) / 2, n - 1) * standardError;
  return { point, low: point - half, high: point + half };
}
