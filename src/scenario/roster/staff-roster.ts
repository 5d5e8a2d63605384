/**
 * From a roster to the groups of a scenario: who can do the same work at the same speed is one group, whatever team he is in.
 * The engine knows groups, the planner knows people; this is the only place where one becomes the other.
 */
import type { NamedAgent, Span } from '../scenario.ts';
import { type Activity, onQueueSpans, paidSpans, type Roster, type Shift, type Skill } from './roster.ts';

/** The skills of a group by name of work, as a scenario writes them. */
export type WrittenSkills = Readonly<Record<string, number>>;

/** Who works in which group. */
export interface RosterStaff {
  /** Skills of the groups that the scenario lacks, by the name they are given, in the order of the roster. */
  added: Map<string, WrittenSkills>;
  /** The people of each group, in the order of the roster. */
  agents: Map<string, NamedAgent[]>;
}

/** What interrupts a shift and is kept whole when a contact delays its start. */
const keptWhole: readonly Activity[] = ['break', 'lunch'];

/**
 * The groups of a roster's people.
 *
 * A person belongs to the scenario's group of his name, or by his skills to the group that has just these at just these speeds;
 * where there is none it is added, called as the roster calls it or by its skills. A shift limited to some work puts him into
 * the group of that work while it lasts; a shift limited to work that he cannot do puts him into none.
 *
 * @param roster its times count from the scenario's start
 * @param groups the scenario's groups, by name
 * @throws RangeError when a person of the roster is in a group that is not among `groups`
 */
export function staffOfRoster(roster: Roster, groups: Readonly<Record<string, WrittenSkills>>): RosterStaff {
  const staff: RosterStaff = { added: new Map(), agents: new Map() };
  const names = new Map(Object.entries(groups).map(([name, skills]) => [setKey(skills), name]));
  const found = new Map<string, NamedAgent>();
  for (const shift of roster.shifts) {
    const group = groupOf(shift, roster, groups, names, staff);
    if (group === undefined || shift.to <= 0) continue;
    const { name } = roster.people[shift.person];
    const key = JSON.stringify([group, shift.person]);
    let agent = found.get(key);
    if (agent === undefined) {
      agent = { name, onQueue: [], paid: [], breaks: [] };
      found.set(key, agent);
      const members = staff.agents.get(group);
      if (members === undefined) staff.agents.set(group, [agent]);
      else members.push(agent);
    }
    agent.onQueue.push(...fromStart(onQueueSpans(shift)));
    agent.paid.push(...fromStart(paidSpans(shift, roster.unpaid)));
    const breaks = shift.activities.filter(({ activity }) => keptWhole.includes(activity));
    agent.breaks.push(...fromStart(breaks));
  }
  // Whoever has no shift, because he is ill or on leave, still leaves a group behind, if only an empty one: his work is not unheard of.
  const onShift = new Set(roster.shifts.map(({ person }) => person));
  for (const person of roster.people.keys()) {
    if (!onShift.has(person)) groupOf({ person, only: [] }, roster, groups, names, staff);
  }
  for (const name of staff.added.keys()) if (!staff.agents.has(name)) staff.agents.set(name, []);
  return staff;
}

/** Spans less what lies before second 0. */
function fromStart(spans: readonly Span[]): Span[] {
  return spans.filter(({ to }) => to > 0).map(({ from, to }) => ({ from: Math.max(0, from), to }));
}

function groupOf(
  shift: Pick<Shift, 'person' | 'only'>,
  roster: Roster,
  groups: Readonly<Record<string, WrittenSkills>>,
  names: Map<string, string>,
  { added }: RosterStaff,
): string | undefined {
  const person = roster.people[shift.person];
  const all = personSkills(person, groups);
  const skills = shift.only.length === 0 ? all : all.filter(({ work }) => shift.only.includes(work));
  if (skills.length === 0) return undefined;
  if (person.skills.length === 0 && skills.length === all.length) return person.group;
  const written = Object.fromEntries(skills.map(({ work, speed }) => [work, speed]));
  const key = setKey(written);
  let name = names.get(key);
  if (name === undefined) {
    const taken = [...Object.keys(groups), ...added.keys()];
    const own = skills.length === all.length ? person.group : '';
    name = own !== '' && !taken.includes(own) ? own : skillSetName(skills);
    names.set(key, name);
    added.set(name, written);
  }
  return name;
}

/**
 * What a person can do: his own skills, or those of his group.
 * @throws RangeError when he has none and his group is not among `groups`
 */
export function personSkills(
  person: { name: string; group: string; skills: readonly Skill[] },
  groups: Readonly<Record<string, WrittenSkills>>,
): readonly Skill[] {
  if (person.skills.length > 0) return person.skills;
  if (!Object.hasOwn(groups, person.group)) {
    throw new RangeError(`roster: ${person.name} is in the group "${person.group}", which the scenario does not have`);
  }
  return Object.entries(groups[person.group]).map(([work, speed]) => ({ work, speed }));
}

/** Skills as a name: `inquiry + complaint (0.8)`. */
function skillSetName(skills: readonly Skill[]): string {
  return skills.map(({ work, speed }) => (speed === 1 ? work : `${work} (${speed})`)).join(' + ');
}

function setKey(skills: WrittenSkills): string {
  return JSON.stringify(Object.entries(skills).sort(([a], [b]) => (a < b ? -1 : 1)));
}
