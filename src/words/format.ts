/** Numbers as people read them, the same everywhere: `41,257`, `84 %`, `12 s`, `3.2 h`, and their Chinese forms. */
import type { Lang } from './dictionary.ts';

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(lang: Lang, fewest: number, most: number): Intl.NumberFormat {
  const name = `${lang} ${fewest} ${most}`;
  let found = formatters.get(name);
  if (found === undefined) {
    found = new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en-US', {
      minimumFractionDigits: fewest,
      maximumFractionDigits: most,
    });
    formatters.set(name, found);
  }
  return found;
}

function refuseNaN(name: string, value: number): void {
  if (Number.isNaN(value)) throw new RangeError(`${name}: expected a number, got NaN`);
}

/**
 * A number with thousands separated and a fixed number of decimals.
 * @param lang the reader's language
 * @param value any number but NaN; infinity is `∞`
 * @param decimals digits after the point, 0–20
 * @throws RangeError when `value` is NaN
 * @example formatNumber('en', 41257) // '41,257'
 */
export function formatNumber(lang: Lang, value: number, decimals = 0): string {
  refuseNaN('value', value);
  return formatter(lang, decimals, decimals).format(value);
}

/**
 * A number to so many digits that count, and no zeros after them.
 * @param lang the reader's language
 * @param digits 1–17
 * @throws RangeError when `value` is NaN
 * @example formatDigits('en', 16_666.7, 3) // '16,700'
 * @example formatDigits('en', 0.0001234, 2) // '0.00012'
 */
export function formatDigits(lang: Lang, value: number, digits: number): string {
  refuseNaN('value', value);
  const rounded = Number(value.toPrecision(digits));
  const decimals = rounded === 0 ? 0 : digits - 1 - Math.floor(Math.log10(Math.abs(rounded)));
  return formatter(lang, 0, Math.min(20, Math.max(0, decimals))).format(rounded);
}

/**
 * A fraction as a percentage.
 * @param lang the reader's language
 * @param fraction 1 is 100 %
 * @param decimals digits after the point, 0–20
 * @throws RangeError when `fraction` is NaN
 * @example formatPercent('en', 0.8437) // '84 %'
 * @example formatPercent('zh', 0.8437, 1) // '84.4%'
 */
export function formatPercent(lang: Lang, fraction: number, decimals = 0): string {
  refuseNaN('fraction', fraction);
  const number = formatter(lang, decimals, decimals).format(fraction * 100);
  return lang === 'zh' ? `${number}%` : `${number} %`;
}

/** Units from the largest; a unit is used from two of it on (two minutes, two hours, two days). */
const units = [
  { seconds: 86_400, en: 'd', zh: '天' },
  { seconds: 3600, en: 'h', zh: '小时' },
  { seconds: 60, en: 'min', zh: '分钟' },
] as const;

/**
 * A length of time in the unit people would use: seconds below two minutes, minutes below two hours, hours below two
 * days; one decimal at most, and none from 10 on.
 * @param lang the reader's language
 * @param seconds any length but NaN; infinity is `∞`
 * @throws RangeError when `seconds` is NaN
 * @example formatDuration('en', 12) // '12 s'
 * @example formatDuration('zh', 11520) // '3.2 小时'
 */
export function formatDuration(lang: Lang, seconds: number): string {
  refuseNaN('seconds', seconds);
  if (!Number.isFinite(seconds)) return seconds < 0 ? '-∞' : '∞';
  const unit = units.find((one) => Math.abs(seconds) >= 2 * one.seconds) ?? { seconds: 1, en: 's', zh: '秒' };
  const amount = seconds / unit.seconds;
  return `${formatter(lang, 0, Math.abs(amount) < 10 ? 1 : 0).format(amount)} ${unit[lang]}`;
}
