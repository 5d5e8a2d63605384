/** A judgement of evaluations as a page. */
import type { ScoreJudgement } from '../qa/judge-scores.ts';
import { type Lang, words } from '../words/dictionary.ts';
import type { DrawnChart } from './charts/draw-charts.ts';
import { html } from './html.ts';
import { renderFigure, renderPage } from './page.ts';
import { scoresFinding, scoresHead, scoresMeaning, scoresTables } from './scores-words.ts';
import { dataTable } from './table.ts';

/**
 * Renders the page.
 *
 * @param chart of the agents, drawn from the same judgement in the same language
 * @param version of Callfloor
 * @returns a whole HTML document
 */
export function scoresPage(judged: ScoreJudgement, chart: DrawnChart<'agents'>, version: string, lang: Lang): string {
  const { meaning, page, scores } = words(lang).qa;
  const [agents, ...others] = scoresTables(judged, lang, true).map(({ head, rows, title }) =>
    dataTable({ caption: title, head, rows }),
  );
  const list = (sentences: readonly string[]) => html`<ul>${sentences.map((one) => html`<li>${one}</li>`)}</ul>`;
  const isBad = judged.agents.some(({ finding }) => finding === 'below');
  return renderPage({
    lang,
    version,
    title: scores.page.title,
    heading: `${scores.page.title} – ${scoresHead(judged, lang)}`,
    madeBy: page.madeBy(version),
    finding: scoresFinding(judged, lang),
    judgement: isBad ? 'broken' : judged.agents.some(({ finding }) => finding === 'unclear') ? 'undecided' : 'held',
    sections: [
      {
        id: 'agents',
        title: scores.page.sections.agents,
        body: html`${renderFigure(scores.chart.question, chart)}<h3>${meaning}</h3>${list(scoresMeaning(judged, lang))}${agents}`,
      },
      { id: 'evaluators', title: scores.page.sections.evaluators, body: others.length === 0 ? null : html`${others}` },
      { id: 'computed', title: scores.page.sections.computed, body: list(scores.page.method) },
    ],
  });
}
