import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scenarioSchema } from '../../src/scenario/schema.ts';

describe('scenarioSchema', () => {
  it('scenarioSchema() is what schemas/scenario.schema.json holds (npm run schemas writes it)', () => {
    const file = resolve(import.meta.dirname, '../../schemas/scenario.schema.json');
    expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(scenarioSchema(), null, 2)}\n`);
  });
});
