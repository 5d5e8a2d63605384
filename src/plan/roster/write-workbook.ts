/**
 * A roster as an Excel workbook to print: one sheet per team, a row a shift, and beside it the day as a coloured strip.
 * `readRoster` reads it back. Every text is stored as text: none is ever a formula.
 */
import type ExcelJS from 'exceljs';
import stringWidth from 'fast-string-width';
import { type Activity, activities, type Roster, type Shift } from '../../scenario/roster/roster.ts';
import { clockText, RosterClock } from '../../scenario/roster/roster-clock.ts';
import { columnLetters } from '../../scenario/roster/sheet-table.ts';
import { type Lang, words } from '../../words/dictionary.ts';
import { type PersonRow, type RowColumn, rosterRows, rowColumns } from './roster-rows.ts';

/** Length of a cell of the strip, minutes; of a strip that would be too long for a page. */
const shortStep = 30;
const longStep = 60;
/** Cells of a strip beyond which they are long. */
const mostShort = 30;
/** Colours of the strip (ARGB): pale enough to print, told apart by their letters too. */
const colours: Record<Activity | 'onQueue', string> = {
  onQueue: 'FF9FC5E8',
  break: 'FFFFF2CC',
  lunch: 'FFF9CB9C',
  training: 'FFD9D2E9',
  meeting: 'FFD9EAD3',
  coaching: 'FFEAD1DC',
  other: 'FFE0E0E0',
};
const headerColour = 'FF1F4E79';

/**
 * Makes the workbook.
 *
 * @param roster people without a team stand on a sheet of their own
 * @param lang of headers and codes
 * @param made when, written into the file's properties
 */
export async function writeWorkbook(roster: Roster, lang: Lang, made: Date): Promise<Uint8Array> {
  const { columns } = words(lang).roster;
  // Hundreds of modules, which take longer to load than everything else that a roster's command begins with.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  workbook.creator = 'Callfloor';
  workbook.created = made;
  workbook.modified = made;
  const rows = rosterRows(roster, lang);
  const teams = [...new Set(roster.people.map(({ team }) => team))];
  const used = new Set<string>();
  for (const team of teams) {
    const sheet = workbook.addWorksheet(sheetName(team || columns.shift, used), {
      pageSetup: {
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        paperSize: 9,
        horizontalCentered: true,
        margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      },
    });
    const ofTeam = rows.filter(({ person }) => person.team === team);
    writeTeam(sheet, roster, ofTeam, team, lang);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A sheet name as Excel allows it: no special characters, at most 31 of them, none twice. */
function sheetName(team: string, used: Set<string>): string {
  const plain =
    team
      .replace(/[\\/?*[\]:]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 28) || 'Sheet';
  let name = plain;
  for (let n = 2; used.has(name.toLowerCase()); n++) name = `${plain} ${n}`;
  used.add(name.toLowerCase());
  return name;
}

function writeTeam(sheet: ExcelJS.Worksheet, roster: Roster, rows: PersonRow[], team: string, lang: Lang): void {
  const { columns } = words(lang).roster;
  const clock = new RosterClock(roster.startDate, roster.timeZone);
  const shown = rowColumns.filter((name) => needed.includes(name) || rows.some(({ row }) => row[name] !== ''));
  const { step, strip } = stripOf(rows, clock);
  const firstStrip = shown.length + 1;
  const dates = [...new Set(rows.map(({ row }) => row.date))].filter((date) => date !== '').sort();
  sheet.getCell(1, 1).value = [team, dates[0], dates.length > 1 ? dates[dates.length - 1] : undefined]
    .filter((text) => text !== undefined && text !== '')
    .join('  ');
  sheet.getCell(1, 1).font = { bold: true, size: 14 };
  // Who is on queue at a time of day, day by day: over several days a sum would be nobody's number.
  const counted = dates.length > mostCounted ? [] : dates;
  const headerAt = 2 + counted.length;
  const firstRow = headerAt + 1;
  counted.forEach((date, i) => {
    const label = sheet.getCell(2 + i, shown.length);
    label.value = dates.length === 1 ? columns.onQueue : `${columns.onQueue} ${date}`;
    label.alignment = { horizontal: 'right' };
  });
  const header = sheet.getRow(headerAt);
  shown.forEach((name, i) => {
    header.getCell(i + 1).value = columns[name];
  });
  strip.forEach((minutes, i) => {
    header.getCell(firstStrip + i).value = clockText(minutes % 1440);
  });
  header.eachCell((cell) => {
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: headerColour } };
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
  });
  for (let i = 0; i < strip.length; i++) {
    header.getCell(firstStrip + i).alignment = { textRotation: 90, horizontal: 'center', vertical: 'middle' };
  }
  header.height = headerHeight;
  rows.forEach(({ row, shift }, i) => {
    const line = sheet.getRow(firstRow + i);
    line.height = rowHeight;
    shown.forEach((name, column) => {
      writeCell(line.getCell(column + 1), name, row[name]);
    });
    for (let column = 1; column < firstStrip + strip.length; column++) {
      // A line under each row, and one at each full hour, for the eye to follow on paper.
      const isHour = column >= firstStrip && strip[column - firstStrip] % 60 === 0;
      line.getCell(column).border = { bottom: thin, ...(isHour ? { left: thin } : {}) };
    }
    if (shift === undefined) return;
    strip.forEach((minutes, column) => {
      const what = whatAt(shift, clock.seconds({ date: row.date, minutes: minutes + step / 2 }));
      if (what === undefined) return;
      const cell = line.getCell(firstStrip + column);
      cell.value = what === 'onQueue' ? 'Q' : what[0].toUpperCase();
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: colours[what] } };
      cell.alignment = { horizontal: 'center' };
    });
  });
  strip.forEach((_, i) => {
    const letters = columnLetters(firstStrip + i - 1);
    const isOnQueue = rows.map((_row, line) => sheet.getCell(`${letters}${firstRow + line}`).value === 'Q');
    counted.forEach((date, day) => {
      const count = rows.filter(({ row }, line) => row.date === date && isOnQueue[line]).length;
      sheet.getCell(2 + day, firstStrip + i).value = count;
    });
    sheet.getColumn(firstStrip + i).width = 4;
  });
  shown.forEach((name, i) => {
    const longest = Math.max(longestWord(columns[name]), ...rows.map(({ row }) => stringWidth(row[name])));
    sheet.getColumn(i + 1).width = Math.min(32, longest + 2);
  });
  const last = columnLetters(firstStrip + strip.length - 2);
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: headerAt }];
  sheet.pageSetup.printTitlesRow = `${headerAt}:${headerAt}`;
  sheet.pageSetup.printTitlesColumn = 'A:A';
  sheet.pageSetup.printArea = `A1:${last}${headerAt + rows.length}`;
  sheet.headerFooter.oddFooter = `&L${legend(lang)}&R${pageMark}`;
}

