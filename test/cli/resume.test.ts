import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { callfloor, emptyFolder, shipped } from './callfloor.ts';

const hello = shipped('hello.yaml');
const report = (folder: string) => readFileSync(join(folder, 'out/hello-1/report.json'), 'utf8');
const checkpoint = 'out/hello-1.checkpoint.json';

describe('callfloor simulate --resume', () => {
  it('callfloor simulate --resume goes on after a kill without warning, and ends in the same bytes', async () => {
    const folder = emptyFolder();
    const { code } = await callfloor(['simulate', hello, '--runs', '10000000', '--threads', '2'], {
      folder,
      meanwhile: async (child) => {
        while (!existsSync(join(folder, checkpoint))) await setTimeout(20);
        child.kill('SIGKILL');
      },
    });
    expect(code).toBe(null);
    const kept = JSON.parse(readFileSync(join(folder, checkpoint), 'utf8')) as { ledger: { runs: number } };
    expect(kept.ledger.runs).toBeGreaterThan(0);
    const words = ['simulate', hello, '--runs', `${kept.ledger.runs + 7}`, '--threads', '1', '--quiet', '--exit-zero'];
    const resumed = await callfloor([...words, '--resume'], { folder });
    expect(resumed).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(existsSync(join(folder, checkpoint))).toBe(false);
    const fresh = emptyFolder();
    await callfloor(words, { folder: fresh });
    expect(report(folder)).toBe(report(fresh));
  });

  it('callfloor simulate --resume begins anew where nothing was kept, and says so', async () => {
    const { code, stderr } = await callfloor(['simulate', hello, '--runs', '5', '--resume', '--exit-zero']);
    expect(stderr).toContain('There is no out/hello-1.checkpoint.json to go on from');
    expect(code).toBe(0);
  });

  it('callfloor simulate --resume refuses what is not its own, in one line, and leaves it as it is', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'out'));
    for (const [content, reason] of [
      ['{"format"', 'is damaged'],
      ['{}', 'is not a checkpoint'],
      ['{"format":"callfloor-checkpoint","formatVersion":1,"check":"0"}', 'is damaged'],
    ]) {
      writeFileSync(join(folder, checkpoint), content);
      const { code, stderr } = await callfloor(['simulate', hello, '--resume'], { folder });
      expect(code).toBe(2);
      expect(stderr).toContain(reason);
      expect(stderr.trimEnd().split('\n').length).toBe(1);
      expect(readFileSync(join(folder, checkpoint), 'utf8')).toBe(content);
    }
  });

  it('callfloor simulate tells the verdict and keeps what it computed when the disk takes no report', async () => {
    const folder = emptyFolder();
    // Files may not grow beyond 60 KiB: the page does not fit, the checkpoint does.
    const words = ['simulate', hello, '--runs', '30', '--exit-zero'];
    const { code, stdout, stderr } = await callfloor(words, { folder, fileLimit: 60 });
    expect(code).toBe(2);
    expect(stdout).toContain('Monday 2 March 2026');
    expect(stderr).toMatch(
      /^Nothing can be written to out: .*\nWhat was simulated is kept in out\/hello-1\.checkpoint/,
    );
    expect(readdirSync(join(folder, 'out'))).toEqual(['hello-1.checkpoint.json']);
    expect((await callfloor([...words, '--resume', '--quiet'], { folder })).code).toBe(0);
    const fresh = emptyFolder();
    await callfloor(words, { folder: fresh });
    expect(report(folder)).toBe(report(fresh));
  });

  it('callfloor simulate --json says that its output cannot be written', async () => {
    const { code, stderr } = await callfloor(['simulate', hello, '--runs', '5', '--json'], { output: '/dev/full' });
    expect(stderr).toBe('The result cannot be written to standard output: the disk is full.\n');
    expect(code).toBe(2);
  });
});
