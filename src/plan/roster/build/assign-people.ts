/**
 * Gives shifts to people, day by day: on each day the best assignment of the day's shifts to those whom the rules allow one,
 * so that nobody ever breaks a hard rule; then what was left over is moved about once more.
 *
 * Who has most of his contract left goes first, which leaves the later days the most choice; among equals the one whose hours of
 * the day change least and who has had least of what nobody likes.
 */

import { type Person, paidSeconds, plainPerson, type Roster, type Shift } from '../../../scenario/roster/roster.ts';
import { addDays, RosterClock } from '../../../scenario/roster/roster-clock.ts';
import { goesAgainst, type Wish } from '../../../scenario/roster/wishes.ts';
import type { Scenario, ShiftPlan, StatedRule } from '../../../scenario/scenario.ts';
import { ruleBreaches, ruledShift } from '../check-labour-rules.ts';
import { type CandidateShift, unpaidActivities } from './candidate-shifts.ts';
import { leastCostAssignment } from './least-cost-assignment.ts';

/** People with shifts, and the shifts that nobody may take. */
export interface Assignment {
  roster: Roster;
  unfilled: { group: number; candidate: number }[];
}

/** How many people of a group work a candidate shift. */
export interface ShiftCount {
  group: number;
  candidate: number;
  people: number;
}

type RuledShift = ReturnType<typeof ruledShift>;

/** A shift to be given away. */
interface OpenShift {
  group: number;
  candidate: number;
  day: number;
  shift: Shift;
  ruled: RuledShift;
}

/** Somebody and what he has so far. */
interface Worker {
  index: number;
  group: number;
  /** Paid hours of his contract in a calendar week; infinite when not stated. */
  hoursPerWeek: number;
  wishes: readonly Wish[];
  given: OpenShift[];
}

/** What it weighs where the scenario does not say. */
const usualFairness: ShiftPlan['fairness'] = { wishes: 3, weekends: 2, unsocial: 1, changes: 0.5 };
/** No rule forbids it, but it is the last that is done. */
const forbidden = 1e6;

/**
 * Assigns shifts to the people of a roster.
 *
 * @param people who there is, and their leave; shifts in it are pinned: they stay with their people, and count
 * @param groupOf index of each person's group
 */
export function assignPeople(
  scenario: Scenario,
  candidates: readonly CandidateShift[],
  counts: readonly ShiftCount[],
  people: Roster,
  groupOf: readonly number[],
): Assignment {
  const clock = new RosterClock(scenario.clock.startDate, scenario.clock.timeZone);
  const rules = builtRules(scenario);
  const ruled = (shift: Shift) =>
    ruledShift(shift, { startDate: scenario.clock.startDate, unpaid: [...unpaidActivities] }, clock);
  const open = counts.flatMap(({ candidate, group, people: number }) => {
    const { day, pinned, shift } = candidates[candidate];
    const count = pinned === undefined ? number : 0;
    return Array.from({ length: count }, (): OpenShift => ({ group, candidate, day, shift, ruled: ruled(shift) }));
  });
  const workers = people.people.map(
    (person, index): Worker => ({
      index,
      group: groupOf[index],
      hoursPerWeek: person.hoursPerWeek ?? Number.POSITIVE_INFINITY,
      wishes: person.wishes ?? [],
      given: [],
    }),
  );
  const taste: Taste = {
    weights: scenario.shifts?.fairness ?? usualFairness,
    softRules: scenario.labourRules.filter(({ hard, weight }) => !hard && weight > 0),
    startDate: scenario.clock.startDate,
  };
  const may = (worker: Worker, shift: OpenShift, without?: OpenShift) => allows(worker, shift, without, people, rules);
  for (const shift of people.shifts) {
    const day = scenario.clock.days.findLastIndex(({ start }) => start <= shift.from);
    give(workers[shift.person], { group: groupOf[shift.person], candidate: -1, day, shift, ruled: ruled(shift) });
  }
  let unfilled: OpenShift[] = [];
  scenario.clock.days.forEach((_, day) => {
    scenario.groups.forEach((_group, group) => {
      const today = open.filter((shift) => shift.day === day && shift.group === group);
      const members = workers.filter((worker) => worker.group === group);
      unfilled.push(...giveDay(today, members, scenario.clock.days.length - day, may, taste));
    });
  });
  unfilled = unfilled.filter((shift) => !moveAbout(shift, workers, may));
  const roster: Roster = { ...people, unpaid: [...unpaidActivities], shifts: [] };
  for (const { given, index } of workers) {
    for (const { shift } of given) roster.shifts.push(ofPerson(shift, index));
  }
  roster.shifts.sort((a, b) => a.person - b.person || a.from - b.from);
  return { roster, unfilled: unfilled.map(({ candidate, group }) => ({ candidate, group })) };
}

