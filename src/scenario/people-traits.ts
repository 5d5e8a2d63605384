/** Newcomers, fatigue and events off the floor: what is written becomes seconds, and people who are not there leave the queue. */
import { Temporal } from 'temporal-polyfill';
import { minutesOf } from '../kinds/clock.ts';
import { changeSteps } from './happenings.ts';
import { cutSpans } from './local-clock.ts';
import type { Resolution } from './resolution.ts';
import type { AgentGroup, Fatigue, OffFloor, Onboarding } from './scenario.ts';
import type { CompleteScenario } from './schema.ts';

const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const daySeconds = 86_400;

/** The cohort of a group; undefined where everybody knows the work, or its first day is at fault. */
export function resolveOnboarding(
  name: string,
  written: CompleteScenario['people']['groups'][string]['onboarding'],
  resolution: Resolution,
): Onboarding | undefined {
  if (written === undefined) return undefined;
  const { examAfterDays, halvesAfterDays, joined, moreErrors, slower } = written;
  const first = dateOf(joined);
  if (first === undefined) {
    const path = ['people', 'groups', name, 'onboarding', 'joined'];
    return resolution.fault(path, { key: 'badDate', values: { got: joined } });
  }
  const { startDate, timeZone } = resolution.local.clock;
  const origin = Temporal.PlainDate.from(startDate).toZonedDateTime(timeZone).epochMilliseconds;
  const exam = first.add({ days: examAfterDays }).toZonedDateTime(timeZone).epochMilliseconds;
  return { exam: (exam - origin) / 1000, slower, moreErrors, halfLifeSeconds: halvesAfterDays * daySeconds };
}

function dateOf(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Fatigue in seconds; undefined where nobody tires. */
export function resolveFatigue(written: CompleteScenario['people']['fatigue']): Fatigue | undefined {
  if (written === undefined || written.slowerAtFull === 0) return undefined;
  const { aboveOccupancy, overMinutes, slowerAtFull } = written;
  return { aboveOccupancy, memorySeconds: 60 * overMinutes, slowerAtFull };
}

/** The times at which people are taken off the floor, in order. */
export function resolveOffFloor(resolution: Resolution): OffFloor[] {
  const { groups, offFloor } = resolution.written.people;
  const known = Object.keys(groups);
  const found = Object.entries(offFloor).flatMap(([name, event]) => {
    const path = ['people', 'offFloor', name];
    const [from, to] = [minutesOf(event.from), minutesOf(event.to)];
    if (to <= from) {
      return (
        resolution.fault([...path, 'to'], { key: 'offFloorOrder', values: { from: event.from, to: event.to } }) ?? []
      );
    }
    const indexes = (event.groups ?? known).map((group, place) =>
      resolution.indexOf('group', group, known, [...path, 'groups', place]),
    );
    return resolution.local.clock.days.flatMap(({ date, weekday }, day): OffFloor[] => {
      if (weekdayNames[weekday - 1] !== event.weekday) return [];
      const turn = turnOf(Temporal.PlainDate.from(date), event.every, event.nth);
      if (turn === undefined) return [];
      return resolution.local
        .stretches(day, from, to)
        .map((span) => ({ ...span, name, turn, fraction: event.fraction, groups: indexes }));
    });
  });
  return found.sort((a, b) => a.from - b.from);
}

/** The how-many-eth time this is, counted from a fixed day; undefined where the day is not the one. */
function turnOf(date: Temporal.PlainDate, every: 'week' | 'month' | 'quarter', nth: number): number | undefined {
  const months = 12 * date.year + date.month - 1;
  if (every === 'week') {
    return Math.floor(Temporal.PlainDate.from('2024-01-01').until(date, { largestUnit: 'days' }).days / 7);
  }
  const length = every === 'month' ? 1 : 3;
  const period = Math.floor(months / length);
  const first = Temporal.PlainDate.from({
    year: Math.floor((period * length) / 12),
    month: ((period * length) % 12) + 1,
    day: 1,
  });
  return Math.floor(first.until(date, { largestUnit: 'days' }).days / 7) + 1 === nth ? period : undefined;
}

/** Takes the people of a group off the queue who have not passed their exam, or are at an event; changed in place. */
export function takeOffFloor(groups: readonly AgentGroup[], offFloor: readonly OffFloor[]): void {
  for (const { onboarding, staff } of groups) {
    if (onboarding === undefined || onboarding.exam <= 0) continue;
    const before = { from: 0, to: onboarding.exam };
    if (staff.source === 'head-counts') {
      staff.steps = changeSteps(staff.steps, before, (step) => ({ ...step, agents: 0 }));
    } else for (const agent of staff.agents) agent.onQueue = cutSpans(agent.onQueue, [before]);
  }
  for (const event of offFloor) for (const group of event.groups) goOff(groups[group], event);
}

function goOff({ staff }: AgentGroup, { fraction, from, to, turn }: OffFloor): void {
  const span = { from, to };
  if (staff.source === 'head-counts') {
    const left = (agents: number) => agents - Math.round(fraction * agents);
    staff.steps = changeSteps(staff.steps, span, (step) => ({ ...step, agents: left(step.agents) }));
    return;
  }
  const present = staff.agents.filter(({ onQueue }) => onQueue.some((one) => one.from < to && from < one.to));
  const going = Math.round(fraction * present.length);
  for (let i = 0; i < going; i++) {
    const agent = present[(turn * going + i) % present.length];
    agent.onQueue = cutSpans(agent.onQueue, [span]);
  }
}

/**
 * What is left of a newcomer's slowness and errors: 1 at the exam, half of it after each half-life.
 * @param time seconds; before the exam as at it
 */
export function beginnersPart({ exam, halfLifeSeconds }: Onboarding, time: number): number {
  return 2 ** (-Math.max(0, time - exam) / halfLifeSeconds);
}
