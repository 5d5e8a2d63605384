/** A plan against the first, promise by promise and interval by interval: the difference with its band about the line of none. */
import { type Lang, words } from '../../words/dictionary.ts';
import type { ComparisonReport, ReportDifference, ReportPlan } from '../comparison/comparison-report.ts';
import { differenceRanges, nameAspect, quotePlan, showDifference, showEnds, unitOf } from '../comparison/wording.ts';
import { mergeRanges, nameRanges, nameTime, showConfidence } from '../wording.ts';
import {
  assembleChart,
  type Chart,
  type ChartSetting,
  frameOf,
  type Layer,
  niceScale,
  type Panel,
  palette,
} from './chart.ts';
import { blocksOf, layOutTime, type TimeAxis, timeAxisHeight, timeEncoding } from './time-axis.ts';

/** Panels of one chart at most: the promises that come first. */
const mostPanels = 6;

/** One interval of one promise. */
interface Cell {
  start: number;
  end: number;
  value: number;
  low: number;
  high: number;
  look: keyof typeof colours;
}

const colours = { better: palette.served, worse: palette.alarm, other: palette.muted } as const;

/**
 * Draws the differences of one plan; null where nothing can be compared by interval.
 *
 * @param report the comparison
 * @param plan index of the plan, not the first
 */
export function drawDifferences(report: ComparisonReport, plan: number, setting: ChartSetting): Chart | null {
  const own = report.plans[plan];
  const drawn = own.differences.filter(({ intervals }) => intervals.some(({ estimate }) => estimate !== null));
  const shown = drawn.slice(0, mostPanels);
  if (shown.length === 0) return null;
  const busy = shown.flatMap(({ intervals }) =>
    intervals.flatMap((one) => (one.estimate === null ? [] : one.interval)),
  );
  const blocks = blocksOf(
    report,
    [...new Set(busy)].sort((a, b) => a - b),
    setting,
  );
  const axis = layOutTime(report, blocks, setting);
  return assembleChart(
    {
      name: `differences-${plan}`,
      title: findDifference(report, own, setting.lang),
      reading: readDifferences(report, shown, setting.lang),
      panels: shown.map((difference, i) => drawPanel(report, difference, axis, i + 1 === shown.length, setting)),
      bottom: timeAxisHeight(axis),
    },
    setting,
  );
}

function cellsOf(report: ComparisonReport, { intervals }: ReportDifference): Cell[] {
  return intervals.flatMap(({ interval, judgement, estimate }): Cell[] => {
    if (estimate === null) return [];
    const { start, end } = report.intervals[interval];
    const { value, low, high } = estimate;
    return [
      { start, end, value, low, high, look: judgement === 'better' || judgement === 'worse' ? judgement : 'other' },
    ];
  });
}

