import { describe, expect, it } from 'vitest';
import { buildReport } from '../../src/report/build-report.ts';
import { drawCharts } from '../../src/report/charts/draw-charts.ts';
import { renderHtml } from '../../src/report/render-html.ts';
import type { Report } from '../../src/report/report.ts';
import { exampleBeside, exampleOutcome, exampleScenario } from './example.ts';

function exampleReport(days = 1, change: (scenario: ReturnType<typeof exampleScenario>) => void = () => {}): Report {
  const scenario = exampleScenario(days);
  change(scenario);
  return buildReport(scenario, exampleOutcome(scenario, days === 1 ? 60 : 5), exampleBeside(scenario));
}

async function page(report: Report, lang: 'en' | 'zh'): Promise<string> {
  return renderHtml(report, await drawCharts(report, lang), lang);
}

const report = exampleReport();
const pages = { en: await page(report, 'en'), zh: await page(report, 'zh') };

describe('renderHtml', () => {
  it('renderHtml(report, …) is one file that refers to nothing outside, under 2 MB', () => {
    for (const html of Object.values(pages)) {
      expect(html.startsWith('<!doctype html>')).toBe(true);
      expect(html.length).toBeLessThan(2_000_000);
      expect(html).not.toMatch(/(?:src|href)="(?!#)/);
      expect(html).not.toMatch(/url\((?!#)|@import|<link|<iframe/);
      const addresses = [...html.matchAll(/https?:\/\/[^"' <)]+/g)].map(([address]) => address);
      expect(new Set(addresses)).toEqual(new Set(['http://www.w3.org/2000/svg']));
    }
  });

  it('renderHtml(report, …) says of intervals that are undecided only that none is judged broken', () => {
    const open = structuredClone(report);
    for (const promise of open.promises) {
      promise.breaks = [];
      for (const interval of promise.intervals) interval.judgement = 'undecided';
    }
    const en = renderHtml(open, [], 'en');
    expect(en).toContain('No promise is judged broken in any interval.');
    expect(en).toMatch(/Is judged broken in no interval of 30\smin/);
    expect(en).not.toMatch(/No promise breaks in|Breaks in no/);
    const zh = renderHtml(open, [], 'zh');
    expect(zh).toContain('没有承诺在任何时段被判为未达标。');
    expect(zh).not.toContain('没有承诺在任何时段失守。');
  });

  it('renderHtml(report, …) closes what it opens and has every id once', () => {
    for (const html of Object.values(pages)) {
      expect(unclosed(html)).toEqual([]);
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = [...html.matchAll(/href="#([^"]*)"/g)].map((match) => match[1]);
      for (const target of targets) expect(ids).toContain(target);
    }
  });

  it('renderHtml(report, …) stays under 2 MB with intervals of five minutes and with many days', async () => {
    expect((await page(exampleReport(30), 'en')).length).toBeLessThan(2_000_000);
  });

  it('renderHtml(report, …) names hash, seed, runs, version and every definition', () => {
    for (const html of Object.values(pages)) {
      expect(html).toContain(report.scenario.hash);
      expect(html).toContain('monday');
      expect(html).toContain('0.1.0');
      expect(html).toContain('hotline.answer');
    }
    expect(pages.en).toContain('(answered within T + abandoned within T) ÷ (answered + abandoned)');
    expect(pages.zh).toContain('T 秒内接通 ÷（接通 + 放弃）');
  });

  it('renderHtml(report, …) puts the mean of the daily figures and their quantiles, with intervals, beside the ratio of sums', () => {
    const [table] = /<table[^>]*>(?:(?!<\/table>)[\s\S])*Mean of the daily figures[\s\S]*?<\/table>/.exec(pages.en) ?? [
      '',
    ];
    const [row] = /<tr>(?:(?!<\/tr>)[\s\S])*Connection rate[\s\S]*?<\/tr>/.exec(table) ?? [''];
    const figures = row.match(/\d+\.\d+\u00a0?\s?% \(\d+\.\d+[^)]* to \d+\.\d+[^)]*\)/g) ?? [];
    const { dayQuantiles, meanOfDays } = report.promises[0];
    expect(meanOfDays).not.toBeNull();
    expect(figures).toHaveLength(2 + dayQuantiles.length);
    expect(pages.zh).toContain('各日数值的平均');
  });

  it('renderHtml(report, …) escapes every text of the scenario', async () => {
    const evil = '"><img src=x onerror=alert(1)><script>alert(1)</script>&';
    const hostile = exampleReport(1, (scenario) => {
      scenario.name = evil;
      scenario.summary = evil;
      scenario.clock.timeZone = evil;
      scenario.routing.kind = evil;
      scenario.work.forEach((work) => {
        work.name = evil + work.name;
      });
      scenario.groups.forEach((group) => {
        group.name = evil;
      });
      scenario.shocks.forEach((shock) => {
        Object.assign(shock, { name: evil, why: evil, touches: [evil] });
      });
      scenario.promises.forEach((promise) => {
        promise.id = evil + promise.id;
      });
    });
    hostile.experiment.seed = evil;
    for (const lang of ['en', 'zh'] as const) {
      const html = await page(hostile, lang);
      expect(html).not.toContain('<img');
      expect(html.match(/<script/g)).toHaveLength(1);
      expect(unclosed(html)).toEqual([]);
    }
  });

  it('renderHtml(report, …) leaves no English word in the Chinese page but names and terms', () => {
    const words = new Set(textOf(pages.zh).match(/[A-Za-z][A-Za-z.]+/g));
    const kept = [
      ...['Callfloor', 'Erlang', 'ASA', 'AHT', 'CSV', 'SHA', 'monday', 'launch', 'Asia', 'Shanghai', 'skill', 'order'],
      ...'A provincial hotline on the Monday of a 5G tariff launch'.split(' '),
      ...'Tariff launch Training of the senior group launch mails went out at nine'.split(' '),
      ...[
        'hotline.connect',
        'hotline.answer',
        'hotline.asa',
        'inquiry',
        'complaint',
        'tariff',
        'senior',
        'intervals.csv',
      ],
    ];
    const hash = /^[a-f.]+$/;
    expect([...words].filter((word) => !kept.includes(word) && !hash.test(word))).toEqual([]);
  });

  it('renderHtml(report, …) fills every sentence', () => {
    for (const html of Object.values(pages)) expect(textOf(html)).not.toMatch(/undefined|NaN|\[object|\{[TS]\}|null/);
  });

  it('renderHtml(report, …) marks a definition that turns the verdict', async () => {
    const turned = exampleReport();
    turned.promises[0].variants[0] = { ...turned.promises[0].variants[0], flips: true, judgement: 'broken' };
    const html = await page(turned, 'en');
    expect(html).toContain('By another definition the verdict turns: without short abandons');
    expect(html).toContain('broken (turns the verdict)');
  });
});

/** What a reader sees: no tags, styles or scripts. */
function textOf(html: string): string {
  return html
    .replaceAll(/<(style|script)>[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&[a-z#0-9]+;/g, ' ');
}

/** Elements that are opened and not closed in order. */
function unclosed(html: string): string[] {
  const alone = new Set(['meta', '!doctype', 'br']);
  const open: string[] = [];
  const body = html.replaceAll(/<(style|script)>[\s\S]*?<\/\1>/g, '');
  for (const [, closing, name, empty] of body.matchAll(/<(\/?)([!a-zA-Z][\w]*)(?:"[^"]*"|[^>"])*?(\/?)>/g)) {
    if (alone.has(name) || empty === '/') continue;
    if (closing === '') open.push(name);
    else if (open.pop() !== name) return [`</${name}>`];
  }
  return open;
}
