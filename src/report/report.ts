/**
 * The shape of a report: plain data without language, in the order in which it is read (verdict, where, why, tables, how
 * it was computed). The schema is the only source: the type, `schemas/report.schema.json` and the checks come from it.
 * Times are seconds from the scenario's start, fractions lie in 0–1, counts are means per run unless a name says otherwise.
 */
import Type, { type Static } from 'typebox';
import { complaintLevels, complaintSubjects } from '../scenario/scenario.ts';

export const index = (description: string) => Type.Integer({ minimum: 0, description });
export const orNull = <T extends Type.TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });
export const closed = <T extends Type.TProperties>(properties: T, description: string) =>
  Type.Object(properties, { additionalProperties: false, description });
export const oneOf = <const T extends string[]>(names: readonly [...T], description: string) =>
  Type.Enum(names, { description });

export const judgement = oneOf(
  ['held', 'broken', 'undecided', 'nothing-to-judge'],
  'held or broken: the interval lies wholly on the good or the bad side of the target',
);

export const estimate = closed(
  { value: Type.Number(), low: Type.Number(), high: Type.Number(), confidence: Type.Number() },
  'A point estimate and its interval at the stated confidence',
);

const range = closed(
  {
    from: Type.Number({ description: 'Seconds from the start' }),
    to: Type.Number({ description: 'Seconds from the start' }),
    fromInterval: index('First planning interval'),
    toInterval: index('Last planning interval, itself included'),
  },
  'Neighbouring planning intervals, merged',
);

/** What is promised, by which definition. */
export const claimProperties = {
  id: Type.String(),
  measure: Type.String({ description: 'Kind of measure' }),
  variant: Type.String({ description: 'The definition used' }),
  clock: Type.Optional(Type.String({ description: 'The clock, where the measure speaks of one' })),
  tier: Type.Optional(Type.String({ description: 'The tier of customers, where the promise speaks of one' })),
  unit: oneOf(['fraction', 'seconds', 'count'], 'Unit of target and estimates'),
  answerWithinSeconds: Type.Number({ description: '0 where the measure has none' }),
  shortAbandonSeconds: Type.Number({ description: 'Limit of a short abandon, where the definition knows one' }),
  target: Type.Number(),
  sense: oneOf(['at-least', 'at-most'], 'Which side of the target is good'),
  scope: oneOf(['day', 'interval'], 'What has to keep it: the day, or every interval'),
  work: Type.Array(Type.String(), { description: 'Names of the work types covered' }),
  hours: Type.Array(closed({ from: Type.Number(), to: Type.Number() }, 'A stretch of time covered')),
  dayShare: Type.Number({ description: 'Share of days on which it shall hold' }),
};

export const experimentProperties = {
  version: Type.String({ description: 'Version of Callfloor' }),
  seed: Type.String(),
  runs: Type.Integer({ minimum: 0 }),
  ended: oneOf(['decided', 'max-runs', 'runs-asked', 'stopped'], 'Why it ended'),
  judgedAfter: Type.Optional(
    Type.Integer({
      minimum: 0,
      description:
        'Only where it was stopped between the planned looks: runs that the last look saw, 0 before the first. Judgements are those of that look; intervals hold whenever one stops',
    }),
  ),
  confidence: Type.Number(),
};

