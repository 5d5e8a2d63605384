/** The groups of a scenario: head-counts over the day, or the named people of a roster with their shifts and breaks. */
import type { Span } from '../kinds/clock.ts';
import { timeOf } from '../kinds/clock.ts';
import { joinSpans, type LocalClock } from './local-clock.ts';
import { resolveOnboarding } from './people-traits.ts';
import type { Resolution } from './resolution.ts';
import type { RosterContext } from './roster/finish-roster.ts';
import { readOpenedRoster } from './roster/read-roster.ts';
import type { Roster } from './roster/roster.ts';
import { placeText, RosterError } from './roster/roster-error.ts';
import { type RosterStaff, staffOfRoster, type WrittenSkills } from './roster/staff-roster.ts';
import type { AgentGroup, HeadCounts } from './scenario.ts';
import type { CompleteScenario } from './schema.ts';
import { ascendingStarts, everyDay } from './steps.ts';

type WrittenGroup = CompleteScenario['people']['groups'][string];

/**
 * The groups with their staff; those whose staff is at fault are left out.
 *
 * @param people who works in each group by the roster
 * @param rosterAtFault that a group has nobody is then not to be told
 */
export function resolveGroups(
  work: readonly string[],
  people: RosterStaff['agents'] | undefined,
  rosterAtFault: boolean,
  resolution: Resolution,
): (AgentGroup | undefined)[] {
  const { groups } = resolution.written.people;
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
    const onboarding = resolveOnboarding(name, group.onboarding, resolution);
    const cohort = onboarding === undefined ? {} : { onboarding };
    const agents = people?.get(name);
    if (agents !== undefined) {
      if (group.staff !== undefined) {
        return resolution.fault([...path, 'staff'], { key: 'staffTwice', values: { group: name } }, 'key');
      }
      return { name, speeds, staff: { source: 'named', agents }, ...cohort };
    }
    if (group.staff === undefined) {
      if (!rosterAtFault) {
        const values = { group: name, shifts: resolution.written.shifts !== undefined };
        resolution.fault(path, { key: 'noStaff', values }, 'key');
      }
      return undefined;
    }
    const steps = headCounts(group.staff, [...path, 'staff'], resolution);
    return steps === undefined
      ? undefined
      : { name, speeds, staff: { source: 'head-counts', steps, leaving: group.leaving }, ...cohort };
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

/** Most agents of a group that may be there at once. */
export function mostAgents({ staff }: AgentGroup): number {
  return staff.source === 'named' ? staff.agents.length : Math.max(0, ...staff.steps.map(({ agents }) => agents));
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

/** The scenario with the groups that its roster adds, and who works in each; no people when no roster says so. */
export interface RosteredScenario {
  written: CompleteScenario;
  people: RosterStaff['agents'] | undefined;
  /** The groups that the roster added, each with the scenario's group of the same skills at other speeds, if there is one. */
  added: ReadonlyMap<string, string | undefined>;
}

/**
 * Reads the roster that a scenario names, or takes the one brought from outside.
 *
 * @param resolution the scenario as written
 * @param brought people who replace everybody that the scenario names
 * @param keepHeadCounts groups with head-counts work beside those people, unless these are in them
 * @returns undefined when the file is at fault
 */
export function readScenarioRoster(
  resolution: Resolution,
  brought: Roster | undefined,
  keepHeadCounts: boolean,
): RosteredScenario | undefined {
  const { written } = resolution;
  const { groups, roster: stated } = written.people;
  if (brought === undefined && stated === undefined) return { written, people: undefined, added: new Map() };
  const roster = brought ?? readStatedRoster(stated as NonNullable<typeof stated>, resolution);
  if (roster === undefined) return undefined;
  const skills = Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, group.skills]));
  const { added, agents } = staffOfRoster(roster, skills);
  const kept = Object.entries(groups).map(([name, group]): [string, WrittenGroup] => {
    if (brought === undefined) return [name, group];
    if (keepHeadCounts && group.staff !== undefined && !agents.has(name)) return [name, group];
    // Who is not on the roster is not there.
    if (!agents.has(name)) agents.set(name, []);
    const { staff: _, ...rest } = group;
    return [name, rest];
  });
  const likes = new Map([...added].map(([name, set]) => [name, groupLike(set, groups)]));
  const more = [...added].map(([name, set]): [string, WrittenGroup] => {
    const like = likes.get(name);
    return [name, { skills: { ...set }, leaving: 'pooled', handling: like === undefined ? {} : groups[like].handling }];
  });
  const people = { ...written.people, groups: Object.fromEntries([...kept, ...more]) };
  return { written: { ...written, people }, people: agents, added: likes };
}

/** The group of the scenario with just these skills, at whatever speeds. */
function groupLike(skills: WrittenSkills, groups: Readonly<Record<string, WrittenGroup>>): string | undefined {
  const names = (of: WrittenSkills) => Object.keys(of).sort().join('\n');
  return Object.keys(groups).find((name) => names(groups[name].skills) === names(skills));
}

function readStatedRoster(
  { file, columns }: NonNullable<CompleteScenario['people']['roster']>,
  resolution: Resolution,
): Roster | undefined {
  const opened = resolution.opened(file, ['people', 'roster', 'file']);
  if (opened === undefined) return undefined;
  const { written, local } = resolution;
  try {
    const { roster } = readOpenedRoster([opened], { ...rosterContextOf(written, local), headers: columns });
    return roster;
  } catch (error) {
    if (!(error instanceof RosterError)) throw error;
    for (const { place, message } of error.faults) {
      const inText = /^([0-9]+):([0-9]+)$/.exec(place.cell);
      resolution.faults.push({
        file: inText === null ? placeText(place) : place.file,
        line: inText === null ? null : Number(inText[1]),
        column: inText === null ? null : Number(inText[2]),
        path: '',
        message: { key: 'inRoster', values: message },
      });
    }
    return undefined;
  }
}

/** What a roster for a scenario is read against: its days, work and groups. */
export function rosterContextOf(written: CompleteScenario, local: LocalClock): RosterContext {
  return {
    timeZone: local.clock.timeZone,
    days: local.clock.days.map(({ date }) => date),
    work: Object.keys(written.work),
    groups: Object.keys(written.people.groups),
  };
}
