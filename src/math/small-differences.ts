/**
 * Differences of an elementary function and the first terms of its series, where the plain formula would cancel.
 * Queueing exponents are made of them: a large load times a small difference must keep all its digits.
 */

/** Below this size the power series is shorter and more exact than the subtraction. */
const seriesBelow = 0.25;

/**
 * ln(1 + x) − x without cancellation.
 *
 * @param x any number above −1; −1 gives −Infinity
 * @returns a number ≤ 0, 0 only at 0
 * Source: series of ln(1 + x) − x near 0, the library functions elsewhere.
 * @example
 * ```ts
 * logOnePlusLess(1e-9) * 1e18; // => -0.49999999967
 * ```
 */
export function logOnePlusLess(x: number): number {
  if (Math.abs(x) >= seriesBelow) return Math.log1p(x) - x;
  // With r = x / (2 + x): ln(1 + x) = 2 artanh(r), and 2r − x = −x r exactly.
  const r = x / (2 + x);
  const square = r * r;
  let sum = 0;
  let power = r * square;
  for (let k = 3; ; k += 2) {
    const next = sum + power / k;
    if (next === sum) break;
    sum = next;
    power *= square;
  }
  return 2 * sum - x * r;
}

/**
 * eˣ − 1 − x without cancellation.
 *
 * @param x any number
 * @returns a number ≥ 0, 0 only at 0
 * Source: series of eˣ − 1 − x near 0, the library functions elsewhere.
 * @example
 * ```ts
 * expLessOnePlus(1e-9) * 1e18; // => 0.50000000017
 * ```
 */
export function expLessOnePlus(x: number): number {
  if (Math.abs(x) >= seriesBelow) return Math.expm1(x) - x;
  let sum = 1 / 6227020800;
  sum = sum * x + 1 / 479001600;
  sum = sum * x + 1 / 39916800;
  sum = sum * x + 1 / 3628800;
  sum = sum * x + 1 / 362880;
  sum = sum * x + 1 / 40320;
  sum = sum * x + 1 / 5040;
  sum = sum * x + 1 / 720;
  sum = sum * x + 1 / 120;
  sum = sum * x + 1 / 24;
  sum = sum * x + 1 / 6;
  sum = sum * x + 1 / 2;
  return sum * x * x;
}
