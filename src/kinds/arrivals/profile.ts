/**
 * Counts by interval of the day, inline or from a CSV file: what interval profiles and recorded counts have in common.
 * The stretches of real time of each count know the days on which the clocks change.
 */
import { type Static, Type } from 'typebox';
import { minutesOf, type Span, timeOf, timePattern } from '../clock.ts';
import type { Table } from '../resolving.ts';
import type { ArrivalsSetting } from './arrivals-kind.ts';
import { gridStep } from './grid.ts';

const most = 10_000_000;

/** The fields in which counts are written. */
export const profileFields = {
  file: Type.Optional(
    Type.String({
      minLength: 1,
      description:
        'CSV file with a row per interval: the columns `start` (local time, 08:30) and `offered` (contacts), and if there are several days `date` (2026-03-02) or `day` (any label). Relative to the scenario.',
      examples: ['data/monday.csv'],
    }),
  ),
  columns: Type.Optional(
    Type.Object(
      {
        start: Type.Optional(Type.String({ description: 'Header of the column with the times.', examples: ['Time'] })),
        offered: Type.Optional(
          Type.String({ description: 'Header of the column with the counts.', examples: ['Calls'] }),
        ),
        day: Type.Optional(
          Type.String({ description: 'Header of the column with the labels of days.', examples: ['Day'] }),
        ),
        date: Type.Optional(Type.String({ description: 'Header of the column with the dates.', examples: ['Date'] })),
      },
      {
        additionalProperties: false,
        description: 'Headers of the file where they are not recognised by themselves.',
        examples: [{ start: 'Time', offered: 'Calls' }],
      },
    ),
  ),
  day: Type.Optional(
    Type.Union([Type.String(), Type.Number()], {
      description: 'Which day of the file to use, as its column `day` names it; needed when there are several.',
      examples: [1],
    }),
  ),
  from: Type.Optional(
    Type.String({
      pattern: timePattern,
      description: 'Local time at which the first count starts.',
      examples: ['08:00'],
    }),
  ),
  intervalMinutes: Type.Optional(
    Type.Number({
      exclusiveMinimum: 0,
      maximum: 1440,
      description:
        'Length of the interval of each count, minutes. Default: that of the clock, or the step of the file.',
      examples: [30],
    }),
  ),
  counts: Type.Optional(
    Type.Array(Type.Number({ minimum: 0, maximum: most }), {
      minItems: 1,
      maxItems: 1440,
      description: 'Contacts per interval, from `from` on, the same every day simulated.',
      examples: [[36, 48, 66, 84]],
    }),
  ),
  outsideHours: Type.Enum(['refused', 'counted'], {
    default: 'refused',
    description:
      'Counts at times when the work is never open: `refused` takes them for a mistake, `counted` counts those contacts without offering them.',
    examples: ['counted'],
  }),
};

const fieldsSchema = Type.Object(profileFields);

/** The columns of a file of counts. */
export const profileColumns = {
  start: {
    cells: 'time',
    headers: ['start', 'time', 'from', 'interval', 'interval start', '时间', '开始', '开始时间', '时段', '时间段'],
  },
  offered: {
    cells: 'count',
    headers: [
      'offered',
      'calls',
      'contacts',
      'volume',
      'count',
      'arrivals',
      '呼入量',
      '来电量',
      '话务量',
      '进线量',
      '请求量',
    ],
  },
  day: { cells: 'text', headers: ['day', '日', '天', '第几天'], optional: true },
  date: { cells: 'date', headers: ['date', '日期'], optional: true },
} as const;

interface Count {
  /** Minutes from midnight. */
  start: number;
  count: number;
}

/** The counts of one day (`null`: of every day), ascending without gaps. */
interface DayCounts {
  date: string | null;
  counts: Count[];
  minutes: number;
  /** Reports a fault at a count. */
  at(index: number, message: Parameters<ArrivalsSetting['fault']>[1]): void;
}

/** A count and the stretches of real time in which it comes. */
export interface ProfileStep {
  stretches: Span[];
  count: number;
  /** Nominal length on the wall clock, seconds. */
  seconds: number;
  fault(message: Parameters<ArrivalsSetting['fault']>[1]): void;
}

/**
 * The counts of every day simulated as stretches of time.
 * @returns undefined when a fault was reported
 */
