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

/**
 * A date: `2026-03-02`, `2026/3/2`, `2026.3.2`, `20260302`, `2026年3月2日`, each with or without a weekday behind it; or the
 * name of a weekday.
 *
 * @returns `ambiguous` when day and month come first, whose order differs between countries; undefined when it is no date
 * @example readDay('2026年3月2日') // { date: '2026-03-02' }
 */
export function readDay(text: string): DaySpec | 'ambiguous' | undefined {
  const plain = text.trim();
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s(（].*)?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (match !== null) return toDate(Number(match[1]), Number(match[2]), Number(match[3]));
  if (/^\d{1,2}[-/.]\d{1,2}[-/.](\d{2}|\d{4})$/.test(plain)) return 'ambiguous';
  const weekday = weekdays.findIndex((names) => names.includes(plain.toLowerCase().replace(/\.$/, '')));
  return weekday === -1 ? undefined : { weekday: weekday + 1 };
}

function toDate(year: number, month: number, day: number): DaySpec | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? { date: date.toISOString().slice(0, 10) } : undefined;
}

/**
 * A time of day in minutes from midnight: `8:00`, `08:00:00`, `0800`, `8.30`, `8:00 PM`, `下午2:00`, `24:00`; hours of the day after
 * may be counted on (`26:00`) or marked (`次日02:00`, `+1 02:00`).
 *
 * @returns undefined when it is no time
 * @example readTime('24:00') // 1440
 * @example readTime('次日02:00') // 1560
 */
export function readTime(text: string): number | undefined {
  const plain = text.trim().replaceAll('：', ':');
  const match =
    /^(次日|翌日|\+1\s*)?(上午|下午|晚上)?\s*(\d{1,2})(?::|\.|点|时)(\d{2})?分?(?::(\d{2}))?\s*([AaPp][Mm])?$/.exec(
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
  if ((part === '下午' || part === '晚上') && hours < 12) hours += 12;
  if (next) hours += 24;
  if (minutes >= 60 || hours * 60 + minutes > 48 * 60) return undefined;
  return hours * 60 + minutes;
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
