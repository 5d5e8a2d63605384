/**
 * The shape of a long run's result: what a held instant settles to. The hour is a report whose runs are batches; beside it stand how it was
 * held, how it settled, and every figure with its interval and the formulas. The schema is the only source, as in `report.ts`.
 */
import Type, { type Static } from 'typebox';
import { steadyFigureNames } from '../../experiment/steady-state/steady-figures.ts';
import { closed, estimate, index, oneOf, orNull, reportShape } from '../report.ts';

const figure = closed(
  {
    name: oneOf([...steadyFigureNames], 'What it is'),
    unit: oneOf(['fraction', 'seconds', 'count'], 'Its unit'),
    work: orNull(index('Work type'), 'Null: a figure of a group'),
    group: orNull(index('Group'), 'Null: a figure of work'),
    promise: orNull(index('Promise'), 'Whose time and definition a service level takes; null: none'),
    estimate: orNull(estimate, 'Null: nothing was counted'),
    lagCorrelation: Type.Number({ description: 'Correlation of a batch with the next' }),
    erlangC: orNull(
      Type.Number(),
      'The same by Erlang C; null: it knows no such figure, or the queue would grow for ever',
    ),
    erlangA: orNull(Type.Number(), 'The same by Erlang A; null: it knows no such figure'),
  },
  'A figure in the steady state',
);

const change = closed(
  {
    change: oneOf(
      [
        'busyness',
        'recorded',
        'closed',
        'attendance',
        'shocks',
        'learning',
        'quality',
        'uncertainty',
        'promises',
        'moments',
      ],
      'What is taken otherwise than on a day',
    ),
    names: Type.Array(Type.String(), { description: 'Of what it concerns; empty: the whole centre' }),
    figure: orNull(Type.Number(), 'How much of it there was; null: it is no amount'),
  },
  'Something that the held instant takes otherwise than a day does',
);

const hour = Type.Omit(reportShape, ['allHold', 'uncertainty', 'quality', 'tiers', 'settled', 'waits', 'complaints']);

const schema = closed(
  {
    format: Type.Literal('callfloor-long-run'),
    formatVersion: Type.Literal(1),
    at: closed(
      {
        seconds: Type.Number({ description: 'From the start of the scenario' }),
        time: Type.String({ description: 'Local wall-clock time, HH:MM' }),
      },
      'The instant that is held',
    ),
    search: closed(
      {
        ended: oneOf(
          ['reached', 'budget', 'asked', 'stopped'],
          'Why it ended: decided and precise, out of contacts, all contacts asked for, or stopped',
        ),
        confidence: Type.Number({ description: 'Of every interval: several looks correct the scenario’s own' }),
        precision: Type.Number({
          description: 'Half the width of an interval that is enough, as a share of its figure',
        }),
        runs: Type.Integer({ description: 'Long runs, without the trial runs that say where to cut' }),
        contacts: Type.Number({ description: 'Contacts in them' }),
      },
      'How long it was looked for',
    ),
    settling: closed(
      {
        runSeconds: Type.Number({ description: 'Length of a run' }),
        warmUpSeconds: Type.Number({ description: 'Its start, left out' }),
        runOutSeconds: Type.Number({ description: 'Its end, left out' }),
        fillingSeconds: Type.Number({
          description: 'What follow-ups and redials take to come as often as they ever will',
        }),
        batchSeconds: Type.Number(),
        batches: Type.Integer(),
        lagCorrelation: Type.Number({
          description:
            'Greatest correlation of a batch with the next among the promises, or among all figures without any',
        }),
        inHand: orNull(estimate, 'Contacts waiting or with an agent; null: nothing was counted'),
        course: Type.Array(Type.Number(), {
          description: 'The same by equal parts of a run from an empty centre on, mean over the trial runs',
        }),
      },
      'How it settles',
    ),
    changes: Type.Array(change),
    figures: Type.Array(figure),
    hour,
  },
  'What a centre settles to if one instant lasts for ever',
);

/** JSON schema (2020-12) of a long run. */
export const longRunSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Callfloor long run',
  ...schema,
};

/** A long run: what every rendering is made from. Counts of the hour are means per hour; its runs are batches. */
export type LongRunReport = Static<typeof schema>;
export type LongRunFigure = LongRunReport['figures'][number];
export type LongRunChange = LongRunReport['changes'][number];
