import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDrill } from '../../src/cli/load-drill.ts';
import { type Course, liveThrough } from '../../src/drill/course.ts';
import { interval } from '../../src/drill/review.ts';
import { scenarioFolder } from '../scenario/files.ts';

const folder = join(scenarioFolder, 'drills');
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const days = 6;

describe('the drill of the documentation', () => {
  it('is one that runs', async () => {
    const page = readFileSync(join(scenarioFolder, '../docs/do/run-a-drill.md'), 'utf8');
    const [, text = ''] = /```yaml\n(summary:[^`]*)```/.exec(page) ?? [];
    const file = join(mkdtempSync(join(tmpdir(), 'callfloor-drill-')), 'mine.yaml');
    writeFileSync(file, text.replace('../ordinary-monday.yaml', join(scenarioFolder, 'ordinary-monday.yaml')));
    const drill = await loadDrill(file, 'en');
    expect(drill.plans[drill.plan].levels.filter((level) => level !== null)).toHaveLength(2);
  });
});

describe('drills shipped', () => {
  it('are the four of a year', () => {
    expect(files).toEqual(['launch.yaml', 'outage.yaml', 'ticket-system.yaml', 'typhoon.yaml']);
  });

  it.each(files)('%s names its schema and says what to learn', (file) => {
    const [first, second] = readFileSync(join(folder, file), 'utf8').split('\n');
    expect(first).toBe('# yaml-language-server: $schema=../../schemas/drill.schema.json');
    expect(second).toMatch(/^# /);
  });

  it.each(files)('%s: the good plan beats the weak one and no action, in customers and in damage', async (file) => {
    const drill = await loadDrill(join(folder, file), 'en');
    expect(drill.name).toBe(basename(file, '.yaml'));
    const [good, weak] = ['good', 'weak'].map((name) => drill.plans.filter((plan) => plan.name === name)[0]);
    const courses: Course[] = [
      { acts: 'plan', plan: good },
      { acts: 'plan', plan: weak },
      { acts: 'nobody', plan: good },
    ];
    const rows = await liveThrough(drill, courses, { seed: 'shipped', from: 0, days });
    for (const other of [1, 2]) {
      for (const what of ['lost', 'damage'] as const) {
        const better = interval(
          rows.map((row) => row[other][what] - row[0][what]),
          0.999,
        );
        expect(better.low, `${what} against ${['', 'weak', 'no action'][other]}`).toBeGreaterThan(0);
      }
    }
    // The weak plan does something, if little.
    expect(rows.some(([, one, none]) => one.lost !== none.lost)).toBe(true);
  });
});
