/** Breaks in the report: how many are missed or late, by group, and when. */
import { hasBreaks } from '../scenario/breaks.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { GroupColumn } from '../sim/run.ts';
import { type Lang, words } from '../words/dictionary.ts';
import { formatDuration, formatPercent } from '../words/format.ts';
import type { Markup } from './html.ts';
import type { Report } from './report.ts';
import { dataTable } from './table.ts';
import { nameTime, showCount } from './wording.ts';

type Group = Report['groups'][number];
type Breaks = NonNullable<Group['breaks']>;

/** At most so many intervals are named as the worst. */
const mostNamed = 3;

/** The figures of a group, means per run; nothing where nobody has a break on the roster. */
export function buildBreaks(
  { clock, groups }: Scenario,
  group: number,
  at: (column: GroupColumn, interval: number) => number,
): Pick<Group, 'breaks'> {
  if (!hasBreaks(groups[group])) return {};
  const sum = (column: GroupColumn) => clock.intervalLabels.reduce((all, _, i) => all + at(column, i), 0);
  const [due, late, missed] = (['breaksDue', 'breaksLate', 'breaksMissed'] as const).map(sum);
  return {
    breaks: {
      due,
      late,
      missed,
      delaySeconds: due > missed ? sum('breakDelay') / (due - missed) : null,
      longStretches: sum('longStretches'),
      intervals: clock.intervalLabels.map((_, i) => ({
        due: at('breaksDue', i),
        late: at('breaksLate', i),
        missed: at('breaksMissed', i),
      })),
    },
  };
}

/** The table of breaks by group, means per day; null where nobody has any. */
export function renderBreaks(report: Report, lang: Lang): Markup | null {
  const text = words(lang).report.breaks;
  const resting = restingGroups(report);
  if (resting.length === 0) return null;
  const daily = (value: number) => showCount(value / report.scenario.days.length, lang);
  return dataTable({
    caption: text.caption,
    head: [text.group, text.due, text.late, text.missed, text.onTime, text.delay, text.longStretches, text.worst],
    rows: resting.map(({ breaks, name }) => [
      name,
      daily(breaks.due),
      daily(breaks.late),
      daily(breaks.missed),
      breaks.due === 0 ? '–' : formatPercent(lang, onTime(breaks), 1),
      breaks.delaySeconds === null ? '–' : formatDuration(lang, Math.round(breaks.delaySeconds)),
      daily(breaks.longStretches),
      sayWorst(report, [breaks], lang) || '–',
    ]),
  });
}

/** The same in a sentence for all groups together; none where nobody has any. */
export function sayBreaks(report: Report, lang: Lang): string[] {
  const text = words(lang).report.breaks;
  const all = restingGroups(report).map(({ breaks }) => breaks);
  const sum = (of: 'due' | 'late' | 'missed') => all.reduce((whole, breaks) => whole + breaks[of], 0);
  if (sum('due') === 0) return [];
  const daily = (value: number) => showCount(value / report.scenario.days.length, lang);
  const worst = sayWorst(report, all, lang);
  return [
    text.daily({ due: daily(sum('due')), late: daily(sum('late')), missed: daily(sum('missed')) }) +
      (worst === '' ? '' : text.worstAt({ times: worst })),
  ];
}

function restingGroups({ groups }: Report): (Group & { breaks: Breaks })[] {
  return groups.flatMap((group) => (group.breaks === undefined ? [] : [{ ...group, breaks: group.breaks }]));
}

function onTime({ due, late, missed }: Breaks): number {
  return (due - late - missed) / due;
}

/** The intervals in which most breaks are late or missed, most first. */
function sayWorst(report: Report, all: readonly Breaks[], lang: Lang): string {
  const counts = report.intervals.map((_, i) =>
    all.reduce((sum, { intervals }) => sum + intervals[i].late + intervals[i].missed, 0),
  );
  const worst = [...counts.keys()]
    .filter((i) => counts[i] > 0)
    .sort((a, b) => counts[b] - counts[a] || a - b)
    .slice(0, mostNamed);
  return words(lang).report.list(worst.map((i) => nameTime(report, report.intervals[i].start, lang)));
}