/** The shift for somebody. */
function ofPerson(shift: Shift, person: number): Shift {
  return { ...shift, person, activities: shift.activities.map((one) => ({ ...one })), only: [...shift.only] };
}

/** The hard rules, and one shift a day where no rule says how many. */
export function builtRules({ labourRules }: Scenario): StatedRule[] {
  const hard = labourRules.filter((rule) => rule.hard);
  return hard.some(({ kind }) => kind === 'shifts-a-day')
    ? hard
    : [...hard, { kind: 'shifts-a-day', hard: true, weight: 0, most: 1 }];
}

/** Whether somebody may take a shift with what he has, less one of them. */
function allows(
  { given, group, hoursPerWeek, index }: Worker,
  { group: wanted, ruled, shift }: OpenShift,
  without: OpenShift | undefined,
  people: Roster,
  rules: readonly StatedRule[],
): boolean {
  if (group !== wanted) return false;
  if (people.leave.some(({ from, person, to }) => person === index && from < shift.to && shift.from < to)) return false;
  const others = given.filter((one) => one !== without).map((one) => one.ruled);
  if (others.some(({ from, to }) => from < shift.to && shift.from < to)) return false;
  const week = others.reduce((sum, one) => (one.week === ruled.week ? sum + one.paidHours : sum), ruled.paidHours);
  if (week > hoursPerWeek + 1e-9) return false;
  const all = [...others, ruled].sort((a, b) => a.from - b.from);
  return rules.every((rule) => ruleBreaches(rule, all).length === 0);
}

/** Gives a day's shifts to those who may have them; returns the shifts left over. */
function giveDay(
  today: readonly OpenShift[],
  members: readonly Worker[],
  daysLeft: number,
  may: (worker: Worker, shift: OpenShift) => boolean,
  taste: Taste,
): OpenShift[] {
  if (today.length === 0) return [];
  const classes = new Map<string, number>();
  const classOf = today.map(({ shift }) => {
    const key = `${shift.from} ${shift.to} ${paidSeconds(shift, unpaidActivities)}`;
    if (!classes.has(key)) classes.set(key, classes.size);
    return classes.get(key) as number;
  });
  const cost = members.map((worker) => {
    const known: number[] = [];
    return today.map((shift, i) => {
      known[classOf[i]] ??= may(worker, shift) ? costOf(worker, shift, daysLeft, taste) : forbidden;
      return known[classOf[i]];
    });
  });
  const taken = leastCostAssignment(cost, today.length);
  const left: OpenShift[] = [];
  today.forEach((shift, i) => {
    const member = taken[i];
    if (member < 0 || cost[member][i] >= forbidden) left.push(shift);
    else members[member].given.push(shift);
  });
  return left;
}

/** The less, the rather he should have it. */
function costOf({ given, hoursPerWeek, wishes }: Worker, { ruled }: OpenShift, daysLeft: number, taste: Taste): number {
  const week = given.filter((one) => one.ruled.week === ruled.week);
  const contract = hoursPerWeek === Number.POSITIVE_INFINITY ? 40 : hoursPerWeek;
  const owed =
    (contract - week.reduce((sum, one) => sum + one.ruled.paidHours, 0)) / Math.max(1, Math.min(daysLeft, 7));
  const last = given[given.length - 1];
  const change = last === undefined ? 0 : Math.abs(last.ruled.startMinute - ruled.startMinute) / 60;
  const weekend = ruled.weekday >= 6 ? given.filter((one) => one.ruled.weekday >= 6).length : 0;
  const late = ({ endMinute, startMinute }: RuledShift) => startMinute < 6 * 60 || endMinute > 22 * 60;
  const unsocial = late(ruled) ? given.filter((one) => late(one.ruled)).length : 0;
  const wished = { ...ruled, date: addDays(taste.startDate, ruled.day) };
  const against = wishes.filter((wish) => goesAgainst(wish, wished)).length;
  const had = given.map((one) => one.ruled);
  const all = [...had, ruled].sort((a, b) => a.from - b.from);
  const broken = taste.softRules.reduce(
    (sum, rule) => sum + rule.weight * (ruleBreaches(rule, all).length - ruleBreaches(rule, had).length),
    0,
  );
  const { weights } = taste;
  const burden =
    weights.changes * change + weights.weekends * weekend + weights.unsocial * unsocial + weights.wishes * against;
  return 100 - 4 * owed + burden + broken;
}

