/**
 * The regularised incomplete beta function I_x(a, b), both of its tails and its inverse: the distribution behind Student's
 * t, the binomial and the exact interval of a proportion.
 */

import { logBinomialTerm } from './binomial-term.ts';
import { requireFinite, requireProbability } from './requirements.ts';

/** A point of (0, 1) together with its complement, so that neither end loses digits. */
export interface BetaPoint {
  readonly x: number;
  /** 1 − x */
  readonly complement: number;
}

/** ln of x^a (1−x)^b ÷ B(a, b). */
function logPower(a: number, b: number, x: number, y: number): number {
  return logBinomialTerm(a, b, x, y) + Math.log((a / (a + b)) * b);
}

/**
 * The continued fraction F with I_x(a, b) = x^a y^b ÷ B(a, b) · F, fast for x < (a+1)/(a+b+2). Its terms are arranged around
 * λ = (a+b)y − b, so that an x close to 1 cancels nothing.
 *
 * Source: DiDonato and Morris (1992), "Significant digit computation of the incomplete beta function ratios", equation 9.
 */
function fraction(a: number, b: number, x: number, y: number): number {
  const lambda = a > b ? (a + b) * y - b : a - (a + b) * x;
  const c = 1 + lambda;
  const c0 = b / a;
  const c1 = 1 + 1 / a;
  let p = 1;
  let s = a + 1;
  let top = 0;
  let bottom = 1;
  let nextTop = 1;
  let nextBottom = c / c1;
  let value = c1 / c;
  for (let n = 1; ; n++) {
    const t = n / a;
    const w = n * (b - n) * x;
    const e = a / s;
    const alpha = p * (p + c0) * e * e * (w * x);
    const beta = n + w / s + ((1 + t) / (c1 + t + t)) * (c + n * (1 + y));
    p = 1 + t;
    s += 2;
    const newTop = alpha * top + beta * nextTop;
    const newBottom = alpha * bottom + beta * nextBottom;
    const newValue = newTop / newBottom;
    if (Math.abs(newValue - value) <= 1e-16 * newValue) return newValue;
    value = newValue;
    // Rescaled so that the next convergent's bottom is 1 and nothing overflows.
    top = nextTop / newBottom;
    bottom = nextBottom / newBottom;
    nextTop = newValue;
    nextBottom = 1;
  }
}

/** Whether x lies on the side where the fraction for the lower tail converges fast. */
function isLowerSide(a: number, b: number, x: number): boolean {
  return x * (a + b + 2) < a + 1;
}

/** I_x(a, b) for x with complement y; the smaller tail is the one computed, the other its complement. */
function lowerTail(a: number, b: number, x: number, y: number): number {
  if (x === 0) return 0;
  if (y === 0) return 1;
  if (isLowerSide(a, b, x)) return Math.exp(logPower(a, b, x, y)) * fraction(a, b, x, y);
  return 1 - Math.exp(logPower(b, a, y, x)) * fraction(b, a, y, x);
}

/**
 * I_x(a, b) = P(X ≤ x) for X distributed Beta(a, b).
 *
 * @param x 0–1
 * @param a first shape, above 0
 * @param b second shape, above 0
 * @param complement 1 − x; give it when it is known more exactly than the subtraction gives it
 * @returns the probability; for the upper tail call with `x`, `a`, `b` mirrored: I_{1−x}(b, a)
 * @throws RangeError when `x` is outside 0–1 or a shape is not above 0
 * Source: NIST DLMF 8.17.22 (continued fraction); C. Loader (2000) for the factor before it
 * @example
 * ```ts
 * incompleteBeta(0.5, 2, 3); // => 0.6875
 * ```
 */
export function incompleteBeta(x: number, a: number, b: number, complement = 1 - x): number {
  requireProbability('x', x);
  requireFinite('a', a, 0, { aboveMinimum: true });
  requireFinite('b', b, 0, { aboveMinimum: true });
  requireProbability('complement', complement);
  return lowerTail(a, b, x, complement);
}

/**
 * The point of a Beta(a, b) distribution below which a share `p` lies, with its complement.
 *
 * @param p 0–1; the ends give the ends
 * @param a first shape, above 0
 * @param b second shape, above 0
 * @param upper 1 − p; give it when it is known more exactly than the subtraction gives it
 * @throws RangeError when `p` is outside 0–1 or a shape is not above 0
 * Source: inverse of `incompleteBeta`.
 * @example
 * ```ts
 * betaQuantile(0.6875, 2, 3).x; // => 0.5
 * ```
 */
export function betaQuantile(p: number, a: number, b: number, upper = 1 - p): BetaPoint {
  requireProbability('p', p);
  requireFinite('a', a, 0, { aboveMinimum: true });
  requireFinite('b', b, 0, { aboveMinimum: true });
  requireProbability('upper', upper);
  if (p === 0) return { x: 0, complement: 1 };
  if (upper === 0) return { x: 1, complement: 0 };
  if (p > upper) {
    const mirrored = lowerQuantile(upper, b, a);
    return { x: mirrored.complement, complement: mirrored.x };
  }
  return lowerQuantile(p, a, b);
}

/**
 * Newton's method for ln I = ln p in w = ln(x/(1−x)). The density of w is log-concave, hence ln I is concave and rising:
 * from any start the second step stands left of the root and all further steps climb to it, so no bracket is needed.
 */
function lowerQuantile(p: number, a: number, b: number): BetaPoint {
  const target = Math.log(p);
  let w = Math.log(a / b);
  for (let i = 0; i < stepLimit; i++) {
    const step = newtonStep(target, a, b, fromLogit(w));
    const next = Math.max(w + step, leastLogit);
    const settled = Math.abs(next - w) <= 1e-15 * Math.max(1, Math.abs(w)) || (i > 2 && step < 0);
    w = next;
    if (settled) break;
  }
  return fromLogit(w);
}

const stepLimit = 200;

/** (ln p − ln I) ÷ (d ln I / dw); the derivative of I in w is exactly x^a (1−x)^b ÷ B(a, b). */
function newtonStep(target: number, a: number, b: number, { x, complement }: BetaPoint): number {
  if (isLowerSide(a, b, x)) {
    const perPower = fraction(a, b, x, complement);
    return (target - logPower(a, b, x, complement) - Math.log(perPower)) * perPower;
  }
  const power = Math.exp(logPower(b, a, complement, x));
  const upper = power * fraction(b, a, complement, x);
  return ((target - Math.log1p(-upper)) * (1 - upper)) / power;
}

/** Below this logit x is no longer a normal double. */
const leastLogit = -700;

function fromLogit(w: number): BetaPoint {
  return { x: 1 / (1 + Math.exp(-w)), complement: 1 / (1 + Math.exp(w)) };
}

/**
 * The inverse of {@link incompleteBeta} in x: the x with I_x(a, b) = `p`.
 *
 * @param p 0–1; the ends give the ends
 * @param a first shape, above 0
 * @param b second shape, above 0
 * @throws RangeError when `p` is outside 0–1 or a shape is not above 0
 * Source: inverse of `incompleteBeta`.
 * @example
 * ```ts
 * incompleteBetaInverse(0.6875, 2, 3); // => 0.5
 * ```
 */
export function incompleteBetaInverse(p: number, a: number, b: number): number {
  return betaQuantile(p, a, b).x;
}
