/** The time axis that the charts share, the intervals they show, and the shocks shaded behind them. */
import { words } from '../../words/dictionary.ts';
import { busyIntervals } from '../busy-intervals.ts';
import type { Report, ReportTime } from '../report.ts';
import { nameDayShort, nameShock } from '../wording.ts';
import { type ChartSetting, frameOf, type Layer, type Note, palette, sizes } from './chart.ts';
import { cutText, textWidth } from './text-width.ts';

/** Neighbouring planning intervals drawn as one: `[from, to)` by index, `[start, end)` in seconds. */
export interface Block {
  from: number;
  to: number;
  start: number;
  end: number;
}

/** A block narrower than this many pixels is not seen. */
const leastWidth = 2;

/**
 * The intervals a chart shows: from the first to the last with contacts. Where there are more than a picture
 * resolves, the same number of neighbours is drawn as one, never across midnight.
 */
export function visibleBlocks(report: Report, setting: ChartSetting): Block[] {
  return blocksOf(report, busyIntervals(report), setting);
}

/** The intervals from the first of `busy` to its last, as `visibleBlocks` draws them. */
export function blocksOf(report: ReportTime, busy: readonly number[], setting: ChartSetting): Block[] {
  const first = busy[0];
  const last = busy[busy.length - 1];
  const perDay = report.intervals.filter(({ day }) => day === 0).length;
  const needed = ((last - first + 1) * leastWidth) / frameOf(setting).plot;
  const size = divisors(perDay).find((one) => one >= needed) ?? perDay;
  const firstOfDay = report.scenario.days.map((_, day) => report.intervals.findIndex((one) => one.day === day));
  const blocks: Block[] = [];
  for (let i = first; i <= last; i++) {
    const { start, end, day } = report.intervals[i];
    const open = blocks.at(-1);
    if (open !== undefined && (i - firstOfDay[day]) % size !== 0) Object.assign(open, { to: i + 1, end });
    else blocks.push({ from: i, to: i + 1, start, end });
  }
  return blocks;
}

function divisors(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i + 1).filter((one) => n % one === 0);
}

/** The sum of a value over the intervals of a block. */
export function sumBlock(block: Block, value: (interval: number) => number): number {
  let sum = 0;
  for (let i = block.from; i < block.to; i++) sum += value(i);
  return sum;
}

/** The shared time axis: its domain, and where in the plot a moment lies. */
export interface TimeAxis {
  domain: [number, number];
  ticks: { at: number; label: string[] }[];
  /** Pixels from the left of the plot. */
  place: (seconds: number) => number;
}

/** What a time axis needs to know of the time that it may cover. */
export interface TimeLine {
  /** The full hours, where ticks may stand, ascending. */
  readonly marks: readonly {
    readonly at: number;
    readonly hour: number;
    readonly label: string;
    readonly day: number;
  }[];
  /** Number of days. */
  readonly days: number;
  /** A day in a few characters. */
  nameDay(day: number): string;
}

/** Lays the time axis out for the blocks of a report. */
export function layOutTime(report: ReportTime, blocks: readonly Block[], setting: ChartSetting): TimeAxis {
  const marks = report.intervals
    .filter(({ label }) => label.endsWith(':00'))
    .map(({ start, label, day }) => ({ at: start, hour: Number(label.slice(0, 2)), label, day }));
  const { end, day } = report.intervals[report.intervals.length - 1];
  marks.push({ at: end, hour: 24, label: '24:00', day });
  const nameDay = (index: number) => nameDayShort(report, index, setting.lang);
  return layOutTimeLine({ marks, days: report.scenario.days.length, nameDay }, blocks, setting);
}

