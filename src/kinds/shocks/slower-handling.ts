/** Contacts that take longer: a slow system, a new product nobody knows yet. */
import { Type } from 'typebox';
import { type ShockKind, shockSchema } from './shock-kind.ts';

const schema = shockSchema('work', {
  times: Type.Number({
    exclusiveMinimum: 0,
    maximum: 100,
    description: 'Talk, hold and wrap-up that begin meanwhile take this many times as long.',
    examples: [1.4],
  }),
});

/** Stretches the handling of the work it touches. */
export const slowerHandling: ShockKind<typeof schema> = {
  kind: 'slower-handling',
  summary: { en: 'Handling takes longer for a while', zh: '一段时间内处理变慢' },
  schema,
  touched: 'work',
  effect: ({ times }) => ({ slowdown: times }),
};
