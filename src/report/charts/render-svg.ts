/** Charts as SVG, without a screen; the same chart gives the same bytes, whichever thread draws it. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Lang, words } from '../../words/dictionary.ts';
import type { Chart } from './chart.ts';
import { type ChartDrawn, drawMarks, type SharedDrawing, takeCharts } from './draw-marks.ts';

/** Charts for each thread that helps: it takes as long to load as some of them to be drawn. */
const chartsPerHelper = 6;

/** The built thread beside this module. */
const workerFile = new URL(`./draw-worker${extname(import.meta.url)}`, import.meta.url);

/**
 * Renders a chart.
 * @param chart what a `draw…` function made
 * @param lang language of the text in it, for programs that read it aloud
 * @returns an SVG document as text; its ids begin with the chart's name and width, so that several fit one page
 */
export async function renderSvg(chart: Chart, lang: Lang): Promise<string> {
  return finish(await drawMarks(chart), chart, lang);
}

/**
 * Renders charts, over threads where there are enough of them: the calling one draws, and others help as soon as they have loaded.
 * @param threads whole, at least 1: as many draw at most
 * @returns the document of each, as {@link renderSvg} gives it
 */
export async function renderSvgs(charts: readonly Chart[], lang: Lang, threads = 1): Promise<string[]> {
  const drawing: SharedDrawing = { charts, next: new Int32Array(new SharedArrayBuffer(4)) };
  const drawn: string[] = [];
  const count = Math.min(threads - 1, Math.floor(charts.length / chartsPerHelper));
  const helpers = Array.from({ length: count }, () => new Worker(workerFile, { workerData: drawing }));
  const taken = new Set<number>();
  const helped = whenHelped(helpers, ({ index, svg }) => {
    drawn[index] = svg;
    return charts.every((_, i) => taken.has(i) || drawn[i] !== undefined);
  });
  for (const index of takeCharts(drawing)) {
    taken.add(index);
    drawn[index] = await drawMarks(charts[index]);
  }
  // A helper that has not loaded by now has taken nothing, and finds nothing left.
  if (taken.size < charts.length) await helped;
  for (const helper of helpers) helper.terminate();
  // What a helper did not live to draw.
  for (const [index, chart] of charts.entries()) drawn[index] ??= await drawMarks(chart);
  return charts.map((chart, index) => finish(drawn[index], chart, lang));
}

/** Resolves when what a helper has drawn was the last, which `take` says, or when all helpers are gone. */
function whenHelped(helpers: readonly Worker[], take: (chart: ChartDrawn) => boolean): Promise<void> {
  return new Promise((resolve) => {
    let left = helpers.length;
    for (const helper of helpers) {
      helper
        .on('message', (chart: ChartDrawn) => {
          if (take(chart)) resolve();
        })
        .on('error', () => {})
        .on('exit', () => {
          if (--left === 0) resolve();
        });
    }
  });
}

/** What is drawn as a document that may stand on a page with others and be read aloud. */
function finish(svg: string, { name, width, title, reading }: Chart, lang: Lang): string {
  const prefix = `${name}-${width}-`;
  const label = escapeXml(`${title}${words(lang).report.colon}${reading}`);
  return svg
    .replaceAll(/ (?:role|aria-roledescription)="[^"]*"/g, '')
    .replaceAll(/\bid="((?:clip|gradient_)\d+)"/g, `id="${prefix}$1"`)
    .replaceAll(/url\(#((?:clip|gradient_)\d+)\)/g, `url(#${prefix}$1)`)
    .replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', '')
    .replace('<svg ', `<svg role="img" lang="${lang === 'zh' ? 'zh-Hans' : 'en'}" aria-label="${label}" `);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
