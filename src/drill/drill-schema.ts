/** The schema of a drill file: the source of its check, its defaults, the JSON schema for editors and the reference page. */
import { Type } from 'typebox';
import { timePattern } from '../kinds/clock.ts';
import { levers } from '../kinds/levers/index.ts';
import { measureNames } from '../kinds/measures/measure-names.ts';
import { shocks } from '../kinds/shocks/index.ts';
import { promiseFields, type WrittenPromise } from '../scenario/promise-schema.ts';
import { byName, choice, type JsonSchema, type WrittenKind, withoutDefaulted } from '../scenario/schema-parts.ts';
import type { LevelName, Said } from './drill.ts';

/** A plan as written. */
export interface WrittenPlan {
  summary: Said;
  levels: Partial<Record<LevelName, { enter: string; leave: string; do: string[] }>>;
  rules: { when: string; do: string[] }[];
  script: { at: string; do: string[]; by: string }[];
}

/** An objective as written. */
export interface WrittenObjective {
  id: string;
  objective: Said;
  capability: Said;
  promise?: Omit<WrittenPromise, 'id'>;
  response?: { level: LevelName; inject: number; withinMinutes: number };
  recoveredWithinMinutes?: number;
}

/** A drill as written, with every default in. */
export interface WrittenDrill {
  summary: Said;
  scenario: string;
  norm?: string;
  day: number;
  from: string;
  to: string;
  stepMinutes: number;
  normalQueue: number;
  customerWorthHours: number;
  participants: { name: string; role: Said }[];
  objectives: WrittenObjective[];
  injects: { at: string; what: Said; told: Said; toldAt?: string; truth: Said; shocks: WrittenKind[] }[];
  levers: Record<string, WrittenKind>;
  plans: Record<string, WrittenPlan>;
  plan: string;
}

const text = (description: string, example: string, options: object = {}) =>
  Type.Unsafe<Said>({ $ref: '#/$defs/said', description, examples: [example], ...options });
const time = (description: string, example: string) =>
  Type.String({ pattern: timePattern, description, examples: [example] });
const condition = (description: string, example: string) =>
  Type.String({ minLength: 1, maxLength: 500, description, examples: [example] });
const orders = Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
  minItems: 1,
  description:
    'What is done: the name of a lever pulls it, with a number behind it so many of its agents; `release NAME` ends it; `level II` declares a level, `stand down` ends all.',
  examples: [['announcement', 'reserve 12', 'release overtime', 'level II']],
});

const level = Type.Optional(
  Type.Object(
    {
      enter: condition('When it is declared.', 'queue > 60 for 5 min and occupancy > 95 %'),
      leave: condition('When it is left for the next lower one.', 'queue < 20 for 15 min'),
      do: orders,
    },
    { additionalProperties: false, description: 'A response level; it does what the lower ones do as well.' },
  ),
);

const plan = Type.Object(
  {
    summary: text('The plan in a sentence.', 'Act on the first signs, stand down late', { default: '' }),
    levels: Type.Object(
      { III: level, II: level, I: level },
      { additionalProperties: false, default: {}, description: 'The response levels, III the least.' },
    ),
    rules: Type.Array(
      Type.Object(
        { when: condition('Each time this becomes true, it is done.', 'longest wait > 5 min'), do: orders },
        { additionalProperties: false },
      ),
      { default: [], description: 'What is done beside the levels.' },
    ),
    script: Type.Array(
      Type.Object(
        {
          at: time('Local time.', '10:05'),
          do: orders,
          by: Type.String({ default: '', description: 'Who decides it.', examples: ['duty manager'] }),
        },
        { additionalProperties: false },
      ),
      { default: [], description: 'What is done at a time, whatever happens; in order of time.' },
    ),
  },
  { additionalProperties: false },
);

const objective = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 60, description: 'Its name, once in the file.', examples: ['connect'] }),
    objective: text('What the exercise is to show.', 'Nine callers in ten reach somebody all day'),
    capability: text('The capability that it tests.', 'Service continuity', { default: '' }),
    promise: Type.Optional(
      Type.Unsafe<WrittenObjective['promise']>({
        $ref: '#/$defs/promise',
        description: 'A promise as in a scenario, without `id`.',
        examples: [{ measure: 'connection-rate', atLeast: 0.9 }],
      }),
    ),
    response: Type.Optional(
      Type.Object(
        {
          level: Type.Enum(['III', 'II', 'I'], { description: 'The level to be declared.', examples: ['II'] }),
          inject: Type.Integer({
            minimum: 1,
            description: 'The inject from which time counts, the first being 1.',
            examples: [1],
          }),
          withinMinutes: Type.Number({ exclusiveMinimum: 0, maximum: 1440, description: 'Minutes.', examples: [15] }),
        },
        { additionalProperties: false, description: 'Or: a level is declared in time.' },
      ),
    ),
    recoveredWithinMinutes: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        maximum: 10_080,
        description: 'Or: the floor is back to normal so many minutes after the last shock is over.',
        examples: [60],
      }),
    ),
  },
  { additionalProperties: false },
);

