/** How durations are written where people know a mean and how much it varies. */
import { Type } from 'typebox';
import { longestTime } from './duration-kind.ts';

/**
 * The fields `mean` and `cv`.
 * @param usual a coefficient of variation that is typical of the kind, as the example
 */
export function meanAndCv(usual: number) {
  return Type.Object({
    mean: Type.Number({
      exclusiveMinimum: 0,
      maximum: longestTime,
      description: 'Mean length, in the unit of the key.',
      examples: [180],
    }),
    cv: Type.Number({
      minimum: 0.01,
      maximum: 10,
      description: 'Coefficient of variation: standard deviation ÷ mean.',
      examples: [usual],
    }),
  });
}
