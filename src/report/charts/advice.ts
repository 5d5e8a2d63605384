/** What one agent more and one fewer change, half-hour by half-hour: bars about the line of no change, one panel a promise. */
import { type Lang, words } from '../../words/dictionary.ts';
import { showDifference } from '../comparison/wording.ts';
import type { ReportEstimate } from '../report.ts';
import type { RosterAdvice } from '../roster/advice-report.ts';
import { sayFinding } from '../roster/advice-words.ts';
import { namePromise, nameTime } from '../wording.ts';
import { assembleChart, type Chart, type ChartSetting, type Layer, niceScale, type Panel, palette } from './chart.ts';
import { type Block, layOutTime, type TimeAxis, timeAxisHeight, timeEncoding, visibleBlocks } from './time-axis.ts';

/** Panels of one chart at most: the promises that come first. */
const mostPanels = 4;

/** An agent more (or fewer) in a stretch. */
interface Bar extends ReportEstimate {
  change: 'more' | 'fewer';
  start: number;
  end: number;
}

/** Draws the gains; null where no half-hour was tried. */
export function drawAdvice(advice: RosterAdvice, setting: ChartSetting): Chart | null {
  const { report } = advice;
  const { lang } = setting;
  const shown = report.promises
    .map((_, promise) => ({ promise, bars: barsOf(advice, promise) }))
    .filter(({ bars }) => bars.length > 0)
    .slice(0, mostPanels);
  if (shown.length === 0) return null;
  const text = words(lang).rosterAdvise.chart;
  const blocks = visibleBlocks(report, setting);
  const axis = layOutTime(report, blocks, setting);
  return assembleChart(
    {
      name: 'gains',
      title: sayFinding(advice, lang),
      reading: words(lang).report.joinSentences(shown.map(({ bars, promise }) => read(advice, promise, bars, lang))),
      key: [
        { name: text.more, colour: palette.served, swatch: 'box' },
        { name: text.fewer, colour: palette.alarm, swatch: 'box' },
        { name: text.unsure, colour: palette.muted, swatch: 'box' },
      ],
      panels: shown.map(({ bars, promise }, i) =>
        drawPanel(advice, promise, bars, { blocks, axis, last: i + 1 === shown.length }, setting),
      ),
      bottom: timeAxisHeight(axis),
    },
    setting,
  );
}

function barsOf({ changes, report }: RosterAdvice, promise: number): Bar[] {
  const { work } = report.promises[promise];
  return changes.flatMap(({ gains, what }): Bar[] => {
    const gain = gains[promise];
    if ((what.change !== 'more' && what.change !== 'fewer') || gain === null || !work.includes(what.work)) return [];
    return [{ ...gain, change: what.change, start: what.start, end: what.end }];
  });
}

function drawPanel(
  { report }: RosterAdvice,
  index: number,
  bars: readonly Bar[],
  { axis, blocks, last }: { axis: TimeAxis; blocks: readonly Block[]; last: boolean },
  setting: ChartSetting,
): Panel {
  const { lang } = setting;
  const height = 150;
  const promise = report.promises[index];
  // The measure itself is drawn: where less is promised, a gain is below the line.
  const factor = (promise.unit === 'fraction' ? 100 : 1) * (promise.sense === 'at-least' ? 1 : -1);
  // Of several half-hours or kinds of work drawn as one the greatest effect is shown.
  const drawn = blocks.flatMap((block) =>
    (['more', 'fewer'] as const).flatMap((change): Bar[] => {
      const own = bars.filter((bar) => bar.change === change && bar.start >= block.start && bar.end <= block.end);
      if (own.length === 0) return [];
      const most = own.reduce((a, b) => (Math.abs(b.value) > Math.abs(a.value) ? b : a));
      return [{ ...most, start: block.start, end: block.end }];
    }),
  );
  const reach = Math.max(...drawn.flatMap(({ high, low }) => [Math.abs(high), Math.abs(low)])) * Math.abs(factor);
  const { end, ticks } = niceScale(Math.max(reach, 0.001), 2);
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [-end, end], range: [height, 0], nice: false, zero: false },
    axis: {
      values: [...ticks.slice(1).map((tick) => -tick), ...ticks],
      labelExpr: "replace(format(datum.value, datum.value == 0 ? '~f' : '+,~f'), '-', '−')",
      title: null,
    },
  });
  const rows = drawn.map(({ change, end, high, low, start, value }) => ({
    start,
    end,
    middle: (start + end) / 2,
    value: value * factor,
    low: low * factor,
    high: high * factor,
    zero: 0,
    colour: low <= 0 && high >= 0 ? palette.muted : change === 'more' ? palette.served : palette.alarm,
  }));
  const colour = { field: 'colour', type: 'nominal' as const, scale: null };
  const layers: Layer[] = [
    {
      data: { values: rows },
      mark: { type: 'rect', stroke: palette.paper, strokeWidth: 0.5, opacity: 0.75 },
      encoding: {
        x: timeEncoding(axis, 'start', last, setting),
        x2: { field: 'end' },
        y: y('value'),
        y2: { field: 'zero' },
        color: colour,
      },
    },
    {
      data: { values: rows },
      mark: { type: 'rule', color: palette.ink, strokeWidth: 1 },
      encoding: { x: timeEncoding(axis, 'middle', last, setting), y: y('low'), y2: { field: 'high' } },
    },
  ];
  const { differences } = words(lang).compare.charts;
  const aspect = namePromise(report, promise, lang);
  const unit = promise.unit === 'fraction' ? differences.points : 's';
  return { height, axisTitle: promise.unit === 'count' ? aspect : differences.unit({ aspect, unit }), layers };
}

function read({ report }: RosterAdvice, index: number, bars: readonly Bar[], lang: Lang): string {
  const promise = report.promises[index];
  const best = bars.filter(({ change }) => change === 'more').reduce((a, b) => (b.value > a.value ? b : a));
  const fewer = bars.find(({ change, start }) => change === 'fewer' && start === best.start);
  const sign = promise.sense === 'at-least' ? 1 : -1;
  return words(lang).rosterAdvise.chart.reading({
    promise: namePromise(report, promise, lang),
    more: nameTime(report, best.start, lang),
    gain: showDifference(promise.unit, sign * best.value, lang),
    loss: showDifference(promise.unit, sign * (fewer?.value ?? 0), lang),
  });
}
