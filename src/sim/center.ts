/**
 * The state of a centre during a run, in columns (one typed array per property), and the small changes of state that several
 * handlers share. `compile` builds it once; a run resets it, and grows only the columns of contacts, so that the loop allocates
 * nothing.
 */
import type { Stream, StreamKey } from '../random/stream.ts';
import type { AgentGroup, CallBack, Knowledge, Satisfaction } from '../scenario/scenario.ts';
import type { AttendancePlan } from './attendance.ts';
import type { BusynessPlan } from './busyness.ts';
import { type Chains, type ClockPlan, type ClockRow, leaveChain } from './chains.ts';
import { closeQuestion } from './consults.ts';
import type { CustomerColumns, CustomerSource, Draw } from './customers.ts';
import type { Desks } from './desks.ts';
import type { Endings } from './endings.ts';
import { type EventQueue, none } from './event-queue.ts';
import type { QualityPlan, QualityState } from './quality.ts';
import type { QueueLog } from './queue-log.ts';
import type { RankPlan } from './ranks.ts';
import type { RunLayout } from './run.ts';
import { stopRun } from './run-limit-error.ts';
import type { Steering } from './steering.ts';
import type { TempoPlan } from './tempo.ts';
import type { TierPlan } from './tiers.ts';
import type { EndRow, Trace } from './trace.ts';

/** What an agent is doing. */
export const away = 0;
export const idle = 1;
export const busy = 2;

/** Which idle agent takes a contact; the numbers of `RoutingTable.agentChoice`. */
export const listed = 0;
export const longestIdle = 1;
export const random = 2;

/** Who goes when staff is cut. */
export const pooled = 0;
export const namedCounts = 1;
export const namedAgents = 2;

/** Why an attempt failed: rows of the redial columns, and what is drawn for it. */
export const afterAbandoned = 0;
export const afterBlocked = 1;
export const afterBalked = 2;

/** How large a run may grow before it is stopped. */
export interface RunLimits {
  /** Attempts of all contacts. */
  attempts: number;
  /** Contacts in the centre at once. */
  contacts: number;
}

/** The columns of what happens anyhow. */
export type Timeline = Pick<Plan, 'timelineTime' | 'timelineKind' | 'timelineSubject' | 'timelineValue'>;

/** What the scenario fixes: it stays the same over all runs. Lists per type or group lie end to end, cut by a `…Start` column. */
export interface Plan {
  readonly types: number;
  readonly groups: number;
  readonly intervals: number;
  readonly intervalStarts: Float64Array;
  readonly seed: string;
  readonly limits: RunLimits;
  readonly typeNames: readonly string[];
  readonly groupNames: readonly string[];
  /** By agent; agent 0 is none. */
  readonly agentNames: readonly string[];
  /** Whether an interval is the first of its day. */
  readonly isDayStart: readonly boolean[];
  readonly sharedBusyness: BusynessPlan;
  /** By type. */
  readonly ownBusyness: readonly BusynessPlan[];

  /** What happens anyhow, in order of time and kind; the last entry lies at Infinity. Of the run at hand where attendance varies. */
  timelineTime: Float64Array;
  timelineKind: Uint8Array;
  timelineSubject: Int32Array;
  timelineValue: Float64Array;

  /** Who turns up, drawn anew for every run; null: all as scheduled. */
  readonly attendance: { plan: AttendancePlan; lay: (groups: readonly AgentGroup[]) => Timeline } | null;

  // Per type.
  readonly linePool: Int32Array;
  readonly waitingRoom: Float64Array;
  readonly balkingShare: Float64Array;
  readonly servesAfterClose: Uint8Array;
  /** Bits, see above. */
  readonly traits: Int32Array;
  /** How many of the type an agent may hold at once, and from where in `conversationFactor` stands how many times as long one takes among 1, 2, …. */
  readonly conversations: Int32Array;
  /** 1: new ones go to who has most. */
  readonly stacks: Uint8Array;
  readonly conversationStart: Int32Array;
  readonly conversationFactor: Float64Array;
  /** Row of `slowFrom` and `slowFactor` where the type's steps start; equal neighbours: never slowed. */
  readonly slowStart: Int32Array;
  readonly slowFrom: Float64Array;
  readonly slowFactor: Float64Array;
  /** The groups that a contact may use, in order, and how long it must have waited. */
  readonly groupStart: Int32Array;
  readonly groupOption: Int32Array;
  /** Infinity where the group only helps out by the state of the floor. */
  readonly groupAfter: Float64Array;
  /** 1: the group helps out by the state of the floor, and takes from the queue only. */
  readonly groupHelps: Uint8Array;
  /** Mean handle time as planned, seconds, by type. */
  readonly meanHandling: Float64Array;
  /** The distinct waits after which further groups open, ascending. */
  readonly overflowStart: Int32Array;
  readonly overflowAfter: Float64Array;

