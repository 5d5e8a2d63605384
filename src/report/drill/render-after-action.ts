/** The after-action report as a page, as Markdown, and as the few lines that a terminal shows. */
import stringWidth from 'fast-string-width';
import { type Lang, words } from '../../words/dictionary.ts';
import type { DrawnChart } from '../charts/draw-charts.ts';
import { html, type Markup } from '../html.ts';
import { renderFigure, renderPage } from '../page.ts';
import { dataTable } from '../table.ts';
import { nameClock } from '../wording.ts';
import type { AfterAction } from './drill-schemas.ts';
import { say, sayDecision, sayFinding, sayReason, showObjective } from './say-drill.ts';
import { type Block, sectionsOf } from './sections.ts';

function headingOf(report: AfterAction, lang: Lang): string {
  return words(lang).drill.heading(say(report.drill.summary, lang) || report.drill.name);
}

function madeBy({ log }: AfterAction, lang: Lang): string {
  const { live, plan, run, seed, version } = log;
  return words(lang).drill.madeBy({ version, seed, run: `${run}`, plan, live });
}

/**
 * Renders the page.
 * @param chart of the exercise
 * @returns a whole HTML document
 */
export function renderAfterActionHtml(report: AfterAction, chart: DrawnChart<string>, lang: Lang): string {
  const rated = report.objectives.map(({ rating }) => rating);
  const good = rated.every((rating) => rating === 'P' || rating === 'S');
  return renderPage({
    lang,
    version: report.log.version,
    title: headingOf(report, lang),
    heading: headingOf(report, lang),
    madeBy: madeBy(report, lang),
    finding: sayFinding(report, lang),
    judgement: rated.length === 0 ? null : good ? 'held' : 'broken',
    sections: sectionsOf(report, lang).map(({ blocks, id, title }) => ({
      id,
      title,
      body: html`${blocks.map((block) => renderBlock(block, chart, lang))}`,
    })),
  });
}

function renderBlock(block: Block, chart: DrawnChart<string>, lang: Lang): Markup {
  switch (block.kind) {
    case 'text':
      return html`<p>${block.text}</p>`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>`;
    case 'facts':
      return html`<dl>${block.facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
    case 'table':
      return dataTable(block);
    case 'chart':
      return renderFigure(words(lang).drill.chart.question, chart);
  }
}

/**
 * Renders the report as Markdown, to be edited and filed.
 * @param chartFile where the chart lies, relative to it
 */
export function renderAfterActionMarkdown(report: AfterAction, chartFile: string, lang: Lang): string {
  const parts = [
    `# ${headingOf(report, lang)}`,
    madeBy(report, lang),
    `**${sayFinding(report, lang)}**`,
    ...sectionsOf(report, lang).flatMap(({ blocks, title }) => [
      `## ${title}`,
      ...blocks.map((block) => markBlock(block, chartFile, lang)),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What means something to Markdown, taken as it is. */
function plain(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replace(/[|*_<>`[\]]/g, '\\$&')
    .replaceAll('\n', ' ');
}

function markBlock(block: Block, chartFile: string, lang: Lang): string {
  switch (block.kind) {
    case 'text':
      return plain(block.text);
    case 'list':
      return block.items.map((item) => `- ${plain(item)}`).join('\n');
    case 'facts':
      return markTable(['', ''], block.facts);
    case 'table':
      return `**${plain(block.caption)}**\n\n${markTable(block.head, block.rows)}`;
    case 'chart':
      return `![${plain(words(lang).drill.chart.question)}](${chartFile})`;
  }
}

function markTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

/** Renders what a terminal shows: the finding, the decisions, the objectives. */
export function renderAfterActionText(report: AfterAction, lang: Lang): string {
  const { table } = words(lang).drill;
  const rows = report.decisions.map(({ at, because }, i) => [
    nameClock(report, at, lang),
    sayDecision(report, i, lang),
    sayReason(because, lang),
  ]);
  const objectives = report.objectives.map((objective) => {
    const { reached, target } = showObjective(report, objective, lang);
    return [objective.rating, say(objective.text, lang), `${reached} (${table.target} ${target})`];
  });
  const parts = [inColumns(rows), inColumns(objectives), hindsightText(report, lang)].filter(
    ({ length }) => length > 0,
  );
  return [headingOf(report, lang), sayFinding(report, lang), ...parts.flatMap((lines) => ['', ...lines])].join('\n');
}

/** What looking back says, and what each decision was worth. */
function hindsightText(report: AfterAction, lang: Lang): string[] {
  const { decisionsWorth } = words(lang).drill.captions;
  const blocks = sectionsOf(report, lang).find(({ id }) => id === 'hindsight')?.blocks ?? [];
  return blocks.flatMap((block) => {
    if (block.kind === 'text') return [block.text];
    if (block.kind !== 'table' || block.caption !== decisionsWorth) return [];
    const rows = [block.head, ...block.rows].map((row) => row.map((cell) => cell.replaceAll('\n', ' ')));
    return ['', decisionsWorth, ...inColumns(rows)];
  });
}

/** Rows with their cells under one another. */
export function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => stringWidth(row[i]))));
  return rows.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat(widths[i] - stringWidth(cell)))
      .join('  ')
      .trimEnd(),
  );
}
