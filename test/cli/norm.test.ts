import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type NormStatement, normStatementSchema } from '../../src/report/norm/norm-statement.ts';
import { callfloor, emptyFolder } from './callfloor.ts';

/** A desk that answers everybody, and whose tickets take an hour. */
const desk = JSON.stringify({
  clock: { days: 2 },
  work: {
    inquiry: {
      hours: '08:00-12:00',
      arrivals: { kind: 'constant-rate', perHour: 10 },
      talkSeconds: 200,
      patienceSeconds: { kind: 'exponential', mean: 180 },
      after: { handled: { becomes: { ticket: { fraction: 0.2, afterHours: 1 } } } },
    },
    ticket: { channel: 'case', handleSeconds: 3600 },
  },
  people: { groups: { desk: { skills: { inquiry: 1, ticket: 1 }, staff: 12 } } },
  clocks: { 'ticket.close': { starts: { ticket: 'created' }, stops: { ticket: 'handled' }, withinHours: 24 } },
});

const own = JSON.stringify({
  title: { en: 'Our norm', zh: '本中心规范' },
  clauses: [
    {
      id: 'ticket.close',
      text: { en: 'closed within half an hour', zh: '半小时内闭环' },
      source: { en: 'house rules', zh: '内部规定' },
      test: { kind: 'clock', withinMinutes: 30, atLeast: 0.9 },
    },
  ],
});

function folderWithDesk(): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'desk.yaml'), desk);
  writeFileSync(join(folder, 'own.yaml'), own);
  return folder;
}

describe('callfloor norm', () => {
  it('callfloor norm tells clause by clause what holds, and writes its files', async () => {
    const folder = folderWithDesk();
    const { code, stdout, stderr } = await callfloor(['norm', 'desk.yaml', '--runs', '80', '--threads', '1'], {
      folder,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^✔ \d of 26 clauses held, none broken/);
    expect(stdout).toContain('✔ held       ticket.close');
    expect(stdout).toContain('– voicemail.reply: the scenario has no clock named voicemail.reply');
    const out = join(folder, 'out/desk-1-norm');
    expect(readdirSync(out).sort()).toEqual(['charts', 'norm.html', 'norm.json']);
    const statement = JSON.parse(readFileSync(join(out, 'norm.json'), 'utf8')) as NormStatement;
    const isValid = new Ajv2020({ strict: false }).compile(normStatementSchema);
    expect(isValid(statement), JSON.stringify(isValid.errors)).toBe(true);
  });

  it('callfloor norm --norm judges by a norm of one’s own, the same with any number of threads, in both languages', async () => {
    const folder = folderWithDesk();
    const words = ['norm', 'desk.yaml', '--norm', 'own.yaml', '--runs', '40'];
    const { code, stdout } = await callfloor([...words, '--threads', '1', '--lang', 'zh'], { folder });
    expect(code).toBe(1);
    expect(stdout).toContain('1 条中有 1 条未达标：ticket.close');
    const html = readFileSync(join(folder, 'out/desk-1-norm/norm.html'), 'utf8');
    expect(html).toContain('本中心规范');
    const json = readFileSync(join(folder, 'out/desk-1-norm/norm.json'), 'utf8');
    const again = await callfloor([...words, '--threads', '2', '--json', '--exit-zero'], { folder });
    expect(again).toEqual({ code: 0, stdout: json, stderr: '' });
  });

  it('callfloor norm says what is wrong with a norm, and writes nothing', async () => {
    const folder = folderWithDesk();
    writeFileSync(join(folder, 'own.yaml'), own.replace('withinMinutes', 'within'));
    const { code, stderr } = await callfloor(['norm', 'desk.yaml', '--norm', 'own.yaml'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('own.yaml:1:');
    expect(stderr).toContain('unknown key "within"');
    expect((await callfloor(['norm', 'desk.yaml', '--norm', 'no.yaml'], { folder })).code).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(['desk.yaml', 'own.yaml']);
  });
});
