/**
 * Agents who come, go, become idle and are taken. `free[group]` counts idle agents; it falls below zero when anonymous staff is cut
 * below those busy. Three sorts of group differ only in who goes: pooled head-counts (the first who finish), named head-counts
 * (drawn at random from those present) and named agents (those whose shift ends).
 */
import { breakDueSeconds, wholeDay } from '../plan/roster/missed-breaks.ts';
import { nextUniform } from '../random/stream.ts';
import { bookLoggedIn } from './booking.ts';
import { away, busy, type Center, idle, longestIdle, namedAgents, namedCounts, pooled, random } from './center.ts';
import { none } from './event-queue.ts';
import { agentReturns } from './events.ts';
import { answerCall } from './meetings.ts';
import { groupColumns, lateBreakSeconds } from './run.ts';

const [breaksDue, breaksLate, breaksMissed, breakDelay, longStretches] = (
  ['breaksDue', 'breaksLate', 'breaksMissed', 'breakDelay', 'longStretches'] as const
).map((column) => groupColumns.indexOf(column));

/** Whether an agent who has finished a contact stays; if not, he is gone. */
export function staysOn(center: Center, group: number, agent: number, contact: number): boolean {
  const sort = center.plan.leaving[group];
  if (sort === pooled) {
    if (++center.free[group] > 0) return true;
  } else if (sort === namedCounts) {
    if (center.leaves[contact] === 0) {
      center.free[group]++;
      return true;
    }
    center.leaves[contact] = 0;
  } else if (agentStays(center, group, agent)) {
    center.free[group]++;
    return true;
  }
  bookLoggedIn(center, group, -1);
  return false;
}

/** Whether an agent in the middle of something would stay for more: his shift goes on, no break is owed, and there are not too many. */
export function staysOnDuty(center: Center, group: number, agent: number): boolean {
  if (center.plan.leaving[group] !== namedAgents) return center.free[group] >= 0;
  return center.keptBy[group] > 0 || (center.owedBreak[agent] === 0 && center.onShift[agent] === 1);
}

/** A named agent goes when his shift has ended and no closing queue keeps him, or when a break is owed to him. */
function agentStays(center: Center, group: number, agent: number): boolean {
  if (center.calledBy[agent] !== none) {
    bookStretch(center, group, agent);
    center.agentState[agent] = away;
    center.onLateBreak[agent] = 1;
    answerCall(center, agent);
    return false;
  }
  const owed = center.owedBreak[agent];
  if (center.keptBy[group] > 0 || (owed === 0 && center.onShift[agent] === 1)) return true;
  bookStretch(center, group, agent);
  center.agentState[agent] = away;
  if (owed > 0) beginLateBreak(center, agent);
  return false;
}

/** An agent who is not on queue any more takes all that is owed to him. */
function beginLateBreak(center: Center, agent: number): void {
  bookLateBreaks(center, agent);
  center.onLateBreak[agent] = 1;
  center.events.time[agent] = center.now + center.owedBreak[agent];
  center.events.schedule(agent, agentReturns);
  center.owedBreak[agent] = 0;
}

/** A free agent waits for a contact; `free` counts him already. */
export function makeIdle(center: Center, group: number, agent: number): void {
  if (agent !== none) {
    center.agentState[agent] = idle;
    center.idleSince[agent] = center.now;
    const last = center.idleTail[group];
    center.idlePrevious[agent] = last;
    center.idleNext[agent] = none;
    if (last === none) center.idleHead[group] = agent;
    else center.idleNext[last] = agent;
    center.idleTail[group] = agent;
  } else if (center.plan.tracksIdle) {
    const times = center.idleTimes[group];
    times[(center.idleOldest[group] + center.free[group] - 1) % times.length] = center.now;
  }
}

/** Takes an idle agent of a group that has one: his node, or `none` for an anonymous one. */
export function takeIdle(center: Center, group: number): number {
  center.free[group]--;
  if (center.plan.leaving[group] === namedAgents) {
    const agent = chooseAgent(center, group);
    removeIdle(center, group, agent);
    center.agentState[agent] = busy;
    return agent;
  }
  if (center.plan.tracksIdle) dropOldestIdle(center, group, 1);
  return none;
}

function dropOldestIdle(center: Center, group: number, count: number): void {
  center.idleOldest[group] = (center.idleOldest[group] + count) % center.idleTimes[group].length;
}

