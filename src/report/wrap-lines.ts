/** Lines for a terminal. */
import stringWidth from 'fast-string-width';

/** Chinese letters and marks: lines break between any two of them. */
const chinese = '⺀-鿿豈-﫿！-｠';
const letter = `[^\\s${chinese}]`;
/** What stays together: a Chinese letter, a number with its unit, a word, each with the marks about it; or space. */
const piece = new RegExp(
  `[（“]*(?:[${chinese}]|${letter}*\\d (?:%|s|min|h)(?!\\w)${letter}*|${letter}+)[，。；：、）”！？]*|\\s+`,
  'gu',
);

/** Breaks a text into lines of at most `columns` columns, all but the first indented; Chinese may break anywhere. */
export function wrapLines(text: string, columns: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(piece) ?? []) {
    if (line.trim() !== '' && stringWidth(line + part.trimEnd()) > columns) {
      lines.push(line);
      line = ' '.repeat(indent) + part.trimStart();
    } else line += part;
  }
  return [...lines, line];
}
