/** The groups of a scenario: head-counts over the day, or the named people of a roster with their shifts and breaks. */
import type { Span } from '../kinds/clock.ts';
import { timeOf } from '../kinds/clock.ts';
import type { MinuteSpan, TableRow } from '../kinds/resolving.ts';
import { nearestName } from '../words/nearest-name.ts';
import { cutSpans, joinSpans } from './local-clock.ts';
import type { Resolution } from './resolution.ts';
import type { AgentGroup, HeadCounts, NamedAgent } from './scenario.ts';
import type { CompleteScenario } from './schema.ts';
import { ascendingStarts, everyDay } from './steps.ts';

type WrittenGroup = CompleteScenario['people']['groups'][string];

/** The groups with their staff; those whose staff is at fault are left out. */
export function resolveGroups(work: readonly string[], resolution: Resolution): (AgentGroup | undefined)[] {
  const { groups, roster } = resolution.written.people;
  const people = roster === undefined ? new Map<string, NamedAgent[]>() : readRoster(roster, resolution);
  return Object.entries(groups).map(([name, group]) => {
    const path = ['people', 'groups', name];
    const speeds = work.map(() => 0);
    for (const [skill, speed] of Object.entries(group.skills)) {
      const type = resolution.indexOf('work', skill, work, [...path, 'skills', skill], 'key');
      if (type >= 0) speeds[type] = speed;
    }
    for (const handled of Object.keys(group.handling)) {
      resolution.indexOf('skill', handled, Object.keys(group.skills), [...path, 'handling', handled], 'key');
    }
    const agents = people?.get(name);
    if (agents !== undefined) {
      if (group.staff !== undefined) {
        return resolution.fault([...path, 'staff'], { key: 'staffTwice', values: { group: name } }, 'key');
      }
      return { name, speeds, staff: { source: 'named', agents } };
    }
    if (group.staff === undefined) {
      if (people !== undefined) resolution.fault(path, { key: 'noStaff', values: { group: name } }, 'key');
      return undefined;
    }
    const steps = headCounts(group.staff, [...path, 'staff'], resolution);
    return steps === undefined
      ? undefined
      : { name, speeds, staff: { source: 'head-counts', steps, leaving: group.leaving } };
  });
}

/** When a group has somebody, breaks not counted. */
export function staffedSpans({ staff }: AgentGroup): Span[] {
  if (staff.source === 'named') return joinSpans(staff.agents.flatMap(({ paid }) => paid));
  const { steps } = staff;
  return joinSpans(
    steps.flatMap(({ from, agents }, index) =>
      agents > 0 ? [{ from, to: steps[index + 1]?.from ?? Number.POSITIVE_INFINITY }] : [],
    ),
  );
}

function headCounts(
  staff: NonNullable<WrittenGroup['staff']>,
  path: (string | number)[],
  resolution: Resolution,
): HeadCounts['steps'] | undefined {
  if (typeof staff === 'number') return [{ from: 0, agents: staff }];
  if (!Array.isArray(staff)) return headCountsOfFile(staff, path, resolution);
  const starts = ascendingStarts(staff, path, resolution);
  if (starts === undefined) return undefined;
  const counts = staff.map(({ agents }) => agents);
  if (starts[0] > 0) {
    starts.unshift(0);
    counts.unshift(0);
  }
  return mergeSteps(everyDay(starts, resolution).map(({ from, step }) => ({ from, agents: counts[step] })));
}

function mergeSteps(steps: HeadCounts['steps']): HeadCounts['steps'] {
  return steps.filter(({ agents }, index) => index === 0 || steps[index - 1].agents !== agents);
}

/** The columns of a file of head-counts. */
export const staffColumns = {
  start: {
    cells: 'time',
    headers: ['start', 'time', 'from', 'interval', '时间', '开始', '开始时间', '时段', '时间段'],
  },
  agents: {
    cells: 'whole',
    headers: [
      'agents',
      'staff',
      'headcount',
      'scheduled',
      'positions',
      '人数',
      '坐席数',
      '坐席',
      '排班人数',
      '在岗人数',
    ],
  },
  date: { cells: 'date', headers: ['date', '日期'], optional: true },
} as const;

