/** How an empty centre settles: the contacts in hand over the trial runs, the warm-up shaded, the mean of the runs judged drawn through. */
import { words } from '../../words/dictionary.ts';
import { formatDuration } from '../../words/format.ts';
import type { LongRunReport } from '../long-run/long-run-report.ts';
import { showCount } from '../wording.ts';
import {
  assembleChart,
  type Chart,
  type ChartSetting,
  countEncoding,
  frameOf,
  type Layer,
  niceScale,
  palette,
} from './chart.ts';

/** Draws the first part of the runs: so long that the warm-up is seen, and at least a tenth. */
export function drawSettling({ settling }: LongRunReport, setting: ChartSetting): Chart {
  const { lang } = setting;
  const { chart: text } = words(lang).longRun;
  const { course, inHand, runSeconds, warmUpSeconds } = settling;
  const { narrow, plot } = frameOf(setting);
  const height = narrow ? 150 : 200;
  const step = runSeconds / course.length;
  const mean = inHand?.value ?? 0;
  const shown = Math.min(runSeconds, Math.max(4 * warmUpSeconds, runSeconds / 10));
  const unit = shown > 3 * 3600 ? 3600 : 60;
  const count = Math.ceil(shown / step);
  const values = course.slice(0, count).map((value, i) => ({ time: ((i + 0.5) * step) / unit, value }));
  const across = niceScale((count * step) / unit);
  const up = niceScale(Math.max(...values.map(({ value }) => value), mean, 1));
  const toX = (seconds: number) => (seconds / unit / across.end) * plot;
  const level = height * (1 - mean / up.end);
  const x = {
    field: 'time',
    type: 'quantitative' as const,
    scale: { domain: [0, across.end], nice: false },
    axis: {
      values: across.ticks,
      labelExpr: "format(datum.value, ',~f')",
      title: unit === 3600 ? text.hours : text.minutes,
    },
  };
  const y = countEncoding(up);
  const layers: Layer[] = [
    {
      data: { values: [{ time: 0, end: warmUpSeconds / unit }] },
      mark: { type: 'rect', color: palette.shade },
      encoding: { x, x2: { field: 'end' } },
    },
    {
      data: { values },
      mark: { type: 'line', color: palette.demand, strokeWidth: 1.5 },
      encoding: { x, y },
    },
  ];
  const said = {
    warmUp: formatDuration(lang, warmUpSeconds),
    mean: showCount(mean, lang),
    length: formatDuration(lang, runSeconds),
  };
  return assembleChart(
    {
      name: 'settling',
      title: text.title(said),
      reading: text.reading(said),
      panels: [
        {
          height,
          axisTitle: text.axis,
          layers,
          rules: [
            { x: toX(warmUpSeconds), x2: plot, y: level, y2: level, colour: palette.ink, width: 1.5, dash: [6, 3] },
          ],
          notes: [
            { text: text.warmUp, x: toX(warmUpSeconds) / 2, y: height - 10, align: 'center', colour: palette.muted },
          ],
        },
      ],
      bottom: 44,
    },
    setting,
  );
}
