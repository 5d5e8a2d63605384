/**
 * Reads a scenario file: YAML (JSON is a subset) to a checked value, with the line and column of every key, or a
 * `ScenarioError` with all faults at once.
 */
import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Path } from '../kinds/resolving.ts';
import type { FaultMessage } from '../words/faults.ts';
import { yamlFaults } from '../words/yaml.ts';
import { changeKey, type KeyChange } from './change-key.ts';
import { check, shapeOf } from './check.ts';
import { type Fault, ScenarioError } from './scenario-error.ts';
import { scenarioSchema, type WrittenScenario } from './schema.ts';
import type { JsonSchema } from './schema-parts.ts';

/** Bytes of the longest scenario file; bulk numbers belong into CSV files. */
export const longestScenario = 4 * 2 ** 20;

/** Faults of the syntax that are said: after some, the parser has lost its way. */
const mostYamlFaults = 10;

/** Line and column in a file, both from 1; null when unknown. */
export interface Place {
  line: number | null;
  column: number | null;
}

/** A file that its schema accepts, and where each of its parts stands. */
export interface ParsedFile<Written> {
  /** The file's name as faults print it. */
  file: string;
  written: Written;
  /** Where something stands: its key or its value; the nearest enclosing part when it is not written. */
  locate(path: Path, at?: 'key' | 'value'): Place;
}

/** A scenario as written. */
export type ParsedScenario = ParsedFile<WrittenScenario>;

/**
 * Reads a scenario file.
 * @param source the file's bytes or text
 * @param file its name as faults shall print it
 * @param changes keys that get another value than the file gives them
 * @throws ScenarioError with every fault of the syntax, or else every fault against the schema
 * @example parse('work: {}', 'empty.yaml') // throws: expected the key "people", …
 */
export function parse(source: Uint8Array | string, file: string, changes: readonly KeyChange[] = []): ParsedScenario {
  return parseBy(scenarioSchema(), source, file, changes);
}

/**
 * The same for another sort of file.
 * @param schema of the sort of file, the same object every time
 * @returns what is written, which the schema has accepted
 */
export function parseBy<Written>(
  schema: JsonSchema,
  source: Uint8Array | string,
  file: string,
  changes: readonly KeyChange[] = [],
): ParsedFile<Written> {
  const text = textOf(source, file);
  const lines = new LineCounter();
  const document = readYaml(text, lines, file);
  const locate = (path: Path, at: 'key' | 'value' = 'value') => placeOf(document, lines, path, at);
  if (document.contents === null || text.trim() === '') {
    throw new ScenarioError([
      { file, line: null, column: null, path: '', message: { key: 'empty', values: { keys: keysOf(schema) } } },
    ]);
  }
  const value = changes.reduce(changeKey, contentOf(document, file));
  return checked(schema, value, file, locate);
}

/**
 * A scenario that a program made, checked as a file would be.
 * @param value the scenario as written
 * @param name what faults shall print in place of a file
 * @throws ScenarioError with every fault against the schema
 */
export function accept(value: unknown, name: string): ParsedScenario {
  return checked(scenarioSchema(), value, name, () => ({ line: null, column: null }));
}

/**
 * The modules a scenario asks for, to be loaded before it is parsed because they bring kinds; empty when it cannot be read.
 * @param source the file's bytes or text
 */
export function pluginsOf(source: Uint8Array | string): string[] {
  try {
    const text = textOf(source, '');
    // Most have none, and reading takes time. A key may be written with escapes.
    if (!/plugins|\\/.test(text)) return [];
    const plugins: unknown = readYaml(text, new LineCounter(), '').get('plugins');
    return isSeq(plugins)
      ? plugins.items.map((item) => (isScalar(item) ? String(item.value) : '')).filter(Boolean)
      : [];
  } catch (error) {
    if (error instanceof ScenarioError) return [];
    throw error;
  }
}

/** A path as messages print it: `work.inquiry.steps[2].mean`. */
export function showPath(path: Path): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}

function checked<Written>(
  schema: JsonSchema,
  value: unknown,
  file: string,
  locate: ParsedFile<Written>['locate'],
): ParsedFile<Written> {
  if (shapeOf(value) !== 'object') {
    const message: FaultMessage = { key: 'notAMap', values: { got: shapeOf(value), keys: keysOf(schema) } };
    throw new ScenarioError([{ file, ...locate([]), path: '', message }]);
  }
  const findings = check(value, schema);
  if (findings.length > 0) {
    throw new ScenarioError(
      findings.map(({ path, at, message }) => ({ file, ...locate(path, at), path: showPath(path), message })),
    );
  }
  return { file, written: value as Written, locate };
}

