/** Holds a roster against labour rules, and measures how fairly it shares its shifts. */
import { labourRules } from '../../kinds/labour-rules/index.ts';
import type { RuleBreach, RuledShift } from '../../kinds/labour-rules/labour-rule.ts';
import { onQueueSpans, paidSeconds, type Roster, type Shift } from '../../scenario/roster/roster.ts';
import { daysBetween, RosterClock, weekdayOf } from '../../scenario/roster/roster-clock.ts';
import type { StatedRule } from '../../scenario/scenario.ts';

/** A rule broken by somebody. */
export interface LabourBreach {
  rule: StatedRule;
  /** Index into `roster.people`. */
  person: number;
  /** Index into `roster.shifts` of a shift whose removal mends it. */
  shift: number;
  value: number;
  limit: number;
}

/**
 * Where a roster breaks the rules; a shift that pins a breach may be mended by others as well.
 * @param rules their kinds are known
 */
export function checkLabourRules(roster: Roster, rules: readonly StatedRule[]): LabourBreach[] {
  const clock = new RosterClock(roster.startDate, roster.timeZone);
  const byPerson = roster.people.map((): { shift: number; ruled: RuledShift }[] => []);
  roster.shifts.forEach((shift, index) => {
    byPerson[shift.person].push({ shift: index, ruled: ruledShift(shift, roster, clock) });
  });
  return byPerson.flatMap((shifts, person) =>
    rules.flatMap((rule) =>
      ruleBreaches(
        rule,
        shifts.map(({ ruled }) => ruled),
      ).map(({ shift, value, limit }) => ({ rule, person, shift: shifts[shift].shift, value, limit })),
    ),
  );
}

/** Where the shifts of one person break one rule. */
export function ruleBreaches(
  { kind, hard: _, weight: __, ...fields }: StatedRule,
  shifts: readonly RuledShift[],
): RuleBreach[] {
  return labourRules.get(kind).breaches(fields, shifts);
}

/** A shift as rules see it. */
export function ruledShift(shift: Shift, roster: Pick<Roster, 'startDate' | 'unpaid'>, clock: RosterClock): RuledShift {
  const start = clock.local(shift.from);
  const end = clock.local(shift.to);
  const day = daysBetween(roster.startDate, start.date);
  const weekday = weekdayOf(start.date);
  const firstWeekday = weekdayOf(roster.startDate);
  return {
    day,
    week: Math.floor((day + firstWeekday - 1) / 7),
    weekday,
    from: shift.from,
    to: shift.to,
    startMinute: start.minutes,
    endMinute: end.minutes + 1440 * daysBetween(start.date, end.date),
    paidHours: paidSeconds(shift, roster.unpaid) / 3600,
    longestHours: Math.max(0, ...onQueueSpans(shift).map(({ from, to }) => to - from)) / 3600,
  };
}

/** How the shifts nobody likes are shared. */
export interface Fairness {
  /** Per person: paid hours, weekend shifts, shifts that end after 22:00 or begin before 06:00. */
  people: { person: number; hours: number; weekends: number; unsocial: number }[];
  /** Gini coefficient (0 = all alike, 1 = one has all) of each, among people with at least one shift or none. */
  gini: { hours: number; weekends: number; unsocial: number };
}

const earlyMinute = 6 * 60;
const lateMinute = 22 * 60;

/** Shares of hours, weekends and unsocial hours. */
export function rosterFairness(roster: Roster): Fairness {
  const clock = new RosterClock(roster.startDate, roster.timeZone);
  const people = roster.people.map((_, person) => ({ person, hours: 0, weekends: 0, unsocial: 0 }));
  for (const shift of roster.shifts) {
    const one = people[shift.person];
    const { weekday, startMinute, endMinute, paidHours } = ruledShift(shift, roster, clock);
    one.hours += paidHours;
    if (weekday >= 6) one.weekends++;
    if (startMinute < earlyMinute || endMinute > lateMinute) one.unsocial++;
  }
  const gini = (pick: 'hours' | 'weekends' | 'unsocial') => giniCoefficient(people.map((one) => one[pick]));
  return { people, gini: { hours: gini('hours'), weekends: gini('weekends'), unsocial: gini('unsocial') } };
}

/**
 * Gini coefficient: half the relative mean difference (Gini 1912).
 * @param values at least 0; none, or all 0, is 0
 * @example giniCoefficient([0, 0, 0, 4]) // 0.75
 */
export function giniCoefficient(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  if (sum === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const ranked = sorted.reduce((total, value, index) => total + (index + 1) * value, 0);
  return (2 * ranked) / (sorted.length * sum) - (sorted.length + 1) / sorted.length;
}
