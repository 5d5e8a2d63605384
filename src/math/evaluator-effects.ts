/**
 * How severe evaluators are: the part of a score that comes from who gave it, told apart from the agent by evaluators who see the
 * same agents.
 */
import { solveLinear } from './linear-system.ts';

/** One score by one evaluator of one agent, as indices. */
export interface RatedScore {
  readonly agent: number;
  readonly evaluator: number;
  readonly score: number;
}

/** An evaluator's effect on a score, relative to the mean of all evaluators. */
export interface EvaluatorEffect {
  /** Points added; negative for a severe evaluator. */
  readonly effect: number;
  readonly standardError: number;
}

/** The fit. */
export interface EvaluatorEffects {
  readonly evaluators: readonly EvaluatorEffect[];
  /** Standard deviation of a score about agent and evaluator. */
  readonly residual: number;
  /** Its degrees of freedom. */
  readonly degrees: number;
}

/**
 * The least-squares fit of score = agent + evaluator, evaluators' effects summing to 0.
 *
 * @param scores at least one; agents and evaluators are indices from 0, each occurring at least once
 * @returns undefined when evaluators cannot be told from agents: some share no agent, directly or through others, or there are no
 * more scores than unknowns
 * Source: the additive two-way layout with unequal numbers, Searle (1987), Linear Models for Unbalanced Data.
 * @example
 * ```ts
 * const fit = evaluatorEffects([
 *   { agent: 0, evaluator: 0, score: 80 }, { agent: 0, evaluator: 1, score: 84 },
 *   { agent: 1, evaluator: 0, score: 90 }, { agent: 1, evaluator: 1, score: 94 },
 * ]);
 * fit?.evaluators[1].effect; // => 2.000
 * ```
 */
export function evaluatorEffects(scores: readonly RatedScore[]): EvaluatorEffects | undefined {
  const agents = 1 + Math.max(...scores.map(({ agent }) => agent));
  const raters = 1 + Math.max(...scores.map(({ evaluator }) => evaluator));
  const degrees = scores.length - agents - raters + 1;
  const sums = new Float64Array(agents);
  const counts = Array.from({ length: agents }, () => new Map<number, number>());
  const numbers = new Float64Array(agents);
  const right = new Array<number>(raters).fill(0);
  const matrix = Array.from({ length: raters }, () => new Array<number>(raters).fill(0));
  for (const { agent, evaluator, score } of scores) {
    sums[agent] += score;
    numbers[agent]++;
    counts[agent].set(evaluator, (counts[agent].get(evaluator) ?? 0) + 1);
  }
  for (const { agent, evaluator, score } of scores) right[evaluator] += score - sums[agent] / numbers[agent];
  // The normal equations of the evaluators with the agents swept out.
  counts.forEach((byRater, agent) => {
    for (const [j, nj] of byRater) {
      matrix[j][j] += nj;
      for (const [k, nk] of byRater) matrix[j][k] -= (nj * nk) / numbers[agent];
    }
  });
  if (degrees <= 0 || !areConnected(counts, raters)) return undefined;
  // Effects sum to 0: a constant in every cell makes the matrix regular without moving them.
  const bordered = matrix.map((row) => row.map((value) => value + 1 / raters));
  const effects = solveLinear(bordered, right);
  const means = Float64Array.from(sums, (sum, agent) => {
    let given = 0;
    for (const [evaluator, n] of counts[agent]) given += n * effects[evaluator];
    return (sum - given) / numbers[agent];
  });
  const squares = scores.reduce(
    (sum, { agent, evaluator, score }) => sum + (score - means[agent] - effects[evaluator]) ** 2,
    0,
  );
  const residual = Math.sqrt(squares / degrees);
  return {
    residual,
    degrees,
    evaluators: effects.map((effect, j) => {
      const unit = effects.map((_, k) => (k === j ? 1 : 0));
      const variance = solveLinear(bordered, unit)[j] - 1 / raters;
      return { effect, standardError: residual * Math.sqrt(Math.max(0, variance)) };
    }),
  };
}

/** Whether every evaluator is linked to every other by agents whom both reviewed. */
function areConnected(counts: readonly ReadonlyMap<number, number>[], raters: number): boolean {
  const reached = new Set([0]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const byRater of counts) {
      if ([...byRater.keys()].some((rater) => reached.has(rater)))
        for (const rater of byRater.keys()) reached.add(rater);
    }
  }
  return reached.size === raters;
}
