/** A duration that is mostly short and sometimes long: two exponentials mixed, given by mean and variation. */
import { Type } from 'typebox';
import { type DurationKind, longestTime } from './duration-kind.ts';
import { fillMixture, survivalOfMixture } from './mixture.ts';

const schema = Type.Object({
  mean: Type.Number({
    exclusiveMinimum: 0,
    maximum: longestTime,
    description: 'Mean length, in the unit of the key.',
    examples: [180],
  }),
  cv: Type.Number({
    minimum: 1,
    maximum: 20,
    description: 'Coefficient of variation: standard deviation ÷ mean.',
    examples: [1.5],
  }),
});

/**
 * Two exponentials of balanced means (each contributes half of the mean), with the given `mean` and `cv` ≥ 1.
 * Source of the balanced means: Whitt (1982), Approximating a point process by a renewal process I.
 */
export const hyperexponential: DurationKind<typeof schema> = {
  kind: 'hyperexponential',
  summary: {
    en: 'Mostly short, sometimes long: mean and variation',
    zh: '多数短、少数长（超指数分布）：均值与变异系数',
  },
  schema,
  resolve: ({ mean, cv }, unitSeconds) => {
    const square = cv * cv;
    const share = (1 + Math.sqrt((square - 1) / (square + 1))) / 2;
    const seconds = mean * unitSeconds;
    return { parameters: [share, seconds / (2 * share), 1, seconds / (2 * (1 - share))], mean: seconds, cv };
  },
  fill: fillMixture,
  survival: survivalOfMixture,
};
