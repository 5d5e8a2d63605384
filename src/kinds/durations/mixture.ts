/** A duration drawn from one of several exponentials: several sorts of matter behind one queue. */
import { Type } from 'typebox';
import { fillExponential, fillUniform } from '../../random/samplers.ts';
import type { Stream } from '../../random/stream.ts';
import { type DurationKind, longestTime } from './duration-kind.ts';

const schema = Type.Object({
  parts: Type.Array(
    Type.Object(
      {
        share: Type.Number({
          exclusiveMinimum: 0,
          maximum: 1e6,
          description: 'Weight of the part; the weights need not add up to 1.',
          examples: [0.7],
        }),
        mean: Type.Number({
          exclusiveMinimum: 0,
          maximum: longestTime,
          description: 'Mean length, in the unit of the key.',
          examples: [180],
        }),
      },
      { additionalProperties: false },
    ),
    {
      minItems: 1,
      maxItems: 20,
      description: 'The exponentials that are mixed.',
      examples: [
        [
          { share: 0.7, mean: 90 },
          { share: 0.3, mean: 420 },
        ],
      ],
    },
  ),
});

/** Exponentials in the proportions of their `share`s, which need not add up to 1. */
export const mixture: DurationKind<typeof schema> = {
  kind: 'mixture',
  summary: { en: 'Exponentials of several means, in given shares', zh: '多个均值的指数分布按比例混合' },
  schema,
  resolve: ({ parts }, unitSeconds) => {
    const total = parts.reduce((sum, { share }) => sum + share, 0);
    const parameters: number[] = [];
    let below = 0;
    let mean = 0;
    let square = 0;
    for (const part of parts) {
      const share = part.share / total;
      const seconds = part.mean * unitSeconds;
      below += share;
      parameters.push(below, seconds);
      mean += share * seconds;
      square += 2 * share * seconds * seconds;
    }
    parameters[parameters.length - 2] = 1;
    return { parameters, mean, cv: Math.sqrt(square / (mean * mean) - 1) };
  },
  fill: fillMixture,
  survival: survivalOfMixture,
};

/** Draws from exponentials: `parameters` holds pairs of cumulated share and mean. */
export function fillMixture(
  parameters: readonly number[],
  stream: Stream,
  out: Float64Array,
  from: number,
  to: number,
): void {
  fillUniform(stream, out, from, to);
  for (let i = from; i < to; i++) {
    let part = 0;
    while (out[i] > parameters[part]) part += 2;
    fillExponential(stream, out, i, i + 1, parameters[part + 1]);
  }
}

/** P(duration > seconds) of a mixture of exponentials. */
export function survivalOfMixture(parameters: readonly number[], seconds: number): number {
  let survival = 0;
  for (let part = 0; part < parameters.length; part += 2) {
    const share = parameters[part] - (part === 0 ? 0 : parameters[part - 2]);
    survival += share * Math.exp(-seconds / parameters[part + 1]);
  }
  return survival;
}
