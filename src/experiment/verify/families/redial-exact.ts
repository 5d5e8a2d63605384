/** Callers who redial after a finite delay: the exact chain of calls and callers between attempts. */
import { redialExact } from '../../../math/redial-exact.ts';
import type { ReferenceFamily } from '../reference-family.ts';
import { relative } from '../tolerance.ts';

export const exactRedialFamily: ReferenceFamily = {
  names: ['redial_exact_2d'],
  compute(input) {
    const measures = redialExact({
      arrivalRate: input.number('fresh_calls_per_hour') / 3600,
      meanHandleSeconds: input.number('aht_s'),
      meanPatienceSeconds: input.number('mean_patience_s'),
      agents: input.number('n'),
      redialAfterAbandonment: input.number('p_redial_after_abandon'),
      meanRedialSeconds: input.number('mean_redial_delay_s'),
    });
    return {
      out: {
        total_attempt_rate_per_h: 3600 * measures.attemptRate,
        mean_orbit: measures.meanOrbit,
        mean_queue: measures.meanQueue,
        p_abandon_per_attempt: measures.abandonment,
        p_wait_per_attempt: measures.waitProbability,
        p_wait_fresh_calls: measures.waitProbabilityFresh,
        occupancy: measures.occupancy,
        mean_wait_per_attempt_s: measures.meanWaitAll,
      },
    };
  },
  tolerance: () => relative(1e-8),
};
