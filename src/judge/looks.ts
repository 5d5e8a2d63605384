/**
 * When an experiment looks at its evidence, and how sure each look must be so that looking several times does not spoil
 * the confidence of the whole.
 */
import type { Precision } from '../scenario/scenario.ts';

/** A plan of looks. */
export interface Looks {
  /** Numbers of runs after which the evidence is judged, ascending; the last ends the experiment. */
  at: number[];
  /** Confidence of every interval at every look. */
  confidence: number;
}

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
 * planLooks({ confidence: 0.95, minRuns: 100, maxRuns: 1000 }); // => { at: [100, 200, 400, 800, 1000], confidence: 0.99 }
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
  return { at, confidence: 1 - (1 - confidence) / at.length };
}

/**
 * One look after a number of runs fixed beforehand, at the full confidence.
 *
 * @param precision its `confidence` is read
 * @param runs whole, at least 1
 * @throws RangeError when `runs` is not
 * @example
 * ```ts
 * lookOnce({ confidence: 0.95, minRuns: 100, maxRuns: 1000 }, 30); // => { at: [30], confidence: 0.95 }
 * ```
 */
export function lookOnce(precision: Precision, runs: number): Looks {
  requireRuns('runs', runs);
  return { at: [runs], confidence: precision.confidence };
}

function requireRuns(name: string, value: number): void {
  if (!(Number.isSafeInteger(value) && value >= 1)) {
    throw new RangeError(`${name}: expected a whole number of at least 1, got ${value}`);
  }
}
