import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkExample, type Example, examplesOf, nameExample } from '../docs/examples.ts';

/** The examples in the docstrings of `src/math`, executed: the fenced blocks after `@example`. */
const folder = resolve(import.meta.dirname, '../../src/math');
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'index.ts');
const modules = await Promise.all(
  files.map((file) => import(resolve(folder, file)) as Promise<Record<string, unknown>>),
);
const scope: Record<string, unknown> = Object.assign({}, ...modules);

function examplesIn(text: string): Example[] {
  const blocks = text.matchAll(/@example\s*\n\s*\* ```ts\n([\s\S]*?)\n\s*\* ```/g);
  return [...blocks].flatMap(([, block]) => examplesOf(block.split('\n').map((line) => line.replace(/^\s*\* ?/, ''))));
}

describe('the examples of src/math', () => {
  for (const file of files) {
    const text = readFileSync(resolve(folder, file), 'utf8');
    for (const example of examplesIn(text)) {
      it(`${file}: ${nameExample(example)}`, () => checkExample(example, scope));
    }

    it(`${file} gives an example and a source for every function it exports`, () => {
      const documented = [...text.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)?\s*export function (\w+)/g)];
      const bare = documented.filter(([, comment]) => !comment?.includes('@example')).map(([, , name]) => name);
      expect(bare).toEqual([]);
      // What only refuses arguments computes nothing.
      const computing = documented.filter(([, , name]) => !name.startsWith('require') || /^required/.test(name));
      const unsourced = computing
        .filter(([, comment]) => !comment?.includes('\n * Source: '))
        .map(([, , name]) => name);
      expect(unsourced).toEqual([]);
    });
  }
});
