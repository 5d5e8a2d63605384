/**
 * What one agent more, or one fewer, does to a queue.
 */
import type { ErlangAOptions } from './erlang-a.ts';
import { erlangA } from './erlang-a.ts';
import type { QueueMeasures } from './queue-measures.ts';
import { requireFinite } from './requirements.ts';

/** A queue as planned, and with one agent fewer and one more. */
export interface AgentEffect {
  readonly fewer: QueueMeasures;
  readonly planned: QueueMeasures;
  readonly more: QueueMeasures;
}

/**
 * All measures with one agent fewer, as planned, and with one more.
 *
 * @param options the queue, with at least 1 agent; infinite patience is Erlang C
 * @returns three sets of measures
 * @throws RangeError naming the argument out of its range
 * Source: `erlangA`.
 * @example
 * ```ts
 * const desk = {
 *   arrivalRate: 2400 / 3600, meanHandleSeconds: 180, meanPatienceSeconds: 60, agents: 124, answerWithinSeconds: 10,
 * };
 * agentEffect(desk).fewer.serviceLevel.offered; // => 0.899977
 * ```
 */
export function agentEffect(options: ErlangAOptions): AgentEffect {
  requireFinite('agents', options.agents, 1);
  return {
    fewer: erlangA({ ...options, agents: options.agents - 1 }),
    planned: erlangA(options),
    more: erlangA({ ...options, agents: options.agents + 1 }),
  };
}
