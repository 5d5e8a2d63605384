/**
 * Rates that change over time, with exact integrals and exact inverses of them: how many arrivals are expected until t, and when
 * the m-th is. The family is closed under multiplication by levels, ramps and decays, so a surge on a profile stays exact.
 */
import { logGamma, regularizedGammaLower } from './gamma-functions.ts';

/** One term `c·τ^n·exp(-k·τ)` of a rate, τ counted from the start of its segment. */
export interface RateTerm {
  c: number;
  n: number;
  k: number;
}

/** The sum of its terms on `[from, to)`. */
export interface RateSegment {
  from: number;
  to: number;
  terms: RateTerm[];
}

/**
 * A rate over time, piecewise: on `[from, to)` the rate is the sum of `c·τ^n·exp(-k·τ)` over its terms, τ = t − from.
 * Segments ascend and do not overlap; gaps have rate 0.
 */
export interface RateCurve {
  segments: RateSegment[];
}

/**
 * A curve of steps: `levels[i]` on `[starts[i], starts[i + 1])`.
 *
 * @param starts ascending, one more than `levels`
 * Source: the definition.
 * @example
 * ```ts
 * integrateRate(stepCurve([0, 10, 20], [1, 3]), 5, 15); // => 20
 * ```
 */
export function stepCurve(starts: readonly number[], levels: readonly number[]): RateCurve {
  return { segments: levels.map((c, i) => ({ from: starts[i], to: starts[i + 1], terms: [{ c, n: 0, k: 0 }] })) };
}

/**
 * The rate at time `t`; 0 in gaps.
 * Source: the definition in `RateCurve`.
 * @example
 * ```ts
 * rateAt({ segments: [{ from: 10, to: 20, terms: [{ c: 2, n: 1, k: 0 }] }] }, 13); // => 6
 * ```
 */
export function rateAt(curve: RateCurve, t: number): number {
  const segment = curve.segments.find(({ from, to }) => from <= t && t < to);
  return segment === undefined ? 0 : segmentRate(segment, t - segment.from);
}

/**
 * The rate of a segment `tau` seconds after its start; the segment's formula also beyond its end.
 * Source: the definition in `RateCurve`.
 * @example
 * ```ts
 * segmentRate({ from: 10, to: 20, terms: [{ c: 2, n: 1, k: 0 }] }, 3); // => 6
 * ```
 */
export function segmentRate(segment: RateSegment, tau: number): number {
  let sum = 0;
  for (const { c, n, k } of segment.terms) sum += c * tau ** n * Math.exp(-k * tau);
  return sum;
}

/**
 * The integral of the rate over `[from, to)`: how many arrivals are expected there.
 * Source: `segmentIntegral`, summed.
 * @example
 * ```ts
 * integrateRate({ segments: [{ from: 0, to: 10, terms: [{ c: 1, n: 0, k: 1 }] }] }, 0, 1); // => 0.6321205588
 * ```
 */
export function integrateRate(curve: RateCurve, from: number, to: number): number {
  let sum = 0;
  for (const segment of curve.segments) {
    if (segment.to <= from || segment.from >= to) continue;
    const low = from > segment.from ? segmentIntegral(segment, from - segment.from) : 0;
    sum += segmentIntegral(segment, Math.min(to, segment.to) - segment.from) - low;
  }
  return sum;
}

/**
 * The integral of a segment's rate from its start over the next `tau` seconds.
 * Source: ∫ c τⁿ e^(−kτ) dτ, a polynomial or an incomplete gamma function; for k < 0 the series in k τ.
 * @example
 * ```ts
 * segmentIntegral({ from: 10, to: 20, terms: [{ c: 2, n: 1, k: 0 }] }, 3); // => 9
 * ```
 */
export function segmentIntegral(segment: RateSegment, tau: number): number {
  let sum = 0;
  for (const term of segment.terms) sum += termIntegral(term, tau);
  return sum;
}

/** ∫₀^τ c·s^n·e^{−ks} ds: an incomplete gamma function, or for growing rates (k < 0) the exponential series itself. */
function termIntegral({ c, n, k }: RateTerm, tau: number): number {
  if (k === 0) return (c * tau ** (n + 1)) / (n + 1);
  if (n === 0) return (-c * Math.expm1(-k * tau)) / k;
  if (k > 0) return ((c * Math.exp(logGamma(n + 1))) / k ** (n + 1)) * regularizedGammaLower(n + 1, k * tau);
  const x = -k * tau;
  let term = 1 / (n + 1);
  let sum = term;
  for (let j = 1; term > sum * 1e-17; j++) {
    term *= (x / j) * ((n + j) / (n + 1 + j));
    sum += term;
  }
  return c * tau ** (n + 1) * sum;
}

/**
 * When the integral of the rate from the curve's start reaches `mass`.
 *
 * @param mass at least 0
 * @returns the earliest such time; Infinity when the whole curve has less
 * Source: `segmentIntegral` and `invertSegment`.
 * @example
 * ```ts
 * invertRate(stepCurve([0, 10, 20], [1, 3]), 25); // => 15
 * ```
 */
