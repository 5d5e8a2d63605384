/** The part of a scenario that says how people keep to their roster: absence, lateness, early leave, adherence. */
import { Type } from 'typebox';

const share = (description: string, example: number) =>
  Type.Number({ minimum: 0, maximum: 1, description, examples: [example] });
const minutes = (description: string, example: number) =>
  Type.Number({ exclusiveMinimum: 0, maximum: 480, description, examples: [example] });

const missed = (what: string, who: string, fraction: number, mean: number) =>
  Type.Optional(
    Type.Object(
      { fraction: share(who, fraction), meanMinutes: minutes('Mean length, exponential, minutes.', mean) },
      { additionalProperties: false, description: what },
    ),
  );

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The schema of `people.attendance`. */
export const attendanceSchema = Type.Object(
  {
    absence: Type.Optional(
      Type.Object(
        {
          fraction: share('Fraction of shifts whose person does not come.', 0.06),
          weekdays: Type.Optional(
            Type.Object(
              Object.fromEntries(
                weekdays.map((day) => [day, Type.Optional(Type.Number({ minimum: 0, maximum: 100 }))]),
              ) as Record<(typeof weekdays)[number], ReturnType<typeof Type.Optional<ReturnType<typeof Type.Number>>>>,
              {
                additionalProperties: false,
                description: 'Factors on the fraction by weekday; 1 unless given.',
                examples: [{ mon: 1.5 }],
              },
            ),
          ),
          clusterCv: Type.Number({
            minimum: 0,
            maximum: 5,
            default: 0,
            description:
              'Coefficient of variation of a gamma factor on the fraction that all people of a day share: above 0, absence comes in clusters.',
            examples: [0.5],
          }),
        },
        { additionalProperties: false, description: 'Whole shifts missed.' },
      ),
    ),
    late: missed('Late arrivals.', 'Fraction of shifts that begin late.', 0.1, 8),
    leavesEarly: missed('Early leave.', 'Fraction of shifts that end early.', 0.03, 30),
    adherence: Type.Optional(
      Type.Object(
        {
          fraction: Type.Number({
            exclusiveMinimum: 0.05,
            maximum: 1,
            description: 'Fraction of the time on the roster that people are really on queue.',
            examples: [0.95],
          }),
          awayMinutes: Type.Number({
            exclusiveMinimum: 0,
            maximum: 120,
            default: 4,
            description: 'Mean length of a stretch away, exponential, minutes.',
            examples: [4],
          }),
        },
        { additionalProperties: false, description: 'Short stretches away from the queue that no roster shows.' },
      ),
    ),
  },
  {
    additionalProperties: false,
    description:
      'How people keep to the roster, drawn for each person and day. Default: everybody is there when the roster says so.',
    examples: [{ absence: { fraction: 0.06 }, adherence: { fraction: 0.95 } }],
  },
);
