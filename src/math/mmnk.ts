/**
 * A queue with a limited number of trunk lines, with patient (M/M/n/K) or impatient (M/M/n/K+M) callers: who finds no
 * line hears the engaged tone. Offered counts every attempt, blocked ones included.
 */
import { inverseErlangB } from './erlang-b.ts';
import { logRegularizedGammaUpper } from './gamma-functions.ts';
import { integrateDensity } from './integrate-density.ts';
import { requireFinite, requireWhole } from './requirements.ts';

/** A queue behind a group of lines. */
export interface LinesOptions {
  /** Attempts per second, at least 0. */
  readonly arrivalRate: number;
  /** Mean handle time in seconds, above 0. */
  readonly meanHandleSeconds: number;
  /** Mean patience in seconds, above 0; Infinity when nobody hangs up. */
  readonly meanPatienceSeconds: number;
  /** Agents, a whole number of at least 1. */
  readonly agents: number;
  /** Trunk lines K: the most calls talking and waiting together; a whole number, at least `agents`. */
  readonly lines: number;
  /** The target wait T in seconds, at least 0. */
  readonly answerWithinSeconds: number;
}

/** Steady-state measures of a queue behind a group of lines; shares are of all attempts unless they say accepted. */
export interface LinesMeasures {
  readonly offeredLoad: number;
  /** Attempts that find no line ÷ attempts. */
  readonly blocking: number;
  /** Attempts that get a line and find no free agent ÷ attempts. */
  readonly waitProbability: number;
  /** The same ÷ accepted attempts. */
  readonly waitProbabilityAccepted: number;
  readonly abandonment: number;
  readonly abandonmentAccepted: number;
  /** Answered ÷ attempts. */
  readonly answered: number;
  /** Mean wait of accepted attempts, those who hang up included. */
  readonly meanWaitAccepted: number;
  /** Mean wait of answered callers. */
  readonly asa: number;
  readonly meanQueue: number;
  readonly meanBusy: number;
  readonly meanLinesBusy: number;
  readonly occupancy: number;
  /** Abandoned within T ÷ attempts. */
  readonly abandonedWithin: number;
  /** Attempts that get a line and wait longer than T ÷ attempts. */
  readonly waitTail: number;
  readonly serviceLevel: {
    /** Answered within T ÷ attempts: a blocked attempt is a miss. */
    readonly offered: number;
    /** Answered within T ÷ accepted attempts. */
    readonly accepted: number;
    /** Answered within T ÷ answered. */
    readonly answered: number;
    /** Answered within T ÷ (attempts − blocked − abandoned within T). */
    readonly blockedAndShortAbandonsExcluded: number;
  };
}

/**
 * All steady-state measures of a queue behind a group of lines.
 *
 * @param options demand, agents, lines and the target wait
 * @returns the measures; with as many lines as agents this is Erlang B. No load is too large: what does not fit is
 * blocked
 * @throws RangeError naming the argument out of its range
 * Source: birth–death chain, Gross, Shortle, Thompson and Harris (2008), section 2.5, with abandonment as in Palm
 * (1957); the density of the wait offered to an accepted caller is that of Erlang A times the chance that fewer than K
 * − n Poisson(λ E[min(patience, x)]) others joined.
 * @example
 * ```ts
 * const desk = {
 *   arrivalRate: 8 / 300, meanHandleSeconds: 300, meanPatienceSeconds: 60, agents: 10, lines: 12, answerWithinSeconds: 30,
 * };
 * mmnk(desk).blocking; // => 0.023792998
 * mmnk({ ...desk, lines: 10 }).blocking; // => 0.121661064253
 * ```
 */
