/** Which intervals miss their target and by how much: a row per promise and work, or per day where there are several. */
import { words } from '../../words/dictionary.ts';
import { formatNumber } from '../../words/format.ts';
import type { Report, ReportPromise } from '../report.ts';
import { nameDayShort, namePromise, nameTime, showTarget, showValue } from '../wording.ts';
import { assembleChart, type Chart, type ChartSetting, frameOf, type Note, type Panel, palette } from './chart.ts';
import { cellsOf } from './promises.ts';
import { layOutTime, timeAxisHeight, timeEncoding, visibleBlocks } from './time-axis.ts';

/** From light to dark, so that the order survives grey print. */
const shades = ['#DCEBE5', '#F3C79D', '#D9782D', '#8A2F00'] as const;
/** Greatest relative miss of each class but the last. */
const classEnds = [0, 0.1, 0.3] as const;

function classOf(promise: ReportPromise, value: number): number {
  const miss = (promise.sense === 'at-least' ? promise.target - value : value - promise.target) / promise.target;
  const found = classEnds.findIndex((end) => miss <= end);
  return found === -1 ? classEnds.length : found;
}

interface HeatCell {
  start: number;
  end: number;
  value: number;
}

/** Draws the heat map. */
export function drawHeatMap(report: Report, setting: ChartSetting): Chart {
  const { lang } = setting;
  const text = words(lang).report;
  const rows = report.promises.flatMap((promise) => rowsOf(report, promise, setting));
  const cells = rows.flatMap(({ promise, name, cells }) => cells.map((cell) => ({ promise, name, cell })));
  const missed = cells.filter(({ promise, cell }) => classOf(promise, cell.value) > 0);
  const miss = (promise: ReportPromise, value: number) =>
    (promise.sense === 'at-least' ? promise.target - value : value - promise.target) / promise.target;
  const worst = missed.reduce<(typeof missed)[number] | undefined>(
    (a, b) => (a === undefined || miss(b.promise, b.cell.value) > miss(a.promise, a.cell.value) ? b : a),
    undefined,
  );
  const heatMap = text.charts['heat-map'];
  const title =
    worst === undefined
      ? heatMap.holds
      : heatMap.worst({
          promise: worst.name,
          time: nameTime(report, worst.cell.start, lang),
          value: showValue(worst.promise, worst.cell.value, lang),
          target: showTarget(worst.promise, lang),
        });
  const key = shades.map((colour, i) => ({ name: heatMap.classes[i], colour, swatch: 'box' as const }));
  const { panels, bottom } =
    report.scenario.days.length > 1 ? drawDays(report, setting) : drawRows(report, rows, setting);
  return assembleChart(
    {
      name: 'heat-map',
      title,
      reading: heatMap.reading({ missed: formatNumber(lang, missed.length), all: formatNumber(lang, cells.length) }),
      key,
      tight: report.scenario.days.length === 1,
      panels,
      bottom,
    },
    setting,
  );
}

/** A row for the promise, and one for each work type where it covers several. */
function rowsOf(
  report: Report,
  promise: ReportPromise,
  setting: ChartSetting,
): { promise: ReportPromise; name: string; cells: HeatCell[] }[] {
  const { lang } = setting;
  const text = words(lang).report;
  const name = namePromise(report, promise, lang);
  const whole = { promise, name, cells: cellsOf(promise, visibleBlocks(report, setting)) };
  const parts = promise.byWork.map(({ work, intervals }) => ({
    promise,
    name: text.forWork({ work: report.work[work].name, claim: name }),
    cells: promise.intervals.flatMap(({ interval }, i): HeatCell[] => {
      const value = intervals[i];
      const { start, end } = report.intervals[interval];
      return value === null ? [] : [{ start, end, value }];
    }),
  }));
  return [whole, ...parts];
}

function drawRows(
  report: Report,
  rows: ReturnType<typeof rowsOf>,
  setting: ChartSetting,
): { panels: Panel[]; bottom: number } {
  const axis = layOutTime(report, visibleBlocks(report, setting), setting);
  const panels = rows.map(({ promise, name, cells }, i): Panel => {
    const height = 20;
    return {
      height,
      axisTitle: name,
      layers: [
        {
          data: { values: joinCells(cells.map((cell) => ({ ...cell, class: classOf(promise, cell.value) }))) },
          mark: {
            type: 'rect',
            y: 0,
            y2: height,
            stroke: palette.paper,
            strokeWidth: cells.length > mostOutlined ? 0 : 1,
          },
          encoding: {
            x: { ...timeEncoding(axis, 'start', i + 1 === rows.length, setting) },
            x2: { field: 'end' },
            color: shadeEncoding,
          },
        },
      ],
    };
  });
  return { panels, bottom: timeAxisHeight(axis) };
}