  // Per group.
  /** The queues that a freed agent looks at, highest tier first. */
  readonly queueStart: Int32Array;
  readonly queueType: Int32Array;
  readonly queueTier: Float64Array;
  readonly queueBase: Float64Array;
  readonly queuePerSecond: Float64Array;
  readonly queueAfter: Float64Array;
  /** What must be so that the group of a row helps out: least waiting, expected wait and idle there; 0: nothing. */
  readonly queueWaiting: Int32Array;
  readonly queueExpected: Float64Array;
  readonly queueIdle: Int32Array;
  /** 1: contacts of the type have agents lay other work aside, by type. */
  readonly interrupts: Uint8Array;
  readonly hasConsults: boolean;
  readonly ranks: RankPlan;
  /** Idle agents of his group that somebody leaves when he takes the type, by type. */
  readonly leavesIdle: Int32Array;
  readonly leaving: Uint8Array;
  /** Handling time at speed 1 is multiplied by `pace[group · types + type]`. */
  readonly pace: Float64Array;
  /** How fast people are through the day; null: as usual. */
  readonly tempo: TempoPlan | null;
  /** Draws for handling of its own, or undefined; by `group · types + type`. */
  readonly ownHandling: readonly (HandlingDraws | undefined)[];
  /** Group of each named agent, by agent; a group's agents lie from `firstAgent[group]` to before `firstAgent[group + 1]`. */
  readonly agentGroup: Int32Array;
  readonly firstAgent: Int32Array;
  readonly agentChoice: number;
  /** Whether idle times of anonymous agents matter: agents are chosen by them among several groups. */
  readonly tracksIdle: boolean;
  /** Whether stretches of a run may go through `plain-loop.ts`. */
  readonly isPlain: boolean;
  readonly leavingKey: StreamKey;
  readonly choiceKey: StreamKey;
  /** Draws of later attempts, by type. */
  readonly laterDraws: readonly LaterDraws[];
  /** By `3 · type + cause`. */
  readonly redial: readonly RedialPlan[];
  readonly balkingKeys: readonly StreamKey[];
  readonly callBack: readonly (CallBack | undefined)[];
  readonly callBackKeys: readonly StreamKey[];
  /** What happens while the outcomes of contacts are worse, and to which type; empty: it never does. */
  readonly worse: readonly { from: number; to: number; type: number; followUps: number; resolved: number }[];

  /** The end of the last interval. */
  readonly horizon: number;
  /** Whether any type is linked. */
  readonly hasChains: boolean;
  /** By type · outcomes + outcome: the follow-ups, which lie end to end. */
  readonly followStart: Int32Array;
  readonly followBecomes: Int32Array;
  /** It happens where its draw lies from this on, and below this and the fraction together. */
  readonly followAbove: Float64Array;
  readonly followFraction: Float64Array;
  /** Added to the fraction for each second waited. */
  readonly followPerSecond: Float64Array;
  /** Times the fraction, by follow-up · groups + group. */
  readonly followPace: Float64Array;
  readonly followAfter: readonly Draw[];
  readonly followKey: readonly StreamKey[];
  /** Added to the fraction for each point of quality below the pass mark. */
  readonly followPerPoint: Float64Array;
  /** 1: it makes a complaint of what was none; 2: of a complaint; 0: it makes no complaint, or none about how the contact was served. */
  readonly followComplains: Uint8Array;
  /** Index of its first figure. */
  readonly followFigures: Int32Array;
  /** Type and outcome from which it follows, by name, for traces; after the follow-ups the same by type for what samples make. */
  readonly followFrom: readonly { work: string; outcome: string }[];
  /** Share settled, by type · groups + group. */
  readonly resolvedShare: Float64Array;
  readonly resolvedKey: readonly StreamKey[];
  /** Taken off that share for each point of quality below the pass mark, by type. */
  readonly resolvedPerPoint: Float64Array;
  readonly satisfaction: readonly (SatisfactionPlan | undefined)[];
  readonly knowledge: readonly (KnowledgePlan | undefined)[];
  /** How well agents do their work; null where the scenario does not say. */
  readonly quality: QualityPlan | null;
  /** Index of a type's first outcome figure. */
  readonly outcomeFigures: Int32Array;
  readonly clocks: readonly ClockPlan[];
  /** By 3 · type + point: what happens to which clock, end to end. */
  readonly pointStart: Int32Array;
  readonly actionClock: Int32Array;
  readonly actionKind: Uint8Array;

