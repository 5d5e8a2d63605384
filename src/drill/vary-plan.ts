/** How a plan can differ from the one written: when its levels are declared, and at which level each lever is pulled. */
import { type Clause, type Condition, isShare, judgeSwitching } from './condition.ts';
import type { Order, Plan } from './drill.ts';

/** How a plan differs from the one written. */
export interface Variation {
  /** Factor on the values at which levels are entered, away from normal above 1. */
  enter: number;
  /** Factor on how long it must have been so. */
  wait: number;
  /** Factor on how long it must be better before a level is left. */
  stay: number;
  /** For each lever that a level pulls, in the order written: the level, 0 for III. */
  levels: readonly number[];
}

const enters = [0.4, 0.7, 1, 1.5, 2.2] as const;
const waits = [0.5, 1, 2] as const;
/** What is tried of `stay`: as written first. */
export const stays = [1, 3] as const;
/** Up to so many orders of the levers are all tried; of more, those that differ by one exchange. */
const mostPermutations = 40;

/** The level of each lever as it is written. */
export function levelsOf(plan: Plan): number[] {
  return plan.levels.flatMap((level, i) => (level?.orders ?? []).map(() => i));
}

/** The thresholds that are tried, those written first; what would flap or contradict itself is left out. */
export function thresholdsTried(plan: Plan): Variation[] {
  const levels = levelsOf(plan);
  const all = enters.flatMap((enter) => waits.map((wait): Variation => ({ enter, wait, stay: 1, levels })));
  const others = all.filter((one) => (one.enter !== 1 || one.wait !== 1) && isSound(vary(plan, one)));
  return [{ enter: 1, wait: 1, stay: 1, levels }, ...others];
}

/** Whether every level can be entered and left without flapping. */
export function isSound(plan: Plan): boolean {
  return plan.levels.every((level) => level === null || judgeSwitching(level.enter, level.leave).sound);
}

/**
 * The orders in which the levers are tried, the one written first: as many at each level as written, every permutation if they are few
 * and else those of one exchange; and each lever by itself at another level. No level is left without a lever.
 */
export function arrangementsOf(plan: Plan): number[][] {
  const written = levelsOf(plan);
  const known = new Map([[written.join(), written]]);
  const add = (levels: number[]) => known.set(levels.join(), known.get(levels.join()) ?? levels);
  if (countPermutations(written) <= mostPermutations) for (const one of permutations(written)) add(one);
  else {
    written.forEach((_, i) => {
      for (let j = i + 1; j < written.length; j++) add(written.with(i, written[j]).with(j, written[i]));
    });
  }
  written.forEach((own, i) => {
    if (written.filter((level) => level === own).length === 1) return;
    for (const level of new Set(written)) add(written.with(i, level));
  });
  return [...known.values()];
}

/** In how many ways the entries can be ordered: n! ÷ ∏ nᵢ!. */
function countPermutations(entries: readonly number[]): number {
  const seen = new Map<number, number>();
  return entries.reduce((count, entry, i) => {
    const times = (seen.get(entry) ?? 0) + 1;
    seen.set(entry, times);
    return (count * (i + 1)) / times;
  }, 1);
}

function permutations(entries: readonly number[]): number[][] {
  if (entries.length === 0) return [[]];
  return [...new Set(entries)].flatMap((first) =>
    permutations(entries.toSpliced(entries.indexOf(first), 1)).map((rest) => [first, ...rest]),
  );
}

/** The plan with its thresholds moved and its levers elsewhere; figures are as round as people write them. */
export function vary(plan: Plan, { enter, levels, stay, wait }: Variation): Plan {
  const orders = plan.levels.flatMap((level) => level?.orders ?? []);
  return {
    ...plan,
    levels: plan.levels.map((level, i) => {
      if (level === null) return null;
      return {
        enter: level.enter.map((clause) => lengthen(move(clause, enter), wait)),
        // Below the threshold written, the one for leaving goes down with it: the distance between them stays.
        leave: (enter < 1 ? retreat(level.leave, enter) : level.leave).map((clause) => lengthen(clause, stay)),
        orders: orders.filter((_, lever) => levels[lever] === i).sort(byOrder(level.orders)),
      };
    }),
    // A rule that only ends something is no alarm, and stays.
    rules: plan.rules.map((rule) =>
      rule.orders.every(({ action }) => action === 'release')
        ? rule
        : { ...rule, when: rule.when.map((clause) => lengthen(move(clause, enter), wait)) },
    ),
  };
}

/** As they are written at their own level, the others behind. */
function byOrder(own: readonly Order[]) {
  const place = (order: Order) => (own.includes(order) ? own.indexOf(order) : own.length);
  return (a: Order, b: Order) => place(a) - place(b);
}

/** Shares move towards their end, so that they stay shares; counts and waits by their factor. */
function move(clause: Clause, factor: number): Clause {
  const { above, value } = clause;
  if (factor === 1) return clause;
  if (isShare(clause.quantity)) {
    const moved = above ? 1 - (1 - value) / factor : value / factor;
    return { ...clause, value: Math.round(100 * Math.min(1, Math.max(0, moved))) / 100 };
  }
  return above ? { ...clause, value: Math.round(value * factor) } : clause;
}

function retreat(leave: Condition, factor: number): Condition {
  return leave.map((clause) =>
    isShare(clause.quantity) || clause.above
      ? clause
      : { ...clause, value: Math.max(1, Math.round(clause.value * factor)) },
  );
}

function lengthen(clause: Clause, factor: number): Clause {
  if (factor === 1 || clause.forSeconds === 0) return clause;
  return { ...clause, forSeconds: 60 * Math.max(1, Math.round((clause.forSeconds * factor) / 60)) };
}
