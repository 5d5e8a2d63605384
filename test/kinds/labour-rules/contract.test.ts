import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labourRules } from '../../../src/kinds/labour-rules/index.ts';
import type { RuledShift } from '../../../src/kinds/labour-rules/labour-rule.ts';

/** Shifts of one person over three weeks that begin on a Monday, ascending and disjoint. */
const shiftsOfOne: fc.Arbitrary<RuledShift[]> = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 200 }), quarters: fc.integer({ min: 4, max: 48 }) }), {
    maxLength: 20,
  })
  .map((drawn) => {
    let at = 0;
    return drawn.map(({ gap, quarters }): RuledShift => {
      const from = at + gap * 900;
      const to = from + quarters * 900;
      at = to;
      const day = Math.floor(from / 86_400);
      const startMinute = (from - day * 86_400) / 60;
      return {
        day,
        week: Math.floor(day / 7),
        weekday: (day % 7) + 1,
        from,
        to,
        startMinute,
        endMinute: startMinute + quarters * 15,
        paidHours: quarters / 4,
        longestHours: quarters / 4,
      };
    });
  });

describe.each(labourRules.all())('labour rule $kind', (rule) => {
  const defaults = Object.fromEntries(
    Object.entries(rule.schema.properties).map(([name, property]) => [
      name,
      (property as { default: unknown }).default,
    ]),
  );

  it('breaches(written, shifts) of nothing is nothing', () => {
    expect(rule.breaches(defaults, [])).toEqual([]);
  });

  it('breaches(written, shifts) names shifts, and without each named one in turn none is left', () => {
    fc.assert(
      fc.property(shiftsOfOne, (drawn) => {
        const shifts = [...drawn];
        for (;;) {
          const [first] = rule.breaches(defaults, shifts);
          if (first === undefined) break;
          expect(shifts[first.shift]).toBeDefined();
          shifts.splice(first.shift, 1);
        }
      }),
    );
  });

  it('breaches(written, shifts) are never more when a shift is taken away', () => {
    fc.assert(
      fc.property(shiftsOfOne, fc.nat(), (shifts, which) => {
        fc.pre(shifts.length > 0 && rule.breaches(defaults, shifts).length === 0);
        const fewer = shifts.filter((_, index) => index !== which % shifts.length);
        expect(rule.breaches(defaults, fewer)).toEqual([]);
      }),
    );
  });
});

/** A shift of so many hours on a day of weeks that begin on a Monday. */
function shiftOn(day: number, startHour: number, hours: number): RuledShift {
  const from = day * 86_400 + startHour * 3600;
  return {
    day,
    week: Math.floor(day / 7),
    weekday: (day % 7) + 1,
    from,
    to: from + hours * 3600,
    startMinute: startHour * 60,
    endMinute: (startHour + hours) * 60,
    paidHours: hours,
    longestHours: hours,
  };
}

function found(kind: string, written: Record<string, unknown>, shifts: RuledShift[]) {
  return labourRules.get(kind).breaches(written, shifts);
}

describe('labour rules', () => {
  it('rest-between-shifts counts from the end of one day to the start of the next, not within a split shift', () => {
    const shifts = [shiftOn(0, 14, 8), shiftOn(1, 6, 4), shiftOn(1, 12, 4)];
    expect(found('rest-between-shifts', { hours: 11 }, shifts)).toEqual([{ shift: 1, value: 8, limit: 11 }]);
  });

  it('days-in-a-row counts the days, not the shifts', () => {
    const week = [0, 1, 2, 3, 4, 5, 6].flatMap((day) => [shiftOn(day, 6, 3), shiftOn(day, 12, 3)]);
    expect(found('days-in-a-row', { most: 6 }, week)).toEqual([{ shift: 12, value: 7, limit: 6 }]);
    expect(found('days-a-week', { most: 5 }, week)).toEqual([{ shift: 13, value: 7, limit: 5 }]);
  });

  it('nights-in-a-row counts shifts with enough hours between 23:00 and 06:00', () => {
    const nights = [0, 1, 2, 3].map((day) => shiftOn(day, 22, 8));
    const written = { most: 3, from: '23:00', to: '06:00', hours: 3 };
    expect(found('nights-in-a-row', written, nights)).toEqual([{ shift: 3, value: 4, limit: 3 }]);
    const evenings = [0, 1, 2, 3].map((day) => shiftOn(day, 16, 8));
    expect(found('nights-in-a-row', written, evenings)).toEqual([]);
    const mornings = [0, 1, 2, 3].map((day) => shiftOn(day, 2, 8));
    expect(found('nights-in-a-row', written, mornings)).toEqual([{ shift: 3, value: 4, limit: 3 }]);
  });

  it('weekends counts Saturday and Sunday once', () => {
    const shifts = [5, 6, 12, 19].map((day) => shiftOn(day, 9, 8));
    expect(found('weekends', { mostInARow: 2 }, shifts)).toEqual([{ shift: 3, value: 3, limit: 2 }]);
  });

  it('hours-a-week counts Monday to Sunday', () => {
    const shifts = [4, 5, 6, 7].map((day) => shiftOn(day, 8, 10));
    expect(found('hours-a-week', { most: 25 }, shifts)).toEqual([{ shift: 2, value: 30, limit: 25 }]);
  });
});
