/** How a scenario says what rosters may look like: forms of shifts with their pauses, people, labour rules and weights. */
import { type Static, type TSchema, Type } from 'typebox';

/** What takes a person off the queue within a shift. */
export const activities = ['break', 'lunch', 'training', 'meeting', 'coaching', 'other'] as const;
export type Activity = (typeof activities)[number];

/** A labour rule as written: its kind, the kind's fields, and how strictly it is meant. */
export interface WrittenRule {
  kind: string;
  /** A roster that is built never breaks a hard rule; a soft one costs its weight for each breach. */
  hard: boolean;
  weight: number;
  [field: string]: unknown;
}

/** Fields of every labour rule beside its own. */
export const ruleFields = {
  hard: Type.Boolean({
    default: true,
    description: 'true: no roster built breaks it; false: a breach costs `weight`.',
    examples: [true],
  }),
  weight: Type.Number({
    minimum: 0,
    maximum: 1_000_000,
    default: 1,
    description: 'Cost of one breach of a soft rule, in paid hours.',
    examples: [4],
  }),
};

const windowsPattern = '^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]|24):[0-5][0-9]$';

const pauseSchema = Type.Object(
  {
    activity: Type.Enum([...activities], { default: 'break', description: 'What the pause is.', examples: ['lunch'] }),
    minutes: Type.Integer({ minimum: 5, maximum: 240, description: 'How long it is.', examples: [30] }),
    earliestMinutes: Type.Integer({
      minimum: 0,
      maximum: 1440,
      description: 'Earliest start, minutes after the start of the shift.',
      examples: [180],
    }),
    latestMinutes: Type.Integer({
      minimum: 0,
      maximum: 1440,
      description: 'Latest start, minutes after the start of the shift.',
      examples: [300],
    }),
  },
  { additionalProperties: false },
);

const shiftFormSchema = Type.Object(
  {
    starts: Type.String({
      pattern: windowsPattern,
      default: '00:00-24:00',
      description: 'Earliest and latest start, local time. Shifts lie within the opening hours.',
      examples: ['07:00-14:00'],
    }),
    everyMinutes: Type.Integer({
      minimum: 5,
      maximum: 240,
      default: 30,
      description: 'Distance of possible starts.',
      examples: [30],
    }),
    lengthMinutes: Type.Array(Type.Integer({ minimum: 30, maximum: 1440 }), {
      minItems: 1,
      uniqueItems: true,
      description: 'Lengths from start to end, pauses included.',
      examples: [[540]],
    }),
    pauses: Type.Array(pauseSchema, {
      default: [],
      maxItems: 6,
      description: 'Breaks, lunch and the like in the order of the shift; their windows do not overlap.',
    }),
  },
  { additionalProperties: false },
);

/** Shifts that are offered when the scenario says nothing: a full day with lunch and two breaks, and half a day with one. */
const standardShifts = {
  full: {
    lengthMinutes: [540],
    pauses: [
      { activity: 'break', minutes: 15, earliestMinutes: 75, latestMinutes: 150 },
      { activity: 'lunch', minutes: 60, earliestMinutes: 180, latestMinutes: 300 },
      { activity: 'break', minutes: 15, earliestMinutes: 375, latestMinutes: 465 },
    ],
  },
  half: {
    lengthMinutes: [240, 300],
    pauses: [{ activity: 'break', minutes: 15, earliestMinutes: 90, latestMinutes: 150 }],
  },
};

/** Rules that hold when the scenario says nothing. */
const standardRules = [
  { kind: 'hours-a-day', most: 9 },
  { kind: 'hours-a-week', most: 44 },
  { kind: 'days-a-week', most: 5 },
  { kind: 'shifts-a-day', most: 1 },
  { kind: 'rest-between-shifts', hours: 11 },
];

/**
 * The schema of the section.
 * @param byName makes a map from names that the scenario chooses
 */
export function rosteringSchema(byName: <Value extends TSchema>(value: Value, options: object) => TSchema) {
  return Type.Object(
    {
      shifts: Type.Unsafe<Record<string, ShiftForm>>(
        byName(shiftFormSchema, {
          default: standardShifts,
          minProperties: 1,
          maxProperties: 50,
          description: 'The forms of shifts, by name.',
        }),
      ),
      people: Type.Unsafe<Record<string, number>>(
        byName(Type.Integer({ minimum: 0, maximum: 100_000 }), {
          default: {},
          description: 'How many people each group has at most. Default: as many as needed.',
          examples: [{ front: 40 }],
        }),
      ),
      costPerHour: Type.Unsafe<Record<string, number>>(
        byName(Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000 }), {
          default: {},
          description: 'Cost of a paid hour of each group. Default: 1.',
          examples: [{ senior: 1.3 }],
        }),
      ),
      rules: Type.Array(Type.Unsafe<WrittenRule>({ $ref: '#/$defs/labourRule' }), {
        default: standardRules,
        maxItems: 100,
        description: 'Labour rules.',
      }),
      minimumStaff: Type.Integer({
        minimum: 0,
        maximum: 100_000,
        default: 1,
        description: 'Least number of people on queue for each work while it is open.',
        examples: [2],
      }),
      weights: Type.Object(
        {
          shortfall: Type.Number({
            minimum: 0,
            maximum: 1_000_000,
            default: 20,
            description: 'Cost of an agent who is needed for an hour and not there, in paid hours.',
            examples: [20],
          }),
          fairness: Type.Number({
            minimum: 0,
            maximum: 1000,
            default: 1,
            description: 'Cost of a weekend or unsocial shift above the average of one’s group, in paid hours.',
            examples: [1],
          }),
          preference: Type.Number({
            minimum: 0,
            maximum: 1000,
            default: 0.5,
            description: 'Cost of an hour between the start one prefers and the start one gets, in paid hours.',
            examples: [0.5],
          }),
        },
        { additionalProperties: false, default: {}, description: 'What matters how much.' },
      ),
      stepMinutes: Type.Enum([5, 10, 15, 30], {
        default: 15,
        description: 'Grid of starts and pauses, minutes.',
        examples: [15],
      }),
    },
    { additionalProperties: false, description: 'What rosters that are built look like.' },
  );
}

/** A form of shift with its defaults in. */
export type ShiftForm = Static<typeof shiftFormSchema>;

/** The section with every default in. */
export interface Rostering {
  shifts: Record<string, ShiftForm>;
  people: Record<string, number>;
  costPerHour: Record<string, number>;
  rules: WrittenRule[];
  minimumStaff: number;
  weights: { shortfall: number; fairness: number; preference: number };
  stepMinutes: number;
}
