/** Shapley's value: what each of several causes contributes to an effect, whatever the order in which they are taken away. */
import { requireWhole } from './requirements.ts';

/**
 * The weights of the sets in a player's Shapley value: with the value v(S) of every set S of players, the player's share is
 * Σ weights[S] · v(S), and the shares of all players add up to v(all) − v(none).
 *
 * @param players how many there are, whole, from 1 to 16
 * @param player whose share, whole, from 0 to `players` − 1
 * @returns one weight per set; bit i of a set's index says whether player i belongs to it
 * @throws RangeError when a number is not whole or outside its range
 * Source: L. S. Shapley (1953), A value for n-person games, Contributions to the Theory of Games II, 307–317; for splitting a
 * difference into its causes A. F. Shorrocks (2013), Decomposition procedures for distributional analysis, Journal of
 * Economic Inequality 11, 99–126
 * @example
 * ```ts
 * shapleyWeights(2, 0); // => [-0.5, 0.5, -0.5, 0.5]
 * ```
 */
export function shapleyWeights(players: number, player: number): number[] {
  requireWhole('players', players, 1);
  requireWhole('player', player, 0);
  if (players > 16) throw new RangeError(`players: expected at most 16, got ${players}`);
  if (player >= players) throw new RangeError(`player: expected at most ${players - 1}, got ${player}`);
  return Array.from({ length: 2 ** players }, (_, set) => {
    const others = count(set & ~(1 << player));
    // The share of orders in which exactly these others come before the player.
    const weight = 1 / (players * binomial(players - 1, others));
    return (set >> player) & 1 ? weight : -weight;
  });
}

function count(set: number): number {
  let bits = 0;
  for (let rest = set; rest > 0; rest >>= 1) bits += rest & 1;
  return bits;
}

function binomial(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
  return product;
}
