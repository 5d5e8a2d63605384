import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignPeople, builtRules, hirePeople } from '../../../../src/plan/roster/build/assign-people.ts';
import { candidateShifts, pinnedShifts } from '../../../../src/plan/roster/build/candidate-shifts.ts';
import { leastCostAssignment } from '../../../../src/plan/roster/build/least-cost-assignment.ts';
import { peopleLimits } from '../../../../src/plan/roster/build/people-limits.ts';
import { checkLabourRules } from '../../../../src/plan/roster/check-labour-rules.ts';
import { type Person, paidSeconds, plainPerson, type Roster } from '../../../../src/scenario/roster/roster.ts';
import type { Scenario } from '../../../../src/scenario/scenario.ts';
import type { WrittenRule } from '../../../../src/scenario/schema.ts';
import { rosterable } from '../../../experiment/roster/rosterable.ts';

const day = 86_400;
const week = { start: '2026-03-23', days: 9, timeZone: 'Europe/Berlin' };
const shifts = {
  patterns: {
    long: { hours: [6, 9], start: { from: '06:00', to: '22:00', everyMinutes: 240 } },
    short: { hours: 4, start: { from: '09:00', to: '17:00', everyMinutes: 480 } },
  },
};

/** Rules of every kind, strict or loose. */
const rules = fc.tuple(
  fc.record({ kind: fc.constant('hours-a-day'), most: fc.integer({ min: 4, max: 10 }) }),
  fc.record({ kind: fc.constant('hours-a-week'), most: fc.integer({ min: 8, max: 44 }) }),
  fc.record({ kind: fc.constant('days-a-week'), most: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('days-in-a-row'), most: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('rest-between-shifts'), hours: fc.integer({ min: 0, max: 24 }) }),
  fc.record({ kind: fc.constant('nights-in-a-row'), most: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: fc.constant('weekends'), mostInARow: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ kind: fc.constant('time-without-break'), hours: fc.integer({ min: 4, max: 9 }) }),
  fc.record({ kind: fc.constant('shifts-a-day'), most: fc.integer({ min: 1, max: 2 }) }),
);

