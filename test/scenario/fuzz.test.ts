/** Whatever a file holds, reading it ends in a scenario or in a `ScenarioError` whose faults can be said. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as readYaml, stringify } from 'yaml';
import { check, explain } from '../../src/scenario/check.ts';
import { parse, pluginsOf } from '../../src/scenario/parse.ts';
import { resolve } from '../../src/scenario/resolve.ts';
import { ScenarioError } from '../../src/scenario/scenario-error.ts';
import type { FileReader } from '../../src/scenario/table.ts';
import { folderReader, madeFiles, scenarioFolder } from './files.ts';

const shipped = readdirSync(scenarioFolder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readFileSync(join(scenarioFolder, file), 'utf8'));

/** Reads a file to the end; a ScenarioError must say its faults in both languages, within the file. */
function readToTheEnd(source: string | Uint8Array, reader: FileReader = folderReader(scenarioFolder)): void {
  pluginsOf(source);
  try {
    const { hash, work } = resolve(parse(source, 'fuzz.yaml'), { name: 'fuzz', reader });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(work.length).toBeGreaterThan(0);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    expect(error.faults.length).toBeGreaterThan(0);
    const lines = typeof source === 'string' ? source.split('\n').length : Number.POSITIVE_INFINITY;
    for (const { file, line, column } of error.faults) {
      if (file === 'fuzz.yaml' && line !== null) expect(line).toBeLessThanOrEqual(lines);
      expect(column ?? 1).toBeGreaterThan(0);
    }
    for (const lang of ['en', 'zh'] as const) expect(error.tell(lang)).not.toMatch(/undefined|NaN|\[object/);
  }
}

type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

/** Every place in a value: the containers and the keys by which it is reached. */
function places(value: Plain, above: { holder: Plain[] | { [key: string]: Plain }; key: string }[] = []): typeof above {
  if (typeof value !== 'object' || value === null) return above;
  for (const [key, part] of Object.entries(value)) {
    above.push({ holder: value, key });
    places(part, above);
  }
  return above;
}

const oddValues = fc.oneof(
  fc.constantFrom<Plain>(
    0,
    -1,
    1,
    0.5,
    1e9,
    1e308,
    '',
    'x',
    'hotline',
    '08:00',
    '24:00',
    '22:00-04:00',
    null,
    true,
    [],
    {},
  ),
  fc.constantFrom<Plain>(
    '__proto__',
    'constructor',
    'toString',
    'never',
    'closed',
    'interval-profile',
    [[]],
    [{}],
    [0],
  ),
  fc.jsonValue().map((value) => value as Plain),
);

const mutations = fc.array(
  fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'remove', 'add', 'swap'),
    value: oddValues,
    key: fc.oneof(fc.constantFrom('kind', 'from', 'file', 'constructor', 'work'), fc.string({ maxLength: 8 })),
  }),
  { minLength: 1, maxLength: 4 },
);

function mutate(text: string, changes: typeof mutations extends fc.Arbitrary<infer T> ? T : never): string {
  const value = readYaml(text, { maxAliasCount: 100 }) as Plain;
  // Without aliases, so that a change touches one place.
  const copy = JSON.parse(JSON.stringify(value)) as Plain;
  for (const { at, how, value: odd, key } of changes) {
    const all = places(copy);
    if (all.length === 0) break;
    const place = all[at % all.length];
    const holder = place.holder as { [key: string]: Plain };
    if (how === 'replace') holder[place.key] = structuredClone(odd);
    else if (how === 'remove') delete holder[place.key];
    else if (how === 'add' && !Array.isArray(holder)) {
      Object.defineProperty(holder, key, {
        value: structuredClone(odd),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    } else {
      const other = all[(at * 7 + 3) % all.length];
      holder[place.key] = JSON.parse(JSON.stringify((other.holder as { [key: string]: Plain })[other.key] ?? null));
    }
  }
  return stringify(copy);
}

describe('check', () => {
  it('check(mutant) finds what the validator that tells why finds, for any change of a scenario shipped', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shipped), mutations, (text, changes) => {
        const value: unknown = readYaml(mutate(text, changes));
        expect(check(value)).toEqual(explain(value));
      }),
      { seed: 8, numRuns: 500 },
    );
  });
});

