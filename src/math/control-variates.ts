/**
 * What chance is known to have done to a sample is taken off again: a quantity seen beside the estimate, whose expectation is known,
 * tells how lucky the days were (control variates).
 */
import type { CoMoments } from './co-moments.ts';
import { combinationStandardError } from './co-moments.ts';

/** With fewer days the slopes are not worth their price: two of them cost (n − 2) ÷ (n − 4) of the variance. */
export const fewestControlledDays = 30;

/** An estimate, its standard error, and the degrees of freedom behind that. */
export interface ControlledEstimate {
  readonly point: number;
  readonly standardError: number;
  readonly freedom: number;
  /** The estimate's days without what the controls say of them, as a sum: of each quantity, controls too, so many times what it was. */
  readonly weights: readonly number[];
}

/**
 * Corrects an estimate for what its controls say: point − β·c̄, β from the regression of the estimate's days on theirs. The error has the
 * variance of what the regression leaves, and room for β being estimated: s²·(1 ÷ n + c̄ᵀS⁻¹c̄) with n − q − 1 degrees of freedom for q
 * controls, which is exact for normal days. Controls that never vary, or that say the same as those before them, are left out; with fewer
 * than {@link fewestControlledDays} days all are.
 *
 * @param moments the quantities of the estimate, then the controls: each a deviation from its known expectation
 * @param point the estimate as it is without controls
 * @param weights of the estimate's quantities in its linear part, one each
 * @throws RangeError when there are more weights than quantities
 * Source: S. S. Lavenberg and P. D. Welch (1981), A perspective on the use of control variables to increase the efficiency of Monte Carlo
 * simulations, Management Science 27, 322–335
 * @example
 * ```ts
 * const days = Array.from({ length: 40 }, (_, i) => [100 + (i % 4) * 10 + (i % 2), (i % 4) * 10 - 14]);
 * controlledEstimate(coMoments(2, days), 115.5, [1]).point; // => 114.48
 * ```
 */
export function controlledEstimate(moments: CoMoments, point: number, weights: readonly number[]): ControlledEstimate {
  const { means, n, products } = moments;
  const first = weights.length;
  if (first > means.length) throw new RangeError(`weights must be at most ${means.length} numbers, got ${first}`);
  const uncontrolled = [...weights, ...means.slice(first).fill(0)];
  const plain = combinationStandardError(moments, uncontrolled);
  if (n < fewestControlledDays || plain === 0) {
    return { point, standardError: plain, freedom: n - 1, weights: uncontrolled };
  }

  // The controls' sums of products, bordered by those with the estimate's days and by the controls' means: sweeping the controls out of
  // it leaves in its border all that is wanted.
  const controls = means.length - first;
  const [days, shift] = [controls, controls + 1];
  const border = Array.from({ length: controls + 2 }, () => new Float64Array(controls + 2));
  for (let i = 0; i < controls; i++) {
    for (let j = 0; j < controls; j++) border[i][j] = products[first + i][first + j];
    const withDays = weights.reduce((sum, weight, k) => sum + weight * products[k][first + i], 0);
    border[i][days] = withDays;
    border[days][i] = withDays;
    border[i][shift] = means[first + i];
    border[shift][i] = means[first + i];
  }
  border[days][days] = plain ** 2 * n * (n - 1);
  // What each row but the last stands for, in the quantities.
  const rows = [...means.keys()].slice(first).map((own) => means.map((_, i): number => (i === own ? 1 : 0)));
  rows.push(uncontrolled);
  let used = 0;
  for (let pivot = 0; pivot < controls; pivot++) {
    const own = border[pivot][pivot];
    if (!(own > 1e-9 * products[first + pivot][first + pivot])) continue;
    used++;
    const row = border[pivot].slice();
    for (let i = pivot + 1; i < border.length; i++) {
      for (let j = pivot + 1; j < border.length; j++) border[i][j] -= (row[i] * row[j]) / own;
      if (i < shift) rows[i] = rows[i].map((weight, k) => weight - (row[i] / own) * rows[pivot][k]);
    }
  }
  const freedom = n - 1 - used;
  const left = Math.max(0, border[days][days]) / freedom;
  return {
    point: point + border[days][shift],
    standardError: Math.sqrt(left * (1 / n - border[shift][shift])),
    freedom,
    weights: rows[days],
  };
}
