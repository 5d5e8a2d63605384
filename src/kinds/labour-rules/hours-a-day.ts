/** Nobody works more than so many paid hours on one day. */
import { Type } from 'typebox';
import { type LabourRule, sumsAbove } from './labour-rule.ts';

const schema = Type.Object({
  most: Type.Number({
    exclusiveMinimum: 0,
    maximum: 24,
    default: 10,
    description: 'Most paid hours of shifts that begin on one day.',
    examples: [8],
  }),
});

/** A limit on the paid hours of a day. */
export const hoursADay: LabourRule<typeof schema> = {
  kind: 'hours-a-day',
  summary: { en: 'At most so many paid hours a day', zh: '每日带薪工时上限' },
  schema,
  unit: 'hours',
  breaches: ({ most }, shifts) =>
    sumsAbove(
      shifts,
      ({ day }) => day,
      ({ paidHours }) => paidHours,
      most,
    ),
};
