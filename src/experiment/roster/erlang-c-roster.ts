/**
 * The roster that most planners would make: Erlang C's agents in every planning interval, each interval and each type of work by
 * itself, covered by the same shifts under the same rules at the least cost. What a built roster is compared with.
 */
import { multiplyCurve } from '../../math/rate-curve.ts';
import { erlangBeside } from '../../plan/erlang-beside.ts';
import type { CoverageProblem } from '../../plan/roster/build/coverage-model.ts';
import type { Demand } from '../../plan/roster/build/service-curves.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type ChosenShifts, chooseShifts } from './choose-shifts.ts';
import type { Solver } from './solver.ts';

/**
 * Chooses shifts that have Erlang C's agents everywhere.
 *
 * @param problem of the roster built; its shifts and limits are kept
 * @param busy factor on the demand that the formula is given
 * @returns null where Erlang C has no answer: no promise of answered-within for some type
 */
export async function erlangCRoster(
  problem: CoverageProblem,
  busy: number,
  solver: Solver,
): Promise<ChosenShifts | null> {
  const { clock } = problem.scenario;
  const { work } = erlangBeside(busier(problem.scenario, busy));
  const required = (type: number, slot: number): number | null => {
    const time = slot * problem.demand.step;
    const interval = clock.intervalStarts.findIndex((_, i) => time < clock.intervalStarts[i + 1]);
    return work[type].intervals[interval].required.erlangC;
  };
  const demand: Demand = {
    ...problem.demand,
    types: problem.demand.types.map((type, index) => ({
      ...type,
      slots: type.slots.map((slot, i) => {
        if (slot === null) return null;
        const agents = required(index, i) ?? Number.NaN;
        return { ...slot, agents: [agents, agents + 1] };
      }),
    })),
  };
  const unknown = demand.types.some(({ slots }) => slots.some((slot) => slot !== null && Number.isNaN(slot.agents[0])));
  return unknown ? null : chooseShifts({ ...problem, demand, goals: [], cuts: [] }, solver, Number.POSITIVE_INFINITY);
}

/** The scenario on a day so many times as busy, without randomness of the level. */
function busier(scenario: Scenario, factor: number): Scenario {
  const times = { from: 0, to: scenario.clock.horizonSeconds, terms: [{ c: factor, n: 0, k: 0 }] };
  const work = scenario.work.map((type) => {
    const { arrivals } = type;
    return arrivals.process === 'poisson'
      ? { ...type, arrivals: { ...arrivals, curve: multiplyCurve(arrivals.curve, times) } }
      : type;
  });
  return { ...scenario, work };
}