  readonly tiers: TierPlan;
  readonly layout: RunLayout;
  /** Index of a type's first contact column, of its first threshold column, of its histograms. */
  readonly contactBase: Int32Array;
  readonly thresholdBase: Int32Array;
  readonly thresholds: Float64Array;
  readonly histogramBase: Int32Array;
  /** Index of a group's first figure, and of a queue's. */
  readonly groupFigures: Int32Array;
  readonly queueFigures: Int32Array;
  readonly broughtBase: Int32Array;
  /** What every run has in common: scheduled and paid times. */
  readonly constantFigures: Float64Array;
}

/** What customers of a type think of it. */
export interface SatisfactionPlan extends Satisfaction {
  readonly ratedKey: StreamKey;
  readonly pointsKey: StreamKey;
}

/** What agents look up for a type. */
export interface KnowledgePlan extends Knowledge {
  readonly foundKey: StreamKey;
}

/** What an agent does for a contact. */
export interface HandlingDraws {
  talk: Draw;
  hold: Draw;
  wrapUp: Draw;
}

/** What a caller brings to an attempt after his first. */
export interface LaterDraws extends HandlingDraws {
  selfServed: Draw;
  selfService: Draw;
  patience: Draw;
  ring: Draw;
}

/** Redialling of a type after one cause. */
export interface RedialPlan {
  fraction: number;
  after: Draw;
  decisionKey: StreamKey;
  maxAttempts: number;
  keepsPatience: boolean;
  keepsMatter: boolean;
  keepsWaitClock: boolean;
}

/** A centre between `compile` and its last run. */
export interface Center extends ContactColumns {
  readonly plan: Plan;
  readonly sources: CustomerSource[];
  readonly customers: CustomerColumns;
  readonly events: EventQueue;
  /** Scratch for single draws. */
  readonly stream: Stream;
  readonly drawn: Float64Array;
  readonly choiceStream: Stream;
  readonly leavingStream: Stream;
  /** Busyness by interval: the scenario's, and that of the type at hand. */
  readonly factors: { readonly shared: Float64Array; readonly own: Float64Array };

  run: number;
  now: number;
  /** What the event at hand is about: a row of the timeline, a node or a type. */
  subject: number;
  timelineAt: number;
  /** When the row of the timeline at hand is due. */
  plannedAt: number;
  attempts: number;
  trace: Trace | undefined;
  /** What somebody in charge has changed; null in a run that nobody steers. */
  readonly steering: Steering | null;
  traceClock: ((row: ClockRow) => void) | undefined;
  traceEnd: ((row: EndRow) => void) | undefined;
  /** The run's figures (`run.ts`). */
  data: Float64Array;
  /** Arrays of figures that nobody reads any more. */
  readonly spare: Float64Array[];
  interval: number;
  intervalStart: number;

  /** The types in a heap by the next arrival of each, and these, place by place. */
  readonly nextArrival: Float64Array;
  readonly arrivalHeap: Int32Array;

  /** The bytes of the columns by type, pool of lines, group and agent that are zero at the start of a run. */
  readonly state: Uint8Array;

  // Per type.
  readonly isOpen: Uint8Array;
  /** Closed, and the staff stays until nobody of this type is left. */
  readonly isClosing: Uint8Array;
  /** Its queue may be served now: always, or in its hours where items are kept. */
  servable: Uint8Array;
  /** Items in the centre or about to redial, of linked types. */
  readonly openItems: Int32Array;
  readonly inSelfService: Int32Array;
  readonly queueHead: Int32Array;
  readonly queueTail: Int32Array;
  readonly queueLength: Int32Array;
  readonly queueArea: Float64Array;
  readonly queueMax: Int32Array;
  readonly isQueueUsed: Uint8Array;
  /** The queues in which somebody has waited in this interval, the first `usedQueueCount`, in any order. */
  readonly usedQueues: Int32Array;
  usedQueueCount: number;
  /** Contacts waiting in all queues. */
  waiting: number;
  readonly queueLog: QueueLog;
  readonly endings: Endings;

