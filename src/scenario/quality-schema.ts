/** The section `quality` of a scenario: how well agents do their work, which of it is evaluated, by whom, and what coaching changes. */
import { type TSchema, Type } from 'typebox';
import { timePattern } from '../kinds/clock.ts';

/** A rule of sampling as written, with the fields that every sample has. */
export interface WrittenSample {
  kind: string;
  of: string[];
  becomes: string;
  at: string;
  [field: string]: unknown;
}

const points = (description: string, example: number, byDefault: number, low = 0) =>
  Type.Number({ minimum: low, maximum: 100, default: byDefault, description, examples: [example] });

const names = (description: string, example: string[]) =>
  Type.Array(Type.String({ minLength: 1 }), { minItems: 1, uniqueItems: true, description, examples: [example] });

/** The fields that every sample has beside those of its kind. */
export const sampleFields = {
  of: names('The work of which contacts are drawn.', ['inquiry']),
  becomes: Type.String({
    minLength: 1,
    description: 'The work that each contact drawn makes: an evaluation.',
    examples: ['evaluation'],
  }),
  at: Type.String({
    pattern: timePattern,
    default: '00:00',
    description: 'Local time of the daily draw, among what was handled since the last.',
    examples: ['08:30'],
  }),
};

/** The criteria of the usual form, and what each weighs. */
export const usualForm = { wording: 0.2, correctness: 0.4, confidentiality: 0.1, process: 0.3 };

/**
 * The schema of the section.
 * @param byName makes a map from names that the scenario chooses
 */
export function qualitySchema(
  byName: <Value extends TSchema>(
    value: Value,
    options: object,
  ) => ReturnType<typeof Type.Record<ReturnType<typeof Type.String>, Value>>,
) {
  return Type.Object(
    {
      pass: points('Score (0–100) from which a contact passes.', 80, 80),
      form: byName(Type.Number({ exclusiveMinimum: 0, maximum: 1 }), {
        minProperties: 1,
        default: usualForm,
        description:
          'The criteria of the evaluation form, and the fraction of the score that each makes; together 1. The criterion that costs a contact most points is the cause of its finding.',
        examples: [usualForm],
      }),
      agents: Type.Object(
        {
          mean: points('Mean of the agents’ true quality, points.', 88, 88),
          between: Type.Number({
            minimum: 0,
            maximum: 50,
            default: 5,
            description: 'Standard deviation of true quality between agents, points.',
            examples: [5],
          }),
          common: Type.Number({
            minimum: 0,
            maximum: 1,
            default: 0.5,
            description:
              'Fraction (0–1) of the variance between agents that all criteria share: 1, and who is weak is weak in everything.',
            examples: [0.5],
          }),
          byWork: Type.Number({
            minimum: 0,
            maximum: 50,
            default: 0,
            description: 'Standard deviation of what an agent does better at one type of work than at another, points.',
            examples: [2],
          }),
          within: Type.Number({
            minimum: 0,
            maximum: 50,
            default: 9,
            description: 'Standard deviation of the contacts of one agent about his true quality, points.',
            examples: [9],
          }),
          tiredPerHour: Type.Number({
            minimum: 0,
            maximum: 20,
            default: 0,
            description: 'Points lost for every hour since the shift began or the last break ended.',
            examples: [0.5],
          }),
        },
        { additionalProperties: false, default: {}, description: 'How well agents do their work.' },
      ),
      groups: byName(
        Type.Object(
          {
            points: points('Points by which this group differs from the others on the first day.', -8, 0, -100),
            halvesAfterDays: Type.Optional(
              Type.Number({
                exclusiveMinimum: 0,
                maximum: 10_000,
                description: 'Days after which half of the difference is left. Default: it stays.',
                examples: [30],
              }),
            ),
          },
          { additionalProperties: false },
        ),
        {
          default: {},
          description: 'Groups that are better or worse than others, by name.',
          examples: [{ newcomers: { points: -8, halvesAfterDays: 30 } }],
        },
      ),
      work: Type.Optional(
        names('The work whose quality is simulated. Default: what is sampled, and what has `perPointBelow`.', [
          'inquiry',
        ]),
      ),
      samples: byName(Type.Unsafe<WrittenSample>({ $ref: '#/$defs/sample' }), {
        default: {},
        description: 'What is drawn every day for evaluation, by name.',
        examples: [{ recordings: { kind: 'simple', percent: 10, of: ['inquiry'], becomes: 'evaluation' } }],
      }),
      evaluators: Type.Object(
        {
          work: Type.Optional(
            names(
              'The work that gives a score: an item of it that is handled scores the contact that it is about, and is resolved when that passes. Default: what samples become.',
              ['evaluation', 'appeal'],
            ),
          ),
          bias: Type.Number({
            minimum: 0,
            maximum: 50,
            default: 3,
            description: 'Standard deviation between evaluators in how severe they are, points.',
            examples: [3],
          }),
          noise: Type.Number({
            minimum: 0,
            maximum: 50,
            default: 5,
            description: 'Standard deviation of one evaluator’s score about his usual severity, points.',
            examples: [5],
          }),
          calibration: Type.Optional(
            Type.Object(
              {
                everyDays: Type.Integer({
                  minimum: 1,
                  maximum: 366,
                  default: 14,
                  description: 'Days from one session to the next; the first is on the first day.',
                  examples: [14],
                }),
                at: Type.String({
                  pattern: timePattern,
                  default: '14:00',
                  description: 'Local time at which it begins.',
                  examples: ['14:00'],
                }),
                minutes: Type.Number({
                  exclusiveMinimum: 0,
                  maximum: 480,
                  default: 60,
                  description: 'How long it takes every evaluator on shift off evaluations.',
                  examples: [60],
                }),
                keeps: Type.Number({
                  minimum: 0,
                  maximum: 1,
                  default: 0.5,
                  description: 'Fraction (0–1) of his severity that an evaluator keeps after a session.',
                  examples: [0.5],
                }),
              },
              { additionalProperties: false, description: 'Sessions in which evaluators agree on how to score.' },
            ),
          ),
        },
        { additionalProperties: false, default: {}, description: 'Who evaluates, and how well.' },
      ),
      coaching: byName(
        Type.Object(
          {
            closes: Type.Number({
              minimum: 0,
              maximum: 1,
              default: 0.25,
              description:
                'Fraction (0–1) of what the agent lacks to 100 points at the criterion of the finding that one talk closes.',
              examples: [0.25],
            }),
            others: Type.Number({
              minimum: 0,
              maximum: 1,
              default: 0,
              description: 'The same at the other criteria.',
              examples: [0.05],
            }),
            lateHalvesAfterDays: Type.Optional(
              Type.Number({
                exclusiveMinimum: 0,
                maximum: 10_000,
                description:
                  'A talk about a contact so many days back closes half as much as one about a contact of today. Default: as much.',
                examples: [7],
              }),
            ),
            halvesAfterDays: Type.Optional(
              Type.Number({
                exclusiveMinimum: 0,
                maximum: 10_000,
                description: 'Days after which half of what was gained is left. Default: it stays.',
                examples: [180],
              }),
            ),
            holdsAgent: Type.Boolean({
              default: true,
              description: 'It takes the agent concerned off the floor as well, at the same time.',
              examples: [true],
            }),
          },
          { additionalProperties: false },
        ),
        {
          default: {},
          description: 'Work that teaches the agent whose contact it is about, by name.',
          examples: [{ coaching: { closes: 0.25 } }],
        },
      ),
    },
    {
      additionalProperties: false,
      description: 'Quality assurance: how well agents do their work, what is evaluated, and what that changes.',
    },
  );
}
