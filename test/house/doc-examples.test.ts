import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The examples in the docstrings of `src/math`, executed. An example is a fenced block after `@example`; a line that ends with
 * `// => value` is checked against the value (a number to the digits it shows), the lines before it are its preparation.
 */
const folder = resolve(import.meta.dirname, '../../src/math');
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'index.ts');
const modules = await Promise.all(
  files.map((file) => import(resolve(folder, file)) as Promise<Record<string, unknown>>),
);
const scope: Record<string, unknown> = Object.assign({}, ...modules);

interface Check {
  readonly preparation: string;
  readonly expression: string;
  readonly expected: string;
}

function checksOf(text: string): Check[] {
  const checks: Check[] = [];
  for (const block of text.matchAll(/@example\s*\n\s*\* ```ts\n([\s\S]*?)\n\s*\* ```/g)) {
    const lines = block[1].split('\n').map((line) => line.replace(/^\s*\* ?/, ''));
    let preparation = '';
    let pending = '';
    for (const line of lines) {
      const match = /^(.*?);?\s*\/\/ => (.*)$/.exec(line);
      if (match !== null) {
        checks.push({ preparation, expression: pending + match[1], expected: match[2] });
        pending = '';
      } else {
        pending += `${line}\n`;
        if (/;\s*$/.test(line)) {
          preparation += pending;
          pending = '';
        }
      }
    }
  }
  return checks;
}

function evaluate(preparation: string, expression: string): unknown {
  const body = `${preparation}\nreturn (${expression});`;
  return new Function(...Object.keys(scope), body)(...Object.values(scope));
}

describe('the examples of src/math', () => {
  for (const file of files) {
    const text = readFileSync(resolve(folder, file), 'utf8');
    for (const { preparation, expression, expected } of checksOf(text)) {
      it(`${file}: ${expression.trim().replaceAll(/\s+/g, ' ')} gives ${expected}`, () => {
        const actual = evaluate(preparation, expression);
        if (typeof actual === 'number' && /\.\d/.test(expected)) {
          const decimals = expected.split('.')[1].length;
          expect(Math.abs(actual - Number(expected)), `${actual}`).toBeLessThanOrEqual(0.5000001 * 10 ** -decimals);
        } else {
          expect(actual).toEqual(evaluate('', expected));
        }
      });
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
