/** The promises of a scenario: names to indexes, hours to seconds, targets to one number and a sense. */

import type { Clock, Span } from '../kinds/clock.ts';
import { measureNames } from '../kinds/measures/measure-names.ts';
import type { Path } from '../kinds/resolving.ts';
import { hasBreaks } from './breaks.ts';
import { leadsToComplaint } from './complaints.ts';
import { joinSpans } from './local-clock.ts';
import type { WrittenPromise } from './promise-schema.ts';
import type { Resolution } from './resolution.ts';
import type { AgentGroup, QualityModel, ServiceClock, ServicePromise, WorkType } from './scenario.ts';
import { tierOf } from './tiers.ts';

/** The promises in the order in which they are written. */
export function resolvePromises(
  work: readonly (WorkType | undefined)[],
  clocks: readonly ServiceClock[],
  quality: QualityModel | undefined,
  groups: readonly (AgentGroup | undefined)[],
  resolution: Resolution,
): ServicePromise[] {
  const names = Object.keys(resolution.written.work);
  const ids = new Set<string>();
  return resolution.written.promises.flatMap((written, index) => {
    const path = ['promises', index];
    const { measure, variant, atLeast, atMost, scope, dayShare } = written;
    const { hasThreshold } = measureNames.get(measure);
    const clock = clockOf(written, clocks, path, resolution);
    const tier = tierOf(written.tier, path, resolution);
    const types = (written.work ?? names).map((name, place) =>
      resolution.indexOf('work', name, names, written.work === undefined ? path : [...path, 'work', place]),
    );
    if (measure === 'breaks-on-time') checkBreaks(index, types, groups, resolution);
    checkAsked(written, index, types, work, quality, resolution);
    const hours = fromDay(
      written.hours === undefined
        ? usualHours(types, work, clock !== undefined, resolution.local.clock)
        : resolution.hours(written.hours, [...path, 'hours']),
      written.from,
      [...path, 'from'],
      resolution,
    );
    if (atLeast === undefined && atMost === undefined)
      resolution.fault(path, { key: 'targetMissing', values: undefined });
    if (atLeast !== undefined && atMost !== undefined)
      resolution.fault(path, { key: 'targetTwice', values: undefined });
    const id = written.id ?? freeId(measure, ids);
    if (ids.has(id)) resolution.fault([...path, 'id'], { key: 'idTwice', values: { id } });
    ids.add(id);
    const target = atLeast ?? atMost;
    if (hours === undefined || target === undefined) return [];
    return [
      {
        id,
        measure,
        variant,
        answerWithin: hasThreshold ? (written.seconds ?? 0) : 0,
        shortAbandon: written.shortAbandonSeconds ?? 0,
        target,
        sense: atLeast === undefined ? 'at-most' : 'at-least',
        scope,
        work: types,
        hours,
        dayShare,
        ...(clock === undefined ? {} : { clock }),
        ...(tier === undefined ? {} : { tier }),
      },
    ];
  });
}

/** The hours from a date on; undefined where it is not among the days simulated. */
function fromDay(
  hours: Span[] | undefined,
  date: string | undefined,
  path: Path,
  resolution: Resolution,
): Span[] | undefined {
  if (hours === undefined || date === undefined) return hours;
  const { days } = resolution.local.clock;
  const first = days.find((day) => day.date === date);
  if (first === undefined) {
    const values = { got: date, from: days[0].date, to: days[days.length - 1].date };
    return resolution.fault(path, { key: 'dateOutside', values });
  }
  return hours.flatMap(({ from, to }) => (to > first.start ? [{ from: Math.max(from, first.start), to }] : []));
}

/** Reports a promise of breaks about work whose people have none; groups with faults of their own may have. */
function checkBreaks(
  index: number,
  types: readonly number[],
  groups: readonly (AgentGroup | undefined)[],
  resolution: Resolution,
): void {
  const may = groups.some(
    (group) => group === undefined || (hasBreaks(group) && types.some((type) => group.speeds[type] > 0)),
  );
  if (!may) resolution.fault(['promises', index, 'measure'], { key: 'noBreaks', values: undefined });
}

/** Reports a promise of points or searches about work that has none. */
function checkAsked(
  { measure }: WrittenPromise,
  index: number,
  types: readonly number[],
  work: readonly (WorkType | undefined)[],
  quality: QualityModel | undefined,
  resolution: Resolution,
): void {
  const asked = needed[measure];
  if (asked === 'complaint') {
    if (types.some((type) => mayComplain(type, work))) return;
    resolution.fault(['promises', index, 'measure'], { key: 'noComplaints', values: { measure } });
    return;
  }
  if (asked === 'quality') {
    if (types.some((type) => quality?.work.includes(type))) return;
    resolution.fault(['promises', index, 'measure'], { key: 'nothingToMeasure', values: { measure, section: asked } });
    return;
  }
  if (
    asked === undefined ||
    types.some((type) => work[type] === undefined || work[type].outcome?.[asked] !== undefined)
  )
    return;
  resolution.fault(['promises', index, 'measure'], { key: 'nothingToMeasure', values: { measure, section: asked } });
}

/** Whether a complaint may arise of work; where some of the work has faults of its own, that is not known. */
function mayComplain(type: number, work: readonly (WorkType | undefined)[]): boolean {
  return work.includes(undefined) || leadsToComplaint(work as readonly WorkType[], type);
}

/** What work must have so that a measure has anything to count. */
const needed: Readonly<Record<string, 'satisfaction' | 'knowledge' | 'quality' | 'complaint' | undefined>> = {
  'complaint-rate': 'complaint',
  quality: 'quality',
  'poor-quality': 'quality',
  'evaluation-share': 'quality',
  'qa-pass-rate': 'quality',
  'finding-repeat-rate': 'quality',
  satisfaction: 'satisfaction',
  dissatisfaction: 'satisfaction',
  'search-success': 'knowledge',
};

/** The clock of a promise whose measure asks for one. */
function clockOf(
  written: WrittenPromise,
  clocks: readonly ServiceClock[],
  path: (string | number)[],
  resolution: Resolution,
): number | undefined {
  if (!('clock' in measureNames.get(written.measure).schema.properties)) return undefined;
  const names = Object.keys(resolution.written.clocks);
  if (resolution.indexOf('clock', written.clock ?? '', names, [...path, 'clock']) < 0) return undefined;
  const index = clocks.findIndex(({ name }) => name === written.clock);
  return index < 0 ? undefined : index;
}

/** The hours of the work; all hours for a clock, and where items may come at any hour. */
export function usualHours(
  types: readonly number[],
  work: readonly (WorkType | undefined)[],
  hasClock: boolean,
  { horizonSeconds }: Clock,
): Span[] {
  if (hasClock || types.some((type) => work[type]?.closing === 'keep')) return [{ from: 0, to: horizonSeconds }];
  return joinSpans(types.flatMap((type) => work[type]?.hours ?? []));
}

function freeId(measure: string, taken: ReadonlySet<string>): string {
  let id = measure;
  for (let number = 2; taken.has(id); number++) id = `${measure} ${number}`;
  return id;
}
