/**
 * Whom a sample finds: the chance that an agent's average score, known from a few reviews, lies on the wrong side of the pass mark.
 * An agent's true quality is the mean of all his contacts; a single score strays from it by the contact and by the evaluator.
 */
import { hypergeometricPmf } from '../math/hypergeometric.ts';
import { normalCdf, normalDensity, normalQuantile } from '../math/normal.ts';
import { gaussRule } from '../math/quadrature.ts';

/** How scores spread, in points of 100. */
export interface ScoreModel {
  /** Mean of the agents' true quality. */
  readonly mean: number;
  /** Standard deviation of true quality between agents, at least 0. */
  readonly betweenAgents: number;
  /** Standard deviation of the contacts of one agent about his true quality, at least 0. */
  readonly withinAgent: number;
  /** Standard deviation of one evaluator's score about the contact's quality, at least 0. */
  readonly evaluatorNoise: number;
  /** Score from which a contact passes, and an agent is good. */
  readonly pass: number;
}

/** When an agent is called below the mark: by his average alone, or only when chance is no excuse. */
export type FindingRule = 'average' | 'certain';

/** Reviews that an agent gets in a stretch of days, and how likely each number is. */
export interface ReviewCount {
  readonly reviews: number;
  readonly probability: number;
}

/** One-sided error of the rule `certain`. */
const certainty = 0.95;

/** Numbers of reviews less likely than this are left out; they cannot move a figure that is printed. */
const leastProbability = 1e-12;

/**
 * How many reviews one agent gets when a fixed number is drawn from the contacts of all.
 *
 * @param own the agent's contacts, whole, at least 0
 * @param population contacts of all agents, whole, at least `own`
 * @param sample contacts drawn, whole, 0 to `population`
 * @returns in rising order of reviews; probabilities sum to 1 but for what is negligible
 * @throws RangeError when a count is not whole or larger than the population
 * Source: the hypergeometric distribution, `hypergeometricPmf`.
 * @example
 * ```ts
 * reviewCounts(1, 2, 1); // => [{ reviews: 0, probability: 0.5 }, { reviews: 1, probability: 0.5 }]
 * ```
 */
export function reviewCounts(own: number, population: number, sample: number): ReviewCount[] {
  const draw = { population, defects: own, sample };
  const counts: ReviewCount[] = [];
  for (let reviews = Math.max(0, sample + own - population); reviews <= Math.min(own, sample); reviews++) {
    const probability = hypergeometricPmf(reviews, draw);
    if (probability > leastProbability) counts.push({ reviews, probability });
  }
  return counts;
}

/** Standard deviation of one score about the agent's true quality. */
export function scoreDeviation({ evaluatorNoise, withinAgent }: ScoreModel): number {
  return Math.hypot(withinAgent, evaluatorNoise);
}

/**
 * The chance that an agent of a given true quality is called below the mark.
 *
 * @param quality true quality, points
 * @param counts how many reviews he gets; with none he is never called
 * @param model spread of scores, known
 * @param rule `average`: the mean of the reviews is below the mark; `certain`: so is the upper end of its one-sided 95 % interval
 * Source: the normal distribution of a mean of independent scores.
 * @example
 * ```ts
 * const model = { mean: 86, betweenAgents: 5, withinAgent: 8, evaluatorNoise: 6, pass: 80 };
 * chanceCalled(80, [{ reviews: 4, probability: 1 }], model, 'average'); // => 0.5
 * ```
 */
export function chanceCalled(
  quality: number,
  counts: readonly ReviewCount[],
  model: ScoreModel,
  rule: FindingRule,
): number {
  const deviation = scoreDeviation(model);
  const margin = rule === 'average' ? 0 : normalQuantile(certainty);
  return counts.reduce((sum, { probability, reviews }) => {
    if (reviews === 0) return sum;
    const gap = model.pass - quality;
    if (deviation === 0) return sum + (gap > 0 ? probability : 0);
    return sum + probability * normalCdf((gap * Math.sqrt(reviews)) / deviation - margin);
  }, 0);
}

/** Of the agents on either side of the mark, those who are called below it; shares are NaN-free: 0 where there is nobody. */
export interface Detection {
  /** Share of agents truly below the mark. */
  readonly below: number;
  /** P(called | truly below). */
  readonly found: number;
  /** P(called | truly at or above). */
  readonly accused: number;
}

/** Panels and nodes of the integral over the agents' true quality; the integrand is smooth on either side of the mark. */
const panels = 24;
const rule16 = gaussRule(16);
/** The agents' quality is followed this many standard deviations to either side. */
const reach = 9;

/**
 * The chances to find a weak agent and to accuse a good one, over all agents.
 *
 * @param counts how many reviews an agent gets
 * @param model spread of scores, known
 * @param rule when an agent is called below the mark
 * Source: P(called | below) = ∫ P(called | q) φ(q) dq ÷ P(below), by Gauss–Legendre quadrature on either side of the mark.
 * @example
 * ```ts
 * const model = { mean: 80, betweenAgents: 5, withinAgent: 5, evaluatorNoise: 0, pass: 80 };
 * detection([{ reviews: 1, probability: 1 }], model, 'average').found; // => 0.75
 * ```
 */
export function detection(counts: readonly ReviewCount[], model: ScoreModel, rule: FindingRule): Detection {
  const { betweenAgents, mean, pass } = model;
  if (betweenAgents === 0) {
    const called = chanceCalled(mean, counts, model, rule);
    return mean < pass ? { below: 1, found: called, accused: 0 } : { below: 0, found: 0, accused: called };
  }
  const mark = (pass - mean) / betweenAgents;
  const called = (from: number, to: number): number => {
    if (to <= from) return 0;
    let sum = 0;
    const width = (to - from) / panels;
    for (let panel = 0; panel < panels; panel++) {
      rule16.nodes.forEach((node, i) => {
        const z = from + (panel + node) * width;
        const density = normalDensity(z) * rule16.weights[i] * width;
        sum += density * chanceCalled(mean + betweenAgents * z, counts, model, rule);
      });
    }
    return sum;
  };
  const below = normalCdf(mark);
  const above = normalCdf(-mark);
  return {
    below,
    found: below === 0 ? 0 : Math.min(1, called(Math.min(mark, -reach), mark) / below),
    accused: above === 0 ? 0 : Math.min(1, called(mark, Math.max(mark, reach)) / above),
  };
}
