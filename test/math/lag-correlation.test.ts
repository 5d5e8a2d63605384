import { describe, expect, it } from 'vitest';
import { lagCorrelation } from '../../src/math/lag-correlation.ts';

describe('lagCorrelation', () => {
  it('is the sum of products of neighbours over the sum of squares', () => {
    // Σ x² = 10, Σ x x′ = −1 − 2 − 4 = −7.
    expect(lagCorrelation([[1, -1, 2, -2, 0, 0]])).toBeCloseTo(-0.7, 14);
  });

  it('takes no pair across two series', () => {
    // Σ x² = 10, Σ x x′ = −1 − 4 = −5: the last of the first and the first of the second are no neighbours.
    expect(
      lagCorrelation([
        [1, -1],
        [2, -2, 0, 0],
      ]),
    ).toBeCloseTo(-0.5, 14);
  });

  it('is 0 where nothing varies', () => {
    expect(lagCorrelation([[0, 0, 0]])).toBe(0);
    expect(lagCorrelation([])).toBe(0);
  });
});
