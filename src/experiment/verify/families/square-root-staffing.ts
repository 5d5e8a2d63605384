/** The square-root rule and its approximations, with the exact values of a finite group beside them. */
import { erlangA } from '../../../math/erlang-a.ts';
import { erlangC } from '../../../math/erlang-c.ts';
import { garnett } from '../../../math/garnett.ts';
import { halfinWhitt, halfinWhittBeta } from '../../../math/halfin-whitt.ts';
import type { ReferenceFamily } from '../reference-family.ts';
import { UnsupportedReference } from '../reference-file.ts';
import { relative } from '../tolerance.ts';
import { erlangTolerance } from './erlang-tolerance.ts';

export const squareRootFamily: ReferenceFamily = {
  names: ['qed'],
  compute(input) {
    const type = input.text('type');
    switch (type) {
      case 'halfin_whitt_beta':
        return { out: { beta: halfinWhittBeta(input.number('alpha')) } };
      case 'halfin_whitt_vs_exact':
        return {
          out: {
            approx_p_wait: halfinWhitt(input.number('beta')),
            exact_p_wait: erlangC(input.number('a_erl'), input.number('n')),
          },
        };
      case 'garnett_vs_exact': {
        const handleToPatience = input.number('theta_over_mu');
        const exact = erlangA({
          arrivalRate: input.number('a_erl'),
          meanHandleSeconds: 1,
          meanPatienceSeconds: 1 / handleToPatience,
          agents: input.number('n'),
          answerWithinSeconds: 0,
        });
        return {
          out: {
            approx_p_wait: garnett(input.number('beta'), handleToPatience),
            exact_p_wait: exact.waitProbability,
            exact_p_abandon: exact.abandonment,
          },
        };
      }
      default:
        throw new UnsupportedReference(`type "${type}" is not supported`);
    }
  },
  tolerance: (field, expected, input) =>
    field.startsWith('exact_') ? erlangTolerance(field, expected, input) : relative(1e-10),
};
