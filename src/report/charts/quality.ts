/** The loop of quality over the days: what is truly poor, what evaluations find, and who calls again. */
import { words } from '../../words/dictionary.ts';
import { formatNumber, formatPercent } from '../../words/format.ts';
import type { Report, ReportQuality } from '../report.ts';
import { nameDayShort } from '../wording.ts';
import { assembleChart, type Chart, type ChartSetting, frameOf, type Layer, type Note, palette } from './chart.ts';

type Day = ReportQuality['work'][number]['days'][number];

/** Fewer days show no course. */
const fewestDays = 3;

/** Draws the course; null where there are too few days. */
export function drawQuality(report: Report, setting: ChartSetting): Chart | null {
  const { quality } = report;
  if (quality === undefined || report.scenario.days.length < fewestDays) return null;
  const { lang } = setting;
  const text = words(lang).quality.report.chart;
  const { narrow, plot } = frameOf(setting);
  const days = report.scenario.days.map((_, day) => ({ day, ...sumDay(quality, day) }));
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
  // Two weeks at least, or first and last week would be partly the same days.
  const span = days.length < 14 ? 1 : 7;
  const said = span === 1 ? text.byDay : text.byWeek;
  const ends = (share: (day: Day) => number[]) => [
    shareOver(days.slice(0, span), share),
    shareOver(days.slice(-span), share),
  ];
  const show = (value: number) => formatPercent(lang, value, 1);
  const [poorFirst, poorLast] = ends(({ handled, poor }) => [poor, handled]).map(show);
  const [repeatsFirst, repeatsLast] = ends(({ arrived, repeats }) => [repeats, arrived]).map(show);
  return assembleChart(
    {
      name: 'quality',
      title: said.title({ first: poorFirst, last: poorLast }),
      reading: said.reading({
        first: repeatsFirst,
        last: repeatsLast,
        mark: formatNumber(lang, quality.pass),
      }),
      key: points.map(({ colour, name, swatch }) => ({ colour, name, swatch })),
      panels: [{ height, axisTitle: text.axis, layers, notes }],
      bottom: 26,
    },
    setting,
  );
}

/** All work of a day together. */
function sumDay({ work }: ReportQuality, day: number): Day {
  const sum = (column: Exclude<keyof Day, 'quality'>) => work.reduce((total, { days }) => total + days[day][column], 0);
  return {
    handled: sum('handled'),
    quality: null,
    poor: sum('poor'),
    sampled: sum('sampled'),
    evaluated: sum('evaluated'),
    failed: sum('failed'),
    falselyFailed: sum('falselyFailed'),
    falselyPassed: sum('falselyPassed'),
    overturned: sum('overturned'),
    talks: sum('talks'),
    arrived: work.reduce((total, one) => total + (bringsRepeats(one) ? one.days[day].arrived : 0), 0),
    repeats: work.reduce((total, one) => total + (bringsRepeats(one) ? one.days[day].repeats : 0), 0),
  };
}

/** Work that customers bring: part of it comes by itself. */
function bringsRepeats({ days }: ReportQuality['work'][number]): boolean {
  return days.some(({ arrived, repeats }) => arrived - repeats > 1e-9);
}

/** A share over some days together. */
function shareOver(days: readonly Day[], share: (day: Day) => number[]): number {
  const counts = days.map(share);
  const of = counts.reduce((sum, [, count]) => sum + count, 0);
  return of === 0 ? 0 : counts.reduce((sum, [met]) => sum + met, 0) / of;
}
