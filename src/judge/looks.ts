/**
 * When an experiment looks at its evidence, and how sure each look must be so that looking several times does not spoil
 * the confidence of the whole.
 */
import { fewestControlledDays } from '../math/control-variates.ts';
import { findRoot } from '../math/find-root.ts';
import { normalCdf, normalDensity } from '../math/normal.ts';
import type { Precision } from '../scenario/scenario.ts';

/** A plan of looks. */
export interface Looks {
  /** Numbers of runs after which the evidence is judged, ascending; the last ends the experiment. */
  at: number[];
  /** Confidence of every interval at every look. */
  confidence: number;
  /** Confidence of every interval that is told at any other number of runs: it holds whenever somebody chooses to stop. */
  anyTime: number;
}

/** Fewer runs than this hardly show how skewed they are: their intervals are approximate, more so for who stops when he likes what he sees. */
export const fewestToldRuns = 10;

/**
 * Plans the looks: after `minRuns`, then after each doubling, at last after `maxRuns`. With K looks each uses the
 * confidence 1 − α/K (Bonferroni), so that the chance that a verdict on one promise is wrong at any look is at most
 * α = 1 − confidence, whatever the dependence between looks.
 *
 * @param precision confidence in (0, 1), whole `minRuns` ≤ `maxRuns`
 * @throws RangeError when `minRuns` or `maxRuns` is not a whole number of at least 1, or `minRuns` exceeds `maxRuns`
 * @see C. Jennison and B. W. Turnbull (2000), Group Sequential Methods, chapter 2, for repeated looks; O. J. Dunn (1961)
 * for the bound
 * @example
 * ```ts
 * planLooks({ confidence: 0.95, minRuns: 100, maxRuns: 1000 }); // => { at: [100, 200, 400, 800, 1000], confidence: 0.99, anyTime: 0.99807… }
 * ```
 */
export function planLooks(precision: Precision): Looks {
  const { confidence, minRuns, maxRuns } = precision;
  requireRuns('minRuns', minRuns);
  requireRuns('maxRuns', maxRuns);
  if (minRuns > maxRuns) throw new RangeError(`minRuns: expected at most maxRuns (${maxRuns}), got ${minRuns}`);
  const at: number[] = [];
  for (let runs = minRuns; runs < maxRuns; runs *= 2) at.push(runs);
  at.push(maxRuns);
  return {
    at,
    confidence: 1 - (1 - confidence) / at.length,
    anyTime: anyTimeConfidence(confidence, fewestToldRuns, maxRuns),
  };
}

/**
 * One look after a number of runs fixed beforehand, at the full confidence.
 *
 * @param precision its `confidence` is read
 * @param runs whole, at least 1
 * @throws RangeError when `runs` is not
 * @example
 * ```ts
 * lookOnce({ confidence: 0.95, minRuns: 100, maxRuns: 1000 }, 30); // => { at: [30], confidence: 0.95, anyTime: 0.9940… }
 * ```
 */
export function lookOnce(precision: Precision, runs: number): Looks {
  requireRuns('runs', runs);
  const { confidence } = precision;
  return { at: [runs], confidence, anyTime: anyTimeConfidence(confidence, fewestToldRuns, runs) };
}

/**
 * The confidence at which each of many intervals has to be drawn, so that all of them together, one after every run from
 * the first that is told of to the last, miss what they are about with at most 1 − `confidence`: whoever watches may stop when he likes.
 *
 * The standardised mean of more and more runs is a Brownian motion over the root of its time; the chance that it ever leaves ±b is
 * about φ(b)·((b − 1 ÷ b)·ln(last ÷ first) + 4 ÷ b), a little more than runs one by one can reach. Where estimates are made in another way from some
 * run on, as they are from the one at which controls are heard, there are two motions one after the other, each for its own part of the runs: their
 * chances add up, to 4 ÷ b more, wherever the one gives way to the other.
 *
 * @param confidence of all of them, in (0, 1)
 * @param first runs of the first, above 0
 * @param last runs of the last; where that is not more, as if one were told of
 * @param ways in which estimates are made one after the other, at least 1
 * @see R. Miller and D. Siegmund (1982), Maximally selected chi square statistics, Biometrics 38, 1011–1016; D. Siegmund (1985), Sequential
 * Analysis, chapter 4
 */
export function anyTimeConfidence(
  confidence: number,
  first: number,
  last: number,
  ways = last < fewestControlledDays ? 1 : 2,
): number {
  const span = Math.log(Math.max(1, last / first));
  const error = (b: number) => normalDensity(b) * ((b - 1 / b) * span + (4 * ways) / b);
  // The bound is of use where it is small: it falls from b = 1 on.
  const ends = [1, 40] as const;
  if (error(ends[0]) <= 1 - confidence) return confidence;
  const b = findRoot((end) => error(end) - (1 - confidence), ...ends, 1e-12);
  return Math.max(confidence, 1 - 2 * normalCdf(-b));
}

function requireRuns(name: string, value: number): void {
  if (!(Number.isSafeInteger(value) && value >= 1)) {
    throw new RangeError(`${name}: expected a whole number of at least 1, got ${value}`);
  }
}
