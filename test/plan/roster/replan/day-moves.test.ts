import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLabourRules } from '../../../../src/plan/roster/check-labour-rules.ts';
import {
  type DayScope,
  dayMoves,
  makeMoves,
  paidBy,
  peopleAtHome,
  withoutPeople,
} from '../../../../src/plan/roster/replan/day-moves.ts';
import { plainPerson, type Roster, type Shift } from '../../../../src/scenario/roster/roster.ts';
import type { StatedRule } from '../../../../src/scenario/scenario.ts';

const hour = 3600;

function shift(person: number, from: number, to: number, more: Partial<Shift> = {}): Shift {
  return { person, from: from * hour, to: to * hour, activities: [], only: [], pinned: false, ...more };
}

function rosterOf(shifts: Shift[], people = 4): Roster {
  return {
    startDate: '2026-03-02',
    timeZone: 'UTC',
    people: Array.from({ length: people }, (_, i) => ({ ...plainPerson(`p${i}`), group: 'front', costPerHour: 10 })),
    shifts,
    leave: [],
    unpaid: ['lunch'],
  };
}

const scope: DayScope = {
  from: 0,
  now: 10 * hour,
  until: 24 * hour,
  stepSeconds: 900,
  mostMoveSeconds: hour,
  mostOvertimeSeconds: hour,
  noticeSeconds: hour,
  overtimeFactor: 1.5,
  mayDrop: true,
  reserve: [],
  reserveSeconds: 4 * hour,
};

const lunch = (from: number) => ({ activity: 'lunch' as const, from: from * hour, to: (from + 0.5) * hour });
const meeting = (from: number) => ({ activity: 'meeting' as const, from: from * hour, to: (from + 1) * hour });

describe('dayMoves', () => {
  it('dayMoves() moves a lunch to come by quarters of an hour, at most an hour, and never before now', () => {
    const roster = rosterOf([shift(0, 8, 16, { activities: [lunch(10.5)] })]);
    const moves = dayMoves(roster, { ...scope, mostOvertimeSeconds: 0 }, []);
    const by = moves.map(({ what }) => (what.move === 'shift-activity' ? what.bySeconds : 0)).sort((a, b) => a - b);
    expect(by).toEqual([-1800, -900, 900, 1800, 2700, 3600]);
    expect(moves.every(({ cost, paidSeconds }) => cost === 0 && paidSeconds === 0)).toBe(true);
  });

  it('dayMoves() leaves alone what has begun, what is over and what is pinned', () => {
    const roster = rosterOf([
      shift(0, 6, 10, { activities: [lunch(9)] }),
      shift(1, 8, 16, { activities: [lunch(9.75)] }),
      shift(2, 8, 16, { activities: [lunch(12)], pinned: true }),
    ]);
    const moves = dayMoves(roster, { ...scope, mostOvertimeSeconds: 0 }, []);
    expect(moves).toEqual([]);
    // With overtime only the one who goes on and is not pinned may stay longer.
    expect(dayMoves(roster, scope, []).map(({ person, what }) => [person, what.move])).toEqual([
      [1, 'end-later'],
      [1, 'end-later'],
    ]);
  });

  it('dayMoves() puts meetings off, frees skills and calls in whom it may, after the notice', () => {
    const roster = rosterOf([shift(0, 8, 16, { activities: [meeting(14)], only: ['inquiry'] })]);
    const moves = dayMoves(roster, { ...scope, mostOvertimeSeconds: 0, reserve: [3] }, []);
    expect(moves.filter(({ what }) => what.move === 'drop-activity')).toHaveLength(1);
    expect(moves.filter(({ what }) => what.move === 'free-skills')).toHaveLength(1);
    const called = moves.filter(({ what }) => what.move === 'call-in');
    expect(called[0]).toMatchObject({ person: 3, cost: 40, what: { from: 11 * hour, to: 15 * hour } });
    expect(dayMoves(roster, { ...scope, mayDrop: false }, []).some(({ what }) => what.move === 'drop-activity')).toBe(
      false,
    );
  });

  it('dayMoves() prices overtime by its factor', () => {
    const roster = rosterOf([shift(0, 12, 18)]);
    const [half, whole] = dayMoves(roster, scope, []).filter(({ what }) => what.move === 'end-later');
    expect([half.cost, whole.cost]).toEqual([7.5, 15]);
    const earlier = dayMoves(roster, scope, []).filter(({ what }) => what.move === 'start-earlier');
    // Not before 11:00: an hour's notice.
    expect(earlier.map(({ what }) => ('bySeconds' in what ? what.bySeconds : 0))).toEqual([1800, 3600]);
  });

  it('dayMoves() breaks no hard rule that held, whatever the roster, one move a person', () => {
    const rules: StatedRule[] = [
      { kind: 'hours-a-day', hard: true, weight: 0, most: 8 },
      { kind: 'time-without-break', hard: true, weight: 0, hours: 4 },
      { kind: 'rest-between-shifts', hard: true, weight: 0, hours: 11 },
      { kind: 'days-a-week', hard: true, weight: 0, most: 5 },
    ];
    const people = fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 14 }),
        length: fc.integer({ min: 3, max: 9 }),
        lunch: fc.option(fc.integer({ min: 1, max: 6 })),
        tomorrow: fc.option(fc.integer({ min: 5, max: 14 })),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 23 }), fc.nat(1000), (staff, now, pick) => {
        const shifts = staff.flatMap(({ from, length, lunch: at, tomorrow }, person) => {
          const activities = at === null || at + 1 >= length ? [] : [lunch(from + at)];
          const second = tomorrow === null ? [] : [shift(person, 24 + tomorrow, 30 + tomorrow)];
          return [shift(person, from, from + length, { activities }), ...second];
        });
        const roster = rosterOf(shifts, staff.length + 2);
        const before = checkLabourRules(roster, rules).length;
        const today = { ...scope, now: now * hour, reserve: peopleAtHome(roster, 0, 24 * hour) };
        const moves = dayMoves(roster, today, rules);
        const chosen = [...new Map(moves.map((one, i) => [(i * 7919 + pick) % 13, one])).values()].filter(
          (one, i, all) => all.findIndex(({ person }) => person === one.person) === i,
        );
        const moved = makeMoves(
          roster,
          chosen.map(({ what }) => what),
        );
        expect(checkLabourRules(moved, rules).length).toBeLessThanOrEqual(before);
        const paid = chosen.reduce((sum, { paidSeconds }) => sum + paidSeconds, 0);
        expect(paidBy(moved)).toBeCloseTo(paidBy(roster) + paid, 6);
      }),
      { numRuns: 300 },
    );
  });
});

describe('withoutPeople', () => {
  it('withoutPeople() takes off who did not come, and cuts who leaves, for that day only', () => {
    const roster = rosterOf([
      shift(0, 8, 16, { activities: [lunch(12)] }),
      shift(0, 32, 40),
      shift(1, 8, 16, { activities: [lunch(12)] }),
      shift(2, 8, 16),
    ]);
    const { shifts } = withoutPeople(
      roster,
      [
        { person: 0, from: 8 * hour },
        { person: 1, from: 12.25 * hour },
      ],
      24 * hour,
    );
    expect(shifts).toEqual([
      shift(0, 32, 40),
      shift(1, 8, 12.25, { activities: [{ activity: 'lunch', from: 12 * hour, to: 12.25 * hour }] }),
      shift(2, 8, 16),
    ]);
  });
});
