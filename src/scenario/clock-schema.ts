/** The schema of a clock: where it starts, stops and stands still, and the time allowed. */
import { Type } from 'typebox';
import { timePattern } from '../kinds/clock.ts';
import { itemPoints } from './scenario.ts';
import { byName } from './schema-parts.ts';

const clockPoints = (description: string) =>
  byName(Type.Enum([...itemPoints]), { minProperties: 1, description, examples: [{ ticket: 'created' }] });

const positiveHours = (description: string, example: number) =>
  Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 8784, description, examples: [example] }));

export const clockSchema = Type.Object(
  {
    starts: clockPoints(
      'Where it starts, by work: when an item is `created`, when somebody has `started` on it, or when it is `handled`.',
    ),
    stops: clockPoints('Where it stops: the first such point of the same chain of items.'),
    pauses: Type.Optional(
      Type.Object(
        {
          from: clockPoints('Where time begins to stand still.'),
          until: clockPoints('Where it goes on.'),
        },
        { additionalProperties: false, description: 'When the clock stands still.' },
      ),
    ),
    withinHours: positiveHours('Time allowed, hours.', 48),
    withinMinutes: Type.Optional(
      Type.Number({ exclusiveMinimum: 0, maximum: 527_040, description: 'Time allowed, minutes.', examples: [30] }),
    ),
    by: Type.Optional(
      Type.String({
        pattern: timePattern,
        description: 'Or: by this local time, the first after the start.',
        examples: ['08:00'],
      }),
    ),
    hours: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'Hours in which time counts: a calendar or local times. Default: all.',
        examples: ['office'],
      }),
    ),
    extension: Type.Optional(
      Type.Object(
        {
          fraction: Type.Number({
            minimum: 0,
            maximum: 1,
            description: 'Fraction (0–1) of hard items that are given more time.',
            examples: [0.1],
          }),
          hours: Type.Number({ exclusiveMinimum: 0, maximum: 8784, description: 'Time added, hours.', examples: [24] }),
          noticed: Type.Number({
            minimum: 0,
            maximum: 1,
            default: 1,
            description: 'Fraction (0–1) of extensions with notice before the deadline; the others do not count.',
            examples: [0.95],
          }),
        },
        { additionalProperties: false, description: 'More time for hard items.' },
      ),
    ),
    remindHoursBefore: positiveHours('A reminder is due so many hours before the deadline. Default: none.', 4),
  },
  { additionalProperties: false },
);
