/** Telephone lines that fail: a cut cable, a trunk out of order. */
import { Type } from 'typebox';
import { lossOf, type ShockKind, shockSchema } from './shock-kind.ts';

const schema = shockSchema('line pool', {
  share: Type.Optional(
    Type.Number({ minimum: 0, maximum: 1, description: 'Fraction (0–1) of each pool that is down.', examples: [0.5] }),
  ),
  lines: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 1_000_000,
      description: 'Number of lines of each pool that are down.',
      examples: [30],
    }),
  ),
});

/** Takes lines off the pools it touches. */
export const linesDown: ShockKind<typeof schema> = {
  kind: 'lines-down',
  summary: { en: 'Lines are down for a while', zh: '一段时间内线路中断' },
  schema,
  touched: 'line pool',
  effect: ({ share, lines }, { fault }) => {
    const loss = lossOf(share, lines, 'lines', fault);
    return loss === undefined ? undefined : { linesLost: loss };
  },
};
