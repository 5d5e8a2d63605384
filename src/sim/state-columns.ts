/** Columns that a run puts back to zero, laid end to end in one buffer: that is done at one go. */

type Column = Float64Array | Int32Array | Uint8Array;
type Layout = Record<string, readonly [new (buffer: ArrayBuffer, from: number, length: number) => Column, number]>;

/**
 * Lays columns in one buffer.
 * @param layout kind and length of each by name
 * @returns the columns by name, all zero, and in `state` the bytes of all
 */
export function layState<L extends Layout>(
  layout: L,
): { [Name in keyof L]: InstanceType<L[Name][0]> } & { state: Uint8Array } {
  let size = 0;
  const places = Object.entries(layout).map(([name, [kind, length]]) => {
    const from = size;
    // A column begins where numbers of any kind may.
    size += 8 * length;
    return { from, kind, length, name };
  });
  const buffer = new ArrayBuffer(size);
  const columns = Object.fromEntries(
    places.map(({ from, kind, length, name }) => [name, new kind(buffer, from, length)]),
  );
  return { ...(columns as { [Name in keyof L]: InstanceType<L[Name][0]> }), state: new Uint8Array(buffer) };
}
