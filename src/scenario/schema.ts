/**
 * The schema of a scenario file: the one text from which come the type of what is written, the JSON schema that editors
 * read, the check, the defaults and the reference page. What depends on a kind is read from the lists of kinds, so that a
 * kind of a program's own is known everywhere once it is added.
 */
import { type Static, Type } from 'typebox';
import { busynessSchema } from '../kinds/arrivals/arrivals-kind.ts';
import { arrivals } from '../kinds/arrivals/index.ts';
import { channels } from '../kinds/channels/index.ts';
import { durations } from '../kinds/durations/index.ts';
import { labourRules } from '../kinds/labour-rules/index.ts';
import { measureNames } from '../kinds/measures/measure-names.ts';
import { routing } from '../kinds/routing/index.ts';
import { sampling } from '../kinds/sampling/index.ts';
import { shocks } from '../kinds/shocks/index.ts';
import { attendanceSchema } from './attendance-schema.ts';
import { calendarSchema, type WrittenCalendar } from './calendar-schema.ts';
import { clockSchema } from './clock-schema.ts';
import { groupSchema } from './group-schema.ts';
import { knowledgeSchema } from './knowledge-schema.ts';
import { fatigueSchema, offFloorSchema } from './people-schema.ts';
import { promiseFields, type WrittenPromise } from './promise-schema.ts';
import { qualitySchema, sampleFields } from './quality-schema.ts';
import { type ColumnName, columnNames } from './roster/roster-columns.ts';
import {
  byName,
  choice,
  datePattern,
  type JsonSchema,
  namePattern,
  stepFrom,
  type WrittenKind,
  withoutDefaulted,
} from './schema-parts.ts';
import { shiftsSchema } from './shift-schema.ts';
import { customersSchema } from './tiers.ts';
import { needsOfChannels, workSchema } from './work-schema.ts';

/** A labour rule as written. */
export interface WrittenRule extends WrittenKind {
  hard: boolean;
  weight: number;
}

const ruleFields = {
  hard: Type.Boolean({
    default: true,
    description: 'A hard rule is never broken by a roster that is built; a soft one is when it has to be.',
    examples: [false],
  }),
  weight: Type.Number({
    minimum: 0,
    maximum: 1000,
    default: 10,
    description: 'What a breach of a soft rule costs, in paid hours.',
    examples: [10],
  }),
};

