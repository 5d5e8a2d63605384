import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeScores, TooFewScoresError } from '../../src/qa/judge-scores.ts';
import { type Review, readScores } from '../../src/qa/scores.ts';
import { faultsOf } from './faults-of.ts';

const shipped = readScores(
  readFileSync(join(import.meta.dirname, '../../scenarios/data/qa-scores.csv')),
  'qa-scores.csv',
);
const csv = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
const review = (agent: string, score: number, more: Partial<Review> = {}): Review => ({
  agent,
  score,
  date: '2026-03-02',
  item: undefined,
  evaluator: undefined,
  causes: [],
  ...more,
});

describe('readScores', () => {
  it('knows Chinese headers, causes in one cell, and a table without items and evaluators', () => {
    expect(readScores(csv('坐席,质检日期,总分,扣分原因', '王芳,2026/3/2,72,用语、流程'), '评分.csv')).toEqual([
      { agent: '王芳', date: '2026-03-02', score: 72, causes: ['用语', '流程'], item: undefined, evaluator: undefined },
    ]);
  });

  it('says everything that is wrong at once', () => {
    const faults = faultsOf(() =>
      readScores(
        csv(
          'agent,date,item,evaluator,score',
          'Ann,2026-03-02,R1,Li,101',
          'Bob,2026-03-02,R2,Bob,80',
          'Ann,2026-03-03,R1,Li,80',
          'Ann,2026-02-30,R3,Li,80',
          'Ann,2026-03-03,R4,Li,x',
        ),
        's.csv',
      ),
    );
    // Cells that cannot be read are said first; what rows say of each other needs all of them readable.
    expect(faults).toHaveLength(2);
    const rest = faultsOf(() =>
      readScores(
        csv(
          'agent,date,item,evaluator,score',
          'Ann,2026-03-02,R1,Li,101',
          'Bob,2026-03-02,R2,Bob,80',
          'Ann,2026-03-03,R1,Li,80',
        ),
        's.csv',
      ),
    );
    expect(rest.map(({ line, message }) => [line, message.key])).toEqual([
      [2, 'scoreBeyond'],
      [3, 'ownScore'],
      [4, 'itemTwice'],
    ]);
  });

  it('lets two evaluators score one item', () => {
    const both = readScores(
      csv('agent,date,item,evaluator,score', 'Ann,2026-03-02,R1,Li,90', 'Ann,2026-03-02,R1,Wu,80'),
      's.csv',
    );
    expect(both).toHaveLength(2);
  });
});

describe('judgeScores', () => {
  const judged = judgeScores(shipped, 80);

  it('finds the three weak agents of the shipped table and the severe evaluator, and nobody else', () => {
    // The table is made: A08, A20 and A34 are truly at 74, Zhang takes off 5 points.
    const below = judged.agents.filter(({ finding }) => finding === 'below').map(({ agent }) => agent);
    expect(below.sort()).toEqual(['A08', 'A20', 'A34']);
    const zhang = judged.evaluators.find(({ evaluator }) => evaluator === 'Zhang');
    // Beside 0, 1 and 0.5 the severity of −5 is −4.125 to the mean of the four.
    expect(zhang?.effect?.low).toBeLessThan(-4.125);
    expect(zhang?.effect?.high).toBeGreaterThan(-4.125);
    expect(zhang?.effect?.high).toBeLessThan(0);
  });

  it('draws an agent of few reviews further towards the mean than one of many', () => {
    const reviews = [
      ...['a', 'b', 'c', 'd'].flatMap((name, i) => [70, 80, 90].map((score) => review(name, score + 4 * i))),
      ...Array.from({ length: 30 }, (_, i) => review('many', 55 + (i % 3) * 10)),
      review('few', 65),
    ];
    const found = (name: string) => judgeScores(reviews, 80).agents.find(({ agent }) => agent === name);
    expect(found('few')?.mean).toBe(65);
    expect(found('many')?.mean).toBe(65);
    expect(found('few')?.estimate).toBeGreaterThan(found('many')?.estimate ?? 100);
  });

  it('does not compare evaluators who share no agent, and takes nothing off', () => {
    const reviews = [90, 92].flatMap((score, i) => [
      review('a', score, { evaluator: 'one', date: `2026-03-0${i + 1}` }),
      review('b', score - 20, { evaluator: 'two', date: `2026-03-0${i + 1}` }),
    ]);
    const { agents, evaluators } = judgeScores(reviews, 80);
    expect(evaluators.every(({ effect }) => effect === null)).toBe(true);
    expect(agents.map(({ adjusted, mean }) => adjusted - mean)).toEqual([0, 0]);
  });

  it('measures the agreement of items scored twice, and the noise of one evaluator', () => {
    expect(judged.agreement?.items).toBeGreaterThan(30);
    expect(judged.agreement?.intraclass?.correlation).toBeGreaterThan(0.5);
    // Made with a noise of 4: within the 99.9 % interval of a standard deviation from as many pairs.
    const pairs = judged.agreement?.items ?? 0;
    const error = 4 / Math.sqrt(2 * pairs);
    expect(Math.abs(judged.model.evaluatorNoise - 4)).toBeLessThan(3.29 * error);
  });

  it('has nothing to say where nobody has two reviews or there is one agent', () => {
    expect(() => judgeScores([review('a', 80), review('b', 90)], 80)).toThrow(TooFewScoresError);
    expect(() => judgeScores([review('a', 80), review('a', 90)], 80)).toThrow(TooFewScoresError);
  });

  it('gives everybody the same estimate when all scores are alike, without a NaN', () => {
    const { agents } = judgeScores(
      ['a', 'a', 'b', 'b'].map((name) => review(name, 85)),
      80,
    );
    expect(agents.map(({ estimate, finding }) => [estimate, finding])).toEqual([
      [85, 'above'],
      [85, 'above'],
    ]);
  });

  it('calls a day that was hard for everybody, and none on which only weak agents were reviewed', () => {
    const quality = (agent: string) => (agent < 'c' ? 60 : 90);
    // Two reviews a day by turns, so that some days have the weak two and others the good two.
    const days = Array.from({ length: 24 }, (_, day) => `2026-03-${String(day + 1).padStart(2, '0')}`);
    const scores = (hard: number) =>
      days.flatMap((date, day) =>
        (day % 2 === 0 ? ['a', 'b'] : ['c', 'd']).map((agent, i) =>
          review(agent, quality(agent) + (((day * 2 + i) * 7) % 5) - (day === hard ? 25 : 0), { date }),
        ),
      );
    const odd = (hard: number) =>
      (judgeScores(scores(hard), 80).days?.means ?? [])
        .filter(({ high, low, mean }) => mean < low || mean > high)
        .map(({ date }) => date);
    expect(odd(-1)).toEqual([]);
    expect(odd(9)).toEqual([days[9]]);
    expect(judgeScores(scores(-1), 80).days).toMatchObject({ falseAlarm: 0.0027 });
    const onTwo = scores(-1).map((one, i) => ({ ...one, date: days[i % 2] }));
    expect(judgeScores(onTwo, 80).days).toBeNull();
  });
});
