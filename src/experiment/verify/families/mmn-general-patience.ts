/** Queues whose callers have any patience (M/M/n+G), with balking. */
import { mmnGeneralPatience } from '../../../math/mmn-general-patience.ts';
import type { Patience } from '../../../math/patience.ts';
import type { ReferenceFamily } from '../reference-family.ts';
import { type FieldReader, UnsupportedReference } from '../reference-file.ts';
import { relative, strictlyRelative } from '../tolerance.ts';

/** Reads a distribution as the files write it; hyperexponentials may have any number of branches. */
export function readPatience(input: FieldReader): Patience {
  const dist = input.text('dist');
  switch (dist) {
    case 'exp':
      return { kind: 'exponential', meanSeconds: input.number('mean') };
    case 'det':
      return { kind: 'deterministic', seconds: input.number(input.has('value') ? 'value' : 'mean') };
    case 'erlang':
      return { kind: 'erlang', stages: input.number('k'), meanSeconds: input.number('mean') };
    case 'hyperexp2': {
      const share = input.number('p1');
      return {
        kind: 'hyperexponential',
        shares: [share, 1 - share],
        meansSeconds: [input.number('mean1'), input.number('mean2')],
      };
    }
    case 'lognormal':
      return { kind: 'log-normal', meanSeconds: input.number('mean'), cv: input.number('cv') };
    case 'weibull':
      return { kind: 'weibull', shape: input.number('shape'), scaleSeconds: input.number('scale') };
    default:
      throw new UnsupportedReference(`distribution "${dist}" is not supported`);
  }
}

export const generalPatienceFamily: ReferenceFamily = {
  names: ['mmn_plus_g', 'mmn_general_patience'],
  compute(input) {
    const patience = input.object('patience');
    const measures = mmnGeneralPatience({
      arrivalRate: input.number('a_erl') / input.number('aht_s'),
      meanHandleSeconds: input.number('aht_s'),
      agents: input.number('n'),
      answerWithinSeconds: input.number('t_s'),
      patience: readPatience(patience),
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
