import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../src/report/build-report.ts';
import { palette } from '../../../src/report/charts/chart.ts';
import { chartNames, drawChart } from '../../../src/report/charts/draw-charts.ts';
import { renderPng } from '../../../src/report/charts/render-png.ts';
import { renderSvg } from '../../../src/report/charts/render-svg.ts';
import type { Report, ReportQuality } from '../../../src/report/report.ts';
import { exampleBeside, exampleOutcome, exampleScenario } from '../example.ts';
import { textsOf } from './texts-of.ts';

function exampleReport(days: number, change: (report: Report) => void = () => {}): Report {
  const scenario = exampleScenario(days);
  const report = buildReport(scenario, exampleOutcome(scenario, days === 1 ? 60 : 10), exampleBeside(scenario));
  report.quality = exampleQuality(days);
  change(report);
  return report;
}

/** Quality that a loop improves, made up. */
function exampleQuality(days: number): ReportQuality {
  const ofDay = (day: number) => ({
    handled: 1000,
    quality: 84 + day,
    poor: 300 - 20 * day,
    sampled: 100,
    evaluated: day === days - 1 ? 0 : 100,
    failed: day === days - 1 ? 0 : 34 - 2 * day,
    falselyFailed: 8,
    falselyPassed: 5,
    overturned: 1,
    talks: 10,
    arrived: 1100,
    repeats: 110 - 8 * day,
  });
  return {
    pass: 80,
    work: [{ work: 0, days: Array.from({ length: days }, (_, day) => ofDay(day)) }],
    agents: { weak: 2, weakFound: 1.5, good: 18, goodAccused: 0.2 },
    agreement: null,
  };
}

async function draw(report: Report, name: (typeof chartNames)[number], lang: 'en' | 'zh', width: number) {
  const chart = drawChart(report, name, { lang, width });
  if (chart === null) throw new Error(`${name}: nothing drawn`);
  return { chart, svg: await renderSvg(chart, lang) };
}

const report = exampleReport(1);
const week = exampleReport(7);
/** A course needs several days; all other charts are of one. */
const reportFor = (name: string) => (name === 'quality' ? week : report);

