/** The knee of the service curve: what each agent more does to the share answered in time, by Erlang A and by Erlang C. */
import { requiredAgents } from '../../math/required-agents.ts';
import { type LessonMeasures, type LessonQueue, loadOf, measureQueue, staffingOf } from './lesson-queue.ts';

/** One number of agents. */
export interface KneePoint extends LessonMeasures {
  readonly agents: number;
  /** Share answered in time if nobody hung up; 0 where the queue would grow without limit. */
  readonly erlangC: number;
}

/** The service curve. */
export interface Knee {
  /** Rising in agents, every whole number or evenly spaced ones; the queue's own and two more and fewer are among them. */
  readonly points: readonly KneePoint[];
  /** The fewest agents that keep the promise. */
  readonly required: { readonly erlangC: number; readonly erlangA: number };
}

/** Agents by which the lesson changes a staff. */
export const fewMore = 2;
/** More points than this show no more. */
const mostPoints = 60;

/**
 * The service with few to many agents.
 *
 * @param queue the queue whose agents are in the middle of the story
 * @returns the curve, from clear overload to plenty
 */
export function kneeOf(queue: LessonQueue): Knee {
  const patient = { ...queue, meanPatienceSeconds: Infinity };
  const required = {
    erlangC: requiredAgents(staffingOf(patient)),
    erlangA: requiredAgents(staffingOf(queue)),
  };
  const load = loadOf(queue);
  const around = [queue.agents - fewMore, queue.agents, queue.agents + fewMore].filter((agents) => agents >= 1);
  const spread = Math.max(4, Math.ceil(2 * Math.sqrt(load)));
  const first = Math.max(1, Math.min(Math.floor(load) - spread, ...around.map((agents) => agents - 2)));
  const last = Math.max(Math.ceil(load) + spread, required.erlangC + 2, required.erlangA + 2, queue.agents + 4);
  const step = Math.ceil((last - first) / mostPoints);
  const shown = new Set(around);
  for (let agents = first; agents <= last; agents += step) shown.add(agents);
  const points = [...shown]
    .sort((a, b) => a - b)
    .map((agents) => ({
      agents,
      ...measureQueue({ ...queue, agents }),
      erlangC: measureQueue({ ...patient, agents }).serviceLevel,
    }));
  return { points, required };
}
