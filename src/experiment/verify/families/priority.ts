/** Classes of callers served in order of rank, without interrupting a call. */
import { priorityQueue } from '../../../math/priority-queue.ts';
import type { ReferenceFamily } from '../reference-family.ts';
import { relative, strictlyRelative } from '../tolerance.ts';

export const priorityFamily: ReferenceFamily = {
  names: ['priority_nonpreemptive', 'priority'],
  compute(input) {
    const arrivalRates = input.numbers('class_lambda_per_s');
    const measures = priorityQueue({
      arrivalRates,
      meanHandleSeconds: input.number('aht_s'),
      agents: input.number('n'),
      answerWithinSeconds: input.number('t_s'),
    });
    return {
      // The load follows from the classes.
      in: { a_erl: input.has('a_erl') ? measures.offeredLoad : null },
      out: {
        classes: measures.classes.map((one, i) => ({
          class: i + 1,
          lambda_per_s: arrivalRates[i],
          p_wait: measures.waitProbability,
          mean_wait_all_s: one.asa,
          mean_wait_given_wait_s: one.meanWaitGivenWait,
          mean_queue: one.meanQueue,
          p_wait_gt_t: one.waitTail,
          sl: one.serviceLevel,
        })),
        aggregate_mean_wait_s: measures.asa,
      },
    };
  },
  tolerance(field) {
    if (field === 'p_wait_gt_t') return strictlyRelative(1e-8);
    if (field === 'sl') return relative(1e-8);
    return relative(1e-11);
  },
};
