/** Lines for a terminal. */
import stringWidth from 'string-width';

/** Breaks a text into lines of at most `columns` columns, all but the first indented; Chinese may break anywhere. */
export function wrapLines(text: string, columns: number, indent: number): string[] {
  const pieces = text.match(/[（“]*(?:[⺀-鿿豈-﫿！-｠]|[^\s⺀-鿿豈-﫿！-｠]+)[，。；：、）”！？]*|\s+/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line.trim() !== '' && stringWidth(line + piece.trimEnd()) > columns) {
      lines.push(line);
      line = ' '.repeat(indent) + piece.trimStart();
    } else line += piece;
  }
  return [...lines, line];
}
