import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../../src/report/build-report.ts';
import { renderText } from '../../src/report/render-text.ts';
import { exampleBeside, exampleOutcome, exampleScenario } from './example.ts';

const scenario = exampleScenario();
const report = buildReport(scenario, exampleOutcome(scenario), exampleBeside(scenario));

describe('renderText', () => {
  it('renderText(report, lang) begins with the verdict, and no line is wider than the terminal', () => {
    for (const lang of ['en', 'zh'] as const) {
      for (const columns of [40, 60, 80, 120]) {
        const text = renderText(report, lang, { colour: false, columns });
        expect(text.startsWith('✘ ')).toBe(true);
        // A mark counts two columns for string-width and takes one.
        for (const line of text.split('\n'))
          expect(stringWidth(line.replaceAll('✔', 'v'))).toBeLessThanOrEqual(columns);
      }
    }
  });

  it('renderText(report, lang) writes the same in both languages every time', async () => {
    for (const lang of ['en', 'zh'] as const) {
      await expect(renderText(report, lang, { colour: false, columns: 90 })).toMatchFileSnapshot(`report-${lang}.txt`);
    }
  });

  it('renderText(report, lang) has a mark under every broken interval of the spark line', () => {
    const lines = renderText(report, 'en', { colour: false, columns: 100 }).split('\n');
    const at = lines.findIndex((line) => line.includes('Answered within 10 s, by interval'));
    const { intervals } = report.promises[1];
    const spark = lines[at + 1].slice(8, 8 + intervals.length);
    expect([...spark]).toHaveLength(intervals.length);
    intervals.forEach(({ judgement }, i) => {
      expect([...lines[at + 2].padEnd(100)][8 + i] === '✘').toBe(judgement === 'broken');
    });
  });

  it('renderText(report, lang) shows the days on which most is missed where there are many', () => {
    const long = exampleScenario(10);
    const many = buildReport(long, exampleOutcome(long, 20), exampleBeside(long));
    // On two of ten days nobody is answered in time.
    const [, promise] = many.promises;
    for (const row of promise.intervals) if ([3, 8].includes(many.intervals[row.interval].day)) row.met = 0;
    const all = renderText(many, 'en', { colour: false, columns: 100 }).split('\n');
    const from = all.findIndex((line) => line.includes('Answered within 10 s, by interval'));
    const lines = all.slice(from, all.indexOf('', from) < 0 ? undefined : all.indexOf('', from));
    const bars = lines.filter((line) => /^ {2}\w{3} \d+\/\d+ .*[▁-█]/u.test(line));
    expect(bars).toHaveLength(7);
    expect(bars.filter((line) => / (5|10)\/3 /.test(line))).toHaveLength(2);
    expect(lines).toContain('  The worst days; 3 more are in the report.');
    expect(renderText(many, 'zh')).toContain('其余 3 天见报告');
  });

  it('renderText(report, lang) leaves no gap where a promise has nothing to show by interval', () => {
    const empty = report.promises.map((promise) => ({
      ...promise,
      breaks: [],
      undecided: [],
      intervals: promise.intervals.map((one) => ({ ...one, met: 0, of: 0 })),
    }));
    expect(renderText({ ...report, promises: empty }, 'en', { colour: false, columns: 80 })).not.toMatch(/\n\n\n/);
  });

  it('renderText(report, lang) writes colour only when asked for', () => {
    const start = String.fromCharCode(27);
    expect(renderText(report, 'en')).not.toContain(start);
    expect(renderText(report, 'en', { colour: true, columns: 80 })).toContain(`${start}[31m`);
  });
});
