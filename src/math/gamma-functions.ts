/**
 * The gamma function's logarithm and the incomplete gamma functions, regularised and scaled, for arguments from 0 to
 * beyond 10⁷. Erlang B, the Poisson distribution and the waits of Markovian queues are incomplete gamma functions in
 * disguise.
 */
import { requireFinite } from './requirements.ts';
import { logOnePlusLess } from './small-differences.ts';

const halfLogTwoPi = 0.9189385332046728;
const epsilon = 2 ** -53;

/** Bernoulli numbers B₂ₖ / (2k (2k − 1)), k = 1.. (Abramowitz and Stegun 1964, 6.1.40). */
const stirlingCoefficients = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
];

/**
 * What Stirling's formula leaves out: lnΓ(x + 1) − [(x + ½) ln x − x + ½ ln 2π].
 *
 * @param x above 0
 * @returns about 1 / (12x)
 * @throws RangeError when `x` is not a finite number above 0
 * Source: Abramowitz and Stegun (1964), 6.1.40, for x ≥ 10; below, lifted by the recurrence Γ(x + 1) = x Γ(x).
 * @example
 * ```ts
 * stirlingError(1); // => 0.08106146679533
 * ```
 */
export function stirlingError(x: number): number {
  requireFinite('x', x, 0, { aboveMinimum: true });
  if (x >= 10) {
    const inverseSquare = 1 / (x * x);
    let sum = 0;
    for (let k = stirlingCoefficients.length - 1; k >= 0; k--) sum = sum * inverseSquare + stirlingCoefficients[k];
    return sum / x;
  }
  return logGamma(x + 1) - ((x + 0.5) * Math.log(x) - x + halfLogTwoPi);
}

/**
 * The natural logarithm of the gamma function, lnΓ(x).
 *
 * @param x above 0
 * @returns lnΓ(x); absolute error about 1e-15, relative about 1e-15 for large `x`
 * @throws RangeError when `x` is not a finite number above 0
 * Source: Abramowitz and Stegun (1964), 6.1.40 (Stirling's series), after the recurrence 6.1.15 for x < 10.
 * @example
 * ```ts
 * logGamma(0.5); // => 0.5723649429247
 * logGamma(171); // => 706.573062245787
 * ```
 */
export function logGamma(x: number): number {
  requireFinite('x', x, 0, { aboveMinimum: true });
  let product = 1;
  let lifted = x;
  while (lifted < 10) {
    product *= lifted;
    lifted++;
  }
  return (lifted - 0.5) * Math.log(lifted) - lifted + halfLogTwoPi + stirlingError(lifted) - Math.log(product);
}

/**
 * The natural logarithm of a Poisson term, ln[aˣ e⁻ᵃ / Γ(x + 1)], for whole and fractional x.
 *
 * @param x at least 0
 * @param a mean, at least 0
 * @returns the logarithm; −Infinity when `a` is 0 and `x` is not
 * @throws RangeError when an argument is negative or not finite
 * Source: Loader (2000), "Fast and accurate computation of binomial probabilities", the saddle-point form.
 * @example
 * ```ts
 * logPoissonTerm(3, 2); // => -1.71231792755
 * ```
 */
export function logPoissonTerm(x: number, a: number): number {
  requireFinite('x', x, 0);
  requireFinite('a', a, 0);
  if (x === 0) return -a;
  if (a === 0) return Number.NEGATIVE_INFINITY;
  return -x * deviance(x, a) - stirlingError(x) - halfLogTwoPi - 0.5 * Math.log(x);
}

/** w − ln(1 + w) with w = a / x − 1: what a costs in the exponent for being away from x, per unit of x. */
function deviance(x: number, a: number): number {
  const w = (a - x) / x;
  return w < -0.5 ? w - Math.log(a / x) : -logOnePlusLess(w);
}

/**
 * The scaled upper incomplete gamma function U(s, x) = Γ(s, x) eˣ x⁻ˢ = ∫₀^∞ e^(−x t) (1 + t)^(s − 1) dt.
 * x U(n + 1, x) is the inverse of Erlang's loss probability for the load x and n lines.
 *
 * @param s above 0; best at 1 or more
 * @param x above 0
 * @returns U(s, x) > 0; Infinity when it is beyond the range of a double (then see `logScaledGammaUpper`)
 * @throws RangeError when an argument is not a finite number above 0
 * Source: Abramowitz and Stegun (1964), 6.5.31 (Legendre's continued fraction) for x > s + 1, 6.5.29 (series)
 * otherwise.
 * @example
 * ```ts
 * 1 / (10 * scaledGammaUpper(15, 10)); // => 0.05681914338652
 * ```
 */
export function scaledGammaUpper(s: number, x: number): number {
  requireFinite('s', s, 0, { aboveMinimum: true });
  requireFinite('x', x, 0, { aboveMinimum: true });
  if (x > s + 1) return upperContinuedFraction(s, x);
  // Γ(s) eˣ x⁻ˢ less the lower function; logPoissonTerm(s, x) = ln[xˢ e⁻ˣ / Γ(s)] − ln s.
  const whole = Math.exp(-logPoissonTerm(s, x)) / s;
  return whole === Infinity ? Infinity : whole - scaledGammaLower(s, x);
}

