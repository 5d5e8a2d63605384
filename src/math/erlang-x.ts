/**
 * Erlang A with people instead of calls: who hangs up may call again, who meets the engaged tone may try again, and who
 * was served may come back with the same matter (Erlang X). The stream of attempts is the one that makes itself.
 */
import type { ErlangAOptions } from './erlang-a.ts';
import { erlangA } from './erlang-a.ts';
import { findRoot } from './find-root.ts';
import type { LinesMeasures, LinesOptions } from './mmnk.ts';
import { mmnk } from './mmnk.ts';
import type { QueueMeasures } from './queue-measures.ts';
import { requireFinite } from './requirements.ts';

/** An Erlang A queue with redials; `arrivalRate` counts first calls only. */
export interface ErlangXOptions extends ErlangAOptions {
  /** Share of callers who call again after hanging up, 0 to 1. */
  readonly redialAfterAbandonment: number;
  /** Share of callers who call again after having been served, 0 or more and below 1; 0 when left out. */
  readonly reconnectAfterService?: number;
}

/** A queue behind a group of lines with redials; `arrivalRate` counts first calls only. */
export interface ErlangXLinesOptions extends LinesOptions {
  /** Share of callers who call again after hanging up, 0 to 1. */
  readonly redialAfterAbandonment: number;
  /** Share of callers who try again after the engaged tone, 0 to 1. */
  readonly redialAfterBlocking: number;
  /** Share of callers who call again after having been served, 0 or more and below 1; 0 when left out. */
  readonly reconnectAfterService?: number;
}

/** What redials make of a stream of first calls. */
export interface ErlangXMeasures<Measures> {
  /** Whether the attempts settle; if not, they grow without limit. */
  readonly stable: boolean;
  /** Attempts per second, first calls and all others. */
  readonly attemptRate: number;
  /** Attempts per second that are not first calls. */
  readonly repeatRate: number;
  /** Attempts ÷ first calls. */
  readonly inflation: number;
  /** Share of first callers who are served in the end, and of those who give up. */
  readonly freshAnswered: number;
  readonly freshLost: number;
  /** All measures per attempt; null when the attempts do not settle. */
  readonly perAttempt: Measures | null;
}

/**
 * Erlang A with redials and reconnects, by the fixed point Λ = λ + Λ (r P(abandon) + c P(served)).
 *
 * @param options the queue, fed with first calls, and the shares who come back
 * @returns the measures, exact for long delays between attempts; `redialExact` has short ones. When everybody redials
 * and first calls alone exceed what the agents can do, `stable` is false, the attempts are Infinity, and the shares of
 * first callers are those who leave served and unserved per first call; the others go on trying
 * @throws RangeError naming the argument out of its range
 * Source: fixed point for retrials, Cohen (1957) in the form used for call centres by Ding, Remerova, van der Mei and
 * Zwart (2015), "Fluid approximation of a call center model with redials and reconnects".
 * @example
 * ```ts
 * const desk = {
 *   arrivalRate: 120 / 3600, meanHandleSeconds: 300, meanPatienceSeconds: 120, agents: 10, answerWithinSeconds: 20,
 * };
 * const redialling = erlangX({ ...desk, redialAfterAbandonment: 0.3 });
 * redialling.attemptRate * 3600; // => 126.7150117846
 * redialling.perAttempt.serviceLevel.offered; // => 0.5998226979
 * ```
 */
export function erlangX(options: ErlangXOptions): ErlangXMeasures<QueueMeasures> {
  const { redialAfterAbandonment: redial, reconnectAfterService: reconnect = 0 } = options;
  requireShares({ redialAfterAbandonment: redial, reconnectAfterService: reconnect });
  return settle(options, (arrivalRate) => {
    const measures = erlangA({ ...options, arrivalRate });
    const { abandonment } = measures;
    return { measures, answered: 1 - abandonment, lost: (1 - redial) * abandonment, reconnect };
  });
}

