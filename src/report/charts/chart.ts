/**
 * The common frame of all charts: one palette, one size, one place for title, key, axis titles and the names of shocks. A
 * chart fills in its panels. Every position is fixed beforehand, so that time axes line up from chart to chart and the
 * same report gives the same bytes on every machine.
 */
import type { TopLevelSpec } from 'vega-lite';
import type { Lang } from '../../words/dictionary.ts';
import type { Box, DrawnLine } from './place-labels.ts';
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
}

/** A text at a fixed place of the plot, in pixels; `y` is its middle. */
export interface Note {
  text: string;
  x: number;
  y: number;
  align: 'left' | 'center' | 'right';
  colour: string;
  bold?: boolean;
  size?: number;
}

/** A straight line at a fixed place of the plot, in pixels. */
export interface Rule {
  x: number;
  x2: number;
  y: number;
  y2: number;
  colour: string;
  width: number;
  dash?: number[];
  opacity?: number;
}

/** One plot of a chart. */
export interface Panel {
  height: number;
  /** Title of the y axis, written flat above it; empty for none. */
  axisTitle: string;
  layers: Layer[];
  /** Drawn over the layers. */
  rules?: readonly Rule[];
  notes?: readonly Note[];
}

export const sizes = { text: 12, small: 11, title: 15, line: 19, row: 17 } as const;

