/**
 * Checks a value against the schema of a scenario and says what is wrong in words of the scenario, not of the schema.
 * Where a value may take several forms, only the form that was meant is held against it.
 */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { Check } from 'typebox/schema';
import { stringify } from 'yaml';
import type { Path } from '../kinds/resolving.ts';
import type { FaultMessage, Shape } from '../words/faults.ts';
import { nearestName } from '../words/nearest-name.ts';
import { scenarioSchema } from './schema.ts';
import type { JsonSchema } from './schema-parts.ts';

/** Something wrong at a place of the scenario. */
export interface Finding {
  path: Path;
  /** Whether the key or the value is at fault. */
  at: 'key' | 'value';
  message: FaultMessage;
}

/** The greatest number of findings that are said; what follows is mostly a consequence. */
const most = 100;

interface Checker {
  schema: JsonSchema;
  ajv: Ajv2020;
  validators: Map<object, ValidateFunction>;
}

/** Forgotten together with a schema that a new kind has replaced. */
const checkers = new WeakMap<JsonSchema, Checker>();

function checkerOf(schema: JsonSchema): Checker {
  let found = checkers.get(schema);
  if (found === undefined) {
    const ajv = new Ajv2020({
      strict: true,
      strictRequired: false,
      allowUnionTypes: true,
      allErrors: true,
      discriminator: true,
      verbose: true,
      addUsedSchema: false,
      // The schema refers to durations some twenty times: compiled once each and not optimised it is ready ten times sooner.
      inlineRefs: false,
      code: { optimize: false },
    });
    found = { schema, ajv, validators: new Map() };
    checkers.set(schema, found);
  }
  return found;
}

/**
 * What is wrong with a value that should be a scenario, or another sort of file; empty when nothing is.
 * @param value anything that YAML or JSON can hold
 * @param schema of the sort of file, the same object every time
 */
export function check(value: unknown, schema: JsonSchema = scenarioSchema()): Finding[] {
  // Most files are right: seen at once by reading the schema beside the value, where a validator is first compiled for every key there is.
  return Check(schema, value) ? [] : explain(value, schema);
}

/**
 * What is wrong with a value, by a validator that tells why it refuses.
 * @param value as for {@link check}
 * @param schema as for {@link check}
 */
export function explain(value: unknown, schema: JsonSchema = scenarioSchema()): Finding[] {
  const tools = checkerOf(schema);
  return findings(tools, tools.schema, value, []).slice(0, most);
}

/** The form among the branches of `anyOf` that a value was meant to take, by what it is. */
export function branchFor(branches: readonly JsonSchema[], value: unknown): JsonSchema | undefined {
  const shape = shapeOf(value);
  return branches.find(({ type }) => type === shape || (type === 'integer' && shape === 'number'));
}

/** What a value is. */
export function shapeOf(value: unknown): Shape {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'number' || type === 'boolean' || type === 'string' ? type : 'object';
}

/** A value as a message shows it. */
export function show(value: unknown): string {
  if (typeof value === 'number') return String(value);
  const shape = shapeOf(value);
  const text = shape === 'object' ? '{ … }' : shape === 'array' ? '[ … ]' : JSON.stringify(value ?? null);
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}

function findings(tools: Checker, schema: JsonSchema, value: unknown, path: Path): Finding[] {
  const { ajv, validators, schema: root } = tools;
  let validate = validators.get(schema);
  if (validate === undefined) {
    validate = ajv.compile(schema === root ? schema : { $defs: root.$defs, ...schema });
    validators.set(schema, validate);
  }
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const forks = errors.filter(({ keyword }) => keyword === 'anyOf');
  const found: Finding[] = [];
  for (const error of errors) {
    if (error.keyword === 'anyOf') found.push(...findingsOfFork(tools, error, path));
    else if (!forks.some(({ instancePath }) => isWithin(error.instancePath, instancePath))) {
      const finding = findingOf(error, path);
      if (finding !== undefined) found.push(finding);
    }
  }
  return found;
}

function isWithin(place: string, fork: string): boolean {
  return place === fork || place.startsWith(`${fork}/`);
}

function pathOf(instancePath: string, base: Path): Path {
  if (instancePath === '') return base;
  const keys = instancePath
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [...base, ...keys.map((key) => (/^[0-9]+$/.test(key) ? Number(key) : key))];
}

