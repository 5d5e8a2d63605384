/**
 * Control charts: is this week out of the ordinary, or just a week? Every limit states how often it calls without cause, and how
 * long a true change stays unseen.
 */

import { binomialAtLeast, binomialCdf, binomialQuantile } from './binomial.ts';
import { findRoot } from './find-root.ts';
import { solveLinear } from './linear-system.ts';
import { normalCdf, normalDensity, normalQuantile, normalTail } from './normal.ts';
import { gaussRule } from './quadrature.ts';
import { requireFinite, requireInnerProbability, requireProbability, requireWhole } from './requirements.ts';

/** The false-alarm rate of Shewhart's three standard deviations. */
const threeSigma = 0.002699796063260207;

/** Limits for a count out of n. */
export interface CountLimits {
  /** A count below this one calls. */
  readonly low: number;
  /** A count above this one calls. */
  readonly high: number;
  /** How often each point calls without cause: at most what was asked for, and less where counts are coarse. */
  readonly falseAlarm: number;
  /** Points until a false alarm, on average. */
  readonly pointsToFalseAlarm: number;
}

/**
 * Exact limits of a p-chart: how many of `n` reviews may fail before that is more than chance.
 *
 * @param rate the ordinary rate, 0–1
 * @param n items per point, whole, at least 1
 * @param falseAlarm greatest chance of a call without cause per point, half on either side; that of three standard deviations when
 * left out
 * @throws RangeError when an argument is out of its range
 * Source: Montgomery (2013), Introduction to Statistical Quality Control, section 7.2, with binomial in place of normal limits.
 * @example
 * ```ts
 * countLimits(0.1, 50).high; // => 12
 * ```
 */
export function countLimits(rate: number, n: number, falseAlarm = threeSigma): CountLimits {
  requireProbability('rate', rate);
  requireWhole('n', n, 1);
  requireInnerProbability('falseAlarm', falseAlarm);
  const low = binomialQuantile(falseAlarm / 2, n, rate);
  const high = n - binomialQuantile(falseAlarm / 2, n, 1 - rate);
  const actual = binomialCdf(low - 1, n, rate) + binomialAtLeast(high + 1, n, rate);
  return { low, high, falseAlarm: actual, pointsToFalseAlarm: 1 / actual };
}

/** Limits for single values. */
export interface ValueLimits {
  readonly centre: number;
  /** Standard deviation of a single value, from the moving ranges. */
  readonly spread: number;
  readonly low: number;
  readonly high: number;
  /** How often each point calls without cause, if the values are normal. */
  readonly falseAlarm: number;
  /** Points until a false alarm, on average. */
  readonly pointsToFalseAlarm: number;
}

/**
 * Limits of an individuals chart from an ordinary stretch of values in order: their mean ± z standard deviations, the latter from
 * the differences of neighbours, which a slow drift does not inflate.
 *
 * @param values at least two, in order of time
 * @param falseAlarm chance of a call without cause per point; that of three standard deviations when left out
 * @throws RangeError when there are fewer than two values, one is not finite, or `falseAlarm` is not inside 0–1
 * Source: Montgomery (2013), Introduction to Statistical Quality Control, section 6.4; the mean range of two normal values is 2/√π
 * standard deviations.
 * @example
 * ```ts
 * individualLimits([80, 84, 82, 86, 78]).spread; // => 3.98802
 * ```
 */
export function individualLimits(values: readonly number[], falseAlarm = threeSigma): ValueLimits {
  if (values.length < 2) throw new RangeError(`values must hold at least two, got ${values.length}`);
  for (const value of values) requireFinite('values', value, -Infinity);
  requireInnerProbability('falseAlarm', falseAlarm);
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  let ranges = 0;
  for (let i = 1; i < values.length; i++) ranges += Math.abs(values[i] - values[i - 1]);
  const spread = ((ranges / (values.length - 1)) * Math.sqrt(Math.PI)) / 2;
  const half = -normalQuantile(falseAlarm / 2) * spread;
  return {
    centre,
    spread,
    low: centre - half,
    high: centre + half,
    falseAlarm,
    pointsToFalseAlarm: 1 / falseAlarm,
  };
}

