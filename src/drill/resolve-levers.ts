/** The levers of a drill: names to indexes, and the people that they bring as groups of the centre. */
import { levers as kinds, type LeverKind, type LeverStaff, type LeverTerms } from '../kinds/levers/index.ts';
import type { Path } from '../kinds/resolving.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Named } from '../words/faults.ts';
import { nearestName } from '../words/nearest-name.ts';
import type { Lever, Said } from './drill.ts';
import { type AddedGroup, addGroups, addSkill } from './equip.ts';
import { frontLineOf } from './front-line.ts';
import type { DrillReading } from './read-drill.ts';

/** A centre with its levers. */
export interface Equipped {
  scenario: Scenario;
  closedSkills: { group: number; type: number }[];
  levers: Lever[];
}

/** Resolves every lever; those at fault do nothing. */
export function resolveLevers(reading: DrillReading, scenario: Scenario): Equipped {
  const added: AddedGroup[] = [];
  let centre = scenario;
  const closedSkills: Equipped['closedSkills'] = [];
  const front = frontLineOf(scenario);
  const resolved = Object.entries(reading.written.levers).map(([name, { kind: kindName, title, ...fields }]): Lever => {
    const kind: LeverKind = kinds.get(kindName);
    const path: Path = ['levers', name];
    const terms = fields as unknown as LeverTerms;
    const { announcement, message, rank, shut, skill, staff, wrapUp } = kind.effect(fields);
    const bound = bind(reading, scenario, path);
    if (announcement !== undefined) {
      for (const [i, work] of (terms.touches ?? []).entries()) {
        const type = scenario.work.findIndex((one) => one.name === work);
        if (type >= 0 && !front.types.includes(type)) {
          reading.drillFault([...path, 'touches', i], { key: 'nobodyListens', values: { work } });
        }
      }
    }
    const brought = staff === undefined ? undefined : bringStaff(reading, scenario, path, staff);
    if (brought !== undefined)
      added.push({ name, afterSeconds: staff?.afterSeconds ?? 0, speeds: brought.speeds, like: brought.like });
    const skills = skill === undefined ? [] : openSkills(reading, scenario, path, skill);
    for (const { group, type } of skills) {
      if (closedSkills.some((one) => one.group === group && one.type === type)) continue;
      centre = addSkill(centre, group, type, skill?.speed ?? 1);
      closedSkills.push({ group, type });
    }
    return {
      name,
      title: (title as Said | undefined) ?? name,
      kind: kindName,
      capacity: staff?.agents ?? 1,
      counted: kind.counted,
      delay: terms.delayMinutes * 60,
      longest: terms.longestMinutes * 60,
      least: staff?.leastSeconds ?? 0,
      costPerHour: terms.costPerHour,
      costEach: terms.costEach,
      group: brought === undefined ? -1 : scenario.groups.length + added.length - 1,
      takenFrom: brought?.takenFrom ?? -1,
      owedBy: staff?.owed === true && brought !== undefined ? brought.like : -1,
      skills,
      types:
        kind.touched === 'nothing'
          ? []
          : (terms.touches?.map((work, i) => bound('work', work, ['touches', i])) ?? front.types),
      announcement: announcement ?? null,
      message: message ?? null,
      wrapUp: wrapUp ?? null,
      rank: rank ?? 0,
      shuts: shut === true,
    };
  });
  return { scenario: addGroups(centre, added), closedSkills, levers: resolved };
}

/** Looks names up, or reports that they are not there. */
function bind(reading: DrillReading, { groups, work }: Scenario, path: Path) {
  return (what: Named, got: string, at: Path): number => {
    const allowed = (what === 'group' ? groups : work).map(({ name }) => name);
    const index = allowed.indexOf(got);
    if (index < 0) {
      const values = { what, got, near: nearestName(got, allowed), allowed };
      reading.fault([...path, ...at], { key: 'unknownName', values });
    }
    return index;
  };
}

function bringStaff(
  reading: DrillReading,
  scenario: Scenario,
  path: Path,
  { like, owed, skills, takenFrom: from }: LeverStaff,
): { speeds: number[]; like: number; takenFrom: number } | undefined {
  const indexOf = bind(reading, scenario, path);
  const takenFrom = from === undefined ? -1 : indexOf('group', from, ['from']);
  if (from !== undefined && takenFrom >= 0 && scenario.groups[takenFrom].staff.source === 'named') {
    return reading.drillFault([...path, 'from'], { key: 'namedGroup', values: { group: from } });
  }
  if (like !== undefined) {
    const group = indexOf('group', like, ['group']);
    if (group < 0) return undefined;
    const { speeds, staff } = scenario.groups[group];
    if (owed && staff.source === 'named') {
      return reading.drillFault([...path, 'group'], { key: 'namedGroup', values: { group: like } });
    }
    return { speeds, like: group, takenFrom };
  }
  const speeds = scenario.work.map(() => 0);
  for (const [work, speed] of Object.entries(skills ?? {})) {
    const type = indexOf('work', work, ['skills', work]);
    if (type >= 0) speeds[type] = speed;
  }
  return { speeds, like: -1, takenFrom };
}

function openSkills(
  reading: DrillReading,
  scenario: Scenario,
  path: Path,
  { group: name, work }: { group: string; work: readonly string[] },
): { group: number; type: number }[] {
  const indexOf = bind(reading, scenario, path);
  const group = indexOf('group', name, ['group']);
  return work.flatMap((one, i) => {
    const type = indexOf('work', one, ['work', i]);
    if (group < 0 || type < 0) return [];
    if (scenario.groups[group].speeds[type] > 0) {
      reading.drillFault([...path, 'work', i], { key: 'skillKnown', values: { group: name, work: one } });
    }
    return [{ group, type }];
  });
}
