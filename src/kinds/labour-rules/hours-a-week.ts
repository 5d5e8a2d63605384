/** Nobody works more than so many paid hours in a calendar week, Monday to Sunday. */
import { Type } from 'typebox';
import { type LabourRule, sumsAbove } from './labour-rule.ts';

const schema = Type.Object({
  most: Type.Number({
    exclusiveMinimum: 0,
    maximum: 168,
    default: 44,
    description: 'Most paid hours of shifts that begin in one week, Monday to Sunday.',
    examples: [40],
  }),
});

/** A limit on the paid hours of a week. */
export const hoursAWeek: LabourRule<typeof schema> = {
  kind: 'hours-a-week',
  summary: { en: 'At most so many paid hours a week', zh: '每周带薪工时上限' },
  schema,
  unit: 'hours',
  breaches: ({ most }, shifts) =>
    sumsAbove(
      shifts,
      ({ week }) => week,
      ({ paidHours }) => paidHours,
      most,
    ),
};
