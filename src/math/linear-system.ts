/** Small dense systems of linear equations. */

/**
 * Solves a system by Gaussian elimination with row exchange.
 *
 * @param rows the matrix, square; left as it is
 * @param right one right-hand side
 * @throws RangeError when the shapes do not fit or a pivot is exactly 0: the equations do not determine the unknowns
 * Source: Golub and Van Loan (2013), Matrix Computations, section 3.4.
 * @example
 * ```ts
 * solveLinear([[2, 1], [1, 3]], [5, 10]); // => [1, 3]
 * ```
 */
export function solveLinear(rows: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  if (rows.length !== size || rows.some((row) => row.length !== size)) {
    throw new RangeError(`rows must form a square of ${size} rows and columns`);
  }
  const matrix = rows.map((row) => [...row]);
  const result = [...right];
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let r = i + 1; r < size; r++) if (Math.abs(matrix[r][i]) > Math.abs(matrix[pivot][i])) pivot = r;
    if (!(Math.abs(matrix[pivot][i]) > 0)) {
      throw new RangeError('rows must determine the unknowns, got a singular matrix');
    }
    [matrix[i], matrix[pivot]] = [matrix[pivot], matrix[i]];
    [result[i], result[pivot]] = [result[pivot], result[i]];
    for (let r = i + 1; r < size; r++) {
      const factor = matrix[r][i] / matrix[i][i];
      for (let c = i; c < size; c++) matrix[r][c] -= factor * matrix[i][c];
      result[r] -= factor * result[i];
    }
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let c = i + 1; c < size; c++) result[i] -= matrix[i][c] * result[c];
    result[i] /= matrix[i][i];
  }
  return result;
}
