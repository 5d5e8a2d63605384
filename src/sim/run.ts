/**
 * What one simulated run leaves behind: counts and times in columns, one block per work type and interval (booked to the
 * interval of arrival), per group and interval and per queue and interval (booked to the clock). One flat Float64Array,
 * so that it crosses threads at once and sums by adding; handlers write into it, nobody averages here.
 */

/**
 * Columns per work type × interval of arrival of the attempt. Times are seconds. A run keeps those up to `talk`, and as many further ones as its scenario
 * has a use for (`layoutRun`): all up to the last of them, so what is used most comes first.
 */
export const contactColumns = [
  /** Attempts that arrived in hours, self-service included. */
  'arrived',
  'answered',
  'abandoned',
  /** Sent away at the close while they waited. */
  'waiting',
  /** Came outside hours: not offered, not in `arrived`. */
  'outsideHours',
  /** Sum of the waits (queue + ring) of answered attempts. */
  'answeredWait',
  /** Sum of the waits of abandoned attempts. */
  'abandonedWait',
  /** Sum of the waits of those sent away. */
  'waitingWait',
  /** Answered attempts that found nobody free at once (queued for more than 0 s before ringing). */
  'delayed',
  /** Handling: talk, hold and wrap-up of answered attempts, whole length. */
  'talk',
  'hold',
  'wrapUp',
  /** Attempts among `arrived` that were redials. */
  'redials',
  /** Callers: first attempts that asked for a person; and those answered in the end. Booked to the first attempt's interval. */
  'callers',
  'callersAnswered',
  'blocked',
  /** Attempts that asked for a person = answered + abandoned + blocked + balked + calledBack + waiting. */
  'requests',
  /** Completed in self-service. */
  'selfServed',
  'balked',
  /** Took a call-back instead of waiting (virtual hold). */
  'calledBack',
] as const;
export type ContactColumn = (typeof contactColumns)[number];

/** The last columns that every run keeps. */
const lastUsual = { contact: 'talk', group: 'paid', queue: 'queueAtEnd' } as const;

/** Where a contact column is read that a run does not keep because another holds the same: nobody is served by a machine, and nobody redials. */
const standIns: Partial<Record<ContactColumn, ContactColumn>> = {
  requests: 'arrived',
  callers: 'requests',
  callersAnswered: 'answered',
};

/** Columns per work type × interval × threshold: booked like the above. `wait <= T` counts. */
export const thresholdColumns = ['answeredWithin', 'abandonedWithin'] as const;

/** A break that begins later than this is late, seconds: what adherence is usually allowed. */
export const lateBreakSeconds = 300;

/**
 * Columns per agent group × interval of clock time: agent-seconds first, then counts. A run keeps those up to `paid`, and further ones
 * like contact columns.
 */
export const groupColumns = [
  /** Rostered to be on queue, after shocks and absence. */
  'scheduled',
  /** Logged in: available + ringing + handling (past the shift's end while a contact is finished). */
  'loggedIn',
  /** Talk + hold + wrap-up. */
  'handling',
  'paid',
  'ringing',
  /** Of named people, by when they were planned: breaks, those begun over {@link lateBreakSeconds} late, and those not begun before the shift ended. */
  'breaksDue',
  'breaksLate',
  'breaksMissed',
  /** How late all that were begun were together, seconds. */
  'breakDelay',
  /** Stretches on queue, as lived, of more than `breakDueSeconds`; by when they ended. */
  'longStretches',
] as const;
export type GroupColumn = (typeof groupColumns)[number];

/** Columns per queue (= work type) × interval of clock time. A run keeps those up to `queueAtEnd`, and further ones like contact columns. */
export const queueColumns = [
  /** Integral of the number waiting (contact-seconds). */
  'queueSeconds',
  /** Greatest number waiting: the only column that is a maximum, not a sum. */
  'queueMax',
  /** Number waiting at the interval's end. */
  'queueAtEnd',
  /** Of work that is kept: those waiting at the end of a day's last interval who have waited over 24 hours, and over 48. */
  'over24Hours',
  'over48Hours',
] as const;
export type QueueColumn = (typeof queueColumns)[number];

/** Columns that a scenario may have no use for. */
export type RunColumn = ContactColumn | GroupColumn | QueueColumn;

