/**
 * Sheets of a roster, told apart by their headers: a row per shift or activity; a grid of people down and times of day across;
 * a grid of people down and dates across; a list of people; a list of shift codes.
 */

import { nearestName } from '../../words/nearest-name.ts';
import {
  type DaySpec,
  daysOfMonth,
  readDay,
  readMoment,
  readMonth,
  readRange,
  readRanges,
  readTime,
} from './read-moments.ts';
import { type Activity, activities, type Skill } from './roster.ts';
import { clockText, RosterClock } from './roster-clock.ts';
import { type CodeMeaning, type ColumnName, columnOf, knownCodes, meaningOf, plainForm } from './roster-columns.ts';
import type { DraftPerson, DraftShiftCode, DraftTime, RosterDraft } from './roster-draft.ts';
import type { RosterPlace } from './roster-error.ts';
import { cellPlace, type SheetTable } from './sheet-table.ts';
import { readWish } from './wishes.ts';

/** What the headers of a sheet say. */
interface Layout {
  kind: 'rows' | 'time-grid' | 'date-grid' | 'people' | 'codes';
  /** Row of the headers. */
  header: number;
  columns: Map<ColumnName, number>;
  /** Grid columns with the minute or day they stand for. */
  times: { column: number; minutes: number }[];
  days: { column: number; day: DaySpec }[];
}

/** How many rows from the top the headers may be. */
const headerDepth = 20;

/**
 * Reads the sheets of a file into the draft.
 * @param tables the sheets; those without a roster are named in a notice when another has one
 * @param headers headers of columns that are not recognised by themselves
 */
export function readSheets(
  tables: readonly SheetTable[],
  draft: RosterDraft,
  headers: Readonly<Partial<Record<ColumnName, string>>> = {},
): void {
  const file = tables[0]?.file ?? '';
  const filled = tables.filter((table) => table.rows.some((row) => row.some((cell) => cell !== '')));
  if (filled.length === 0) {
    const values = { sheets: tables.map(({ sheet }) => sheet || file) };
    draft.fault({ file, sheet: '', cell: '' }, { key: 'allEmpty', values });
    return;
  }
  const stated = new Map(Object.entries(headers).map(([column, header]) => [header.trim(), column as ColumnName]));
  for (const header of stated.keys()) {
    const cells = filled.flatMap(({ rows }) => rows.slice(0, headerDepth).flat());
    if (!cells.includes(header)) {
      const values = { got: header, near: nearestName(header, cells) };
      draft.fault({ file, sheet: '', cell: '' }, { key: 'noHeader', values });
    }
  }
  const found = filled.map((table) => ({ table, layout: findLayout(table, draft, stated) }));
  // Lists of codes and people first: the shifts refer to them.
  for (const kind of ['codes', 'people', 'rows', 'time-grid', 'date-grid'] as const) {
    for (const { table, layout } of found) if (layout?.kind === kind) readers[kind](table, layout, draft);
  }
  const unread = found.filter(({ layout }) => layout === undefined).map(({ table }) => table);
  if (unread.length === filled.length && draft.faults.length === 0) {
    const top = filled[0].rows.find((row) => row.some((cell) => cell !== '')) ?? [];
    const values = { found: top.filter((cell) => cell !== '').slice(0, 12) };
    draft.fault(cellPlace(filled[0], filled[0].rows.indexOf(top), 0), { key: 'noRoster', values });
  } else {
    for (const { sheet } of [...unread, ...tables.filter((table) => !filled.includes(table))]) {
      draft.notices.push({ file, message: { key: 'sheetSkipped', values: { sheet: sheet || file } } });
    }
  }
}

