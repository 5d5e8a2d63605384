import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { afterActionSchema, tuningSchema } from '../../src/report/drill/drill-schemas.ts';
import { centreText, changed, drillText } from '../drill/made-drill.ts';
import { callfloor } from './callfloor.ts';

function place(): { folder: string; drill: string } {
  const folder = mkdtempSync(join(tmpdir(), 'callfloor-drill-'));
  writeFileSync(join(folder, 'centre.yaml'), centreText);
  writeFileSync(join(folder, 'rush.yaml'), drillText);
  return { folder, drill: join(folder, 'rush.yaml') };
}

describe('callfloor drill', () => {
  it('runs a drill, replays its log to the same bytes, and looks back', async () => {
    const { drill, folder } = place();
    const out = (name: string) => join(folder, name);
    const run = await callfloor(['drill', 'run', drill, '--out', out('first')]);
    expect(run.stderr).toBe('');
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('declare level II');
    const first = join(out('first'), 'rush-good-1-0');
    const log = join(first, 'decisions.jsonl');
    const again = await callfloor(['drill', 'run', drill, '--replay', log, '--out', out('again')]);
    expect(again.stdout).toContain('The replay reached the same results');
    for (const file of [
      'decisions.jsonl',
      'after-action.html',
      'after-action.md',
      'after-action.json',
      'exercise.svg',
    ]) {
      const read = (parent: string) => readFileSync(join(parent, 'rush-good-1-0', file), 'utf8');
      expect(read(out('again')), file).toBe(read(out('first')));
    }
    const review = await callfloor(['drill', 'review', log, '--days', '2', '--out', out('review'), '--lang', 'zh']);
    expect(review.code).toBe(0);
    const isReport = new Ajv2020({ strict: false }).compile(afterActionSchema);
    for (const parent of ['first', 'review']) {
      const report = JSON.parse(readFileSync(join(out(parent), 'rush-good-1-0/after-action.json'), 'utf8'));
      expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
    }
    const words = ['drill', 'tune', drill, '--days', '4', '--alarms', '0.9', '--out', out('tune')];
    const tuned = await callfloor([...words, '--json']);
    const isTuning = new Ajv2020({ strict: false }).compile(tuningSchema);
    expect(isTuning(JSON.parse(tuned.stdout)), JSON.stringify(isTuning.errors)).toBe(true);
    const page = readFileSync(join(out('review'), 'rush-good-1-0', 'after-action.html'), 'utf8');
    for (const heading of ['概要', '问题与教训', '建议与改进计划', '复盘']) expect(page).toContain(heading);
    writeFileSync(log, readFileSync(log, 'utf8').replace('level III', 'level II'));
    const edited = await callfloor(['drill', 'review', log]);
    expect(edited.code).toBe(2);
    expect(edited.stderr).toMatch(/line \d+ was changed/);
  });

  it('says what is wrong with a drill, and needs a terminal for a live one', async () => {
    const { drill, folder } = place();
    const live = await callfloor(['drill', 'run', drill, '--live']);
    expect([live.code, live.stderr]).toEqual([2, expect.stringContaining('needs a terminal')]);
    const plan = await callfloor(['drill', 'run', drill, '--plan', 'best']);
    expect([plan.code, plan.stderr]).toEqual([2, expect.stringContaining('the name of a plan (good, late, script)')]);
    writeFileSync(drill, changed('leave: queue < 2 for 15 min', 'leave: queue < 7'));
    const flaps = await callfloor(['drill', 'run', drill, '--out', folder]);
    expect([flaps.code, flaps.stderr]).toEqual([2, expect.stringContaining('Try "queue < 5 for 10 min"')]);
    writeFileSync(drill, '- nothing\n');
    expect((await callfloor(['drill', 'run', drill])).stderr).toContain('a map with the keys');
  });
});
