/** What texts for a terminal share: broken lines, and bars a character wide. */
import stringWidth from 'string-width';

const bars = '▁▂▃▄▅▆▇█';

/** The bar of a share: the lowest for 0, the highest for 1. */
export function sparkBar(share: number): string {
  return bars[Math.max(0, Math.min(bars.length - 1, Math.floor(share * bars.length)))];
}

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
