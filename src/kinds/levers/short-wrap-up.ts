/** Agents finish their notes later: calls are shorter, and some of those served call again because something was left out. */
import { Type } from 'typebox';
import { type LeverKind, leverSchema, shareField } from './lever-kind.ts';

const schema = leverSchema(
  'work',
  { delayMinutes: 2 },
  {
    times: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 0.5,
      description: 'Wrap-up takes this many times as long.',
      examples: [0.5],
    }),
    repeats: shareField('Fraction (0–1) of those served meanwhile who call again for it.', 0.03),
  },
);

/** Shortens wrap-up. */
export const shortWrapUp: LeverKind<typeof schema> = {
  kind: 'short-wrap-up',
  summary: { en: 'Wrap-up is kept short, at a price in quality', zh: '缩短话后处理，以质量为代价' },
  schema,
  touched: 'work',
  counted: false,
  effect: ({ repeats, times }) => ({ wrapUp: { times, repeats } }),
};
