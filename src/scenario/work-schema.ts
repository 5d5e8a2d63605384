/** The schema of one type of work: how contacts come, what handling them takes, when customers give up, and what becomes of them. */
import { type TSchema, Type } from 'typebox';
import { type ChannelKind, channels } from '../kinds/channels/index.ts';
import { concurrencySchema } from './concurrency.ts';
import { complaintLevels, complaintSubjects } from './scenario.ts';
import { byName, duration, exponential, type WrittenKind } from './schema-parts.ts';

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

export const workSchema = Type.Object(
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

/**
 * What work needs by its channel: times of talking or of handling, and patience where a customer waits. Work without a channel has the
 * usual one, and a condition on a key that is not there holds.
 */
export function needsOfChannels() {
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
