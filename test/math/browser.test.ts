import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import * as mathematics from '../../src/math/index.ts';

/** Where systems put the browser, or CHROMIUM says; without one this test is left out. */
const browserPath =
  [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => existsSync(path),
  ) ?? '';
const built = resolve(import.meta.dirname, '../../dist/src');

/** What the page computes: a text, so that the test runner does not rewrite its import. */
const script = `(async () => {
  const math = await import('/math/index.js');
  const target = { measure: 'serviceLevel', variant: 'offered', answerWithinSeconds: 10, atLeast: 0.9 };
  const demand = { arrivalRate: 2400 / 3600, meanHandleSeconds: 180, meanPatienceSeconds: 60, targets: [target] };
  const day = {
    arrivalRate: math.stepCurve([0, 900, 1800], [0.01, 0.02]),
    intervalStarts: [0, 900, 1800],
    agents: [4, 5],
    meanHandleSeconds: 180,
    meanPatienceSeconds: 120,
    answerWithinSeconds: 20,
  };
  return {
    names: Object.keys(math).sort(),
    required: math.requiredAgents(demand),
    level: math.erlangA({ ...demand, agents: 123, answerWithinSeconds: 10 }).serviceLevel.offered,
    abandoned: math.exactDay(day).total.abandoned,
  };
})()`;

describe.skipIf(browserPath === '')('callfloor/math in a browser', () => {
  it('loads as it is built, without a bundler, exports all it exports here, and computes the same', async () => {
    const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const page = await browser.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await page.route('http://math.test/**', async (route) => {
        const { pathname } = new URL(route.request().url());
        if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
        return route.fulfill({ contentType: 'text/javascript', body: readFileSync(resolve(built, `.${pathname}`)) });
      });
      await page.goto('http://math.test/');
      const found = (await page.evaluate(script)) as {
        names: string[];
        required: number;
        level: number;
        abandoned: number;
      };
      expect(faults).toEqual([]);
      expect(found.names).toEqual(Object.keys(mathematics).sort());
      expect(found.required).toBe(124);
      expect(found.level).toBeCloseTo(0.899977, 6);
      expect(found.abandoned).toBeCloseTo(1.4660253, 7);
    } finally {
      await browser.close();
    }
  });
});
