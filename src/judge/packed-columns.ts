/** Columns of which most are 0, as a short list of numbers: by turns how many zeros, how many others, and those. */

/**
 * Packs columns.
 *
 * @returns plain numbers; JSON keeps them exactly
 * @example
 * ```ts
 * packColumns(Float64Array.of(0, 0, 0, 7, 8, 0, 0)); // => [3, 2, 7, 8, 2, 0]
 * ```
 */
export function packColumns(columns: Float64Array): number[] {
  const packed: number[] = [];
  const { length } = columns;
  for (let at = 0; at < length; ) {
    const zeros = at;
    while (at < length && columns[at] === 0) at++;
    const others = at;
    // A zero by itself is shorter as it is.
    while (at < length && (columns[at] !== 0 || columns[at + 1] !== 0)) at++;
    packed.push(others - zeros, at - others);
    for (let i = others; i < at; i++) packed.push(columns[i]);
  }
  return packed;
}

/**
 * Fills columns with what {@link packColumns} packed.
 *
 * @throws RangeError when it was packed of columns of another length
 */
export function unpackColumns(packed: readonly number[], columns: Float64Array): void {
  columns.fill(0);
  let to = 0;
  for (let at = 0; at < packed.length; ) {
    to += packed[at++];
    for (const end = at + 1 + packed[at++]; at < end; ) columns[to++] = packed[at++];
  }
  if (to !== columns.length) throw new RangeError(`packed: expected ${columns.length} columns, got ${to}`);
}
