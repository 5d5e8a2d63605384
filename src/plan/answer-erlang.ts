/**
 * One question about a steady queue, all answers: Erlang B, C and A beside each other, by every definition of service level. It is
 * what `callfloor erlang` prints, as plain data.
 */
import { carriedVolume, tolerableHandleTime } from '../math/carried-volume.ts';
import { erlangA } from '../math/erlang-a.ts';
import { erlangB } from '../math/erlang-b.ts';
import type { QueueMeasures, ServiceLevelVariant } from '../math/queue-measures.ts';
import type { StaffingOptions, StaffingTarget } from '../math/required-agents.ts';
import { requiredAgents } from '../math/required-agents.ts';
import { scheduledAgents } from '../math/scheduled-agents.ts';
import type { StaffingRange, Uncertainty } from '../math/staffing-range.ts';
import { planConfidence, staffingRange } from '../math/staffing-range.ts';

/** The definitions of service level, in the order in which they are shown. */
export const serviceLevelVariants: readonly ServiceLevelVariant[] = [
  'offered',
  'answered',
  'abandonsMet',
  'shortAbandonsExcluded',
  'veryShortAbandonsMet',
  'virtual',
];

/** A queue, a promise, and what else limits the staff. */
export interface ErlangQuestion {
  /** Calls in the period, at least 0. */
  readonly calls: number;
  /** Length of the period in minutes, above 0. */
  readonly perMinutes: number;
  /** Mean handle time in seconds, above 0. */
  readonly ahtSeconds: number;
  /** Mean patience in seconds, above 0; without it there is no Erlang A. */
  readonly patienceSeconds?: number | undefined;
  /** Agents there are, a whole number; without it the fewest are taken. */
  readonly agents?: number | undefined;
  /** The target wait T in seconds, at least 0. */
  readonly withinSeconds: number;
  /** Hanging up sooner than this counts as met in one of the definitions; at most T. */
  readonly shortSeconds: number;
  /** Share of calls to answer within T, above 0 and below 1. */
  readonly target: number;
  /** Share of paid time not available for calls, at least 0 and below 1. */
  readonly shrinkage: number;
  /** Most occupancy, above 0 and at most 1. */
  readonly maxOccupancy?: number | undefined;
  /** Longest mean wait of the answered, above 0. */
  readonly maxAsaSeconds?: number | undefined;
  /** Largest share lost or hung up, above 0 and at most 1. */
  readonly maxAbandonment?: number | undefined;
  /** Standard deviation ÷ mean of the forecast of volume and of handle time; without it the forecast is taken as it is. */
  readonly uncertainty?: Uncertainty | undefined;
}

/** What Erlang B says: nobody waits, who finds no free agent is lost. */
export interface LossMeasures {
  /** Lost ÷ offered. */
  readonly lost: number;
  readonly occupancy: number;
  readonly serviceLevel: { readonly offered: number };
}

/** What a number of agents gives, by each model. */
export interface ErlangService {
  readonly agents: number;
  readonly erlangB: LossMeasures;
  readonly erlangC: QueueMeasures;
  /** Left out where no patience is known. */
  readonly erlangA?: QueueMeasures;
}

/** Agents on the calls, and on the roster. */
export interface Staff {
  readonly required: number;
  readonly scheduled: number;
}

/** What a staff can stand with the promise still kept; Infinity where nothing breaks it. */
export interface Carried {
  /** Calls in the period. */
  readonly calls: number;
  readonly ahtSeconds: number;
}

/** What a forecast that is wrong does to the answer. */
export interface UncertainAnswer {
  /** The fewest agents with both volume and handle time one standard deviation low, as planned, and high. */
  readonly range: StaffingRange;
  /** The probability that the agents of `service` keep the promise; left out when there are none to ask about. */
  readonly confidence?: number;
}

/** The answers by one definition of service level. Erlang B knows one definition only. */
export interface ByVariant {
  readonly fewest: { readonly erlangB?: Staff; readonly erlangC: Staff; readonly erlangA?: Staff };
  /** What the agents of `service` carry; left out when there are none to ask about. */
  readonly carried?: { readonly erlangC: Carried; readonly erlangA?: Carried };
}

/** All answers to one question. */
export interface ErlangAnswer {
  /** Calls per second × mean handle time, Erlangs. */
  readonly offeredLoad: number;
  readonly byVariant: Readonly<Record<ServiceLevelVariant, ByVariant>>;
  /** With the agents of the question, or the fewest; left out when nobody calls and no agents are given. */
  readonly service?: ErlangService;
  /** The same with one agent fewer; left out when there is none to take away. */
  readonly oneFewer?: ErlangService;
  readonly oneMore?: ErlangService;
  /** By the usual definition; left out where no error of the forecast is given. */
  readonly uncertain?: { readonly erlangC: UncertainAnswer; readonly erlangA?: UncertainAnswer };
}

/**
 * Answers a question about a steady queue.
 *
 * @param question in the ranges of its type
 * @returns the answers; overload is one of them: `stable` is false under Erlang C, and its waits are Infinity
 * @throws RangeError naming an argument out of its range
 * @example
 * answerErlang({ calls: 2400, perMinutes: 60, ahtSeconds: 180, patienceSeconds: 60, withinSeconds: 10, shortSeconds: 5, target: 0.9, shrinkage: 0 })
 *   .byVariant.offered.fewest.erlangA?.required // 124
 */
