import { describe, expect, it } from 'vitest';
import { proportionInterval } from '../../src/math/proportion-interval.ts';
import { totalSeconds } from '../../src/scenario/roster/roster.ts';
import type { AgentGroup, NamedAgent, Scenario } from '../../src/scenario/scenario.ts';
import { attendedGroups, planAttendance } from '../../src/sim/attendance.ts';
import { compile } from '../../src/sim/compile.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { resolveText } from '../scenario/files.ts';
import { contacts } from './figures.ts';

const hour = 3600;

/** A desk of head-counts, or of people with the same hours, whose attendance is as given. */
function desk(attendance: string, staff = 'staff: 4'): Scenario {
  return resolveText(`clock: { start: 2026-03-02, days: 2, timeZone: Asia/Shanghai }
work:
  inquiry:
    hours: "08:00-18:00"
    arrivals: { kind: constant-rate, perHour: 30 }
    talkSeconds: { kind: exponential, mean: 240 }
    patienceSeconds: { kind: exponential, mean: 180 }
people:
  groups: { desk: { skills: { inquiry: 1 }, ${staff} } }
${attendance === '' ? '' : `  attendance: ${attendance}\n`}promises: []
`);
}

const shifts = 'staff: [{ from: "00:00", agents: 0 }, { from: "08:00", agents: 4 }, { from: "18:00", agents: 0 }]';

/** The same four people as a named roster with lunch from 12:00 to 13:00 on both days. */
function named(attendance: string, people = ['Ann', 'Bob', 'Cid', 'Dee']): Scenario {
  const scenario = desk(attendance);
  const day = (start: number) => [
    { from: start + 8 * hour, to: start + 12 * hour },
    { from: start + 13 * hour, to: start + 18 * hour },
  ];
  const agents = people.map(
    (name): NamedAgent => ({
      name,
      onQueue: scenario.clock.days.flatMap(({ start }) => day(start)),
      paid: [],
      breaks: [],
    }),
  );
  return { ...scenario, groups: [{ ...scenario.groups[0], staff: { source: 'named', agents } }] };
}

/** The groups as they turn up, by run. */
function turnsUp(scenario: Scenario): (run: number) => AgentGroup[] {
  const plan = planAttendance(scenario, '1');
  if (plan === null) throw new Error('attendance is perfect');
  return (run) => attendedGroups(plan, run);
}

function peopleOf(scenario: Scenario): (run: number) => NamedAgent[] {
  const groups = turnsUp(scenario);
  return (run) => {
    const [{ staff }] = groups(run);
    if (staff.source !== 'named') throw new Error('people have names');
    return staff.agents;
  };
}

const runs = Array.from({ length: 1000 }, (_, run) => run);

