/** A duration that does not end: the patience of one who never leaves. */
import { Type } from 'typebox';
import type { DurationKind } from './duration-kind.ts';

const schema = Type.Object({});

/** Infinity. */
export const never: DurationKind<typeof schema> = {
  kind: 'never',
  summary: { en: 'Never ends: the patience of one who never leaves', zh: '永不结束：永远等待的来电者' },
  schema,
  resolve: () => ({ parameters: [], mean: Number.POSITIVE_INFINITY, cv: 0 }),
  fill: (_parameters, _stream, out, from, to) => {
    out.fill(Number.POSITIVE_INFINITY, from, to);
  },
  survival: () => 1,
};
