/** A long run in a terminal: the finding, the promises, formula and simulation side by side, how it settled, what was held. */
import pc from 'picocolors';
import { type Lang, words } from '../../words/dictionary.ts';
import { labelledTableText } from '../labelled-table.ts';
import type { TerminalSetting } from '../render-text.ts';
import { marks, namePromise } from '../wording.ts';
import { wrapLines } from '../wrap-lines.ts';
import type { LongRunReport } from './long-run-report.ts';
import {
  groupFigures,
  sayFormulas,
  sayHeld,
  sayLongRun,
  saySettled,
  showPromised,
  workFigures,
} from './long-run-wording.ts';

/**
 * Renders the text.
 *
 * @param setting colour is written only when asked for; `columns` at least 40
 * @returns lines, the last one ended too
 */
export function renderLongRunText(report: LongRunReport, lang: Lang, setting: TerminalSetting): string {
  const { bold, green, red, yellow } = pc.createColors(setting.colour);
  const columns = Math.max(40, setting.columns);
  const { hour } = report;
  const { longRun: text, report: common } = words(lang);
  const paint = { held: green, broken: red, undecided: yellow, 'nothing-to-judge': (line: string) => line };
  const wrapped = (line: string, indent: number) => wrapLines(line, columns, indent);
  const { judgement } = hour.verdict;
  const lines = wrapped(`${marks[judgement]} ${sayLongRun(report, lang)}`, 2).map((line) =>
    bold(paint[judgement](line)),
  );
  lines.push('');
  for (const promise of hour.promises) {
    const { figure, interval, target } = showPromised(promise, lang);
    const claim = text.promise({
      claim: namePromise(hour, promise, lang),
      figure: `${figure}${common.bracket(interval)}`,
      target,
    });
    const head = `  ${marks[promise.judgement]} ${common.judgements[promise.judgement]}  `;
    const [first, ...rest] = wrapped(`${head}${claim}`, 4);
    lines.push(paint[promise.judgement](first), ...rest);
  }
  const tables = [...hour.work.map((_, work) => workFigures(report, work, lang)), groupFigures(report, lang)];
  for (const table of tables) if (table !== null && table.rows.length > 0) lines.push('', labelledTableText(table));
  const section = (title: string, sentences: readonly string[]) => {
    if (sentences.length > 0) lines.push('', title, ...sentences.flatMap((one) => wrapped(`  · ${one}`, 4)));
  };
  section(text.sections.settling, saySettled(report, lang));
  section(text.sections.held, [text.held, ...sayHeld(report, lang)]);
  section(common.differences.title, sayFormulas(report, lang));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
