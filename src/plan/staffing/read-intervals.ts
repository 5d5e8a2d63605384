/**
 * Reads a planner's interval table: a row per interval, of one day or many, of one queue or several, with or without the agents
 * there are. What a column does not say, the caller's defaults do.
 */
import { gridStep } from '../../kinds/arrivals/grid.ts';
import { profileColumns } from '../../kinds/arrivals/profile.ts';
import { timeOf } from '../../kinds/clock.ts';
import type { Table, TableRow } from '../../kinds/resolving.ts';
import { type Fault, ScenarioError } from '../../scenario/scenario-error.ts';
import { readTable } from '../../scenario/table.ts';
import type { FaultMessage } from '../../words/faults.ts';
import type { DemandDay, DemandInterval, DemandQueue, StaffingDemand } from './demand.ts';

/** The columns of an interval table. */
export const intervalColumns = {
  ...profileColumns,
  queue: {
    cells: 'text',
    headers: [
      'queue',
      'work',
      'skill',
      'work type',
      'queue name',
      'call type',
      '队列',
      '业务',
      '技能',
      '技能组',
      '业务类型',
      '热线',
    ],
    optional: true,
  },
  aht: {
    cells: 'seconds',
    headers: [
      'aht',
      'aht seconds',
      'aht (s)',
      'aht (sec)',
      'handle time',
      'average handle time',
      'avg handle time',
      'handle seconds',
      '平均处理时长',
      '平均处理时长(秒)',
      '平均处理时长（秒）',
      '处理时长',
      '平均处理时间',
      'aht(秒)',
      'aht（秒）',
    ],
    optional: true,
  },
  patience: {
    cells: 'seconds',
    headers: [
      'patience',
      'mean patience',
      'patience seconds',
      'patience (s)',
      '耐心',
      '平均耐心',
      '平均耐心(秒)',
      '耐心时长',
    ],
    optional: true,
  },
  agents: {
    cells: 'count',
    headers: [
      'agents',
      'available',
      'available agents',
      'logged in',
      'on calls',
      'staffed',
      '坐席数',
      '座席数',
      '在线坐席',
      '在线人数',
      '可用坐席',
    ],
    optional: true,
  },
  scheduled: {
    cells: 'count',
    headers: [
      'scheduled',
      'scheduled agents',
      'rostered',
      'roster',
      'headcount',
      '排班',
      '排班人数',
      '排班坐席',
      '班表人数',
    ],
    optional: true,
  },
} as const;

/** What to do where a table leaves something open. */
export interface IntervalTableOptions {
  /** One day only, as the column `day` or `date` names it. */
  readonly day?: string | undefined;
  /** One queue only. */
  readonly queue?: string | undefined;
  /** Mean handle time in seconds where there is no column of it, or its cell is empty. */
  readonly ahtSeconds?: number | undefined;
  /** Mean patience in seconds likewise; without either nobody hangs up. */
  readonly patienceSeconds?: number | undefined;
  /** Agents on calls, the same in every interval, in place of the column. */
  readonly agents?: number | undefined;
  /** Step of the rows where it cannot be seen. */
  readonly intervalMinutes?: number | undefined;
  /** Headers of columns that are not recognised by themselves, by column name. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
  /** Name of the queue where the table has no column of it. */
  readonly name: string;
}

/** Erlangs; what is more was a slip of the pen. */
const mostLoad = 1_000_000;

type Columns = typeof intervalColumns;
type Row = TableRow<Columns>;

/** Names a column in a fault of a row. */
type RowFault = (row: Row, column: keyof Columns & string, message: FaultMessage) => void;

/**
 * Reads a table. Days by date lie as far apart as their dates, days by label follow one another; the hours that a table leaves out are
 * closed.
 *
 * @param bytes the content of the file
 * @param file its path, as faults print it
 * @param options what the table leaves open
 * @throws ScenarioError with every fault of the table
 */
export function readIntervals(bytes: Uint8Array, file: string, options: IntervalTableOptions): StaffingDemand {
  const faults: Fault[] = [];
  const table = readTable(bytes, file, intervalColumns, options.columns ?? {}, faults);
  const demand = table === undefined ? undefined : demandOf(table, file, options, faults);
  if (faults.length > 0 || demand === undefined) throw new ScenarioError(faults.map(forTables));
  return demand;
}

/** A column that a scenario would name under `columns` is here named by an option. */
function forTables(fault: Fault): Fault {
  const { message } = fault;
  return message.key === 'noColumn' ? { ...fault, message: { ...message, key: 'noColumnOption' } } : fault;
}

