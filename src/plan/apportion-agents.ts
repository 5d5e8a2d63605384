/** Dividing people who can do several kinds of work among them, so that a formula for one queue counts nobody twice. */

/**
 * Apportions agents to work so that each person is counted once and every kind of work gets, as far as the skills allow, the
 * same number of agents per Erlang of load: the allocation that minimises Σ (agents of a type)² ÷ its load.
 *
 * @param loads offered load per work type, Erlangs, at least 0
 * @param agents agents per group, at least 0, fractions allowed
 * @param can `can[group][type]`: whether the group has the skill
 * @returns `shares[group][type]`: each row sums to the group's agents; a group without any skill keeps a row of zeros. Work
 * without load gets nobody, unless nothing that the group can do has any: then its people are divided evenly.
 * @example
 * ```ts
 * // A group for both kinds of work fills up the one that has fewer people of its own.
 * apportionAgents([10, 10], [12, 4, 8], [[true, false], [false, true], [true, true]]); // => [[12, 0], [0, 4], [0, 8]]
 * ```
 */
export function apportionAgents(
  loads: readonly number[],
  agents: readonly number[],
  can: readonly (readonly boolean[])[],
): number[][] {
  const shares = agents.map(() => loads.map(() => 0));
  const totals = loads.map(() => 0);
  const accuracy = 1e-10 * agents.reduce((sum, count) => sum + count, 1);
  // Each round levels one group after the other against all others: coordinate descent on a convex function.
  for (let round = 0, moved = Infinity; moved > accuracy && round < 1000; round++) {
    moved = 0;
    for (let group = 0; group < agents.length; group++) {
      const others = totals.map((total, type) => total - shares[group][type]);
      const levelled = level(loads, others, agents[group], can[group]);
      for (let type = 0; type < loads.length; type++) {
        moved = Math.max(moved, Math.abs(levelled[type] - shares[group][type]));
        totals[type] = others[type] + levelled[type];
      }
      shares[group] = levelled;
    }
  }
  return shares;
}

/** Pours `count` agents on top of `others` where `can`, so that the lowest (others + poured) ÷ load rises first. */
function level(loads: readonly number[], others: readonly number[], count: number, can: readonly boolean[]): number[] {
  const poured = loads.map(() => 0);
  const able = loads.map((_, type) => type).filter((type) => can[type]);
  const loaded = able.filter((type) => loads[type] > 0).sort((a, b) => others[a] / loads[a] - others[b] / loads[b]);
  if (loaded.length === 0) {
    for (const type of able) poured[type] = count / able.length;
    return poured;
  }
  let load = 0;
  let standing = 0;
  let height = 0;
  let reached = 0;
  for (; reached < loaded.length; reached++) {
    const type = loaded[reached];
    if (reached > 0 && others[type] / loads[type] >= height) break;
    load += loads[type];
    standing += others[type];
    height = (standing + count) / load;
  }
  for (const type of loaded.slice(0, reached)) poured[type] = Math.max(0, height * loads[type] - others[type]);
  return poured;
}
