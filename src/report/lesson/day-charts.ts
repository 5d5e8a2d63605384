/** The picture of a scenario's day: from the formula's world to the day as it is, a step at a time. */
import { words } from '../../words/dictionary.ts';
import { assembleChart, type Chart, type ChartSetting, palette } from '../charts/chart.ts';
import { barPanel } from './bar-rows.ts';
import type { Lesson } from './lesson.ts';
import { showPoints, showShares, showTarget, showWithin } from './lesson-values.ts';

/** One bar of the day: the formula, or a simulated step. */
export interface DayBar {
  readonly step: 'formula' | NonNullable<Lesson['day']>['steps'][number]['step'];
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The formula's share and those of the steps. */
export function dayBars({ day, subject }: Lesson): DayBar[] {
  if (day === null || subject.place === null) return [];
  const formula = day.report.erlang.find(({ work }) => work === subject.place?.work)?.total.serviceLevel.erlangA;
  const first: DayBar[] =
    formula === null || formula === undefined ? [] : [{ step: 'formula', value: formula, low: formula, high: formula }];
  return [...first, ...day.steps.map(({ step, serviceLevel }) => ({ step, ...serviceLevel }))];
}

/** Share answered in time over the day, with one thing more put back in each bar. */
export function drawSteps(lesson: Lesson, setting: ChartSetting): Chart | null {
  const { lang } = setting;
  const { charts, axes, marks, series, steps } = words(lang).lesson;
  const { bars: shown } = words(lang).lesson;
  const { day, subject } = lesson;
  const bars = dayBars(lesson);
  if (day === null || subject.place === null || bars.length < 2) return null;
  const within = showWithin(lesson, lang);
  const shares = showShares(
    bars.map(({ value }) => value),
    lang,
  );
  const panel = barPanel(
    {
      axisTitle: axes.answeredWithin({ within }),
      end: 1,
      target: { at: subject.queue.target, label: marks.promised({ target: showTarget(lesson, lang) }) },
      rows: bars.map(({ step, value, low, high }, i) => ({
        name: steps[step],
        value,
        label:
          i === 0 ? shares[i] : shown.change({ value: shares[i], change: showPoints(value - bars[i - 1].value, lang) }),
        colour: step === 'formula' ? palette.alarm : palette.served,
        ...(step !== 'formula' && { simulated: { value, low, high } }),
      })),
    },
    setting,
  );
  return assembleChart(
    {
      name: 'steps',
      title: charts.steps.title({ formula: shares[0], simulated: shares[shares.length - 1] }),
      reading: charts.steps.reading({ work: day.report.work[subject.place.work].name, within }),
      key: [
        { name: series.erlangA, colour: palette.alarm, swatch: 'box' },
        { name: series.simulated, colour: palette.served, swatch: 'box' },
      ],
      lanes: 1,
      panels: [panel],
      bottom: 12,
    },
    setting,
  );
}
