/** The service of a queue with the waiting callers carried over from interval to interval: the exact day of every stretch without a gap. */
import { type DayCounts, type ExactInterval, exactDay } from '../../math/exact-day.ts';
import type { ServiceLevelVariant } from '../../math/queue-measures.ts';
import { stepCurve } from '../../math/rate-curve.ts';
import type { DemandInterval } from './demand.ts';
import { rateOf } from './interval-loads.ts';
import type { ServiceDefinition, ServiceTally } from './service-tally.ts';

/** One interval of an exact day. */
export interface ExactTally extends ServiceTally {
  /** Whole agents. */
  readonly agents: number;
  readonly queueAtEnd: number;
}

/**
 * The exact service per interval.
 *
 * @param intervals of one queue
 * @param agents whole, one an interval
 * @param promise what counts as answered in time
 * @returns one tally an interval; undefined where handle time, ring or patience change within a stretch, for which there is no exact
 * answer
 */
export function exactService(
  intervals: readonly DemandInterval[],
  agents: readonly number[],
  promise: ServiceDefinition,
): ExactTally[] | undefined {
  const tallies: ExactTally[] = [];
  for (let start = 0; start < intervals.length; ) {
    let end = start + 1;
    while (end < intervals.length && intervals[end - 1].to === intervals[end].from) end++;
    const run = intervals.slice(start, end);
    const [{ ahtSeconds, ringSeconds, patienceSeconds }] = run;
    const alike = run.every(
      (one) =>
        one.ahtSeconds === ahtSeconds && one.ringSeconds === ringSeconds && one.patienceSeconds === patienceSeconds,
    );
    if (!alike) return undefined;
    const intervalStarts = [...run.map(({ from }) => from), run[run.length - 1].to];
    const dayWithin = (answerWithinSeconds: number): readonly ExactInterval[] =>
      exactDay({
        arrivalRate: stepCurve(intervalStarts, run.map(rateOf)),
        intervalStarts,
        agents: agents.slice(start, end),
        meanHandleSeconds: ahtSeconds,
        meanPatienceSeconds: patienceSeconds,
        answerWithinSeconds: Math.max(0, answerWithinSeconds - ringSeconds),
      }).intervals;
    const day = dayWithin(promise.answerWithinSeconds);
    const soon = promise.variant === 'veryShortAbandonsMet' ? dayWithin(promise.shortAbandonSeconds) : undefined;
    for (const [i, interval] of day.entries()) {
      const { answered, abandoned, answeredWaitSeconds, offered, busySeconds, queueAtEnd } = interval;
      tallies.push({
        offered,
        ...metOf(interval, promise.variant, soon?.[i].abandonedWithin ?? 0),
        abandoned,
        answered,
        answeredWaitSeconds: answeredWaitSeconds + answered * ringSeconds,
        busySeconds,
        agentSeconds: interval.agents * (interval.end - interval.start),
        agents: interval.agents,
        queueAtEnd,
      });
    }
    start = end;
  }
  return tallies;
}

/** Numerator and denominator of a definition. */
function metOf(counts: DayCounts, variant: ServiceLevelVariant, abandonedSoon: number): { met: number; of: number } {
  const { answered, answeredWithin, abandonedWithin, offered, virtuallyWithin } = counts;
  switch (variant) {
    case 'offered':
      return { met: answeredWithin, of: offered };
    case 'answered':
      return { met: answeredWithin, of: answered };
    case 'abandonsMet':
      return { met: answeredWithin + abandonedWithin, of: offered };
    case 'shortAbandonsExcluded':
      return { met: answeredWithin, of: offered - abandonedWithin };
    case 'veryShortAbandonsMet':
      return { met: answeredWithin + abandonedSoon, of: offered };
    case 'virtual':
      return { met: virtuallyWithin, of: offered };
  }
}