/** Widths of the margins and the plot for a setting, pixels. */
export function frameOf(setting: ChartSetting): { left: number; right: number; plot: number; narrow: boolean } {
  const narrow = setting.width < 500;
  const left = narrow ? 44 : 58;
  const right = narrow ? 16 : 18;
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
  /** Panels stand close, for rows of a table. */
  tight?: boolean;
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
  const spacing = sizes.row + (parts.tight === true ? 5 : 14);
  const inner = parts.panels.reduce((sum, panel) => sum + panel.height + spacing, -spacing);
  const panels: Concatenated['vconcat'] = [];
  for (const [i, panel] of parts.panels.entries()) {
    const notes: Note[] = [...(panel.notes ?? [])];
    const rules: Rule[] = [...(panel.rules ?? [])];
    const layer: Layer[] = [...panel.layers];
    if (i === 0) {
      const swatches = key.draw(-above);
      notes.push(...swatches.notes);
      rules.push(...swatches.rules);
      for (const [row, text] of lines.entries()) {
        const y = -above - (lines.length - row - 0.5) * sizes.line - 4;
        notes.push({ text, x: -left + 6, y, align: 'left', colour: palette.ink, bold: true, size: sizes.title });
      }
    }
    if (panel.axisTitle !== '') {
      const y = -13 - (i === 0 ? lanes : 0);
      notes.push({ text: panel.axisTitle, x: -left + 6, y, align: 'left', colour: palette.muted });
    }
    layer.push(...ruleLayers(rules), ...textLayers(notes));
    panels.push({ width: plot, height: panel.height, layer });
  }
  const spec: TopLevelSpec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: `${parts.title} ${parts.reading}`,
    autosize: 'none',
    padding: { left, right, top, bottom: parts.bottom },
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

/** Values that are pixels of the plot already. */
const pixels = { type: 'quantitative' as const, scale: null, axis: null };

function groupByLook<T>(items: readonly T[], look: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(look(item), [...(groups.get(look(item)) ?? []), item]);
  return [...groups.values()];
}

/** Texts as layers: one for each look, so that many texts cost little. */
function textLayers(notes: readonly Note[]): Layer[] {
  const looks = groupByLook(notes, (note) => `${note.align} ${note.bold} ${note.size}`);
  return looks.map(
    (values): Layer => ({
      data: { values: values.map(({ text, x, y, colour }) => ({ text, x, y, colour })) },
      mark: {
        type: 'text',
        align: values[0].align,
        baseline: 'middle',
        fontSize: values[0].size ?? sizes.small,
        fontWeight: values[0].bold === true ? 600 : 'normal',
      },
      encoding: {
        x: { field: 'x', ...pixels },
        y: { field: 'y', ...pixels },
        text: { field: 'text' },
        color: { field: 'colour', type: 'nominal', scale: null },
      },
    }),
  );
}

/** Straight lines as layers: one for each look. */
function ruleLayers(rules: readonly Rule[]): Layer[] {
  const looks = groupByLook(rules, ({ width, dash, opacity }) => `${width} ${dash} ${opacity}`);
  return looks.map(
    (values): Layer => ({
      data: { values: values.map(({ x, x2, y, y2, colour }) => ({ x, x2, y, y2, colour })) },
      mark: {
        type: 'rule',
        strokeWidth: values[0].width,
        strokeDash: values[0].dash ?? [1, 0],
        opacity: values[0].opacity ?? 1,
      },
      encoding: {
        x: { field: 'x', ...pixels },
        x2: { field: 'x2' },
        y: { field: 'y', ...pixels },
        y2: { field: 'y2' },
        color: { field: 'colour', type: 'nominal', scale: null },
      },
    }),
  );
}

const dashes = { line: [1, 0], dashed: [6, 3], dotted: [2, 3], box: [1, 0] };

/** Dash pattern of a line. */
export function dashOf(swatch: KeyEntry['swatch']): number[] {
  return dashes[swatch];
}

/** Lays a key out in rows; `draw` places it below a height. */
function layOutKey(
  key: readonly KeyEntry[],
  width: number,
): { rows: number; draw: (top: number) => { rules: Rule[]; notes: Note[] } } {
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
  const draw = (top: number) => {
    const placed = places.map(({ entry, x, row }) => ({ entry, x, y: top + (row + 0.5) * sizes.row }));
    return {
      rules: placed.map(({ entry, x, y }): Rule => {
        const width = entry.swatch === 'box' ? 10 : 2;
        return { x, x2: x + 20, y, y2: y, colour: entry.colour, width, dash: dashOf(entry.swatch) };
      }),
      notes: placed.map(
        ({ entry, x, y }): Note => ({ text: entry.name, x: x + 25, y, align: 'left', colour: palette.ink }),
      ),
    };
  };
  return { rows: places.length === 0 ? 0 : row + 1, draw };
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
  obstacles: readonly Box[] = [],
): { notes: Note[]; key: KeyEntry[] } {
  const labels = placeLabels(lines, sizes.small * 1.1, width, height, obstacles);
  const notes: Note[] = [];
  const key: KeyEntry[] = [];
  for (const line of lines) {
    const label = labels.find(({ name }) => name === line.name);
    if (label === undefined) key.push({ name: line.name, colour: line.colour, swatch: line.swatch });
    else {
      const { x, y } = label;
      notes.push({ text: line.name, x, y, align: 'center', colour: line.colour, bold: true });
    }
  }
  return { notes, key };
}

/** The y axis of numbers, labelled with the decimals they have. */
export function countAxis(ticks: readonly number[]) {
  return { values: [...ticks], labelExpr: "format(datum.value, ',~f')", title: null };
}

/** A scale from 0 to `end` with its ticks. */
export interface CountScale {
  end: number;
  ticks: number[];
}

/** The y encoding of numbers from 0 to the end of a scale, in the field `value`. */
export function countEncoding(scale: CountScale) {
  return {
    field: 'value',
    type: 'quantitative' as const,
    scale: { domain: [0, scale.end], nice: false },
    axis: countAxis(scale.ticks),
  };
}

/** The y axis of shares: labelled as the text writes them. */
export function shareAxis(ticks: readonly number[], lang: Lang) {
  return {
    values: [...ticks],
    labelExpr: `format(datum.value * 100, ',~f') + '${lang === 'zh' ? '%' : ' %'}'`,
    title: null,
  };
}

/** A round number at or above a value, for the end of an axis: 1, 2, 2.5 or 5 times a power of ten, in at most five steps. */
export function niceScale(greatest: number, steps = 4): CountScale {
  const rough = Math.max(greatest, 1e-9) / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough * 0.999999) ?? 10 * power;
  const count = Math.ceil(greatest / step - 1e-9);
  const ticks = Array.from({ length: Math.max(count, 1) + 1 }, (_, i) => Number((i * step).toPrecision(12)));
  return { end: ticks[ticks.length - 1], ticks };
}