/** Columns per work type × interval of arrival, in scenarios where what is handled has consequences. */
export const outcomeColumns = [
  /** Items among `arrived` that arose of other work (not counting redials). */
  'arisen',
  /** Items handled, and those whose matter was settled; and the same of items that arose of nothing. */
  'handled',
  'resolved',
  'firstHandled',
  'firstResolved',
  /** Customers who gave points, the sum of their points, and those who gave too few. */
  'rated',
  'points',
  'dissatisfied',
  /** Searches in the knowledge base, and those that found what was needed. */
  'searches',
  'found',
  /** How often items were laid aside for a customer who waited, and how long they then lay, seconds. */
  'interruptions',
  'heldUp',
  /** Attempts after which a complaint arose, however many. */
  'complained',
  /** Complaints among `arisen` that follow from complaints: the same ones, further on. */
  'sameComplaint',
] as const;
export type OutcomeColumn = (typeof outcomeColumns)[number];

/** Columns per clock × interval in which it started. */
export const clockColumns = [
  'started',
  /** Stopped in time; late or never stopped; and still within its time when the run ended. started = met + missed + open. */
  'met',
  'missed',
  'open',
  /** Time from start to stop of those that stopped, pauses left out, seconds. */
  'elapsed',
  /** Given more time with notice, and reminded. */
  'extended',
  'reminded',
] as const;
export type ClockColumn = (typeof clockColumns)[number];

/** Of these, the first, kept once more for each tier of customers. */
export const tierClockColumns = ['started', 'met', 'missed'] as const satisfies readonly ClockColumn[];
export type TierClockColumn = (typeof tierClockColumns)[number];

/** Columns per type of work whose quality is simulated × interval of arrival of the contact. Points are of 100. */
export const qualityColumns = [
  /** Contacts handled, the sum of their true scores, and those truly below the pass mark. */
  'scored',
  'quality',
  'poor',
  /** Drawn for evaluation, and evaluated. */
  'sampled',
  'evaluated',
  /** Of first evaluations: the sum of scores; those below the mark; of contacts truly above it, and those that pass though truly below. */
  'points',
  'failed',
  'falselyFailed',
  'falselyPassed',
  /** Findings that a later score overturned. */
  'overturned',
  /** Talks about a finding. */
  'coached',
  /** Of findings talked over: those with a next review of the agent, and those that showed again in it. */
  'followedNext',
  'againNext',
  /** Findings talked over four weeks before the end or earlier, and those of them that showed again within four weeks. */
  'followedAny',
  'againAny',
] as const;
export type QualityColumn = (typeof qualityColumns)[number];

/** What a run shows of its agents and evaluators, a number each. */
export const teamColumns = [
  /** Agents whose true quality over what they handled is below the mark, those called so by their mean score, and beyond doubt. */
  'weak',
  'weakFound',
  'weakProven',
  /** The same of all other agents: false alarms. */
  'good',
  'goodAccused',
  'goodProven',
  /** Contacts scored by two evaluators: how many, within ten points, and how the verdicts went. */
  'pairs',
  'withinTen',
  'bothPass',
  'bothFail',
  'firstPasses',
  'secondPasses',
  /** Sums over them of second − first score, its square, their sum, and its square. */
  'differences',
  'squaredDifferences',
  'sums',
  'squaredSums',
] as const;
export type TeamColumn = (typeof teamColumns)[number];

/** Upper edges (seconds) of the bins of the wait histogram; a last bin takes the rest. */
export const waitBins: readonly number[] = [
  0, 1, 2, 3, 5, 7, 10, 15, 20, 25, 30, 40, 50, 60, 75, 90, 120, 150, 180, 240, 300, 420, 600, 900, 1200, 1800, 3600,
];

/** Where each column of a run lies. */
export interface RunLayout {
  types: number;
  groups: number;
  intervals: number;
  /** Thresholds (seconds, ascending, distinct) for which answered/abandoned within are counted. */
  thresholds: number[];
  /** What the run keeps besides: see `LayoutExtras`. */
  extras: LayoutExtras;
  /** How many of the contact, group and queue columns the run keeps, from the first. */
  kept: { contact: number; group: number; queue: number };
  /** Length of the whole array. */
  length: number;
}

