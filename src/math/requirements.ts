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
 * Refuses a number that is not whole, below its minimum or above its maximum.
 *
 * @param name the argument's name as the caller knows it
 * @param value the argument
 * @param minimum smallest value allowed
 * @param maximum largest value allowed
 * @throws RangeError `name must be a whole number of at least …, got …`
 * @example
 * ```ts
 * requireWhole('agents', 12, 0); // => undefined
 * ```
 */
export function requireWhole(name: string, value: number, minimum: number, maximum = Infinity): void {
  if (Number.isSafeInteger(value) && value >= minimum && value <= maximum) return;
  const upper = maximum === Infinity ? '' : ` and at most ${maximum}`;
  throw new RangeError(`${name} must be a whole number of at least ${minimum}${upper}, got ${value}`);
}

/**
 * Refuses anything outside 0–1.
 *
 * @param name the argument's name as the caller knows it
 * @param value the argument
 * @throws RangeError `name must be a number from 0 to 1, got …`
 * @example
 * ```ts
 * requireProbability('p', 1); // => undefined
 * ```
 */
export function requireProbability(name: string, value: number): void {
  if (value >= 0 && value <= 1) return;
  throw new RangeError(`${name} must be a number from 0 to 1, got ${value}`);
}

/**
 * Refuses anything that is not strictly between 0 and 1, such as a confidence of 95.
 *
 * @param name the argument's name as the caller knows it
 * @param value the argument
 * @throws RangeError `name must be above 0 and below 1, got …`
 * @example
 * ```ts
 * requireInnerProbability('confidence', 0.95); // => undefined
 * ```
 */
export function requireInnerProbability(name: string, value: number): void {
  if (value > 0 && value < 1) return;
  throw new RangeError(`${name} must be above 0 and below 1, got ${value}`);
}
