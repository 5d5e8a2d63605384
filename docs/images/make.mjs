/** Takes the pictures of the README: the shipped example's report as a browser shows it. Run it after a build: `node docs/images/make.mjs`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';

const project = join(import.meta.dirname, '../..');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
for (const lang of ['en', 'zh']) {
  const out = mkdtempSync(join(tmpdir(), 'callfloor-images-'));
  const command = ['dist/src/cli/main.cjs', 'simulate', 'scenarios/launch-monday.yaml', '--exit-zero', '--quiet'];
  execFileSync(process.execPath, [...command, '--lang', lang, '--out', out], { cwd: project });
  const page = await browser.newPage({ viewport: { width: 1000, height: 1500 }, colorScheme: 'light' });
  await page.goto(pathToFileURL(join(out, 'launch-monday-1/report.html')).href);
  const picture = await page.screenshot();
  await sharp(picture)
    .png({ palette: true, colours: 64 })
    .toFile(join(import.meta.dirname, `report.${lang}.png`));
}
await browser.close();
