/** An explanation in a terminal: the finding, what would mend it, then the parts with bars. */

import stringWidth from 'fast-string-width';
import pc from 'picocolors';
import { type Lang, words } from '../../words/dictionary.ts';
import { padText, type TerminalSetting } from '../render-text.ts';
import type { Report } from '../report.ts';
import { marks, nameEnds, namePromise, sayCautions } from '../wording.ts';
import { wrapLines } from '../wrap-lines.ts';
import type { WhyPromise, WhyReport, WhySplit } from './why-report.ts';
import { judgeWhy, listCauses, nameFactor, sayFinding, sayMend, showPart, showSize } from './why-wording.ts';

/** Columns that the longest bars to both sides of the axis take together. */
const barWidth = 24;
/** Red intervals that are listed one by one; of more, the worst. */
const mostIntervals = 12;

/**
 * Renders the text.
 *
 * @param report of the scenario as it is
 * @param setting colour is written only when asked for; `columns` at least 40, by default 80
 */
export function renderWhyText(
  report: Report,
  why: WhyReport,
  lang: Lang,
  setting: TerminalSetting = { colour: false, columns: 80 },
): string {
  const { bold, green, red, yellow } = pc.createColors(setting.colour);
  const columns = Math.max(40, setting.columns);
  const broken = why.promises.length > 0;
  const judgement = judgeWhy(report, why);
  const paint = broken ? red : judgement === 'held' ? green : yellow;
  const mark = marks[judgement];
  const lines = wrapLines(`${mark} ${sayFinding(report, why, lang)}`, columns, 2).map((line) => bold(paint(line)));
  if (broken) lines.push('', ...wrapLines(`→ ${sayMend(report, why, lang)}`, columns, 2).map((line) => bold(line)));
  const cautions = sayCautions(report.experiment, lang);
  if (cautions.length > 0) lines.push('', ...cautions.flatMap((sentence) => wrapLines(`  ${sentence}`, columns, 2)));
  for (const promise of why.promises) lines.push('', ...promiseLines(report, promise, lang, columns, { green, red }));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

type Paint = Record<'green' | 'red', (text: string) => string>;

function promiseLines(report: Report, promise: WhyPromise, lang: Lang, columns: number, paint: Paint): string[] {
  const { colon } = words(lang).report;
  const text = words(lang).why;
  const name = namePromise(report, report.promises[promise.promise], lang);
  if (promise.whole === null) return [`  ${name}`];
  const miss = showSize(promise, promise.whole.miss.value, lang, 1);
  const worst = [...promise.intervals].sort((a, b) => b.miss.value - a.miss.value).slice(0, mostIntervals);
  const rows = promise.intervals.filter((one) => worst.includes(one));
  return [
    ...wrapLines(`  ${name}${colon}${text.table.miss} ${miss}`, columns, 4),
    ...partLines(promise, promise.whole, lang, paint),
    ...rows.flatMap((one) =>
      wrapLines(
        `    ${text.interval({
          ...nameEnds(report, { from: one.start, to: one.end }, lang),
          miss: showSize(promise, one.miss.value, lang),
          causes: listCauses(promise, one, lang),
        })}`,
        columns,
        6,
      ),
    ),
  ];
}

function partLines(promise: WhyPromise, split: WhySplit, lang: Lang, { green, red }: Paint): string[] {
  const values = split.parts.map(({ estimate }) => estimate.value);
  const most = Math.max(0, ...values);
  const least = Math.max(0, ...values.map((value) => -value));
  const cellsOf = (value: number) => Math.round((value / Math.max(most + least, 1e-12)) * barWidth);
  const names = split.parts.map(({ factor }) => nameFactor(factor, lang));
  const figures = split.parts.map(({ estimate }) => showPart(promise, estimate, lang));
  const nameWidth = Math.max(...names.map((one) => stringWidth(one)));
  const figureWidth = Math.max(...figures.map((one) => one.length));
  return split.parts.map(({ estimate }, i) => {
    // What makes the miss greater goes to the right of the axis, what makes it smaller to the left.
    const cells = cellsOf(estimate.value);
    const left = cells < 0 ? '█'.repeat(-cells) : '';
    const bar = `${' '.repeat(cellsOf(least) - left.length)}${green(left)}│${red('█'.repeat(Math.max(0, cells)))}`;
    return `    ${padText(names[i], nameWidth)}  ${figures[i].padStart(figureWidth)}  ${bar}`;
  });
}
