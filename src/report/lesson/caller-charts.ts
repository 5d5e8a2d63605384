/** The pictures about callers: their patience, its shape, and redials. */
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
  shareAxis,
} from '../charts/chart.ts';
import { barPanel } from './bar-rows.ts';
import { type CurveAxis, curveAxisHeight, curvePanel, evenTicks, shareScale } from './curve-panel.ts';
import type { Lesson } from './lesson.ts';
import { showShares, showTarget } from './lesson-values.ts';

/** Service and abandonment against mean patience. */
export function drawPatience(lesson: Lesson, setting: ChartSetting): Chart | null {
  const { lang } = setting;
  const { patience } = lesson.figures;
  if (patience === null) return null;
  const { charts, axes, series, marks } = words(lang).lesson;
  const { narrow } = frameOf(setting);
  const { meanPatienceSeconds, target } = lesson.subject.queue;
  const { points } = patience;
  const x = doublingAxis(points[0].meanPatienceSeconds, points[points.length - 1].meanPatienceSeconds, setting);
  const curve = (value: (point: (typeof points)[number]) => number, name: string) => ({
    name,
    colour: palette.alarm,
    swatch: 'line' as const,
    points: points.map((point) => ({ x: point.meanPatienceSeconds, y: value(point) })),
  });
  const simulated = lesson.simulated.patience.find(({ at }) => at === 1);
  const mark = { at: meanPatienceSeconds, label: marks.yours({ value: formatDuration(lang, meanPatienceSeconds) }) };
  const upper = curvePanel(
    {
      height: narrow ? 150 : 160,
      axisTitle: axes.share,
      x: { ...x, title: axes.patience },
      y: shareScale([target, ...points.map(({ serviceLevel }) => serviceLevel)], lang),
      curves: [curve(({ serviceLevel }) => serviceLevel, series.inTime)],
      ...(simulated && { dots: [{ x: meanPatienceSeconds, ...simulated.serviceLevel }] }),
      mark,
      level: { at: target, label: marks.promised({ target: showTarget(lesson, lang) }) },
      last: false,
    },
    setting,
  );
  const most = niceScale(Math.max(0.01, ...points.map(({ abandonment }) => abandonment)));
  const lower = curvePanel(
    {
      height: narrow ? 110 : 110,
      axisTitle: axes.abandoned,
      x: { ...x, title: axes.patience },
      y: { domain: [0, most.end], axis: shareAxis(most.ticks, lang) },
      curves: [curve(({ abandonment }) => abandonment, '')],
      ...(simulated && { dots: [{ x: meanPatienceSeconds, ...simulated.abandonment }] }),
      mark: { ...mark, label: '' },
      last: true,
    },
    setting,
  );
  const half = points.reduce((a, b) => (distance(b, meanPatienceSeconds) < distance(a, meanPatienceSeconds) ? b : a));
  const [lost, lostHalf] = showShares([lesson.figures.queue.abandonment, half.abandonment], lang);
  const [short, long] = showShares([points[0].serviceLevel, points[points.length - 1].serviceLevel], lang);
  const falls = points[0].serviceLevel > points[points.length - 1].serviceLevel;
  return assembleChart(
    {
      name: 'patience',
      title: charts.patience[lost === lostHalf ? 'same' : 'title']({
        patience: formatDuration(lang, meanPatienceSeconds),
        lost,
        half: formatDuration(lang, half.meanPatienceSeconds),
        lostHalf,
      }),
      reading: charts.patience[falls ? 'reading' : 'readingOther']({ short, long }),
      key: [
        { name: series.erlangA, colour: palette.alarm, swatch: 'line' },
        { name: series.simulated, colour: palette.served, swatch: 'line' },
      ],
      lanes: 1,
      panels: [upper.panel, lower.panel],
      bottom: curveAxisHeight,
    },
    setting,
  );
}

function distance({ meanPatienceSeconds }: { meanPatienceSeconds: number }, whole: number): number {
  return Math.abs(Math.log((2 * meanPatienceSeconds) / whole));
}

/** An axis on which each tick is twice the one before: 15 s, 30 s, 1 min … */
function doublingAxis(from: number, to: number, setting: ChartSetting): Omit<CurveAxis, 'title'> {
  const { plot } = frameOf(setting);
  const first = Math.ceil(Math.log2(from / 15));
  const last = Math.floor(Math.log2(to / 15));
  const every = Math.max(1, Math.ceil((52 * Math.log2(to / from)) / plot));
  const ticks = Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, i) => {
    const at = 15 * 2 ** (first + i * every);
    return { at, label: formatDuration(setting.lang, at) };
  });
  return { domain: [from, to], ticks, logarithmic: true };
}