/** What only some scenarios have columns for. */
export interface LayoutExtras {
  /** Whether the outcome columns are there. */
  outcomes: boolean;
  clocks: number;
  /** Follow-ups of all types, each with a column of how often it happened, by interval of arrival of the item before. */
  followUps: number;
  /** Types whose quality is simulated, by index. */
  scored: readonly number[];
  /** Tiers of customers: the contact and threshold columns of every type, and how clocks ended, once more for each. */
  tiers: number;
}

const noExtras: LayoutExtras = { outcomes: false, clocks: 0, followUps: 0, scored: [], tiers: 0 };

/** One run, or the sum of several (then `runs` > 1 and `queueMax` is the mean of maxima × runs). */
export interface RunRecord {
  layout: RunLayout;
  /** Number of runs summed. */
  runs: number;
  data: Float64Array;
}

/**
 * Lays out the columns: contact columns first, then thresholds, groups, queues, wait histograms (answered, abandoned), outcomes, clocks,
 * follow-ups, quality, tiers, what customers brought, and at last one that stays zero, where columns are read that the run does not keep.
 *
 * @param without contact, group and queue columns that nothing can fill: the last of each kind are left out, up to one that something can fill
 */
export function layoutRun(
  types: number,
  groups: number,
  intervals: number,
  thresholds: readonly number[],
  extras: LayoutExtras = noExtras,
  without: readonly RunColumn[] = [],
): RunLayout {
  const { contact, group, queue } = lastUsual;
  const layout: RunLayout = {
    ...{ types, groups, intervals, thresholds: [...thresholds], extras, length: 0 },
    kept: {
      contact: countKept(contactColumns, contact, without),
      group: countKept(groupColumns, group, without),
      queue: countKept(queueColumns, queue, without),
    },
  };
  layout.length = nothingOffset(layout) + intervals;
  return layout;
}

function countKept<Column extends RunColumn>(columns: readonly Column[], usual: Column, without: readonly RunColumn[]) {
  return columns.findLastIndex((column) => column === usual || !without.includes(column)) + 1;
}

/** Index of the first interval of a column that stays zero. */
function nothingOffset(layout: RunLayout): number {
  return broughtOffset(layout, layout.types);
}

/** Index of the first interval of a contact column; the intervals follow one another. */
export function contactOffset(layout: RunLayout, type: number, column: ContactColumn): number {
  const place = placeOf(layout, column);
  return place < 0 ? nothingOffset(layout) : (type * layout.kept.contact + place) * layout.intervals;
}

/** The place of a contact column, or of that which holds the same; -1: it holds nothing. */
function placeOf(layout: RunLayout, column: ContactColumn): number {
  const place = contactColumns.indexOf(column);
  if (place < layout.kept.contact) return place;
  const standIn = standIns[column];
  return standIn === undefined ? -1 : placeOf(layout, standIn);
}

/** Index of the first interval of a threshold column; `threshold` is an index into `layout.thresholds`. */
export function thresholdOffset(
  layout: RunLayout,
  type: number,
  threshold: number,
  column: (typeof thresholdColumns)[number],
): number {
  const start = layout.types * layout.kept.contact * layout.intervals;
  const row = (type * layout.thresholds.length + threshold) * thresholdColumns.length;
  return start + (row + thresholdColumns.indexOf(column)) * layout.intervals;
}

/** Index of the first interval of a group column. */
export function groupOffset(layout: RunLayout, group: number, column: GroupColumn): number {
  const place = groupColumns.indexOf(column);
  return place < layout.kept.group ? groupStart(layout, group) + place * layout.intervals : nothingOffset(layout);
}

function groupStart({ intervals, kept, thresholds, types }: RunLayout, group: number): number {
  return (types * (kept.contact + thresholds.length * thresholdColumns.length) + group * kept.group) * intervals;
}

/** Index of the first interval of a queue column. */
export function queueOffset(layout: RunLayout, type: number, column: QueueColumn): number {
  const place = queueColumns.indexOf(column);
  return place < layout.kept.queue ? queueStart(layout, type) + place * layout.intervals : nothingOffset(layout);
}

function queueStart(layout: RunLayout, type: number): number {
  return groupStart(layout, layout.groups) + type * layout.kept.queue * layout.intervals;
}

