import { describe, expect, it } from 'vitest';
import { buildRoster } from '../../../src/experiment/roster/build-roster.ts';
import { explainShortfall } from '../../../src/experiment/roster/explain-shortfall.ts';
import { runExperiment } from '../../../src/experiment/run-experiment.ts';
import { withRoster } from '../../../src/plan/roster/build/with-roster.ts';
import { checkLabourRules } from '../../../src/plan/roster/check-labour-rules.ts';
import { judgementOf, tellFinding, tellShortfall } from '../../../src/report/roster/tell-building.ts';
import { plainPerson, type Roster, rosterCost } from '../../../src/scenario/roster/roster.ts';
import type { WrittenScenario } from '../../../src/scenario/schema.ts';
import { rosterable } from './rosterable.ts';

const options = { seed: '1', threads: 1, teachRuns: 100, checkRuns: 400 };

describe('buildRoster', () => {
  it('buildRoster() builds a roster that keeps its promise on fresh days, and a person fewer would not', async () => {
    const scenario = rosterable({ labourRules: [{ kind: 'hours-a-day', most: 6 }] });
    const built = await buildRoster(scenario, options);
    expect(built.ended).toBe('held');
    expect(built.check?.share?.low).toBeGreaterThanOrEqual(0.9);
    expect(rosterCost(built.roster)).toBeCloseTo(built.cost, 9);
    expect(checkLabourRules(built.roster, scenario.labourRules)).toEqual([]);
    // Erlang C's rosters are judged as well, and the one for the busier day is no cheaper.
    const [mean, busy] = built.erlangC ?? [];
    expect(mean).toMatchObject({ busy: 1, runs: 100 });
    expect(busy.share).toBeGreaterThanOrEqual(mean.share ?? 1);
    expect(busy.cost).toBeGreaterThanOrEqual(mean.cost);

    const judged = async (people: number) => {
      const roster = { ...built.roster, shifts: built.roster.shifts.slice(0, people) };
      const { verdicts } = await runExperiment(withRoster(scenario, roster), { seed: 'other', runs: 200, threads: 1 });
      return verdicts[0].dayHolds?.value ?? Number.NaN;
    };
    const whole = built.roster.shifts.length;
    // On days of another seed: the whole holds, a roster without a tenth of its shifts does not.
    expect(await judged(whole)).toBeGreaterThan(0.9);
    expect(await judged(Math.floor(whole * 0.9))).toBeLessThan(0.9);
  }, 60_000);

  it('buildRoster() gives the same roster again', async () => {
    const [one, other] = [await buildRoster(rosterable(), options), await buildRoster(rosterable(), options)];
    expect(other.roster).toEqual(one.roster);
    expect(other.rounds).toEqual(one.rounds);
  }, 60_000);

  it('buildRoster() keeps a promise of every interval', async () => {
    const promises = [
      { measure: 'answered-within', variant: 'offered', seconds: 20, atLeast: 0.75, scope: 'interval' as const },
    ];
    const built = await buildRoster(rosterable({ promises }), options);
    expect(built.ended).toBe('held');
    expect(built.check?.share).toBeNull();
  }, 60_000);

  it('buildRoster() never asks fresh days again about a roster that they have refused', async () => {
    const promises = [
      { id: 'day', measure: 'answered-within', variant: 'offered', seconds: 20, atLeast: 0.8 },
      { measure: 'answered-within', variant: 'offered', seconds: 20, atLeast: 0.75, scope: 'interval' as const },
    ];
    let refused = 0;
    for (const seed of ['1', '2', '3', '4']) {
      let checks = 0;
      const built = await buildRoster(rosterable({ promises }), {
        ...options,
        seed,
        teachRuns: 50,
        onProgress: ({ step }) => {
          if (step === 'checking') checks++;
        },
      });
      expect(checks).toBe(built.rounds.filter(({ check }) => check !== null).length);
      refused += built.rounds.filter(({ check }) => check?.holds === false).length;
      expect(built.ended).toBe('held');
    }
    // Otherwise nothing was shown.
    expect(refused).toBeGreaterThan(0);
  }, 60_000);

  it('buildRoster() gives the best there is where no shift reaches the demand', async () => {
    const shifts = { patterns: { early: { hours: 4, start: { from: '09:00', to: '09:00' } } } };
    const built = await buildRoster(rosterable({ shifts }), { ...options, checkRuns: 100 });
    expect(built.ended).toBe('not-held');
    expect(built.check?.holds).toBe(false);
    expect(built.roster.shifts.length).toBeGreaterThan(0);
    expect(judgementOf(built)).toBe('broken');
    expect(tellFinding(built, 'en')).toMatch(/^The roster does not hold: on 0\.0 % of days/);
    // What it lacks is dearer than all shifts: that is no bound on the cost of a roster.
    expect(built.rounds.map(({ bound }) => bound)).toEqual(built.rounds.map(() => null));
    // The only shift ends at 13:00: from then on nobody can be there, whoever is hired.
    const short = explainShortfall(built).filter(({ cause }) => cause === 'no-shift');
    expect(short).toEqual([{ promise: 0, from: 13 * 3600, to: 17 * 3600, cause: 'no-shift' }]);
    expect(tellShortfall(built, 'en').join('\n')).toContain('From 13:00 to 17:00 "answer" is broken: somewhere');
  }, 60_000);

  it('buildRoster() stops with what it has', async () => {
    const controller = new AbortController();
    const built = await buildRoster(rosterable(), {
      ...options,
      signal: controller.signal,
      onProgress: ({ step }) => {
        if (step === 'checking') controller.abort();
      },
    });
    expect(built.ended).toBe('stopped');
    expect(built.check).toBeNull();
    expect(built.roster.shifts.length).toBeGreaterThan(0);
  }, 60_000);
});

