/** The Erlang A queue, and its limit for endless patience with the Erlang C values beside it. */
import { erlangA } from '../../../math/erlang-a.ts';
import { erlangCMeasures } from '../../../math/erlang-c.ts';
import type { ReferenceFamily } from '../reference-family.ts';
import { strictlyRelative } from '../tolerance.ts';
import { erlangTolerance } from './erlang-tolerance.ts';

export const erlangAFamily: ReferenceFamily = {
  names: ['erlang_a', 'erlang_a_limit', 'erlang_a_limit_to_c'],
  compute(input) {
    const queue = {
      arrivalRate: input.number('a_erl') / input.number('aht_s'),
      meanHandleSeconds: input.number('aht_s'),
      meanPatienceSeconds: input.numberOrNull('mean_patience_s') ?? Infinity,
      agents: input.number('n'),
      answerWithinSeconds: input.number('t_s'),
    };
    const measures = erlangA(queue);
    const { serviceLevel } = measures;
    const limit = erlangCMeasures(queue);
    return {
      out: {
        p_wait: measures.waitProbability,
        p_abandon: measures.abandonment,
        p_abandon_given_wait: measures.abandonmentGivenWait,
        mean_wait_all_s: measures.meanWaitAll,
        mean_wait_given_wait_s: measures.meanWaitGivenWait,
        mean_queue: measures.meanQueue,
        occupancy: measures.occupancy,
        throughput_per_s: measures.throughput,
        p_answered_immediately: measures.immediateProbability,
        mean_wait_served_s: measures.asa,
        mean_wait_abandoned_s: measures.meanWaitAbandoned,
        p_virtual_wait_gt_t: measures.virtualWaitTail,
        p_wait_gt_t: measures.waitTail,
        p_served_within_t: serviceLevel.offered,
        p_abandon_within_t: measures.abandonedWithin,
        p_abandon_given_wait_gt_t: measures.abandonmentGivenLongWait,
        sl_offered: serviceLevel.offered,
        sl_excl_short_abandons: serviceLevel.shortAbandonsExcluded,
        sl_answered: serviceLevel.answered,
        sl_abandons_within_t_count_as_met: serviceLevel.abandonsMet,
        sl_virtual: serviceLevel.virtual,
      },
      erlang_c_limit: {
        p_wait: limit.waitProbability,
        asa_s: limit.asa,
        mean_wait_delayed_s: limit.meanWaitGivenWait,
        mean_queue: limit.meanQueue,
        occupancy: limit.occupancy,
        sl: limit.serviceLevel.offered,
        p_wait_gt_t: limit.waitTail,
      },
    };
  },
  tolerance(field, expected, input) {
    const patience = input.numberOrNull('mean_patience_s') ?? Infinity;
    // 1 − (1 − ρ)A cancels here: the value is tiny and must be right all the same.
    if (field === 'p_abandon' && patience >= 1e6 * input.number('aht_s')) return strictlyRelative(1e-6);
    return erlangTolerance(field, expected, input);
  },
};
