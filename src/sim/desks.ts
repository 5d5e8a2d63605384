/**
 * Agents who hold several conversations at once. An agent sits at a desk from his first conversation to his last; while he does, he
 * counts as busy for all other work. Every conversation takes longer the more there are at the desk: when their number changes,
 * what is left of each is stretched or shortened. Desks with room are kept in lists by group and number of conversations, so that a
 * new one goes to the agent who has fewest, and among those to whom that has been so for longest.
 */
import type { Center } from './center.ts';
import { none } from './event-queue.ts';
import { handled } from './events.ts';
import { staysOnDuty } from './staff.ts';
import { toTick } from './ticks.ts';

/** The desks of a run, in columns; desk 0 is none. */
export interface Desks {
  /** Most conversations that any type allows: there are lists for 0 … `most` − 1 of them. */
  readonly most: number;
  used: number;
  /** Head of the list of desks given back. */
  spare: number;
  group: Int32Array;
  agent: Int32Array;
  /** Conversations at the desk, and how many there may be: the fewest that a type of any of them allows. */
  count: Int32Array;
  limit: Int32Array;
  /** First of its conversations; the others follow by `deskNext`. */
  first: Int32Array;
  next: Int32Array;
  previous: Int32Array;
  /** By group · most + conversations: desks with room. */
  readonly head: Int32Array;
  readonly tail: Int32Array;
}

type DeskColumn = 'group' | 'agent' | 'count' | 'limit' | 'first' | 'next' | 'previous';
const deskColumns: readonly DeskColumn[] = ['group', 'agent', 'count', 'limit', 'first', 'next', 'previous'];

/** Desks for a centre where agents hold at most `most` conversations; 1 or less: nobody ever sits at one. */
export function layDesks(most: number, groups: number): Desks {
  const capacity = most > 1 ? 64 : 0;
  const columns = Object.fromEntries(deskColumns.map((name) => [name, new Int32Array(capacity)]));
  return {
    most,
    used: 1,
    spare: none,
    ...(columns as Record<DeskColumn, Int32Array>),
    head: new Int32Array(most > 1 ? groups * most : 0),
    tail: new Int32Array(most > 1 ? groups * most : 0),
  };
}

/** Puts the desks at the start of a run. */
export function resetDesks(desks: Desks): void {
  desks.used = 1;
  desks.spare = none;
  desks.head.fill(none);
  desks.tail.fill(none);
}

/** A desk for an agent who begins with his first conversation. */
export function openDesk(desks: Desks, group: number, agent: number): number {
  let desk = desks.spare;
  if (desk !== none) desks.spare = desks.next[desk];
  else {
    if (desks.used === desks.group.length) growDesks(desks);
    desk = desks.used++;
  }
  desks.group[desk] = group;
  desks.agent[desk] = agent;
  desks.count[desk] = 0;
  desks.limit[desk] = desks.most;
  desks.first[desk] = none;
  listDesk(desks, desk);
  return desk;
}

function growDesks(desks: Desks): void {
  for (const name of deskColumns) {
    const larger = new Int32Array(2 * desks[name].length);
    larger.set(desks[name]);
    desks[name] = larger;
  }
}

/** A desk without conversations is nobody's. */
export function closeDesk(desks: Desks, desk: number): void {
  unlistDesk(desks, desk);
  desks.next[desk] = desks.spare;
  desks.spare = desk;
}

/** A conversation, `handling` seconds long if it were the agent's only one, begins at a desk. */
export function sitDown(center: Center, desk: number, contact: number, handling: number): void {
  const { desks, plan } = center;
  const count = desks.count[desk];
  unlistDesk(desks, desk);
  retime(center, desk, count, count + 1);
  center.desk[contact] = desk;
  center.deskNext[contact] = desks.first[desk];
  desks.first[desk] = contact;
  desks.count[desk] = count + 1;
  desks.limit[desk] = Math.min(desks.limit[desk], plan.conversations[center.type[contact]]);
  listDesk(desks, desk);
  center.events.time[contact] = center.now + toTick(handling * factorAt(center, contact, count + 1));
  center.events.schedule(contact, handled);
}

/** A conversation is over; returns its desk. */
export function standUp(center: Center, contact: number): number {
  const { desks, plan } = center;
  const desk = center.desk[contact];
  const count = desks.count[desk];
  unlistDesk(desks, desk);
  if (desks.first[desk] === contact) desks.first[desk] = center.deskNext[contact];
  else {
    let before = desks.first[desk];
    while (center.deskNext[before] !== contact) before = center.deskNext[before];
    center.deskNext[before] = center.deskNext[contact];
  }
  desks.count[desk] = count - 1;
  desks.limit[desk] = desks.most;
  for (let other = desks.first[desk]; other !== none; other = center.deskNext[other]) {
    desks.limit[desk] = Math.min(desks.limit[desk], plan.conversations[center.type[other]]);
  }
  retime(center, desk, count, count - 1);
  listDesk(desks, desk);
  return desk;
}

/** What is left of each conversation at a desk takes longer or shorter when their number changes. */
function retime(center: Center, desk: number, from: number, to: number): void {
  for (let contact = center.desks.first[desk]; contact !== none; contact = center.deskNext[contact]) {
    const change = factorAt(center, contact, to) / factorAt(center, contact, from);
    if (change === 1) continue;
    const left = center.events.time[contact] - center.now;
    center.events.cancel(contact);
    center.events.time[contact] = center.now + toTick(left * change);
    center.events.schedule(contact, handled);
  }
}

/** How many times as long a conversation takes among so many. */
function factorAt({ plan, type }: Center, contact: number, count: number): number {
  return plan.conversationFactor[plan.conversationStart[type[contact]] + count - 1];
}

/** The desk at which a new conversation of a type may begin now: `none` where no agent has room for it. */
export function findDesk(center: Center, contact: number, type: number): number {
  if (center.servable[type] === 0) return none;
  const { desks, plan } = center;
  const end = plan.groupStart[type + 1];
  const most = plan.conversations[type];
  for (let step = 1; step < most; step++) {
    const count = plan.stacks[type] === 1 ? most - step : step;
    for (let i = plan.groupStart[type]; i < end; i++) {
      const group = plan.groupOption[i];
      if (plan.groupAfter[i] > 0 && center.now < center.queuedAt[contact] + plan.groupAfter[i]) continue;
      let desk = desks.head[group * desks.most + count];
      while (desk !== none && !takesMore(center, desk)) desk = desks.next[desk];
      if (desk !== none) return desk;
    }
  }
  return none;
}

/** Whether an agent at a desk with room begins anything more. */
export function takesMore(center: Center, desk: number): boolean {
  return staysOnDuty(center, center.desks.group[desk], center.desks.agent[desk]);
}

/** Puts a desk at the end of the list of those with as many conversations, if it has room. */
function listDesk(desks: Desks, desk: number): void {
  const count = desks.count[desk];
  if (count >= desks.limit[desk]) return;
  const list = desks.group[desk] * desks.most + count;
  const last = desks.tail[list];
  desks.previous[desk] = last;
  desks.next[desk] = none;
  if (last === none) desks.head[list] = desk;
  else desks.next[last] = desk;
  desks.tail[list] = desk;
}

function unlistDesk(desks: Desks, desk: number): void {
  const count = desks.count[desk];
  if (count >= desks.limit[desk]) return;
  const list = desks.group[desk] * desks.most + count;
  const next = desks.next[desk];
  const previous = desks.previous[desk];
  if (previous === none) desks.head[list] = next;
  else desks.next[previous] = next;
  if (next === none) desks.tail[list] = previous;
  else desks.previous[next] = previous;
}
