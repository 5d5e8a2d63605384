/** How many of the chains on which a clock starts can ever come to a stop of it: where some cannot, the rest is late for ever. */
import { itemPoints, type Scenario, type ServiceClock, type WorkType } from './scenario.ts';

/** A clock of which some can never stop. */
export interface LeakyClock {
  clock: string;
  /** Work at which it starts. */
  from: string;
  /** Greatest share (0–1) that comes to a stop when everybody is served. */
  share: number;
}

/** Steps of the iteration below; chains of more items than this do not matter. */
const mostSteps = 1000;
/** What falls short of all by less is rounding of fractions. */
const least = 1e-6;

/**
 * Clocks that can stop for a part of what starts them only. A bound: everybody is served at once, by whom most of what leads to the
 * stop follows.
 * @param scenario resolved: each clock can stop somehow
 */
export function leakyClocks({ clocks = [], work }: Pick<Scenario, 'clocks' | 'work'>): LeakyClock[] {
  return clocks.flatMap((clock) => {
    const arrives = reachFromStart(clock, work);
    const leaks = clock.starts.map(({ point, work: type }) => {
      const isAhead = clock.stops.some(
        (stop) => stop.work === type && itemPoints.indexOf(stop.point) > itemPoints.indexOf(point),
      );
      return { clock: clock.name, from: work[type].name, share: isAhead ? 1 : reachOfRest(work[type], arrives) };
    });
    return leaks.filter(({ share }) => share < 1 - least);
  });
}

/** By type: the chance that a new item, or what follows from it, comes to a stop of the clock. */
function reachFromStart({ stops }: ServiceClock, work: readonly WorkType[]): number[] {
  let reach = work.map((_, type): number => (stops.some((stop) => stop.work === type) ? 1 : 0));
  for (let step = 0; step < mostSteps; step++) {
    const next = work.map((type, i) => (reach[i] === 1 ? 1 : reachOfRest(type, reach)));
    const change = Math.max(...next.map((share, i) => share - reach[i]));
    reach = next;
    if (change < least * least) break;
  }
  return reach;
}

/** The chance that something of what follows from an item comes to the stop; of the ways in which it may end the best. */
function reachOfRest({ followUps = [], outcome }: WorkType, reach: readonly number[]): number {
  const after = (...ends: (typeof followUps)[number]['outcome'][]) => {
    const own = followUps.filter((one) => ends.includes(one.outcome));
    const together = own.filter(({ above }) => above !== undefined);
    const alone = own.filter(({ above }) => above === undefined);
    const chance = ({ becomes, byGroup, fraction, perMinuteWaited, perPointBelow = 0 }: (typeof own)[number]) =>
      // What grows with the wait or with poor quality may be all of it.
      perMinuteWaited > 0 || perPointBelow > 0
        ? reach[becomes]
        : Math.min(1, fraction * Math.max(...byGroup)) * reach[becomes];
    return alone.reduce(
      (missed, one) => missed * (1 - chance(one)),
      1 - together.reduce((sum, one) => sum + chance(one), 0),
    );
  };
  const { resolved = [1], satisfaction } = outcome ?? {};
  const isAsked = (satisfaction?.rated ?? 0) > 0;
  const unsettled = resolved.map((share) => share * after('resolved') + (1 - share) * after('unresolved'));
  const handled = after('handled', 'consulted') * Math.min(...unsettled) * (isAsked ? after('dissatisfied') : 1);
  const others = (
    ['outsideHours', 'calledBack', 'selfServed', 'sentAway', 'abandoned', 'blocked', 'balked'] as const
  ).map((end) => after(end));
  return 1 - Math.min(handled, ...others);
}
