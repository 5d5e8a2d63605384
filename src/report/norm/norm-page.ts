/** A norm statement as one page: the finding, the clauses, when and whom they harm, what cannot be tested, how it was computed. */
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber } from '../../words/format.ts';
import type { DrawnChart } from '../charts/draw-charts.ts';
import { html, type Markup } from '../html.ts';
import { renderFigure, renderPage } from '../page.ts';
import { dataTable } from '../table.ts';
import { sayCautions, showInterval, showShare, showTarget, showValue } from '../wording.ts';
import type { NormStatement, StatedClause } from './norm-statement.ts';
import { listHarmed, listWorst, overall, sayFinding, sayMethod, sayNote, showWouldHold } from './norm-wording.ts';
import { markOf } from './render-norm-text.ts';

/**
 * Renders the page.
 *
 * @param chart how far each clause is from its target; null where none is simulated
 * @returns a whole HTML document
 */
export function normPage(statement: NormStatement, chart: DrawnChart<string> | null, lang: Lang): string {
  const text = words(lang).norm;
  const { clauses, experiment, norm, scenario } = statement;
  const { runs, seed, version } = experiment;
  const title = text.title({ norm: norm.title[lang], name: scenario.summary || scenario.name });
  const judged = clauses.filter(({ judgement }) => judgement !== 'not-testable');
  return renderPage({
    lang,
    version,
    title,
    heading: title,
    madeBy: words(lang).report.page.madeBy({ version, runs: formatNumber(lang, runs), seed }),
    finding: sayFinding(statement, lang),
    judgement: overall(statement),
    sections: [
      {
        id: 'clauses',
        title: text.sections.clauses,
        body: html`${sayCautions(experiment, lang).map((sentence) => html`<p>${sentence}</p>`)}${chart === null ? null : renderFigure(text.chart.question, chart)}${clauseTable(judged, lang)}`,
      },
      { id: 'harmed', title: text.sections.harmed, body: harmedTable(judged, lang) },
      { id: 'untestable', title: text.sections.untestable, body: untestableTable(clauses, lang) },
      { id: 'computed', title: text.sections.computed, body: computed(statement, lang) },
    ],
  });
}

function clauseTable(clauses: readonly StatedClause[], lang: Lang): Markup | null {
  const { captions, head, judgements } = words(lang).norm;
  if (clauses.length === 0) return null;
  return dataTable({
    caption: captions.clauses,
    head: [head.clause, head.judgement, head.asks, head.value, head.interval, head.target, head.dayHolds, head.would],
    textColumns: [1, 2],
    rows: clauses.map((clause) => {
      const { claim, dayHolds, estimate } = clause.simulated ?? {};
      const figures =
        claim === undefined || estimate === undefined
          ? ['', '', '', '', '']
          : [
              showValue(claim, estimate.value, lang, 1),
              showInterval(claim, estimate, lang),
              `${claim.sense === 'at-least' ? '≥' : '≤'} ${showTarget(claim, lang)}`,
              dayHolds === null || dayHolds === undefined ? '' : showShare(dayHolds.value, lang),
              clause.simulated === null ? '' : showWouldHold(clause.simulated, lang),
            ];
      return [clause.id, `${markOf(clause)} ${judgements[clause.judgement]}`, clause.text[lang], ...figures];
    }),
    alarms: (row, column) => column === 1 && clauses[row].judgement === 'broken',
  });
}

function harmedTable(clauses: readonly StatedClause[], lang: Lang): Markup | null {
  const { by, captions, head, notTested } = words(lang).norm;
  const { semicolon } = words(lang).report;
  const rows = clauses.flatMap((clause) => {
    const { simulated } = clause;
    const bad = clause.judgement !== 'held';
    const remarks = [
      clause.by === 'simulation' ? undefined : by[clause.by],
      ...clause.notes.map((note) => sayNote(note, lang)),
      clause.notTested === null ? undefined : notTested({ what: clause.notTested[lang] }),
    ].filter((one) => one !== undefined);
    const hours = simulated === null ? '' : (listWorst(simulated, lang) ?? '');
    const harmed = simulated === null || !bad ? '' : (listHarmed(simulated, lang) ?? '');
    return hours === '' && harmed === '' && remarks.length === 0
      ? []
      : [[clause.id, hours, harmed, remarks.join(semicolon)]];
  });
  if (rows.length === 0) return null;
  return dataTable({
    caption: captions.harmed,
    head: [head.clause, head.hour, head.harmed, head.evidence],
    textColumns: [1, 2, 3],
    rows,
  });
}

function untestableTable(clauses: readonly StatedClause[], lang: Lang): Markup | null {
  const { captions, head } = words(lang).norm;
  const open = clauses.filter(({ judgement }) => judgement === 'not-testable');
  if (open.length === 0) return null;
  return dataTable({
    caption: captions.untestable,
    head: [head.clause, head.asks, head.why],
    textColumns: [1, 2],
    rows: open.map((clause) => [
      clause.id,
      clause.text[lang],
      clause.notes.map((note) => sayNote(note, lang)).join(words(lang).report.semicolon),
    ]),
  });
}

function computed(statement: NormStatement, lang: Lang): Markup {
  const { source } = words(lang).norm.head;
  const sources = [...new Set(statement.clauses.map((clause) => clause.source[lang]))];
  return html`<ul>${sayMethod(statement, lang).map((one) => html`<li>${one}</li>`)}<li>${source}${words(lang).report.colon}${words(lang).report.list(sources)}</li></ul>`;
}
