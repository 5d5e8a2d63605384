/** A roster that was built as plain data: what it costs, whether it holds, what Erlang C would have done, and how it was found. */
import Type, { type Static } from 'typebox';
import manifest from '../../../package.json' with { type: 'json' };
import type { Building } from '../../experiment/roster/build-roster.ts';
import type { FreshCheck } from '../../experiment/roster/check-on-fresh-days.ts';
import { explainShortfall } from '../../experiment/roster/explain-shortfall.ts';
import { closed } from '../report.ts';

const share = Type.Number({ minimum: 0, maximum: 1 });
const cost = Type.Number({ description: 'Paid hours times their price' });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T, description: string) =>
  Type.Union([type, Type.Null()], { description });
const interval = closed(
  { value: Type.Number(), low: Type.Number(), high: Type.Number(), confidence: share },
  'A figure with its interval',
);
const check = closed(
  {
    runs: Type.Integer(),
    seed: Type.String(),
    confidence: share,
    holds: Type.Boolean(),
    share: orNull(interval, 'Share of days on which all promises of the day held together; null without such'),
    promises: Type.Array(
      closed(
        {
          id: Type.String(),
          judgement: Type.String({ description: 'held, broken, undecided or nothing-to-judge' }),
          estimate: orNull(interval, 'The measure over all days'),
        },
        'A promise on these days',
      ),
    ),
  },
  'What days said that no choice had seen',
);

const schema = closed(
  {
    format: Type.Literal('callfloor-roster-build'),
    formatVersion: Type.Literal(1),
    experiment: closed(
      { version: Type.String(), seed: Type.String(), teachRuns: Type.Integer() },
      'How it was computed',
    ),
    ended: Type.Union([Type.Literal('held'), Type.Literal('not-held'), Type.Literal('stopped')]),
    cost,
    shifts: Type.Integer({ description: 'Shifts in the roster' }),
    unfilled: Type.Array(
      closed(
        {
          group: Type.String(),
          from: Type.Number({ description: 'Seconds from the start' }),
          to: Type.Number({ description: 'Seconds from the start' }),
        },
        'A shift that nobody may take under the rules',
      ),
    ),
    shortfall: Type.Array(
      closed(
        {
          promise: Type.String(),
          from: Type.Number({ description: 'Seconds from the start' }),
          to: Type.Number({ description: 'Seconds from the start' }),
          cause: Type.Union([Type.Literal('no-shift'), Type.Literal('no-people'), Type.Literal('unknown')], {
            description:
              'no-shift: somewhere in it no shift has anybody on queue; no-people: whoever can do the work does as much as contracts, leave and rules allow',
          }),
        },
        'A stretch in which fresh days break a promise',
      ),
    ),
    check: orNull(check, 'On fresh days; null when stopped before any'),
    erlangC: orNull(
      Type.Array(
        closed(
          {
            demand: Type.Number({ description: 'Factor on the mean demand for which it was asked' }),
            cost,
            holds: Type.Boolean(),
            share: orNull(share, 'Share of days on which all promises of the day held together'),
            runs: Type.Integer(),
          },
          "Erlang C's roster of the same shifts",
        ),
      ),
      'Null where the formula has no answer',
    ),
    rounds: Type.Array(
      closed(
        {
          cost,
          bound: orNull(
            Type.Number(),
            'No choice of shifts that keeps what was taught is cheaper in the model; null where shifts and people cannot keep it',
          ),
          share: orNull(share, 'Share of the days learnt from on which all promises of the day held together'),
          check: orNull(check, 'Where fresh days were asked'),
        },
        'A round of choosing and simulating',
      ),
    ),
  },
  'A roster that was built, as `callfloor roster build` writes it',
);

/** JSON schema (2020-12) of a building. */
export const buildingSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Callfloor roster building',
  ...schema,
};

/** The building as plain data. */
export function buildingJson(built: Building, seed: string, teachRuns: number): Static<typeof schema> {
  const { candidates, scenario } = built.problem;
  const checked = (of: FreshCheck | null): Static<typeof check> | null =>
    of && {
      runs: of.runs,
      seed: of.seed,
      confidence: of.confidence,
      holds: of.holds,
      share: of.share,
      promises: of.verdicts.map(({ estimate, judgement, promise }) => ({
        id: scenario.promises[promise].id,
        judgement,
        estimate,
      })),
    };
  return {
    format: 'callfloor-roster-build',
    formatVersion: 1,
    experiment: { version: manifest.version, seed, teachRuns },
    ended: built.ended,
    cost: built.cost,
    shifts: built.roster.shifts.length,
    unfilled: built.unfilled.map(({ candidate, group }) => {
      const { from, to } = candidates[candidate].shift;
      return { group: scenario.groups[group].name, from, to };
    }),
    shortfall:
      built.ended === 'held'
        ? []
        : explainShortfall(built).map((one) => ({ ...one, promise: scenario.promises[one.promise].id })),
    check: checked(built.check),
    erlangC: built.erlangC?.map(({ busy, ...one }) => ({ demand: busy, ...one })) ?? null,
    rounds: built.rounds.map((round) => ({ ...round, check: checked(round.check) })),
  };
}
