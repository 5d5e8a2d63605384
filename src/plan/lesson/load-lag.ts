/**
 * The lag of the load behind the arrivals: a call that comes at nine still holds its agent at five past. The formulas, asked
 * interval by interval, see the calls of now; the agents are busy with the calls of just now.
 */
import type { HandleTime } from '../../math/handle-time.ts';
import { modifiedOfferedLoad } from '../../math/modified-offered-load.ts';
import { offeredLoadAt } from '../../math/offered-load.ts';
import { stepCurve } from '../../math/rate-curve.ts';
import { requiredAgents } from '../../math/required-agents.ts';
import { type LessonQueue, staffingOf } from './lesson-queue.ts';

/** Demand by interval, and how long calls take. */
export interface LagDemand {
  /** Start of every interval in seconds and, last, the end. */
  readonly intervalStarts: readonly number[];
  /** Wall-clock time at which each begins: `08:30`. */
  readonly labels: readonly string[];
  /** Callers per second in each. */
  readonly rates: readonly number[];
  readonly meanHandleSeconds: number;
  /** Coefficient of variation of the handle time. */
  readonly handleCv: number;
}

/** One planning interval. */
export interface LagInterval {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** What the formula takes the load to be: rate × handle time, Erlangs. */
  readonly byRate: number;
  /** What it is on average over the interval. */
  readonly real: number;
  /** The fewest agents for each. */
  readonly required: { readonly byRate: number; readonly real: number };
}

/** The load over the day, both ways. */
export interface LoadLag {
  readonly intervals: readonly LagInterval[];
  /** The real load at evenly spaced moments. */
  readonly path: readonly { readonly time: number; readonly load: number }[];
  /** How far the load is behind the arrivals while these change evenly: E[S²] ÷ 2 E[S], seconds. */
  readonly lagSeconds: number;
}

/** Moments per interval at which the load is drawn. */
const moments = 6;

/**
 * The load that the formulas see and the load that agents have.
 *
 * @param queue the promise for which agents are required
 * @param demand the day
 * Source: Eick, Massey and Whitt (1993), "The physics of the M_t/G/∞ queue".
 */
export function loadLagOf(queue: LessonQueue, demand: LagDemand): LoadLag {
  const { intervalStarts, rates, meanHandleSeconds, handleCv } = demand;
  const handleTime = handleTimeOf(demand);
  const arrivalRate = stepCurve(intervalStarts, rates);
  const required = (load: number): number =>
    requiredAgents({ ...staffingOf(queue), arrivalRate: load / meanHandleSeconds, meanHandleSeconds });
  const intervals = modifiedOfferedLoad({ arrivalRate, intervalStarts, handleTime }).map(
    ({ from, to, offeredLoad }, i) => {
      const byRate = rates[i] * meanHandleSeconds;
      return {
        label: demand.labels[i],
        from,
        to,
        byRate,
        real: offeredLoad,
        required: { byRate: required(byRate), real: required(offeredLoad) },
      };
    },
  );
  const path = intervals.flatMap(({ from, to }, i) =>
    Array.from({ length: i + 1 === intervals.length ? moments + 1 : moments }, (_, k) => {
      const time = from + ((to - from) * k) / moments;
      return { time, load: offeredLoadAt(arrivalRate, handleTime, time) };
    }),
  );
  return { intervals, path, lagSeconds: (meanHandleSeconds * (1 + handleCv ** 2)) / 2 };
}

function handleTimeOf({ meanHandleSeconds: meanSeconds, handleCv: cv }: LagDemand): HandleTime {
  if (cv === 0) return { kind: 'deterministic', seconds: meanSeconds };
  return cv === 1 ? { kind: 'exponential', meanSeconds } : { kind: 'log-normal', meanSeconds, cv };
}
