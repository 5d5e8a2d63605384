/** A duration whose risk of ending falls (shape below 1) or rises (above 1) with age: a usual model of patience. */
import { Type } from 'typebox';
import { logGamma } from '../../math/gamma-functions.ts';
import { fillExponential } from '../../random/samplers.ts';
import { type DurationKind, longestTime } from './duration-kind.ts';

const schema = Type.Object({
  mean: Type.Number({
    exclusiveMinimum: 0,
    maximum: longestTime,
    description: 'Mean length, in the unit of the key.',
    examples: [180],
  }),
  shape: Type.Number({
    minimum: 0.2,
    maximum: 100,
    description: 'Below 1 the risk of ending falls with age, above 1 it rises; 1 is exponential.',
    examples: [1.3],
  }),
});

/** Weibull with the given `mean` and `shape`; shape 1 is exponential. */
export const weibull: DurationKind<typeof schema> = {
  kind: 'weibull',
  summary: { en: 'Weibull: risk of ending falls or rises with age', zh: '威布尔分布：结束的可能随时间下降或上升' },
  schema,
  resolve: ({ mean, shape }, unitSeconds) => {
    const first = logGamma(1 + 1 / shape);
    const variance = Math.expm1(logGamma(1 + 2 / shape) - 2 * first);
    return {
      parameters: [(mean * unitSeconds) / Math.exp(first), shape],
      mean: mean * unitSeconds,
      cv: Math.sqrt(variance),
    };
  },
  fill: ([scale, shape], stream, out, from, to) => {
    fillExponential(stream, out, from, to, 1);
    for (let i = from; i < to; i++) out[i] = scale * out[i] ** (1 / shape);
  },
  survival: ([scale, shape], seconds) => (seconds <= 0 ? 1 : Math.exp(-((seconds / scale) ** shape))),
};
