/** The queue of a lesson as an ordinary scenario, long enough to be steady, so that the engine that everybody uses answers beside the formula. */
import { stepCurve } from '../../math/rate-curve.ts';
import { type LessonQueue, loadOf } from '../../plan/lesson/lesson-queue.ts';
import { serviceVariants } from '../../plan/service-variants.ts';
import { plainDayScenario } from '../../scenario/plain-day.ts';
import type { Duration, Scenario, ServicePromise } from '../../scenario/scenario.ts';

/** What a picture changes that the formula does not know. */
export interface SteadyChange {
  readonly handling?: Duration;
  readonly patience?: Duration;
  /** Coefficient of variation of the days' level. */
  readonly busynessCv?: number;
  readonly redial?: { readonly fraction: number; readonly afterSeconds: number };
}

/** Hours that are judged in a run at most. */
const mostHours = 60;

/** A duration of one kind all day long. */
export function always(kind: string, parameters: readonly number[], mean: number, cv: number): Duration {
  return { steps: [{ from: 0, kind, parameters: [...parameters], mean, cv }] };
}

/**
 * The scenario of a steady queue. Its day begins empty; the promises begin when that is forgotten.
 *
 * @param queue whole agents
 * @param calls that a day shall have about, where the queue's pace allows
 * @param change what is not as the formula takes it
 * @returns a scenario with two promises, on the wait and on abandonment, for the judged hours
 */
export function steadyScenario(queue: LessonQueue, calls: number, change: SteadyChange = {}): Scenario {
  const { arrivalRate, meanHandleSeconds, meanPatienceSeconds, agents, answerWithinSeconds, ringSeconds } = queue;
  const warmUp = warmUpSeconds(queue);
  const judged = Math.max(1, Math.min((3600 * mostHours) / warmUp, calls / arrivalRate / warmUp - 1));
  const parts = 1 + Math.round(judged);
  const intervalStarts = Array.from({ length: parts + 1 }, (_, i) => i * warmUp);
  const scenario = plainDayScenario(
    {
      meanHandleSeconds,
      meanPatienceSeconds,
      answerWithinSeconds: answerWithinSeconds - ringSeconds,
      intervalStarts,
      agents: intervalStarts.slice(1).map(() => agents),
      balking: 0,
      arrivalRate: stepCurve([0, parts * warmUp], [arrivalRate]),
    },
    'named',
  );
  const [work] = scenario.work;
  const [promise] = scenario.promises;
  const hours = [{ from: warmUp, to: parts * warmUp }];
  const variant =
    Object.keys(serviceVariants).find((name) => serviceVariants[name] === queue.variant) ?? promise.variant;
  const redial = change.redial && {
    ...work.redial.abandoned,
    fraction: change.redial.fraction,
    after: always('exponential', [change.redial.afterSeconds], change.redial.afterSeconds, 1),
    maxAttempts: 1000,
  };
  const inTime: ServicePromise = {
    ...promise,
    variant,
    hours,
    target: queue.target,
    shortAbandon: queue.shortAbandonSeconds,
  };
  return {
    ...scenario,
    name: 'steady-queue',
    busyness: { cv: change.busynessCv ?? 0, intervalCorrelation: 1 },
    work: [
      {
        ...work,
        talk: change.handling ?? work.talk,
        patience: change.patience ?? work.patience,
        redial: redial === undefined ? work.redial : { ...work.redial, abandoned: redial },
      },
    ],
    promises: [
      inTime,
      { ...inTime, id: 'abandonment', measure: 'abandonment', variant: 'requests', target: 1, sense: 'at-most' },
    ],
  };
}

/** How long until an empty beginning is forgotten: some relaxation times, whole minutes. */
function warmUpSeconds(queue: LessonQueue): number {
  const { meanHandleSeconds, meanPatienceSeconds, agents } = queue;
  const rho = Math.min(0.98, loadOf(queue) / agents);
  // Relaxation time of M/M/n in heavy traffic; whoever hangs up shortens it to about the patience.
  const patient = meanHandleSeconds / (agents * (1 - Math.sqrt(rho)) ** 2) + meanHandleSeconds;
  const relaxation = Math.min(patient, meanHandleSeconds + meanPatienceSeconds);
  return 60 * Math.ceil((8 * relaxation) / 60);
}