export function answerErlang(question: ErlangQuestion): ErlangAnswer {
  const { calls, perMinutes, ahtSeconds, patienceSeconds } = question;
  const offeredLoad = (calls / (perMinutes * 60)) * ahtSeconds;
  const staffOf = (required: number): Staff => ({ required, scheduled: scheduledAgents(required, question.shrinkage) });
  const fewest = (variant: ServiceLevelVariant): ByVariant['fewest'] => ({
    ...(variant === 'offered' && { erlangB: staffOf(fewestLines(question, offeredLoad)) }),
    erlangC: staffOf(requiredAgents(staffing(question, variant, Infinity))),
    ...(patienceSeconds !== undefined && {
      erlangA: staffOf(requiredAgents(staffing(question, variant, patienceSeconds))),
    }),
  });
  const { erlangA: byA, erlangC: byC } = fewest('offered');
  const agents = question.agents ?? (calls === 0 ? undefined : (byA ?? byC).required);
  const carried = (variant: ServiceLevelVariant): ByVariant['carried'] =>
    agents === undefined
      ? undefined
      : {
          erlangC: carriedBy(question, variant, Infinity, agents),
          ...(patienceSeconds !== undefined && { erlangA: carriedBy(question, variant, patienceSeconds, agents) }),
        };
  const uncertain = (meanPatienceSeconds: number, uncertainty: Uncertainty): UncertainAnswer => {
    const options = staffing(question, 'offered', meanPatienceSeconds);
    const range = staffingRange(options, uncertainty);
    return { range, ...(agents !== undefined && { confidence: planConfidence(options, agents, uncertainty) }) };
  };
  const entries = serviceLevelVariants.map((variant): [ServiceLevelVariant, ByVariant] => {
    const held = carried(variant);
    return [variant, { fewest: fewest(variant), ...(held && { carried: held }) }];
  });
  return {
    offeredLoad,
    byVariant: Object.fromEntries(entries) as Record<ServiceLevelVariant, ByVariant>,
    ...(agents !== undefined && { service: serviceOf(question, offeredLoad, agents) }),
    ...(agents !== undefined && agents > 0 && { oneFewer: serviceOf(question, offeredLoad, agents - 1) }),
    ...(agents !== undefined && { oneMore: serviceOf(question, offeredLoad, agents + 1) }),
    ...(question.uncertainty !== undefined && {
      uncertain: {
        erlangC: uncertain(Infinity, question.uncertainty),
        ...(patienceSeconds !== undefined && { erlangA: uncertain(patienceSeconds, question.uncertainty) }),
      },
    }),
  };
}

function serviceOf(question: ErlangQuestion, offeredLoad: number, agents: number): ErlangService {
  const { calls, perMinutes, ahtSeconds, patienceSeconds, withinSeconds, shortSeconds } = question;
  const queue = {
    arrivalRate: calls / (perMinutes * 60),
    meanHandleSeconds: ahtSeconds,
    agents,
    answerWithinSeconds: withinSeconds,
    shortAbandonSeconds: shortSeconds,
  };
  return {
    agents,
    erlangB: lossMeasures(offeredLoad, agents),
    erlangC: erlangA({ ...queue, meanPatienceSeconds: Infinity }),
    ...(patienceSeconds !== undefined && { erlangA: erlangA({ ...queue, meanPatienceSeconds: patienceSeconds }) }),
  };
}

function lossMeasures(offeredLoad: number, agents: number): LossMeasures {
  const lost = erlangB(offeredLoad, agents);
  const occupancy = agents === 0 ? Number(offeredLoad > 0) : (offeredLoad * (1 - lost)) / agents;
  return { lost, occupancy, serviceLevel: { offered: 1 - lost } };
}

/** The demand and every target of the question, by one definition. */
function staffing(
  question: ErlangQuestion,
  variant: ServiceLevelVariant,
  meanPatienceSeconds: number,
): StaffingOptions {
  const { maxOccupancy, maxAsaSeconds, maxAbandonment } = question;
  const targets: StaffingTarget[] = [
    {
      measure: 'serviceLevel',
      variant,
      answerWithinSeconds: question.withinSeconds,
      shortAbandonSeconds: question.shortSeconds,
      atLeast: question.target,
    },
  ];
  if (maxOccupancy !== undefined) targets.push({ measure: 'occupancy', atMost: maxOccupancy });
  if (maxAsaSeconds !== undefined) targets.push({ measure: 'asa', atMostSeconds: maxAsaSeconds });
  if (maxAbandonment !== undefined) targets.push({ measure: 'abandonment', atMost: maxAbandonment });
  return {
    arrivalRate: question.calls / (question.perMinutes * 60),
    meanHandleSeconds: question.ahtSeconds,
    meanPatienceSeconds,
    targets,
  };
}

function carriedBy(
  question: ErlangQuestion,
  variant: ServiceLevelVariant,
  meanPatienceSeconds: number,
  agents: number,
): Carried {
  const options = staffing(question, variant, meanPatienceSeconds);
  return {
    calls: carriedVolume(options, agents) * question.perMinutes * 60,
    ahtSeconds: tolerableHandleTime(options, agents),
  };
}

/** The fewest agents under Erlang B: who is not lost is answered at once. */
function fewestLines(question: ErlangQuestion, offeredLoad: number): number {
  const { target, maxAbandonment = 1, maxOccupancy = 1 } = question;
  if (offeredLoad === 0) return 0;
  const enough = (agents: number): boolean => {
    const { lost, occupancy, serviceLevel } = lossMeasures(offeredLoad, agents);
    return serviceLevel.offered >= target && lost <= maxAbandonment && occupancy <= maxOccupancy;
  };
  let below = 0;
  let above = 1;
  while (!enough(above)) {
    below = above;
    above *= 2;
  }
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (enough(middle)) above = middle;
    else below = middle;
  }
  return above;
}
