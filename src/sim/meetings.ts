/**
 * Talks that need a certain agent: who leads one waits until the agent has finished what he has in hand, then both are off the floor,
 * and both are back at the same instant. An agent who is not there is met when he comes.
 */
import { busy, type Center, idle } from './center.ts';
import { none } from './event-queue.ts';
import * as event from './events.ts';
import { leaveFloor } from './staff.ts';
import { toTick } from './ticks.ts';

/** When somebody looks again for an agent who is on a break or in another talk, seconds. */
const looksAgainAfter = 900;

/** The agent whom an item needs; `none` for one that needs nobody. */
function wanted(center: Center, contact: number): number {
  const about = center.about[contact];
  return about < 0 || center.quality === null ? none : center.quality.cases.agent[about];
}

/**
 * Somebody takes an item that needs another agent too.
 * @returns false when he is not there: the item comes back later, and who took it is free
 */
export function callAgent(center: Center, contact: number): boolean {
  const agent = wanted(center, contact);
  if (agent === none) {
    start(center, contact);
    return true;
  }
  const state = center.agentState[agent];
  if (state === idle) {
    leaveFloor(center, agent);
    start(center, contact);
  } else if (state === busy && center.calledBy[agent] === none) {
    center.calledBy[agent] = contact;
  } else {
    center.withGroup[contact] = -1;
    center.withAgent[contact] = none;
    center.delayed[contact] = 1;
    center.patience[contact] = Number.POSITIVE_INFINITY;
    center.events.time[contact] =
      state === busy || center.onShift[agent] === 1 ? later(center) : comesAt(center, agent);
    center.events.schedule(contact, event.begins);
    return false;
  }
  return true;
}

function later(center: Center): number {
  return center.now + toTick(looksAgainAfter);
}

/** When the agent next comes; after the last day when he does not. */
function comesAt(center: Center, agent: number): number {
  const { horizon, timelineKind, timelineSubject, timelineTime } = center.plan;
  for (let row = center.timelineAt; timelineTime[row] < horizon; row++) {
    if (timelineKind[row] === event.agentComes && timelineSubject[row] === agent) return timelineTime[row];
  }
  return horizon;
}

/** Both are there: the talk begins at this instant. */
function start(center: Center, contact: number): void {
  center.events.time[contact] = center.now;
  center.events.schedule(contact, event.pickedUp);
}

/** An agent has finished what he had in hand while somebody waits for him. */
export function answerCall(center: Center, agent: number): void {
  start(center, center.calledBy[agent]);
  center.calledBy[agent] = none;
}

/** The talk is over: the agent is back at the same instant. */
export function release(center: Center, contact: number): void {
  const agent = wanted(center, contact);
  if (agent === none) return;
  center.events.time[agent] = center.now;
  center.events.schedule(agent, event.agentReturns);
}
