/** From the people of a roster to the agent groups of a scenario: who can do the same at the same speed is one group. */
import type { StaffOverride } from '../../scenario/resolve.ts';
import type { NamedAgent, Span } from '../../scenario/scenario.ts';
import { onQueueSpans, type Person, paidSpans, type Roster, type Shift, type Skill } from './roster.ts';

/** A group that the scenario writes. */
export interface KnownGroup {
  name: string;
  /** Speed by name of work. */
  skills: Readonly<Record<string, number>>;
}

/**
 * The staff of a scenario as its roster says. A person joins the scenario's group of the same skills and speeds, whatever it is
 * called; people whom no group fits make a group of their own. A shift that is limited to some work is served from a group
 * with those skills alone. Time before the scenario's start is cut off.
 *
 * @param groups of the scenario, in order
 */
export function staffGroups(roster: Roster, groups: readonly KnownGroup[]): StaffOverride {
  const staff = new Map<string, { skills: Record<string, number>; agents: NamedAgent[] }>();
  const agents = new Map<string, NamedAgent>();
  for (const shift of roster.shifts) {
    const person = roster.people[shift.person];
    const { name, skills } = groupOf(skillsOf(person, shift, groups), groups, staff);
    let group = staff.get(name);
    if (group === undefined) {
      group = { skills: { ...skills }, agents: [] };
      staff.set(name, group);
    }
    const key = `${shift.person} ${name}`;
    let agent = agents.get(key);
    if (agent === undefined) {
      agent = { name: person.name, onQueue: [], paid: [] };
      agents.set(key, agent);
      group.agents.push(agent);
    }
    agent.onQueue.push(...fromZero(onQueueSpans(shift)));
    agent.paid.push(...fromZero(paidSpans(shift, roster.unpaid)));
  }
  return staff;
}

/** What a person can do on a shift, by name of work. */
export function skillsOf(
  person: Person,
  shift: Pick<Shift, 'only'>,
  groups: readonly KnownGroup[],
): Record<string, number> {
  const own =
    person.skills.length > 0 ? fromList(person.skills) : groups.find(({ name }) => name === person.group)?.skills;
  const skills = own ?? {};
  if (shift.only.length === 0) return { ...skills };
  return Object.fromEntries(Object.entries(skills).filter(([work]) => shift.only.includes(work)));
}

function fromList(skills: readonly Skill[]): Record<string, number> {
  return Object.fromEntries(skills.map(({ work, speed }) => [work, speed]));
}

function groupOf(
  skills: Record<string, number>,
  groups: readonly KnownGroup[],
  staff: StaffOverride,
): { name: string; skills: Readonly<Record<string, number>> } {
  const known = groups.find((group) => sameSkills(group.skills, skills));
  if (known !== undefined) return known;
  for (const [name, group] of staff) if (sameSkills(group.skills, skills)) return { name, skills };
  const plain = Object.entries(skills)
    .map(([work, speed]) => (speed === 1 ? work : `${work} ${speed}`))
    .join(' + ');
  // A group's name is bounded; the number keeps two long ones apart.
  let name = plain.slice(0, 50);
  for (let n = 2; groups.some((group) => group.name === name) || staff.has(name); n++)
    name = `${plain.slice(0, 50)} ${n}`;
  return { name, skills };
}

function sameSkills(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const works = Object.keys(a);
  return works.length === Object.keys(b).length && works.every((work) => a[work] === b[work]);
}

function fromZero(spans: readonly Span[]): Span[] {
  return spans.filter(({ to }) => to > 0).map(({ from, to }) => ({ from: Math.max(0, from), to }));
}
