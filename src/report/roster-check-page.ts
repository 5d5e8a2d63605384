/** A roster check as a page: the verdict, where and when it breaks, what is wrong with the roster, the tables, how it was computed. */
import { type Lang, words } from '../words/dictionary.ts';
import { formatNumber, formatPercent } from '../words/format.ts';
import { busyIntervals } from './busy-intervals.ts';
import type { DrawnChart } from './charts/draw-charts.ts';
import { html, type Markup } from './html.ts';
import { renderFigure, renderPage } from './page.ts';
import { renderTiles } from './render-html.ts';
import type { RosterCheck } from './roster-check.ts';
import {
  sayBreaches,
  sayCountedTwice,
  sayFinding,
  sayMissedBreaks,
  sayUnable,
  shareTable,
  showSlack,
} from './roster-check-words.ts';
import { dataTable } from './table.ts';
import { namePromise, nameTime, showCount } from './wording.ts';

/** The charts of a roster check. */
export interface RosterCheckCharts {
  slack: DrawnChart<'slack'> | null;
  report: readonly DrawnChart[];
}

/**
 * Renders the page.
 * @param notices what was noticed while the roster was read
 * @returns a whole HTML document
 */
export function rosterCheckPage(
  check: RosterCheck,
  charts: RosterCheckCharts,
  notices: readonly string[],
  lang: Lang,
): string {
  const { report } = check;
  const text = words(lang).rosterCheck;
  const { questions } = { questions: words(lang).report.charts };
  const chart = (name: DrawnChart['name']) => {
    const found = charts.report.find((one) => one.name === name);
    return found === undefined ? null : renderFigure(questions[name].question, found);
  };
  const slack = charts.slack === null ? null : renderFigure(text.slack.question, charts.slack);
  const { version, runs, seed } = report.experiment;
  return renderPage({
    lang,
    version,
    title: text.title({ name: report.scenario.name }),
    heading: text.title({ name: report.scenario.summary || report.scenario.name }),
    madeBy: words(lang).report.page.madeBy({ version, runs: formatNumber(lang, runs), seed }),
    finding: sayFinding(check, lang),
    judgement: report.verdict.judgement,
    sections: [
      {
        id: 'verdict',
        title: text.sections.verdict,
        body: html`${renderTiles(report, lang)}<p>${describe(check, lang)}</p>`,
      },
      {
        id: 'where',
        title: text.sections.where,
        body: html`${chart('promises')}${slack}${chart('staffing')}${chart('heat-map')}`,
      },
      { id: 'wrong', title: text.sections.wrong, body: wrong(check, lang) },
      { id: 'tables', title: text.sections.tables, body: intervalTable(check, lang) },
      { id: 'computed', title: text.sections.computed, body: list([...computed(check, lang), ...notices]) },
    ],
  });
}

function describe({ roster }: RosterCheck, lang: Lang): string {
  return words(lang).rosterCheck.roster({
    people: formatNumber(lang, roster.people),
    shifts: formatNumber(lang, roster.shifts),
    hours: showCount(roster.paidHours, lang),
    cost: showCount(roster.cost, lang),
  });
}

function list(sentences: readonly string[]): Markup {
  return html`<ul>${sentences.map((one) => html`<li>${one}</li>`)}</ul>`;
}

function wrong(check: RosterCheck, lang: Lang): Markup {
  const text = words(lang).rosterCheck;
  const { head, rows } = shareTable(check, lang);
  const part = (title: string, sentences: readonly string[], none: string) =>
    html`<h3>${title}</h3>${sentences.length === 0 ? html`<p>${none}</p>` : list(sentences)}`;
  const unable = sayUnable(check, lang);
  const { rules } = check.labourRules;
  return html`${part(text.counted.title, sayCountedTwice(check, lang), text.counted.none)}${
    unable.length === 0 ? null : part(text.lacking.title, unable, '')
  }${part(text.breaks.title, sayMissedBreaks(check, lang), text.breaks.none)}${part(
    text.rules.title,
    sayBreaches(check, lang),
    rules === 0 ? text.rules.unstated : text.rules.none({ count: formatNumber(lang, rules) }),
  )}${dataTable({ caption: text.fairness.title, head, rows })}`;
}

function intervalTable(check: RosterCheck, lang: Lang): Markup {
  const { report, slack } = check;
  const text = words(lang).rosterCheck.table;
  const holds = report.promises.map((promise) => new Map(promise.intervals.map((row) => [row.interval, row])));
  const head = [
    text.time,
    ...report.promises.map((promise) => text.holds({ promise: namePromise(report, promise, lang) })),
    ...slack.work.map(({ work }) => text.slack({ work: report.work[work].name })),
  ];
  const rows = busyIntervals(report).map((i) => [
    nameTime(report, report.intervals[i].start, lang),
    ...holds.map((rows) => {
      const share = rows.get(i)?.dayHolds ?? null;
      return share === null ? '' : formatPercent(lang, share.value);
    }),
    ...slack.work.map(({ agents, hopeless }) => (hopeless[i] ? '✘' : showSlack(agents[i]))),
  ]);
  const first = 1 + report.promises.length;
  return dataTable({
    caption: text.caption,
    head,
    rows,
    alarms: (row, column) => column >= first && /^[−✘]/.test(rows[row][column]),
  });
}

function computed({ slack }: RosterCheck, lang: Lang): string[] {
  const text = words(lang).rosterCheck;
  const runs = formatNumber(lang, slack.runs);
  return [
    `${text.slack.title}${words(lang).report.colon}${slack.runs === 0 ? text.slack.none : text.slack.method({ runs })}`,
    text.breaks.rule,
    text.fairness.rule,
  ];
}
