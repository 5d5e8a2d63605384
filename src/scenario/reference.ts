/**
 * The reference page of scenario files, written from the schema and the lists of kinds, so that it cannot fall behind them.
 */
import { stringify } from 'yaml';
import { arrivals } from '../kinds/arrivals/index.ts';
import { profileColumns } from '../kinds/arrivals/profile.ts';
import { channels } from '../kinds/channels/index.ts';
import { durations } from '../kinds/durations/index.ts';
import type { Kind, KindList } from '../kinds/kind.ts';
import { labourRules } from '../kinds/labour-rules/index.ts';
import { measureNames } from '../kinds/measures/measure-names.ts';
import type { ColumnWanted } from '../kinds/resolving.ts';
import { routing } from '../kinds/routing/index.ts';
import { shocks } from '../kinds/shocks/index.ts';
import { longestScenario } from './parse.ts';
import { staffColumns } from './people.ts';
import { columnNames } from './roster/roster-columns.ts';
import { scenarioSchema } from './schema.ts';
import type { JsonSchema } from './schema-parts.ts';
import { longestTable } from './table.ts';

/** Headings of the parts that the rest of the page refers to. */
const anchors: Record<string, string> = {
  duration: '[duration](#durations)',
  arrivals: '[arrivals](#arrivals)',
  routing: '[routing](#routing)',
  shock: '[shock](#shocks)',
  promise: '[promise](#promises)',
  channel: '[channel](#channels)',
  labourRule: '[labour rule](#labour-rules)',
  test: '[test](#tests)',
};

/**
 * The page as Markdown.
 * @returns the text of `docs/reference/scenario.md`
 */
