import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callfloor, emptyFolder, shipped } from './callfloor.ts';

const hello = shipped('hello.yaml');
const fast = ['--runs', '20', '--threads', '1'];

describe('callfloor compare', () => {
  it('compare file --vary key=values compares a scenario with its own variants and writes the whole comparison', async () => {
    const folder = emptyFolder();
    const { code, stdout, stderr } = await callfloor(
      ['compare', hello, '--vary', 'people.groups.hotline.staff=10,11', ...fast],
      {
        folder,
      },
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^"hotline\.staff=11" is better than "hello": /);
    const made = join(folder, 'out/compare-hello-1');
    for (const file of ['comparison.html', 'comparison.json', 'plans.csv', 'differences.csv', 'charts/ranking.svg']) {
      expect(existsSync(join(made, file)), file).toBe(true);
    }
    // The variant that is the scenario itself is not compared with it.
    const { plans } = JSON.parse(readFileSync(join(made, 'comparison.json'), 'utf8'));
    expect(plans.map(({ name }: { name: string }) => name)).toEqual(['hello', 'hotline.staff=11']);
    expect(plans[1].changes).toEqual([{ path: 'people.groups.hotline.staff', first: '10', own: '11' }]);
  });

  it('compare a b --json prints the comparison, on any number of threads the same', async () => {
    const folder = emptyFolder();
    const other = join(folder, 'other.yaml');
    writeFileSync(other, readFileSync(hello, 'utf8').replace(/staff: 10/, 'staff: 9'));
    const words = ['compare', hello, other, '--runs', '20', '--json', '--lang', 'zh'];
    const one = await callfloor([...words, '--threads', '1'], { folder });
    const two = await callfloor([...words, '--threads', '2'], { folder });
    expect(one.code).toBe(0);
    expect(two.stdout).toBe(one.stdout);
    expect(JSON.parse(one.stdout)).toMatchObject({ format: 'callfloor-comparison', verdict: { best: 0 } });
  });

  it.each([
    [[hello], /nothing to compare/],
    [
      [hello, '--vary', 'people.groups.hotline.staff=10'],
      /hello\.yaml is already so with hotline\.staff=10\. Give --vary/,
    ],
    [[hello, '--vary', 'people.groups.hotline.staff=10', '--lang', 'zh'], /hello\.yaml 本来就是 hotline\.staff=10。/],
    [[hello, '--vary', 'staff'], /expected key=values/],
    [[hello, '--vary', 'a=]'], /no list of values/],
    [[hello, hello, '--vary', 'a=1'], /exactly one scenario file/],
    [
      [hello, '--vary', 'people.groups.hotline.staff=x'],
      /^With hotline\.staff=x:\n.*people\.groups\.hotline\.staff: expected/,
    ],
    [[hello, hello, '--by', 'nothing'], /--by is "nothing", expected one of: .*, all\./],
    [[hello, shipped('two-skills.yaml')], /lacks the work/],
    [[hello, shipped('ordinary-monday.yaml')], /another time zone/],
    [[hello, 'no-such.yaml'], /There is no file no-such\.yaml/],
    [[hello, '--vary', `people.groups.hotline.staff=${Array.from({ length: 100 }, (_, i) => i + 1)}`], /at most 100/],
  ])('compare refuses what cannot be compared, and writes nothing', async (words, message) => {
    const folder = emptyFolder();
    const { code, stderr } = await callfloor(['compare', ...words], { folder });
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});
