/** A duration anywhere between two bounds, all equally likely. */
import { Type } from 'typebox';
import { fillUniform } from '../../random/samplers.ts';
import { type DurationKind, longestTime } from './duration-kind.ts';

const schema = Type.Object({
  min: Type.Number({
    minimum: 0,
    maximum: longestTime,
    description: 'Least length, in the unit of the key.',
    examples: [20],
  }),
  max: Type.Number({
    exclusiveMinimum: 0,
    maximum: longestTime,
    description: 'Greatest length, in the unit of the key.',
    examples: [60],
  }),
});

/** Uniform on (`min`, `max`). */
export const uniform: DurationKind<typeof schema> = {
  kind: 'uniform',
  summary: { en: 'Anywhere between a least and a greatest length', zh: '在最短与最长之间均匀分布' },
  schema,
  resolve: ({ min, max }, unitSeconds) => {
    if (min >= max) throw new RangeError(`min: expected less than max (${max}), got ${min}`);
    const mean = ((min + max) / 2) * unitSeconds;
    return {
      parameters: [min * unitSeconds, max * unitSeconds],
      mean,
      cv: ((max - min) * unitSeconds) / Math.sqrt(12) / mean,
    };
  },
  fill: ([min, max], stream, out, from, to) => {
    fillUniform(stream, out, from, to);
    for (let i = from; i < to; i++) out[i] = min + (max - min) * out[i];
  },
  survival: ([min, max], seconds) => Math.min(1, Math.max(0, (max - seconds) / (max - min))),
};
