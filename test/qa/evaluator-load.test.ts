import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/math/normal.ts';
import { type EvaluatorLoad, evaluatorService, fewestEvaluators } from '../../src/qa/evaluator-load.ts';
import { nextUniform, startStream, streamKey } from '../../src/random/stream.ts';

const steady: EvaluatorLoad = {
  reviewsByDay: [100],
  minutesPerReview: 10,
  reviewCv: 0.5,
  minutesPerEvaluator: 400,
  absence: 0.05,
};

describe('evaluatorService', () => {
  it('is exact where nothing is random: the share of the day that fits', () => {
    // Monday carries 60 reviews of 10 minutes, the other days 10; one evaluator does 40 a day: 20 of Monday’s are left,
    // which Tuesday finishes before its own 10.
    const week = { ...steady, reviewsByDay: [60, 10, 10, 10, 10], reviewCv: 0, absence: 0 };
    const { clearDays, onTime, utilization } = evaluatorService(week, 1);
    expect(utilization).toBeCloseTo(0.5, 12);
    expect(onTime).toBeCloseTo(0.8, 6);
    expect(clearDays).toBeCloseTo(0.8, 6);
  });

  it('keeps up when the work fills the day exactly and nothing is random, and not when anything is', () => {
    const full = { ...steady, reviewsByDay: [40], reviewCv: 0, absence: 0 };
    expect(evaluatorService(full, 1)).toEqual({ evaluators: 1, utilization: 1, onTime: 1, clearDays: 1 });
    expect(evaluatorService({ ...full, reviewCv: 0.5 }, 1).onTime).toBe(0);
  });

  it('says that an overload never ends', () => {
    expect(evaluatorService(steady, 2)).toMatchObject({ onTime: 0, clearDays: 0 });
    expect(evaluatorService(steady, 0).utilization).toBe(Number.POSITIVE_INFINITY);
  });

  it('has nothing late when there is nothing to do', () => {
    expect(evaluatorService({ ...steady, reviewsByDay: [0] }, 0)).toMatchObject({ utilization: 0, onTime: 1 });
  });

  it.each([3, 4])('agrees with living through 40,000 days with %i on duty (99.9 % confidence)', (evaluators) => {
    const stream = startStream(streamKey('evaluators', `${evaluators}`), 0);
    const mean = 1000;
    const deviation = Math.sqrt(100) * 10 * 0.5;
    // Days hang together through the backlog: batches of 400 days give the error.
    const batches: number[] = [];
    let backlog = 0;
    for (let batch = 0; batch < 100; batch++) {
      let missed = 0;
      let all = 0;
      for (let day = 0; day < 400; day++) {
        const work = Math.max(0, mean + deviation * normalQuantile(nextUniform(stream)));
        let minutes = 0;
        for (let i = 0; i < evaluators; i++) if (nextUniform(stream) >= 0.05) minutes += 400;
        backlog = Math.max(0, backlog + work - minutes);
        missed += Math.min(backlog, work);
        all += work;
      }
      batches.push(1 - missed / all);
    }
    const average = batches.reduce((sum, one) => sum + one, 0) / batches.length;
    const variance = batches.reduce((sum, one) => sum + (one - average) ** 2, 0) / (batches.length - 1);
    const halfWidth = 3.39 * Math.sqrt(variance / batches.length); // Student’s t with 99 degrees of freedom, 99.9 %
    // The grid has cells of 8 ÷ 480 of a day’s work: a bias of a cell is the method’s, not chance’s.
    expect(Math.abs(evaluatorService(steady, evaluators).onTime - average)).toBeLessThan(halfWidth + 8 / 480 / 10);
  });
});

describe('fewestEvaluators', () => {
  it('is enough, and one fewer is not', () => {
    for (const target of [0.8, 0.95, 0.999]) {
      const { evaluators, onTime } = fewestEvaluators(steady, target);
      expect(onTime).toBeGreaterThanOrEqual(target);
      expect(evaluatorService(steady, evaluators - 1).onTime).toBeLessThan(target);
    }
  });

  it('refuses a target that is none, and evaluators without time', () => {
    expect(() => fewestEvaluators(steady, 1)).toThrow(RangeError);
    expect(() => fewestEvaluators({ ...steady, minutesPerEvaluator: 0 }, 0.9)).toThrow(RangeError);
  });
});
