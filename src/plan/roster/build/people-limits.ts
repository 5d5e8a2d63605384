/** What the people there are allow: how many may come on a day, how many shifts and paid hours in all. */
import type { Roster } from '../../../scenario/roster/roster.ts';
import { RosterClock } from '../../../scenario/roster/roster-clock.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { ruleBreaches, ruledShift } from '../check-labour-rules.ts';
import { builtRules } from './assign-people.ts';
import { type CandidateShift, unpaidActivities } from './candidate-shifts.ts';
import type { CoverageLimits } from './coverage-model.ts';

/** More than anybody has. */
const unlimited = 1e6;

/**
 * The limits by group. They are necessary, not sufficient: the assignment finds out the rest.
 * @param groupOf index of each person's group
 */
export function peopleLimits(
  scenario: Scenario,
  candidates: readonly CandidateShift[],
  people: Roster,
  groupOf: readonly number[],
): CoverageLimits {
  const { days } = scenario.clock;
  const weeks = Math.ceil(days.length / 7);
  const free = people.people.map((_, person) =>
    days.map(({ start, end }) =>
      people.leave.every((leave) => leave.person !== person || leave.from > start || leave.to < end),
    ),
  );
  const typical = days.map((_, day) => typicalShift(candidates.filter((one) => one.day === day)));
  const most = people.people.map((_, person) => mostShifts(scenario, typical, free[person]));
  const sum = (group: number, value: (person: number) => number) =>
    groupOf.reduce((total, of, person) => (of === group ? total + value(person) : total), 0);
  const groups = scenario.groups.map((_, group) => group);
  return {
    people: groups.map((group) => days.map((_, day) => sum(group, (person) => (free[person][day] ? 1 : 0)))),
    hours: groups.map((group) => sum(group, (person) => (people.people[person].hoursPerWeek ?? unlimited) * weeks)),
    shifts: groups.map((group) => sum(group, (person) => most[person])),
  };
}

/** The shift of a day in the middle of them all, short rather than long. */
function typicalShift(today: readonly CandidateShift[]): CandidateShift | undefined {
  const shortest = Math.min(...today.map(({ hours }) => hours));
  const short = today.filter(({ hours }) => hours === shortest);
  return short[Math.floor(short.length / 2)];
}

/** How many days somebody may work when he takes the typical shift whenever the rules let him. */
function mostShifts(
  scenario: Scenario,
  typical: readonly (CandidateShift | undefined)[],
  free: readonly boolean[],
): number {
  const clock = new RosterClock(scenario.clock.startDate, scenario.clock.timeZone);
  const rules = builtRules(scenario);
  const unpaid = [...unpaidActivities];
  const taken: ReturnType<typeof ruledShift>[] = [];
  typical.forEach((candidate, day) => {
    if (candidate === undefined || !free[day]) return;
    const next = ruledShift(candidate.shift, { startDate: scenario.clock.startDate, unpaid }, clock);
    if (rules.every((rule) => ruleBreaches(rule, [...taken, next]).length === 0)) taken.push(next);
  });
  return taken.length;
}
