/** Every promise by interval: its value with the band of its uncertainty, the target, and where it breaks. */
import { words } from '../../words/dictionary.ts';
import type { Report, ReportPromise } from '../report.ts';
import {
  mergeRanges,
  namePromise,
  nameRanges,
  nameTime,
  sayDays,
  showConfidence,
  showTarget,
  showValue,
} from '../wording.ts';
import {
  assembleChart,
  type Chart,
  type ChartSetting,
  countAxis,
  frameOf,
  type Layer,
  type Note,
  niceScale,
  type Panel,
  palette,
  type Rule,
  shareAxis,
} from './chart.ts';
import { textWidth } from './text-width.ts';
import {
  type Block,
  layOutTime,
  type ShadedShocks,
  shadeShocks,
  type TimeAxis,
  timeAxisHeight,
  timeEncoding,
  visibleBlocks,
} from './time-axis.ts';

/** One interval, or several drawn as one, of one promise. */
interface Cell {
  start: number;
  end: number;
  value: number;
  low: number;
  high: number;
  judgement: ReportPromise['judgement'];
}

/** Shapes drawn as paths: glyphs differ from font to font. */
const cross = 'M-1,-1L1,1M-1,1L1,-1';
const ring = 'M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0';

/** Height of the row of marks in a panel, pixels. */
const markRow = 18;

const colours = {
  held: palette.served,
  broken: palette.alarm,
  undecided: palette.muted,
  'nothing-to-judge': palette.muted,
} as const;

/** The cells of a promise: intervals drawn as one have their mean by what there was to judge, without a band. */
export function cellsOf(promise: ReportPromise, blocks: readonly Block[]): Cell[] {
  const byInterval = new Map(promise.intervals.map((row) => [row.interval, row]));
  return blocks.flatMap(({ from, to, start, end }): Cell[] => {
    const rows = Array.from({ length: to - from }, (_, i) => byInterval.get(from + i)).filter(
      (row) => row !== undefined,
    );
    const of = rows.reduce((sum, row) => sum + row.of, 0);
    if (of === 0) return [];
    const value = rows.reduce((sum, row) => sum + (row.estimate?.value ?? 0) * row.of, 0) / of;
    const judgement =
      (['broken', 'undecided', 'held'] as const).find((one) => rows.some((row) => row.judgement === one)) ??
      'nothing-to-judge';
    const only = rows.length === 1 ? rows[0].estimate : null;
    return [{ start, end, value, low: only?.low ?? value, high: only?.high ?? value, judgement }];
  });
}

/** Draws one panel per promise. */
export function drawPromises(report: Report, setting: ChartSetting): Chart {
  const blocks = visibleBlocks(report, setting);
  const axis = layOutTime(report, blocks, setting);
  const shocks = shadeShocks(report, axis, setting);
  const panels = report.promises.map((promise, i) =>
    drawPanel(
      report,
      promise,
      blocks,
      { axis, shocks, first: i === 0, last: i + 1 === report.promises.length },
      setting,
    ),
  );
  return assembleChart(
    {
      name: 'promises',
      title: findBreaks(report, setting),
      reading: readWorst(report, setting),
      lanes: shocks.lanes,
      panels,
      bottom: timeAxisHeight(axis),
    },
    setting,
  );
}

function findBreaks(report: Report, { lang }: ChartSetting): string {
  const { charts } = words(lang).report;
  const spoken = report.verdict.promise === null ? undefined : report.promises[report.verdict.promise];
  const worst = [spoken, ...report.promises].find((promise) => promise !== undefined && promise.breaks.length > 0);
  if (worst !== undefined) {
    return charts.promises.breaks({
      promise: namePromise(report, worst, lang),
      ranges: nameRanges(report, mergeRanges(worst.breaks), lang),
    });
  }
  const undecided = report.promises.some((promise) => promise.undecided.length > 0);
  return undecided ? charts.promises.undecided : charts.promises.holds;
}

function readWorst(report: Report, { lang }: ChartSetting): string {
  const { charts, joinSentences } = words(lang).report;
  const sentences = report.promises.flatMap((promise) => {
    const rows = promise.intervals.flatMap(({ interval, estimate, dayHolds }) =>
      estimate === null || dayHolds === null ? [] : [{ interval, estimate, dayHolds }],
    );
    if (rows.length === 0) return [];
    const sign = promise.sense === 'at-least' ? 1 : -1;
    const worst = rows.reduce((a, b) => (sign * b.estimate.value < sign * a.estimate.value ? b : a));
    return charts.promises.reading({
      promise: namePromise(report, promise, lang),
      worst: showValue(promise, worst.estimate.value, lang),
      time: nameTime(report, report.intervals[worst.interval].start, lang),
      target: showTarget(promise, lang),
      share: sayDays(worst.dayHolds, lang),
    });
  });
  const [drawn] = report.promises.flatMap(({ intervals }) => intervals.flatMap(({ estimate }) => estimate ?? []));
  if (drawn === undefined) return joinSentences(sentences);
  return joinSentences([...sentences, charts.promises.bands({ confidence: showConfidence(drawn.confidence, lang) })]);
}

