/**
 * The resolved scenario: what `resolve` makes of a file and what every later room reads. Every default is written in,
 * every name is an index as well, every time is seconds from the scenario's start (local midnight of its first day),
 * every rate is per second, every fraction lies in 0–1. Plain data: it survives a structured clone and JSON.
 */
import type { Arrivals, Busyness } from '../kinds/arrivals/index.ts';
import type { Clock, Span } from '../kinds/clock.ts';
import type { RoutingTable } from '../kinds/routing/index.ts';
import type { SamplingRule } from '../kinds/sampling/index.ts';

export type { Arrivals, Busyness } from '../kinds/arrivals/index.ts';
export type { Clock, Day, Span } from '../kinds/clock.ts';
export type { RoutingTable } from '../kinds/routing/index.ts';
export type { RateCurve } from '../math/rate-curve.ts';

/** A centre, its demand, its people and its promises. */
export interface Scenario {
  /** File name without its ending, for titles and the output folder. */
  name: string;
  summary: string;
  /** SHA-256 (hex) of everything that determines the result: the resolved scenario with its bulk data. */
  hash: string;
  clock: Clock;
  /** Shared busyness of the day: multiplies the rates of all work alike. */
  busyness: Busyness;
  work: WorkType[];
  /** Pools of telephone lines; `work[].linePool` points here. */
  linePools: LinePool[];
  groups: AgentGroup[];
  /** How people keep to the roster; left out where everybody is there when it says so. */
  attendance?: Attendance;
  /** How a busy floor slows people; left out where nobody tires. */
  fatigue?: Fatigue;
  /** When people are taken off the floor; worked into staff already; left out where never. */
  offFloor?: OffFloor[];
  routing: RoutingTable;
  /**
   * Tiers of customers with the share of each, in the order of the scenario; left out where all are alike. Patience is multiplied by
   * `patience`, left out where it is that of the work.
   */
  tiers?: { name: string; share: number; patience?: number }[];
  shocks: Shock[];
  /** The day as planned, before the shocks; left out where there are none. */
  planned?: Planned;
  /** How well agents do their work, and what is evaluated; left out where the scenario does not say. */
  quality?: QualityModel;
  /** Clocks over chains of items, in the order of the scenario; left out where there are none. */
  clocks?: ServiceClock[];
  promises: ServicePromise[];
  /** What a roster is built of; null where the scenario does not say. It decides nothing that is simulated. */
  shifts: ShiftPlan | null;
  labourRules: StatedRule[];
  /** What a norm is told of the scenario; left out where it says nothing. It decides nothing that is simulated. */
  norm?: NormAnswers;
  precision: Precision;
  /** Inputs that are not known exactly. */
  uncertainty: InputFactor[];
  /** Modules that bring kinds of their own, absolute paths: threads load them before they simulate. */
  plugins: string[];
}

/** What a scenario answers to a norm. */
export interface NormAnswers {
  /** Work types by index, by the role that they play. */
  roles: Record<string, number[]>;
  /** What is so in the centre and is not simulated, by clause. */
  declares: Record<string, string[]>;
}

/** A duration drawn per contact: steps by time of arrival; the first step starts at 0. */
export interface Duration {
  steps: DurationStep[];
}

export interface DurationStep {
  /** Valid for arrivals from here until the next step. */
  from: number;
  /** A kind in `kinds/durations`. */
  kind: string;
  /** What that kind's sampler needs. */
  parameters: number[];
  /** Mean in seconds (Infinity for `never`, the patience of one who never leaves). */
  mean: number;
  /** Coefficient of variation. */
  cv: number;
}