const promise = closed(
  {
    ...claimProperties,
    judgement,
    estimate: orNull(
      estimate,
      'Ratio of sums over all runs, corrected for what their customers happened to bring; null: nothing to judge',
    ),
    plain: orNull(estimate, 'The ratio as counted, with the interval that it would have without the correction'),
    tally: closed({ met: Type.Number(), of: Type.Number() }, 'Numerator and denominator, summed over all runs'),
    meanOfDays: orNull(estimate, 'Mean of the daily values, a measure of its own'),
    dayHolds: orNull(estimate, 'Share of days on which it held'),
    weekdays: Type.Array(
      closed(
        { weekday: Type.Integer({ minimum: 1, maximum: 7, description: '1 = Monday' }), dayHolds: estimate },
        'Share of the days of one weekday on which it held',
      ),
      { description: 'Empty where all days simulated are the same weekday' },
    ),
    dayQuantiles: Type.Array(closed({ level: Type.Number(), estimate }, 'A quantile of the daily value')),
    furtherRuns: Type.Number({ description: 'Runs still needed to decide, as far as can be told' }),
    breaks: Type.Array(range, { description: 'Where it breaks' }),
    undecided: Type.Array(range, { description: 'Where it is not decided' }),
    intervals: Type.Array(
      closed(
        {
          interval: index('Planning interval'),
          judgement,
          estimate: orNull(estimate, 'Null: nothing to judge'),
          met: Type.Number({ description: 'Numerator, mean per run' }),
          of: Type.Number({ description: 'Denominator, mean per run' }),
          dayHolds: orNull(estimate, 'Share of days on which this interval met the target'),
        },
        'One planning interval',
      ),
    ),
    byWork: Type.Array(
      closed(
        {
          work: index('Work type'),
          value: orNull(Type.Number(), 'Over all hours of the promise'),
          intervals: Type.Array(orNull(Type.Number(), 'Aligned to `intervals` of the promise')),
        },
        'The same measure for one work type alone; only where the promise covers several',
      ),
    ),
    variants: Type.Array(
      closed(
        {
          variant: Type.String(),
          judgement,
          estimate: orNull(estimate, 'Null: nothing to judge'),
          flips: Type.Boolean({ description: 'This definition would turn the verdict' }),
        },
        'Another definition of the same measure, on the same runs',
      ),
    ),
  },
  'A promise, judged',
);

const contactCounts = {
  arrived: Type.Number({ description: 'Attempts that arrived in hours, self-service included' }),
  selfServed: Type.Number(),
  requests: Type.Number({ description: 'Attempts that asked for a person, redials included' }),
  redials: Type.Number({ description: 'Redials among the attempts that arrived' }),
  answered: Type.Number(),
  abandoned: Type.Number(),
  blocked: Type.Number(),
  balked: Type.Number(),
  calledBack: Type.Number({ description: 'Took a call-back instead of waiting' }),
  waiting: Type.Number({ description: 'Sent away at the close while they waited' }),
  asaSeconds: orNull(Type.Number(), 'Mean wait of answered contacts; null: none was answered'),
};

const work = closed(
  {
    name: Type.String(),
    channel: Type.String(),
    assumed: closed(
      {
        ringSeconds: Type.Array(Type.Number(), { description: 'Least and greatest mean over the day' }),
        talkSeconds: Type.Array(Type.Number()),
        holdSeconds: Type.Array(Type.Number()),
        wrapUpSeconds: Type.Array(Type.Number()),
        patienceSeconds: Type.Array(orNull(Type.Number(), 'Null: nobody ever leaves')),
        patienceCv: Type.Number(),
        selfServed: Type.Number(),
        balking: Type.Number(),
        redialAfterAbandoning: Type.Number(),
        redialAfterBlocked: Type.Number(),
        lines: orNull(Type.Number(), 'Least number of lines; null: no limit'),
        waitingRoom: orNull(Type.Number(), 'Null: no limit'),
        closing: oneOf(['serve', 'send-away', 'keep'], 'What becomes of those who wait at the close'),
      },
      'What the scenario assumes of this work',
    ),
    total: closed(
      {
        ...contactCounts,
        outsideHours: Type.Number(),
        callers: Type.Number(),
        callersAnswered: Type.Number(),
        handleSeconds: orNull(Type.Number(), 'Mean of talk, hold and wrap-up of answered contacts'),
      },
      'Whole horizon, mean per run',
    ),
    backlog: orNull(
      closed(
        {
          items: Type.Number({ description: 'Waiting at the end of a day, mean' }),
          over24Hours: Type.Number({ description: 'Those of them who have waited longer than 24 hours' }),
          over48Hours: Type.Number(),
          atLast: Type.Number({ description: 'Waiting at the end of the last day, mean per run' }),
        },
        'What is left at the end of a day',
      ),
      'Null: nothing is kept over the close',
    ),
    intervals: Type.Array(
      closed(
        {
          ...contactCounts,
          queueMean: Type.Number({ description: 'Mean number waiting, by the clock' }),
          queueMax: Type.Number({ description: 'Mean over runs of the greatest number waiting' }),
          queueAtEnd: Type.Number(),
        },
        'One planning interval, mean per run, booked to the interval of arrival; queues to the clock',
      ),
      { description: 'One entry per planning interval' },
    ),
  },
  'A type of contact',
);

