import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../src/scenario/roster/read-roster.ts';
import { faultText, RosterError } from '../../../src/scenario/roster/roster-error.ts';
import { goesAgainst, readWish, wishText } from '../../../src/scenario/roster/wishes.ts';
import { bytesOf, monday } from './rosters.ts';

const people = { ...monday, onlyPeople: true };
const read = (wishes: string) =>
  readRoster(
    [{ name: 'people.csv', bytes: bytesOf(`name,group,wishes\nAnn,${monday.groups[0]},"${wishes}"\n`) }],
    people,
  );

describe('readWish', () => {
  it('readWish() reads English and Chinese, and what wishText() writes', () => {
    expect(['early', 'Late', 'sat', 'Saturday off', 'off sun', '2026-03-07'].map(readWish)).toEqual([
      { wish: 'early' },
      { wish: 'late' },
      { wish: 'off', weekday: 6 },
      { wish: 'off', weekday: 6 },
      { wish: 'off', weekday: 7 },
      { wish: 'off', date: '2026-03-07' },
    ]);
    expect(['早班', '晚班', '周六', '星期天休'].map(readWish)).toEqual([
      { wish: 'early' },
      { wish: 'late' },
      { wish: 'off', weekday: 6 },
      { wish: 'off', weekday: 7 },
    ]);
    for (const text of ['early', 'late', 'mon', '2026-03-07']) {
      expect(wishText(readWish(text) ?? { wish: 'early' })).toBe(text);
    }
    expect(['', 'never', '2026-02-30', '3 March'].map(readWish)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('goesAgainst() holds a shift against a wish', () => {
    const saturday = { date: '2026-03-07', startMinute: 540, endMinute: 1020 };
    const evening = { date: '2026-03-06', startMinute: 840, endMinute: 1320 };
    expect(goesAgainst({ wish: 'off', weekday: 6 }, saturday)).toBe(true);
    expect(goesAgainst({ wish: 'off', weekday: 6 }, evening)).toBe(false);
    expect(goesAgainst({ wish: 'off', date: '2026-03-07' }, saturday)).toBe(true);
    expect([saturday, evening].map((shift) => goesAgainst({ wish: 'early' }, shift))).toEqual([false, true]);
    expect([saturday, evening].map((shift) => goesAgainst({ wish: 'late' }, shift))).toEqual([true, false]);
  });

  it('readRoster() reads wishes of people, and says which it does not understand', async () => {
    expect((await read('early; sat')).roster.people[0].wishes).toEqual([
      { wish: 'early' },
      { wish: 'off', weekday: 6 },
    ]);
    const fault = await read('early; erly').catch((error: unknown) => error);
    if (!(fault instanceof RosterError)) throw new Error('a wish was understood');
    expect([faultText(fault.faults[0], 'en'), faultText(fault.faults[0], 'zh')]).toMatchInlineSnapshot(`
      [
        "people.csv:2:3 expected a wish: early, late, a weekday or a date off, got "erly". Try early; sat; 2026-03-07.",
        "people.csv:2:3 应为意愿：早班、晚班，或想休的星期或日期，实为“erly”。建议：早班；周六；2026-03-07。",
      ]
    `);
  });
});