describe('assignPeople', () => {
  it('assignPeople() never breaks a hard rule, a contract or a leave, and loses no shift', () => {
    fc.assert(
      fc.property(
        fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8]),
        rules,
        fc.array(fc.record({ hours: fc.option(fc.integer({ min: 0, max: 45 })), leave: fc.option(fc.nat(8)) }), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 3 })), { maxLength: 40 }),
        (chosenRules, allRules, staff, wanted) => {
          const labourRules = chosenRules.map((index) => allRules[index]);
          const scenario = rosterable({ clock: week, shifts, labourRules });
          const candidates = candidateShifts(scenario);
          if (candidates.length === 0) return;
          const people: Roster = {
            startDate: week.start,
            timeZone: week.timeZone,
            people: staff.map(({ hours }, i) => ({ ...plainPerson(`p${i}`), group: 'front', hoursPerWeek: hours })),
            shifts: [],
            leave: staff.flatMap(({ leave }, person) =>
              leave === null ? [] : [{ person, from: leave * day, to: (leave + 1) * day }],
            ),
            unpaid: ['lunch'],
          };
          const counts = wanted.map(([pick, number]) => ({
            group: 0,
            candidate: pick % candidates.length,
            people: number,
          }));
          const { roster, unfilled } = assignPeople(
            scenario,
            candidates,
            counts,
            people,
            staff.map(() => 0),
          );
          expect(checkLabourRules(roster, builtRules(scenario))).toEqual([]);
          const asked = counts.reduce((sum, count) => sum + count.people, 0);
          expect(roster.shifts.length + unfilled.length).toBe(asked);
          staff.forEach(({ hours }, person) => {
            const own = roster.shifts.filter((shift) => shift.person === person);
            for (let i = 1; i < own.length; i++) expect(own[i].from).toBeGreaterThanOrEqual(own[i - 1].to);
            for (const { from, to } of people.leave.filter((leave) => leave.person === person)) {
              expect(own.some((shift) => shift.from < to && from < shift.to)).toBe(false);
            }
            // The first calendar week is the horizon's first seven days.
            const first = own.filter((shift) => shift.from < 7 * day - 3600);
            const paid = first.reduce((sum, shift) => sum + paidSeconds(shift, roster.unpaid) / 3600, 0);
            if (hours !== null) expect(paid).toBeLessThanOrEqual(hours);
          });
        },
      ),
      { numRuns: 60, seed: 6 },
    );
  }, 60_000);

  it('assignPeople() fills a tight week: five days each, eleven hours of rest, as many shifts as there are days', () => {
    const labourRules = [
      { kind: 'days-a-week', most: 5 },
      { kind: 'rest-between-shifts', hours: 11 },
    ];
    const scenario = rosterable({
      clock: { ...week, days: 7 },
      shifts: { patterns: { full: { hours: 8, start: { from: '06:00', to: '14:00', everyMinutes: 480 } } } },
      labourRules,
    });
    const candidates = candidateShifts(scenario);
    const staff = Array.from({ length: 14 }, (_, i) => ({ ...plainPerson(`p${i}`), group: 'front', hoursPerWeek: 40 }));
    const people: Roster = {
      startDate: week.start,
      timeZone: week.timeZone,
      people: staff,
      shifts: [],
      leave: [],
      unpaid: ['lunch'],
    };
    // Five early and five late on each of seven days: 70 shifts for 14 people with 5 days each.
    const counts = candidates.map((_, candidate) => ({ group: 0, candidate, people: 5 }));
    const { unfilled } = assignPeople(
      scenario,
      candidates,
      counts,
      people,
      staff.map(() => 0),
    );
    expect(unfilled).toEqual([]);
    const limits = peopleLimits(
      scenario,
      candidates,
      people,
      staff.map(() => 0),
    );
    expect(limits).toEqual({ people: [new Array(7).fill(14)], hours: [560], shifts: [70] });
  });

  it('assignPeople() gives shifts to whom they suit, as much as wishes and soft rules weigh', () => {
    const patterns = { full: { hours: 8, start: { from: '09:00', to: '09:00' } } };
    const of = (shiftsMore: object, labourRules: WrittenRule[] = []) =>
      rosterable({ clock: { ...week, days: 7 }, shifts: { patterns, ...shiftsMore }, labourRules });
    const staff: Person[] = [
      { ...plainPerson('Ann'), group: 'front', wishes: [{ wish: 'off', weekday: 6 }] },
      { ...plainPerson('Bob'), group: 'front', wishes: [{ wish: 'off', date: '2026-03-25' }] },
    ];
    const people = { startDate: week.start, timeZone: week.timeZone, people: staff, shifts: [], leave: [], unpaid: [] };
    const given = (scenario: Scenario) => {
      const candidates = candidateShifts(scenario);
      const counts = candidates.map((_, candidate) => ({ group: 0, candidate, people: 1 }));
      const { roster } = assignPeople(scenario, candidates, counts, people, [0, 0]);
      return Array.from(
        { length: 7 },
        (_, of) => roster.shifts.find(({ from }) => Math.floor(from / day) === of)?.person,
      );
    };
    // Wednesday is not Bob's, Saturday is not Ann's.
    const wished = given(of({ fairness: { wishes: 50 } }));
    expect([wished[2], wished[5]]).toEqual([0, 1]);
    // A soft rule that weighs much keeps days in a row apart: never more than one.
    const apart = given(of({}, [{ kind: 'days-in-a-row', most: 1, hard: false, weight: 100 }]));
    expect(apart.every((person, i) => i === 0 || person !== apart[i - 1])).toBe(true);
    expect(apart).not.toContain(undefined);
  });

  it('assignPeople() leaves pinned shifts with their people and gives the rest around them', () => {
    const scenario = rosterable({
      clock: { ...week, days: 2 },
      shifts: { patterns: { full: { hours: 8, start: { from: '09:00', to: '09:00' } } } },
      labourRules: [{ kind: 'days-a-week', most: 1 }],
    });
    const pinned = { person: 0, from: 9 * 3600, to: 17 * 3600, activities: [], only: [], pinned: true };
    const people: Roster = {
      startDate: week.start,
      timeZone: week.timeZone,
      people: ['Ann', 'Bob'].map((name) => ({ ...plainPerson(name), group: 'front' })),
      shifts: [pinned],
      leave: [],
      unpaid: ['lunch'],
    };
    const offered = candidateShifts(scenario);
    const candidates = [...offered, ...pinnedShifts(scenario, people, [0, 0])];
    expect(candidates.at(-1)).toMatchObject({ day: 0, hours: 8, pinned: { person: 0, group: 0 } });
    const counts = [
      { group: 0, candidate: offered.findIndex((one) => one.day === 1), people: 1 },
      { group: 0, candidate: candidates.length - 1, people: 1 },
    ];
    const { roster, unfilled } = assignPeople(scenario, candidates, counts, people, [0, 0]);
    expect(unfilled).toEqual([]);
    expect(roster.shifts.map(({ person, pinned: is }) => [person, is])).toEqual([
      [0, true],
      [1, false],
    ]);
  });

  it('hirePeople() hires as many as the rules make necessary', () => {
    const scenario = rosterable({
      clock: { ...week, days: 7 },
      shifts: { patterns: { full: { hours: 8, start: { from: '09:00', to: '09:00' } } } },
      labourRules: [{ kind: 'days-a-week', most: 5 }],
    });
    const candidates = candidateShifts(scenario);
    const counts = candidates.map((_, candidate) => ({ group: 0, candidate, people: 5 }));
    const roster = hirePeople(scenario, candidates, counts);
    expect(roster.shifts).toHaveLength(35);
    expect(roster.people).toHaveLength(7);
    expect(checkLabourRules(roster, scenario.labourRules)).toEqual([]);
  });
});

describe('leastCostAssignment', () => {
  it('leastCostAssignment() is the best of all permutations', () => {
    const permutations = (items: number[]): number[][] =>
      items.length === 0
        ? [[]]
        : items.flatMap((item) => permutations(items.filter((one) => one !== item)).map((rest) => [item, ...rest]));
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 4, maxLength: 4 }), {
          minLength: 4,
          maxLength: 6,
        }),
        (cost) => {
          const taken = leastCostAssignment(cost, 4);
          const total = (workers: readonly number[]) =>
            workers.reduce((sum, worker, task) => sum + cost[worker][task], 0);
          expect(new Set(taken).size).toBe(4);
          const best = Math.min(...permutations(cost.map((_, i) => i)).map((order) => total(order.slice(0, 4))));
          expect(total(taken)).toBe(best);
        },
      ),
      { numRuns: 100, seed: 6 },
    );
  });

  it('leastCostAssignment() leaves the dearest task when workers are few', () => {
    expect(leastCostAssignment([[5, 1]], 2)).toEqual([-1, 0]);
  });
});
