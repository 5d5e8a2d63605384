/** Virtual hold: callers keep their place in the queue, hang up and are called when it is their turn. */
import { type LeverKind, leverSchema, shareField } from './lever-kind.ts';

const schema = leverSchema(
  'work',
  { delayMinutes: 2 },
  {
    takes: shareField('Fraction (0–1) of those who would wait that take it.', 0.4),
  },
);

/** Offers call-backs. */
export const callBackOffer: LeverKind<typeof schema> = {
  kind: 'call-back-offer',
  summary: { en: 'Callers may hang up and are called when their turn comes', zh: '提供保位回呼：客户挂机后按序回拨' },
  schema,
  touched: 'work',
  counted: false,
  effect: ({ takes }) => ({ announcement: { informs: 0, discourages: 0, callsBack: takes } }),
};
