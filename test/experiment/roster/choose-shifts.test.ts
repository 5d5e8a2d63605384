import { describe, expect, it } from 'vitest';
import { chooseShifts } from '../../../src/experiment/roster/choose-shifts.ts';
import { openSolver } from '../../../src/experiment/roster/solver.ts';
import { candidateShifts } from '../../../src/plan/roster/build/candidate-shifts.ts';
import { type CoverageProblem, makeGoals } from '../../../src/plan/roster/build/coverage-model.ts';
import { slotDemand } from '../../../src/plan/roster/build/service-curves.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { rosterable } from './rosterable.ts';

const solver = openSolver(false);

/** A problem in which every open slot needs so many people, and nothing else counts. */
function plainCover(scenario: Scenario, needed: (type: number, slot: number) => number): CoverageProblem {
  const demand = slotDemand(scenario, 1);
  const types = demand.types.map((type, index) => ({
    ...type,
    slots: type.slots.map((slot, i) => {
      const agents = needed(index, i);
      return slot === null ? null : { ...slot, agents: [agents, agents + 1] };
    }),
  }));
  const candidates = candidateShifts(scenario);
  return { scenario, demand: { ...demand, types }, candidates, goals: [], cuts: [], limits: null };
}

const twoPatterns = {
  patterns: {
    early: { hours: 4, start: { from: '09:00', to: '09:00' } },
    late: { hours: 4, start: { from: '13:00', to: '13:00' } },
    whole: { hours: 8, start: { from: '09:00', to: '09:00' } },
  },
};

describe('chooseShifts', () => {
  it('chooseShifts() covers at the least cost, and its bound is below', async () => {
    const scenario = rosterable({ shifts: { ...twoPatterns, leastAgents: 0 } });
    // Three in the morning, five in the afternoon: 3 × 4 + 5 × 4 hours, however they are cut.
    const chosen = await chooseShifts(
      plainCover(scenario, (_, slot) => (slot < 52 ? 3 : 5)),
      solver,
      Infinity,
    );
    expect(chosen?.cost).toBe(32);
    expect(chosen?.bound).toBeLessThanOrEqual(32 + 1e-6);
  });

  it('chooseShifts() counts somebody with two skills once', async () => {
    // The case of pyworkforce: 5 and 3 people are needed, and 5 of whom 3 know both were called enough.
    const work = Object.fromEntries(
      ['a', 'b'].map((name) => [
        name,
        {
          hours: '09:00-13:00',
          arrivals: { kind: 'constant-rate', perHour: 60 },
          talkSeconds: 180,
          patienceSeconds: { kind: 'never' },
        },
      ]),
    );
    const groups = { both: { skills: { a: 1, b: 1 } } };
    const shifts = { patterns: { early: twoPatterns.patterns.early }, leastAgents: 0 };
    const scenario = rosterable({ work, people: { groups }, shifts, promises: [] });
    const chosen = await chooseShifts(
      plainCover(scenario, (type) => (type === 0 ? 5 : 3)),
      solver,
      Infinity,
    );
    expect(chosen?.counts).toEqual([{ group: 0, candidate: 0, people: 8 }]);
  });

  it('chooseShifts() does what it can where people are few', async () => {
    const scenario = rosterable({ shifts: { ...twoPatterns, leastAgents: 0 } });
    const problem = plainCover(scenario, () => 5);
    const limits = { people: [[2]], hours: [100], shifts: [100] };
    const chosen = await chooseShifts({ ...problem, limits }, solver, Infinity);
    expect(chosen?.counts).toEqual([{ group: 0, candidate: 2, people: 2 }]);
  });

  it('chooseShifts() meets goals by Erlang A, and a stricter one costs more', async () => {
    const cost = async (target: number) => {
      const promises = [{ measure: 'answered-within', variant: 'offered', seconds: 20, atLeast: target }];
      const scenario = rosterable({ promises });
      const demand = slotDemand(scenario, 1);
      const goals = makeGoals(scenario, demand, () => 1);
      const problem = { scenario, demand, candidates: candidateShifts(scenario), goals, cuts: [], limits: null };
      return (await chooseShifts(problem, solver, Infinity))?.cost ?? Number.NaN;
    };
    const [loose, strict] = [await cost(0.7), await cost(0.95)];
    expect(strict).toBeGreaterThan(loose + 4);
  });

  it('chooseShifts() leaves a day on which no shift may begin, be it the first, the last or all', async () => {
    for (const days of [['mon'], ['tue'], ['sun']] as const) {
      const day = { hours: 8, start: { from: '09:00', to: '09:00' }, days: [...days] };
      const clock = { start: '2026-03-02', days: 2, timeZone: 'Europe/Berlin' };
      const scenario = rosterable({ clock, shifts: { patterns: { day } } });
      const chosen = await chooseShifts(
        plainCover(scenario, () => 3),
        solver,
        Infinity,
      );
      expect([days, chosen?.cost]).toEqual([days, days[0] === 'sun' ? 0 : 24]);
    }
  });

  it('chooseShifts() ends with null when nothing cheaper is left', async () => {
    const scenario = rosterable({ shifts: { ...twoPatterns, leastAgents: 0 } });
    expect(
      await chooseShifts(
        plainCover(scenario, () => 3),
        solver,
        24,
      ),
    ).toBeNull();
  });
});