const groupState = {
  scheduled: Type.Number({ description: 'Agents on the roster, after shocks and absence' }),
  available: Type.Number({ description: 'Agents logged in' }),
  occupancy: orNull(Type.Number(), 'Handling ÷ (handling + available); null: nobody there'),
};

const group = closed(
  {
    name: Type.String(),
    total: closed(
      {
        scheduledHours: Type.Number({ description: 'Scheduled while work that may come to them is open' }),
        availableHours: Type.Number({ description: 'Logged in then, and while a contact is finished after it closes' }),
        handlingHours: Type.Number(),
        paidHours: Type.Number({ description: 'The shifts of named people; of head-counts what is scheduled' }),
        occupancy: groupState.occupancy,
        utilization: orNull(Type.Number(), 'Handling ÷ paid time; null: nothing is paid'),
        overrunHours: Type.Number({ description: 'Logged in beyond the roster to finish a contact' }),
      },
      'Whole horizon, mean per run',
    ),
    intervals: Type.Array(closed(groupState, 'Mean over one planning interval')),
    breaks: Type.Optional(
      closed(
        {
          due: Type.Number({ description: 'Breaks planned while somebody was there, mean per run' }),
          late: Type.Number({ description: 'Begun more than 5 minutes after their time' }),
          missed: Type.Number({ description: 'Not begun before the shift ended' }),
          delaySeconds: orNull(Type.Number(), 'Mean delay of those begun, those on time counted; null: none was'),
          longStretches: Type.Number({ description: 'Stretches on queue of more than 6 hours without a break' }),
          intervals: Type.Array(
            closed(
              { due: Type.Number(), late: Type.Number(), missed: Type.Number() },
              'Breaks planned in one planning interval, mean per run',
            ),
          ),
        },
        'Breaks of named people; left out where the roster has none',
      ),
    ),
  },
  'A group of agents',
);

const erlangNumbers = { erlangC: orNull(Type.Number(), 'Erlang C'), erlangA: orNull(Type.Number(), 'Erlang A') };
const formula = closed(
  {
    serviceLevel: orNull(Type.Number(), 'Answered within the time promised'),
    abandoned: Type.Number(),
    asaSeconds: orNull(Type.Number(), 'Null: the queue grows without limit, or none is answered'),
    occupancy: Type.Number(),
    overload: Type.Boolean(),
  },
  'What a formula predicts with the agents scheduled',
);

const erlang = closed(
  {
    work: index('Work type'),
    promise: orNull(index('Promise'), 'The answered-within promise that the formulas are asked for; null: none'),
    total: closed(
      {
        offered: Type.Number(),
        requiredHours: closed(erlangNumbers, 'Agent-hours required'),
        scheduledHours: Type.Number({
          description:
            'Agent-hours scheduled where those required are counted; where no promise requires any, while anything is offered',
        }),
        serviceLevel: closed({ simulated: orNull(Type.Number(), 'From the runs'), ...erlangNumbers }, 'Shares'),
        lost: closed(
          { simulated: orNull(Type.Number(), 'From the runs'), erlangA: Type.Number(), erlangB: Type.Number() },
          'Shares abandoned or blocked',
        ),
      },
      'Whole horizon',
    ),
    intervals: Type.Array(
      closed(
        {
          offered: Type.Number({ description: 'First requests expected' }),
          handleSeconds: Type.Number(),
          ringSeconds: Type.Number(),
          patienceSeconds: orNull(Type.Number(), 'Null: nobody ever leaves'),
          offeredLoad: Type.Number({ description: 'Erlangs' }),
          openShare: Type.Number({
            description: 'Part of the interval in which anything is open: what is required is required in it',
          }),
          scheduled: Type.Number({ description: 'Agents apportioned to this work' }),
          required: closed(erlangNumbers, 'Fewest agents that keep the promise'),
          simulated: closed(
            {
              serviceLevel: orNull(Type.Number(), 'Null: nothing to judge'),
              abandoned: orNull(Type.Number(), 'Null: nobody asked'),
              asaSeconds: orNull(Type.Number(), 'Null: none was answered'),
            },
            'The same from the runs',
          ),
          blockedByErlangB: Type.Number(),
          erlangC: formula,
          erlangA: formula,
        },
        'One planning interval',
      ),
    ),
    differences: Type.Array(
      closed(
        {
          difference: Type.String({ description: 'What the scenario has and the formulas do not know' }),
          figure: orNull(Type.Number(), 'How much of it there is: a share, a cv, hours, a number; see the wording'),
          at: orNull(Type.Number(), 'Where it is greatest, seconds'),
        },
        'Why the simulation may differ',
      ),
    ),
  },
  'The formulas beside the simulation, for one work type',
);

