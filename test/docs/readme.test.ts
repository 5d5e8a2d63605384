import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, project } from '../cli/callfloor.ts';

const pages = ['README.md', 'README.zh.md', 'CONTRIBUTING.md', 'docs/README.md', 'docs/background/README.md'];

describe('README.md', () => {
  it('its library example runs as it stands', () => {
    const [, example] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(project, 'README.md'), 'utf8')) ?? [];
    const folder = emptyFolder();
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    writeFileSync(join(folder, 'example.mjs'), example);
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(project, join(folder, 'node_modules/callfloor'));
    symlinkSync(join(project, 'scenarios'), join(folder, 'scenarios'));
    const output = execFileSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' });
    expect(output).toMatch(/^answered-within held/);
    expect(output).toContain('holds');
  });

  it.each(pages)('%s links only to what exists', (page) => {
    const text = readFileSync(join(project, page), 'utf8');
    const targets = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target]) => target);
    const missing = targets.filter((to) => !/^https?:/.test(to) && !existsSync(join(project, dirname(page), to)));
    expect(missing).toEqual([]);
  });
});
