import { describe, expect, it } from 'vitest';
import { measureNames } from '../../src/kinds/measures/measure-names.ts';
import { buildReport } from '../../src/report/build-report.ts';
import type { Report, ReportEstimate, ReportPromise } from '../../src/report/report.ts';
import {
  mergeRanges,
  nameRange,
  nameRanges,
  nameTime,
  sayDays,
  sayVerdict,
  showTarget,
  showValue,
} from '../../src/report/wording.ts';
import { words } from '../../src/words/dictionary.ts';
import { exampleBeside, exampleOutcome, exampleScenario } from './example.ts';

function reportOf(days: number, change: (report: Report) => void = () => {}): Report {
  const scenario = exampleScenario(days);
  const report = buildReport(scenario, exampleOutcome(scenario, 20), exampleBeside(scenario));
  change(report);
  return report;
}

function share(value: number, low: number, high: number) {
  return { value, low, high, confidence: 0.95 };
}

const rate = { unit: 'fraction', target: 0.9, sense: 'at-least' } as ReportPromise;

describe('sayVerdict', () => {
  it('sayVerdict(report) is one sentence with the day, the figure, the promise and where it breaks', () => {
    const report = reportOf(1);
    expect(sayVerdict(report, 'en')).toMatch(
      /^Monday 2 March 2026 does not hold: \d+ % are answered within 10 s, at least 90 % are promised; it breaks from 08:00 to .*\.$/,
    );
    expect(sayVerdict(report, 'zh')).toMatch(
      /^2026年3月2日（星期一）不达标：10 秒内接通 \d+%，承诺至少 90%；.*未达标.*。$/,
    );
  });

  it('sayVerdict(report) speaks of several days as several', () => {
    expect(sayVerdict(reportOf(3), 'en')).toMatch(
      /^The 3 days from Monday 2 March 2026 to Wednesday 4 March 2026 do not hold: .*from Mon 2\/3 \d\d:\d\d/,
    );
  });

  it('sayVerdict(report) says of a day that holds where it breaks none the less', () => {
    const report = reportOf(1, (made) => {
      made.verdict = {
        judgement: 'held',
        promise: 0,
        counts: { held: 3, broken: 0, undecided: 0, nothing: 0 },
        agentsMissing: null,
      };
      made.allHold = share(0.95, 0.9, 0.97);
    });
    expect(sayVerdict(report, 'en')).toMatch(
      / holds: .* are connected.*; though it breaks from .*; all promises hold together on about 19 days out of 20\.$/,
    );
  });

  it('sayVerdict(report) warns where the days that hold are fewer than aimed at, and speaks of one promise as one', () => {
    const held = (promises: number, share: ReportEstimate) =>
      reportOf(1, (made) => {
        made.promises = made.promises.slice(0, promises);
        made.verdict = {
          judgement: 'held',
          promise: 0,
          counts: { held: promises, broken: 0, undecided: 0, nothing: 0 },
          agentsMissing: null,
        };
        made.allHold = share;
      });
    const rare = share(0.15, 0.1, 0.22);
    expect(sayVerdict(held(3, rare), 'en')).toMatch(/; but all promises hold together on about 3 days out of 20\.$/);
    expect(sayVerdict(held(1, rare), 'en')).toMatch(/; but the promise is kept on about 3 days out of 20\.$/);
    expect(sayVerdict(held(1, rare), 'zh')).toMatch(/；但单日达标的概率不高：20 天中约 3 天。$/);
    const often = share(0.95, 0.88, 0.97);
    expect(sayVerdict(held(1, often), 'en')).toMatch(/; the promise is kept on about 19 days out of 20\.$/);
    expect(sayVerdict(held(1, often), 'zh')).toMatch(/；单日达标的概率：20 天中约 19 天。$/);
  });

  it('sayVerdict(report) says how many more runs would decide', () => {
    const report = reportOf(1, (made) => {
      made.verdict = {
        judgement: 'undecided',
        promise: 0,
        counts: { held: 0, broken: 0, undecided: 3, nothing: 0 },
        agentsMissing: null,
      };
      made.promises[0].furtherRuns = 1234;
    });
    expect(sayVerdict(report, 'en')).toMatch(/: not decided after 20 runs: .*; about 1,300 more runs would decide\.$/);
  });

  it('sayVerdict(report) says when there is nothing to judge', () => {
    const report = reportOf(1, (made) => {
      made.verdict = {
        judgement: 'nothing-to-judge',
        promise: null,
        counts: { held: 0, broken: 0, undecided: 0, nothing: 0 },
        agentsMissing: null,
      };
    });
    expect(sayVerdict(report, 'en')).toBe(
      'Monday 2 March 2026: the scenario makes no promise, so there is nothing to judge.',
    );
  });
});

