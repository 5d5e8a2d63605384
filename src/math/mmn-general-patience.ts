/**
 * The queue with any distribution of patience, and with callers who leave at once on hearing that they must wait
 * (M/M/n+G). What a planner gains over Erlang A: patience is seldom exponential, and balking is common where waits are
 * announced.
 */
import { inverseErlangB } from './erlang-b.ts';
import { integrateDensity } from './integrate-density.ts';
import type { Patience } from './patience.ts';
import { patienceFunctions } from './patience.ts';
import type { QueueMeasures, QueueOptions } from './queue-measures.ts';
import { requireQueue } from './queue-measures.ts';
import { requireFinite } from './requirements.ts';

/** A queue with general patience. */
export interface GeneralPatienceOptions extends QueueOptions {
  /** How long callers who join the queue are ready to wait. */
  readonly patience: Patience;
  /**
   * Share of callers who leave at once when nobody is free, 0 to 1; counted as abandoned within any T. 0 when left out.
   */
  readonly balking?: number;
}

/**
 * All steady-state measures of the queue with general patience.
 *
 * @param options demand, agents (above 0; whole, or fractional for the smooth continuation), patience, balking, target
 * wait
 * @returns the measures; balkers count as waiting (`waitProbability`) and abandoned, with a wait of 0. A conditional
 * measure of callers who do not exist (nobody hangs up, nobody waits that long) is 0. Relative accuracy about 1e-13, or
 * 1e-15 × the callers who arrive during a patience when those are more than a hundred
 * @throws RangeError naming the argument out of its range
 * Source: Baccelli and Hebuterne (1981); Zeltyn and Mandelbaum (2005): the offered wait has density
 * proportional to exp(λ E[min(patience, x)] − nμ x).
 * @example
 * ```ts
 * const patience = { kind: 'deterministic', seconds: 60 };
 * const queue = { arrivalRate: 8 / 240, meanHandleSeconds: 240, agents: 10, answerWithinSeconds: 20, patience };
 * mmnGeneralPatience(queue).abandonment; // => 0.061932378773
 * mmnGeneralPatience({ ...queue, balking: 1 }).abandonment; // => 0.121661064253
 * ```
 */
export function mmnGeneralPatience(options: GeneralPatienceOptions): QueueMeasures {
  requireQueue(options);
  const { arrivalRate, meanHandleSeconds, agents, answerWithinSeconds, shortAbandonSeconds = 0, balking = 0 } = options;
  requireFinite('agents', agents, 0, { aboveMinimum: true });
  requireFinite('balking', balking, 0, { maximum: 1 });
  const patience = patienceFunctions(options.patience);
  const staying = 1 - balking;
  const left = (x: number): number => staying * patience.left(x);
  const gone = (x: number): number => balking + staying * patience.gone(x);
  const waitedByGone = (x: number): number => staying * patience.waitedByGone(x);

  const offeredLoad = arrivalRate * meanHandleSeconds;
  const answerRate = agents / meanHandleSeconds;
  const joined = (x: number): number => arrivalRate * (x * left(x) + waitedByGone(x));
  const logDensity = (x: number): number => joined(x) - answerRate * x;
  const termSize = (x: number): number => joined(x) + answerRate * x;
  const ends = [...new Set([0, shortAbandonSeconds, answerWithinSeconds, ...patience.jumps])].sort((a, b) => a - b);
  const stretches = ends.map((start, i) => {
    const end = ends[i + 1] ?? Infinity;
    const weigh = (x: number, into: Float64Array): void => {
      into[0] = 1;
      into[1] = left(x);
      into[2] = gone(x);
      into[3] = x * into[1];
      into[4] = waitedByGone(x);
    };
    return { start, end, ...integrateDensity(logDensity, weigh, 5, start, end, 1 / answerRate, termSize) };
  });

  // P(free agent) : P(none) = 1 / B(a, n) − 1 : nμ ∫ density, in units of the density at its peak.
  const logPeak = Math.max(...stretches.filter(({ values }) => values[0] > 0).map(({ logScale }) => logScale));
  const sum = (weight: number, from = 0, to = Infinity): number =>
    stretches
      .filter(({ start, end }) => start >= from && end <= to)
      .reduce((total, { logScale, values }) => total + Math.exp(logScale - logPeak) * values[weight], 0);
  const offered = sum(0);
  const free = (inverseErlangB(offeredLoad, agents) - 1) * Math.exp(-logPeak);
  const immediateProbability = 1 / (1 + (answerRate * offered) / free);
  const scale = answerRate / (free + answerRate * offered);

  const abandonment = scale * sum(2);
  const served = immediateProbability + scale * sum(1);
  const longVirtual = scale * sum(0, answerWithinSeconds);
  const waitTail = left(answerWithinSeconds) * longVirtual;
  const goneLater = Math.max(0, scale * sum(2, answerWithinSeconds) - gone(answerWithinSeconds) * longVirtual);
  const answeredWithin = immediateProbability + scale * sum(1, 0, answerWithinSeconds);
  const abandonedBy = (seconds: number): number => scale * (sum(2, 0, seconds) + gone(seconds) * sum(0, seconds));
  const abandonedWithin = abandonedBy(answerWithinSeconds);
  const meanWaitAll = scale * (sum(3) + sum(4));
  return {
    offeredLoad,
    stable: true,
    waitProbability: scale * offered,
    immediateProbability,
    abandonment,
    abandonmentGivenWait: sum(2) / offered,
    abandonedWithin,
    abandonmentGivenLongWait: ratio(goneLater, waitTail),
    asa: (scale * sum(3)) / served,
    meanWaitAll,
    meanWaitGivenWait: (sum(3) + sum(4)) / offered,
    meanWaitAbandoned: ratio(sum(4), sum(2)),
    meanQueue: arrivalRate * meanWaitAll,
    occupancy: (offeredLoad * served) / agents,
    throughput: arrivalRate * served,
    waitTail,
    virtualWaitTail: longVirtual,
    serviceLevel: {
      offered: answeredWithin,
      answered: answeredWithin / served,
      abandonsMet: answeredWithin + abandonedWithin,
      shortAbandonsExcluded: answeredWithin / (answeredWithin + waitTail),
      veryShortAbandonsMet: answeredWithin + abandonedBy(shortAbandonSeconds),
      virtual: immediateProbability + scale * sum(0, 0, answerWithinSeconds),
    },
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