/** Days beyond which a sheet counts nobody: the counts of a month would push its people off the page. */
const mostCounted = 14;
/** Heights of the header and of a row, points. */
const headerHeight = 36;
const rowHeight = 15;
const thin = { style: 'thin', color: { argb: 'FFD0D5DA' } } as const;
/** Page and pages, as Excel writes them. */
const pageMark = '&P / &N';

/** What the letters of the strip mean. */
function legend(lang: Lang): string {
  const { columns } = words(lang).roster;
  const named = activities.map((activity) => `${activity[0].toUpperCase()} ${columns[activity]}`);
  return [`Q ${columns.onQueue}`, ...named].join('   ');
}

/** Width of the longest word of a header: longer ones are written in several lines. */
function longestWord(header: string): number {
  return Math.max(...header.split(' ').map((word) => stringWidth(word)));
}

/** Columns that every sheet shows. */
const needed: readonly RowColumn[] = ['name', 'date', 'start', 'end', 'break', 'lunch'];

/** The times of the strip: from the first start to the last end, minutes of the day on which shifts begin. */
function stripOf(rows: readonly PersonRow[], clock: RosterClock): { step: number; strip: number[] } {
  let from = Infinity;
  let to = -Infinity;
  for (const { shift } of rows) {
    if (shift === undefined) continue;
    const start = clock.local(shift.from).minutes;
    from = Math.min(from, Math.floor(start / longStep) * longStep);
    to = Math.max(to, start + (shift.to - shift.from) / 60);
  }
  if (from === Infinity) return { step: shortStep, strip: [] };
  const step = (to - from) / shortStep > mostShort ? longStep : shortStep;
  return { step, strip: Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step) };
}

function whatAt(shift: Shift, seconds: number): Activity | 'onQueue' | undefined {
  if (seconds < shift.from || seconds >= shift.to) return undefined;
  return (
    activities.find((activity) =>
      shift.activities.some((one) => one.activity === activity && one.from <= seconds && seconds < one.to),
    ) ?? 'onQueue'
  );
}

/** Dates, times of day and numbers are stored as such, everything else as text. */
function writeCell(cell: ExcelJS.Cell, name: RowColumn, text: string): void {
  if (text === '') return;
  if (name === 'date') {
    cell.value = new Date(text);
    cell.numFmt = 'yyyy-mm-dd';
  } else if ((name === 'start' || name === 'end') && /^\d\d:\d\d$/.test(text)) {
    const [hours, minutes] = text.split(':').map(Number);
    cell.value = (hours * 60 + minutes) / 1440;
    cell.numFmt = hours >= 24 ? '[h]:mm' : 'hh:mm';
  } else if (name === 'hoursPerWeek' || name === 'costPerHour') {
    cell.value = Number(text);
  } else {
    cell.value = text;
    cell.numFmt = '@';
  }
}
