import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A file of exact values in this folder: what they are, and one row per question. */
export interface Golden<In, Out> {
  readonly family: string;
  readonly definition: string;
  readonly rows: readonly { readonly in: In; readonly out: Out }[];
}

/** Reads `test/golden/NAME.json`. */
export function readGolden<In, Out>(name: string): Golden<In, Out> {
  return JSON.parse(readFileSync(resolve(import.meta.dirname, `${name}.json`), 'utf8')) as Golden<In, Out>;
}

/** |actual − expected| ÷ |expected|, and the plain difference where the expected value is 0. */
export function relativeError(actual: number, expected: number): number {
  const error = Math.abs(actual - expected);
  return expected === 0 ? error : error / Math.abs(expected);
}
