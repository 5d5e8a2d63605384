/**
 * The shape of a norm statement: what a simulation says of every clause of a norm, plain data. The schema is the only source of
 * the type and of `schemas/norm-statement.schema.json`. Counts are means per run, hours are local time.
 */
import Type, { type Static } from 'typebox';
import type { Outcome } from '../../experiment/outcome.ts';
import type { Norm } from '../../judge/norm/clause-test.ts';
import { type ClauseVerdict, judgeNorm } from '../../judge/norm/judge-norm.ts';
import type { MatchedNorm } from '../../judge/norm/match-norm.ts';
import type { NormNote } from '../../words/norm.ts';
import { buildClaim, judgedAfter, listDays } from '../build-report.ts';
import {
  claimProperties,
  closed,
  days,
  estimate,
  experimentProperties,
  index,
  oneOf,
  orNull,
  type PromiseClaim,
} from '../report.ts';

const bilingual = (description: string) => closed({ en: Type.String(), zh: Type.String() }, description);

const clause = closed(
  {
    id: Type.String(),
    text: bilingual('What the norm asks'),
    source: bilingual('Where it stands'),
    notTested: orNull(bilingual('What it asks besides'), 'Null: the test sees all of it'),
    test: Type.String({ description: 'Kind of test' }),
    judgement: oneOf(['held', 'broken', 'undecided', 'not-testable'], 'Side of the target'),
    by: oneOf(['simulation', 'structure', 'declaration', 'none'], 'What decided it'),
    notes: Type.Array(
      Type.Unsafe<NormNote>(
        Type.Object({ key: Type.String(), values: Type.Optional(Type.Unknown()) }, { additionalProperties: false }),
      ),
      { description: 'Why it cannot be tested, or what was found or taken otherwise than the scenario has it' },
    ),
    simulated: orNull(
      closed(
        {
          claim: closed(claimProperties, 'The promise that the clause became'),
          isShareAssumed: Type.Boolean({ description: 'The norm names no share; the target is a convention' }),
          estimate,
          tally: closed({ met: Type.Number(), of: Type.Number() }, 'Summed over all runs'),
          dayHolds: orNull(estimate, 'Share of days on which it held'),
          furtherRuns: Type.Number({ description: 'Runs still needed to decide, as far as can be told' }),
          worst: Type.Array(
            closed(
              { hour: Type.Integer({ minimum: 0, maximum: 23 }), met: Type.Number(), of: Type.Number() },
              'An hour of the day on the bad side of the target, over all days',
            ),
          ),
          harmedTiers: Type.Array(
            closed(
              { tier: Type.String(), missed: Type.Number(), of: Type.Number() },
              'Misses among the customers of a tier',
            ),
          ),
          harmed: Type.Array(
            closed(
              {
                work: Type.Array(closed({ name: Type.String(), channel: Type.String() }, 'A work type'), {
                  description: 'Several where the measure does not tell them apart',
                }),
                missed: Type.Number(),
                of: Type.Number(),
              },
              'Whom it misses',
            ),
          ),
        },
        'What the runs say',
      ),
      'Null: no run decides it',
    ),
  },
  'A clause, judged',
);

const schema = closed(
  {
    format: Type.Literal('callfloor-norm-statement'),
    formatVersion: Type.Literal(1),
    norm: closed({ name: Type.String(), title: bilingual('What the norm is') }, 'The norm'),
    scenario: closed(
      {
        name: Type.String(),
        summary: Type.String(),
        hash: Type.String({ description: 'SHA-256 of everything that determines the scenario’s runs' }),
        days,
      },
      'What was simulated',
    ),
    experiment: closed(experimentProperties, 'How it was computed'),
    counts: closed(
      {
        held: index('held'),
        broken: index('broken'),
        undecided: index('undecided'),
        notTestable: index('not testable'),
      },
      'Clauses by judgement',
    ),
    clauses: Type.Array(clause, { description: 'In the order of the norm' }),
  },
  'A norm, clause by clause, by Callfloor',
);

/** JSON schema (2020-12) of a norm statement. */
export const normStatementSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Callfloor norm statement',
  ...schema,
};

/** A norm statement: what every rendering is made from. */
export type NormStatement = Static<typeof schema>;
export type StatedClause = NormStatement['clauses'][number];
export type SimulatedClause = NonNullable<StatedClause['simulated']> & { claim: PromiseClaim };

/**
 * Puts a statement together.
 *
 * @param norm what was asked
 * @param matched the norm held against the scenario
 * @param outcome of the matched scenario's runs, at least one
 * @throws RangeError when `outcome` has no runs
 */
export function buildNormStatement(norm: Norm, matched: MatchedNorm, outcome: Outcome): NormStatement {
  const { runs, seed, total, verdicts, version, ended } = outcome;
  if (runs < 1) throw new RangeError(`outcome: expected at least one run, got ${runs}`);
  const { hash, name, precision, summary } = matched.scenario;
  const judged = judgeNorm(matched, verdicts, total);
  const count = (judgement: ClauseVerdict['judgement']) => judged.filter((one) => one.judgement === judgement).length;
  return {
    format: 'callfloor-norm-statement',
    formatVersion: 1,
    norm: { name: norm.name, title: norm.title },
    scenario: { name, summary, hash, days: listDays(matched.scenario) },
    experiment: { version, seed, runs, ended, ...judgedAfter(outcome), confidence: precision.confidence },
    counts: {
      held: count('held'),
      broken: count('broken'),
      undecided: count('undecided'),
      notTestable: count('not-testable'),
    },
    clauses: judged.map((verdict) => stateClause(norm, matched, outcome, verdict)),
  };
}

function stateClause(norm: Norm, matched: MatchedNorm, outcome: Outcome, verdict: ClauseVerdict): StatedClause {
  const { id, notTested, source, test, text } = norm.clauses[verdict.clause];
  const { by, judgement, notes } = verdict;
  return {
    id,
    text,
    source,
    notTested: notTested ?? null,
    test: test.kind,
    judgement,
    by,
    notes,
    simulated: stateSimulated(matched, outcome, verdict),
  };
}

function stateSimulated(
  { scenario }: MatchedNorm,
  { verdicts }: Outcome,
  { by, harmed, harmedTiers, isShareAssumed, promise, worst }: ClauseVerdict,
): StatedClause['simulated'] {
  if (by !== 'simulation' || promise === null) return null;
  const { dayHolds, estimate: reached, furtherRuns, tally } = verdicts[promise];
  if (reached === null) return null;
  return {
    claim: buildClaim(scenario, scenario.promises[promise]),
    isShareAssumed,
    estimate: reached,
    tally,
    dayHolds,
    furtherRuns,
    worst,
    harmedTiers: harmedTiers.map(({ tier, ...rest }) => ({ tier: scenario.tiers?.[tier].name ?? '', ...rest })),
    harmed: harmed.map(({ missed, of, work }) => ({
      work: work.map((type) => ({ name: scenario.work[type].name, channel: scenario.work[type].channel })),
      missed,
      of,
    })),
  };
}
