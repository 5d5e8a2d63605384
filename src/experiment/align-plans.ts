/**
 * Several scenarios made comparable: the promises of the first are asked of all, and what their customers have in common is
 * told, because a difference on other customers is a difference of demand too.
 */
import type { Plan } from '../judge/comparison.ts';
import { fingerprint } from '../scenario/hash.ts';
import type { Scenario, ServicePromise, WorkType } from '../scenario/scenario.ts';

/** Why two scenarios cannot be compared at all. */
export type ClockFault = 'intervals' | 'start' | 'zone';

/**
 * What two scenarios share of a type of contact. `same`: every customer, with all that he brings. `same-arrivals`: the moments
 * at which customers come; what they bring is drawn alike from other distributions. `other-demand`: nothing but the randomness
 * behind them. `missing`: only one of the two has such work.
 */
export type Customers = 'same' | 'same-arrivals' | 'other-demand' | 'missing';

/** The time of two scenarios has to be the same: days, planning intervals, time zone. Undefined when it is. */
export function clockFault({ clock: first }: Scenario, { clock: other }: Scenario): ClockFault | undefined {
  if (fingerprint(first.intervalStarts) !== fingerprint(other.intervalStarts)) return 'intervals';
  if (first.days[0].date !== other.days[0].date) return 'start';
  return first.timeZone === other.timeZone ? undefined : 'zone';
}

/** Per type of contact of either scenario, by name, what their customers have in common. */
export function commonCustomers(first: Scenario, other: Scenario): { work: string; customers: Customers }[] {
  const names = new Set([...first.work, ...other.work].map(({ name }) => name));
  const sameDay = fingerprint(first.busyness) === fingerprint(other.busyness);
  return [...names].map((work) => {
    const [one, two] = [first, other].map((scenario) => scenario.work.find(({ name }) => name === work));
    if (one === undefined || two === undefined) return { work, customers: 'missing' };
    return { work, customers: sameDay ? sharedOf(one, two) : 'other-demand' };
  });
}

function sharedOf(one: WorkType, two: WorkType): Customers {
  const comes = ({ arrivals, hours, channel }: WorkType) => fingerprint({ arrivals, hours, channel });
  const brings = ({ selfService, balking, ring, talk, hold, wrapUp, patience, redial }: WorkType) =>
    fingerprint({ selfService, balking, ring, talk, hold, wrapUp, patience, redial });
  if (comes(one) !== comes(two)) return 'other-demand';
  return brings(one) === brings(two) ? 'same' : 'same-arrivals';
}

/**
 * The scenarios with the promises of the first, work types matched by name.
 *
 * @param scenarios of the same clock, the first first
 */
export function alignPlans(scenarios: readonly Scenario[]): Plan[] {
  const [first] = scenarios;
  return scenarios.map((scenario) => {
    const promises: ServicePromise[] = [];
    const places = first.promises.map((promise) => {
      const work = promise.work.map((type) => scenario.work.findIndex(({ name }) => name === first.work[type].name));
      if (work.includes(-1)) return -1;
      promises.push({ ...promise, work });
      return promises.length - 1;
    });
    return { scenario: { ...scenario, promises }, promises: places };
  });
}
