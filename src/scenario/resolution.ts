/**
 * What the parts of `resolve` share: the scenario with its defaults, its local clock, its files, and the faults found so far.
 */
import { minutesOf, type Span, timeOf } from '../kinds/clock.ts';
import type { ColumnWanted, MinuteSpan, Path, Resolving, Table } from '../kinds/resolving.ts';
import type { FaultMessage, Named } from '../words/faults.ts';
import { nearestName } from '../words/nearest-name.ts';
import { joinSpans, type LocalClock } from './local-clock.ts';
import { type ParsedScenario, showPath } from './parse.ts';
import type { RosterFile } from './roster/read-roster.ts';
import type { UncertainInput } from './scenario.ts';
import type { Fault } from './scenario-error.ts';
import type { CompleteScenario } from './schema.ts';
import { type FileReader, longestTable, readTable } from './table.ts';
import { type Country, isWorkingDay } from './working-days.ts';

const weekdayKeys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** One scenario on its way from what is written to numbers. */
export class Resolution {
  readonly written: CompleteScenario;
  readonly local: LocalClock;
  readonly faults: Fault[];
  readonly #parsed: ParsedScenario;
  readonly #reader: FileReader;
  readonly #inputs: readonly number[];

  constructor(
    written: CompleteScenario,
    local: LocalClock,
    faults: Fault[],
    parsed: ParsedScenario,
    reader: FileReader,
    inputs: readonly number[] = [],
  ) {
    this.written = written;
    this.local = local;
    this.faults = faults;
    this.#parsed = parsed;
    this.#reader = reader;
    this.#inputs = inputs;
  }

