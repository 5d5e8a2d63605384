/**
 * What can still be moved on a day that is under way: breaks and lunches, meetings and training that can wait, skills kept back,
 * shifts that may begin earlier or end later, people at home. What is pinned stays, and so does whatever has begun.
 */

import { type Activity, type Person, paidSeconds, type Roster, type Shift } from '../../../scenario/roster/roster.ts';
import { RosterClock } from '../../../scenario/roster/roster-clock.ts';
import type { StatedRule } from '../../../scenario/scenario.ts';
import { ruleBreaches, ruledShift } from '../check-labour-rules.ts';

/** One move. Times in seconds of the roster. */
export type DayMove =
  | { move: 'shift-activity'; shift: number; activity: number; bySeconds: number }
  | { move: 'drop-activity'; shift: number; activity: number }
  | { move: 'free-skills'; shift: number }
  | { move: 'start-earlier' | 'end-later'; shift: number; bySeconds: number }
  | { move: 'call-in'; person: number; from: number; to: number };

/** A move with what it costs. */
export interface PricedMove {
  what: DayMove;
  person: number;
  /** Paid seconds more, and their price in the currency of the roster. */
  paidSeconds: number;
  cost: number;
}

/** What is allowed today. */
export interface DayScope {
  /** The start of the day: only what its customers get counts. */
  from: number;
  /** Now: whatever begins earlier stays. */
  now: number;
  /** The end of the day: no shift is made to end after it. */
  until: number;
  stepSeconds: number;
  /** Breaks and lunches move by at most so much; 0: not at all. */
  mostMoveSeconds: number;
  /** A shift begins earlier or ends later by at most so much; 0: not at all. */
  mostOvertimeSeconds: number;
  /** Who starts earlier or is called in must know it so long before. */
  noticeSeconds: number;
  /** Price of a paid hour of overtime ÷ that of a usual one. */
  overtimeFactor: number;
  /** Whether meetings, training and coaching may be put off. */
  mayDrop: boolean;
  /** People at home who may be called in, by index, and for how long. */
  reserve: readonly number[];
  reserveSeconds: number;
}

/** What waits for another day when the floor is short. */
const canWait: readonly Activity[] = ['training', 'meeting', 'coaching'];
/** What moves within its shift. */
const canMove: readonly Activity[] = ['break', 'lunch'];

/**
 * The moves of a day that break no hard rule that is not broken already.
 * @param rules hard and soft; only the hard ones count
 */
export function dayMoves(roster: Roster, scope: DayScope, rules: readonly StatedRule[]): PricedMove[] {
  const book = new RuleBook(roster, rules);
  const moves: DayMove[] = [];
  for (const [index, shift] of roster.shifts.entries()) {
    if (shift.pinned || shift.to <= scope.now || shift.from >= scope.until) continue;
    moves.push(...movesWithin(index, shift, scope), ...movesOfEnds(index, shift, scope));
  }
  for (const person of scope.reserve) {
    const from = roundUp(scope.now + scope.noticeSeconds, 2 * scope.stepSeconds);
    const last = scope.until - scope.reserveSeconds;
    for (let start = from; start <= last; start += 2 * scope.stepSeconds) {
      moves.push({ move: 'call-in', person, from: start, to: start + scope.reserveSeconds });
    }
  }
  return moves.filter((move) => book.allows(move)).map((move) => price(roster, move, scope));
}

function roundUp(seconds: number, step: number): number {
  return Math.ceil(seconds / step) * step;
}

function movesWithin(index: number, shift: Shift, scope: DayScope): DayMove[] {
  const moves: DayMove[] = [];
  if (shift.only.length > 0) moves.push({ move: 'free-skills', shift: index });
  for (const [place, { activity, from }] of shift.activities.entries()) {
    if (from < scope.now) continue;
    if (scope.mayDrop && canWait.includes(activity))
      moves.push({ move: 'drop-activity', shift: index, activity: place });
    if (!canMove.includes(activity)) continue;
    for (let by = scope.stepSeconds; by <= scope.mostMoveSeconds; by += scope.stepSeconds) {
      for (const bySeconds of [-by, by]) {
        if (from + bySeconds < scope.now || !fits(shift, place, bySeconds)) continue;
        moves.push({ move: 'shift-activity', shift: index, activity: place, bySeconds });
      }
    }
  }
  return moves;
}

/** Whether an activity lies within the shift and touches no other where it is moved to. */
function fits(shift: Shift, place: number, bySeconds: number): boolean {
  const { from, to } = shift.activities[place];
  const moved = { from: from + bySeconds, to: to + bySeconds };
  if (moved.from <= shift.from || moved.to >= shift.to) return false;
  return shift.activities.every((one, i) => i === place || one.to < moved.from || moved.to < one.from);
}

function movesOfEnds(index: number, shift: Shift, scope: DayScope): DayMove[] {
  const moves: DayMove[] = [];
  for (let by = 2 * scope.stepSeconds; by <= scope.mostOvertimeSeconds; by += 2 * scope.stepSeconds) {
    if (shift.to + by <= scope.until) moves.push({ move: 'end-later', shift: index, bySeconds: by });
    if (shift.from - by >= scope.now + scope.noticeSeconds) {
      moves.push({ move: 'start-earlier', shift: index, bySeconds: by });
    }
  }
  return moves;
}

