/** Nobody comes more than so many times on one day: 1 forbids split shifts. */
import { Type } from 'typebox';
import { type LabourRule, sumsAbove } from './labour-rule.ts';

const schema = Type.Object({
  most: Type.Integer({
    minimum: 1,
    maximum: 10,
    default: 1,
    description: 'Most shifts that begin on one day; 2 allows a split shift.',
    examples: [1],
  }),
});

/** A limit on split shifts. */
export const shiftsADay: LabourRule<typeof schema> = {
  kind: 'shifts-a-day',
  summary: { en: 'At most so many shifts a day', zh: '每日班次数上限' },
  schema,
  unit: 'shifts',
  breaches: ({ most }, shifts) =>
    sumsAbove(
      shifts,
      ({ day }) => day,
      () => 1,
      most,
    ),
};
