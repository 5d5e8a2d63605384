/** A long run as one page: the finding, the promises, formula and simulation, how it settles, what is held. */
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber } from '../../words/format.ts';
import type { DrawnChart } from '../charts/draw-charts.ts';
import { html, type Markup } from '../html.ts';
import { renderFigure, renderPage } from '../page.ts';
import { dataTable } from '../table.ts';
import { marks, namePromise, showConfidence } from '../wording.ts';
import type { LongRunReport } from './long-run-report.ts';
import {
  groupFigures,
  sayFormulas,
  sayHeld,
  sayLongRun,
  saySettled,
  showPromised,
  workFigures,
} from './long-run-wording.ts';

/**
 * Renders the page.
 *
 * @param chart how it settles
 * @returns a whole HTML document
 */
export function renderLongRunHtml(report: LongRunReport, chart: DrawnChart<string> | null, lang: Lang): string {
  const { longRun: text, report: common } = words(lang);
  const { hour, search } = report;
  const { name, summary } = hour.scenario;
  const { seed, version } = hour.experiment;
  const title = text.title(summary || name);
  const list = (sentences: readonly string[]) => html`<ul>${sentences.map((one) => html`<li>${one}</li>`)}</ul>`;
  const differences = sayFormulas(report, lang);
  const settling = list(saySettled(report, lang));
  return renderPage({
    lang,
    version,
    title,
    heading: title,
    madeBy: text.madeBy({ version, seed, contacts: formatNumber(lang, search.contacts) }),
    finding: sayLongRun(report, lang),
    judgement: hour.verdict.judgement,
    sections: [
      { id: 'promises', title: text.sections.promises, body: promises(report, lang) },
      {
        id: 'figures',
        title: text.sections.figures,
        body: html`${tables(report, lang)}${
          differences.length === 0 ? null : html`<h3>${common.differences.title}</h3>${list(differences)}`
        }`,
      },
      {
        id: 'settling',
        title: text.sections.settling,
        body: chart === null ? settling : html`${renderFigure(text.chart.question, chart)}${settling}`,
      },
      { id: 'held', title: text.sections.held, body: html`<p>${text.held}</p>${list(sayHeld(report, lang))}` },
    ],
  });
}

function promises({ hour, search }: LongRunReport, lang: Lang): Markup | null {
  if (hour.promises.length === 0) return null;
  const { longRun, report: common } = words(lang);
  return dataTable({
    caption: longRun.tables.promises,
    head: [
      longRun.tables.promise,
      longRun.tables.judgement,
      longRun.table.simulated,
      longRun.table.interval({ confidence: showConfidence(search.confidence, lang) }),
      longRun.tables.promised,
    ],
    textColumns: [1],
    wraps: true,
    rows: hour.promises.map((promise) => {
      const { figure, interval, target } = showPromised(promise, lang);
      const judgement = `${marks[promise.judgement]} ${common.judgements[promise.judgement]}`;
      return [namePromise(hour, promise, lang), judgement, figure, interval, target];
    }),
    alarms: (row, column) => column === 1 && hour.promises[row].judgement === 'broken',
  });
}

function tables(report: LongRunReport, lang: Lang): Markup[] {
  const found = [...report.hour.work.map((_, work) => workFigures(report, work, lang)), groupFigures(report, lang)];
  return found.flatMap((table) =>
    table === null || table.rows.length === 0
      ? []
      : [dataTable({ caption: table.title, head: table.head, rows: table.rows })],
  );
}
