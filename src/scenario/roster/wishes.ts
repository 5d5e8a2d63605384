/** What people would rather: a weekday or a date off, early or late shifts. Wishes bind nobody; what they weigh is stated. */
import { weekdayOf } from './roster-clock.ts';

/** One wish. */
export type Wish =
  | { wish: 'early' }
  | { wish: 'late' }
  /** ISO weekday, 1 = Monday. */
  | { wish: 'off'; weekday: number }
  | { wish: 'off'; date: string };

/** The shift that a wish is held against: its weekday, its date, and minutes from midnight of that day. */
export interface WishedShift {
  date: string;
  startMinute: number;
  endMinute: number;
}

/** An early shift ends by then, a late one begins no earlier, minutes from midnight. */
export const earlyEnd = 18 * 60;
export const lateStart = 11 * 60;

const words: Readonly<Record<string, Wish>> = {
  early: { wish: 'early' },
  早班: { wish: 'early' },
  late: { wish: 'late' },
  晚班: { wish: 'late' },
};
const weekdays = [
  ['mon', 'monday', '周一', '星期一'],
  ['tue', 'tuesday', '周二', '星期二'],
  ['wed', 'wednesday', '周三', '星期三'],
  ['thu', 'thursday', '周四', '星期四'],
  ['fri', 'friday', '周五', '星期五'],
  ['sat', 'saturday', '周六', '星期六'],
  ['sun', 'sunday', '周日', '星期日', '星期天'],
] as const;

/**
 * Reads a wish: `early`, `late`, a weekday or a date (off then); `off` and `休` beside them are understood.
 * @returns undefined for anything else
 * @example readWish('sat') // { wish: 'off', weekday: 6 }
 */
export function readWish(text: string): Wish | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(?:off|free|no|not)\s+|\s+(?:off|free)$|休息?$/gu, '')
    .trim();
  const known = words[plain];
  if (known !== undefined) return known;
  const weekday = weekdays.findIndex((names) => (names as readonly string[]).includes(plain));
  if (weekday >= 0) return { wish: 'off', weekday: weekday + 1 };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(plain)) return undefined;
  const date = new Date(`${plain}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== plain
    ? undefined
    : { wish: 'off', date: plain };
}

/** A wish as it is written. */
export function wishText(wish: Wish): string {
  if (wish.wish !== 'off') return wish.wish;
  return 'date' in wish ? wish.date : weekdays[wish.weekday - 1][0];
}

/** Whether a shift goes against a wish. */
export function goesAgainst(wish: Wish, { date, endMinute, startMinute }: WishedShift): boolean {
  if (wish.wish === 'early') return endMinute > earlyEnd;
  if (wish.wish === 'late') return startMinute < lateStart;
  return 'date' in wish ? wish.date === date : wish.weekday === weekdayOf(date);
}
