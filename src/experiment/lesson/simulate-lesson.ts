/** The points that a lesson simulates: its queue, and the same with one thing changed, each beside the formula. */

import { hyperexponential } from '../../kinds/durations/hyperexponential.ts';
import { logNormal } from '../../kinds/durations/log-normal.ts';
import { fewMore } from '../../plan/lesson/knee.ts';
import type { Simulated } from '../../plan/lesson/lesson-figures.ts';
import type { LessonQueue } from '../../plan/lesson/lesson-queue.ts';
import { loadOf } from '../../plan/lesson/lesson-queue.ts';
import type { LessonSubject } from '../../plan/lesson/lesson-subject.ts';
import { mixedCv } from '../../plan/lesson/patience-effect.ts';
import type { Duration } from '../../scenario/scenario.ts';
import { type Journal, rowsStep } from '../checkpoint.ts';
import { runExperiment } from '../run-experiment.ts';
import { always, type SteadyChange, steadyScenario } from './steady-scenario.ts';

/** One simulated point of a picture. */
export interface SimulatedPoint {
  /** Where it stands on the picture's axis: agents, queues, a coefficient of variation, a share. */
  readonly at: number;
  readonly serviceLevel: Simulated;
  readonly abandonment: Simulated;
}

/** All points, by picture. */
export type SimulatedLesson = Readonly<Record<LessonPicture, readonly SimulatedPoint[]>>;

export type LessonPicture = 'knee' | 'pooling' | 'busyDays' | 'handling' | 'patience' | 'redials';

/** How a lesson is simulated. */
export interface LessonRuns {
  readonly seed: string;
  /** Days per point, at least 2. */
  readonly runs: number;
  readonly signal?: AbortSignal | undefined;
  /** Keeps the points done. */
  readonly journal?: Journal | undefined;
  /** Hears after each point how many of all are done. */
  readonly onPoint?: (done: number, all: number) => void;
}

interface Task {
  readonly picture: LessonPicture;
  readonly at: number;
  readonly queue: LessonQueue;
  readonly change?: SteadyChange;
}

/** Calls of a simulated day. */
const callsPerDay = 3000;
/** Where days differ, it takes more of them to see the mean, each so much shorter. */
const busyTimes = 4;
const busyCvs = [0.05, 0.1, 0.2];
const handlingCvs = [0, 0.5, 1, 1.5, 2];

/**
 * Simulates every point of a lesson. Points without a steady state (more load than agents, nobody hangs up) are left out: their
 * figures would only tell how long was simulated.
 *
 * @param subject what the lesson is about
 * @param how seed, days per point
 * @returns the points by picture
 * @throws RangeError when `runs` is not a whole number of at least 2; the signal's reason when it comes before the end
 */
export async function simulateLesson(subject: LessonSubject, how: LessonRuns): Promise<SimulatedLesson> {
  const { journal, onPoint, runs, seed, signal } = how;
  const points: Record<LessonPicture, SimulatedPoint[]> = {
    knee: [],
    pooling: [],
    busyDays: [],
    handling: [],
    patience: [],
    redials: [],
  };
  const tasks = tasksOf(subject).filter(({ queue }) => isSteady(queue));
  const found: (SimulatedPoint | null)[] = [];
  journal?.begin(rowsStep(found));
  for (const { picture, at, queue, change } of tasks.slice(found.length)) {
    const times = picture === 'busyDays' ? busyTimes : 1;
    const { verdicts } = await runExperiment(steadyScenario(queue, callsPerDay / times, change), {
      ...{ seed, runs: times * runs, threads: 1 },
      ...(signal && { signal }),
    });
    signal?.throwIfAborted();
    const [serviceLevel, abandonment] = verdicts.map(({ estimate }) => estimate);
    const isCounted = serviceLevel !== null && abandonment !== null;
    found.push(isCounted ? { at, serviceLevel: plain(serviceLevel), abandonment: plain(abandonment) } : null);
    onPoint?.(found.length, tasks.length);
  }
  for (const [i, point] of found.entries()) if (point !== null) points[tasks[i].picture].push(point);
  return points;
}

function plain({ value, low, high }: Simulated): Simulated {
  return { value, low, high };
}

function isSteady(queue: LessonQueue): boolean {
  return queue.meanPatienceSeconds < Infinity || loadOf(queue) < 0.995 * queue.agents;
}

function tasksOf({ queue, handleCv, busynessCv, redial }: LessonSubject): Task[] {
  const { agents, arrivalRate, meanHandleSeconds, meanPatienceSeconds } = queue;
  const tasks: Task[] = [-fewMore, 0, fewMore, 2 * fewMore]
    .map((more) => agents + more)
    .filter((at) => at >= 1)
    .map((at) => ({ picture: 'knee', at, queue: { ...queue, agents: at } }));
  for (const at of [2, 3, 4].filter((queues) => agents % queues === 0)) {
    tasks.push({ picture: 'pooling', at, queue: { ...queue, agents: agents / at, arrivalRate: arrivalRate / at } });
  }
  for (const at of among(busyCvs, busynessCv)) {
    tasks.push({ picture: 'busyDays', at, queue, change: { busynessCv: at } });
  }
  for (const at of among(handlingCvs, handleCv)) {
    tasks.push({ picture: 'handling', at, queue, change: { handling: handlingOf(meanHandleSeconds, at) } });
  }
  if (meanPatienceSeconds === Infinity) return tasks;
  for (const at of [0, 1, mixedCv]) {
    tasks.push({ picture: 'patience', at, queue, change: { patience: patienceOf(meanPatienceSeconds, at) } });
  }
  for (const fraction of among([0, 0.9], redial.fraction)) {
    tasks.push({ picture: 'redials', at: fraction, queue, change: { redial: { ...redial, fraction } } });
  }
  return tasks;
}

/** The values with one's own; it takes the place of those that would lie under it. */
function among(values: readonly number[], own: number): number[] {
  return [...values.filter((value) => Math.abs(value - own) > 0.02), own].sort((a, b) => a - b);
}

function handlingOf(mean: number, cv: number): Duration {
  if (cv < 0.01) return always('fixed', [mean], mean, 0);
  if (cv === 1) return always('exponential', [mean], mean, 1);
  return always('log-normal', logNormal.resolve({ mean, cv }, 1).parameters, mean, cv);
}

function patienceOf(mean: number, cv: number): Duration {
  if (cv === 0) return always('fixed', [mean], mean, 0);
  if (cv === 1) return always('exponential', [mean], mean, 1);
  return always('hyperexponential', hyperexponential.resolve({ mean, cv }, 1).parameters, mean, cv);
}
