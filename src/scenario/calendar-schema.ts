/** The schema of opening hours, of the days of the week and of dates. */
import { Type } from 'typebox';
import { datePattern } from './schema-parts.ts';
import { countries } from './working-days.ts';

const spansPattern =
  '^ *[0-9]{1,2}:[0-9]{2} *- *[0-9]{1,2}:[0-9]{2} *(, *[0-9]{1,2}:[0-9]{2} *- *[0-9]{1,2}:[0-9]{2} *)*$';
const hoursPattern = `${spansPattern.slice(0, -1)}$|^closed$`;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export const calendarSchema = Type.Object(
  {
    daily: Type.Optional(
      Type.String({
        pattern: hoursPattern,
        description:
          'Opening hours of every day; several stretches joined by a comma; they may pass midnight; or closed.',
        examples: ['08:00-12:00, 13:00-22:00'],
      }),
    ),
    ...Object.fromEntries(
      weekdays.map((weekday) => [
        weekday,
        Type.Optional(
          Type.String({
            pattern: hoursPattern,
            description: 'Opening hours of that weekday instead of `daily`; or closed.',
            examples: ['09:00-17:30'],
          }),
        ),
      ]),
    ),
    workingDays: Type.Optional(
      Type.String({
        pattern: hoursPattern,
        description:
          'Opening hours of working days: Monday to Friday, or as `country` has it; on other days it is closed unless `daily` or the weekday says otherwise.',
        examples: ['09:00-17:30'],
      }),
    ),
    country: Type.Optional(
      Type.Enum([...countries], {
        description: 'Country whose public holidays and moved working days count for `workingDays`.',
        examples: ['CN'],
      }),
    ),
    closed: Type.Array(Type.String({ pattern: datePattern, examples: ['2026-10-01'] }), {
      default: [],
      description: 'Dates on which it is closed whatever the weekday.',
      examples: [['2026-10-01']],
    }),
  },
  { additionalProperties: false },
);

/** A calendar as written. */
export interface WrittenCalendar extends Partial<Record<'daily' | 'workingDays' | (typeof weekdays)[number], string>> {
  country?: (typeof countries)[number];
  closed: string[];
}