/** Finds the row of headers: the first of the top rows that makes sense as one. */
function findLayout(
  table: SheetTable,
  draft: RosterDraft,
  stated: ReadonlyMap<string, ColumnName>,
): Layout | undefined {
  for (let header = 0; header < Math.min(headerDepth, table.rows.length); header++) {
    const columns = new Map<ColumnName, number>();
    const twice: { column: number; first: number }[] = [];
    const times: Layout['times'] = [];
    const days: Layout['days'] = [];
    const others: { column: number; text: string }[] = [];
    table.rows[header].forEach((text, column) => {
      if (text === '') return;
      const name = stated.get(text) ?? columnNamed(text, stated);
      const minutes = readRange(text)?.from ?? readTime(text);
      const day = readDay(text, draft.around);
      if (name !== undefined) {
        const first = columns.get(name);
        if (first === undefined) columns.set(name, column);
        // A header merged over two columns is one header.
        else if (table.rows[header][first] !== text) twice.push({ column, first });
      } else if (minutes !== undefined) times.push({ column, minutes });
      else if (day === 'ambiguous') {
        if (columns.has('name'))
          draft.fault(cellPlace(table, header, column), { key: 'dayOrder', values: { got: text } });
      } else if (day !== undefined) days.push({ column, day });
      else others.push({ column, text });
    });
    const numbered = times.length + days.length === 0 ? numberedDays(table, header, others, draft.around) : [];
    for (const { column, date } of numbered) if (date !== null) days.push({ column, day: { date } });
    const kind = kindOf(columns, times.length, days.length);
    if (kind === undefined) continue;
    for (const { column, first } of twice) {
      const values = { header: table.rows[header][column], first: table.rows[header][first] };
      draft.fault(cellPlace(table, header, column), { key: 'headerTwice', values });
    }
    for (const { column, date } of numbered) {
      // A sheet for any month has a column for the 31st.
      const isUsed = table.rows.slice(header + 1).some((row) => (row[column] ?? '') !== '');
      if (date !== null || !isUsed) continue;
      draft.fault(cellPlace(table, header, column), { key: 'badDay', values: { got: table.rows[header][column] } });
    }
    if (kind === 'people') draft.unknownHeaders.push(...others.map(({ text }) => text));
    return { kind, header, columns, times, days };
  }
  return undefined;
}

/**
 * Headers that number the days of a month, one after another: of the month that a title or the sheet names, else a whole month from the
 * first on, which is that of the scenario.
 * @returns by column the date; null where the month has no such day
 */
function numberedDays(
  table: SheetTable,
  header: number,
  headers: readonly { column: number; text: string }[],
  around: string | undefined,
): { column: number; date: string | null }[] {
  const numbered = headers.filter(({ text }) => /^(?:0?[1-9]|[12]\d|3[01])[日号]?$/.test(text));
  const numbers = numbered.map(({ text }) => Number.parseInt(text, 10));
  if (numbers.length < 3 || numbers.some((day, i) => i > 0 && day !== 1 && day !== numbers[i - 1] + 1)) return [];
  const titles = [...table.rows.slice(0, header).flat(), table.sheet];
  const named = titles.map(readMonth).find((one) => one !== undefined);
  const month = named ?? (numbers[0] === 1 && numbers.length >= 28 ? around?.slice(0, 7) : undefined);
  if (month === undefined) return [];
  const dates = daysOfMonth(numbers, month);
  return numbered.map(({ column }, i) => ({ column, date: dates[i] }));
}

/** The column of a known header, unless another header is stated for it. */
function columnNamed(text: string, stated: ReadonlyMap<string, ColumnName>): ColumnName | undefined {
  const name = columnOf(text);
  return name !== undefined && [...stated.values()].includes(name) ? undefined : name;
}

function kindOf(columns: Map<ColumnName, number>, times: number, days: number): Layout['kind'] | undefined {
  const someone = columns.has('name') || columns.has('id') || columns.has('count');
  if (someone && columns.has('start') && columns.has('end')) return 'rows';
  if (someone && times >= 3) return 'time-grid';
  if (someone && days >= 1) return 'date-grid';
  if (someone && columns.has('date') && columns.has('activity')) return 'rows';
  if (!someone && columns.has('activity') && columns.has('start') && columns.has('end')) return 'codes';
  const attributes = ['group', 'skills', 'hoursPerWeek', 'costPerHour', 'wishes'] as const;
  return columns.has('name') && attributes.some((name) => columns.has(name)) ? 'people' : undefined;
}