describe('figures', () => {
  it('showValue(promise, value) never rounds on to or over the target', () => {
    expect(showValue(rate, 0.843, 'en')).toBe('84 %');
    expect(showValue(rate, 0.8996, 'en')).toBe('89.96 %');
    expect(showValue(rate, 0.9004, 'zh')).toBe('90.04%');
    expect(showValue(rate, 0.9, 'en')).toBe('90 %');
    expect(showValue({ ...rate, unit: 'seconds', target: 30 }, 12.4, 'en')).toBe('12 s');
  });

  it('showTarget(promise) keeps the decimals of the target', () => {
    expect([0.9, 0.925, 0.9375, 0.999].map((target) => showTarget({ ...rate, target }, 'en'))).toEqual([
      '90 %',
      '92.5 %',
      '93.75 %',
      '99.9 %',
    ]);
  });

  it('sayDays(share) speaks of days, and near 0 and 1 says what the interval supports', () => {
    expect(sayDays(share(0.95, 0.9, 0.98), 'en')).toBe('about 19 days out of 20');
    expect(sayDays(share(0.9, 0.85, 0.94), 'en')).toBe('about 9 days out of 10');
    expect(sayDays(share(0.05, 0.02, 0.1), 'en')).toBe('about 1 day out of 20');
    expect(sayDays(share(1, 0.93, 1), 'en')).toBe('more than 93 days out of 100');
    expect(sayDays(share(1, 0.998, 1), 'en')).toBe('practically every day');
    expect(sayDays(share(0, 0, 0.06), 'en')).toBe('fewer than 6 days out of 100');
    expect(sayDays(share(0, 0, 0.001), 'zh')).toBe('几乎没有一天');
  });
});

describe('names', () => {
  it('every measure and every definition of one is named in both languages', () => {
    for (const lang of ['en', 'zh'] as const) {
      const { measures, variants } = words(lang).report;
      for (const { kind, variants: definitions } of measureNames.all()) {
        expect(Object.keys(measures)).toContain(kind);
        for (const definition of definitions) expect(Object.keys(variants)).toContain(definition);
      }
    }
  });
});

describe('times', () => {
  it('nameTime(report, seconds) is the wall clock, and midnight at the end of a stretch is 24:00', () => {
    const report = reportOf(1);
    expect(nameTime(report, 0, 'en')).toBe('00:00');
    expect(nameTime(report, 36_300, 'en')).toBe('10:05');
    expect(nameTime(report, 86_400, 'en', true)).toBe('24:00');
    expect(nameRange(report, { from: 36_000, to: 41_400 }, 'en')).toBe('10:00–11:30');
  });

  it('nameRanges(ranges) keeps the longest in order of time and counts the others', () => {
    const range = (from: number, to: number) => ({
      from: from * 1800,
      to: (to + 1) * 1800,
      fromInterval: from,
      toInterval: to,
    });
    const report = reportOf(1);
    const ranges = [range(16, 16), range(20, 24), range(30, 32), range(40, 40)];
    expect(nameRanges(report, ranges, 'en')).toBe('from 10:00 to 12:30, from 15:00 to 16:30 and in 2 other stretches');
    expect(nameRanges(report, ranges.slice(0, 3), 'en')).toBe(
      'from 10:00 to 12:30, from 15:00 to 16:30 and in one other stretch',
    );
    expect(mergeRanges([range(20, 22), range(16, 18), range(19, 21)])).toEqual([range(16, 22)]);
  });
});
