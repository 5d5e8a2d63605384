/** What holds for every kind of arrivals, and what each says of its demand. */
import { describe, expect, it } from 'vitest';
import { arrivals } from '../../../src/kinds/arrivals/index.ts';
import { integrateRate } from '../../../src/math/rate-curve.ts';
import { setting } from '../resolving.ts';

const busyness = { cv: 0.1, intervalCorrelation: 0.5 };
/** One demand of 10, 20 and 30 contacts from 08:00 to 09:30 (60 in all), in every way of writing it. */
const written: Record<string, Record<string, unknown>[]> = {
  'interval-profile': [
    { from: '08:00', intervalMinutes: 30, counts: [10, 20, 30], outsideHours: 'refused', busyness },
    { file: 'x.csv', outsideHours: 'refused', busyness },
  ],
  'recorded-counts': [
    { from: '08:00', intervalMinutes: 30, counts: [10, 20, 30], outsideHours: 'refused' },
    { file: 'x.csv', outsideHours: 'refused' },
  ],
  'constant-rate': [{ perHour: 40, busyness }],
};
const file = 'start,offered\n08:00,10\n08:30,20\n09:00,30\n';
const hours = [{ from: 8 * 3600, to: 9.5 * 3600 }];
const cases = arrivals.all().flatMap((kind) => written[kind.kind].map((fields) => ({ kind, fields })));

describe('every kind of arrivals', () => {
  it.each(cases)('resolve(…) of $kind.kind offers 60 contacts within the hours, in order', ({ kind, fields }) => {
    const around = setting({ hours, file });
    const resolved = kind.resolve(fields, around);
    expect(around.faults).toEqual([]);
    if (resolved === undefined) throw new Error('nothing resolved');
    const spans = resolved.process === 'poisson' ? resolved.curve.segments : resolved.spans;
    for (const [index, { from, to }] of spans.entries()) {
      expect(from).toBeGreaterThanOrEqual(index === 0 ? hours[0].from : spans[index - 1].to);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThanOrEqual(hours[0].to);
    }
    const offered =
      resolved.process === 'poisson'
        ? integrateRate(resolved.curve, 0, 86_400)
        : resolved.counts.reduce((sum, count) => sum + count, 0);
    expect(offered).toBeCloseTo(60, 9);
    if (resolved.process === 'poisson') expect(resolved.busyness).toEqual(busyness);
  });

  it.each(arrivals.all())('$kind says what it is in both languages', ({ summary, schema }) => {
    expect(summary.en).not.toBe('');
    expect(summary.zh).toMatch(/[\u4e00-\u9fff]/);
    for (const property of Object.values(schema.properties)) expect(property).toHaveProperty('description');
  });
});

describe('profiles', () => {
  const profile = arrivals.get('interval-profile');
  const recorded = arrivals.get('recorded-counts');
  const dayLong = { from: '00:00', intervalMinutes: 30, counts: Array(48).fill(6), outsideHours: 'refused', busyness };

  it('resolve(profile) keeps the rate of the wall clock on days of 23 and 25 hours', () => {
    for (const [date, contacts] of [
      ['2026-03-29', 46 * 6],
      ['2026-10-25', 50 * 6],
    ] as const) {
      const around = setting({ date, timeZone: 'Europe/Berlin' });
      const resolved = profile.resolve(dayLong, around);
      if (resolved?.process !== 'poisson') throw new Error('no curve');
      expect(integrateRate(resolved.curve, 0, 1e6)).toBeCloseTo(contacts, 9);
    }
  });

  it('resolve(recorded) halves an hour that comes twice and refuses contacts in an hour that is not', () => {
    const autumn = recorded.resolve(
      { ...dayLong, counts: Array(48).fill(7) },
      setting({ date: '2026-10-25', timeZone: 'Europe/Berlin' }),
    );
    if (autumn?.process !== 'recorded') throw new Error('no counts');
    expect(autumn.counts.reduce((sum, count) => sum + count, 0)).toBe(48 * 7);
    expect(autumn.counts.slice(3, 9)).toEqual([7, 4, 4, 3, 3, 7]);
    const spring = setting({ date: '2026-03-29', timeZone: 'Europe/Berlin' });
    expect(recorded.resolve(dayLong, spring)).toBeUndefined();
    expect(spring.faults.map(({ path, message }) => [path, message.key])).toEqual([
      [['counts', 4], 'skippedCount'],
      [['counts', 5], 'skippedCount'],
    ]);
  });

  it('resolve(profile) takes the rows of each date, and the same rows for every day without dates', () => {
    const rows = 'date,start,offered\n2026-03-02,08:00,1\n2026-03-02,08:30,1\n2026-03-03,08:00,5\n2026-03-03,08:30,5\n';
    const dated = profile.resolve(
      { file: 'x.csv', outsideHours: 'refused', busyness },
      setting({ days: 2, file: rows }),
    );
    if (dated?.process !== 'poisson') throw new Error('no curve');
    expect(integrateRate(dated.curve, 0, 86_400)).toBeCloseTo(2, 9);
    expect(integrateRate(dated.curve, 86_400, 172_800)).toBeCloseTo(10, 9);
    const undated = profile.resolve({ file: 'x.csv', outsideHours: 'refused', busyness }, setting({ days: 3, file }));
    if (undated?.process !== 'poisson') throw new Error('no curve');
    expect(integrateRate(undated.curve, 0, 3 * 86_400)).toBeCloseTo(180, 9);
  });

  it('resolve(profile) reads other headers, times with seconds, ranges and Chinese colons', () => {
    const odd = '时段,Calls A\n08:00-08:30,1\n8:30:00,2\n09：00,3\n';
    const resolved = profile.resolve(
      { file: 'x.csv', columns: { offered: 'Calls A' }, outsideHours: 'refused', busyness },
      setting({ file: odd }),
    );
    if (resolved?.process !== 'poisson') throw new Error('no curve');
    expect(integrateRate(resolved.curve, 0, 86_400)).toBeCloseTo(6, 9);
  });

  it('resolve(profile) counts demand outside the hours when asked to', () => {
    const around = setting({ hours: [{ from: 8 * 3600, to: 9 * 3600 }], file });
    const resolved = profile.resolve({ file: 'x.csv', outsideHours: 'counted', busyness }, around);
    if (resolved?.process !== 'poisson') throw new Error('no curve');
    expect(integrateRate(resolved.curve, 0, 86_400)).toBeCloseTo(60, 9);
    expect(profile.resolve({ file: 'x.csv', outsideHours: 'refused', busyness }, around)).toBeUndefined();
  });
});
