/** The tables of the after-action report, as rows of text: page, Markdown and Word show the same. */
import type { Reviewed } from '../../drill/review.ts';
import type { ConfidenceInterval } from '../../math/confidence-interval.ts';
import { type Lang, words } from '../../words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../../words/format.ts';
import { injectSign } from '../charts/exercise.ts';
import { nameClock, nameDays, namePromise, showCount } from '../wording.ts';
import type { AfterAction } from './drill-schemas.ts';
import {
  say,
  sayBack,
  sayChange,
  sayDecision,
  sayImprovements,
  sayRange,
  sayReason,
  sayRecovery,
  sayRegret,
  saySeen,
  sayStrengths,
  showDifference,
  showObjective,
  showPromise,
  turned,
} from './say-drill.ts';

/** A part of a section. */
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'facts'; facts: [string, string][] }
  | { kind: 'table'; caption: string; head: string[]; rows: string[][]; textColumns: number[]; wraps?: boolean }
  /** Where the chart of the exercise stands. */
  | { kind: 'chart' };

/** A section of the report. */
export interface Section {
  id: string;
  title: string;
  blocks: Block[];
}

/** All sections, in the order of an exercise evaluation; those with nothing to say are left out. */
export function sectionsOf(report: AfterAction, lang: Lang): Section[] {
  const { sections } = words(lang).drill;
  const all: [keyof typeof sections, Block[]][] = [
    ['overview', overview(report, lang)],
    ['participants', participants(report, lang)],
    ['objectives', objectives(report, lang)],
    ['timeline', timeline(report, lang)],
    ['promises', promises(report, lang)],
    ['norm', norm(report, lang)],
    ['hindsight', hindsight(report, lang)],
    ['strengths', [{ kind: 'list', items: sayStrengths(report, lang) }]],
    ['improve', improve(report, lang)],
    ['plan', improvementPlan(report, lang)],
    ['computed', [{ kind: 'list', items: [...words(lang).drill.method] }]],
  ];
  return all.flatMap(([id, blocks]) => (blocks.length === 0 ? [] : [{ id, title: sections[id], blocks }]));
}

function overview(report: AfterAction, lang: Lang): Block[] {
  const text = words(lang).drill;
  const { drill, log, outcome, outcomeOfNobody } = report;
  const { overview: names } = text;
  const without = (value: string) => words(lang).report.bracket(`${text.change.nobody}${text.colon}${value}`);
  return [
    { kind: 'text', text: say(drill.summary, lang) },
    {
      kind: 'facts',
      facts: [
        [names.drill, `${drill.name} · ${drill.hash.slice(0, 12)}`],
        [names.date, nameDays(dayPlayed(report), lang)],
        [names.window, `${nameClock(report, drill.from, lang)}–${nameClock(report, drill.to, lang)}`],
        [
          names.plan,
          [log.plan, say(report.planSummary, lang), ...(log.live ? [names.people] : [])].filter(Boolean).join(' · '),
        ],
        [names.lost, `${formatNumber(lang, outcome.lost)}${without(formatNumber(lang, outcomeOfNobody.lost))}`],
        [names.avoided, formatNumber(lang, outcome.avoided)],
        [names.cost, showCount(outcome.cost, lang)],
        [names.recovery, sayRecovery(report, lang)],
        [names.seal, log.seal],
      ],
    },
  ];
}

/** The report's time, of the day of the exercise alone. */
function dayPlayed(report: AfterAction): AfterAction {
  const { days } = report.scenario;
  const day = report.intervals.find(({ end }) => end > report.drill.from)?.day ?? 0;
  return { ...report, scenario: { days: [days[day]] } };
}

function participants({ drill }: AfterAction, lang: Lang): Block[] {
  const { sections, table } = words(lang).drill;
  if (drill.participants.length === 0) return [];
  const rows = drill.participants.map(({ name, role }) => [name, say(role, lang)]);
  return [{ kind: 'table', caption: sections.participants, head: [table.name, table.role], rows, textColumns: [1] }];
}

function objectives(report: AfterAction, lang: Lang): Block[] {
  const { ratings, sections, table } = words(lang).drill;
  if (report.objectives.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: sections.objectives,
      wraps: true,
      head: [table.objective, table.capability, table.reached, table.target, table.rating],
      rows: report.objectives.map((objective) => {
        const { reached, target } = showObjective(report, objective, lang);
        return [say(objective.text, lang), say(objective.capability, lang), reached, target, ratings[objective.rating]];
      }),
      textColumns: [1, 3, 4],
    },
  ];
}

