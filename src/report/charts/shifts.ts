/** Who is there when: a bar a shift, people down, with what takes them off the queue cut out of it in colour. */
import { activities, onQueueSpans, type Roster, type Shift } from '../../scenario/roster/roster.ts';
import { clockText, RosterClock } from '../../scenario/roster/roster-clock.ts';
import type { Clock, Day } from '../../scenario/scenario.ts';
import { words } from '../../words/dictionary.ts';
import { formatNumber } from '../../words/format.ts';
import { nameDate } from '../wording.ts';
import {
  assembleChart,
  type Chart,
  type ChartSetting,
  frameOf,
  type Layer,
  type Note,
  palette,
  sizes,
} from './chart.ts';
import { cutText } from './text-width.ts';
import { layOutTimeLine, timeAxisHeight, timeEncoding } from './time-axis.ts';

/** Colours of what people do, pale enough for ink upon them; the printed workbook has the same. */
export const shiftColours = {
  onQueue: '#6FA8DC',
  break: '#FFE599',
  lunch: '#F6B26B',
  training: '#B4A7D6',
  meeting: '#93C47D',
  coaching: '#D5A6BD',
  other: '#BDBDBD',
} as const;

/** Height of a row at most and at least, pixels; and of all rows together at most. */
const rowHeight = { most: 15, least: 2, all: 1400 };

/**
 * Draws the shifts of some days; null where there are none.
 * @param days of the clock, one after the other
 */
export function drawShifts(roster: Roster, clock: Clock, days: readonly Day[], setting: ChartSetting): Chart | null {
  const { lang } = setting;
  const text = words(lang).rosterBuild;
  const start = days[0]?.start ?? 0;
  const end = days.at(-1)?.end ?? 0;
  const shown = roster.shifts.filter((shift) => shift.from < end && start < shift.to);
  if (shown.length === 0) return null;
  const rows = rowsOf(shown);
  // Ticks of many days stand at midnight.
  const hour = days.length > 2 ? 24 * 3600 : 3600;
  const from = Math.max(start, Math.floor(Math.min(...shown.map((shift) => shift.from)) / hour) * hour);
  const to = Math.min(end, Math.ceil(Math.max(...shown.map((shift) => shift.to)) / hour) * hour);
  const axis = layOutTimeLine(
    {
      marks: hourMarks(clock, days),
      days: days.length,
      nameDay: (day) => nameDate(days[day], lang),
    },
    [{ from: 0, to: 1, start: from, end: to }],
    setting,
  );
  const tall = Math.max(rowHeight.least, Math.min(rowHeight.most, Math.floor(rowHeight.all / rows.length)));
  const height = tall * rows.length;
  const gap = tall >= 5 ? 1 : 0;
  const bars = rows.flatMap(({ shifts }, row) =>
    shifts.flatMap((shift) =>
      partsOf(shift)
        .map((part) => ({ ...part, from: Math.max(part.from, from), to: Math.min(part.to, to) }))
        .filter((part) => part.from < part.to)
        .map((part) => ({
          from: part.from,
          to: part.to,
          top: row * tall,
          bottom: (row + 1) * tall - gap,
          colour: shiftColours[part.what],
        })),
    ),
  );
  const layer: Layer = {
    data: { values: bars },
    mark: { type: 'rect' },
    encoding: {
      x: timeEncoding(axis, 'from', true, setting),
      x2: { field: 'to' },
      y: { field: 'top', type: 'quantitative', scale: null, axis: null },
      y2: { field: 'bottom' },
      color: { field: 'colour', type: 'nominal', scale: null },
    },
  };
  const used = new Set(shown.flatMap((shift) => shift.activities.map(({ activity }) => activity)));
  const clockOf = new RosterClock(roster.startDate, roster.timeZone);
  const time = (seconds: number) => clockText(clockOf.local(seconds).minutes);
  const first = rows[0].shifts[0];
  const people = formatNumber(lang, rows.length);
  return assembleChart(
    {
      name: 'shifts',
      title: text.chart.title({ people, shifts: formatNumber(lang, shown.length) }),
      reading: text.chart.reading({
        first: roster.people[first.person].name,
        from: time(first.from),
        to: time(first.to),
      }),
      key: [
        { name: text.chart.onQueue, colour: shiftColours.onQueue, swatch: 'box' },
        ...activities
          .filter((one) => used.has(one))
          .map((one) => ({ name: text.chart.activities[one], colour: shiftColours[one], swatch: 'box' as const })),
      ],
      panels: [{ height, axisTitle: text.chart.axis, layers: [layer], notes: names(rows, roster, tall, setting) }],
      bottom: timeAxisHeight(axis),
    },
    setting,
  );
}

/** People by when they begin, the earliest on top. */
function rowsOf(shifts: readonly Shift[]): { person: number; shifts: Shift[] }[] {
  const byPerson = new Map<number, Shift[]>();
  for (const shift of shifts) byPerson.set(shift.person, [...(byPerson.get(shift.person) ?? []), shift]);
  return [...byPerson]
    .map(([person, own]) => ({ person, shifts: own }))
    .sort((a, b) => a.shifts[0].from - b.shifts[0].from || a.shifts[0].to - b.shifts[0].to || a.person - b.person);
}

function partsOf(shift: Shift): { from: number; to: number; what: keyof typeof shiftColours }[] {
  return [
    ...onQueueSpans(shift).map((span) => ({ ...span, what: 'onQueue' as const })),
    ...shift.activities.map(({ activity, from, to }) => ({ from, to, what: activity })),
  ];
}

/** Names beside the rows, where they can be read. */
function names(rows: readonly { person: number }[], roster: Roster, tall: number, setting: ChartSetting): Note[] {
  if (tall < 11) return [];
  const { left } = frameOf(setting);
  return rows.map(
    ({ person }, row): Note => ({
      text: cutText(roster.people[person].name, sizes.small, left - 10),
      x: -5,
      y: (row + 0.5) * tall,
      align: 'right',
      colour: palette.ink,
      size: 10,
    }),
  );
}

function hourMarks({ timeZone, startDate }: Clock, days: readonly Day[]) {
  const clock = new RosterClock(startDate, timeZone);
  return days.flatMap(({ end, start }, day) => {
    const marks = [];
    for (let at = start; at < end; at += 3600) {
      const { minutes } = clock.local(at);
      if (minutes % 60 === 0) marks.push({ at, hour: minutes / 60, label: clockText(minutes), day });
    }
    if (day === days.length - 1) marks.push({ at: end, hour: 24, label: '24:00', day });
    return marks;
  });
}
