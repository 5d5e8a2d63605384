import { describe, expect, it } from 'vitest';
import { holdInstant, isAlive } from '../../../src/experiment/steady-state/hold-instant.ts';
import { rateAt, stepCurve } from '../../../src/math/rate-curve.ts';
import { erlangBeside } from '../../../src/plan/erlang-beside.ts';
import { plainDayScenario } from '../../../src/scenario/plain-day.ts';
import { resolveText } from './resolve-text.ts';

const centre = (more: object = {}, work: object = {}) =>
  resolveText({
    clock: { start: '2026-03-02', days: 2 },
    busyness: { cv: 0.1 },
    work: {
      hotline: {
        hours: '08:00-20:00',
        arrivals: { kind: 'interval-profile', from: '08:00', intervalMinutes: 60, counts: [60, 120, 90] },
        talkSeconds: [
          { from: '00:00', kind: 'exponential', mean: 200 },
          { from: '09:00', kind: 'exponential', mean: 300 },
        ],
        patienceSeconds: 60,
        ...work,
      },
      letters: {
        channel: 'case',
        hours: '12:00-16:00',
        arrivals: { kind: 'constant-rate', perHour: 5 },
        handleSeconds: 60,
      },
    },
    people: {
      groups: {
        desk: {
          skills: { hotline: 1, letters: 1 },
          staff: [
            { from: '08:00', agents: 3 },
            { from: '09:30', agents: 9 },
            { from: '20:00', agents: 0 },
          ],
        },
      },
    },
    promises: [
      { id: 'all-day', measure: 'answered-within', seconds: 20, atLeast: 0.8, scope: 'interval', work: ['hotline'] },
      { id: 'evening', measure: 'answered-within', seconds: 20, atLeast: 0.8, hours: '18:00-20:00' },
      { id: 'letters', measure: 'asa', atMost: 600, work: ['letters'] },
    ],
    ...more,
  });

const half = 9.5 * 3600;

