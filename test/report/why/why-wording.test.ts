import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../src/report/build-report.ts';
import { drawWhyParts } from '../../../src/report/charts/why-parts.ts';
import { renderWhyHtml } from '../../../src/report/why/render-why-html.ts';
import { renderWhyText } from '../../../src/report/why/render-why-text.ts';
import type { WhyFactor, WhyPromise, WhyReport, WhySplit } from '../../../src/report/why/why-report.ts';
import { listCauses, sayCauses, sayFinding, sayMend, showPart } from '../../../src/report/why/why-wording.ts';
import { exampleBeside, exampleOutcome, exampleScenario } from '../example.ts';

const scenario = exampleScenario();
const report = buildReport(scenario, exampleOutcome(scenario, 60), exampleBeside(scenario));

function split(parts: readonly [WhyFactor, number, number][]): WhySplit {
  const estimate = (value: number, half: number) => ({
    value,
    low: value - half,
    high: value + half,
    confidence: 0.95,
  });
  const miss = parts.reduce((sum, [, value]) => sum + value, 0);
  return {
    value: 0.8 - miss,
    miss: estimate(miss, 0.01),
    parts: parts.map(([factor, value, half]) => ({ factor, estimate: estimate(value, half) })),
  };
}

function promiseOf(whole: WhySplit): WhyPromise {
  const { start: from } = report.intervals[16];
  const { start, end } = report.intervals[17];
  const intervals = [{ ...whole, interval: 17, start, end }];
  return { promise: 0, id: 'answer', unit: 'fraction', target: 0.8, whole, from, to: end, intervals };
}

function whyOf(promises: WhyPromise[], mend: WhyReport['mend'] = null): WhyReport {
  return {
    format: 'callfloor-why',
    formatVersion: 1,
    scenario: { name: 'example', summary: '', hash: '' },
    experiment: { version: '1', seed: '1', runs: 60, scenarios: 4, confidence: 0.95 },
    factors: ['lines', 'redials'],
    promises,
    mend,
  };
}

const mendOf = (changes: NonNullable<WhyReport['mend']>['changes']): WhyReport['mend'] => ({
  changes,
  hours: 3.5,
  judgement: changes.length > 0 ? 'held' : 'undecided',
  runs: 200,
  worst: null,
  worstPromise: 0,
});

describe('what an explanation says', () => {
  it('names no cause that is 0 within its error, be it the roster or another', () => {
    const whole = split([
      ['lines', 0.08, 0.01],
      ['redials', 0.02, 0.03],
      ['roster', 0.02, 0.03],
    ]);
    const promise = promiseOf(whole);
    expect(sayCauses(promise, whole, 'en')).toBe('lines 8.0 points');
    expect(sayCauses(promise, whole, 'zh')).toBe('线路 8.0 个百分点');
    expect(listCauses(promise, whole, 'en')).toBe('lines 8.0 points');
    const thin = split([['roster', 0.03, 0.01]]);
    expect(sayCauses(promise, thin, 'en')).toBe('the roster itself is too thin by 3.0 points');
    expect(sayCauses(promise, thin, 'zh')).toBe('排班本身人手不足，差 3.0 个百分点');
  });

  it('says so, in text and picture, where no cause is certain', () => {
    const whole = split([
      ['lines', 0.02, 0.03],
      ['roster', 0.01, 0.03],
    ]);
    const promise = promiseOf(whole);
    expect(sayCauses(promise, whole, 'en')).toBe('no cause is certain yet');
    expect(sayCauses(promise, whole, 'zh')).toBe('尚不能断定原因');
    expect(drawWhyParts(report, promise, { lang: 'en', width: 800 })?.title).toContain('no cause of what is missed');
    expect(drawWhyParts(report, promise, { lang: 'zh', width: 800 })?.title).toContain('尚不能断定差距的原因');
  });

  it('writes what the roster has to spare with a true minus and without stray spaces', () => {
    const whole = split([
      ['lines', 0.09, 0.01],
      ['roster', -0.01, 0.001],
    ]);
    const promise = promiseOf(whole);
    expect(showPart(promise, whole.parts[1].estimate, 'en')).toBe('−1.0 ± 0.1');
    expect(sayCauses(promise, whole, 'zh')).toBe('线路 9.0 个百分点；若没有这些原因，排班尚有 1.0 个百分点的余量');
    expect(sayFinding(report, whyOf([promise]), 'zh')).toContain('日（星期一），08:00 至');
    expect(renderWhyHtml(report, whyOf([promise]), [], 'zh')).toContain('余量。只在一个班组');
    const reading = drawWhyParts(report, promise, { lang: 'en', width: 800 })?.reading;
    expect(reading).toContain('because of lines: 9.0 points. The worst interval begins at');
  });

  it('calls a change small, not smallest, and an empty one what it is', () => {
    const lines = { kind: 'lines' as const, name: 'lines', skills: [], count: 7, from: 0, to: 1800 };
    const { start: from, end: to } = report.intervals[16];
    const why = whyOf([], mendOf([{ ...lines, from, to }]));
    expect(sayMend(report, why, 'en')).toBe(
      'A small change that mends it: 7 more lines in pool “lines” from 08:00 to 08:30 (3.5 h; judged held over 200 fresh days).',
    );
    expect(sayMend(report, why, 'zh')).toBe(
      '一个能补救的小改动：08:00 至 08:30 为线路组“lines”增加 7 条线路（共 3.5 小时；经 200 个新的仿真日判定达标）。',
    );
    expect(sayMend(report, whyOf([], mendOf([])), 'en')).toMatch(
      /^The promises are at their edge: .*200 fresh days without one: undecided/,
    );
    expect(sayMend(report, whyOf([], mendOf([])), 'zh')).toMatch(/^承诺正处在目标边缘：.*200 个新的仿真日判定：未定/);
  });

  it('marks a scenario without a broken promise by the verdict of its report', () => {
    const undecided = { ...report, verdict: { ...report.verdict, judgement: 'undecided' as const } };
    expect(renderWhyText(undecided, whyOf([]), 'en')).toMatch(/^\? [^✔]*give more --runs/s);
    expect(renderWhyHtml(undecided, whyOf([]), [], 'zh')).toMatch(/class="verdict undecided"[^✔]*请增大 --runs/);
    const held = { ...report, verdict: { ...report.verdict, judgement: 'held' as const } };
    expect(renderWhyText(held, whyOf([]), 'en')).toMatch(/^✔ .*no promise is broken/);
  });
});