export function mmnk(options: LinesOptions): LinesMeasures {
  const { arrivalRate, meanHandleSeconds, meanPatienceSeconds, agents, lines, answerWithinSeconds } = options;
  requireFinite('arrivalRate', arrivalRate, 0);
  requireFinite('meanHandleSeconds', meanHandleSeconds, 0, { aboveMinimum: true });
  if (meanPatienceSeconds !== Infinity)
    requireFinite('meanPatienceSeconds', meanPatienceSeconds, 0, { aboveMinimum: true });
  requireWhole('agents', agents, 1);
  requireWhole('lines', lines, agents);
  requireFinite('answerWithinSeconds', answerWithinSeconds, 0);
  const offeredLoad = arrivalRate * meanHandleSeconds;
  const answerRate = agents / meanHandleSeconds;
  const hangUpRate = 1 / meanPatienceSeconds;
  const places = lines - agents;

  // Weights of the states with all agents busy and m waiting, relative to m = 0, kept in range by a common factor
  // e^(−logShift).
  let weight = 1;
  let logShift = 0;
  let joining = 0;
  let queue = 0;
  let answeredLater = 0;
  let abandoned = 0;
  let answeredWait = 0;
  let waitBehind = 0;
  for (let m = 0; m < places; m++) {
    const advance = answerRate + (m + 1) * hangUpRate;
    const chance = answerRate / advance;
    waitBehind += 1 / advance;
    joining += weight;
    queue += weight * m;
    answeredLater += weight * chance;
    abandoned += (weight * (m + 1) * hangUpRate) / advance;
    answeredWait += weight * chance * waitBehind;
    weight *= arrivalRate / advance;
    if (weight > 1e150) {
      const factor = 1 / weight;
      logShift -= Math.log(factor);
      weight = 1;
      joining *= factor;
      queue *= factor;
      answeredLater *= factor;
      abandoned *= factor;
      answeredWait *= factor;
    }
  }
  queue += weight * places;
  const below = (inverseErlangB(offeredLoad, agents) - 1) * Math.exp(-logShift);
  const total = below + joining + weight;
  const immediate = 1 / (1 + (joining + weight) / below);

  const stretch = (from: number, to: number): { reached: number; answered: number; abandoned: number } => {
    if (places === 0 || total === Infinity) return { reached: 0, answered: 0, abandoned: 0 };
    const joined = (x: number): number =>
      hangUpRate === 0 ? arrivalRate * x : -arrivalRate * meanPatienceSeconds * Math.expm1(-hangUpRate * x);
    const { logScale, values } = integrateDensity(
      (x) => joined(x) + logRegularizedGammaUpper(places, joined(x)) - answerRate * x,
      (x, into) => {
        into[0] = 1;
        into[1] = Math.exp(-hangUpRate * x);
        into[2] = -Math.expm1(-hangUpRate * x);
      },
      3,
      from,
      to,
      1 / answerRate,
      (x) => joined(x) + answerRate * x,
    );
    const scale = answerRate * Math.exp(logScale - logShift - Math.log(total));
    return { reached: scale * values[0], answered: scale * values[1], abandoned: scale * values[2] };
  };
  const soon = stretch(0, answerWithinSeconds);
  const late = stretch(answerWithinSeconds, Infinity);

  const blocking = weight / total;
  const accepted = immediate + joining / total;
  const answered = immediate + answeredLater / total;
  const abandonment = abandoned / total;
  const meanQueue = queue / total;
  const meanBusy = offeredLoad * answered;
  const answeredWithin = immediate + soon.answered;
  const abandonedWithin = soon.abandoned - Math.expm1(-hangUpRate * answerWithinSeconds) * late.reached;
  const waitTail = Math.exp(-hangUpRate * answerWithinSeconds) * late.reached;
  return {
    offeredLoad,
    blocking,
    waitProbability: joining / total,
    waitProbabilityAccepted: joining / total / accepted,
    abandonment,
    abandonmentAccepted: abandonment / accepted,
    answered,
    meanWaitAccepted: arrivalRate === 0 ? 0 : meanQueue / (arrivalRate * accepted),
    asa: answeredWait / total / answered,
    meanQueue,
    meanBusy,
    meanLinesBusy: meanBusy + meanQueue,
    occupancy: meanBusy / agents,
    abandonedWithin,
    waitTail,
    serviceLevel: {
      offered: answeredWithin,
      accepted: answeredWithin / accepted,
      answered: answeredWithin / answered,
      blockedAndShortAbandonsExcluded: answeredWithin / (answeredWithin + waitTail),
    },
  };
}