function timeline(report: AfterAction, lang: Lang): Block[] {
  const text = words(lang).drill;
  const { captions, table } = text;
  const share = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : formatPercent(lang, value);
  const injects: Block = {
    kind: 'table',
    caption: captions.injects,
    head: [table.sign, table.time, table.what, table.told, table.truth],
    rows: report.injects.map(({ at, told, toldAt, truth, what }, i) => [
      injectSign(i),
      nameClock(report, at, lang),
      say(what, lang),
      [...(toldAt > at ? [nameClock(report, toldAt, lang)] : []), say(told, lang)].join(' '),
      say(truth, lang),
    ]),
    textColumns: [2, 3, 4],
  };
  const decisions: Block = {
    kind: 'table',
    caption: captions.decisions,
    head: [
      ...[table.sign, table.time, table.decision, table.by, table.because],
      ...[table.waiting, table.longest, table.service, table.occupancy],
    ],
    rows: report.decisions.map(({ at, because, by }, i) => {
      const seen = report.seen[i];
      const waiting = seen?.queue ?? 0;
      return [
        `${i + 1}`,
        nameClock(report, at, lang),
        sayDecision(report, i, lang),
        by === '' ? text.ruleOf : by,
        sayReason(because, lang),
        formatNumber(lang, waiting),
        formatDuration(lang, Math.round(seen?.longestWait ?? 0)),
        share(seen?.serviceLevel),
        share(seen?.occupancy),
      ];
    }),
    textColumns: [2, 3, 4],
  };
  const used = report.levers.filter(({ pulls }) => pulls > 0);
  const levers: Block = {
    kind: 'table',
    caption: captions.levers,
    head: [table.lever, table.pulls, table.hours, table.cost],
    rows: used.map(({ cost, hours, pulls, title }) => [
      say(title, lang),
      formatNumber(lang, pulls),
      formatNumber(lang, hours, 1),
      formatNumber(lang, cost, 1),
    ]),
    textColumns: [],
  };
  return [
    { kind: 'chart' },
    injects,
    ...(report.decisions.length === 0 ? [] : [decisions]),
    ...(used.length === 0 ? [] : [levers]),
  ];
}

function promises(report: AfterAction, lang: Lang): Block[] {
  const { sections, table } = words(lang).drill;
  if (report.ownPromises.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: sections.promises,
      head: [table.promise, ...dayHeads(lang)],
      rows: report.ownPromises.map((i) => [
        namePromise(report, report.promises[i], lang),
        ...showPromise(report, i, lang),
      ]),
      textColumns: [5],
    },
  ];
}

/** What is shown of a promise: on the day, with nobody acting, without the emergency, the target, and whether it held. */
function dayHeads(lang: Lang): string[] {
  const { table } = words(lang).drill;
  return [table.reached, table.noAction, table.ordinary, table.target, table.kept];
}

function norm(report: AfterAction, lang: Lang): Block[] {
  const { norm: text, no, table, yes } = words(lang).drill;
  const { norm: found } = report;
  if (found === null) return [];
  const rows = found.clauses.map(({ id, judged, source, text: asked }) => [
    id,
    asked[lang],
    source[lang],
    ...(typeof judged === 'number'
      ? showPromise(report, judged, lang)
      : ['–', '–', '–', '–', judged === 'held' ? yes : no]),
  ]);
  const counted = text.counted({
    held: formatNumber(lang, rows.filter((row) => row.at(-1) === yes).length),
    broken: formatNumber(lang, rows.filter((row) => row.at(-1) === no).length),
    others: formatNumber(lang, found.notTestable.length),
  });
  const blocks: Block[] = [{ kind: 'text', text: `${found.title[lang]}${words(lang).drill.colon}${counted}` }];
  if (rows.length > 0) {
    const head = [table.clause, table.asked, table.source, ...dayHeads(lang)];
    blocks.push({ kind: 'table', caption: found.title[lang], head, rows, textColumns: [1, 2, 7] });
  }
  if (found.notTestable.length > 0) {
    blocks.push({ kind: 'text', text: text.notTestable({ clauses: words(lang).report.list(found.notTestable) }) });
  }
  return blocks;
}

