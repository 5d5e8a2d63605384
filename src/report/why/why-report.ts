/**
 * The shape of an explanation: plain data without language. The schema is the only source of the type and of
 * `schemas/why.schema.json`. Times are seconds from the scenario's start; parts and misses are in the promise's unit.
 */
import Type, { type Static } from 'typebox';
import { factorNames } from '../../experiment/why/factors.ts';

const closed = <T extends Type.TProperties>(properties: T, description: string) =>
  Type.Object(properties, { additionalProperties: false, description });
const orNull = <T extends Type.TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const index = (description: string) => Type.Integer({ minimum: 0, description });

const estimate = closed(
  { value: Type.Number(), low: Type.Number(), high: Type.Number(), confidence: Type.Number() },
  'A point estimate and its interval at the stated confidence',
);

const judgement = Type.Enum(['held', 'broken', 'undecided', 'nothing-to-judge'], { description: 'Side of the target' });

const splitFields = {
  value: Type.Number({ description: 'What was reached' }),
  miss: estimate,
  parts: Type.Array(
    closed(
      {
        factor: Type.Enum([...factorNames, 'roster'], {
          description: 'Cause; roster: what is left without all others',
        }),
        estimate,
      },
      'Share of a cause; above 0 it makes the miss greater',
    ),
    { description: 'They add up to the miss' },
  ),
};

const promise = closed(
  {
    promise: index('Place in the scenario'),
    id: Type.String(),
    unit: Type.Enum(['fraction', 'seconds', 'count'], { description: 'Unit of values, misses and parts' }),
    target: Type.Number(),
    whole: orNull(
      closed(splitFields, 'All red intervals together; the whole day where it is judged by the day'),
      'Null: no comparison',
    ),
    from: Type.Number({ description: 'Start of the first interval split' }),
    to: Type.Number({ description: 'End of the last interval split' }),
    intervals: Type.Array(
      closed(
        { interval: index('Planning interval'), start: Type.Number(), end: Type.Number(), ...splitFields },
        'A red interval',
      ),
    ),
  },
  'A broken promise',
);

const mend = closed(
  {
    changes: Type.Array(
      closed(
        {
          kind: Type.Enum(['agents', 'lines'], { description: 'More of what' }),
          name: Type.String({ description: 'Group or pool of lines' }),
          skills: Type.Array(Type.String(), { description: 'Work that the group can do' }),
          count: Type.Integer({ minimum: 1 }),
          from: Type.Number(),
          to: Type.Number(),
        },
        'More of something for a while',
      ),
    ),
    hours: Type.Number({ description: 'Agent-hours and line-hours added' }),
    judgement,
    runs: Type.Integer({ description: 'Fresh runs on which it was judged' }),
    worst: orNull(estimate, 'The least good of what was to be mended, with the change; null: nothing to judge'),
    worstPromise: index('Whose'),
  },
  'A small change that mends what is broken; no changes: at the edge, the runs of the search need none',
);

const schema = closed(
  {
    format: Type.Literal('callfloor-why'),
    formatVersion: Type.Literal(1),
    scenario: closed({ name: Type.String(), summary: Type.String(), hash: Type.String() }, 'What was simulated'),
    experiment: closed(
      {
        version: Type.String({ description: 'Version of Callfloor' }),
        seed: Type.String(),
        runs: Type.Integer({ description: 'Runs of every scenario' }),
        scenarios: Type.Integer({ description: 'Scenarios run side by side to tell causes apart' }),
        confidence: Type.Number(),
      },
      'How it was computed',
    ),
    factors: Type.Array(Type.Enum([...factorNames], { description: 'A cause' }), {
      description: 'Causes that the scenario has',
    }),
    promises: Type.Array(promise, { description: 'Broken promises' }),
    mend: orNull(mend, 'Null: nothing is broken, or no single change mends it'),
  },
  'Why promises are broken, by Callfloor',
);

/** JSON schema (2020-12) of an explanation. */
export const whySchema = { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Callfloor why', ...schema };

/** An explanation: what every rendering is made from, beside the report of the scenario as it is. */
export type WhyReport = Static<typeof schema>;
export type WhyPromise = WhyReport['promises'][number];
export type WhySplit = NonNullable<WhyPromise['whole']>;
export type WhyPart = WhySplit['parts'][number];
export type WhyFactor = WhyPart['factor'];
