import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../src/scenario/roster/read-roster.ts';
import { onQueueSpans, type Roster } from '../../../src/scenario/roster/roster.ts';
import { noticeText } from '../../../src/scenario/roster/roster-error.ts';
import { bytesOf, faultsOf, hour, monday, readText } from './rosters.ts';

/** Shifts as `name from–to [activities]`, in hours of the day. */
function shown(roster: Roster): string[] {
  return roster.shifts.map(({ person, from, to, activities }) => {
    const inside = activities.map((one) => ` ${one.activity} ${one.from / hour}–${one.to / hour}`).join('');
    return `${roster.people[person].name} ${from / hour}–${to / hour}${inside}`;
  });
}

async function workbookOf(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('readRoster of CSV', () => {
  it('reads a row a shift with breaks, split shifts and shifts past midnight', async () => {
    const { roster } = await readText(
      'roster.csv',
      `name,group,date,start,end,break,lunch
Ann,front,2026-03-02,08:00,17:00,10:00-10:15 | 15:00-15:15,12:00-13:00
Bob,senior,2026-03-02,06:00,10:00,,
Bob,senior,2026-03-02,14:00,18:00,,
Cid,front,2026-03-02,22:00,06:00,02:00-02:30,
`,
    );
    expect(shown(roster)).toEqual([
      'Ann 8–17 break 10–10.25 lunch 12–13 break 15–15.25',
      'Bob 6–10',
      'Bob 14–18',
      'Cid 22–30 break 26–26.5',
    ]);
    expect(onQueueSpans(roster.shifts[0]).map(({ from, to }) => [from / hour, to / hour])).toEqual([
      [8, 10],
      [10.25, 12],
      [13, 15],
      [15.25, 17],
    ]);
  });

  it('reads a row an activity, as workforce systems export them', async () => {
    const { roster } = await readText(
      'export.csv',
      `Agent Name;Skills;Date;Activity;Start Time;End Time
Ann;inquiry=0.9;2026-03-02;On Queue;08:00;10:00
Ann;;2026-03-02;Break;10:00;10:15
Ann;;2026-03-02;On Queue;10:15;12:00
Ann;;2026-03-02;Meeting;12:00;12:30
`,
    );
    expect(shown(roster)).toEqual(['Ann 8–12.5 break 10–10.25 meeting 12–12.5']);
    expect(roster.people[0].skills).toEqual([{ work: 'inquiry', speed: 0.9 }]);
  });

  it('reads 24:00 as the end of the day, 00:00 as its start or the midnight after', async () => {
    const { roster } = await readText(
      'r.csv',
      'name,group,start,end\nAnn,front,16:00,24:00\nBob,front,16:00,00:00\nCid,front,00:00,08:00\n',
    );
    expect(shown(roster)).toEqual(['Ann 16–24', 'Bob 16–24', 'Cid 0–8']);
  });

  it('reads a Chinese roster in GBK without being told', async () => {
    const text =
      '姓名,工号,班组,日期,上班时间,下班时间,午餐,小休\n王芳,8001,front,2026年3月2日,08:00,17:00,12:00-13:00,10:00-10:15；15:00-15:15\n';
    const { roster } = await readRoster(
      [{ name: '排班.csv', bytes: new Uint8Array(iconv.encode(text, 'gbk')) }],
      monday,
    );
    expect(roster.people[0]).toMatchObject({ name: '王芳', id: '8001', group: 'front' });
    expect(shown(roster)).toEqual(['王芳 8–17 break 10–10.25 lunch 12–13 break 15–15.25']);
  });

  it('reads UTF-8 with mark, and UTF-16 as spreadsheets call Unicode text', async () => {
    const text = '姓名\t班组\t上班\t下班\n李强\tfront\t9:00\t18:00\n';
    const withMark = await readText('a.csv', `\uFEFF${text}`);
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
    const wide = await readRoster([{ name: 'a.txt', bytes: utf16 }], monday);
    expect(shown(withMark.roster)).toEqual(['李强 9–18']);
    expect(shown(wide.roster)).toEqual(shown(withMark.roster));
  });

  it('reads numbers of agents with a start and an end', async () => {
    const { roster, notices } = await readText('a.csv', 'number;group;shift start;shift end\n3;front;08:00;16:00\n');
    expect(shown(roster)).toEqual(['front 1.1 8–16', 'front 1.2 8–16', 'front 1.3 8–16']);
    expect(notices.map((notice) => noticeText(notice, 'en')).join()).toContain('every day of the scenario');
  });

  it('reads dates across as people write them, with or without year and weekday', async () => {
    const context = { ...monday, days: ['2026-03-02', '2026-03-03'] };
    const headers = [
      '3月2日,3月3日',
      '3月2日（周一）,3月3日（周二）',
      '周一 3月2日,周二 3月3日',
      '2 Mar,3 Mar',
      'Mon 2 Mar,Tue 3 Mar',
      'March 2nd,March 3rd',
      '2 March 2026,3 March 2026',
      '2-Mar-26,3-Mar-26',
      '2026年3月2日 周一,2026/3/3 Tue',
    ];
    for (const across of headers) {
      const { roster } = await readText('a.csv', `name,group,${across}\nAnn,front,08:00-16:00,off\n`, context);
      expect([across, ...shown(roster)]).toEqual([across, 'Ann 8–16']);
    }
    expect(await faultsOf('a.csv', 'name,group,3/2,4/2\nAnn,front,08:00-16:00,off\n', context)).toEqual([
      'a.csv:1:3 expected a date with the year first, got "3/2", whose day and month could change places. Try 2026-03-02.',
      'a.csv:1:4 expected a date with the year first, got "4/2", whose day and month could change places. Try 2026-03-02.',
    ]);
    // The nearest such day: the new year begins within the days.
    const turn = { ...monday, days: ['2025-12-31', '2026-01-01'] };
    const { roster } = await readText('a.csv', 'name,group,31 Dec,1 Jan\nAnn,front,off,08:00-16:00\n', turn);
    expect(shown(roster)).toEqual(['Ann 32–40']);
  });

  it('reads the days of a month across, of the month of the title or of the scenario', async () => {
    const context = { ...monday, days: ['2026-03-02', '2026-03-03'] };
    const titled = 'name,group,1,2,3\nAnn,front,08:00-16:00,09:00-17:00,off\n';
    const first = await readText('a.csv', `2026年3月 排班表,,,,\n${titled}`, context);
    expect(shown(first.roster)).toEqual(['Ann 9–17']);
    const whole = Array.from({ length: 31 }, (_, i) => `${i + 1}日`);
    const cells = whole.map((_, i) => (i === 1 ? '09:00-17:00' : ''));
    const second = await readText('a.csv', `姓名,班组,${whole}\nAnn,front,${cells}\n`, context);
    expect(shown(second.roster)).toEqual(['Ann 9–17']);
    // A few numbers without a month may be anything.
    expect(await faultsOf('a.csv', titled, context)).toEqual([
      'a.csv expected at least one shift, got none: of these headers the meaning is unknown: 1, 2, 3. Try dates such as 2026-03-02 across, or the columns date, start and end.',
    ]);
    const days = ['2026-02-27', '2026-02-28'];
    const short = `February 2026,,,,\nname,group,27,28,29\nAnn,front,off,08:00-16:00`;
    expect(shown((await readText('a.csv', `${short},\n`, { ...monday, days })).roster)).toEqual(['Ann 32–40']);
    expect(await faultsOf('a.csv', `${short},08:00-16:00\n`, { ...monday, days })).toEqual([
      'a.csv:2:5 expected a date or weekday, got "29". Try year-month-day, such as 2026-03-02.',
    ]);
  });

  it('reads the hours of the parts of a Chinese day', async () => {
    const table = (start: string, end: string) => `姓名,班组,日期,开始,结束\nAnn,front,2026-03-02,${start},${end}\n`;
    for (const [start, end, hours] of [
      ['早上8:00', '晚上12:00', '8–24'],
      ['上午8:00', '下午5:30', '8–17.5'],
      ['凌晨1:00', '中午12:30', '1–12.5'],
      ['晚上8:00', '晚上1:00', '20–25'],
      ['下午2:00', '次日凌晨2:00', '14–26'],
    ]) {
      expect(shown((await readText('a.csv', table(start, end))).roster)).toEqual([`Ann ${hours}`]);
    }
  });

  it('keeps the hours that a day of 23 hours has', async () => {
    const context = { ...monday, timeZone: 'Europe/Berlin', days: ['2026-03-29'] };
    const { roster } = await readText(
      'a.csv',
      'name,group,date,start,end\nAnn,front,2026-03-29,00:00,08:00\n',
      context,
    );
    expect(shown(roster)).toEqual(['Ann 0–7']);
  });

  it('takes leave off the days and says when somebody on leave is rostered', async () => {
    const { roster } = await readText(
      'a.csv',
      'name,group,date,activity,start,end\nAnn,front,2026-03-02,annual leave,,\nBob,front,2026-03-02,shift,08:00,16:00\n',
    );
    expect(roster.leave).toEqual([{ person: 0, from: 0, to: 24 * hour }]);
    const faults = await faultsOf(
      'a.csv',
      'name,group,date,activity,start,end\nAnn,front,2026-03-02,leave,,\nAnn,front,2026-03-02,shift,08:00,16:00\n',
    );
    expect(faults).toEqual(['a.csv:3:5 expected Ann not on leave, got a shift during leave (2026-03-02 00:00–00:00).']);
  });
});

describe('readRoster of faulty files', () => {
  it('names every fault with its place and what is accepted, all at once', async () => {
    const faults = await faultsOf(
      'roster.csv',
      `name,skills,date,start,end,lunch
Ann,inquiry,03/02/2026,08:00,17:00,
Bob,inqury,2026-03-02,08:00,17:00,12-13
Cid,inquiry,2026-03-02,08:00,17:00,12:00-13:00
Cid,inquiry,2026-03-02,16:00,20:00,
Dan,complaint,2026-02-30,8h,,
Eve,inquiry=0,2026-03-02,09:00,09:00,
Fay,inquiry,2026-03-02,09:00,12:00,13:00-13:30
`,
    );
    expect(faults).toEqual([
      'roster.csv:2:3 expected a date with the year first, got "03/02/2026", whose day and month could change places. Try 2026-03-02.',
      'roster.csv:3:6 expected times from-to, got "12-13". Try 10:00-10:15, several joined by |.',
      'roster.csv:6:3 expected a date or weekday, got "2026-02-30". Try year-month-day, such as 2026-03-02.',
      'roster.csv:7:2 expected skills, each with a speed above 0 if it is not 1, got "inquiry=0". Try inquiry=0.9; complaint.',
      'roster.csv:7:5 expected an end after the start, got 09:00–09:00.',
      'roster.csv:3:1 expected a skill of the scenario (inquiry, complaint), got "inqury". Try "inquiry".',
      'roster.csv:5:4 expected shifts of Cid that do not overlap, got one over 2026-03-02 08:00–17:00 (roster.csv:4:4). Try other times, or two different names for two people.',
      'roster.csv:7:1 expected skills of Eve, or a group (front, senior), got neither. Try a column skills or group, or a sheet of people.',
      'roster.csv:8:6 expected an activity within a shift of Fay, got lunch 2026-03-02 13:00–13:30.',
    ]);
  });

  it('takes a second row of one name in a list of people for somebody else, and asks for another name', async () => {
    const people = 'name,group,hours a week\nAnn,front,40\nBob,front,40\nAnn,front,40\n';
    expect(await faultsOf('people.csv', people, { ...monday, onlyPeople: true })).toEqual([
      'people.csv:4:1 expected each person in one row, got Ann again, first in 2:1. Try two different names for two people.',
    ]);
  });

  it('says what headers it wants when there are none', async () => {
    expect(await faultsOf('a.csv', 'foo,bar\n1,2\n')).toEqual([
      'a.csv:1:1 expected headers of a roster: a name with a start and an end, or a name with times or dates across, got foo, bar. Try headers such as name, date, start, end.',
    ]);
    expect(await faultsOf('a.csv', '')).toEqual([
      'a.csv expected a roster, got an empty file. Try a row of headers and a row per shift.',
    ]);
  });

  it('says where a quote begins that is never closed', async () => {
    expect(await faultsOf('a.csv', 'name,group,start,end\nAnn,front,08:00,12:00\n"Bob,front,08:00,12:00\n')).toEqual([
      'a.csv:3 expected a quote that is closed, got none up to the end. Try to close or remove the " in this line.',
    ]);
  });

  it('says when one person is two', async () => {
    const faults = await faultsOf(
      'a.csv',
      'name,group,date,start,end\nAnn,front,2026-03-02,08:00,12:00\nAnn,senior,2026-03-02,13:00,17:00\n',
    );
    expect(faults).toEqual([
      'a.csv:3:1 expected one group of Ann, got "senior" beside "front". Try two different names for two people.',
    ]);
  });

  it('says when the dates are in the wrong order or of another year', async () => {
    expect(await faultsOf('a.csv', 'name,group,start,end\nAnn,front,2026-03-02 08:00,2026-03-01 17:00\n')).toEqual([
      'a.csv:2:3 expected an end after the start, got 2026-03-02 08:00 – 2026-03-01 17:00.',
    ]);
    expect(await faultsOf('a.csv', 'name,group,date,start,end\nAnn,front,2025-03-02,08:00,17:00\n')).toEqual([
      'a.csv expected shifts within the days of the scenario (2026-03-02 – 2026-03-02), got a roster for 2025-03-02.',
    ]);
  });

  it('says of a workbook with a password that it has one, and of the old format what to do', async () => {
    const compound = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Array(60).fill(0)]);
    const locked = new Uint8Array([...compound, ...Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await faultsOf('a.xlsx', locked)).toEqual([
      'a.xlsx expected a workbook that can be opened, got one protected by a password. Try to save it without password.',
    ]);
    expect(await faultsOf('a.xls', compound)).toEqual([
      'a.xls expected an .xlsx workbook, got the format of Excel 97–2003. Try to save it as .xlsx.',
    ]);
    expect(await faultsOf('a.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toEqual([
      'a.xlsx expected an .xlsx workbook, got a file that is none. Try to save it as .xlsx again.',
    ]);
  });
});