export function invertRate(curve: RateCurve, mass: number): number {
  let left = mass;
  for (const segment of curve.segments) {
    const whole = segmentIntegral(segment, segment.to - segment.from);
    if (left <= whole && whole > 0) return segment.from + invertSegment(segment, left);
    left -= whole;
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * How long after the start of a segment the integral of its rate reaches `mass`: in closed form for constant, linear and
 * exponential rates, else by Newton's method kept inside a bracket.
 *
 * @param mass from 0 to the segment's whole integral
 * Source: inverse of `segmentIntegral`.
 * @example
 * ```ts
 * invertSegment({ from: 10, to: 20, terms: [{ c: 2, n: 1, k: 0 }] }, 9); // => 3
 * ```
 */
export function invertSegment(segment: RateSegment, mass: number): number {
  const length = segment.to - segment.from;
  const { terms } = segment;
  if (terms.length === 1 && terms[0].n === 0) {
    const { c, k } = terms[0];
    return Math.min(length, k === 0 ? mass / c : -Math.log1p((-k * mass) / c) / k);
  }
  let constant = 0;
  let slope = 0;
  let linear = true;
  for (const { c, n, k } of terms) {
    if (k !== 0 || n > 1) linear = false;
    else if (n === 0) constant += c;
    else slope += c;
  }
  if (!linear) return invertByNewton(segment, mass, length);
  if (mass === 0) return 0;
  const root = Math.sqrt(Math.max(0, constant * constant + 2 * slope * mass));
  return Math.min(length, (2 * mass) / (constant + root));
}

function invertByNewton(segment: RateSegment, mass: number, length: number): number {
  let low = 0;
  let high = length;
  let tau = length * Math.min(1, mass / segmentIntegral(segment, length));
  for (let step = 0; step < 200; step++) {
    const excess = segmentIntegral(segment, tau) - mass;
    if (excess === 0) return tau;
    if (excess > 0) high = tau;
    else low = tau;
    const newton = tau - excess / segmentRate(segment, tau);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - tau) <= 4e-16 * length) return next;
    tau = next;
  }
  return tau;
}

/**
 * The product of a curve with a factor that holds over a window; outside the window the curve is unchanged.
 *
 * @param factor the factor on `[from, to)`, written like a segment: a level is one term (c, 0, 0), a ramp from a to b over d
 *   seconds the terms (a, 0, 0) and ((b − a) / d, 1, 0), a decay from peak p to 1 the terms (1, 0, 0) and (p − 1, 0, k)
 * Source: products of the terms, shifted to a common origin by the binomial theorem.
 * @example
 * ```ts
 * integrateRate(multiplyCurve(stepCurve([0, 10], [2]), { from: 4, to: 6, terms: [{ c: 3, n: 0, k: 0 }] }), 0, 10); // => 28
 * ```
 */
export function multiplyCurve(curve: RateCurve, factor: RateSegment): RateCurve {
  const segments: RateSegment[] = [];
  for (const segment of curve.segments) {
    const from = Math.max(segment.from, factor.from);
    const to = Math.min(segment.to, factor.to);
    if (from >= to) {
      segments.push(segment);
      continue;
    }
    if (segment.from < from) segments.push({ ...segment, to: from });
    const terms = multiplyTerms(shiftTerms(segment, from), shiftTerms(factor, from));
    segments.push({ from, to, terms });
    if (to < segment.to) segments.push({ from: to, to: segment.to, terms: shiftTerms(segment, to) });
  }
  return { segments };
}

/**
 * The curve cut at the given times: the same rate, but no segment crosses any of them.
 * @param times ascending
 * Source: the definition in `RateCurve`; terms are shifted to the cuts by the binomial theorem.
 * @example
 * ```ts
 * cutCurve(stepCurve([0, 10], [2]), [4]).segments.length; // => 2
 * ```
 */
export function cutCurve(curve: RateCurve, times: readonly number[]): RateCurve {
  const segments: RateSegment[] = [];
  for (const segment of curve.segments) {
    let from = segment.from;
    for (const time of times) {
      if (time <= from || time >= segment.to) continue;
      segments.push({ from, to: time, terms: shiftTerms(segment, from) });
      from = time;
    }
    segments.push({ from, to: segment.to, terms: shiftTerms(segment, from) });
  }
  return { segments };
}

/** The terms of a segment as seen from a later start: (τ + δ)^n e^{−k(τ + δ)} expanded by the binomial theorem. */
function shiftTerms(segment: RateSegment, start: number): RateTerm[] {
  const delta = start - segment.from;
  if (delta === 0) return segment.terms;
  const terms: RateTerm[] = [];
  for (const { c, n, k } of segment.terms) {
    let binomial = 1;
    for (let power = n; power >= 0; power--) {
      terms.push({ c: c * binomial * delta ** (n - power) * Math.exp(-k * delta), n: power, k });
      binomial = (binomial * power) / (n - power + 1);
    }
  }
  return gatherTerms(terms);
}

function multiplyTerms(a: readonly RateTerm[], b: readonly RateTerm[]): RateTerm[] {
  return gatherTerms(a.flatMap((x) => b.map((y) => ({ c: x.c * y.c, n: x.n + y.n, k: x.k + y.k }))));
}

/** Adds up the terms of equal power and decay, so that products of products do not grow. */
function gatherTerms(terms: readonly RateTerm[]): RateTerm[] {
  const gathered: RateTerm[] = [];
  for (const term of terms) {
    const same = gathered.find(({ n, k }) => n === term.n && k === term.k);
    if (same === undefined) gathered.push({ ...term });
    else same.c += term.c;
  }
  return gathered;
}
