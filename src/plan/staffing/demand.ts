/** The demand that is to be staffed: queues, each with its intervals in order of time, whatever it was read from. */
import type { ServiceLevelVariant } from '../../math/queue-measures.ts';
import type { StaffingTarget } from '../../math/required-agents.ts';
import type { Scenario, ServicePromise } from '../../scenario/scenario.ts';
import { intervalDemand } from '../interval-demand.ts';
import { clip } from '../interval-means.ts';
import { serviceVariants } from '../service-variants.ts';

/** A day of the demand. */
export interface DemandDay {
  /** A date (2026-03-02), or the label that the table gives it; empty where the table is of one day without a name. */
  readonly label: string;
  /** Seconds from the start of the first day. */
  readonly start: number;
}

/** One interval of one queue. */
export interface DemandInterval {
  /** Index into the days. */
  readonly day: number;
  /** Local time, `08:30`. */
  readonly label: string;
  /** Seconds from the start of the first day. */
  readonly from: number;
  readonly to: number;
  /** Expected contacts, at least 0. */
  readonly offered: number;
  /** Mean time that a contact holds an agent, above 0; its ring is part of it. */
  readonly ahtSeconds: number;
  /** Mean time from an agent's telephone ringing to the answer; it counts in the wait. */
  readonly ringSeconds: number;
  /** Mean patience, above 0; Infinity where nobody is known to hang up. */
  readonly patienceSeconds: number;
  /** Agents on calls; null where none are given. */
  readonly agents: number | null;
  /** Agents on the roster, of whom shrinkage takes some; null where none are given. */
  readonly rostered: number | null;
}

/** One queue with people of its own. */
export interface DemandQueue {
  readonly name: string;
  /** What is promised for it; empty where nothing is. */
  readonly targets: readonly StaffingTarget[];
  /** Ascending, not overlapping; at least one. */
  readonly intervals: readonly DemandInterval[];
}

/** What is to be staffed. */
export interface StaffingDemand {
  readonly days: readonly DemandDay[];
  readonly queues: readonly DemandQueue[];
}

/**
 * The demand of a scenario: what its types of work expect in every planning interval in which they are open, with the agents that
 * `apportionAgents` gives them, and the promises that a formula can be asked for.
 *
 * @param scenario resolved
 */
export function scenarioDemand(scenario: Scenario): StaffingDemand {
  const { clock } = scenario;
  const questions = intervalDemand(scenario);
  const queues = scenario.work.map((work, type): DemandQueue => {
    const intervals = questions.flatMap((of, i): DemandInterval[] => {
      const { span, offered, handleSeconds, ringSeconds, patienceSeconds, scheduled } = of[type];
      const from = clock.intervalStarts[i];
      if (clip(work.hours, { from, to: clock.intervalStarts[i + 1] }).length === 0) return [];
      return [
        {
          day: clock.days.findIndex(({ start, end }) => start <= from && from < end),
          label: clock.intervalLabels[i],
          ...span,
          offered,
          // Without any work to do the formulas need some handle time all the same; it does not show in the figures.
          ahtSeconds: handleSeconds + ringSeconds || 1,
          ringSeconds,
          patienceSeconds: Math.max(patienceSeconds, 1e-6),
          agents: scheduled,
          rostered: null,
        },
      ];
    });
    const targets = scenario.promises.filter((promise) => promise.work.includes(type)).flatMap(targetOf);
    return { name: work.name, targets, intervals };
  });
  return {
    days: clock.days.map(({ date, start }) => ({ label: date, start })),
    queues: queues.filter(({ intervals }) => intervals.length > 0),
  };
}

/** A promise as the formulas know it; none where they do not. */
function targetOf(promise: ServicePromise): StaffingTarget[] {
  const { measure, sense, target, variant } = promise;
  if (measure === 'answered-within' && sense === 'at-least' && target < 1) {
    const known: ServiceLevelVariant | undefined = serviceVariants[variant];
    if (known === undefined) return [];
    return [
      {
        measure: 'serviceLevel',
        variant: known,
        answerWithinSeconds: promise.answerWithin,
        shortAbandonSeconds: Math.min(promise.shortAbandon, promise.answerWithin),
        atLeast: target,
      },
    ];
  }
  if (measure === 'connection-rate' && sense === 'at-least' && variant === 'per-attempt' && target < 1) {
    return [{ measure: 'abandonment', atMost: 1 - target }];
  }
  if (sense !== 'at-most' || target <= 0) return [];
  if (measure === 'asa') return [{ measure: 'asa', atMostSeconds: target }];
  if (measure === 'abandonment' || measure === 'occupancy') return [{ measure, atMost: target }];
  return [];
}
