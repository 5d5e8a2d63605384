import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { centreText, drillText } from '../drill/made-drill.ts';
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
    // What the dead one had begun goes with the next call; what is a living one's, or nobody knows whose, stays.
    const hidden = () => readdirSync(join(folder, 'out')).filter((name) => name.startsWith('.callfloor-'));
    const [dead] = hidden();
    expect(dead).toMatch(/-\d+-\w{6}$/);
    const others = [dead.replace(/-\d+-/, `-${process.pid}-`), '.callfloor-elsewhere-1-abcdef', '.callfloor-abcdef'];
    for (const other of others) mkdirSync(join(folder, 'out', other));
    const kept = JSON.parse(readFileSync(join(folder, checkpoint), 'utf8')) as {
      steps: { ledger: { runs: number } }[];
    };
    const { runs } = kept.steps[0].ledger;
    expect(runs).toBeGreaterThan(0);
    const words = ['simulate', hello, '--runs', `${runs + 7}`, '--threads', '1', '--quiet', '--exit-zero'];
    const resumed = await callfloor([...words, '--resume'], { folder });
    expect(resumed).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(existsSync(join(folder, checkpoint))).toBe(false);
    expect(hidden().sort()).toEqual(others.sort());
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
      ['{"format":"callfloor-checkpoint","formatVersion":4,"check":"0"}', 'is damaged'],
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

  it('callfloor simulate keeps what it computed among the temporary files when its own folder takes nothing', async () => {
    const folder = emptyFolder();
    const TMPDIR = emptyFolder();
    const words = ['simulate', hello, '--runs', '300', '--threads', '1', '--exit-zero'];
    const { code, stdout, stderr } = await callfloor(words, {
      folder,
      environment: { TMPDIR },
      meanwhile: async () => {
        const out = join(folder, 'out');
        // Once there is something in it, the folder has been found to take what is written.
        while (!existsSync(out) || readdirSync(out).length === 0) await setTimeout(1);
        rmSync(out, { recursive: true });
        writeFileSync(out, 'in the way');
      },
    });
    expect(code).toBe(2);
    expect(stdout).toContain('Monday 2 March 2026');
    const [kept] = readdirSync(TMPDIR).map((name) => join(TMPDIR, name));
    expect(stderr).toContain(`kept in ${kept} instead: the same command with --resume --out ${kept}`);
    expect(await callfloor([...words, '--resume', '--out', kept, '--quiet'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    const fresh = emptyFolder();
    await callfloor(words, { folder: fresh });
    expect(readFileSync(join(kept, 'hello-1/report.json'), 'utf8')).toBe(report(fresh));
  });

  it('callfloor simulate --json says that its output cannot be written', async () => {
    const { code, stderr } = await callfloor(['simulate', hello, '--runs', '5', '--json'], { output: '/dev/full' });
    expect(stderr).toBe('The result cannot be written to standard output: the disk is full.\n');
    expect(code).toBe(2);
  });

  const surged = shipped('launch-monday.yaml');
  const missed = join(emptyFolder(), 'missed.yaml');
  writeFileSync(missed, readFileSync(hello, 'utf8').replace('atLeast: 0.8 ', 'atLeast: 0.99 '));
  const rush = join(emptyFolder(), 'rush.yaml');
  writeFileSync(join(rush, '../centre.yaml'), centreText);
  writeFileSync(rush, drillText);
  // So many days that a fast machine has not done them when it is stopped.
  it.each([
    ['compare', ['compare', surged, '--vary', 'busyness.cv=0.1', '--runs', '200'], 'compare-launch-monday-1', []],
    ['why', ['why', missed, '--exit-zero', '--runs', '1500'], 'missed-1-why', ['--runs', '1600']],
    ['norm', ['norm', surged, '--exit-zero', '--runs', '400'], 'launch-monday-1-norm', []],
    [
      'long-run',
      ['long-run', hello, '--at', '10:00', '--exit-zero', '--contacts', '6000000'],
      'hello-1-long-run',
      ['--contacts', '7000000'],
    ],
    ['drill tune', ['drill', 'tune', rush, '--days', '4', '--alarms', '0.9'], 'rush-1-tuning', ['--days', '5']],
    ['roster advise', ['roster', 'advise', '--scenario', hello, '--runs', '100'], 'hello-advice-1', ['--runs', '90']],
  ])(
    'callfloor %s, stopped by Ctrl-C, keeps what it computed and says so; --resume ends in the same bytes',
    async (...given) => {
      const [, words, name, other] = given;
      const folder = emptyFolder();
      const checkpointPath = join('out', `${name}.checkpoint.json`);
      const stopped = await callfloor(words, {
        folder,
        meanwhile: async (child) => {
          // The folder is there when the work begins; a while later some days are done.
          while (!existsSync(join(folder, 'out'))) await setTimeout(10);
          await setTimeout(1000);
          child.kill('SIGINT');
        },
      });
      expect(stopped.code).toBe(130);
      expect(stopped.stdout + stopped.stderr).toContain(`kept in ${checkpointPath}`);
      if (other.length > 0) {
        const refused = await callfloor([...words, ...other, '--resume'], { folder });
        expect([refused.code, refused.stdout, refused.stderr]).toEqual([
          2,
          '',
          expect.stringContaining(other.join(' ')),
        ]);
      }
      const resumed = await callfloor([...words, '--resume', '--quiet'], { folder });
      expect(resumed).toEqual({ code: 0, stdout: '', stderr: '' });
      expect(readdirSync(join(folder, 'out'))).toEqual([name]);
      const fresh = emptyFolder();
      await callfloor([...words, '--quiet'], { folder: fresh });
      const [file] = readdirSync(join(folder, 'out', name)).filter((one) => one.endsWith('.json'));
      const read = (where: string) => readFileSync(join(where, 'out', name, file), 'utf8');
      expect(read(folder)).toBe(read(fresh));
    },
    60_000,
  );

  it.each([
    ['compare', ['compare', hello, '--vary', 'people.groups.hotline.staff=11', '--runs', '20'], null],
    ['why', ['why', missed, '--runs', '10'], 'missed-1-why'],
    ['norm', ['norm', hello, '--runs', '10'], null],
  ])(
    'callfloor %s says before the work what it cannot write to, and keeps what it computed when the disk fills up',
    async (...given) => {
      const [, words, name] = given;
      const folder = emptyFolder();
      writeFileSync(join(folder, 'file'), '');
      const refused = await callfloor([...words, '--out', 'file/out'], { folder });
      expect(refused).toEqual({
        code: 2,
        stdout: '',
        stderr: 'Nothing can be written to file/out: a part of the path is a file. Give another folder with --out.\n',
      });
      // Files may not grow beyond 60 KiB: the page of `why` does not fit, the checkpoint does.
      if (name === null) return;
      const full = await callfloor(words, { folder, fileLimit: 60 });
      expect(full.code).toBe(2);
      expect(full.stdout).not.toBe('');
      expect(full.stderr).toContain(`is kept in out/${name}.checkpoint.json`);
      expect(readdirSync(join(folder, 'out'))).toEqual([`${name}.checkpoint.json`]);
    },
  );

  it('callfloor simulate --resume refuses what was made with other options, and says which', async () => {
    const folder = emptyFolder();
    // Files may not grow beyond 60 KiB: the page does not fit, the checkpoint does.
    await callfloor(['simulate', hello, '--runs', '30', '--exit-zero'], { folder, fileLimit: 60 });
    const en = await callfloor(['simulate', hello, '--resume'], { folder });
    expect(en.code).toBe(2);
    expect(en.stderr).toContain('was made with other options (--runs …) than this command has (–)');
    const zh = await callfloor(['simulate', hello, '--resume', '--lang', 'zh'], { folder });
    expect(zh.stderr).toContain('所用的选项（--runs …）与本命令（–）不同');
  });
});