/** Lays a time axis out for the blocks shown. */
export function layOutTimeLine(line: TimeLine, blocks: readonly Block[], setting: ChartSetting): TimeAxis {
  const domain: [number, number] = [blocks[0].start, blocks[blocks.length - 1].end];
  const { plot } = frameOf(setting);
  const place = (seconds: number) => ((seconds - domain[0]) / (domain[1] - domain[0])) * plot;
  const marks = line.marks.filter(
    ({ at, hour }) => at >= domain[0] && at <= domain[1] && (hour < 24 || at === domain[1]),
  );
  // What matters are the days shown, not those that there are.
  const manyDays = new Set(marks.filter(({ hour }) => hour < 24).map(({ day }) => day)).size > 2;
  const gap = manyDays ? 64 : 46;
  const steps = manyDays ? [24, 48, 72, 168, 336, 672] : [1, 2, 3, 4, 6, 12, 24];
  const hourWidth = place(domain[0] + 3600);
  const step = steps.find((one) => one * hourWidth >= gap) ?? steps[steps.length - 1];
  const ticks = marks
    .filter(({ hour, day }) => (manyDays ? hour === 0 && day % (step / 24) === 0 : hour % step === 0))
    .map(({ at, label, day, hour }, i) => {
      if (manyDays) return { at, label: [line.nameDay(day)] };
      const named = line.days > 1 && (i === 0 || hour === 0);
      return { at, label: named ? [label, line.nameDay(day)] : [label] };
    });
  return { domain, ticks, place };
}

/** The x encoding of a panel: labelled on the last panel of a chart, bare above. */
export function timeEncoding(axis: TimeAxis, field: string, last: boolean, setting: ChartSetting) {
  const labels = Object.fromEntries(axis.ticks.map(({ at, label }) => [at, label]));
  return {
    field,
    type: 'quantitative' as const,
    scale: { domain: axis.domain, nice: false, zero: false },
    axis: {
      values: axis.ticks.map(({ at }) => at),
      labels: last,
      ticks: last,
      domain: last,
      grid: true,
      labelExpr: `(${JSON.stringify(labels)})[datum.value]`,
      labelOverlap: false,
      labelFlush: false,
      title: last ? words(setting.lang).report.axes.time : null,
    },
  };
}

/** Room that the time axis takes under the last panel, pixels. */
export function timeAxisHeight(axis: TimeAxis): number {
  return axis.ticks.some(({ label }) => label.length > 1) ? 58 : 44;
}

/** The shaded stretches and, in the first panel, the names of the shocks above it. */
export interface ShadedShocks {
  lanes: number;
  /** Their names, above the first panel. */
  notes: Note[];
  /** Layers to draw behind a panel. */
  behind: (first: boolean, height: number) => Layer[];
}

/** Places the shocks: names in as few rows above the plot as do not overlap. */
export function shadeShocks(report: Report, axis: TimeAxis, setting: ChartSetting): ShadedShocks {
  const { plot } = frameOf(setting);
  const shown = report.shocks.filter(({ from, to }) => from < axis.domain[1] && to > axis.domain[0]);
  const laneEnds: number[] = [];
  const names = shown.map((shock) => {
    const name = nameShock(shock, setting.lang);
    const long = shock.why === '' ? name : `${name}${words(setting.lang).report.colon}${shock.why}`;
    const text = cutText(long, sizes.small, plot * 0.6);
    const wide = textWidth(text, sizes.small);
    const x = Math.max(0, Math.min(axis.place(Math.max(shock.from, axis.domain[0])), plot - wide));
    let lane = laneEnds.findIndex((end) => end + 10 <= x);
    if (lane === -1) lane = laneEnds.length;
    laneEnds[lane] = x + wide;
    return { text, x, lane };
  });
  const spans = shown.map(({ from, to }) => ({
    from: Math.max(from, axis.domain[0]),
    to: Math.min(to, axis.domain[1]),
  }));
  const lanes = laneEnds.length;
  const behind = (first: boolean, height: number): Layer[] => {
    if (spans.length === 0) return [];
    return [
      {
        data: { values: spans.map(({ from, to }) => ({ x: axis.place(from), x2: axis.place(to) })) },
        mark: { type: 'rect', color: palette.shade, y: first ? -lanes * sizes.row : 0, y2: height },
        encoding: { x: { field: 'x', type: 'quantitative', scale: null, axis: null }, x2: { field: 'x2' } },
      },
    ];
  };
  const notes = names.map(({ text, x, lane }): Note => {
    const y = -(lanes - lane - 0.5) * sizes.row;
    return { text, x: x + 3, y, align: 'left', colour: palette.ink };
  });
  return { lanes, behind, notes };
}