function chooseAgent(center: Center, group: number): number {
  const { agentChoice, firstAgent } = center.plan;
  if (agentChoice === longestIdle) return center.idleHead[group];
  if (agentChoice === random) {
    let agent = center.idleHead[group];
    for (let skip = Math.floor(nextUniform(center.choiceStream) * (center.free[group] + 1)); skip > 0; skip--) {
      agent = center.idleNext[agent];
    }
    return agent;
  }
  let agent = firstAgent[group];
  while (center.agentState[agent] !== idle) agent++;
  return agent;
}

function removeIdle(center: Center, group: number, agent: number): void {
  const next = center.idleNext[agent];
  const previous = center.idlePrevious[agent];
  if (previous === none) center.idleHead[group] = next;
  else center.idleNext[previous] = next;
  if (next === none) center.idleTail[group] = previous;
  else center.idlePrevious[next] = previous;
}

/** Since when the longest idle agent of a group that has one is idle. */
export function idleLongestSince(center: Center, group: number): number {
  if (center.plan.leaving[group] === namedAgents) return center.idleSince[center.idleHead[group]];
  return center.idleTimes[group][center.idleOldest[group]];
}

/** Brings a group of head-counts to its scheduled strength; while a closing queue keeps them, nobody goes. */
export function followSchedule(center: Center, group: number): void {
  const change = center.scheduled[group] - center.staff[group];
  if (change > 0) addStaff(center, group, change);
  else if (change < 0 && center.keptBy[group] === 0) cutStaff(center, group, -change);
}

function addStaff(center: Center, group: number, count: number): void {
  const absorbed = Math.min(count, Math.max(0, -center.free[group]));
  center.staff[group] += count;
  bookLoggedIn(center, group, count - absorbed);
  center.free[group] += absorbed;
  for (let i = absorbed; i < count; i++) {
    center.free[group]++;
    makeIdle(center, group, none);
  }
}

function cutStaff(center: Center, group: number, count: number): void {
  if (center.plan.leaving[group] === namedCounts) {
    for (let i = 0; i < count; i++) cutAtRandom(center, group);
    return;
  }
  const goAtOnce = Math.min(count, Math.max(0, center.free[group]));
  center.staff[group] -= count;
  center.free[group] -= count;
  sendIdleHome(center, group, goAtOnce);
}

/** One of those present goes: at once when he is idle, else after his contact. */
function cutAtRandom(center: Center, group: number): void {
  const place = Math.floor(nextUniform(center.leavingStream) * center.staff[group]);
  const idleNow = center.free[group];
  center.staff[group]--;
  if (place < idleNow) {
    center.free[group]--;
    sendIdleHome(center, group, 1);
    return;
  }
  let others = place - idleNow;
  let contact = center.firstContact;
  while (center.withGroup[contact] !== group || center.leaves[contact] === 1 || others-- > 0) contact++;
  center.leaves[contact] = 1;
}

function sendIdleHome(center: Center, group: number, count: number): void {
  bookLoggedIn(center, group, -count);
  if (center.plan.tracksIdle) dropOldestIdle(center, group, count);
}

/** A closing queue keeps the groups that serve it, until `releaseStaff`. */
export function keepStaff(center: Center, type: number): void {
  const { groupOption, groupStart } = center.plan;
  center.isClosing[type] = 1;
  for (let i = groupStart[type]; i < groupStart[type + 1]; i++) center.keptBy[groupOption[i]]++;
}

/** The closing queue is empty: who was kept goes as his schedule says. */
export function releaseStaff(center: Center, type: number): void {
  const { agentGroup, firstAgent, groupOption, groupStart, leaving } = center.plan;
  center.isClosing[type] = 0;
  for (let i = groupStart[type]; i < groupStart[type + 1]; i++) {
    const group = groupOption[i];
    if (--center.keptBy[group] > 0) continue;
    if (leaving[group] !== namedAgents) followSchedule(center, group);
    else for (let agent = firstAgent[group]; agentGroup[agent] === group; agent++) endShift(center, agent);
  }
}

/** A named agent comes, unless he is still here or on a break that began late; returns whether he is now idle. */
export function startShift(center: Center, agent: number): boolean {
  const group = center.plan.agentGroup[agent];
  center.onShift[agent] = 1;
  if (center.agentState[agent] !== away || center.onLateBreak[agent] === 1) return false;
  logIn(center, group, agent);
  return true;
}

