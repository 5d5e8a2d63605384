/** Callers who try again, as a fixed point: with and without a limited number of lines. */
import { erlangX, erlangXLines } from '../../../math/erlang-x.ts';
import type { ReferenceFamily } from '../reference-family.ts';
import { type FieldReader, UnsupportedReference } from '../reference-file.ts';
import { relative } from '../tolerance.ts';

function readDemand(input: FieldReader) {
  return {
    arrivalRate: input.number('fresh_calls_per_hour') / 3600,
    meanHandleSeconds: input.number('aht_s'),
    meanPatienceSeconds: input.numberOrNull('mean_patience_s') ?? Infinity,
    agents: input.number('n'),
    answerWithinSeconds: input.number('t_s'),
    redialAfterAbandonment: input.number('p_redial_after_abandon'),
    reconnectAfterService: input.numberOrNull('p_reconnect_after_service') ?? 0,
  };
}

/** The attempts of callers per hour, or a refusal where they grow without limit. */
function settled<Measures>({ perAttempt }: { perAttempt: Measures | null }): Measures {
  if (perAttempt === null) throw new UnsupportedReference('the attempts grow without limit');
  return perAttempt;
}

export const redialFamily: ReferenceFamily = {
  names: ['erlang_x_fixed_point'],
  compute(input) {
    const point = erlangX(readDemand(input));
    const measures = settled(point);
    return {
      out: {
        total_attempt_rate_per_h: 3600 * point.attemptRate,
        redial_rate_per_h: 3600 * point.repeatRate,
        inflation: point.inflation,
        attempts_per_fresh_call: point.inflation,
        p_abandon_per_attempt: measures.abandonment,
        p_fresh_call_eventually_served: point.freshAnswered,
        p_fresh_call_lost: point.freshLost,
        p_wait: measures.waitProbability,
        mean_wait_all_s: measures.meanWaitAll,
        mean_wait_served_s: measures.asa,
        sl_offered: measures.serviceLevel.offered,
        sl_excl_short_abandons: measures.serviceLevel.shortAbandonsExcluded,
        sl_answered: measures.serviceLevel.answered,
        occupancy: measures.occupancy,
        mean_queue: measures.meanQueue,
      },
    };
  },
  tolerance: () => relative(1e-9),
};

export const redialLinesFamily: ReferenceFamily = {
  names: ['erlang_x_lines', 'erlang_x_lines_fixed_point'],
  compute(input) {
    const point = erlangXLines({
      ...readDemand(input),
      lines: input.number('k_lines'),
      redialAfterBlocking: input.number('p_redial_after_block'),
    });
    const measures = settled(point);
    return {
      out: {
        total_attempt_rate_per_h: 3600 * point.attemptRate,
        inflation: point.inflation,
        p_block: measures.blocking,
        p_abandon_offered: measures.abandonment,
        p_served_offered: measures.answered,
        p_wait_offered: measures.waitProbability,
        mean_wait_accepted_s: measures.meanWaitAccepted,
        mean_wait_served_s: measures.asa,
        sl_offered: measures.serviceLevel.offered,
        sl_answered: measures.serviceLevel.answered,
        occupancy: measures.occupancy,
        mean_queue: measures.meanQueue,
      },
    };
  },
  tolerance: () => relative(1e-9),
};
