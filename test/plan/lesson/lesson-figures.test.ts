import { describe, expect, it } from 'vitest';
import { erlangA } from '../../../src/math/erlang-a.ts';
import { regularizedGammaLower } from '../../../src/math/gamma-functions.ts';
import { mmnGeneralPatience } from '../../../src/math/mmn-general-patience.ts';
import { busyDaysOf } from '../../../src/plan/lesson/busy-days.ts';
import { kneeOf } from '../../../src/plan/lesson/knee.ts';
import { lessonFigures } from '../../../src/plan/lesson/lesson-figures.ts';
import { type LessonQueue, measureQueue } from '../../../src/plan/lesson/lesson-queue.ts';
import { subjectOfQueue } from '../../../src/plan/lesson/lesson-subject.ts';
import { loadLagOf } from '../../../src/plan/lesson/load-lag.ts';
import { patienceEffectOf } from '../../../src/plan/lesson/patience-effect.ts';
import { poolingOf } from '../../../src/plan/lesson/pooling.ts';
import { redialEffectOf } from '../../../src/plan/lesson/redial-effect.ts';
import { squareRootOf } from '../../../src/plan/lesson/square-root.ts';

const desk: LessonQueue = {
  arrivalRate: 600 / 3600,
  meanHandleSeconds: 240,
  agents: 45,
  meanPatienceSeconds: 90,
  target: 0.9,
  answerWithinSeconds: 10,
  ringSeconds: 0,
  variant: 'offered',
  shortAbandonSeconds: 5,
};

describe('kneeOf', () => {
  it('kneeOf(queue) has the queue and two agents either way on a curve that never falls', () => {
    const { points, required } = kneeOf(desk);
    for (const agents of [43, 45, 47]) {
      const { serviceLevel } = erlangA({ ...desk, agents });
      expect(points.find((point) => point.agents === agents)?.serviceLevel).toBe(serviceLevel.offered);
    }
    for (const [i, { serviceLevel, erlangC }] of points.slice(1).entries()) {
      expect(serviceLevel).toBeGreaterThan(points[i].serviceLevel);
      expect(erlangC).toBeGreaterThanOrEqual(points[i].erlangC);
    }
    expect(required).toEqual({ erlangA: 46, erlangC: 49 });
  });

  it('kneeOf(queue) of one agent, and of a thousand, keeps to whole agents and few points', () => {
    const one = kneeOf({ ...desk, arrivalRate: 1 / 3600, agents: 1 });
    expect(one.points[0].agents).toBe(1);
    const large = kneeOf({ ...desk, arrivalRate: 4, agents: 1000 });
    expect(large.points.length).toBeLessThan(70);
    expect(large.points.every(({ agents }) => Number.isInteger(agents))).toBe(true);
  });
});

describe('poolingOf', () => {
  it('poolingOf(queue) loses service, and needs more agents, with every split', () => {
    const parts = poolingOf(desk);
    expect(parts.map(({ queues }) => queues)).toEqual([1, 2, 3, 4]);
    expect(parts[2].serviceLevel).toBe(
      erlangA({ ...desk, arrivalRate: desk.arrivalRate / 3, agents: 15 }).serviceLevel.offered,
    );
    for (const [i, part] of parts.slice(1).entries()) {
      expect(part.serviceLevel).toBeLessThan(parts[i].serviceLevel);
      expect(part.required).toBeGreaterThan(parts[i].required);
    }
    expect(poolingOf({ ...desk, agents: 2 })).toHaveLength(2);
  });
});

describe('squareRootOf', () => {
  it('squareRootOf(queue) meets the promise exactly at every size, and the rule at its own', () => {
    const { points } = squareRootOf(desk);
    for (const { times, agents, byRule } of points) {
      const level = measureQueue({ ...desk, arrivalRate: desk.arrivalRate * times, agents }).serviceLevel;
      expect(level).toBeCloseTo(0.9, 9);
      if (times === 1) expect(byRule).toBeCloseTo(agents, 9);
    }
  });
});

