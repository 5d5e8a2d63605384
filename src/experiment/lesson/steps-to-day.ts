/**
 * From the formula's world to the day as it is, one step at a time: the scenario is simulated without anything that the formula does
 * not know, and then again with each thing put back, on the same seed. What a step changes is what that thing costs.
 */

import type { Simulated } from '../../plan/lesson/lesson-figures.ts';
import type { Duration, DurationStep, Scenario, WorkType } from '../../scenario/scenario.ts';
import { rowsStep } from '../checkpoint.ts';
import { runExperiment } from '../run-experiment.ts';
import type { LessonRuns } from './simulate-lesson.ts';

/** What a step puts back, in this order; `whole-day` is the simulation of what the formula knows. */
export const dayStepNames = [
  'whole-day',
  'handling-shape',
  'patience-shape',
  'balking',
  'limited-lines',
  'redials',
  'busyness',
] as const;
export type DayStepName = (typeof dayStepNames)[number];

/** One step, simulated. */
export interface DayStep {
  readonly step: DayStepName;
  /** Share of this work answered in time over the day, with everything up to this step put back. */
  readonly serviceLevel: Simulated;
}

/**
 * Simulates the steps that a scenario has.
 *
 * @param scenario resolved
 * @param work index of the type whose share answered in time is followed
 * @param promise index of the promise that says what in time means
 * @param how seed, days per step
 * @returns the steps; the last is the scenario itself. Undefined when nothing can be judged
 * @throws the signal's reason when it comes before the end
 */
export async function stepsToDay(
  scenario: Scenario,
  work: number,
  promise: number,
  how: LessonRuns & { readonly threads: number },
): Promise<DayStep[] | undefined> {
  const { journal, seed, runs, threads, signal } = how;
  const worlds = worldsOf(scenario);
  const steps: DayStep[] = [];
  journal?.begin(rowsStep(steps));
  for (const world of worlds.slice(steps.length)) {
    const judged = {
      ...world.scenario,
      promises: [{ ...scenario.promises[promise], work: [work], scope: 'day' as const }],
    };
    const { verdicts } = await runExperiment(judged, { seed, runs, threads, ...(signal && { signal }) });
    signal?.throwIfAborted();
    const estimate = verdicts[0]?.estimate;
    if (!estimate) return undefined;
    const { value, low, high } = estimate;
    steps.push({ step: world.step, serviceLevel: { value, low, high } });
    how.onPoint?.(steps.length, worlds.length);
  }
  return steps;
}

/**
 * The scenarios of the steps: each has what the one before it has, and one thing more; steps that would change nothing are left out.
 *
 * @param scenario resolved
 * @returns from the barest to the scenario itself
 */
export function worldsOf(scenario: Scenario): { step: DayStepName; scenario: Scenario }[] {
  const bare: Scenario = {
    ...scenario,
    busyness: { ...scenario.busyness, cv: 0 },
    work: scenario.work.map(bareWork),
  };
  const worlds: { step: DayStepName; scenario: Scenario }[] = [{ step: 'whole-day', scenario: bare }];
  let now = bare;
  for (const step of dayStepNames.slice(1)) {
    const next = putBack(now, scenario, step);
    if (JSON.stringify(next) !== JSON.stringify(now)) worlds.push({ step, scenario: next });
    now = next;
  }
  return worlds;
}

/** A type as the formula takes it: one exponential handle time, exponential patience, nobody balks, is blocked or redials. */
function bareWork(work: WorkType): WorkType {
  const nobody = { ...work.redial.abandoned, fraction: 0 };
  return {
    ...work,
    ...memoryless(work),
    handlingByGroup: work.handlingByGroup.map((own) => ({ ...own, ...memoryless(own) })),
    arrivals:
      work.arrivals.process === 'poisson'
        ? { ...work.arrivals, busyness: { ...work.arrivals.busyness, cv: 0 } }
        : work.arrivals,
    patience: { steps: work.patience.steps.map((step) => exponential(step.from, step.mean)) },
    balking: 0,
    linePool: -1,
    waitingRoom: Infinity,
    redial: { abandoned: nobody, blocked: nobody, balked: nobody },
  };
}

/** Talk, hold and wrap-up as one exponential talk of the same mean. */
function memoryless(of: Pick<WorkType, 'talk' | 'hold' | 'wrapUp'>): Pick<WorkType, 'talk' | 'hold' | 'wrapUp'> {
  const parts = [of.talk, of.hold, of.wrapUp];
  const starts = [...new Set(parts.flatMap(({ steps }) => steps.map(({ from }) => from)))].sort((a, b) => a - b);
  const none: Duration = { steps: [exponential(0, 0)] };
  const talk = starts.map((from) =>
    exponential(
      from,
      parts.reduce((sum, part) => sum + meanAt(part, from), 0),
    ),
  );
  return { talk: { steps: talk }, hold: none, wrapUp: none };
}

function meanAt({ steps }: Duration, time: number): number {
  return steps.reduce((mean, step) => (step.from <= time ? step.mean : mean), 0);
}

function exponential(from: number, mean: number): DurationStep {
  if (mean === Infinity) return { from, kind: 'never', parameters: [], mean, cv: 0 };
  if (mean === 0) return { from, kind: 'fixed', parameters: [0], mean, cv: 0 };
  return { from, kind: 'exponential', parameters: [mean], mean, cv: 1 };
}

function putBack(now: Scenario, real: Scenario, step: DayStepName): Scenario {
  const change = (part: (work: WorkType) => Partial<WorkType>): Scenario => ({
    ...now,
    work: now.work.map((work, i) => ({ ...work, ...part(real.work[i]) })),
  });
  switch (step) {
    case 'handling-shape':
      return change(({ talk, hold, wrapUp, handlingByGroup }) => ({ talk, hold, wrapUp, handlingByGroup }));
    case 'patience-shape':
      return change(({ patience }) => ({ patience }));
    case 'balking':
      return change(({ balking }) => ({ balking }));
    case 'limited-lines':
      return change(({ linePool, waitingRoom }) => ({ linePool, waitingRoom }));
    case 'redials':
      return change(({ redial }) => ({ redial }));
    case 'busyness':
      return { ...change(({ arrivals }) => ({ arrivals })), busyness: real.busyness };
    default:
      return now;
  }
}
