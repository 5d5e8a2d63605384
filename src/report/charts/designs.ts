/** Sampling designs by how many customers call again: each one's difference from the first with its interval, the best on top. */
import type { DesignFigures } from '../../qa/compare-designs.ts';
import { words } from '../../words/dictionary.ts';
import { formatNumber } from '../../words/format.ts';
import { bestDesign, nameDesign, showDifference } from '../quality/design-words.ts';
import { assembleChart, type Chart, type ChartSetting, frameOf, type Note, palette } from './chart.ts';
import { type IntervalRow, intervalLayers } from './interval-rows.ts';
import { cutText } from './text-width.ts';

const rowHeight = 36;

/** Draws the chart. */
export function drawDesigns(figures: readonly DesignFigures[], setting: ChartSetting): Chart {
  const { lang } = setting;
  const { chart } = words(lang).quality.compare;
  const { plot } = frameOf(setting);
  const value = (one: DesignFigures) => one.repeatsDifference?.value ?? 0;
  const order = [...figures].sort((a, b) => value(a) - value(b));
  const rows = order.map((one, i): IntervalRow => {
    const { high, low, value } = one.repeatsDifference ?? { value: 0, low: 0, high: 0 };
    const isFirst = one === figures[0];
    const colour = isFirst || (low <= 0 && high >= 0) ? palette.muted : high < 0 ? palette.served : palette.alarm;
    return {
      name: nameDesign(one.name, lang),
      figure: isFirst ? '' : showDifference(one.repeatsDifference, lang),
      y: i * rowHeight + 27,
      value: isFirst ? 0 : 100 * value,
      low: isFirst ? 0 : 100 * low,
      high: isFirst ? 0 : 100 * high,
      colour,
      fill: colour === palette.muted && !isFirst ? palette.paper : colour,
    };
  });
  const count = (colour: string) => formatNumber(lang, rows.filter((row) => row.colour === colour).length);
  const least = Math.min(0, ...rows.map(({ low }) => low));
  const most = Math.max(0, ...rows.map(({ high }) => high));
  const height = rows.length * rowHeight;
  const notes = rows.flatMap(({ figure, name, y }): Note[] => [
    { text: cutText(name, 11, plot * 0.5), x: 4, y: y - 14, align: 'left', colour: palette.ink, bold: true },
    { text: figure, x: plot - 4, y: y - 14, align: 'right', colour: palette.muted },
  ]);
  return assembleChart(
    {
      name: 'designs',
      title: chart.title(nameDesign(bestDesign(figures).name, lang)),
      reading: chart.reading(count(palette.served), count(palette.alarm)),
      panels: [
        {
          height,
          axisTitle: chart.axis,
          layers: intervalLayers(rows, height, [least, Math.max(most, least + 0.1)], 60),
          notes,
        },
      ],
      bottom: 34,
    },
    setting,
  );
}
