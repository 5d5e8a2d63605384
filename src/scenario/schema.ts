/**
 * The schema of a scenario file: the one text from which come the type of what is written, the JSON schema that editors
 * read, the check, the defaults and the reference page. What depends on a kind is read from the lists of kinds, so that a
 * kind of a program's own is known everywhere once it is added.
 */
import { type Static, type TObject, type TSchema, Type } from 'typebox';
import { busynessSchema } from '../kinds/arrivals/arrivals-kind.ts';
import { arrivals } from '../kinds/arrivals/index.ts';
import { type ChannelKind, channels } from '../kinds/channels/index.ts';
import { timePattern } from '../kinds/clock.ts';
import { durations } from '../kinds/durations/index.ts';
import type { Kind, KindList } from '../kinds/kind.ts';
import { labourRules } from '../kinds/labour-rules/index.ts';
import { measureNames } from '../kinds/measures/measure-names.ts';
import { routing } from '../kinds/routing/index.ts';
import { sampling } from '../kinds/sampling/index.ts';
import { shocks } from '../kinds/shocks/index.ts';
import { attendanceSchema } from './attendance-schema.ts';
import { concurrencySchema } from './concurrency.ts';
import { fatigueSchema, offFloorSchema, onboardingSchema } from './people-schema.ts';
import { qualitySchema, sampleFields } from './quality-schema.ts';
import { type ColumnName, columnNames } from './roster/roster-columns.ts';
import { complaintLevels, complaintSubjects, itemPoints } from './scenario.ts';
import { shiftsSchema } from './shift-schema.ts';
import { customersSchema } from './tiers.ts';
import { countries } from './working-days.ts';

/** One choice of a family as written: its name and its fields, which the family's schema has checked. */
export interface WrittenKind {
  kind: string;
  [field: string]: unknown;
}

/** A duration as written: a fixed number of seconds, a kind, or steps by the time of arrival. */
export type WrittenDuration = number | WrittenKind | (WrittenKind & { from: string })[];

/** A promise as written: the fields that every measure has, and those of its own. */
export interface WrittenPromise {
  id?: string;
  measure: string;
  variant: string;
  seconds?: number;
  shortAbandonSeconds?: number;
  clock?: string;
  tier?: string;
  atLeast?: number;
  atMost?: number;
  scope: 'day' | 'interval';
  work?: string[];
  hours?: string;
  from?: string;
  dayShare: number;
}

/** A labour rule as written. */
export interface WrittenRule extends WrittenKind {
  hard: boolean;
  weight: number;
}

const namePattern = '^[^\\s/]([^/\\n\\r\\t]{0,58}[^\\s/])?$';
const spansPattern =
  '^ *[0-9]{1,2}:[0-9]{2} *- *[0-9]{1,2}:[0-9]{2} *(, *[0-9]{1,2}:[0-9]{2} *- *[0-9]{1,2}:[0-9]{2} *)*$';
const hoursPattern = `${spansPattern.slice(0, -1)}$|^closed$`;
const datePattern = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A map from names that the scenario chooses. */
export function byName<Value extends TSchema>(value: Value, options: object) {
  return Type.Record(Type.String({ pattern: namePattern }), value, { additionalProperties: false, ...options });
}

/** The branches of a family: an object for each kind, told apart by `tag`. */
export function choice(list: KindList<Kind>, tag: string, common: Record<string, TSchema>, options: object) {
  const branches = list.all().map(({ kind, summary, schema }) => ({
    type: 'object',
    title: kind,
    description: `${summary.en} · ${summary.zh}`,
    properties: { [tag]: { type: 'string', const: kind, description: summary.en }, ...common, ...schema.properties },
    required: [tag, ...requiredOf(common), ...(schema.required ?? [])],
    additionalProperties: false,
  }));
  return { type: 'object', discriminator: { propertyName: tag }, required: [tag], oneOf: branches, ...options };
}

function requiredOf(properties: Record<string, TSchema>): string[] {
  return Type.Object(properties).required ?? [];
}

function duration(description: string, options: object = {}) {
  return Type.Unsafe<WrittenDuration>({ $ref: '#/$defs/duration', description, ...options });
}

const exponential = (mean: number) => ({ kind: 'exponential', mean });

/** A start of steps over the day. */
const stepFrom = Type.String({
  pattern: timePattern,
  description: 'Local time from which the step holds, every day, until the next step.',
  examples: ['08:00'],
});

