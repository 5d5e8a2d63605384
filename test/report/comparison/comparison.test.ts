import { Ajv2020 } from 'ajv/dist/2020.js';
import stringWidth from 'fast-string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Comparison, runComparison } from '../../../src/experiment/run-comparison.ts';
import { drawDifferences } from '../../../src/report/charts/differences.ts';
import { drawRanking } from '../../../src/report/charts/ranking.ts';
import { renderSvg } from '../../../src/report/charts/render-svg.ts';
import { buildComparison } from '../../../src/report/comparison/build-comparison.ts';
import { type ComparisonReport, comparisonSchema } from '../../../src/report/comparison/comparison-report.ts';
import { drawComparison } from '../../../src/report/comparison/draw-comparison.ts';
import { renderDifferencesCsv, renderPlansCsv } from '../../../src/report/comparison/render-comparison-csv.ts';
import { renderComparisonHtml } from '../../../src/report/comparison/render-comparison-html.ts';
import { renderComparisonText } from '../../../src/report/comparison/render-comparison-text.ts';
import { rankPlans, sayFinding, showDifference } from '../../../src/report/comparison/wording.ts';
import { renderJson } from '../../../src/report/render-json.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { smallDay, smallScenario } from '../../experiment/small-day.ts';

function roster(name: string, change: readonly number[]): Scenario {
  const scenario = smallScenario([
    { id: 'answer', target: 0.8 },
    { id: 'asa', measure: 'asa', variant: 'answered', sense: 'at-most', target: 20 },
  ]);
  const steps = smallDay.agents.map((agents, i) => ({ from: smallDay.intervalStarts[i], agents: agents + change[i] }));
  const groups = scenario.groups.map((group) => ({ ...group, staff: { ...group.staff, steps } })) as Scenario['groups'];
  const clock = { ...scenario.clock, intervalLabels: ['09:00', '09:30', '10:00', '10:30'] };
  return { ...scenario, clock, name, groups, hash: name };
}

let comparison: Comparison;
let report: ComparisonReport;

beforeAll(async () => {
  const plans = [
    roster('as it is', [0, 0, 0, 0]),
    roster('早班', [1, 0, 0, -1]),
    roster('one more', [1, 1, 1, 1]),
    roster('the same', [0, 0, 0, 0]),
  ];
  const done = await runComparison(plans, { seed: '1', runs: 60, threads: 1 });
  if (done === undefined) throw new Error('nothing compared');
  comparison = done;
  const changes = [[], [{ path: 'people.roster.file', first: 'a.csv', own: 'b.csv' }], [], []];
  report = buildComparison(comparison, changes);
});

