/** Calls that do not get through at all, a cut in the telephone network for instance, and come all at once afterwards. */
import { Type } from 'typebox';
import type { RateTerm } from '../../math/rate-curve.ts';
import { type ShockKind, shockSchema } from './shock-kind.ts';

const schema = shockSchema('work', {
  share: Type.Number({
    minimum: 0,
    maximum: 1,
    default: 1,
    description: 'Fraction (0–1) of the calls that do not get through.',
    examples: [1],
  }),
  returns: Type.Number({
    minimum: 0,
    maximum: 2,
    default: 0.7,
    description: 'So many of them (0–1; above 1 where people call several times) call afterwards.',
    examples: [0.7],
  }),
  withinMinutes: Type.Number({
    exclusiveMinimum: 0,
    maximum: 1440,
    default: 30,
    description: 'How long it takes until they have called, minutes; most come first.',
    examples: [30],
  }),
});

/** By how many factors of e the rush has died away at its end. */
const decay = 3;

/** The rush after the cut, relative to the usual rate then: as many calls as were held back if the rate had stayed the same. */
function rush(heldBackSeconds: number, seconds: number): RateTerm[] {
  const k = decay / seconds;
  return [
    { c: 1, n: 0, k: 0 },
    { c: (heldBackSeconds * k) / -Math.expm1(-decay), n: 0, k },
  ];
}

/** Holds calls back, then lets them come. */
export const callsHeldBack: ShockKind<typeof schema> = {
  kind: 'calls-held-back',
  summary: { en: 'Calls do not get through, then come all at once', zh: '来电无法接入，恢复后集中涌入' },
  schema,
  touched: 'work',
  effect: ({ returns, share, withinMinutes }, { span: { from, to } }) => ({
    demand: { from, to, terms: [{ c: 1 - share, n: 0, k: 0 }] },
    demandAfter: {
      from: to,
      to: to + withinMinutes * 60,
      terms: rush((to - from) * share * returns, withinMinutes * 60),
    },
  }),
};
