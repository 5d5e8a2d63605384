import { describe, expect, it } from 'vitest';
import { csvText } from '../../src/report/csv-text.ts';

describe('csvText', () => {
  it('csvText(rows, head) keeps names from being formulas, and numbers as they are', () => {
    expect(csvText([['=1+1', -2]], ['name', 'points'])).toBe('name,points\n"\'=1+1",-2\n');
    expect(csvText([['@a', '+b', '-c', 'd, e', '白雪']])).toBe('"\'@a","\'+b","\'-c","d, e",白雪\n');
  });

  it('csvText(objects) has their keys as headers', () => {
    expect(csvText([{ name: 'a', points: -0.5 }])).toBe('name,points\na,-0.5\n');
  });
});
