/** Advice about a roster in a terminal, as a page and as a table for spreadsheets. */
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber } from '../../words/format.ts';
import type { DrawnChart } from '../charts/draw-charts.ts';
import { csvText } from '../csv-text.ts';
import { html, type Markup } from '../html.ts';
import { renderFigure, renderPage } from '../page.ts';
import { renderTiles } from '../render-html.ts';
import { renderText, type TerminalSetting } from '../render-text.ts';
import { dataTable } from '../table.ts';
import { namePromise, nameTime, sayVerdict, showCount, showTarget, showValue } from '../wording.ts';
import { wrapLines } from '../wrap-lines.ts';
import type { AdviceMend, RosterAdvice } from './advice-report.ts';
import {
  nameChange,
  sayFinding,
  sayMend,
  sayMethod,
  sayPromise,
  sayTogether,
  showGain,
  showMendHours,
} from './advice-words.ts';

/** Half-hours that the terminal lists for one promise: the worst. */
const mostListed = 12;

/**
 * Renders the text: the verdict of the roster as it is, then what to change.
 * @param setting as that of {@link renderText}
 */
export function renderAdviceText(advice: RosterAdvice, lang: Lang, setting: TerminalSetting): string {
  const text = words(lang).rosterAdvise;
  const { colon } = words(lang).report;
  const columns = Math.max(40, setting.columns);
  const lines = wrapLines(`→ ${sayFinding(advice, lang)}`, columns, 2);
  const item = (line: string) => lines.push(...wrapLines(`    ${line}`, columns, 6));
  for (const promise of advice.report.promises.keys()) {
    lines.push('', ...wrapLines(sayPromise(advice, promise, lang), columns, 2), `  ${text.best}`);
    if (advice.best[promise].length === 0) item(text.nothing);
    for (const change of advice.best[promise]) item(sayChange(advice, promise, change, lang));
    if (advice.spare[promise].length > 0) lines.push(`  ${text.spare}`);
    for (const change of advice.spare[promise]) item(sayChange(advice, promise, change, lang));
    const mends = worst(advice, promise);
    if (mends.length > 0) lines.push(`  ${text.mends}`);
    for (const mend of mends) {
      const what = `${sayMend(advice, mend, lang)}${words(lang).report.bracket(showMendHours(mend, lang))}`;
      item(`${nameTime(advice.report, mend.start, lang)}  ${showReached(advice, mend, lang)}${colon}${what}`);
    }
    const more = advice.mends.filter((one) => one.promise === promise).length - mends.length;
    if (more > 0) item(text.moreMends({ count: formatNumber(lang, more) }));
  }
  const together = sayTogether(advice, lang);
  if (together.length > 0) lines.push('', ...together.flatMap((one) => wrapLines(one, columns, 2)));
  return `${renderText(advice.report, lang, setting)}\n${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function sayChange(advice: RosterAdvice, promise: number, index: number, lang: Lang): string {
  const change = advice.changes[index];
  return `${showGain(advice, promise, change.gains, lang)}  ${nameChange(advice, change, lang)}`;
}

function worst({ mends, report }: RosterAdvice, promise: number): AdviceMend[] {
  const { sense, target } = report.promises[promise];
  const miss = ({ value }: AdviceMend) => (sense === 'at-least' ? target - value : value - target);
  return mends
    .filter((one) => one.promise === promise)
    .sort((a, b) => miss(b) - miss(a))
    .slice(0, mostListed)
    .sort((a, b) => a.start - b.start);
}

function showReached({ report }: RosterAdvice, { promise, value }: AdviceMend, lang: Lang): string {
  return showValue(report.promises[promise], value, lang, 1);
}

/**
 * Renders the page.
 * @param chart of one agent more and fewer; null where there is nothing to draw
 * @returns a whole HTML document
 */
export function renderAdviceHtml(advice: RosterAdvice, chart: DrawnChart<string> | null, lang: Lang): string {
  const text = words(lang).rosterAdvise;
  const { report } = advice;
  const { runs, seed, version } = advice.experiment;
  const heading = text.heading({ name: report.scenario.summary || report.scenario.name });
  return renderPage({
    lang,
    version,
    title: heading,
    heading,
    madeBy: text.madeBy({
      version,
      seed,
      runs: formatNumber(lang, runs),
      changes: formatNumber(lang, advice.changes.length),
    }),
    finding: sayFinding(advice, lang),
    judgement: null,
    sections: [
      {
        id: 'verdict',
        title: text.sections.verdict,
        body: html`<p>${sayVerdict(report, lang)}</p>${renderTiles(report, lang)}`,
      },
      { id: 'best', title: text.sections.best, body: bestSection(advice, chart, lang) },
      { id: 'mends', title: text.sections.mends, body: advice.mends.length === 0 ? null : mendTable(advice, lang) },
      { id: 'all', title: text.sections.all, body: allTable(advice, lang) },
      {
        id: 'computed',
        title: text.sections.computed,
        body: html`<ul>${sayMethod(advice, lang).map((one) => html`<li>${one}</li>`)}</ul>`,
      },
    ],
  });
}

function bestSection(advice: RosterAdvice, chart: DrawnChart<string> | null, lang: Lang): Markup {
  const text = words(lang).rosterAdvise;
  const tables = advice.report.promises.map((_, promise) => {
    const part = (title: string, indexes: readonly number[]) =>
      indexes.length === 0
        ? html`<p>${title}${words(lang).report.colon}${text.nothing}</p>`
        : dataTable({
            caption: title,
            head: [text.table.change, sayPromise(advice, promise, lang)],
            rows: indexes.map((index) => {
              const change = advice.changes[index];
              return [nameChange(advice, change, lang), showGain(advice, promise, change.gains, lang)];
            }),
          });
    const spare = advice.spare[promise];
    return html`<h3>${sayPromise(advice, promise, lang)}</h3>${part(text.best, advice.best[promise])}${
      spare.length === 0 ? null : part(text.spare, spare)
    }`;
  });
  return html`${chart === null ? null : renderFigure(text.chart.question, chart)}${tables}`;
}

function mendTable(advice: RosterAdvice, lang: Lang): Markup {
  const { mends, table } = words(lang).rosterAdvise;
  const { report } = advice;
  return html`${dataTable({
    caption: mends,
    head: [table.time, table.promise, table.reached, table.mend, table.hours],
    textColumns: [1, 3],
    rows: advice.mends.map((mend) => {
      const promise = report.promises[mend.promise];
      return [
        nameTime(report, mend.start, lang),
        `${namePromise(report, promise, lang)} ${showTarget(promise, lang)}`,
        showReached(advice, mend, lang),
        sayMend(advice, mend, lang),
        mend.agentHours === null ? '–' : showCount(mend.agentHours, lang),
      ];
    }),
  })}${sayTogether(advice, lang).map((one) => html`<p>${one}</p>`)}`;
}

function allTable(advice: RosterAdvice, lang: Lang): Markup {
  const { table } = words(lang).rosterAdvise;
  const { report } = advice;
  return dataTable({
    caption: table.all,
    head: [table.change, table.hours, ...report.promises.map((promise) => namePromise(report, promise, lang))],
    rows: advice.changes.map((change) => [
      nameChange(advice, change, lang),
      showCount(change.agentHours, lang),
      ...report.promises.map((_, promise) => showGain(advice, promise, change.gains, lang)),
    ]),
  });
}

/** Renders every change tried as CSV, a row a change: who, what and when, and for each promise its gain with its interval. */
export function renderAdviceCsv({ changes, report }: RosterAdvice): string {
  const parts = ['', 'Low', 'High'] as const;
  const names = report.promises.flatMap(({ id }) => parts.map((part) => `promise.${id}.gain${part}`));
  const time = (seconds: number) => nameTime(report, seconds, 'en');
  const rows = changes.map(({ agentHours, fresh, gains, what }) => [
    what.change,
    'work' in what ? what.work : '',
    'person' in what ? what.person : '',
    'start' in what ? time(what.start) : 'from' in what ? time(what.from) : '',
    'to' in what ? time(what.to) : '',
    agentHours,
    fresh ? 1 : 0,
    ...gains.flatMap((gain) => [gain?.value, gain?.low, gain?.high].map((value) => value?.toPrecision(6) ?? '')),
  ]);
  const head = ['change', 'work', 'person', 'time', 'toTime', 'agentHours', 'fresh', ...names];
  return csvText(rows, head);
}