const drillObject = Type.Object(
  {
    summary: text('The drill in a sentence.', 'A launch floods the hotline'),
    scenario: Type.String({
      minLength: 1,
      description: 'The centre on an ordinary day: a scenario file, relative to this one.',
      examples: ['../ordinary-monday.yaml'],
    }),
    norm: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'A service norm, relative to this file: the report says which of its clauses held and which broke.',
        examples: ['../../norms/telecom.yaml'],
      }),
    ),
    day: Type.Integer({
      minimum: 1,
      maximum: 366,
      default: 1,
      description: 'Day of the scenario that is played.',
      examples: [1],
    }),
    from: time('When the exercise begins, local time.', '09:00'),
    to: time('When it ends.', '15:00'),
    stepMinutes: Type.Number({
      minimum: 0.25,
      maximum: 30,
      default: 1,
      description: 'How often the floor is looked at and somebody may act, minutes.',
      examples: [1],
    }),
    normalQueue: Type.Number({
      minimum: 0,
      maximum: 10_000,
      default: 5,
      description:
        'The floor is back to normal from when the number waiting, averaged over 15 minutes, stays at or below this.',
      examples: [5],
    }),
    customerWorthHours: Type.Number({
      minimum: 0,
      maximum: 100,
      default: 0.5,
      description:
        'What a customer who is not served is worth, in hours of an ordinary agent: plans are weighed by it.',
      examples: [0.5],
    }),
    participants: Type.Array(
      Type.Object(
        {
          name: Type.String({ minLength: 1, maxLength: 100, description: 'Who takes part.', examples: ['Wang Lei'] }),
          role: text('In which role.', 'duty manager', { default: '' }),
        },
        { additionalProperties: false },
      ),
      { default: [], description: 'Who takes part; the after-action report lists them.' },
    ),
    objectives: Type.Array(objective, {
      default: [],
      description: 'What the exercise is to show; each by one measure.',
    }),
    injects: Type.Array(
      Type.Object(
        {
          at: time('Local time.', '10:00'),
          what: text('What happens, as the report tells it.', 'The launch mails go out two hours early'),
          told: text(
            'The news as it reaches the floor; the wall board of a live drill shows it.',
            'Marketing calls: the mails went out early',
            {
              default: '',
            },
          ),
          toldAt: Type.Optional(time('When it reaches the floor, local time; with the inject unless given.', '10:20')),
          truth: text('What is really going on.', 'Three times the usual calls until noon', { default: '' }),
          shocks: Type.Array(Type.Unsafe<WrittenKind>({ $ref: '#/$defs/shock' }), {
            default: [],
            description:
              'What it does to the centre: shocks as in a scenario, from the time of the inject unless `from` says another.',
          }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, description: 'What happens, in order of time.' },
    ),
    levers: byName(Type.Unsafe<WrittenKind>({ $ref: '#/$defs/lever' }), { description: 'What can be done, by name.' }),
    plans: byName(plan, { minProperties: 1, description: 'What one means to do, by name.' }),
    plan: Type.String({ minLength: 1, description: 'The plan that acts.', examples: ['good'] }),
  },
  { additionalProperties: false },
);

/** A shock within an inject: it begins with it unless it says otherwise. */
function shockOfInject(): JsonSchema {
  const family = choice(shocks, 'kind', {}, {}) as JsonSchema & { oneOf: JsonSchema[] };
  const oneOf = family.oneOf.map((branch) => {
    const { day: _day, why: _why, ...properties } = branch.properties as Record<string, unknown>;
    const required = (branch.required as string[]).filter((name) => !['from', 'day', 'why'].includes(name));
    return { ...branch, properties, required };
  });
  return { ...family, oneOf };
}

function promiseOfObjective(): JsonSchema {
  const { id: _, ...fields } = promiseFields;
  return choice(measureNames, 'measure', fields, {});
}

let built: { kinds: number; schema: JsonSchema } | undefined;

/**
 * The JSON schema (2020-12) of drill files with the kinds known now; the same object until a kind is added.
 * @example drillSchema().title // 'Callfloor drill'
 */
export function drillSchema(): JsonSchema {
  const kinds = [levers, measureNames, shocks].reduce((sum, list) => sum + list.all().length, 0);
  if (built?.kinds !== kinds) {
    const $defs = {
      said: {
        anyOf: [
          { type: 'string', maxLength: 2000, description: 'One text.' },
          {
            type: 'object',
            description: 'One in each language.',
            properties: { en: { type: 'string', maxLength: 2000 }, zh: { type: 'string', maxLength: 2000 } },
            required: ['en', 'zh'],
            additionalProperties: false,
          },
        ],
      },
      shock: shockOfInject(),
      lever: choice(
        levers,
        'kind',
        {
          title: Type.Optional(
            text('Its name on the wall board and in reports; its key unless given.', 'Announcement'),
          ),
        },
        {},
      ),
      promise: promiseOfObjective(),
    };
    const root = withoutDefaulted({ ...drillObject, $defs }) as JsonSchema;
    const schema = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:callfloor:drill',
      title: 'Callfloor drill',
      description:
        'An emergency exercise: what happens to a centre, what can be done, what is planned, what is to be shown.',
      ...root,
    };
    built = { kinds, schema };
  }
  return built.schema;
}
