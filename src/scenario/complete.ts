/** Writes into a scenario every default that it leaves out: what `callfloor check` prints and `resolve` reads. */
import { branchFor } from './check.ts';
import { type CompleteScenario, scenarioSchema, type WrittenScenario } from './schema.ts';
import type { JsonSchema } from './schema-parts.ts';

/**
 * The scenario with every default written in. What it is given stays as it is.
 * @param written a scenario that the check has accepted
 */
export function complete(written: WrittenScenario): CompleteScenario {
  return completeBy(scenarioSchema(), written) as CompleteScenario;
}

/**
 * The same for another sort of file.
 * @param schema which has accepted what is written
 */
export function completeBy(schema: JsonSchema, written: unknown): unknown {
  return fill(written, schema, schema.$defs as Record<string, JsonSchema>);
}

function fill(value: unknown, schema: JsonSchema, definitions: Record<string, JsonSchema>): unknown {
  if (typeof schema.$ref === 'string') {
    return fill(value, definitions[schema.$ref.slice('#/$defs/'.length)], definitions);
  }
  if (Array.isArray(schema.anyOf)) {
    return fill(value, branchFor(schema.anyOf, value) ?? {}, definitions);
  }
  if (Array.isArray(value)) {
    const items = (schema.items ?? {}) as JsonSchema;
    return value.map((item) => fill(item, items, definitions));
  }
  if (typeof value !== 'object' || value === null) return value;
  return fillObject(value as JsonSchema, schema, definitions);
}

function fillObject(value: JsonSchema, schema: JsonSchema, definitions: Record<string, JsonSchema>): JsonSchema {
  const chosen = chosenBranch(value, schema);
  const properties = (chosen.properties ?? {}) as Record<string, JsonSchema>;
  const [byName] = Object.values((chosen.patternProperties ?? {}) as Record<string, JsonSchema>);
  const filled: JsonSchema = {};
  // In the order of the schema, so that the same scenario is printed the same however it was written.
  for (const [key, property] of Object.entries(properties)) {
    const own = Object.hasOwn(value, key) ? value[key] : structuredClone(property.default);
    if (own !== undefined) filled[key] = fill(own, property, definitions);
  }
  for (const [key, own] of Object.entries(value)) {
    if (!Object.hasOwn(properties, key)) set(filled, key, fill(own, byName ?? {}, definitions));
  }
  return filled;
}

/** Sets a key, even one that has a meaning for JavaScript. */
function set(target: JsonSchema, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}

function chosenBranch(value: JsonSchema, schema: JsonSchema): JsonSchema {
  const { discriminator, oneOf } = schema;
  if (discriminator === undefined) return schema;
  const tag = (discriminator as { propertyName: string }).propertyName;
  const branches = oneOf as (JsonSchema & { properties: Record<string, { const?: unknown }> })[];
  return branches.find(({ properties }) => properties[tag].const === value[tag]) ?? schema;
}
