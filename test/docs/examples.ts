/** The executed examples of doc comments and pages: a line that ends with `// => value`, and the lines that prepare it. */
import { expect } from 'vitest';

/** One line to be checked. */
export interface Example {
  readonly preparation: string;
  readonly expression: string;
  readonly expected: string;
}

/** The examples in a block of code; the lines before an example are its preparation. */
export function examplesOf(lines: readonly string[]): Example[] {
  const examples: Example[] = [];
  let preparation = '';
  let pending = '';
  for (const line of lines) {
    const match = /^(.*?);?\s*\/\/ => (.*)$/.exec(line);
    if (match !== null) {
      examples.push({ preparation, expression: pending + match[1], expected: match[2] });
      pending = '';
    } else {
      pending += `${line}\n`;
      if (/;\s*$/.test(line)) {
        preparation += pending;
        pending = '';
      }
    }
  }
  return examples;
}

/** What the example is called in a list of tests. */
export function nameExample({ expression, expected }: Example): string {
  return `${expression.trim().replaceAll(/\s+/g, ' ')} gives ${expected}`;
}

/** Executes an example with the names in `scope`; a number must agree to the digits shown, anything else in full. */
export function checkExample(example: Example, scope: Readonly<Record<string, unknown>>): void {
  const { preparation, expression, expected } = example;
  const actual = evaluate(preparation, expression, scope);
  if (typeof actual === 'number' && /^-?\d+\.\d+$/.test(expected)) {
    const decimals = expected.split('.')[1].length;
    expect(Math.abs(actual - Number(expected)), `${actual}`).toBeLessThanOrEqual(0.5000001 * 10 ** -decimals);
  } else {
    expect(actual).toEqual(evaluate('', expected, scope));
  }
}

function evaluate(preparation: string, expression: string, scope: Readonly<Record<string, unknown>>): unknown {
  const body = `${preparation}\nreturn (${expression});`;
  return new Function(...Object.keys(scope), body)(...Object.values(scope));
}
