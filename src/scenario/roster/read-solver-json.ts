/**
 * The JSON of open optimisers. pyworkforce prints solutions without the hours of its shifts, so its inputs stand beside them in
 * the same object (`shifts_coverage`, `profiles`); Timefold's employee-scheduling quickstart holds all in one.
 */
import { nearestName } from '../../words/nearest-name.ts';
import type { RosterContext } from './finish-roster.ts';
import { readMoment } from './read-moments.ts';
import { addDays } from './roster-clock.ts';
import type { DraftEntry, RosterDraft } from './roster-draft.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** Reads the JSON of a solver into the draft. */
export function readSolverJson(file: string, text: string, context: RosterContext, draft: RosterDraft): void {
  const place = { file, sheet: '', cell: '' };
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch (error) {
    draft.fault(place, { key: 'badJson', values: { got: error instanceof Error ? error.message : String(error) } });
    return;
  }
  const top = asObject(json);
  // A solution may stand in a field of its own beside the inputs.
  const all = top === undefined ? {} : { ...top, ...asObject(top.solution), ...asObject(top.result) };
  if (Array.isArray(all.agents_per_profile)) readProfiles(file, all, context, draft);
  else if (Array.isArray(all.resource_shifts)) readShiftList(file, all, 'resource_shifts', draft, context);
  else if (Array.isArray(all.resources_shifts)) readShiftList(file, all, 'resources_shifts', draft, context);
  else if (Array.isArray(all.employees) && Array.isArray(all.shifts)) readTimefold(file, all, draft);
  else draft.fault(place, { key: 'unknownFormat' });
}

function asObject(json: Json | undefined): JsonObject | undefined {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : undefined;
}

function asObjects(json: Json | undefined): JsonObject[] {
  return Array.isArray(json) ? json.map((one) => asObject(one) ?? {}) : [];
}

function asTexts(json: Json | undefined): string[] {
  return Array.isArray(json) ? json.filter((one) => typeof one === 'string') : [];
}

/** pyworkforce `MultiSkillStaffing.solve()`: so many agents of each profile, on queue whenever the centre is open. */
function readProfiles(file: string, all: JsonObject, context: RosterContext, draft: RosterDraft): void {
  const profiles = asObjects(all.profiles);
  const stated = Object.entries(asObject(all.required_positions) ?? {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] >= 0,
  );
  if (stated.length > 0) draft.needs = Object.fromEntries(stated);
  asObjects(all.agents_per_profile).forEach((row, i) => {
    const place = { file, sheet: '', cell: `agents_per_profile[${i}]` };
    const { profile, agents } = row;
    if (typeof profile !== 'string' || typeof agents !== 'number' || !Number.isInteger(agents) || agents < 0) {
      draft.fault(place, { key: 'solverShape', values: { path: place.cell, expected: '{ profile, agents }' } });
      return;
    }
    const described = profiles.find(({ name }) => name === profile);
    const skills = asTexts(described?.skills ?? row.skills).map((work) => ({ work, speed: 1 }));
    if (skills.length === 0 && !context.groups.includes(profile)) {
      draft.fault(place, { key: 'solverFields', values: { solver: 'pyworkforce', needs: 'profiles' } });
      return;
    }
    const costPerHour = typeof described?.cost === 'number' ? described.cost : 1;
    for (let n = 1; n <= agents; n++) {
      const person = `${profile} ${n}`;
      draft.addPerson({ name: person, place, group: profile, costPerHour, ...(skills.length > 0 ? { skills } : {}) });
      const time = { day: null, from: 0, to: 1440 };
      draft.entries.push({ person, what: 'on-queue', time, only: [], pinned: false, inShift: false, place });
    }
  });
}

/**
 * pyworkforce `MinHoursRoster.solve()` (`resource_shifts`: who, day, shift) and `MinRequiredResources` or `MinAbsDifference`
 * (`resources_shifts`: how many, day, shift). Days count from 0; `shifts_coverage` says in which parts of a day a shift works.
 */
