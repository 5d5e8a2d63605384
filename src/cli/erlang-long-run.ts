/** The queue of `callfloor erlang`, simulated for long, where it has a steady state. */
import type { LongRun } from '../experiment/long-run.ts';
import type { ErlangAnswer, ErlangQuestion } from '../plan/answer-erlang.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { UserError } from './user-error.ts';

/**
 * Simulates the queue of a question with the agents of its answer.
 *
 * @throws UserError where there is nothing to simulate
 */
export async function simulateLong(question: ErlangQuestion, { service }: ErlangAnswer, lang: Lang): Promise<LongRun> {
  const words = wordsIn(lang).erlang.longRun;
  const { calls, perMinutes, ahtSeconds, patienceSeconds = Infinity, withinSeconds } = question;
  if (service === undefined || service.agents === 0 || calls === 0) throw new UserError(words.nobody);
  if (patienceSeconds === Infinity && !service.erlangC.stable) throw new UserError(words.endless);
  const { longRun } = await import('../experiment/long-run.ts');
  const queue = {
    arrivalRate: calls / (perMinutes * 60),
    meanHandleSeconds: ahtSeconds,
    meanPatienceSeconds: patienceSeconds,
    agents: service.agents,
    answerWithinSeconds: withinSeconds,
  };
  return longRun(queue, '1');
}