function drawPanel(
  report: ComparisonReport,
  difference: ReportDifference,
  axis: TimeAxis,
  last: boolean,
  setting: ChartSetting,
): Panel {
  const { lang } = setting;
  const height = 130;
  const unit = unitOf(report, difference.promise);
  const factor = unit === 'fraction' ? 100 : 1;
  const cells = cellsOf(report, difference);
  // A few hardly observed intervals must not flatten all others: the axis reaches as far as the figures, and bands are cut there.
  const values = cells.map(({ value }) => value * factor * 1.35);
  const [down, up] = [Math.max(0, -Math.min(...values)), Math.max(0, ...values)];
  // No share differs by more than all of it.
  const { ticks } = niceScale(Math.min(Math.max(down + up, 0.1), unit === 'fraction' ? 100 : Infinity), 3);
  const below = ticks.slice(1, 1 + Math.ceil(down / ticks[1] - 1e-9)).map((tick) => -tick);
  const above = ticks.slice(0, 1 + Math.ceil(up / ticks[1] - 1e-9));
  const [least, most] = [Math.min(0, ...below), Math.max(...above, below.length === 0 ? ticks[1] : 0)];
  const cut = (value: number) => Math.max(least, Math.min(most, value * factor));
  const rows = cells.map((cell) => ({ ...cell, value: cut(cell.value), low: cut(cell.low), high: cut(cell.high) }));
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [least, most], range: [height, 0], nice: false },
    axis: {
      values: [...below, ...above, most],
      labelExpr: "replace(format(datum.value, datum.value == 0 ? '~f' : '+,~f'), '-', '−')",
      title: null,
    },
  });
  const x = timeEncoding(axis, 'start', last, setting);
  const layers = (['other', 'better', 'worse'] as const).flatMap((look): Layer[] => {
    const own = rows.filter((row) => row.look === look);
    if (own.length === 0) return [];
    return [
      {
        data: { values: own },
        mark: { type: 'rect', color: colours[look], opacity: 0.28 },
        encoding: { x, x2: { field: 'end' }, y: y('low'), y2: { field: 'high' } },
      },
      {
        data: { values: own },
        mark: { type: 'rule', color: colours[look], strokeWidth: 2.5 },
        encoding: { x, x2: { field: 'end' }, y: y('value') },
      },
    ];
  });
  const { plot } = frameOf(setting);
  const middle = (height * most) / (most - least);
  const zero = { x: 0, x2: plot, y: middle, y2: middle, colour: palette.ink, width: 1 };
  return { height, axisTitle: nameAxis(report, difference, lang), layers, rules: [zero] };
}

function nameAxis(report: ComparisonReport, { promise }: ReportDifference, lang: Lang): string {
  const { differences } = words(lang).compare.charts;
  const aspect = nameAspect(report, promise, lang);
  const unit = unitOf(report, promise);
  if (unit === 'count') return aspect;
  return differences.unit({ aspect, unit: unit === 'fraction' ? differences.points : words(lang).report.axes.seconds });
}

/** The first promise that shows a difference in some interval says it. */
function findDifference(report: ComparisonReport, plan: ReportPlan, lang: Lang): string {
  const { differences } = words(lang).compare.charts;
  const named = quotePlan(plan, lang);
  for (const difference of plan.differences) {
    const ranges = (side: 'better' | 'worse') =>
      nameRanges(report, mergeRanges(differenceRanges(report, difference, side)), lang);
    const [better, worse] = [ranges('better'), ranges('worse')];
    const aspect = nameAspect(report, difference.promise, lang);
    if (better !== '' && worse !== '') return differences.both({ plan: named, better, worse, aspect });
    if (better !== '') return differences.better({ plan: named, ranges: better, aspect });
    if (worse !== '') return differences.worse({ plan: named, ranges: worse, aspect });
  }
  const { judgedAfter } = report.experiment;
  if (judgedAfter === undefined) return differences.none({ plan: named });
  return judgedAfter === 0 ? differences.notJudged({ plan: named }) : differences.noneAtLook({ plan: named });
}

function readDifferences(report: ComparisonReport, shown: readonly ReportDifference[], lang: Lang): string {
  const { differences } = words(lang).compare.charts;
  const sentences = shown.map(({ promise, intervals }) => {
    const rows = intervals.flatMap(({ interval, estimate }) => (estimate === null ? [] : [{ interval, ...estimate }]));
    const most = rows.reduce((a, b) => (Math.abs(b.value) > Math.abs(a.value) ? b : a));
    const unit = unitOf(report, promise);
    return differences.reading({
      aspect: nameAspect(report, promise, lang),
      value: showDifference(unit, most.value, lang),
      interval: showEnds(unit, most.low, most.high, lang),
      time: nameTime(report, report.intervals[most.interval].start, lang),
    });
  });
  const [estimate] = shown.flatMap(({ intervals }) => intervals.flatMap((one) => one.estimate ?? []));
  const bands = differences.bands({ confidence: showConfidence(estimate.confidence, lang) });
  return words(lang).report.joinSentences([...sentences, bands]);
}
