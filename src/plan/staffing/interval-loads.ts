/**
 * The offered load of every interval of a queue by three methods: each interval alone, shifted by a handle time, and as infinitely
 * many agents would really have it. Handle times may differ by the interval in which a contact arrives: loads of independent
 * streams add up, so each stretch of intervals with the same handle time is a stream of its own.
 */
import type { HandleTime } from '../../math/handle-time.ts';
import { handleTimeFunctions } from '../../math/handle-time.ts';
import { lagged } from '../../math/lagged.ts';
import { modifiedOfferedLoad } from '../../math/modified-offered-load.ts';
import { stepCurve } from '../../math/rate-curve.ts';
import type { DemandInterval } from './demand.ts';

/** Offered loads of an interval in Erlangs. */
export interface IntervalLoads {
  /** Its own arrivals × their handle time. */
  readonly stationary: number;
  /** The arrivals of one handle time earlier. */
  readonly lagged: number;
  /** The mean number of busy agents if there were always enough. */
  readonly modified: number;
}

/** Contacts left after this share has gone do not show in a load. */
const negligible = 1e-9;
/** Intervals of one stream; more would only be the same sum in larger pieces. */
const longestStretch = 64;

/**
 * The loads of a queue that is empty before its first interval.
 *
 * @param intervals ascending, not overlapping
 * @param handleCv standard deviation ÷ mean of the handle time, at least 0: 0 is fixed, 1 exponential, anything else log-normal
 */
export function intervalLoads(intervals: readonly DemandInterval[], handleCv: number): IntervalLoads[] {
  const late = intervals.map(() => 0);
  const modified = intervals.map(() => 0);
  for (const { from, to } of stretches(intervals)) {
    const stretch = intervals.slice(from, to);
    const { ahtSeconds } = stretch[0];
    const handleTime = handleTimeOf(ahtSeconds, handleCv);
    const arrivalRate = stepCurve(
      [...stretch.map((interval) => interval.from), stretch[stretch.length - 1].to],
      stretch.map(rateOf),
    );
    const end = stretch[stretch.length - 1].to + reach(handleTime, ahtSeconds);
    for (let i = from; i < intervals.length && intervals[i].from < end; i++) {
      const intervalStarts = [intervals[i].from, intervals[i].to];
      late[i] += lagged({ arrivalRate, intervalStarts, meanHandleSeconds: ahtSeconds })[0].offeredLoad;
      modified[i] += modifiedOfferedLoad({ arrivalRate, intervalStarts, handleTime })[0].offeredLoad;
    }
  }
  return intervals.map((interval, i) => ({
    stationary: rateOf(interval) * interval.ahtSeconds,
    lagged: late[i],
    modified: modified[i],
  }));
}

/** Arrivals per second. */
export function rateOf({ offered, from, to }: DemandInterval): number {
  return offered / (to - from);
}

/** Neighbouring intervals without a gap that have the same handle time, as index ranges `[from, to)`. */
function stretches(intervals: readonly DemandInterval[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let i = 0; i < intervals.length; i++) {
    const open = found[found.length - 1];
    const before = intervals[i - 1];
    const joins =
      open !== undefined &&
      before.to === intervals[i].from &&
      before.ahtSeconds === intervals[i].ahtSeconds &&
      i - open.from < longestStretch;
    if (joins) open.to = i + 1;
    else found.push({ from: i, to: i + 1 });
  }
  return found;
}

/** A handle time with a mean and a coefficient of variation. */
export function handleTimeOf(meanSeconds: number, cv: number): HandleTime {
  if (cv === 0) return { kind: 'deterministic', seconds: meanSeconds };
  return cv === 1 ? { kind: 'exponential', meanSeconds } : { kind: 'log-normal', meanSeconds, cv };
}

/** How long after its arrival a contact may still be in hand. */
function reach(handleTime: HandleTime, meanSeconds: number): number {
  const { left } = handleTimeFunctions(handleTime);
  let seconds = 2 * meanSeconds;
  while (left(seconds) > negligible) seconds *= 1.5;
  return seconds;
}
