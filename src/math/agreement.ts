/**
 * How far evaluators agree: kappa for categories, the intraclass correlation for scores, and the share of pairs within so many
 * points, which needs no statistics to be understood.
 */
import { betaQuantile } from './incomplete-beta.ts';
import { normalQuantile } from './normal.ts';
import { requireFinite, requireInnerProbability } from './requirements.ts';

/** How much a disagreement counts by the distance of the categories. */
export type KappaWeights = 'none' | 'linear' | 'quadratic';

/** Agreement beyond chance with its interval. */
export interface Kappa {
  readonly kappa: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  /** Agreement as observed, 0–1. */
  readonly observed: number;
  /** Agreement to be expected if both judged at random, each with the own frequencies. */
  readonly expected: number;
}

/**
 * Cohen's kappa of two evaluators, plain or weighted.
 *
 * @param table counts; row = category by the first evaluator, column = by the second; a square with at least one item
 * @param weights `none` counts every disagreement in full, `linear` and `quadratic` by the distance of ordered categories
 * @param confidence above 0 and below 1
 * @returns undefined when both always use one and the same category: then agreement cannot be told from habit
 * @throws RangeError when `table` is not a square of numbers of at least 0 with an item, or `confidence` not inside 0–1
 * Source: Cohen (1960, 1968); standard error: Fleiss, Cohen and Everitt (1969), "Large sample standard errors of kappa and weighted
 * kappa", equation 12.
 * @example
 * ```ts
 * cohenKappa([[20, 5], [10, 15]])?.kappa; // => 0.4000
 * ```
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  weights: KappaWeights = 'none',
  confidence = 0.95,
): Kappa | undefined {
  const size = table.length;
  if (size === 0 || table.some((row) => row.length !== size)) {
    throw new RangeError(`table must be a square, got rows of ${table.map((row) => row.length).join(', ')}`);
  }
  for (const count of table.flat()) requireFinite('table', count, 0);
  requireInnerProbability('confidence', confidence);
  const items = table.flat().reduce((sum, count) => sum + count, 0);
  if (items === 0) throw new RangeError('table must hold at least one item, got none');
  const share = table.map((row) => row.map((count) => count / items));
  const rows = share.map((row) => row.reduce((sum, p) => sum + p, 0));
  const columns = share.map((_, j) => share.reduce((sum, row) => sum + row[j], 0));
  const credit = (i: number, j: number) => {
    const distance = size === 1 ? 0 : Math.abs(i - j) / (size - 1);
    if (weights === 'none') return i === j ? 1 : 0;
    return weights === 'linear' ? 1 - distance : 1 - distance * distance;
  };
  let observed = 0;
  let expected = 0;
  const rowCredit = new Array<number>(size).fill(0);
  const columnCredit = new Array<number>(size).fill(0);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      observed += credit(i, j) * share[i][j];
      expected += credit(i, j) * rows[i] * columns[j];
      rowCredit[i] += credit(i, j) * columns[j];
      columnCredit[j] += credit(i, j) * rows[i];
    }
  }
  const beyond = 1 - expected;
  if (beyond < 1e-15) return undefined;
  const kappa = (observed - expected) / beyond;
  let square = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const gain = credit(i, j) * beyond - (rowCredit[i] + columnCredit[j]) * (1 - observed);
      square += share[i][j] * gain * gain;
    }
  }
  const centre = observed * expected - 2 * expected + observed;
  const standardError = Math.sqrt(Math.max(0, square - centre * centre) / items) / beyond ** 2;
  const half = -normalQuantile((1 - confidence) / 2) * standardError;
  return { kappa, standardError, low: kappa - half, high: kappa + half, observed, expected };
}

/** The share of the variance of scores that lies between the items. */
export interface Intraclass {
  readonly correlation: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The intraclass correlation ICC(2,1): how far one evaluator's score can stand for another's, when the evaluators are a sample and
 * their severity counts as disagreement.
 *
 * @param scores one row per item, one column per evaluator; at least two of each, none missing
 * @param confidence above 0 and below 1
 * @returns undefined when all scores are the same
 * @throws RangeError when rows differ in length, there are fewer than two items or evaluators, a score is not finite, or
 * `confidence` is not inside 0–1
 * Source: Shrout and Fleiss (1979), "Intraclass correlations: uses in assessing rater reliability"; interval: McGraw and Wong (1996),
 * table 7, ICC(A,1).
 * @example
 * ```ts
 * intraclassCorrelation([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]])?.correlation; // => 0.2898
 * ```
 */
export function intraclassCorrelation(
  scores: readonly (readonly number[])[],
  confidence = 0.95,
): Intraclass | undefined {
  const n = scores.length;
  const k = n === 0 ? 0 : scores[0].length;
  if (n < 2 || k < 2 || scores.some((row) => row.length !== k)) {
    throw new RangeError(`scores must hold at least two items by the same two or more evaluators, got ${n} by ${k}`);
  }
  for (const score of scores.flat()) requireFinite('scores', score, -Infinity);
  requireInnerProbability('confidence', confidence);
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const grand = meanOf(scores.flat());
  const items = scores.map(meanOf);
  const raters = scores[0].map((_, j) => meanOf(scores.map((row) => row[j])));
  const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + (value - grand) ** 2, 0);
  const betweenItems = (k * squares(items)) / (n - 1);
  const betweenRaters = (n * squares(raters)) / (k - 1);
  let left = 0;
  scores.forEach((row, i) => {
    row.forEach((score, j) => {
      left += (score - items[i] - raters[j] + grand) ** 2;
    });
  });
  const error = left / ((n - 1) * (k - 1));
  const whole = betweenItems + (k - 1) * error + (k * (betweenRaters - error)) / n;
  if (!(whole > 0)) return undefined;
  const correlation = (betweenItems - error) / whole;
  if (error === 0 && betweenRaters === 0) return { correlation, low: correlation, high: correlation };
  // Satterthwaite's degrees of freedom for the mix of the raters' and the error's mean squares.
  const a = (k * correlation) / (n * (1 - correlation));
  const b = 1 + (k * correlation * (n - 1)) / (n * (1 - correlation));
  const mixed = (a * betweenRaters + b * error) ** 2;
  const degrees = mixed / ((a * betweenRaters) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1)));
  const tail = (1 - confidence) / 2;
  const upper = fQuantile(tail, n - 1, degrees);
  const lower = fQuantile(tail, degrees, n - 1);
  const rest = k * betweenRaters + (k * n - k - n) * error;
  return {
    correlation,
    low: (n * (betweenItems - upper * error)) / (upper * rest + n * betweenItems),
    high: (n * (lower * betweenItems - error)) / (rest + n * lower * betweenItems),
  };
}