/** What the scenario says giving shifts to people weighs, its soft rules, and from when its days count. */
interface Taste {
  weights: ShiftPlan['fairness'];
  softRules: readonly StatedRule[];
  startDate: string;
}

/** Finds somebody who may take a shift once another of his goes to somebody else; false when there is nobody. */
function moveAbout(
  shift: OpenShift,
  workers: readonly Worker[],
  may: (worker: Worker, shift: OpenShift, without?: OpenShift) => boolean,
): boolean {
  for (const worker of workers) {
    if (worker.group !== shift.group) continue;
    if (may(worker, shift)) {
      give(worker, shift);
      return true;
    }
  }
  for (const worker of workers) {
    if (worker.group !== shift.group) continue;
    for (const other of worker.given) {
      if (other.shift.pinned || !may(worker, shift, other)) continue;
      const taker = workers.find((one) => one !== worker && may(one, other));
      if (taker === undefined) continue;
      worker.given.splice(worker.given.indexOf(other), 1);
      give(worker, shift);
      give(taker, other);
      return true;
    }
  }
  return false;
}

function give({ given }: Worker, shift: OpenShift): void {
  given.push(shift);
  given.sort((a, b) => a.shift.from - b.shift.from);
}

/** Which group of a scenario each person belongs to, by name or by skills; -1 where there is none. */
export function groupsOfPeople(scenario: Scenario, people: readonly Person[]): number[] {
  return people.map((person) => {
    const named = scenario.groups.findIndex(({ name }) => name === person.group);
    if (person.skills.length === 0) return named;
    return scenario.groups.findIndex(({ speeds }) =>
      scenario.work.every(
        ({ name }, type) => speeds[type] === (person.skills.find(({ work }) => work === name)?.speed ?? 0),
      ),
    );
  });
}

/**
 * Assigns shifts to people who are hired as they are needed, called after their group.
 * @param counts with candidates by index
 */
export function hirePeople(
  scenario: Scenario,
  candidates: readonly CandidateShift[],
  counts: readonly ShiftCount[],
): Roster {
  const { clock, groups, shifts: plan } = scenario;
  const needed = groups.map((_, group) =>
    Math.max(
      ...clock.days.map((_day, day) =>
        counts.reduce((sum, count) => {
          const counted = count.group === group && candidates[count.candidate].day === day;
          return counted ? sum + count.people : sum;
        }, 0),
      ),
    ),
  );
  for (;;) {
    const groupOf = groups.flatMap((_, group) => new Array<number>(needed[group]).fill(group));
    const people = groups.flatMap(({ name }, group) =>
      Array.from({ length: needed[group] }, (_, index) => ({
        ...plainPerson(`${name} ${String(index + 1).padStart(String(needed[group]).length, '0')}`),
        group: name,
        costPerHour: plan?.costPerHour[group] ?? 1,
      })),
    );
    const empty: Roster = {
      startDate: clock.startDate,
      timeZone: clock.timeZone,
      people,
      shifts: [],
      leave: [],
      unpaid: [...unpaidActivities],
    };
    const { roster, unfilled } = assignPeople(scenario, candidates, counts, empty, groupOf);
    if (unfilled.length === 0) return roster;
    groups.forEach((_, group) => {
      const left = unfilled.filter((shift) => shift.group === group).length;
      needed[group] += Math.ceil(left / Math.min(5, clock.days.length));
    });
  }
}