describe('holdInstant', () => {
  it('keeps rate, handling, staff and opening of the instant, in an hour that never changes', () => {
    const { scenario } = holdInstant(centre(), half);
    const [hotline, letters] = scenario.work;
    if (hotline.arrivals.process !== 'poisson') throw new Error('expected Poisson arrivals');
    expect(rateAt(hotline.arrivals.curve, 0)).toBeCloseTo(120 / 3600, 12);
    expect(rateAt(hotline.arrivals.curve, 3599)).toBeCloseTo(120 / 3600, 12);
    expect(hotline.talk.steps).toMatchObject([{ from: 0, mean: 300 }]);
    expect(hotline.hours).toEqual([{ from: 0, to: 3600 }]);
    expect(letters.hours).toEqual([]);
    expect(scenario.groups[0].staff).toMatchObject({ steps: [{ from: 0, agents: 9 }] });
    expect(scenario.busyness.cv).toBe(0);
    expect(scenario.clock).toMatchObject({ startDate: '2026-03-02', intervalLabels: ['09:30'], horizonSeconds: 3600 });
    expect(erlangBeside(scenario).work[0].intervals[0]).toMatchObject({ offeredLoad: 10, scheduled: 9 });
  });

  it('takes the last second before a change with what was there before', () => {
    const { scenario } = holdInstant(centre(), half - 1);
    expect(scenario.groups[0].staff).toMatchObject({ steps: [{ agents: 3 }] });
  });

  it('takes the date of the second day', () => {
    expect(holdInstant(centre(), 86_400 + half).scenario.clock.days).toMatchObject([
      { date: '2026-03-03', weekday: 2, start: 0, end: 3600 },
    ]);
  });

  it('says what falls away, and judges only what speaks of the instant', () => {
    const { changes, scenario } = holdInstant(centre(), half);
    expect(changes).toEqual([
      { change: 'busyness', cv: 0.1 },
      { change: 'closed', work: ['letters'] },
      { change: 'promises', ids: ['evening', 'letters'] },
    ]);
    expect(scenario.promises).toMatchObject([{ id: 'all-day', scope: 'day', hours: [{ from: 0, to: 3600 }] }]);
  });

  it('holds a shock that lasts at the instant, and forgets one that is over', () => {
    const shocks = [
      { kind: 'surge', from: '09:00', hours: 1, times: 3, touches: ['hotline'] },
      { kind: 'slower-handling', from: '08:00', hours: 1, times: 2, touches: ['hotline'] },
    ];
    const { changes, scenario } = holdInstant(centre({ shocks }), half);
    if (scenario.work[0].arrivals.process !== 'poisson') throw new Error('expected Poisson arrivals');
    expect(rateAt(scenario.work[0].arrivals.curve, 100)).toBeCloseTo(360 / 3600, 12);
    expect(scenario.shocks).toMatchObject([{ from: 0, to: 3600 }]);
    expect(changes).toContainEqual({ change: 'shocks', names: ['surge'] });
  });

  it('turns recorded counts into a rate', () => {
    const arrivals = { kind: 'recorded-counts', from: '09:00', intervalMinutes: 60, counts: [180] };
    const { changes, scenario } = holdInstant(centre({}, { arrivals }), half);
    const [{ arrivals: held }] = scenario.work;
    expect(held).toMatchObject({ process: 'poisson', curve: { segments: [{ terms: [{ c: 0.05 }] }] } });
    expect(changes).toContainEqual({ change: 'recorded', work: ['hotline'] });
  });

  it('gives a clock that ends at a time of day what is left until then, and judges none that stands still', () => {
    const clocks = {
      answer: { starts: { hotline: 'created' }, stops: { hotline: 'started' }, by: '12:00' },
      office: { starts: { hotline: 'created' }, stops: { hotline: 'started' }, withinMinutes: 5, hours: '14:00-16:00' },
    };
    const promises = ['answer', 'office'].map((clock) => ({ id: clock, measure: 'on-time', clock, atLeast: 0.9 }));
    const { changes, scenario } = holdInstant(centre({ clocks, promises }), half);
    expect(scenario.clocks).toMatchObject([{ within: 2.5 * 3600, moments: [], hours: null }, { hours: null }]);
    expect(scenario.promises.map(({ id }) => id)).toEqual(['answer']);
    expect(changes).toContainEqual({ change: 'moments', clocks: ['answer'] });
  });

  it('keeps of named people those on queue, and pays those on a break', () => {
    const day = plainDayScenario(
      {
        ...{ meanHandleSeconds: 60, meanPatienceSeconds: 60, answerWithinSeconds: 20, balking: 0 },
        ...{ intervalStarts: [0, 1800, 3600], agents: [1, 1], arrivalRate: stepCurve([0, 3600], [0.01]) },
      },
      'pooled',
    );
    const person = (name: string, onQueue: [number, number][], paid: [number, number]) => ({
      name,
      onQueue: onQueue.map(([from, to]) => ({ from, to })),
      paid: [{ from: paid[0], to: paid[1] }],
      breaks: [],
    });
    const agents = [
      person('early', [[0, 1000]], [0, 1000]),
      person(
        'on a break',
        [
          [0, 900],
          [2000, 3600],
        ],
        [0, 3600],
      ),
      person('there', [[500, 3600]], [500, 3600]),
    ];
    const scenario = { ...day, groups: [{ ...day.groups[0], staff: { source: 'named' as const, agents } }] };
    const held = holdInstant(scenario, 1500, { seconds: 100, intervals: 1 }).scenario;
    expect(held.groups[0].staff).toMatchObject({
      agents: [
        { name: 'on a break', onQueue: [], paid: [{ from: 0, to: 100 }] },
        { name: 'there', onQueue: [{ from: 0, to: 100 }], paid: [{ from: 0, to: 100 }] },
      ],
    });
  });

  it('knows whether anything happens then', () => {
    expect(isAlive(holdInstant(centre(), half).scenario)).toBe(true);
    expect(isAlive(holdInstant(centre(), 3 * 3600).scenario)).toBe(false);
  });

  it('refuses an instant outside the days', () => {
    expect(() => holdInstant(centre(), 2 * 86_400)).toThrow(/^at: expected from 0 to below 172800, got 172800/);
  });
});
