/** A duration drawn from values that were measured. */
import { Type } from 'typebox';
import { fillUniform } from '../../random/samplers.ts';
import { type DurationKind, longestTime } from './duration-kind.ts';

const schema = Type.Object({
  values: Type.Array(Type.Number({ minimum: 0, maximum: longestTime }), {
    minItems: 1,
    maxItems: 1_000_000,
    description: 'Lengths that were measured, in the unit of the key.',
    examples: [[95, 143, 310]],
  }),
});

/** One of `values`, all equally likely. */
export const recorded: DurationKind<typeof schema> = {
  kind: 'recorded',
  summary: { en: 'One of the values measured', zh: '从实测值中抽取' },
  schema,
  resolve: ({ values }, unitSeconds) => {
    const parameters = values.map((value) => value * unitSeconds);
    const mean = parameters.reduce((sum, value) => sum + value, 0) / parameters.length;
    const variance = parameters.reduce((sum, value) => sum + (value - mean) ** 2, 0) / parameters.length;
    return { parameters, mean, cv: mean === 0 ? 0 : Math.sqrt(variance) / mean };
  },
  fill: (values, stream, out, from, to) => {
    fillUniform(stream, out, from, to);
    for (let i = from; i < to; i++) out[i] = values[Math.floor(out[i] * values.length)];
  },
  survival: (values, seconds) => values.filter((value) => value > seconds).length / values.length,
};