/** Index of the first bin of a wait histogram (over the whole horizon). */
export function histogramOffset(layout: RunLayout, type: number, outcome: 'answered' | 'abandoned'): number {
  const start = queueStart(layout, layout.types);
  return start + (type * 2 + (outcome === 'answered' ? 0 : 1)) * (waitBins.length + 1);
}

/**
 * Index of the first interval of an outcome column.
 * @throws RangeError when the run has none
 */
export function outcomeOffset(layout: RunLayout, type: number, column: OutcomeColumn): number {
  if (!layout.extras.outcomes) throw new RangeError(`column: the run does not keep ${column}`);
  return outcomeStart(layout) + (type * outcomeColumns.length + outcomeColumns.indexOf(column)) * layout.intervals;
}

function outcomeStart(layout: RunLayout): number {
  return histogramOffset(layout, layout.types, 'answered');
}

/** Index of the first interval of a clock column. */
export function clockOffset(layout: RunLayout, clock: number, column: ClockColumn): number {
  const { extras, intervals, types } = layout;
  const start = outcomeStart(layout) + (extras.outcomes ? types * outcomeColumns.length * intervals : 0);
  return start + (clock * clockColumns.length + clockColumns.indexOf(column)) * intervals;
}

/** Index of the first interval of a follow-up's counts; follow-ups are numbered through all types. */
export function followUpOffset(layout: RunLayout, followUp: number): number {
  return clockOffset(layout, layout.extras.clocks, 'started') + followUp * layout.intervals;
}

/**
 * Index of the first interval of a quality column.
 * @throws RangeError when the quality of the type is not simulated
 */
export function qualityOffset(layout: RunLayout, type: number, column: QualityColumn): number {
  const place = layout.extras.scored.indexOf(type);
  if (place < 0) throw new RangeError(`type: the run keeps no quality of type ${type}`);
  return qualityStart(layout) + (place * qualityColumns.length + qualityColumns.indexOf(column)) * layout.intervals;
}

function qualityStart(layout: RunLayout): number {
  return followUpOffset(layout, layout.extras.followUps);
}

/** Index of the first of the team's figures, which are one number each. */
export function teamOffset(layout: RunLayout): number {
  return qualityStart(layout) + layout.extras.scored.length * qualityColumns.length * layout.intervals;
}

function tierStart(layout: RunLayout): number {
  return teamOffset(layout) + (layout.extras.scored.length === 0 ? 0 : teamColumns.length);
}

/** Index of the first interval of a contact column of the customers of one tier. */
export function tierOffset(layout: RunLayout, type: number, tier: number, column: ContactColumn): number {
  const { extras, intervals, kept } = layout;
  const place = placeOf(layout, column);
  if (place < 0) return nothingOffset(layout);
  return tierStart(layout) + ((type * extras.tiers + tier) * kept.contact + place) * intervals;
}

/** The same of a threshold column. */
export function tierThresholdOffset(
  layout: RunLayout,
  type: number,
  tier: number,
  threshold: number,
  column: (typeof thresholdColumns)[number],
): number {
  const { extras, intervals, kept, thresholds, types } = layout;
  const start = tierStart(layout) + types * extras.tiers * kept.contact * intervals;
  const row = ((type * extras.tiers + tier) * thresholds.length + threshold) * thresholdColumns.length;
  return start + (row + thresholdColumns.indexOf(column)) * intervals;
}

/** Index of the first interval of a clock column of the customers of one tier. */
export function tierClockOffset(layout: RunLayout, clock: number, tier: number, column: TierClockColumn): number {
  const { extras, intervals, types } = layout;
  const start = tierThresholdOffset(layout, types, 0, 0, 'answeredWithin');
  const row = (clock * extras.tiers + tier) * tierClockColumns.length;
  return start + (row + tierClockColumns.indexOf(column)) * intervals;
}

/**
 * Index of the first interval of what the customers of a type brought: the seconds of talk, hold and wrap-up of all who came of their own
 * accord in the interval, as drawn, whatever became of them. It does not depend on the roster, and its expectation is known.
 */
export function broughtOffset(layout: RunLayout, type: number): number {
  return tierClockOffset(layout, layout.extras.clocks, 0, 'started') + type * layout.intervals;
}

/** A run with all columns zero. */
export function emptyRun(layout: RunLayout): RunRecord {
  return { layout, runs: 1, data: new Float64Array(layout.length) };
}
