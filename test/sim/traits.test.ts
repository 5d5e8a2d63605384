/** The bits that tell types of work apart. */
import { describe, expect, it } from 'vitest';
import * as traits from '../../src/sim/traits.ts';

describe('traits', () => {
  it('are bits of their own: no two are the same, and all fit into a column of the plan', () => {
    const bits = Object.values(traits);
    expect(new Set(bits).size).toBe(bits.length);
    for (const bit of bits) expect(bit > 0 && bit < 2 ** 31 && (bit & (bit - 1)) === 0).toBe(true);
  });
});
