/**
 * Time in a run is a whole number of ticks, 2⁻²⁰ s (about a microsecond) each. Sums and differences of such times are exact in a
 * double up to 2³³ s, so it does not matter in what order a run's times are added: every way through the engine that sees the
 * same events writes the same bytes.
 */

/** One tick, seconds. */
export const tick = 2 ** -20;
/** Adding it pushes what is finer than a tick out of a double. */
const shift = 1.5 * 2 ** 32;

/**
 * The tick nearest to a time of at least 0 s; the even one when two are equally near. Beyond 2³¹ s the steps are coarser ticks.
 *
 * @example
 * ```ts
 * toTick(0.25); // => 0.25
 * toTick(Number.POSITIVE_INFINITY); // => Infinity
 * ```
 */
export function toTick(seconds: number): number {
  return seconds + shift - shift;
}

/** Moves `values[from..to)` to the nearest ticks. */
export function moveToTicks(values: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) values[i] = values[i] + shift - shift;
}
