/** More demand than usual (or less): a launch, an outage, a storm. */
import { Type } from 'typebox';
import type { RateTerm } from '../../math/rate-curve.ts';
import { type ShockKind, shockSchema } from './shock-kind.ts';

const schema = shockSchema('work', {
  times: Type.Number({
    minimum: 0,
    maximum: 1000,
    description: 'Demand at the height of it, in multiples of the usual; below 1 it falls.',
    examples: [3],
  }),
  shape: Type.Enum(['step', 'ramp', 'decay'], {
    default: 'step',
    description:
      '`step`: `times` as long as it lasts. `ramp`: grows evenly from 1 to `times`, then ends. `decay`: starts at `times` and dies away exponentially.',
    examples: ['decay'],
  }),
  decay: Type.Number({
    exclusiveMinimum: 0,
    maximum: 100,
    default: 3,
    description: 'For `decay`: by how many factors of e (2.718) the excess has shrunk at the end.',
    examples: [3],
  }),
});

function termsOf(
  { times, shape, decay }: { times: number; shape: string; decay: number },
  seconds: number,
): RateTerm[] {
  const one = { c: 1, n: 0, k: 0 };
  if (shape === 'ramp') return [one, { c: (times - 1) / seconds, n: 1, k: 0 }];
  if (shape === 'decay') return [one, { c: times - 1, n: 0, k: decay / seconds }];
  return [{ c: times, n: 0, k: 0 }];
}

/** Multiplies the rates of the work it touches. */
export const surge: ShockKind<typeof schema> = {
  kind: 'surge',
  summary: { en: 'Demand grows for a while: step, ramp or exponential decay', zh: '需求激增：阶跃、爬坡或指数衰减' },
  schema,
  touched: 'work',
  effect: (written, { span: { from, to } }) => ({ demand: { from, to, terms: termsOf(written, to - from) } }),
};
