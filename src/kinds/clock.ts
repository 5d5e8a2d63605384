/** The clock of a scenario: its days and planning intervals in seconds from local midnight of the first day. */

/** A stretch of time `[from, to)`. */
export interface Span {
  from: number;
  to: number;
}

export interface Day {
  /** ISO date in the scenario's time zone. */
  date: string;
  /** 1 = Monday … 7 = Sunday (ISO 8601). */
  weekday: number;
  start: number;
  end: number;
}

export interface Clock {
  /** First day, ISO date in `timeZone`. */
  startDate: string;
  timeZone: string;
  intervalSeconds: number;
  /** One entry per simulated day; a day may have 23 or 25 hours. Nothing is offered after the last day's end. */
  days: Day[];
  /** Sum of all days, seconds. */
  horizonSeconds: number;
  /** Start of every planning interval over the horizon and, last, its end: length = intervals + 1. */
  intervalStarts: number[];
  /** Local wall-clock label of each interval's start, `HH:MM`. */
  intervalLabels: string[];
}

/** How a time of day is written; hours past 24 never are. */
export const timePattern = '^([01]?[0-9]|2[0-3]):[0-5][0-9]$';
/** The same for an end: midnight may be 24:00. */
export const endPattern = '^(([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)$';

/**
 * Minutes from midnight of a time of day.
 * @param text `HH:MM`, 00:00 to 24:00
 * @returns minutes 0–1440
 * @example minutesOf('08:30') // 510
 */
export function minutesOf(text: string): number {
  const [hours, minutes] = text.split(':').map(Number);
  return hours * 60 + minutes;
}

/**
 * A time of day as it is written, past midnight counted on: 1500 is `01:00`.
 * @param minutes from midnight
 * @example timeOf(510) // '08:30'
 */
export function timeOf(minutes: number): string {
  const ofDay = minutes === 1440 ? 1440 : minutes % 1440;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(Math.floor(ofDay % 60)).padStart(2, '0')}`;
}
