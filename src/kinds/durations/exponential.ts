/** A duration without memory: however long it has lasted, the rest is distributed like the whole. */
import { Type } from 'typebox';
import { fillExponential } from '../../random/samplers.ts';
import { type DurationKind, longestTime } from './duration-kind.ts';

const schema = Type.Object({
  mean: Type.Number({
    exclusiveMinimum: 0,
    maximum: longestTime,
    description: 'Mean length, in the unit of the key.',
    examples: [180],
  }),
});

/** Exponential with the given `mean`. */
export const exponential: DurationKind<typeof schema> = {
  kind: 'exponential',
  summary: { en: 'Without memory, as Erlang’s formulas assume', zh: '指数分布（无记忆，爱尔兰公式的假设）' },
  schema,
  resolve: ({ mean }, unitSeconds) => ({ parameters: [mean * unitSeconds], mean: mean * unitSeconds, cv: 1 }),
  fill: ([mean], stream, out, from, to) => fillExponential(stream, out, from, to, mean),
  survival: ([mean], seconds) => Math.exp(-seconds / mean),
};
