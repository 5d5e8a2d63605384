/** The formulas beside the simulation: what share is answered in time by each, with the same agents, by interval. */
import { words } from '../../words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../../words/format.ts';
import type { Report, ReportErlang } from '../report.ts';
import { nameTime } from '../wording.ts';
import {
  assembleChart,
  type Chart,
  type ChartSetting,
  dashOf,
  frameOf,
  type Layer,
  nameLines,
  type Panel,
  palette,
  shareAxis,
} from './chart.ts';
import { stepLine, stepValues } from './step-line.ts';
import { layOutTime, shadeShocks, sumBlock, timeAxisHeight, timeEncoding, visibleBlocks } from './time-axis.ts';

/** Draws one panel per work type that has a promise on its wait; null where none has. */
export function drawErlang(report: Report, setting: ChartSetting): Chart | null {
  const { lang } = setting;
  const text = words(lang).report;
  const shown = report.erlang.flatMap((erlang) =>
    erlang.promise === null ? [] : [{ erlang, within: report.promises[erlang.promise].answerWithinSeconds }],
  );
  if (shown.length === 0) return null;
  const blocks = visibleBlocks(report, setting);
  const axis = layOutTime(report, blocks, setting);
  const shocks = shadeShocks(report, axis, setting);
  const { plot } = frameOf(setting);
  const height = shown.length > 2 ? 110 : 150;
  let key: ReturnType<typeof nameLines>['key'] = [];
  const panels = shown.map(({ erlang, within }, i): Panel => {
    const mean = (value: (row: ReportErlang['intervals'][number]) => number | null) =>
      blocks.map((block) => {
        const of = sumBlock(block, (interval) =>
          value(erlang.intervals[interval]) === null ? 0 : erlang.intervals[interval].offered,
        );
        if (of === 0) return null;
        return (
          sumBlock(block, (interval) => (value(erlang.intervals[interval]) ?? 0) * erlang.intervals[interval].offered) /
          of
        );
      });
    const lines = [
      {
        name: text.series.simulated,
        colour: palette.served,
        swatch: 'line' as const,
        values: mean(({ simulated }) => simulated.serviceLevel),
      },
      {
        name: text.series.erlangA,
        colour: palette.alarm,
        swatch: 'dashed' as const,
        values: mean(({ erlangA }) => erlangA.serviceLevel),
      },
      {
        name: text.series.erlangC,
        colour: palette.muted,
        swatch: 'dotted' as const,
        values: mean(({ erlangC }) => erlangC.serviceLevel),
      },
    ].filter(({ values }) => values.some((value) => value !== null));
    const named = nameLines(
      lines.map((line) => stepLine(line, blocks, line.values, axis, (value) => height * (1 - value))),
      plot,
      height,
    );
    if (i === 0) key = named.key;
    const x = timeEncoding(axis, 'time', i + 1 === shown.length, setting);
    const y = {
      field: 'value',
      type: 'quantitative' as const,
      scale: { domain: [0, 1], nice: false },
      axis: shareAxis([0, 0.25, 0.5, 0.75, 1], lang),
    };
    const layers: Layer[] = [
      ...shocks.behind(i === 0, height),
      ...[...lines].reverse().map(
        (line): Layer => ({
          data: { values: stepValues(blocks, line.values) },
          mark: {
            type: 'line',
            interpolate: 'step-after',
            color: line.colour,
            strokeWidth: line.swatch === 'line' ? 2.2 : 1.6,
            strokeDash: dashOf(line.swatch),
          },
          encoding: { x, y },
        }),
      ),
    ];
    const title = text.axes.answeredWithin({ within: formatDuration(lang, within) });
    const name = report.work.length === 1 ? title : text.forWork({ work: report.work[erlang.work].name, claim: title });
    return { height, axisTitle: `${name} (%)`, layers, notes: [...(i === 0 ? shocks.notes : []), ...named.notes] };
  });
  const percent = (value: number | null) => (value === null ? '–' : formatPercent(lang, value));
  const { total, work } = shown[0].erlang;
  const title = text.charts.erlang.title({
    simulated: percent(total.serviceLevel.simulated),
    a: percent(total.serviceLevel.erlangA),
    c: percent(total.serviceLevel.erlangC),
  });
  return assembleChart(
    {
      name: 'erlang',
      title: report.work.length === 1 ? title : text.forWork({ work: report.work[work].name, claim: title }),
      reading: text.joinSentences([
        text.charts.erlang.reading,
        ...shown.flatMap(({ erlang }) => findFurthest(report, erlang, setting)),
      ]),
      key,
      lanes: shocks.lanes,
      panels,
      bottom: timeAxisHeight(axis),
    },
    setting,
  );
}

/** Where Erlang A is furthest off. */
function findFurthest(report: Report, erlang: ReportErlang, { lang }: ChartSetting): string[] {
  const rows = erlang.intervals.flatMap(({ simulated, erlangA }, i) =>
    simulated.serviceLevel === null || erlangA.serviceLevel === null
      ? []
      : [{ i, simulated: simulated.serviceLevel, formula: erlangA.serviceLevel }],
  );
  if (rows.length === 0) return [];
  const gap = (row: (typeof rows)[number]) => Math.abs(row.formula - row.simulated);
  const worst = rows.reduce((a, b) => (gap(b) > gap(a) ? b : a));
  return [
    words(lang).report.charts.erlang.furthest({
      work: report.work[erlang.work].name,
      gap: formatNumber(lang, gap(worst) * 100),
      time: nameTime(report, report.intervals[worst.i].start, lang),
      simulated: formatPercent(lang, worst.simulated),
      formula: formatPercent(lang, worst.formula),
    }),
  ];
}