describe('readRoster of workbooks', () => {
  it('reads the grid of people and half-hours with merged cells, a title and a list of people', async () => {
    const bytes = await workbookOf((workbook) => {
      const people = workbook.addWorksheet('人员');
      people.addRows([
        ['姓名', '技能', '团队'],
        ['王芳', 'inquiry', 'A'],
        ['李强', 'inquiry；complaint=0.8', 'B'],
      ]);
      const grid = workbook.addWorksheet('周一');
      grid.addRow(['话务一班 2026-03-02']);
      grid.addRow(['姓名', '08:00', '08:30', '09:00', '09:30', '10:00']);
      grid.addRow(['王芳', '在线', '', '小休', '在线', '在线']);
      grid.addRow(['李强', '', '在线', '', '', '午餐']);
      grid.mergeCells('A1:F1');
      grid.mergeCells('B3:C3');
      grid.mergeCells('C4:E4');
      workbook.addWorksheet('空');
    });
    const { roster, notices } = await readRoster([{ name: '班表.xlsx', bytes }], monday);
    expect(shown(roster)).toEqual(['王芳 8–10.5 break 9–9.5', '李强 8.5–10.5 lunch 10–10.5']);
    expect(roster.people[1].skills).toEqual([
      { work: 'inquiry', speed: 1 },
      { work: 'complaint', speed: 0.8 },
    ]);
    expect(notices.map((notice) => noticeText(notice, 'zh'))).toEqual(['班表.xlsx: 工作表“空”不含班表，已略过。']);
  });

  it('reads the grid of people and dates with shift codes, ranges, split shifts and days off', async () => {
    const bytes = await workbookOf((workbook) => {
      workbook.addWorksheet('codes').addRows([
        ['code', 'start', 'end', 'lunch'],
        ['E', '06:00', '14:00', '10:00-10:30'],
        ['N', '22:00', '06:00', '02:00-02:30'],
      ]);
      workbook.addWorksheet('week').addRows([
        ['name', 'group', new Date('2026-03-02'), new Date('2026-03-03'), 'Wed'],
        ['Ann', 'front', 'E', 'off', '09:00-12:00/14:00-18:00'],
        ['Bob', 'senior', 'N', '休', 'AL'],
      ]);
    });
    const context = { ...monday, days: ['2026-03-02', '2026-03-03', '2026-03-04'] };
    const { roster } = await readRoster([{ name: 'w.xlsx', bytes }], context);
    expect(shown(roster)).toEqual(['Ann 6–14 lunch 10–10.5', 'Ann 57–60', 'Ann 62–66', 'Bob 22–30 lunch 26–26.5']);
    expect(roster.leave).toEqual([{ person: 1, from: 48 * hour, to: 72 * hour }]);
  });

  it('reads times, dates and 24:00 typed as such, and the saved results of formulas', async () => {
    const bytes = await workbookOf((workbook) => {
      const sheet = workbook.addWorksheet('s');
      sheet.addRow(['name', 'group', 'date', 'start', 'end']);
      sheet.addRow(['Ann', 'front', new Date('2026-03-02'), 16 / 24, 1]);
      sheet.addRow([
        'Bob',
        { formula: 'B2', result: 'front' },
        { formula: 'C2', result: new Date('2026-03-02') },
        0.375,
        { formula: 'D3+0.25', result: 0.625 },
      ]);
      for (const cell of ['D2', 'D3', 'E3']) sheet.getCell(cell).numFmt = 'hh:mm';
      sheet.getCell('E2').numFmt = '[h]:mm';
    });
    const { roster, notices } = await readRoster([{ name: 'f.xlsx', bytes }], monday);
    expect(shown(roster)).toEqual(['Ann 16–24', 'Bob 9–15']);
    expect(notices.map((notice) => noticeText(notice, 'en'))).toEqual([
      'f.xlsx: 3 cells are formulas: the results saved with them were read, nothing was run.',
    ]);
  });

  it('names sheet and cell of everything that is wrong', async () => {
    const bytes = await workbookOf((workbook) => {
      const grid = workbook.addWorksheet('Mon');
      grid.addRow(['name', 'group', '08:00', '08:30', '09:00']);
      grid.addRow(['Ann', 'front', 'Q', 'lunhc', 'Q']);
      grid.addRow(['Ann', 'front', 'Q', 'Q', { error: '#REF!' }]);
      grid.addRow(['Bob', 'fornt', 'Q', { formula: 'C2' }, 'Q']);
    });
    expect(await faultsOf('g.xlsx', bytes)).toEqual([
      'g.xlsx!Mon!E3 expected a value, got the spreadsheet error #REF!. Try to mend the formula.',
      'g.xlsx!Mon!D4 expected a formula with its result, got one without; formulas are read, never run. Try to open and save the workbook in a spreadsheet program.',
      expect.stringMatching(/^g\.xlsx!Mon!D2 expected an activity .*, got "lunhc"\. Try "lunch"\.$/),
      'g.xlsx!Mon!A3 expected each person in one row, got Ann again, first in A2. Try two different names for two people.',
      'g.xlsx!Mon!A4 expected a group of the scenario (front, senior), got "fornt". Try "front".',
    ]);
  });

  it('reads a workbook that LibreOffice 7.4 made of a CSV file', async () => {
    const bytes = readFileSync(join(import.meta.dirname, 'files/libreoffice.xlsx'));
    const { roster } = await readRoster([{ name: 'libreoffice.xlsx', bytes }], monday);
    expect(shown(roster)).toEqual(['王芳 8–17 lunch 12–13', '李强 16–24']);
  });

  // Where these come from: files/README.md.
  const saved = (name: string) => ({ name, bytes: readFileSync(join(import.meta.dirname, 'files', name)) });

  it('opens what Excel 2016 saved, with a chart and defined names, and says which headers it lacks', async () => {
    const faults = await faultsOf('excel.xlsx', saved('excel.xlsx').bytes);
    expect(faults).toEqual([
      'excel.xlsx!ClickThroughRateSheet!A2 expected headers of a roster: a name with a start and an end, or a name with ' +
        'times or dates across, got Clicks, Impressions, CTR. Try headers such as name, date, start, end.',
    ]);
  });

  it('says that what Excel saved with a password has one', async () => {
    const faults = await faultsOf('excel-protected.xlsx', saved('excel-protected.xlsx').bytes);
    expect(faults).toEqual([
      'excel-protected.xlsx expected a workbook that can be opened, got one protected by a password. Try to save it without password.',
    ]);
  });

  it('reads a roster in the parts of a workbook that Excel 2016 saved: dates, times and the results of formulas', async () => {
    const { notices, roster } = await readRoster([saved('excel-with-roster.xlsx')], {
      ...monday,
      groups: [],
      work: [],
    });
    expect(shown(roster)).toEqual(['王芳 8–17 lunch 12–13', '李强 16–24']);
    expect(notices.map((notice) => noticeText(notice, 'en')).join()).toContain('formula');
  });

  // Made by `writeWorkbook` and `writeCsv` from one roster, opened in LibreOffice 7.4 and saved as workbooks.
  it.each([['libreoffice-resaved-en.xlsx'], ['libreoffice-resaved-zh.xlsx'], ['libreoffice-from-csv-zh.xlsx']])(
    'reads %s, what LibreOffice saved of a roster that was written here',
    async (name) => {
      const bytes = readFileSync(join(import.meta.dirname, 'files', name));
      const days = ['2026-03-02', '2026-03-03'];
      const { roster } = await readRoster([{ name, bytes }], { ...monday, days, groups: [], work: [] });
      expect(roster.people.map((person) => person.name)).toEqual(['=王芳', '+86 李强', 'Zoë, "Z"', '@home']);
      expect(roster.people[0]).toMatchObject({ hoursPerWeek: 40, wishes: [{ wish: 'early' }] });
      expect(roster.leave).toEqual([{ person: 3, from: 0, to: 24 * 3600 }]);
      const span = (from: number, to: number) => ({ from: from * 3600, to: to * 3600 });
      expect(roster.shifts).toEqual([
        {
          person: 0,
          ...span(8, 17),
          activities: [
            { activity: 'break', ...span(10, 10.25) },
            { activity: 'lunch', ...span(12, 13) },
          ],
          only: [],
          pinned: true,
        },
        {
          person: 1,
          ...span(16, 24),
          activities: [{ activity: 'training', ...span(18, 19) }],
          only: [],
          pinned: false,
        },
        { person: 1, ...span(46, 54), activities: [], only: [], pinned: false },
        { person: 2, ...span(9, 13), activities: [], only: ['complaint'], pinned: false },
      ]);
    },
  );

  it('says once that a code with times is taken for the name of a shift', async () => {
    const bytes = bytesOf('name,group,start,end,activity\nAnn,front,08:00,12:00,dawn\nBob,front,08:00,12:00,dawn\n');
    const { notices, roster } = await readRoster([{ name: 'r.csv', bytes }], { ...monday, groups: ['front'] });
    expect(roster.shifts).toHaveLength(2);
    expect(notices.map((notice) => noticeText(notice, 'en')).filter((text) => text.includes('dawn'))).toEqual([
      'r.csv: "dawn" is no activity that is known: with its start and end it was taken for the name of a shift.',
    ]);
  });

  it('says when every sheet is empty', async () => {
    const bytes = await workbookOf((workbook) => {
      workbook.addWorksheet('one');
      workbook.addWorksheet('two');
    });
    expect(await faultsOf('e.xlsx', bytes)).toEqual([
      'e.xlsx expected a sheet with a roster, got nothing in one, two.',
    ]);
  });
});

