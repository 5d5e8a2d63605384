/**
 * Agents who hold several conversations at once, each of which takes longer the more there are. Chats come to the least
 * busy agent; when all agents hold as many as they may, they wait.
 */
import { impatientWait } from './impatient-wait.ts';
import { patientWait } from './patient-wait.ts';
import type { QueueMeasures } from './queue-measures.ts';
import { requireFinite, requireWhole } from './requirements.ts';

/** Chats and the agents who handle them. */
export interface ChatOptions {
  /** Chats per second, at least 0. */
  readonly arrivalRate: number;
  /** Agents, a whole number of at least 1. */
  readonly agents: number;
  /**
   * Mean handle time in seconds of a chat whose agent holds 1, 2, … conversations, each above 0; as many as an agent
   * may hold.
   */
  readonly handleSecondsByConcurrency: readonly number[];
  /** Mean patience in seconds of a waiting customer, above 0 and at most 1e100; Infinity when nobody leaves. */
  readonly meanPatienceSeconds: number;
  /** The target wait T for the first answer, in seconds, at least 0. */
  readonly answerWithinSeconds: number;
  /** Leaving sooner than this, at most T, counts as met in `veryShortAbandonsMet`; 0 when left out. */
  readonly shortAbandonSeconds?: number;
}

/**
 * Steady-state measures of a chat team: those of any queue, and what concurrency does. `occupancy` is the share of
 * agents with a chat.
 */
export interface ChatMeasures extends Omit<QueueMeasures, 'offeredLoad'> {
  /** Chats per second that the team finishes when every agent holds as many as allowed. */
  readonly capacity: number;
  /** Mean number of chats being handled. */
  readonly meanChats: number;
  /** Mean number of chats of an agent who has any. */
  readonly meanConcurrency: number;
  /** Mean handle time of a chat as the customer meets it, slowed by the other chats, in seconds. */
  readonly meanHandleSeconds: number;
}

/**
 * Steady-state measures of a chat team.
 *
 * @param options demand, agents, handle times by concurrency, patience, target wait
 * @returns the measures; without patience and with more chats than `capacity`, `stable` is false and waits are Infinity
 * @throws RangeError naming the argument out of its range
 * Source: birth–death chain on the number of chats, after Luo and Zhang (2013), "Staffing and control of instant
 * messaging contact centers"; the chats are taken as spread evenly over the agents at every moment, which is exact when
 * concurrency does not slow an agent down. Chats that stay with their agent are spread less evenly: against three agents
 * followed chat by chat, slowed by up to 120 %, the mean number of chats came out up to 4.8 % low, throughput up to 0.9 % high.
 * @example
 * ```ts
 * const team = { arrivalRate: 0.05, agents: 10, meanPatienceSeconds: 120, answerWithinSeconds: 30 };
 * chat({ ...team, handleSecondsByConcurrency: [300] }).abandonment; // => 0.357460354486
 * chat({ ...team, handleSecondsByConcurrency: [300, 450, 660] }).serviceLevel.offered; // => 0.763249829
 * ```
 */
export function chat(options: ChatOptions): ChatMeasures {
  const { arrivalRate, agents, handleSecondsByConcurrency, meanPatienceSeconds, answerWithinSeconds } = options;
  const { shortAbandonSeconds = 0 } = options;
  requireFinite('arrivalRate', arrivalRate, 0);
  requireWhole('agents', agents, 1);
  const limit = handleSecondsByConcurrency.length;
  if (limit === 0) throw new RangeError('handleSecondsByConcurrency must hold at least one handle time, got none');
  for (const seconds of handleSecondsByConcurrency) {
    requireFinite('handleSecondsByConcurrency', seconds, 0, { aboveMinimum: true });
  }
  const patient = meanPatienceSeconds === Infinity;
  if (!patient) requireFinite('meanPatienceSeconds', meanPatienceSeconds, 0, { aboveMinimum: true, maximum: 1e100 });
  requireFinite('answerWithinSeconds', answerWithinSeconds, 0);
  requireFinite('shortAbandonSeconds', shortAbandonSeconds, 0, { maximum: answerWithinSeconds });

  /** Chats that an agent with so many of them finishes per second. */
  const pace = (chats: number): number => (chats === 0 ? 0 : chats / handleSecondsByConcurrency[chats - 1]);
  const finishRate = (chats: number): number => {
    const each = Math.floor(chats / agents);
    const withOneMore = chats - each * agents;
    return withOneMore * (withOneMore > 0 ? pace(each + 1) : 0) + (agents - withOneMore) * pace(each);
  };
  const places = agents * limit;
  const capacity = agents * pace(limit);

  // Weights of the states with a place free, downwards from "no place free, nobody waits" = 1, in range by a common
  // factor e^(−logShift).
  let weight = 1;
  let logShift = 0;
  let free = 0;
  let freeChats = 0;
  let freeBusy = 0;
  for (let chats = places - 1; chats >= 0 && arrivalRate > 0; chats--) {
    weight *= finishRate(chats + 1) / arrivalRate;
    free += weight;
    freeChats += weight * chats;
    freeBusy += weight * Math.min(chats, agents);
    if (free > 1e200) {
      logShift += Math.log(free);
      weight /= free;
      freeChats /= free;
      freeBusy /= free;
      free = 1;
    }
  }
  const queue = {
    arrivalRate,
    answerRate: capacity,
    spareRate: capacity - arrivalRate,
    freeToBusy: arrivalRate === 0 ? Infinity : free * Math.exp(logShift),
    answerWithinSeconds,
    shortAbandonSeconds,
  };
  const wait = patient ? patientWait(queue) : impatientWait({ ...queue, meanPatienceSeconds });
  const { immediateProbability, waitProbability, throughput } = wait;
  const meanChats = arrivalRate === 0 ? 0 : immediateProbability * (freeChats / free) + waitProbability * places;
  const meanBusy = arrivalRate === 0 ? 0 : immediateProbability * (freeBusy / free) + waitProbability * agents;
  return {
    stable: !patient || arrivalRate < capacity,
    ...wait,
    occupancy: meanBusy / agents,
    capacity,
    meanChats,
    meanConcurrency: arrivalRate === 0 ? 1 : meanChats / meanBusy,
    meanHandleSeconds: arrivalRate === 0 ? handleSecondsByConcurrency[0] : meanChats / throughput,
  };
}
