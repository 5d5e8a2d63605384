import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportionAgents } from '../../src/plan/apportion-agents.ts';
import { evenly } from '../evenly.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('apportionAgents', () => {
  it('apportionAgents gives a group of one skill to that work', () => {
    expect(
      apportionAgents(
        [5, 3],
        [7, 4],
        [
          [true, false],
          [false, true],
        ],
      ),
    ).toEqual([
      [7, 0],
      [0, 4],
    ]);
  });

  it('apportionAgents divides people of both skills in proportion to load when there is nobody else', () => {
    const [share] = apportionAgents([30, 10], [8], [[true, true]]);
    expect(share[0]).toBeCloseTo(6, 12);
    expect(share[1]).toBeCloseTo(2, 12);
  });

  it('apportionAgents sends people of both skills where fewer people of its own stand', () => {
    const shares = apportionAgents(
      [10, 10],
      [12, 4, 12],
      [
        [true, false],
        [false, true],
        [true, true],
      ],
    );
    expect(shares[2][0]).toBeCloseTo(2, 9);
    expect(shares[2][1]).toBeCloseTo(10, 9);
  });

  it('apportionAgents levels a chain of overlapping skills', () => {
    const shares = apportionAgents(
      [10, 10, 10],
      [20, 10],
      [
        [true, true, false],
        [false, true, true],
      ],
    );
    for (const type of [0, 1, 2]) expect(shares[0][type] + shares[1][type]).toBeCloseTo(10, 6);
  });

  it('apportionAgents divides idle people evenly and gives the unskilled nothing to do', () => {
    expect(
      apportionAgents(
        [0, 0],
        [4, 9],
        [
          [true, true],
          [false, false],
        ],
      ),
    ).toEqual([
      [2, 2],
      [0, 0],
    ]);
  });

  it('apportionAgents counts everybody exactly once, for any loads, people and skills', () => {
    const amount = fc.oneof(fc.constant(0), evenly(1e-3, 1e4));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((types) =>
          fc.record({
            loads: fc.array(amount, { minLength: types, maxLength: types }),
            groups: fc.array(
              fc.record({ agents: amount, can: fc.array(fc.boolean(), { minLength: types, maxLength: types }) }),
              { minLength: 1, maxLength: 5 },
            ),
          }),
        ),
        ({ loads, groups }) => {
          const shares = apportionAgents(
            loads,
            groups.map(({ agents }) => agents),
            groups.map(({ can }) => can),
          );
          groups.forEach(({ agents, can }, group) => {
            expect(shares[group].every((share, type) => share >= 0 && (can[type] || share === 0))).toBe(true);
            expect(sum(shares[group])).toBeCloseTo(can.includes(true) ? agents : 0, 6);
          });
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