  // Per pool of lines.
  readonly linesWorking: Float64Array;
  readonly linesBusy: Int32Array;

  // Per group.
  /** Idle agents; below 0: that many too many are busy since staff was cut. */
  readonly free: Int32Array;
  readonly staff: Int32Array;
  readonly scheduled: Int32Array;
  /** Queues that keep the group's staff beyond its schedule. */
  readonly keptBy: Int32Array;
  readonly loggedIn: Int32Array;
  readonly loggedInArea: Float64Array;
  readonly ringing: Int32Array;
  readonly ringingArea: Float64Array;
  readonly handlingArea: Float64Array;
  /** Occupancy by group as fatigue remembers it. */
  readonly remembered: Float64Array;
  /** Idle named agents of the group, longest idle first. */
  readonly idleHead: Int32Array;
  readonly idleTail: Int32Array;
  /** Times since when anonymous agents are idle, oldest first: a ring per group. */
  idleTimes: Float64Array[];
  readonly idleOldest: Int32Array;

  // Per named agent; agents are the nodes from 1.
  readonly agentState: Uint8Array;
  readonly onShift: Uint8Array;
  /** Break that begins when the contact in hand ends, seconds. */
  readonly owedBreak: Float64Array;
  /** Breaks among what is owed, when they were planned to begin, added up, and the interval of the first. */
  readonly breaksOwed: Int32Array;
  breaksSince: Float64Array;
  breaksInterval: Int32Array;
  readonly onLateBreak: Uint8Array;
  idleSince: Float64Array;
  idleNext: Int32Array;
  idlePrevious: Int32Array;
  /** The item of somebody who waits for him. */
  readonly calledBy: Int32Array;
  /** When he last came to the floor. */
  readonly cameAt: Float64Array;

  /** Agents, samples and evaluations, where quality is simulated. */
  readonly quality: QualityState | null;
  /** Chains of items and their clocks. */
  chains: Chains;
  /** By group: the first of what its agents have in hand and may lay aside. */
  readonly inHand: Int32Array;
  /** Where agents hold several conversations. */
  readonly desks: Desks;

  // Per contact; contacts are the nodes above the agents.
  readonly firstContact: number;
  /** Contacts below this were used in this run. */
  contactsUsed: number;
  /** Head of the list of nodes given back. */
  freeContact: number;
}

/** What is known of each contact; the columns grow together. */
export interface ContactColumns {
  type: Int32Array;
  customer: Int32Array;
  attempt: Int32Array;
  /** Index of the attempt's first figure, and, for types that can redial, of the caller's first attempt's. */
  book: Int32Array;
  callerBook: Int32Array;
  arrivedAt: Float64Array;
  queuedAt: Float64Array;
  /** For types that can redial: where the wait is counted from, `queuedAt` or that of the first attempt. */
  waitStart: Float64Array;
  keepsWaitClock: Uint8Array;
  /** Tier of the customer, by index. */
  tier: Uint8Array;
  /** Place in a queue that is not in the order of coming. */
  rank: Float64Array;
  /** Seconds from `queuedAt`. */
  patience: Float64Array;
  selfService: Float64Array;
  selfServed: Uint8Array;
  ring: Float64Array;
  talk: Float64Array;
  hold: Float64Array;
  wrapUp: Float64Array;
  /** The attempt for which talk, hold and wrap-up were drawn. */
  matter: Int32Array;
  /** The attempt found nobody idle; cleared when it ends. */
  delayed: Uint8Array;
  /** Why the last attempt failed. */
  cause: Uint8Array;
  /** The contact waits for a call-back and holds no line; cleared when it would have freed it. */
  offLine: Uint8Array;
  /** Row of `overflowAfter` that opens next. */
  overflowStep: Int32Array;
  /** Group and named agent who has the contact; -1 and `none` while nobody has. */
  withGroup: Int32Array;
  withAgent: Int32Array;
  /** The agent goes after this contact; cleared when he has gone. */
  leaves: Uint8Array;
  // Of work that may be laid aside: handling left, the pace at which it was so, and since when it lies.
  left: Float64Array;
  leftAtPace: Float64Array;
  laidAsideAt: Float64Array;
  // Of consultations: who asked, and, of who asked, how many questions are open and since when.
  askedBy: Int32Array;
  openQuestions: Int32Array;
  askedAt: Float64Array;
  // Of conversations of which an agent may hold several.
  desk: Int32Array;
  /** The next conversation at the same desk. */
  deskNext: Int32Array;
  startedAt: Float64Array;
  // Of linked types.
  /** What sets the draws of an item that follows from another apart; 0 for one that came by itself. */
  lineage: Int32Array;
  /** Type of the contact with which the chain began; its customer is `customer`. */
  origin: Int32Array;
  /** Follow-up that made it, or −1. */
  bornOf: Int32Array;
  /** −1: none. */
  chain: Int32Array;
  /** The evaluated contact that it is about, or −1. */
  about: Int32Array;
  /** Wait until somebody began with it, seconds. */
  waited: Float64Array;
  /** The search found what was needed. */
  finds: Uint8Array;
  /** Counted in `openItems`. */
  isCounted: Uint8Array;
  /** A complaint arose of this attempt. */
  complained: Uint8Array;
  next: Int32Array;
  previous: Int32Array;
}

