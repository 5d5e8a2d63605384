/** A roster check in a terminal, and as a table for spreadsheets. */
import { type Lang, words } from '../words/dictionary.ts';
import { busyIntervals } from './busy-intervals.ts';
import { csvText } from './csv-text.ts';
import { renderText, type TerminalSetting } from './render-text.ts';
import type { RosterCheck } from './roster-check.ts';
import {
  sayBreaches,
  sayCountedTwice,
  sayMissedBreaks,
  sayMissing,
  saySlack,
  sayUnable,
  showSlack,
} from './roster-check-words.ts';
import { nameTime } from './wording.ts';
import { wrapLines } from './wrap-lines.ts';

/** Half-hours of one kind of work that the terminal names. */
const mostNamed = 6;

/**
 * Renders the text: the verdict as `callfloor simulate` prints it, then what is wrong with the roster.
 * @param setting as that of {@link renderText}
 */
export function renderRosterCheckText(check: RosterCheck, lang: Lang, setting: TerminalSetting): string {
  const text = words(lang).rosterCheck;
  const columns = Math.max(40, setting.columns);
  const lines: string[] = [];
  const part = (title: string, sentences: readonly string[]) => {
    if (sentences.length === 0) return;
    lines.push('', title, ...sentences.flatMap((one) => wrapLines(`  ${one}`, columns, 4)));
  };
  part(text.counted.title, sayCountedTwice(check, lang));
  part(
    text.slack.title,
    check.slack.work.flatMap((one) =>
      [sayMissing(check, one, lang), worstIntervals(check, one, lang), saySlack(check, one, lang)].filter(
        (said) => said !== '',
      ),
    ),
  );
  part(text.lacking.title, sayUnable(check, lang));
  part(text.breaks.title, sayMissedBreaks(check, lang));
  part(text.rules.title, sayBreaches(check, lang));
  return `${renderText(check.report, lang, setting)}${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function worstIntervals({ report }: RosterCheck, { agents }: RosterCheck['slack']['work'][number], lang: Lang): string {
  const text = words(lang).rosterCheck.slack;
  const short = agents.flatMap((count, i) => (count !== null && count < 0 ? [{ count, i }] : []));
  if (short.length < 2) return '';
  const worst = short.sort((a, b) => a.count - b.count || a.i - b.i).slice(0, mostNamed);
  const named = worst
    .sort((a, b) => a.i - b.i)
    .map(({ count, i }) =>
      text.at({ time: nameTime(report, report.intervals[i].start, lang), count: showSlack(count) }),
    );
  return text.worst({ list: words(lang).report.list(named) });
}

/**
 * Renders the intervals as CSV: of each promise the share of days on which it holds there, with its interval, and of each kind of work
 * the agents spare (positive) or short (negative). Columns are named as in `intervals.csv` of a report.
 */
export function renderRosterCheckCsv({ report, slack }: RosterCheck): string {
  const columns = [
    { name: 'date', cell: (i: number): string | number => report.scenario.days[report.intervals[i].day].date },
    { name: 'start', cell: (i: number): string | number => report.intervals[i].label },
    ...report.promises.flatMap((promise) => {
      const rows = new Map(promise.intervals.map((row) => [row.interval, row]));
      const part = (what: 'value' | 'low' | 'high') => (i: number) =>
        rows.get(i)?.dayHolds?.[what].toPrecision(6) ?? '';
      return (['value', 'low', 'high'] as const).map((what) => ({
        name: `promise.${promise.id}.dayHolds${what === 'value' ? '' : what === 'low' ? 'Low' : 'High'}Fraction`,
        cell: part(what),
      }));
    }),
    ...slack.work.map(({ work, agents }) => ({
      name: `work.${report.work[work].name}.slackAgents`,
      cell: (i: number): string | number => agents[i] ?? '',
    })),
  ];
  const rows = busyIntervals(report).map((i) => columns.map(({ cell }) => cell(i)));
  return csvText(
    rows,
    columns.map(({ name }) => name),
  );
}
