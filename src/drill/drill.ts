/**
 * A drill ready to be run: a centre whose day goes wrong in a stated way, what those in charge can do about it, what they plan
 * to do, and what they want to achieve. Plain data, times in seconds from the scenario's start.
 */
import type { Clause } from '../judge/norm/clause-test.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Bilingual } from '../words/dictionary.ts';
import type { Condition } from './condition.ts';

/** What somebody wrote: one text, or one in each language. */
export type Said = string | Bilingual;

/** An exercise. */
export interface Drill {
  /** File name without its ending. */
  name: string;
  summary: Said;
  /** SHA-256 (hex) of everything that determines what happens. */
  hash: string;
  /** The centre with all injects, objectives and the people that levers can bring. */
  scenario: Scenario;
  /** The same centre on a day on which nothing happens. */
  ordinary: Scenario;
  /** Skills that only a lever opens. */
  closedSkills: { group: number; type: number }[];
  /** When the exercise is played. */
  from: number;
  to: number;
  /** How often somebody may act, seconds. */
  stepSeconds: number;
  /** The floor is back to normal when its queues, averaged over 15 minutes, hold at most so many. */
  normalQueue: number;
  /** What a lost customer is worth, in hours of an ordinary agent. */
  customerWorth: number;
  participants: { name: string; role: Said }[];
  injects: Inject[];
  levers: Lever[];
  plans: Plan[];
  /** The plan that acts, by index. */
  plan: number;
  objectives: Objective[];
  /** The norm that the day is held against; null where the drill names none. */
  norm: DrillNorm | null;
}

/** A norm, matched against the centre of a drill. */
export interface DrillNorm {
  title: Bilingual;
  clauses: {
    clause: Clause;
    /** Index into the promises of the drill's scenario; null where no run decides the clause. */
    promise: number | null;
    /** What decides it without a run; null where a run does, or nothing can. */
    decided: 'held' | 'broken' | null;
  }[];
}

/** Something that the exercise does to the centre. */
export interface Inject {
  at: number;
  what: Said;
  /** The news as it reaches the floor, and when. */
  told: Said;
  toldAt: number;
  truth: Said;
  /** When the last of its shocks is over. */
  until: number;
}

/** A lever with its names resolved. */
export interface Lever {
  /** Its key in the file: what orders call it. */
  name: string;
  /** What people call it. */
  title: Said;
  kind: string;
  /** Agents at most; 1 for a lever that is on or off. */
  capacity: number;
  counted: boolean;
  delay: number;
  longest: number;
  /** Once it works it works at least so long. */
  least: number;
  costPerHour: number;
  costEach: number;
  /** Group of the people that it brings; -1 without. */
  group: number;
  /** Group that lacks them meanwhile; -1 without. */
  takenFrom: number;
  /** Group that lacks as many for as long afterwards; -1 without. */
  owedBy: number;
  /** Pairs that it opens. */
  skills: { group: number; type: number }[];
  /** Types of work that it touches. */
  types: number[];
  announcement: { informs: number; discourages: number; callsBack: number } | null;
  message: { avoids: number; causes: number } | null;
  wrapUp: { times: number; repeats: number } | null;
  rank: number;
  shuts: boolean;
}

/** The three response levels, from the least. */
export const levelNames = ['III', 'II', 'I'] as const;
export type LevelName = (typeof levelNames)[number];

/** Something to be done. */
export type Order =
  | { action: 'pull'; lever: number; agents: number }
  | { action: 'release'; lever: number }
  /** Number of levels active: 0 stands down, 3 is level I. */
  | { action: 'level'; level: number };

/** What one means to do. */
export interface Plan {
  name: string;
  summary: Said;
  /** In the order of {@link levelNames}; null where the plan has none. */
  levels: (Level | null)[];
  rules: Rule[];
  script: Scripted[];
}

/** A response level: when it is declared, when it is left, what it does. A higher level does what the lower ones do as well. */
export interface Level {
  enter: Condition;
  leave: Condition;
  orders: Order[];
}

/** What is done each time a condition becomes true. */
export interface Rule {
  when: Condition;
  orders: Order[];
}

/** What is done at a time, whatever happens. */
export interface Scripted {
  at: number;
  orders: Order[];
  by: string;
}

/** What the exercise is to show. */
export interface Objective {
  id: string;
  text: Said;
  capability: Said;
  measure:
    | { kind: 'promise'; promise: number }
    /** A level is declared within so many seconds of an inject. */
    | { kind: 'response'; level: number; inject: number; within: number }
    /** The floor is back to normal within so many seconds of the last shock's end. */
    | { kind: 'recovery'; within: number };
}
