/** Nobody works at night on more than so many days one after the other. */
import { Type } from 'typebox';
import { minutesOf, timePattern } from '../clock.ts';
import { type LabourRule, type RuledShift, runsAbove } from './labour-rule.ts';

const schema = Type.Object({
  most: Type.Integer({
    minimum: 0,
    maximum: 31,
    default: 3,
    description: 'Most nights one after the other; 0 forbids nights.',
    examples: [3],
  }),
  from: Type.String({
    pattern: timePattern,
    default: '23:00',
    description: 'When the night begins.',
    examples: ['22:00'],
  }),
  to: Type.String({ pattern: timePattern, default: '06:00', description: 'When it ends.', examples: ['06:00'] }),
  hours: Type.Number({
    minimum: 0,
    maximum: 12,
    default: 3,
    description: 'A shift with more than so many hours in the night is a night shift.',
    examples: [3],
  }),
});

/** Hours of a shift between `from` and `to` of the nights it touches. */
function hoursAtNight({ startMinute, endMinute }: RuledShift, from: number, to: number): number {
  const length = (to - from + 1440) % 1440 || 1440;
  let minutes = 0;
  for (const night of [from - 1440, from, from + 1440]) {
    minutes += Math.max(0, Math.min(endMinute, night + length) - Math.max(startMinute, night));
  }
  return minutes / 60;
}

/** A limit on nights in a row. */
export const nightsInARow: LabourRule<typeof schema> = {
  kind: 'nights-in-a-row',
  summary: { en: 'At most so many nights in a row', zh: '连续夜班数上限' },
  schema,
  unit: 'nights',
  breaches: ({ most, from, to, hours }, shifts) => {
    const [start, end] = [minutesOf(from), minutesOf(to)];
    const nights = shifts.flatMap((shift, index) => (hoursAtNight(shift, start, end) > hours ? [index] : []));
    const found = runsAbove(
      nights.map((index) => shifts[index]),
      most,
    );
    return found.map((breach) => ({ ...breach, shift: nights[breach.shift] }));
  },
};