const redialSchema = Type.Object(
  {
    fraction: Type.Number({
      minimum: 0,
      maximum: 1,
      description: 'Fraction (0–1) of these contacts that call again.',
      examples: [0.6],
    }),
    afterSeconds: duration('Time until the next attempt, seconds.', { examples: [exponential(180)] }),
    maxAttempts: Type.Union([Type.Integer({ minimum: 1, maximum: 10_000 }), Type.Literal('unlimited')], {
      default: 'unlimited',
      description: 'Attempts a caller makes at most, the first counted.',
      examples: [5],
    }),
    keeps: Type.Array(Type.Enum(['patience', 'matter', 'wait-clock']), {
      uniqueItems: true,
      default: ['matter'],
      description:
        'What the next attempt keeps: `patience` (the same patience), `matter` (the same talk, hold and wrap-up), `wait-clock` (the wait so far counts on). What is not kept is drawn afresh.',
      examples: [['patience', 'matter']],
    }),
  },
  { additionalProperties: false },
);

const becomesSchema = byName(
  Type.Object(
    {
      fraction: Type.Number({
        minimum: 0,
        maximum: 1,
        description: 'Fraction (0–1) of these contacts of which such an item arises.',
        examples: [0.12],
      }),
      perMinuteWaited: Type.Number({
        minimum: -1,
        maximum: 1,
        default: 0,
        description: 'Added to the fraction for every minute that the contact waited.',
        examples: [0.02],
      }),
      perPointBelow: Type.Number({
        minimum: 0,
        maximum: 1,
        default: 0,
        description:
          'Added to the fraction for every point by which the contact’s quality lies below the pass mark (`quality`).',
        examples: [0.01],
      }),
      byGroup: byName(Type.Number({ minimum: 0, maximum: 100 }), {
        default: {},
        description: 'Groups of agents after whom it happens so many times as often. Default: 1.',
        examples: [{ newcomers: 1.5 }],
      }),
      afterSeconds: Type.Optional(
        duration('Time until the new item begins, seconds. Default: at once.', { examples: [exponential(180)] }),
      ),
      afterHours: Type.Optional(duration('The same in hours.', { examples: [exponential(9)] })),
    },
    { additionalProperties: false },
  ),
  {
    default: {},
    description: 'Items that arise of it, by the name of their work; each independently of the others.',
    examples: [{ ticket: { fraction: 0.12 } }],
  },
);

const oneOfSchema = byName(
  Type.Object(
    {
      fraction: Type.Number({
        minimum: 0,
        maximum: 1,
        description: 'Fraction (0–1) of these contacts that become this one; together at most 1.',
        examples: [0.9],
      }),
      afterSeconds: Type.Optional(
        duration('Time until the new item begins, seconds. Default: at once.', { examples: [exponential(180)] }),
      ),
      afterHours: Type.Optional(duration('The same in hours.', { examples: [exponential(9)] })),
    },
    { additionalProperties: false },
  ),
  {
    default: {},
    description: 'Of these at most one arises, by the name of its work.',
    examples: [{ 'ordinary complaint': { fraction: 0.9 }, 'escalated complaint': { fraction: 0.1 } }],
  },
);

/** What becomes of contacts after one outcome. */
function followUp(what: string) {
  return Type.Optional(
    Type.Object(
      { becomes: becomesSchema, becomesOneOf: oneOfSchema },
      { additionalProperties: false, description: `What becomes of ${what}.` },
    ),
  );
}

/** The same where a caller got no person: he may call again. */
function followUpOfCaller(what: string) {
  return Type.Optional(
    Type.Object(
      {
        redial: Type.Optional({ ...redialSchema, description: 'They call again.' }),
        becomes: becomesSchema,
        becomesOneOf: oneOfSchema,
      },
      { additionalProperties: false, description: `What becomes of ${what}.` },
    ),
  );
}

