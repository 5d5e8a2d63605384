/** From a chart's spec to its marks: the part of drawing that takes time, and that threads share. */
import type { Chart } from './chart.ts';

/** Charts that several threads draw, each taking the next that nobody has taken. */
export interface SharedDrawing {
  charts: readonly Chart[];
  /** One shared number: the next chart to be taken. */
  next: Int32Array;
}

/** A chart that a thread has drawn. */
export interface ChartDrawn {
  index: number;
  svg: string;
}

/** The charts to be drawn by who asks, until none is left. */
export function* takeCharts({ charts, next }: SharedDrawing): Generator<number> {
  for (let index = Atomics.add(next, 0, 1); index < charts.length; index = Atomics.add(next, 0, 1)) yield index;
}

/** Draws a chart: an SVG document as Vega writes it. */
export async function drawMarks(chart: Chart): Promise<string> {
  // Loaded when the first chart is drawn: they are by far the largest libraries, and most commands draw nothing.
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  vega.resetSVGDefIds();
  const { spec } = compile(chart.spec, { logger: vega.logger(vega.Error) });
  const view = new vega.View(vega.parse(spec), { renderer: 'none', logger: vega.logger(vega.Error) })
    .width(chart.plotWidth)
    .height(chart.plotHeight);
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}
