/** Nobody works on more than so many weekends one after the other. */
import { Type } from 'typebox';
import type { LabourRule, RuleBreach } from './labour-rule.ts';

const schema = Type.Object({
  mostInARow: Type.Integer({
    minimum: 0,
    maximum: 52,
    default: 2,
    description: 'Most weekends (Saturday or Sunday) with a shift one after the other; 0 forbids weekends.',
    examples: [2],
  }),
});

/** A limit on weekends in a row. */
export const weekends: LabourRule<typeof schema> = {
  kind: 'weekends',
  summary: { en: 'At most so many weekends in a row', zh: '连续周末上班上限' },
  schema,
  unit: 'weekends',
  breaches: ({ mostInARow }, shifts) => {
    const breaches: RuleBreach[] = [];
    let run = 0;
    let before = Number.NaN;
    shifts.forEach(({ week, weekday }, index) => {
      if (weekday < 6) return;
      if (week !== before) run = week === before + 1 ? run + 1 : 1;
      before = week;
      // Every shift of a weekend too many breaks the rule: without all of them the weekend is free.
      if (run > mostInARow) breaches.push({ shift: index, value: run, limit: mostInARow });
    });
    return breaches;
  },
};