const quality = closed(
  {
    pass: Type.Number({ description: 'Score of 100 from which a contact passes' }),
    work: Type.Array(
      closed(
        {
          work: index('Work type'),
          days: Type.Array(
            closed(
              {
                handled: Type.Number(),
                quality: orNull(Type.Number(), 'Mean true score, points; null: nothing was handled'),
                poor: Type.Number({ description: 'Truly below the mark' }),
                sampled: Type.Number(),
                evaluated: Type.Number(),
                failed: Type.Number({ description: 'First scores below the mark' }),
                falselyFailed: Type.Number({ description: 'Of these, contacts truly above it' }),
                falselyPassed: Type.Number({ description: 'First scores above it of contacts truly below' }),
                overturned: Type.Number({ description: 'Findings that a later score overturned' }),
                talks: Type.Number({ description: 'Talks about a finding' }),
                arrived: Type.Number(),
                repeats: Type.Number({ description: 'Of those that arrived: because of an earlier contact' }),
              },
              'One day of arrival, mean per run',
            ),
          ),
        },
        'Work whose quality is simulated',
      ),
    ),
    agents: closed(
      {
        weak: Type.Number({ description: 'Agents truly below the mark over all that they handled, mean per run' }),
        weakFound: Type.Number({ description: 'Of these, those whose mean score is below it' }),
        good: Type.Number(),
        goodAccused: Type.Number({ description: 'Others whose mean score is below it' }),
      },
      'Whom the scores find',
    ),
    agreement: orNull(
      closed(
        {
          pairs: Type.Number({ description: 'Contacts scored by two evaluators, mean per run' }),
          withinTen: Type.Number({ description: 'Share within ten points' }),
          intraclass: orNull(Type.Number(), 'Intraclass correlation of one evaluator, ICC(2,1); null: nothing differs'),
          kappa: orNull(Type.Number(), 'Cohen’s kappa of pass or not; null: all pass, or none'),
        },
        'How two evaluators of a contact agree',
      ),
      'Null: nothing was scored twice',
    ),
  },
  'Quality assurance',
);

export const days = Type.Array(
  closed(
    {
      date: Type.String({ description: 'ISO date' }),
      weekday: Type.Integer({ minimum: 1, maximum: 7, description: '1 = Monday' }),
      start: Type.Number(),
      end: Type.Number(),
    },
    'A simulated day',
  ),
);

export const intervals = Type.Array(
  closed(
    {
      start: Type.Number(),
      end: Type.Number(),
      day: index('Day'),
      label: Type.String({ description: 'Local wall-clock time of the start, HH:MM' }),
    },
    'A planning interval',
  ),
);

const uncertainty = closed(
  {
    draws: Type.Integer({ description: 'Sets of inputs simulated' }),
    runs: Type.Integer({ description: 'Runs of each' }),
    factors: Type.Array(
      closed(
        {
          name: Type.String(),
          affects: Type.Array(oneOf(['arrivals', 'handling', 'patience'], 'What it multiplies')),
          work: Type.Array(Type.String(), { description: 'Names of the work types concerned' }),
          spread: oneOf(['log-normal', 'uniform'], 'How the factor is distributed, with mean 1'),
          size: Type.Number({
            description: 'Coefficient of variation of a log-normal one; half the width of a uniform one',
          }),
        },
        'An input known up to a factor',
      ),
    ),
    promises: Type.Array(
      closed(
        {
          promise: index('Promise'),
          estimate,
          low: Type.Number({ description: '5 % quantile over the inputs of the expectation' }),
          middle: Type.Number({ description: 'Median over the inputs of the expectation' }),
          high: Type.Number({ description: '95 % quantile over the inputs of the expectation' }),
          holds: estimate,
          dayHolds: Type.Number({ description: 'Share of days, over inputs and chance, on which it holds' }),
          fromInputs: Type.Number({ description: 'Standard deviation of a day’s value from not knowing the inputs' }),
          fromChance: Type.Number({ description: 'Standard deviation of a day’s value from chance' }),
          factors: Type.Array(Type.Number(), {
            description: 'Per factor, the share of the inputs’ part that goes with it (squared correlation)',
          }),
        },
        'A promise, judged over the day as a whole, under uncertain inputs',
      ),
    ),
  },
  'Inputs that are not known exactly',
);