function demandOf(
  table: Table<Columns>,
  file: string,
  options: IntervalTableOptions,
  faults: Fault[],
): StaffingDemand | undefined {
  const whole = (message: FaultMessage): undefined => {
    faults.push({ file, line: null, column: null, path: '', message });
  };
  const rows = chosen(table.rows, options, whole);
  if (rows === undefined) return undefined;
  const timed = rows.some(({ aht }) => aht !== undefined);
  if (!timed && options.ahtSeconds === undefined) whole({ key: 'noAht', values: undefined });
  const dayNames = [...new Set(table.rows.map(nameOfDay))];
  const days = daysOf(dayNames.filter((name) => rows.some((row) => nameOfDay(row) === name)));
  const queues = grouped(rows, ({ queue }) => queue ?? options.name).map(([name, own]): DemandQueue => {
    const intervals = grouped(own, nameOfDay).flatMap(([day, ofDay]) => {
      const index = days.findIndex(({ label }) => label === day);
      return intervalsOf(ofDay, index, days[index].start, options, table.fault, whole);
    });
    return { name, targets: [], intervals: intervals.sort((a, b) => a.from - b.from) };
  });
  return faults.length > 0 ? undefined : { days, queues };
}

/** The rows of the day and the queue asked for. */
function chosen(
  all: readonly Row[],
  { day, queue }: IntervalTableOptions,
  fault: (message: FaultMessage) => undefined,
): readonly Row[] | undefined {
  let rows = all;
  if (day !== undefined) {
    rows = rows.filter((row) => row.day === day || row.date === day);
    const allowed = [...new Set(all.map(nameOfDay))].filter((name) => name !== '');
    if (rows.length === 0) return fault({ key: 'noSuchDay', values: { got: day, allowed } });
  }
  if (queue !== undefined) {
    const allowed = [...new Set(rows.flatMap((row) => row.queue ?? []))];
    rows = rows.filter((row) => row.queue === queue);
    if (rows.length === 0) return fault({ key: 'noSuchQueue', values: { got: queue, allowed } });
  }
  return rows;
}

function nameOfDay({ date, day }: Row): string {
  return date ?? day ?? '';
}

/** The days in order of time: by date, else as they come. */
function daysOf(names: readonly string[]): DemandDay[] {
  const isDate = (name: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(name);
  const dated = names.every(isDate);
  const ordered = dated ? [...names].sort() : names;
  const midnight = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;
  return ordered.map((label, i) => ({
    label,
    start: dated ? midnight(label) - midnight(ordered[0]) : i * 86_400,
  }));
}

/** The rows of one queue on one day as intervals; none where they do not make a grid. */
function intervalsOf(
  rows: readonly Row[],
  day: number,
  dayStart: number,
  options: IntervalTableOptions,
  faultAt: Table<Columns>['fault'],
  whole: (message: FaultMessage) => undefined,
): DemandInterval[] {
  const fault: RowFault = (row, column, message) => faultAt(row.line, column, message);
  if (options.intervalMinutes === undefined && rows.length === 1) {
    whole({ key: 'oneRow', values: undefined });
    return [];
  }
  const timed = rows.some(({ aht }) => aht !== undefined);
  const given = rows.some(({ agents, scheduled }) => (agents ?? scheduled) !== undefined);
  const minutes = gridStep(rows, options.intervalMinutes, (line, message) => faultAt(line, 'start', message));
  const step = (minutes ?? 1) * 60;
  return rows.map((row): DemandInterval => {
    if (row.agents !== undefined && row.scheduled !== undefined) {
      fault(row, 'scheduled', { key: 'oneOfTwo', values: { first: 'agents', second: 'scheduled', got: 'both' } });
    }
    if (given && row.agents === undefined && row.scheduled === undefined) {
      const column = rows.some(({ agents }) => agents !== undefined) ? 'agents' : 'scheduled';
      fault(row, column, { key: 'cellMissing', values: undefined });
    }
    const aht = row.aht ?? options.ahtSeconds;
    if (aht === undefined && timed) fault(row, 'aht', { key: 'noAht', values: undefined });
    const load = (row.offered * (aht ?? 1)) / step;
    if (load > mostLoad) {
      const values = { erlangs: load.toPrecision(3), most: mostLoad.toLocaleString('en-US') };
      fault(row, 'offered', { key: 'absurdLoad', values });
    }
    return {
      day,
      label: timeOf(row.start),
      from: dayStart + row.start * 60,
      to: dayStart + row.start * 60 + step,
      offered: row.offered,
      ahtSeconds: aht ?? 1,
      ringSeconds: 0,
      patienceSeconds: row.patience ?? options.patienceSeconds ?? Infinity,
      agents: options.agents ?? row.agents ?? null,
      rostered: options.agents === undefined ? (row.scheduled ?? null) : null,
    };
  });
}

/** Items by a name, in the order in which the names first come. */
function grouped<T>(items: readonly T[], nameOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return [...groups];
}
