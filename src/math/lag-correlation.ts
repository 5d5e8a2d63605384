/** What each part of a series still knows of the one before it. */

/**
 * Correlation of each number with the next in its series, of numbers that add up to 0 as what a ratio leaves does; 0 where nothing varies.
 *
 * @param series of one run or several, each in the order of time
 * Source: the definition: Σ x_i x_{i+1} ÷ Σ x_i².
 * @example
 * ```ts
 * lagCorrelation([[1, 1, -1, -1]]); // => 0.25
 * ```
 */
export function lagCorrelation(series: readonly (readonly number[])[]): number {
  let spread = 0;
  let lagged = 0;
  for (const values of series) {
    values.forEach((value, i) => {
      spread += value * value;
      if (i > 0) lagged += value * values[i - 1];
    });
  }
  return spread === 0 ? 0 : lagged / spread;
}
