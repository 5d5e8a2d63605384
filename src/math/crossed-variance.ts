/**
 * A table with one row per set of inputs and one column per simulated day: how much of what differs comes from the inputs, and
 * how much from the day. Rows share the days' chance (common random numbers), so their own share shows with few days.
 */
import type { ConfidenceInterval } from './confidence-interval.ts';
import { requireFinite, requireInnerProbability } from './requirements.ts';
import { studentTQuantile } from './student-t.ts';

/** The parts of a crossed table's variance. */
export interface CrossedVariance {
  /** Mean of all cells, with its interval. */
  readonly mean: ConfidenceInterval;
  /** Mean of each row. */
  readonly rows: readonly number[];
  /** Variance of the rows' expectations: what not knowing the inputs does. At least 0. */
  readonly between: number;
  /** Variance of a day about its row's expectation: chance. At least 0. */
  readonly within: number;
  /** Variance of the mean of all cells that comes from the days that all rows share. At least 0. */
  readonly shared: number;
  /** Variance of a row's mean that comes from the days that it was not spared, beyond what all rows share. */
  readonly rowNoise: number;
}

/**
 * Parts the variance of a table y = μ + row + day + rest, all three random (two-way layout with one observation a cell).
 *
 * Estimators: rest = MSE, day = (MSD − MSE) ÷ rows, row = (MSR − MSE) ÷ days, each at least 0; the variance of the mean is
 * (MSR + MSD − MSE) ÷ (rows·days), and the interval uses Student's t with min(rows, days) − 1 degrees of freedom.
 *
 * @param table rows of equal length, at least two rows and two columns of finite numbers
 * @param confidence of the mean's interval, above 0 and below 1
 * @throws RangeError when the table is smaller, ragged or holds a number not finite, or `confidence` is out of range
 * Source: H. Scheffé (1959), The Analysis of Variance; for input uncertainty in simulation B. E. Ankenman and
 * B. L. Nelson (2012), A quick assessment of input uncertainty, Proc. Winter Simulation Conf.
 * @example
 * ```ts
 * crossedVariance([[1, 3], [5, 7]]).rows; // => [2, 6]
 * crossedVariance([[1, 3], [5, 7]]).between; // => 8
 * ```
 */
export function crossedVariance(table: readonly (readonly number[])[], confidence = 0.95): CrossedVariance {
  requireInnerProbability('confidence', confidence);
  const count = table.length;
  const days = table[0]?.length ?? 0;
  if (count < 2 || days < 2) throw new RangeError(`table must have 2 rows and 2 columns, got ${count} and ${days}`);
  for (const row of table) {
    if (row.length !== days) throw new RangeError(`table must have rows of ${days} numbers, got one of ${row.length}`);
    for (const value of row) requireFinite('table', value, -Infinity);
  }
  const rows = table.map(average);
  const columns = Array.from({ length: days }, (_, j) => average(table.map((row) => row[j])));
  const point = average(rows);
  const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + (value - point) ** 2, 0);
  const rowSquare = (days * squares(rows)) / (count - 1);
  const daySquare = (count * squares(columns)) / (days - 1);
  let rest = 0;
  table.forEach((row, i) => {
    row.forEach((value, j) => {
      rest += (value - rows[i] - columns[j] + point) ** 2;
    });
  });
  const error = rest / ((count - 1) * (days - 1));
  const between = Math.max(0, (rowSquare - error) / days);
  const day = Math.max(0, (daySquare - error) / count);
  const variance = Math.max(rowSquare + daySquare - error, error) / (count * days);
  const half = -studentTQuantile((1 - confidence) / 2, Math.min(count, days) - 1) * Math.sqrt(variance);
  return {
    mean: { point, low: point - half, high: point + half },
    rows,
    between,
    within: day + error,
    shared: day / days,
    rowNoise: error / days,
  };
}

/**
 * The rows' means drawn together until they vary as their expectations do: their spread is no longer widened by the chance of
 * the days. The order of the rows stays.
 *
 * @param variance what {@link crossedVariance} found
 * Source: M. Ghosh (1992), Constrained Bayes estimation with applications, J. Amer. Statist. Assoc. 87, 533–540
 * @example
 * ```ts
 * shrinkRows(crossedVariance([[1, 3], [5, 7]]))[0]; // => 2.000
 * ```
 */
export function shrinkRows({ mean, rows, between, rowNoise }: CrossedVariance): number[] {
  const whole = between + rowNoise;
  const factor = whole === 0 ? 1 : Math.sqrt(between / whole);
  return rows.map((row) => mean.point + factor * (row - mean.point));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
