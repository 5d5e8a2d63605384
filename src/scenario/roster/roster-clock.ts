/** Dates and wall clocks on one side, seconds from local midnight of the roster's first day on the other. */
import { Temporal } from 'temporal-polyfill';

/** A local time: minutes from the midnight that begins `date`; 1440 and more lie on the days after. */
export interface LocalTime {
  /** ISO date. */
  date: string;
  minutes: number;
}

/** Converts between local times and seconds; each calendar day is looked up once. */
export class RosterClock {
  readonly startDate: string;
  readonly timeZone: string;
  readonly #start: number;
  readonly #midnights = new Map<string, number>();

  /**
   * @param startDate ISO date whose local midnight is second 0
   * @param timeZone IANA name
   */
  constructor(startDate: string, timeZone: string) {
    this.startDate = startDate;
    this.timeZone = timeZone;
    this.#start = epochSeconds(Temporal.PlainDate.from(startDate).toZonedDateTime(timeZone));
  }

  /** Seconds at local midnight of a date. */
  midnight(date: string): number {
    let found = this.#midnights.get(date);
    if (found === undefined) {
      found = epochSeconds(Temporal.PlainDate.from(date).toZonedDateTime(this.timeZone)) - this.#start;
      this.#midnights.set(date, found);
    }
    return found;
  }

  /**
   * Seconds of a local time. An hour that the clock change repeats is taken the first time, one that it skips as the hour
   * after it, as calendars do.
   */
  seconds({ date, minutes }: LocalTime): number {
    const days = Math.floor(minutes / 1440);
    const day = addDays(date, days);
    const ofDay = minutes - days * 1440;
    const midnight = this.midnight(day);
    if (this.midnight(addDays(day, 1)) - midnight === 86_400) return midnight + ofDay * 60;
    const time = Temporal.PlainDate.from(day)
      .toPlainDateTime({ hour: Math.floor(ofDay / 60), minute: Math.floor(ofDay % 60) })
      .toZonedDateTime(this.timeZone);
    return epochSeconds(time) - this.#start;
  }

  /** Seconds from the roster's start of a moment in seconds since 1970 (UTC). */
  fromEpoch(seconds: number): number {
    return seconds - this.#start;
  }

  /** Seconds since 1970 (UTC). */
  toEpoch(seconds: number): number {
    return this.#start + seconds;
  }

  /** The local date and wall-clock time of a second, `minutes` in 0–1440. */
  local(seconds: number): LocalTime {
    const time = Temporal.Instant.fromEpochMilliseconds((this.#start + seconds) * 1000).toZonedDateTimeISO(
      this.timeZone,
    );
    return { date: time.toPlainDate().toString(), minutes: time.hour * 60 + time.minute + time.second / 60 };
  }
}

function epochSeconds(time: Temporal.ZonedDateTime): number {
  return time.epochMilliseconds / 1000;
}

const dayMilliseconds = 86_400_000;

/**
 * The ISO date some days after another.
 * @example addDays('2026-02-28', 1) // '2026-03-01'
 */
export function addDays(date: string, days: number): string {
  return days === 0 ? date : new Date(Date.parse(date) + days * dayMilliseconds).toISOString().slice(0, 10);
}

/**
 * Days from one ISO date to another.
 * @example daysBetween('2026-02-28', '2026-03-02') // 2
 */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMilliseconds);
}

/**
 * Weekday of an ISO date, 1 = Monday … 7 = Sunday.
 * @example weekdayOf('2026-03-02') // 1
 */
export function weekdayOf(date: string): number {
  return ((new Date(Date.parse(date)).getUTCDay() + 6) % 7) + 1;
}

/**
 * Minutes as `HH:MM`, hours past 24 counted on.
 * @example clockText(1530) // '25:30'
 */
export function clockText(minutes: number): string {
  const whole = Math.round(minutes);
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}
