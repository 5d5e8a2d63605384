/** Advice about a roster as `roster-advice.json` holds it: every change tried, with names in place of indexes and plain estimates. */
import Type, { type Static } from 'typebox';
import type { Advice, AdvisedChange } from '../../experiment/roster/advise-roster.ts';
import type { ConfidenceInterval } from '../../math/confidence-interval.ts';
import type { Roster } from '../../scenario/roster/roster.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { closed, type Report } from '../report.ts';

const seconds = Type.Number({ description: 'Seconds from the start' });
const index = Type.Integer({ minimum: 0 });
const gains = Type.Array(
  Type.Union([
    closed(
      { value: Type.Number(), low: Type.Number(), high: Type.Number(), confidence: Type.Number() },
      'Measure with the change less without; positive is better',
    ),
    Type.Null(),
  ]),
  { description: 'By promise; null: nothing to judge' },
);

const change = closed(
  {
    what: Type.Union([
      closed(
        {
          change: Type.Union([Type.Literal('more'), Type.Literal('fewer')]),
          work: Type.String(),
          start: seconds,
          end: seconds,
        },
        'One agent more or fewer',
      ),
      closed({ change: Type.Literal('teach'), person: Type.String(), work: Type.String() }, 'A skill taught'),
      closed(
        { change: Type.Literal('move-lunch'), person: Type.String(), from: seconds, to: seconds },
        'A lunch that begins at another time',
      ),
    ]),
    agentHours: Type.Number({ description: 'Agent-hours more (or, negative, fewer)' }),
    gains,
    fresh: Type.Boolean({ description: 'The gains are from days by which the change was not chosen' }),
  },
  'A change tried',
);

const mend = closed(
  {
    promise: index,
    interval: index,
    start: seconds,
    value: Type.Number({ description: 'The measure over all days' }),
    change: Type.Union([index, Type.Null()], { description: 'The single change that mends it' }),
    agents: Type.Array(closed({ work: Type.String(), count: Type.Integer() }, 'Agents more'), {
      description: 'Where no single change mends it: with its neighbours mended too',
    }),
    agentHours: Type.Union([Type.Number(), Type.Null()], { description: 'Null: nothing mends it' }),
  },
  'A half-hour below its target and its cheapest mend',
);

const ranking = Type.Array(Type.Array(index), { description: 'By promise, indexes into changes' });

const schema = closed(
  {
    format: Type.Literal('callfloor-roster-advice'),
    formatVersion: Type.Literal(1),
    experiment: closed(
      { version: Type.String(), seed: Type.String(), runs: Type.Integer({ minimum: 2 }), confidence: Type.Number() },
      'How it was tried',
    ),
    report: Type.Unsafe<Report>({ $ref: 'report.schema.json', description: 'The report of the roster as it is' }),
    changes: Type.Array(change),
    best: ranking,
    spare: ranking,
    mends: Type.Array(mend),
    together: Type.Union([
      closed({ agentHours: Type.Number(), gains }, 'All agents of the mends together'),
      Type.Null(),
    ]),
  },
  'Advice about a roster',
);

/** JSON schema (2020-12) of advice about a roster. */
export const rosterAdviceSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Callfloor roster advice',
  ...schema,
};

/** Advice about a roster. */
export type RosterAdvice = Static<typeof schema>;
/** A change with what it gains. */
export type AdviceChange = RosterAdvice['changes'][number];
/** A half-hour below its target. */
export type AdviceMend = RosterAdvice['mends'][number];

/** What advice is made of. */
export interface AdviceParts {
  scenario: Scenario;
  report: Report;
  advice: Advice;
  /** Null where staff is head-counts alone. */
  roster: Roster | null;
  seed: string;
  runs: number;
  confidence: number;
}

/** Puts the advice together. */
export function buildAdvice({ advice, confidence, report, roster, runs, scenario, seed }: AdviceParts): RosterAdvice {
  const estimates = (gains: readonly (ConfidenceInterval | null)[]) =>
    gains.map((gain) => (gain === null ? null : { value: gain.point, low: gain.low, high: gain.high, confidence }));
  const { intervalStarts } = scenario.clock;
  const changes = advice.changes.map(
    (one): AdviceChange => ({
      what: nameChange(scenario, roster, one),
      agentHours: one.seconds / 3600,
      gains: estimates(one.gains),
      fresh: one.fresh,
    }),
  );
  return {
    format: 'callfloor-roster-advice',
    formatVersion: 1,
    experiment: { version: report.experiment.version, seed, runs, confidence },
    report,
    changes,
    best: advice.best,
    spare: advice.spare,
    mends: advice.mends.map(({ agents, change, interval, promise, value }): AdviceMend => {
      const start = intervalStarts[interval];
      const hours = (intervalStarts[interval + 1] - start) / 3600;
      const count = agents.reduce((sum, one) => sum + one.count, 0);
      return {
        promise,
        interval,
        start,
        value,
        change,
        agents: agents.map((one) => ({ work: scenario.work[one.work].name, count: one.count })),
        agentHours: change !== null ? changes[change].agentHours : count === 0 ? null : count * hours,
      };
    }),
    together:
      advice.together === null
        ? null
        : { agentHours: advice.together.seconds / 3600, gains: estimates(advice.together.gains) },
  };
}

function nameChange(scenario: Scenario, roster: Roster | null, { what }: AdvisedChange): AdviceChange['what'] {
  if ('interval' in what) {
    const { intervalStarts } = scenario.clock;
    const [start, end] = [intervalStarts[what.interval], intervalStarts[what.interval + 1]];
    return { change: what.change, work: scenario.work[what.work].name, start, end };
  }
  if (roster === null) throw new RangeError('roster: a change of people needs a roster');
  if ('work' in what) return { change: 'teach', person: roster.people[what.person].name, work: what.work };
  const { activities, person } = roster.shifts[what.shift];
  const from = activities.find(({ activity }) => activity === 'lunch')?.from ?? Number.NaN;
  return { change: 'move-lunch', person: roster.people[person].name, from, to: from + what.bySeconds };
}
