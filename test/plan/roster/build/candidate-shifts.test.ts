import { describe, expect, it } from 'vitest';
import { candidateShifts, forbiddenPatterns } from '../../../../src/plan/roster/build/candidate-shifts.ts';
import { onQueueSpans } from '../../../../src/scenario/roster/roster.ts';
import type { WrittenScenario } from '../../../../src/scenario/schema.ts';
import { rosterable } from '../../../experiment/roster/rosterable.ts';

const hour = 3600;

describe('candidateShifts', () => {
  it('candidateShifts() lists every start, length and place of the break', () => {
    // Two lengths, five starts, three places of the break.
    expect(candidateShifts(rosterable())).toHaveLength(2 * 5 * 3);
  });

  it('candidateShifts() keeps lunch and breaks apart and within the shift, and pays all but lunch', () => {
    const patterns = {
      long: {
        hours: 8.5,
        start: { from: '08:00', to: '08:00' },
        lunch: { minutes: 30, afterHours: [3, 4], everyMinutes: 30 },
        breaks: [{ minutes: 15, afterHours: [2, 3.75], everyMinutes: 15 }],
      },
    };
    const found = candidateShifts(rosterable({ shifts: { patterns } }));
    expect(found.length).toBeGreaterThan(5);
    for (const { hours, shift } of found) {
      expect(hours).toBe(8);
      const [first, second] = shift.activities;
      expect(second.from).toBeGreaterThan(first.to);
      expect(first.from).toBeGreaterThan(shift.from);
      expect(second.to).toBeLessThan(shift.to);
    }
  });

  it('candidateShifts() leaves out what a hard rule forbids by itself, and keeps what a soft one does', () => {
    const rule = { kind: 'hours-a-day', most: 5 };
    const hard = candidateShifts(rosterable({ labourRules: [rule] }));
    expect(new Set(hard.map(({ hours }) => hours))).toEqual(new Set([4]));
    expect(candidateShifts(rosterable({ labourRules: [{ ...rule, hard: false }] }))).toHaveLength(30);
  });

  it('forbiddenPatterns() names the rules that leave nothing of a pattern, alone or together', () => {
    const start = { from: '09:00', to: '09:00' };
    const patterns = {
      short: { hours: 4, start },
      long: { hours: 8, start, breaks: [{ minutes: 60, afterHours: [4, 4] }] },
      sunday: { hours: 8, start, days: ['sun' as const] },
    };
    const of = (labourRules: NonNullable<WrittenScenario['labourRules']>) =>
      forbiddenPatterns(rosterable({ shifts: { patterns }, labourRules }));
    const [day, rest] = [
      { kind: 'hours-a-day' as const, most: 6 },
      { kind: 'time-without-break' as const, hours: 5 },
    ];
    expect(of([day, rest])).toEqual([{ pattern: 1, rules: ['hours-a-day'] }]);
    expect(of([rest])).toEqual([]);
    expect(of([{ ...day, hard: false }])).toEqual([]);
    expect(of([])).toEqual([]);
  });

  it('candidateShifts() counts the slots on queue, those past the last day left out', () => {
    const patterns = { night: { hours: 8, start: { from: '20:00', to: '20:00' } } };
    const [night] = candidateShifts(rosterable({ shifts: { patterns } }));
    expect(night.slots).toEqual(Array.from({ length: 16 }, (_, i) => 80 + i));
    expect(night.hours).toBe(8);
  });

  it('candidateShifts() begins by the wall clock on the day that the clocks go forward', () => {
    const clock = { start: '2026-03-29', timeZone: 'Europe/Berlin' };
    const patterns = { day: { hours: 4, start: { from: '09:00', to: '09:00' } } };
    const [shift] = candidateShifts(rosterable({ clock, shifts: { patterns } }));
    expect(onQueueSpans(shift.shift)).toEqual([{ from: 8 * hour, to: 12 * hour }]);
  });
});