/**
 * The natural logarithm of `scaledGammaUpper`, also where that is beyond the range of a double.
 *
 * @param s above 0; best at 1 or more
 * @param x above 0
 * @returns ln U(s, x)
 * @throws RangeError when an argument is not a finite number above 0
 * Source: as `scaledGammaUpper`.
 * @example
 * ```ts
 * logScaledGammaUpper(1001, 0.001); // => 12826.792213
 * ```
 */
export function logScaledGammaUpper(s: number, x: number): number {
  requireFinite('s', s, 0, { aboveMinimum: true });
  requireFinite('x', x, 0, { aboveMinimum: true });
  if (x > s + 1) return Math.log(upperContinuedFraction(s, x));
  return -logPoissonTerm(s, x) - Math.log(s) + Math.log1p(-lowerBySeries(s, x));
}

/**
 * The scaled lower incomplete gamma function M(s, x) = γ(s, x) eˣ x⁻ˢ = Σₖ xᵏ / [s (s + 1) … (s + k)].
 *
 * @param s above 0
 * @param x at least 0
 * @returns M(s, x) ≥ 1 / s; Infinity when it is beyond the range of a double
 * @throws RangeError when an argument is out of its range or not finite
 * Source: Abramowitz and Stegun (1964), 6.5.29; above s by the complement.
 * @example
 * ```ts
 * scaledGammaLower(2, 1); // => 0.718281828459
 * ```
 */
export function scaledGammaLower(s: number, x: number): number {
  requireFinite('s', s, 0, { aboveMinimum: true });
  requireFinite('x', x, 0);
  if (x <= s + 1) return lowerSeries(s, x) / s;
  return Math.exp(-logPoissonTerm(s, x)) / s - upperContinuedFraction(s, x);
}

/**
 * The regularised lower incomplete gamma function P(s, x) = γ(s, x) / Γ(s): the distribution function of a gamma
 * variable with shape s and mean s.
 *
 * @param s above 0
 * @param x at least 0
 * @returns a probability
 * @throws RangeError when an argument is out of its range or not finite
 * Source: Abramowitz and Stegun (1964), 6.5.29 for x ≤ s + 1, else 1 − Q by 6.5.31.
 * @example
 * ```ts
 * regularizedGammaLower(3, 2); // => 0.32332358381694
 * ```
 */
export function regularizedGammaLower(s: number, x: number): number {
  requireFinite('s', s, 0, { aboveMinimum: true });
  requireFinite('x', x, 0);
  return x <= s + 1 ? lowerBySeries(s, x) : 1 - upperByFraction(s, x);
}

/**
 * The regularised upper incomplete gamma function Q(s, x) = Γ(s, x) / Γ(s): the chance that a gamma variable with shape
 * s and mean s exceeds x, and that a Poisson variable with mean x stays below a whole s.
 *
 * @param s above 0
 * @param x at least 0
 * @returns a probability, exact in its tail
 * @throws RangeError when an argument is out of its range or not finite
 * Source: Abramowitz and Stegun (1964), 6.5.31 for x > s + 1, else 1 − P by 6.5.29.
 * @example
 * ```ts
 * regularizedGammaUpper(3, 2); // => 0.67667641618306
 * regularizedGammaUpper(3, 700) * 1e299; // => 2.422532386
 * ```
 */
export function regularizedGammaUpper(s: number, x: number): number {
  requireFinite('s', s, 0, { aboveMinimum: true });
  requireFinite('x', x, 0);
  return x <= s + 1 ? 1 - lowerBySeries(s, x) : upperByFraction(s, x);
}

/**
 * The natural logarithm of `regularizedGammaUpper`, also where that is below the range of a double.
 *
 * @param s above 0
 * @param x at least 0
 * @returns ln Q(s, x), at most 0
 * @throws RangeError when an argument is out of its range or not finite
 * Source: as `regularizedGammaUpper`.
 * @example
 * ```ts
 * logRegularizedGammaUpper(3, 2000); // => -1985.490
 * ```
 */
export function logRegularizedGammaUpper(s: number, x: number): number {
  requireFinite('s', s, 0, { aboveMinimum: true });
  requireFinite('x', x, 0);
  if (x <= s + 1) return Math.log1p(-lowerBySeries(s, x));
  return logPoissonTerm(s, x) + Math.log(s * upperContinuedFraction(s, x));
}

function lowerBySeries(s: number, x: number): number {
  return x === 0 ? 0 : Math.exp(logPoissonTerm(s, x)) * lowerSeries(s, x);
}

function upperByFraction(s: number, x: number): number {
  return Math.exp(logPoissonTerm(s, x)) * s * upperContinuedFraction(s, x);
}

/** 1 + x / (s + 1) + x² / [(s + 1)(s + 2)] + …, for x ≤ s + 1. */
function lowerSeries(s: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * epsilon; k++) {
    term *= x / (s + k);
    sum += term;
  }
  return sum;
}

/** Legendre's continued fraction for Γ(s, x) eˣ x⁻ˢ, x > s + 1, evaluated from its head (Lentz 1976). */
function upperContinuedFraction(s: number, x: number): number {
  let b = x + 1 - s;
  let c = Infinity;
  let d = 1 / b;
  let value = d;
  for (let k = 1; ; k++) {
    const numerator = -k * (k - s);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) <= 2 * epsilon) return value;
  }
}
