import { describe, expect, it } from 'vitest';
import { languageOf, words } from '../../src/words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../../src/words/format.ts';

/** Every entry of a dictionary as `topic.entry: type`. */
function shape(value: object, path = ''): string[] {
  return Object.entries(value).flatMap(([name, entry]) =>
    entry !== null && typeof entry === 'object' ? shape(entry, `${path}${name}.`) : [`${path}${name}: ${typeof entry}`],
  );
}

describe('words', () => {
  it('words(lang) has the same entries in both languages', () => {
    expect(shape(words('zh'))).toEqual(shape(words('en')));
    expect(words('zh').scenario.title).toBe('场景');
  });
});

describe('languageOf', () => {
  it('languageOf(locale) is Chinese for every Chinese locale and English for everything else', () => {
    expect(['zh', 'zh_CN.UTF-8', 'zh-Hans', 'ZH_TW', 'zh.GBK'].map(languageOf)).toEqual(['zh', 'zh', 'zh', 'zh', 'zh']);
    expect(['en_GB.UTF-8', 'C', 'de', 'zhx', '', undefined].map(languageOf)).toEqual(Array(6).fill('en'));
  });
});

describe('format', () => {
  it('formatNumber(lang, value) separates thousands and keeps the decimals asked for', () => {
    expect(formatNumber('en', 41257)).toBe('41,257');
    expect(formatNumber('zh', 1.005, 2)).toBe('1.01');
    expect(formatNumber('en', 2, 1)).toBe('2.0');
    expect(formatNumber('en', Number.POSITIVE_INFINITY)).toBe('∞');
  });

  it('formatPercent(lang, fraction) writes 84 % in English and 84% in Chinese', () => {
    expect(formatPercent('en', 0.8437)).toBe('84 %');
    expect(formatPercent('zh', 0.8437, 1)).toBe('84.4%');
  });

  it('formatDuration(lang, seconds) picks the unit people would use', () => {
    expect([0, 0.44, 12, 90, 119, 120, 200, 7199, 11520, 200_000].map((s) => formatDuration('en', s))).toEqual([
      '0 s',
      '0.4 s',
      '12 s',
      '90 s',
      '119 s',
      '2 min',
      '3.3 min',
      '120 min',
      '3.2 h',
      '2.3 d',
    ]);
    expect(formatDuration('zh', 11520)).toBe('3.2 小时');
    expect(formatDuration('zh', 12)).toBe('12 秒');
    expect(formatDuration('en', Number.POSITIVE_INFINITY)).toBe('∞');
  });

  it('formatNumber, formatPercent and formatDuration refuse NaN', () => {
    for (const format of [formatNumber, formatPercent, formatDuration]) {
      expect(() => format('en', Number.NaN)).toThrow(RangeError);
    }
  });
});
