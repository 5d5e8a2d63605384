/** The reference page of the mathematics, from the doc comments of its files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as math from '../../src/math/index.ts';

/** Writes the page: for each file of `folder` that `index.ts` exports, what it holds and its functions. */
export function libraryPage(folder: string): string {
  const index = readFileSync(join(folder, 'index.ts'), 'utf8');
  const files = readdirSync(folder).filter((file) => index.includes(`'./${file}'`));
  return [
    '# The library’s mathematics',
    [
      "`import { erlangA } from 'callfloor/math'`: pure functions, no file, no clock, no chance; they run in a browser too. Times are seconds, rates per second, shares 0 to 1.",
      'An argument out of its range throws a `RangeError` that begins with its name. Every function’s doc comment, which an editor shows, says units, ranges, what comes back at the edges, its source, and gives',
      'an example that a test executes; options and results are typed. The models are explained in [the models, one page each](../background/README.md). The main entry, `callfloor`, exports the same and the rest of the program.',
    ].join('\n'),
    ...files.flatMap((file) => sectionOf(file, readFileSync(join(folder, file), 'utf8'))),
  ].join('\n\n');
}

/** A file's section: its purpose and a table of its functions; empty for a file of types alone. */
function sectionOf(file: string, text: string): string[] {
  const [, purpose = ''] = /^\/\*\*([\s\S]*?)\*\//.exec(text) ?? [];
  const functions = [...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export function (\w+)[^(]*\(/g)];
  const rows = functions
    .filter(([, , name]) => name in math)
    .map(({ 0: whole, 1: comment, 2: name, index }) => {
      const parameters = parameterNames(text.slice(index + whole.length));
      const gives = proseOf(comment).split(/ @\w| Source: /)[0];
      return `| \`${name}(${parameters.join(', ')})\` | ${gives.replaceAll('|', '\\|')} |`;
    });
  if (rows.length === 0) return [];
  return [`## ${file.replace('.ts', '')}`, proseOf(purpose), ['| function | gives |', '|---|---|', ...rows].join('\n')];
}

/** The names of a function's parameters, from what follows its opening bracket. */
function parameterNames(rest: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const char of rest) {
    if (depth === 0 && char === ')') break;
    if ('([{<'.includes(char)) depth++;
    if (')]}'.includes(char) || (char === '>' && !parts[parts.length - 1].endsWith('='))) depth--;
    if (depth === 0 && char === ',') parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts.flatMap((part) => /^\s*(?:\.\.\.)?(\w+)/.exec(part)?.[1] ?? (/^\s*\{/.test(part) ? ['options'] : []));
}

/** The text of a comment on one line. */
function proseOf(comment: string): string {
  return comment
    .replaceAll(/\n\s*\* ?/g, ' ')
    .replaceAll(/\{@link (\w+)\}/g, '`$1`')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