const complaints = closed(
  {
    after: Type.Array(
      closed(
        {
          work: index('Work type'),
          contacts: Type.Number({ description: 'Contacts that arrived, mean per run' }),
          followed: Type.Number({ description: 'Of these, contacts after which a complaint arises' }),
          share: orNull(Type.Number(), 'Followed ÷ contacts; null: none came'),
          intervals: Type.Array(Type.Number(), {
            description: 'Contacts after which a complaint arises, by interval of the contact, mean per run',
          }),
        },
        'Work of which complaints may arise',
      ),
    ),
    came: Type.Array(
      closed(
        {
          work: index('Work type'),
          level: oneOf(complaintLevels, 'How grave'),
          about: oneOf(complaintSubjects, 'What they are about'),
          arrived: Type.Number({ description: 'New complaints that came, mean per run' }),
          arisen: Type.Number({ description: 'Of these, those that arose of an earlier contact' }),
          further: Type.Number({
            description: 'Complaints that other work on complaints passed on, beside the new ones',
          }),
        },
        'Work that complaints are',
      ),
    ),
  },
  'Complaints',
);

const clock = closed(
  {
    name: Type.String(),
    started: Type.Number({ description: 'Clocks that started, mean per run' }),
    met: Type.Number({ description: 'Stopped in time' }),
    missed: Type.Number({ description: 'Stopped late, or nothing is left that could stop them' }),
    open: Type.Number({ description: 'Within their time when the days end' }),
    meanSeconds: orNull(Type.Number(), 'Mean time until they stopped or were given up; null: none ended'),
    extended: orNull(Type.Number(), 'Given more time with notice; null: the clock is never extended'),
    reminded: orNull(Type.Number(), 'Reminded before the deadline; null: nobody reminds'),
  },
  'A clock',
);

const workOutcome = closed(
  {
    work: index('Work type'),
    handled: Type.Number({ description: 'Items handled, mean per run' }),
    settled: orNull(Type.Number(), 'Share of items handled that settle their matter; null: not told'),
    firstContact: orNull(Type.Number(), 'The same of contacts that came by themselves'),
    repeats: orNull(Type.Number(), 'Share of contacts that arose of other work; null: none came'),
    satisfaction: orNull(Type.Number(), 'Mean points ÷ 100 of customers who gave any; null: none did'),
    dissatisfied: orNull(Type.Number(), 'Share of those who gave points who gave too few'),
    searchesFound: orNull(Type.Number(), 'Share of searches in the knowledge base that succeed; null: none'),
    laidAside: orNull(Type.Number(), 'How often items were laid aside, mean per run; null: never'),
  },
  'What became of contacts of one type of work',
);

