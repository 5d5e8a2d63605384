/** Which of several plans is the best in one measure, with a stated chance of being right. */
import type { Tally } from '../measures/measure.ts';
import type { Yardstick } from './difference.ts';
import { type PairedState, PairedSums } from './paired-sums.ts';
import type { Estimate } from './verdict.ts';

/** By how much one plan is better than another, or than the best of the others. */
export type Advantage = Omit<Estimate, 'confidence'>;

/** What is known of the best plan. */
export interface Selection {
  /** The plan with the best figure among the candidates. */
  best: number;
  /** With the confidence asked for, no other plan is better than `best` by more than what matters. */
  decided: boolean;
  /** Plans that no look has shown to be worse than another one. */
  candidates: number[];
  /** Per plan: by how much it is better than the best of the others; below 0, by how much it is worse. */
  overOthers: { low: number; high: number }[];
  /** Runs still needed to decide, as far as can be told. */
  furtherRuns: number;
}

/** What a {@link Selecting} holds, as plain data. */
export interface SelectionState {
  pairs: PairedState[][];
  candidates: readonly number[];
  decided: Selection | null;
}

const mostFurtherRuns = 1e9;

/**
 * Keeps every pair of plans and selects.
 *
 * A plan is left out once another one is shown to be better; the selection is decided when one plan remains, or when none of
 * the others can be better than the leader by more than what matters. With an interval of error α ÷ ((k − 1)·looks) in each
 * direction for every pair of the k plans, P(no plan is better than the selected one by more than what matters) ≥ 1 − α: a
 * wrong step needs an interval that puts the best plan too low against one of the other k − 1 (Bonferroni over them and the
 * looks, whatever hangs together through common customers).
 *
 * @see G. M. Clark and W. Yang (1986), A Bonferroni selection procedure when using common random numbers with unknown
 * variances, Proc. Winter Simulation Conf., 313–315; B. L. Nelson and F. J. Matejcik (1995), Using common random numbers for
 * indifference-zone selection and multiple comparisons in simulation, Management Science 41, 1935–1945
 */
export class Selecting {
  readonly #yardstick: Yardstick;
  /** `#pairs[j][i]` for i < j: the first plan is i, the other j. */
  readonly #pairs: readonly (readonly PairedSums[])[];
  #candidates: readonly number[];
  #decided: Selection | undefined;

  /**
   * @param count number of plans, at least 1
   * @param open makes the sums of a pair
   */
  constructor(count: number, yardstick: Yardstick, open = () => new PairedSums()) {
    this.#yardstick = yardstick;
    this.#pairs = Array.from({ length: count }, (_, j) => Array.from({ length: j }, open));
    this.#candidates = this.#pairs.map((_, plan) => plan);
  }

  /** Adds one run: a tally per plan, undefined for a plan that is simulated no more, and how far each control lay from its expectation. */
  add(tallies: readonly (Tally | undefined)[], controls: readonly number[] = []): void {
    tallies.forEach((other, j) => {
      if (other === undefined) return;
      this.#pairs[j].forEach((pair, i) => {
        const first = tallies[i];
        if (first !== undefined) pair.add(first, other, controls);
      });
    });
  }

  /**
   * Looks at the evidence: who is shown to be worse is out for good, and a decision stands.
   *
   * @param confidence of every pair's interval, in (0, 1): see {@link comparisonConfidence}
   */
  look(confidence: number): Selection {
    const selection = this.asThingsStand(confidence);
    this.#candidates = selection.candidates;
    if (selection.decided) this.#decided = selection;
    return selection;
  }

  /** What a look would see; nobody is out for it. */
  asThingsStand(confidence: number): Selection {
    return this.#decided ?? this.#select(confidence);
  }

  /** Whether a look has decided. */
  get isDecided(): boolean {
    return this.#decided !== undefined;
  }

  /** Everything held, for {@link restore}. */
  state(): SelectionState {
    return {
      pairs: this.#pairs.map((row) => row.map((pair) => pair.state())),
      candidates: this.#candidates,
      decided: this.#decided ?? null,
    };
  }

  /** Takes the place of a selecting of as many plans whose state was kept. */
  restore({ candidates, decided, pairs }: SelectionState): void {
    this.#candidates = candidates;
    this.#decided = decided ?? undefined;
    pairs.forEach((row, j) => {
      row.forEach((pair, i) => {
        this.#pairs[j][i].restore(pair);
      });
    });
  }

  #select(confidence: number): Selection {
    const plans = this.#pairs.map((_, plan) => plan);
    const table = plans.map((i) => plans.map((j) => this.#lead(i, j, confidence)));
    const candidates = this.#candidates.filter((i) => plans.every((j) => table[j][i].low <= 0));
    const best = candidates.reduce((leader, i) => (table[i][leader].value > 0 ? i : leader));
    const rivals = candidates.filter((i) => i !== best);
    const { matters } = this.#yardstick;
    const further = rivals.map((i) => this.#furtherRuns(table[i][best], best, i));
    return {
      best,
      decided: rivals.every((i) => table[i][best].high <= matters),
      candidates,
      overOthers: compareWithBest(table),
      furtherRuns: Math.max(0, ...further),
    };
  }

  /** By how much plan i is better than plan j. */
  #lead(i: number, j: number, confidence: number): Advantage {
    if (i === j) return { value: 0, low: 0, high: 0 };
    if (i > j) return this.#pairs[i][j].advantage(this.#yardstick, confidence);
    const { value, low, high } = this.#pairs[j][i].advantage(this.#yardstick, confidence);
    return { value: -value, low: -high, high: -low };
  }

  /** Until the rival is shown to be worse, or to be better by less than what matters. */
  #furtherRuns({ value, high }: Advantage, best: number, rival: number): number {
    const { matters } = this.#yardstick;
    if (high <= matters) return 0;
    const { runs } = this.#pairs[Math.max(best, rival)][Math.min(best, rival)];
    const needed = runs * ((high - value) / Math.max(matters - value, 0)) ** 2 - runs;
    return Math.min(Math.max(1, Math.ceil(needed)), mostFurtherRuns);
  }
}

/**
 * Multiple comparisons with the best: simultaneous intervals of each plan's figure − the best of the others', constrained to
 * contain 0 where the plan may be the best.
 *
 * @param table `table[i][j]` bounds by how much plan i is better than plan j
 * @see J. C. Hsu (1984), Constrained simultaneous confidence intervals for multiple comparisons with the best, Annals of
 * Statistics 12, 1136–1144
 */
function compareWithBest(table: readonly (readonly Advantage[])[]): { low: number; high: number }[] {
  const others = (plan: number) => table.map((_, j) => j).filter((j) => j !== plan);
  const high = table.map((row, i) => Math.max(0, Math.min(...others(i).map((j) => row[j].high))));
  const mayBeBest = high.flatMap((bound, i) => (bound > 0 ? [i] : []));
  // The only plan that may be the best is better than all others: itself it leads by 0.
  return table.map((row, i) => ({ low: Math.min(0, ...mayBeBest.map((j) => row[j].low)), high: high[i] }));
}

/**
 * The confidence of every pair's interval that lets a selection among `count` plans be right with the confidence asked for.
 *
 * @param confidence of the whole, in (0, 1)
 * @param count plans, at least 1
 * @param looks greatest number of looks at the evidence, at least 1
 */
export function comparisonConfidence(confidence: number, count: number, looks: number): number {
  return 1 - (2 * (1 - confidence)) / (Math.max(1, count - 1) * looks);
}
