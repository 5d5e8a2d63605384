/** What is claimed how often to be wrong, and how often it was. */
import { binomialQuantile } from '../../src/math/binomial.ts';
import type { ConfidenceInterval } from '../../src/math/confidence-interval.ts';
import { wilsonInterval } from '../../src/math/proportion-interval.ts';

/** Repeated experiments of every part. */
export interface Experiments {
  count: number;
  /** Runs of each. */
  runs: number;
}

/** `exact`: theory says how often; `at-most`: it says how often at most, as of several looks or of distributions with few values. */
export type ClaimKind = 'exact' | 'at-most';

interface Claim {
  kind: ClaimKind;
  promised: number;
  tried: number;
  wrong: number;
}

/** A claim is refused outside this share of the binomial distribution that it promises. */
const certain = 0.999;

/** Counts of what went wrong, by what was claimed. */
export class Claims {
  readonly #claims = new Map<string, Claim>();

  /** One experiment's outcome under a claim. */
  count(name: string, isWrong: boolean, kind: ClaimKind = 'exact', promised = 0.05): void {
    const claim = this.#claims.get(name) ?? { kind, promised, tried: 0, wrong: 0 };
    this.#claims.set(name, { ...claim, tried: claim.tried + 1, wrong: claim.wrong + (isWrong ? 1 : 0) });
  }

  /** A row of the table for each claim, and whether it lies where theory says. */
  rows(): { row: string; isKept: boolean }[] {
    const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
    return [...this.#claims].map(([name, { kind, promised, tried, wrong }]) => {
      const { low, high } = wilsonInterval(wrong / tried, tried, 0.95);
      const most = binomialQuantile((1 + certain) / 2, tried, promised);
      const least = kind === 'exact' ? binomialQuantile((1 - certain) / 2, tried, promised) : 0;
      const isKept = wrong >= least && wrong <= most;
      const says = kind === 'exact' ? percent(promised) : `at most ${percent(promised)}`;
      const cells = [name, percent(wrong / tried), `${percent(low)}–${percent(high)}`, says, isKept ? '' : 'no'];
      return { row: `| ${cells.join(' | ')} |`, isKept };
    });
  }
}

/** Whether an interval misses the truth, rounding apart. */
export function misses(interval: Pick<ConfidenceInterval, 'low' | 'high'> | null | undefined, truth: number): boolean {
  return interval === null || interval === undefined || truth < interval.low - 1e-12 || truth > interval.high + 1e-12;
}

interface Seen {
  value: number;
  low: number;
  high: number;
}

/**
 * Intervals of what no formula gives: the mean over all experiments stands in for the truth. Its own error is a forty-fifth of an
 * interval's where there are 2,000.
 */
export class Pool {
  readonly #claims: Claims;
  readonly #seen = new Map<string, { intervals: (Seen | null)[]; kind: ClaimKind; promised: number }>();

  constructor(claims: Claims) {
    this.#claims = claims;
  }

  add(name: string, interval: Seen | null | undefined, kind: ClaimKind = 'exact', promised = 0.05): void {
    const seen = this.#seen.get(name) ?? { intervals: [], kind, promised };
    this.#seen.set(name, seen);
    seen.intervals.push(interval ?? null);
  }

  /** The mean of what was seen of one. */
  mean(name: string): number {
    const values = (this.#seen.get(name)?.intervals ?? []).flatMap((one) => one?.value ?? []);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  }

  /** Counts them all. */
  close(): void {
    for (const [name, { intervals, kind, promised }] of this.#seen) {
      const truth = this.mean(name);
      for (const interval of intervals) this.#claims.count(name, misses(interval, truth), kind, promised);
    }
  }
}
