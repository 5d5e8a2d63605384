import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSpans, joinSpans, LocalClock } from '../../src/scenario/local-clock.ts';

const shanghai = new LocalClock('2026-03-02', 'Asia/Shanghai', 3, 30);
const spring = new LocalClock('2026-03-29', 'Europe/Berlin', 1, 30);
const autumn = new LocalClock('2026-10-25', 'Europe/Berlin', 1, 30);

describe('LocalClock', () => {
  it('new LocalClock(…) lays out days and intervals', () => {
    const { days, intervalStarts, intervalLabels, horizonSeconds } = shanghai.clock;
    expect(days.map(({ date, weekday, start, end }) => [date, weekday, start, end])).toEqual([
      ['2026-03-02', 1, 0, 86_400],
      ['2026-03-03', 2, 86_400, 172_800],
      ['2026-03-04', 3, 172_800, 259_200],
    ]);
    expect(horizonSeconds).toBe(259_200);
    expect(intervalStarts.length).toBe(3 * 48 + 1);
    expect(intervalLabels.slice(0, 3)).toEqual(['00:00', '00:30', '01:00']);
    expect(intervalLabels[48]).toBe('00:00');
  });

  it('new LocalClock(…) knows days of 23 and 25 hours', () => {
    expect(spring.clock.horizonSeconds).toBe(23 * 3600);
    expect(autumn.clock.horizonSeconds).toBe(25 * 3600);
    expect(spring.clock.intervalLabels.slice(2, 6)).toEqual(['01:00', '01:30', '03:00', '03:30']);
    expect(autumn.clock.intervalLabels.slice(3, 9)).toEqual(['01:30', '02:00', '02:30', '02:00', '02:30', '03:00']);
    expect(spring.clock.intervalStarts.length).toBe(47);
    expect(autumn.clock.intervalStarts.length).toBe(51);
  });

  it('new LocalClock(…) knows a day without midnight, and a day with half an hour less', () => {
    // Lebanon moves its clocks at midnight; Lord Howe Island by half an hour.
    const beirut = new LocalClock('2026-03-29', 'Asia/Beirut', 1, 60);
    expect(beirut.clock.intervalLabels[0]).toBe('01:00');
    expect(beirut.clock.horizonSeconds).toBe(23 * 3600);
    const lordHowe = new LocalClock('2026-10-04', 'Australia/Lord_Howe', 1, 60);
    expect(lordHowe.clock.horizonSeconds).toBe(23.5 * 3600);
    expect(lordHowe.clock.intervalStarts.at(-1)).toBe(23.5 * 3600);
  });

  it('stretches(day, from, to) skips the hour that is not, repeats the hour that comes twice, and passes midnight', () => {
    expect(shanghai.stretches(1, 480, 540)).toEqual([{ from: 86_400 + 28_800, to: 86_400 + 32_400 }]);
    expect(shanghai.stretches(0, 1320, 1560)).toEqual([{ from: 79_200, to: 86_400 + 7200 }]);
    expect(spring.stretches(0, 120, 180)).toEqual([]);
    expect(spring.stretches(0, 60, 240)).toEqual([{ from: 3600, to: 3 * 3600 }]);
    expect(autumn.stretches(0, 120, 180)).toEqual([{ from: 7200, to: 14_400 }]);
    expect(autumn.stretches(0, 120, 150)).toEqual([
      { from: 7200, to: 9000 },
      { from: 10_800, to: 12_600 },
    ]);
  });

  it('stretches(day, 0, 1440) is the day, for every day of a year in every zone tried', () => {
    const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Beirut', 'UTC'];
    for (const zone of zones) {
      const local = new LocalClock('2026-01-01', zone, 365, 60);
      for (const [day, { start, end }] of local.clock.days.entries()) {
        expect(local.stretches(day, 0, 1440)).toEqual([{ from: start, to: end }]);
      }
    }
  });

  it('moments(day, minutes) is one moment, none or two', () => {
    expect(shanghai.moments(1, 480)).toEqual([86_400 + 28_800]);
    expect(shanghai.moments(-1, 1320)).toEqual([-7200]);
    expect(shanghai.moments(2, 1800)).toEqual([3 * 86_400 + 6 * 3600]);
    expect(spring.moments(0, 150)).toEqual([]);
    expect(spring.moments(0, 180)).toEqual([7200]);
    expect(autumn.moments(0, 150)).toEqual([9000, 12_600]);
  });

  it('wall(moment) is the inverse of moments(day, minutes)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 24 * 60 - 1 }),
        fc.constantFrom(spring, autumn, shanghai),
        (minutes, local) => {
          for (const moment of local.moments(0, minutes)) {
            const [hours, rest] = local.wall(moment).time.split(':').map(Number);
            expect(hours * 60 + rest).toBe(minutes);
          }
        },
      ),
      { seed: 1 },
    );
  });

  it('weekday(day) and date(day) reach the days beside those simulated', () => {
    expect([-1, 0, 2, 3].map((day) => [shanghai.weekday(day), shanghai.date(day)])).toEqual([
      [7, '2026-03-01'],
      [1, '2026-03-02'],
      [3, '2026-03-04'],
      [4, '2026-03-05'],
    ]);
  });
});

describe('joinSpans and cutSpans', () => {
  const spans = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 8 }))
      .map(([from, length]) => ({ from, to: from + length })),
    { maxLength: 6 },
  );
  const covers = (all: { from: number; to: number }[], t: number) => all.some(({ from, to }) => from <= t && t < to);

  it('joinSpans(spans) covers the same moments, disjoint and in order', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const joined = joinSpans(all);
        for (let t = 0; t < 40; t++) expect(covers(joined, t)).toBe(covers(all, t));
        for (let i = 1; i < joined.length; i++) expect(joined[i].from).toBeGreaterThan(joined[i - 1].to);
      }),
      { seed: 2 },
    );
  });

  it('cutSpans(spans, holes) covers what the holes leave', () => {
    fc.assert(
      fc.property(spans, spans, (all, holes) => {
        const left = cutSpans(joinSpans(all), joinSpans(holes));
        for (let t = 0; t < 40; t++) expect(covers(left, t)).toBe(covers(all, t) && !covers(holes, t));
      }),
      { seed: 3 },
    );
  });
});
