/** Breaks from a roster to every form of the report. */
import { describe, expect, it } from 'vitest';
import { runExperiment } from '../../src/experiment/run-experiment.ts';
import { erlangBeside } from '../../src/plan/erlang-beside.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { renderCsv } from '../../src/report/render-csv.ts';
import { renderHtml } from '../../src/report/render-html.ts';
import { renderText } from '../../src/report/render-text.ts';
import { resolveText } from '../scenario/files.ts';

// Calls of fixed length one after the other: whoever is due for a break is in the middle of one.
const scenario = resolveText(
  `
clock: { intervalMinutes: 60 }
work:
  calls:
    hours: "08:00-18:00"
    arrivals: { kind: constant-rate, perHour: 40 }
    talkSeconds: 1200
    patienceSeconds: { kind: exponential, mean: 600 }
people:
  groups: { desk: { skills: { calls: 1 } }, spare: { skills: { calls: 1 }, staff: 1 } }
  roster: { file: roster.csv }
promises:
  - { id: rest, measure: breaks-on-time, atLeast: 0.9 }
  - { id: rest at all, measure: breaks-on-time, variant: taken, atLeast: 0.9 }
`,
  {
    'roster.csv': `name,group,start,end,break,lunch
Ana,desk,08:00,17:00,10:00-10:15|15:00-15:15,12:00-12:45
Bo,desk,08:00,17:00,,
Chen,desk,08:00,12:05,11:50-12:00,
`,
  },
);
const outcome = await runExperiment(scenario, { seed: 'breaks', runs: 40, threads: 1 });
const report = buildReport(scenario, outcome, erlangBeside(scenario));

/** What the runs counted for a promise; its estimate is corrected for the luck of the draw. */
function counted(promise: number): number {
  const { met, of } = report.promises[promise].tally;
  return met / of;
}

describe('a report of breaks', () => {
  it('counts those planned, late and missed, and says who was on queue for too long', () => {
    const [desk, spare] = report.groups;
    expect(spare.breaks).toBeUndefined();
    expect(desk.breaks?.due).toBe(4);
    // Chen’s ends five minutes before his shift: a call of 20 min that is half done at 11:50 swallows it or makes it late.
    expect(desk.breaks?.missed).toBeGreaterThan(0);
    expect(desk.breaks?.late).toBeGreaterThan(1);
    // Bo has none in nine hours.
    expect(desk.breaks?.longStretches).toBeGreaterThanOrEqual(1);
    const intervals = desk.breaks?.intervals ?? [];
    expect(intervals.map(({ due }) => due).slice(9, 16)).toEqual([0, 1, 1, 1, 0, 0, 1]);
    for (const what of ['due', 'late', 'missed'] as const) {
      expect(intervals.reduce((sum, row) => sum + row[what], 0)).toBeCloseTo(desk.breaks?.[what] ?? Number.NaN, 9);
    }
    expect(report.promises[0].judgement).toBe('broken');
    const { due, late, missed } = desk.breaks as { due: number; late: number; missed: number };
    expect(counted(0)).toBeCloseTo((due - late - missed) / due, 9);
    expect(counted(1)).toBeCloseTo((due - missed) / due, 9);
  });

  it('says so in text, page and table, in both languages', () => {
    expect(renderText(report, 'en')).toMatch(
      /Breaks: 4 planned a day, [\d.]+ begin\s+more\s+than\s+5\s+min\s+late,\s+[\d.]+ are missed;\s+most\s+at /,
    );
    expect(renderText(report, 'zh')).toContain('休息：每日计划 4 次');
    expect(renderHtml(report, [], 'en')).toContain('Breaks, mean per day');
    expect(renderHtml(report, [], 'zh')).toContain('休息（日均）');
    expect(renderCsv(report).split('\n')[0]).toContain('group.desk.breaksMissed');
    expect(renderCsv(report).split('\n')[0]).not.toContain('group.spare.breaksMissed');
  });
});
