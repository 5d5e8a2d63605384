import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callfloor } from './callfloor.ts';

const asked = ['qa', 'plan', '--agents', '40', '--contacts', '100', '--minutes', '9'];

describe('callfloor qa plan', () => {
  it('answers a manager’s first question in one sentence, in both languages', async () => {
    const english = await callfloor([...asked, '--lang', 'en']);
    expect(english.code).toBe(0);
    expect(english.stdout).toContain('12 evaluators on duty (17 on the payroll) report 97 % of reviews');
    expect(english.stdout).toContain('they find 91 % of the agents truly below the mark');
    const chinese = await callfloor([...asked, '--lang', 'zh']);
    expect(chinese.stdout).toContain('12 名质检员当班（编制 17 人），97% 的评审在一个工作日内反馈');
    expect(chinese.stdout).not.toMatch(/[a-z]{4}/);
  });

  it('prints one JSON object that program and person agree on', async () => {
    const { stdout } = await callfloor([...asked, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      question: { agents: 40 },
      recordings: 400,
      service: { evaluators: 12 },
    });
  });

  it('writes a page with its charts where it is told', async () => {
    const out = mkdtempSync(join(tmpdir(), 'callfloor-qa-'));
    await callfloor([...asked, '--out', out]);
    const page = readFileSync(join(out, 'qa-plan', 'report.html'), 'utf8');
    expect(page).toContain('Who is called weak?');
    expect(existsSync(join(out, 'qa-plan', 'charts', 'detection.svg'))).toBe(true);
  });

  it.each([
    [['--qa-days', '6', '--open-days', '5'], '--qa-days (6) must not be more than --open-days (5)'],
    [['--hours', '1', '--other-minutes', '60'], 'leave nothing of a day of 1 hours'],
    [['--recording-percent', '0'], 'Nothing is drawn'],
    [['--agents', '100000', '--contacts', '10000'], 'reviews a day'],
    [['--noise', '-1'], '--noise must be a number of at least 0'],
    [['--in-time', '1'], '--in-time must be a number above 0 and below 1'],
    [['--absence', 'NaN'], '--absence must be a number'],
  ])('refuses %j with one clear message', async (words, message) => {
    const { code, stderr, stdout } = await callfloor([...asked, ...words, '--lang', 'en']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
