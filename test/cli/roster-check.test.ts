import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/report/report.ts';
import { rosterCheckSchema } from '../../src/report/roster-check.ts';
import { callfloor, emptyFolder, shipped } from './callfloor.ts';

const twoSkills = ['--scenario', shipped('two-skills.yaml'), '--runs', '5', '--slack-runs', '1'];

describe('callfloor roster check', () => {
  it('callfloor roster check reads a Chinese roster in GBK, and writes page, data that fit the schema, table and charts', async () => {
    const folder = emptyFolder();
    const rows =
      '姓名,技能,日期,上班,下班,午餐\n王芳,mobile,2026-03-02,08:00,17:00,12:00-13:00\n李强,broadband；mobile,2026-03-02,08:00,17:00,\n';
    writeFileSync(join(folder, '排班.csv'), iconv.encode(rows, 'gbk'));
    const { code, stdout } = await callfloor(['roster', 'check', '排班.csv', ...twoSkills, '--lang', 'zh'], { folder });
    expect(code).toBe(1);
    expect(stdout).toContain('李强，08:00–17:00：连续 9.0 小时没有休息');
    expect(stdout).toContain('检查报告：out/two-skills-roster-1/roster-check.html');
    const out = join(folder, 'out/two-skills-roster-1');
    expect(readdirSync(out).sort()).toEqual(['charts', 'intervals.csv', 'roster-check.html', 'roster-check.json']);
    const check = JSON.parse(readFileSync(join(out, 'roster-check.json'), 'utf8'));
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(reportSchema, 'report.schema.json');
    expect(ajv.validate(rosterCheckSchema, check), ajv.errorsText()).toBe(true);
    // Whoever can do both at the usual speed is rung as the scenario's own group of these skills is.
    const groups = Object.fromEntries(
      check.report.groups.map((group: { name: string; total: object }) => [group.name, group.total]),
    );
    expect(groups['broadband + mobile'].handlingHours).toBeGreaterThan(4);
    expect(readFileSync(join(out, 'intervals.csv'), 'utf8').split('\n')[0]).toBe(
      'date,start,promise.mobile.answer.dayHoldsFraction,promise.mobile.answer.dayHoldsLowFraction,promise.mobile.answer.dayHoldsHighFraction,promise.broadband.answer.dayHoldsFraction,promise.broadband.answer.dayHoldsLowFraction,promise.broadband.answer.dayHoldsHighFraction,promise.occupancy.dayHoldsFraction,promise.occupancy.dayHoldsLowFraction,promise.occupancy.dayHoldsHighFraction,work.mobile.slackAgents,work.broadband.slackAgents',
    );
  });

  it('callfloor roster check keeps the head-counts of the scenario beside the roster when asked', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'r.csv'), 'name,skills,start,end\nAnn,mobile,09:00,17:00\n');
    const counts = async (more: string[]) => {
      const words = [
        'roster',
        'check',
        'r.csv',
        '--scenario',
        shipped('two-skills.yaml'),
        '--runs',
        '2',
        '--slack-runs',
        '0',
      ];
      const { stdout } = await callfloor([...words, '--json', ...more], { folder });
      const { report } = JSON.parse(stdout);
      return report.groups.map(({ total }: { total: { scheduledHours: number } }) => total.scheduledHours);
    };
    const [alone, beside] = [await counts([]), await counts(['--keep-head-counts'])];
    expect(alone.filter((hours: number) => hours > 0)).toEqual([8]);
    expect(beside.filter((hours: number) => hours > 0).length).toBeGreaterThan(1);
    expect(beside.reduce((a: number, b: number) => a + b)).toBeGreaterThan(8);
  });

  it('callfloor roster check says everything that is wrong with a roster at once, and writes nothing', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'r.csv'), 'name,skills,start,end\nAnn,mobil,08:00,17:00\nBob,mobile,early,17:00\n');
    const { code, stderr } = await callfloor(['roster', 'check', 'r.csv', ...twoSkills], { folder });
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toEqual([
      'r.csv:3:3 expected a time of day, got "early". Try 08:30, with 24:00 for the midnight that ends the day.',
      'r.csv:2:1 expected a skill of the scenario (mobile, broadband), got "mobil". Try "mobile".',
    ]);
    expect(readdirSync(folder)).toEqual(['r.csv']);
  });
});
