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
import { renderSvgs } from './render-svg.ts';
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

/**
 * Draws all charts that the report has something for.
 *
 * @param threads whole, at least 1: as many draw at most
 */
export function drawCharts(report: Report, lang: Lang, threads = 1): Promise<DrawnChart[]> {
  const pictures = chartNames.map((name) => ({
    name,
    draw: (setting: ChartSetting) => drawChart(report, name, setting),
  }));
  return drawPictures(pictures, lang, threads);
}

/** A chart to be drawn in two widths. */
export interface Picture<Name extends string> {
  name: Name;
  /** Makes it for a width; null where there is nothing to show. */
  draw: (setting: ChartSetting) => Chart | null;
}

/**
 * Draws charts for a page and for a phone, those that have something to show.
 *
 * @param threads whole, at least 1: as many draw at most
 */
export async function drawPictures<Name extends string>(
  pictures: readonly Picture<Name>[],
  lang: Lang,
  threads = 1,
): Promise<DrawnChart<Name>[]> {
  const found = pictures.flatMap(({ name, draw }) => {
    const wide = draw({ lang, width: 800 });
    const narrow = draw({ lang, width: 340 });
    return wide === null || narrow === null ? [] : [{ name, wide, narrow }];
  });
  const charts = found.flatMap(({ wide, narrow }) => [wide, narrow]);
  const svgs = await renderSvgs(charts, lang, threads);
  return found.map(({ name, wide: { title, reading } }, i) => {
    const [svg, narrowSvg] = svgs.slice(2 * i);
    return { name, title, reading, svg, narrowSvg };
  });
}

/**
 * Draws one chart for a page and for a phone.
 *
 * @param draw makes it for a width; null where there is nothing to show
 */
export async function drawInBothWidths<Name extends string>(
  name: Name,
  draw: Picture<Name>['draw'],
  lang: Lang,
): Promise<DrawnChart<Name> | null> {
  const [drawn] = await drawPictures([{ name, draw }], lang);
  return drawn ?? null;
}
