import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCalendar } from '../../../src/plan/roster/write-calendar.ts';
import { guardCell, writeCsv } from '../../../src/plan/roster/write-csv.ts';
import { writeWorkbook } from '../../../src/plan/roster/write-workbook.ts';
import { readRoster } from '../../../src/scenario/roster/read-roster.ts';
import {
  type Activity,
  activities,
  plainPerson,
  type Roster,
  type Shift,
  type Skill,
} from '../../../src/scenario/roster/roster.ts';
import type { Wish } from '../../../src/scenario/roster/wishes.ts';
import { bytesOf, hour, monday } from '../../scenario/roster/rosters.ts';

const any = { ...monday, days: ['2026-03-02', '2026-03-03'], groups: [], work: [] };
const made = new Date('2026-03-01T00:00:00Z');

/** Rosters of two days: shifts of 2–10 h with disjoint activities, names with every troublesome first character. */
const rosters: fc.Arbitrary<Roster> = fc
  .array(
    fc.record({
      name: fc.constantFrom('Ann', '=cmd', '+86 王', '-minus', '@home', 'Zoë, "Z"', '李强; 二', "'quote", '123'),
      team: fc.constantFrom('', 'A', 'B/C'),
      skills: fc.constantFrom<Skill[]>(
        [],
        [{ work: 'inquiry', speed: 0.9 }],
        [
          { work: 'inquiry', speed: 1 },
          { work: 'complaint', speed: 1.25 },
        ],
      ),
      hoursPerWeek: fc.constantFrom(null, 37.5),
      wishes: fc.constantFrom<Wish[] | undefined>(
        undefined,
        [{ wish: 'early' }, { wish: 'off', weekday: 6 }],
        [{ wish: 'late' }, { wish: 'off', date: '2026-03-03' }],
      ),
      starts: fc.array(fc.integer({ min: 0, max: 47 }), { maxLength: 2 }),
      quarters: fc.integer({ min: 8, max: 40 }),
      cuts: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }),
      pinned: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((drawn) => {
    const roster: Roster = {
      startDate: '2026-03-02',
      timeZone: 'Asia/Shanghai',
      people: [],
      shifts: [],
      leave: [],
      unpaid: ['lunch'],
    };
    drawn.forEach((one, i) => {
      const person = { ...plainPerson(`${one.name} ${i}`), team: one.team, skills: one.skills };
      const { wishes } = one;
      roster.people.push({
        ...person,
        hoursPerWeek: one.hoursPerWeek,
        costPerHour: 1.5,
        ...(wishes === undefined ? {} : { wishes }),
      });
      let free = 0;
      for (const start of [...one.starts].sort((a, b) => a - b)) {
        const from = Math.max(start * hour, free);
        const to = Math.min(from + one.quarters * 900, from + 10 * hour);
        if (from >= 47 * hour) continue;
        const at = [...new Set(one.cuts)].sort((a, b) => a - b).filter((cut) => (cut + 1) * 900 < to - from);
        const inside = at.map((cut, n) => ({
          activity: activities[(cut + n) % activities.length],
          from: from + cut * 900,
          to: from + cut * 900 + 600,
        }));
        roster.shifts.push({ person: i, from, to, activities: inside, only: [], pinned: one.pinned });
        free = to + hour;
      }
      if (roster.shifts.every(({ person }) => person !== i)) roster.leave.push({ person: i, from: 0, to: 24 * hour });
    });
    return roster;
  });

const times = (roster: Roster) =>
  roster.people.map((person, i) => ({
    ...person,
    shifts: roster.shifts.filter((shift) => shift.person === i).map((shift) => ({ ...shift, person: 0 })),
    leave: roster.leave.filter((one) => one.person === i).map(({ from, to }) => ({ from, to })),
  }));
const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

describe('writeCsv', () => {
  it('gives what readRoster reads back, in both languages', async () => {
    await fc.assert(
      fc.asyncProperty(rosters, fc.constantFrom('en' as const, 'zh' as const), async (roster, lang) => {
        const { roster: back } = await readRoster([{ name: 'r.csv', bytes: bytesOf(writeCsv(roster, lang)) }], any);
        expect(times(back)).toEqual(times(roster));
      }),
      { numRuns: 200 },
    );
  });

  it('writes hours of the day that a clock change repeats so that they are told apart', async () => {
    const context = { ...any, timeZone: 'Europe/Berlin', days: ['2026-10-25'] };
    const shift = { person: 0, activities: [], only: [], pinned: false };
    const roster: Roster = {
      startDate: '2026-10-25',
      timeZone: 'Europe/Berlin',
      people: [plainPerson('Ann'), plainPerson('Bob')],
      // 02:30 comes twice on that day: 2.5 h and 3.5 h after midnight.
      shifts: [
        { ...shift, from: 2.5 * hour, to: 8 * hour },
        { ...shift, person: 1, from: 3.5 * hour, to: 8 * hour },
      ],
      leave: [],
      unpaid: ['lunch'],
    };
    const { roster: back } = await readRoster([{ name: 'r.csv', bytes: bytesOf(writeCsv(roster, 'en')) }], context);
    expect(back.shifts).toEqual(roster.shifts);
  });

  it('lets no cell leave as a formula', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(guardCell(text)).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });
});

