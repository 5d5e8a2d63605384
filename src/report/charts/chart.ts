/**
 * The common frame of all charts: one palette, one size, one place for title, key, axis titles and the names of shocks. A
 * chart fills in its panels. Every position is fixed beforehand, so that time axes line up from chart to chart and the
 * same report gives the same bytes on every machine.
 */
import type { TopLevelSpec } from 'vega-lite';
import type { Lang } from '../../words/dictionary.ts';
import type { DrawnLine } from './place-labels.ts';
import { placeLabels } from './place-labels.ts';
import { textWidth, wrapText } from './text-width.ts';

/**
 * Four colours that colour-blind readers tell apart (after Okabe and Ito 2008, darkened until text in them has a contrast
 * of 4.5 on white), and greys. A colour means the same in every chart: demand blue, served green, alarm orange, ink for
 * people and targets.
 */
export const palette = {
  demand: '#0066A6',
  served: '#007A5E',
  alarm: '#B84A00',
  ink: '#26303B',
  muted: '#5A6572',
  grid: '#E2E6EA',
  shade: '#F3EDDD',
  paper: '#FFFFFF',
} as const;

/** Families that have Latin and Chinese glyphs, on the systems people use. */
export const fontFamily =
  "'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

/** Language and total width of a chart in pixels. */
export interface ChartSetting {
  lang: Lang;
  width: number;
}

/** A chart: a Vega-Lite spec, its size, and what it says to those who do not see it. */
export interface Chart {
  name: string;
  /** Total size, pixels. */
  width: number;
  height: number;
  /** Size without margins, pixels. */
  plotWidth: number;
  plotHeight: number;
  /** The finding, one sentence. */
  title: string;
  /** The chart read aloud. */
  reading: string;
  spec: TopLevelSpec;
}

type Concatenated = Extract<TopLevelSpec, { vconcat: unknown }>;
type Layered = Extract<Concatenated['vconcat'][number], { layer: unknown }>;
/** One layer of a panel. */
export type Layer = Layered['layer'][number];

/** A key entry: a swatch and a name, drawn above the first panel. */
export interface KeyEntry {
  name: string;
  colour: string;
  swatch: 'line' | 'dashed' | 'dotted' | 'box';
  opacity?: number;
}

/** One plot of a chart. */
export interface Panel {
  height: number;
  /** Title of the y axis, written flat above it; empty for none. */
  axisTitle: string;
  layers: Layer[];
}

export const sizes = { text: 12, small: 11, title: 15, line: 19, row: 17 } as const;

/** Widths of the margins and the plot for a setting, pixels. */
export function frameOf(setting: ChartSetting): { left: number; right: number; plot: number; narrow: boolean } {
  const narrow = setting.width < 500;
  const left = narrow ? 44 : 58;
  const right = narrow ? 12 : 18;
  return { left, right, plot: setting.width - left - right, narrow };
}

/** What `assembleChart` puts together. */
export interface ChartParts {
  name: string;
  title: string;
  reading: string;
  key?: readonly KeyEntry[];
  /** Rows kept free above each first panel for the names of shocks. */
  lanes?: number;
  panels: readonly Panel[];
  /** Room under the last panel for its axis, pixels. */
  bottom: number;
}

/** Puts a chart together: title, key, panels one under another. */
export function assembleChart(parts: ChartParts, setting: ChartSetting): Chart {
  const { left, right, plot } = frameOf(setting);
  const lines = wrapText(parts.title, sizes.title * 1.08, setting.width - 12);
  const key = layOutKey(parts.key ?? [], setting.width - left - 4);
  const axisRow = parts.panels[0].axisTitle === '' ? 4 : sizes.row + 4;
  const lanes = (parts.lanes ?? 0) * sizes.row;
  const above = key.rows * sizes.row + axisRow + lanes;
  const top = 10 + lines.length * sizes.line + above;
  const spacing = sizes.row + 14;
  const inner = parts.panels.reduce((sum, panel) => sum + panel.height + spacing, -spacing);
  const panels: Concatenated['vconcat'] = [];
  for (const [i, panel] of parts.panels.entries()) {
    const layer: Layer[] = [...panel.layers];
    if (i === 0) layer.push(...key.layers(-(above - 4)));
    if (panel.axisTitle !== '') {
      layer.push(
        textLayer(panel.axisTitle, {
          x: -left + 6,
          y: -10 - (i === 0 ? lanes : 0),
          align: 'left',
          colour: palette.muted,
        }),
      );
    }
    panels.push({ width: plot, height: panel.height, layer, resolve: { axis: { x: 'independent' } } });
  }
  const spec: TopLevelSpec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: `${parts.title} ${parts.reading}`,
    autosize: 'none',
    padding: { left, right, top, bottom: parts.bottom },
    title: { text: lines, anchor: 'start', frame: 'group', dx: -left + 6, offset: above + 2 },
    vconcat: panels,
    spacing,
    bounds: 'flush',
    config,
  };
  return {
    name: parts.name,
    width: setting.width,
    height: top + inner + parts.bottom,
    plotWidth: plot,
    plotHeight: inner,
    title: parts.title,
    reading: parts.reading,
    spec,
  };
}

