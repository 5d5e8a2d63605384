/** What not knowing the inputs leaves open: a line in the terminal and a table on the page. */
import { type Lang, words } from '../words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../words/format.ts';
import { html, type Markup } from './html.ts';
import type { PromiseClaim, Report, ReportUncertainty } from './report.ts';
import { dataTable } from './table.ts';
import { namePromise, showShareInterval, showValue } from './wording.ts';

type Row = ReportUncertainty['promises'][number];

/** A sentence for each promise; none where the inputs are taken as known. */
export function sayUncertainty(report: Report, lang: Lang): string[] {
  const text = words(lang).uncertainty;
  return (report.uncertainty?.promises ?? []).map((row) => {
    const promise = report.promises[row.promise];
    return text.line({
      promise: namePromise(report, promise, lang),
      low: showValue(promise, row.low, lang, 1),
      high: showValue(promise, row.high, lang, 1),
      share: formatPercent(lang, row.holds.value),
    });
  });
}

/** The section of the page; null where the inputs are taken as known. */
export function renderUncertainty(report: Report, lang: Lang): Markup | null {
  const { uncertainty } = report;
  if (uncertainty === null) return null;
  const text = words(lang).uncertainty;
  const factors = uncertainty.factors.map(({ name, spread, size }) =>
    spread === 'uniform'
      ? text.plusMinus({ name, size: formatPercent(lang, size, size < 0.1 ? 1 : 0) })
      : text.cv({ name, size: formatNumber(lang, size, 3) }),
  );
  const intro = text.intro({
    factors: words(lang).report.list(factors),
    draws: formatNumber(lang, uncertainty.draws),
    runs: formatNumber(lang, uncertainty.runs),
  });
  return html`<h3>${text.title}</h3><p>${intro}</p>${dataTable({
    caption: text.caption,
    head: [text.promise, text.likely, text.keptIf, text.dayHolds, text.fromInputs, text.fromChance, text.mostly],
    rows: uncertainty.promises.map((row) => cellsOf(report, uncertainty, row, lang)),
    textColumns: [0, 6],
  })}<p class="muted">${text.meaning}</p>`;
}

function cellsOf(report: Report, { factors }: ReportUncertainty, row: Row, lang: Lang): string[] {
  const { interval, bracket } = words(lang).report;
  const promise = report.promises[row.promise];
  const most = row.factors.indexOf(Math.max(...row.factors));
  return [
    namePromise(report, promise, lang),
    interval(showValue(promise, row.low, lang, 1), showValue(promise, row.high, lang, 1)),
    `${formatPercent(lang, row.holds.value)}${bracket(showShareInterval(row.holds, lang))}`,
    formatPercent(lang, row.dayHolds),
    showSpread(promise, row.fromInputs, lang),
    showSpread(promise, row.fromChance, lang),
    row.fromInputs === 0 ? '–' : `${factors[most].name}${bracket(formatPercent(lang, row.factors[most]))}`,
  ];
}

/** A standard deviation in the promise's unit; of a share in points. */
function showSpread({ unit }: PromiseClaim, spread: number, lang: Lang): string {
  if (unit === 'seconds') return formatDuration(lang, spread);
  return unit === 'fraction'
    ? words(lang).compare.points(formatNumber(lang, spread * 100, 1))
    : formatNumber(lang, spread, 1);
}