const readers: Record<Layout['kind'], (table: SheetTable, layout: Layout, draft: RosterDraft) => void> = {
  rows: readRows,
  'time-grid': readTimeGrid,
  'date-grid': readDateGrid,
  people: readPeople,
  codes: readCodes,
};

/** The rows below the headers that hold anything, each with a way to its cells. */
function* bodyRows(table: SheetTable, layout: Layout) {
  for (let row = layout.header + 1; row < table.rows.length; row++) {
    const cells = table.rows[row];
    if (cells.every((cell) => cell === '')) continue;
    const columnAt = (name: ColumnName) => layout.columns.get(name) ?? -1;
    yield {
      row,
      text: (name: ColumnName) => cells[columnAt(name)] ?? '',
      place: (name: ColumnName) => cellPlace(table, row, Math.max(0, columnAt(name))),
    };
  }
}
type BodyRow = ReturnType<typeof bodyRows> extends Generator<infer Row> ? Row : never;

/** Name of the person of a row, whom it introduces to the draft; several for a number of agents. */
function peopleOf({ text, place, row }: BodyRow, draft: RosterDraft): string[] {
  const name = text('name') || text('id');
  if (name !== '') {
    draft.addPerson({ name, place: place('name'), ...attributesOf({ text, place, row }, draft) });
    return [name];
  }
  if (text('count') === '') {
    draft.fault(place('name'), { key: 'noName' });
    return [];
  }
  const count = Number(text('count'));
  if (!Number.isInteger(count) || count < 0) {
    draft.fault(place('count'), { key: 'badNumber', values: { got: text('count') } });
    return [];
  }
  const label = text('group') || text('activity') || 'agent';
  const attributes = attributesOf({ text, place, row }, draft);
  return Array.from({ length: count }, (_, i) => {
    const agent = `${label} ${row}.${i + 1}`;
    draft.addPerson({ name: agent, place: place('count'), ...attributes });
    return agent;
  });
}

function attributesOf({ text, place }: BodyRow, draft: RosterDraft): Omit<DraftPerson, 'name' | 'place'> {
  const said: Omit<DraftPerson, 'name' | 'place'> = {};
  for (const field of ['id', 'team', 'site', 'group'] as const) if (text(field) !== '') said[field] = text(field);
  for (const field of ['hoursPerWeek', 'costPerHour'] as const) {
    if (text(field) === '') continue;
    const value = Number(text(field));
    if (value >= 0 && Number.isFinite(value)) said[field] = value;
    else draft.fault(place(field), { key: 'badNumber', values: { got: text(field) } });
  }
  if (text('skills') !== '') {
    const skills = readSkills(text('skills'));
    if (skills === undefined) draft.fault(place('skills'), { key: 'badSpeed', values: { got: text('skills') } });
    else said.skills = skills;
  }
  if (text('wishes') !== '') {
    const parts = text('wishes')
      .split(/[|;；,，、\n]+/)
      .filter((part) => part.trim() !== '');
    const wishes = parts.map(readWish);
    const wrong = parts[wishes.indexOf(undefined)];
    if (wrong === undefined) said.wishes = wishes.filter((wish) => wish !== undefined);
    else draft.fault(place('wishes'), { key: 'badWish', values: { got: wrong.trim() } });
  }
  return said;
}

/** `inquiry=0.9; complaint`, `inquiry|complaint`, `inquiry:0.9, complaint`. */
function readSkills(text: string): Skill[] | undefined {
  const skills: Skill[] = [];
  for (const part of text.split(/[|;；,，、+/\n]+/)) {
    if (part.trim() === '') continue;
    const [work, given] = part.split(/[=:：]/).map((piece) => piece.trim());
    const speed = given === undefined || given === '' ? 1 : Number(given);
    if (work === '' || !(speed > 0) || !Number.isFinite(speed)) return undefined;
    skills.push({ work, speed });
  }
  return skills.length > 0 ? skills : undefined;
}

const yes: readonly string[] = ['1', 'x', 'y', 'yes', 'true', 'pinned', 'locked', '是', '锁定', '√', '✓'];

