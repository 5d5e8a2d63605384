/**
 * What can be wrong with a file, said as `expected …, got …. Try ….`, so that a planner can mend it without asking anybody.
 * Entries are functions of the values that a fault carries as data.
 */

import type { DrillMessage } from './drill-faults.ts';
import * as drillFaults from './drill-faults.ts';
import type { RosterMessage } from './roster.ts';
import * as roster from './roster.ts';

/** What a value is, as far as YAML and JSON know. */
export type Shape = 'number' | 'integer' | 'string' | 'boolean' | 'array' | 'object' | 'null';

/** The sorts of thing that have names in a scenario. */
export type Named = 'tier' | 'work' | 'group' | 'calendar' | 'line pool' | 'skill' | 'weekday' | 'clock';

interface Sentence {
  expected: string;
  got: string;
  hint?: string;
}

function say({ expected, got, hint }: Sentence): string {
  return `expected ${expected}, got ${excerpt(got)}.${hint === undefined ? '' : ` Try ${hint}.`}`;
}

function sayZh({ expected, got, hint }: Sentence): string {
  return `应为${spaced(expected)}，实为${spaced(excerpt(got))}。${hint === undefined ? '' : `建议：${hint}。`}`;
}

/** What a file holds, on one line and short: an open quote turns the rest of a file into one cell. */
function excerpt(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ');
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

/** A space between Chinese and what begins in Latin letters or digits. */
function spaced(text: string): string {
  return /^[\x21-\x7e]/.test(text) ? ` ${text}` : text;
}

const shapes: Record<Shape, string> = {
  number: 'a number',
  integer: 'a whole number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  null: 'nothing',
};
const shapesZh: Record<Shape, string> = {
  number: '数字',
  integer: '整数',
  string: '文字',
  boolean: 'true 或 false',
  array: '列表',
  object: '键值表',
  null: '空值',
};
const named: Record<Named, string> = {
  tier: 'tier of customers',
  work: 'type of work',
  group: 'group of agents',
  calendar: 'calendar',
  'line pool': 'line pool',
  skill: 'skill',
  weekday: 'weekday',
  clock: 'clock',
};
const namedZh: Record<Named, string> = {
  tier: '客户等级',
  work: '业务',
  group: '班组',
  calendar: '日历',
  'line pool': '中继组',
  skill: '技能',
  weekday: '星期',
  clock: '时限',
};

/** What closes a bracket. */
const closer = { '[': ']', '{': '}' } as const;

const list = (items: readonly string[]) => (items.length === 0 ? 'none' : items.join(', '));
const listZh = (items: readonly string[]) => (items.length === 0 ? '无' : items.join('、'));
const mebibytes = (bytes: number) => `${Math.ceil(bytes / 2 ** 20).toLocaleString('en-US')} MiB`;

/** Whoever writes 80 where a fraction is expected means 0.8. */
function fractionHint({ most, got }: { most: number; got: string }, words: string): { hint?: string } {
  const percent = Number(got);
  return most === 1 && percent > 1 && percent <= 100
    ? { hint: `${words} ${Number((percent / 100).toPrecision(12))}` }
    : {};
}

/** Values that say what was found and, where something is near, what was probably meant. */
export interface Choice {
  got: string;
  near?: string | undefined;
  allowed: readonly string[];
}

/** The union of messages pairs each sentence with its values; the compiler cannot follow the pair through the look-up. */
function rosterSentence(sentences: typeof roster.en.faults, message: RosterMessage): string {
  const sentence: (values: never) => string = sentences[message.key];
  return sentence(('values' in message ? message.values : undefined) as never);
}

function drillSentence(sentences: typeof drillFaults.en, message: DrillMessage): string {
  const sentence: (values: never) => string = sentences[message.key];
  return sentence(message.values as never);
}

export const en = {
  /** A fault of a program's own kind, which brings its sentence. */
  own: (v: { en: string; zh: string }) => v.en,
  /** A fault of a drill. */
  inDrill: (v: DrillMessage) => drillSentence(drillFaults.en, v),
  /** A fault of the roster that a scenario names. */
  inRoster: (v: RosterMessage) => rosterSentence(roster.en.faults, v),
  moreFaults: (v: { more: number }) => `and ${v.more} more faults in this file.`,

  notUtf8: (v: { line: number }) =>
    say({
      expected: 'a text in UTF-8',
      got: `bytes that are not, first in line ${v.line}`,
      hint: 'to save the file as UTF-8',
    }),
  tooLarge: (v: { bytes: number; limit: number }) =>
    say({
      expected: `a file of at most ${mebibytes(v.limit)}`,
      got: mebibytes(v.bytes),
      hint: 'a file that holds only the days and columns needed',
    }),
  noFile: (v: { file: string; is: 'missing' | 'folder' | 'unreadable' }) =>
    say({
      expected: 'a file that can be read',
      got: { missing: `no file ${v.file}`, folder: `the folder ${v.file}`, unreadable: `${v.file}, which cannot be` }[
        v.is
      ],
      ...(v.is === 'missing' && !/^(\/|[a-z]:)/i.test(v.file) ? { hint: 'a path relative to the scenario file' } : {}),
    }),
  empty: (v: { keys: readonly string[] }) =>
    v.keys.includes('work')
      ? say({ expected: 'a scenario', got: 'an empty file', hint: 'callfloor init, which writes one to start from' })
      : say({ expected: `a map with the keys ${v.keys.join(' and ')}`, got: 'an empty file' }),
  yaml: (v: { code: string; en: string; zh: string }) => say({ expected: 'correct YAML', got: `${v.en} (${v.code})` }),
  openBracket: ({ bracket }: { bracket: '[' | '{' }) =>
    say({
      expected: `a ${closer[bracket]} that closes this ${bracket}`,
      got: 'none before the lines that follow',
      hint: 'to close it, or to indent what belongs to it further than its key',
    }),
  duplicateKey: (v: { key: string }) =>
    say({ expected: 'each key once', got: `"${v.key}" again`, hint: 'to keep one of the two' }),
  bomb: () =>
    say({ expected: 'at most 100 uses of anchors', got: 'more', hint: 'to write the repeated parts into a CSV file' }),
  circular: () =>
    say({ expected: 'lists and maps that end', got: 'an alias that contains itself', hint: 'to remove the alias' }),
  tooDeep: () => say({ expected: 'lists and maps of a few levels', got: 'lists or maps nested beyond reading' }),
  notAMap: (v: { got: Shape; keys: readonly string[] }) =>
    say({
      expected: `a map with the keys ${v.keys.join(' and ')}`,
      got: shapes[v.got],
      hint: `a first line such as "${v.keys[0]}:"`,
    }),

  unknownKey: (v: Choice) =>
    say({
      expected: `one of ${list(v.allowed)}`,
      got: `the unknown key "${v.got}"`,
      ...(v.near === undefined ? {} : { hint: `"${v.near}"` }),
    }),
  badName: (v: { got: string }) =>
    say({
      expected: 'a name of 1–60 characters without slash, line break or space at its ends',
      got: `"${v.got}"`,
      hint: 'a plain name such as inquiry',
    }),
  missingKey: (v: { key: string; example?: string | undefined }) =>
    say({
      expected: `the key "${v.key}"`,
      got: 'none',
      ...(v.example === undefined ? {} : { hint: `"${v.key}: ${v.example}"` }),
    }),
  wrongShape: (v: { shapes: readonly Shape[]; got: string; example?: string | undefined }) =>
    say({
      expected: v.shapes.map((shape) => shapes[shape]).join(' or '),
      got: v.got,
      ...(v.example === undefined ? {} : { hint: v.example }),
    }),
  tooSmall: (v: { least: number; got: string; exclusive: boolean }) =>
    say({ expected: `a number ${v.exclusive ? 'greater than' : 'of at least'} ${v.least}`, got: v.got }),
  tooGreat: (v: { most: number; got: string; exclusive: boolean }) =>
    say({
      expected: `a number ${v.exclusive ? 'less than' : 'of at most'} ${v.most}`,
      got: v.got,
      ...fractionHint(v, 'a fraction:'),
    }),
  tooFew: (v: { least: number; got: number }) => say({ expected: `at least ${v.least} of them`, got: `${v.got}` }),
  tooMany: (v: { most: number; got: number }) => say({ expected: `at most ${v.most} of them`, got: `${v.got}` }),
  repeated: () => say({ expected: 'each entry once', got: 'one twice' }),
  badForm: (v: { example: string; got: string }) =>
    say({ expected: `text of the form ${v.example}`, got: v.got, hint: `"${v.example}"` }),
  notOneOf: (v: Choice) =>
    say({
      expected: `one of ${list(v.allowed)}`,
      got: v.got,
      ...(v.near === undefined ? {} : { hint: `"${v.near}"` }),
    }),
  neverEnds: (v: { kind: string }) =>
    say({
      expected: 'a time that ends: only patience may last for ever',
      got: `{ kind: ${v.kind} }`,
      hint: '{ kind: exponential, mean: 180 }',
    }),
  mustBeLess: (v: { other: string; most: string; got: string }) =>
    say({ expected: `less than ${v.other} (${v.most})`, got: v.got }),
  otherRule: (v: { rule: string; got: string }) => say({ expected: v.rule, got: v.got }),

  unknownName: (v: Choice & { what: Named }) =>
    say({
      expected: `the name of a ${named[v.what]} (${list(v.allowed)})`,
      got: `"${v.got}"`,
      ...(v.near === undefined ? {} : { hint: `"${v.near}"` }),
    }),
  badDate: (v: { got: string }) =>
    say({ expected: 'a date that exists', got: `"${v.got}"`, hint: 'year-month-day, such as 2026-03-02' }),
  badZone: (v: { got: string }) =>
    say({ expected: 'a time zone of the IANA list', got: `"${v.got}"`, hint: 'a name such as Asia/Shanghai' }),
  badInterval: (v: { got: number }) =>
    say({
      expected: 'an interval that divides the hour, or whole hours that divide the day',
      got: `${v.got} minutes`,
      hint: '15, 30 or 60',
    }),
  noSuchTime: (v: { time: string; date: string; zone: string }) =>
    say({
      expected: 'a time that exists',
      got: `${v.time} on ${v.date}, which the clock change in ${v.zone} skips`,
      hint: 'the hour after it',
    }),
  timeTwice: (v: { time: string; date: string; zone: string }) =>
    say({
      expected: 'a time that comes once',
      got: `${v.time} on ${v.date}, which the clock change in ${v.zone} repeats`,
      hint: 'a time before or after that hour',
    }),
  notAscending: (v: { before: string; got: string }) =>
    say({ expected: `a time after ${v.before}`, got: v.got, hint: 'to write the steps in the order of the day' }),
  noLength: (v: { got: string }) =>
    say({ expected: 'hours that last', got: v.got, hint: '"00:00-24:00" for the whole day' }),
  hoursOverlap: (v: { got: string; other: string }) =>
    say({ expected: 'hours that do not overlap', got: `${v.got} beside ${v.other}` }),
  neverOpen: (v: { work: string }) =>
    say({
      expected: `${v.work} to be open on some day simulated`,
      got: 'no open hour',
      hint: 'other hours or clock.start',
    }),
  uncovered: (v: { work: string; from: string; to: string; date: string }) =>
    say({
      expected: `staff for ${v.work} whenever it is open`,
      got: `nobody from ${v.from} to ${v.to} on ${v.date}`,
      hint: 'shorter hours, or staff at that time',
    }),
  leavesNobody: (v: { got: number; most: number }) =>
    say({
      expected: `fewer than the agents of some group that may take it (${v.most} at most)`,
      got: `${v.got}, so that nobody ever takes it`,
    }),
  nobodyHasSkill: (v: { work: string }) =>
    say({
      expected: `a group with the skill "${v.work}"`,
      got: 'none',
      hint: `"${v.work}: 1" under the skills of a group`,
    }),
  noStaff: (v: { group: string; shifts: boolean }) =>
    say({
      expected: `staff or people of the roster for ${v.group}`,
      got: 'neither',
      hint: v.shifts ? 'callfloor roster build, which makes a roster out of the shifts' : '"staff: 10"',
    }),
  staffTwice: (v: { group: string }) =>
    say({
      expected: `either head-counts or people of the roster for ${v.group}`,
      got: 'both',
      hint: 'to remove staff, or the group from the roster',
    }),
  unusedLines: (v: { pool: string }) =>
    say({ expected: `work that uses the lines "${v.pool}"`, got: 'none', hint: `"lines: ${v.pool}" under that work` }),
  oneOfTwo: (v: { first: string; second: string; got: 'both' | 'neither' }) =>
    say({ expected: `either ${v.first} or ${v.second}`, got: v.got }),
  dayOfNoFile: (v: { day: string }) =>
    say({
      expected: `arrivals that read a file, of which --day ${v.day} could choose a day`,
      got: 'none',
      hint: '--demand <file>',
    }),
  needs: (v: { key: string; because: string }) => say({ expected: `"${v.key}" beside "${v.because}"`, got: 'none' }),
  demandOutside: (v: { from: string; to: string }) =>
    say({
      expected: 'demand within the opening hours',
      got: `some from ${v.from} to ${v.to}, when it is always closed`,
      hint: 'longer hours, or "outsideHours: counted" to count those contacts as not offered',
    }),
  pastMidnight: (v: { from: string; counts: number; minutes: number }) =>
    say({ expected: 'counts that end by 24:00', got: `${v.counts} of ${v.minutes} minutes from ${v.from} on` }),
  endlessFollowUps: (v: { work: readonly string[] }) =>
    say({
      expected: 'contacts that make fewer than one of their own kind in the end, so that the load stays finite',
      got: `one or more through ${list(v.work)}`,
      hint: 'smaller fractions under `after`',
    }),
  moreThanAll: (v: { sum: number }) =>
    say({
      expected: 'fractions that make at most 1 together',
      got: String(v.sum),
      hint: 'smaller fractions, or `becomes`, whose items do not exclude each other',
    }),
  sharesNotAll: (v: { sum: number }) =>
    say({
      expected: 'shares that make 1 together',
      got: String(v.sum),
      hint: 'shares of all customers, each in one tier',
    }),
  notLaidAside: (v: { channel: string; allowed: readonly string[] }) =>
    say({
      expected: `a channel whose work can be laid aside (${v.allowed.join(', ')})`,
      got: v.channel,
      hint: 'to leave out `interruptible`',
    }),
  laidAsideAlone: (v: { got: readonly string[] }) =>
    say({
      expected:
        'interruptible work that is kept over the close, one at a time, without `lines`, `consults` and `interrupts`',
      got: `it with ${v.got.join(', ')}`,
      hint: '`closing: keep`, and to leave out `concurrency`, `lines`, `consults` and `interrupts`',
    }),
  consultKept: (v: { work: string }) =>
    say({
      expected: 'work that is not kept over the close, since a customer waits for the answer',
      got: `${v.work}, which is kept`,
      hint: `\`closing: send-away\` in ${v.work}, or a channel in which somebody waits`,
    }),
  notSeveralAtOnce: (v: { channel: string; allowed: readonly string[] }) =>
    say({
      expected: `a channel of which an agent can hold several at once (${v.allowed.join(', ')})`,
      got: v.channel,
      hint: `\`channel: ${v.allowed[0]}\`, or leave out \`concurrency\``,
    }),
  factorPerConversation: (v: { conversations: number; got: number }) =>
    say({
      expected: `${v.conversations} factors, one for each number of conversations`,
      got: String(v.got),
      hint: 'to begin with 1, the factor of a single conversation',
    }),
  noRingAtOnce: () =>
    say({
      expected: 'no ringing where an agent holds several conversations',
      got: '`ringSeconds`',
      hint: 'to count the time until the first answer in `talkSeconds`',
    }),
  noLinesAtOnce: (v: { work: string }) =>
    say({
      expected: `work that holds no telephone line`,
      got: `\`lines\` that ${v.work} uses`,
      hint: 'to give the lines a name, and to name them under `lines` of the work that uses them',
    }),
  leavingAtOnce: (v: { work: string }) =>
    say({
      expected: `pooled, since its agents hold several conversations of ${v.work} at once`,
      got: 'named',
      hint: '`leaving: pooled`, or a roster that names people',
    }),
  dateOutside: (v: { got: string; from: string; to: string }) =>
    say({ expected: 'a day that is simulated', got: v.got, hint: `a date from ${v.from} to ${v.to}` }),
  talkInterrupted: (v: { work: string }) =>
    say({
      expected: 'a talk that is held to its end, since it holds an agent too',
      got: `interruptible ${v.work}`,
      hint: 'to leave out `interruptible`',
    }),
  formWeights: (v: { sum: number }) =>
    say({
      expected: 'weights of the form that make 1 together',
      got: String(v.sum),
      hint: 'fractions of the score, such as { wording: 0.2, correctness: 0.5, process: 0.3 }',
    }),
  noQuality: () =>
    say({
      expected: 'a section `quality`, since this depends on it',
      got: 'none',
      hint: '`quality: {}`, or to leave this key out',
    }),
  samplesItself: (v: { work: string }) =>
    say({
      expected: 'an evaluation, which is not itself drawn by this sample',
      got: v.work,
      hint: 'work of its own, such as `evaluation`, with `handleSeconds`',
    }),
  waitsForQuality: (v: { work: string; channel: string }) =>
    say({
      expected: 'work that no customer waits for',
      got: `${v.work} by ${v.channel}`,
      hint: `\`channel: case\` in ${v.work}`,
    }),
  scoresItself: (v: { group: string; work: string; evaluation: string }) =>
    say({
      expected: 'evaluators who do not handle what they evaluate',
      got: `${v.group}, who handle ${v.work} and score it by ${v.evaluation}`,
      hint: `a group of its own for ${v.evaluation}`,
    }),
  neverArises: (v: { work: string }) =>
    say({
      expected: `\`arrivals\`, or other work that becomes ${v.work}`,
      got: 'neither',
      hint: `to name ${v.work} under \`becomes\` of the work that it follows, or to give it \`arrivals\``,
    }),
  clockLimit: (v: { got: 'none' | 'several' }) =>
    say({
      expected: 'one of `withinHours`, `withinMinutes` and `by`',
      got: v.got === 'none' ? 'none' : 'more than one',
      hint: 'withinHours: 48',
    }),
  clockByAlone: () =>
    say({
      expected: '`by` alone, for it names the moment itself',
      got: '`hours`, `pauses` or `extension` beside it',
      hint: 'withinHours, or a clock without these',
    }),
  clockWithoutHours: (v: { clock: string }) =>
    say({ expected: `hours in which ${v.clock} runs`, got: 'none within the days simulated' }),
  clockNeverStops: (v: { clock: string; from: string; to: readonly string[] }) =>
    say({
      expected: `work that follows from ${v.from} and stops ${v.clock}`,
      got: `${list(v.to)}, to which ${v.from} never leads`,
      hint: 'a stop at a later point of the same work, or `after` … `becomes` on the way there',
    }),
  noBreaks: () =>
    say({
      expected: 'people with breaks: a roster that names them, with the column `break` or `lunch`',
      got: 'work of which nobody has a break on the roster',
      hint: '`people.roster`, or leave the promise out: head-counts have no breaks of their own',
    }),
  noComplaints: (v: { measure: string }) =>
    say({
      expected: `work after which a complaint may arise, for ${v.measure} counts it`,
      got: 'work of which none arises',
      hint: '`complaint: {}` in the work that complaints are, and `after` … `becomes` that leads to it',
    }),
  nothingToMeasure: (v: { measure: string; section: string }) =>
    say({
      expected: `work with \`${v.section}\`, for ${v.measure} counts it`,
      got: 'work without',
      hint:
        v.section === 'satisfaction' ? '`satisfaction: {}` in that work' : `a section \`${v.section}\` that covers it`,
    }),
  daysUnknown: (v: { country: string; year: number }) =>
    say({
      expected: `a year whose public holidays in ${v.country} are announced`,
      got: String(v.year),
      hint: '`closed` with that year’s holidays, without `country`',
    }),
  endlessRedial: () =>
    say({
      expected: 'redials that end',
      got: 'fraction 1 with unlimited attempts',
      hint: 'a fraction below 1, or "maxAttempts: 5"',
    }),
  oneOfKeys: (v: { keys: readonly string[]; got: 'none' | 'several' }) =>
    say({ expected: `exactly one of ${list(v.keys)}`, got: v.got === 'none' ? 'none' : 'several' }),
  targetMissing: () => say({ expected: 'atLeast or atMost', got: 'neither', hint: '"atMost: 0.85"' }),
  targetTwice: () => say({ expected: 'either atLeast or atMost', got: 'both', hint: 'two promises' }),
  nameTwice: (v: { name: string }) => say({ expected: 'each name once', got: `"${v.name}" again` }),
  idTwice: (v: { id: string }) => say({ expected: 'each id once', got: `"${v.id}" again` }),
  dayOutside: (v: { got: number; days: number }) =>
    say({ expected: `a day from 1 to ${v.days}`, got: `${v.got}`, hint: 'a greater clock.days' }),
  shockOutside: (v: { from: string; days: number }) =>
    say({
      expected: 'a shock that ends within the days simulated',
      got: `one from ${v.from} that ends after day ${v.days}`,
      hint: 'a shorter one, or a greater clock.days',
    }),
  surgeOnRecorded: (v: { work: string }) =>
    say({
      expected: 'work whose demand is a rate',
      got: `${v.work}, whose counts are replayed as recorded`,
      hint: '"kind: interval-profile" for its arrivals',
    }),
  offStep: (v: { step: number; got: number }) =>
    say({
      expected: `a multiple of ${v.step} minutes (stepMinutes)`,
      got: `${Number(v.got.toFixed(2))} minutes`,
      hint: `${Math.max(1, Math.round(v.got / v.step)) * v.step} minutes`,
    }),
  offFloorOrder: (v: { from: string; to: string }) =>
    say({ expected: `an end after the start (${v.from})`, got: v.to }),
  startsOrder: (v: { from: string; to: string }) =>
    say({ expected: `a latest start not before the earliest (${v.from})`, got: v.to }),
  afterOrder: (v: { earliest: number; latest: number }) =>
    say({ expected: 'the earliest hour first', got: `[${v.earliest}, ${v.latest}]` }),
  afterShift: (v: { end: number; hours: number }) =>
    say({
      expected: `an end within the shift of ${v.hours} hours`,
      got: `${Number(v.end.toFixed(2))} hours after its start`,
    }),
  noShifts: () =>
    say({
      expected: 'the section "shifts", which says of what a roster may be built',
      got: 'none',
      hint: '"shifts: { patterns: { full: { hours: 8.5, start: { from: "08:00", to: "12:00" } } } }"',
    }),
  nobodyMayWork: (v: { group: string }) =>
    say({ expected: `a pattern for the group ${v.group}`, got: 'none', hint: 'to name it under "groups" of one' }),
  runsOrder: (v: { minRuns: number; maxRuns: number }) =>
    say({ expected: `maxRuns of at least minRuns (${v.minRuns})`, got: `${v.maxRuns}` }),

  tableEmpty: () => say({ expected: 'a table with a row of headers', got: 'an empty file' }),
  tableBytes: () =>
    say({ expected: 'text in UTF-8 or GBK', got: 'neither', hint: 'to export the table as CSV (UTF-8)' }),
  quoteOpen: () =>
    say({
      expected: 'a quote that is closed',
      got: 'none up to the end',
      hint: 'to close or remove the " in this line',
    }),
  noRows: (v: { of?: string | undefined }) =>
    say({ expected: `rows${v.of === undefined ? ' below the headers' : ` for ${v.of}`}`, got: 'none' }),
  noColumn: (v: { column: string; accepted: readonly string[]; found: readonly string[] }) =>
    say({
      expected: `a column ${v.column} (${list(v.accepted)})`,
      got: `the columns ${list(v.found)}`,
      hint: `"columns: { ${v.column}: <its header> }" in the scenario`,
    }),
  /** The same where an option names columns. */
  noColumnOption: (v: { column: string; accepted: readonly string[]; found: readonly string[] }) =>
    say({
      expected: `a column ${v.column} (${list(v.accepted)})`,
      got: `the columns ${list(v.found)}`,
      hint: `--column ${v.column}=<its header>`,
    }),
  /** The same where headers cannot be named otherwise. */
  noColumnHeader: (v: { column: string; accepted: readonly string[]; found: readonly string[] }) =>
    say({
      expected: `a column ${v.column} (${list(v.accepted)})`,
      got: `the columns ${list(v.found)}`,
      hint: `to name the column ${v.column} in the row of headers`,
    }),
  columnTwice: (v: { column: string }) => say({ expected: `one column "${v.column}"`, got: 'two of that name' }),
  columnsDiffer: (v: { columns: string[]; got: string[] }) =>
    say({
      expected: `the same in the columns "${v.columns.join('" and "')}", which both are the number of contacts`,
      got: v.got.join(' and '),
      hint: 'to keep one of them, or name the one that counts in the scenario under columns',
    }),
  cellBeyond: (v: { got: string; columns: number }) =>
    say({
      expected: `at most ${v.columns} cells, as in the headers`,
      got: `"${v.got}" beyond them`,
      hint: 'digits with a point, and quotes around a cell with a comma in it',
    }),
  cellMissing: () => say({ expected: 'a value', got: 'an empty cell' }),
  badNumber: (v: { got: string }) =>
    say({ expected: 'a number', got: `"${v.got}"`, hint: 'digits with a point, such as 118 or 12.5' }),
  negative: (v: { got: string }) => say({ expected: 'a number of at least 0', got: v.got }),
  notWhole: (v: { got: string }) => say({ expected: 'a whole number', got: v.got }),
  scoreBeyond: (v: { got: string }) =>
    say({ expected: 'a score from 0 to 100', got: v.got, hint: 'to convert other scales to points out of 100' }),
  scoreScale: (v: { got: string }) =>
    say({
      expected: 'scores out of 100',
      got: `${v.got}, and none in the table above 1`,
      hint: 'to convert shares, or passed and failed, to points out of 100',
    }),
  ownScore: (v: { got: string }) => say({ expected: 'an evaluator who is not the agent himself', got: v.got }),
  itemTwice: (v: { got: string; line: number }) =>
    say({ expected: 'every item once for each evaluator', got: `${v.got} again, first in line ${v.line}` }),
  absurd: (v: { got: string; most: number }) => say({ expected: `a number of at most ${v.most}`, got: v.got }),
  badTime: (v: { got: string }) =>
    say({ expected: 'a time of day', got: `"${v.got}"`, hint: 'hours and minutes, such as 08:30' }),
  rowTwice: (v: { what: string; line: number }) =>
    say({ expected: 'each row once', got: `${v.what} as in line ${v.line}` }),
  gap: (v: { next: string; got: string }) =>
    say({
      expected: `the row for ${v.next}`,
      got: v.got,
      hint: 'a row for each interval, with 0 where there was nothing',
    }),
  tooShortForGrid: () =>
    say({ expected: 'at least two rows, or intervalMinutes', got: 'one row', hint: '"intervalMinutes: 30"' }),
  oneRow: () =>
    say({ expected: 'at least two rows, or the length of the interval', got: 'one row', hint: '--interval 30' }),
  noAht: () =>
    say({ expected: 'a mean handle time', got: 'none', hint: 'a column aht (seconds), or --aht 240 for all' }),
  noSuchQueue: (v: Choice) =>
    say({
      expected: `a queue of the file (${list(v.allowed)})`,
      got: `"${v.got}"`,
      hint: v.allowed.length === 0 ? 'to leave --work out: the file tells no queues apart' : 'one of these',
    }),
  absurdLoad: (v: { erlangs: string; most: string }) =>
    say({
      expected: `a load of at most ${v.most} Erlangs`,
      got: v.erlangs,
      hint: 'calls per interval and handle times in seconds',
    }),
  whichDay: (v: { days: readonly string[] }) =>
    say({
      expected: 'to know which day of the file',
      got: `${v.days.length} days`,
      hint: `"day: ${v.days[0]}" beside the file, or --day ${v.days[0]}`,
    }),
  noSuchDay: (v: Choice) =>
    say({
      expected:
        v.allowed.length === 0
          ? 'a file with a column of days'
          : `a day of the file (${v.allowed[0]} … ${v.allowed[v.allowed.length - 1]})`,
      got: v.got,
    }),
  skippedCount: () =>
    say({ expected: 'no contacts in the hour that the clock change skips', got: 'some', hint: 'another date' }),
  whichWork: (v: { allowed: readonly string[] }) =>
    say({
      expected: `to know whose demand the file holds (${list(v.allowed)})`,
      got: 'none',
      hint: `--work ${v.allowed[0]}`,
    }),
};

export const zh: typeof en = {
  own: (v) => v.zh,
  inDrill: (v) => drillSentence(drillFaults.zh, v),
  inRoster: (v) => rosterSentence(roster.zh.faults, v),
  moreFaults: (v) => `此文件另有 ${v.more} 处错误。`,

  notUtf8: (v) => sayZh({ expected: 'UTF-8 文本', got: `其他编码（首见于第 ${v.line} 行）`, hint: '另存为 UTF-8' }),
  tooLarge: (v) =>
    sayZh({
      expected: `不超过 ${mebibytes(v.limit)} 的文件`,
      got: `${mebibytes(v.bytes)}`,
      hint: '只保留所需的日期和列',
    }),
  noFile: (v) =>
    sayZh({
      expected: '可读取的文件',
      got: `${{ missing: '不存在的', folder: '文件夹', unreadable: '无法读取的' }[v.is]} ${v.file}`,
      ...(v.is === 'missing' && !/^(\/|[a-z]:)/i.test(v.file) ? { hint: '使用相对于场景文件的路径' } : {}),
    }),
  empty: (v) =>
    v.keys.includes('work')
      ? sayZh({ expected: '场景', got: '空文件', hint: '用 callfloor init 生成一个起始文件' })
      : sayZh({ expected: `含 ${v.keys.join('、')} 各键的键值表`, got: '空文件' }),
  yaml: (v) => sayZh({ expected: '正确的 YAML', got: `${v.zh}（${v.code}）` }),
  openBracket: ({ bracket }) =>
    sayZh({
      expected: `与此 ${bracket} 配对的 ${closer[bracket]}`,
      got: '后续各行之前没有闭合',
      hint: '补上闭合括号，或把属于它的内容缩进到其键之后',
    }),
  duplicateKey: (v) => sayZh({ expected: '每个键只出现一次', got: `“${v.key}”重复`, hint: '保留其中一个' }),
  bomb: () => sayZh({ expected: '至多 100 次锚点引用', got: '更多', hint: '把重复的部分写入 CSV 文件' }),
  circular: () => sayZh({ expected: '有尽头的列表和键值表', got: '引用自身的别名', hint: '删除该别名' }),
  tooDeep: () => sayZh({ expected: '层数不多的列表和键值表', got: '嵌套过深的列表或键值表' }),
  notAMap: (v) =>
    sayZh({
      expected: `含 ${v.keys.join(' 与 ')} ${v.keys.length === 2 ? '两' : '各'}键的键值表`,
      got: shapesZh[v.got],
      hint: `以“${v.keys[0]}:”这样的行开头`,
    }),

  unknownKey: (v) =>
    sayZh({
      expected: `以下之一：${listZh(v.allowed)}`,
      got: `未知的键“${v.got}”`,
      ...(v.near === undefined ? {} : { hint: `“${v.near}”` }),
    }),
  badName: (v) =>
    sayZh({
      expected: '1–60 个字符的名称（不含斜杠、换行，首尾无空格）',
      got: `“${v.got}”`,
      hint: '使用 inquiry 这样的名称',
    }),
  missingKey: (v) =>
    sayZh({
      expected: `有键“${v.key}”`,
      got: '没有',
      ...(v.example === undefined ? {} : { hint: `“${v.key}: ${v.example}”` }),
    }),
  wrongShape: (v) =>
    sayZh({
      expected: v.shapes.map((shape) => shapesZh[shape]).join('或'),
      got: `${v.got}`,
      ...(v.example === undefined ? {} : { hint: v.example }),
    }),
  tooSmall: (v) => sayZh({ expected: `${v.exclusive ? '大于' : '不小于'} ${v.least} 的数字`, got: `${v.got}` }),
  tooGreat: (v) =>
    sayZh({
      expected: `${v.exclusive ? '小于' : '不大于'} ${v.most} 的数字`,
      got: `${v.got}`,
      ...fractionHint(v, '写成小数'),
    }),
  tooFew: (v) => sayZh({ expected: `至少 ${v.least} 项`, got: `${v.got} 项` }),
  tooMany: (v) => sayZh({ expected: `至多 ${v.most} 项`, got: `${v.got} 项` }),
  repeated: () => sayZh({ expected: '每项只出现一次', got: '有重复' }),
  badForm: (v) => sayZh({ expected: `形如 ${v.example} 的文字`, got: `${v.got}`, hint: `“${v.example}”` }),
  notOneOf: (v) =>
    sayZh({
      expected: `以下之一：${listZh(v.allowed)}`,
      got: `${v.got}`,
      ...(v.near === undefined ? {} : { hint: `“${v.near}”` }),
    }),
  neverEnds: (v) =>
    sayZh({
      expected: '会结束的时长：只有耐心可以无限',
      got: `{ kind: ${v.kind} }`,
      hint: '{ kind: exponential, mean: 180 }',
    }),
  mustBeLess: (v) => sayZh({ expected: `小于 ${v.other}（${v.most}）的数字`, got: v.got }),
  otherRule: (v) => sayZh({ expected: `符合规则 ${v.rule}`, got: `${v.got}` }),

  unknownName: (v) =>
    sayZh({
      expected: `${namedZh[v.what]}名称（${listZh(v.allowed)}）`,
      got: `“${v.got}”`,
      ...(v.near === undefined ? {} : { hint: `“${v.near}”` }),
    }),
  badDate: (v) => sayZh({ expected: '存在的日期', got: `“${v.got}”`, hint: '年-月-日，例如 2026-03-02' }),
  badZone: (v) => sayZh({ expected: 'IANA 时区名', got: `“${v.got}”`, hint: '例如 Asia/Shanghai' }),
  badInterval: (v) =>
    sayZh({ expected: '能整除一小时的时段长度，或能整除一天的整小时数', got: `${v.got} 分钟`, hint: '15、30 或 60' }),
  noSuchTime: (v) =>
    sayZh({ expected: '存在的时刻', got: `${v.date} ${v.time}（${v.zone} 换时跳过）`, hint: '改用其后一小时' }),
  timeTwice: (v) =>
    sayZh({
      expected: '只出现一次的时刻',
      got: `${v.date} ${v.time}（${v.zone} 换时重复）`,
      hint: '改用该小时之前或之后',
    }),
  notAscending: (v) => sayZh({ expected: `晚于 ${v.before} 的时刻`, got: `${v.got}`, hint: '按一天的先后顺序书写' }),
  noLength: (v) => sayZh({ expected: '有长度的时段', got: v.got, hint: '全天写作“00:00-24:00”' }),
  hoursOverlap: (v) => sayZh({ expected: '互不重叠的时段', got: `${v.got} 与 ${v.other} 重叠` }),
  neverOpen: (v) =>
    sayZh({ expected: `${v.work} 在模拟的某天开放`, got: '从不开放', hint: '修改 hours 或 clock.start' }),
  uncovered: (v) =>
    sayZh({
      expected: `${v.work} 开放时有人值守`,
      got: `${v.date} ${v.from} 至 ${v.to} 无人`,
      hint: '缩短开放时段，或在该时段安排人员',
    }),
  leavesNobody: (v) =>
    sayZh({ expected: `少于可处理它的班组人数（最多 ${v.most} 人）`, got: `${v.got}，永远没有人会去处理` }),
  nobodyHasSkill: (v) =>
    sayZh({ expected: `有班组具备技能“${v.work}”`, got: '没有', hint: `在某班组的 skills 下写“${v.work}: 1”` }),
  noStaff: (v) =>
    sayZh({
      expected: `${v.group} 有人数或班表人员`,
      got: '两者皆无',
      hint: v.shifts ? '运行 callfloor roster build，用班次排出班表' : '“staff: 10”',
    }),
  staffTwice: (v) =>
    sayZh({ expected: `${v.group} 只用人数或只用班表`, got: '两者都有', hint: '删除 staff，或从班表中删除该组' }),
  unusedLines: (v) =>
    sayZh({ expected: `有业务使用中继组“${v.pool}”`, got: '没有', hint: `在该业务下写“lines: ${v.pool}”` }),
  oneOfTwo: (v) =>
    sayZh({ expected: `${v.first} 或 ${v.second} 之一`, got: v.got === 'both' ? '两者都有' : '两者皆无' }),
  dayOfNoFile: (v) =>
    sayZh({ expected: `读取文件的来话（--day ${v.day} 从中选一天）`, got: '没有文件', hint: '加上 --demand <文件>' }),
  needs: (v) => sayZh({ expected: `“${v.because}”旁有“${v.key}”`, got: '没有' }),
  demandOutside: (v) =>
    sayZh({
      expected: '开放时段内的需求',
      got: `${v.from} 至 ${v.to}（始终不开放）也有需求`,
      hint: '延长开放时段，或写“outsideHours: counted”只计数不受理',
    }),
  pastMidnight: (v) =>
    sayZh({ expected: '不晚于 24:00 结束的时段', got: `${v.from} 起 ${v.counts} 个 ${v.minutes} 分钟的时段` }),
  endlessFollowUps: (v: { work: readonly string[] }) =>
    sayZh({
      expected: '每项业务最终衍生的同类业务少于一项，使工作量有限',
      got: `经 ${listZh(v.work)} 衍生一项或更多`,
      hint: '减小 after 下的比例',
    }),
  moreThanAll: (v: { sum: number }) =>
    sayZh({ expected: '合计不超过 1 的比例', got: String(v.sum), hint: '减小比例，或改用 becomes（互不排斥）' }),
  sharesNotAll: (v) =>
    sayZh({ expected: '合计为 1 的占比', got: String(v.sum), hint: '写出全部客户的占比，每位客户属于一个等级' }),
  notLaidAside: (v) =>
    sayZh({
      expected: `可暂时搁置的渠道（${v.allowed.join('、')}）`,
      got: v.channel,
      hint: '去掉 interruptible',
    }),
  laidAsideAlone: (v) =>
    sayZh({
      expected: '可打断的业务在下班后保留、一次一件，且不含 lines、consults 与 interrupts',
      got: `带有 ${v.got.join('、')}`,
      hint: '写 closing: keep，并去掉 concurrency、lines、consults、interrupts',
    }),
  consultKept: (v) =>
    sayZh({
      expected: '下班后不保留的业务，因为客户在等答复',
      got: `${v.work}（下班后保留）`,
      hint: `在 ${v.work} 下写 closing: send-away，或改用有人在线等待的渠道`,
    }),
  notSeveralAtOnce: (v) =>
    sayZh({
      expected: `坐席可同时处理多个的渠道（${v.allowed.join('、')}）`,
      got: v.channel,
      hint: `channel: ${v.allowed[0]}，或去掉 concurrency`,
    }),
  factorPerConversation: (v) =>
    sayZh({
      expected: `${v.conversations} 个系数，每种会话数各一个`,
      got: String(v.got),
      hint: '第一个写 1，即只有一个会话时的系数',
    }),
  noRingAtOnce: () =>
    sayZh({
      expected: '可同时接待多个会话的业务不设振铃',
      got: 'ringSeconds',
      hint: '把首次应答前的时间计入 talkSeconds',
    }),
  noLinesAtOnce: (v) =>
    sayZh({
      expected: '不占用电话线路的业务',
      got: `${v.work} 所用的 lines`,
      hint: '给线路起名，并在使用线路的业务下用 lines 指明',
    }),
  leavingAtOnce: (v) =>
    sayZh({
      expected: `pooled，因为坐席同时接待多个 ${v.work} 会话`,
      got: 'named',
      hint: 'leaving: pooled，或用写明姓名的排班表',
    }),
  dateOutside: (v: { got: string; from: string; to: string }) =>
    sayZh({ expected: '仿真范围内的日期', got: v.got, hint: `${v.from} 至 ${v.to} 之间的日期` }),
  talkInterrupted: (v: { work: string }) =>
    sayZh({ expected: '一次谈完的辅导，因为坐席也在场', got: `可中断的 ${v.work}`, hint: '去掉 interruptible' }),
  formWeights: (v: { sum: number }) =>
    sayZh({
      expected: '评分表各项权重合计为 1',
      got: String(v.sum),
      hint: '写成占总分的比例，例如 { wording: 0.2, correctness: 0.5, process: 0.3 }',
    }),
  noQuality: () =>
    sayZh({ expected: '须有 quality 一节，此处依赖于它', got: '没有', hint: '写 quality: {}，或删去此键' }),
  samplesItself: (v: { work: string }) =>
    sayZh({
      expected: '质检业务，且不在本抽样的对象之中',
      got: v.work,
      hint: '另立业务，例如 evaluation，并给出 handleSeconds',
    }),
  waitsForQuality: (v: { work: string; channel: string }) =>
    sayZh({
      expected: '没有客户在等的业务',
      got: `${v.work}，渠道 ${v.channel}`,
      hint: `在 ${v.work} 下写 channel: case`,
    }),
  scoresItself: (v: { group: string; work: string; evaluation: string }) =>
    sayZh({
      expected: '质检员不得处理其所评的业务',
      got: `${v.group} 既处理 ${v.work}，又以 ${v.evaluation} 评分`,
      hint: `为 ${v.evaluation} 另设一个班组`,
    }),
  neverArises: (v: { work: string }) =>
    sayZh({
      expected: `arrivals，或有其他业务转为 ${v.work}`,
      got: '两者皆无',
      hint: `在其前序业务的 becomes 下写明 ${v.work}，或为其给出 arrivals`,
    }),
  clockLimit: (v: { got: 'none' | 'several' }) =>
    sayZh({
      expected: 'withinHours、withinMinutes、by 三者之一',
      got: v.got === 'none' ? '未写' : '写了多个',
      hint: 'withinHours: 48',
    }),
  clockByAlone: () =>
    sayZh({
      expected: '单独使用 by（它已指明时刻）',
      got: '同时写有 hours、pauses 或 extension',
      hint: '改用 withinHours，或去掉这些键',
    }),
  clockWithoutHours: (v: { clock: string }) => sayZh({ expected: `${v.clock} 计时的时段`, got: '模拟期内没有' }),
  clockNeverStops: (v: { clock: string; from: string; to: readonly string[] }) =>
    sayZh({
      expected: `由 ${v.from} 衍生并使 ${v.clock} 停止的业务`,
      got: `${listZh(v.to)}，而 ${v.from} 不会转到那里`,
      hint: '同一业务中较后的时点，或沿途写明 after … becomes',
    }),
  noBreaks: () =>
    sayZh({
      expected: '有休息安排的人员：写明姓名并有 break 或 lunch 列的班表',
      got: '这些业务的人员在班表中都没有休息',
      hint: '使用 people.roster；只写人数时没有休息可言，请去掉此承诺',
    }),
  noComplaints: (v: { measure: string }) =>
    sayZh({
      expected: `会引起投诉的业务（${v.measure} 据此计数）`,
      got: '从不引起投诉的业务',
      hint: '在投诉业务下写 complaint: {}，并用 after … becomes 写明由何引起',
    }),
  nothingToMeasure: (v: { measure: string; section: string }) =>
    sayZh({
      expected: `设有 ${v.section} 的业务（${v.measure} 据此计数）`,
      got: '没有',
      hint: v.section === 'satisfaction' ? '在该业务下写 satisfaction: {}' : `增加涵盖该业务的 ${v.section} 一节`,
    }),
  daysUnknown: (v: { country: string; year: number }) =>
    sayZh({
      expected: `${v.country} 已公布节假日的年份`,
      got: String(v.year),
      hint: '不写 country，用 closed 列出当年假日',
    }),
  endlessRedial: () =>
    sayZh({
      expected: '有尽头的重拨',
      got: '比例为 1 且次数不限',
      hint: '比例小于 1，或写“maxAttempts: 5”',
    }),
  oneOfKeys: (v) => sayZh({ expected: `以下之一：${listZh(v.keys)}`, got: v.got === 'none' ? '未写' : '写了多个' }),
  targetMissing: () => sayZh({ expected: 'atLeast 或 atMost', got: '两者皆无', hint: '“atMost: 0.85”' }),
  targetTwice: () => sayZh({ expected: 'atLeast 或 atMost 之一', got: '两者都有', hint: '写成两条承诺' }),
  nameTwice: (v) => sayZh({ expected: '每个名称只出现一次', got: `“${v.name}”重复` }),
  idTwice: (v) => sayZh({ expected: '每个 id 只出现一次', got: `“${v.id}”重复` }),
  dayOutside: (v) => sayZh({ expected: `1 至 ${v.days} 之间的天`, got: `${v.got}`, hint: '增大 clock.days' }),
  shockOutside: (v) =>
    sayZh({
      expected: '在模拟天数内结束的冲击',
      got: `${v.from} 开始、第 ${v.days} 天后才结束的冲击`,
      hint: '缩短冲击，或增大 clock.days',
    }),
  surgeOnRecorded: (v) =>
    sayZh({
      expected: '以速率描述需求的业务',
      got: `按记录回放的 ${v.work}`,
      hint: '其 arrivals 改用“kind: interval-profile”',
    }),
  offStep: (v) =>
    sayZh({
      expected: `${v.step} 分钟的整数倍（stepMinutes）`,
      got: `${Number(v.got.toFixed(2))} 分钟`,
      hint: `${Math.max(1, Math.round(v.got / v.step)) * v.step} 分钟`,
    }),
  offFloorOrder: (v) => sayZh({ expected: `晚于开始（${v.from}）的结束时间`, got: v.to }),
  startsOrder: (v) => sayZh({ expected: `不早于最早开始时间（${v.from}）的最晚开始时间`, got: v.to }),
  afterOrder: (v) => sayZh({ expected: '较早的小时数在前', got: `[${v.earliest}, ${v.latest}]` }),
  afterShift: (v) =>
    sayZh({ expected: `在 ${v.hours} 小时班次之内结束`, got: `开始后 ${Number(v.end.toFixed(2))} 小时` }),
  noShifts: () =>
    sayZh({
      expected: '“shifts”部分（说明可用哪些班次排班）',
      got: '没有',
      hint: '"shifts: { patterns: { full: { hours: 8.5, start: { from: "08:00", to: "12:00" } } } }"',
    }),
  nobodyMayWork: (v) =>
    sayZh({ expected: `班组 ${v.group} 可用的班型`, got: '没有', hint: '在某个班型的“groups”中写上它' }),
  runsOrder: (v) => sayZh({ expected: `不小于 minRuns（${v.minRuns}）的 maxRuns`, got: `${v.maxRuns}` }),

  tableEmpty: () => sayZh({ expected: '带表头的表格', got: '空文件' }),
  tableBytes: () => sayZh({ expected: 'UTF-8 或 GBK 文本', got: '其他编码', hint: '导出为 CSV（UTF-8）' }),
  quoteOpen: () => sayZh({ expected: '成对的引号', got: '直到文件末尾都未闭合', hint: '闭合或删去该行的引号 "' }),
  noRows: (v) => sayZh({ expected: `${v.of === undefined ? '表头下' : `${v.of} `}有数据行`, got: '没有' }),
  noColumn: (v) =>
    sayZh({
      expected: `有 ${v.column} 列（${listZh(v.accepted)}）`,
      got: `以下各列：${listZh(v.found)}`,
      hint: `在场景中写“columns: { ${v.column}: <表头> }”`,
    }),
  noColumnOption: (v) =>
    sayZh({
      expected: `有 ${v.column} 列（${listZh(v.accepted)}）`,
      got: `以下各列：${listZh(v.found)}`,
      hint: `--column ${v.column}=<表头>`,
    }),
  noColumnHeader: (v) =>
    sayZh({
      expected: `有 ${v.column} 列（${listZh(v.accepted)}）`,
      got: `以下各列：${listZh(v.found)}`,
      hint: `把表头中的该列命名为 ${v.column}`,
    }),
  columnTwice: (v) => sayZh({ expected: `只有一列“${v.column}”`, got: '同名两列' }),
  columnsDiffer: (v) =>
    sayZh({
      expected: `“${v.columns.join('”与“')}”两列相同（都表示来话量）`,
      got: v.got.join(' 与 '),
      hint: '只保留一列，或在场景的 columns 中写明用哪一列',
    }),
  cellBeyond: (v) =>
    sayZh({
      expected: `至多 ${v.columns} 个单元格（与表头相同）`,
      got: `多出“${v.got}”`,
      hint: '小数用点，含逗号的单元格加引号',
    }),
  cellMissing: () => sayZh({ expected: '有值', got: '空单元格' }),
  badNumber: (v) => sayZh({ expected: '数字', got: `“${v.got}”`, hint: '只用数字和小数点，例如 118 或 12.5' }),
  negative: (v) => sayZh({ expected: '不小于 0 的数字', got: `${v.got}` }),
  notWhole: (v) => sayZh({ expected: '整数', got: `${v.got}` }),
  scoreBeyond: (v) => sayZh({ expected: '0 到 100 的分数', got: v.got, hint: '其他分制请换算成百分制' }),
  scoreScale: (v) =>
    sayZh({ expected: '百分制分数', got: `${v.got}，且全表没有高于 1 的分数`, hint: '把比例或合格与否换算成百分制' }),
  ownScore: (v) => sayZh({ expected: '由坐席本人以外的质检员评分', got: v.got }),
  itemTwice: (v) =>
    sayZh({ expected: '每位质检员对每一条目只评一次', got: `${v.got} 再次出现（首次在第 ${v.line} 行）` }),
  absurd: (v) => sayZh({ expected: `不大于 ${v.most} 的数字`, got: `${v.got}` }),
  badTime: (v) => sayZh({ expected: '时刻', got: `“${v.got}”`, hint: '时:分，例如 08:30' }),
  rowTwice: (v) => sayZh({ expected: '每行只出现一次', got: `${v.what} 与第 ${v.line} 行重复` }),
  gap: (v) => sayZh({ expected: `${v.next} 的一行`, got: `${v.got}`, hint: '每个时段一行，没有来电则写 0' }),
  tooShortForGrid: () =>
    sayZh({ expected: '至少两行，或写明 intervalMinutes', got: '一行', hint: '“intervalMinutes: 30”' }),
  oneRow: () => sayZh({ expected: '至少两行，或写明时段长度', got: '一行', hint: '--interval 30' }),
  noAht: () => sayZh({ expected: '平均处理时长', got: '没有', hint: '增加 aht 列（秒），或用 --aht 240 统一给出' }),
  noSuchQueue: (v) =>
    sayZh({
      expected: `文件中的队列（${listZh(v.allowed)}）`,
      got: `“${v.got}”`,
      hint: v.allowed.length === 0 ? '去掉 --work：文件不分队列' : '改用其中之一',
    }),
  absurdLoad: (v) =>
    sayZh({
      expected: `不超过 ${v.most} Erlang 的话务负荷`,
      got: v.erlangs,
      hint: '核对每个时段的来电量，处理时长以秒计',
    }),
  whichDay: (v) =>
    sayZh({
      expected: '说明使用文件中的哪一天',
      got: `${v.days.length} 天`,
      hint: `在文件旁写“day: ${v.days[0]}”，或用 --day ${v.days[0]}`,
    }),
  noSuchDay: (v) =>
    sayZh({
      expected:
        v.allowed.length === 0
          ? '带有日期列的文件'
          : `文件中的一天（${v.allowed[0]} … ${v.allowed[v.allowed.length - 1]}）`,
      got: `${v.got}`,
    }),
  skippedCount: () => sayZh({ expected: '换时跳过的一小时内没有来电', got: '有来电', hint: '换一个日期' }),
  whichWork: (v) =>
    sayZh({
      expected: `说明文件是哪种业务的需求（${listZh(v.allowed)}）`,
      got: '未说明',
      hint: `--work ${v.allowed[0]}`,
    }),
};

type Entries = typeof en;

/** What is wrong, as data: which sentence, with which values. */
export type FaultMessage = {
  [Key in keyof Entries]: { readonly key: Key; readonly values: Parameters<Entries[Key]>[0] };
}[keyof Entries];
