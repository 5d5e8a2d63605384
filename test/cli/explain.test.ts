import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callfloor, emptyFolder, shipped } from './callfloor.ts';

const desk = ['explain', '--calls', '40', '--aht', '180', '--patience', '90', '--agents', '4', '--runs', '2'];
const pictures = [
  'busy-days',
  'handling',
  'knee',
  'lag',
  'patience',
  'patience-shape',
  'pooling',
  'redials',
  'square-root',
];

describe('callfloor explain', () => {
  it('callfloor explain --calls --aht writes a page, its data and every picture, the same again', async () => {
    const folder = emptyFolder();
    const { code, stdout, stderr } = await callfloor(desk, { folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('2 fewer than 4');
    expect(stdout).toContain('Lesson: out/explain-queue-4-1/lesson.html');
    const out = join(folder, 'out/explain-queue-4-1');
    expect(readdirSync(join(out, 'charts')).sort()).toEqual(pictures.map((name) => `${name}.svg`).sort());
    const page = readFileSync(join(out, 'lesson.html'), 'utf8');
    expect(page).not.toMatch(/NaN|undefined|\bnull\b/);
    const json = readFileSync(join(out, 'lesson.json'), 'utf8');
    const again = await callfloor([...desk, '--json'], { folder });
    expect(again.stdout).toBe(json);
  });

  it('callfloor explain scenario.yaml simulates the day a step at a time, in Chinese too', async () => {
    const folder = emptyFolder();
    const words = ['explain', shipped('few-lines.yaml'), '--runs', '3', '--lang', 'zh', '--at', '10:00'];
    const { code, stdout, stderr } = await callfloor(words, { folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('公式没有考虑的每一项，各改变多少？');
    const out = join(folder, 'out/explain-few-lines-1');
    const page = readFileSync(join(out, 'lesson.html'), 'utf8');
    expect(page).toContain('lang="zh-Hans"');
    expect(page).toContain('+ 重拨');
    expect(page).not.toMatch(/NaN|undefined|\bnull\b/);
    expect(existsSync(join(out, 'charts/erlang.svg'))).toBe(true);
  });

  it.each([
    [['explain'], /Name a scenario file, or give a queue with --calls and --aht/],
    [['explain', shipped('hello.yaml'), '--aht', '20'], /--aht is for a queue without a scenario/],
    [['explain', '--calls', '100000', '--aht', '600'], /a load of 16,700 Erlangs/],
    [['explain', shipped('hello.yaml'), '--work', 'sales'], /no such work type; it has inquiry/],
    [['explain', shipped('hello.yaml'), '--at', '10:07'], /no planning interval begins then\. Try a time like 12:00/],
  ])('callfloor %j is refused with a clear word, and nothing is written', async (words, message) => {
    const folder = emptyFolder();
    const { code, stderr } = await callfloor(words, { folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(readdirSync(folder)).toEqual([]);
  });
});
