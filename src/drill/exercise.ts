/**
 * One run of a drill, moment by moment: the floor is looked at, somebody decides, and time goes on. Plans, replays, people at a
 * terminal and any other screen drive it through the same interface.
 */

import { thresholdsOf } from '../sim/compile.ts';
import { type ControlledCenter, type ControlledRun, type Floor, openControlled, openFloor } from '../sim/control.ts';
import { usualWindow } from './condition.ts';
import { Desk, type DeskEvent } from './desk.ts';
import type { Drill, Order, Plan } from './drill.ts';
import { type FrontLine, frontLineOf } from './front-line.ts';
import { Gauges } from './gauges.ts';

/** What somebody decided. */
export interface Decision {
  /** Seconds from the scenario's start. */
  at: number;
  /** Who; empty for a plan's rules. */
  by: string;
  order: Order;
  /** The condition or the reason, as it was written; may be empty. */
  because: string;
  /** Of a level: it is only ever raised (true) or only ever lowered to this; left out, it is set. */
  upwards?: boolean;
}

/** An instant at which somebody may decide. */
export interface Moment {
  time: number;
  gauges: Gauges;
  desk: Desk;
  /** Whether the exercise is on: before it and after it nobody decides. */
  inExercise: boolean;
}

/** What is kept of an instant: the charts are drawn from it. */
export interface TrackPoint {
  time: number;
  /** Customers waiting, and everything waiting by type of work: cases wait without a customer. */
  queue: number;
  waiting: number[];
  longestWait: number;
  /** Shares of the last ten minutes; null where nothing happened. */
  serviceLevel: number | null;
  occupancy: number | null;
  /** Of the people who serve customers. */
  loggedIn: number;
  busy: number;
  level: number;
  /** By lever, agents at work or 1. */
  working: number[];
}

/** What an exercise leaves behind. */
export interface ExerciseResult extends ControlledRun {
  decisions: Decision[];
  events: DeskEvent[];
  track: TrackPoint[];
  /** By lever, in hours of an ordinary agent. */
  costs: number[];
  /** By lever: the hours worked, and how often it was pulled. */
  hours: number[];
  pulls: number[];
}

/** Whoever decides: a plan, a script, a person. */
export type Decider = (moment: Moment) => readonly Decision[];

/** A run of a drill under way. */
export interface Exercise {
  /** Goes on to the next instant; null when the day is over. */
  next(): Moment | null;
  /** Takes decisions at the instant at hand; those that change nothing are left out of the record. */
  decide(decisions: readonly Decision[]): Decision[];
  /** Lets the day run to its end and hands everything out. */
  finish(): ExerciseResult;
}

/** How long before the exercise, and after it, the floor is looked at: what rules and charts look back to, seconds. */
const lookBack = 3600;

/** The drill's centre, compiled to be steered. */
export function compileDrill(
  drill: Pick<Drill, 'scenario' | 'closedSkills' | 'stepSeconds'>,
  seed: string,
): ControlledCenter {
  const { closedSkills, scenario, stepSeconds } = drill;
  return openControlled(scenario, seed, { stepSeconds, closedSkills });
}

/**
 * The threshold at which a drill shows its service level: that of its first objective that has one, else the first promise's.
 * @returns an index into the thresholds of a run, −1 when no promise has a threshold
 */
export function boardThreshold({ objectives, scenario }: Pick<Drill, 'objectives' | 'scenario'>): number {
  const promised = objectives.flatMap(({ measure }) =>
    measure.kind === 'promise' ? [scenario.promises[measure.promise]] : [],
  );
  const first = [...promised, ...scenario.promises].find(({ answerWithin }) => answerWithin > 0);
  return first === undefined ? -1 : thresholdsOf(scenario).indexOf(first.answerWithin);
}

/**
 * Opens one run of a drill.
 *
 * @param centre from `compileDrill`; its last run must be over
 * @param plan whose levels "level II" means
 */
export function openExercise(drill: Drill, centre: ControlledCenter, run: number, plan: Plan): Exercise {
  const floor: Floor = openFloor(centre, run);
  const { groups, work } = drill.scenario;
  const names = { types: work.map(({ name }) => name), groups: groups.map(({ name }) => name) };
  const front = frontLineOf(drill.scenario);
  const gauges = new Gauges(names, boardThreshold(drill), front);
  const desk = new Desk(drill, plan);
  const decisions: Decision[] = [];
  const track: TrackPoint[] = [];
  let isOpen = false;
  let isOver = false;
  /** Tells the centre what the desk wants, once decisions are taken, and notes the instant. */
  const settle = () => {
    if (!isOpen) return;
    isOpen = false;
    floor.command(desk.tick(gauges.now.time));
    track.push(pointOf(gauges, desk, front));
  };
  /** Whether nothing that was ordered is still to begin or to end. */
  const isQuiet = () => desk.states.every(({ working, worksAt }) => working === 0 && worksAt === null) && !desk.owes;
  /** From when on the floor has to be looked at again. */
  const wakes = () => (isOver ? drill.to + lookBack : drill.from - lookBack);
  const next = (): Moment | null => {
    settle();
    const view = floor.next(isQuiet() ? wakes() : 0);
    if (view === null) return null;
    isOpen = true;
    gauges.add(view);
    if (view.time >= drill.to && !isOver) {
      isOver = true;
      desk.standDown(view.time);
    }
    return { time: view.time, gauges, desk, inExercise: view.time >= drill.from && view.time < drill.to };
  };
  return {
    next,
    decide(given) {
      const taken = given.filter(({ order, upwards }) => {
        if (!desk.changes(order)) return false;
        if (order.action === 'level' && upwards !== undefined && order.level > desk.level !== upwards) return false;
        desk.take(order, gauges.now.time);
        return true;
      });
      decisions.push(...taken);
      return taken;
    },
    finish() {
      while (next() !== null);
      return {
        ...floor.finish(),
        decisions,
        events: desk.events,
        track,
        costs: drill.levers.map((_, lever) => desk.cost(lever)),
        hours: desk.states.map(({ hours }) => hours),
        pulls: desk.states.map(({ pulls }) => pulls),
      };
    },
  };
}

function pointOf(gauges: Gauges, desk: Desk, front: FrontLine): TrackPoint {
  const { now } = gauges;
  const share = (quantity: 'service level' | 'occupancy') =>
    gauges.read({ quantity, of: null, overSeconds: usualWindow });
  return {
    time: now.time,
    queue: front.types.reduce((sum, type) => sum + now.queues[type].waiting, 0),
    waiting: now.queues.map(({ waiting }) => waiting),
    longestWait: Math.max(...front.types.map((type) => now.queues[type].longestWait)),
    serviceLevel: share('service level'),
    occupancy: share('occupancy'),
    loggedIn: front.groups.reduce((sum, group) => sum + now.groups[group].loggedIn, 0),
    busy: front.groups.reduce((sum, group) => sum + now.groups[group].busy, 0),
    level: desk.level,
    working: desk.states.map(({ working }) => working),
  };
}

/**
 * Runs a whole exercise.
 *
 * @param decider asked at every instant of the exercise
 */
export function runExercise(
  drill: Drill,
  centre: ControlledCenter,
  run: number,
  plan: Plan,
  decider: Decider,
): ExerciseResult {
  const exercise = openExercise(drill, centre, run, plan);
  for (let moment = exercise.next(); moment !== null; moment = exercise.next()) {
    if (moment.inExercise) exercise.decide(decider(moment));
  }
  return exercise.finish();
}
