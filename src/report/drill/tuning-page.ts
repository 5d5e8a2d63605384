/** What tuning a plan found, in words: as a page, as lines of a terminal, and as the plan to put into the file. */
import { stringify } from 'yaml';
import { type Drill, levelNames, type Plan } from '../../drill/drill.ts';
import type { Tried, Tuning } from '../../drill/tune.ts';
import { levelsOf } from '../../drill/vary-plan.ts';
import { writePlan } from '../../drill/write-plan.ts';
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber, formatPercent } from '../../words/format.ts';
import { html } from '../html.ts';
import { type FigureChart, renderFigure, renderPage } from '../page.ts';
import { dataTable } from '../table.ts';
import { showCount } from '../wording.ts';
import { say, sayCondition, sayLever, sayRange, showDifference, turned } from './say-drill.ts';

/** The sentences to take away. */
export function sayTuning({ because, confidence, judged, limit, ordinaryDays }: Tuning, lang: Lang): string {
  const text = words(lang).drill.tune;
  const bound = formatPercent(lang, limit, 1);
  const days = formatNumber(lang, ordinaryDays);
  if (judged === null || because === null) return text.none({ limit: bound, days });
  const { alarms, late, saves, spares } = judged;
  const say = { better: text.better, 'nothing-better': text.nothingBetter, 'keeps-limit': text.keepsLimit }[because];
  return say({
    alarms: formatPercent(lang, alarms.point, 1),
    atMost: formatPercent(lang, alarms.atMost, 1),
    confidence: formatPercent(lang, confidence),
    days,
    late: formatPercent(lang, late),
    damage:
      because === 'better'
        ? `${showCount(spares.point, lang)}${sayRange(spares, lang)}`
        : showDifference(turned(spares), lang),
    saved: because === 'better' ? showCount(saves.point, lang) : showDifference(turned(saves), lang),
    limit: bound,
  });
}

/** How a plan differs from the one written. */
function nameTried({ levers, plan, plans }: Drill, { variation }: Tried, lang: Lang): string {
  const text = words(lang).drill.tune;
  const { enter, levels, stay, wait } = variation;
  const written = plans[plan];
  const own = levelsOf(written);
  const orders = written.levels.flatMap((level) => level?.orders ?? []);
  const moved = levels.flatMap((level, i) => {
    const order = orders[i];
    if (level === own[i] || order.action !== 'pull') return [];
    return [text.moved({ lever: say(levers[order.lever].title, lang), level: levelNames[level] })];
  });
  const factors =
    enter === 1 && wait === 1
      ? []
      : [text.factors({ enter: formatNumber(lang, enter, 1), wait: formatNumber(lang, wait, 1) })];
  const longer = stay === 1 ? [] : [text.stay({ stay: formatNumber(lang, stay, 1) })];
  return [...factors, ...longer, ...moved].join(text.comma) || text.asWritten;
}

/** The plans of the trade-off, a row each: what is written, and what no other beats. */
export function tuningRows(drill: Drill, { chosen, front, round }: Tuning, lang: Lang): string[][] {
  const shown = [...new Set([0, ...front, ...(chosen === null ? [] : [chosen])])];
  return shown.map((i) => {
    const { alarms, cost, damage, kept, late, lost } = round[i];
    return [
      nameTried(drill, round[i], lang),
      formatPercent(lang, alarms, 1),
      formatPercent(lang, late),
      kept === null ? '–' : formatPercent(lang, kept),
      showCount(cost, lang),
      showCount(lost, lang),
      showCount(damage, lang),
      i === chosen ? '✔' : '',
    ];
  });
}

/** The heads of {@link tuningRows}. */
export function tuningHead(lang: Lang): string[] {
  const { alarms, chosen, cost, damage, kept, late, lost, plan } = words(lang).drill.tune.table;
  return [plan, alarms, late, kept, cost, lost, damage, chosen];
}

/**
 * A plan as it stands in a drill file.
 * @param clock tells a moment as a time of day
 */
export function planText(drill: Drill, plan: Plan, clock: (moment: number) => string): string {
  return stringify({ [plan.name]: writePlan(plan, drill.levers, clock) }, { lineWidth: 120 });
}

/** What the page is made of besides what was found. */
export interface TuningFrame {
  chart: FigureChart;
  seed: string;
  version: string;
  clock: (moment: number) => string;
}

/** Renders the page. */
export function renderTuning(drill: Drill, tuning: Tuning, frame: TuningFrame, lang: Lang): string {
  const { chart, clock, seed, version } = frame;
  const text = words(lang).drill.tune;
  const { because, chosen, confidence, days, limit, ordinaryDays, round, simulated, tried } = tuning;
  const heading = text.heading({ drill: say(drill.summary, lang) || drill.name, plan: drill.plans[drill.plan].name });
  const show = (count: number) => formatNumber(lang, count);
  const plan = chosen === null ? null : round[chosen].plan;
  const method = text.method({
    limit: formatPercent(lang, limit, 1),
    confidence: formatPercent(lang, confidence),
    ordinary: show(ordinaryDays),
    days: show(days),
  });
  return renderPage({
    lang,
    version,
    title: heading,
    heading,
    madeBy: `Callfloor ${version} · ${text.tried({
      plans: show(tried),
      emergency: show(simulated.emergency),
      ordinary: show(simulated.ordinary),
    })} · ${words(lang).drill.seed(seed)}`,
    finding: sayTuning(tuning, lang),
    judgement: chosen === null ? 'broken' : 'held',
    sections: [
      ...(plan === null
        ? []
        : [
            {
              id: 'chosen',
              title: text.sections.chosen,
              body: html`${levelTable(drill, plan, lang)}${
                because === 'nothing-better'
                  ? ''
                  : html`<p>${text.put}</p><pre class="scroll" tabindex="0"><code>${planText(drill, plan, clock)}</code></pre>`
              }`,
            },
          ]),
      {
        id: 'plans',
        title: text.sections.round,
        body: html`${renderFigure(text.chart.question, chart)}${dataTable({
          caption: text.caption,
          head: tuningHead(lang),
          rows: tuningRows(drill, tuning, lang),
          textColumns: [7],
          wraps: true,
        })}`,
      },
      {
        id: 'computed',
        title: text.sections.computed,
        body: html`<ul>${method.map((one) => html`<li>${one}</li>`)}</ul>`,
      },
    ],
  });
}

/** The levels and rules of a plan in the reader's language. */
function levelTable({ levers }: Drill, { levels, rules }: Plan, lang: Lang) {
  const text = words(lang).drill.tune;
  const list = (orders: readonly Parameters<typeof sayLever>[0][]) =>
    orders.map((order) => sayLever(order, levers, lang)).join(text.comma);
  const rows = [
    ...levels.flatMap((level, i) =>
      level === null
        ? []
        : [
            [
              levelNames[i] as string,
              sayCondition(level.enter, lang),
              sayCondition(level.leave, lang),
              list(level.orders),
            ],
          ],
    ),
    ...rules.map(({ orders, when }) => [text.levels.rule, sayCondition(when, lang), '', list(orders)]),
  ];
  const { caption, enter, leave, level, todo } = text.levels;
  return dataTable({ caption, head: [level, enter, leave, todo], rows, textColumns: [1, 2, 3] });
}