function drawPanel(
  report: Report,
  promise: ReportPromise,
  blocks: readonly Block[],
  frame: { axis: TimeAxis; shocks: ShadedShocks; first: boolean; last: boolean },
  setting: ChartSetting,
): Panel {
  const { lang } = setting;
  const { axis, shocks, first, last } = frame;
  const { plot } = frameOf(setting);
  const text = words(lang).report;
  const height = report.promises.length > 2 ? 125 : 160;
  const cells = cellsOf(promise, blocks);
  const fraction = promise.unit === 'fraction';
  const scale =
    fraction && promise.sense === 'at-least'
      ? { end: 1, ticks: [0, 0.25, 0.5, 0.75, 1] }
      : niceScale(Math.max(promise.target, ...cells.map(({ high }) => high)));
  // Marks of where it breaks stand on a floor of their own, or under the ceiling when the good side is below.
  const [top, bottom] = promise.sense === 'at-least' ? [0, height - markRow] : [markRow, height];
  const floor = promise.sense === 'at-least' ? height - markRow / 2 : markRow / 2;
  const toPixels = (value: number) => bottom - (value / scale.end) * (bottom - top);
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, scale.end], range: [bottom, top], nice: false },
    axis: fraction ? shareAxis(scale.ticks, lang) : countAxis(scale.ticks),
  });
  const x = timeEncoding(axis, 'start', last, setting);
  const layers: Layer[] = [...shocks.behind(first, height)];
  for (const judgement of ['held', 'undecided', 'broken'] as const) {
    const own = cells.filter((cell) => cell.judgement === judgement);
    if (own.length === 0) continue;
    layers.push(
      {
        data: { values: own },
        mark: { type: 'rect', color: colours[judgement], opacity: 0.28 },
        encoding: { x, x2: { field: 'end' }, y: y('low'), y2: { field: 'high' } },
      },
      {
        data: { values: own },
        mark: { type: 'rule', color: colours[judgement], strokeWidth: 2.5 },
        encoding: { x, x2: { field: 'end' }, y: y('value') },
      },
    );
  }
  const target = toPixels(promise.target);
  const rules: Rule[] = [{ x: 0, x2: plot, y: target, y2: target, colour: palette.ink, width: 1, dash: [4, 3] }];
  const shapes: Layer[] = [];
  for (const { ranges, colour, shape } of [
    { ranges: promise.undecided, colour: palette.muted, shape: ring },
    { ranges: promise.breaks, colour: palette.alarm, shape: cross },
  ]) {
    const marks = mergeRanges(ranges).map(({ from, to }) => ({ x: axis.place(from), x2: axis.place(to) }));
    if (marks.length === 0) continue;
    for (const { x, x2 } of marks) {
      rules.push({ x: x + 1, x2: x2 - 1, y: floor, y2: floor, colour, width: 2, opacity: 0.55 });
    }
    shapes.push({
      data: { values: marks.map(({ x, x2 }) => ({ x: (x + x2) / 2 })) },
      mark: {
        type: 'point',
        shape,
        y: floor,
        size: 60,
        filled: shape === ring,
        fill: palette.paper,
        stroke: colour,
        strokeWidth: 2.2,
        opacity: 1,
      },
      encoding: { x: { field: 'x', type: 'quantitative', scale: null, axis: null } },
    });
  }
  const label = text.series.target({ target: showTarget(promise, lang) });
  const place = placeTarget(label, target, cells, axis, toPixels, plot);
  const notes = [...(first ? shocks.notes : []), ...(place === null ? [] : [place])];
  const unit = fraction ? '%' : promise.unit === 'seconds' ? text.axes.seconds : '';
  const name = namePromise(report, promise, lang);
  const title = unit === '' ? name : `${name} (${unit})`;
  // Where the bands leave no room beside the line, its name stands in the title.
  const axisTitle = place === null ? `${title}${text.semicolon}${label}` : title;
  return { height, axisTitle, layers: [...layers, ...shapes], rules, notes };
}

/** Names the target line under it or above it, where no cell stands in the way; null where there is no such place. */
function placeTarget(
  label: string,
  y: number,
  cells: readonly Cell[],
  axis: TimeAxis,
  toPixels: (value: number) => number,
  plot: number,
): Note | null {
  const wide = textWidth(label, 11) + 6;
  let best = { x: 2, y: y + 9, crossed: Number.POSITIVE_INFINITY };
  for (const middle of [y + 9, y - 8]) {
    for (let x = 2; x + wide < plot; x += 12) {
      const crossed = cells.filter(
        (cell) =>
          axis.place(cell.end) > x &&
          axis.place(cell.start) < x + wide &&
          toPixels(cell.high) - 2 < middle + 6 &&
          toPixels(cell.low) + 2 > middle - 6,
      ).length;
      if (middle > 6 && middle < toPixels(0) - 6 && crossed < best.crossed) best = { x, y: middle, crossed };
    }
  }
  if (best.crossed > 0) return null;
  return { text: label, x: best.x, y: best.y, align: 'left', colour: palette.ink };
}
