import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callfloor, shipped } from './callfloor.ts';

const table = shipped('data/qa-scores.csv');

describe('callfloor qa scores', () => {
  it('names who needs a talk, ends with 1, and writes page, chart and table where it is told', async () => {
    const out = mkdtempSync(join(tmpdir(), 'callfloor-scores-'));
    const { code, stdout } = await callfloor(['qa', 'scores', table, '--out', out]);
    expect(code).toBe(1);
    expect(stdout).toContain('beyond reasonable doubt: A08, A20, A34');
    expect(stdout).toContain('callfloor qa plan --agents … --contacts … --minutes … --pass 80');
    expect(readFileSync(join(out, 'qa-scores', 'report.html'), 'utf8')).toContain('Who is below the mark?');
    expect(readFileSync(join(out, 'qa-scores', 'agents.csv'), 'utf8').split('\n')).toHaveLength(42);
  });

  it('speaks Chinese, and is silent but for one object with --json', async () => {
    const { stdout } = await callfloor(['qa', 'scores', table, '--lang', 'zh']);
    expect(stdout).toContain('可以确信真正低于合格线的坐席：A08、A20、A34');
    const { stdout: json } = await callfloor(['qa', 'scores', table, '--json']);
    expect(JSON.parse(json)).toMatchObject({ pass: 80, noiseKnown: true });
  });

  it('refuses a table from which nothing follows, and one with faults, with exit code 2', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'callfloor-scores-'));
    const write = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const alone = await callfloor(['qa', 'scores', write('one.csv', 'agent,date,score\nAnn,2026-03-02,80\n')]);
    expect([alone.code, alone.stderr]).toEqual([2, expect.stringContaining('at least two of them')]);
    const wrong = await callfloor(['qa', 'scores', write('bad.csv', 'agent,date,score\nAnn,2026-03-02,180\n')]);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('bad.csv:2:3 score: expected a score from 0 to 100, got 180. Try to convert other');
    const shares = 'agent,date,score\nAnn,2026-03-02,0.8\nAnn,2026-03-03,1\nBob,2026-03-03,0.7\n';
    const scale = await callfloor(['qa', 'scores', write('shares.csv', shares)]);
    expect([scale.code, scale.stderr]).toEqual([
      2,
      expect.stringContaining('shares.csv:2:3 score: expected scores out of 100'),
    ]);
    const bare = await callfloor(['qa', 'scores', write('bare.csv', 'agent,date\nAnn,2026-03-02\n')]);
    // No scenario could name the column.
    expect(bare.stderr).toMatch(/^.*bare\.csv:1: expected a column score .*Try to name the column score in the row/);
    const asked = await callfloor(['qa', 'scores', table, '--pass', '101']);
    expect([asked.code, asked.stderr]).toEqual([2, expect.stringContaining('See callfloor qa scores --help.')]);
  });
});
