import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callfloor, emptyFolder, project } from '../cli/callfloor.ts';

/** The files that a page shows: fenced blocks with a language and a file name. */
function filesOf(page: string): Map<string, string> {
  const text = readFileSync(join(project, page), 'utf8');
  return new Map([...text.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, name, content]) => [name, content]));
}

describe('docs/do/own-kind.md', () => {
  it('its module and scenario run as they stand, in two threads, without a change to Callfloor', async () => {
    const folder = emptyFolder();
    for (const [name, content] of filesOf('docs/do/own-kind.md')) writeFileSync(join(folder, name), content);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(project, join(folder, 'node_modules/callfloor'));

    const checked = await callfloor(['check', 'spot.yaml'], { folder });
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    const { stdout, stderr } = await callfloor(['simulate', 'spot.yaml', '--runs', '50', '--threads', '2', '--json'], {
      folder,
    });
    expect(stderr).toBe('');
    const report = JSON.parse(stdout) as { work: { name: string; total: { arrived: number } }[] };
    // 60 an hour for four hours, and 150 calls after the spot: a Poisson mean over 50 days, at 99.999 % confidence.
    const expected = 240 + 150;
    expect(Math.abs(report.work[0].total.arrived - expected)).toBeLessThan(4.417 * Math.sqrt(expected / 50));
  });
});