function readRows(table: SheetTable, layout: Layout, draft: RosterDraft): void {
  for (const body of bodyRows(table, layout)) {
    const { text, place } = body;
    const people = peopleOf(body, draft);
    const code = text('activity');
    // Somebody of whom the row says nothing else.
    if (code === '' && (['date', 'start', 'end'] as const).every((name) => text(name) === '')) continue;
    const shiftCode = draft.codes.get(plainForm(code));
    const meaning = code === '' ? 'on-queue' : (meaningOf(code, text('start') === '') ?? (shiftCode && 'on-queue'));
    if (meaning === undefined && text('start') === '') {
      draft.fault(place('activity'), unknownCode(code, draft));
      continue;
    }
    if (meaning === 'off') continue;
    // Where start and end are given, a code that nobody knows is the name of a shift.
    if (meaning === undefined)
      draft.noticeOnce({ file: table.file, message: { key: 'shiftName', values: { got: code } } });
    const what = meaning ?? 'on-queue';
    const spans = rowTimes(body, what, shiftCode, draft);
    const inside = what === 'on-queue' ? insideActivities(body, draft) : [];
    for (const person of people) {
      const add = (kind: 'on-queue' | 'leave' | Activity, time: DraftTime, at: RosterPlace) =>
        draft.entries.push({
          person,
          what: kind,
          time,
          only: text('only') === '' ? [] : (readSkills(text('only')) ?? []).map(({ work }) => work),
          pinned: yes.includes(text('pinned').toLowerCase()),
          inShift: kind !== what,
          place: at,
        });
      for (const time of spans) {
        add(what, time, place('start'));
        for (const one of inside) add(one.activity, within(time, one, draft.timeZone), one.place);
        if (text('start') === '') {
          for (const one of shiftCode?.activities ?? [])
            add(one.activity, within(time, one, draft.timeZone), place('activity'));
        }
      }
    }
  }
}

/** The time of an activity given by its times of day, on the night side of a shift that passes midnight. */
function within(shift: DraftTime, activity: { from: number; to: number }, timeZone: string): DraftTime {
  const anchor = new RosterClock('1970-01-01', timeZone);
  const start =
    'day' in shift
      ? { minutes: shift.from }
      : 'epoch' in shift.start
        ? anchor.local(anchor.fromEpoch(shift.start.epoch))
        : shift.start;
  const later = activity.from < start.minutes ? 1440 : 0;
  const [from, to] = [activity.from + later, activity.to + later];
  if ('day' in shift) return { day: shift.day, from, to };
  const date = 'date' in start ? start.date : '';
  return { start: { date, minutes: from }, end: { date, minutes: to } };
}

/** When the shift of a row is: from its start and end, or from its code. */
function rowTimes(
  { text, place }: BodyRow,
  what: CodeMeaning,
  code: DraftShiftCode | undefined,
  draft: RosterDraft,
): DraftTime[] {
  let day: DaySpec | null = null;
  if (text('date') !== '') {
    const read = readDay(text('date'), draft.around);
    if (read === undefined || read === 'ambiguous') {
      draft.fault(place('date'), { key: read === undefined ? 'badDay' : 'dayOrder', values: { got: text('date') } });
      return [];
    }
    day = read;
  }
  const [startText, endText] = [text('start'), text('end')];
  if (startText === '' && endText === '') {
    if (code !== undefined) return code.ranges.map((range) => ({ day, ...range }));
    if (what === 'leave') return [{ day, from: 0, to: 1440 }];
  }
  const start = startText === '' ? undefined : (readMoment(startText) ?? readTime(startText));
  const end = endText === '' ? undefined : (readMoment(endText) ?? readTime(endText));
  for (const [name, given, read] of [
    ['start', startText, start],
    ['end', endText, end],
  ] as const) {
    if (read !== undefined) continue;
    if (given === '') draft.fault(place(name), { key: 'noTime' });
    else if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\s/.test(given))
      draft.fault(place(name), { key: 'dayOrder', values: { got: given } });
    else draft.fault(place(name), { key: 'badTime', values: { got: given } });
  }
  if (start === undefined || end === undefined) return [];
  const got = `${startText}–${endText}`;
  if (typeof start === 'number' && typeof end === 'number') {
    const endDay = text('endDate') === '' ? undefined : readDay(text('endDate'), draft.around);
    if (endDay === 'ambiguous' || (text('endDate') !== '' && (endDay === undefined || 'weekday' in endDay))) {
      const key = endDay === 'ambiguous' ? 'dayOrder' : 'badDay';
      draft.fault(place('endDate'), { key, values: { got: text('endDate') } });
      return [];
    }
    if (endDay !== undefined && 'date' in endDay && day !== null && 'date' in day) {
      return [{ start: { date: day.date, minutes: start }, end: { date: endDay.date, minutes: end } }];
    }
    if (start === end) {
      draft.fault(place('end'), { key: 'emptyShift', values: { got } });
      return [];
    }
    return [{ day, from: start, to: end < start ? end + 1440 : end }];
  }
  if (typeof start === 'number') {
    if (day === null || !('date' in day)) {
      draft.fault(place('start'), { key: 'badTime', values: { got: startText } });
      return [];
    }
    return [{ start: { date: day.date, minutes: start }, end: end as Exclude<typeof end, number> }];
  }
  if (typeof end === 'number') {
    if ('epoch' in start) {
      draft.fault(place('end'), { key: 'badTime', values: { got: endText } });
      return [];
    }
    return [{ day: { date: start.date }, from: start.minutes, to: end <= start.minutes ? end + 1440 : end }];
  }
  return [{ start, end }];
}

