/** The parts of a scenario that say who is not yet at full speed, who is taken off the floor, and how much a busy floor tires. */
import { type TSchema, Type } from 'typebox';
import { endPattern, timePattern } from '../kinds/clock.ts';

const datePattern = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';

/** The schema of `onboarding` of a group. */
export const onboardingSchema = Type.Object(
  {
    joined: Type.String({ pattern: datePattern, description: 'First day of the cohort.', examples: ['2026-02-02'] }),
    examAfterDays: Type.Integer({
      minimum: 0,
      maximum: 366,
      default: 28,
      description:
        'Days from then to the exam. Before it nobody of the group is on queue; 0: they answer from the first day.',
      examples: [28],
    }),
    slower: Type.Number({
      minimum: 0,
      maximum: 10,
      default: 0,
      description: 'How much longer than usual handling takes on the day of the exam: 0.5 is half as long again.',
      examples: [0.5],
    }),
    moreErrors: Type.Number({
      minimum: 0,
      maximum: 100,
      default: 0,
      description:
        'How much more often than usual a matter is left unsettled on the day of the exam: 0.6 is 1.6 times as often. Needs `resolved` at the work.',
      examples: [0.6],
    }),
    halvesAfterDays: Type.Number({
      exclusiveMinimum: 0,
      maximum: 10_000,
      default: 30,
      description: 'Days after which half of both is left.',
      examples: [30],
    }),
  },
  { additionalProperties: false, description: 'A cohort of newcomers. Default: everybody knows the work.' },
);

/** The schema of `people.fatigue`. */
export const fatigueSchema = Type.Object(
  {
    aboveOccupancy: Type.Number({
      minimum: 0,
      exclusiveMaximum: 1,
      default: 0.85,
      description: 'Occupancy from which people tire.',
      examples: [0.85],
    }),
    overMinutes: Type.Number({
      minimum: 1,
      maximum: 1440,
      default: 120,
      description:
        'Time constant with which occupancy of the intervals before is remembered, minutes: what lies so far back counts 37 %.',
      examples: [120],
    }),
    slowerAtFull: Type.Number({
      minimum: 0,
      maximum: 10,
      description: 'How much longer handling takes where occupancy has been 100 %; in proportion between.',
      examples: [0.15],
    }),
  },
  {
    additionalProperties: false,
    description: 'How handling slows where a group has been busy for long. Default: nobody tires.',
    examples: [{ aboveOccupancy: 0.85, slowerAtFull: 0.15 }],
  },
);

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * The schema of `people.offFloor`.
 * @param byName makes a map from names that the scenario chooses
 */
export function offFloorSchema(
  byName: <Value extends TSchema>(
    value: Value,
    options: object,
  ) => ReturnType<typeof Type.Record<ReturnType<typeof Type.String>, Value>>,
) {
  const eventSchema = Type.Object(
    {
      every: Type.Enum(['week', 'month', 'quarter'], { description: 'How often it comes back.', examples: ['month'] }),
      weekday: Type.Enum([...weekdays], { description: 'On which weekday.', examples: ['tue'] }),
      nth: Type.Integer({
        minimum: 1,
        maximum: 13,
        default: 1,
        description:
          'On which of these weekdays in the month or quarter; where there are fewer it does not take place. Of no meaning for every week.',
        examples: [2],
      }),
      from: Type.String({ pattern: timePattern, description: 'Local time at which it starts.', examples: ['14:00'] }),
      to: Type.String({
        pattern: endPattern,
        description: 'Local time at which it ends, at most 24:00.',
        examples: ['16:00'],
      }),
      fraction: Type.Number({
        exclusiveMinimum: 0,
        maximum: 1,
        default: 1,
        description: 'Fraction of the people present who go; others the next time.',
        examples: [0.25],
      }),
      groups: Type.Optional(
        Type.Array(Type.String(), {
          minItems: 1,
          uniqueItems: true,
          description: 'Groups of agents concerned. Default: all.',
          examples: [['hotline']],
        }),
      ),
    },
    { additionalProperties: false },
  );
  return byName(eventSchema, {
    default: {},
    maxProperties: 50,
    description:
      'What takes people off the floor regularly, paid: monthly training, quarterly contests. Whoever talks finishes first.',
    examples: [{ training: { every: 'month', weekday: 'tue', nth: 2, from: '14:00', to: '16:00', fraction: 0.25 } }],
  });
}
