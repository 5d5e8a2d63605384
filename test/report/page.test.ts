import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../../src/report/build-report.ts';
import { drawCharts } from '../../src/report/charts/draw-charts.ts';
import { renderHtml } from '../../src/report/render-html.ts';
import { exampleBeside, exampleOutcome, exampleScenario } from './example.ts';

/** Where systems put the browser, or CHROMIUM says; without one nothing can look at the page, and these tests are left out. */
const browserPath =
  [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => existsSync(path),
  ) ?? '';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(browserPath === '')('the report page in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'callfloor-page-'));
  let browser: Browser;

  beforeAll(async () => {
    const scenario = exampleScenario();
    const report = buildReport(scenario, exampleOutcome(scenario), exampleBeside(scenario));
    for (const lang of ['en', 'zh'] as const) {
      writeFileSync(join(folder, `${lang}.html`), renderHtml(report, await drawCharts(report, lang), lang));
    }
    browser = await chromium.launch({
      executablePath: browserPath,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    });
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  for (const [lang, colorScheme, width] of [
    ['en', 'light', 360],
    ['en', 'dark', 1000],
    ['zh', 'light', 1000],
    ['zh', 'dark', 360],
  ] as const) {
    it(`in ${lang}, ${colorScheme}, ${width} wide: axe finds nothing, and nothing is wider than the page`, async () => {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) faults.push(request.url());
      });
      await page.goto(`file://${folder}/${lang}.html`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await page.addScriptTag({ content: axe });
      expect(await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')).toEqual([]);
      expect(faults).toEqual([]);
      await page.close();
    });
  }

  it('its script passes its own policy and gives every table a button', async () => {
    const page = await browser.newPage();
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.goto(`file://${folder}/en.html`);
    const count = (what: string) => page.evaluate(`document.querySelectorAll('${what}').length`);
    expect(refused).toEqual([]);
    expect(await count('button')).toBe(await count('table'));
    await page.close();
  });
});
