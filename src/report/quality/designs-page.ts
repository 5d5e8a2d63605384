/** A comparison of sampling designs as a page. */
import type { DesignFigures } from '../../qa/compare-designs.ts';
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber } from '../../words/format.ts';
import type { DrawnChart } from '../charts/draw-charts.ts';
import { html } from '../html.ts';
import { renderFigure, renderPage } from '../page.ts';
import { dataTable } from '../table.ts';
import { designFinding, designTables } from './design-words.ts';

/** What a page tells besides the figures. */
export interface DesignsPage {
  name: string;
  version: string;
  runs: number;
  seed: string;
  /** Kinds that could not be tried. */
  leftOut: readonly string[];
}

/**
 * Renders the page.
 *
 * @param chart drawn from the same figures in the same language
 * @returns a whole HTML document
 */
export function designsPage(
  figures: readonly DesignFigures[],
  { leftOut, name, runs, seed, version }: DesignsPage,
  chart: DrawnChart<'designs'>,
  lang: Lang,
): string {
  const text = words(lang).quality.compare;
  const tables = designTables(figures, lang).map(({ head, rows, title }) => dataTable({ caption: title, head, rows }));
  const method = leftOut.length === 0 ? text.method : [...text.method, text.leftOut(leftOut.join(', '))];
  return renderPage({
    lang,
    version,
    title: text.title(name),
    heading: text.title(name),
    madeBy: text.madeBy(version, formatNumber(lang, runs), seed),
    finding: designFinding(figures, lang),
    judgement: 'held',
    sections: [
      {
        id: 'designs',
        title: text.sections.designs,
        body: html`${renderFigure(text.chart.question, chart)}${tables}`,
      },
      {
        id: 'computed',
        title: text.sections.computed,
        body: html`<ul>${method.map((one) => html`<li>${one}</li>`)}</ul>`,
      },
    ],
  });
}
