import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { callfloor, emptyFolder, project, shipped } from './callfloor.ts';

const chinese = { environment: { LC_ALL: 'zh_CN.UTF-8' } };

/** The files of the program that a call reads. */
async function filesRead(words: readonly string[]): Promise<string[]> {
  const folder = emptyFolder();
  expect((await callfloor(words, { environment: { NODE_V8_COVERAGE: folder } })).code).toBe(0);
  const { result } = JSON.parse(readFileSync(join(folder, readdirSync(folder)[0]), 'utf8')) as {
    result: { url: string }[];
  };
  return result.flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []));
}

describe('callfloor', () => {
  it('callfloor --version prints the version of the package and nothing else', async () => {
    const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string };
    expect(await callfloor(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('callfloor simulate --trace-run without --trace is refused before any work', async () => {
    const words = ['simulate', 'no-such.yaml', '--trace-run', '3'];
    const told = '--trace-run 3 says which run --trace writes: add --trace, or leave it out.\n';
    expect(await callfloor(words)).toEqual({ code: 2, stdout: '', stderr: told });
    expect((await callfloor([...words, '--lang', 'zh'])).stderr).toContain('请加 --trace');
  });

  it('callfloor alone and with --help lists every command', async () => {
    for (const words of [[], ['--help'], ['-h']]) {
      const { code, stdout, stderr } = await callfloor(words);
      expect(code).toBe(0);
      expect(stderr).toBe('');
      for (const name of ['simulate', 'check', 'init', 'erlang', 'staff', 'verify', 'schemas', 'kinds'])
        expect(stdout).toContain(name);
    }
  });

  it('callfloor reads for help the parser and the words of help, and for a sound scenario nothing that explains faults', async () => {
    const forHelp = await filesRead(['--help']);
    const apart = forHelp.map((path) => basename(path)).filter((name) => name.endsWith('.cjs') && name !== 'main.cjs');
    expect(apart).toEqual(['cli-en.cjs']);
    expect(forHelp.reduce((size, path) => size + statSync(path).size, 0)).toBeLessThan(160_000);
    const forCheck = (await filesRead(['check', shipped('hello.yaml')])).map((path) => basename(path));
    expect(forCheck.length).toBeGreaterThan(forHelp.length);
    for (const name of ['faults-en.cjs', 'ajv.cjs', 'ical.cjs', 'chinese-days.cjs'])
      expect(forCheck).not.toContain(name);
  });

  it('callfloor speaks the language of the environment, LC_ALL before LC_MESSAGES before LANG', async () => {
    const says = async (environment: Record<string, string>) => (await callfloor(['--help'], { environment })).stdout;
    expect(await says({ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' })).toContain('命令');
    expect(await says({ LC_ALL: '', LC_MESSAGES: 'zh_TW.UTF-8', LANG: 'de_DE.UTF-8' })).toContain('命令');
    expect(await says({ LC_ALL: '', LANG: 'zh_CN' })).toContain('命令');
    expect(await says({ LC_ALL: 'de_DE.UTF-8', LANG: 'zh_CN' })).toContain('Commands');
  });

  it('callfloor --lang goes before the environment, in help and in complaints', async () => {
    expect((await callfloor(['--help', '--lang', 'zh'])).stdout).toContain('选项');
    expect((await callfloor(['--help', '--lang=en'], chinese)).stdout).toContain('Options');
    expect((await callfloor(['simulate', '--lang', 'zh'])).stderr).toContain('缺少');
  });

  it('callfloor --help leaves no English word of the parser in Chinese', async () => {
    for (const command of ['simulate', 'check', 'init', 'erlang', 'staff', 'verify', 'schemas', 'kinds']) {
      const { stdout } = await callfloor([command, '--help', '--lang', 'zh']);
      expect(stdout).not.toMatch(/\b(default|choices|required|boolean|string|number|Options|Positionals|Show)\b/);
    }
  });

  it.each([
    [['simulat', 'x.yaml'], 'Did you mean simulate?'],
    [['simulate', 'x.yaml', '--sed', '3'], 'Did you mean --seed?'],
    [['simulate', 'x.yaml', '--max-rums', '3'], 'Unknown option or argument: max-rums\nDid you mean --max-runs?'],
    [['simulate', 'x.yaml', 'y.yaml'], 'y.yaml'],
    [['simulate'], 'missing'],
    [['simulate', 'x.yaml', '--seed'], '--seed needs a value'],
    [['simulate', 'x.yaml', '--runs', 'many'], '--runs must be a whole number from 1'],
    [['simulate', 'x.yaml', '--runs', '-5'], '--runs'],
    [['simulate', 'x.yaml', '--runs', '2.5'], '"2.5"'],
    [['simulate', 'x.yaml', '--threads', '0'], '--threads must be a whole number from 1'],
    [['simulate', 'x.yaml', '--seed', '../evil'], '--seed may have'],
    [['simulate', 'x.yaml', '--lang', 'fr'], '--lang'],
    [['why', 'x.yaml', '--out', ''], '--out needs the name of a folder'],
    [['drill', 'run', 'x.yaml', '--out', ' '], '--out needs the name of a folder'],
    [['verify'], 'missing'],
  ])('callfloor %j is refused with exit code 2 and a word that helps: %s', async (words, help) => {
    const { code, stdout, stderr } = await callfloor(words);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(help);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('callfloor complains in Chinese where Chinese is spoken', async () => {
    const { code, stderr } = await callfloor(['simulate', 'x.yaml', '--sed', '3'], chinese);
    expect(code).toBe(2);
    expect(stderr).toContain('是指 --seed 吗？');
  });

  it('callfloor --json reports a mistake as one JSON object too', async () => {
    const { code, stdout, stderr } = await callfloor(['simulate', 'missing.yaml', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toEqual({ error: { exitCode: 2, message: stderr.trimEnd() } });
  });
});
