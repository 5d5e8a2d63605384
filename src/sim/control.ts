/**
 * A centre that somebody steers while it runs: the state of the floor comes out at regular instants, commands go in. A rule, a
 * script, a person at a terminal or a screen anywhere drives it through this alone:
 *
 * ```ts
 * const floor = openFloor(openControlled(scenario, seed), run);
 * for (let view = floor.next(); view !== null; view = floor.next()) floor.command(decide(view));
 * const { record, steered } = floor.finish();
 * ```
 *
 * Commands state levels ("six more agents here", "a tenth are told to call later"), not changes: giving one twice is giving it
 * once. A steered run is a function of the scenario, the seed, the run and the commands; without commands its figures are
 * those of the same run that nobody steers, to the last bit.
 */
import type { Scenario } from '../scenario/scenario.ts';
import { handling, loggedIn as loggedInColumn } from './booking.ts';
import { type Center, namedAgents } from './center.ts';
import { compile } from './compile.ts';
import { none } from './event-queue.ts';
import { runLoop, serveWaiting } from './loop.ts';
import { type ContactColumn, contactOffset, type RunRecord } from './run.ts';
import { finishRun, startRun } from './simulate.ts';
import { followSchedule } from './staff.ts';
import { bookExtra, type SteeredColumn, type Steering, setExtra, steeredColumns } from './steering.ts';
import type { Trace } from './trace.ts';

/** One order; types of work and groups by index, shares 0–1. It holds until another is given. */
export type Command =
  /** Agents of a group of head-counts beyond its schedule; below 0 so many are taken off it. */
  | { kind: 'staff'; group: number; agents: number }
  /** Whether a group takes a type of work for which the scenario gives it the skill. */
  | { kind: 'skill'; group: number; type: number; open: boolean }
  /** What callers who would have to wait hear: their answer, to call later, the offer of a call-back. */
  | { kind: 'announcement'; type: number; informs: number; discourages: number; callsBack: number }
  /** A message to customers: so many of those who would call need not, so many call who would not have. */
  | { kind: 'message'; type: number; avoids: number; causes: number }
  /** Wrap-up as a multiple of the usual, and the share of those so served who call again. */
  | { kind: 'wrap-up'; type: number; times: number; repeats: number }
  /** By how many tiers a type of work comes before others; 0 as the scenario says. */
  | { kind: 'rank'; type: number; tiers: number }
  /** Whether new contacts of a type are let in during its hours. */
  | { kind: 'door'; type: number; open: boolean };

/** What a wall board may show at an instant. Counts are those since the start of the run. */
export interface FloorView {
  /** Seconds from the scenario's start. */
  time: number;
  /** By type of work. */
  queues: QueueView[];
  groups: GroupView[];
  lines: { busy: number; working: number }[];
}

/** The queue of a type of work. */
export interface QueueView {
  open: boolean;
  waiting: number;
  /** How long the first in the queue has waited, seconds; 0 when nobody waits. */
  longestWait: number;
  inSelfService: number;
  selfServed: number;
  answered: number;
  /** Of `answered`, by the scenario's thresholds in ascending order. */
  answeredWithin: number[];
  abandoned: number;
  blocked: number;
  balked: number;
}

/** A group of agents. */
export interface GroupView {
  scheduled: number;
  loggedIn: number;
  idle: number;
  /** It rings, or they handle a contact. */
  busy: number;
  /** Agent-seconds of handling so far. */
  handled: number;
  /** Agent-seconds logged in so far. */
  present: number;
}

/** What a steered run leaves behind. */
export interface ControlledRun {
  record: RunRecord;
  /** By type of work: what messages and doors did, in contacts. */
  steered: Record<SteeredColumn, number>[];
}

/** A run in which somebody acts. */
export interface Floor {
  /**
   * Goes on to the next instant at which somebody may act; null when the run is over.
   * @param from seconds: instants before are passed over, which is faster than looking at them
   */
  next(from?: number): FloorView | null;
  /**
   * Gives orders at the instant at hand; they hold at once.
   * @throws RangeError when one names what the centre does not have, or cannot be done
   */
  command(commands: readonly Command[]): void;
  /** Runs to the end if it is not reached, and hands out the figures. */
  finish(): ControlledRun;
}

/** A compiled centre that can be steered, and what its runs are put back to. */
export interface ControlledCenter {
  readonly center: Center;
  readonly steering: Steering;
  readonly scenario: Scenario;
  /** Pairs of group and type that a run begins without, though the scenario gives the skill. */
  readonly closedSkills: readonly { group: number; type: number }[];
  readonly original: Readonly<RoutingColumns>;
}

type RoutingColumns = Pick<Center['plan'], 'groupAfter' | (typeof queueColumns)[number]>;
/** Columns with a row for each queue that a group looks at. */
const queueColumns = [
  'queueType',
  'queueTier',
  'queueBase',
  'queuePerSecond',
  'queueAfter',
  'queueWaiting',
  'queueExpected',
  'queueIdle',
] as const;
const routingColumns = ['groupAfter', ...queueColumns] as const;

