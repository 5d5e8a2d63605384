/** The Erlang C queue with its waits and quantiles. */
import { erlangCMeasures, erlangCWaitQuantile, lnErlangC } from '../../../math/erlang-c.ts';
import type { ReferenceFamily } from '../reference-family.ts';
import { erlangTolerance } from './erlang-tolerance.ts';

export const erlangCFamily: ReferenceFamily = {
  names: ['erlang_c'],
  compute(input) {
    const load = input.number('a_erl');
    const queue = {
      arrivalRate: load / input.number('aht_s'),
      meanHandleSeconds: input.number('aht_s'),
      agents: input.number('n'),
      answerWithinSeconds: input.number('t_s'),
    };
    const measures = erlangCMeasures(queue);
    return {
      out: {
        p_wait: measures.waitProbability,
        ln_p_wait: lnErlangC(load, queue.agents),
        asa_s: measures.asa,
        mean_wait_delayed_s: measures.meanWaitGivenWait,
        mean_queue: measures.meanQueue,
        occupancy: measures.occupancy,
        sl: measures.serviceLevel.offered,
        p_wait_gt_t: measures.waitTail,
        wait_q50_s: erlangCWaitQuantile(queue, 0.5),
        wait_q80_s: erlangCWaitQuantile(queue, 0.8),
        wait_q90_s: erlangCWaitQuantile(queue, 0.9),
        wait_q99_s: erlangCWaitQuantile(queue, 0.99),
      },
    };
  },
  tolerance: erlangTolerance,
};