export function readProfile(written: Static<typeof fieldsSchema>, setting: ArrivalsSetting): ProfileStep[] | undefined {
  const { file, counts } = written;
  if ((file === undefined) === (counts === undefined)) {
    const got = file === undefined ? 'neither' : 'both';
    setting.fault([], { key: 'oneOfTwo', values: { first: 'file', second: 'counts', got } });
    return undefined;
  }
  const days = file === undefined ? inlineCounts(written, setting) : fileCounts(file, written, setting);
  if (days === undefined) return undefined;
  const steps: ProfileStep[] = [];
  const inHours = new Set<Count>();
  for (const [index, day] of setting.clock.days.entries()) {
    const ofDay = days.find(({ date }) => date === null || date === day.date);
    if (ofDay === undefined) {
      setting.fault(['file'], { key: 'noRows', values: { of: day.date } });
      continue;
    }
    for (const [position, one] of ofDay.counts.entries()) {
      const stretches = setting.stretches(index, one.start, one.start + ofDay.minutes);
      if (stretches.every((stretch) => isWithin(stretch, setting.hours))) inHours.add(one);
      steps.push({
        stretches,
        count: one.count,
        seconds: ofDay.minutes * 60,
        fault: (message) => ofDay.at(position, message),
      });
    }
  }
  const outside = written.outsideHours === 'refused' ? refuseOutside(days, inHours, setting) : false;
  return outside || steps.length === 0 ? undefined : steps;
}

function isWithin(stretch: Span, hours: readonly Span[]): boolean {
  return hours.some(({ from, to }) => from <= stretch.from && stretch.to <= to);
}

function refuseOutside(days: readonly DayCounts[], inHours: ReadonlySet<Count>, setting: ArrivalsSetting): boolean {
  let found = false;
  for (const { date, counts, minutes, at } of days) {
    if (date !== null && !setting.clock.days.some((day) => day.date === date)) continue;
    for (const [position, one] of counts.entries()) {
      if (one.count === 0 || inHours.has(one)) continue;
      found = true;
      at(position, { key: 'demandOutside', values: { from: timeOf(one.start), to: timeOf(one.start + minutes) } });
    }
  }
  return found;
}

function inlineCounts(written: Static<typeof fieldsSchema>, setting: ArrivalsSetting): DayCounts[] | undefined {
  const counts = written.counts ?? [];
  if (written.from === undefined) {
    setting.fault([], { key: 'needs', values: { key: 'from', because: 'counts' } });
    return undefined;
  }
  const from = minutesOf(written.from);
  const minutes = written.intervalMinutes ?? setting.clock.intervalSeconds / 60;
  const end = from + counts.length * minutes;
  if (end > 1440) {
    const values = { from: written.from, counts: counts.length, minutes };
    setting.fault(['counts'], { key: 'pastMidnight', values });
    return undefined;
  }
  return [
    {
      date: null,
      counts: counts.map((count, index) => ({ start: from + index * minutes, count })),
      minutes,
      at: (index, message) => setting.fault(['counts', index], message),
    },
  ];
}

function fileCounts(
  file: string,
  written: Static<typeof fieldsSchema>,
  setting: ArrivalsSetting,
): DayCounts[] | undefined {
  const table = setting.table(file, profileColumns, written.columns ?? {}, ['file']);
  if (table === undefined) return undefined;
  let rows = table.rows;
  const labels = [...new Set(rows.map((row) => row.day).filter((day) => day !== undefined))];
  if (written.day !== undefined) {
    const wanted = String(written.day);
    rows = rows.filter((row) => row.day === wanted);
    if (rows.length === 0) {
      setting.fault(['day'], {
        key: 'noSuchDay',
        values: { got: wanted, allowed: labels },
      });
      return undefined;
    }
  } else if (labels.length > 1) {
    setting.fault(['file'], { key: 'whichDay', values: { days: labels } });
    return undefined;
  }
  const dates = [...new Set(rows.map((row) => row.date))];
  const days = dates.map((date) =>
    gridOf(
      table,
      rows.filter((row) => row.date === date),
      written.intervalMinutes,
      date ?? null,
      setting,
    ),
  );
  return days.every((day) => day !== undefined) ? days : undefined;
}

/** The rows of a day as counts, where they ascend in equal steps. */
function gridOf(
  table: Table<typeof profileColumns>,
  rows: Table<typeof profileColumns>['rows'],
  stated: number | undefined,
  date: string | null,
  setting: ArrivalsSetting,
): DayCounts | undefined {
  if (stated === undefined && rows.length === 1) {
    setting.fault(['file'], { key: 'tooShortForGrid', values: undefined });
    return undefined;
  }
  const minutes = gridStep(rows, stated, (line, message) => table.fault(line, 'start', message));
  if (minutes === undefined) return undefined;
  return {
    date,
    counts: rows.map((row) => ({ start: row.start, count: row.offered })),
    minutes,
    at: (index, message) => table.fault(rows[index].line, 'offered', message),
  };
}
