/**
 * What real evaluations say: about agents with honest error bars, about evaluators, about causes, and as a model of scores that
 * plans can use.
 */
import { cohenKappa, type Intraclass, intraclassCorrelation, type Kappa, shareWithin } from '../math/agreement.ts';
import { evaluatorEffects } from '../math/evaluator-effects.ts';
import { proportionInterval } from '../math/proportion-interval.ts';
import { pooledStandardErrors, shrunkenMeans } from '../math/shrunken-means.ts';
import { studentTQuantile } from '../math/student-t.ts';
import type { ScoreModel } from './detection.ts';
import type { Review } from './scores.ts';

/** What is known of an agent. */
export type AgentFinding = 'below' | 'unclear' | 'above';

/** One agent. */
export interface AgentScore {
  readonly agent: string;
  readonly reviews: number;
  /** Mean of the scores as given, and freed of the evaluators' severity where that can be told. */
  readonly mean: number;
  readonly adjusted: number;
  /** Drawn towards the mean of all, with the ends of its interval. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** P(true quality below the pass mark). */
  readonly belowChance: number;
  readonly finding: AgentFinding;
  readonly passed: number;
}

/** One evaluator; effect and interval are null where evaluators cannot be told from agents. */
export interface EvaluatorScore {
  readonly evaluator: string;
  readonly reviews: number;
  readonly mean: number;
  readonly effect: { readonly points: number; readonly low: number; readonly high: number } | null;
}

/** How two evaluators of the same items agree; null where nothing can be said. */
export interface Agreement {
  readonly items: number;
  /** Share of items on which they lie within ten points. */
  readonly withinTen: number;
  readonly intraclass: Intraclass | null;
  /** Of passed or not. */
  readonly kappa: Kappa | null;
}

