/** Erlang B and, for real numbers of agents, its continuation; with C beside it where it exists. */
import { erlangB, lnErlangB } from '../../../math/erlang-b.ts';
import { erlangC } from '../../../math/erlang-c.ts';
import type { ReferenceFamily } from '../reference-family.ts';
import { erlangTolerance } from './erlang-tolerance.ts';

export const erlangBFamily: ReferenceFamily = {
  names: ['erlang_b', 'erlang_b_continuous'],
  compute(input) {
    const load = input.number('a_erl');
    const agents = input.number('n');
    return {
      out: {
        erlang_b: erlangB(load, agents),
        ln_erlang_b: lnErlangB(load, agents),
        erlang_c: load < agents ? erlangC(load, agents) : null,
      },
    };
  },
  tolerance: erlangTolerance,
};
