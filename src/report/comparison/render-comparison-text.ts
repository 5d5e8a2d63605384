/** A comparison in a terminal: the finding, then a block per plan with a line per promise, the best plan first. */
import pc from 'picocolors';
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber } from '../../words/format.ts';
import type { TerminalSetting } from '../render-text.ts';
import { nameRanges, sayCautions, sayFurtherRuns, showTarget } from '../wording.ts';
import { wrapLines } from '../wrap-lines.ts';
import type { ComparisonReport, ReportDifference, ReportPlan } from './comparison-report.ts';
import {
  aspectsOf,
  differenceMarks,
  differenceOf,
  differenceRanges,
  nameAspect,
  rankPlans,
  sayCustomers,
  sayFinding,
  showDifference,
  showEstimate,
  showFigure,
  showHours,
  unitOf,
} from './wording.ts';

/** Beyond so many plans only the criterion is printed, and beyond the second number the page has the others. */
const mostInFull = 8;
const mostPlans = 30;

/**
 * Renders the text.
 *
 * @param report what to show
 * @param lang the reader's language
 * @param setting colour is written only when asked for; `columns` at least 40
 * @returns lines, the last one ended too
 */
export function renderComparisonText(report: ComparisonReport, lang: Lang, setting: TerminalSetting): string {
  const columns = Math.max(40, setting.columns);
  const { bold } = pc.createColors(setting.colour);
  const order = rankPlans(report);
  const aspects = order.length > mostInFull ? [report.verdict.criterion] : aspectsOf(report);
  const lines = wrapLines(sayFinding(report, lang), columns, 2).map((line) => bold(line));
  lines.push(...sayCautions(report.experiment, lang).flatMap((sentence) => wrapLines(`  ${sentence}`, columns, 2)));
  for (const plan of order.slice(0, mostPlans)) {
    lines.push('', ...planLines(report, report.plans[plan], aspects, lang, { ...setting, columns }));
  }
  if (order.length > mostPlans) {
    lines.push('', `  ${words(lang).compare.lines.more({ count: formatNumber(lang, order.length - mostPlans) })}`);
  }
  lines.push('', ...sayCustomers(report, lang).flatMap((sentence) => wrapLines(`  ${sentence}`, columns, 2)));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function planLines(
  report: ComparisonReport,
  plan: ReportPlan,
  aspects: readonly (number | null)[],
  lang: Lang,
  { colour, columns }: TerminalSetting,
): string[] {
  const { bold } = pc.createColors(colour);
  const text = words(lang).report;
  const { lines: say, first } = words(lang).compare;
  const isFirst = plan === report.plans[0];
  const more = plan.scheduledHours - report.plans[0].scheduledHours;
  const hours = showHours(plan.scheduledHours, lang);
  const staffed =
    Math.abs(more) < 0.05
      ? say.hours({ hours })
      : say.hoursOver({ hours, difference: showDifference('count', more, lang) });
  const head = `${bold(plan.name)}${isFirst ? text.bracket(first) : ''}${text.colon}${staffed}`;
  const rows = aspects.flatMap((aspect) => {
    const figure = `${nameAspect(report, aspect, lang)}${text.colon}${showFigure(report, plan, aspect, lang)}`;
    if (isFirst) return wrapLines(`  ${figure}${promised(report, aspect, lang)}`, columns, 4);
    const difference = differenceOf(plan, aspect);
    if (difference === undefined) return [];
    return differenceLines(report, plan, figure, difference, lang, { colour, columns });
  });
  return [head, ...rows];
}

function promised(report: ComparisonReport, aspect: number | null, lang: Lang): string {
  if (aspect === null) return '';
  const text = words(lang).report;
  const promise = report.promises[aspect];
  const values = { promised: text.promised[promise.sense], target: showTarget(promise, lang) };
  return `${text.semicolon}${words(lang).compare.lines.promised(values)}`;
}

function differenceLines(
  report: ComparisonReport,
  plan: ReportPlan,
  figure: string,
  difference: ReportDifference,
  lang: Lang,
  { colour, columns }: TerminalSetting,
): string[] {
  const text = words(lang);
  const { lines: say, judgements } = text.compare;
  const { estimate, judgement } = difference;
  const unit = unitOf(report, difference.promise);
  const mark = `${differenceMarks[judgement]} ${judgements[judgement]}`;
  const size =
    judgement === 'identical'
      ? say.identicalIn({ runs: formatNumber(lang, plan.runs) })
      : estimate === null
        ? null
        : showEstimate(unit, estimate, lang);
  const value = size === null ? '' : `${text.report.semicolon}${size}`;
  const more: string[] = [];
  for (const [side, sentence] of [
    ['better', say.betterIn],
    ['worse', say.worseIn],
  ] as const) {
    const ranges = differenceRanges(report, difference, side);
    if (ranges.length > 0) more.push(sentence({ ranges: nameRanges(report, ranges, lang, 3) }));
  }
  const { furtherRuns } = difference;
  if (furtherRuns > 0) more.push(sayFurtherRuns(furtherRuns, report.experiment, lang));
  const [top, ...rest] = wrapLines(`  ${mark}  ${figure}${value}`, columns, 4);
  return [paint(judgement, top, colour), ...rest, ...more.flatMap((line) => wrapLines(`    ${line}`, columns, 4))];
}

function paint(judgement: ReportDifference['judgement'], line: string, colour: boolean): string {
  const { green, red, yellow } = pc.createColors(colour);
  if (judgement === 'better') return green(line);
  if (judgement === 'worse') return red(line);
  return judgement === 'undecided' ? yellow(line) : line;
}
