import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { replanSchema } from '../../src/report/roster/replan-report.ts';
import { readRoster } from '../../src/scenario/roster/read-roster.ts';
import { callfloor, emptyFolder } from './callfloor.ts';

/** A desk of seven, of whom two sit in a meeting at ten and one is at home. */
const desk = `
clock: { start: 2026-03-02, timeZone: Asia/Shanghai }
work:
  inquiry:
    hours: "08:00-14:00"
    arrivals: { kind: constant-rate, perHour: 60 }
    talkSeconds: { kind: exponential, mean: 230 }
    patienceSeconds: { kind: exponential, mean: 180 }
people: { groups: { front: { skills: { inquiry: 1 } } } }
labourRules: [{ kind: hours-a-day, most: 7 }]
promises: [{ id: answer, measure: answered-within, seconds: 20, atLeast: 0.75 }]
`;
const roster = `name,group,date,start,end,lunch,meeting,pinned,cost per hour
Ann,front,2026-03-02,08:00,14:00,,,,10
Bob,front,2026-03-02,08:00,14:00,,,,10
Cid,front,2026-03-02,08:00,14:00,11:00-11:30,10:00-11:00,,10
Dee,front,2026-03-02,08:00,14:00,11:00-11:30,10:00-11:00,,10
Eve,front,2026-03-02,08:00,12:00,,,,10
Fay,front,2026-03-02,08:00,12:00,,,yes,10
Gus,front,2026-03-02,10:00,14:00,,,,10
Hal,front,2026-03-03,08:00,12:00,,,,10
`;

function folderWithDesk(): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'desk.yaml'), desk);
  writeFileSync(join(folder, 'roster.csv'), roster);
  return folder;
}

const callIn = ['--call-in', 'all', '--notice', '15', '--call-in-hours', '5'];
const words = ['roster', 'replan', 'roster.csv', '--scenario', 'desk.yaml', '--at', '08:10', '--runs', '40'];