/** Cells beyond this number in a row are drawn without outlines, neighbours of one class as one. */
const mostOutlined = 100;

function joinCells<T extends { start: number; end: number; class: number }>(cells: readonly T[]): T[] {
  if (cells.length <= mostOutlined) return [...cells];
  const joined: T[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    if (last !== undefined && last.end === cell.start && last.class === cell.class) last.end = cell.end;
    else joined.push({ ...cell });
  }
  return joined;
}

const shadeEncoding = {
  field: 'class',
  type: 'ordinal' as const,
  sort: null,
  scale: { domain: [0, 1, 2, 3], range: [...shades] },
  legend: null,
};

/** One panel per promise, a row per day, the time of day along it. */
function drawDays(report: Report, setting: ChartSetting): { panels: Panel[]; bottom: number } {
  const { lang } = setting;
  const { plot } = frameOf(setting);
  const { days } = report.scenario;
  const tall = Math.max(3, Math.min(16, Math.floor(480 / days.length)));
  const dayLength = Math.max(...days.map(({ start, end }) => end - start));
  const place = (seconds: number) => (seconds / dayLength) * plot;
  const hours = setting.width < 500 ? [0, 6, 12, 18, 24] : [0, 3, 6, 9, 12, 15, 18, 21, 24];
  const every = Math.ceil(14 / tall);
  const panels = report.promises.map((promise): Panel => {
    const cells = dayCells(report, promise, Math.min(plot / 4, 6000 / days.length)).map(
      ({ day, start, end, value }) => ({
        left: place(start - days[day].start),
        right: place(end - days[day].start),
        top: day * tall,
        bottom: (day + 1) * tall - (tall > 6 ? 1 : 0),
        class: classOf(promise, value),
      }),
    );
    const pixels = { type: 'quantitative' as const, scale: null, axis: null };
    const notes = days.flatMap((_, day): Note[] =>
      day % every === 0 ? [label(nameDayShort(report, day, lang), -6, (day + 0.5) * tall, 'right')] : [],
    );
    return {
      height: days.length * tall,
      axisTitle: namePromise(report, promise, lang),
      layers: [
        {
          data: { values: cells },
          mark: { type: 'rect' },
          encoding: {
            x: { field: 'left', ...pixels },
            x2: { field: 'right' },
            y: { field: 'top', ...pixels },
            y2: { field: 'bottom' },
            color: shadeEncoding,
          },
        },
      ],
      notes,
    };
  });
  const height = days.length * tall;
  const { axes } = words(lang).report;
  const last = panels[panels.length - 1];
  last.notes = [
    ...(last.notes ?? []),
    ...hours.map((hour) => label(`${`${hour}`.padStart(2, '0')}:00`, place(hour * 3600), height + 12, 'center')),
    label(axes.time, plot / 2, height + 32, 'center'),
  ];
  return { panels, bottom: 44 };
}

/** The cells of each day, at most about `most` of them: neighbours are weighed by what there was to judge. */
function dayCells(
  report: Report,
  promise: ReportPromise,
  most: number,
): { day: number; start: number; end: number; value: number }[] {
  const together = Math.ceil(promise.intervals.length / report.scenario.days.length / most);
  const cells: { day: number; start: number; end: number; met: number; of: number; count: number }[] = [];
  for (const { interval, estimate, of } of promise.intervals) {
    const met = (estimate?.value ?? 0) * of;
    const { start, end, day } = report.intervals[interval];
    const last = cells.at(-1);
    if (last !== undefined && last.day === day && last.end === start && last.count < together) {
      Object.assign(last, { end, met: last.met + met, of: last.of + of, count: last.count + 1 });
    } else cells.push({ day, start, end, met, of, count: 1 });
  }
  return cells.flatMap(({ day, start, end, met, of }) => (of === 0 ? [] : [{ day, start, end, value: met / of }]));
}

function label(text: string, x: number, y: number, align: 'center' | 'right'): Note {
  return { text, x, y, align, colour: palette.muted, size: 10 };
}
