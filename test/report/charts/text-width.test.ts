import { describe, expect, it } from 'vitest';
import { cutText, textWidth, wrapText } from '../../../src/report/charts/text-width.ts';

describe('textWidth', () => {
  it('textWidth(text, size) counts a Chinese character as wide as the font is high', () => {
    expect(textWidth('接通率', 10)).toBe(30);
    expect(textWidth('', 10)).toBe(0);
    expect(textWidth('calls', 10)).toBeLessThan(30);
  });
});

describe('wrapText', () => {
  it('wrapText(text, size, width) breaks English at spaces and loses nothing', () => {
    const text = 'Answered within 10 s breaks from 08:00 to 13:00 and from 15:00 to 17:30';
    const lines = wrapText(text, 15, 300);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(textWidth(line, 15)).toBeLessThanOrEqual(300);
  });

  it('wrapText(text, size, width) breaks Chinese anywhere but before a stop or behind an opening bracket', () => {
    const text = '最差：已接通者平均等待（ASA），10:30，110 秒，承诺 30 秒';
    for (let width = 80; width < 400; width += 7) {
      const lines = wrapText(text, 15, width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const line of lines) expect(line).not.toMatch(/^[，。；：、）]|（$/);
    }
  });
});

describe('cutText', () => {
  it('cutText(text, size, width) leaves what fits and ends with an ellipsis what does not', () => {
    expect(cutText('short', 11, 200)).toBe('short');
    expect(cutText('a very long name of a shock', 11, 60)).toMatch(/^a very.*…$/);
  });
});