/** Columns for nodes below `capacity`. */
export function layContactColumns(capacity: number): ContactColumns {
  return {
    type: new Int32Array(capacity),
    customer: new Int32Array(capacity),
    attempt: new Int32Array(capacity),
    book: new Int32Array(capacity),
    callerBook: new Int32Array(capacity),
    arrivedAt: new Float64Array(capacity),
    queuedAt: new Float64Array(capacity),
    waitStart: new Float64Array(capacity),
    keepsWaitClock: new Uint8Array(capacity),
    tier: new Uint8Array(capacity),
    rank: new Float64Array(capacity),
    patience: new Float64Array(capacity),
    selfService: new Float64Array(capacity),
    selfServed: new Uint8Array(capacity),
    ring: new Float64Array(capacity),
    talk: new Float64Array(capacity),
    hold: new Float64Array(capacity),
    wrapUp: new Float64Array(capacity),
    matter: new Int32Array(capacity),
    delayed: new Uint8Array(capacity),
    cause: new Uint8Array(capacity),
    offLine: new Uint8Array(capacity),
    overflowStep: new Int32Array(capacity),
    withGroup: new Int32Array(capacity).fill(-1),
    withAgent: new Int32Array(capacity),
    leaves: new Uint8Array(capacity),
    left: new Float64Array(capacity),
    leftAtPace: new Float64Array(capacity),
    laidAsideAt: new Float64Array(capacity),
    askedBy: new Int32Array(capacity),
    openQuestions: new Int32Array(capacity),
    askedAt: new Float64Array(capacity),
    desk: new Int32Array(capacity),
    deskNext: new Int32Array(capacity),
    startedAt: new Float64Array(capacity),
    lineage: new Int32Array(capacity),
    origin: new Int32Array(capacity),
    bornOf: new Int32Array(capacity).fill(-1),
    chain: new Int32Array(capacity).fill(-1),
    about: new Int32Array(capacity).fill(-1),
    waited: new Float64Array(capacity),
    finds: new Uint8Array(capacity),
    isCounted: new Uint8Array(capacity),
    complained: new Uint8Array(capacity),
    next: new Int32Array(capacity),
    previous: new Int32Array(capacity),
  };
}

/** A node for a new contact; nobody has it yet. */
export function takeContact(center: Center): number {
  const free = center.freeContact;
  if (free !== none) {
    center.freeContact = center.next[free];
    return free;
  }
  if (center.contactsUsed === center.type.length) growContacts(center);
  return center.contactsUsed++;
}

/** Gives a contact's node back. */
export function releaseContact(center: Center, contact: number): void {
  if (center.plan.hasChains) {
    unlink(center, contact);
    if (center.plan.hasConsults) closeQuestion(center, contact);
  }
  center.withGroup[contact] = -1;
  center.next[contact] = center.freeContact;
  center.freeContact = contact;
}

/** Takes a contact that is gone out of its chain. */
function unlink(center: Center, contact: number): void {
  if (center.isCounted[contact] === 1) {
    center.isCounted[contact] = 0;
    center.openItems[center.type[contact]]--;
  }
  if (center.chain[contact] >= 0) leaveChain(center, contact);
}

/** Doubles the columns of contacts. */
export function growContacts(center: Center): void {
  const capacity = 2 * center.type.length;
  const { contacts } = center.plan.limits;
  if (center.contactsUsed - center.firstContact >= contacts) stopRun(center, 'contacts', contacts);
  const larger = layContactColumns(capacity);
  for (const name of Object.keys(larger) as (keyof ContactColumns)[]) larger[name].set(center[name]);
  Object.assign(center, larger);
  center.events.grow(capacity);
}
