/** A duration that is always the same. */
import { Type } from 'typebox';
import { type DurationKind, longestTime } from './duration-kind.ts';

const schema = Type.Object({
  value: Type.Number({
    minimum: 0,
    maximum: longestTime,
    description: 'The length, in the unit of the key.',
    examples: [30],
  }),
});

/** Always `value`. */
export const fixed: DurationKind<typeof schema> = {
  kind: 'fixed',
  summary: { en: 'Always the same length', zh: '固定时长' },
  schema,
  resolve: ({ value }, unitSeconds) => ({ parameters: [value * unitSeconds], mean: value * unitSeconds, cv: 0 }),
  fill: ([value], _stream, out, from, to) => {
    out.fill(value, from, to);
  },
  survival: ([value], seconds) => (seconds < value ? 1 : 0),
};
