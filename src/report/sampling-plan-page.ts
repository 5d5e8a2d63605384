/** A sampling plan as a page: the answer, what it takes, what it shows, how it was computed. */
import type { SamplingPlan, SamplingQuestion } from '../qa/sampling-plan.ts';
import { type Lang, words } from '../words/dictionary.ts';
import type { DrawnChart } from './charts/draw-charts.ts';
import type { SamplingChartName } from './charts/sampling-plan.ts';
import { html } from './html.ts';
import { renderFigure, renderPage } from './page.ts';
import { findingOf, meaningOf, planTables, questionOf } from './sampling-plan-words.ts';
import { dataTable } from './table.ts';

/**
 * Renders the page.
 *
 * @param charts drawn from the same plan in the same language
 * @param version of Callfloor
 * @returns a whole HTML document
 */
export function samplingPlanPage(
  question: SamplingQuestion,
  plan: SamplingPlan,
  charts: readonly DrawnChart<SamplingChartName>[],
  version: string,
  lang: Lang,
): string {
  const text = words(lang).qa;
  const { sentence, judgement } = findingOf(question, plan, lang);
  const [load, look, quality] = planTables(plan, lang).map(({ head, rows, title }) =>
    dataTable({ caption: title, head, rows }),
  );
  const chart = (name: SamplingChartName) => {
    const found = charts.find((one) => one.name === name);
    return found === undefined ? null : renderFigure(text.charts[name].question, found);
  };
  const list = (sentences: readonly string[]) => html`<ul>${sentences.map((one) => html`<li>${one}</li>`)}</ul>`;
  return renderPage({
    lang,
    version,
    title: text.page.title,
    heading: text.page.title,
    madeBy: text.page.madeBy(version),
    finding: sentence,
    judgement,
    sections: [
      { id: 'takes', title: text.page.sections.takes, body: html`${chart('load')}${load}` },
      {
        id: 'shows',
        title: text.page.sections.shows,
        body: html`${chart('detection')}${look}${quality}<h3>${text.meaning}</h3>${list(meaningOf(question, plan, lang))}`,
      },
      {
        id: 'computed',
        title: text.page.sections.computed,
        body: html`<h3>${text.page.assumptions}</h3>${list([...questionOf(question, plan, lang), ...text.page.method])}`,
      },
    ],
  });
}