describe('readRoster of calendars', () => {
  it('reads UTC, named zones and repetition, each event for its attendee', async () => {
    const text = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTART:20260302T000000Z
DTEND:20260302T080000Z
SUMMARY:Shift
ATTENDEE;CN=Ann:mailto:ann@example.com
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;TZID=Asia/Shanghai:20260302T120000
DTEND;TZID=Asia/Shanghai:20260302T130000
SUMMARY:Lunch
ATTENDEE;CN=Ann:mailto:ann@example.com
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART:20260223T090000
DURATION:PT4H
RRULE:FREQ=WEEKLY;BYDAY=MO
SUMMARY:Work
ATTENDEE:mailto:bob@example.com
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n');
    const { roster } = await readText('a.ics', text, { ...monday, groups: ['front'] });
    expect(shown(roster)).toEqual(['Ann 8–16 lunch 12–13', 'bob@example.com 9–13']);
  });

  /** A calendar of one event. */
  const calendar = (...lines: string[]) =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
  const one = { ...monday, groups: ['front'] };
  const ann = 'ATTENDEE;CN=Ann:mailto:ann@example.com';
  const shift = ['DTSTART:20260302T080000', 'DTEND:20260302T160000', ann];

  it('takes leave of whole days, and refuses whole days of work', async () => {
    const days = ['DTSTART;VALUE=DATE:20260302', 'DTEND;VALUE=DATE:20260303', ann];
    expect(await faultsOf('a.ics', calendar('SUMMARY:Work', ...days), one)).toEqual([
      'a.ics:1 expected an event with times of day, got one that lasts whole days (Work). Try to give it a start and an end, or the category "leave" if nobody works then.',
    ]);
    const both = calendar('SUMMARY:Leave', ...days, 'END:VEVENT', 'BEGIN:VEVENT', 'UID:2', ...shift).replaceAll(
      'Ann',
      'Bob',
    );
    const other = both.replace('CN=Bob', 'CN=Ann');
    const { roster } = await readText('a.ics', other, one);
    expect(shown(roster)).toEqual(['Bob 8–16']);
    expect(roster.people.map(({ name }) => name)).toEqual(['Ann', 'Bob']);
  });

  it('refuses a time that is none, with all else that is wrong', async () => {
    const plain = calendar('SUMMARY:Work', 'DTSTART:20260302', 'DTEND:20260303', ann);
    expect((await faultsOf('a.ics', plain, one))[0]).toMatch(
      /^a\.ics:1 expected a correct iCal file, got invalid date-time/,
    );
  });

  it('refuses an event of nobody, and one that repeats without end to speak of', async () => {
    expect(await faultsOf('a.ics', calendar(...shift.slice(0, 2)))).toEqual([
      'a.ics:1 expected an event of somebody: an attendee, an organizer, or a calendar with a name, got none of them. Try a line ATTENDEE;CN=Ann:mailto:ann@example.com in the event.',
    ]);
    const old = shift.map((line) => line.replace('2026', '1900'));
    expect(await faultsOf('a.ics', calendar('SUMMARY:Work', 'RRULE:FREQ=SECONDLY', ...old), one)).toEqual([
      'a.ics:1 expected an event that repeats at most 20000 times up to the end of the roster, got more repetitions of "Work". Try to let it begin later, or to repeat it by the day.',
    ]);
  });

  it('says what is wrong with a broken one', async () => {
    expect((await faultsOf('a.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nnonsense'))[0]).toMatch(
      /^a\.ics expected a correct iCal file, got /,
    );
  });
});

