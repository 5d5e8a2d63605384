/** The promises of a scenario: names to indexes, hours to seconds, targets to one number and a sense. */
import { measureNames } from '../kinds/measures/measure-names.ts';
import { joinSpans } from './local-clock.ts';
import type { Resolution } from './resolution.ts';
import type { ServicePromise, WorkType } from './scenario.ts';

/** The promises in the order in which they are written. */
export function resolvePromises(work: readonly (WorkType | undefined)[], resolution: Resolution): ServicePromise[] {
  const names = Object.keys(resolution.written.work);
  const ids = new Set<string>();
  return resolution.written.promises.flatMap((written, index) => {
    const path = ['promises', index];
    const { measure, variant, atLeast, atMost, scope, dayShare } = written;
    const { hasThreshold } = measureNames.get(measure);
    const types = (written.work ?? names).map((name, place) =>
      resolution.indexOf('work', name, names, written.work === undefined ? path : [...path, 'work', place]),
    );
    const hours =
      written.hours === undefined
        ? joinSpans(types.flatMap((type) => work[type]?.hours ?? []))
        : resolution.hours(written.hours, [...path, 'hours']);
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
      },
    ];
  });
}

function freeId(measure: string, taken: ReadonlySet<string>): string {
  let id = measure;
  for (let number = 2; taken.has(id); number++) id = `${measure} ${number}`;
  return id;
}