function hindsight(report: AfterAction, lang: Lang): Block[] {
  const { captions, hindsight: text } = words(lang).drill;
  const { review } = report;
  if (review === null) return [];
  const whole = review.courses.filter(({ change }) => ['decided', 'nobody', 'plan'].includes(change.kind));
  const idle = review.courses.find(({ change }) => change.kind === 'nobody');
  const blocks: Block[] = [
    { kind: 'text', text: text.intro({ days: formatNumber(lang, review.days) }) },
    ...(idle === undefined || report.decisions.length === 0
      ? []
      : [
          {
            kind: 'text' as const,
            text: text.worth({ saved: showCount(idle.saves.point, lang), range: sayRange(idle.saves, lang) }),
          },
        ]),
    { kind: 'text', text: sayRegret(report, review, lang) },
    coursesTable(report, captions.courses, whole, lang),
  ];
  if (report.decisions.length > 0) {
    const others = review.courses.filter(({ change }) => change.kind === 'moved' || change.kind === 'left-out');
    blocks.push(
      decisionsWorth(report, lang),
      seenBefore(report, lang),
      coursesTable(report, captions.everyCourse, others, lang),
    );
  }
  return blocks;
}

/** Courses with all that they came to, and what was decided against them. */
function coursesTable(report: AfterAction, caption: string, courses: readonly Reviewed[], lang: Lang): Block {
  const { table } = words(lang).drill;
  const counted = formatNumber(lang, report.review?.promises ?? 0);
  return {
    kind: 'table',
    caption,
    head: [table.course, table.lost, table.promisesKept({ all: counted }), table.cost, table.back],
    rows: courses.map((one) => {
      const isDecided = one.change.kind === 'decided';
      const against = (value: string, difference: string) => (isDecided ? value : `${value}\n${difference}`);
      return [
        sayChange(report, one.change, lang),
        against(showCount(one.lost, lang), showDifference(one.saves, lang)),
        against(formatNumber(lang, one.kept, 1), showDifference(turned(one.keeps), lang, 1)),
        against(showCount(one.cost, lang), showDifference(turned(one.spends), lang)),
        against(sayBack(one, lang), words(lang).drill.minutes(showDifference(inMinutes(one.hastens), lang))),
      ];
    }),
    textColumns: [],
    wraps: true,
  };
}

function inMinutes({ high, low, point }: ConfidenceInterval): ConfidenceInterval {
  return { point: point / 60, low: low / 60, high: high / 60 };
}

/** What the wall board showed before each decision: whether it could have been known. */
function seenBefore(report: AfterAction, lang: Lang): Block {
  const { captions, table } = words(lang).drill;
  return {
    kind: 'table',
    caption: captions.seenBefore,
    head: [table.decision, table.time, table.before20, table.before10, table.atDecision],
    rows: report.decisions.map(({ at }, i) => [
      `${i + 1} ${sayDecision(report, i, lang)}`,
      nameClock(report, at, lang),
      ...[20, 10, 0].map((minutes) => saySeen(report, at - minutes * 60, lang)),
    ]),
    textColumns: [2, 3, 4],
    wraps: true,
  };
}

function decisionsWorth(report: AfterAction, lang: Lang): Block {
  const { captions, table } = words(lang).drill;
  const courses = report.review?.courses ?? [];
  const cell = (decision: number, minutes: number | null) => {
    const found = courses.find(
      ({ change }) =>
        (minutes === null ? change.kind === 'left-out' : change.kind === 'moved' && change.minutes === minutes) &&
        'decision' in change &&
        change.decision === decision,
    );
    return found === undefined ? '–' : showDifference(found.saves, lang).replace(/(.)([(（])/, '$1\n$2');
  };
  return {
    kind: 'table',
    caption: captions.decisionsWorth,
    head: [table.decision, table.time, table.earlier20, table.earlier10, table.later10, table.later20, table.leftOut],
    rows: report.decisions.map(({ at }, i) => [
      `${i + 1} ${sayDecision(report, i, lang)}`,
      nameClock(report, at, lang),
      ...[-20, -10, 10, 20, null].map((minutes) => cell(i, minutes)),
    ]),
    textColumns: [],
  };
}

function improve(report: AfterAction, lang: Lang): Block[] {
  const { improve: text, table, sections } = words(lang).drill;
  const found = sayImprovements(report, lang);
  if (found.length === 0) return [{ kind: 'list', items: [text.none] }];
  return [
    {
      kind: 'table',
      caption: sections.improve,
      wraps: true,
      head: [table.issue, table.evidence],
      rows: found.map(({ evidence, issue }) => [issue, evidence]),
      textColumns: [1],
    },
  ];
}

function improvementPlan(report: AfterAction, lang: Lang): Block[] {
  const { sections, table } = words(lang).drill;
  const found = sayImprovements(report, lang);
  // Room for what was said in the debriefing.
  const empty = ['\u00a0', '', '', ''];
  return [
    {
      kind: 'table',
      caption: sections.plan,
      wraps: true,
      head: [table.issue, table.action, table.owner, table.due],
      rows: [...found.map(({ action, issue }) => [issue, action, '', '']), empty, empty],
      textColumns: [1, 2, 3],
    },
  ];
}
