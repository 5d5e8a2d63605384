import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../src/cli/load-scenario.ts';
import { openWorkbook } from '../../../src/scenario/roster/read-roster.ts';
import { staffOfRoster } from '../../../src/scenario/roster/staff-roster.ts';
import { scenarioFolder } from '../files.ts';
import { hour, readText } from './rosters.ts';

const groups = { front: { inquiry: 1 }, senior: { inquiry: 1, complaint: 1 } };

describe('staffOfRoster', () => {
  it('puts people into the group of their name, of their skills, or into one of their own', async () => {
    const { roster } = await readText(
      'r.csv',
      `name,group,skills,start,end
Ann,front,,08:00,16:00
Bob,,complaint; inquiry,08:00,16:00
Cid,,inquiry=0.8; complaint,08:00,16:00
Dan,experts,inquiry=1.2,08:00,16:00
`,
    );
    const { added, agents } = staffOfRoster(roster, groups);
    expect([...agents].map(([name, list]) => [name, list.map((agent) => agent.name)])).toEqual([
      ['front', ['Ann']],
      ['senior', ['Bob']],
      ['inquiry (0.8) + complaint', ['Cid']],
      ['experts', ['Dan']],
    ]);
    expect([...added]).toEqual([
      ['inquiry (0.8) + complaint', { inquiry: 0.8, complaint: 1 }],
      ['experts', { inquiry: 1.2 }],
    ]);
  });

  it('keeps the group of who has no shift, with nobody in it', async () => {
    const { roster } = await readText(
      'r.csv',
      'name,skills,date,start,end,activity\nAnn,inquiry,2026-03-02,08:00,16:00,\nBob,complaint,2026-03-02,,,sick\n',
    );
    const { added, agents } = staffOfRoster(roster, { front: { inquiry: 1 } });
    expect([...added.keys()]).toEqual(['complaint']);
    expect([...agents].map(([name, list]) => [name, list.length])).toEqual([
      ['front', 1],
      ['complaint', 0],
    ]);
  });

  it('takes training, meetings and breaks off the queue, and lunch off the pay', async () => {
    const { roster } = await readText(
      'r.csv',
      'name,group,start,end,break,lunch,training\nAnn,front,08:00,17:00,10:00-10:15,12:00-13:00,14:00-15:00\n',
    );
    const [agent] = staffOfRoster(roster, groups).agents.get('front') ?? [];
    const hours = (spans: readonly { from: number; to: number }[]) =>
      spans.map(({ from, to }) => [from / hour, to / hour]);
    expect(hours(agent.onQueue)).toEqual([
      [8, 10],
      [10.25, 12],
      [13, 14],
      [15, 17],
    ]);
    expect(hours(agent.paid)).toEqual([
      [8, 12],
      [13, 17],
    ]);
    expect(hours(agent.breaks)).toEqual([
      [10, 10.25],
      [12, 13],
    ]);
  });

  it('moves a person into another group while a shift is limited to some of his work', async () => {
    const { roster } = await readText(
      'r.csv',
      'name,group,start,end,only\nAnn,senior,08:00,12:00,\nAnn,senior,12:00,16:00,inquiry\n',
    );
    const { agents } = staffOfRoster(roster, groups);
    expect([...agents].map(([name, [{ onQueue }]]) => [name, onQueue[0].from / hour])).toEqual([
      ['senior', 8],
      ['front', 12],
    ]);
  });
});

describe('a scenario with a roster', () => {
  it('loadScenario(…) takes it as a workbook that LibreOffice made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'callfloor-'));
    try {
      const workbook = readFileSync(join(import.meta.dirname, 'files/libreoffice.xlsx'));
      expect((await openWorkbook({ name: 'r.xlsx', bytes: workbook })).workbook?.faults).toEqual([]);
      writeFileSync(join(folder, 'r.xlsx'), workbook);
      const shipped = readFileSync(join(scenarioFolder, 'night-shift.yaml'), 'utf8')
        .replace('data/night-roster.csv', 'r.xlsx')
        .replace('days: 2', 'days: 1')
        .replace('"20:00-08:00"', '"09:00-12:00, 16:00-24:00"')
        .replace(
          'night desk: { skills: { emergency: 1 } }',
          'front: { skills: { emergency: 1 } }\n    senior: { skills: { emergency: 1 } }',
        );
      writeFileSync(join(folder, 's.yaml'), shipped);
      const { scenario } = await loadScenario(join(folder, 's.yaml'));
      const names = scenario.groups.map(
        ({ staff }) => staff.source === 'named' && staff.agents.map(({ name }) => name),
      );
      expect(names).toEqual([['王芳'], ['李强']]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
