/** Files for tests: those shipped, read from the disk, and made-up ones by name. */
import { readFileSync, statSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';
import { parse } from '../../src/scenario/parse.ts';
import { type ResolveContext, resolve } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { ScenarioError } from '../../src/scenario/scenario-error.ts';
import type { FileReader } from '../../src/scenario/table.ts';

/** The folder of the scenarios shipped. */
export const scenarioFolder = resolvePath(import.meta.dirname, '../../scenarios');

/** Reads files of a folder. */
export function folderReader(folder: string): FileReader {
  return {
    size: (path) => statSync(resolvePath(folder, path), { throwIfNoEntry: false })?.size,
    read: (path) => readFileSync(resolvePath(folder, path)),
  };
}

/** Files that exist only for a test. */
export function madeFiles(files: Record<string, string | Uint8Array>): FileReader {
  const bytes = (path: string) => {
    const content = Object.hasOwn(files, path) ? files[path] : undefined;
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  return { size: (path) => bytes(path)?.length, read: (path) => bytes(path) ?? new Uint8Array() };
}

/** Parses and resolves a text. */
export function resolveText(
  text: string,
  files: Record<string, string | Uint8Array> = {},
  context: Partial<ResolveContext> = {},
): Scenario {
  return resolve(parse(text, 'test.yaml'), { name: 'test', reader: madeFiles(files), ...context });
}

/** The faults of a text in English and Chinese, a line each. */
export function faultsOf(
  text: string | Uint8Array,
  files: Record<string, string | Uint8Array> = {},
  context: Partial<ResolveContext> = {},
): { en: string[]; zh: string[] } {
  try {
    resolve(parse(text, 'test.yaml'), { name: 'test', reader: madeFiles(files), ...context });
  } catch (error) {
    if (error instanceof ScenarioError) return { en: error.tell('en').split('\n'), zh: error.tell('zh').split('\n') };
    throw error;
  }
  return { en: [], zh: [] };
}
