/** The shifts of a scenario: what `roster build` may choose from, in seconds and indexes. */
import { minutesOf } from '../kinds/clock.ts';
import type { Path } from '../kinds/resolving.ts';
import type { Resolution } from './resolution.ts';
import type { Interruption, ShiftPattern, ShiftPlan } from './scenario.ts';
import type { CompleteScenario, WrittenScenario } from './schema.ts';

type Written = NonNullable<CompleteScenario['shifts']>;
type WrittenPattern = Written['patterns'][string];

const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Whether a scenario says of what its roster is to be built, and nobody works there yet. */
export function awaitsRoster({ people, shifts }: WrittenScenario): boolean {
  const staffed = Object.values(people?.groups ?? {}).some((group) => group?.staff !== undefined);
  return shifts !== undefined && people?.roster === undefined && !staffed;
}

/** The shift plan, or null where the scenario has none; faults are reported. */
export function resolveShifts(resolution: Resolution): ShiftPlan | null {
  const { people, shifts } = resolution.written;
  if (shifts === undefined) return null;
  const groups = Object.keys(people.groups);
  const costPerHour = groups.map((name) => (Object.hasOwn(shifts.costPerHour, name) ? shifts.costPerHour[name] : 1));
  for (const name of Object.keys(shifts.costPerHour)) {
    resolution.indexOf('group', name, groups, ['shifts', 'costPerHour', name], 'key');
  }
  const stepSeconds = shifts.stepMinutes * 60;
  return {
    patterns: Object.entries(shifts.patterns).map(([name, pattern]) =>
      resolvePattern(name, pattern, stepSeconds, groups, resolution),
    ),
    stepSeconds,
    leastAgents: shifts.leastAgents,
    costPerHour,
    fairness: { ...shifts.fairness },
    peopleFile: shifts.people?.file ?? null,
  };
}

function resolvePattern(
  name: string,
  written: WrittenPattern,
  step: number,
  groups: readonly string[],
  resolution: Resolution,
): ShiftPattern {
  const path: Path = ['shifts', 'patterns', name];
  const onStep = (seconds: number, at: Path): number => {
    if (Math.abs(seconds / step - Math.round(seconds / step)) > 1e-9) {
      const values = { step: step / 60, got: seconds / 60 };
      resolution.fault([...path, ...at], { key: 'offStep', values });
    }
    return Math.round(seconds / step) * step;
  };
  const lengths = (Array.isArray(written.hours) ? written.hours : [written.hours]).map((hours) =>
    onStep(hours * 3600, ['hours']),
  );
  const { from, to, everyMinutes } = written.start;
  const [first, last] = [minutesOf(from), minutesOf(to)];
  onStep(first * 60, ['start', 'from']);
  onStep(everyMinutes * 60, ['start', 'everyMinutes']);
  if (last < first) resolution.fault([...path, 'start', 'to'], { key: 'startsOrder', values: { from, to } });
  const startMinutes: number[] = [];
  for (let minutes = first; minutes <= last; minutes += everyMinutes) startMinutes.push(minutes);

  const interruption = (one: WrittenPattern['breaks'][number], at: Path): Interruption => {
    const [earliest, latest] = one.afterHours;
    const seconds = onStep(one.minutes * 60, [...at, 'minutes']);
    const every = onStep(one.everyMinutes * 60, [...at, 'everyMinutes']);
    onStep(earliest * 3600, [...at, 'afterHours', 0]);
    if (latest < earliest) {
      resolution.fault([...path, ...at, 'afterHours'], { key: 'afterOrder', values: { earliest, latest } });
    }
    const after: number[] = [];
    for (let time = earliest * 3600; time <= latest * 3600 + 1e-6; time += every) after.push(time);
    const shortest = Math.min(...lengths);
    if (latest * 3600 + seconds > shortest) {
      const values = { end: latest + seconds / 3600, hours: shortest / 3600 };
      resolution.fault([...path, ...at, 'afterHours'], { key: 'afterShift', values });
    }
    return { seconds, after };
  };
  return {
    name,
    lengths,
    startMinutes,
    lunch: written.lunch === undefined ? null : interruption(written.lunch, ['lunch']),
    breaks: written.breaks.map((one, index) => interruption(one, ['breaks', index])),
    groups:
      written.groups
        ?.map((group, index) => resolution.indexOf('group', group, groups, [...path, 'groups', index]))
        .filter((group) => group >= 0) ?? groups.map((_, index) => index),
    weekdays: (written.days ?? weekdayNames).map((day) => weekdayNames.indexOf(day) + 1),
  };
}
