/** Nobody is on queue for longer than so many hours without a break, a meal or anything else. */
import { Type } from 'typebox';
import type { LabourRule } from './labour-rule.ts';

const schema = Type.Object({
  hours: Type.Number({
    exclusiveMinimum: 0,
    maximum: 24,
    default: 4.5,
    description: 'Longest stretch on queue, hours.',
    examples: [4],
  }),
});

/** A limit on the time on queue in one stretch. */
export const timeWithoutBreak: LabourRule<typeof schema> = {
  kind: 'time-without-break',
  summary: { en: 'At most so many hours on queue in one stretch', zh: '连续在线时长上限' },
  schema,
  unit: 'hours',
  breaches: ({ hours }, shifts) =>
    shifts.flatMap(({ longestHours }, shift) =>
      longestHours > hours + 1e-9 ? [{ shift, value: longestHours, limit: hours }] : [],
    ),
};
