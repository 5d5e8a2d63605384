/** The quality section of the report page: what is evaluated, and how far evaluators and agents can be told. */
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber, formatPercent } from '../../words/format.ts';
import { html, type Markup } from '../html.ts';
import type { Report, ReportQuality } from '../report.ts';
import { dataTable } from '../table.ts';

/** The tables of the section; null where quality is not simulated. */
export function renderQuality({ quality, work }: Report, lang: Lang): Markup | null {
  if (quality === undefined) return null;
  const { agreementCaption, caption, head } = words(lang).quality.report;
  const names = quality.work.map((one) => work[one.work].name);
  return html`${dataTable({
    caption,
    head: [
      head.work,
      head.handled,
      head.quality,
      head.poor,
      head.evaluated,
      head.belowMark,
      head.falselyFailed,
      head.missed,
      head.overturned,
      head.talks,
      head.repeats,
    ],
    rows: quality.work.map((one, i) => [names[i], ...cells(one, lang)]),
  })}${dataTable({ caption: agreementCaption, head: [head.figure, head.value], rows: figures(quality, lang) })}`;
}

type Days = ReportQuality['work'][number];

function cells({ days }: Days, lang: Lang): string[] {
  const { points } = words(lang).quality.report;
  const sum = (column: Exclude<keyof Days['days'][number], 'quality'>) =>
    days.reduce((total, day) => total + day[column], 0);
  const share = (met: number, of: number) => (of === 0 ? '–' : formatPercent(lang, met / of, 1));
  const handled = sum('handled');
  const quality = days.reduce((total, day) => total + (day.quality ?? 0) * day.handled, 0);
  return [
    formatNumber(lang, handled),
    handled === 0 ? '–' : points(formatNumber(lang, quality / handled, 1)),
    share(sum('poor'), handled),
    share(sum('evaluated'), sum('sampled')),
    share(sum('failed'), sum('evaluated')),
    share(sum('falselyFailed'), sum('failed')),
    share(sum('falselyPassed'), sum('evaluated') - sum('failed')),
    formatNumber(lang, sum('overturned')),
    formatNumber(lang, sum('talks')),
    // What only arises of other work does not come back.
    sum('arrived') - sum('repeats') < 1e-9 ? '–' : share(sum('repeats'), sum('arrived')),
  ];
}

function figures({ agents, agreement }: ReportQuality, lang: Lang): string[][] {
  const text = words(lang).quality.report;
  const number = (value: number) => formatNumber(lang, value, 1);
  const rows = [
    [text.weak, text.countOf(number(agents.weakFound), number(agents.weak))],
    [text.good, text.countOf(number(agents.goodAccused), number(agents.good))],
  ];
  if (agreement === null) return rows;
  const { intraclass, kappa, pairs, withinTen } = agreement;
  rows.push([text.withinTen(number(pairs)), formatPercent(lang, withinTen, 1)]);
  if (intraclass !== null) rows.push([text.intraclass, formatNumber(lang, intraclass, 2)]);
  if (kappa !== null) rows.push([text.kappa, formatNumber(lang, kappa, 2)]);
  return rows;
}