const config: NonNullable<TopLevelSpec['config']> = {
  aria: false,
  background: palette.paper,
  font: fontFamily,
  view: { stroke: null },
  title: {
    color: palette.ink,
    fontSize: sizes.title,
    fontWeight: 600,
    lineHeight: sizes.line,
  },
  axis: {
    labelColor: palette.muted,
    labelFontSize: sizes.small,
    titleColor: palette.muted,
    titleFontSize: sizes.small,
    titleFontWeight: 'normal',
    domainColor: palette.muted,
    tickColor: palette.muted,
    gridColor: palette.grid,
    labelLimit: 0,
    titleLimit: 0,
  },
  axisY: { domain: false, ticks: false, labelPadding: 6 },
};

/** A text at a fixed place of the plot, in pixels. */
export function textLayer(
  text: string,
  at: {
    x: number;
    y: number;
    align: 'left' | 'center' | 'right';
    colour: string;
    bold?: boolean;
    size?: number;
  },
): Layer {
  return {
    data: { values: [{}] },
    mark: {
      type: 'text',
      text,
      x: at.x,
      y: at.y,
      align: at.align,
      baseline: 'middle',
      color: at.colour,
      fontSize: at.size ?? sizes.small,
      fontWeight: at.bold === true ? 600 : 'normal',
      clip: false,
    },
    encoding: {},
  };
}

const dashes = { line: [1, 0], dashed: [6, 3], dotted: [2, 3], box: [1, 0] };

/** Dash pattern of a line. */
export function dashOf(swatch: KeyEntry['swatch']): number[] {
  return dashes[swatch];
}

/** Lays a key out in rows; its layers are drawn upwards of the plot. */
function layOutKey(key: readonly KeyEntry[], width: number): { rows: number; layers: (top: number) => Layer[] } {
  const places: { entry: KeyEntry; x: number; row: number }[] = [];
  let x = 0;
  let row = 0;
  for (const entry of key) {
    const wide = 26 + textWidth(entry.name, sizes.small) + 14;
    if (x > 0 && x + wide > width) {
      x = 0;
      row++;
    }
    places.push({ entry, x, row });
    x += wide;
  }
  const layers = (top: number) =>
    places.flatMap(({ entry, x, row }): Layer[] => {
      const y = top + (row + 0.5) * sizes.row;
      const swatch: Layer =
        entry.swatch === 'box'
          ? {
              data: { values: [{}] },
              mark: {
                type: 'rect',
                x,
                x2: x + 18,
                y: y - 5,
                y2: y + 5,
                color: entry.colour,
                opacity: entry.opacity ?? 1,
              },
              encoding: {},
            }
          : {
              data: { values: [{}] },
              mark: {
                type: 'rule',
                x,
                x2: x + 20,
                y,
                color: entry.colour,
                strokeWidth: 2,
                strokeDash: dashOf(entry.swatch),
              },
              encoding: {},
            };
      return [swatch, textLayer(entry.name, { x: x + 25, y, align: 'left', colour: palette.ink })];
    });
  return { rows: places.length === 0 ? 0 : row + 1, layers };
}

/** A line by name, colour and dash, to be named directly. */
export interface NamedLine extends DrawnLine {
  colour: string;
  swatch: KeyEntry['swatch'];
}

/** Names lines beside themselves where there is room, the others in the key. */
export function nameLines(
  lines: readonly NamedLine[],
  width: number,
  height: number,
): { layers: Layer[]; key: KeyEntry[] } {
  const labels = placeLabels(lines, sizes.small * 1.1, width, height);
  const layers: Layer[] = [];
  const key: KeyEntry[] = [];
  for (const line of lines) {
    const label = labels.find(({ name }) => name === line.name);
    if (label === undefined) key.push({ name: line.name, colour: line.colour, swatch: line.swatch });
    else {
      const { x, y } = label;
      layers.push(textLayer(line.name, { x, y, align: 'center', colour: line.colour, bold: true }));
    }
  }
  return { layers, key };
}

/** A round number at or above a value, for the end of an axis: 1, 2, 2.5 or 5 times a power of ten, in at most five steps. */
export function niceScale(greatest: number, steps = 4): { end: number; ticks: number[] } {
  const rough = Math.max(greatest, 1e-9) / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough * 0.999999) ?? 10 * power;
  const count = Math.ceil(greatest / step - 1e-9);
  const ticks = Array.from({ length: Math.max(count, 1) + 1 }, (_, i) => Number((i * step).toPrecision(12)));
  return { end: ticks[ticks.length - 1], ticks };
}