function headCountsOfFile(
  { file, columns }: Extract<NonNullable<WrittenGroup['staff']>, { file: string }>,
  path: (string | number)[],
  resolution: Resolution,
): HeadCounts['steps'] | undefined {
  const table = resolution.table(file, staffColumns, columns, [...path, 'file']);
  if (table === undefined) return undefined;
  const { days } = resolution.local.clock;
  const steps: HeadCounts['steps'] = [];
  let sound = true;
  const byDate = rowsByDate(table.rows);
  for (const rows of byDate.values()) {
    for (let index = 1; index < rows.length; index++) {
      const [before, { start, line }] = [rows[index - 1], rows[index]];
      if (start > before.start) continue;
      sound = false;
      const got = timeOf(start);
      if (start === before.start)
        table.fault(line, 'start', { key: 'rowTwice', values: { what: got, line: before.line } });
      else table.fault(line, 'start', { key: 'notAscending', values: { before: timeOf(before.start), got } });
    }
  }
  if (!sound) return undefined;
  for (const [day, { date }] of days.entries()) {
    const rows = byDate.get(date) ?? byDate.get(null);
    if (rows === undefined) {
      sound = false;
      table.fault(1, 'date', { key: 'noRows', values: { of: date } });
      continue;
    }
    if (rows[0].start > 0) steps.push({ from: days[day].start, agents: 0 });
    for (const [index, { start, agents }] of rows.entries()) {
      const stretches = resolution.local.stretches(day, start, rows[index + 1]?.start ?? 1440);
      steps.push(...stretches.map(({ from }) => ({ from, agents })));
    }
  }
  return sound ? mergeSteps(steps.sort((a, b) => a.from - b.from)) : undefined;
}

function rowsByDate<Row extends { date: string | undefined }>(rows: readonly Row[]): Map<string | null, Row[]> {
  const byDate = new Map<string | null, Row[]>();
  for (const row of rows) {
    const date = row.date ?? null;
    const same = byDate.get(date);
    if (same === undefined) byDate.set(date, [row]);
    else same.push(row);
  }
  return byDate;
}

/** The columns of a roster. */
export const rosterColumns = {
  agent: {
    cells: 'text',
    headers: ['agent', 'name', 'employee', 'agent name', '坐席', '姓名', '员工', '工号', '坐席姓名'],
  },
  group: { cells: 'text', headers: ['group', 'team', 'skill group', 'queue', '组', '班组', '技能组', '组别'] },
  start: {
    cells: 'time',
    headers: ['start', 'shift start', 'from', 'begin', '开始', '上班', '上班时间', '开始时间', '班次开始'],
  },
  end: {
    cells: 'time',
    headers: ['end', 'shift end', 'to', 'until', '结束', '下班', '下班时间', '结束时间', '班次结束'],
  },
  breaks: { cells: 'breaks', headers: ['breaks', 'break', 'pauses', '休息', '小休', '休息时间'], optional: true },
  date: { cells: 'date', headers: ['date', 'day', '日期'], optional: true },
} as const;

interface Shift {
  span: Span;
  line: number;
}

