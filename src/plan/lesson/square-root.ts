/**
 * The square-root rule: how many agents above the load it takes as the centre grows. The reserve grows with the root of the load,
 * so large centres need relatively little of it.
 */
import { fractionalAgents } from '../../math/required-agents.ts';
import { type LessonQueue, loadOf, staffingOf } from './lesson-queue.ts';

/** A centre of another size with the same promise. */
export interface SquareRootPoint {
  /** Calls as a multiple of the queue's. */
  readonly times: number;
  /** Erlangs. */
  readonly offeredLoad: number;
  /** Agents at which the promise is just kept, a fraction. */
  readonly agents: number;
  /** What the rule says: load + β √load. */
  readonly byRule: number;
}

/** The rule beside exact numbers. */
export interface SquareRoot {
  /** Agents above the load per root of the load, from the queue's own size; may be negative where callers hang up. */
  readonly beta: number;
  /** Rising in size; times 1/4, 1 and 4 are among them. */
  readonly points: readonly SquareRootPoint[];
}

const sizes = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 3 / 4, 1, 1.5, 2, 2.5, 3, 3.5, 4];

/**
 * Agents needed for the same promise in centres from a sixteenth to four times the size.
 *
 * @param queue its agents are not read
 */
export function squareRootOf(queue: LessonQueue): SquareRoot {
  const needed = (times: number): number =>
    fractionalAgents(staffingOf({ ...queue, arrivalRate: queue.arrivalRate * times }));
  const load = loadOf(queue);
  const beta = (needed(1) - load) / Math.sqrt(load);
  const points = sizes.map((times) => {
    const offeredLoad = load * times;
    return { times, offeredLoad, agents: needed(times), byRule: offeredLoad + beta * Math.sqrt(offeredLoad) };
  });
  return { beta, points };
}
