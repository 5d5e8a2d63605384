import { describe, expect, it } from 'vitest';
import { proportionInterval } from '../../src/math/proportion-interval.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import { outcomeOffset, type RunRecord } from '../../src/sim/run.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { resolveText } from '../scenario/files.ts';
import { contacts, groupTime } from './figures.ts';

/** A desk around the clock with one group; `people` is what stands beside the groups. */
function desk(group: string, people = '', { clock = '', perHour = 30, more = '' } = {}): Scenario {
  return resolveText(`clock: { start: 2026-03-02, ${clock} }
work:
  inquiry:
    hours: "00:00-24:00"
    arrivals: { kind: constant-rate, perHour: ${perHour} }
    talkSeconds: { kind: exponential, mean: 240 }
    wrapUpSeconds: 40
    patienceSeconds: { kind: exponential, mean: 180 }
${more}
people:
  groups: { desk: { skills: { inquiry: ${group} } }
${people}
promises: []
`);
}

const run = (scenario: Scenario, number = 0): RunRecord => simulate(compile(scenario, '1'), number);

describe('tempo', () => {
  it('a cohort that takes a quarter longer is a group of speed 0.8, to the byte', () => {
    const clock = 'intervalMinutes: 1440';
    const learning = desk(
      '1 }, staff: 4, onboarding: { joined: 2026-02-02, examAfterDays: 28, slower: 0.25, halvesAfterDays: 5 }',
      '',
      { clock },
    );
    expect(run(learning).data).toEqual(run(desk('0.8 }, staff: 4', '', { clock })).data);
  });

  it('half of the slowness is left after a half-life: the same as a speed of 1 ÷ 1.125', () => {
    const clock = 'intervalMinutes: 1440';
    const learning = desk(
      '1 }, staff: 4, onboarding: { joined: 2026-01-28, examAfterDays: 28, slower: 0.25, halvesAfterDays: 5 }',
      '',
      { clock },
    );
    const half = run({
      ...learning,
      groups: learning.groups.map(({ onboarding: _, ...group }) => ({ ...group, speeds: [1 / 1.125] })),
    });
    expect(run(learning).data).toEqual(half.data);
  });

  it('nobody of a cohort is on queue before the exam', () => {
    const before = run(
      desk('1 }, staff: 4, onboarding: { joined: 2026-02-03, examAfterDays: 28 }', '', { clock: 'days: 2' }),
    );
    const logged = Array.from({ length: 96 }, (_, interval) => groupTime(before, 'loggedIn', 0, interval));
    expect(logged.slice(0, 48).every((seconds) => seconds === 0)).toBe(true);
    expect(logged.slice(49).every((seconds) => seconds === 4 * 1800)).toBe(true);
  });

  it('newcomers leave so many more matters unsettled', () => {
    const more = '    resolved: 0.8';
    const learning = desk(
      '1 }, staff: 6, onboarding: { joined: 2026-03-02, examAfterDays: 0, moreErrors: 0.5, halvesAfterDays: 10000 }',
      '',
      { clock: 'days: 20', more },
    );
    const { data, layout } = run(learning);
    const sum = (column: 'handled' | 'resolved') => {
      const at = outcomeOffset(layout, 0, column);
      return data.subarray(at, at + layout.intervals).reduce((total, one) => total + one, 0);
    };
    const { high, low } = proportionInterval(sum('resolved'), sum('handled'), 0.999);
    expect(low).toBeLessThan(0.7);
    expect(high).toBeGreaterThan(0.7);
    expect(high).toBeLessThan(0.8);
  });

  it('a floor that is busy all the time slows down by what is stated, one with rest does not', () => {
    // No randomness in handling: the times of the day's last hours are exact.
    const fatigue = '  fatigue: { aboveOccupancy: 0.8, overMinutes: 30, slowerAtFull: 0.2 }';
    const perContact = (record: RunRecord, interval: number) =>
      (contacts(record, 'talk', 0, interval) + contacts(record, 'wrapUp', 0, interval)) /
      contacts(record, 'answered', 0, interval);
    const fixed = (scenario: Scenario): Scenario => ({
      ...scenario,
      work: scenario.work.map((type) => ({
        ...type,
        talk: { steps: [{ ...type.wrapUp.steps[0], mean: 240, parameters: [240] }] },
      })),
    });
    // Overloaded: occupancy is 1 in every interval; contacts of the last interval met a memory of 1 - e^-40.
    const busy = run(fixed(desk('1 }, staff: 2', fatigue, { perHour: 200 })));
    expect(perContact(busy, 40)).toBeCloseTo(1.2 * 280, 3);
    // The first interval remembers nothing.
    expect(perContact(busy, 0)).toBeLessThan(1.2 * 280);
    const calm = run(fixed(desk('1 }, staff: 9', fatigue, { perHour: 30 })));
    for (let interval = 0; interval < 48; interval++) expect(perContact(calm, interval)).toBeCloseTo(280, 3);
  });

  it('fatigue is slept off: the first interval of the second day is as fresh as that of the first', () => {
    const fatigue = '  fatigue: { aboveOccupancy: 0.5, overMinutes: 600, slowerAtFull: 1 }';
    const scenario = desk('1 }, staff: 2', fatigue, { clock: 'days: 2', perHour: 200 });
    const center = compile(scenario, '1');
    simulate(center, 0);
    const ends = Array.from(center.remembered);
    expect(ends[0]).toBeGreaterThan(0.5);
    const alone = compile(desk('1 }, staff: 2', fatigue, { perHour: 200 }), '1');
    simulate(alone, 0);
    // One day's memory and two days' memory end alike, since the night cleared what was before.
    expect(ends[0]).toBeCloseTo(alone.remembered[0], 2);
  });

  it('a scenario without any keeps its plan and its bytes', () => {
    const plain = desk('1 }, staff: 4');
    expect(compile(plain, '1').plan.tempo).toBeNull();
    expect(compile(plain, '1').plan.traits[0] & 4096).toBe(0);
  });
});

