/** The small days on which claims are tried, with expectations that are computed exactly. */
import { exactDay } from '../../src/math/exact-day.ts';
import { stepCurve } from '../../src/math/rate-curve.ts';
import { type PlainDay, plainDayScenario } from '../../src/scenario/plain-day.ts';
import type { Scenario, ServicePromise } from '../../src/scenario/scenario.ts';

/** Half an hour of some 29 calls with a change of staff between. */
export const day: PlainDay = {
  meanHandleSeconds: 120,
  meanPatienceSeconds: 90,
  answerWithinSeconds: 20,
  intervalStarts: [0, 900, 1800],
  agents: [2, 3],
  balking: 0,
  arrivalRate: stepCurve([0, 900, 1800], [0.012, 0.02]),
};

/** The day with so many times the calls. */
export function scaled(factor: number): PlainDay {
  return { ...day, arrivalRate: stepCurve([0, 900, 1800], [0.012 * factor, 0.02 * factor]) };
}

/** What a day comes to in expectation. */
export function totals(of: PlainDay) {
  const { total } = exactDay({ ...of, leaving: 'pooled' });
  return {
    level: total.answeredWithin / total.offered,
    abandonment: total.abandoned / total.offered,
    asa: total.answeredWaitSeconds / total.answered,
  };
}

/** The scenario of a day with promises on the service level, abandonment and the speed of answer. */
export function promising(of: PlainDay, targets: readonly [number, number, number]): Scenario {
  const usual = plainDayScenario(of, 'pooled');
  const [promise] = usual.promises;
  const made: Partial<ServicePromise>[] = [
    { id: 'level', target: targets[0] },
    { id: 'abandonment', measure: 'abandonment', variant: 'requests', sense: 'at-most', target: targets[1] },
    { id: 'asa', measure: 'asa', variant: 'answered', sense: 'at-most', target: targets[2] },
  ];
  return { ...usual, promises: made.map((change) => ({ ...promise, ...change })) };
}
