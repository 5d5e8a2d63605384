/**
 * All shifts that a scenario's patterns allow on its days, with every place of lunch and breaks, less those that break a hard
 * labour rule by themselves.
 */

import { type Activity, onQueueSpans, paidSeconds, type Roster, type Shift } from '../../../scenario/roster/roster.ts';
import { RosterClock } from '../../../scenario/roster/roster-clock.ts';
import type { Scenario, ShiftPattern } from '../../../scenario/scenario.ts';
import { ruleBreaches, ruledShift } from '../check-labour-rules.ts';

/** A shift that somebody of some groups may work on a day. */
export interface CandidateShift {
  /** Index into `shifts.patterns`; -1 for a shift that is pinned. */
  pattern: number;
  /** Of a pinned shift: whose it is, and his group. */
  pinned?: { person: number; group: number };
  /** Index into `clock.days`. */
  day: number;
  shift: Shift;
  /** Paid hours. */
  hours: number;
  /** Slots of `stepSeconds` from the scenario's start in which the person is on queue; ascending. */
  slots: number[];
}

/** Activities that a built roster does not pay. */
export const unpaidActivities: readonly Activity[] = ['lunch'];

/**
 * The candidates, in the order of days, patterns, starts and places of breaks.
 * @param scenario one with a shift plan
 */
export function candidateShifts(scenario: Scenario): CandidateShift[] {
  const { clock, labourRules, shifts: plan } = scenario;
  if (plan === null) throw new RangeError('scenario: expected one with a shift plan');
  const rosterClock = new RosterClock(clock.startDate, clock.timeZone);
  const unpaid = [...unpaidActivities];
  const hard = labourRules.filter((rule) => rule.hard);
  const slotCount = Math.ceil(clock.horizonSeconds / plan.stepSeconds);
  const found: CandidateShift[] = [];
  clock.days.forEach(({ date, weekday }, day) => {
    plan.patterns.forEach((pattern, index) => {
      if (!pattern.weekdays.includes(weekday)) return;
      for (const minutes of pattern.startMinutes) {
        const from = rosterClock.seconds({ date, minutes });
        for (const length of pattern.lengths) {
          for (const activities of placements(pattern, from)) {
            const shift: Shift = { person: 0, from, to: from + length, activities, only: [], pinned: false };
            const ruled = ruledShift(shift, { startDate: clock.startDate, unpaid }, rosterClock);
            if (hard.some((rule) => ruleBreaches(rule, [ruled]).length > 0)) continue;
            const slots = slotsOf(shift, plan.stepSeconds, slotCount);
            if (slots.length > 0) {
              found.push({ pattern: index, day, shift, hours: paidSeconds(shift, unpaid) / 3600, slots });
            }
          }
        }
      }
    });
  });
  return found;
}

/** A pattern of which no shift keeps the hard labour rules. */
export interface ForbiddenPattern {
  /** Index into `shifts.patterns`. */
  pattern: number;
  /** Kinds of the rules that leave none of its shifts; each does so alone, unless only all together do. */
  rules: readonly string[];
}

/** The patterns that hard labour rules leave no shift of; those that begin on none of the scenario's days are not among them. */
export function forbiddenPatterns(scenario: Scenario): ForbiddenPattern[] {
  const patternsUnder = (labourRules: Scenario['labourRules']) =>
    new Set(candidateShifts({ ...scenario, labourRules }).map(({ pattern }) => pattern));
  const hard = scenario.labourRules.filter((rule) => rule.hard);
  const kept = patternsUnder(hard);
  const all = scenario.shifts?.patterns ?? [];
  const lost = [...(kept.size < all.length ? patternsUnder([]) : [])].filter((pattern) => !kept.has(pattern));
  if (lost.length === 0) return [];
  const alone = hard.map((rule) => ({ kind: rule.kind, keeps: patternsUnder([rule]) }));
  return lost.map((pattern) => {
    const blamed = alone.filter(({ keeps }) => !keeps.has(pattern));
    return { pattern, rules: [...new Set((blamed.length > 0 ? blamed : alone).map(({ kind }) => kind))] };
  });
}

/**
 * The pinned shifts of people as candidates that have to be taken.
 * @param people whose shifts are all pinned
 * @param groupOf index of each person's group
 */
export function pinnedShifts(scenario: Scenario, people: Roster, groupOf: readonly number[]): CandidateShift[] {
  const { clock, shifts: plan } = scenario;
  const step = plan?.stepSeconds ?? clock.intervalSeconds;
  const slotCount = Math.ceil(clock.horizonSeconds / step);
  return people.shifts.map((shift): CandidateShift => {
    const day = clock.days.findLastIndex(({ start }) => start <= shift.from);
    return {
      pattern: -1,
      pinned: { person: shift.person, group: groupOf[shift.person] },
      day: Math.max(0, day),
      shift,
      hours: paidSeconds(shift, [...unpaidActivities]) / 3600,
      slots: slotsOf(shift, step, slotCount),
    };
  });
}

/** Every way to place lunch and breaks so that they do not touch. */
function placements(pattern: ShiftPattern, start: number): Shift['activities'][] {
  const parts: { activity: 'lunch' | 'break'; seconds: number; after: number[] }[] = pattern.breaks.map((one) => ({
    activity: 'break',
    ...one,
  }));
  if (pattern.lunch !== null) parts.push({ activity: 'lunch', ...pattern.lunch });
  parts.sort((a, b) => a.after[0] - b.after[0]);
  let partial: Shift['activities'][] = [[]];
  for (const { activity, seconds, after } of parts) {
    partial = partial.flatMap((placed) => {
      const end = placed[placed.length - 1]?.to ?? Number.NEGATIVE_INFINITY;
      return after
        .map((offset) => ({ activity, from: start + offset, to: start + offset + seconds }))
        .filter(({ from }) => from > end)
        .map((next) => [...placed, next]);
    });
  }
  return partial;
}

function slotsOf(shift: Shift, step: number, count: number): number[] {
  const slots: number[] = [];
  for (const { from, to } of onQueueSpans(shift)) {
    for (let slot = Math.max(0, Math.ceil(from / step)); slot < Math.min(count, Math.floor(to / step)); slot++) {
      slots.push(slot);
    }
  }
  return slots;
}
