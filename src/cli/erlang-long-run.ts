/** The queue of `callfloor erlang`, simulated for long, where it has a steady state. */
import { availableParallelism } from 'node:os';
import type { Unsettled } from '../experiment/steady-state/find-steady-state.ts';
import type { SteadyFigureName } from '../experiment/steady-state/steady-figures.ts';
import type { Estimate } from '../judge/verdict.ts';
import { stepCurve } from '../math/rate-curve.ts';
import type { ErlangAnswer, ErlangQuestion } from '../plan/answer-erlang.ts';
import { plainDayScenario } from '../scenario/plain-day.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { UserError } from './user-error.ts';

/** What the long runs of one queue show. */
export interface LongRun {
  /** Calls in the runs that count. */
  calls: number;
  /** What is left out at the start of each run, seconds. */
  warmUpSeconds: number;
  /** Absent: that figure is not one of this queue, or nothing was counted. */
  figures: Partial<Record<SteadyFigureName, Estimate>>;
}

/** Calls that are simulated, and where these do not reach for the queue to settle. */
const calls = [200_000, 4_000_000];

/**
 * Simulates the queue of a question with the agents of its answer.
 *
 * @returns why there is nothing to show where the queue settles too slowly
 * @throws UserError where there is nothing to simulate
 */
export async function simulateLong(
  question: ErlangQuestion,
  { service }: ErlangAnswer,
  lang: Lang,
): Promise<LongRun | Unsettled> {
  const words = wordsIn(lang).erlang.longRun;
  if (service === undefined || service.agents === 0 || question.calls === 0) throw new UserError(words.nobody);
  const { findSteadyState, UnsettledError } = await import('../experiment/steady-state/find-steady-state.ts');
  const hour = 3600;
  const scenario = plainDayScenario(
    {
      meanHandleSeconds: question.ahtSeconds,
      meanPatienceSeconds: question.patienceSeconds ?? Infinity,
      answerWithinSeconds: question.withinSeconds,
      intervalStarts: [0, hour],
      agents: [service.agents],
      balking: 0,
      arrivalRate: stepCurve([0, hour], [question.calls / (question.perMinutes * 60)]),
    },
    'pooled',
  );
  let reason: Unsettled = { reason: 'nobody' };
  for (const contacts of calls) {
    try {
      const state = await findSteadyState(scenario, 0, { seed: '1', threads: availableParallelism(), contacts });
      if (state === null) break;
      const figures = state.figures.flatMap(({ estimate, name }) => (estimate === null ? [] : [[name, estimate]]));
      return { calls: state.contacts, warmUpSeconds: state.warmUpSeconds, figures: Object.fromEntries(figures) };
    } catch (error) {
      if (!(error instanceof UnsettledError)) throw error;
      reason = error.unsettled;
      if (reason.reason === 'overload') throw new UserError(words.endless);
    }
  }
  return reason;
}