describe('attendedGroups', () => {
  it('is nothing where everybody keeps to the roster: the run is the same to the byte', () => {
    const perfect = desk('{ absence: { fraction: 0 }, adherence: { fraction: 1 } }', shifts);
    expect(planAttendance(perfect, '1')).toBeNull();
    expect(perfect.hash).toBe(desk('', shifts).hash);
  });

  it('misses whole shifts as often as asked, by weekday', () => {
    const people = peopleOf(named('{ absence: { fraction: 0.1, weekdays: { tue: 2 } } }'));
    const gone = [0, 0];
    for (const run of runs) {
      for (const { onQueue } of people(run)) {
        expect([0, 2, 4]).toContain(onQueue.length);
        for (const day of [0, 1]) if (!onQueue.some(({ from }) => Math.floor(from / 86_400) === day)) gone[day]++;
      }
    }
    for (const [day, fraction] of [0.1, 0.2].entries()) {
      const interval = proportionInterval(gone[day], 4 * runs.length, 0.999);
      expect(interval.low).toBeLessThan(fraction);
      expect(interval.high).toBeGreaterThan(fraction);
    }
  });

  it('lets absence come in clusters: days on which all are away together are commoner, the mean is the same', () => {
    const count = (clusterCv: number) => {
      const people = peopleOf(named(`{ absence: { fraction: 0.1, clusterCv: ${clusterCv} } }`));
      return runs.map((run) => people(run).filter(({ onQueue }) => onQueue.every(({ from }) => from >= 86_400)).length);
    };
    const spread = (counts: number[]) => {
      const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
      return counts.reduce((sum, one) => sum + (one - mean) ** 2, 0) / counts.length;
    };
    const [alone, together] = [count(0), count(1)];
    // Binomial 4·0.1·0.9 = 0.36; with a factor of variation 1 it is 0.36 + 12·0.1² = 0.48 before the cap at 1.
    expect(spread(alone)).toBeCloseTo(0.36, 1);
    expect(spread(together)).toBeGreaterThan(spread(alone) * 1.15);
  });

  it('cuts starts and ends by the mean length asked', () => {
    const people = peopleOf(
      named('{ late: { fraction: 0.5, meanMinutes: 10 }, leavesEarly: { fraction: 0.25, meanMinutes: 20 } }'),
    );
    const late: number[] = [];
    const early: number[] = [];
    for (const run of runs.slice(0, 500)) {
      for (const { onQueue } of people(run)) {
        late.push(onQueue[0].from - 8 * hour);
        early.push(18 * hour - onQueue[1].to);
      }
    }
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    // Means 300 s and 300 s; of 2,000 values with standard deviations 520 s and 735 s, 3.3 errors (99.9 %).
    expect(Math.abs(mean(late) - 300)).toBeLessThan((3.3 * 520) / Math.sqrt(late.length));
    expect(Math.abs(mean(early) - 300)).toBeLessThan((3.3 * 735) / Math.sqrt(early.length));
    expect(late.filter((one) => one === 0).length).toBeGreaterThan(900);
  });

  it('is on queue for the fraction of the time that adherence says, people and head-counts alike', () => {
    const adherence = '{ adherence: { fraction: 0.9, awayMinutes: 4 } }';
    const [people, groups] = [peopleOf(named(adherence)), turnsUp(desk(adherence, shifts))];
    let there = 0;
    let heads = 0;
    for (const run of runs.slice(0, 300)) {
      for (const { onQueue } of people(run)) there += totalSeconds(onQueue);
      const [{ staff }] = groups(run);
      if (staff.source !== 'head-counts') throw new Error('heads have no names');
      for (const [i, { agents, from }] of staff.steps.entries()) {
        if (agents > 0) heads += agents * ((staff.steps[i + 1]?.from ?? 2 * 86_400) - from);
      }
    }
    // Share of time there: standard deviation about 0.02 of a shift, so 0.0005 of 2,400 shifts.
    expect(there / (300 * 4 * 2 * 9 * hour)).toBeCloseTo(0.9, 2);
    expect(heads / (300 * 4 * 2 * 10 * hour)).toBeCloseTo(0.9, 2);
  });

  it('gives everybody his own day, whoever else is on the roster and whatever else may happen to him', () => {
    const all =
      '{ absence: { fraction: 0.2 }, late: { fraction: 0.3, meanMinutes: 9 }, adherence: { fraction: 0.95 } }';
    const [team, one] = [peopleOf(named(all)), peopleOf(named(all, ['Bob']))];
    for (const run of runs.slice(0, 20)) {
      const [, bob] = team(run);
      const [alone] = one(run);
      expect(alone).toEqual(bob);
    }
  });
});

describe('simulate', () => {
  it('answers fewer where fewer come, on the same customers, in any order of runs', () => {
    const [all, some] = [desk('', shifts), desk('{ absence: { fraction: 0.3 } }', shifts)];
    const center = compile(some, '1');
    const second = simulate(center, 1).data;
    simulate(center, 0);
    expect(simulate(center, 1).data).toEqual(second);
    const sum = (scenario: Scenario, name: 'arrived' | 'answered') => {
      const own = compile(scenario, '1');
      return runs.slice(0, 20).reduce((total, run) => total + contacts(simulate(own, run), name), 0);
    };
    expect(sum(some, 'arrived')).toBe(sum(all, 'arrived'));
    expect(sum(some, 'answered')).toBeLessThan(sum(all, 'answered'));
  });
});
