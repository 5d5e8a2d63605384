/** All charts of a report, in the order in which they are read, each in two widths: for a page and for a phone. */
import type { Lang } from '../../words/dictionary.ts';
import type { Report } from '../report.ts';
import type { Chart, ChartSetting } from './chart.ts';
import { drawDemand } from './demand.ts';
import { drawErlang } from './erlang.ts';
import { drawHeatMap } from './heat-map.ts';
import { drawPromises } from './promises.ts';
import { drawQuality } from './quality.ts';
import { drawQueue } from './queue.ts';
import { renderSvg } from './render-svg.ts';
import { drawStaffing } from './staffing.ts';
import { drawWaits } from './waits.ts';

/** A chart, drawn. */
export interface DrawnChart<Name extends string = ChartName> {
  name: Name;
  title: string;
  reading: string;
  /** 800 pixels wide: for pages, slides and print. */
  svg: string;
  /** 340 pixels wide: for phones. */
  narrowSvg: string;
}

/** Names of the charts, in reading order. */
export const chartNames = [
  'demand',
  'staffing',
  'promises',
  'queue',
  'heat-map',
  'quality',
  'waits',
  'erlang',
] as const;
export type ChartName = (typeof chartNames)[number];

/** The chart of that name; null where the report has nothing for it. */
export function drawChart(report: Report, name: ChartName, setting: ChartSetting): Chart | null {
  switch (name) {
    case 'demand':
      return drawDemand(report, setting);
    case 'staffing':
      return drawStaffing(report, setting);
    case 'promises':
      return report.promises.length === 0 ? null : drawPromises(report, setting);
    case 'queue':
      return drawQueue(report, setting);
    case 'heat-map':
      return report.promises.length === 0 ? null : drawHeatMap(report, setting);
    case 'quality':
      return drawQuality(report, setting);
    case 'waits':
      return drawWaits(report, setting);
    case 'erlang':
      return drawErlang(report, setting);
  }
}

/** Draws all charts that the report has something for. */
export async function drawCharts(report: Report, lang: Lang): Promise<DrawnChart[]> {
  const drawn: DrawnChart[] = [];
  for (const name of chartNames) {
    const chart = await drawInBothWidths(name, (setting) => drawChart(report, name, setting), lang);
    if (chart !== null) drawn.push(chart);
  }
  return drawn;
}

/**
 * Draws one chart for a page and for a phone.
 *
 * @param draw makes it for a width; null where there is nothing to show
 */
export async function drawInBothWidths<Name extends string>(
  name: Name,
  draw: (setting: ChartSetting) => Chart | null,
  lang: Lang,
): Promise<DrawnChart<Name> | null> {
  const wide = draw({ lang, width: 800 });
  const narrow = draw({ lang, width: 340 });
  if (wide === null || narrow === null) return null;
  const { title, reading } = wide;
  return { name, title, reading, svg: await renderSvg(wide, lang), narrowSvg: await renderSvg(narrow, lang) };
}
