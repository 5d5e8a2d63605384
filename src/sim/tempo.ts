/**
 * How fast people are today: newcomers who are still learning, and groups that have been busy for long. Only work that such people
 * do has the trait; nobody else asks.
 */
import { beginnersPart } from '../scenario/people-traits.ts';
import type { Fatigue, Scenario } from '../scenario/scenario.ts';
import type { Center } from './center.ts';
import { stretchHandling } from './handling-time.ts';
import { groupColumns, groupOffset } from './run.ts';

/** What the scenario fixes of it. */
export interface TempoPlan {
  /** Handling takes so many times as long, and so many times as much stays unsettled; by group · intervals + interval. */
  readonly slower: Float64Array;
  readonly errors: Float64Array;
  readonly fatigue: Fatigue | null;
}

/** The tempo of a scenario; null where everybody works as usual all day. */
export function planTempo({ clock, fatigue = undefined, groups }: Scenario): TempoPlan | null {
  if (fatigue === undefined && groups.every(({ onboarding }) => onboarding === undefined)) return null;
  const starts = clock.intervalStarts.slice(0, -1);
  const table = (extra: 'slower' | 'moreErrors') =>
    Float64Array.from(
      groups.flatMap(({ onboarding }) =>
        starts.map((start) =>
          onboarding === undefined ? 1 : 1 + onboarding[extra] * beginnersPart(onboarding, start),
        ),
      ),
    );
  return { slower: table('slower'), errors: table('moreErrors'), fatigue: fatigue ?? null };
}

/** Whether people with a tempo of their own do a type of work. */
export function hasTempo({ fatigue, groups }: Scenario, type: number): boolean {
  return groups.some(
    ({ onboarding, speeds }) => speeds[type] > 0 && (fatigue !== undefined || onboarding !== undefined),
  );
}

const handling = groupColumns.indexOf('handling');
const loggedIn = groupColumns.indexOf('loggedIn');

/**
 * Remembers how busy each group was in the interval that ends now: an exponentially weighted mean, rested at the start of a day.
 * @param length of the interval, in ticks' seconds
 */
export function rememberOccupancy(center: Center, interval: number, length: number): void {
  const { plan, remembered } = center;
  const { groups, intervals, isDayStart, layout, tempo } = plan;
  if (tempo === null || tempo.fatigue === null) return;
  const kept = Math.exp(-length / tempo.fatigue.memorySeconds);
  const isLast = isDayStart[interval + 1];
  for (let group = 0; group < groups; group++) {
    const at = groupOffset(layout, group, 'scheduled') + interval;
    const there = center.data[at + loggedIn * intervals];
    const occupancy = there > 0 ? center.data[at + handling * intervals] / there : 0;
    remembered[group] = isLast ? 0 : kept * remembered[group] + (1 - kept) * occupancy;
  }
}

/** Lengthens what the agent does for a contact that he begins now. */
export function keepTempo(center: Center, contact: number, group: number, type: number): void {
  const { intervals, tempo } = center.plan;
  if (tempo === null) return;
  let factor = tempo.slower[group * intervals + center.interval];
  if (tempo.fatigue !== null) {
    const { aboveOccupancy, slowerAtFull } = tempo.fatigue;
    const above = (center.remembered[group] - aboveOccupancy) / (1 - aboveOccupancy);
    if (above > 0) factor *= 1 + slowerAtFull * above;
  }
  if (factor === 1) return;
  stretchHandling(center, contact, type, factor);
}

/** How many times as much of a group's matters stays unsettled as usual. */
export function errorFactor(center: Center, group: number): number {
  const { intervals, tempo } = center.plan;
  return tempo === null ? 1 : tempo.errors[group * intervals + center.interval];
}
