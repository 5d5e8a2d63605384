/** A norm statement in a terminal: the finding, every clause with its judgement and its evidence, and what cannot be tested. */

import stringWidth from 'fast-string-width';
import pc from 'picocolors';
import { type Lang, words } from '../../words/dictionary.ts';
import { padText, type TerminalSetting } from '../render-text.ts';
import { marks, sayCautions } from '../wording.ts';
import { wrapLines } from '../wrap-lines.ts';
import type { NormStatement, StatedClause } from './norm-statement.ts';
import { overall, sayEvidence, sayFinding, sayNote, sayResult } from './norm-wording.ts';

/** The mark of a clause. */
export function markOf({ judgement }: StatedClause): string {
  return judgement === 'not-testable' ? marks['nothing-to-judge'] : marks[judgement];
}

/**
 * Renders the text.
 * @param setting colour is written only when asked for; `columns` at least 40, by default 80
 */
export function renderNormText(
  statement: NormStatement,
  lang: Lang,
  setting: TerminalSetting = { colour: false, columns: 80 },
): string {
  const colours = pc.createColors(setting.colour);
  const paint = (judgement: string, text: string) => {
    if (judgement === 'held') return colours.green(text);
    if (judgement === 'broken') return colours.red(text);
    return judgement === 'undecided' ? colours.yellow(text) : text;
  };
  const columns = Math.max(40, setting.columns);
  const whole = overall(statement);
  const { judgements } = words(lang).norm;
  const status = Math.max(...(['held', 'broken', 'undecided'] as const).map((one) => stringWidth(judgements[one])));
  const lines = wrapLines(`${marks[whole]} ${sayFinding(statement, lang)}`, columns, 2).map((line) =>
    colours.bold(paint(whole, line)),
  );
  lines.push(...sayCautions(statement.experiment, lang).flatMap((sentence) => wrapLines(`  ${sentence}`, columns, 2)));
  for (const clause of statement.clauses.filter(({ judgement }) => judgement !== 'not-testable')) {
    const { judgement } = clause;
    const head = `  ${markOf(clause)} ${padText(judgements[judgement], status)}  ${clause.id}${words(lang).report.colon}${clause.text[lang]}`;
    const indent = status + 6;
    const [first, ...rest] = wrapLines(head, columns, indent);
    const result = clause.simulated === null ? [] : [sayResult(clause.simulated, lang)];
    lines.push(
      '',
      paint(judgement, first),
      ...rest,
      ...[...result, ...sayEvidence(clause, lang)].flatMap((line) =>
        wrapLines(' '.repeat(indent) + line, columns, indent + 2),
      ),
    );
  }
  const open = statement.clauses.filter(({ judgement }) => judgement === 'not-testable');
  if (open.length > 0) lines.push('', `  ${words(lang).norm.sections.untestable}`);
  for (const clause of open) {
    const why = clause.notes.map((note) => sayNote(note, lang)).join(words(lang).report.semicolon);
    lines.push(...wrapLines(`  ${markOf(clause)} ${clause.id}${words(lang).report.colon}${why}`, columns, 6));
  }
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
