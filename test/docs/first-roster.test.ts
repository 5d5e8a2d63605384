import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callfloor, emptyFolder } from '../cli/callfloor.ts';

describe('docs/learn/first-roster.md', () => {
  it('every step of the lesson does what it says', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'my-centre.yaml');
    expect((await callfloor(['init', 'my-centre.yaml'], { folder })).code).toBe(0);
    expect((await callfloor(['check', 'my-centre.yaml'], { folder })).code).toBe(0);

    const starter = readFileSync(file, 'utf8');
    writeFileSync(file, starter.replace('talkSeconds', 'talkSecond'));
    const wrong = await callfloor(['check', 'my-centre.yaml'], { folder });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/^my-centre\.yaml:\d+:\d+ work\.inquiry.*talkSeconds/m);
    writeFileSync(file, starter);

    const before = await callfloor(['simulate', 'my-centre.yaml'], { folder });
    expect(before.code).toBe(1);
    expect(before.stdout).toContain('out/my-centre-1/report.html');

    writeFileSync(file, starter.replace(/^.*"09:00", agents: 11.*$/m, '        - { from: "09:00", agents: 13 }'));
    const staffed = await callfloor(['simulate', 'my-centre.yaml', '--json'], { folder });
    writeFileSync(file, starter.replace(/^# (shocks:| {2}- \{ kind: surge)/gm, '$1'));
    const shocked = await callfloor(['simulate', 'my-centre.yaml', '--json'], { folder });
    const answered = (output: string) =>
      (JSON.parse(output) as { promises: { estimate: { value: number } }[] }).promises[1].estimate.value;
    expect(answered(staffed.stdout)).toBeGreaterThan(answered(shocked.stdout) + 0.1);
  });
});
