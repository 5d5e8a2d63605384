/** Queues behind a limited number of lines, with and without impatience. */
import { mmnk } from '../../../math/mmnk.ts';
import type { ReferenceFamily } from '../reference-family.ts';
import { erlangTolerance } from './erlang-tolerance.ts';

export const linesFamily: ReferenceFamily = {
  names: ['mmnk'],
  compute(input) {
    const measures = mmnk({
      arrivalRate: input.number('a_erl') / input.number('aht_s'),
      meanHandleSeconds: input.number('aht_s'),
      meanPatienceSeconds: input.numberOrNull('mean_patience_s') ?? Infinity,
      agents: input.number('n'),
      lines: input.number('k_lines'),
      answerWithinSeconds: input.number('t_s'),
    });
    const { serviceLevel } = measures;
    return {
      out: {
        p_block: measures.blocking,
        p_wait_offered: measures.waitProbability,
        p_wait_accepted: measures.waitProbabilityAccepted,
        p_abandon_offered: measures.abandonment,
        p_abandon_accepted: measures.abandonmentAccepted,
        p_served_offered: measures.answered,
        mean_queue: measures.meanQueue,
        mean_busy: measures.meanBusy,
        occupancy: measures.occupancy,
        mean_wait_accepted_s: measures.meanWaitAccepted,
        mean_lines_busy: measures.meanLinesBusy,
        mean_wait_served_s: measures.asa,
        p_served_within_t_offered: serviceLevel.offered,
        sl_offered: serviceLevel.offered,
        sl_accepted: serviceLevel.accepted,
        sl_answered: serviceLevel.answered,
        sl_excl_blocked_and_short_abandons: serviceLevel.blockedAndShortAbandonsExcluded,
        p_abandon_within_t_offered: measures.abandonedWithin,
        p_accepted_and_wait_gt_t: measures.waitTail,
      },
    };
  },
  tolerance: erlangTolerance,
};