describe('writeWorkbook', () => {
  it('gives what readRoster reads back', async () => {
    await fc.assert(
      fc.asyncProperty(rosters, fc.constantFrom('en' as const, 'zh' as const), async (roster, lang) => {
        const bytes = await writeWorkbook(roster, lang, made);
        const { roster: back } = await readRoster([{ name: 'r.xlsx', bytes }], any);
        expect(times(back).sort(byName)).toEqual(times(roster).sort(byName));
      }),
      { numRuns: 25 },
    );
  });

  it('prints a page wide in landscape, headers and names on every page, hours in place of half-hours where a day is long', async () => {
    const of = async (last: number) => {
      const shifts = [8, last].map((from, person): Shift => {
        return { person, from: from * hour, to: (from + 8) * hour, activities: [], only: [], pinned: false };
      });
      const people = ['Ann', 'Bob'].map((name) => ({ ...plainPerson(name), team: 'red' }));
      const roster = { startDate: '2026-03-02', timeZone: 'UTC', people, shifts, leave: [], unpaid: [] };
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load((await writeWorkbook(roster, 'en', made)).buffer as ArrayBuffer);
      return workbook.worksheets[0];
    };
    const day = await of(9);
    expect(day.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
      printTitlesColumn: 'A:A',
    });
    expect(day.pageSetup.printArea).toMatch(/^A1:[A-Z]+5$/);
    expect(day.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 3 });
    expect(day.headerFooter.oddFooter).toContain('Q on queue   B break   L lunch');
    const header = (sheet: ExcelJS.Worksheet) =>
      (sheet.getRow(3).values as string[]).filter((text) => /^\d\d:\d\d$/.test(text));
    expect(header(day)).toHaveLength(18);
    // From 08:00 to 06:00 of the next day.
    expect(header(await of(22))).toHaveLength(22);
  });

  it('counts who is on queue day by day', async () => {
    const people = ['Ann', 'Bob'].map(plainPerson);
    const shifts = [0, 0, 1].map((day, i): Shift => {
      const from = day * 24 * hour + 8 * hour;
      return { person: i % 2, from, to: from + 2 * hour, activities: [], only: [], pinned: false };
    });
    const roster = { startDate: '2026-03-02', timeZone: 'UTC', people, shifts, leave: [], unpaid: [] };
    const workbook = new ExcelJS.Workbook();
    const bytes = await writeWorkbook(roster, 'en', made);
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    const [sheet] = workbook.worksheets;
    const column = (sheet.getRow(4).values as unknown[]).indexOf('08:00');
    expect([2, 3].map((row) => [sheet.getCell(row, column - 1).value, sheet.getCell(row, column).value])).toEqual([
      ['on queue 2026-03-02', 2],
      ['on queue 2026-03-03', 1],
    ]);
    expect(sheet.views[0]).toMatchObject({ ySplit: 4 });
    const read = await readRoster([{ name: 'r.xlsx', bytes }], { timeZone: 'UTC', days: [], work: [], groups: [] });
    expect(read.roster.shifts).toHaveLength(3);
  });

  it('makes one sheet per team and stores no formula', async () => {
    const shift: Shift = { person: 0, from: 8 * hour, to: 17 * hour, activities: [], only: [], pinned: false };
    const lunch = { activity: 'lunch' as Activity, from: 12 * hour, to: 13 * hour };
    const roster: Roster = {
      startDate: '2026-03-02',
      timeZone: 'Asia/Shanghai',
      people: [
        { ...plainPerson('=1+1'), team: 'A' },
        { ...plainPerson('Bob'), team: 'B' },
      ],
      shifts: [
        { ...shift, activities: [lunch] },
        { ...shift, person: 1 },
      ],
      leave: [],
      unpaid: ['lunch'],
    };
    const workbook = new ExcelJS.Workbook();
    const bytes = await writeWorkbook(roster, 'en', made);
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['A', 'B']);
    const types = new Set<number>();
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => types.add(cell.type))));
    expect(types.has(ExcelJS.ValueType.Formula)).toBe(false);
    const sheet = workbook.worksheets[0];
    expect(sheet.getCell('A4').value).toBe('=1+1');
    // One agent on queue at 08:00, none at 12:00, when the only one eats.
    const count = (time: string) => {
      const column = (sheet.getRow(3).values as unknown[]).indexOf(time);
      return sheet.getCell(2, column).value;
    };
    expect([count('08:00'), count('12:00'), count('13:00')]).toEqual([1, 0, 1]);
  });
});

describe('writeCalendar', () => {
  it('gives times in UTC that readRoster reads back', async () => {
    await fc.assert(
      fc.asyncProperty(rosters, async (roster) => {
        const names = roster.people.map((_, i) => i);
        const files = names.map((i) => ({ name: `${i}.ics`, bytes: bytesOf(writeCalendar(roster, i, 'en', 0)) }));
        const { roster: back } = await readRoster(files, any);
        const plain = (one: Roster) =>
          times(one).map(({ name, shifts, leave }) => ({
            name,
            leave,
            shifts: shifts.map((shift) => ({ ...shift, pinned: false })),
          }));
        expect(plain(back)).toEqual(plain(roster));
      }),
      { numRuns: 100 },
    );
  });

  it('writes a shift of 08:00 in Shanghai as midnight UTC', () => {
    const roster: Roster = {
      startDate: '2026-03-02',
      timeZone: 'Asia/Shanghai',
      people: [plainPerson('Ann')],
      shifts: [{ person: 0, from: 8 * hour, to: 17 * hour, activities: [], only: [], pinned: false }],
      leave: [],
      unpaid: ['lunch'],
    };
    const text = writeCalendar(roster, 0, 'en', 0);
    expect(text).toContain('DTSTART:20260302T000000Z');
    expect(text).toContain('DTEND:20260302T090000Z');
  });
});