const satisfactionSchema = Type.Object(
  {
    points: Type.Number({
      minimum: 0,
      maximum: 100,
      default: 90,
      description: 'Mean points (0–100) of customers who did not wait and whose matter is settled.',
      examples: [90],
    }),
    perMinuteWaited: Type.Number({
      minimum: 0,
      maximum: 100,
      default: 2,
      description: 'Points lost for every minute waited.',
      examples: [2],
    }),
    unresolved: Type.Number({
      minimum: 0,
      maximum: 100,
      default: 30,
      description: 'Points lost when the matter is not settled.',
      examples: [30],
    }),
    perPointBelow: Type.Number({
      minimum: 0,
      maximum: 20,
      default: 0,
      description: 'Points lost for every point by which the contact’s quality lies below the pass mark (`quality`).',
      examples: [1],
    }),
    spread: Type.Number({
      minimum: 0,
      maximum: 50,
      default: 10,
      description: 'Standard deviation between customers, points.',
      examples: [10],
    }),
    rated: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 1,
      description: 'Fraction (0–1) of served customers who give points.',
      examples: [0.3],
    }),
    dissatisfiedBelow: Type.Number({
      minimum: 0,
      maximum: 100,
      default: 70,
      description: 'Who gives fewer points is dissatisfied.',
      examples: [70],
    }),
  },
  { additionalProperties: false, description: 'What customers think of it, in points.' },
);

