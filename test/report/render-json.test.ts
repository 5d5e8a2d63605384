import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonParts, renderJson } from '../../src/report/render-json.ts';

it('renderJson(report), part by part, gives the bytes of one call, whatever the report is', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom(null, undefined, true, '', 'a\nb', '",\n  "', '末'),
      fc.double({ noNaN: true }),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('any'), { maxKeys: 4 }),
    ),
  })).any;
  fc.assert(
    fc.property(fc.dictionary(fc.string(), value), (report) => {
      expect(renderJson(report)).toBe(`${JSON.stringify(report, null, 2)}\n`);
    }),
    { seed: 1, numRuns: 500 },
  );
});

it('jsonParts(report) never holds more than a small part of a long report', () => {
  const report = {
    work: Array.from({ length: 20 }, () => ({ intervals: Array.from({ length: 500 }, (_, i) => ({ i })) })),
  };
  const longest = Math.max(...[...jsonParts(report)].map(({ length }) => length));
  expect(longest).toBeLessThan(renderJson(report).length / 15);
});
