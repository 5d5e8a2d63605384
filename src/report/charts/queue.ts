/** The number waiting over the day, over all queues: its mean, and how long the queue gets within each interval. */
import { words } from '../../words/dictionary.ts';
import type { Report } from '../report.ts';
import { nameTime, showCount } from '../wording.ts';
import { assembleChart, type Chart, type ChartSetting, frameOf, type Layer, niceScale, palette } from './chart.ts';
import { drawStepLines, stepValues } from './step-line.ts';
import { layOutTime, shadeShocks, sumBlock, timeAxisHeight, visibleBlocks } from './time-axis.ts';

/** Draws the queue. */
export function drawQueue(report: Report, setting: ChartSetting): Chart {
  const { lang } = setting;
  const text = words(lang).report;
  const blocks = visibleBlocks(report, setting);
  const axis = layOutTime(report, blocks, setting);
  const shocks = shadeShocks(report, axis, setting);
  const { narrow } = frameOf(setting);
  const height = narrow ? 150 : 160;
  const total = (interval: number, column: 'queueMean' | 'queueMax') =>
    report.work.reduce((sum, work) => sum + work.intervals[interval][column], 0);
  const mean = blocks.map((block) => sumBlock(block, (i) => total(i, 'queueMean')) / (block.to - block.from));
  const longest = blocks.map((block) => {
    let greatest = 0;
    for (let i = block.from; i < block.to; i++) greatest = Math.max(greatest, total(i, 'queueMax'));
    return greatest;
  });
  const scale = niceScale(Math.max(...longest, 1));
  const peak = mean.indexOf(Math.max(...mean));
  const values = {
    count: showCount(mean[peak], lang),
    time: nameTime(report, blocks[peak].start, lang),
    max: showCount(longest[peak], lang),
  };
  const { series, charts } = text;
  const lines = [
    { name: series.queueMean, colour: palette.demand, swatch: 'line' as const, width: 1.5, values: mean },
    { name: series.queueMax, colour: palette.muted, swatch: 'dashed' as const, width: 1.5, values: longest },
  ];
  const drawn = drawStepLines(lines, { blocks, axis, scale, height }, setting);
  const layers: Layer[] = [
    ...shocks.behind(true, height),
    {
      data: { values: stepValues(blocks, mean) },
      mark: { type: 'area', interpolate: 'step-after', color: palette.demand, opacity: 0.22 },
      encoding: drawn.encoding,
    },
    ...drawn.layers,
  ];
  return assembleChart(
    {
      name: 'queue',
      title: mean[peak] < 0.05 ? charts.queue.none : charts.queue.peak(values),
      reading: charts.queue.reading(values),
      key: drawn.key,
      lanes: shocks.lanes,
      panels: [{ height, axisTitle: text.axes.waiting, layers, notes: [...shocks.notes, ...drawn.notes] }],
      bottom: timeAxisHeight(axis),
    },
    setting,
  );
}
