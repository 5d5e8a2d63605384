/** Clocks in the report: how each ended, how long it ran, who was given more time and who was reminded. */
import type { Outcome } from '../experiment/outcome.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type ClockColumn, clockOffset } from '../sim/run.ts';
import { type Lang, words } from '../words/dictionary.ts';
import { formatDuration, formatPercent } from '../words/format.ts';
import type { Markup } from './html.ts';
import type { Report } from './report.ts';
import { dataTable } from './table.ts';
import { showCount } from './wording.ts';

/** The figures of every clock of the scenario, means per run; undefined where there is none. */
export function buildClocks({ clocks = [] }: Scenario, { runs, total }: Outcome): Report['clocks'] {
  if (clocks.length === 0) return undefined;
  const { data, layout } = total;
  return clocks.map(({ extension, name, remindBefore }, clock) => {
    const mean = (column: ClockColumn) => {
      const from = clockOffset(layout, clock, column);
      return data.subarray(from, from + layout.intervals).reduce((sum, value) => sum + value, 0) / runs;
    };
    const [started, met, missed, open] = (['started', 'met', 'missed', 'open'] as const).map(mean);
    const ended = met + missed;
    return {
      name,
      ...{ started, met, missed, open },
      meanSeconds: ended === 0 ? null : mean('elapsed') / ended,
      extended: extension.fraction === 0 ? null : mean('extended'),
      reminded: remindBefore === 0 ? null : mean('reminded'),
    };
  });
}

/** The table of clocks, means per day; null where there are none. */
export function renderClocks({ clocks, scenario }: Report, lang: Lang): Markup | null {
  if (clocks === undefined) return null;
  const text = words(lang).report.clocks;
  const daily = (value: number | null) => (value === null ? '–' : showCount(value / scenario.days.length, lang));
  return dataTable({
    caption: text.caption,
    head: [
      text.clock,
      text.started,
      text.met,
      text.missed,
      text.open,
      text.share,
      text.mean,
      text.extended,
      text.reminded,
    ],
    rows: clocks.map(({ extended, meanSeconds, met, missed, name, open, reminded, started }) => [
      name,
      ...[started, met, missed, open].map(daily),
      met + missed === 0 ? '–' : formatPercent(lang, met / (met + missed), 1),
      meanSeconds === null ? '–' : formatDuration(lang, meanSeconds),
      daily(extended),
      daily(reminded),
    ]),
  });
}
