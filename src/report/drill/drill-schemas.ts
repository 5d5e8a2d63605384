/**
 * The shapes of what drills write: the after-action report and the tuning of a plan. The schemas are the only source of the types and of
 * `schemas/after-action.schema.json` and `schemas/drill-tuning.schema.json`. Times are seconds from the scenario's start, agents' time is hours of an
 * ordinary agent, what is said stands as the drill's author wrote it.
 */
import Type, { type Static } from 'typebox';
import { type Condition, quantities } from '../../drill/condition.ts';
import { levelNames } from '../../drill/drill.ts';
import { ratings } from '../../drill/rate-objectives.ts';
import { claimProperties, closed, days, index, intervals, oneOf, orNull } from '../report.ts';

const text = Type.String();
const number = Type.Number();
const count = Type.Integer({ minimum: 0 });
const bilingual = closed({ en: text, zh: text }, 'In each language');
const said = Type.Union([text, bilingual], { description: 'As the author of the drill wrote it' });
const share = Type.Number({ minimum: 0, maximum: 1 });
const interval = closed({ point: number, low: number, high: number }, 'An estimate and its interval');

const order = Type.Union(
  [
    closed({ action: Type.Literal('pull'), lever: index('Lever'), agents: number }, 'A lever pulled'),
    closed({ action: Type.Literal('release'), lever: index('Lever') }, 'A lever released'),
    closed({ action: Type.Literal('level'), level: count }, 'Number of levels active; 3 is level I'),
  ],
  { description: 'Something to be done' },
);

const condition = Type.Unsafe<Condition>(
  Type.Array(
    closed(
      {
        quantity: oneOf(quantities, 'What is read off the floor'),
        of: orNull(text, 'A type of work or a group; null: all'),
        above: Type.Boolean(),
        orEqual: Type.Boolean(),
        value: number,
        forSeconds: number,
        overSeconds: number,
      },
      'One thing that has to be so',
    ),
  ),
);

const plan = closed(
  {
    name: text,
    summary: said,
    levels: Type.Array(
      orNull(
        closed({ enter: condition, leave: condition, orders: Type.Array(order) }, 'A response level'),
        'Null: the plan has none',
      ),
      { description: `Levels ${levelNames.join(', ')}` },
    ),
    rules: Type.Array(closed({ when: condition, orders: Type.Array(order) }, 'A rule')),
    script: Type.Array(closed({ at: number, orders: Type.Array(order), by: text }, 'Done whatever happens')),
  },
  'A plan',
);

const outcome = closed(
  {
    lost: Type.Number({ description: 'Customers who got neither a person nor an answer by announcement' }),
    customers: Type.Number({ description: 'Customers who asked for a person or found the door shut' }),
    avoided: Type.Number({ description: 'Would-be callers whom a message kept from calling' }),
    cost: Type.Number({ description: 'Of levers, hours' }),
    damage: Type.Number({ description: 'Cost and the worth of lost customers, hours' }),
    recovery: orNull(
      number,
      'Seconds from the first inject until the floor is back to normal; null: it is not by the end',
    ),
    promises: Type.Array(closed({ met: number, of: number }, 'By promise')),
  },
  'What a day came to',
);

const change = Type.Union(
  [
    closed({ kind: Type.Literal('decided') }, 'What was decided'),
    closed({ kind: Type.Literal('nobody') }, 'Nobody acts'),
    closed({ kind: Type.Literal('plan'), plan: index('Plan') }, 'A written plan acts'),
    closed({ kind: Type.Literal('moved'), decision: index('Decision'), minutes: number }, 'A decision moved'),
    closed({ kind: Type.Literal('left-out'), decision: index('Decision') }, 'A decision left out'),
    closed(
      { kind: Type.Literal('best-moves'), minutes: Type.Array(orNull(number, 'Null: left out')) },
      'Every decision as it is best by itself',
    ),
  ],
  { description: 'What a course changes of what was decided' },
);

const reviewed = closed(
  {
    change,
    lost: number,
    cost: number,
    damage: number,
    recovered: share,
    recovery: orNull(number, 'Mean seconds on the days on which the floor was back to normal; null: on none'),
    saves: interval,
    spares: interval,
    kept: Type.Number({ description: 'Promises kept, mean a day' }),
    keeps: interval,
    spends: interval,
    hastens: interval,
  },
  'A course, means a day; intervals are of what was decided against it',
);

const review = closed(
  {
    days: count,
    proofDays: count,
    confidence: number,
    promises: count,
    courses: Type.Array(reviewed),
    onTheDay: Type.Array(outcome, { description: 'On the day of the exercise itself, by course' }),
    best: closed(
      { change, regret: interval, lost: interval },
      'The course with the least damage, judged on fresh days',
    ),
  },
  'What each decision was worth',
);

const trackPoint = closed(
  {
    time: number,
    queue: number,
    waiting: Type.Array(number, { description: 'By type of work' }),
    longestWait: number,
    serviceLevel: orNull(number, 'Of the last ten minutes; null: nothing happened'),
    occupancy: orNull(number, 'Of the last ten minutes; null: nobody was there'),
    loggedIn: number,
    busy: number,
    level: count,
    working: Type.Array(number, { description: 'By lever, agents at work or 1' }),
  },
  'The floor at an instant',
);

