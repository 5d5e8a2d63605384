/** What became of contacts, in the report: settled or not, come back, how satisfied, how often laid aside, promised or not. */
import type { Outcome } from '../experiment/outcome.ts';
import { measures } from '../measures/index.ts';
import { wholeScope } from '../measures/interval-tallies.ts';
import { sumOutcomes } from '../measures/sum-columns.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Lang, words } from '../words/dictionary.ts';
import { formatNumber, formatPercent } from '../words/format.ts';
import type { Markup } from './html.ts';
import type { Report } from './report.ts';
import { dataTable } from './table.ts';
import { showCount } from './wording.ts';

/** The figures of work that says how handling ends, or may be laid aside; undefined where no work does. */
export function buildOutcomes({ work }: Scenario, { runs, total }: Outcome): Report['outcomes'] {
  const told = work.flatMap(({ interruptible, outcome }, type) =>
    outcome !== undefined || interruptible ? [type] : [],
  );
  if (told.length === 0) return undefined;
  return told.map((type) => {
    const scope = { ...wholeScope(total.layout), work: [type] };
    const share = (measure: string, variant: string) => {
      const { met, of } = measures.get(measure).tally(total, { ...scope, variant });
      return of === 0 ? null : met / of;
    };
    const { interruptible, outcome } = work[type];
    return {
      work: type,
      handled: sumOutcomes(total, scope, 'handled') / runs,
      settled: outcome === undefined ? null : share('first-contact-resolution', 'all'),
      firstContact: outcome === undefined ? null : share('first-contact-resolution', 'handled'),
      repeats: share('repeat-rate', 'arrived'),
      satisfaction: share('satisfaction', 'rated'),
      dissatisfied: share('dissatisfaction', 'rated'),
      searchesFound: share('search-success', 'searches'),
      laidAside: interruptible ? sumOutcomes(total, scope, 'interruptions') / runs : null,
    };
  });
}

/** The table of outcomes; null where nothing is told. */
export function renderOutcomes(report: Report, lang: Lang): Markup | null {
  const { outcomes } = report;
  if (outcomes === undefined) return null;
  const text = words(lang).report.outcomes;
  const daily = (value: number | null) => (value === null ? '–' : showCount(value / report.scenario.days.length, lang));
  const share = (value: number | null) => (value === null ? '–' : formatPercent(lang, value, 1));
  return dataTable({
    caption: text.caption,
    head: [
      text.work,
      text.handled,
      text.settled,
      text.firstContact,
      text.repeats,
      text.satisfaction,
      text.dissatisfied,
      text.searchesFound,
      text.laidAside,
    ],
    rows: outcomes.map((one) => [
      report.work[one.work].name,
      daily(one.handled),
      share(one.settled),
      share(one.firstContact),
      share(one.repeats),
      one.satisfaction === null ? '–' : formatNumber(lang, 100 * one.satisfaction, 1),
      share(one.dissatisfied),
      share(one.searchesFound),
      daily(one.laidAside),
    ]),
  });
}