describe('buildComparison', () => {
  it('fits its own schema, and the schema is the one committed', async () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(comparisonSchema);
    validate(JSON.parse(renderJson(report)));
    expect(validate.errors).toBeNull();
    const text = `${JSON.stringify(comparisonSchema, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../../schemas/comparison.schema.json');
  });

  it('takes over what was found, the differences of each plan from the first', () => {
    expect(report.verdict).toMatchObject({ criterion: 0, best: 2, decided: true, candidates: [2] });
    expect(report.plans.map(({ differences }) => differences.map(({ promise }) => promise))).toEqual([
      [],
      [0, 1, null],
      [0, 1, null],
      [0, 1, null],
    ]);
    const [first, , more] = report.plans;
    const gap = (more.promises[0]?.estimate?.value ?? 0) - (first.promises[0]?.estimate?.value ?? 0);
    expect(more.differences[0].estimate?.value).toBeCloseTo(gap, 12);
  });
});

describe('the text of a comparison', () => {
  it('is the one committed, in both languages, the best plan first and no line too wide', async () => {
    for (const lang of ['en', 'zh'] as const) {
      const text = renderComparisonText(report, lang, { colour: false, columns: 90 });
      await expect(text).toMatchFileSnapshot(`comparison-${lang}.txt`);
      for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(92);
    }
    expect(rankPlans(report)[0]).toBe(2);
  });

  it('says so where nothing is decided, where others are as good, and where the first is the best', () => {
    const change = (verdict: Partial<ComparisonReport['verdict']>) => ({
      ...report,
      verdict: { ...report.verdict, ...verdict },
    });
    expect(sayFinding(change({ decided: false, candidates: [2, 1], furtherRuns: 1234 }), 'en')).toMatch(
      /^Not decided after 60 runs which is the best: "one more" and "早班"; "one more" leads: .*; about 1,300 more runs would decide/,
    );
    // Stopped between looks: it is no guess from the spread, and intervals may be clear already.
    const stopped = change({ decided: false, candidates: [2, 1], furtherRuns: 1234 });
    stopped.experiment = { ...stopped.experiment, ended: 'stopped', judgedAfter: 0 };
    expect(sayFinding(stopped, 'en')).toContain('; the verdict falls at a planned look, about 1,300 more runs on');
    expect(sayFinding(stopped, 'zh')).toContain('结论要到计划查看时得出，约需再仿真 1,300 次');
    expect(sayFinding(change({ candidates: [2, 1] }), 'en')).toMatch(
      /^No plan is better than "one more" by more than 0\.5 points: .*; "早班" may be as good/,
    );
    expect(sayFinding(change({ best: 0, candidates: [0] }), 'en')).toMatch(
      /^No other plan is better than "as it is": /,
    );
    expect(sayFinding(change({ criterion: null }), 'zh')).toMatch(/全部承诺同日达标/);
  });

  it('names the best better than the first only where the difference matters', () => {
    const alike = structuredClone(report);
    alike.plans[2].differences[0].judgement = 'alike';
    expect(sayFinding(alike, 'en')).toMatch(
      /^No plan is better than "one more" by more than 0\.5 points: .*; "as it is" may be as good/,
    );
    expect(sayFinding(alike, 'zh')).toMatch(/^没有方案比“one more”好出 0\.5 个百分点以上：.*；“as it is”可能同样好/);
  });

  it('rounds the further runs of the finding as those of each plan', () => {
    const open = structuredClone(report);
    Object.assign(open.verdict, { decided: false, furtherRuns: 583 });
    Object.assign(open.plans[2].differences[0], { judgement: 'undecided', furtherRuns: 583 });
    for (const [lang, said] of [
      ['en', /about 590 more runs/g],
      ['zh', /约再仿真 590 次/g],
    ] as const) {
      expect(renderComparisonText(open, lang, { colour: false, columns: 400 }).match(said)).toHaveLength(2);
    }
  });

  it('never rounds a difference to nothing', () => {
    expect(showDifference('fraction', 0.0004, 'en')).toBe('+0.04 points');
    expect(showDifference('seconds', -1.25, 'zh')).toBe('−1.3 秒');
    expect(showDifference('count', 0, 'en')).toBe('0');
  });
});

describe('the charts of a comparison', () => {
  it('are the pictures committed, with every text inside', async () => {
    for (const [lang, width] of [
      ['en', 800],
      ['zh', 340],
    ] as const) {
      for (const chart of [drawRanking(report, { lang, width }), drawDifferences(report, 1, { lang, width })]) {
        if (chart === null) throw new Error('nothing drawn');
        const svg = await renderSvg(chart, lang);
        await expect(svg).toMatchFileSnapshot(`${chart.name}-${lang}-${width}.svg`);
        expect(svg).not.toMatch(/NaN|undefined|null/);
      }
    }
  });

  it('one of differences is drawn for each other plan, the best first', async () => {
    const charts = await drawComparison(report, 'en');
    expect(charts.map(({ name }) => name)).toEqual(['ranking', 'differences-2', 'differences-3', 'differences-1']);
  });
});

describe('the page of a comparison that was stopped', () => {
  /** As it is told where nothing is judged that a look did not. */
  async function stopped(judgedAfter: number, lang: 'en' | 'zh'): Promise<string> {
    const open = structuredClone(report);
    Object.assign(open.experiment, { ended: 'stopped', judgedAfter });
    Object.assign(open.verdict, { decided: false, candidates: [2, 0, 1, 3] });
    for (const { differences } of open.plans) {
      for (const difference of differences) {
        difference.judgement = 'undecided';
        for (const interval of difference.intervals) interval.judgement = 'undecided';
      }
    }
    return renderComparisonHtml(open, await drawComparison(open, lang), lang);
  }

  it('claims neither that there is no difference nor a best plan where no look was reached', async () => {
    const en = await stopped(0, 'en');
    expect(en).toContain('and the first plan, not judged: stopped before the first look');
    expect(en).toContain('the other plans (3) are not judged: stopped before the first look');
    expect(en).toContain('No plan is named the best.');
    expect(en).not.toMatch(/No interval shows|better 0|than the one named/);
    const zh = await stopped(0, 'zh');
    expect(zh).toContain('与基准方案，尚未判定：在首次查看之前已停止');
    expect(zh).toContain('孰优孰劣尚未判定：在首次查看之前已停止');
    expect(zh).toContain('尚未选出最佳方案。');
    expect(zh).not.toMatch(/没有任何时段|0 个优于|没有方案比所选者/);
  });

  it('speaks of the last look where there was one', async () => {
    const en = await stopped(30, 'en');
    expect(en).toContain('At the last look no interval showed a difference that matters');
    expect(en).toContain('Not decided: 3.');
    const zh = await stopped(30, 'zh');
    expect(zh).toContain('上次查看时，没有任何时段显出');
    expect(zh).toContain('未定：3 个。');
  });
});

describe('the page and the tables of a comparison', () => {
  it('the page has the finding, every plan and every chart, in both languages', async () => {
    for (const lang of ['en', 'zh'] as const) {
      const page = renderComparisonHtml(report, await drawComparison(report, lang), lang);
      expect(page).toContain('people.roster.file');
      for (const { name } of report.plans) expect(page).toContain(name);
      expect(page.match(/<figure>/g)).toHaveLength(4);
      expect(page).not.toMatch(/NaN|undefined|\[object/);
    }
  });

  it('plans.csv has a row per plan and measure, differences.csv one per plan, promise and interval', () => {
    const rows = (csv: string) => csv.trimEnd().split('\n');
    expect(rows(renderPlansCsv(report))).toHaveLength(1 + 4 * 3);
    expect(rows(renderDifferencesCsv(report))).toHaveLength(1 + 3 * 2 * 4);
    expect(rows(renderDifferencesCsv(report))[0]).toBe(
      'plan,promise,unit,date,start,startSeconds,intervalMinutes,judgement,difference,differenceLow,differenceHigh',
    );
  });
});
