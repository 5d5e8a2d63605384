import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/scenario/parse.ts';
import { resolve } from '../../src/scenario/resolve.ts';
import { awaitsRoster } from '../../src/scenario/shifts.ts';
import { folderReader, scenarioFolder } from './files.ts';

const files = readdirSync(scenarioFolder, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.yaml') && !file.startsWith('drills/'),
);

describe('scenarios shipped', () => {
  it.each(files)('resolve(parse(%s)) accepts it', (file) => {
    const path = join(scenarioFolder, file);
    const text = readFileSync(path, 'utf8');
    const parsed = parse(text, file);
    const scenario = resolve(parsed, {
      name: basename(file, '.yaml'),
      reader: folderReader(dirname(path)),
      withoutStaff: awaitsRoster(parsed.written),
    });
    expect(scenario.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(files)('%s names its schema and says what to learn', (file) => {
    const [first, second] = readFileSync(join(scenarioFolder, file), 'utf8').split('\n');
    expect(first).toMatch(/^# yaml-language-server: \$schema=(\.\.\/)+schemas\/scenario\.schema\.json$/);
    expect(second).toMatch(/^# /);
  });
});
