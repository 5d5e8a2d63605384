/**
 * An exercise that people lead: time is let on, orders are given as text, and the wall board is read off. It knows no terminal and no
 * clock, so whatever shows a board and takes orders can drive it.
 */
import type { ControlledCenter } from '../sim/control.ts';
import type { DrillMessage } from '../words/drill-faults.ts';
import { type Condition, usualWindow } from './condition.ts';
import type { LeverState } from './desk.ts';
import type { Drill, Inject, Level, Lever, Order } from './drill.ts';
import { type Decision, type ExerciseResult, type Moment, openExercise } from './exercise.ts';
import { frontLineOf } from './front-line.ts';
import { readOrder } from './resolve-plans.ts';

/** What a wall board shows. */
export interface WallBoard {
  /** Seconds from the scenario's start. */
  time: number;
  queues: { name: string; waiting: number; longestWait: number; serviceLevel: number | null }[];
  loggedIn: number;
  idle: number;
  occupancy: number | null;
  level: number;
  /** Where the plan would now declare a level, its number: the alert. */
  asked: number;
  /** The levels of the plan that is meant, with the levers of each; null where it has none. */
  levels: (Level | null)[];
  levers: { lever: Lever; state: LeverState }[];
  /** What has been told so far, the latest last. */
  told: Inject[];
  /** What was ordered so far, the latest last. */
  decided: Decision[];
  isOver: boolean;
}

/** What became of an order. */
export type Answer = { done: Order } | { unchanged: Order } | { refused: DrillMessage };

/** An exercise led by people. */
export class LiveSession {
  readonly #drill: Drill;
  readonly #exercise: ReturnType<typeof openExercise>;
  readonly #decided: Decision[] = [];
  #moment: Moment;

  /**
   * Opens the exercise at its beginning.
   * @param centre from `compileDrill`
   */
  constructor(drill: Drill, centre: ControlledCenter, run: number) {
    this.#drill = drill;
    this.#exercise = openExercise(drill, centre, run, drill.plans[drill.plan]);
    let moment = this.#exercise.next();
    while (moment !== null && moment.time < drill.from) moment = this.#exercise.next();
    if (moment === null) throw new Error('an exercise begins within its day');
    this.#moment = moment;
  }

  /** Lets time go on to a moment, or to the end of the exercise. */
  advance(until: number): void {
    const end = Math.min(until, this.#drill.to);
    while (this.#moment.time + this.#drill.stepSeconds <= end) {
      const next = this.#exercise.next();
      if (next === null) return;
      this.#moment = next;
    }
  }

  /** Whether the time of the exercise is over: nothing can be ordered any more. */
  get isOver(): boolean {
    return this.#moment.time + this.#drill.stepSeconds > this.#drill.to || !this.#moment.inExercise;
  }

  /** The moment at hand. */
  get time(): number {
    return this.#moment.time;
  }

  /**
   * Takes an order as people write it; a number alone is the lever of that number on the board, from 1.
   * @param by who gives it
   */
  order(text: string, by: string): Answer {
    const { levers, plan, plans } = this.#drill;
    const [, verb = '', number, rest = ''] = /^(\D*?)(?:^|\s+)(\d+)(\s+\d+)?$/.exec(text.trim()) ?? [];
    const isVerb = ['', 'pull', 'release', 'end', '启动', '停止', '撤回'].includes(verb.trim().toLowerCase());
    const lever = number === undefined || !isVerb ? undefined : levers[Number(number) - 1];
    const order = readOrder(lever === undefined ? text : `${verb} ${lever.name}${rest}`, levers, plans[plan].levels);
    if ('fault' in order) return { refused: order.fault };
    const [taken] = this.#exercise.decide([{ at: this.#moment.time, by, order, because: '' }]);
    if (taken === undefined) return { unchanged: order };
    this.#decided.push(taken);
    return { done: order };
  }

  /** What the wall board shows now. */
  board(): WallBoard {
    const { desk, gauges, time } = this.#moment;
    const { injects, levers, plan, plans, scenario } = this.#drill;
    const { groups } = frontLineOf(scenario);
    const share = (quantity: 'service level' | 'occupancy', of: string | null) =>
      gauges.read({ quantity, of, overSeconds: usualWindow });
    const meets = (condition: Condition) =>
      condition.every((clause) => {
        const value = gauges.read(clause);
        return value !== null && (clause.above ? value > clause.value : value < clause.value);
      });
    return {
      time,
      queues: gauges.now.queues.map(({ longestWait, waiting }, type) => {
        const { name } = scenario.work[type];
        return { name, waiting, longestWait, serviceLevel: share('service level', name) };
      }),
      loggedIn: groups.reduce((sum, group) => sum + gauges.now.groups[group].loggedIn, 0),
      idle: groups.reduce((sum, group) => sum + gauges.now.groups[group].idle, 0),
      occupancy: share('occupancy', null),
      level: desk.level,
      asked: plans[plan].levels.findLastIndex((level) => level !== null && meets(level.enter)) + 1,
      levels: plans[plan].levels,
      levers: levers.map((lever, i) => ({ lever, state: { ...desk.states[i] } })),
      told: injects.filter(({ toldAt }) => toldAt <= time).sort((a, b) => a.toldAt - b.toldAt),
      decided: [...this.#decided],
      isOver: this.isOver,
    };
  }

  /** Lets the day run to its end without further orders. */
  finish(): ExerciseResult {
    return this.#exercise.finish();
  }
}