const scenarioObject = Type.Object(
  {
    summary: Type.String({
      default: '',
      description: 'What this scenario is, in a sentence; the report’s title.',
      examples: ['A provincial hotline on the Monday of a tariff launch'],
    }),
    clock: Type.Object(
      {
        start: Type.String({
          pattern: datePattern,
          default: '2026-03-02',
          description: 'First day simulated (2026-03-02 is a Monday). Time starts at its local midnight.',
          examples: ['2026-03-02'],
        }),
        days: Type.Integer({
          minimum: 1,
          maximum: 366,
          default: 1,
          description: 'Number of days simulated.',
          examples: [7],
        }),
        timeZone: Type.String({
          minLength: 1,
          default: 'UTC',
          description: 'Time zone of all times in the file, by its IANA name.',
          examples: ['Asia/Shanghai'],
        }),
        intervalMinutes: Type.Integer({
          minimum: 1,
          maximum: 1440,
          default: 30,
          description:
            'Planning interval of the report, minutes; divides the hour, or whole hours that divide the day.',
          examples: [15],
        }),
      },
      {
        additionalProperties: false,
        default: {},
        description: 'Which days are simulated, and in which intervals they are reported.',
      },
    ),
    calendars: byName(Type.Unsafe<WrittenCalendar>(calendarSchema), {
      default: {},
      description: 'Opening hours by name.',
      examples: [{ hotline: { daily: '08:00-22:00' } }],
    }),
    lines: Type.Optional(
      Type.Union(
        [
          Type.Integer({ minimum: 1, maximum: 1_000_000 }),
          byName(Type.Integer({ minimum: 1, maximum: 1_000_000 }), { minProperties: 1 }),
        ],
        {
          description:
            'Telephone lines: one number for all work, or pools by name that work refers to. Default: unlimited.',
          examples: [60],
        },
      ),
    ),
    busyness: busynessSchema,
    customers: Type.Optional(customersSchema(byName)),
    work: byName(workSchema, { minProperties: 1, maxProperties: 1000, description: 'The types of contact, by name.' }),
    people: Type.Object(
      {
        groups: byName(groupSchema, {
          minProperties: 1,
          maxProperties: 1000,
          description: 'The groups of agents, by name.',
        }),
        attendance: Type.Optional(attendanceSchema),
        fatigue: Type.Optional(fatigueSchema),
        offFloor: offFloorSchema(byName),
        roster: Type.Optional(
          Type.Object(
            {
              file: Type.String({
                minLength: 1,
                description:
                  'CSV, an Excel workbook (a row per shift, or people down and times or dates across), iCal or the JSON of an optimiser. A row per shift has the columns `name`, `group` or `skills`, `start`, `end` (local times; an end before the start is on the next day), `break` (10:00-10:15, several joined by |), `lunch`, `training`, `meeting`, `coaching`, and `date`; without dates the shifts come every day.',
                examples: ['data/roster.csv'],
              }),
              columns: Type.Unsafe<Partial<Record<ColumnName, string>>>(
                Type.Object(
                  Object.fromEntries(
                    (Object.keys(columnNames) as ColumnName[]).map((column) => [
                      column,
                      Type.Optional(
                        Type.String({ description: `Header of the column ${column}.`, examples: ['Name'] }),
                      ),
                    ]),
                  ),
                  {
                    additionalProperties: false,
                    default: {},
                    description: 'Headers where they are not recognised by themselves.',
                  },
                ),
              ),
            },
            { additionalProperties: false, description: 'Named people and their shifts.' },
          ),
        ),
      },
      {
        additionalProperties: false,
        description: 'Who serves.',
        examples: [{ groups: { hotline: { skills: { inquiry: 1 }, staff: 10 } } }],
      },
    ),
    routing: Type.Unsafe<WrittenKind>({
      $ref: '#/$defs/routing',
      default: { kind: 'longest-wait' },
      description: 'Who is served first and by whom.',
    }),
    knowledge: Type.Optional(knowledgeSchema),
    quality: Type.Optional(qualitySchema(byName)),
    clocks: byName(clockSchema, {
      default: {},
      description: 'Clocks over what follows from a contact, by name; promises of the measure `on-time` speak of them.',
      examples: [{ 'ticket.close': { starts: { ticket: 'created' }, stops: { ticket: 'handled' }, withinHours: 48 } }],
    }),
    shocks: Type.Array(Type.Unsafe<WrittenKind>({ $ref: '#/$defs/shock' }), {
      default: [],
      maxItems: 1000,
      description: 'What happens on the day beyond the usual.',
    }),
    promises: Type.Array(Type.Unsafe<WrittenPromise>({ $ref: '#/$defs/promise' }), {
      default: [],
      maxItems: 1000,
      description: 'What the centre promises; each is judged held, broken or undecided.',
    }),
    norm: Type.Optional(
      Type.Object(
        {
          roles: byName(Type.Array(Type.String(), { minItems: 1, uniqueItems: true }), {
            default: {},
            description:
              'Which work plays a role that a norm speaks of. Default: work of the names that the norm knows for it, else of its channels.',
            examples: [{ hotline: ['inquiry'] }],
          }),
          declares: byName(Type.Array(Type.String({ minLength: 1 }), { uniqueItems: true }), {
            default: {},
            description:
              'What is so in the centre and no simulation can see, by the clause of the norm that asks for it.',
            examples: [{ 'qa.checks': ['wording', 'correctness', 'confidentiality', 'process'] }],
          }),
        },
        { additionalProperties: false, description: 'What `callfloor norm` needs besides; it changes no run.' },
      ),
    ),
    shifts: Type.Optional(shiftsSchema(byName)),
    labourRules: Type.Array(Type.Unsafe<WrittenRule>({ $ref: '#/$defs/labourRule' }), {
      default: [],
      maxItems: 100,
      description: 'Labour rules that a roster keeps.',
      examples: [[{ kind: 'rest-between-shifts', hours: 11 }]],
    }),
    precision: Type.Object(
      {
        confidence: Type.Number({
          exclusiveMinimum: 0.5,
          exclusiveMaximum: 1,
          default: 0.95,
          description: 'Confidence of every interval and verdict.',
          examples: [0.95],
        }),
        minRuns: Type.Integer({
          minimum: 2,
          maximum: 1_000_000,
          default: 100,
          description: 'Runs before the first look at the evidence; it is looked at again whenever they have doubled.',
          examples: [100],
        }),
        maxRuns: Type.Integer({
          minimum: 2,
          maximum: 10_000_000,
          default: 6400,
          description: 'Runs after which an undecided promise stays undecided.',
          examples: [6400],
        }),
      },
      { additionalProperties: false, default: {}, description: 'How sure the answer shall be.' },
    ),
    uncertainty: Type.Array(
      Type.Object(
        {
          name: Type.String({
            pattern: namePattern,
            description: 'What it is called in the report.',
            examples: ['volume'],
          }),
          affects: Type.Array(Type.Enum(['arrivals', 'handling', 'patience']), {
            minItems: 1,
            uniqueItems: true,
            description:
              'What the factor multiplies: the rate of arrivals, the handling time (talk, hold and wrap-up), the patience.',
            examples: [['arrivals']],
          }),
          work: Type.Optional(
            Type.Array(Type.String(), {
              minItems: 1,
              uniqueItems: true,
              description: 'Work it concerns. Default: all.',
              examples: [['inquiry']],
            }),
          ),
          plusMinus: Type.Optional(
            Type.Number({
              exclusiveMinimum: 0,
              maximum: 0.9,
              description: 'The factor lies anywhere within 1 ± this: 0.05 is ±5 %.',
              examples: [0.05],
            }),
          ),
          cv: Type.Optional(
            Type.Number({
              exclusiveMinimum: 0,
              maximum: 1,
              description:
                'Or: a log-normal factor with this coefficient of variation, as a fit’s relative standard error gives it.',
              examples: [0.04],
            }),
          ),
        },
        { additionalProperties: false },
      ),
      {
        default: [],
        maxItems: 20,
        description:
          'Inputs that are not known exactly, each up to a factor with mean 1; the report tells what that leaves open from the chance of the day.',
      },
    ),
    plugins: Type.Array(Type.String({ minLength: 1 }), {
      default: [],
      description:
        'JavaScript modules that add kinds of your own, relative to the scenario. They run with your rights.',
      examples: [['./my-kinds.js']],
    }),
  },
  { additionalProperties: false },
);

