/** Service as sums that add up over intervals, divided once at the end. */
import type { QueueMeasures, ServiceLevelVariant } from '../../math/queue-measures.ts';
import { serviceLevelBase } from '../../math/queue-measures.ts';
import type { StaffingPlan } from './staffing-plan.ts';

/** What counts as answered in time. */
export interface ServiceDefinition {
  readonly variant: ServiceLevelVariant;
  readonly answerWithinSeconds: number;
  readonly shortAbandonSeconds: number;
}

/** Expected counts and times of one or several intervals. */
export interface ServiceTally {
  readonly offered: number;
  /** Numerator and denominator of the service level. */
  readonly met: number;
  readonly of: number;
  readonly abandoned: number;
  readonly answered: number;
  /** Total wait of the answered; Infinity where the queue grows without limit. */
  readonly answeredWaitSeconds: number;
  readonly busySeconds: number;
  readonly agentSeconds: number;
}

/**
 * What a steady queue gives to an interval.
 *
 * @param measures of the queue
 * @param variant the definition of service level
 * @param interval contacts offered, length, mean ring
 * @param agents on calls
 */
export function steadyTally(
  measures: QueueMeasures,
  variant: ServiceLevelVariant,
  interval: { readonly offered: number; readonly seconds: number; readonly ringSeconds: number },
  agents: number,
): ServiceTally {
  const { offered, seconds, ringSeconds } = interval;
  const of = serviceLevelBase(measures, variant) * offered;
  const answered = (1 - measures.abandonment) * offered;
  return {
    offered,
    met: of > 0 ? measures.serviceLevel[variant] * of : 0,
    of,
    abandoned: measures.abandonment * offered,
    answered,
    answeredWaitSeconds: answered > 0 ? (measures.asa + ringSeconds) * answered : 0,
    busySeconds: measures.occupancy * agents * seconds,
    agentSeconds: agents * seconds,
  };
}

/** The sum of tallies. */
export function addTallies(tallies: readonly ServiceTally[]): ServiceTally {
  const sum = (value: (tally: ServiceTally) => number): number => tallies.reduce((all, one) => all + value(one), 0);
  return {
    offered: sum(({ offered }) => offered),
    met: sum(({ met }) => met),
    of: sum(({ of }) => of),
    abandoned: sum(({ abandoned }) => abandoned),
    answered: sum(({ answered }) => answered),
    answeredWaitSeconds: sum(({ answeredWaitSeconds }) => answeredWaitSeconds),
    busySeconds: sum(({ busySeconds }) => busySeconds),
    agentSeconds: sum(({ agentSeconds }) => agentSeconds),
  };
}

/** The shares and means that a tally amounts to. */
export function serviceOf(tally: ServiceTally): StaffingPlan['queues'][number]['total']['service'] {
  const { offered, met, of, abandoned, answered, answeredWaitSeconds, busySeconds, agentSeconds } = tally;
  const asa = answered > 0 ? answeredWaitSeconds / answered : Infinity;
  return {
    serviceLevel: of > 0 ? met / of : null,
    abandonment: offered > 0 ? abandoned / offered : 0,
    asaSeconds: Number.isFinite(asa) ? asa : null,
    occupancy: agentSeconds > 0 ? busySeconds / agentSeconds : 0,
  };
}