/** A late break is over; returns whether the agent is now idle. */
export function endLateBreak(center: Center, agent: number): boolean {
  center.onLateBreak[agent] = 0;
  if (center.onShift[agent] === 0) return false;
  logIn(center, center.plan.agentGroup[agent], agent);
  return true;
}

function logIn(center: Center, group: number, agent: number): void {
  center.cameAt[agent] = center.now;
  bookLoggedIn(center, group, 1);
  center.free[group]++;
  makeIdle(center, group, agent);
}

/** What the row of an agent who goes says instead of the length of a break: his shift is over. */
export const shiftEnds = -1;

/**
 * A stretch on the phones ends; with a contact in hand, or for who is kept until a queue is empty, the break that follows begins when that is
 * over.
 */
export function endStretch(center: Center, agent: number, breakSeconds: number): void {
  const group = center.plan.agentGroup[agent];
  center.onShift[agent] = 0;
  const isHeld = center.agentState[agent] === busy || (center.agentState[agent] === idle && center.keptBy[group] > 0);
  if (breakSeconds > 0) {
    if (center.agentState[agent] !== away || center.onLateBreak[agent] === 1) book(center, group, breaksDue);
    if (isHeld) oweBreak(center, agent, breakSeconds);
  } else if (breakSeconds === shiftEnds && center.breaksOwed[agent] > 0) missBreaks(center, agent);
  if (!isHeld) endShift(center, agent);
}

function oweBreak(center: Center, agent: number, seconds: number): void {
  center.owedBreak[agent] += seconds;
  if (center.breaksOwed[agent]++ === 0) {
    center.breaksSince[agent] = 0;
    center.breaksInterval[agent] = center.interval;
  }
  center.breaksSince[agent] += center.now;
}

/** The shift is over before what is owed was taken. */
function missBreaks(center: Center, agent: number): void {
  const { agentGroup } = center.plan;
  book(center, agentGroup[agent], breaksMissed, center.breaksOwed[agent], center.breaksInterval[agent]);
  center.breaksOwed[agent] = 0;
  center.owedBreak[agent] = 0;
}

function bookLateBreaks(center: Center, agent: number): void {
  const count = center.breaksOwed[agent];
  if (count === 0) return;
  const group = center.plan.agentGroup[agent];
  const interval = center.breaksInterval[agent];
  const delay = count * center.now - center.breaksSince[agent];
  book(center, group, breakDelay, delay, interval);
  if (delay > count * lateBreakSeconds) book(center, group, breaksLate, count, interval);
  center.breaksOwed[agent] = 0;
}

/** A stretch on queue as somebody lived it is over. Who is there for a whole day is a post and not a person. */
function bookStretch(center: Center, group: number, agent: number): void {
  const length = center.now - center.cameAt[agent];
  if (length > breakDueSeconds && length < wholeDay) book(center, group, longStretches);
}

function book(center: Center, group: number, column: number, value = 1, interval = center.interval): void {
  const { groupFigures, intervals } = center.plan;
  center.data[groupFigures[group] + column * intervals + interval] += value;
}

/** An idle named agent leaves the floor until `agentReturns`. */
export function leaveFloor(center: Center, agent: number): void {
  center.onLateBreak[agent] = 1;
  goAway(center, agent);
}

/** Takes a named agent off the floor for a while: at once, or when he has finished what he has in hand. Who is not there stays away. */
export function holdAgent(center: Center, agent: number, seconds: number): void {
  if (center.agentState[agent] === busy) center.owedBreak[agent] += seconds;
  else if (center.agentState[agent] === idle) {
    leaveFloor(center, agent);
    center.events.time[agent] = center.now + seconds;
    center.events.schedule(agent, agentReturns);
  }
}

/** An idle named agent to whom a break is owed, or who is not on shift, goes. */
function endShift(center: Center, agent: number): void {
  if (center.agentState[agent] !== idle) return;
  const isOwed = center.owedBreak[agent] > 0;
  if (isOwed || center.onShift[agent] === 0) goAway(center, agent);
  if (isOwed) beginLateBreak(center, agent);
}

function goAway(center: Center, agent: number): void {
  const group = center.plan.agentGroup[agent];
  bookStretch(center, group, agent);
  center.agentState[agent] = away;
  center.free[group]--;
  removeIdle(center, group, agent);
  bookLoggedIn(center, group, -1);
}
