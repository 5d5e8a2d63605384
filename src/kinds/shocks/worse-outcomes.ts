/** Matters that end worse for a while: an outage makes complaints, and agents cannot settle what nobody can. */
import { Type } from 'typebox';
import { type ShockKind, shockSchema } from './shock-kind.ts';

const schema = shockSchema('work', {
  followUps: Type.Number({
    minimum: 0,
    maximum: 100,
    default: 1,
    description:
      'What follows from contacts that end meanwhile (`becomes`) happens so many times as often, at most always; alternatives of `becomesOneOf` keep their proportions.',
    examples: [2],
  }),
  resolved: Type.Number({
    minimum: 0,
    maximum: 1,
    default: 1,
    description: 'The fraction of matters settled is multiplied by this.',
    examples: [0.7],
  }),
});

/** More follow-ups and fewer settled matters of the work it touches. */
export const worseOutcomes: ShockKind<typeof schema> = {
  kind: 'worse-outcomes',
  summary: { en: 'More follows from contacts, and fewer are settled', zh: '后续事项增多，解决率下降' },
  schema,
  touched: 'work',
  effect: ({ followUps, resolved }) => ({ outcomes: { followUps, resolved } }),
};