/** A type of contact; it has one queue of its own. */
export interface WorkType {
  name: string;
  channel: string;
  /** Opening hours over the horizon, ascending, disjoint. Who comes outside is counted and not offered. */
  hours: Span[];
  arrivals: Arrivals;
  /** Self-service before the queue: every contact spends `seconds` there, `completed` of them need no person. */
  selfService: { completed: number; seconds: Duration };
  /** Index into `linePools`, or -1 for unlimited lines. A line is held from arrival until the talk ends. */
  linePool: number;
  /** Greatest number waiting; who comes then is blocked. Infinity = no limit. */
  waitingRoom: number;
  /** Fraction who leave at once when they would have to wait (counted as balked). */
  balking: number;
  /** Rank between queues for routing kinds that use it: higher is served first. */
  priority: number;
  ring: Duration;
  talk: Duration;
  hold: Duration;
  wrapUp: Duration;
  patience: Duration;
  /** Same fields drawn for a group that handles this type differently; sparse, by group index. */
  handlingByGroup: { group: number; talk: Duration; hold: Duration; wrapUp: Duration }[];
  redial: { abandoned: Redial; blocked: Redial; balked: Redial };
  /**
   * How many an agent may hold at once: as many as there are factors, by which handling takes longer with 1, 2, … of them. Left out
   * where it is one.
   */
  concurrency?: {
    handlingFactor: number[] /** New ones go to who has most; else to who is idle or has fewest. */;
    stacks?: true;
  };
  /** Who would have to wait may be called back instead; left out where nobody offers it. */
  callBack?: CallBack;
  /** An agent lays it aside for what interrupts and finds nobody, and goes on with it later; left out where he does not. */
  interruptible?: true;
  /** Whether an item that finds nobody has an agent lay interruptible work aside; left out: where a customer waits. */
  interrupts?: boolean;
  /** Idle agents that whoever takes it leaves in his group; left out where it is none. */
  leavesIdle?: number;
  /** What becomes of those who wait when the hours end; what is kept waits for the next opening, and may come at any hour. */
  closing: 'serve' | 'send-away' | 'keep';
  /** How handling ends; left out where every matter is settled and nobody asks. */
  outcome?: HandlingOutcome;
  /** What becomes of its items, in the order of {@link outcomes}; left out where nothing does. */
  followUps?: FollowUp[];
  /** Its items are complaints; left out where they are not. */
  complaint?: Complaint;
}

/** How grave a complaint is: one customer; repeated, or watched from outside; many people or a great loss. */
export const complaintLevels = ['ordinary', 'escalated', 'major'] as const;
/** What a complaint is about. */
export const complaintSubjects = ['service', 'technical', 'billing', 'policy', 'other'] as const;

/** What sort of complaints the items of a type are. */
export interface Complaint {
  level: (typeof complaintLevels)[number];
  about: (typeof complaintSubjects)[number];
}

/** A call-back instead of waiting on the line: the request ends, and an item of other work is made. */
export interface CallBack {
  /** Fraction who accept. */
  fraction: number;
  /** It is offered from so many waiting, and from such an expected wait on, seconds. */
  waiting: number;
  expectedWait: number;
}

/** How the handling of an item ends. */
export interface HandlingOutcome {
  /** Fraction settled by group, by index. */
  resolved: number[];
  /** Taken off for every point of quality below the pass mark; left out where it is 0. */
  perPointBelow?: number;
  /** Points from 0 to 100 that a customer gives; undefined where nobody asks. */
  satisfaction?: Satisfaction;
  /** Undefined where agents look nothing up. */
  knowledge?: Knowledge;
}

/** Points = base − perMinuteWaited × minutes waited − unresolved (if it is not settled) ± spread, kept within 0–100. */
export interface Satisfaction {
  base: number;
  perMinuteWaited: number;
  /** Points lost when the matter is not settled. */
  unresolved: number;
  /** Standard deviation between customers, points. */
  spread: number;
  /** Fraction of handled items whose customer is asked and answers. */
  rated: number;
  /** Who gives fewer points is dissatisfied. */
  dissatisfiedBelow: number;
  /** Points lost for every point of quality below the pass mark; left out where it is 0. */
  perPointBelow?: number;
}

