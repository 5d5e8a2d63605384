import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StaffingPlan } from '../../src/plan/staffing/staffing-plan.ts';
import { callfloor, emptyFolder, shipped } from './callfloor.ts';

const table = `date,start,queue,calls,aht,scheduled
2026-03-02,08:00,mobile,60,240,12
2026-03-02,08:30,mobile,90,240,14
2026-03-02,08:00,fixed,20,400,8
2026-03-02,08:30,fixed,0,400,0
2026-03-03,08:00,mobile,70,240,20
2026-03-03,08:30,mobile,95,240,24
`;

function folderWith(name: string, text: string): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, name), text);
  return folder;
}

describe('callfloor staff', () => {
  it('callfloor staff FILE.csv answers, draws and writes a plan, and reads its own table again', async () => {
    const folder = folderWith('week.csv', table.replaceAll(/,\d+$/gm, '').replace(',scheduled', ''));
    const options = ['--patience', '90', '--shrinkage', '0.3', '--volume-error', '0.05', '--aht-error', '0.03'];
    const { code, stdout, stderr } = await callfloor(['staff', 'week.csv', ...options], { folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Promise, in every interval: 90 % answered within 10 s (of all contacts)');
    expect(stdout).toContain('fixed: ');
    const out = join(folder, 'out/week-staffing');
    const page = readFileSync(join(out, 'staffing.html'), 'utf8');
    expect(page.match(/<figure>/g)).toHaveLength(2);
    for (const text of [page, stdout]) expect(text).not.toMatch(/NaN|undefined|Infinity/);
    expect(existsSync(join(out, 'charts/queue-2.svg'))).toBe(true);
    const plan = JSON.parse(readFileSync(join(out, 'staffing.json'), 'utf8')) as StaffingPlan;

    // The agents of the plan keep its promise: its table, read as a demand with agents, holds.
    const again = await callfloor(['staff', 'out/week-staffing/intervals.csv', '--json', '--out', 'again'], { folder });
    expect({ code: again.code, stderr: again.stderr }).toEqual({ code: 0, stderr: '' });
    const read = JSON.parse(again.stdout) as StaffingPlan;
    expect(read.queues.map(({ name, total }) => [name, total.broken])).toEqual([
      ['mobile', 0],
      ['fixed', 0],
    ]);
    expect(read.queues.map(({ intervals }) => intervals.map(({ required }) => required))).toEqual(
      plan.queues.map(({ intervals }) => intervals.map(({ required }) => required)),
    );
  });

  it('callfloor staff with a roster that breaks the promise says where, in Chinese too, and ends with exit code 1', async () => {
    const folder = folderWith('week.csv', table);
    const words = ['staff', 'week.csv', '--work', 'mobile', '--patience', '90'];
    const { code, stdout } = await callfloor(words, { folder });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^✘ The agents given do not keep the promise: it breaks in 1 of 4 intervals/);
    const chinese = await callfloor([...words, '--lang', 'zh', '--exit-zero', '--volume-error', '0.05'], { folder });
    expect(chinese.code).toBe(0);
    // Only the error that was given is named.
    expect(chinese.stdout.replaceAll(/\s+/g, '')).toContain('来电量比预测低5%：');
    expect(chinese.stdout).toMatch(/^✘ 给定的坐席不能兑现承诺：4 个时段中有 1 个未达标/);
    expect(readFileSync(join(folder, 'out/week-staffing/staffing.html'), 'utf8')).toContain('<html lang="zh-Hans">');
  });

  it('callfloor staff says in words that a queue grows without limit, and prints no infinity', async () => {
    const folder = folderWith('week.csv', table);
    const { code, stdout } = await callfloor(['staff', 'week.csv', '--agents', '9', '--method', 'erlang-c'], {
      folder,
    });
    expect(code).toBe(1);
    expect(stdout).toContain('a queue that grows without limit, an endless wait');
    expect(stdout).not.toMatch(/∞|Infinity|NaN/);
  });

  it('callfloor staff takes a scenario with its promises and agents, and the demand of another file', async () => {
    const folder = emptyFolder();
    const plan = async (...words: string[]) => {
      const { stdout, stderr } = await callfloor(['staff', shipped('launch-monday.yaml'), '--json', ...words], {
        folder,
      });
      expect(stderr).toBe('');
      return JSON.parse(stdout) as StaffingPlan;
    };
    const [queue] = (await plan()).queues;
    expect(queue).toMatchObject({ agentsGiven: true, patienceKnown: true });
    expect(queue.targets.map(({ measure }) => measure)).toEqual(['abandonment', 'serviceLevel']);
    expect(queue.total.broken).toBeGreaterThan(0);
    const [other] = (await plan('--within', '20', '--target', '0.8')).queues;
    expect(other.targets).toMatchObject([{ measure: 'serviceLevel', answerWithinSeconds: 20, atLeast: 0.8 }]);
  });

  it('callfloor staff refuses what it cannot answer with a word on what to try, exit code 2, and writes nothing', async () => {
    const folder = folderWith('week.csv', table);
    const refused = async (...words: string[]) => {
      const { code, stdout, stderr } = await callfloor(['staff', ...words], { folder });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(existsSync(join(folder, 'out'))).toBe(false);
      return stderr;
    };
    expect(await refused('week.csv', '--target', '0')).toContain('--max-asa 20');
    writeFileSync(join(folder, 'plain.csv'), 'start,offered\n08:00,20\n08:30,30\n');
    expect(await refused('plain.csv', '--aht', '180', '--method', 'erlang-a')).toContain('give --patience 120');
    expect(await refused('plain.csv', '--aht', '180', '--work', 'x')).toContain('leave --work out');
    expect(await refused('week.csv', '--short', '20')).toContain(
      '--short (20 s) must not be longer than --within (10 s)',
    );
    expect(await refused('week.csv', '--column', 'call=x')).toContain('offered');
    expect(await refused('week.csv', '--day', '2026-03-09')).toContain('a day of the file (2026-03-02 … 2026-03-03)');
    expect(await refused('week.csv', '--demand', 'week.csv')).toContain('--demand is for scenarios');
    expect(await refused(shipped('hello.yaml'), '--aht', '60')).toContain('--aht is for interval tables');
  });
});