describe('offFloor', () => {
  const event = (fields: string) => `  offFloor: { training: { ${fields} } }`;

  it('takes a fraction of head-counts away on the nth weekday of the month only', () => {
    const scenario = desk(
      '1 }, staff: 8',
      event('every: month, weekday: tue, nth: 2, from: "14:00", to: "16:00", fraction: 0.25'),
      { clock: 'days: 14' },
    );
    const { staff } = scenario.groups[0];
    if (staff.source !== 'head-counts') throw new Error('head-counts are written');
    // 2026-03-10 is the second Tuesday of March: the ninth day.
    const from = 8 * 86_400 + 14 * 3600;
    expect(staff.steps).toEqual([
      { from: 0, agents: 8 },
      { from, agents: 6 },
      { from: from + 7200, agents: 8 },
    ]);
  });

  it('may last to midnight', () => {
    const fields = event('every: week, weekday: tue, from: "22:00", to: "24:00", fraction: 0.5');
    const { staff } = desk('1 }, staff: 8', fields, { clock: 'days: 3' }).groups[0];
    if (staff.source !== 'head-counts') throw new Error('head-counts are written');
    expect(staff.steps).toEqual([
      { from: 0, agents: 8 },
      { from: (24 + 22) * 3600, agents: 4 },
      { from: 48 * 3600, agents: 8 },
    ]);
  });

  it('lets everybody of a named team have a turn', () => {
    const roster = Array.from({ length: 6 }, (_, i) => `A${i},desk,00:00,24:00`).join('\n');
    const scenario = resolveText(
      `clock: { start: 2026-03-02, days: 21 }
work:
  inquiry:
    hours: "00:00-24:00"
    arrivals: { kind: constant-rate, perHour: 30 }
    talkSeconds: 200
    patienceSeconds: 100
people:
  groups: { desk: { skills: { inquiry: 1 } } }
  roster: { file: roster.csv }
  offFloor: { coaching: { every: week, weekday: wed, from: "10:00", to: "11:00", fraction: 0.34 } }
promises: []
`,
      { 'roster.csv': `name,group,start,end\n${roster}\n` },
    );
    const { staff } = scenario.groups[0];
    if (staff.source !== 'named') throw new Error('people have names');
    const away = staff.agents.map(({ onQueue }) =>
      [2, 9, 16].filter((day) => {
        const moment = day * 86_400 + 10.5 * 3600;
        return !onQueue.some(({ from, to }) => from <= moment && moment < to);
      }),
    );
    expect(away.map((weeks) => weeks.length)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});
