/** A chart as SVG, without a screen; the same chart gives the same bytes. */
import { type Lang, words } from '../../words/dictionary.ts';
import type { Chart } from './chart.ts';

/**
 * Renders a chart.
 * @param chart what a `draw…` function made
 * @param lang language of the text in it, for programs that read it aloud
 * @returns an SVG document as text; its ids begin with the chart's name and width, so that several fit one page
 */
export async function renderSvg(chart: Chart, lang: Lang): Promise<string> {
  // Loaded when the first chart is drawn: they are by far the largest libraries, and most commands draw nothing.
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  vega.resetSVGDefIds();
  const { spec } = compile(chart.spec, { logger: vega.logger(vega.Error) });
  const view = new vega.View(vega.parse(spec), { renderer: 'none', logger: vega.logger(vega.Error) })
    .width(chart.plotWidth)
    .height(chart.plotHeight);
  const svg = await view.toSVG();
  view.finalize();
  const prefix = `${chart.name}-${chart.width}-`;
  const label = escapeXml(`${chart.title}${words(lang).report.colon}${chart.reading}`);
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
