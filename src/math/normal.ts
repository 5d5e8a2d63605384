/**
 * The standard normal distribution: density, both tails, quantile and hazard, each with full relative accuracy, because
 * square-root staffing and every confidence interval lean on its far tails.
 */
import { requireProbability } from './requirements.ts';

const inverseRootTwoPi = 0.3989422804014327;

/** Where the rational approximation of Φ around 0 hands over to the one of the scaled tail. */
const centre = 0.67448975;
const far = Math.sqrt(32);

/** e^{-x²/2} with x split at a multiple of 1/16, whose square is exact, so that a large exponent loses no digits. */
function gaussian(x: number): number {
  const head = Math.trunc(x * 16) / 16;
  const rest = (x - head) * (x + head);
  return Math.exp((-head * head) / 2) * Math.exp(-rest / 2);
}

/** Φ(x) − ½ for |x| ≤ centre (Cody 1969, table I). */
function centralPart(x: number): number {
  const s = x * x;
  const top =
    (((0.06568233791820745 * s + 2.2352520354606837) * s + 161.02823106855587) * s + 1067.6894854603709) * s +
    18154.98125334356;
  const bottom = (((s + 47.202581904688245) * s + 976.0985517377767) * s + 10260.932208618979) * s + 45507.78933502673;
  return (x * top) / bottom;
}

/** e^{y²/2}·(1 − Φ(y)) for y ≥ centre (Cody 1969, tables II and III). */
function scaledTail(y: number): number {
  if (y < far) {
    let top = 1.0765576773720192e-8 * y;
    let bottom = y;
    for (let i = 0; i < 7; i++) {
      top = (top + middleTop[i]) * y;
      bottom = (bottom + middleBottom[i]) * y;
    }
    return (top + middleTop[7]) / (bottom + middleBottom[7]);
  }
  const s = 1 / (y * y);
  let top = 0.02307344176494017 * s;
  let bottom = s;
  for (let i = 0; i < 4; i++) {
    top = (top + farTop[i]) * s;
    bottom = (bottom + farBottom[i]) * s;
  }
  return (inverseRootTwoPi - (s * (top + farTop[4])) / (bottom + farBottom[4])) / y;
}

const middleTop = [
  0.39894151208813466, 8.883149794388377, 93.50665613217787, 597.2702763948002, 2494.5375852903726, 6848.190450536283,
  11602.65143764735, 9842.714838383978,
];
const middleBottom = [
  22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.95272114598,
  38912.00328609327, 19685.429676859992,
];
const farTop = [
  0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934, 0.000029112874951168793,
];
const farBottom = [
  1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 0.0000729751555083966,
];

/** The upper tail 1 − Φ(x). */
function upperTail(x: number): number {
  if (Math.abs(x) <= centre) return 0.5 - centralPart(x);
  const y = Math.abs(x);
  if (y === Infinity) return x > 0 ? 0 : 1;
  const tail = gaussian(y) * scaledTail(y);
  return x > 0 ? tail : 1 - tail;
}

function requireNumber(name: string, value: number): void {
  if (Number.isNaN(value)) throw new RangeError(`${name} must be a number, got NaN`);
}

/**
 * The density of the standard normal distribution at `x`.
 *
 * @param x any number; 0 at ±Infinity
 * @throws RangeError when `x` is NaN
 * Source: the definition, e^(−x² ÷ 2) ÷ √(2π).
 * @example
 * ```ts
 * normalDensity(0); // => 0.3989422804
 * ```
 */
export function normalDensity(x: number): number {
  requireNumber('x', x);
  return Math.abs(x) > 40 ? 0 : inverseRootTwoPi * gaussian(x);
}

/**
 * P(Z ≤ x) for a standard normal Z, accurate to the last digits also deep in the lower tail (down to 1e-308).
 *
 * @param x any number; 0 and 1 at ∓Infinity
 * @throws RangeError when `x` is NaN
 * Source: W. J. Cody (1969), Rational Chebyshev approximations for the error function, Math. Comp. 23, 631–637
 * @example
 * ```ts
 * normalCdf(-1.96); // => 0.0249978951
 * ```
 */
export function normalCdf(x: number): number {
  requireNumber('x', x);
  return upperTail(-x);
}

/**
 * P(Z > x) for a standard normal Z, accurate deep in the upper tail, where 1 − `normalCdf(x)` has no digit left.
 *
 * @param x any number; 1 and 0 at ∓Infinity
 * @throws RangeError when `x` is NaN
 * Source: W. J. Cody (1969), Rational Chebyshev approximations for the error function, Math. Comp. 23, 631–637
 * @example
 * ```ts
 * normalTail(10) * 1e24; // => 7.6198530242
 * ```
 */
export function normalTail(x: number): number {
  requireNumber('x', x);
  return upperTail(x);
}

/**
 * The hazard φ(x) ÷ (1 − Φ(x)) of the standard normal distribution, the h of square-root staffing. It tends to x for
 * large x and to 0 for very negative x.
 *
 * @param x any number; Infinity at Infinity, 0 at −Infinity
 * @throws RangeError when `x` is NaN
 * Source: W. J. Cody (1969), Rational Chebyshev approximations for the error function, Math. Comp. 23, 631–637
 * @example
 * ```ts
 * normalHazard(0); // => 0.7978845608
 * ```
 */
export function normalHazard(x: number): number {
  requireNumber('x', x);
  if (x === Infinity) return Infinity;
  return x > centre ? inverseRootTwoPi / scaledTail(x) : normalDensity(x) / upperTail(x);
}

function ratio(r: number, top: readonly number[], bottom: readonly number[]): number {
  let upper = 0;
  let lower = 0;
  for (const c of top) upper = upper * r + c;
  for (const c of bottom) lower = lower * r + c;
  return upper / lower;
}

/**
 * The x with P(Z ≤ x) = `p` for a standard normal Z, to full double precision.
 *
 * @param p probability, 0–1; −Infinity at 0, Infinity at 1
 * @throws RangeError when `p` is NaN or outside 0–1
 * Source: M. J. Wichura (1988), Algorithm AS 241: The percentage points of the normal distribution, Appl. Statist. 37, 477–484
 * @example
 * ```ts
 * normalQuantile(0.975); // => 1.9599639845
 * ```
 */
export function normalQuantile(p: number): number {
  requireProbability('p', p);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(0.180625 - q * q, centreQuantileTop, centreQuantileBottom);
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-Math.log(tail));
  const size =
    r <= 5 ? ratio(r - 1.6, nearQuantileTop, nearQuantileBottom) : ratio(r - 5, farQuantileTop, farQuantileBottom);
  return q < 0 ? -size : size;
}

const centreQuantileTop = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
];
const centreQuantileBottom = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
];
const nearQuantileTop = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const nearQuantileBottom = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const farQuantileTop = [
  2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
  1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const farQuantileBottom = [
  2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133, 0.014875361290850615,
  0.1369298809227358, 0.599832206555888, 1,
];
