/**
 * What the schemas of the parts of a scenario file are made of: names, times and dates, maps by name, the branches of a family, durations.
 */
import { type TObject, type TSchema, Type } from 'typebox';
import { timePattern } from '../kinds/clock.ts';
import type { Kind, KindList } from '../kinds/kind.ts';

/** A JSON schema as plain data. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

/** One choice of a family as written: its name and its fields, which the family's schema has checked. */
export interface WrittenKind {
  kind: string;
  [field: string]: unknown;
}

/** A duration as written: a fixed number of seconds, a kind, or steps by the time of arrival. */
export type WrittenDuration = number | WrittenKind | (WrittenKind & { from: string })[];

/** A name that the scenario chooses: no slash, no space at either end, 60 characters at most. */
export const namePattern = '^[^\\s/]([^/\\n\\r\\t]{0,58}[^\\s/])?$';
/** A date, as in 2026-10-01. */
export const datePattern = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';

/** A map from names that the scenario chooses. */
export function byName<Value extends TSchema>(value: Value, options: object) {
  return Type.Record(Type.String({ pattern: namePattern }), value, { additionalProperties: false, ...options });
}

/** The branches of a family: an object for each kind, told apart by `tag`. */
export function choice(list: KindList<Kind>, tag: string, common: Record<string, TSchema>, options: object) {
  const branches = list.all().map(({ kind, summary, schema }) => ({
    type: 'object',
    title: kind,
    description: `${summary.en} · ${summary.zh}`,
    properties: { [tag]: { type: 'string', const: kind, description: summary.en }, ...common, ...schema.properties },
    required: [tag, ...requiredOf(common), ...(schema.required ?? [])],
    additionalProperties: false,
  }));
  return { type: 'object', discriminator: { propertyName: tag }, required: [tag], oneOf: branches, ...options };
}

function requiredOf(properties: Record<string, TSchema>): string[] {
  return Type.Object(properties).required ?? [];
}

/** A duration; its branches stand once, in the definitions of the whole schema. */
export function duration(description: string, options: object = {}) {
  return Type.Unsafe<WrittenDuration>({ $ref: '#/$defs/duration', description, ...options });
}

/** An example of a duration: exponential with this mean, seconds or hours. */
export const exponential = (mean: number) => ({ kind: 'exponential', mean });

/** A start of steps over the day. */
export const stepFrom = Type.String({
  pattern: timePattern,
  description: 'Local time from which the step holds, every day, until the next step.',
  examples: ['08:00'],
});

/** Plain data in which whatever has a default is not required. */
export function withoutDefaulted(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutDefaulted);
  if (typeof schema !== 'object' || schema === null) return schema;
  const plain: JsonSchema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    plain[keyword] = keyword === 'default' || keyword === 'examples' ? value : withoutDefaulted(value);
  }
  const { required, properties } = schema as Partial<TObject>;
  if (required !== undefined && properties !== undefined) {
    const asked = required.filter((name) => !('default' in properties[name]));
    if (asked.length > 0) plain.required = asked;
    else delete plain.required;
  }
  return plain;
}
