/** What is claimed how often to be wrong, and how often it was. */
import { binomialPmf, binomialQuantile } from '../../src/math/binomial.ts';
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

/** How often something was tried, and how often it was wrong. */
export interface Claim {
  name: string;
  kind: ClaimKind;
  promised: number;
  tried: number;
  wrong: number;
}

/** Chance that a table without a fault shows one: it is shared between all claims of the table (Bonferroni). */
const falseAlarm = 0.01;

/** Counts of what went wrong, by what was claimed. */
export class Claims {
  readonly #claims = new Map<string, Claim>();

  /** One experiment's outcome under a claim. */
  count(name: string, isWrong: boolean, kind: ClaimKind = 'exact', promised = 0.05): void {
    const claim = this.#claims.get(name) ?? { name, kind, promised, tried: 0, wrong: 0 };
    this.#claims.set(name, claim);
    claim.tried++;
    if (isWrong) claim.wrong++;
  }

  /** What was counted, in the order in which it was first claimed. */
  all(): Claim[] {
    return [...this.#claims.values()];
  }
}

/**
 * The counts of wrong outcomes that a claim allows, both ends included.
 *
 * @param claims how many stand in the table: all of them together err once in a hundred tables, whatever hangs together
 */
export function allowed({ kind, promised, tried }: Claim, claims: number): { least: number; most: number } {
  const error = falseAlarm / claims;
  const each = kind === 'exact' ? error / 2 : error;
  return {
    least: kind === 'exact' ? binomialQuantile(each, tried, promised) : 0,
    most: tried - binomialQuantile(each, tried, 1 - promised),
  };
}

/** A row of the table for each claim, and whether it lies where theory says. */
export function rowsOf(claims: readonly Claim[]): { row: string; isKept: boolean }[] {
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  return claims.map((claim) => {
    const { kind, name, promised, tried, wrong } = claim;
    const { low, high } = wilsonInterval(wrong / tried, tried, 0.95);
    const { least, most } = allowed(claim, claims.length);
    const isKept = wrong >= least && wrong <= most;
    const says = kind === 'exact' ? percent(promised) : `at most ${percent(promised)}`;
    const may = kind === 'exact' ? `${percent(least / tried)}–${percent(most / tried)}` : `≤ ${percent(most / tried)}`;
    const cells = [name, percent(wrong / tried), `${percent(low)}–${percent(high)}`, says, may, isKept ? '' : 'no'];
    return { row: `| ${cells.join(' | ')} |`, isKept };
  });
}

/** How often Wilson's interval of a share misses it, exactly: now a little more, now a little less than it says (Brown, Cai and DasGupta 2001). */
export function wilsonError(share: number, of: number, confidence = 0.95): number {
  let error = 0;
  for (let count = 0; count <= of; count++) {
    if (misses(wilsonInterval(count / of, of, confidence), share)) error += binomialPmf(count, of, share);
  }
  return error;
}

/** Whether an interval misses the truth, rounding apart. */
export function misses(interval: Pick<ConfidenceInterval, 'low' | 'high'> | null | undefined, truth: number): boolean {
  return interval === null || interval === undefined || truth < interval.low - 1e-12 || truth > interval.high + 1e-12;
}

/** How often, or how often for the truth that is found. */
type Promised = number | ((truth: number) => number);

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
  readonly #seen = new Map<string, { intervals: (Seen | null)[]; kind: ClaimKind; promised: Promised }>();

  constructor(claims: Claims) {
    this.#claims = claims;
  }

  add(name: string, interval: Seen | null | undefined, kind: ClaimKind = 'exact', promised: Promised = 0.05): void {
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
      const error = typeof promised === 'function' ? promised(truth) : promised;
      for (const interval of intervals) this.#claims.count(name, misses(interval, truth), kind, error);
    }
  }
}
