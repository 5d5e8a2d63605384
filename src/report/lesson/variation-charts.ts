/** The pictures about variation: days that differ, calls that differ in length, and the load behind the calls. */
import { words } from '../../words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../../words/format.ts';
import {
  assembleChart,
  type Chart,
  type ChartSetting,
  countAxis,
  frameOf,
  niceScale,
  palette,
} from '../charts/chart.ts';
import { type CurveAxis, curveAxisHeight, curvePanel, evenTicks, shareScale } from './curve-panel.ts';
import type { Lesson } from './lesson.ts';
import { showShares, showTarget } from './lesson-values.ts';

/** Service on days that differ from the forecast. */
export function drawBusyDays(lesson: Lesson, setting: ChartSetting): Chart {
  const { lang } = setting;
  const { charts, axes, series, marks } = words(lang).lesson;
  const { plot, narrow } = frameOf(setting);
  const { busyDays } = lesson.figures;
  const { busynessCv, ownBusyness, queue } = lesson.subject;
  const domain: [number, number] = [0, busyDays[busyDays.length - 1].cv];
  const percent = (value: number): string =>
    formatPercent(lang, value, Number.isInteger(Math.round(value * 1e6) / 1e4) ? 0 : 1);
  const { panel, key } = curvePanel(
    {
      height: narrow ? 190 : 210,
      axisTitle: axes.share,
      x: { domain, ticks: evenTicks(domain, [0.05, 0.1, 0.2, 0.5], plot, percent), title: axes.busyness },
      y: shareScale([0], lang),
      curves: [
        {
          name: series.inTime,
          colour: palette.alarm,
          swatch: 'line',
          points: busyDays.map(({ cv, serviceLevel }) => ({ x: cv, y: serviceLevel })),
        },
        {
          name: series.daysKept,
          colour: palette.ink,
          swatch: 'dashed',
          points: busyDays.map(({ cv, daysKept }) => ({ x: cv, y: daysKept })),
        },
      ],
      dots: lesson.simulated.busyDays.map(({ at, serviceLevel }) => ({ x: at, ...serviceLevel })),
      mark: { at: busynessCv, label: marks[ownBusyness ? 'yours' : 'example']({ value: percent(busynessCv) }) },
      level: { at: queue.target, label: marks.promised({ target: showTarget(lesson, lang) }) },
      last: true,
    },
    setting,
  );
  const own = busyDays.find(({ cv }) => cv === busynessCv) ?? busyDays[0];
  const [share, mean] = showShares([own.serviceLevel, busyDays[0].serviceLevel], lang);
  return assembleChart(
    {
      name: 'busy-days',
      title: charts.busyDays.title({ cv: percent(busynessCv), share, mean, days: formatPercent(lang, own.daysKept) }),
      reading: charts.busyDays.reading({ cv: percent(busynessCv) }),
      key: [...key, { name: series.simulated, colour: palette.served, swatch: 'line' }],
      lanes: 1,
      panels: [panel],
      bottom: curveAxisHeight,
    },
    setting,
  );
}

/** Below this the spread of the simulated points is not worth a word. */
const worthSaying = 0.02;

/** What the simulated points show, if anything. */
function sayHandling({ simulated }: Lesson, { lang }: ChartSetting): string {
  const { handling } = words(lang).lesson.charts;
  const levels = simulated.handling.map(({ serviceLevel }) => serviceLevel);
  const [alike, apart] = [levels[0], levels[levels.length - 1]];
  const values = levels.map(({ value }) => value);
  const ends = [Math.min(...values), Math.max(...values)];
  const [low, high] = ends.map((value) => formatPercent(lang, value, 1));
  if (ends[1] - ends[0] < worthSaying) return handling.flat({ low, high });
  if (alike.low <= apart.high && apart.low <= alike.high) return handling.unsure({ low, high });
  const [steady, varied] = showShares([alike.value, apart.value], lang);
  return handling.title({ steady, varied });
}

/** Service with calls alike and calls that differ. */
export function drawHandling(lesson: Lesson, setting: ChartSetting): Chart | null {
  const { lang } = setting;
  const { charts, axes, series, marks } = words(lang).lesson;
  const { plot, narrow } = frameOf(setting);
  const points = lesson.simulated.handling;
  if (points.length === 0) return null;
  const { handleCv, queue } = lesson.subject;
  const domain: [number, number] = [0, Math.max(2, points[points.length - 1].at) + 0.1];
  const { panel, key } = curvePanel(
    {
      height: narrow ? 170 : 180,
      axisTitle: axes.share,
      x: {
        domain,
        ticks: evenTicks(domain, [0.5, 1, 2, 5], plot, (at) => formatNumber(lang, at, 1)),
        title: axes.handleCv,
      },
      y: shareScale([queue.target, ...points.map(({ serviceLevel }) => serviceLevel.low)], lang),
      curves: [
        {
          name: series.erlangA,
          colour: palette.alarm,
          swatch: 'line',
          points: domain.map((x) => ({ x, y: lesson.figures.queue.serviceLevel })),
        },
      ],
      dots: points.map(({ at, serviceLevel }) => ({ x: at, ...serviceLevel })),
      mark: { at: handleCv, label: marks.yours({ value: formatNumber(lang, handleCv, 2) }) },
      level: { at: queue.target, label: marks.promised({ target: showTarget(lesson, lang) }) },
      last: true,
    },
    setting,
  );
  return assembleChart(
    {
      name: 'handling',
      title: sayHandling(lesson, setting),
      reading: charts.handling.reading({ cv: formatNumber(lang, handleCv, 2) }),
      key: [...key, { name: series.simulated, colour: palette.served, swatch: 'line' }],
      lanes: 1,
      panels: [panel],
      bottom: curveAxisHeight,
    },
    setting,
  );
}

