import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../src/report/charts/chart.ts';
import { drawShifts } from '../../../src/report/charts/shifts.ts';
import { plainPerson, type Roster } from '../../../src/scenario/roster/roster.ts';
import { resolveText } from '../../scenario/files.ts';

const hour = 3600;
const { clock } = resolveText(`clock: { start: 2026-03-28, days: 2, timeZone: Europe/Berlin }
work:
  inquiry:
    hours: "00:00-24:00"
    arrivals: { kind: constant-rate, perHour: 30 }
    talkSeconds: 200
    patienceSeconds: 100
people: { groups: { desk: { skills: { inquiry: 1 }, staff: 2 } } }
promises: []
`);
const setting = { lang: 'en', width: 800 } as const;

/** The second evening's shift passes the hour that the clocks skip on 2026-03-29. */
const roster: Roster = {
  startDate: '2026-03-28',
  timeZone: 'Europe/Berlin',
  people: ['Ann', 'Bob', 'Cid'].map(plainPerson),
  shifts: [
    {
      person: 0,
      from: 9 * hour,
      to: 17 * hour,
      activities: [{ activity: 'lunch', from: 12 * hour, to: 13 * hour }],
      only: [],
      pinned: false,
    },
    { person: 1, from: 22 * hour, to: 29 * hour, activities: [], only: [], pinned: false },
  ],
  leave: [],
  unpaid: ['lunch'],
};

interface Bars {
  vconcat: { layer: { data: { values: { from: number; to: number; top: number; colour: string }[] } }[] }[];
}

const barsOf = (chart: Chart | null) =>
  (chart?.spec as unknown as Bars | undefined)?.vconcat[0].layer[0].data.values ?? [];

describe('drawShifts', () => {
  it('drawShifts() draws a row a person with a shift, what is off the queue in colours of its own', () => {
    const chart = drawShifts(roster, clock, clock.days, setting);
    expect(chart?.title).toBe('2 people, a row each');
    expect(chart?.reading).toContain('The first is Ann, 09:00 to 17:00.');
    const bars = barsOf(chart);
    expect(bars.map(({ from, to }) => [from / hour, to / hour])).toEqual([
      [9, 12],
      [13, 17],
      [12, 13],
      [22, 29],
    ]);
    expect(new Set(bars.map(({ top }) => top)).size).toBe(2);
  });

  it('drawShifts() cuts a night at the edge of the days shown, and draws nothing where nobody works', () => {
    const second = drawShifts(roster, clock, clock.days.slice(1), setting);
    const bars = barsOf(second);
    expect(bars.map(({ from, to }) => [from / hour, to / hour])).toEqual([[24, 29]]);
    expect(drawShifts({ ...roster, shifts: [] }, clock, clock.days, setting)).toBeNull();
    expect(drawShifts(roster, clock, clock.days, { lang: 'zh', width: 340 })?.title).toBe('2 人，每人一行');
  });
});
