import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callfloor, emptyFolder, shipped } from './callfloor.ts';

const hello = shipped('hello.yaml');

describe('--demand', () => {
  it.each([
    [
      'two columns that mean the same and differ',
      'interval,calls,offered\n08:00,20,20\n08:30,10,20\n',
      'd.csv:3:2 calls: expected the same in the columns "offered" and "calls", which both are the number of contacts, got 20 and 10.',
      'd.csv:3:2 calls: 应为“offered”与“calls”两列相同',
    ],
    ['a single row', 'interval,calls\n08:00,20\n', 'd.csv: expected', 'd.csv: 应为'],
  ])('callfloor simulate names the table and not a line of the scenario: %s', async (_, table, english, chinese) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'd.csv'), table);
    const words = ['simulate', hello, '--demand', join(folder, 'd.csv')];
    const en = await callfloor(words, { folder });
    expect(en.code).toBe(2);
    expect(en.stderr).toContain(english);
    expect(en.stderr).not.toContain('hello.yaml');
    const zh = await callfloor([...words, '--lang', 'zh'], { folder });
    expect(zh.stderr).toContain(chinese);
  });

  it('callfloor simulate takes a table in which two columns say the same', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'd.csv'), 'interval,calls,offered\n08:00,20,20\n08:30,10,10.0\n');
    const words = ['simulate', hello, '--demand', 'd.csv', '--runs', '2', '--quiet', '--exit-zero'];
    expect(await callfloor(words, { folder })).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('a table that several types of work share', () => {
  it('callfloor check says once what is wrong with it', async () => {
    const folder = emptyFolder();
    const two = readFileSync(hello, 'utf8')
      .replace(
        /work:\n {2}inquiry:\n([\s\S]*?)people:/,
        (_, body: string) => `work:\n  inquiry:\n${body}  fault:\n${body}people:`,
      )
      .replaceAll('{ kind: constant-rate, perHour: 120 }', '{ kind: interval-profile, file: d.csv }')
      .replace('{ inquiry: 1 }', '{ inquiry: 1, fault: 1 }');
    writeFileSync(join(folder, 'two.yaml'), two);
    writeFileSync(join(folder, 'd.csv'), 'start,offered\n08:00,1\n08:00,2\n');
    expect((await callfloor(['check', 'two.yaml'], { folder })).stderr).toBe(
      'd.csv:3:1 start: expected each row once, got 08:00 as in line 2.\n',
    );
  });
});

describe('callfloor drill run', () => {
  it.each(['--by', '--speed'])('refuses %s without --live', async (option) => {
    const words = ['drill', 'run', 'x.yaml', option, '5'];
    const en = await callfloor(words);
    expect(en).toMatchObject({ code: 2, stdout: '' });
    expect(en.stderr).toBe(`${option} is for a live drill: add --live, or leave it out.\n`);
    expect((await callfloor([...words, '--lang', 'zh'])).stderr).toContain('只用于实时演练');
  });
});
