import { describe, expect, it } from 'vitest';
import { shapleyWeights } from '../../src/math/shapley.ts';

describe('shapleyWeights', () => {
  it('gives shares that add up to the whole, whatever the game', () => {
    for (const players of [1, 2, 3, 5, 8]) {
      const values = Array.from({ length: 2 ** players }, (_, set) => Math.sin(set * 12.9898) * 43.5);
      let sum = 0;
      for (let player = 0; player < players; player++) {
        shapleyWeights(players, player).forEach((weight, set) => {
          sum += weight * values[set];
        });
      }
      expect(sum).toBeCloseTo(values[2 ** players - 1] - values[0], 10);
    }
  });

  it('solves the glove game as published: 1/6, 1/6, 2/3', () => {
    // Two left gloves (players 0 and 1), one right (2); a pair is worth 1 (Shapley and Shubik 1969).
    const worth = (set: number) => ((set & 4) !== 0 && (set & 3) !== 0 ? 1 : 0);
    const share = (player: number) =>
      shapleyWeights(3, player).reduce((sum, weight, set) => sum + weight * worth(set), 0);
    expect([0, 1, 2].map(share)).toEqual([1 / 6, 1 / 6, 2 / 3].map((one) => expect.closeTo(one, 12)));
  });

  it('refuses players that are none', () => {
    expect(() => shapleyWeights(0, 0)).toThrow(/^players/);
    expect(() => shapleyWeights(2, 2)).toThrow(/^player/);
    expect(() => shapleyWeights(17, 0)).toThrow('players: expected at most 16, got 17');
    expect(() => shapleyWeights(3, 5)).toThrow('player: expected at most 2, got 5');
    expect(shapleyWeights(16, 15).reduce((sum, weight) => sum + Math.abs(weight), 0)).toBeCloseTo(2, 10);
  });
});