export function scenarioReference(): string {
  const schema = scenarioSchema();
  const said: Said = new Set();
  return [
    '# Scenario files',
    'Every key of a scenario file, with its unit, its default and an example. This page is written from the schema: do not edit it.',
    [
      `A scenario is YAML in UTF-8 (JSON is a subset) of at most ${longestScenario / 2 ** 20} MiB; bulk numbers stand in CSV files beside it.`,
      'A key without a default is required where the table says so. A map whose keys are those of an earlier one is not shown again. Times of day are local times of `clock.timeZone`, written `08:30`;',
      'lengths of time carry their unit in the name of the key; fractions are 0–1. `callfloor check FILE` shows every fault at once, or the',
      'scenario with every default written in. Faults against the schema come first, all together; then those of names, times and files, all',
      'together, in the form `file:line:column path: expected …, got …. Try ….`.',
    ].join('\n'),
    ...section('The file', schema, '', 2, said),
    ...family(arrivals, 'Arrivals', 'Written `arrivals: { kind: …, … }`.', said),
    ...family(
      durations,
      'Durations',
      'Wherever a key ends in `Seconds` and its type is *duration*: a bare number (always so long), `{ kind: …, … }`, or a list of such by time of arrival: `[{ from: "08:00", kind: fixed, value: 40 }, { from: "20:00", kind: exponential, mean: 60 }]`, every day; before its first step the first holds.',
      said,
    ),
    ...family(channels, 'Channels', 'Written `channel: voice`.', said),
    ...family(routing, 'Routing', 'Written `routing: { kind: …, … }`.', said),
    ...family(
      shocks,
      'Shocks',
      'Written as entries of the list `shocks`. Shocks that overlap act one after the other in that order.',
      said,
    ),
    ...promises(),
    ...family(
      labourRules,
      'Labour rules',
      'Written as entries of the list `labourRules`. With `hard: false` a rule is soft: a roster breaks it where it has to, at a `weight` of so many paid hours (10) for each breach.',
      said,
    ),
    ...tables(),
    '## Demand from outside',
    [
      '`callfloor simulate FILE --demand calls.csv --day 1` replaces the file (and the day) of the arrivals of the only type of work, of all that',
      'read one file together, or of the one named by `--work`. Arrivals that read no file become an `interval-profile` of that file with the busyness they had.',
    ].join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

/** Maps that are shown already: the same keys are not told twice. */
export type Said = Set<string>;

/** A table of the keys of a map, and a section for each map below it. */
export function section(title: string, schema: JsonSchema, path: string, level: number, said: Said): string[] {
  const description = path !== '' && typeof schema.description === 'string' ? [schema.description] : [];
  const table = fieldTable(propertiesOf(schema), (schema.required ?? []) as string[]);
  return [`${'#'.repeat(level)} ${title}`, ...description, table, ...sectionsBelow(schema, path, level, said)];
}

function sectionsBelow(schema: JsonSchema, path: string, level: number, said: Said): string[] {
  return Object.entries(propertiesOf(schema)).flatMap(([key, property]) =>
    mapsIn(property, path === '' ? key : `${path}.${key}`).flatMap(([place, map]) => {
      const keys = JSON.stringify(propertiesOf(map));
      if (said.has(keys)) return [];
      said.add(keys);
      return section(`\`${place}\``, map, place, Math.min(4, level + 1), said);
    }),
  );
}

function propertiesOf(schema: JsonSchema): Record<string, JsonSchema> {
  return (schema.properties ?? {}) as Record<string, JsonSchema>;
}

/** The maps with keys of their own that a property holds: itself, by name, in a list or as one of several forms. */
function mapsIn(property: JsonSchema, path: string): [string, JsonSchema][] {
  const forms = (property.anyOf ?? []) as JsonSchema[];
  const named = Object.values((property.patternProperties ?? {}) as Record<string, JsonSchema>);
  return [
    ...('properties' in property ? ([[path, property]] as [string, JsonSchema][]) : []),
    ...named.flatMap((one) => mapsIn(one, `${path}.<name>`)),
    ...('items' in property ? mapsIn(property.items as JsonSchema, `${path}[]`) : []),
    ...forms.flatMap((form) => mapsIn(form, path)),
  ];
}

function fieldTable(properties: Record<string, JsonSchema>, required: readonly string[]): string {
  const rows = Object.entries(properties).map(([key, property]) => {
    const standard = 'default' in property ? code(property.default) : required.includes(key) ? '**required**' : '';
    const examples = property.examples as unknown[] | undefined;
    const cells = [
      `\`${key}\``,
      typeOf(property),
      standard,
      String(property.description ?? ''),
      examples === undefined ? '' : code(examples[0]),
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return ['| key | type | default | meaning | example |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** A value as it would be written in a scenario. */
function code(value: unknown): string {
  const text = stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
  return text === '""' ? '' : `\`${text}\``;
}

function typeOf(schema: JsonSchema): string {
  const { $ref, anyOf, type, enum: choices, const: only, items, patternProperties } = schema;
  if (typeof $ref === 'string') {
    const anchor = anchors[$ref.slice('#/$defs/'.length)];
    if (anchor === undefined) throw new Error(`no section for ${$ref}`);
    return anchor;
  }
  if (Array.isArray(anyOf)) return [...new Set((anyOf as JsonSchema[]).map(typeOf))].join(' or ');
  if (only !== undefined) return `\`${String(only)}\``;
  if (Array.isArray(choices)) return choices.map((choice) => `\`${String(choice)}\``).join(', ');
  if (type === 'array') return `list of ${typeOf((items ?? {}) as JsonSchema)}`;
  if (type === 'object') return patternProperties === undefined ? 'map' : 'map by name';
  if (type === 'number' || type === 'integer')
    return `${type === 'integer' ? 'whole number' : 'number'}${rangeOf(schema)}`;
  return type === 'boolean' ? '`true` or `false`' : 'text';
}

function rangeOf(schema: JsonSchema): string {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = schema;
  const low = exclusiveMinimum === undefined ? (minimum === undefined ? '' : `≥ ${minimum}`) : `> ${exclusiveMinimum}`;
  const high = exclusiveMaximum === undefined ? (maximum === undefined ? '' : `≤ ${maximum}`) : `< ${exclusiveMaximum}`;
  const both = [low, high].filter((side) => side !== '').join(', ');
  return both === '' ? '' : ` ${both}`;
}

/** The kinds of a family with their keys. */
export function family(list: KindList<Kind>, title: string, how: string, said: Said): string[] {
  return [
    `## ${title}`,
    how,
    ...list.all().flatMap(({ kind, summary, schema }) => {
      const map = schema as unknown as JsonSchema;
      const properties = propertiesOf(map);
      const keys = Object.keys(properties).length === 0 ? [] : [fieldTable(properties, schema.required ?? [])];
      return [`### \`kind: ${kind}\``, `${summary.en} · ${summary.zh}`, ...keys, ...sectionsBelow(map, '', 3, said)];
    }),
  ];
}

function promises(): string[] {
  const [branch] = (scenarioSchema().$defs as { promise: { oneOf: JsonSchema[] } }).promise.oneOf;
  const common = Object.entries(propertiesOf(branch)).filter(([key]) =>
    ['id', 'scope', 'work', 'hours', 'dayShare'].includes(key),
  );
  return [
    '## Promises',
    'Written as entries of the list `promises`: `{ measure: …, … }`. Every promise may have these keys, and those of its measure.',
    fieldTable(Object.fromEntries(common), []),
    ...measureNames.all().flatMap(({ kind, summary, schema, formulas }) => {
      const { variant: _, ...own } = schema.properties as unknown as Record<string, JsonSchema>;
      const rows = Object.entries(formulas).map(([variant, formula], index) => {
        return `| \`${variant}\`${index === 0 ? ' (default)' : ''} | ${formula.en} | ${formula.zh} |`;
      });
      return [
        `### \`measure: ${kind}\``,
        `${summary.en} · ${summary.zh}`,
        fieldTable(own, schema.required ?? []),
        ['| `variant` | formula | 公式 |', '|---|---|---|', ...rows].join('\n'),
      ];
    }),
  ];
}

function tables(): string[] {
  const columns = (wanted: Record<string, ColumnWanted>) =>
    [
      '| column | cells | headers recognised |',
      '|---|---|---|',
      ...Object.entries(wanted).map(([name, { cells, headers, optional }]) => {
        return `| \`${name}\`${optional === true ? ' (optional)' : ''} | ${cellsAs[cells]} | ${headers.join(', ')} |`;
      }),
    ].join('\n');
  return [
    '## Tables',
    [
      `CSV with comma, semicolon or tab, quoted or not, in UTF-8 (with or without BOM) or GBK, of at most ${longestTable / 2 ** 20} MiB. Headers are compared`,
      'without case, spaces, hyphens and underscores; `columns` in the scenario names others. Other columns are ignored.',
    ].join('\n'),
    '### Counts of contacts',
    'A row for each interval, ascending without gaps, intervals of any length; with `date` the days differ, with `day` one of several is chosen.',
    columns(profileColumns),
    '### Head-counts',
    'Rows in ascending order; each holds until the next, the last to the end of the day; nobody before the first.',
    columns(staffColumns),
    '### Rosters',
    [
      'CSV as above, an `.xlsx` or `.xlsm` workbook (values are read, nothing is run), iCal, or the JSON of pyworkforce or Timefold. A table has a row',
      'for each shift or activity, or people down and times of day across with codes of activities, or people down and dates across with shifts;',
      'further sheets may list people, and shift codes. Without dates every shift comes every day. An end before the start is on the next day.',
    ].join('\n'),
    [
      '| column | headers recognised |',
      '|---|---|',
      ...Object.entries(columnNames).map(([name, known]) => `| \`${name}\` | ${known.join(', ')} |`),
    ].join('\n'),
  ];
}

const cellsAs: Record<ColumnWanted['cells'], string> = {
  time: 'time of day: `08:30`, `8:30`, `08:30:00` or `08:30-09:00` (its start)',
  count: 'number of at least 0, with a point',
  whole: 'whole number of at least 0',
  text: 'text',
  date: 'date: `2026-03-02`, `2026/3/2` or `2026年3月2日`',
  seconds: 'length of time above 0: seconds, `4:00` or `0:04:00`',
};