const afterAction = closed(
  {
    format: Type.Literal('callfloor-after-action'),
    formatVersion: Type.Literal(1),
    drill: closed(
      {
        name: text,
        summary: said,
        hash: Type.String({ description: 'SHA-256 of everything that determines what happens' }),
        participants: Type.Array(closed({ name: text, role: said }, 'Who took part')),
        from: number,
        to: number,
        normalQueue: number,
      },
      'The drill',
    ),
    log: closed(
      {
        format: Type.Literal('callfloor-drill-log'),
        formatVersion: Type.Literal(1),
        version: text,
        drill: text,
        drillHash: text,
        file: text,
        plan: text,
        seed: text,
        run: count,
        live: Type.Boolean({ description: 'People decided, not the plan' }),
        seal: Type.String({ description: 'Hash of the last line of the log' }),
      },
      'The log of decisions',
    ),
    injects: Type.Array(
      closed(
        { at: number, what: said, told: said, toldAt: number, truth: said, until: number },
        'What the exercise does to the centre',
      ),
    ),
    levers: Type.Array(
      closed(
        { name: text, title: said, counted: Type.Boolean(), pulls: count, hours: number, cost: number },
        'A lever and what became of it',
      ),
    ),
    plans: Type.Array(text),
    planSummary: said,
    decisions: Type.Array(
      closed(
        { at: number, by: text, order, because: text, upwards: Type.Optional(Type.Boolean()) },
        'A decision; `by` is empty for the rules of a plan',
      ),
    ),
    seen: Type.Array(orNull(trackPoint, 'Null: not on the board'), {
      description: 'What the board showed at each decision',
    }),
    objectives: Type.Array(
      closed(
        {
          id: text,
          text: said,
          capability: said,
          rating: oneOf(ratings, 'Performed without challenges (P), with some (S), with major ones (M), unable (U)'),
          measure: Type.Union([count, Type.Literal('response'), Type.Literal('recovery')], {
            description: 'Index of a promise, or what is timed',
          }),
          reached: orNull(number, 'Null: never, or nothing to judge'),
          target: number,
        },
        'An objective, rated',
      ),
    ),
    outcome,
    outcomeOfNobody: outcome,
    outcomeOfOrdinary: outcome,
    promises: Type.Array(closed(claimProperties, 'What is promised')),
    ownPromises: Type.Array(count, { description: 'Those of the scenario itself' }),
    norm: orNull(
      closed(
        {
          title: bilingual,
          clauses: Type.Array(
            closed(
              {
                id: text,
                text: bilingual,
                source: bilingual,
                judged: Type.Union([count, Type.Literal('held'), Type.Literal('broken')], {
                  description: 'Index of a promise, or what decides it without a run',
                }),
              },
              'A clause',
            ),
          ),
          notTestable: Type.Array(text),
        },
        'The norm that the day is held against',
      ),
      'Null: the drill names none',
    ),
    work: Type.Array(text),
    cases: Type.Array(count, { description: 'Types of work that wait without a customer' }),
    scenario: closed({ days }, 'The days simulated'),
    intervals,
    track: Type.Array(trackPoint),
    trackOfNobody: Type.Array(
      closed({ time: number, queue: number, waiting: Type.Array(number) }, 'With nobody acting'),
    ),
    review: orNull(review, 'Null: nobody has looked back'),
  },
  'An exercise, what was decided and what it came to',
);

const tuning = closed(
  {
    format: Type.Literal('callfloor-drill-tuning'),
    formatVersion: Type.Literal(1),
    version: Type.String({ description: 'Version of Callfloor' }),
    drill: text,
    seed: text,
    limit: Type.Number({ description: 'At most this share of ordinary days may have a false alarm' }),
    tried: Type.Integer({ description: 'Plans tried' }),
    simulated: closed({ emergency: count, ordinary: count }, 'Days simulated in all'),
    days: Type.Integer({ description: 'Emergency days of the last round, and again of the judgement' }),
    ordinaryDays: count,
    confidence: number,
    round: Type.Array(
      closed(
        {
          variation: closed(
            { enter: number, wait: number, stay: number, levels: Type.Unsafe<readonly number[]>(Type.Array(count)) },
            'Factors on thresholds, waits and stays, and the level of each lever',
          ),
          plan,
          alarms: share,
          late: share,
          kept: orNull(share, 'Null: the objectives promise nothing'),
          lost: number,
          cost: number,
          damage: number,
        },
        'A plan over the days of the last round; means of emergency days',
      ),
      { description: 'The plan as written first' },
    ),
    front: Type.Array(count, { description: 'Plans of the round that none beats in both false alarms and damage' }),
    chosen: orNull(count, 'Index into the round; null: none is shown to keep the limit'),
    because: orNull(oneOf(['better', 'nothing-better', 'keeps-limit'], 'Why it was chosen'), 'Null: nothing was'),
    judged: orNull(
      closed(
        {
          alarms: closed({ point: number, atMost: number }, 'Share of fresh ordinary days, and its upper bound'),
          late: share,
          kept: orNull(share, 'Null: the objectives promise nothing'),
          spares: interval,
          saves: interval,
        },
        'The chosen plan on fresh days; against the plan as written',
      ),
      'Null: nothing was chosen',
    ),
  },
  'Better thresholds and levers for a plan',
);

const draft = 'https://json-schema.org/draft/2020-12/schema';

/** JSON schema (2020-12) of an after-action report. */
export const afterActionSchema = { $schema: draft, title: 'Callfloor after-action report', ...afterAction };
/** JSON schema (2020-12) of a tuning. */
export const tuningSchema = { $schema: draft, title: 'Callfloor drill tuning', ...tuning };

/** An after-action report. */
export type AfterAction = Static<typeof afterAction>;
/** A tuning as data. */
export type TuningData = Static<typeof tuning>;