describe('drawChart', () => {
  for (const name of chartNames) {
    for (const [lang, width] of [
      ['en', 800],
      ['zh', 340],
    ] as const) {
      it(`drawChart(report, '${name}') in ${lang}, ${width} wide, is the picture committed`, async () => {
        const { svg } = await draw(reportFor(name), name, lang, width);
        await expect(svg).toMatchFileSnapshot(`${name}-${lang}-${width}.svg`);
      });
    }

    it(`drawChart(report, '${name}') describes itself, and says the same on both widths`, async () => {
      for (const lang of ['en', 'zh'] as const) {
        const wide = await draw(reportFor(name), name, lang, 800);
        const narrow = await draw(reportFor(name), name, lang, 340);
        expect(wide.chart.spec.description).toContain(wide.chart.title);
        expect(wide.svg).toMatch(/^<svg role="img" lang="[^"]+" aria-label="[^"]+" /);
        expect(narrow.chart.title).toBe(wide.chart.title);
        expect(wide.svg).toContain('width="800"');
        expect(narrow.svg).toContain('width="340"');
      }
    });

    it(`drawChart(report, '${name}') keeps every text inside the picture`, async () => {
      for (const lang of ['en', 'zh'] as const) {
        for (const width of [800, 340]) {
          const { chart, svg } = await draw(reportFor(name), name, lang, width);
          for (const { x, y, text } of textsOf(svg)) {
            expect(x, text).toBeGreaterThanOrEqual(0);
            expect(x, text).toBeLessThanOrEqual(width);
            expect(y, text).toBeGreaterThan(0);
            expect(y, text).toBeLessThan(chart.height);
          }
        }
      }
    });

    it(`drawChart(report, '${name}') draws several days, and a week, too`, async () => {
      for (const days of name === 'quality' ? [3, 7] : [2, 7]) {
        const { svg } = await draw(exampleReport(days), name, 'en', 800);
        expect(svg).not.toMatch(/NaN|undefined|null/);
      }
    });
  }

  it('drawChart(report, name) gives the same bytes again', async () => {
    const { svg } = await draw(report, 'promises', 'en', 800);
    expect((await draw(exampleReport(1), 'promises', 'en', 800)).svg).toBe(svg);
  });

  it("drawChart(report, 'staffing') sums no requirement where some of the work has none, and says which", () => {
    const unsized = exampleReport(1, ({ erlang }) => {
      for (const interval of erlang[0].intervals) interval.required = { erlangA: null, erlangC: null };
      erlang[0].total.requiredHours = { erlangA: null, erlangC: null };
    });
    const whole = drawChart(report, 'staffing', { lang: 'en', width: 800 });
    const part = drawChart(unsized, 'staffing', { lang: 'en', width: 800 });
    expect(whole?.reading).toMatch(/Erlang A requires \d/);
    expect(part?.title).toMatch(/^Between \d+ and \d+ agents are scheduled$/);
    expect(part?.reading).not.toContain('Erlang A requires');
    expect(part?.reading).toContain(`No total is required where ${report.work[0].name} comes in`);
  });

  it("drawChart(report, 'staffing') requires agents only while something is open", () => {
    const noon = Math.floor(report.erlang[0].intervals.length / 2);
    const closing = (openShare: number) =>
      exampleReport(1, ({ erlang }) => {
        for (const { intervals } of erlang) {
          for (const interval of intervals) interval.required = { erlangA: 0, erlangC: 0 };
        }
        Object.assign(erlang[0].intervals[noon], { openShare, required: { erlangA: 60, erlangC: 60 } });
      });
    const hours = (share: number) =>
      drawChart(closing(share), 'staffing', { lang: 'en', width: 800 })?.reading.match(
        /Erlang A requires ([\d.]+)/,
      )?.[1];
    // Sixty agents for half an hour, and for five minutes of it.
    expect(hours(1)).toBe('30');
    expect(hours(1 / 6)).toBe('5.0');
  });

  it('drawChart(report, name) uses the colours of the palette and the four shades of the heat map only', async () => {
    const allowed = new Set<string>([...Object.values(palette), '#DCEBE5', '#F3C79D', '#D9782D', '#8A2F00']);
    for (const name of chartNames) {
      const { svg } = await draw(reportFor(name), name, 'en', 800);
      const used = new Set([...svg.matchAll(/(?:fill|stroke)="(#[0-9A-Fa-f]+|[a-z]+)"/g)].map((match) => match[1]));
      used.delete('none');
      used.delete('transparent');
      expect([...used].filter((colour) => !allowed.has(colour))).toEqual([]);
    }
  });

  it('drawChart(report, name) shades and names every shock on the charts of time', async () => {
    for (const name of ['demand', 'staffing', 'promises', 'queue', 'erlang'] as const) {
      const { svg } = await draw(report, name, 'en', 800);
      expect(svg).toContain('Tariff launch');
      expect(svg).toContain(`fill="${palette.shade}"`);
    }
  });

  it('drawChart(report, name) escapes the names of the scenario', async () => {
    const hostile = (days: number) =>
      exampleReport(days, (made) => {
        made.shocks[0].name = '</text><script>alert(1)</script>';
        made.work[0].name = '"><img src=x onerror=alert(1)>';
      });
    const [day, course] = [hostile(1), hostile(7)];
    for (const name of chartNames) {
      const { svg } = await draw(name === 'quality' ? course : day, name, 'en', 800);
      expect(svg).not.toMatch(/<script|<img/);
    }
  });

  it("drawChart(report, 'quality') draws nothing of one or two days, or without quality", () => {
    const without = exampleReport(7, (made) => {
      delete made.quality;
    });
    for (const made of [report, exampleReport(2), without]) {
      expect(drawChart(made, 'quality', { lang: 'en', width: 800 })).toBeNull();
    }
  });

  it('drawChart(report, name) draws nothing for a report that has nothing for it', () => {
    const bare = exampleReport(1, (made) => {
      made.promises = [];
      made.erlang = made.erlang.map((one) => ({ ...one, promise: null }));
    });
    for (const name of ['promises', 'heat-map', 'erlang'] as const) {
      expect(drawChart(bare, name, { lang: 'en', width: 800 })).toBeNull();
    }
  });

  it('drawChart(report, name) draws a day on which nothing happens', async () => {
    const idle = exampleReport(1, (made) => {
      for (const work of made.work) {
        for (const row of [...work.intervals, work.total]) {
          Object.assign(row, { arrived: 0, requests: 0, answered: 0, abandoned: 0, redials: 0, asaSeconds: null });
        }
        for (const row of work.intervals) Object.assign(row, { queueMean: 0, queueMax: 0 });
      }
      made.waits.answered.fill(0);
      made.waits.abandoned.fill(0);
    });
    for (const name of ['demand', 'staffing', 'queue', 'waits'] as const) {
      expect((await draw(idle, name, 'en', 800)).svg).not.toMatch(/NaN/);
    }
  });
});

describe('renderPng', () => {
  it('renderPng(svg) is a PNG of twice the size', async () => {
    const { svg, chart } = await draw(report, 'demand', 'en', 800);
    const png = await renderPng(svg);
    const view = new DataView(png.buffer, png.byteOffset);
    expect([...png.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([1600, chart.height * 2]);
  });
});
