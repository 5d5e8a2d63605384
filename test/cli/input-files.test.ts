import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callfloor, emptyFolder, shipped } from './callfloor.ts';

const commands = ['simulate', 'check', 'verify'];

describe('reading a file', () => {
  it.each(commands)('callfloor %s says that a file is missing and what is there instead', async (command) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'monday.yaml'), '');
    const { code, stdout, stderr } = await callfloor([command, 'munday.yaml'], { folder });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('There is no file munday.yaml. In that folder there is: monday.yaml.');
    expect(readdirSync(folder)).toEqual(['monday.yaml']);
  });

  it.each(commands)('callfloor %s says that a path is a folder', async (command) => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'scenarios'));
    const { code, stderr } = await callfloor([command, 'scenarios'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('scenarios is a folder');
  });

  it.each(commands)('callfloor %s refuses a file of 1 GB at once, without reading it', async (command) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'huge.yaml'), '');
    truncateSync(join(folder, 'huge.yaml'), 1_000_000_000);
    const start = performance.now();
    const { code, stderr } = await callfloor([command, 'huge.yaml'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('huge.yaml has 954 MiB; the limit is ');
    expect(performance.now() - start).toBeLessThan(5000);
    expect(readdirSync(folder)).toEqual(['huge.yaml']);
  });

  it('callfloor simulate does not wait for ever at a pipe', async () => {
    const folder = emptyFolder();
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    const { code, stderr } = await callfloor(['simulate', 'pipe.yaml'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('pipe.yaml is not an ordinary file.');
  });

  it('callfloor simulate says that a path leads through a file', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'monday.yaml'), '');
    const { code, stderr } = await callfloor(['simulate', 'monday.yaml/x.yaml'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('monday.yaml/x.yaml cannot be read: a part of the path is a file.');
  });

  it('callfloor simulate refuses an empty file', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'empty.yaml'), '');
    const { code, stderr } = await callfloor(['simulate', 'empty.yaml'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('empty.yaml');
    expect(readdirSync(folder)).toEqual(['empty.yaml']);
  });

  it('callfloor simulate names a demand file that is missing', async () => {
    const { code, stderr } = await callfloor(['simulate', shipped('hello.yaml'), '--demand', 'calls.csv']);
    expect(code).toBe(2);
    expect(stderr).toContain('calls.csv');
  });

  it('callfloor simulate says that a demand file is a folder or cannot be read, in both languages', async () => {
    const folder = emptyFolder();
    const words = ['simulate', shipped('hello.yaml'), '--demand', folder];
    const { code, stderr } = await callfloor(words, { folder });
    expect(code).toBe(2);
    expect(stderr).toContain(`${folder}: expected a file that can be read, got the folder ${folder}.\n`);
    expect((await callfloor([...words, '--lang', 'zh'], { folder })).stderr).toContain(`实为文件夹 ${folder}。\n`);
    const device = ['simulate', shipped('hello.yaml'), '--demand', '/dev/null'];
    expect((await callfloor(device, { folder })).stderr).toContain('got /dev/null, which cannot be.\n');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('callfloor simulate refuses --work without the demand that it is about', async () => {
    const folder = emptyFolder();
    const { code, stderr } = await callfloor(['simulate', shipped('hello.yaml'), '--work', 'inquiry'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('--work inquiry says whose demand --demand or --day changes; neither was given.');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('callfloor check says that a demand file with a zero byte in its name is missing', async () => {
    const folder = emptyFolder();
    const text = readFileSync(shipped('hello.yaml'), 'utf8');
    const changed = text.replace(/arrivals: .*/, 'arrivals: { kind: interval-profile, file: "a\\0b" }');
    writeFileSync(join(folder, 'zero.yaml'), changed);
    const { code, stderr } = await callfloor(['check', 'zero.yaml'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('work.inquiry.arrivals.file: expected a file that can be read');
  });
});
