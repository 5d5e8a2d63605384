/** The loop of quality over the days: what is truly poor, what evaluations find, and who calls again. */
import { words } from '../../words/dictionary.ts';
import { type QualityDay as Day, qualityDays, sayQuality } from '../quality/say-quality.ts';
import type { Report } from '../report.ts';
import { nameDayShort } from '../wording.ts';
import { assembleChart, type Chart, type ChartSetting, frameOf, type Layer, type Note, palette } from './chart.ts';

/** Draws the course; null where there are too few days. */
export function drawQuality(report: Report, setting: ChartSetting): Chart | null {
  const { lang } = setting;
  const said = sayQuality(report, lang);
  if (said === null) return null;
  const text = words(lang).quality.report.chart;
  const { narrow, plot } = frameOf(setting);
  const days = qualityDays(report).map((sums, day) => ({ day, ...sums }));
  const height = narrow ? 170 : 200;
  const lines = [
    { name: text.poor, colour: palette.alarm, swatch: 'line' as const, share: (day: Day) => [day.poor, day.handled] },
    {
      name: text.found,
      colour: palette.muted,
      swatch: 'dashed' as const,
      share: (day: Day) => [day.failed, day.evaluated],
    },
    {
      name: text.repeats,
      colour: palette.demand,
      swatch: 'line' as const,
      share: (day: Day) => [day.repeats, day.arrived],
    },
  ];
  const points = lines.map((line) => ({
    ...line,
    values: days.flatMap((day) => {
      const [met, of] = line.share(day);
      return of > 0 ? [{ day: day.day + 0.5, value: (100 * met) / of }] : [];
    }),
  }));
  const most = Math.max(1, ...points.flatMap(({ values }) => values.map(({ value }) => value)));
  const x = {
    field: 'day',
    type: 'quantitative' as const,
    scale: { domain: [0, days.length], nice: false },
    axis: null,
  };
  const y = {
    field: 'value',
    type: 'quantitative' as const,
    scale: { domain: [0, most], nice: 5 },
    axis: {
      tickCount: 5,
      grid: true,
      title: null,
      labelExpr: `format(datum.value, '~f') + '${lang === 'zh' ? '%' : ' %'}'`,
    },
  };
  const layers: Layer[] = points.map(({ colour, swatch, values }) => ({
    data: { values },
    mark: { type: 'line', color: colour, strokeWidth: 2, ...(swatch === 'dashed' ? { strokeDash: [5, 3] } : {}) },
    encoding: { x, y },
  }));
  const step = Math.max(1, Math.ceil(days.length / (narrow ? 4 : 8)));
  const notes: Note[] = days
    .filter(({ day }) => day % step === 0)
    .map(({ day }) => ({
      text: nameDayShort(report, day, lang),
      x: ((day + 0.5) / days.length) * plot,
      y: height + 13,
      align: 'center',
      colour: palette.muted,
      size: 11,
    }));
  return assembleChart(
    {
      name: 'quality',
      title: said.title,
      reading: said.reading,
      key: points.map(({ colour, name, swatch }) => ({ colour, name, swatch })),
      panels: [{ height, axisTitle: text.axis, layers, notes }],
      bottom: 26,
    },
    setting,
  );
}
