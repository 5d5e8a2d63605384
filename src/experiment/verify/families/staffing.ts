/** The fewest agents that keep a target, under Erlang C and Erlang A, with the measure at that number and at one less. */
import { erlangA } from '../../../math/erlang-a.ts';
import { requiredAgents, type StaffingTarget, targetValue } from '../../../math/required-agents.ts';
import type { ComputedRow, ReferenceFamily } from '../reference-family.ts';
import { type FieldReader, UnsupportedReference } from '../reference-file.ts';
import { relative } from '../tolerance.ts';

/** Targets by the names that the files use: Erlang C's two, then Erlang A's. */
const targets: Readonly<Record<string, (target: number, seconds: number) => StaffingTarget>> = {
  sl: (atLeast, answerWithinSeconds) => ({ measure: 'serviceLevel', variant: 'offered', answerWithinSeconds, atLeast }),
  asa: (atMostSeconds) => ({ measure: 'asa', atMostSeconds }),
  sl_offered: (atLeast, answerWithinSeconds) => ({
    measure: 'serviceLevel',
    variant: 'offered',
    answerWithinSeconds,
    atLeast,
  }),
  sl_excl_short_abandons: (atLeast, answerWithinSeconds) => ({
    measure: 'serviceLevel',
    variant: 'shortAbandonsExcluded',
    answerWithinSeconds,
    atLeast,
  }),
  sl_answered: (atLeast, answerWithinSeconds) => ({
    measure: 'serviceLevel',
    variant: 'answered',
    answerWithinSeconds,
    atLeast,
  }),
  sl_abandons_within_t_count_as_met: (atLeast, answerWithinSeconds) => ({
    measure: 'serviceLevel',
    variant: 'abandonsMet',
    answerWithinSeconds,
    atLeast,
  }),
  sl_virtual: (atLeast, answerWithinSeconds) => ({
    measure: 'serviceLevel',
    variant: 'virtual',
    answerWithinSeconds,
    atLeast,
  }),
  abandonment: (atMost) => ({ measure: 'abandonment', atMost }),
  asa_served: (atMostSeconds) => ({ measure: 'asa', atMostSeconds }),
  mean_wait_all: (atMostSeconds) => ({ measure: 'meanWaitAll', atMostSeconds }),
};

function computeStaffing(input: FieldReader, meanPatienceSeconds: number): ComputedRow {
  const metric = input.text('metric');
  const makeTarget = targets[metric];
  if (makeTarget === undefined) throw new UnsupportedReference(`metric "${metric}" is not supported`);
  const answerWithinSeconds = input.numberOrNull('t_s') ?? 0;
  const target = makeTarget(input.number('target'), answerWithinSeconds);
  const demand = {
    arrivalRate: input.number('calls_per_hour') / 3600,
    meanHandleSeconds: input.number('aht_s'),
    meanPatienceSeconds,
  };
  const agents = requiredAgents({ ...demand, targets: [target] });
  const load = demand.arrivalRate * demand.meanHandleSeconds;
  const measure = (count: number) => erlangA({ ...demand, agents: count, answerWithinSeconds });
  // Without a steady state, or without anybody to answer, there is no value one agent below.
  const fewest = meanPatienceSeconds === Infinity ? load : 0;
  return {
    out: {
      min_n: agents,
      achieved: targetValue(measure(agents), target),
      metric_at_n_minus_1: agents - 1 > fewest ? targetValue(measure(agents - 1), target) : null,
      a_erl: load,
      occupancy: measure(agents).occupancy,
      p_wait: measure(agents).waitProbability,
      p_abandon: measure(agents).abandonment,
    },
  };
}

function tolerance(field: string) {
  return field === 'min_n' ? ('equal' as const) : relative(1e-10);
}

/** Nobody hangs up. */
export const staffingErlangCFamily: ReferenceFamily = {
  names: ['staffing_erlang_c'],
  compute: (input) => computeStaffing(input, Infinity),
  tolerance,
};

/** Exponential patience. */
export const staffingErlangAFamily: ReferenceFamily = {
  names: ['staffing_erlang_a'],
  compute: (input) => computeStaffing(input, input.number('mean_patience_s')),
  tolerance,
};