/** A scenario as written, with every default in. */
export type CompleteScenario = Static<typeof scenarioObject>;

/** What has a default may be left out. */
type Omissible<T> = T extends readonly (infer Item)[]
  ? Omissible<Item>[]
  : T extends object
    ? { [Key in keyof T]?: Omissible<T[Key]> }
    : T;

/** A scenario as written: what has a default may be left out (the check knows what may not). */
export type WrittenScenario = Omissible<CompleteScenario>;

function definitions() {
  const stepped = choice(durations, 'kind', { from: stepFrom }, {});
  return {
    duration: {
      anyOf: [
        { type: 'number', minimum: 0, maximum: 31_536_000, description: 'Always this many seconds.' },
        choice(durations, 'kind', {}, { description: 'Drawn for each contact.' }),
        {
          type: 'array',
          minItems: 1,
          items: stepped,
          description: 'Steps by the time of arrival, every day; before the first step the first holds.',
        },
      ],
    },
    channel: { enum: channels.all().map(({ kind }) => kind) },
    arrivals: choice(arrivals, 'kind', {}, {}),
    routing: choice(routing, 'kind', {}, {}),
    shock: choice(shocks, 'kind', {}, {}),
    sample: choice(sampling, 'kind', sampleFields, {}),
    promise: choice(measureNames, 'measure', promiseFields, {}),
    labourRule: choice(labourRules, 'kind', ruleFields, {}),
  };
}

let built: { kinds: number; schema: JsonSchema } | undefined;

/**
 * The JSON schema (2020-12) of scenario files with the kinds known now; the same object until a kind is added.
 * @example scenarioSchema().title // 'Callfloor scenario'
 */
export function scenarioSchema(): JsonSchema {
  const lists = [arrivals, channels, durations, labourRules, measureNames, routing, sampling, shocks];
  const kinds = lists.reduce((sum, list) => sum + list.all().length, 0);
  if (built?.kinds !== kinds) {
    const root = withoutDefaulted({ ...scenarioObject, $defs: definitions() }) as JsonSchema;
    const { work } = root.properties as Record<string, { patternProperties: Record<string, JsonSchema> }>;
    for (const schema of Object.values(work.patternProperties)) schema.allOf = needsOfChannels();
    const schema = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:callfloor:scenario',
      title: 'Callfloor scenario',
      description: 'A service centre, its demand, its people and its promises.',
      ...root,
    };
    built = { kinds, schema };
  }
  return built.schema;
}
