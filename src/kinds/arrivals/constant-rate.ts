/** Demand that is the same all the time the work is open: what formulas assume. */
import { Type } from 'typebox';
import { type ArrivalsKind, busynessSchema } from './arrivals-kind.ts';

const schema = Type.Object({
  perHour: Type.Number({
    minimum: 0,
    maximum: 10_000_000,
    description: 'Mean number of contacts an hour while the work is open.',
    examples: [120],
  }),
  busyness: busynessSchema,
});

/** A Poisson process of constant rate within the opening hours. */
export const constantRate: ArrivalsKind<typeof schema> = {
  kind: 'constant-rate',
  summary: { en: 'The same rate whenever the work is open', zh: '开放时段内速率恒定' },
  schema,
  resolve: ({ perHour, busyness }, { hours }) => ({
    process: 'poisson',
    curve: {
      segments: hours.map(({ from, to }) => ({ from, to, terms: [{ c: perHour / 3600, n: 0, k: 0 }] })),
    },
    busyness,
  }),
};
