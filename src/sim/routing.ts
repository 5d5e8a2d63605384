/** Who serves whom, read from the routing table: a contact looks for a group with somebody idle, a free agent for a queue. */
import { nextUniform } from '../random/stream.ts';
import { type Center, listed, longestIdle } from './center.ts';
import { none } from './event-queue.ts';
import { byArrival } from './ranks.ts';
import { idleLongestSince } from './staff.ts';
import { conditional } from './traits.ts';

/** The group whose agent takes a contact now: -1 when nobody is idle in the groups that it may use. */
export function findGroup(center: Center, contact: number, type: number): number {
  if (center.servable[type] === 0) return -1;
  const { agentChoice, groupAfter, groupOption, groupStart } = center.plan;
  const leaves = center.plan.leavesIdle[type];
  const end = groupStart[type + 1];
  let best = -1;
  let idleAgents = 0;
  for (let i = groupStart[type]; i < end; i++) {
    const group = groupOption[i];
    if (center.free[group] <= leaves) continue;
    if (groupAfter[i] > 0 && center.now < center.queuedAt[contact] + groupAfter[i]) continue;
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
  const { queueAfter, queueStart, queueTier, queueType, ranks, traits } = center.plan;
  const end = queueStart[group + 1];
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  let tier = Number.NEGATIVE_INFINITY;
  for (let i = queueStart[group]; i < end; i++) {
    if (queueTier[i] < tier) break;
    const type = queueType[i];
    const head = center.queueHead[type];
    if (head === none || center.servable[type] === 0) continue;
    if (center.now < center.queuedAt[head] + queueAfter[i]) continue;
    if ((traits[type] & conditional) !== 0 && !takesNow(center, group, type, i)) continue;
    const points = score(center, ranks.by, i, head);
    if (points > bestScore) {
      best = type;
      bestScore = points;
      tier = queueTier[i];
    }
  }
  return best;
}

/** Whether the floor is in the state in which a group takes contacts of a type. */
function takesNow(center: Center, group: number, type: number, row: number): boolean {
  const { leavesIdle, queueExpected, queueIdle, queueWaiting } = center.plan;
  // Who is free counts himself; an agent with conversations leaves nobody idle.
  if (leavesIdle[type] > 0 && center.free[group] <= leavesIdle[type]) return false;
  if (center.queueLength[type] < queueWaiting[row] || center.free[group] < queueIdle[row]) return false;
  return queueExpected[row] === 0 || expectedWait(center, type, 0) >= queueExpected[row];
}

/** How long the last of those who wait may expect to, seconds, when `more` join them. */
export function expectedWait(center: Center, type: number, more: number): number {
  const { groupHelps, groupOption, groupStart, meanHandling } = center.plan;
  let agents = 0;
  for (let i = groupStart[type]; i < groupStart[type + 1]; i++) {
    if (groupHelps[i] === 0) agents += center.loggedIn[groupOption[i]];
  }
  return ((center.queueLength[type] + more) * meanHandling[type]) / Math.max(1, agents);
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
  const { by } = center.plan.ranks;
  return score(center, by, other, center.queueHead[first]) > score(center, by, own, contact);
}

function rowOf({ plan }: Center, group: number, type: number): number {
  let row = plan.queueStart[group];
  while (plan.queueType[row] !== type) row++;
  return row;
}

/** The points by which queues are compared, of a contact in a row of a group's queues. */
function score({ now, plan, queuedAt, rank }: Center, by: number, row: number, contact: number): number {
  return by === byArrival
    ? plan.queueBase[row] + plan.queuePerSecond[row] * (now - queuedAt[contact])
    : plan.queueBase[row] + rank[contact] + plan.queuePerSecond[row] * now;
}