/** The same mean patience in other shapes. */
export function drawPatienceShape(lesson: Lesson, setting: ChartSetting): Chart | null {
  const { lang } = setting;
  const { patience } = lesson.figures;
  if (patience === null) return null;
  const { charts, axes, bars, marks, series } = words(lang).lesson;
  const { shapes } = patience;
  const shares = showShares(
    shapes.map(({ serviceLevel }) => serviceLevel),
    lang,
  );
  const lost = showShares(
    shapes.map(({ abandonment }) => abandonment),
    lang,
  );
  const most = Math.max(0.001, ...shapes.map(({ abandonment }) => abandonment));
  const row = (i: number, value: number, label: string, simulated: 'serviceLevel' | 'abandonment') => {
    const point = lesson.simulated.patience.find(({ at }) => at === shapes[i].cv);
    return {
      name: bars.shapes[shapes[i].shape],
      value,
      label,
      colour: palette.alarm,
      ...(point && { simulated: point[simulated] }),
    };
  };
  return assembleChart(
    {
      name: 'patience-shape',
      title: charts.patienceShape.title({ fixed: shares[0], exponential: shares[1], mixed: shares[2] }),
      reading: charts.patienceShape.reading,
      key: [
        { name: series.exact, colour: palette.alarm, swatch: 'box' },
        { name: series.simulated, colour: palette.served, swatch: 'line' },
      ],
      lanes: 1,
      panels: [
        barPanel(
          {
            axisTitle: axes.share,
            end: 1,
            target: { at: lesson.subject.queue.target, label: marks.promised({ target: showTarget(lesson, lang) }) },
            rows: shapes.map(({ serviceLevel }, i) => row(i, serviceLevel, shares[i], 'serviceLevel')),
          },
          setting,
        ),
        barPanel(
          {
            axisTitle: axes.abandoned,
            end: most * 1.1,
            rows: shapes.map(({ abandonment }, i) => row(i, abandonment, lost[i], 'abandonment')),
          },
          setting,
        ),
      ],
      bottom: 12,
    },
    setting,
  );
}

/** What redials add. */
export function drawRedials(lesson: Lesson, setting: ChartSetting): Chart | null {
  const { lang } = setting;
  const { redials } = lesson.figures;
  if (redials === null) return null;
  const { charts, axes, series, marks } = words(lang).lesson;
  const { plot, narrow } = frameOf(setting);
  const { queue, redial, ownRedial } = lesson.subject;
  const percent = (value: number): string => formatPercent(lang, value);
  const x: CurveAxis = {
    domain: [0, 1],
    ticks: evenTicks([0, 1], [0.1, 0.2, 0.25, 0.5], plot, percent),
    title: axes.redials,
  };
  const mark = {
    at: redial.fraction,
    label: marks[ownRedial ? 'yours' : 'example']({ value: percent(redial.fraction) }),
  };
  const attempts = redials.map(({ fraction, attemptsPerCaller }) => ({
    x: fraction,
    y: attemptsPerCaller === null ? null : 100 * attemptsPerCaller,
  }));
  const extra = niceScale(Math.min(900, Math.max(1, ...attempts.map(({ y }) => (y ?? 100) - 100))));
  const upper = curvePanel(
    {
      height: narrow ? 110 : 120,
      axisTitle: axes.attempts,
      x,
      y: { domain: [100, 100 + extra.end], axis: countAxis(extra.ticks.map((more) => 100 + more)) },
      curves: [{ name: series.erlangX, colour: palette.demand, swatch: 'line', points: attempts }],
      mark,
      last: false,
    },
    setting,
  );
  const lower = curvePanel(
    {
      height: narrow ? 150 : 160,
      axisTitle: axes.share,
      x,
      y: shareScale(
        [
          queue.target,
          ...redials.map(({ serviceLevel }) => serviceLevel),
          ...lesson.simulated.redials.map(({ serviceLevel }) => serviceLevel.low),
        ],
        lang,
      ),
      curves: [
        {
          name: series.inTime,
          colour: palette.alarm,
          swatch: 'line',
          points: redials.map(({ fraction, serviceLevel, attemptsPerCaller }) => ({
            x: fraction,
            y: attemptsPerCaller === null ? null : serviceLevel,
          })),
        },
      ],
      dots: lesson.simulated.redials.map(({ at, serviceLevel }) => ({ x: at, ...serviceLevel })),
      mark: { ...mark, label: '' },
      level: { at: queue.target, label: marks.promised({ target: showTarget(lesson, lang) }) },
      last: true,
    },
    setting,
  );
  return assembleChart(
    {
      name: 'redials',
      title: sayRedials(lesson, setting),
      reading: charts.redials.reading({ after: formatDuration(lang, redial.afterSeconds) }),
      key: [...upper.key, ...lower.key, { name: series.simulated, colour: palette.served, swatch: 'line' }],
      lanes: 1,
      panels: [upper.panel, lower.panel],
      bottom: curveAxisHeight,
    },
    setting,
  );
}

function sayRedials({ figures, subject }: Lesson, { lang }: ChartSetting): string {
  const { redials } = words(lang).lesson.charts;
  const own = figures.redials?.find(({ fraction }) => fraction === subject.redial.fraction);
  const fraction = formatPercent(lang, subject.redial.fraction);
  if (own === undefined || own.attemptsPerCaller === null) return redials.unsettled({ fraction });
  const [share, without] = showShares([own.serviceLevel, figures.queue.serviceLevel], lang);
  const attempts = formatNumber(lang, 100 * own.attemptsPerCaller);
  return redials[share === without ? 'same' : 'title']({ fraction, attempts, share, without });
}
