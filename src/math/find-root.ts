/**
 * The place where a continuous function changes sign, for questions asked backwards.
 */

/**
 * Finds x between `low` and `high` with f(x) = 0.
 *
 * @param f continuous; f(low) and f(high) have different signs, Infinity allowed
 * @param low one end
 * @param high the other end
 * @param tolerance width of the bracket at which to stop, in units of x, above 0
 * @returns the end of the last bracket where |f| is smaller
 * @throws RangeError when f does not change sign between the ends
 * Source: Chandrupatla (1997), "A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear
 * function".
 * @example
 * ```ts
 * findRoot((x) => x * x - 2, 0, 2, 1e-12); // => 1.414213562
 * ```
 */
export function findRoot(f: (x: number) => number, low: number, high: number, tolerance: number): number {
  let a = high;
  let b = low;
  let c = low;
  let fa = f(a);
  let fb = f(b);
  let fc = fb;
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(Math.sign(fa) * Math.sign(fb) < 0)) {
    throw new RangeError(`f must change its sign between ${low} and ${high}, got ${fb} and ${fa}`);
  }
  let t = 0.5;
  for (;;) {
    const x = a + t * (b - a);
    const fx = f(x);
    if (Math.sign(fx) === Math.sign(fa)) {
      c = a;
      fc = fa;
    } else {
      c = b;
      fc = fb;
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const width = Math.abs(b - a);
    const least = (tolerance + 2 * Number.EPSILON * Math.abs(best)) / width;
    if (fa === 0 || least > 0.5) return best;
    // Inverse quadratic interpolation where the three points make it safe, else halving.
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    const safe =
      phi * phi < xi &&
      (1 - phi) * (1 - phi) < 1 - xi &&
      Number.isFinite(fa) &&
      Number.isFinite(fb) &&
      Number.isFinite(fc);
    t = safe ? ((fa / (fb - fa)) * fc) / (fb - fc) + (((c - a) / (b - a)) * (fa / (fc - fa)) * fb) / (fc - fb) : 0.5;
    t = Math.min(1 - least, Math.max(least, t));
  }
}