/**
 * Compiles a scenario to be steered.
 *
 * @param scenario what `resolve` returns
 * @param seed as for `compile`
 * @param options `stepSeconds`: how often somebody may act, above 0; `closedSkills`: skills that only a command opens
 * @throws RangeError when `stepSeconds` is not above 0
 */
export function openControlled(
  scenario: Scenario,
  seed: string,
  {
    stepSeconds = 60,
    closedSkills = [],
  }: { stepSeconds?: number; closedSkills?: readonly { group: number; type: number }[] } = {},
): ControlledCenter {
  if (!(stepSeconds > 0)) throw new RangeError(`stepSeconds: expected a number above 0, got ${stepSeconds}`);
  const center = compile(scenario, seed, undefined, undefined, stepSeconds);
  const { plan, steering } = center;
  if (steering === null) throw new Error('a centre compiled to be steered is not');
  const original = Object.fromEntries(routingColumns.map((name) => [name, plan[name].slice()]));
  return { center, steering, scenario, closedSkills, original: original as unknown as RoutingColumns };
}

/**
 * Opens a run at its start; the centre's last run must be over.
 *
 * @param controlled from `openControlled`; its state is overwritten
 * @param run number of the run, an integer from 0
 * @param trace receives one row per attempt
 */
export function openFloor(controlled: ControlledCenter, run: number, trace?: Trace): Floor {
  const { center, closedSkills, original, steering } = controlled;
  const { plan } = center;
  for (const name of routingColumns) plan[name].set(original[name]);
  for (const { group, type } of closedSkills) openSkill(controlled, group, type, false);
  startRun(center, run, trace);
  let isOver = false;
  return {
    next(from = 0) {
      if (isOver) return null;
      do isOver = runLoop(center);
      while (!isOver && center.now < from);
      return isOver ? null : viewOf(center);
    },
    command(commands) {
      for (const command of commands) obey(controlled, command);
    },
    finish() {
      while (!isOver) isOver = runLoop(center);
      for (let group = 0; group < plan.groups; group++) bookExtra(center, steering, group);
      return { record: finishRun(center), steered: tell(center, steering) };
    },
  };
}

/** The sums of what messages and doors did, by type. */
function tell({ plan: { intervals, types } }: Center, { tallies }: Steering): ControlledRun['steered'] {
  return Array.from({ length: types }, (_, type) => {
    const sum = (column: number) => {
      const from = (column * types + type) * intervals;
      return tallies.subarray(from, from + intervals).reduce((total, one) => total + one, 0);
    };
    return Object.fromEntries(steeredColumns.map((name, column) => [name, sum(column)])) as Record<
      SteeredColumn,
      number
    >;
  });
}

function viewOf(center: Center): FloorView {
  const { plan } = center;
  return {
    time: center.now,
    queues: Array.from({ length: plan.types }, (_, type) => viewQueue(center, type)),
    groups: Array.from({ length: plan.groups }, (_, group) => viewGroup(center, group)),
    lines: Array.from(center.linesBusy, (busy, pool) => ({ busy, working: center.linesWorking[pool] })),
  };
}

function viewQueue(center: Center, type: number): QueueView {
  const { intervals, layout, thresholdBase, thresholds } = center.plan;
  const sum = (from: number) => {
    let total = 0;
    for (let i = 0; i <= center.interval; i++) total += center.data[from + i];
    return total;
  };
  const counted = (column: ContactColumn) => sum(contactOffset(layout, type, column));
  const head = center.queueHead[type];
  const answered = counted('answered');
  return {
    open: center.isOpen[type] === 1,
    waiting: center.queueLength[type],
    longestWait: head === none ? 0 : center.now - center.queuedAt[head],
    inSelfService: center.inSelfService[type],
    selfServed: counted('selfServed'),
    answered,
    // The loop books those who were answered too late, as minus; see `bookTotals`.
    answeredWithin: Array.from(thresholds, (_, t) => answered + sum(thresholdBase[type] + 2 * t * intervals)),
    abandoned: counted('abandoned'),
    blocked: counted('blocked'),
    balked: counted('balked'),
  };
}

function viewGroup(center: Center, group: number): GroupView {
  const { groupFigures, intervals } = center.plan;
  const length = center.now - center.intervalStart;
  const loggedIn = center.loggedIn[group];
  const idle = Math.max(0, center.free[group]);
  const busy = loggedIn - idle;
  const sum = (column: number) => {
    let total = 0;
    for (let i = 0; i < center.interval; i++) total += center.data[groupFigures[group] + column * intervals + i];
    return total;
  };
  return {
    scheduled: center.scheduled[group],
    loggedIn,
    idle,
    busy,
    handled: sum(handling) + center.handlingArea[group] + (busy - center.ringing[group]) * length,
    present: sum(loggedInColumn) + center.loggedInArea[group] + loggedIn * length,
  };
}

