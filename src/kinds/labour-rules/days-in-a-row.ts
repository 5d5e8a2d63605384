/** Nobody works on more than so many days one after the other. */
import { Type } from 'typebox';
import { type LabourRule, runsAbove } from './labour-rule.ts';

const schema = Type.Object({
  most: Type.Integer({
    minimum: 1,
    maximum: 31,
    default: 6,
    description: 'Most days with a shift one after the other.',
    examples: [6],
  }),
});

/** A limit on working days in a row. */
export const daysInARow: LabourRule<typeof schema> = {
  kind: 'days-in-a-row',
  summary: { en: 'At most so many working days in a row', zh: '连续工作天数上限' },
  schema,
  unit: 'days',
  breaches: ({ most }, shifts) => runsAbove(shifts, most),
};
