/**
 * A queue in its steady state, from one long run of the engine: the start, which still remembers an empty centre, is cut off by a rule,
 * and the rest is cut into batches.
 */
import { type SteadyState, steadyState } from '../math/batch-means.ts';
import { stepCurve } from '../math/rate-curve.ts';
import { plainDayScenario } from '../scenario/plain-day.ts';
import { compile } from '../sim/compile.ts';
import { contactOffset, groupOffset, queueOffset, type RunRecord, thresholdOffset } from '../sim/run.ts';
import { simulate } from '../sim/simulate.ts';

/** A queue whose rates never change. */
export interface SteadyQueue {
  /** Calls per second, above 0. */
  arrivalRate: number;
  meanHandleSeconds: number;
  /** Infinity when callers never hang up; then the agents must be more than the load. */
  meanPatienceSeconds: number;
  /** Whole, at least 1. */
  agents: number;
  answerWithinSeconds: number;
}

/** What a long run shows; undefined where nothing was counted. */
export interface LongRun {
  /** Calls after the warm-up. */
  calls: number;
  /** Seconds cut off at the start, and seconds left. */
  warmUpSeconds: number;
  judgedSeconds: number;
  /** Share answered within the target of all calls, share that hung up, mean wait of the answered in seconds. */
  serviceLevel: SteadyState | undefined;
  abandonment: SteadyState | undefined;
  asa: SteadyState | undefined;
}

/** Stretches that the run is cut into: the warm-up is seen in them, and a batch has a twentieth of them. */
const stretches = 1000;

/**
 * Simulates one long run.
 *
 * @param queue see {@link SteadyQueue}
 * @param seed any text
 * @param calls that the run shall have about, at least 1,000
 * @param run its number among those of the seed
 * @param confidence of the intervals, above 0 and below 1
 * @throws RangeError when `calls` is less
 * @see `steadyState`, for the rule and its sources
 */
export function longRun(queue: SteadyQueue, seed: string, calls = 200_000, run = 0, confidence = 0.95): LongRun {
  if (!(calls >= 1000)) throw new RangeError(`calls: expected at least 1,000, got ${calls}`);
  const seconds = calls / queue.arrivalRate / stretches;
  const intervalStarts = Array.from({ length: stretches + 1 }, (_, i) => i * seconds);
  const { agents, arrivalRate, ...rest } = queue;
  const scenario = plainDayScenario(
    {
      ...rest,
      intervalStarts,
      agents: intervalStarts.slice(1).map(() => agents),
      balking: 0,
      arrivalRate: stepCurve([0, stretches * seconds], [arrivalRate]),
    },
    'pooled',
  );
  const record = simulate(compile(scenario, seed), run);
  const { asked, answered, abandoned, waits, within, present } = stretchesOf(record, queue.answerWithinSeconds);
  const ratio = (met: readonly number[], of: readonly number[]) =>
    steadyState(
      met.map((one, i) => ({ met: one, of: of[i] })),
      present,
      confidence,
    );
  const serviceLevel = ratio(within, asked);
  const warmUp = serviceLevel?.warmUp ?? 0;
  return {
    calls: asked.slice(warmUp).reduce((sum, count) => sum + count, 0),
    warmUpSeconds: warmUp * seconds,
    judgedSeconds: (stretches - warmUp) * seconds,
    serviceLevel,
    abandonment: ratio(abandoned, asked),
    asa: ratio(waits, answered),
  };
}

function stretchesOf({ data, layout }: RunRecord, answerWithin: number) {
  const take = (offset: number) => Array.from(data.subarray(offset, offset + layout.intervals));
  const handling = take(groupOffset(layout, 0, 'handling'));
  return {
    asked: take(contactOffset(layout, 0, 'requests')),
    answered: take(contactOffset(layout, 0, 'answered')),
    abandoned: take(contactOffset(layout, 0, 'abandoned')),
    waits: take(contactOffset(layout, 0, 'answeredWait')),
    within: take(thresholdOffset(layout, 0, layout.thresholds.indexOf(answerWithin), 'answeredWithin')),
    /** Contacts waiting or being handled: what an empty beginning shows in. */
    present: take(queueOffset(layout, 0, 'queueSeconds')).map((waiting, i) => waiting + handling[i]),
  };
}
