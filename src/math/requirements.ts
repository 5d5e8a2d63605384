/**
 * What the mathematics asks of its arguments, said in one voice: a RangeError that begins with the argument's name.
 */

/**
 * Refuses a number that is NaN, infinite or below its minimum.
 *
 * @param name the argument's name as the caller knows it
 * @param value the argument
 * @param minimum smallest value allowed
 * @param limits `aboveMinimum` refuses the minimum itself; `maximum` is the largest value allowed
 * @throws RangeError `name must be …, got …`
 * @example
 * ```ts
 * requireFinite('offeredLoad', 10, 0); // => undefined
 * ```
 */
export function requireFinite(
  name: string,
  value: number,
  minimum: number,
  limits: { aboveMinimum?: boolean; maximum?: number } = {},
): void {
  const { aboveMinimum = false, maximum = Infinity } = limits;
  if (Number.isFinite(value) && value <= maximum && (aboveMinimum ? value > minimum : value >= minimum)) return;
  const lower = aboveMinimum ? `above ${minimum}` : `at least ${minimum}`;
  const upper = maximum === Infinity ? '' : ` and at most ${maximum}`;
  throw new RangeError(`${name} must be a finite number ${lower}${upper}, got ${value}`);
}

/**
 * Refuses a number that is not whole, or below its minimum.
 *
 * @param name the argument's name as the caller knows it
 * @param value the argument
 * @param minimum smallest value allowed
 * @throws RangeError `name must be a whole number of at least …, got …`
 * @example
 * ```ts
 * requireWhole('agents', 12, 0); // => undefined
 * ```
 */
export function requireWhole(name: string, value: number, minimum: number): void {
  if (Number.isSafeInteger(value) && value >= minimum) return;
  throw new RangeError(`${name} must be a whole number of at least ${minimum}, got ${value}`);
}