/** The load that formulas see, and the load that agents have. */
export function drawLag(lesson: Lesson, setting: ChartSetting): Chart {
  const { lang } = setting;
  const { axes, series } = words(lang).lesson;
  const { narrow } = frameOf(setting);
  const { intervals, path, lagSeconds } = lesson.figures.lag;
  const x = timeAxis(lesson, setting);
  const end = intervals[intervals.length - 1].to;
  const steps = (value: (one: (typeof intervals)[number]) => number) => [
    ...intervals.map((one) => ({ x: one.from, y: value(one) })),
    { x: end, y: value(intervals[intervals.length - 1]) },
  ];
  const load = niceScale(Math.max(0.1, ...intervals.map(({ byRate }) => byRate), ...path.map((one) => one.load)));
  const agents = niceScale(Math.max(1, ...intervals.map(({ required }) => Math.max(required.byRate, required.real))));
  const looks = {
    byRate: { name: series.byRate, colour: palette.demand, swatch: 'dashed' as const, step: true },
    real: { name: series.real, colour: palette.ink, swatch: 'line' as const },
  };
  const upper = curvePanel(
    {
      height: narrow ? 150 : 170,
      axisTitle: axes.loadAbove,
      x,
      y: { domain: [0, load.end], axis: countAxis(load.ticks) },
      curves: [
        { ...looks.byRate, points: steps(({ byRate }) => byRate) },
        { ...looks.real, points: path.map(({ time, load: y }) => ({ x: time, y })) },
      ],
      last: false,
    },
    setting,
  );
  const lower = curvePanel(
    {
      height: narrow ? 110 : 120,
      axisTitle: axes.agentsNeeded,
      x,
      y: { domain: [0, agents.end], axis: countAxis(agents.ticks) },
      curves: [
        { ...looks.byRate, points: steps(({ required }) => required.byRate) },
        { ...looks.real, step: true, points: steps(({ required }) => required.real) },
      ],
      last: true,
    },
    setting,
  );
  return assembleChart(
    {
      name: 'lag',
      title: sayLag(lesson, setting),
      reading: readLag(lesson, formatDuration(lang, lagSeconds), setting),
      key: upper.key,
      panels: [upper.panel, { ...lower.panel, notes: [] }],
      bottom: curveAxisHeight,
    },
    setting,
  );
}

/** Hours of the day, as many as have room. */
function timeAxis({ figures }: Lesson, setting: ChartSetting): CurveAxis {
  const { intervals } = figures.lag;
  const { plot } = frameOf(setting);
  const hours = intervals.filter(({ label }) => label.endsWith(':00'));
  const every = Math.max(1, Math.ceil((hours.length * 46) / plot));
  return {
    domain: [intervals[0].from, intervals[intervals.length - 1].to],
    ticks: hours.filter((_, i) => i % every === 0).map(({ from, label }) => ({ at: from, label })),
    title: words(setting.lang).lesson.axes.time,
  };
}

/** The interval in which both loads differ most, by agents and then by load. */
function furthest({ figures }: Lesson) {
  const { intervals } = figures.lag;
  const gap = ({ required, byRate, real }: (typeof intervals)[number]): number =>
    Math.abs(required.byRate - required.real) + 1e-6 * Math.abs(byRate - real);
  return intervals.reduce((a, b) => (gap(b) > gap(a) ? b : a));
}

function sayLag(lesson: Lesson, { lang }: ChartSetting): string {
  const { lag } = words(lang).lesson.charts;
  const { label, real, byRate } = furthest(lesson);
  const [shown, taken] = [formatNumber(lang, real, 1), formatNumber(lang, byRate, 1)];
  return shown === taken ? lag.flat : lag.title({ time: label, real: shown, byRate: taken });
}

function readLag(lesson: Lesson, lag: string, { lang }: ChartSetting): string {
  const say = words(lang).lesson.charts.lag;
  const { label, required } = furthest(lesson);
  return say.reading({
    lag,
    most: formatNumber(lang, Math.abs(required.byRate - required.real)),
    time: label,
    own: lesson.subject.ownDemand ? say.own : say.made,
  });
}
