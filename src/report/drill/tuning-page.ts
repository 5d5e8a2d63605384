/** What tuning a plan found, in words: as a page and as lines of a terminal. */
import type { Drill } from '../../drill/drill.ts';
import type { Tried, Tuning } from '../../drill/tune.ts';
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber, formatPercent } from '../../words/format.ts';
import { html } from '../html.ts';
import { type FigureChart, renderFigure, renderPage } from '../page.ts';
import { dataTable } from '../table.ts';
import { showCount } from '../wording.ts';
import { say, sayRange } from './say-drill.ts';

/** The sentence to take away. */
export function sayTuning({ judged, limit }: Tuning, lang: Lang): string {
  const text = words(lang).drill.tune;
  const bound = formatPercent(lang, limit);
  if (judged === null) return text.none({ limit: bound });
  const { alarms, late, saves, spares } = judged;
  const { bracket, interval } = words(lang).report;
  return text.finding({
    alarms: formatPercent(lang, alarms.point),
    range: bracket(interval(formatPercent(lang, alarms.low), formatPercent(lang, alarms.high))),
    late: formatPercent(lang, late),
    damage: `${showCount(spares.point, lang)}${sayRange(spares, lang)}`,
    saved: showCount(saves.point, lang),
    limit: bound,
  });
}

function nameTried(drill: Drill, { variation }: Tried, lang: Lang): string {
  const text = words(lang).drill.tune;
  const { enter, first, wait } = variation;
  if (enter === 1 && wait === 1 && first < 0) return text.asWritten;
  const order = first < 0 ? '' : text.order({ levers: drill.levers[first].name });
  return text.factors({ enter: formatNumber(lang, enter, 1), wait: formatNumber(lang, wait, 1), order });
}

/** The plans of the trade-off, a row each: what is written, and what no other beats. */
export function tuningRows(drill: Drill, { chosen, front, round }: Tuning, lang: Lang): string[][] {
  const shown = [...new Set([0, ...front])];
  return shown.map((i) => {
    const { alarms, cost, damage, late, lost } = round[i];
    return [
      nameTried(drill, round[i], lang),
      formatPercent(lang, alarms),
      formatPercent(lang, late),
      showCount(cost, lang),
      showCount(lost, lang),
      showCount(damage, lang),
      i === chosen ? '✔' : '',
    ];
  });
}

/** The heads of {@link tuningRows}. */
export function tuningHead(lang: Lang): string[] {
  const { alarms, chosen, cost, damage, late, lost, plan } = words(lang).drill.tune.table;
  return [plan, alarms, late, cost, lost, damage, chosen];
}

/** Renders the page. */
export function renderTuning(
  drill: Drill,
  tuning: Tuning,
  chart: FigureChart,
  { seed, version }: { seed: string; version: string },
  lang: Lang,
): string {
  const text = words(lang).drill.tune;
  const heading = text.heading({ drill: say(drill.summary, lang) || drill.name, plan: drill.plans[drill.plan].name });
  const show = (count: number) => formatNumber(lang, count);
  return renderPage({
    lang,
    version,
    title: heading,
    heading,
    madeBy: `Callfloor ${version} · ${text.tried({ plans: show(tuning.tried), days: show(tuning.days) })} · ${seed}`,
    finding: sayTuning(tuning, lang),
    judgement: null,
    sections: [
      {
        id: 'plans',
        title: text.caption,
        body: html`${renderFigure(text.chart.question, chart)}${dataTable({
          caption: text.caption,
          head: tuningHead(lang),
          rows: tuningRows(drill, tuning, lang),
          textColumns: [6],
        })}`,
      },
    ],
  });
}
