import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatestShortage } from '../../src/math/greatest-shortage.ts';

/** The shortage by looking at every set of needs. */
function byEnumeration(
  needs: readonly number[],
  heads: readonly number[],
  can: readonly (readonly boolean[])[],
): number {
  let most = 0;
  for (let set = 1; set < 2 ** needs.length; set++) {
    const short = needs.map((_, need) => need).filter((need) => (set >> need) & 1);
    const need = short.reduce((sum, one) => sum + needs[one], 0);
    const able = heads.reduce((sum, n, sort) => sum + (short.some((one) => can[sort][one]) ? n : 0), 0);
    most = Math.max(most, need - able);
  }
  return most;
}

describe('greatestShortage', () => {
  it('finds the five people of whom three were counted twice', () => {
    const can = [
      [true, false],
      [true, true],
    ];
    expect(greatestShortage([5, 3], [2, 3], can)).toEqual({ needs: [0, 1], missing: 3 });
    expect(greatestShortage([2, 3], [2, 3], can)).toEqual({ needs: [], missing: 0 });
  });

  it('leaves out the needs that have people of their own', () => {
    const can = [
      [true, false, false],
      [false, true, true],
    ];
    expect(greatestShortage([1, 2, 2], [9, 3], can)).toEqual({ needs: [1, 2], missing: 1 });
  });

  it('agrees with looking at every set of needs', () => {
    const cases = fc.integer({ min: 1, max: 5 }).chain((types) =>
      fc.tuple(
        fc.array(
          fc.integer({ min: 0, max: 48 }).map((n) => n / 4),
          { minLength: types, maxLength: types },
        ),
        fc.array(
          fc.tuple(
            fc.integer({ min: 0, max: 48 }).map((n) => n / 4),
            fc.array(fc.boolean(), { minLength: types, maxLength: types }),
          ),
          {
            maxLength: 6,
          },
        ),
      ),
    );
    fc.assert(
      fc.property(cases, ([needs, sorts]) => {
        const heads = sorts.map(([n]) => n);
        const can = sorts.map(([, able]) => able);
        const { needs: short, missing } = greatestShortage(needs, heads, can);
        expect(missing).toBeCloseTo(byEnumeration(needs, heads, can), 9);
        const able = heads.reduce((sum, n, sort) => sum + (short.some((one) => can[sort][one]) ? n : 0), 0);
        expect(short.reduce((sum, one) => sum + needs[one], 0) - (short.length > 0 ? able : 0)).toBeCloseTo(missing, 9);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses what is no number of people', () => {
    expect(() => greatestShortage([-1], [], [])).toThrow('needs');
    expect(() => greatestShortage([1], [Number.NaN], [[true]])).toThrow('heads');
  });
});