/**
 * A cumulative-sum chart of standardised values: two sums that grow when values stay on one side by more than the allowance.
 *
 * @param values (value − centre) ÷ spread, in order
 * @param allowance k in standard deviations, at least 0: half the shift that matters
 * @param decision h in standard deviations, above 0: a sum above it calls
 * @returns both sums at every point and the index of the first call, −1 without one
 * @throws RangeError when a value is not finite or a parameter out of its range
 * Source: Page (1954), "Continuous inspection schemes".
 * @example
 * ```ts
 * cusum([0, 1, 2, 2, 2], 0.5, 4).firstCall; // => 4
 * ```
 */
export function cusum(
  values: readonly number[],
  allowance: number,
  decision: number,
): { high: number[]; low: number[]; firstCall: number } {
  for (const value of values) requireFinite('values', value, -Infinity);
  requireCusum(allowance, decision);
  const high: number[] = [];
  const low: number[] = [];
  let [above, below] = [0, 0];
  for (const value of values) {
    above = Math.max(0, above + value - allowance);
    below = Math.max(0, below - value - allowance);
    high.push(above);
    low.push(below);
  }
  return { high, low, firstCall: high.findIndex((sum, i) => sum > decision || low[i] > decision) };
}

function requireCusum(allowance: number, decision: number): void {
  requireFinite('allowance', allowance, 0);
  requireFinite('decision', decision, 0, { aboveMinimum: true });
}

/**
 * Points until a two-sided cumulative-sum chart calls, on average, from a fresh start.
 *
 * @param allowance k in standard deviations, at least 0
 * @param decision h in standard deviations, above 0 and at most 50
 * @param shift how far the mean has moved, in standard deviations; 0 gives the time to a false alarm
 * @returns Infinity where it is beyond 1e12
 * @throws RangeError when a parameter is out of its range
 * Source: the integral equation of Page (1954), solved at Gauss nodes; two sides combined by Kemp (1961).
 * @example
 * ```ts
 * cusumRunLength(0.5, 5, 0); // => 465.444
 * cusumRunLength(0.5, 5, 1); // => 10.4
 * ```
 */
export function cusumRunLength(allowance: number, decision: number, shift: number): number {
  requireCusum(allowance, decision);
  requireFinite('decision', decision, 0, { maximum: 50 });
  requireFinite('shift', shift, -Infinity);
  const calls = 1 / oneSidedRunLength(allowance, decision, shift) + 1 / oneSidedRunLength(allowance, decision, -shift);
  return 1 / calls;
}

/** L(u) = 1 + L(0) P(back to 0) + ∫ L(y) φ(y + k − u − δ) dy, started from 0. */
function oneSidedRunLength(allowance: number, decision: number, shift: number): number {
  const { nodes, weights } = gaussRule(nodesFor(decision));
  const points = [0, ...Array.from(nodes, (node) => node * decision)];
  const matrix = points.map((u, i) =>
    points.map((y, j) => {
      const chance =
        j === 0
          ? normalCdf(allowance - shift - u)
          : weights[j - 1] * decision * normalDensity(y + allowance - shift - u);
      return (i === j ? 1 : 0) - chance;
    }),
  );
  const lengths = solveLinear(
    matrix,
    points.map(() => 1),
  );
  return solvable(lengths[0]);
}

/** Run lengths beyond this drown in rounding: the equations become singular. */
const longest = 1e12;

function solvable(length: number): number {
  return length > 0 && length < longest ? length : Infinity;
}

/** Nodes for a kernel one standard deviation wide over a range of `width` of them. */
function nodesFor(width: number): number {
  return Math.min(160, 24 + Math.ceil(6 * width));
}

/**
 * The decision at which a two-sided cumulative-sum chart gives a false alarm every so many points.
 *
 * @param allowance k in standard deviations, at least 0
 * @param points average points to a false alarm, from 10 to 1e6
 * @throws RangeError when a parameter is out of its range
 * Source: `cusumRunLength`, inverted.
 * @example
 * ```ts
 * cusumDecision(0.5, 370); // => 4.774
 * ```
 */