describe('callfloor roster replan', () => {
  it('callfloor roster replan mends a day with what costs least, the same with any number of threads', async () => {
    const folder = folderWithDesk();
    const { code, stderr, stdout } = await callfloor([...words, ...callIn, '--absent', 'Ann', '--threads', '1'], {
      folder,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Mended: with \d+ moves?/);
    expect(stdout).toContain('Missing: Ann (from 08:00).');
    const out = join(folder, 'out/desk-replan-1');
    expect(readdirSync(out).sort()).toEqual(['moves.csv', 'replan.html', 'replan.json', 'roster.csv', 'roster.xlsx']);
    const json = JSON.parse(readFileSync(join(out, 'replan.json'), 'utf8'));
    const [planned, struck, mended] = [json.planned, json.struck, json.mended].map(({ promises }) => promises[0].short);
    expect(struck).toBeGreaterThan(planned);
    expect(mended).toBeLessThan(struck);
    const ajv = new Ajv2020({ strict: false });
    expect(ajv.validate(replanSchema, json), ajv.errorsText()).toBe(true);
    // What is pinned stays, and nobody is asked twice.
    const names = json.moves.map(({ person }: { person: string }) => person);
    expect(names).not.toContain('Fay');
    expect(new Set(names).size).toBe(names.length);
    // Ann is not on the roster that comes out, which is read back.
    const context = { timeZone: 'Asia/Shanghai', days: ['2026-03-02'], work: ['inquiry'], groups: ['front'] };
    const bytes = readFileSync(join(out, 'roster.csv'));
    const read = (await readRoster([{ name: 'roster.csv', bytes }], context)).roster;
    expect(read.shifts.some(({ person }) => read.people[person].name === 'Ann')).toBe(false);

    const again = await callfloor([...words, ...callIn, '--absent', 'Ann', '--threads', '2', '--json'], {
      folder: folderWithDesk(),
    });
    expect(JSON.parse(again.stdout)).toEqual(json);
  }, 120_000);

  it('callfloor roster replan counts the day alone: the same with two more days behind it', async () => {
    const folder = folderWithDesk();
    writeFileSync(join(folder, 'desk.yaml'), desk.replace('2026-03-02,', '2026-03-02, days: 3,'));
    const rows = roster.split('\n').filter((row) => row.includes('2026-03-02'));
    const next = rows.map((row) => row.replace('2026-03-02', '2026-03-04'));
    writeFileSync(join(folder, 'roster.csv'), `${roster}${next.join('\n')}\n`);
    const options = ['--absent', 'Ann', '--json', '--exit-zero', '--threads', '1'];
    const [long, alone] = [
      JSON.parse((await callfloor([...words, ...options], { folder })).stdout),
      JSON.parse((await callfloor([...words, ...options], { folder: folderWithDesk() })).stdout),
    ];
    expect(long).toEqual(alone);
    expect(alone.moves.length).toBeGreaterThan(0);
  }, 120_000);

  it('callfloor roster replan does not move all lunches to the same quarter of an hour', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'desk.yaml'), desk.replace('atLeast: 0.75', 'atLeast: 0.7, scope: interval'));
    const row = (lunch: string) => (name: string) => `${name},front,2026-03-02,08:00,14:00,${lunch}`;
    const rows = [
      ...['Ann', 'Bob', 'Cid', 'Dee'].map(row('')),
      ...['Eve', 'Fay', 'Gus', 'Hal'].map(row('11:00-11:30')),
    ].join('\n');
    writeFileSync(join(folder, 'roster.csv'), `name,group,date,start,end,lunch\n${rows}\n`);
    const strict = ['--absent', 'Ann; Bob', '--overtime', '0', '--exit-zero', '--json', '--threads', '1'];
    const { mended, moves, struck } = JSON.parse((await callfloor([...words, ...strict], { folder })).stdout);
    const times = moves.map(({ move }: { move: string }) => move);
    expect(times.length).toBeGreaterThan(1);
    expect(new Set(times).size).toBeGreaterThan(1);
    expect(mended.promises[0].short).toBeLessThan(struck.promises[0].short);
  }, 120_000);

  it('callfloor roster replan leaves the day alone where what gained in the search gains nothing on other days', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'desk.yaml'), desk);
    const rows = ['Ann', 'Bob', 'Cid', 'Dee', 'Eve', 'Fay', 'Gus'].map(
      (name) => `${name},front,2026-03-02,08:00,14:00,11:00-11:30`,
    );
    writeFileSync(join(folder, 'roster.csv'), `name,group,date,start,end,lunch\n${rows.join('\n')}\n`);
    const strict = ['--absent', 'Gus', '--overtime', '0', '--exit-zero', '--json', '--threads', '1'];
    const replan = JSON.parse((await callfloor([...words, ...strict], { folder })).stdout);
    expect(replan).toMatchObject({ ended: 'not-mended', moves: [] });
    expect(replan.mended).toEqual(replan.struck);
  }, 120_000);

  it('callfloor roster replan says what becomes of a day to which nobody comes', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'desk.yaml'), desk);
    // Skills that no group of the scenario has: with whoever has them, nobody is left who could do the work.
    writeFileSync(
      join(folder, 'roster.csv'),
      'name,skills,date,start,end\nAnn,inquiry=0.9,2026-03-02,08:00,14:00\nBob,inquiry=0.8,2026-03-02,08:00,14:00\n',
    );
    const { code, stderr, stdout } = await callfloor([...words, '--absent', 'Ann; Bob', '--threads', '1'], { folder });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('Not mended: nothing that may be moved helps.');
    expect(stdout.replace(/\s+/g, ' ')).toContain('without them 0 % of days (0 % to ');
  }, 120_000);

  it('callfloor roster replan says that it cannot mend what nothing may be moved for, with exit code 1', async () => {
    const strict = ['--move', '0', '--overtime', '0', '--keep-meetings', '--absent', 'Ann; Bob; Gus'];
    const { code, stdout } = await callfloor([...words, ...strict], { folder: folderWithDesk() });
    expect(code).toBe(1);
    expect(stdout).toContain('Not mended: nothing that may be moved helps.');
    const zh = await callfloor([...words, ...strict, '--lang', 'zh', '--exit-zero'], { folder: folderWithDesk() });
    expect(zh.code).toBe(0);
    expect(zh.stdout).toContain('未能补救');
  }, 120_000);

  it('callfloor roster replan says what is wrong with its options, and writes nothing', async () => {
    const folder = folderWithDesk();
    const said = async (...options: string[]) => {
      const { code, stderr, stdout } = await callfloor([...words, ...options], { folder });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      return stderr.trim();
    };
    expect([
      await said('--absent', 'An'),
      await said('--absent', 'Ann; Ann'),
      await said('--absent', 'Hal'),
      await said('--absent', 'Ann', '--at', '8h'),
      await said('--absent', 'Ann', '--call-in', 'Bob'),
      await said('--absent', 'Ann', '--overtime', '-1'),
    ]).toMatchInlineSnapshot(`
      [
        "--absent: expected the name of somebody on the roster, got "An". Try "Ann".",
        "--absent: Ann is named twice.",
        "--absent: expected somebody with a shift on 2026-03-02 that goes on after 08:10, got "Hal".",
        "--at: expected a time of day such as 08:10, got "8h".",
        "--call-in: expected somebody with neither a shift nor leave on 2026-03-02, got "Bob".",
        "--overtime must be a whole number from 0 to 480, got "-1".
      See callfloor roster replan --help.",
      ]
    `);
    writeFileSync(join(folder, 'desk.yaml'), desk.replace(/^promises.*$/m, 'promises: []'));
    expect(await said('--absent', 'Ann')).toBe(
      'desk.yaml: expected promises, by which a mend is judged, got none. Try "promises: [{ measure: answered-within, seconds: 20, atLeast: 0.8 }]".',
    );
    expect(readdirSync(folder).sort()).toEqual(['desk.yaml', 'roster.csv']);
  }, 120_000);
});
