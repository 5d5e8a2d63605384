/** A plot of curves over any quantity, with simulated points and their intervals, for the pictures of a lesson. */
import type { Lang } from '../../words/dictionary.ts';
import {
  type ChartSetting,
  dashOf,
  frameOf,
  type KeyEntry,
  type Layer,
  type Note,
  nameLines,
  type Panel,
  palette,
  type Rule,
  shareAxis,
  sizes,
} from '../charts/chart.ts';

/** A curve; a y of null is a gap. */
export interface Curve {
  readonly name: string;
  readonly colour: string;
  readonly swatch: KeyEntry['swatch'];
  readonly points: readonly { readonly x: number; readonly y: number | null }[];
  /** A value holds until the next. */
  readonly step?: boolean;
}

/** A simulated point with its interval. */
export interface Dot {
  readonly x: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The x axis that the panels of a chart share. */
export interface CurveAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly title: string;
  readonly logarithmic?: boolean;
}

/** The y axis of a panel. */
export interface ValueAxis {
  readonly domain: readonly [number, number];
  readonly axis: ReturnType<typeof shareAxis>;
}

/** What a panel shows. */
export interface CurvePanel {
  readonly height: number;
  readonly axisTitle: string;
  readonly x: CurveAxis;
  readonly y: ValueAxis;
  readonly curves: readonly Curve[];
  readonly dots?: readonly Dot[];
  /** A place on the x axis, marked by an upright line and named at its top. */
  readonly mark?: { readonly at: number; readonly label: string };
  /** A stretch of the x axis, shaded. */
  readonly band?: readonly [number, number];
  /** A level, marked by a line and named beside it. */
  readonly level?: { readonly at: number; readonly label: string };
  /** Whether the axis is labelled: the last panel of a chart. */
  readonly last: boolean;
}

/** Room that the x axis takes under the last panel, pixels. */
export const curveAxisHeight = 46;

/** The y axis of shares: from 0, or from a quarter, a half or three quarters where nothing lies below, to 100 %. */
export function shareScale(values: readonly number[], lang: Lang): ValueAxis {
  const from = Math.floor(4 * Math.min(1 - 1e-9, Math.max(0, Math.min(...values)))) / 4;
  const step = from >= 0.75 ? 0.05 : from >= 0.5 ? 0.1 : 0.25;
  const ticks = Array.from({ length: Math.round((1 - from) / step) + 1 }, (_, i) =>
    Number((from + i * step).toFixed(2)),
  );
  return { domain: [from, 1], axis: shareAxis(ticks, lang) };
}

/** Draws a panel; `key` names the curves that have no room for their names. */
export function curvePanel(parts: CurvePanel, setting: ChartSetting): { panel: Panel; key: KeyEntry[] } {
  const { height, x, y, curves, dots = [], mark, band, level } = parts;
  const { plot } = frameOf(setting);
  const toX = placer(x, plot);
  const toY = (value: number): number => height * (1 - (value - y.domain[0]) / (y.domain[1] - y.domain[0]));
  const xEncoding = encodeX(x, parts.last);
  const yEncoding = {
    field: 'y',
    type: 'quantitative' as const,
    scale: { domain: [...y.domain], nice: false },
    axis: y.axis,
  };
  const levels = level === undefined ? [] : [levelCurve(level, x)];
  const named = nameLines(
    [...curves, ...levels].map((curve) => ({ ...curve, segments: segmentsOf(curve, toX, toY) })),
    plot,
    height,
    [
      ...dots.map(({ x, low, high }) => ({ x1: toX(x) - 5, x2: toX(x) + 5, y1: toY(high) - 4, y2: toY(low) + 4 })),
      ...(mark === undefined ? [] : [{ x1: toX(mark.at) - 2, x2: toX(mark.at) + 2, y1: 0, y2: height }]),
    ],
  );
  const notes: Note[] = [...named.notes];
  const rules: Rule[] = [];
  if (mark !== undefined) {
    const at = toX(mark.at);
    rules.push({ x: at, x2: at, y: 0, y2: height, colour: palette.muted, width: 1, dash: [2, 3] });
    notes.push({ text: mark.label, x: at, y: -7, align: sideOf(at, plot), colour: palette.ink, bold: true });
  }
  const layers: Layer[] = [
    ...(band === undefined ? [] : [shaded(toX(band[0]), toX(band[1]), height)]),
    ...[...levels, ...[...curves].reverse()].map((curve) => lineLayer(curve, xEncoding, yEncoding)),
    ...dotLayers(dots, toX, toY, height),
  ];
  return { panel: { height, axisTitle: parts.axisTitle, layers, rules, notes }, key: named.key };
}

/** A level as a curve of its own, so that its name finds a place too. */
function levelCurve(
  { at, label }: NonNullable<CurvePanel['level']>,
  { domain: [from, to], logarithmic }: CurveAxis,
): Curve {
  const pieces = 20;
  const x = (i: number): number =>
    logarithmic === true ? from * (to / from) ** (i / pieces) : from + ((to - from) * i) / pieces;
  const points = Array.from({ length: pieces + 1 }, (_, i) => ({ x: x(i), y: at }));
  return { name: label, colour: palette.ink, swatch: 'dashed', points };
}