/** The keys that a file cannot do without. */
function keysOf(schema: JsonSchema): string[] {
  return schema.required as string[];
}

function textOf(source: Uint8Array | string, file: string): string {
  const whole = (message: FaultMessage, line: number | null = null) =>
    new ScenarioError([{ file, line, column: null, path: '', message }]);
  if (source.length > longestScenario) {
    throw whole({ key: 'tooLarge', values: { bytes: source.length, limit: longestScenario } });
  }
  if (typeof source === 'string') return source.replace(/^\uFEFF/, '');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    const line = new TextDecoder().decode(source).split('\uFFFD')[0].split('\n').length;
    throw whole({ key: 'notUtf8', values: { line } }, line);
  }
}

function readYaml(text: string, lines: LineCounter, file: string): Document {
  let document: Document;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, version: '1.2' });
  } catch (error) {
    // The parser works by recursion: a file nested thousands deep exhausts the stack.
    if (!(error instanceof RangeError)) throw error;
    throw new ScenarioError([
      { file, line: null, column: null, path: '', message: { key: 'tooDeep', values: undefined } },
    ]);
  }
  if (document.errors.length > 0) throw new ScenarioError(yamlFaultsOf(document, text, lines, file));
  return document;
}

/** What the parser found, one fault a line: the rest of a line is mostly a consequence. */
function yamlFaultsOf(document: Document, text: string, lines: LineCounter, file: string): Fault[] {
  const byLine = new Map<number, Fault>();
  for (const { code, pos } of document.errors) {
    const open = code === 'BAD_INDENT' ? openBracket(document, text, pos[0]) : undefined;
    const { line, col } = lines.linePos(open ?? pos[0]);
    if (byLine.has(line) || byLine.size === mostYamlFaults) continue;
    const message: FaultMessage =
      code === 'DUPLICATE_KEY'
        ? { key: 'duplicateKey', values: { key: /^["']?([^"':\n]*)/.exec(text.slice(pos[0]))?.[1] ?? '' } }
        : open !== undefined
          ? { key: 'openBracket', values: { bracket: text[open] as '[' | '{' } }
          : { key: 'yaml', values: { code, ...yamlFaults[code] } };
    byLine.set(line, { file, line, column: col, path: '', message });
    // All that follows is read as if it stood within the bracket.
    if (open !== undefined) break;
  }
  return [...byLine.values()];
}

/** Where the bracket stands that nothing closes before a place: the parser only says that what comes there is indented too little. */
function openBracket(document: Document, text: string, end: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Collection(_, { flow, range }) {
      if (flow !== true || range == null || range[1] > end || end > range[2]) return;
      // What has a key and a value within a list may stand there without brackets of its own.
      if ('[{'.includes(text[range[0]]) && !']}'.includes(text[range[1] - 1])) found = range[0];
    },
  });
  return found;
}

function contentOf(document: Document, file: string): unknown {
  const whole = (message: FaultMessage) => new ScenarioError([{ file, line: null, column: null, path: '', message }]);
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    refuseCircles(value, new Set());
    return value;
  } catch (error) {
    if (error instanceof ReferenceError) throw whole({ key: 'bomb', values: undefined });
    if (error instanceof CircularAlias) throw whole({ key: 'circular', values: undefined });
    if (error instanceof RangeError) throw whole({ key: 'tooDeep', values: undefined });
    throw error;
  }
}

class CircularAlias extends Error {}

function refuseCircles(value: unknown, above: Set<object>): void {
  if (typeof value !== 'object' || value === null) return;
  if (above.has(value)) throw new CircularAlias();
  above.add(value);
  for (const part of Object.values(value)) refuseCircles(part, above);
  above.delete(value);
}

function placeOf(document: Document, lines: LineCounter, path: Path, at: 'key' | 'value'): Place {
  let node: unknown = document.contents;
  let key: unknown;
  for (const step of path) {
    let next: unknown;
    let nextKey: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === String(step));
      next = pair?.value;
      nextKey = pair?.key;
    } else if (isSeq(node) && typeof step === 'number') next = node.items[step];
    if (nextKey === undefined && next === undefined) return startOf(node, lines);
    node = next ?? nextKey;
    key = nextKey;
  }
  return startOf(at === 'key' && key !== undefined ? key : node, lines);
}

function startOf(node: unknown, lines: LineCounter): Place {
  const range = (node as Node | null | undefined)?.range;
  if (range === undefined || range === null) return { line: null, column: null };
  const { line, col } = lines.linePos(range[0]);
  return { line, column: col };
}
