/** The schema of one group of agents: what they can do, how many are there, and how they leave. */
import { Type } from 'typebox';
import { onboardingSchema } from './people-schema.ts';
import { byName, duration, stepFrom } from './schema-parts.ts';

const handlingSchema = Type.Object(
  {
    talkSeconds: Type.Optional(duration('Talk time in this group, seconds. Default: that of the work.')),
    holdSeconds: Type.Optional(duration('Time on hold in this group, seconds. Default: that of the work.')),
    wrapUpSeconds: Type.Optional(duration('Work after the contact in this group, seconds. Default: that of the work.')),
  },
  { additionalProperties: false },
);

const staffFileSchema = Type.Object(
  {
    file: Type.String({
      minLength: 1,
      description:
        'CSV file with the columns `start` (local time) and `agents`, and if days differ `date`. Each row holds until the next, the last to the end of the day.',
      examples: ['data/staff.csv'],
    }),
    columns: Type.Object(
      {
        start: Type.Optional(Type.String({ description: 'Header of the column with the times.', examples: ['Time'] })),
        agents: Type.Optional(
          Type.String({ description: 'Header of the column with the head-counts.', examples: ['Tariff'] }),
        ),
        date: Type.Optional(Type.String({ description: 'Header of the column with the dates.', examples: ['Date'] })),
      },
      { additionalProperties: false, default: {}, description: 'Headers where they are not recognised by themselves.' },
    ),
  },
  { additionalProperties: false },
);

const agentCount = Type.Integer({ minimum: 0, maximum: 100_000, description: 'Number of agents.', examples: [12] });

export const groupSchema = Type.Object(
  {
    skills: byName(Type.Number({ minimum: 0.01, maximum: 10 }), {
      minProperties: 1,
      description:
        'The work it can do, with its speed: 1 is the usual, 0.8 takes a quarter longer. In the order in which it prefers them at equal waits.',
      examples: [{ inquiry: 1 }],
    }),
    staff: Type.Optional(
      Type.Union(
        [
          agentCount,
          Type.Array(Type.Object({ from: stepFrom, agents: agentCount }, { additionalProperties: false }), {
            minItems: 1,
          }),
          staffFileSchema,
        ],
        {
          description:
            'Head-counts: a number for all the time, steps over the day (nobody before the first; the last holds to the end of the day), or a CSV file. Leave it out for a group whose people the roster names.',
          examples: [10],
        },
      ),
    ),
    leaving: Type.Enum(['pooled', 'named'], {
      default: 'pooled',
      description:
        'When head-counts fall below those busy: `pooled`: nobody is served until enough have finished; `named`: that many, drawn at random from those present, finish their contact and leave.',
      examples: ['named'],
    }),
    handling: byName(handlingSchema, {
      default: {},
      description: 'Work that this group handles in other times, by name.',
      examples: [{ inquiry: { talkSeconds: 240 } }],
    }),
    onboarding: Type.Optional(onboardingSchema),
  },
  { additionalProperties: false },
);
