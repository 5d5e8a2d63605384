/** All files of a report, rendered from the same data: one page, its charts, and the numbers for spreadsheets and programs. */
import { drawCharts } from '../report/charts/draw-charts.ts';
import { renderPng } from '../report/charts/render-png.ts';
import { renderCsv } from '../report/render-csv.ts';
import { renderHtml } from '../report/render-html.ts';
import type { Report } from '../report/report.ts';
import type { Lang } from '../words/dictionary.ts';
import type { ReportFolder } from './report-folder.ts';

/** How a report is written. */
export interface WritingOptions {
  lang: Lang;
  /** As many draw at most. */
  threads: number;
  /** Charts as PNG too. */
  png?: boolean | undefined;
}

/** Renders a report into a folder. */
export async function writeReport(
  report: Report,
  folder: ReportFolder,
  { lang, threads, png }: WritingOptions,
): Promise<void> {
  const charts = await drawCharts(report, lang, threads);
  folder.write('report.html', renderHtml(report, charts, lang));
  folder.write('intervals.csv', renderCsv(report));
  for (const { name, svg } of charts) {
    folder.write(`charts/${name}.svg`, svg);
    if (png) folder.write(`charts/${name}.png`, await renderPng(svg));
  }
}
