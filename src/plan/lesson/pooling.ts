/** Pooling: the same callers and the same agents as one queue, or split into several that do not help each other. */
import { requiredAgents } from '../../math/required-agents.ts';
import { type LessonMeasures, type LessonQueue, measureQueue, staffingOf } from './lesson-queue.ts';

/** One way to split. */
export interface PoolingPart extends LessonMeasures {
  /** Separate queues, each with its share of callers and agents. */
  readonly queues: number;
  /** Agents of each, which may be a fraction: the formula's smooth continuation. */
  readonly agentsEach: number;
  /** The fewest agents, all queues together, that keep the promise in each. */
  readonly required: number;
}

const splits = [1, 2, 3, 4];

/**
 * The queue whole and in parts.
 *
 * @param queue callers and agents in all
 * @returns one entry per number of queues, as long as each has an agent
 */
export function poolingOf(queue: LessonQueue): PoolingPart[] {
  return splits
    .filter((queues) => queue.agents >= queues)
    .map((queues) => {
      const part = { ...queue, arrivalRate: queue.arrivalRate / queues, agents: queue.agents / queues };
      return {
        queues,
        agentsEach: part.agents,
        required: queues * requiredAgents(staffingOf(part)),
        ...measureQueue(part),
      };
    });
}