/** Where a value of an axis lies, pixels from the left. */
export function placer({ domain: [from, to], logarithmic }: CurveAxis, plot: number): (value: number) => number {
  const scale = logarithmic === true ? Math.log : (value: number): number => value;
  return (value) => ((scale(value) - scale(from)) / (scale(to) - scale(from))) * plot;
}

function sideOf(at: number, plot: number): Note['align'] {
  return at < 60 ? 'left' : at > plot - 60 ? 'right' : 'center';
}

function encodeX(x: CurveAxis, last: boolean) {
  const labels = Object.fromEntries(x.ticks.map(({ at, label }) => [at, label]));
  return {
    field: 'x',
    type: 'quantitative' as const,
    scale: {
      type: x.logarithmic === true ? ('log' as const) : ('linear' as const),
      domain: [...x.domain],
      nice: false,
      zero: false,
    },
    axis: {
      values: x.ticks.map(({ at }) => at),
      labels: last,
      ticks: last,
      domain: last,
      grid: true,
      labelExpr: `(${JSON.stringify(labels)})[datum.value]`,
      labelOverlap: false,
      labelFlush: false,
      title: last ? x.title : null,
    },
  };
}

function lineLayer({ points, colour, swatch, step }: Curve, x: ReturnType<typeof encodeX>, y: object): Layer {
  return {
    data: { values: points.map((point) => ({ ...point })) },
    mark: {
      type: 'line',
      interpolate: step === true ? 'step-after' : 'linear',
      color: colour,
      strokeWidth: swatch === 'line' ? 2.2 : 1.6,
      strokeDash: dashOf(swatch),
      clip: true,
    },
    encoding: { x, y },
  } as Layer;
}

function shaded(x: number, x2: number, height: number): Layer {
  return {
    data: { values: [{ x, x2 }] },
    mark: { type: 'rect', color: palette.shade, y: 0, y2: height },
    encoding: { x: { field: 'x', type: 'quantitative', scale: null, axis: null }, x2: { field: 'x2' } },
  };
}

const pixels = { type: 'quantitative' as const, scale: null, axis: null };

/** Simulated points: a dot and an upright line over its interval. */
export function dotLayers(
  dots: readonly Dot[],
  toX: (x: number) => number,
  toY: (y: number) => number,
  height: number,
): Layer[] {
  if (dots.length === 0) return [];
  const inside = (value: number): number => Math.max(0, Math.min(height, toY(value)));
  const values = dots.map(({ x, value, low, high }) => ({
    x: toX(x),
    y: inside(value),
    low: inside(low),
    high: inside(high),
  }));
  return [
    {
      data: { values },
      mark: { type: 'rule', color: palette.served, strokeWidth: 1.6 },
      encoding: { x: { field: 'x', ...pixels }, y: { field: 'low', ...pixels }, y2: { field: 'high' } },
    },
    {
      data: { values },
      mark: { type: 'point', filled: true, color: palette.served, size: 42, opacity: 1 },
      encoding: { x: { field: 'x', ...pixels }, y: { field: 'y', ...pixels } },
    },
  ];
}

/** Longest piece of a curve that is taken as level, pixels. */
const levelPiece = 6;

/** A curve as level pieces, for naming it. */
function segmentsOf(
  { points, step }: Curve,
  toX: (x: number) => number,
  toY: (y: number) => number,
): { x1: number; x2: number; y: number }[] {
  return points.slice(1).flatMap((point, i) => {
    const before = points[i];
    if (before.y === null || (point.y === null && step !== true)) return [];
    const [x1, x2] = [toX(before.x), toX(point.x)];
    const [y1, y2] = [toY(before.y), toY(step === true || point.y === null ? before.y : point.y)];
    const pieces = y1 === y2 ? 1 : Math.max(1, Math.ceil(Math.max(x2 - x1, Math.abs(y2 - y1)) / levelPiece));
    const along = (from: number, to: number, share: number): number => from + (to - from) * share;
    return Array.from({ length: pieces }, (_, k) => ({
      x1: along(x1, x2, k / pieces),
      x2: along(x1, x2, (k + 1) / pieces),
      y: along(y1, y2, (k + 0.5) / pieces),
    }));
  });
}

/** Evenly spaced round ticks of a linear axis, as many as have room. */
export function evenTicks(
  [from, to]: readonly [number, number],
  steps: readonly number[],
  plot: number,
  label: (at: number) => string,
): CurveAxis['ticks'] {
  const room = Math.max(2, Math.floor(plot / (sizes.small * 6)));
  const step = steps.find((one) => (to - from) / one <= room) ?? steps[steps.length - 1];
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, i) => {
    const at = Number(((first + i) * step).toPrecision(12));
    return { at, label: label(at) };
  });
}

/** Steps of 1, 2 and 5 times the powers of ten, for `evenTicks`. */
export function roundSteps(least: number): number[] {
  return Array.from({ length: 24 }, (_, i) =>
    Number((least * [1, 2, 5][i % 3] * 10 ** Math.floor(i / 3)).toPrecision(12)),
  );
}
