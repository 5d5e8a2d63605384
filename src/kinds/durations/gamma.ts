/** A duration between fixed (cv 0) and more spread than exponential (cv above 1). */
import { regularizedGammaUpper } from '../../math/gamma-functions.ts';
import { fillGamma } from '../../random/samplers.ts';
import type { DurationKind } from './duration-kind.ts';
import { meanAndCv } from './mean-and-cv.ts';

const schema = meanAndCv(0.7);

/** Gamma with the given `mean` and `cv`; cv 1 is exponential, 1/√k is Erlang of k stages. */
export const gamma: DurationKind<typeof schema> = {
  kind: 'gamma',
  summary: { en: 'Gamma: a mean and how much it varies', zh: '伽马分布：均值与变异系数' },
  schema,
  resolve: ({ mean, cv }, unitSeconds) => ({
    parameters: [1 / (cv * cv), mean * unitSeconds * cv * cv],
    mean: mean * unitSeconds,
    cv,
  }),
  fill: ([shape, scale], stream, out, from, to) => fillGamma(stream, out, from, to, shape, scale),
  survival: ([shape, scale], seconds) => regularizedGammaUpper(shape, seconds / scale),
};
