/** The reference page of norm files, written from the schema and the list of tests, so that it cannot fall behind them. */
import { family, type Said, section } from '../../scenario/reference.ts';
import { normSchema } from './norm-schema.ts';
import { clauseTests } from './tests/index.ts';

/**
 * The page as Markdown.
 * @returns the text of `docs/reference/norm.md`
 */
export function normReference(): string {
  const said: Said = new Set();
  return `${[
    '# Norm files',
    'Every key of a norm file, with its unit, its default and an example. This page is written from the schema: do not edit it.',
    [
      'A norm is YAML in UTF-8 (JSON is a subset). `callfloor norm SCENARIO --norm FILE` reads it and says every fault at once, in the form',
      '`file:line:column path: expected …, got …. Try ….`. The one that is shipped, `norms/telecom.yaml`, is an example of every kind of test.',
    ].join('\n'),
    ...section('The file', normSchema(), '', 2, said),
    ...family(clauseTests, 'Tests', 'Written `test: { kind: …, … }`.', said),
  ].join('\n\n')}\n`;
}
