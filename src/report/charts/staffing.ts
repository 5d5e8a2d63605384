/** Required, scheduled and available agents by interval; where fewer are scheduled than required the gap is filled. */
import { words } from '../../words/dictionary.ts';
import { formatDuration, formatNumber } from '../../words/format.ts';
import type { Report } from '../report.ts';
import { nameTime, showCount } from '../wording.ts';
import { assembleChart, type Chart, type ChartSetting, frameOf, type Layer, niceScale, palette } from './chart.ts';
import { drawStepLines } from './step-line.ts';
import {
  type Block,
  layOutTime,
  shadeShocks,
  sumBlock,
  timeAxisHeight,
  timeEncoding,
  visibleBlocks,
} from './time-axis.ts';

/**
 * A requirement summed over all work, as a mean over the interval like the agents beside it: where only five minutes are open, it is
 * required in these. Null where work that arrives has none: a part says nothing of the whole.
 */
function requiredAt(report: Report, interval: number, formula: 'erlangA' | 'erlangC'): number | null {
  const rows = report.erlang.map(({ intervals }) => intervals[interval]);
  if (rows.some(({ offered, required }) => offered > 0 && required[formula] === null)) return null;
  const values = rows.flatMap(({ openShare, required }) => {
    const agents = required[formula];
    return agents === null ? [] : [agents * openShare];
  });
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}

function sumHours(blocks: readonly Block[], agents: readonly (number | null)[]): number {
  return blocks.reduce((sum, { start, end }, i) => sum + ((agents[i] ?? 0) * (end - start)) / 3600, 0);
}

/** Draws agents: required by Erlang A and C, scheduled, logged in. */
export function drawStaffing(report: Report, setting: ChartSetting): Chart {
  const { lang } = setting;
  const text = words(lang).report;
  const blocks = visibleBlocks(report, setting);
  const axis = layOutTime(report, blocks, setting);
  const shocks = shadeShocks(report, axis, setting);
  const { narrow } = frameOf(setting);
  const height = narrow ? 170 : 200;
  const mean = (value: (interval: number) => number | null) =>
    blocks.map((block) => {
      if (value(block.from) === null) return null;
      return sumBlock(block, (i) => value(i) ?? 0) / (block.to - block.from);
    });
  const scheduled = mean((i) => report.groups.reduce((sum, group) => sum + group.intervals[i].scheduled, 0));
  const available = mean((i) => report.groups.reduce((sum, group) => sum + group.intervals[i].available, 0));
  const requiredA = mean((i) => requiredAt(report, i, 'erlangA'));
  const requiredC = mean((i) => requiredAt(report, i, 'erlangC'));
  const all = [...scheduled, ...available, ...requiredA, ...requiredC].filter((value) => value !== null);
  const scale = niceScale(Math.max(...all));

  const rows = blocks.map((block, i) => ({ ...block, scheduled: scheduled[i] ?? 0, required: requiredA[i] }));
  const short = rows.flatMap(({ required, ...row }) =>
    required !== null && required > row.scheduled ? [{ ...row, required, missing: required - row.scheduled }] : [],
  );
  const worst = short.reduce<(typeof short)[number] | undefined>(
    (a, b) => (a === undefined || b.missing > a.missing ? b : a),
    undefined,
  );
  const agents = rows.map((row) => row.scheduled);
  let title = text.charts.staffing.noRequirement({
    least: showCount(Math.min(...agents), lang),
    most: showCount(Math.max(...agents), lang),
  });
  if (rows.some(({ required }) => required !== null)) title = text.charts.staffing.covered;
  if (worst !== undefined) {
    title = text.charts.staffing.missing({
      time: nameTime(report, worst.start, lang),
      scheduled: showCount(worst.scheduled, lang),
      required: showCount(worst.required, lang),
    });
  }
  const hours = (value: number) => formatNumber(lang, value, value < 10 ? 1 : 0);
  const readings = [
    text.charts.staffing.reading({
      scheduled: hours(sumHours(blocks, scheduled)),
      available: hours(sumHours(blocks, available)),
    }),
  ];
  if (rows.some(({ required }) => required !== null)) {
    readings.push(
      text.charts.staffing.requiredReading({
        required: hours(sumHours(blocks, requiredA)),
        intervals: formatNumber(lang, short.length),
        step: formatDuration(lang, blocks[0].end - blocks[0].start),
      }),
    );
  }
  const unsized = report.erlang.filter(({ total }) => total.offered > 0 && total.requiredHours.erlangA === null);
  if (unsized.length > 0) {
    const names = text.list(unsized.map(({ work }) => report.work[work].name));
    readings.push(text.charts.staffing.unsized({ names }));
  }
  if (report.work.length > 1) readings.push(text.charts.staffing.pooled);

  const { series } = text;
  const lines = [
    { name: series.scheduled, colour: palette.ink, swatch: 'line' as const, width: 2, values: scheduled },
    { name: series.required, colour: palette.alarm, swatch: 'line' as const, width: 2, values: requiredA },
    { name: series.available, colour: palette.ink, swatch: 'dashed' as const, width: 1.5, values: available },
    { name: series.requiredC, colour: palette.muted, swatch: 'dotted' as const, width: 1.5, values: requiredC },
  ].filter(({ values }) => values.some((value) => value !== null));
  const drawn = drawStepLines(lines, { blocks, axis, scale, height }, setting);
  const layers: Layer[] = [
    ...shocks.behind(true, height),
    {
      data: { values: short },
      mark: { type: 'rect', color: palette.alarm, opacity: 0.2 },
      encoding: {
        x: timeEncoding(axis, 'start', true, setting),
        x2: { field: 'end' },
        y: { ...drawn.encoding.y, field: 'scheduled' },
        y2: { field: 'required' },
      },
    },
    ...drawn.layers,
  ];
  return assembleChart(
    {
      name: 'staffing',
      title,
      reading: text.joinSentences(readings),
      key: drawn.key,
      lanes: shocks.lanes,
      panels: [{ height, axisTitle: text.axes.agents, layers, notes: [...shocks.notes, ...drawn.notes] }],
      bottom: timeAxisHeight(axis),
    },
    setting,
  );
}
