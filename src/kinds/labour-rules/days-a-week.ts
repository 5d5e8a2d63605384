/** Nobody works on more than so many days of a calendar week. */
import { Type } from 'typebox';
import { type LabourRule, sumsAbove } from './labour-rule.ts';

const schema = Type.Object({
  most: Type.Integer({
    minimum: 1,
    maximum: 7,
    default: 5,
    description: 'Most days with a shift in one week, Monday to Sunday.',
    examples: [5],
  }),
});

/** A limit on the working days of a week. */
export const daysAWeek: LabourRule<typeof schema> = {
  kind: 'days-a-week',
  summary: { en: 'At most so many working days a week', zh: '每周工作天数上限' },
  schema,
  unit: 'days',
  breaches: ({ most }, shifts) => {
    const seen = new Set<number>();
    // The second shift of a split day is no further day.
    const isFirst = shifts.map(({ day }) => !seen.has(day) && seen.add(day) !== undefined);
    return sumsAbove(
      shifts,
      ({ week }) => week,
      (shift) => (isFirst[shifts.indexOf(shift)] ? 1 : 0),
      most,
    );
  },
};