function price(roster: Roster, what: DayMove, scope: DayScope): PricedMove {
  const person = personOf(roster, what);
  const rate = roster.people[person].costPerHour;
  if (what.move === 'call-in') {
    const seconds = what.to - what.from;
    return { what, person, paidSeconds: seconds, cost: (seconds / 3600) * rate };
  }
  if (what.move === 'start-earlier' || what.move === 'end-later') {
    const seconds = what.bySeconds;
    return { what, person, paidSeconds: seconds, cost: (seconds / 3600) * rate * scope.overtimeFactor };
  }
  return { what, person, paidSeconds: 0, cost: 0 };
}

/** Whose move it is, by index. */
export function personOf(roster: Roster, move: DayMove): number {
  return move.move === 'call-in' ? move.person : roster.shifts[move.shift].person;
}

/**
 * The roster with moves made; the roster given stays as it is. Called-in people are the last of the shifts.
 * @param moves at most one a person: two might together break a rule that neither breaks alone
 */
export function makeMoves(roster: Roster, moves: readonly DayMove[]): Roster {
  const shifts = roster.shifts.map((shift, index) => {
    const own = moves.find((move) => move.move !== 'call-in' && move.shift === index);
    return own === undefined ? shift : changedShift(shift, own);
  });
  for (const move of moves) {
    if (move.move !== 'call-in') continue;
    const { from, person, to } = move;
    shifts.push({ person, from, to, activities: [], only: [], pinned: false });
  }
  return { ...roster, shifts: shifts.sort((a, b) => a.person - b.person || a.from - b.from) };
}

function changedShift(shift: Shift, move: DayMove): Shift {
  switch (move.move) {
    case 'shift-activity': {
      const { bySeconds } = move;
      const moved = shift.activities[move.activity];
      const at = { ...moved, from: moved.from + bySeconds, to: moved.to + bySeconds };
      return { ...shift, activities: shift.activities.with(move.activity, at).sort((a, b) => a.from - b.from) };
    }
    case 'drop-activity':
      return { ...shift, activities: shift.activities.filter((_, place) => place !== move.activity) };
    case 'free-skills':
      return { ...shift, only: [] };
    case 'start-earlier':
      return { ...shift, from: shift.from - move.bySeconds };
    case 'end-later':
      return { ...shift, to: shift.to + move.bySeconds };
    case 'call-in':
      return shift;
  }
}

/** Says whether a move breaks a hard rule more than it is broken already. */
class RuleBook {
  readonly #roster: Roster;
  readonly #rules: readonly StatedRule[];
  readonly #clock: RosterClock;
  readonly #byPerson: number[][];

  constructor(roster: Roster, rules: readonly StatedRule[]) {
    this.#roster = roster;
    this.#rules = rules.filter(({ hard }) => hard);
    this.#clock = new RosterClock(roster.startDate, roster.timeZone);
    this.#byPerson = roster.people.map(() => []);
    for (const [index, { person }] of roster.shifts.entries()) this.#byPerson[person].push(index);
  }

  allows(move: DayMove): boolean {
    if (this.#rules.length === 0) return true;
    const person = personOf(this.#roster, move);
    const now = this.#byPerson[person].map((index) => this.#roster.shifts[index]);
    const then =
      move.move === 'call-in'
        ? [...now, { person, from: move.from, to: move.to, activities: [], only: [], pinned: false }]
        : now.map((shift) => (shift === this.#roster.shifts[move.shift] ? changedShift(shift, move) : shift));
    return this.#breaches(then) <= this.#breaches(now);
  }

  #breaches(shifts: readonly Shift[]): number {
    const ruled = [...shifts]
      .sort((a, b) => a.from - b.from)
      .map((shift) => ruledShift(shift, this.#roster, this.#clock));
    return this.#rules.reduce((sum, rule) => sum + ruleBreaches(rule, ruled).length, 0);
  }
}

/** Somebody who is not there. */
export interface Absence {
  /** Index into the roster's people. */
  person: number;
  /** From when; whoever did not come at all is away from the start of his shift. */
  from: number;
}

/**
 * The roster without those who are away for the rest of a day; shifts of other days stay.
 * @param until end of the day
 */
export function withoutPeople(roster: Roster, absences: readonly Absence[], until: number): Roster {
  const shifts = roster.shifts.flatMap((shift): Shift[] => {
    const away = absences.find(({ person }) => person === shift.person);
    if (away === undefined || shift.to <= away.from || shift.from >= until) return [shift];
    if (shift.from >= away.from) return [];
    const activities = shift.activities
      .filter(({ from }) => from < away.from)
      .map((one) => ({ ...one, to: Math.min(one.to, away.from) }));
    return [{ ...shift, to: away.from, activities }];
  });
  return { ...roster, shifts };
}

/** Seconds paid by a roster. */
export function paidBy(roster: Roster): number {
  return roster.shifts.reduce((sum, shift) => sum + paidSeconds(shift, roster.unpaid), 0);
}

/** People without a shift that touches a stretch, who are not on leave in it. */
export function peopleAtHome(roster: Roster, from: number, to: number): number[] {
  const busy = new Set(
    [...roster.shifts, ...roster.leave].filter((one) => one.from < to && from < one.to).map(({ person }) => person),
  );
  return roster.people.flatMap((_: Person, person) => (busy.has(person) ? [] : [person]));
}
