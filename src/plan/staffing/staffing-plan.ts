/**
 * The shape of a staffing plan: plain data without language. The schema is the only source: the type and
 * `schemas/staffing.schema.json` come from it. Times are seconds from the start of the first day, fractions lie in 0–1.
 */
import Type, { type Static } from 'typebox';
import { staffingMethods } from './staffing-methods.ts';

const orNull = <T extends Type.TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const closed = <T extends Type.TProperties>(properties: T, description: string) =>
  Type.Object(properties, { additionalProperties: false, description });
const number = (description: string) => Type.Number({ description });
const nullable = (description: string) => orNull(Type.Number(), description);

const method = Type.Enum([...staffingMethods], { description: 'A way from demand to agents' });

const variants = [
  'offered',
  'answered',
  'abandonsMet',
  'shortAbandonsExcluded',
  'veryShortAbandonsMet',
  'virtual',
] as const;

const target = Type.Union(
  [
    closed(
      {
        measure: Type.Literal('serviceLevel'),
        variant: Type.Enum([...variants], { description: 'The definition of answered within T' }),
        answerWithinSeconds: number('T'),
        shortAbandonSeconds: Type.Optional(number('Hanging up sooner counts as met in veryShortAbandonsMet')),
        atLeast: number('Share of contacts'),
      },
      'Answered within T',
    ),
    closed(
      { measure: Type.Enum(['asa', 'meanWaitAll']), atMostSeconds: Type.Number() },
      'A mean wait: of the answered, or of all',
    ),
    closed(
      { measure: Type.Enum(['abandonment', 'waitProbability', 'occupancy']), atMost: Type.Number() },
      'A share that must stay small',
    ),
  ],
  { description: 'A promise that every interval keeps' },
);

const byMethod = (description: string) =>
  closed(
    {
      'erlang-c': Type.Number(),
      'erlang-a': nullable('Null: no patience is known'),
      lagged: Type.Number(),
      'modified-offered-load': Type.Number(),
    },
    description,
  );

const service = {
  serviceLevel: nullable('Answered within T by the definition of the first target; null: nobody calls'),
  abandonment: number('Abandoned ÷ offered'),
  asaSeconds: nullable('Mean wait of the answered; null: without limit, or nobody is answered'),
  occupancy: number('Share of their time that agents spend on contacts'),
};

const steady = closed(
  {
    agents: number('Agents on calls: those given, after shrinkage where they are rostered; else those required'),
    ...service,
    waitProbability: Type.Number(),
    meanQueue: nullable('Contacts waiting; null: without limit'),
    overload: Type.Boolean({ description: 'The queue grows without limit: nobody hangs up, and agents ≤ load' }),
    keeps: Type.Boolean({ description: 'Every target is kept' }),
    missing: number('Whole agents that are missing to the requirement; 0 when it is met'),
    carriedOffered: nullable('The most contacts in the interval with the targets kept; null: any number, or not asked'),
    carriedAhtSeconds: nullable('The longest mean handle time with the targets kept; null: any, or not asked'),
  },
  'Service as if the interval lasted for ever, by the method of the plan',
);

const exact = closed(
  { agents: number('Whole agents'), ...service, queueAtEnd: number('Mean queue at the end of the interval') },
  'Service with the queue carried over from interval to interval, exact for exponential times',
);

const interval = closed(
  {
    day: Type.Integer({ minimum: 0, description: 'Index into the days' }),
    label: Type.String({ description: 'Local time' }),
    from: Type.Number(),
    to: Type.Number(),
    offered: number('Expected contacts'),
    ahtSeconds: number('Mean time that a contact holds an agent'),
    patienceSeconds: nullable('Mean patience; null: nobody is known to hang up'),
    load: closed(
      { stationary: Type.Number(), lagged: Type.Number(), modified: Type.Number() },
      'Offered load, Erlangs',
    ),
    required: byMethod('The fewest whole agents on calls that keep every target'),
    fractional: byMethod('Where the targets are just kept, before rounding'),
    scheduled: number('Agents to roster: fractional ÷ (1 − shrinkage) by the method of the plan, rounded up once'),
    range: orNull(
      closed({ fewest: Type.Number(), most: Type.Number() }, 'Required agents at the low and the high end'),
      'Null: no error of the forecast was given',
    ),
    service: steady,
    exact: orNull(exact, 'Null: not asked for'),
  },
  'One interval of one queue',
);

const total = {
  offered: Type.Number(),
  workloadHours: number('Offered load × time'),
  requiredHours: byMethod('Agent hours on calls, whole agents in every interval'),
  fractionalHours: byMethod('Agent hours on calls before rounding'),
  scheduledHours: number('Paid hours: agents to roster × time'),
  fullTimeEquivalents: number('Paid hours ÷ days ÷ paid hours of one full-time agent a day'),
  peak: closed({ from: Type.Number(), required: Type.Number() }, 'The interval that needs most, by its start'),
  service: closed(service, 'Ratios of sums over the intervals'),
  exact: orNull(closed(service, 'Ratios of sums over the intervals'), 'Null: not asked for'),
  agentHours: number('Agents on calls × time, as in `service`'),
  broken: Type.Integer({ description: 'Intervals with calls in which a target is not kept' }),
  confidence: nullable(
    'Probability that every interval of a day keeps its targets, mean over the days; null: no error of the forecast was given',
  ),
};

const queue = closed(
  {
    name: Type.String(),
    method,
    targets: Type.Array(target),
    agentsGiven: Type.Boolean({ description: 'The demand came with agents: `service` is theirs' }),
    patienceKnown: Type.Boolean({ description: 'Somewhere a patience is known: Erlang A has an answer' }),
    intervals: Type.Array(interval),
    days: Type.Array(closed({ day: Type.Integer(), ...total }, 'One day')),
    total: closed(total, 'All days'),
  },
  'One queue with people of its own',
);

const staffingPlan = closed(
  {
    name: Type.String(),
    version: Type.String({ description: 'Of Callfloor' }),
    method,
    shrinkage: number('Share of paid time not available for contacts'),
    fteHours: number('Paid hours of one full-time agent a day'),
    handleCv: number('Standard deviation ÷ mean of the handle time, for the modified offered load'),
    uncertainty: orNull(
      closed({ volume: Type.Number(), handleTime: Type.Number() }, 'Standard deviation of the forecast ÷ its mean'),
      'Null: none was given',
    ),
    days: Type.Array(closed({ label: Type.String(), start: Type.Number() }, 'A day')),
    queues: Type.Array(queue),
    total: closed(
      {
        offered: Type.Number(),
        requiredHours: Type.Number(),
        scheduledHours: Type.Number(),
        fullTimeEquivalents: Type.Number(),
      },
      'All queues, by the method of the plan',
    ),
  },
  'Agents for every interval of a demand, by several methods',
);

/** The JSON schema of a plan. */
export const staffingPlanSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Callfloor staffing plan',
  ...staffingPlan,
};

export type StaffingPlan = Static<typeof staffingPlan>;
export type PlannedQueue = Static<typeof queue>;
export type PlannedInterval = Static<typeof interval>;
export type PlannedDay = PlannedQueue['days'][number];
export type PlannedService = Static<typeof steady>;