function readShiftList(
  file: string,
  all: JsonObject,
  field: 'resource_shifts' | 'resources_shifts',
  draft: RosterDraft,
  context: RosterContext,
): void {
  const whole = { file, sheet: '', cell: '' };
  const coverage = asObject(all.shifts_coverage);
  if (coverage === undefined) {
    draft.fault(whole, { key: 'solverFields', values: { solver: 'pyworkforce', needs: 'shifts_coverage' } });
    return;
  }
  const names = Object.keys(coverage);
  asObjects(all[field]).forEach((row, i) => {
    const place = { file, sheet: '', cell: `${field}[${i}]` };
    const { day, shift } = row;
    const count = field === 'resource_shifts' ? 1 : row.resources;
    const who = field === 'resource_shifts' ? row.resource : '';
    const fits = typeof day === 'number' && typeof shift === 'string' && typeof count === 'number';
    if (!fits || typeof who !== 'string' || !Number.isInteger(day) || !Number.isInteger(count) || count < 0) {
      const expected = field === 'resource_shifts' ? '{ resource, day, shift }' : '{ day, shift, resources }';
      draft.fault(place, { key: 'solverShape', values: { path: place.cell, expected } });
      return;
    }
    if (!names.includes(shift)) {
      draft.fault(place, {
        key: 'unknownShift',
        values: { got: shift, near: nearestName(shift, names), allowed: names },
      });
      return;
    }
    const first = context.days[0];
    if (first === undefined) {
      draft.fault(place, { key: 'noDate' });
      return;
    }
    for (let n = 1; n <= count; n++) {
      const person = who === '' ? `${shift} ${n}` : who;
      draft.addPerson({ name: person, place });
      for (const { from, to } of coveredMinutes(coverage[shift])) {
        const time = { day: { date: addDays(first, day) }, from, to };
        draft.entries.push({ person, what: 'on-queue', time, only: [], pinned: false, inShift: false, place });
      }
    }
  });
}

/** The stretches of a coverage list, in minutes of the day; a shift over midnight is written at both ends of the list. */
function coveredMinutes(list: Json): { from: number; to: number }[] {
  const marks = Array.isArray(list) ? list.map((mark) => mark === 1) : [];
  const step = 1440 / marks.length;
  const spans: { from: number; to: number }[] = [];
  marks.forEach((on, i) => {
    if (!on) return;
    const last = spans[spans.length - 1];
    if (last !== undefined && last.to === i * step) last.to = (i + 1) * step;
    else spans.push({ from: i * step, to: (i + 1) * step });
  });
  const [first, last] = [spans[0], spans[spans.length - 1]];
  // The early hours of a night shift belong to the night that begins on that day.
  if (spans.length > 1 && first.from === 0 && last.to === 1440) {
    spans.shift();
    last.to = 1440 + first.to;
  }
  return spans;
}

/** Timefold's employee-scheduling quickstart: employees with skills, shifts with an employee and a required skill. */
function readTimefold(file: string, all: JsonObject, draft: RosterDraft): void {
  for (const [i, employee] of asObjects(all.employees).entries()) {
    const place = { file, sheet: '', cell: `employees[${i}]` };
    const name = employee.name;
    if (typeof name !== 'string') {
      draft.fault(place, { key: 'solverShape', values: { path: place.cell, expected: '{ name, skills }' } });
      continue;
    }
    const skills = asTexts(employee.skills).map((work) => ({ work, speed: 1 }));
    draft.addPerson({ name, place, ...(skills.length > 0 ? { skills } : {}) });
    for (const date of asTexts(employee.unavailableDates)) {
      const time = { day: { date }, from: 0, to: 1440 };
      draft.entries.push({ person: name, what: 'leave', time, only: [], pinned: false, inShift: false, place });
    }
  }
  for (const [i, shift] of asObjects(all.shifts).entries()) {
    const place = { file, sheet: '', cell: `shifts[${i}]` };
    const person = typeof shift.employee === 'string' ? shift.employee : asObject(shift.employee)?.name;
    // A shift that the solver could give to nobody.
    if (shift.employee === null || shift.employee === undefined) continue;
    const start = typeof shift.start === 'string' ? readMoment(shift.start) : undefined;
    const end = typeof shift.end === 'string' ? readMoment(shift.end) : undefined;
    if (typeof person !== 'string' || start === undefined || end === undefined) {
      draft.fault(place, { key: 'solverShape', values: { path: place.cell, expected: '{ start, end, employee }' } });
      continue;
    }
    const site = typeof shift.location === 'string' ? shift.location : '';
    draft.addPerson({ name: person, place });
    const only = typeof shift.requiredSkill === 'string' ? [shift.requiredSkill] : [];
    const entry: DraftEntry = {
      person,
      what: 'on-queue',
      time: { start, end },
      only,
      pinned: shift.pinned === true,
      inShift: false,
      place,
    };
    draft.entries.push(entry);
    const known = draft.people.get(person);
    if (known !== undefined && known.site === undefined && site !== '') known.site = site;
  }
}
