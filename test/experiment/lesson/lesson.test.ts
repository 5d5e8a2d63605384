import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../src/cli/load-scenario.ts';
import { simulateLesson } from '../../../src/experiment/lesson/simulate-lesson.ts';
import { stepsToDay, worldsOf } from '../../../src/experiment/lesson/steps-to-day.ts';
import { studentTQuantile } from '../../../src/math/student-t.ts';
import { lessonFigures, type Simulated } from '../../../src/plan/lesson/lesson-figures.ts';
import { subjectOfQueue, subjectOfScenario } from '../../../src/plan/lesson/lesson-subject.ts';
import { shipped } from '../../cli/callfloor.ts';

const queue = {
  arrivalRate: 200 / 3600,
  meanHandleSeconds: 180,
  agents: 12,
  meanPatienceSeconds: 90,
  target: 0.8,
  answerWithinSeconds: 20,
  ringSeconds: 0,
  variant: 'offered' as const,
  shortAbandonSeconds: 5,
};
const runs = 30;
/** The 95 % interval, widened to 99.99 %: some twenty are looked at. */
const wider = studentTQuantile(0.99995, runs - 1) / studentTQuantile(0.975, runs - 1);

function distance({ value, low, high }: Simulated, exact: number): number {
  return Math.abs(value - exact) / (((high - low) / 2) * wider);
}

describe('simulateLesson', () => {
  it('simulateLesson(subject) agrees with every formula that is exact for it, at 99.99 %', async () => {
    const subject = subjectOfQueue(queue, 1);
    const figures = lessonFigures(subject);
    const simulated = await simulateLesson(subject, { seed: 'lesson', runs });
    for (const { at, serviceLevel, abandonment } of simulated?.knee ?? []) {
      const exact = figures.knee.points.find(({ agents }) => agents === at);
      expect(distance(serviceLevel, exact?.serviceLevel ?? Number.NaN)).toBeLessThan(1);
      expect(distance(abandonment, exact?.abandonment ?? Number.NaN)).toBeLessThan(1);
    }
    for (const { at, serviceLevel } of simulated?.pooling ?? []) {
      expect(distance(serviceLevel, figures.pooling[at - 1].serviceLevel)).toBeLessThan(1);
    }
    for (const { at, serviceLevel, abandonment } of simulated?.patience ?? []) {
      const exact = figures.patience?.shapes.find(({ cv }) => cv === at);
      expect(distance(serviceLevel, exact?.serviceLevel ?? Number.NaN)).toBeLessThan(1);
      expect(distance(abandonment, exact?.abandonment ?? Number.NaN)).toBeLessThan(1);
    }
    expect(simulated?.knee.map(({ at }) => at)).toEqual([10, 12, 14, 16]);
    expect(simulated?.pooling.map(({ at }) => at)).toEqual([2, 3, 4]);
    expect(simulated?.patience.map(({ at }) => at)).toEqual([0, 1, 2]);
  });

  it('simulateLesson(subject) stops when it is asked to', async () => {
    const stop = new AbortController();
    const lesson = simulateLesson(subjectOfQueue(queue, 1), {
      seed: '1',
      runs: 2,
      signal: stop.signal,
      onPoint: () => stop.abort(),
    });
    await expect(lesson).rejects.toThrow(/abort/);
  });
});

describe('worldsOf', () => {
  it('worldsOf(scenario) goes from the bare day to the scenario itself, by what the scenario has', async () => {
    const { scenario } = await loadScenario(shipped('outage.yaml'));
    const worlds = worldsOf(scenario);
    expect(worlds.map(({ step }) => step)).toEqual([
      'whole-day',
      'handling-shape',
      'patience-shape',
      'limited-lines',
      'redials',
      'busyness',
    ]);
    expect(worlds[worlds.length - 1].scenario).toEqual(scenario);
    const [{ scenario: bare }] = worlds;
    for (const [type, work] of bare.work.entries()) {
      const { talk, hold, wrapUp } = scenario.work[type];
      expect(work.talk.steps[0].mean).toBeCloseTo(talk.steps[0].mean + hold.steps[0].mean + wrapUp.steps[0].mean, 9);
      expect([work.hold, work.wrapUp].every(({ steps }) => steps[0].mean === 0)).toBe(true);
    }
    expect(worldsOf(bare)).toHaveLength(1);
  });
});

describe('stepsToDay', () => {
  it('stepsToDay(scenario) shows what redials cost on the same callers', async () => {
    const { scenario } = await loadScenario(shipped('outage.yaml'));
    const subject = subjectOfScenario(scenario);
    if (typeof subject === 'string' || subject.place === null) throw new Error(`${subject}`);
    const { work, promise } = subject.place;
    const steps = await stepsToDay(scenario, work, promise, { seed: '1', runs: 5, threads: 1 });
    const level = (step: string): number => steps?.find((one) => one.step === step)?.serviceLevel.value ?? Number.NaN;
    expect(level('redials')).toBeLessThan(level('limited-lines'));
  });
});

describe('subjectOfScenario', () => {
  it('subjectOfScenario(scenario, work, label) takes the interval asked for, ring included', async () => {
    const { scenario } = await loadScenario(shipped('two-skills.yaml'));
    const subject = subjectOfScenario(scenario, 0, '10:30');
    if (typeof subject === 'string') throw new Error(subject);
    expect(subject.place).toMatchObject({ work: 0, interval: 21, promise: 0 });
    expect(subject.queue).toMatchObject({ ringSeconds: 3, answerWithinSeconds: 20, target: 0.8, variant: 'offered' });
    expect(subject.queue.meanHandleSeconds).toBeCloseTo(228, 6);
    expect(3600 * subject.queue.arrivalRate).toBeCloseTo(220, 6);
    expect(subject).toMatchObject({ ownBusyness: true, ownRedial: false, ownDemand: true });
  });

  it('subjectOfScenario(scenario, work, label) says why there is nothing to explain', async () => {
    const { scenario } = await loadScenario(shipped('two-skills.yaml'));
    expect(subjectOfScenario(scenario, 0, '10:10')).toBe('no-time');
    expect(subjectOfScenario(scenario, 0, '03:00')).toBe('nobody-there');
    expect(subjectOfScenario({ ...scenario, promises: [] })).toBe('no-promise');
    const slow = { ...scenario, promises: scenario.promises.map((one) => ({ ...one, answerWithin: 2 })) };
    expect(subjectOfScenario(slow, 0, '10:00')).toBe('ring-too-long');
  });
});
