/** The part of a scenario that says which shifts a roster may be built of, and which labour rules it keeps. */
import { type TSchema, Type } from 'typebox';
import { timePattern } from '../kinds/clock.ts';

const afterHours = (what: string, example: [number, number]) =>
  Type.Array(Type.Number({ minimum: 0, maximum: 24 }), {
    minItems: 2,
    maxItems: 2,
    description: `Earliest and latest start of the ${what}, hours after the start of the shift.`,
    examples: [example],
  });

const everyMinutes = (byDefault: number, description: string) =>
  Type.Integer({ minimum: 5, maximum: 1440, default: byDefault, description, examples: [byDefault] });

const interruptionMinutes = Type.Integer({
  minimum: 5,
  maximum: 180,
  description: 'How long it takes, minutes.',
  examples: [15],
});

const weight = (byDefault: number, description: string) =>
  Type.Number({
    minimum: 0,
    maximum: 1000,
    default: byDefault,
    description: `… ${description}.`,
    examples: [byDefault],
  });

const lunchSchema = Type.Object(
  {
    minutes: interruptionMinutes,
    afterHours: afterHours('lunch', [3, 5]),
    everyMinutes: everyMinutes(30, 'Step between possible starts, minutes.'),
  },
  { additionalProperties: false, description: 'The unpaid meal of the shift (a paid one is a break). Default: none.' },
);

const breakSchema = Type.Object(
  {
    minutes: interruptionMinutes,
    afterHours: afterHours('break', [1.5, 2.5]),
    everyMinutes: everyMinutes(15, 'Step between possible starts, minutes.'),
  },
  { additionalProperties: false },
);

const patternSchema = Type.Object(
  {
    hours: Type.Union(
      [
        Type.Number({ exclusiveMinimum: 0, maximum: 24 }),
        Type.Array(Type.Number({ exclusiveMinimum: 0, maximum: 24 }), { minItems: 1, maxItems: 20 }),
      ],
      {
        description: 'Length from start to end with everything in it, hours; several lengths as a list.',
        examples: [8.5],
      },
    ),
    start: Type.Object(
      {
        from: Type.String({ pattern: timePattern, description: 'Earliest start, local time.', examples: ['07:00'] }),
        to: Type.String({ pattern: timePattern, description: 'Latest start.', examples: ['13:00'] }),
        everyMinutes: everyMinutes(30, 'Step between possible starts, minutes.'),
      },
      { additionalProperties: false, description: 'When the shift may begin.' },
    ),
    lunch: Type.Optional(lunchSchema),
    breaks: Type.Array(breakSchema, {
      default: [],
      maxItems: 6,
      description: 'Paid breaks, in the order of the day.',
      examples: [[{ minutes: 15, afterHours: [1.5, 2.5] }]],
    }),
    groups: Type.Optional(
      Type.Array(Type.String(), {
        minItems: 1,
        uniqueItems: true,
        description: 'Groups of agents who may work it. Default: all.',
        examples: [['hotline']],
      }),
    ),
    days: Type.Optional(
      Type.Array(Type.Enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), {
        minItems: 1,
        uniqueItems: true,
        description: 'Weekdays on which it may begin. Default: all.',
        examples: [['sat', 'sun']],
      }),
    ),
  },
  { additionalProperties: false },
);

/**
 * The section `shifts`.
 * @param byName makes a map from names that the scenario chooses
 */
export function shiftsSchema(
  byName: <Value extends TSchema>(
    value: Value,
    options: object,
  ) => ReturnType<typeof Type.Record<ReturnType<typeof Type.String>, Value>>,
) {
  return Type.Object(
    {
      patterns: byName(patternSchema, {
        minProperties: 1,
        maxProperties: 50,
        description: 'What a working day may look like, by name.',
        examples: [{ full: { hours: 8.5, start: { from: '08:00', to: '12:00' } } }],
      }),
      stepMinutes: Type.Enum([5, 10, 15, 20, 30, 60], {
        default: 15,
        description: 'Shifts, lunches and breaks begin and end on multiples of so many minutes.',
        examples: [15],
      }),
      leastAgents: Type.Integer({
        minimum: 0,
        maximum: 1000,
        default: 1,
        description: 'Fewest agents on queue for a type of work while it is open.',
        examples: [2],
      }),
      costPerHour: byName(Type.Number({ exclusiveMinimum: 0, maximum: 1e6 }), {
        default: {},
        description: 'Cost of a paid hour by group of agents. Default: 1, so that cost is paid hours.',
        examples: [{ hotline: 24.5 }],
      }),
      fairness: Type.Object(
        {
          wishes: weight(3, 'against a wish of the person (column `wishes`)'),
          weekends: weight(2, 'on a weekend, times the weekend shifts that the person has already'),
          unsocial: weight(1, 'before 06:00 or after 22:00, times such shifts that the person has already'),
          changes: weight(0.5, 'that begins at another time than the person’s shift before, for each hour between'),
        },
        {
          additionalProperties: false,
          default: {},
          description:
            'How much it weighs, in paid hours that somebody is short of his contract, to give somebody a shift …',
          examples: [{ wishes: 5 }],
        },
      ),
      people: Type.Optional(
        Type.Object(
          {
            file: Type.String({
              minLength: 1,
              description:
                'The people to roster: a CSV file or workbook with a row a person (`name`, `group` or `skills`, `hours a week`, `team`, `wishes` …) and, if there are any, their leave and shifts; of these those that are `pinned` are kept. Without it as many people come as are needed.',
              examples: ['data/people.csv'],
            }),
          },
          { additionalProperties: false, description: 'Who there is.' },
        ),
      ),
    },
    { additionalProperties: false, description: 'The shifts of which `callfloor roster build` makes a roster.' },
  );
}
