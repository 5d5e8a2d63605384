/** Queues whose callers have any patience (M/M/n+G), with balking. */
import { mmnGeneralPatience } from '../../../math/mmn-general-patience.ts';
import type { ReferenceFamily } from '../reference-family.ts';
import { relative, strictlyRelative } from '../tolerance.ts';
import { readDistribution } from './distribution.ts';

export const generalPatienceFamily: ReferenceFamily = {
  names: ['mmn_plus_g', 'mmn_general_patience'],
  compute(input) {
    const patience = input.object('patience');
    const measures = mmnGeneralPatience({
      arrivalRate: input.number('a_erl') / input.number('aht_s'),
      meanHandleSeconds: input.number('aht_s'),
      agents: input.number('n'),
      answerWithinSeconds: input.number('t_s'),
      patience: readDistribution(patience),
      balking: patience.numberOrNull('balk') ?? 0,
    });
    const { serviceLevel } = measures;
    return {
      out: {
        p_wait: measures.waitProbability,
        p_abandon: measures.abandonment,
        p_abandon_given_wait: measures.abandonmentGivenWait,
        mean_wait_all_s: measures.meanWaitAll,
        mean_wait_served_s: measures.asa,
        mean_wait_abandoned_s: measures.meanWaitAbandoned,
        mean_wait_given_wait_s: measures.meanWaitGivenWait,
        mean_queue: measures.meanQueue,
        occupancy: measures.occupancy,
        throughput_per_s: measures.throughput,
        p_answered_immediately: measures.immediateProbability,
        p_virtual_wait_gt_t: measures.virtualWaitTail,
        p_wait_gt_t: measures.waitTail,
        p_served_within_t: serviceLevel.offered,
        sl_offered: serviceLevel.offered,
        sl_excl_short_abandons: serviceLevel.shortAbandonsExcluded,
        sl_answered: serviceLevel.answered,
        sl_abandons_within_t_count_as_met: serviceLevel.abandonsMet,
        sl_virtual: serviceLevel.virtual,
        p_abandon_within_t: measures.abandonedWithin,
        p_abandon_given_wait_gt_t: measures.abandonmentGivenLongWait,
      },
    };
  },
  tolerance: (field) => (field.endsWith('_gt_t') ? strictlyRelative(1e-8) : relative(1e-10)),
};
