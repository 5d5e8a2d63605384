/** How wide a text is in a chart, without a screen: an estimate on the safe side, so that lines break and labels fit anywhere. */

const wide =
  /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;
const narrow = /[ijlrtfI.,:;'’|!()[\]-]/;
const broad = /[mwMW%@–—]/;

/**
 * Estimated width of a text.
 * @param text any text, one line
 * @param size font size, pixels
 * @returns pixels; for bold text add a tenth
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    if (wide.test(character)) width += 1;
    else if (narrow.test(character)) width += 0.35;
    else if (broad.test(character)) width += 0.9;
    else if (character === ' ') width += 0.28;
    else width += /[A-Z]/.test(character) ? 0.7 : 0.57;
  }
  return width * size;
}

/** Pieces between which a line may break: words with their space, Chinese characters with the brackets and stops around them. */
const pieces =
  /[（“《]*(?:[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60“”]+)[，。；：、）”》！？]*\s*|\s+/gu;

/**
 * Breaks a text into lines; Chinese may break anywhere but before punctuation, other text at spaces.
 * @param text any text
 * @param size font size, pixels
 * @param width greatest width of a line, pixels
 */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(pieces) ?? []) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** A text cut to a width, with an ellipsis where it was cut. */
export function cutText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