/** Breaks, lunch and the like that a row gives in columns of their own. */
function insideActivities({ text, place }: BodyRow, draft: RosterDraft) {
  const found: { activity: Activity; from: number; to: number; place: RosterPlace }[] = [];
  for (const activity of activities) {
    if (text(activity) === '') continue;
    const ranges = readRanges(text(activity));
    if (ranges === undefined) draft.fault(place(activity), { key: 'badRanges', values: { got: text(activity) } });
    else for (const range of ranges) found.push({ activity, ...range, place: place(activity) });
  }
  return found;
}

function unknownCode(got: string, draft: RosterDraft) {
  const allowed = [...knownCodes, ...draft.codes.keys()];
  return { key: 'unknownCode', values: { got, near: nearestName(got, allowed), allowed } } as const;
}

function readTimeGrid(table: SheetTable, layout: Layout, draft: RosterDraft): void {
  const sheetDay = dayOfSheet(table, layout, draft);
  const step = commonStep(layout.times.map(({ minutes }) => minutes));
  const seen = new Map<string, RosterPlace>();
  for (const body of bodyRows(table, layout)) {
    const { row, text, place } = body;
    let day = sheetDay;
    if (text('date') !== '') {
      const read = readDay(text('date'), draft.around);
      if (read === undefined || read === 'ambiguous') {
        draft.fault(place('date'), { key: read === undefined ? 'badDay' : 'dayOrder', values: { got: text('date') } });
        continue;
      }
      day = read;
    }
    const people = peopleOf(body, draft);
    const key = `${people[0]} ${JSON.stringify(day)}`;
    const first = seen.get(key);
    if (first !== undefined && people.length === 1) {
      draft.fault(place('name'), { key: 'agentTwice', values: { person: people[0], first: first.cell } });
      continue;
    }
    seen.set(key, place('name'));
    let before = -1;
    for (const { column, minutes } of layout.times) {
      // Times run on past midnight: 23:30, 00:00, 00:30.
      const from = minutes < before ? minutes + 1440 : minutes;
      before = from;
      const code = table.rows[row][column] ?? '';
      if (code === '') continue;
      const meaning = meaningOf(code);
      if (meaning === undefined) {
        draft.fault(cellPlace(table, row, column), unknownCode(code, draft));
        continue;
      }
      if (meaning === 'off') continue;
      for (const person of people) {
        draft.entries.push({
          person,
          what: meaning,
          time: { day, from, to: from + step },
          only: [],
          pinned: yes.includes(text('pinned').toLowerCase()),
          inShift: false,
          place: cellPlace(table, row, column),
        });
      }
    }
  }
}

/** The least distance of neighbouring columns: the length of a cell. */
function commonStep(minutes: readonly number[]): number {
  const steps = minutes
    .slice(1)
    .map((one, i) => one - minutes[i])
    .filter((one) => one > 0);
  return Math.min(...steps, 60);
}

