import { describe, expect, it } from 'vitest';
import { evaluatorEffects, type RatedScore } from '../../src/math/evaluator-effects.ts';
import { solveLinear } from '../../src/math/linear-system.ts';

describe('solveLinear', () => {
  it('solves what elimination without row exchange cannot', () => {
    expect(
      solveLinear(
        [
          [0, 1],
          [2, 1],
        ],
        [3, 7],
      ),
    ).toEqual([2, 3]);
  });

  it('divides by the largest of a column, and keeps its digits where elimination in the given order loses them all', () => {
    const rows = [
      [1e-20, 1, 0],
      [1, 1, 0],
      [0, 0, 2],
    ];
    expect(solveLinear(rows, [1, 2, 6])).toEqual([1, 1, 3]);
    expect(solveLinear([...rows].reverse(), [6, 2, 1])).toEqual([1, 1, 3]);
  });

  it('leaves its arguments as they are', () => {
    const rows = [
      [4, 1],
      [1, 3],
    ];
    const right = [1, 2];
    solveLinear(rows, right);
    expect([rows, right]).toEqual([
      [
        [4, 1],
        [1, 3],
      ],
      [1, 2],
    ]);
  });

  it('refuses equations that do not determine the unknowns, and shapes that do not fit', () => {
    expect(() =>
      solveLinear(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 2],
      ),
    ).toThrow(RangeError);
    expect(() => solveLinear([[1, 2]], [1, 2])).toThrow(/^rows must form a square of 2/);
    expect(() => solveLinear([[1, 2], [3]], [1, 2])).toThrow(/^rows must form a square of 2/);
  });
});

/** Every evaluator scores every agent `times` times. */
function balanced(agents: readonly number[], effects: readonly number[], noise: readonly number[]): RatedScore[] {
  return agents.flatMap((mean, agent) =>
    effects.map((effect, evaluator) => ({
      agent,
      evaluator,
      score: mean + effect + noise[(agent * effects.length + evaluator) % noise.length],
    })),
  );
}

describe('evaluatorEffects', () => {
  it('finds the effects exactly where nothing strays', () => {
    const fit = evaluatorEffects(balanced([70, 82, 91], [3, -4, 1], [0]));
    expect(fit?.evaluators.map(({ effect }) => Number(effect.toFixed(10)))).toEqual([3, -4, 1]);
    expect(fit?.residual).toBeCloseTo(0, 10);
  });

  it('is the table of row and column means in the balanced case, with the textbook standard error', () => {
    const noise = [1.5, -2, 0.5, 3, -1, -2];
    const scores = balanced([70, 82, 91, 60], [0, 0, 0], noise);
    const fit = evaluatorEffects(scores);
    const grand = scores.reduce((sum, { score }) => sum + score, 0) / scores.length;
    for (const evaluator of [0, 1, 2]) {
      const own = scores.filter((one) => one.evaluator === evaluator);
      const mean = own.reduce((sum, { score }) => sum + score, 0) / own.length;
      expect(fit?.evaluators[evaluator].effect).toBeCloseTo(mean - grand, 12);
      // Var(column mean − grand mean) = σ² (1/4)(1 − 1/3).
      const expected = (fit?.residual ?? 0) * Math.sqrt((1 / 4) * (2 / 3));
      expect(fit?.evaluators[evaluator].standardError).toBeCloseTo(expected, 12);
    }
    expect(fit?.degrees).toBe((4 - 1) * (3 - 1));
  });

  it('is not misled by who reviews whom: a severe evaluator with good agents', () => {
    const scores = [
      ...[90, 92, 94].map((quality, agent) => ({ agent, evaluator: 0, score: quality - 6 })),
      ...[70, 72].map((quality, i) => ({ agent: 3 + i, evaluator: 1, score: quality })),
      { agent: 0, evaluator: 1, score: 90 },
      { agent: 4, evaluator: 0, score: 66 },
    ];
    const fit = evaluatorEffects(scores);
    expect((fit?.evaluators[1].effect ?? 0) - (fit?.evaluators[0].effect ?? 0)).toBeCloseTo(6, 10);
  });

  it('counts an agent reviewed several times by the same evaluator as often as that', () => {
    const plan = [
      [0, 0, 3],
      [0, 1, 1],
      [1, 0, 1],
      [1, 2, 4],
      [2, 1, 2],
      [2, 2, 1],
    ];
    const effects = [5, -3, -2];
    const pairs = plan.flatMap(([agent, evaluator, times]) =>
      Array.from({ length: times }, () => ({ agent, evaluator })),
    );
    const exact = pairs.map((pair) => ({ ...pair, score: 70 + 8 * pair.agent + effects[pair.evaluator] }));
    const fit = evaluatorEffects(exact);
    expect(fit?.evaluators.map(({ effect }) => Number(effect.toFixed(10)))).toEqual(effects);
    expect(fit?.residual).toBeCloseTo(0, 10);

    // Effects are linear in the scores: what a point more in one score moves tells their variance.
    const strayed = exact.map((one, i) => ({ ...one, score: one.score + [2, -1, -3, 4, 0, -2, 1][i % 7] }));
    const found = evaluatorEffects(strayed);
    if (found === undefined) throw new Error('no fit');
    const moved = strayed.map((_, i) =>
      evaluatorEffects(strayed.map((one, j) => ({ ...one, score: one.score + (i === j ? 1 : 0) }))),
    );
    found.evaluators.forEach(({ effect, standardError }, evaluator) => {
      const squares = moved.reduce((sum, one) => sum + ((one?.evaluators[evaluator].effect ?? 0) - effect) ** 2, 0);
      expect(standardError).toBeCloseTo(found.residual * Math.sqrt(squares), 8);
    });
    // What is left of the scores after every agent's mean given the effects, over the degrees of freedom.
    const left = [0, 1, 2].reduce((sum, agent) => {
      const rest = strayed
        .filter((one) => one.agent === agent)
        .map(({ score, evaluator }) => score - found.evaluators[evaluator].effect);
      const mean = rest.reduce((a, b) => a + b, 0) / rest.length;
      return sum + rest.reduce((squares, one) => squares + (one - mean) ** 2, 0);
    }, 0);
    expect(found.degrees).toBe(12 - 3 - 3 + 1);
    expect(found.residual).toBeCloseTo(Math.sqrt(left / found.degrees), 10);
  });

  it('says nothing where there are no more scores than unknowns', () => {
    const scores = [
      { agent: 0, evaluator: 0, score: 80 },
      { agent: 0, evaluator: 1, score: 84 },
      { agent: 1, evaluator: 1, score: 90 },
    ];
    expect(evaluatorEffects(scores)).toBeUndefined();
  });

  it('says that evaluators without common agents cannot be compared', () => {
    const apart = [0, 0, 1, 1].map((evaluator, i) => ({ agent: evaluator, evaluator, score: 80 + i }));
    expect(evaluatorEffects(apart)).toBeUndefined();
  });
});
