/**
 * The clock of a scenario, and the way from times on the wall to seconds from its start through days of 23, 24 and 25 hours.
 */
import { Temporal } from 'temporal-polyfill';
import { type Clock, type Day, type Span, timeOf } from '../kinds/clock.ts';

/** A stretch of a day in which the wall clock runs without a jump: wall minutes = (t − start) ÷ 60 + `minutes`. */
interface Piece extends Span {
  /** Minutes on the wall, from that day's midnight, at `from`. */
  minutes: number;
}

/** Turns local times into seconds. Day −1 is the day before the first, `days.length` the day after the last. */
export class LocalClock {
  readonly clock: Clock;
  readonly #pieces: Piece[][];

  /**
   * @param startDate ISO date that exists
   * @param timeZone IANA name that exists
   * @param days number of days
   * @param intervalMinutes length of the planning interval
   */
  constructor(startDate: string, timeZone: string, days: number, intervalMinutes: number) {
    const first = Temporal.PlainDate.from(startDate);
    const origin = first.toZonedDateTime(timeZone).epochMilliseconds;
    const all: Day[] = [];
    this.#pieces = [];
    for (let index = -1; index <= days; index++) {
      const date = first.add({ days: index });
      const from = date.toZonedDateTime(timeZone);
      const to = date.add({ days: 1 }).toZonedDateTime(timeZone);
      const seconds = (moment: Temporal.ZonedDateTime) => (moment.epochMilliseconds - origin) / 1000;
      this.#pieces.push(piecesOf(from, to, seconds));
      all.push({ date: date.toString(), weekday: date.dayOfWeek, start: seconds(from), end: seconds(to) });
    }
    const simulated = all.slice(1, -1);
    const { starts, labels } = intervalsOf(simulated, this.#pieces.slice(1, -1), intervalMinutes * 60);
    this.clock = {
      startDate,
      timeZone,
      intervalSeconds: intervalMinutes * 60,
      days: simulated,
      horizonSeconds: simulated[simulated.length - 1].end,
      intervalStarts: starts,
      intervalLabels: labels,
    };
  }

  /** ISO weekday (1–7) of a day, −1 and `days.length` included. */
  weekday(day: number): number {
    return ((((this.clock.days[0].weekday - 1 + day) % 7) + 7) % 7) + 1;
  }

  /** ISO date of a day, −1 and `days.length` included. */
  date(day: number): string {
    return Temporal.PlainDate.from(this.clock.startDate).add({ days: day }).toString();
  }

  /** See `Resolving.stretches`. */
  stretches(day: number, from: number, to: number): Span[] {
    const spans: Span[] = [];
    for (const [offset, shift] of [
      [0, 0],
      [1, 1440],
    ]) {
      for (const piece of this.#pieces[day + 1 + offset] ?? []) {
        const low = Math.max(from - shift, piece.minutes);
        const high = Math.min(to - shift, piece.minutes + (piece.to - piece.from) / 60);
        if (low >= high) continue;
        spans.push({
          from: piece.from + (low - piece.minutes) * 60,
          to: piece.from + (high - piece.minutes) * 60,
        });
      }
    }
    return joinSpans(spans);
  }

  /** Date and time on the wall at a moment from the day before the first to the day after the last. */
  wall(moment: number): { date: string; time: string } {
    const all = this.#pieces.flatMap((pieces, index) => pieces.map((piece) => ({ ...piece, day: index - 1 })));
    const piece = all.findLast(({ from }) => from <= moment) ?? all[0];
    return { date: this.date(piece.day), time: timeOf(piece.minutes + (moment - piece.from) / 60) };
  }

  /**
   * The moments at which the wall shows that time: one as a rule, none or two on a day of clock change.
   * @param day from −1 to `days.length`
   * @param minutes from that day's midnight, less than 2880
   */
  moments(day: number, minutes: number): number[] {
    const [ofDay, shown] = minutes < 1440 ? [day, minutes] : [day + 1, minutes - 1440];
    if (ofDay > this.clock.days.length) return [this.clock.horizonSeconds + 86_400 + shown * 60];
    return (this.#pieces[ofDay + 1] ?? [])
      .filter((piece) => piece.minutes <= shown && shown < piece.minutes + (piece.to - piece.from) / 60)
      .map((piece) => piece.from + (shown - piece.minutes) * 60);
  }
}

/** Spans in order, those that touch or overlap made one. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined[joined.length - 1];
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
}

/** What is left of spans when others are cut out; both ascending and disjoint. */
export function cutSpans(spans: readonly Span[], holes: readonly Span[]): Span[] {
  let left = spans.map((span) => ({ ...span }));
  for (const hole of holes) {
    left = left.flatMap(({ from, to }) => {
      if (hole.to <= from || to <= hole.from) return [{ from, to }];
      const parts: Span[] = [];
      if (from < hole.from) parts.push({ from, to: hole.from });
      if (hole.to < to) parts.push({ from: hole.to, to });
      return parts;
    });
  }
  return left;
}

function piecesOf(
  from: Temporal.ZonedDateTime,
  to: Temporal.ZonedDateTime,
  seconds: (moment: Temporal.ZonedDateTime) => number,
): Piece[] {
  const pieces: Piece[] = [];
  const midnight = from.toPlainDate().toPlainDateTime();
  let start = from;
  while (Temporal.ZonedDateTime.compare(start, to) < 0) {
    const next = start.getTimeZoneTransition('next');
    const end = next !== null && Temporal.ZonedDateTime.compare(next, to) < 0 ? next : to;
    const minutes = midnight.until(start.toPlainDateTime(), { largestUnit: 'seconds' }).seconds / 60;
    pieces.push({ from: seconds(start), to: seconds(end), minutes });
    start = end;
  }
  return pieces;
}

function intervalsOf(days: readonly Day[], pieces: readonly Piece[][], intervalSeconds: number) {
  const starts: number[] = [];
  const labels: string[] = [];
  for (const [index, day] of days.entries()) {
    for (let start = day.start; start < day.end; start += intervalSeconds) {
      const piece = pieces[index].findLast(({ from }) => from <= start) ?? pieces[index][0];
      starts.push(start);
      labels.push(timeOf(piece.minutes + (start - piece.from) / 60));
    }
  }
  starts.push(days[days.length - 1].end);
  return { starts, labels };
}