/** The day a sheet is for: a date above its headers or as its name. */
function dayOfSheet(table: SheetTable, layout: Layout, draft: RosterDraft): DaySpec | null {
  const above = table.rows.slice(0, layout.header).flat();
  for (const text of [...above.flatMap((cell) => [cell, ...cell.split(/[\s:：,，]+/)]), table.sheet]) {
    const day = text === '' ? undefined : readDay(text, draft.around);
    if (day !== undefined && day !== 'ambiguous') return day;
  }
  return null;
}

function readDateGrid(table: SheetTable, layout: Layout, draft: RosterDraft): void {
  const seen = new Map<string, RosterPlace>();
  for (const body of bodyRows(table, layout)) {
    const { row, text, place } = body;
    const people = peopleOf(body, draft);
    const first = seen.get(people[0] ?? '');
    if (first !== undefined && people.length === 1) {
      draft.fault(place('name'), { key: 'agentTwice', values: { person: people[0], first: first.cell } });
      continue;
    }
    if (people.length === 1) seen.set(people[0], place('name'));
    for (const { column, day } of layout.days) {
      const code = table.rows[row][column] ?? '';
      if (code === '') continue;
      const at = cellPlace(table, row, column);
      const shift = draft.codes.get(plainForm(code)) ?? rangesAsShift(code);
      const meaning = shift === undefined ? meaningOf(code, true) : 'on-queue';
      if (meaning === 'off') continue;
      if (meaning === undefined || (shift === undefined && meaning !== 'leave')) {
        draft.fault(at, unknownCode(code, draft));
        continue;
      }
      const pinned = yes.includes(text('pinned').toLowerCase());
      for (const person of people) {
        const add = (what: 'on-queue' | 'leave' | Activity, from: number, to: number) =>
          draft.entries.push({ person, what, time: { day, from, to }, only: [], pinned, inShift: false, place: at });
        if (shift === undefined) add('leave', 0, 1440);
        for (const { from, to } of shift?.ranges ?? []) add('on-queue', from, to);
        for (const { activity, from, to } of shift?.activities ?? []) add(activity, from, to);
      }
    }
  }
}

function rangesAsShift(code: string): DraftShiftCode | undefined {
  const ranges = readRanges(code);
  return ranges === undefined ? undefined : { ranges, activities: [] };
}

/** A list of people without shifts: a second row of one name may well be another person. */
function readPeople(table: SheetTable, layout: Layout, draft: RosterDraft): void {
  const seen = new Map<string, RosterPlace>();
  for (const body of bodyRows(table, layout)) {
    const [person] = peopleOf(body, draft);
    if (person === undefined) continue;
    const first = seen.get(person);
    const place = body.place('name');
    if (first === undefined) seen.set(person, place);
    else draft.fault(place, { key: 'agentTwice', values: { person, first: first.cell } });
  }
}

/** A list of shift codes: code, start, end and what interrupts the shift; a code in two rows is a split shift. */
function readCodes(table: SheetTable, layout: Layout, draft: RosterDraft): void {
  for (const body of bodyRows(table, layout)) {
    const { text, place } = body;
    const from = readTime(text('start'));
    const to = readTime(text('end'));
    if (from === undefined || to === undefined || from === to) {
      const name = from === undefined ? 'start' : 'end';
      draft.fault(place(name), { key: 'badTime', values: { got: text(name) } });
      continue;
    }
    const code = plainForm(text('activity'));
    const known = draft.codes.get(code) ?? { ranges: [], activities: [] };
    const range = { from, to: to < from ? to + 1440 : to };
    known.ranges.push(range);
    for (const one of insideActivities(body, draft)) {
      const later = one.from < range.from ? 1440 : 0;
      known.activities.push({ activity: one.activity, from: one.from + later, to: one.to + later });
    }
    draft.codes.set(code, known);
  }
}

/** A stretch of times of day, for messages. */
export function rangeText({ from, to }: { from: number; to: number }): string {
  return `${clockText(from)}–${clockText(to)}`;
}
