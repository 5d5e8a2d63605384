import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callfloor, emptyFolder, shipped } from './callfloor.ts';

const text = readFileSync(shipped('hello.yaml'), 'utf8');

/** A folder with the day in it, its target at the edge unless told otherwise, and more keys. */
function withDay(more = '', target = '0.836'): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'day.yaml'), `${text.replace('atLeast: 0.8 ', `atLeast: ${target} `)}${more}\n`);
  return folder;
}

describe('--confidence and --max-runs', () => {
  it('callfloor simulate gives the bytes of a scenario that asks for the same in its section precision', async () => {
    const written = withDay('precision: { confidence: 0.99, minRuns: 50, maxRuns: 50 }');
    const asked = withDay();
    const options = ['--quiet', '--exit-zero', '--threads', '1'];
    const one = await callfloor(['simulate', 'day.yaml', ...options], { folder: written });
    const two = await callfloor(['simulate', 'day.yaml', ...options, '--confidence', '0.99', '--max-runs', '50'], {
      folder: asked,
    });
    expect([one, two]).toEqual([1, 2].map(() => ({ code: 0, stdout: '', stderr: '' })));
    const read = (folder: string) => readFileSync(join(folder, 'out/day-1/report.json'), 'utf8');
    expect(read(asked)).toBe(read(written));
  });

  it('callfloor simulate ends at the limit and says how many more runs an undecided promise would take', async () => {
    const folder = withDay();
    const { code, stdout } = await callfloor(['simulate', 'day.yaml', '--max-runs', '120'], { folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/about [\d,]+ more runs would decide/);
    const report = JSON.parse(readFileSync(join(folder, 'out/day-1/report.json'), 'utf8')) as {
      experiment: { runs: number; ended: string };
    };
    expect(report.experiment).toMatchObject({ runs: 120, ended: 'max-runs' });
    const chinese = { LC_ALL: 'zh_CN.UTF-8' };
    const zh = await callfloor(['simulate', 'day.yaml', '--max-runs', '120'], { folder, environment: chinese });
    expect(zh.stdout).toMatch(/约再仿真 [\d,]+ 次可见分晓/);
  });

  it('callfloor compare, why and norm take them too', async () => {
    const folder = withDay('', '0.99');
    const compared = await callfloor(
      [
        'compare',
        'day.yaml',
        '--vary',
        'people.groups.hotline.staff=11',
        '--max-runs',
        '4',
        '--confidence',
        '0.9',
        '--json',
      ],
      { folder },
    );
    expect(JSON.parse(compared.stdout)).toMatchObject({ experiment: { runs: 4, confidence: 0.9 } });
    const why = await callfloor(['why', 'day.yaml', '--runs', '4', '--confidence', '0.8', '--json', '--exit-zero'], {
      folder,
    });
    expect(JSON.parse(why.stdout)).toMatchObject({ experiment: { confidence: 0.8 } });
    const norm = await callfloor(['norm', 'day.yaml', '--max-runs', '4', '--quiet', '--exit-zero'], { folder });
    expect(norm).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it.each([
    [['--runs', '5', '--max-runs', '50'], '--runs asks for so many days', '--runs 要求固定的天数'],
    [['--confidence', '1'], '--confidence must be a number above 0.5 and below 1, got "1"', '--confidence'],
    [['--max-runs', '1'], '--max-runs must be a whole number from 2', '--max-runs 须为 2'],
  ])('callfloor simulate refuses %j with exit code 2', async (words, english, chinese) => {
    const en = await callfloor(['simulate', shipped('hello.yaml'), ...words]);
    const zh = await callfloor(['simulate', shipped('hello.yaml'), ...words, '--lang', 'zh']);
    expect([en.code, zh.code]).toEqual([2, 2]);
    expect(en.stderr).toContain(english);
    expect(zh.stderr).toContain(chinese);
  });
});