function readRoster(
  { file, columns }: NonNullable<CompleteScenario['people']['roster']>,
  resolution: Resolution,
): Map<string, NamedAgent[]> | undefined {
  const table = resolution.table(file, rosterColumns, columns as Record<string, string | undefined>, [
    'people',
    'roster',
    'file',
  ]);
  if (table === undefined) return undefined;
  const names = Object.keys(resolution.written.people.groups);
  const { local } = resolution;
  const agents = new Map<string, { group: string; agent: NamedAgent; shifts: Shift[] }>();
  const before = resolution.faults.length;
  for (const row of table.rows) {
    const { line, agent: name, group } = row;
    if (!names.includes(group)) {
      const values = { what: 'group' as const, got: group, near: nearestName(group, names), allowed: names };
      table.fault(line, 'group', { key: 'unknownName', values });
      continue;
    }
    let known = agents.get(name);
    if (known === undefined) {
      known = { group, agent: { name, onQueue: [], paid: [] }, shifts: [] };
      agents.set(name, known);
    } else if (known.group !== group) {
      table.fault(line, 'group', { key: 'twoGroups', values: { agent: name, other: known.group } });
      continue;
    }
    const shift = shiftOf(row, table);
    if (shift === undefined) continue;
    for (let day = -1; day < local.clock.days.length; day++) {
      if (row.date !== undefined && row.date !== local.date(day)) continue;
      const placed = placeShift(shift, day, resolution, (column, message) => table.fault(line, column, message));
      if (placed === undefined || placed.span.to <= 0) continue;
      const other = known.shifts.find(({ span }) => span.from < placed.span.to && placed.span.from < span.to);
      if (other !== undefined) {
        table.fault(line, 'start', { key: 'shiftsOverlap', values: { agent: name, line: other.line } });
        break;
      }
      known.shifts.push({ span: placed.span, line });
      known.agent.paid.push(...cutSpans([placed.span], beforeStart));
      known.agent.onQueue.push(...cutSpans(cutSpans([placed.span], placed.breaks), beforeStart));
    }
  }
  if (resolution.faults.length > before) return undefined;
  const byGroup = new Map<string, NamedAgent[]>();
  for (const { group, agent } of agents.values()) {
    if (agent.paid.length === 0) continue;
    const sorted = { name: agent.name, onQueue: joinSpans(agent.onQueue), paid: joinSpans(agent.paid) };
    byGroup.set(group, [...(byGroup.get(group) ?? []), sorted]);
  }
  if (byGroup.size === 0) {
    table.fault(1, 'date', { key: 'noRows', values: { of: local.clock.startDate } });
    return undefined;
  }
  return byGroup;
}

const beforeStart: Span[] = [{ from: Number.NEGATIVE_INFINITY, to: 0 }];

type RosterRow = TableRow<typeof rosterColumns>;
type RosterFault = (column: keyof typeof rosterColumns, message: Parameters<Resolution['fault']>[1]) => void;

interface MinuteShift extends MinuteSpan {
  breaks: MinuteSpan[];
}

/** A shift in minutes of its day; an end not after the start is on the next day. */
function shiftOf(
  { line, start, end, breaks = [] }: RosterRow,
  table: { fault(line: number, column: 'start' | 'breaks', message: Parameters<RosterFault>[1]): void },
): MinuteShift | undefined {
  const to = end <= start ? end + 1440 : end;
  if (to - start > 1440 || start === 1440) {
    table.fault(line, 'start', { key: 'shiftLength', values: { got: `${timeOf(start)}-${timeOf(end)}` } });
    return undefined;
  }
  const shown = (span: MinuteSpan) => `${timeOf(span.from)}-${timeOf(span.to)}`;
  const placed = breaks
    .map((one) => {
      const from = one.from < start ? one.from + 1440 : one.from;
      return { from, to: from + ((one.to - one.from + 1440) % 1440) };
    })
    .sort((a, b) => a.from - b.from);
  let sound = true;
  for (const [index, one] of placed.entries()) {
    if (one.to > to || one.to === one.from) {
      table.fault(line, 'breaks', {
        key: 'breakOutside',
        values: { got: shown(one), shift: shown({ from: start, to }) },
      });
      sound = false;
    } else if (index > 0 && one.from < placed[index - 1].to) {
      const values = { got: shown(one), other: shown(placed[index - 1]) };
      table.fault(line, 'breaks', { key: 'breaksOverlap', values });
      sound = false;
    }
  }
  return sound ? { from: start, to, breaks: placed } : undefined;
}

/** A shift on one day, in seconds. */
function placeShift(shift: MinuteShift, day: number, resolution: Resolution, fault: RosterFault) {
  const moment = (minutes: number, column: 'start' | 'end' | 'breaks'): number | undefined => {
    const moments = resolution.local.moments(day, minutes);
    if (moments.length === 1) return moments[0];
    fault(column, resolution.clockFault(day, minutes, moments.length));
    return undefined;
  };
  const from = moment(shift.from, 'start');
  const to = moment(shift.to, 'end');
  const breaks = shift.breaks.map((one) => ({ from: moment(one.from, 'breaks'), to: moment(one.to, 'breaks') }));
  const sound = breaks.filter((one): one is Span => one.from !== undefined && one.to !== undefined);
  if (from === undefined || to === undefined || sound.length < breaks.length) return undefined;
  return { span: { from, to }, breaks: sound };
}