/** Quality assurance. Scores are points of 100. */
export interface QualityModel {
  /** Score from which a contact passes. */
  pass: number;
  /** The evaluation form: weights sum to 1. */
  criteria: { name: string; weight: number }[];
  /**
   * True quality of an agent: normal with this mean and standard deviation `between`, of whose variance the fraction `common` is shared by
   * all criteria; `byWork` is what differs between types of work, `within` what differs between contacts.
   */
  agents: { mean: number; between: number; common: number; byWork: number; within: number; tiredPerSecond: number };
  /** By index of the group: points by which it differs on the first day, and the time in which that shrinks to 1/e (Infinity: never). */
  groups: { points: number; learnSeconds: number }[];
  /** Types of work whose contacts have a quality, by index. */
  work: number[];
  samples: QualitySample[];
  /** `work` gives scores, by index. */
  evaluators: { work: number[]; bias: number; noise: number; calibration: Calibration | null };
  coaching: Coaching[];
}

/** A daily draw. */
export interface QualitySample {
  name: string;
  rule: SamplingRule;
  /** Types of work drawn from, by index, and the type that a contact drawn makes. */
  of: number[];
  becomes: number;
  /** When it is drawn, ascending. */
  moments: number[];
}

/** Sessions in which evaluators agree on how to score. */
export interface Calibration {
  /** When they begin, ascending. */
  moments: number[];
  seconds: number;
  /** Fraction of his severity that an evaluator keeps. */
  keeps: number;
}

/** Work that teaches the agent whose contact it is about. */
export interface Coaching {
  /** Type of work, by index. */
  work: number;
  /** Fraction of what he lacks to 100 that is closed at the criterion of the finding, and at the others. */
  closes: number;
  others: number;
  /** Time since the contact in which what a talk closes shrinks to 1/e; Infinity: never. */
  lateSeconds: number;
  /** Time in which the gain shrinks to 1/e; Infinity: never. */
  fadeSeconds: number;
  /** It takes him off the floor as well. */
  holdsAgent: boolean;
}

/** Agents search a knowledge base once per item. */
export interface Knowledge {
  /** Fraction of searches that find what is needed. */
  found: number;
  /** Handling times of an item whose search fails are so many times as long. */
  missedHandling: number;
  /** Its chance to be settled is multiplied by this. */
  missedResolved: number;
  /** While there are open items of this type of work, by index, `found` is the lower one; −1 for none. */
  outdatedBy: number;
  foundOutdated: number;
}

/** What can happen to an item that makes others, in the order of an item's life. */
export const outcomes = [
  'outsideHours',
  'blocked',
  'balked',
  'calledBack',
  'selfServed',
  'abandoned',
  'sentAway',
  'consulted',
  'handled',
  'resolved',
  'unresolved',
  'dissatisfied',
] as const;
/** One of {@link outcomes}. */
export type ItemOutcome = (typeof outcomes)[number];

/** What an item becomes: after an outcome, a fraction of items make an item of another (or the same) type, after a while. */
export interface FollowUp {
  outcome: ItemOutcome;
  /** Work type that arises, by index. */
  becomes: number;
  /**
   * Of follow-ups of one outcome that exclude each other: the sum of the fractions of those before it. Left out where it stands for
   * itself.
   */
  above?: number;
  fraction: number;
  /** Added to the fraction per minute that the item waited. */
  perMinuteWaited: number;
  /** Added per point of quality below the pass mark; left out where it is 0. */
  perPointBelow?: number;
  /** The fraction is multiplied by this, by index of the group that handled the item; 1 where nobody did. */
  byGroup: number[];
  /** Time from the outcome until the new item begins. */
  after: Duration;
}

/** Points in an item's life at which clocks start and stop: it comes, somebody begins with it, it is handled. */
export const itemPoints = ['created', 'started', 'handled'] as const;
/** One of {@link itemPoints}. */
export type ItemPoint = (typeof itemPoints)[number];

/** A point in the life of items of one type, by index. */
export interface ClockPoint {
  work: number;
  point: ItemPoint;
}

/**
 * A promise of time over a chain of items that follow from one another: it starts with the first point of `starts` that a chain
 * meets and stops with the first of `stops` after it.
 */
