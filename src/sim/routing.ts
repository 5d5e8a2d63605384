/** Who serves whom, read from the routing table: a contact looks for a group with somebody idle, a free agent for a queue. */
import { nextUniform } from '../random/stream.ts';
import { type Center, listed, longestIdle } from './center.ts';
import { none } from './event-queue.ts';
import { idleLongestSince } from './staff.ts';

/** The group whose agent takes a contact now: -1 when nobody is idle in the groups that it may use. */
export function findGroup(center: Center, contact: number, type: number): number {
  if (center.servable[type] === 0) return -1;
  const { agentChoice, groupAfter, groupOption, groupStart } = center.plan;
  const end = groupStart[type + 1];
  let best = -1;
  let idleAgents = 0;
  for (let i = groupStart[type]; i < end; i++) {
    const group = groupOption[i];
    if (center.free[group] <= 0 || (groupAfter[i] > 0 && center.now < center.queuedAt[contact] + groupAfter[i]))
      continue;
    if (agentChoice === listed) return group;
    if (agentChoice === longestIdle) {
      if (best < 0 || idleLongestSince(center, group) < idleLongestSince(center, best)) best = group;
    } else {
      // Each group replaces the choice so far with its share of the idle agents seen: every agent is equally likely.
      idleAgents += center.free[group];
      if (best < 0 || nextUniform(center.choiceStream) * idleAgents < center.free[group]) best = group;
    }
  }
  return best;
}

/** The queue whose first contact a free agent of the group takes: -1 when none may be served by it. */
export function findQueue(center: Center, group: number): number {
  const { queueAfter, queueBase, queuePerSecond, queueStart, queueTier, queueType } = center.plan;
  const end = queueStart[group + 1];
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  let tier = Number.NEGATIVE_INFINITY;
  for (let i = queueStart[group]; i < end; i++) {
    if (queueTier[i] < tier) break;
    const type = queueType[i];
    const head = center.queueHead[type];
    if (head === none || center.servable[type] === 0) continue;
    const queued = center.queuedAt[head];
    if (center.now < queued + queueAfter[i]) continue;
    const score = queueBase[i] + queuePerSecond[i] * (center.now - queued);
    if (score > bestScore) {
      best = type;
      bestScore = score;
      tier = queueTier[i];
    }
  }
  return best;
}

/** Whether something else goes before a contact when an agent of the group has room for it. */
export function isOutranked(center: Center, contact: number, type: number, group: number): boolean {
  const first = center.waiting > 0 ? findQueue(center, group) : -1;
  if (first < 0) return false;
  if (first === type) return center.queueHead[type] !== contact;
  const own = rowOf(center, group, type);
  const other = rowOf(center, group, first);
  const { queueTier } = center.plan;
  if (queueTier[own] !== queueTier[other]) return queueTier[other] > queueTier[own];
  return score(center, other, center.queueHead[first]) > score(center, own, contact);
}

function rowOf({ plan }: Center, group: number, type: number): number {
  let row = plan.queueStart[group];
  while (plan.queueType[row] !== type) row++;
  return row;
}

function score({ now, plan, queuedAt }: Center, row: number, contact: number): number {
  return plan.queueBase[row] + plan.queuePerSecond[row] * (now - queuedAt[contact]);
}
