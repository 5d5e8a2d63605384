/** The limit that every run has: a centre whose load grows for ever is a result, but a run without an end is not. */
import { expectedArrivals } from '../plan/interval-means.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Center, RunLimits } from './center.ts';

/** What a run may not have without end. */
export type RunLimit = 'contacts' | 'attempts';

/** A run was stopped because more contacts came, or came again, than any centre can have. */
export class RunLimitError extends Error {
  /** The work type with most contacts waiting. */
  readonly queue: string;
  readonly seed: string;
  readonly run: number;
  /** What there were too many of: contacts in the centre at once, or attempts in the whole run. */
  readonly limit: RunLimit;
  /** How many of them the run may have. */
  readonly most: number;

  constructor(queue: string, seed: string, run: number, limit: RunLimit, most: number) {
    super(`run ${run} with seed ${seed} stopped at ${most} ${limit}; the longest queue is "${queue}"`);
    this.name = 'RunLimitError';
    this.queue = queue;
    this.seed = seed;
    this.run = run;
    this.limit = limit;
    this.most = most;
  }
}

/**
 * Stops the run.
 * @throws RunLimitError always
 */
export function stopRun(center: Center, limit: RunLimit, most: number): never {
  const { typeNames, seed } = center.plan;
  const longest = center.queueLength.indexOf(Math.max(...center.queueLength));
  throw new RunLimitError(typeNames[longest], seed, center.run, limit, most);
}

/**
 * Stops a run that has seen too many attempts.
 * @throws RunLimitError then
 */
export function requireAttempts(center: Center): void {
  const { attempts } = center.plan.limits;
  if (center.attempts > attempts) stopRun(center, 'attempts', attempts);
}

/** Attempts that a run may have for every contact that is expected, beyond a first million: more is redials that feed themselves. */
const attemptsPerContact = 50;
const attemptsOfAny = 1_000_000;
const mostAttempts = 100_000_000;
const mostContacts = 4_000_000;

/** How large a run of a scenario may grow. */
export function usualLimits({ clock, work }: Scenario): RunLimits {
  const day = { from: 0, to: clock.horizonSeconds };
  const contacts = work.reduce((sum, type) => sum + expectedArrivals(type, day), 0);
  const attempts = Math.ceil(attemptsOfAny + attemptsPerContact * contacts);
  return { attempts: Math.min(attempts, mostAttempts), contacts: mostContacts };
}