export function cusumDecision(allowance: number, points: number): number {
  requireFinite('allowance', allowance, 0);
  requireFinite('points', points, 10, { maximum: 1e6 });
  const excess = (decision: number) => Math.log(cusumRunLength(allowance, decision, 0) / points);
  let high = 1;
  while (excess(high) < 0) {
    high *= 2;
    if (high > 50) throw new RangeError(`points must be fewer with an allowance of ${allowance}, got ${points}`);
  }
  return findRoot(excess, 1e-9, high, 1e-9);
}

/**
 * An exponentially weighted moving average of standardised values with its limits.
 *
 * @param values (value − centre) ÷ spread, in order
 * @param weight λ of the newest value, above 0 and at most 1
 * @param width L: limits at ± L standard deviations of the average in the long run, above 0
 * @returns the average at every point, the limit, and the index of the first call, −1 without one
 * @throws RangeError when a value is not finite or a parameter out of its range
 * Source: Roberts (1959), "Control chart tests based on geometric moving averages".
 * @example
 * ```ts
 * ewma([1, 1, 1], 0.5, 3).averages; // => [0.5, 0.75, 0.875]
 * ```
 */
export function ewma(
  values: readonly number[],
  weight: number,
  width: number,
): { averages: number[]; limit: number; firstCall: number } {
  for (const value of values) requireFinite('values', value, -Infinity);
  requireEwma(weight, width);
  const limit = width * Math.sqrt(weight / (2 - weight));
  let average = 0;
  const averages = values.map((value) => {
    average += weight * (value - average);
    return average;
  });
  return { averages, limit, firstCall: averages.findIndex((value) => Math.abs(value) > limit) };
}

function requireEwma(weight: number, width: number): void {
  requireFinite('weight', weight, 0, { aboveMinimum: true, maximum: 1 });
  requireFinite('width', width, 0, { aboveMinimum: true });
}

/**
 * Points until a chart of exponentially weighted averages calls, on average, from a fresh start.
 *
 * @param weight λ of the newest value, from 0.01 to 1
 * @param width L in standard deviations of the average, above 0 and at most 6
 * @param shift how far the mean has moved, in standard deviations of a value; 0 gives the time to a false alarm
 * @returns Infinity where it is beyond 1e12
 * @throws RangeError when a parameter is out of its range
 * Source: the integral equation of Crowder (1987), "A simple method for studying run-length distributions of exponentially weighted
 * moving average charts", solved at Gauss nodes.
 * @example
 * ```ts
 * ewmaRunLength(0.1, 2.814, 0); // => 499.58
 * ewmaRunLength(1, 3, 0); // => 370.3983
 * ```
 */
export function ewmaRunLength(weight: number, width: number, shift: number): number {
  requireEwma(weight, width);
  requireFinite('weight', weight, 0.01);
  requireFinite('width', width, 0, { maximum: 6 });
  requireFinite('shift', shift, -Infinity);
  const limit = width * Math.sqrt(weight / (2 - weight));
  if (weight === 1) return 1 / (normalTail(limit - shift) + normalTail(limit + shift));
  const { nodes, weights } = gaussRule(nodesFor((2 * limit) / weight));
  const points = Array.from(nodes, (node) => (2 * node - 1) * limit);
  const chance = (from: number, i: number) =>
    (weights[i] * 2 * limit * normalDensity((points[i] - (1 - weight) * from) / weight - shift)) / weight;
  const lengths = solveLinear(
    points.map((u, i) => points.map((_, j) => (i === j ? 1 : 0) - chance(u, j))),
    points.map(() => 1),
  );
  return solvable(1 + points.reduce((sum, _, i) => sum + chance(0, i) * lengths[i], 0));
}

/**
 * The width at which a chart of exponentially weighted averages gives a false alarm every so many points.
 *
 * @param weight λ of the newest value, from 0.01 to 1
 * @param points average points to a false alarm, from 10 to 1e6
 * @throws RangeError when a parameter is out of its range
 * Source: `ewmaRunLength`, inverted.
 * @example
 * ```ts
 * ewmaWidth(0.1, 370.4); // => 2.701
 * ```
 */
export function ewmaWidth(weight: number, points: number): number {
  requireEwma(weight, 1);
  requireFinite('points', points, 10, { maximum: 1e6 });
  return findRoot((width) => Math.log(ewmaRunLength(weight, width, 0) / points), 0.01, 6, 1e-9);
}
