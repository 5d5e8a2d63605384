import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type LongRunReport, longRunSchema } from '../../src/report/long-run/long-run-report.ts';
import { callfloor, emptyFolder, shipped } from './callfloor.ts';

const desk = (staff: number, days = 1) =>
  JSON.stringify({
    clock: { start: '2026-03-02', days },
    busyness: { cv: 0.1 },
    work: {
      inquiry: {
        hours: '08:00-12:00',
        arrivals: { kind: 'constant-rate', perHour: 60 },
        talkSeconds: { kind: 'exponential', mean: 240 },
        patienceSeconds: { kind: 'never' },
      },
    },
    people: { groups: { desk: { skills: { inquiry: 1 }, staff } } },
    promises: [{ measure: 'answered-within', seconds: 20, atLeast: 0.7 }],
  });

function folderWith(text: string): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'desk.yaml'), text);
  return folder;
}

describe('callfloor long-run', () => {
  it('callfloor long-run shows formula beside simulation, writes its files, the same with any number of threads', async () => {
    const folder = folderWith(desk(6));
    const words = ['long-run', 'desk.yaml', '--at', '10:00'];
    const { code, stdout, stderr } = await callfloor([...words, '--threads', '1'], { folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/If 10:00 on Monday 2 March 2026 lasted for ever: \d\d % are answered/);
    expect(stdout).toMatch(/inquiry: 60 an hour ask for a person, 4\.0 Erlangs, 6 agents for it/);
    expect(stdout).toMatch(/batches of .* stand in for independent days/);
    expect(stdout).not.toMatch(/NaN|undefined|days out of/);
    const out = join(folder, 'out/desk-1-long-run');
    expect(readdirSync(out).sort()).toEqual(['charts', 'figures.csv', 'long-run.html', 'long-run.json']);
    const json = readFileSync(join(out, 'long-run.json'), 'utf8');
    const report = JSON.parse(json) as LongRunReport;
    const isValid = new Ajv2020({ strict: false }).compile(longRunSchema);
    expect(isValid(report), JSON.stringify(isValid.errors)).toBe(true);
    expect(report.changes).toEqual([{ change: 'busyness', names: [], figure: 0.1 }]);
    expect(report.figures.find(({ name }) => name === 'wait-probability')?.erlangC).toBeCloseTo(0.2848, 4);
    expect(readFileSync(join(out, 'figures.csv'), 'utf8')).toMatch(
      /^promise,work,group,figure,unit,target,judgement,value/,
    );
    const again = await callfloor([...words, '--threads', '2', '--json', '--lang', 'zh'], { folder });
    expect(again.code).toBe(0);
    expect(again.stdout).toBe(json);
    expect(readFileSync(join(out, 'long-run.html'), 'utf8')).toContain('如何趋于稳定');
  });

  it.each([
    [desk(6), 'ten', '--at is "ten", expected a time of day, for instance 10:00 or "2026-03-03 10:00".\n'],
    [desk(6), '25:00', '--at is "25:00", expected a time of day, for instance 10:00 or "2026-03-03 10:00".\n'],
    [
      desk(6, 3),
      '10:00',
      '--at: the scenario has 3 days, so a date is needed from 2026-03-02 to 2026-03-04, for instance --at "2026-03-02 10:00".\n',
    ],
    [
      desk(6, 3),
      '2026-04-02 10:00',
      '--at: 2026-04-02 is no day of the scenario; expected a date from 2026-03-02 to 2026-03-04.\n',
    ],
    [
      desk(6),
      '07:59',
      'At 07:59 nothing comes to work that is open, or nobody is there, so there is nothing to settle. Give --at a time within the opening hours at which the roster has people on queue.\n',
    ],
    [
      desk(4),
      '10:00',
      'Never settles: at least 4 Erlangs come that nobody gives up waiting for (inquiry), and the agents who can do any of it are 4. The queue would grow for ever. Try more staff at that time, or say how long customers wait (work.<name>.patienceSeconds).\n',
    ],
  ])('callfloor long-run refuses what has no steady state, and writes nothing: %#', async (text, at, message) => {
    const folder = folderWith(text);
    const { code, stderr, stdout } = await callfloor(['long-run', 'desk.yaml', '--at', at], { folder });
    expect({ code, stderr, stdout }).toEqual({ code: 2, stderr: message, stdout: '' });
    expect(readdirSync(folder)).toEqual(['desk.yaml']);
  });

  it('callfloor long-run says of work without demand that nothing comes, and not that it arises of other work', async () => {
    const scenario = JSON.parse(desk(6));
    const { inquiry } = scenario.work;
    scenario.work.unasked = { ...inquiry, arrivals: { kind: 'constant-rate', perHour: 0 } };
    scenario.people.groups.desk.skills.unasked = 1;
    const folder = folderWith(JSON.stringify(scenario));
    const words = ['long-run', 'desk.yaml', '--at', '10:00', '--contacts', '40000'];
    const { code, stdout } = await callfloor(words, { folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/unasked: nothing comes\n/);
    expect(stdout).not.toMatch(/from other work/);
  });

  it('callfloor long-run needs to know when', async () => {
    const { code, stderr } = await callfloor(['long-run', shipped('hello.yaml')]);
    expect(code).toBe(2);
    expect(stderr).toContain('at');
  });

  it('callfloor long-run keeps the runs that were done at Ctrl-C', async () => {
    const folder = folderWith(desk(6));
    const words = ['long-run', 'desk.yaml', '--at', '10:00', '--precision', '0.01', '--contacts', '1000000000'];
    const { code, stderr, stdout } = await callfloor([...words, '--threads', '1'], {
      folder,
      meanwhile: (child) => {
        setTimeout(() => child.kill('SIGINT'), 6000);
      },
    });
    expect(stderr).toBe('Stopping after the run in hand; once more to stop at once.\n');
    expect(code).toBe(130);
    expect(stdout).toContain('stopped by hand');
    expect(stdout).toContain('kept in out/desk-1-long-run.checkpoint.json');
  }, 60_000);
});
