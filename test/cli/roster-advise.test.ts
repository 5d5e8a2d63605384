import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/report/report.ts';
import { type RosterAdvice, rosterAdviceSchema } from '../../src/report/roster/advice-report.ts';
import { callfloor, emptyFolder } from './callfloor.ts';

/** A desk with two kinds of work where all go to lunch at once. */
const desk = JSON.stringify({
  clock: { start: '2026-03-02', days: 1, timeZone: 'Asia/Shanghai' },
  work: Object.fromEntries(
    ['inquiry', 'complaint'].map((name) => [
      name,
      {
        hours: '08:00-12:00',
        arrivals: { kind: 'constant-rate', perHour: 30 },
        talkSeconds: { kind: 'exponential', mean: 230 },
        patienceSeconds: { kind: 'exponential', mean: 180 },
      },
    ]),
  ),
  people: { groups: { front: { skills: { inquiry: 1 } }, senior: { skills: { inquiry: 1, complaint: 1 } } } },
  promises: [{ measure: 'answered-within', seconds: 20, atLeast: 0.8 }],
});
const roster = `name,group,start,end,lunch,pinned
Ann,front,08:00,12:00,10:00-10:30,
Bob,front,08:00,12:00,10:00-10:30,
Cid,senior,08:00,12:00,10:00-10:30,
Dee,senior,08:00,12:00,10:00-10:30,yes
Eve,senior,08:00,12:00,,
`;

function folderWithDesk(): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'desk.yaml'), desk);
  writeFileSync(join(folder, 'roster.csv'), roster);
  return folder;
}

describe('callfloor roster advise', () => {
  it('callfloor roster advise tries agents, skills and lunches, and says the same with any number of threads', async () => {
    const folder = folderWithDesk();
    const words = ['roster', 'advise', 'roster.csv', '--scenario', 'desk.yaml', '--runs', '20'];
    const { code, stderr, stdout } = await callfloor([...words, '--threads', '1'], { folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Half-hours below the target');
    const out = join(folder, 'out/desk-advice-1');
    expect(readdirSync(out).sort()).toEqual(['advice.html', 'advice.json', 'changes.csv', 'charts']);
    const json = readFileSync(join(out, 'advice.json'), 'utf8');
    const advice: RosterAdvice = JSON.parse(json);
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(reportSchema, 'report.schema.json');
    expect(ajv.validate(rosterAdviceSchema, advice), ajv.errorsText()).toBe(true);
    const sorts = advice.changes.map(({ what }) => what.change);
    // Eight half-hours and two kinds of work, each with one more and one fewer; who lacks complaint is one set of skills.
    expect(sorts.filter((one) => one === 'more')).toHaveLength(16);
    expect(sorts.filter((one) => one === 'teach')).toHaveLength(1);
    expect(sorts.filter((one) => one === 'move-lunch')).toHaveLength(2);
    // With one of five left at 10:00, somebody who eats later helps.
    const lunch = advice.mends.find(({ start }) => start === 10 * 3600);
    expect(lunch?.value).toBeLessThan(0.5);
    for (const index of advice.best[0]) expect(advice.changes[index].fresh).toBe(true);

    const { stdout: again } = await callfloor([...words, '--threads', '3', '--json'], { folder });
    expect(again).toBe(json);
  });

  it('callfloor roster advise takes the head-counts of a scenario, in Chinese', async () => {
    const folder = emptyFolder();
    const counts = {
      ...JSON.parse(desk),
      people: { groups: { all: { skills: { inquiry: 1, complaint: 1 }, staff: 6 } } },
    };
    writeFileSync(join(folder, 'desk.yaml'), JSON.stringify(counts));
    const { code, stdout } = await callfloor(
      ['roster', 'advise', '--scenario', 'desk.yaml', '--runs', '10', '--lang', 'zh'],
      {
        folder,
      },
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/为 (inquiry|complaint) 增加一人/);
  });

  it('callfloor roster advise names what is wrong with a roster and writes nothing', async () => {
    const folder = folderWithDesk();
    writeFileSync(join(folder, 'roster.csv'), 'name,group,start,end\nAnn,back,08:00,12:00\n');
    const { code, stderr } = await callfloor(['roster', 'advise', 'roster.csv', '--scenario', 'desk.yaml'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('roster.csv:2');
    expect(readdirSync(folder).sort()).toEqual(['desk.yaml', 'roster.csv']);
  });
});
