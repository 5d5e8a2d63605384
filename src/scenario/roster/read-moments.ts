/** Reading dates and times of day as planners and spreadsheets write them. */

/** What a cell says about the day: one date, every one of a weekday (1 = Monday … 7 = Sunday). */
export type DaySpec = { date: string } | { weekday: number };

const weekdays: readonly (readonly string[])[] = [
  ['monday', 'mon', '星期一', '周一', '礼拜一'],
  ['tuesday', 'tue', 'tues', '星期二', '周二', '礼拜二'],
  ['wednesday', 'wed', '星期三', '周三', '礼拜三'],
  ['thursday', 'thu', 'thur', 'thurs', '星期四', '周四', '礼拜四'],
  ['friday', 'fri', '星期五', '周五', '礼拜五'],
  ['saturday', 'sat', '星期六', '周六', '礼拜六'],
  ['sunday', 'sun', '星期日', '周日', '星期天', '周天', '礼拜天'],
];

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const dayBeforeMonth = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${monthName}(?:[\\s,-]+(\\d{4}|\\d{2}))?$`);
const monthBeforeDay = new RegExp(`^${monthName}[\\s-]+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?$`);

/**
 * A date: `2026-03-02`, `2026/3/2`, `2026.3.2`, `20260302`, `2026年3月2日`, `2 March 2026`, `Mar 2, 2026`, each with or without a
 * weekday; without a year `3月2日`, `2 Mar`; or the name of a weekday.
 *
 * @param around ISO date near which dates without a year lie; left out, such a date is none
 * @returns `ambiguous` when day and month are numbers without the year first: their order differs between countries; undefined when
 * it is no date
 * @example readDay('2026年3月2日') // { date: '2026-03-02' }
 * @example readDay('Fri 2 Jan', '2025-12-29') // { date: '2026-01-02' }
 */
export function readDay(text: string, around?: string): DaySpec | 'ambiguous' | undefined {
  const written = text.trim();
  const weekday = weekdayNamed(written);
  if (weekday !== undefined) return { weekday };
  const plain = withoutWeekday(written);
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?:[T\s(（].*)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (match !== null) return toDate(Number(match[1]), Number(match[2]), Number(match[3]));
  const chinese = /^(\d{1,2})月(\d{1,2})[日号]?$/.exec(plain);
  if (chinese !== null) return dateNear(Number(chinese[1]), Number(chinese[2]), around);
  if (/^\d{1,2}[-/.]\d{1,2}[-/.](\d{2}|\d{4})$/.test(plain) || /^\d{1,2}\/\d{1,2}$/.test(plain)) return 'ambiguous';
  const lower = plain.toLowerCase();
  const dayFirst = dayBeforeMonth.exec(lower);
  if (dayFirst !== null) return namedDate(dayFirst[1], dayFirst[2], dayFirst[3], around);
  const monthFirst = monthBeforeDay.exec(lower);
  return monthFirst === null ? undefined : namedDate(monthFirst[2], monthFirst[1], monthFirst[3], around);
}

function weekdayNamed(text: string): number | undefined {
  const weekday = weekdays.findIndex((names) => names.includes(text.toLowerCase().replace(/\.$/, '')));
  return weekday === -1 ? undefined : weekday + 1;
}

/** A date without the weekday that stands before or behind it. */
function withoutWeekday(text: string): string {
  const before = /^([a-z]+\.?|(?:周|星期|礼拜).)[\s,，]*(?=\d|[a-z])(.+)$/i.exec(text);
  if (before !== null && weekdayNamed(before[1]) !== undefined) return before[2];
  const behind = /^(.*\S)[\s,，]*[(（]?([a-z]+\.?|(?:周|星期|礼拜).)[)）]?$/i.exec(text);
  if (behind !== null && weekdayNamed(behind[2]) !== undefined) return behind[1].replace(/[\s,，(（]+$/, '');
  return text.replace(/[(（][一二三四五六日天][)）]$/, '').trim();
}

function namedDate(day: string, month: string, year: string | undefined, around: string | undefined) {
  const number = months.indexOf(month) + 1;
  if (year === undefined) return dateNear(number, Number(day), around);
  return toDate(Number(year.length === 2 ? `20${year}` : year), number, Number(day));
}

/** The date of a month and day that is nearest to another date. */
function dateNear(month: number, day: number, around: string | undefined): DaySpec | undefined {
  if (around === undefined) return undefined;
  const year = Number(around.slice(0, 4));
  const distance = ({ date }: { date: string }) => Math.abs(Date.parse(date) - Date.parse(around));
  return [year - 1, year, year + 1]
    .flatMap((one) => toDate(one, month, day) ?? [])
    .sort((a, b) => distance(a) - distance(b))[0];
}

/**
 * The dates of days of a month, in order; where they begin again the next month does.
 *
 * @param numbers days from 1 on
 * @param month `2026-03`
 * @returns by day its date; null where the month has no such day
 */
export function daysOfMonth(numbers: readonly number[], month: string): (string | null)[] {
  let [year, of] = month.split('-').map(Number);
  let before = 0;
  return numbers.map((day) => {
    if (day < before) [year, of] = of === 12 ? [year + 1, 1] : [year, of + 1];
    before = day;
    return toDate(year, of, day)?.date ?? null;
  });
}

/**
 * The month that a title names: `2026年3月`, `2026-03`, `March 2026`.
 * @returns `2026-03`; undefined when it names none
 */
export function readMonth(text: string): string | undefined {
  const numbers = /(\d{4})\s*[-/.年]\s*(\d{1,2})(?!\d)/.exec(text);
  const names = new RegExp(`\\b${monthName}\\s+(\\d{4})\\b`).exec(text.toLowerCase());
  const [year, month] =
    numbers !== null
      ? [Number(numbers[1]), Number(numbers[2])]
      : names !== null
        ? [Number(names[2]), months.indexOf(names[1]) + 1]
        : [0, 0];
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : undefined;
}

function toDate(year: number, month: number, day: number): { date: string } | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? { date: date.toISOString().slice(0, 10) } : undefined;
}

/**
 * A time of day in minutes from midnight: `8:00`, `08:00:00`, `0800`, `8.30`, `8:00 PM`, `下午2:00`, `晚上12:00`, `24:00`; hours of the day after
 * may be counted on (`26:00`) or marked (`次日02:00`, `+1 02:00`).
 *
 * @returns undefined when it is no time
 * @example readTime('24:00') // 1440
 * @example readTime('次日02:00') // 1560
 */
export function readTime(text: string): number | undefined {
  const plain = text.trim().replaceAll('：', ':');
  const match =
    /^(次日|翌日|\+1\s*)?(凌晨|早上|上午|中午|下午|晚上|夜里|午夜)?\s*(\d{1,2})(?::|\.|点|时)(\d{2})?分?(?::(\d{2}))?\s*([AaPp][Mm])?$/.exec(
      plain,
    ) ??
    /^()()(\d{2})(\d{2})()()$/.exec(plain) ??
    /^()()(\d{1,2})()()\s*([AaPp][Mm])$/.exec(plain);
  if (match === null) return undefined;
  const [, next, part, hourText, minuteText, secondText, half] = match;
  let hours = Number(hourText);
  const minutes = Number(minuteText || 0) + Number(secondText || 0) / 60;
  if (half && (hours < 1 || hours > 12)) return undefined;
  if (half) hours = (hours % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  if (part !== undefined && hours <= 12) hours = hourOfPart(part, hours);
  if (next) hours += 24;
  if (minutes >= 60 || hours * 60 + minutes > 48 * 60) return undefined;
  return hours * 60 + minutes;
}

/** The hour of a part of the day: 晚上12 ends the day, 晚上1 is after midnight. */
function hourOfPart(part: string, hour: number): number {
  if (part === '凌晨') return hour % 12;
  if (part === '下午') return (hour % 12) + 12;
  if (part === '中午') return hour < 10 ? hour + 12 : hour;
  if (part === '晚上' || part === '夜里' || part === '午夜')
    return hour < 5 || hour === 12 ? (hour % 12) + 24 : hour + 12;
  return hour;
}

/**
 * A range of times, `08:00-17:00` or `22:00~06:00`; an end not after its start lies on the next day, and `00:00` as an end is
 * midnight after.
 *
 * @returns minutes from midnight; undefined when it is no range or an empty one
 * @example readRange('22:00-06:00') // { from: 1320, to: 1800 }
 */
export function readRange(text: string): { from: number; to: number } | undefined {
  const parts = text.trim().split(/\s*(?:-|–|—|~|～|至|到|to)\s*/);
  if (parts.length !== 2) return undefined;
  const from = readTime(parts[0]);
  const to = readTime(parts[1]);
  if (from === undefined || to === undefined || from === to) return undefined;
  return { from, to: to < from ? to + 1440 : to };
}

/**
 * Several ranges in one cell, separated by `|`, `;`, `,`, `/`, line breaks or `+`.
 * @returns undefined when any of them is no range
 */
export function readRanges(text: string): { from: number; to: number }[] | undefined {
  const ranges = text
    .split(/[|;；,，、/\n+]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readRange);
  return ranges.every((range) => range !== undefined) && ranges.length > 0 ? ranges : undefined;
}

/**
 * A date and a time in one cell: `2026-03-02 08:00`, `2026-03-02T08:00:00+08:00`, `…Z`.
 * @returns a local time, or seconds since 1970 when the text names its offset; undefined when it is neither
 */
export function readMoment(text: string): { date: string; minutes: number } | { epoch: number } | undefined {
  const plain = text.trim();
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/.test(plain)) {
    const milliseconds = Date.parse(plain.replace(' ', 'T'));
    return Number.isNaN(milliseconds) ? undefined : { epoch: milliseconds / 1000 };
  }
  const match = /^(\S+?)(?:T|\s+)(\d.*)$/.exec(plain);
  if (match === null) return undefined;
  const day = readDay(match[1]);
  const minutes = readTime(match[2].replace(/\.\d+$/, ''));
  return day === undefined || day === 'ambiguous' || 'weekday' in day || minutes === undefined
    ? undefined
    : { date: day.date, minutes };
}
