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

/**
 * The t interval of the mean of days that are skewed: a rare bad day makes a mean that is usually too low, so the interval reaches further
 * up than down. With a skewness of 0 it is {@link studentInterval}.
 *
 * @param point the estimate
 * @param standardError its standard error, at least 0
 * @param n independent days behind it
 * @param skewness of one day: third central moment ÷ standard deviation³; more than √n no days can show, and counts as that
 * @param confidence above 0 and below 1
 * @throws RangeError when `confidence` is not above 0 and below 1
 * Source: R. Willink (2005), A confidence interval and test for the mean of an asymmetric distribution, Communications in Statistics – Theory and
 * Methods 34, 753–766; P. Hall (1992), On the removal of skewness by transformation, Journal of the Royal Statistical Society B 54, 221–228
 * @example
 * ```ts
 * skewedInterval(10, 1, 11, 2).high; // => 18.653360920620585
 * ```
 */
export function skewedInterval(
  point: number,
  standardError: number,
  n: number,
  skewness: number,
  confidence = 0.95,
): ConfidenceInterval {
  return bent(studentInterval(point, standardError, n, confidence), standardError, n, skewness);
}

/** A t interval, bent as much as the skewness of a day says. */
function bent(straight: ConfidenceInterval, standardError: number, n: number, skewness: number): ConfidenceInterval {
  const { high, point } = straight;
  const bend = Math.max(-1, Math.min(skewness / Math.sqrt(n), 1)) / 6;
  if (n < 2 || Math.abs(bend) < 1e-9 || standardError === 0) return straight;
  const t = (high - point) / standardError;
  const undone = (x: number) => (Math.cbrt(1 + 6 * bend * (x - bend)) - 1) / (2 * bend);
  return { point, low: point - undone(t) * standardError, high: point - undone(-t) * standardError };
}

/**
 * The farther of the ends of {@link skewedInterval} and {@link studentInterval}: for what may turn out either way but seldom does, such as the difference of
 * two plans that few customers notice. Two days that differ, both to one side, look skewed, and nothing says that a third would not differ to the other;
 * so skewness may make room on the side of its tail, but none is taken off the other.
 *
 * @param point the estimate
 * @param standardError its standard error, at least 0
 * @param n independent days behind it
 * @param skewness of one day, as for {@link skewedInterval}
 * @param confidence above 0 and below 1
 * @throws RangeError when `confidence` is not above 0 and below 1
 * Source: as of the two
 * @example
 * ```ts
 * roomierInterval(10, 1, 11, 2).low; // => 7.771861148
 * ```
 */
export function roomierInterval(
  point: number,
  standardError: number,
  n: number,
  skewness: number,
  confidence = 0.95,
): ConfidenceInterval {
  const straight = studentInterval(point, standardError, n, confidence);
  const { low, high } = bent(straight, standardError, n, skewness);
  return { point, low: Math.min(low, straight.low), high: Math.max(high, straight.high) };
}