function obey(controlled: ControlledCenter, command: Command): void {
  const { center, steering } = controlled;
  if ('type' in command) requireIndex('type', command.type, center.plan.types);
  if ('group' in command) requireIndex('group', command.group, center.plan.groups);
  switch (command.kind) {
    case 'staff':
      moveStaff(center, steering, command.group, command.agents);
      break;
    case 'skill':
      openSkill(controlled, command.group, command.type, command.open);
      serveWaiting(center, command.group);
      break;
    case 'announcement':
      for (const name of ['informs', 'discourages', 'callsBack'] as const) {
        steering[name][command.type] = shareOf(name, command[name]);
      }
      break;
    case 'message':
      steering.avoids[command.type] = shareOf('avoids', command.avoids);
      steering.causes[command.type] = shareOf('causes', command.causes);
      break;
    case 'wrap-up':
      if (!(command.times >= 0)) throw new RangeError(`times: expected a number of at least 0, got ${command.times}`);
      steering.wrapUpTimes[command.type] = command.times;
      steering.repeats[command.type] = shareOf('repeats', command.repeats);
      break;
    case 'rank':
      rank(controlled, command.type, command.tiers);
      break;
    case 'door':
      moveDoor(controlled, command.type, command.open);
  }
}

function requireIndex(name: string, index: number, count: number): void {
  if (Number.isInteger(index) && index >= 0 && index < count) return;
  throw new RangeError(`${name}: expected a whole number from 0 to ${count - 1}, got ${index}`);
}

function shareOf(name: string, share: number): number {
  if (share >= 0 && share <= 1) return share;
  throw new RangeError(`${name}: expected a share from 0 to 1, got ${share}`);
}

function moveStaff(center: Center, steering: Steering, group: number, agents: number): void {
  if (!Number.isSafeInteger(agents)) throw new RangeError(`agents: expected a whole number, got ${agents}`);
  if (center.plan.leaving[group] === namedAgents) {
    throw new RangeError(
      `group: expected one of head-counts, got ${center.plan.groupNames[group]}, whose people have names`,
    );
  }
  setExtra(center, steering, group, agents);
  followSchedule(center, group);
  serveWaiting(center, group);
}

/** Lets a group take a type of work, or no more; who is being served stays. */
function openSkill({ center: { plan }, original }: ControlledCenter, group: number, type: number, open: boolean): void {
  let found = false;
  for (let i = plan.groupStart[type]; i < plan.groupStart[type + 1]; i++) {
    if (plan.groupOption[i] !== group) continue;
    plan.groupAfter[i] = open ? original.groupAfter[i] : Number.POSITIVE_INFINITY;
    found = true;
  }
  for (let i = plan.queueStart[group]; i < plan.queueStart[group + 1]; i++) {
    if (plan.queueType[i] !== type) continue;
    const row = rowOf(plan, original, group, type);
    plan.queueAfter[i] = open ? original.queueAfter[row] : Number.POSITIVE_INFINITY;
  }
  if (!found) {
    throw new RangeError(`group: expected one that can serve ${plan.typeNames[type]}, got ${plan.groupNames[group]}`);
  }
}

/** Where a group's queue stood before anything was ranked. */
function rowOf(plan: Center['plan'], original: RoutingColumns, group: number, type: number): number {
  let row = plan.queueStart[group];
  while (original.queueType[row] !== type) row++;
  return row;
}

/** Moves a type up among the queues that each group looks at. */
function rank({ center: { plan }, original }: ControlledCenter, type: number, tiers: number): void {
  if (!Number.isFinite(tiers)) throw new RangeError(`tiers: expected a number, got ${tiers}`);
  for (let group = 0; group < plan.groups; group++) {
    const from = plan.queueStart[group];
    const to = plan.queueStart[group + 1];
    const tierOf = (row: number) =>
      plan.queueType[row] === type
        ? original.queueTier[rowOf(plan, original, group, type)] + tiers
        : plan.queueTier[row];
    const order = Array.from({ length: to - from }, (_, i) => from + i)
      .map((row) => ({ row, tier: tierOf(row), before: rowOf(plan, original, group, plan.queueType[row]) }))
      .sort((a, b) => b.tier - a.tier || a.before - b.before);
    for (const name of queueColumns) {
      const values = plan[name].slice();
      order.forEach(({ row }, i) => {
        plan[name][from + i] = values[row];
      });
    }
    order.forEach(({ tier }, i) => {
      plan.queueTier[from + i] = tier;
    });
  }
}

function moveDoor({ center, scenario, steering }: ControlledCenter, type: number, open: boolean): void {
  const inHours = scenario.work[type].hours.some(({ from, to }) => from <= center.now && center.now < to);
  steering.isShut[type] = open ? 0 : 1;
  center.isOpen[type] = open && inHours ? 1 : 0;
}
