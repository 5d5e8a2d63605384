/** The clocks of a scenario: names to indexes, local times to seconds, and the check that each can stop. */
import { minutesOf } from '../kinds/clock.ts';
import type { Path } from '../kinds/resolving.ts';
import { closure, meansOf } from './follow-ups.ts';
import type { Resolution } from './resolution.ts';
import { type ClockPoint, itemPoints, type ServiceClock, type WorkType } from './scenario.ts';
import type { CompleteScenario } from './schema.ts';

type WrittenClock = CompleteScenario['clocks'][string];

/** The clocks in the order in which they are written; those at fault are left out. */
export function resolveClocks(resolution: Resolution): ServiceClock[] {
  return Object.entries(resolution.written.clocks).flatMap(([name, written]) => {
    const path = ['clocks', name];
    const limit = resolveLimit(written, path, resolution);
    const hours = written.hours === undefined ? null : resolution.hours(written.hours, [...path, 'hours']);
    if (hours?.length === 0)
      resolution.fault([...path, 'hours'], { key: 'clockWithoutHours', values: { clock: name } });
    const points = (key: 'starts' | 'stops') => pointsOf(written[key], [...path, key], resolution);
    const { extension, pauses, remindHoursBefore = 0 } = written;
    const pause = (key: 'from' | 'until') =>
      pauses === undefined ? [] : pointsOf(pauses[key], [...path, 'pauses', key], resolution);
    const clock = {
      name,
      starts: points('starts'),
      stops: points('stops'),
      pauses: { from: pause('from'), until: pause('until') },
      extension: {
        fraction: extension?.fraction ?? 0,
        seconds: 3600 * (extension?.hours ?? 0),
        noticed: extension?.noticed ?? 1,
      },
      remindBefore: 3600 * remindHoursBefore,
    };
    if (limit === undefined || hours === undefined) return [];
    if (limit.moments.length > 0 && (hours !== null || pauses !== undefined || extension !== undefined)) {
      resolution.fault(path, { key: 'clockByAlone', values: undefined });
      return [];
    }
    return [{ ...clock, ...limit, hours }];
  });
}

function pointsOf(
  written: Readonly<Record<string, ClockPoint['point']>>,
  path: Path,
  resolution: Resolution,
): ClockPoint[] {
  const names = Object.keys(resolution.written.work);
  return Object.entries(written).flatMap(([work, point]) => {
    const index = resolution.indexOf('work', work, names, [...path, work], 'key');
    return index < 0 ? [] : [{ work: index, point }];
  });
}

/** Time allowed, or the moments that end it. */
function resolveLimit(
  { by, withinHours, withinMinutes }: WrittenClock,
  path: Path,
  resolution: Resolution,
): Pick<ServiceClock, 'within' | 'moments'> | undefined {
  const given = [by, withinHours, withinMinutes].filter((limit) => limit !== undefined).length;
  if (given !== 1) {
    return resolution.fault(path, { key: 'clockLimit', values: { got: given === 0 ? 'none' : 'several' } });
  }
  if (by === undefined) {
    const within = withinHours === undefined ? 60 * (withinMinutes ?? 0) : 3600 * withinHours;
    return { within, moments: [] };
  }
  // The day after the last too: what comes on the last evening has until then.
  const days = resolution.local.clock.days.length;
  const moments: number[] = [];
  for (let day = 0; day <= days; day++) {
    const moment = resolution.moment(day, minutesOf(by), [...path, 'by']);
    if (moment === undefined) return undefined;
    moments.push(moment);
  }
  return { within: Number.POSITIVE_INFINITY, moments };
}

/** Reports clocks that can start and never stop. */
export function checkClocks(clocks: readonly ServiceClock[], work: readonly WorkType[], resolution: Resolution): void {
  const reaches = closure(meansOf(work, resolution));
  const order = (point: ClockPoint) => itemPoints.indexOf(point.point);
  for (const { name, starts, stops } of clocks) {
    const canStop = (start: ClockPoint) =>
      stops.some((stop) => reaches[start.work][stop.work] || (start.work === stop.work && order(start) < order(stop)));
    const endless = starts.find((start) => !canStop(start));
    if (endless === undefined) continue;
    const values = { clock: name, from: work[endless.work].name, to: stops.map((stop) => work[stop.work].name) };
    resolution.fault(['clocks', name, 'stops'], { key: 'clockNeverStops', values });
  }
}