export interface ServiceClock {
  name: string;
  starts: ClockPoint[];
  stops: ClockPoint[];
  /** Time stands still from a point of `from` to one of `until`. */
  pauses: { from: ClockPoint[]; until: ClockPoint[] };
  /** Seconds allowed, of clock time or, with `hours`, of the time in them; Infinity where `moments` decide. */
  within: number;
  /** The stretches in which time counts; null: all time. */
  hours: Span[] | null;
  /** Deadlines at fixed moments, ascending: the first after the start; empty where `within` decides. */
  moments: number[];
  /** A fraction of clocks is extended by so many seconds, with notice in time in a fraction of those; without notice it does not count. */
  extension: { fraction: number; seconds: number; noticed: number };
  /** A reminder is due so many seconds before the deadline; 0 = none. */
  remindBefore: number;
}

/** Who redials, when, and what he keeps of the attempt before. */
export interface Redial {
  fraction: number;
  after: Duration;
  /** Attempts a caller makes at most, the first counted. */
  maxAttempts: number;
  /** The next attempt's patience is the same draw (true) or a fresh one. */
  keepsPatience: boolean;
  /** The matter (talk, hold and wrap-up) is the same draw (true) or a fresh one. */
  keepsMatter: boolean;
  /** The wait so far counts on: `wait` runs from the first attempt's start of queueing. */
  keepsWaitClock: boolean;
}

export interface LinePool {
  name: string;
  /** Steps of the number of lines that work: first at 0 (Infinity allowed). */
  steps: { from: number; lines: number }[];
}

export interface AgentGroup {
  name: string;
  /** Speed per work type by index: handling time is divided by it; 0 = lacks the skill. */
  speeds: number[];
  /** Anonymous head-counts, or named people. */
  staff: HeadCounts | NamedStaff;
  /** Newcomers; left out where everybody knows the work. */
  onboarding?: Onboarding;
}

/** A cohort of newcomers: at and after its exam handling takes 1 + `slower` · 2^(−time since ÷ half-life) times as long. */
export interface Onboarding {
  /** Seconds; before it nobody of the group is on queue. May lie before the scenario begins. */
  exam: number;
  slower: number;
  /** The same for the share of matters left unsettled. */
  moreErrors: number;
  halfLifeSeconds: number;
}

/** What takes people of some groups off the floor, once. */
export interface OffFloor extends Span {
  name: string;
  /** The how-many-eth time it takes place: it decides whose turn it is. */
  turn: number;
  fraction: number;
  /** By index. */
  groups: number[];
}

/** Handling slows in proportion to how far remembered occupancy lies above a threshold. */
export interface Fatigue {
  aboveOccupancy: number;
  /** Time constant of the memory. */
  memorySeconds: number;
  /** Added to 1 where occupancy has been 1. */
  slowerAtFull: number;
}

export interface HeadCounts {
  source: 'head-counts';
  /** Scheduled agents: first step at 0; each holds until the next. Shocks (agents lost) are already taken off. */
  steps: { from: number; agents: number }[];
  /**
   * When staff falls below those busy. `pooled`: no new contact starts until enough have finished; if it rises again
   * the overhang is taken up. `named`: that many agents, drawn at random from those present, finish their contact and leave.
   */
  leaving: 'pooled' | 'named';
}

export interface NamedStaff {
  source: 'named';
  agents: NamedAgent[];
}

export interface NamedAgent {
  name: string;
  /** On the phones (shift minus breaks, minus absence by shocks), ascending, disjoint. A contact in hand is finished. */
  onQueue: Span[];
  /** Paid time (shifts with their paid breaks). */
  paid: Span[];
  /** Breaks and lunches: one that a contact delays is taken whole, later. */
  breaks: Span[];
}

/** How people keep to the roster, drawn for each person and day. */
export interface Attendance {
  /** Fraction of shifts missed: times its weekday's factor (Monday first), times a gamma factor of the day with this variation. */
  absence: { fraction: number; weekdays: number[]; clusterCv: number };
  /** Fraction of shifts that begin late, and by how much; exponential. */
  late: { fraction: number; meanSeconds: number };
  leavesEarly: { fraction: number; meanSeconds: number };
  /** Fraction of the time on the roster that people are on queue, and the mean length of a stretch away. */
  adherence: { fraction: number; awaySeconds: number };
}

