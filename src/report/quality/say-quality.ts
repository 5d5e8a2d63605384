/** The course of quality in two sentences, and the figures of a day behind them. */
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber, formatPercent } from '../../words/format.ts';
import type { Report, ReportQuality } from '../report.ts';

/** The figures of one day. */
export type QualityDay = ReportQuality['work'][number]['days'][number];

/** Fewer days show no course. */
const fewestDays = 3;

/** All work together, day by day; none where quality is not simulated. */
export function qualityDays({ quality, scenario }: Report): QualityDay[] {
  return quality === undefined ? [] : scenario.days.map((_, day) => sumDay(quality, day));
}

/** What quality came to from the first to the last; null where it is not simulated or the days are too few. */
export function sayQuality(report: Report, lang: Lang): { title: string; reading: string } | null {
  const { quality } = report;
  const days = qualityDays(report);
  if (quality === undefined || days.length < fewestDays) return null;
  const { byDay, byWeek } = words(lang).quality.report.chart;
  // Two weeks at least, or first and last week would be partly the same days.
  const span = days.length < 14 ? 1 : 7;
  const said = span === 1 ? byDay : byWeek;
  const ends = (share: (day: QualityDay) => [number, number]) => {
    const [first, last] = [days.slice(0, span), days.slice(-span)].map((some) => shareOver(some, share));
    return { first: formatPercent(lang, first, 1), last: formatPercent(lang, last, 1) };
  };
  return {
    title: said.title(ends(({ handled, poor }) => [poor, handled])),
    reading: said.reading({
      ...ends(({ arrived, repeats }) => [repeats, arrived]),
      mark: formatNumber(lang, quality.pass),
    }),
  };
}

/** All work of a day together. */
function sumDay({ work }: ReportQuality, day: number): QualityDay {
  const sum = (column: Exclude<keyof QualityDay, 'quality'>) =>
    work.reduce((total, { days }) => total + days[day][column], 0);
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
function shareOver(days: readonly QualityDay[], share: (day: QualityDay) => [number, number]): number {
  const counts = days.map(share);
  const of = counts.reduce((sum, [, count]) => sum + count, 0);
  return of === 0 ? 0 : counts.reduce((sum, [met]) => sum + met, 0) / of;
}
