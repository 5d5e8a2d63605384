import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { callfloor, emptyFolder, shipped } from './callfloor.ts';

const small = `
clock: { start: 2026-03-02, days: 3, intervalMinutes: 60 }
work:
  inquiry:
    hours: "09:00-17:00"
    arrivals: { kind: constant-rate, perHour: 30 }
    talkSeconds: { kind: exponential, mean: 240 }
    patienceSeconds: { kind: never }
  evaluation: { channel: case, handleSeconds: 300 }
quality:
  agents: { mean: 82 }
  samples: { recordings: { kind: simple, percent: 10, of: [inquiry], becomes: evaluation, at: "18:00" } }
people:
  groups:
    hotline: { skills: { inquiry: 1 }, staff: [{ from: "09:00", agents: 5 }, { from: "17:00", agents: 0 }] }
    evaluators: { skills: { evaluation: 1 }, staff: 2 }
promises: [{ measure: qa-pass-rate, atLeast: 0.5, work: [inquiry] }]
`;

function write(): { file: string; folder: string } {
  const folder = emptyFolder();
  const file = join(folder, 'small.yaml');
  writeFileSync(file, small);
  return { file, folder };
}

const rowsOf = (csv: string) => Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;

describe('callfloor qa sample', () => {
  it('prints what a day draws, as many as the rule says, the same every time', async () => {
    const { file } = write();
    const { code, stdout } = await callfloor(['qa', 'sample', file, '--day', '2026-03-03']);
    expect(code).toBe(0);
    const rows = rowsOf(stdout);
    expect(rows.length).toBe(Math.ceil(Number(rows[0]['of contacts']) / 10));
    expect(new Set(rows.map(({ item }) => item)).size).toBe(rows.length);
    expect(rows.every(({ drawn, handled }) => drawn === '2026-03-03 18:00' && /^2026-03-0[23] /.test(handled))).toBe(
      true,
    );
    expect((await callfloor(['qa', 'sample', file, '--day', '2026-03-03'])).stdout).toBe(stdout);
    expect((await callfloor(['qa', 'sample', file, '--day', '2026-03-03', '--run', '1'])).stdout).not.toBe(stdout);
  });

  it('prints scores that qa scores reads, in both languages', async () => {
    const { file, folder } = write();
    for (const lang of ['en', 'zh']) {
      const { stdout } = await callfloor(['qa', 'sample', file, '--scores', '--lang', lang]);
      const table = join(folder, `${lang}.csv`);
      writeFileSync(table, stdout);
      const { code, stdout: said } = await callfloor(['qa', 'scores', table, '--json']);
      expect([0, 1]).toContain(code);
      const judged = JSON.parse(said) as { reviews: number; evaluators: unknown[] };
      expect(judged.reviews).toBe(rowsOf(stdout).length);
      expect(judged.evaluators.length).toBe(2);
    }
  });

  it('refuses a scenario that draws nothing and a day without a draw, with exit code 2', async () => {
    const none = await callfloor(['qa', 'sample', shipped('two-skills.yaml')]);
    expect([none.code, none.stdout]).toEqual([2, '']);
    expect(none.stderr).toContain('it needs a section quality with samples');
    const { file } = write();
    const day = await callfloor(['qa', 'sample', file, '--day', '2026-04-01']);
    expect(day.code).toBe(2);
    expect(day.stderr).toContain('draws were made from 2026-03-02 to 2026-03-04');
  });
});

describe('callfloor qa compare', () => {
  it('prints the tables, says what it left out, and writes page and picture where it is told', async () => {
    const { file, folder } = write();
    const { code, stdout } = await callfloor(['qa', 'compare', file, '--runs', '2', '--out', folder]);
    expect(code).toBe(0);
    for (const word of ['as written', 'no evaluation', 'automatic', 'Left out', 'newcomers-first']) {
      expect(stdout).toContain(word);
    }
    const page = join(folder, 'qa-compare-small-1');
    expect(readFileSync(join(page, 'report.html'), 'utf8')).toContain('Which design lets fewest customers call again?');
    expect(existsSync(join(page, 'charts/designs.svg'))).toBe(true);
    const chinese = await callfloor(['qa', 'compare', file, '--runs', '2', '--lang', 'zh', '--out', folder]);
    expect(chinese.stdout).toContain('不质检');
    const json = await callfloor(['qa', 'compare', file, '--runs', '2', '--json', '--out', folder]);
    expect(JSON.parse(json.stdout)).toMatchObject({ runs: 2, leftOut: ['newcomers-first'] });
  });

  it('refuses a scenario that draws nothing', async () => {
    const { code, stderr } = await callfloor(['qa', 'compare', shipped('two-skills.yaml'), '--lang', 'zh']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('该场景不抽样')]);
  });
});
