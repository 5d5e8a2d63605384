/** Between the work of one day and that of the next lies a rest. */
import { Type } from 'typebox';
import type { LabourRule, RuleBreach } from './labour-rule.ts';

const schema = Type.Object({
  hours: Type.Number({
    minimum: 0,
    maximum: 48,
    default: 11,
    description: 'Least hours from the end of the work of one day to the start of that of another.',
    examples: [11],
  }),
});

/** A least rest between shifts that begin on different days. */
export const restBetweenShifts: LabourRule<typeof schema> = {
  kind: 'rest-between-shifts',
  summary: { en: 'At least so many hours between the shifts of two days', zh: '两天班次之间的最短休息' },
  schema,
  unit: 'hours',
  breaches: ({ hours }, shifts) => {
    const breaches: RuleBreach[] = [];
    for (let index = 1; index < shifts.length; index++) {
      const [before, shift] = [shifts[index - 1], shifts[index]];
      const rest = (shift.from - before.to) / 3600;
      if (shift.day !== before.day && rest < hours - 1e-9) breaches.push({ shift: index, value: rest, limit: hours });
    }
    return breaches;
  },
};
