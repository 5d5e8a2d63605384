/** Callers who find nobody free and no place to wait, and try again until they are answered. */
import { retrial } from '../../../math/retrial.ts';
import type { ReferenceFamily } from '../reference-family.ts';
import { relative } from '../tolerance.ts';

export const retrialFamily: ReferenceFamily = {
  names: ['retrial_mmcc', 'retrial'],
  compute(input) {
    const meanHandleSeconds = input.number('aht_s');
    const measures = retrial({
      arrivalRate: input.number('a_erl') / meanHandleSeconds,
      meanHandleSeconds,
      agents: input.number('c'),
      meanRetrySeconds: input.number('mean_retry_interval_s'),
    });
    return {
      out: {
        p_block_first_attempt: measures.firstAttemptBlocking,
        mean_orbit: measures.meanOrbit,
        mean_busy: measures.meanBusy,
        p_block_any_attempt: measures.anyAttemptBlocking,
        mean_retries_per_call: measures.meanRetries,
        mean_delay_s: measures.meanDelay,
      },
    };
  },
  tolerance: () => relative(1e-9),
};
