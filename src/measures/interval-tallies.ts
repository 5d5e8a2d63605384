/** A measure interval by interval, and the part of a run that a promise speaks of. */
import type { Scenario, ServicePromise } from '../scenario/scenario.ts';
import type { RunLayout, RunRecord } from '../sim/run.ts';
import type { MeasureKind, MeasureScope, Tally } from './measure.ts';

/**
 * The measure of each interval of a scope; summed, the tallies are the measure of the whole scope.
 *
 * @param kind the measure
 * @param record one run or a sum of runs
 * @param scope its intervals, in their order
 */
export function intervalTallies(kind: MeasureKind, record: RunRecord, scope: MeasureScope): Tally[] {
  const one = [0];
  const part = { ...scope, intervals: one };
  return scope.intervals.map((interval) => {
    one[0] = interval;
    return kind.tally(record, part);
  });
}

/**
 * What a promise's measure is asked about: its work types, the groups with a skill for any of them, and every interval that
 * its hours touch (columns know whole intervals only, so hours are rounded outwards).
 *
 * @param scenario where the promise stands
 * @param layout the runs' layout
 * @param promise one of `scenario.promises`
 */
export function promiseScope(scenario: Scenario, layout: RunLayout, promise: ServicePromise): MeasureScope {
  const { intervalStarts } = scenario.clock;
  const groups = scenario.groups.flatMap((group, index) =>
    promise.work.some((type) => group.speeds[type] > 0) ? [index] : [],
  );
  const intervals: number[] = [];
  for (let i = 0; i + 1 < intervalStarts.length; i++) {
    if (promise.hours.some(({ from, to }) => from < intervalStarts[i + 1] && intervalStarts[i] < to)) intervals.push(i);
  }
  return {
    work: promise.work,
    groups,
    intervals,
    variant: promise.variant,
    threshold: layout.thresholds.indexOf(promise.answerWithin),
    shortThreshold: layout.thresholds.indexOf(promise.shortAbandon),
    tier: promise.tier ?? -1,
    clock: promise.clock ?? -1,
  };
}

/**
 * Everything that a run counts: all work, all groups, all intervals, all customers.
 *
 * @param layout the run's layout
 */
export function wholeScope({
  groups,
  intervals,
  types,
}: Pick<RunLayout, 'groups' | 'intervals' | 'types'>): MeasureScope {
  const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
  return {
    ...{ work: upTo(types), groups: upTo(groups), intervals: upTo(intervals) },
    ...{ variant: '', threshold: -1, shortThreshold: -1, tier: -1, clock: -1 },
  };
}