describe('buildRoster of a week', () => {
  it('buildRoster() builds a week for people with contracts and several skills, by every hard rule, with pinned shifts', async () => {
    const work = (name: string, counts: number[]): WrittenScenario['work'] => ({
      [name]: {
        hours: '09:00-15:00',
        arrivals: { kind: 'interval-profile', from: '09:00', intervalMinutes: 120, counts, busyness: { cv: 0.04 } },
        talkSeconds: { kind: 'exponential', mean: 200 },
        patienceSeconds: { kind: 'exponential', mean: 180 },
      },
    });
    const promise = (name: string) => ({
      id: name,
      measure: 'answered-within',
      seconds: 30,
      atLeast: 0.7,
      variant: 'offered',
      work: [name],
    });
    const scenario = rosterable({
      clock: { start: '2026-03-02', days: 4, timeZone: 'Europe/Berlin' },
      work: { ...work('cards', [60, 80, 50]), ...work('loans', [30, 40, 30]), ...work('claims', [20, 30, 20]) },
      people: {
        groups: {
          cards: { skills: { cards: 1 } },
          loans: { skills: { loans: 1 } },
          all: { skills: { claims: 1, loans: 0.9, cards: 0.9 } },
        },
      },
      shifts: { patterns: { day: { hours: [4, 6], start: { from: '09:00', to: '11:00', everyMinutes: 120 } } } },
      labourRules: [
        { kind: 'days-a-week', most: 3 },
        { kind: 'rest-between-shifts', hours: 11 },
      ],
      promises: ['cards', 'loans', 'claims'].map(promise),
    });
    const groups = ['cards', 'loans', 'all'];
    const named = groups.flatMap((group, g) =>
      Array.from({ length: [10, 7, 9][g] }, (_, i) => ({ ...plainPerson(`${group} ${i}`), group, hoursPerWeek: 18 })),
    );
    const pinned = { person: 0, from: 9 * 3600, to: 13 * 3600, activities: [], only: [], pinned: true };
    const people: Roster = {
      startDate: '2026-03-02',
      timeZone: 'Europe/Berlin',
      people: named,
      shifts: [pinned],
      leave: [],
      unpaid: ['lunch'],
    };
    const built = await buildRoster(scenario, { ...options, people });
    expect(built.ended).toBe('held');
    expect(built.check?.share?.low).toBeGreaterThanOrEqual(0.9);
    expect(checkLabourRules(built.roster, scenario.labourRules)).toEqual([]);
    expect(rosterCost(built.roster)).toBeCloseTo(built.cost, 9);
    expect(built.roster.shifts[0]).toEqual(pinned);
    for (const [person, { hoursPerWeek }] of named.entries()) {
      const own = built.roster.shifts.filter((shift) => shift.person === person);
      const hours = own.reduce((sum, { from, to }) => sum + (to - from) / 3600, 0);
      expect(hours).toBeLessThanOrEqual(hoursPerWeek);
    }
  }, 120_000);
});
