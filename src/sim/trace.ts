/** What a trace tells of a run: one row per attempt of a contact, in the order in which the attempts are decided. */
import type { Center } from './center.ts';
import { none } from './event-queue.ts';
import { linked, selfService, steps } from './traits.ts';

/** How an attempt ended. */
export type Outcome =
  | 'answered'
  | 'abandoned'
  | 'blocked'
  | 'balked'
  | 'called-back'
  | 'waiting'
  | 'self-served'
  | 'outside-hours';

/** One attempt of a contact; times are seconds from the scenario's start, durations seconds. */
export interface TraceRow {
  type: string;
  /** Number of the customer within its type, from 0: the same person under every roster. */
  customer: number;
  /** 1 for the first attempt. */
  attempt: number;
  arrival: number;
  outcome: Outcome;
  selfService: number;
  /** From queueing to speaking, leaving or being sent away. */
  wait: number;
  /** Name of the group that answered or rang, or ''. */
  group: string;
  /** Name of the agent where agents have names, or ''. */
  agent: string;
  ring: number;
  talk: number;
  hold: number;
  wrapUp: number;
  /** The customer's tier, where customers have any. */
  tier?: string;
  /** Of an item that follows from another: the type of the contact with which its chain began, and of what it follows. */
  origin?: string;
  after?: { work: string; outcome: string };
}

/** How the handling of an item ended that may fail to settle its matter or whose customer may be asked; seconds from the scenario's start. */
export interface EndRow {
  type: string;
  /** The contact with which its chain began. */
  origin: string;
  customer: number;
  at: number;
  isSettled: boolean;
  /** Points from 0 to 100 that the customer gave; null where he was not asked. */
  points: number | null;
}

/** Receives the rows of a run. */
export type Trace = (row: TraceRow) => void;

/** Hands the row of a contact's attempt to the trace. The handling times are those as lived: at the group's pace, slowed or not. */
export function traceAttempt(center: Center, contact: number, outcome: Outcome, wait: number): void {
  const { plan } = center;
  const type = center.type[contact];
  const group = center.withGroup[contact];
  const agent = group < 0 ? none : center.withAgent[contact];
  const hasSteps = (plan.traits[type] & steps) !== 0;
  const answered = outcome === 'answered';
  center.trace?.({
    type: plan.typeNames[type],
    ...bornOf(center, contact),
    ...(plan.tiers.names.length === 0 ? {} : { tier: plan.tiers.names[center.tier[contact]] }),
    customer: center.customer[contact],
    attempt: center.attempt[contact],
    arrival: center.arrivedAt[contact],
    outcome,
    selfService: (plan.traits[type] & selfService) !== 0 ? center.selfService[contact] : 0,
    wait,
    group: group < 0 ? '' : plan.groupNames[group],
    agent: agent === none ? '' : plan.agentNames[agent],
    ring: group >= 0 && hasSteps ? center.ring[contact] : 0,
    talk: answered ? center.talk[contact] : 0,
    hold: answered && hasSteps ? center.hold[contact] : 0,
    wrapUp: answered && hasSteps ? center.wrapUp[contact] : 0,
  });
}

/** Hands over how handling ended. */
export function traceEnd(center: Center, contact: number, isSettled: boolean, points: number | null): void {
  center.traceEnd?.({
    type: center.plan.typeNames[center.type[contact]],
    origin: center.plan.typeNames[center.origin[contact]],
    customer: center.customer[contact],
    at: center.now,
    isSettled,
    points,
  });
}

/** Where an item comes from; nothing for a contact that came by itself. */
export function bornOf({ bornOf, origin, plan, type }: Center, contact: number): Pick<TraceRow, 'origin' | 'after'> {
  if ((plan.traits[type[contact]] & linked) === 0 || bornOf[contact] < 0) return {};
  return { origin: plan.typeNames[origin[contact]], after: plan.followFrom[bornOf[contact]] };
}
