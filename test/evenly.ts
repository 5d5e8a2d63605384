/** Numbers for properties, spread evenly over a range. */
import fc from 'fast-check';

const steps = 2 ** 30;

/**
 * Numbers from `min` to `max`, both included, each stretch as often as any other of its length.
 *
 * `fc.double` draws every bit pattern alike: of its numbers from 0 to 1, more than 99 in 100 are below 1e-3, and a property
 * about shares or rates would be tried on next to nothing.
 */
export function evenly(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: steps }).map((step) => min + ((max - min) * step) / steps);
}