/** The value that an F variable exceeds with chance `tail`. */
function fQuantile(tail: number, top: number, bottom: number): number {
  const { x, complement } = betaQuantile(tail, bottom / 2, top / 2);
  return (bottom * complement) / (top * x);
}

/**
 * The share of items on which two evaluators' scores lie at most `distance` apart.
 *
 * @param first scores by the first evaluator, at least one
 * @param second scores of the same items by the second
 * @param distance points, at least 0; exactly that far apart counts
 * @throws RangeError when the lists are empty or differ in length, a score is not finite, or `distance` is negative
 * Source: the definition.
 * @example
 * ```ts
 * shareWithin([80, 90, 60], [85, 70, 70], 10); // => 0.6666667
 * ```
 */
export function shareWithin(first: readonly number[], second: readonly number[], distance: number): number {
  if (first.length === 0) throw new RangeError('first must hold at least one score, got none');
  if (second.length !== first.length) {
    throw new RangeError(`second must hold ${first.length} scores, got ${second.length}`);
  }
  for (const score of first) requireFinite('first', score, -Infinity);
  for (const score of second) requireFinite('second', score, -Infinity);
  requireFinite('distance', distance, 0);
  return first.filter((score, i) => Math.abs(score - second[i]) <= distance).length / first.length;
}