/** All of a report. */
export const reportShape = closed(
  {
    format: Type.Literal('callfloor-report'),
    formatVersion: Type.Literal(1),
    scenario: closed(
      {
        name: Type.String(),
        summary: Type.String(),
        hash: Type.String({ description: 'SHA-256 of everything that determines the result' }),
        timeZone: Type.String(),
        intervalSeconds: Type.Number(),
        days,
      },
      'What was simulated',
    ),
    experiment: closed(experimentProperties, 'How it was computed'),
    verdict: closed(
      {
        judgement,
        promise: orNull(index('Promise'), 'The promise to speak of first; null: the scenario makes none'),
        counts: closed(
          {
            held: index('held'),
            broken: index('broken'),
            undecided: index('undecided'),
            nothing: index('nothing to judge'),
          },
          'Promises by judgement',
        ),
        agentsMissing: orNull(
          Type.Integer({ minimum: 1 }),
          'Greatest number of agents short of Erlang A’s requirement where that promise breaks; null: none, or not known',
        ),
      },
      'All promises together',
    ),
    promises: Type.Array(promise),
    allHold: orNull(estimate, 'Share of days on which all promises hold, counted jointly'),
    uncertainty: orNull(uncertainty, 'What not knowing the inputs leaves open; null: they are taken as known'),
    quality: Type.Optional(quality),
    complaints: Type.Optional(complaints),
    clocks: Type.Optional(Type.Array(clock)),
    outcomes: Type.Optional(Type.Array(workOutcome)),
    intervals,
    work: Type.Array(work),
    groups: Type.Array(group),
    settled: orNull(
      closed(
        {
          matters: Type.Number({ description: 'Settled in work that says which are, mean per run' }),
          paidMinutesEach: orNull(Type.Number(), 'Paid time of all groups ÷ matters settled; null: none was'),
        },
        'What settling a matter costs',
      ),
      'Null: no work says which matters are settled',
    ),
    tiers: Type.Array(
      closed(
        {
          name: Type.String(),
          share: Type.Number({ description: 'Share of customers' }),
          requests: Type.Number({ description: 'Attempts that asked for a person, mean per run' }),
          answered: Type.Number(),
          abandoned: Type.Number(),
          asaSeconds: orNull(Type.Number(), 'Mean wait of answered contacts; null: none was answered'),
          answeredWithin: orNull(
            closed(
              { seconds: Type.Number(), share: orNull(Type.Number(), 'Of answered and abandoned; null: nobody') },
              'By the first promise that names a time',
            ),
            'Null: no promise names a time',
          ),
        },
        'A tier of customers, over all work at which somebody waits',
      ),
    ),
    shocks: Type.Array(
      closed(
        {
          kind: Type.String(),
          name: Type.String(),
          why: Type.String(),
          from: Type.Number(),
          to: Type.Number(),
          touches: Type.Array(Type.String()),
        },
        'A shock',
      ),
    ),
    erlang: Type.Array(erlang),
    waits: closed(
      {
        upperEdgesSeconds: Type.Array(Type.Number(), {
          description: 'Upper edge of each bin, itself included; a last bin takes the rest',
        }),
        answered: Type.Array(Type.Number(), { description: 'Contacts per bin, mean per run' }),
        abandoned: Type.Array(Type.Number()),
      },
      'Distribution of waits over all work',
    ),
    assumptions: closed(
      {
        busynessCv: Type.Number({ description: 'Randomness of the level of the day, shared by all work' }),
        routing: Type.String(),
        agentChoice: oneOf(['longest-idle', 'random', 'listed'], 'Which idle agent is taken'),
        leaving: Type.Array(oneOf(['pooled', 'named', 'roster'], 'How agents leave'), {
          description: 'The ways in which agents leave, each once',
        }),
      },
      'What holds for the whole centre',
    ),
  },
  'A report of Callfloor',
);

/** JSON schema (2020-12) of a report. */
export const reportSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Callfloor report',
  ...reportShape,
};

/** A report: what every rendering (HTML, text, CSV, JSON, charts) is made from. */
export type Report = Static<typeof reportShape>;
export type ReportPromise = Report['promises'][number];
/** What is promised, without how it came out. */
export type PromiseClaim = Pick<ReportPromise, keyof typeof claimProperties>;
/** The promises of a report and the types of work that they may cover. */
export interface ReportClaims {
  readonly work: readonly unknown[];
  readonly promises: readonly PromiseClaim[];
}
/** The time that a report covers. */
export interface ReportTime {
  readonly scenario: Pick<Report['scenario'], 'days'>;
  readonly intervals: Report['intervals'];
}
export type ReportRange = ReportPromise['breaks'][number];
export type ReportWork = Report['work'][number];
export type ReportUncertainty = NonNullable<Report['uncertainty']>;
export type ReportQuality = NonNullable<Report['quality']>;
export type ReportErlang = Report['erlang'][number];
export type ReportEstimate = NonNullable<Report['allHold']>;
export type ReportJudgement = Report['verdict']['judgement'];
