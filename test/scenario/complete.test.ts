import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { complete } from '../../src/scenario/complete.ts';
import { accept, parse } from '../../src/scenario/parse.ts';
import { resolve } from '../../src/scenario/resolve.ts';
import { awaitsRoster } from '../../src/scenario/shifts.ts';
import { folderReader, scenarioFolder } from './files.ts';

const files = readdirSync(scenarioFolder, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.yaml') && !file.startsWith('drills/'),
);

describe('complete', () => {
  it('complete(written) writes every default in and leaves what it was given', () => {
    const written = {
      work: {
        a: { arrivals: { kind: 'constant-rate', perHour: 60 }, talkSeconds: 60, patienceSeconds: { kind: 'never' } },
      },
      people: { groups: { g: { skills: { a: 1 }, staff: 2 } } },
    };
    const before = structuredClone(written);
    const full = complete(accept(written, 'test').written);
    expect(written).toEqual(before);
    expect(full).toEqual({
      summary: '',
      clock: { start: '2026-03-02', days: 1, timeZone: 'UTC', intervalMinutes: 30 },
      calendars: {},
      clocks: {},
      busyness: { cv: 0, intervalCorrelation: 1 },
      work: {
        a: {
          channel: 'voice',
          hours: '00:00-24:00',
          arrivals: { kind: 'constant-rate', perHour: 60, busyness: { cv: 0, intervalCorrelation: 1 } },
          balking: 0,
          priority: 0,
          consults: {},
          interruptible: false,
          leavesIdle: 0,
          resolvedPerPointBelow: 0,
          ringSeconds: 0,
          talkSeconds: 60,
          holdSeconds: 0,
          wrapUpSeconds: 0,
          patienceSeconds: { kind: 'never' },
          after: {},
          resolved: 1,
        },
      },
      people: { groups: { g: { skills: { a: 1 }, staff: 2, leaving: 'pooled', handling: {} } }, offFloor: {} },
      routing: { kind: 'longest-wait', agentChoice: 'longest-idle' },
      shocks: [],
      promises: [],
      labourRules: [],
      precision: { confidence: 0.95, minRuns: 100, maxRuns: 6400 },
      uncertainty: [],
      plugins: [],
    });
  });

  it.each(files)('complete(parse(%s)), written and read again, is the same scenario', (file) => {
    const path = join(scenarioFolder, file);
    const parsed = parse(readFileSync(path), file);
    const withoutStaff = awaitsRoster(parsed.written);
    const context = { name: basename(file, '.yaml'), reader: folderReader(dirname(path)), withoutStaff };
    const full = complete(parsed.written);
    const again = parse(stringify(full), file);
    expect(complete(again.written)).toEqual(full);
    expect(resolve(again, context)).toEqual(resolve(parsed, context));
    expect(resolve(parse(JSON.stringify(full), file), context).hash).toBe(resolve(parsed, context).hash);
  });
});