describe('parse and resolve', () => {
  it('resolve(parse(bytes)) ends well for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => readToTheEnd(bytes)),
      { seed: 1, numRuns: 500 },
    );
  });

  it('resolve(parse(text)) ends well for any text', () => {
    const pieces = fc.constantFrom(
      ...'&*!|>%@`"\'{}[]:,#?-\n\t ',
      'a',
      '1',
      '&a ',
      '*a',
      ': ',
      '\n  ',
      '- ',
      'work:',
      '<<:',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (one) => readToTheEnd(one)),
      { seed: 2, numRuns: 1500 },
    );
  });

  it('resolve(parse(yaml)) ends well for any value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => readToTheEnd(stringify(value))),
      { seed: 3, numRuns: 500 },
    );
  });

  it('resolve(parse(mutant)) ends well for any change of a scenario shipped', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shipped), mutations, (text, changes) => readToTheEnd(mutate(text, changes))),
      { seed: 4, numRuns: 1000 },
    );
  });

  it('resolve(parse(cut)) ends well wherever the text of a scenario shipped is cut or spoilt', () => {
    const spoilt = fc.tuple(fc.constantFrom(...shipped), fc.nat(), fc.nat(), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(spoilt, ([text, from, length, odd]) => {
        const start = from % text.length;
        readToTheEnd(text.slice(0, start) + odd + text.slice(start + (length % 40)));
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

describe('tables', () => {
  const scenario = (table: string) => `
work:
  a:
    hours: "06:00-23:00"
    arrivals: { kind: interval-profile, ${table === 'calls' ? 'file: t.csv' : 'from: "08:00", counts: [1]'} }
    talkSeconds: 60
    patienceSeconds: { kind: never }
people:
  groups: { g: { skills: { a: 1 }, ${table === 'staff' ? 'staff: { file: t.csv }' : table === 'roster' ? '' : 'staff: 1'} } }
${table === 'roster' ? '  roster: { file: t.csv }' : ''}
`;
  const cells = fc.oneof(
    fc.constantFrom(
      '08:00',
      '08:30',
      '9:00',
      '24:00',
      '08:00-08:30',
      '25:99',
      '0',
      '1',
      '12.5',
      '-1',
      '1e400',
      'Li',
      'g',
    ),
    fc.constantFrom('', '2026-03-02', '2026-13-01', '10:00-10:15|12:00-12:30', '23:00-01:00', 'x'),
    fc.string({ maxLength: 5 }),
  );
  const headers = fc.constantFrom(
    'start',
    'offered',
    'agents',
    'agent',
    'group',
    'end',
    'breaks',
    'date',
    'day',
    '时间',
    'x',
    '',
  );
  const table = fc.tuple(
    fc.array(headers, { maxLength: 7 }),
    fc.array(fc.array(cells, { maxLength: 7 }), { maxLength: 8 }),
    fc.constantFrom(',', ';', '\t'),
  );

  it.each(['calls', 'staff', 'roster'])('resolve(parse(scenario)) ends well for any table of %s', (kind) => {
    fc.assert(
      fc.property(table, ([head, rows, delimiter]) => {
        const text = [head, ...rows].map((row) => row.join(delimiter)).join('\n');
        readToTheEnd(scenario(kind), madeFiles({ 't.csv': text }));
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('resolve(parse(scenario)) ends well for any bytes as a table', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) =>
        readToTheEnd(scenario('calls'), madeFiles({ 't.csv': bytes })),
      ),
      { seed: 7, numRuns: 500 },
    );
  });
});
