/** Some work, a tier of customers for instance, comes first; the rest waits longer. */
import { Type } from 'typebox';
import { type LeverKind, leverSchema } from './lever-kind.ts';

const schema = leverSchema(
  'work',
  { delayMinutes: 1 },
  {
    tiers: Type.Integer({
      minimum: 1,
      maximum: 100,
      default: 1,
      description: 'By how many tiers it comes before other work.',
      examples: [1],
    }),
  },
);

/** Serves some work first. */
export const protectedWork: LeverKind<typeof schema> = {
  kind: 'protected-work',
  summary: { en: 'Some work is served first', zh: '优先保障指定业务或客户等级' },
  schema,
  touched: 'work',
  counted: false,
  effect: ({ tiers }) => ({ rank: tiers }),
};
