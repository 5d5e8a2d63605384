import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scenarioReference } from '../../src/scenario/reference.ts';

describe('scenarioReference', () => {
  it('scenarioReference() is what docs/reference/scenario.md holds (vitest -u writes it)', async () => {
    await expect(scenarioReference()).toMatchFileSnapshot(
      resolve(import.meta.dirname, '../../docs/reference/scenario.md'),
    );
  });
});
