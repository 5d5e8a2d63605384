import { describe, expect, it } from 'vitest';
import { loadRostered } from '../../../src/cli/load-scenario.ts';
import { findSlack } from '../../../src/experiment/roster/find-slack.ts';
import { runExperiment } from '../../../src/experiment/run-experiment.ts';
import { erlangBeside } from '../../../src/plan/erlang-beside.ts';
import { findDoubleCounts } from '../../../src/plan/roster/counted-twice.ts';
import { withAgents } from '../../../src/plan/roster/with-agents.ts';
import { rosterCost } from '../../../src/scenario/roster/roster.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { resolveText, scenarioFolder } from '../../scenario/files.ts';

const twoSkills = `${scenarioFolder}/counted-twice.yaml`;
const roster = (name: string) => loadRostered(twoSkills, [`${scenarioFolder}/data/${name}`], 'en');
const judged = async (scenario: Scenario) =>
  (await runExperiment(scenario, { seed: '1', threads: 1, runs: 150 })).verdicts.map(({ judgement }) => judgement);

describe('a roster that an optimiser calls optimal', () => {
  it('is read with the needs that it states, and shown to count three people twice', async () => {
    const { scenario, reading } = await roster('counted-twice.json');
    expect(reading.needs).toEqual({ Billing: 5, Technical: 3 });
    expect(findDoubleCounts(scenario, erlangBeside(scenario), reading.needs)).toEqual([
      { from: 0, to: 86_400, work: [0, 1], needs: [5, 3], able: [5, 3], people: 5 },
    ]);
  });

  it('breaks both promises; with the three put on once more one is still broken; another mix holds for less', async () => {
    const optimal = await roster('counted-twice.json');
    const naive = await roster('counted-twice-naive.json');
    const repaired = await roster('counted-twice-repaired.json');
    expect(await judged(optimal.scenario)).toEqual(['broken', 'broken']);
    expect(await judged(naive.scenario)).toEqual(['held', 'broken']);
    expect(await judged(repaired.scenario)).toEqual(['held', 'held']);
    const hourly = [optimal, naive, repaired].map(({ reading }) => rosterCost(reading.roster) / 24);
    expect(hourly).toEqual([6.5, 9.5, 9]);
  });
});

/** One queue of steady demand from eight to twelve, served by so many. */
const desk = (agents: number) =>
  resolveText(`work:
  inquiry:
    hours: "08:00-12:00"
    arrivals: { kind: constant-rate, perHour: 120 }
    ringSeconds: 1
    talkSeconds: { kind: exponential, mean: 240 }
    patienceSeconds: { kind: exponential, mean: 180 }
people: { groups: { desk: { skills: { inquiry: 1 }, staff: ${agents} } } }
promises: [{ measure: answered-within, seconds: 20, atLeast: 0.8 }]
`);

describe('findSlack', () => {
  it('is what makes each interval just hold, found from below and from above', async () => {
    const options = { seed: '1', runs: 60, threads: 1 };
    const [short] = await findSlack(desk(7), options);
    const [spare] = await findSlack(desk(15), options);
    const open = short.agents.flatMap((agents, i) => (agents === null ? [] : [i]));
    expect(open).toEqual([16, 17, 18, 19, 20, 21, 22, 23]);
    for (const i of open) {
      expect(short.agents[i]).toBeLessThan(0);
      expect(spare.agents[i]).toBeGreaterThan(0);
      // Neighbours differ on the way, so the least that holds may differ by one.
      expect(Math.abs(7 - (short.agents[i] ?? 0) - (15 - (spare.agents[i] ?? 0)))).toBeLessThanOrEqual(1);
    }
  });

  it('says where more agents do not help', async () => {
    const scenario = desk(7);
    // It rings for a second, and the promise allows none.
    for (const promise of scenario.promises) promise.answerWithin = 0;
    const [{ agents, hopeless }] = await findSlack(scenario, { seed: '1', runs: 4, threads: 1 });
    expect(agents.every((one) => one === null)).toBe(true);
    expect(hopeless.filter(Boolean)).toHaveLength(8);
  });
});

describe('withAgents', () => {
  it('gives and takes named people and head-counts alike', async () => {
    const { scenario } = await roster('counted-twice.json');
    const none = scenario.clock.intervalStarts.slice(1).map(() => 0);
    const technical = withAgents(scenario, 1, none.with(3, 2)).groups[1].staff;
    expect(technical.source === 'named' && technical.agents.map(({ onQueue }) => onQueue)).toEqual([
      [{ from: 5400, to: 7200 }],
      [{ from: 5400, to: 7200 }],
    ]);
    const gone = withAgents(scenario, 0, none.with(3, -3)).groups.map(({ staff }) =>
      staff.source === 'named' ? staff.agents.filter(({ onQueue }) => onQueue.length === 2).length : 0,
    );
    // Those who can do billing alone first, then one of those who can do both.
    expect(gone).toEqual([2, 0, 1]);
    const counts = withAgents(desk(7), 0, none.with(20, -2).with(21, 4)).groups[0].staff;
    expect(counts.source === 'head-counts' && counts.steps).toEqual([
      { from: 0, agents: 7 },
      { from: 36_000, agents: 5 },
      { from: 37_800, agents: 11 },
      { from: 39_600, agents: 7 },
    ]);
    expect(() => withAgents(desk(7), 0, [1])).toThrow('changes');
  });
});
