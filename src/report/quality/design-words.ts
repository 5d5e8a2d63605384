/** What a comparison of sampling designs says, in tables and sentences that text and page share. */
import type { Estimate } from '../../judge/verdict.ts';
import type { DesignFigures } from '../../qa/compare-designs.ts';
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber, formatPercent } from '../../words/format.ts';
import type { LabelledTable } from '../labelled-table.ts';

/** A design as people call it. */
export function nameDesign(name: string, lang: Lang): string {
  return words(lang).quality.compare.names[name] ?? name;
}

/** The design with the fewest repeats. */
export function bestDesign(figures: readonly DesignFigures[]): DesignFigures {
  const repeats = (one: DesignFigures) => one.repeats?.value ?? Number.POSITIVE_INFINITY;
  return figures.reduce((best, one) => (repeats(one) < repeats(best) ? one : best));
}

/** The finding, a sentence without its full stop. */
export function designFinding(figures: readonly DesignFigures[], lang: Lang): string {
  const best = bestDesign(figures);
  const none = figures.find(({ name }) => name === 'none') ?? best;
  const show = ({ repeats }: DesignFigures) => share(repeats, lang);
  return words(lang).quality.compare.finding(nameDesign(best.name, lang), show(best), show(none));
}

/** Three tables: what each takes, finds and changes. */
export function designTables(figures: readonly DesignFigures[], lang: Lang): LabelledTable[] {
  const { head, hours, tables } = words(lang).quality.compare;
  const number = (value: number) => formatNumber(lang, value, 1);
  const table = (title: string, columns: readonly string[], cells: (one: DesignFigures) => string[]) => ({
    title,
    head: [head.design, ...columns],
    rows: figures.map((one) => [nameDesign(one.name, lang), ...cells(one)]),
  });
  return [
    table(tables.takes, [head.reviews, head.hours, head.talks, head.toScore], (one) => [
      number(one.reviewsPerDay),
      number(one.hoursPerDay),
      number(one.talksPerDay),
      one.secondsToScore === null ? '–' : hours(number(one.secondsToScore.value / 3600)),
    ]),
    table(tables.finds, [head.poorFound, head.belowMark, head.weakFound, head.goodAccused], (one) =>
      [one.poorFound, one.belowMark, one.weakFound, one.goodAccused].map((estimate) => share(estimate, lang)),
    ),
    table(tables.changes, [head.quality, head.repeats, head.difference], (one) => [
      share(one.quality, lang),
      share(one.repeats, lang),
      showDifference(one.repeatsDifference, lang),
    ]),
  ];
}

/** A share, without its interval. */
export function share(estimate: Estimate | null, lang: Lang): string {
  return estimate === null ? '–' : formatPercent(lang, estimate.value, 1);
}

/** A difference of shares in points with its interval. */
export function showDifference(estimate: Estimate | null, lang: Lang): string {
  if (estimate === null) return '–';
  const { low, high, value } = estimate;
  const signed = (points: number) => `${points > 0 ? '+' : ''}${formatNumber(lang, 100 * points, 2).replace('-', '−')}`;
  return words(lang).quality.compare.difference(signed(value), signed(low), signed(high));
}