const workSchema = Type.Object(
  {
    channel: Type.Unsafe<string>({
      $ref: '#/$defs/channel',
      default: 'voice',
      description: 'How the contacts come.',
      examples: ['voice'],
    }),
    hours: Type.String({
      minLength: 1,
      default: '00:00-24:00',
      description: 'When the work is open: the name of a calendar, or local times of every day, such as "08:00-22:00".',
      examples: ['08:00-22:00'],
    }),
    arrivals: Type.Optional(
      Type.Unsafe<WrittenKind>({
        $ref: '#/$defs/arrivals',
        description: 'When contacts arrive. Left out: it only arises of other work (`after`).',
        examples: [{ kind: 'constant-rate', perHour: 120 }],
      }),
    ),
    selfService: Type.Optional(
      Type.Object(
        {
          completed: Type.Number({
            minimum: 0,
            maximum: 1,
            description: 'Fraction (0–1) of contacts that need no person after it.',
            examples: [0.35],
          }),
          seconds: duration('Time every contact spends in it before the queue, seconds.', {
            default: 0,
            examples: [55],
          }),
        },
        { additionalProperties: false, description: 'Self-service (IVR) before the queue.' },
      ),
    ),
    lines: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'Name of the pool of lines it uses; a line is held from arrival until the talk ends. Default: the one pool if `lines` is a number, else unlimited.',
        examples: ['trunk'],
      }),
    ),
    waitingRoom: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 1_000_000,
        description: 'Greatest number waiting; who comes then is blocked. Default: unlimited.',
        examples: [50],
      }),
    ),
    balking: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 0,
      description: 'Fraction (0–1) who hang up at once when they hear that they have to wait.',
      examples: [0.05],
    }),
    concurrency: Type.Optional(concurrencySchema),
    callBack: Type.Optional(
      Type.Object(
        {
          work: Type.String({
            minLength: 1,
            description:
              'Work that the promised call is: made at once, it keeps the customer’s place wherever routing goes by wait.',
            examples: ['call-back'],
          }),
          fraction: Type.Number({
            minimum: 0,
            maximum: 1,
            description: 'Fraction (0–1) who accept it instead of waiting.',
            examples: [0.4],
          }),
          waitingAtLeast: Type.Integer({
            minimum: 1,
            maximum: 1_000_000,
            default: 1,
            description: 'It is offered when so many would wait, oneself counted.',
            examples: [5],
          }),
          expectedWaitAtLeastSeconds: Type.Number({
            minimum: 0,
            maximum: 86_400,
            default: 0,
            description:
              'And when the wait would be so long, seconds: those who would wait times the mean handle time, divided by the agents logged in of its groups.',
            examples: [60],
          }),
        },
        {
          additionalProperties: false,
          description:
            'A call-back offered to who would have to wait (virtual hold): the request ends as called back, and the call is other work.',
        },
      ),
    ),
    interruptible: Type.Boolean({
      default: false,
      description:
        'Of work that no customer watches: an agent lays it aside for a customer who waits and finds nobody free, and somebody goes on with it later where it was left.',
      examples: [true],
    }),
    interrupts: Type.Optional(
      Type.Boolean({
        description:
          'An item that finds nobody free has an agent lay `interruptible` work aside. Default: where a customer waits; `true` for urgent cases as well.',
        examples: [true],
      }),
    ),
    consults: byName(
      Type.Object(
        {
          fraction: Type.Number({
            minimum: 0,
            maximum: 1,
            description: 'Fraction (0–1) of contacts about which the agent asks.',
            examples: [0.08],
          }),
          byGroup: byName(Type.Number({ minimum: 0, maximum: 100 }), {
            default: {},
            description: 'Groups of agents who ask so many times as often. Default: 1.',
            examples: [{ newcomers: 2 }],
          }),
        },
        { additionalProperties: false },
      ),
      {
        default: {},
        description:
          'Work by name that an agent asks for at the end of the talk, while the customer waits on hold: the contact holds two people. It ends when the question is answered, given up or sent away.',
        examples: [{ expert: { fraction: 0.08 } }],
      },
    ),
    leavesIdle: Type.Integer({
      minimum: 0,
      maximum: 100_000,
      default: 0,
      description:
        'Work of low rank beside live contacts, such as outbound calls: somebody takes it only if so many others of his group stay idle.',
      examples: [2],
    }),
    priority: Type.Integer({
      minimum: -1000,
      maximum: 1000,
      default: 0,
      description: 'Rank for routing by priority; higher is served first.',
      examples: [2],
    }),
    ringSeconds: duration('Time the agent’s telephone rings; it counts in the wait.', { default: 0, examples: [3] }),
    talkSeconds: Type.Optional(
      duration('Talk time, seconds.', { examples: [{ kind: 'log-normal', mean: 190, cv: 1.1 }] }),
    ),
    handleSeconds: Type.Optional(
      duration('The same for work at which nobody talks: time an agent takes for it, seconds.', {
        examples: [{ kind: 'log-normal', mean: 900, cv: 1.4 }],
      }),
    ),
    holdSeconds: duration('Time on hold during the contact, seconds.', { default: 0, examples: [20] }),
    wrapUpSeconds: duration('Work after the contact, seconds; the agent is busy, the caller gone.', {
      default: 0,
      examples: [exponential(35)],
    }),
    patienceSeconds: Type.Optional(
      duration(
        'How long a contact would wait before it gives up, seconds; `{ kind: never }`: for ever. Needed where a customer waits.',
        { examples: [exponential(150)] },
      ),
    ),
    resolved: Type.Union(
      [Type.Number({ minimum: 0, maximum: 1 }), byName(Type.Number({ minimum: 0, maximum: 1 }), {})],
      {
        default: 1,
        description:
          'Fraction (0–1) of handled items that settle the matter; or by group of agents, 1 where none is given.',
        examples: [0.85],
      },
    ),
    resolvedPerPointBelow: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 0,
      description:
        'Taken off that fraction for every point by which the contact’s quality lies below the pass mark (`quality`).',
      examples: [0.02],
    }),
    satisfaction: Type.Optional(satisfactionSchema),
    complaint: Type.Optional(
      Type.Object(
        {
          level: Type.Enum([...complaintLevels], {
            default: 'ordinary',
            description:
              '`ordinary`: one customer, one demand; `escalated`: repeated, or press or regulator watching; `major`: many people or a large loss.',
            examples: ['escalated'],
          }),
          about: Type.Enum([...complaintSubjects], {
            default: 'other',
            description: 'What they are about.',
            examples: ['billing'],
          }),
        },
        {
          additionalProperties: false,
          description:
            'Its items are complaints: the report counts them, and the measure `complaint-rate` the contacts after which one arises.',
          examples: [{ level: 'ordinary' }],
        },
      ),
    ),
    after: Type.Object(
      {
        outsideHours: followUp('those who came outside hours'),
        abandoned: followUpOfCaller('those who gave up waiting'),
        blocked: followUpOfCaller('those who found no line or no room'),
        balked: followUpOfCaller('those who left at once'),
        sentAway: followUp('those whom the close sent away'),
        selfServed: followUp('those who needed no person'),
        handled: followUp('those who were served'),
        resolved: followUp('those whose matter was settled'),
        unresolved: followUp('those whose matter was not settled'),
        dissatisfied: followUp('those who gave few points'),
      },
      {
        additionalProperties: false,
        default: {},
        description: 'What becomes of contacts: another attempt, a ticket, a complaint, a call-back.',
      },
    ),
    closing: Type.Optional(
      Type.Enum(['serve', 'send-away', 'keep'], {
        description:
          'What becomes of those who wait when the hours end; `keep`: they wait for the next opening, and may come at any hour. Default: `serve` where a customer waits, else `keep`.',
        examples: ['serve'],
      }),
    ),
  },
  { additionalProperties: false },
);

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

