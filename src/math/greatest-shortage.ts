/**
 * Whether people with several skills suffice for several needs at once, each person counted once. By Hall's theorem they do
 * exactly when no set of needs is greater than the number of those who can do any of them; the set that is short by most is
 * found as a minimum cut.
 */
import { requireFinite } from './requirements.ts';

/** A set of needs, and what is missing for it. */
export interface Shortage {
  /** The needs by index, ascending; empty when nothing is short. */
  needs: number[];
  /** Sum of the needs less those who can do any of them; 0 when nothing is short. */
  missing: number;
}

/** Flows closer than this are equal: sums of heads and needs are not exact. */
const slight = 1e-9;

/**
 * The set of needs that is short by most when everybody is counted once.
 *
 * @param needs how many people each need takes, each at least 0 (Erlang or heads; fractions are fine)
 * @param heads how many people there are of each sort, each at least 0
 * @param can by sort, then by need: whether such a person can do it
 * @throws RangeError when a need or a number of heads is negative or not finite
 * Source: P. Hall (1935), On representatives of subsets; L. R. Ford and D. R. Fulkerson (1956), Maximal flow through a network
 * @example
 * ```ts
 * greatestShortage([5, 3], [2, 0, 3], [[true, false], [false, true], [true, true]]); // => { needs: [0, 1], missing: 3 }
 * ```
 */
export function greatestShortage(
  needs: readonly number[],
  heads: readonly number[],
  can: readonly (readonly boolean[])[],
): Shortage {
  for (const value of needs) requireFinite('needs', value, 0);
  for (const value of heads) requireFinite('heads', value, 0);
  const network = new Network(needs, heads, can);
  while (network.augment()) {
    // Every pass adds a flow along a shortest path.
  }
  const reached = network.reachable();
  const short = needs.map((_, need) => need).filter((need) => reached.needs[need]);
  const able = heads.filter((_, sort) => short.some((need) => can[sort][need]));
  const missing = sum(short.map((need) => needs[need])) - sum(able);
  return { needs: short, missing };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Needs on one side, sorts of people on the other; what flows between them is people put to needs. */
class Network {
  readonly #needs: number[];
  readonly #heads: number[];
  readonly #can: readonly (readonly boolean[])[];
  /** People of a sort put to a need. */
  readonly #flow: number[][];

  constructor(needs: readonly number[], heads: readonly number[], can: readonly (readonly boolean[])[]) {
    this.#needs = [...needs];
    this.#heads = [...heads];
    this.#can = can;
    this.#flow = heads.map(() => needs.map(() => 0));
  }

  /** Which needs and sorts a need that is not met yet can be reached from; `from` tells the way back. */
  reachable() {
    const needs = this.#needs.map((left) => left > slight);
    const sorts = this.#heads.map(() => false);
    const from = { need: this.#needs.map(() => -1), sort: this.#heads.map(() => -1) };
    const queue = needs.flatMap((open, need) => (open ? [need] : []));
    for (const need of queue) {
      for (const [sort, able] of this.#can.entries()) {
        if (!able[need] || sorts[sort]) continue;
        sorts[sort] = true;
        from.sort[sort] = need;
        for (const [other, flow] of this.#flow[sort].entries()) {
          if (flow <= slight || needs[other]) continue;
          needs[other] = true;
          from.need[other] = sort;
          queue.push(other);
        }
      }
    }
    return { needs, sorts, from };
  }

  /** Puts more people to needs; false when no more can be. */
  augment(): boolean {
    const { sorts, from } = this.reachable();
    const free = this.#heads.findIndex((left, sort) => sorts[sort] && left > slight);
    if (free < 0) return false;
    const path: { sort: number; need: number; back: number }[] = [];
    let amount = this.#heads[free];
    for (let sort = free; ; ) {
      const need = from.sort[sort];
      const back = from.need[need];
      path.push({ sort, need, back });
      amount = Math.min(amount, back < 0 ? this.#needs[need] : this.#flow[back][need]);
      if (back < 0) break;
      sort = back;
    }
    this.#heads[free] -= amount;
    for (const { sort, need, back } of path) {
      this.#flow[sort][need] += amount;
      if (back < 0) this.#needs[need] -= amount;
      else this.#flow[back][need] -= amount;
    }
    return true;
  }
}
