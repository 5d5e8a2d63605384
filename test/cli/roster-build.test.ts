import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { buildingSchema } from '../../src/report/roster/building-report.ts';
import { readRoster } from '../../src/scenario/roster/read-roster.ts';
import { callfloor, emptyFolder, shipped } from './callfloor.ts';

const scenario = `
work:
  desk:
    hours: "09:00-15:00"
    arrivals: { kind: constant-rate, perHour: 40 }
    talkSeconds: { kind: exponential, mean: 180 }
    patienceSeconds: { kind: exponential, mean: 120 }
people:
  groups:
    front: { skills: { desk: 1 } }
shifts:
  patterns:
    day: { hours: [3, 6], start: { from: "09:00", to: "12:00", everyMinutes: 60 } }
  people: { file: people.csv }
labourRules: [{ kind: hours-a-day, most: 6 }]
promises: [{ measure: answered-within, seconds: 30, atLeast: 0.8 }]
`;
const people = `name,team,group,hours a week\n${Array.from({ length: 9 }, (_, i) => `=Agent ${i + 1},red,front,20`).join('\n')}\n`;

function centre(): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'desk.yaml'), scenario);
  writeFileSync(join(folder, 'people.csv'), people);
  return folder;
}

const few = ['--runs', '200', '--teach-runs', '60', '--threads', '1'];

describe('callfloor roster build', () => {
  it('roster build writes a table, a workbook and calendars that are read back, and no formula', async () => {
    const folder = centre();
    const { code, stdout } = await callfloor(['roster', 'build', 'desk.yaml', ...few], { folder });
    expect(stdout).toMatch(/^The roster holds: /);
    expect(stdout).toMatch(/Erlang C/);
    expect(code).toBe(0);
    const out = join(folder, 'out/desk-roster-1');
    const context = { timeZone: 'UTC', days: ['2026-03-02'], work: ['desk'], groups: ['front'] };
    const read = async (name: string) =>
      (await readRoster([{ name, bytes: readFileSync(join(out, name)) }], context)).roster.shifts;
    const table = await read('roster.csv');
    expect(table.length).toBeGreaterThan(2);
    expect(await read('roster.xlsx')).toEqual(table);
    expect(readFileSync(join(out, 'roster.csv'), 'utf8')).not.toMatch(/(^|,)=/m);
    expect(readdirSync(join(out, 'calendars'))).toHaveLength(table.length);
    const page = readFileSync(join(out, 'roster.html'), 'utf8');
    for (const said of ['Is anybody missing?', 'Who works when', 'Beside Erlang C', 'as taught at least']) {
      expect(page).toContain(said);
    }
    expect(readdirSync(join(out, 'charts'))).toContain('shifts.svg');
  }, 120_000);

  it('roster build prints JSON on request, in the same bytes with two threads', async () => {
    const call = (threads: string) =>
      callfloor(['roster', 'build', 'desk.yaml', ...few.slice(0, 4), '--threads', threads, '--json'], {
        folder: centre(),
      });
    const [one, two] = [await call('1'), await call('2')];
    const json = JSON.parse(one.stdout);
    expect(json).toMatchObject({ ended: 'held', unfilled: [], erlangC: [{ demand: 1 }] });
    const ajv = new Ajv2020({ strict: false });
    expect(ajv.validate(buildingSchema, json), ajv.errorsText()).toBe(true);
    expect(two.stdout).toBe(one.stdout);
  }, 120_000);

  it('roster build says what is missing, with exit code 2, and writes nothing', async () => {
    const folder = emptyFolder();
    const without = await callfloor(['roster', 'build', shipped('hello.yaml')], { folder });
    expect(without).toMatchObject({ code: 2, stdout: '' });
    expect(without.stderr).toMatch(/expected the section "shifts"/);
    writeFileSync(join(folder, 'desk.yaml'), scenario);
    expect((await callfloor(['roster', 'build', 'desk.yaml'], { folder })).stderr).toMatch(/people\.csv/);
    writeFileSync(join(folder, 'people.csv'), 'name,group\nAnn,back\n');
    const unknown = await callfloor(['roster', 'build', 'desk.yaml'], { folder });
    expect(unknown).toMatchObject({ code: 2 });
    expect(unknown.stderr).toMatch(/people\.csv:2:1 expected a group of the scenario \(front\), got "back"/);
    writeFileSync(join(folder, 'people.csv'), 'name,group\nAnn,front\n');
    writeFileSync(join(folder, 'desk.yaml'), scenario.replace('most: 6', 'most: 1'));
    const ruled = await callfloor(['roster', 'build', 'desk.yaml'], { folder });
    expect(ruled).toMatchObject({ code: 2, stdout: '' });
    expect(ruled.stderr).toMatch(
      /^desk\.yaml: shifts\.patterns: expected shifts that may begin .* got none\. No shift of the pattern ".*" keeps the labour rule hours-a-day/,
    );
    expect(readdirSync(folder)).toEqual(['desk.yaml', 'people.csv']);
  }, 120_000);
});