/**
 * A queue behind a group of lines with redials after hanging up and after the engaged tone, and reconnects, by the
 * fixed point Λ = λ + Λ (r P(abandon) + b P(blocked) + c P(served)).
 *
 * @param options the queue, fed with first calls, and the shares who come back
 * @returns the measures per attempt, exact for long delays between attempts; `stable` as in `erlangX`
 * @throws RangeError naming the argument out of its range
 * Source: as `erlangX`, on `mmnk`.
 * @example
 * ```ts
 * const desk = {
 *   arrivalRate: 300 / 3600, meanHandleSeconds: 300, meanPatienceSeconds: 120, agents: 25, lines: 35, answerWithinSeconds: 20,
 * };
 * erlangXLines({ ...desk, redialAfterAbandonment: 0.5, redialAfterBlocking: 0.7 }).inflation; // => 1.0714640898
 * ```
 */
export function erlangXLines(options: ErlangXLinesOptions): ErlangXMeasures<LinesMeasures> {
  const { redialAfterAbandonment: redial, redialAfterBlocking: retry, reconnectAfterService: reconnect = 0 } = options;
  requireShares({ redialAfterAbandonment: redial, redialAfterBlocking: retry, reconnectAfterService: reconnect });
  return settle(options, (arrivalRate) => {
    const measures = mmnk({ ...options, arrivalRate });
    const { abandonment, blocking, answered } = measures;
    return { measures, answered, lost: (1 - redial) * abandonment + (1 - retry) * blocking, reconnect };
  });
}

interface Attempt<Measures> {
  readonly measures: Measures;
  /** Share of attempts that are served. */
  readonly answered: number;
  /** Share of attempts after which the caller gives up. */
  readonly lost: number;
  /** Share of the served who come back. */
  readonly reconnect: number;
}

/**
 * Finds the stream of attempts that leaves as fast as first calls come. What leaves per second grows with the attempts.
 */
function settle<Measures>(
  queue: { readonly arrivalRate: number; readonly agents: number; readonly meanHandleSeconds: number },
  attempt: (attemptRate: number) => Attempt<Measures>,
): ErlangXMeasures<Measures> {
  const { arrivalRate } = queue;
  const leaving = ({ answered, lost, reconnect }: Attempt<Measures>): number => lost + (1 - reconnect) * answered;
  const excess = (rate: number): number => rate * leaving(attempt(rate)) - arrivalRate;
  const capacity = Math.max(arrivalRate, queue.agents / queue.meanHandleSeconds);
  const hopeless = 1e9 * capacity;
  let most = capacity;
  while (excess(most) < 0 && most < hopeless) most *= 4;
  if (excess(most) < 0) {
    const { answered, lost, reconnect } = attempt(most);
    return {
      stable: false,
      attemptRate: Infinity,
      repeatRate: Infinity,
      inflation: Infinity,
      freshAnswered: ((1 - reconnect) * answered * most) / arrivalRate,
      freshLost: (lost * most) / arrivalRate,
      perAttempt: null,
    };
  }
  const attemptRate = excess(arrivalRate) >= 0 ? arrivalRate : findRoot(excess, arrivalRate, most, 1e-15 * arrivalRate);
  const { measures, answered, lost } = attempt(attemptRate);
  return {
    stable: true,
    attemptRate,
    repeatRate: attemptRate - arrivalRate,
    inflation: arrivalRate === 0 ? 1 : attemptRate / arrivalRate,
    freshAnswered: answered / (answered + lost),
    freshLost: lost / (answered + lost),
    perAttempt: measures,
  };
}

function requireShares(shares: Readonly<Record<string, number>>): void {
  for (const [name, share] of Object.entries(shares)) {
    requireFinite(name, share, 0, { maximum: 1 });
    if (name === 'reconnectAfterService' && share === 1) throw new RangeError(`${name} must be below 1, got 1`);
  }
}
