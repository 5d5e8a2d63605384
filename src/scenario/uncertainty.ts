/** The inputs of a scenario that are not known exactly, and the scenario if they were something else. */
import { multiplyCurve } from '../math/rate-curve.ts';
import type { Resolution } from './resolution.ts';
import type { InputFactor, WorkType } from './scenario.ts';

/** The section `uncertainty`: names to indexes; a rate to multiply has to be there. */
export function resolveUncertainty(work: readonly (WorkType | undefined)[], resolution: Resolution): InputFactor[] {
  const names = Object.keys(resolution.written.work);
  const before = new Set<string>();
  return resolution.written.uncertainty.flatMap((entry, index): InputFactor[] => {
    const path = ['uncertainty', index];
    const { affects, cv, plusMinus } = entry;
    // A factor is drawn by its name: two of one name would be one.
    if (before.has(entry.name)) resolution.fault([...path, 'name'], { key: 'nameTwice', values: { name: entry.name } });
    before.add(entry.name);
    const types = (entry.work ?? names).map((name, place) => {
      const at = entry.work === undefined ? path : [...path, 'work', place];
      return resolution.indexOf('work', name, names, at);
    });
    for (const type of types) {
      if (!affects.includes('arrivals') || work[type]?.arrivals.process !== 'recorded') continue;
      resolution.fault(path, { key: 'surgeOnRecorded', values: { work: names[type] } });
    }
    const size = cv ?? plusMinus;
    if (size === undefined || (cv !== undefined && plusMinus !== undefined)) {
      const got = size === undefined ? 'neither' : 'both';
      resolution.fault(path, { key: 'oneOfTwo', values: { first: 'plusMinus', second: 'cv', got } });
      return [];
    }
    const spread = cv === undefined ? 'uniform' : 'log-normal';
    return [{ name: entry.name, affects: [...affects], work: types, spread, size }];
  });
}

/** Multiplies the rates by the factors that the inputs are given. */
export function scaleArrivals(work: readonly WorkType[], resolution: Resolution): void {
  for (const { name, arrivals } of work) {
    const factor = resolution.factor('arrivals', name);
    if (factor === 1 || arrivals.process !== 'poisson') continue;
    const whole = { from: 0, to: resolution.local.clock.horizonSeconds, terms: [{ c: factor, n: 0, k: 0 }] };
    arrivals.curve = multiplyCurve(arrivals.curve, whole);
  }
}
