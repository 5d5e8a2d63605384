/** A built roster as a page: does it hold, who is required and who is there, who works when, what else it could have cost. */
import manifest from '../../../package.json' with { type: 'json' };
import type { Building } from '../../experiment/roster/build-roster.ts';
import { erlangBeside } from '../../plan/erlang-beside.ts';
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber, formatPercent } from '../../words/format.ts';
import { buildReport } from '../build-report.ts';
import type { DrawnChart } from '../charts/draw-charts.ts';
import { html, type Markup } from '../html.ts';
import { renderFigure, renderPage } from '../page.ts';
import type { Report } from '../report.ts';
import { dataTable } from '../table.ts';
import { judgementOf, tellCost, tellFinding, tellShortfall, tellWishes } from './tell-building.ts';

/** The report of the fresh days on which a roster was judged; null where none were simulated. */
export function reportOfBuilding({ check, scenario }: Building): Report | null {
  if (check === null) return null;
  const { confidence, outcome } = check;
  const judged = { ...scenario, precision: { ...scenario.precision, confidence } };
  return buildReport(judged, outcome, erlangBeside(judged));
}

/** The charts of a built roster. */
export interface BuildingCharts {
  shifts: DrawnChart<'shifts'> | null;
  report: readonly DrawnChart[];
}

/**
 * Renders the page.
 * @returns a whole HTML document
 */
export function buildingPage(
  built: Building,
  { report: drawn, shifts }: BuildingCharts,
  { seed, teachRuns }: { seed: string; teachRuns: number },
  lang: Lang,
): string {
  const text = words(lang).rosterBuild;
  const { questions } = { questions: words(lang).report.charts };
  const { page } = text;
  const { name, summary } = built.scenario;
  const heading = page.heading({ name: summary || name });
  const { version } = manifest;
  const chart = (wanted: DrawnChart['name']) => {
    const found = drawn.find((one) => one.name === wanted);
    return found === undefined ? null : renderFigure(questions[wanted].question, found);
  };
  const shortfall = tellShortfall(built, lang);
  const paragraphs = [tellCost(built, lang), ...tellWishes(built, lang)];
  if (built.unfilled.length > 0) paragraphs.push(text.unfilled({ count: built.unfilled.length }));
  return renderPage({
    lang,
    version,
    title: heading,
    heading,
    madeBy: page.madeBy({
      version,
      seed,
      runs: formatNumber(lang, built.check?.runs ?? 0),
      teachRuns: formatNumber(lang, teachRuns),
    }),
    finding: tellFinding(built, lang),
    judgement: judgementOf(built),
    sections: [
      {
        id: 'shortfall',
        title: page.sections.shortfall,
        body: shortfall.length === 0 ? null : html`<ul>${shortfall.map((one) => html`<li>${one}</li>`)}</ul>`,
      },
      { id: 'verdict', title: page.sections.verdict, body: html`${paragraphs.map((one) => html`<p>${one}</p>`)}` },
      {
        id: 'staff',
        title: page.sections.staff,
        body: orNull([chart('staffing'), chart('promises'), chart('heat-map')]),
      },
      {
        id: 'shifts',
        title: page.sections.shifts,
        body: shifts === null ? null : renderFigure(text.chart.question, shifts),
      },
      { id: 'beside', title: page.sections.beside, body: besideTable(built, lang) },
      { id: 'rounds', title: page.sections.rounds, body: roundTable(built, lang) },
      {
        id: 'computed',
        title: page.sections.computed,
        body: html`<ul>${page.method.map((one) => html`<li>${one}</li>`)}</ul>`,
      },
    ],
  });
}

function orNull(parts: readonly (Markup | null)[]): Markup | null {
  return parts.every((part) => part === null) ? null : html`${parts}`;
}

/** What Erlang C's rosters would cost, beside the one built. */
function besideTable({ check, cost, ended, erlangC }: Building, lang: Lang): Markup | null {
  if (erlangC === null || erlangC.length === 0) return null;
  const { table } = words(lang).rosterBuild.page;
  const number = (value: number, decimals = 1) => formatNumber(lang, value, decimals);
  const share = (value: number | null) => (value === null ? '–' : formatPercent(lang, value, 1));
  const against = (other: number) =>
    `${other >= cost ? '+' : '−'}${formatPercent(lang, Math.abs(other / cost - 1), 1)}`;
  const rows = [
    [table.built, number(cost), '', share(check?.share?.value ?? null), ended === 'held' ? table.holds : table.doesNot],
    ...erlangC.map((one) => [
      table.erlangC({ busy: number(one.busy, 3) }),
      number(one.cost),
      against(one.cost),
      share(one.share),
      one.holds ? table.holds : table.doesNot,
    ]),
  ];
  return dataTable({
    caption: table.beside,
    head: [table.roster, table.cost, table.against, table.share, table.verdict],
    rows,
    textColumns: [4],
  });
}

function roundTable({ rounds }: Building, lang: Lang): Markup | null {
  if (rounds.length === 0) return null;
  const { table } = words(lang).rosterBuild.page;
  const share = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : formatPercent(lang, value, 1);
  return dataTable({
    caption: table.rounds,
    head: [table.round, table.cost, table.bound, table.taught, table.fresh],
    rows: rounds.map((round, i) => [
      formatNumber(lang, i + 1),
      formatNumber(lang, round.cost, 1),
      round.bound === null ? '–' : formatNumber(lang, round.bound, 1),
      share(round.share),
      share(round.check?.share?.value),
    ]),
  });
}
