/** How many ask for a person and how many are answered, by interval: the gap between the lines is who was not served. */
import { words } from '../../words/dictionary.ts';
import { formatDuration } from '../../words/format.ts';
import type { Report } from '../report.ts';
import { nameContacts, nameTime, showCount, showShare } from '../wording.ts';
import { assembleChart, type Chart, type ChartSetting, frameOf, type Layer, niceScale, palette } from './chart.ts';
import { drawStepLines, stepValues } from './step-line.ts';
import { layOutTime, shadeShocks, sumBlock, timeAxisHeight, visibleBlocks } from './time-axis.ts';

/** Draws demand and what was answered of it, in contacts per interval, over all work. */
export function drawDemand(report: Report, setting: ChartSetting): Chart {
  const text = words(setting.lang).report;
  const blocks = visibleBlocks(report, setting);
  const axis = layOutTime(report, blocks, setting);
  const shocks = shadeShocks(report, axis, setting);
  const { narrow } = frameOf(setting);
  const height = narrow ? 170 : 200;
  const rows = blocks.map((block) => ({
    ...block,
    requests: sumBlock(block, (i) => report.work.reduce((sum, work) => sum + work.intervals[i].requests, 0)),
    answered: sumBlock(block, (i) => report.work.reduce((sum, work) => sum + work.intervals[i].answered, 0)),
  }));
  const scale = niceScale(Math.max(...rows.map(({ requests }) => requests)));
  const contacts = nameContacts(report, setting.lang);
  const count = (value: number) => showCount(value, setting.lang);

  const total = (column: 'requests' | 'answered' | 'arrived' | 'redials') =>
    report.work.reduce((sum, work) => sum + work.total[column], 0) / report.scenario.days.length;
  const worst = rows.reduce((a, b) => (b.requests - b.answered > a.requests - a.answered ? b : a));
  const busiest = rows.reduce((a, b) => (b.requests > a.requests ? b : a));
  const lost = total('requests') - total('answered');
  let title = text.charts.demand.none;
  if (total('requests') > 0 && lost / total('requests') >= 0.02) {
    title = text.charts.demand.lost({
      contacts,
      time: nameTime(report, worst.start, setting.lang),
      count: count(worst.requests),
      lost: count(worst.requests - worst.answered),
    });
  } else if (total('requests') > 0) {
    title = text.charts.demand.served({
      contacts,
      time: nameTime(report, busiest.start, setting.lang),
      count: count(busiest.requests),
      share: showShare(total('answered') / total('requests'), setting.lang),
    });
  }
  const reading = text.charts.demand.reading({
    requests: count(total('requests')),
    answered: count(total('answered')),
    lost: count(lost),
    contacts,
    redials: showShare(total('arrived') === 0 ? 0 : total('redials') / total('arrived'), setting.lang),
  });

  const lines = [
    {
      name: text.series.offered,
      colour: palette.demand,
      swatch: 'line' as const,
      width: 2,
      values: rows.map((row) => row.requests),
    },
    {
      name: text.series.answered,
      colour: palette.served,
      swatch: 'line' as const,
      width: 1.5,
      values: rows.map((row) => row.answered),
    },
  ];
  const drawn = drawStepLines(lines, { blocks, axis, scale, height }, setting);
  const layers: Layer[] = [
    ...shocks.behind(true, height),
    {
      data: { values: stepValues(blocks, lines[1].values) },
      mark: { type: 'area', interpolate: 'step-after', color: palette.served, opacity: 0.22 },
      encoding: drawn.encoding,
    },
    ...drawn.layers,
  ];
  const step = formatDuration(setting.lang, blocks[0].end - blocks[0].start);
  return assembleChart(
    {
      name: 'demand',
      title,
      reading,
      key: drawn.key,
      lanes: shocks.lanes,
      panels: [
        {
          height,
          axisTitle: text.axes.contactsPer({ contacts, step }),
          layers,
          notes: [...shocks.notes, ...drawn.notes],
        },
      ],
      bottom: timeAxisHeight(axis),
    },
    setting,
  );
}