describe('readRoster of optimisers', () => {
  it("reads pyworkforce's staffing by profile, with its inputs beside it", async () => {
    const json = {
      profiles: [
        { name: 'Billing_only', skills: ['inquiry'], cost: 1 },
        { name: 'Technical_only', skills: ['complaint'], cost: 1 },
        { name: 'Flexible', skills: ['inquiry', 'complaint'], cost: 1.5 },
      ],
      result: {
        status: 'OPTIMAL',
        agents_per_profile: [
          { profile: 'Billing_only', agents: 2 },
          { profile: 'Technical_only', agents: 0 },
          { profile: 'Flexible', agents: 3 },
        ],
      },
    };
    const { roster } = await readText('pyworkforce.json', JSON.stringify(json));
    expect(roster.people.map(({ name, skills, costPerHour }) => [name, skills.length, costPerHour])).toEqual([
      ['Billing_only 1', 1, 1],
      ['Billing_only 2', 1, 1],
      ['Flexible 1', 2, 1.5],
      ['Flexible 2', 2, 1.5],
      ['Flexible 3', 2, 1.5],
    ]);
  });

  it("reads pyworkforce's rostering and scheduling, whose shifts are lists of hours", async () => {
    const night = Array.from({ length: 24 }, (_, h) => (h < 6 || h >= 22 ? 1 : 0));
    const day = Array.from({ length: 24 }, (_, h) => (h >= 8 && h < 16 ? 1 : 0));
    const context = { ...monday, groups: ['front'] };
    const rostering = {
      shifts_coverage: { day, night },
      resource_shifts: [{ resource: 'ana', day: 0, shift: 'night' }],
    };
    const scheduling = { shifts_coverage: { day, night }, resources_shifts: [{ day: 0, shift: 'day', resources: 2 }] };
    expect(shown((await readText('r.json', JSON.stringify(rostering), context)).roster)).toEqual(['ana 22–30']);
    expect(shown((await readText('s.json', JSON.stringify(scheduling), context)).roster)).toEqual([
      'day 1 8–16',
      'day 2 8–16',
    ]);
    expect(await faultsOf('s.json', JSON.stringify({ ...scheduling, shifts_coverage: { days: day } }))).toEqual([
      's.json:resources_shifts[0] expected a shift that is described (days), got "day". Try "days".',
    ]);
  });

  it("reads Timefold's employee scheduling, each shift limited to its required skill", async () => {
    const json = {
      employees: [{ name: 'Amy', skills: ['inquiry', 'complaint'], unavailableDates: [] }],
      shifts: [
        {
          id: '0',
          start: '2026-03-02T06:00:00',
          end: '2026-03-02T14:00:00',
          location: 'Hall A',
          requiredSkill: 'complaint',
          employee: 'Amy',
        },
        { id: '1', start: '2026-03-02T06:00:00', end: '2026-03-02T14:00:00', requiredSkill: 'inquiry', employee: null },
      ],
    };
    const { roster } = await readRoster([{ name: 't.json', bytes: bytesOf(JSON.stringify(json)) }], monday);
    expect(shown(roster)).toEqual(['Amy 6–14']);
    expect(roster.shifts[0].only).toEqual(['complaint']);
    expect(roster.people[0].site).toBe('Hall A');
  });
});
