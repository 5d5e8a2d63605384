/**
 * The shape of a comparison: plain data without language. As with a report, the schema is the only source of the type, of
 * `schemas/comparison.schema.json` and of the checks. Times are seconds from the start, fractions lie in 0–1; a difference is
 * the plan's figure − the first plan's.
 */
import Type, { type Static } from 'typebox';
import {
  claimProperties,
  closed,
  days,
  estimate,
  experimentProperties,
  index,
  intervals,
  judgement,
  oneOf,
  orNull,
} from '../report.ts';

const differenceJudgement = oneOf(
  ['better', 'worse', 'alike', 'identical', 'undecided', 'nothing-to-judge'],
  'alike: the interval lies within what does not matter; better or worse: it does not, and lies wholly on one side of 0; identical: in every run',
);

const aspect = orNull(index('Promise'), 'Null: the days on which all promises hold together');

const difference = closed(
  {
    promise: aspect,
    judgement: differenceJudgement,
    estimate: orNull(estimate, 'Null: nothing to judge'),
    gain: orNull(
      Type.Number(),
      'With customers of their own the two plans would need so many times the runs; null: nothing to say',
    ),
    furtherRuns: Type.Number({ description: 'Runs still needed to decide, as far as can be told' }),
    intervals: Type.Array(
      closed(
        {
          interval: index('Planning interval'),
          judgement: differenceJudgement,
          estimate: orNull(estimate, 'Null: nothing to judge'),
        },
        'One planning interval',
      ),
    ),
  },
  'One measure of this plan and of the first',
);

const plan = closed(
  {
    name: Type.String(),
    summary: Type.String(),
    hash: Type.String({ description: 'SHA-256 of everything that determines the result' }),
    runs: Type.Integer({ minimum: 0, description: 'Fewer than the others once nothing about it was open' }),
    scheduledHours: Type.Number({ description: 'Agent-hours scheduled while work that may come to them is open' }),
    paidHours: Type.Number({
      description: 'Agent-hours paid: the shifts of named people; of head-counts what is scheduled',
    }),
    changes: Type.Array(
      closed(
        { path: Type.String(), first: Type.String(), own: Type.String() },
        'What its scenario says otherwise than the first; an empty text: nothing',
      ),
    ),
    moreChanges: Type.Integer({ minimum: 0, description: 'Changes beyond those listed' }),
    customers: Type.Array(
      closed(
        {
          work: Type.String(),
          customers: oneOf(
            ['same', 'same-arrivals', 'other-demand', 'missing'],
            'What they share with the first plan’s',
          ),
        },
        'The customers of one type of contact; empty for the first plan',
      ),
    ),
    promises: Type.Array(
      orNull(
        closed(
          {
            judgement,
            estimate: orNull(estimate, 'Null: nothing to judge'),
            dayHolds: orNull(estimate, 'Share of days on which it held'),
          },
          'A promise of the first plan, kept or not by this one',
        ),
        'Null: it lacks the work that the promise is about',
      ),
    ),
    allHold: orNull(estimate, 'Share of days on which all promises hold, counted jointly'),
    differences: Type.Array(difference, { description: 'Empty for the first plan' }),
    overOthers: closed(
      { low: orNull(Type.Number(), 'Null: no bound'), high: orNull(Type.Number(), 'Null: no bound') },
      'By how much it is better than the best of the others in the criterion; below 0: worse',
    ),
  },
  'A plan',
);

const schema = closed(
  {
    format: Type.Literal('callfloor-comparison'),
    formatVersion: Type.Literal(1),
    experiment: closed(
      {
        ...experimentProperties,
        matters: closed(
          { fraction: Type.Number(), seconds: Type.Number(), count: Type.Number() },
          'Differences up to here do not matter',
        ),
      },
      'How it was computed',
    ),
    scenario: closed({ timeZone: Type.String(), intervalSeconds: Type.Number(), days }, 'What was simulated'),
    intervals,
    work: Type.Array(Type.String(), { description: 'Types of contact of the first plan' }),
    promises: Type.Array(closed(claimProperties, 'A promise of the first plan, asked of all')),
    verdict: closed(
      {
        criterion: aspect,
        best: index('Plan with the best figure among the candidates'),
        decided: Type.Boolean({ description: 'No other is better by more than what matters' }),
        candidates: Type.Array(index('Plan that nothing shows to be worse than another')),
        furtherRuns: Type.Number({ description: 'Runs still needed to decide, as far as can be told' }),
      },
      'Which plan is the best',
    ),
    plans: Type.Array(plan, { minItems: 2 }),
  },
  'A comparison of plans on the same customers',
);

/** JSON schema (2020-12) of a comparison. */
export const comparisonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Callfloor comparison',
  ...schema,
};

/** A comparison: what its page, text, tables and charts are made from. */
export type ComparisonReport = Static<typeof schema>;
export type ReportPlan = ComparisonReport['plans'][number];
export type ReportDifference = ReportPlan['differences'][number];
