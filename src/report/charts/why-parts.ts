/** What each cause costs a promise, interval by interval: one row of bars a cause, all on one scale and one time axis. */
import { words } from '../../words/dictionary.ts';
import type { Report } from '../report.ts';
import type { WhyPart, WhyPromise } from '../why/why-report.ts';
import { mainCauses, nameFactor, showSize, thinRoster } from '../why/why-wording.ts';
import { nameEnds, namePromise, nameTime } from '../wording.ts';
import { assembleChart, type Chart, type ChartSetting, type Layer, niceScale, type Panel, palette } from './chart.ts';
import {
  type Block,
  layOutTime,
  shadeShocks,
  type TimeAxis,
  timeAxisHeight,
  timeEncoding,
  visibleBlocks,
} from './time-axis.ts';

type Bar = Pick<WhyPart, 'estimate'> & { start: number; end: number };

/** The name of a broken promise's picture. */
export function nameWhyPicture({ promise }: WhyPromise): string {
  return `why-${promise + 1}`;
}

/** Draws a broken promise; null where no interval of it is red. */
export function drawWhyParts(report: Report, promise: WhyPromise, setting: ChartSetting): Chart | null {
  const { intervals, whole } = promise;
  if (intervals.length === 0 || whole === null) return null;
  const { lang } = setting;
  const text = words(lang).why;
  const axis = layOutTime(report, blocksAround(report, promise, setting), setting);
  const shocks = shadeShocks(report, axis, setting);
  const scale = promise.unit === 'fraction' ? 100 : 1;
  const factors = whole.parts.map(({ factor }) => factor).filter((factor) => isSeen(promise, factor));
  const rows: { name: string; bars: Bar[]; isMiss: boolean }[] = [
    {
      name: text.chart.miss,
      bars: intervals.map(({ miss, start, end }) => ({ estimate: miss, start, end })),
      isMiss: true,
    },
    ...factors.map((factor) => ({
      name: nameFactor(factor, lang),
      isMiss: false,
      bars: intervals.flatMap(({ end, parts, start }) =>
        parts.filter((part) => part.factor === factor).map(({ estimate }) => ({ estimate, start, end })),
      ),
    })),
  ];
  const bars = rows.flatMap((row) => row.bars.map(({ estimate }) => estimate.value * scale));
  const high = niceScale(Math.max(...bars, 1e-9), 4);
  const depth = Math.max(...bars.map((one) => -one), 0);
  const step = high.ticks[1];
  const domain: [number, number] = [-Math.ceil(depth / step - 1e-9) * step, high.end];
  const ticks = Array.from({ length: Math.round((domain[1] - domain[0]) / step) + 1 }, (_, i) => domain[0] + i * step);
  const panels = rows.map(({ bars, isMiss, name }, i): Panel => {
    const last = i === rows.length - 1;
    const layers = [
      ...shocks.behind(i === 0, rowHeight),
      ...barLayers(bars, isMiss, { axis, domain, last, scale, ticks }, setting),
    ];
    const label = { text: name, x: 4, y: -9, align: 'left' as const, colour: palette.ink, bold: true };
    return { height: rowHeight, axisTitle: '', layers, notes: [label, ...(i === 0 ? raised(shocks.notes) : [])] };
  });
  const [main] = [...mainCauses(whole), ...thinRoster(whole)];
  const worst = intervals.reduce((a, b) => (b.miss.value > a.miss.value ? b : a));
  const named = namePromise(report, report.promises[promise.promise], lang);
  const costs =
    main === undefined
      ? ''
      : text.chart.costs({
          factor: nameFactor(main.factor, lang),
          size: showSize(promise, main.estimate.value, lang),
          ...nameEnds(report, promise, lang),
        });
  return assembleChart(
    {
      name: nameWhyPicture(promise),
      title:
        main === undefined
          ? text.chart.unclear({ promise: named })
          : text.chart.title({ promise: named, factor: nameFactor(main.factor, lang) }),
      reading: `${costs}${text.chart.reading({
        worst: nameTime(report, worst.start, lang),
        worstSize: showSize(promise, worst.miss.value, lang),
      })}`,
      key: [{ name: text.chart.axis[promise.unit], colour: palette.alarm, swatch: 'box' }],
      lanes: shocks.lanes + 1,
      panels,
      bottom: timeAxisHeight(axis),
    },
    setting,
  );
}

/** The intervals from some before the first red one to some after the last. */
function blocksAround(report: Report, { from, to }: WhyPromise, setting: ChartSetting): Block[] {
  const room = 2 * report.scenario.intervalSeconds;
  return visibleBlocks(report, setting).filter(({ end, start }) => end > from - room && start < to + room);
}

/** Height of a row of bars, pixels. */
const rowHeight = 54;

/** Names of shocks stand above the first row's own name. */
function raised<T extends { y: number }>(notes: readonly T[]): T[] {
  return notes.map((note) => ({ ...note, y: note.y - 17 }));
}

/** Whether a cause is large enough anywhere to be worth a row. */
function isSeen({ intervals }: WhyPromise, factor: WhyPart['factor']): boolean {
  return intervals.some(({ miss, parts }) =>
    parts.some((part) => part.factor === factor && Math.abs(part.estimate.value) > 0.03 * Math.abs(miss.value)),
  );
}

interface BarFrame {
  axis: TimeAxis;
  domain: [number, number];
  last: boolean;
  scale: number;
  ticks: readonly number[];
}

function barLayers(bars: readonly Bar[], isMiss: boolean, frame: BarFrame, setting: ChartSetting): Layer[] {
  const { axis, domain, last, scale, ticks } = frame;
  const values = bars.map(({ end, estimate, start }) => ({
    start,
    end,
    middle: (start + end) / 2,
    zero: 0,
    value: estimate.value * scale,
    low: Math.max(estimate.low * scale, domain[0]),
    high: Math.min(estimate.high * scale, domain[1]),
    colour: isMiss ? palette.ink : estimate.value > 0 ? palette.alarm : palette.served,
  }));
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain, nice: false },
    axis: {
      values: ticks.filter((_, i) => i % 2 === ticks.indexOf(0) % 2),
      labelExpr: "format(datum.value, ',~f')",
      title: null,
    },
  });
  return [
    {
      data: { values },
      mark: { type: 'rect' },
      encoding: {
        x: timeEncoding(axis, 'start', last, setting),
        x2: { field: 'end' },
        y: y('value'),
        y2: { field: 'zero' },
        color: { field: 'colour', type: 'nominal', scale: null },
      },
    },
    {
      data: { values },
      mark: { type: 'rule', color: palette.muted, strokeWidth: 1.2 },
      encoding: { x: timeEncoding(axis, 'middle', last, setting), y: y('low'), y2: { field: 'high' } },
    },
  ];
}