  /** What an input of one type of work is multiplied by: the factors that concern it, times each other. */
  factor(affects: UncertainInput, work: string): number {
    return this.written.uncertainty.reduce((product, entry, i) => {
      const concerned = entry.affects.includes(affects) && (entry.work ?? [work]).includes(work);
      return concerned ? product * (this.#inputs[i] ?? 1) : product;
    }, 1);
  }

  fault(path: Path, message: FaultMessage, at: 'key' | 'value' = 'value'): undefined {
    const place = this.#parsed.locate(path, at);
    this.faults.push({ file: this.#parsed.file, ...place, path: showPath(path), message });
  }

  /** What a kind written at `base` is handed. */
  around(base: Path): Resolving {
    return {
      clock: this.local.clock,
      stretches: (day, from, to) => this.local.stretches(day, from, to),
      moment: (day, minutes, path) => this.moment(day, minutes, [...base, ...path]),
      table: (file, wanted, headers, path) => this.table(file, wanted, headers, [...base, ...path]),
      fault: (path, message) => this.fault([...base, ...path], message),
    };
  }

  table<Columns extends Record<string, ColumnWanted>>(
    file: string,
    wanted: Columns,
    headers: Readonly<Record<string, string | undefined>>,
    path: Path,
  ): Table<Columns> | undefined {
    const bytes = this.#bytes(file, path);
    if (bytes === undefined) return undefined;
    const stated = Object.fromEntries(
      Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    return readTable(bytes, file, wanted, stated, this.faults);
  }

  /** A file beside the scenario as a roster's reader wants it, or a fault. */
  opened(file: string, path: Path): RosterFile | undefined {
    const bytes = this.#bytes(file, path);
    return bytes === undefined ? undefined : { name: file, bytes, workbook: this.#reader.workbook?.(file) };
  }

  #bytes(file: string, path: Path): Uint8Array | undefined {
    const size = this.#reader.size(file);
    if (typeof size !== 'number') return this.fault(path, { key: 'noFile', values: { file, is: size ?? 'missing' } });
    if (size > longestTable) return this.fault(path, { key: 'tooLarge', values: { bytes: size, limit: longestTable } });
    return this.#reader.read(file);
  }

  /** Says why a local time is not one moment. */
  clockFault(day: number, minutes: number, found: number): FaultMessage {
    const { timeZone } = this.local.clock;
    const values = { time: timeOf(minutes), date: this.local.date(minutes < 1440 ? day : day + 1), zone: timeZone };
    return found === 0 ? { key: 'noSuchTime', values } : { key: 'timeTwice', values };
  }

  moment(day: number, minutes: number, path: Path): number | undefined {
    const moments = this.local.moments(day, minutes);
    if (moments.length === 1) return moments[0];
    return this.fault(path, this.clockFault(day, minutes, moments.length));
  }

  /** The index of a name, or a fault with the nearest known one. */
  indexOf(what: Named, got: string, allowed: readonly string[], path: Path, at: 'key' | 'value' = 'value'): number {
    const index = allowed.indexOf(got);
    if (index < 0) {
      this.fault(path, { key: 'unknownName', values: { what, got, near: nearestName(got, allowed), allowed } }, at);
    }
    return index;
  }

  /** Opening hours over the horizon: a calendar's, or local times of every day. */
  hours(text: string, path: Path): Span[] | undefined {
    if (/[0-9]:[0-9]/.test(text)) return this.#hoursBy(() => this.minuteSpans(text, path));
    const { calendars } = this.written;
    const names = Object.keys(calendars);
    if (this.indexOf('calendar', text, names, path) < 0) return undefined;
    const calendar = calendars[text];
    const parsed = new Map<string, MinuteSpan[] | undefined>();
    for (const key of ['daily', 'workingDays', ...weekdayKeys] as const) {
      const hours = calendar[key];
      if (hours !== undefined) parsed.set(key, this.minuteSpans(hours, ['calendars', text, key]));
    }
    if ([...parsed.values()].includes(undefined)) return undefined;
    return this.#hoursBy((day) => {
      if (calendar.closed.includes(this.local.date(day))) return [];
      const key = weekdayKeys[this.local.weekday(day) - 1];
      const onWorkingDays = parsed.get('workingDays');
      if (onWorkingDays !== undefined && this.#isWorkingDay(day, calendar.country, path)) {
        return parsed.get(key) ?? onWorkingDays;
      }
      return parsed.get(key) ?? parsed.get('daily') ?? [];
    });
  }

  #isWorkingDay(day: number, country: Country | undefined, path: Path): boolean {
    if (country === undefined) return this.local.weekday(day) <= 5;
    const date = this.local.date(day);
    const works = isWorkingDay(country, date);
    if (works === undefined && day >= 0) {
      const values = { country, year: Number(date.slice(0, 4)) };
      const seen = this.faults.some(
        ({ message }) => message.key === 'daysUnknown' && message.values.year === values.year,
      );
      if (!seen) this.fault(path, { key: 'daysUnknown', values });
    }
    return works ?? false;
  }

  #hoursBy(ofDay: (day: number) => MinuteSpan[] | undefined): Span[] | undefined {
    const { days, horizonSeconds } = this.local.clock;
    const spans: Span[] = [];
    // The day before the first counts too: its hours may pass midnight.
    for (let day = -1; day < days.length; day++) {
      const minutes = ofDay(day);
      if (minutes === undefined) return undefined;
      spans.push(...minutes.flatMap(({ from, to }) => this.local.stretches(day, from, to)));
    }
    return joinSpans(spans)
      .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(horizonSeconds, to) }))
      .filter(({ from, to }) => from < to);
  }

  /** `08:00-12:00, 13:00-22:00` in minutes; an end before its start is on the next day. */
  minuteSpans(text: string, path: Path): MinuteSpan[] | undefined {
    if (text === 'closed') return [];
    const spans: (MinuteSpan & { text: string })[] = [];
    for (const part of text.split(',').map((one) => one.trim())) {
      const match = /^([0-9]{1,2}:[0-9]{2}) *- *([0-9]{1,2}:[0-9]{2})$/.exec(part);
      const times = match?.slice(1) ?? [];
      if (match === null || times.some((time) => minutesOf(time) > 1440 || Number(time.split(':')[1]) > 59)) {
        return this.fault(path, { key: 'badForm', values: { example: '08:00-22:00', got: `"${text}"` } });
      }
      const [from, to] = times.map(minutesOf);
      if (from === to) return this.fault(path, { key: 'noLength', values: { got: part } });
      spans.push({ from, to: to <= from ? to + 1440 : to, text: part });
    }
    spans.sort((a, b) => a.from - b.from);
    for (const [index, span] of spans.entries()) {
      const before = index === 0 ? spans[spans.length - 1] : spans[index - 1];
      const end = index === 0 ? before.to - 1440 : before.to;
      if (span.from < end && spans.length > 1) {
        return this.fault(path, { key: 'hoursOverlap', values: { got: span.text, other: before.text } });
      }
    }
    return spans;
  }
}