/** The evaluations of one day. */
export interface DayScore {
  readonly date: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Everything. */
export interface ScoreJudgement {
  readonly reviews: number;
  readonly from: string;
  readonly to: string;
  readonly confidence: number;
  readonly pass: number;
  readonly mean: number;
  readonly passed: { readonly share: number; readonly low: number; readonly high: number };
  /** By estimate, lowest first. */
  readonly agents: readonly AgentScore[];
  readonly evaluators: readonly EvaluatorScore[];
  /** By number, most first. */
  readonly causes: readonly { readonly cause: string; readonly reviews: number; readonly share: number }[];
  readonly agreement: Agreement | null;
  /** Daily means, each with the limits of what is ordinary for its agents and evaluators; null with fewer than three days. */
  readonly days: {
    /** How often a day calls without cause, and days until it does. */
    readonly falseAlarm: number;
    readonly daysToFalseAlarm: number;
    readonly means: readonly DayScore[];
  } | null;
  /** For a plan of the sample; the noise of evaluators counts to the contacts where no item was scored twice. */
  readonly model: ScoreModel;
  readonly noiseKnown: boolean;
}

/** Evaluations from which nothing about agents can be learned: they compare nobody. */
export class TooFewScoresError extends Error {
  override readonly name = 'TooFewScoresError';
}

/** A chance beyond which an agent is called. */
const certain = 0.95;
/** How often an ordinary day calls: as often as one of three standard deviations. */
const falseAlarm = 0.0027;
/** Points within which two evaluators agree. */
const close = 10;

/**
 * Judges evaluations.
 *
 * @param reviews at least two agents, one of them with two reviews
 * @param pass score from which a contact passes
 * @param confidence of every interval, above 0 and below 1
 * @throws TooFewScoresError when there are fewer than two agents or nobody has two reviews
 */
export function judgeScores(reviews: readonly Review[], pass: number, confidence = 0.95): ScoreJudgement {
  const names = unique(reviews.map(({ agent }) => agent));
  if (names.length < 2 || names.length === reviews.length) throw new TooFewScoresError('too few scores');
  const severity = severities(reviews, names, confidence);
  const adjusted = reviews.map((review) => ({ ...review, score: review.score - severity.effect(review.evaluator) }));
  const groups = names.map((agent) => ({
    agent,
    raw: reviews.filter((review) => review.agent === agent).map(({ score }) => score),
    scores: adjusted.filter((review) => review.agent === agent).map(({ score }) => score),
  }));
  const errors = pooledStandardErrors(groups.map(({ scores }) => ({ n: scores.length, variance: varianceOf(scores) })));
  const degrees = Math.max(1, reviews.length - names.length - severity.known);
  // Where all of an agent's scores are equal for everybody, nothing strays; a hair keeps the fit defined.
  const drawn = shrunkenMeans(
    groups.map(({ scores }, i) => ({ mean: meanOf(scores), standardError: Math.max(errors[i], 1e-9) })),
    { confidence, degrees },
  );
  const agents = groups.map(({ agent, raw, scores }, i): AgentScore => {
    const { chanceBelow, estimate, high, low } = drawn.groups[i];
    const belowChance = chanceBelow(pass);
    return {
      agent,
      reviews: raw.length,
      mean: meanOf(raw),
      adjusted: meanOf(scores),
      estimate,
      low,
      high,
      belowChance,
      finding: belowChance >= certain ? 'below' : belowChance <= 1 - certain ? 'above' : 'unclear',
      passed: raw.filter((score) => score >= pass).length,
    };
  });
  const passedCount = reviews.filter(({ score }) => score >= pass).length;
  const { high, low } = proportionInterval(passedCount, reviews.length, confidence);
  const pairs = scoredTwice(reviews);
  // Severity is known by name and taken off; what is left is noise.
  const noise = noiseOf(scoredTwice(adjusted));
  const strays = errors[0] * Math.sqrt(groups[0].scores.length);
  const dates = reviews.map(({ date }) => date).sort();
  return {
    reviews: reviews.length,
    from: dates[0],
    to: dates[dates.length - 1],
    confidence,
    pass,
    mean: meanOf(reviews.map(({ score }) => score)),
    passed: { share: passedCount / reviews.length, low, high },
    agents: agents.sort((a, b) => a.estimate - b.estimate || (a.agent < b.agent ? -1 : 1)),
    evaluators: severity.evaluators,
    causes: countCauses(reviews),
    agreement: pairs.length < 2 ? null : agree(pairs, pass, confidence),
    days: chartDays(reviews, adjusted, strays, degrees),
    model: {
      mean: drawn.mean,
      betweenAgents: drawn.spread,
      withinAgent: Math.sqrt(Math.max(0, strays ** 2 - noise ** 2)),
      evaluatorNoise: noise,
      pass,
    },
    noiseKnown: pairs.length >= 2,
  };
}

/** The evaluators, and what to take off a score for who gave it. */
function severities(reviews: readonly Review[], names: readonly string[], confidence: number) {
  const raters = unique(reviews.flatMap(({ evaluator }) => evaluator ?? []));
  const known = reviews.flatMap(({ agent, evaluator, score }) =>
    evaluator === undefined ? [] : [{ agent: names.indexOf(agent), evaluator: raters.indexOf(evaluator), score }],
  );
  // Agents without a known evaluator leave gaps in the indices; they say nothing about evaluators.
  const met = unique(known.map(({ agent }) => agent));
  const fit =
    raters.length < 2 ? undefined : evaluatorEffects(known.map((one) => ({ ...one, agent: met.indexOf(one.agent) })));
  const t = fit === undefined ? 0 : studentTQuantile((1 + confidence) / 2, fit.degrees);
  const evaluators = raters.map((evaluator, j): EvaluatorScore => {
    const own = reviews.filter((review) => review.evaluator === evaluator).map(({ score }) => score);
    const found = fit?.evaluators[j];
    return {
      evaluator,
      reviews: own.length,
      mean: meanOf(own),
      effect:
        found === undefined
          ? null
          : {
              points: found.effect,
              low: found.effect - t * found.standardError,
              high: found.effect + t * found.standardError,
            },
    };
  });
  const effect = (evaluator: string | undefined) =>
    evaluators.find((one) => one.evaluator === evaluator)?.effect?.points ?? 0;
  return { evaluators, effect, known: fit === undefined ? 0 : raters.length - 1 };
}

/** First and second score of every item that two evaluators scored, in the order of the evaluators' names. */
function scoredTwice(reviews: readonly Review[]): (readonly [number, number])[] {
  const byItem = new Map<string, Review[]>();
  for (const review of reviews) {
    if (review.item === undefined || review.evaluator === undefined) continue;
    byItem.set(review.item, [...(byItem.get(review.item) ?? []), review]);
  }
  return [...byItem.values()]
    .filter((both) => both.length >= 2)
    .map((both) => {
      const [first, second] = [...both].sort((a, b) => ((a.evaluator ?? '') < (b.evaluator ?? '') ? -1 : 1));
      return [first.score, second.score] as const;
    });
}

/** Standard deviation of one evaluator about the item, from the differences of two. */
function noiseOf(pairs: readonly (readonly [number, number])[]): number {
  if (pairs.length < 2) return 0;
  return Math.sqrt(varianceOf(pairs.map(([first, second]) => first - second)) / 2);
}

function agree(pairs: readonly (readonly [number, number])[], pass: number, confidence: number): Agreement {
  const table = [
    [0, 0],
    [0, 0],
  ];
  for (const [first, second] of pairs) table[first >= pass ? 1 : 0][second >= pass ? 1 : 0]++;
  return {
    items: pairs.length,
    withinTen: shareWithin(
      pairs.map(([first]) => first),
      pairs.map(([, second]) => second),
      close,
    ),
    intraclass: intraclassCorrelation(pairs, confidence) ?? null,
    kappa: cohenKappa(table, 'none', confidence) ?? null,
  };
}

function countCauses(reviews: readonly Review[]) {
  return unique(reviews.flatMap(({ causes }) => causes))
    .map((cause) => {
      const count = reviews.filter(({ causes }) => causes.includes(cause)).length;
      return { cause, reviews: count, share: count / reviews.length };
    })
    .sort((a, b) => b.reviews - a.reviews || (a.cause < b.cause ? -1 : 1));
}

/**
 * Which days are out of the ordinary: what scores of a day leave when agents and evaluators are taken off, against chance.
 *
 * Source: Montgomery (2013), Introduction to Statistical Quality Control, section 6.3 (samples of several sizes), with Student's t in place of
 * three standard deviations, and the variance of residuals in place of that of means, because agents' means are of the same scores.
 * @param deviation of a score about its agent
 */
function chartDays(
  reviews: readonly Review[],
  adjusted: readonly Review[],
  deviation: number,
  degrees: number,
): ScoreJudgement['days'] {
  const dates = unique(reviews.map(({ date }) => date)).sort();
  if (dates.length < 3) return null;
  const ofAgent = new Map<string, { sum: number; count: number }>();
  for (const { agent, score } of adjusted) {
    const { count, sum } = ofAgent.get(agent) ?? { count: 0, sum: 0 };
    ofAgent.set(agent, { sum: sum + score, count: count + 1 });
  }
  const reach = -studentTQuantile(falseAlarm / 2, degrees);
  const means = dates.map((date): DayScore => {
    const places = [...reviews.keys()].filter((i) => reviews[i].date === date);
    const left = places.map((i) => {
      const { count, sum } = ofAgent.get(adjusted[i].agent) ?? { count: 1, sum: adjusted[i].score };
      return { agent: adjusted[i].agent, count, residual: adjusted[i].score - sum / count };
    });
    const n = places.length;
    // Who has all his reviews on one day says nothing of that day.
    const known = left.reduce(
      (sum, { agent, count }) => sum + left.filter((other) => other.agent === agent).length / count,
      0,
    );
    const half = reach * deviation * Math.sqrt(Math.max(1 - known / n, 1e-9) / n);
    const mean = meanOf(places.map((i) => reviews[i].score));
    const usual = mean - meanOf(left.map(({ residual }) => residual));
    return { date, mean, low: usual - half, high: usual + half };
  });
  return { falseAlarm, daysToFalseAlarm: 1 / falseAlarm, means };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