describe('busyDaysOf', () => {
  it('busyDaysOf(queue, cv) weighs every day by its calls', () => {
    const [none, ...others] = busyDaysOf(desk, 0.1);
    expect(none).toEqual({ cv: 0, serviceLevel: measureQueue(desk).serviceLevel, daysKept: 0 });
    const tenth = others.find(({ cv }) => cv === 0.1);
    // The same integral by thin slices, weighed by the distribution function instead of the density.
    const shape = 100;
    let [met, of] = [0, 0];
    for (let slice = 0; slice < 2000; slice++) {
      const factor = (slice + 0.5) / 1000;
      const share =
        regularizedGammaLower(shape, (shape * (slice + 1)) / 1000) -
        regularizedGammaLower(shape, (shape * slice) / 1000);
      met += share * factor * measureQueue({ ...desk, arrivalRate: desk.arrivalRate * factor }).serviceLevel;
      of += share * factor;
    }
    expect(tenth?.serviceLevel).toBeCloseTo(met / of, 5);
  });

  it('busyDaysOf(queue, cv) counts as kept the days up to the one that just keeps the promise', () => {
    const days = busyDaysOf({ ...desk, agents: 48 }, 0.1);
    let [low, high] = [0.5, 2];
    while (high - low > 1e-12) {
      const factor = (low + high) / 2;
      const { serviceLevel } = measureQueue({ ...desk, agents: 48, arrivalRate: desk.arrivalRate * factor });
      if (serviceLevel >= 0.9) low = factor;
      else high = factor;
    }
    expect(days.find(({ cv }) => cv === 0.1)?.daysKept).toBeCloseTo(regularizedGammaLower(100, 100 * low), 9);
    expect(days[0].daysKept).toBe(1);
  });
});

describe('patienceEffectOf', () => {
  it('patienceEffectOf(queue) has half and twice the patience on its curve, and the shapes of the general model', () => {
    const { points, shapes, erlangC } = patienceEffectOf(desk);
    for (const patience of [45, 90, 180]) {
      const point = points.find(({ meanPatienceSeconds }) => meanPatienceSeconds === patience);
      expect(point?.abandonment).toBe(erlangA({ ...desk, meanPatienceSeconds: patience }).abandonment);
    }
    const exponential = mmnGeneralPatience({ ...desk, patience: { kind: 'exponential', meanSeconds: 90 } });
    expect(shapes[1].serviceLevel).toBeCloseTo(exponential.serviceLevel.offered, 9);
    expect(erlangC.abandonment).toBe(0);
  });
});

describe('redialEffectOf', () => {
  it('redialEffectOf(queue, own) begins with the queue itself and only gets worse', () => {
    const points = redialEffectOf(desk, 0.33);
    expect(points[0]).toMatchObject({ attemptsPerCaller: 1, serviceLevel: measureQueue(desk).serviceLevel });
    expect(points.some(({ fraction }) => fraction === 0.33)).toBe(true);
    for (const [i, point] of points.slice(1).entries()) {
      expect(point.serviceLevel).toBeLessThan(points[i].serviceLevel);
      expect(point.attemptsPerCaller).toBeGreaterThan(points[i].attemptsPerCaller ?? Infinity);
    }
  });

  it('redialEffectOf(queue, own) has no attempts to tell where they never settle', () => {
    const points = redialEffectOf({ ...desk, agents: 30 }, 0.5);
    expect(points[points.length - 1]).toMatchObject({ attemptsPerCaller: null, serviceLevel: 0 });
  });
});

describe('loadLagOf', () => {
  it('loadLagOf(queue, demand) builds up to the load as 1 − e^(−t / handle time), for exponential calls', () => {
    const demand = { intervalStarts: [0, 1800], labels: ['00:00'], rates: [0.1], meanHandleSeconds: 240, handleCv: 1 };
    const { path, intervals, lagSeconds } = loadLagOf(desk, demand);
    for (const { time, load } of path) expect(load).toBeCloseTo(24 * (1 - Math.exp(-time / 240)), 9);
    expect(intervals[0].byRate).toBeCloseTo(24, 12);
    expect(intervals[0].real).toBeCloseTo(24 * (1 - (240 / 1800) * (1 - Math.exp(-1800 / 240))), 9);
    expect(lagSeconds).toBe(240);
    expect(loadLagOf(desk, { ...demand, handleCv: 0 }).lagSeconds).toBe(120);
  });
});

describe('lessonFigures', () => {
  it('lessonFigures(subject) leaves out what needs callers who hang up, where nobody does', () => {
    const figures = lessonFigures(subjectOfQueue({ ...desk, meanPatienceSeconds: Infinity }, 1));
    expect(figures.patience).toBeNull();
    expect(figures.redials).toBeNull();
    expect(JSON.stringify(figures)).not.toContain('NaN');
  });
});
