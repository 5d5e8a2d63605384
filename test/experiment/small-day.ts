/** Small days for experiments, as the reference days are: their exact expectations can be computed. */

import { stepCurve } from '../../src/math/rate-curve.ts';
import { plainDayScenario } from '../../src/scenario/plain-day.ts';
import type { Scenario, ServicePromise } from '../../src/scenario/scenario.ts';

/** Two hours by half-hours with a rush in the second, about 130 calls. */
export const smallDay = {
  meanHandleSeconds: 180,
  meanPatienceSeconds: 120,
  answerWithinSeconds: 20,
  intervalStarts: [0, 1800, 3600, 5400, 7200],
  agents: [4, 6, 5, 4],
  balking: 0,
  arrivalRate: stepCurve([0, 1800, 3600, 5400, 7200], [0.012, 0.028, 0.02, 0.014]),
};

/** The day with promises of one's own; what is left out is that of answered within T, offered. */
export function smallScenario(promises: Partial<ServicePromise>[], precision?: Scenario['precision']): Scenario {
  const scenario = plainDayScenario(smallDay, 'pooled');
  const [usual] = scenario.promises;
  return {
    ...scenario,
    promises: promises.map((promise, i) => ({ ...usual, shortAbandon: 5, id: `promise-${i}`, ...promise })),
    precision: precision ?? { confidence: 0.95, minRuns: 40, maxRuns: 640 },
  };
}