const groupSchema = Type.Object(
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

const calendarSchema = Type.Object(
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

/** The fields that every promise has. */
export const promiseFields = {
  id: Type.Optional(
    Type.String({
      pattern: namePattern,
      description: 'Name in the report. Default: the measure.',
      examples: ['hotline.answer'],
    }),
  ),
  scope: Type.Enum(['day', 'interval'], {
    default: 'day',
    description: 'Judged over the day as a whole, or in every interval as well.',
    examples: ['interval'],
  }),
  work: Type.Optional(
    Type.Array(Type.String(), {
      minItems: 1,
      uniqueItems: true,
      description: 'Work it covers. Default: all.',
      examples: [['inquiry']],
    }),
  ),
  hours: Type.Optional(
    Type.String({
      minLength: 1,
      description: 'Hours it covers, by arrival: a calendar or local times. Default: the opening hours of the work.',
      examples: ['09:00-17:00'],
    }),
  ),
  from: Type.Optional(
    Type.String({
      pattern: datePattern,
      description: 'First day it covers: what comes before is a run-up. Default: the first day simulated.',
      examples: ['2026-04-27'],
    }),
  ),
  dayShare: Type.Number({
    minimum: 0,
    maximum: 1,
    default: 0.9,
    description: 'Share of days (0–1) on which it shall hold; the report compares P(day holds) with it.',
    examples: [0.9],
  }),
};

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

const clockPoints = (description: string) =>
  byName(Type.Enum([...itemPoints]), { minProperties: 1, description, examples: [{ ticket: 'created' }] });

const positiveHours = (description: string, example: number) =>
  Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 8784, description, examples: [example] }));

const clockSchema = Type.Object(
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

const knowledgeSchema = Type.Object(
  {
    found: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 0.95,
      description: 'Fraction (0–1) of searches that find what is needed; every handled item of the work is one search.',
      examples: [0.95],
    }),
    work: Type.Optional(
      Type.Array(Type.String(), {
        minItems: 1,
        uniqueItems: true,
        description: 'Work for which agents look things up. Default: all where somebody talks with a customer.',
        examples: [['inquiry']],
      }),
    ),
    missedHandling: Type.Number({
      minimum: 1,
      maximum: 100,
      default: 1.5,
      description: 'Handling takes so many times as long when the search fails.',
      examples: [1.5],
    }),
    missedResolved: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 0.6,
      description: 'The chance that the matter is settled is multiplied by this when the search fails.',
      examples: [0.6],
    }),
    outdatedBy: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'Work whose open items mean that the base is out of date, for instance its updates.',
        examples: ['knowledge update'],
      }),
    ),
    foundOutdated: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 0.8,
      description: 'Fraction (0–1) found while the base is out of date.',
      examples: [0.8],
    }),
  },
  { additionalProperties: false, description: 'The knowledge base in which agents search.' },
);

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

/** A JSON schema as plain data. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

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

/**
 * What work needs by its channel: times of talking or of handling, and patience where a customer waits. Work without a channel has the
 * usual one, and a condition on a key that is not there holds.
 */
function needsOfChannels() {
  const kinds = (isMeant: (channel: ChannelKind) => boolean) => ({
    properties: {
      channel: {
        enum: channels
          .all()
          .filter(isMeant)
          .map(({ kind }) => kind),
      },
    },
  });
  const either = { not: { anyOf: [{ required: ['talkSeconds'] }, { required: ['handleSeconds'] }] } };
  const need = (key: 'talkSeconds' | 'handleSeconds' | 'patienceSeconds') => ({
    required: [key],
    properties: { [key]: { examples: (workSchema.properties[key] as TSchema & { examples?: unknown }).examples } },
  });
  const when = (condition: object, then: object) => ({ if: condition, then });
  return [
    when({ allOf: [kinds(({ talks }) => talks), either] }, need('talkSeconds')),
    when({ allOf: [{ ...kinds(({ talks }) => !talks), required: ['channel'] }, either] }, need('handleSeconds')),
    when(
      kinds(({ customerWaits }) => customerWaits),
      need('patienceSeconds'),
    ),
  ];
}

/** Plain data in which whatever has a default is not required. */
export function withoutDefaulted(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutDefaulted);
  if (typeof schema !== 'object' || schema === null) return schema;
  const plain: JsonSchema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    plain[keyword] = keyword === 'default' || keyword === 'examples' ? value : withoutDefaulted(value);
  }
  const { required, properties } = schema as Partial<TObject>;
  if (required !== undefined && properties !== undefined) {
    const asked = required.filter((name) => !('default' in properties[name]));
    if (asked.length > 0) plain.required = asked;
    else delete plain.required;
  }
  return plain;
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
