/** What an exercise came to, in customers, promises, hours and time: the figures by which plans are compared. */
import { measures } from '../measures/index.ts';
import { promiseScope } from '../measures/interval-tallies.ts';
import type { ServicePromise } from '../scenario/scenario.ts';
import { type ContactColumn, contactOffset } from '../sim/run.ts';
import type { Drill } from './drill.ts';
import type { ExerciseResult, TrackPoint } from './exercise.ts';
import { frontLineOf } from './front-line.ts';

/** The figures of one run. */
export interface Outcome {
  /** Customers who asked for a person, or found the door shut, and got neither a person nor an answer by announcement. */
  lost: number;
  /** Customers who asked for a person or found the door shut. */
  customers: number;
  /** Would-be callers whom a message kept from calling. */
  avoided: number;
  /** Of levers, in hours of an ordinary agent. */
  cost: number;
  /** `cost` and the lost customers at their worth, in hours of an ordinary agent. */
  damage: number;
  /** From the first inject until the floor is back to normal, seconds; null when it is not by the end of the exercise. */
  recovery: number | null;
  /** By promise: how much was met, of how much. */
  promises: { met: number; of: number }[];
}

/** How long the queue is averaged to say that the floor is normal, seconds. */
export const calmWindow = 900;

/** Reads the outcome of a run. */
export function outcomeOf(drill: Drill, result: ExerciseResult): Outcome {
  const { lost, customers } = countLost(drill, result);
  const cost = result.costs.reduce((sum, one) => sum + one, 0);
  const back = calmFrom(drill, result.track);
  return {
    lost,
    customers,
    avoided: result.steered.reduce((sum, { avoided }) => sum + avoided, 0),
    cost,
    damage: cost + lost * drill.customerWorth,
    recovery: back === null ? null : Math.max(0, back - drill.injects[0].at),
    promises: drill.scenario.promises.map((promise) => tallyPromise(drill, promise, result)),
  };
}

/** By customers, each counted once, in the interval of the first call. */
function countLost(drill: Drill, { record, steered }: ExerciseResult): { lost: number; customers: number } {
  const { data, layout } = record;
  const sum = (type: number, column: ContactColumn) => {
    const from = contactOffset(layout, type, column);
    let total = 0;
    for (let i = 0; i < layout.intervals; i++) total += data[from + i];
    return total;
  };
  let lost = 0;
  let customers = 0;
  for (const type of frontLineOf(drill.scenario).types) {
    const { informedAgain, shutOut } = steered[type];
    const callers = sum(type, 'callers');
    customers += callers + shutOut;
    lost += callers - sum(type, 'callersAnswered') - informedAgain + shutOut;
  }
  return { lost, customers };
}

/**
 * From when on the floor is back to normal: the number waiting, averaged over the 15 minutes before, stays at or below the
 * normal until the exercise ends.
 *
 * @returns seconds; null when it is not normal at the end
 */
export function calmFrom(
  { from, normalQueue, to }: Pick<Drill, 'from' | 'to' | 'normalQueue'>,
  track: readonly TrackPoint[],
): number | null {
  const points = track.filter(({ time }) => time >= from - calmWindow && time <= to);
  let calm: number | null = null;
  let sum = 0;
  let first = 0;
  points.forEach((point, i) => {
    sum += point.queue;
    while (point.time - points[first].time >= calmWindow) sum -= points[first++].queue;
    if (sum / (i - first + 1) > normalQueue) calm = null;
    else calm ??= point.time;
  });
  return calm;
}

function tallyPromise({ scenario }: Drill, promise: ServicePromise, { record }: ExerciseResult) {
  const { met, of } = measures.get(promise.measure).tally(record, promiseScope(scenario, record.layout, promise));
  return { met, of };
}
