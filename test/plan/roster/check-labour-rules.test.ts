import { describe, expect, it } from 'vitest';
import { checkLabourRules, giniCoefficient, rosterFairness } from '../../../src/plan/roster/check-labour-rules.ts';
import { hour, readText } from './rosters.ts';

const week = {
  timeZone: 'Europe/Berlin',
  days: ['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30'],
  work: [],
  groups: ['front'],
};

describe('checkLabourRules', () => {
  it('names person and shift, in local time over a clock change', async () => {
    // From Saturday 22:00 to Sunday 08:00 are nine hours in the night when the clocks go forward.
    const { roster } = await readText(
      'r.csv',
      'name,date,start,end\nAnn,2026-03-28,12:00,22:00\nAnn,2026-03-29,08:00,16:00\nBob,2026-03-27,12:00,22:00\nBob,2026-03-28,08:00,16:00\n',
      week,
    );
    const rules = [{ kind: 'rest-between-shifts', hours: 10, hard: true }];
    expect(checkLabourRules(roster, rules)).toEqual([{ rule: rules[0], person: 0, shift: 1, value: 9, limit: 10 }]);
  });

  it('counts paid hours, which lunch is not, and the longest stretch on queue', async () => {
    const { roster } = await readText(
      'r.csv',
      'name,date,start,end,lunch\nAnn,2026-03-27,08:00,17:00,12:00-13:00\n',
      week,
    );
    expect(checkLabourRules(roster, [{ kind: 'hours-a-day', most: 8, hard: true }])).toEqual([]);
    expect(checkLabourRules(roster, [{ kind: 'time-without-break', hours: 3.5, hard: false }])[0].value).toBe(4);
  });
});

describe('rosterFairness', () => {
  it('counts weekends and unsocial shifts by person', async () => {
    const { roster } = await readText(
      'r.csv',
      'name,date,start,end\nAnn,2026-03-28,16:00,23:00\nAnn,2026-03-29,08:00,16:00\nBob,2026-03-30,05:00,12:00\nBob,2026-03-27,08:00,16:00\n',
      week,
    );
    expect(rosterFairness(roster).people).toEqual([
      { person: 0, hours: 15, weekends: 2, unsocial: 1 },
      { person: 1, hours: 15, weekends: 0, unsocial: 1 },
    ]);
    expect(rosterFairness(roster).gini).toEqual({ hours: 0, weekends: 0.5, unsocial: 0 });
    expect(roster.shifts[0].from).toBe(40 * hour);
  });
});

describe('giniCoefficient', () => {
  it('is 0 for equal shares and 1 − 1/n when one has all', () => {
    expect(giniCoefficient([3, 3, 3])).toBe(0);
    expect(giniCoefficient([0, 0, 0, 4])).toBe(0.75);
    expect(giniCoefficient([])).toBe(0);
  });
});
