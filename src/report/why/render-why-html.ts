/** An explanation as one page: the finding, the parts by interval, what would mend it, how it was computed. */
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber } from '../../words/format.ts';
import type { DrawnChart } from '../charts/draw-charts.ts';
import { nameWhyPicture } from '../charts/why-parts.ts';
import { html, type Markup } from '../html.ts';
import { renderFigure, renderPage } from '../page.ts';
import type { Report } from '../report.ts';
import { dataTable } from '../table.ts';
import { nameEnds, namePromise, nameTime, sayCautions } from '../wording.ts';
import type { WhyPromise, WhyReport, WhySplit } from './why-report.ts';
import {
  judgeWhy,
  nameFactor,
  sayCauses,
  sayFinding,
  sayMend,
  showFigure,
  showPart,
  showReached,
  showSize,
} from './why-wording.ts';

/**
 * Renders the page.
 *
 * @param report of the scenario as it is
 * @param charts of the broken promises, found by name; a promise may have none
 * @returns a whole HTML document
 */
export function renderWhyHtml(
  report: Report,
  why: WhyReport,
  charts: readonly DrawnChart<string>[],
  lang: Lang,
): string {
  const text = words(lang).why;
  const { runs, scenarios, seed, version } = why.experiment;
  const broken = why.promises.length > 0;
  const chartOf = (promise: WhyPromise) => charts.find(({ name }) => name === nameWhyPicture(promise));
  const cautions = sayCautions(report.experiment, lang).map((sentence) => html`<p>${sentence}</p>`);
  const show = (count: number) => formatNumber(lang, count);
  return renderPage({
    lang,
    version,
    title: text.heading(report.scenario.summary || report.scenario.name),
    heading: text.heading(report.scenario.summary || report.scenario.name),
    madeBy: text.madeBy({ runs: show(runs), scenarios: show(scenarios), seed, version }),
    finding: broken
      ? `${sayFinding(report, why, lang)}${lang === 'zh' ? '' : ' '}${sayMend(report, why, lang)}`
      : sayFinding(report, why, lang),
    judgement: judgeWhy(report, why),
    sections: [
      {
        id: 'causes',
        title: text.sections.causes,
        body: broken
          ? html`${cautions}${why.promises.map((promise) => causes(report, promise, chartOf(promise), lang))}`
          : cautions.length > 0
            ? html`${cautions}`
            : null,
      },
      { id: 'mend', title: text.sections.mend, body: broken ? mendSection(report, why, lang) : null },
      { id: 'computed', title: text.sections.computed, body: computed(why, lang) },
    ],
  });
}

function causes(report: Report, promise: WhyPromise, chart: DrawnChart<string> | undefined, lang: Lang): Markup {
  const text = words(lang).why;
  const name = namePromise(report, report.promises[promise.promise], lang);
  const { whole } = promise;
  const sentence =
    whole === null
      ? null
      : html`<p>${text.finding.all({ miss: showSize(promise, whole.miss.value, lang), causes: sayCauses(promise, whole, lang, 9) })}</p>`;
  const figure = chart === undefined ? html`<h3>${name}</h3>` : renderFigure(text.question(name), chart);
  return html`${figure}${sentence}${partsTable(report, promise, name, lang)}`;
}

function partsTable(report: Report, promise: WhyPromise, name: string, lang: Lang): Markup {
  const { table, chart } = words(lang).why;
  const { bracket } = words(lang).report;
  const [first] = promise.whole === null ? promise.intervals : [promise.whole];
  const factors = first?.parts.map(({ factor }) => factor) ?? [];
  const cells = (split: WhySplit) => [
    showReached(report, promise, split, lang),
    showFigure(promise, split.miss.value, lang),
    ...split.parts.map(({ estimate }) => showPart(promise, estimate, lang)),
  ];
  const all = report.promises[promise.promise].scope === 'day' ? table.day : table.all;
  return dataTable({
    caption: `${table.caption(name)}${bracket(chart.axis[promise.unit])}`,
    head: [table.interval, table.value, table.miss, ...factors.map((factor) => nameFactor(factor, lang))],
    rows: [
      ...(promise.whole === null ? [] : [[all, ...cells(promise.whole)]]),
      ...promise.intervals.map((one) => [nameTime(report, one.start, lang), ...cells(one)]),
    ],
  });
}

function mendSection(report: Report, why: WhyReport, lang: Lang): Markup {
  const { table } = words(lang).why;
  const { mend } = why;
  const sentence = html`<p>${sayMend(report, why, lang)}</p>`;
  if (mend === null || mend.changes.length === 0) return sentence;
  const rows = mend.changes.map((change) => {
    const { from, to } = nameEnds(report, change, lang);
    return [change.name, words(lang).report.list(change.skills), formatNumber(lang, change.count), from, to];
  });
  const head = [table.what, table.skills, table.count, table.from, table.to];
  return html`${sentence}${dataTable({ caption: table.mendCaption, head, rows, textColumns: [1] })}`;
}

function computed(why: WhyReport, lang: Lang): Markup {
  const text = words(lang).why;
  const factors = [...why.factors, 'roster' as const];
  const meanings = factors.map(
    (one) => html`<li><b>${nameFactor(one, lang)}</b>${words(lang).report.colon}${text.meanings[one]}</li>`,
  );
  return html`<ul>${meanings}</ul><ul>${text.method.map((one) => html`<li>${one}</li>`)}</ul>`;
}