/** A shock as the report names it; its effect is already in curves, steps and `slowdown`. */
export interface Shock {
  kind: string;
  name: string;
  why: string;
  from: number;
  to: number;
  /** Names of work types, groups or line pools that it touches. */
  touches: string[];
  /** For slower handling: talk, hold and wrap-up that begin in `[from, to)` take this many times as long; else 1. */
  slowdown: number;
  /** Work types slowed, by index. */
  slows: number[];
  /** Factors on what follows from contacts of these work types that end in `[from, to)`, and on the share settled; left out: none. */
  outcomes?: { followUps: number; resolved: number; work: number[] };
}

/** What shocks change, as it was before them, in the order of `work`, `groups` and `linePools`. */
export interface Planned {
  arrivals: Arrivals[];
  staff: AgentGroup['staff'][];
  lines: LinePool['steps'][];
}

/** A promise as the scenario makes it. */
export interface ServicePromise {
  id: string;
  /** A kind in `measures`: connection-rate, answered-within, asa, … */
  measure: string;
  variant: string;
  /** Threshold T in seconds for `answered-within`, NaN-free: 0 where the measure has none. */
  answerWithin: number;
  /** Abandons within this many seconds are `short`/`very short` where the variant asks for it. */
  shortAbandon: number;
  /** The clock that it speaks of, by index; left out where the measure knows none. */
  clock?: number;
  /** Tier of customers that it covers, by index; left out: all. */
  tier?: number;
  target: number;
  /** Held when the measure is at least / at most the target. */
  sense: 'at-least' | 'at-most';
  scope: 'day' | 'interval';
  /** Work types it covers, by index (all when the scenario names none). */
  work: number[];
  /** Stretches of time that it covers (contacts by arrival). */
  hours: Span[];
  /** Share of days on which it shall hold, reported as P(day holds). */
  dayShare: number;
}

/** What a factor of an uncertain input multiplies. */
export type UncertainInput = 'arrivals' | 'handling' | 'patience';

/** An input known up to a factor of mean 1. */
export interface InputFactor {
  name: string;
  affects: UncertainInput[];
  /** Work types by index. */
  work: number[];
  /** How the factor is distributed: log-normal, or uniform about 1. */
  spread: 'log-normal' | 'uniform';
  /** Coefficient of variation of a log-normal factor; half the width of a uniform one. */
  size: number;
}

export interface Precision {
  /** Confidence of every interval and verdict, for instance 0.95. */
  confidence: number;
  minRuns: number;
  maxRuns: number;
}

/** The shifts of which a roster may be built. */
export interface ShiftPlan {
  patterns: ShiftPattern[];
  /** Everything begins and ends on multiples of it. */
  stepSeconds: number;
  /** Fewest agents on queue for a type of work while it is open. */
  leastAgents: number;
  /** Cost of a paid hour by group, by index. */
  costPerHour: number[];
  /** What giving shifts to people weighs, paid hours. */
  fairness: { wishes: number; weekends: number; unsocial: number; changes: number };
  /** File of the people to roster, as the scenario writes it; null = as many as are needed. */
  peopleFile: string | null;
}

/** What a working day may look like. */
export interface ShiftPattern {
  name: string;
  /** Lengths from start to end, seconds. */
  lengths: number[];
  /** Possible starts, minutes from midnight of the day. */
  startMinutes: number[];
  /** Not paid. */
  lunch: Interruption | null;
  /** Paid. */
  breaks: Interruption[];
  /** Groups who may work it, by index. */
  groups: number[];
  /** Weekdays on which it may begin, 1 = Monday … 7 = Sunday. */
  weekdays: number[];
}

/** Something that takes people off the queue within a shift. */
export interface Interruption {
  seconds: number;
  /** Possible starts, seconds after the start of the shift, ascending. */
  after: number[];
}

/** A labour rule as a scenario states it: its kind, the kind's fields, and whether a roster built may break it. */
export interface StatedRule {
  kind: string;
  /** A hard rule is never broken by a roster that is built; a soft one costs `weight` paid hours per breach. */
  hard: boolean;
  weight: number;
  [field: string]: unknown;
}