function findingsOfFork(tools: Checker, error: ErrorObject, base: Path): Finding[] {
  const branches = error.schema as JsonSchema[];
  const path = pathOf(error.instancePath, base);
  const branch = branchFor(branches, error.data);
  if (branch !== undefined) return findings(tools, branch, error.data, path);
  const shapes = branches.map(({ type }) => type as Shape);
  const example = (error.parentSchema as JsonSchema).examples;
  return [
    {
      path,
      at: 'value',
      message: { key: 'wrongShape', values: { shapes, got: show(error.data), example: exampleOf(example) } },
    },
  ];
}

function exampleOf(examples: unknown): string | undefined {
  return Array.isArray(examples) && examples.length > 0
    ? stringify(examples[0], {
        collectionStyle: 'flow',
        lineWidth: 0,
        defaultStringType: 'QUOTE_DOUBLE',
        defaultKeyType: 'PLAIN',
      }).trim()
    : undefined;
}

function choiceOf(got: unknown, allowed: readonly string[]) {
  const near = typeof got === 'string' ? nearestName(got, allowed) : undefined;
  return { got: show(got), near, allowed };
}

/** One error of the schema in words of the scenario; undefined for those that only sum up others. */
function findingOf(error: ErrorObject, base: Path): Finding | undefined {
  const { keyword, params, data } = error;
  const parent = (error.parentSchema ?? {}) as JsonSchema;
  const path = pathOf(error.instancePath, base);
  const at = (message: FaultMessage, place = path, part: Finding['at'] = 'value'): Finding => ({
    path: place,
    at: part,
    message,
  });
  const example = exampleOf(parent.examples);
  switch (keyword) {
    case 'oneOf':
    case 'if':
    case 'not':
      return undefined; // what they found is said by what they hold
    case 'required': {
      const key = String(params.missingProperty);
      const property = (parent.properties as Record<string, JsonSchema> | undefined)?.[key];
      return at({ key: 'missingKey', values: { key, example: exampleOf(property?.examples) } }, path, 'key');
    }
    case 'additionalProperties': {
      const got = String(params.additionalProperty);
      if ('patternProperties' in parent) return at({ key: 'badName', values: { got } }, [...path, got], 'key');
      const allowed = Object.keys((parent.properties as object | undefined) ?? {});
      const values = { got, near: nearestName(got, allowed), allowed };
      return at({ key: 'unknownKey', values }, [...path, got], 'key');
    }
    case 'discriminator': {
      const tag = String(params.tag);
      const branches = parent.oneOf as { properties: Record<string, { const: string }> }[];
      const allowed = branches.map(({ properties }) => properties[tag].const);
      const got = (data as JsonSchema)[tag];
      if (got === undefined) return undefined; // said by `required`
      return at({ key: 'notOneOf', values: choiceOf(got, allowed) }, [...path, tag]);
    }
    case 'enum':
      return at({ key: 'notOneOf', values: choiceOf(data, (params.allowedValues as unknown[]).map(String)) });
    case 'const':
      return at({ key: 'notOneOf', values: choiceOf(data, [String(params.allowedValue)]) });
    case 'type': {
      const shapes = [params.type as Shape | Shape[]].flat();
      return at({ key: 'wrongShape', values: { shapes, got: show(data), example } });
    }
    case 'minimum':
    case 'exclusiveMinimum': {
      const values = { least: Number(params.limit), got: show(data), exclusive: keyword !== 'minimum' };
      return at({ key: 'tooSmall', values });
    }
    case 'maximum':
    case 'exclusiveMaximum': {
      const values = { most: Number(params.limit), got: show(data), exclusive: keyword !== 'maximum' };
      return at({ key: 'tooGreat', values });
    }
    case 'minItems':
    case 'minProperties':
    case 'minLength':
      return at({ key: 'tooFew', values: { least: Number(params.limit), got: sizeOf(data) } });
    case 'maxItems':
    case 'maxProperties':
    case 'maxLength':
      return at({ key: 'tooMany', values: { most: Number(params.limit), got: sizeOf(data) } });
    case 'uniqueItems':
      return at({ key: 'repeated', values: undefined });
    case 'pattern':
      return at({ key: 'badForm', values: { example: formOf(parent), got: show(data) } });
    default:
      return at({ key: 'otherRule', values: { rule: error.message ?? keyword, got: show(data) } });
  }
}

function formOf(schema: JsonSchema): string {
  const { examples, pattern } = schema;
  return Array.isArray(examples) && typeof examples[0] === 'string' ? examples[0] : String(pattern);
}

function sizeOf(value: unknown): number {
  return typeof value === 'string' ? value.length : Object.keys((value as object | null) ?? {}).length;
}
