/**
 * Erlang A, Palm's queue: as Erlang C, but callers hang up when an exponential patience ends (M/M/n+M). Each measure is an integral of the
 * density of the offered wait against something positive, so that nothing cancels, however long the patience or the queue.
 */
import { inverseErlangB } from './erlang-b.ts';
import { erlangCMeasures } from './erlang-c.ts';
import { gaussRule } from './quadrature.ts';
import type { QueueMeasures, QueueOptions } from './queue-measures.ts';
import { requireQueue } from './queue-measures.ts';
import { requireFinite } from './requirements.ts';
import { expLessOnePlus, logOnePlusLess } from './small-differences.ts';

/** An Erlang A queue. */
export interface ErlangAOptions extends QueueOptions {
  /** Mean time a caller is ready to wait, in seconds, above 0; Infinity is Erlang C. Finite values go up to 1e100. */
  readonly meanPatienceSeconds: number;
}

const { nodes, weights } = gaussRule(16);
/** The density falls by at most about this power of e inside a panel, which 16 nodes integrate to the last digit. */
const panelDrop = 10;
/** A density this many powers of e below its peak no longer shows in a double. */
const negligibleDrop = 46;
/** Longest panel in mean patiences, as long as anybody is left who could hang up. */
const panelPatiences = 3;

/** Integrals of the density v of the offered wait over one stretch of time, all in units of v at its highest there. */
interface Stretch {
  /** ln of v at its highest in the stretch, relative to its highest anywhere. */
  logScale: number;
  /** ∫ v. */
  offered: number;
  /** ∫ P(patience > x) v. */
  answered: number;
  /** ∫ x P(patience > x) v. */
  answeredWait: number;
  /** ∫ P(patience ≤ x) v. */
  abandoned: number;
  /** ∫ E[patience; patience ≤ x] v. */
  abandonedWait: number;
  /** ∫ P(patience ≤ x − start of the stretch) v. */
  abandonedInside: number;
}

/** The offered wait has density proportional to exp(λ (1 − e^(−θx)) / θ − nμ x) on x > 0; a shape that these numbers fix. */
interface WaitShape {
  readonly hangUpRate: number;
  /** Where the density is highest. */
  readonly peak: number;
  /** λ e^(−θ peak): what the queue takes in at the peak, per second. */
  readonly inflow: number;
  /** nμ less that inflow: above 0 only when the peak is at 0. */
  readonly slack: number;
}

/** ln of the density at peak + d, relative to the peak. */
function logDensity(shape: WaitShape, d: number): number {
  return -shape.slack * d - (shape.inflow / shape.hangUpRate) * expLessOnePlus(-shape.hangUpRate * d);
}

function addPanel(shape: WaitShape, from: number, width: number, start: number, stretch: Stretch): void {
  const { hangUpRate, peak } = shape;
  const { logScale } = stretch;
  let offered = 0;
  let answered = 0;
  let answeredWait = 0;
  let abandoned = 0;
  let abandonedWait = 0;
  let abandonedInside = 0;
  for (let i = 0; i < nodes.length; i++) {
    const x = from + width * nodes[i];
    const density = weights[i] * Math.exp(logDensity(shape, x - peak) - logScale);
    const u = hangUpRate * x;
    const gone = shareGone(u);
    const left = u > 1 ? Math.exp(-u) : 1 - gone;
    offered += density;
    answered += density * left;
    answeredWait += density * x * left;
    abandoned += density * gone;
    // E[patience; patience ≤ x] = (1 − e^(−u) (1 + u)) / θ, which cancels for small u.
    abandonedWait += density * (u > 0.25 ? gone - u * left : left * expLessOnePlus(u));
    if (start > 0) abandonedInside += density * shareGone(hangUpRate * (x - start));
  }
  stretch.offered += width * offered;
  stretch.answered += width * answered;
  stretch.answeredWait += width * answeredWait;
  stretch.abandoned += width * abandoned;
  stretch.abandonedWait += (width * abandonedWait) / hangUpRate;
  stretch.abandonedInside += width * abandonedInside;
}

/** 1 − e^(−u) for u ≥ 0, by the short series where that is the quicker exact way. */
function shareGone(u: number): number {
  return u < 0.25 ? u - expLessOnePlus(-u) : -Math.expm1(-u);
}

/** Integrates from the highest point of the stretch outwards, in panels over which the density falls by about the same factor. */
function integrate(shape: WaitShape, start: number, end: number): Stretch {
  const { hangUpRate, peak, inflow, slack } = shape;
  const summit = Math.min(Math.max(peak, start), end);
  const logScale = logDensity(shape, summit - peak);
  const stretch: Stretch = {
    logScale,
    offered: 0,
    answered: 0,
    answeredWait: 0,
    abandoned: 0,
    abandonedWait: 0,
    abandonedInside: 0,
  };
  const longest = panelPatiences / hangUpRate;

  for (let x = summit; x < end; ) {
    const d = x - peak;
    if (logScale - logDensity(shape, d) > negligibleDrop) break;
    const steepness = slack - inflow * Math.expm1(-hangUpRate * d);
    const bend = inflow * hangUpRate * Math.exp(-hangUpRate * d);
    let width = (2 * panelDrop) / (steepness + Math.sqrt(steepness * steepness + 2 * bend * panelDrop));
    if (hangUpRate * (x - start) < negligibleDrop) width = Math.min(width, longest);
    width = Math.min(width, end - x);
    addPanel(shape, x, width, start, stretch);
    if (x + width === x) break;
    x += width;
  }

  for (let x = summit; x > start; ) {
    const d = x - peak;
    if (logScale - logDensity(shape, d) > negligibleDrop) break;
    const steepness = inflow * Math.expm1(-hangUpRate * d) - slack;
    // The bend grows to the left, by at most e over a panel of one mean patience.
    const bend = inflow * hangUpRate * Math.exp(1 - hangUpRate * d);
    let width = (2 * panelDrop) / (steepness + Math.sqrt(steepness * steepness + 2 * bend * panelDrop));
    width = Math.min(width, 1 / hangUpRate, x - start);
    addPanel(shape, x - width, width, start, stretch);
    if (x - width === x) break;
    x -= width;
  }
  if (start === 0) stretch.abandonedInside = stretch.abandoned;
  return stretch;
}

/**
 * All steady-state measures of the Erlang A queue, by every definition of service level.
 *
 * @param options arrival rate, mean handle time, mean patience, agents (whole, or fractional for the smooth continuation), target wait
 * @returns the measures. Overload is no special case: callers who hang up keep the queue finite. Without agents everybody hangs up:
 * the answered share is 0, `asa` Infinity. Without callers the measures are those of a lone test caller. Probabilities below 1e-308 are 0.
 * Infinite patience gives Erlang C.
 * @throws RangeError naming the argument out of its range
 * Source: Palm (1957); Baccelli and Hebuterne (1981); the building blocks of Zeltyn and Mandelbaum (2005), "Call centers with impatient
 * customers: many-server asymptotics of the M/M/n+G queue", section 3.
 * @example
 * ```ts
 * const desk = { arrivalRate: 0.8, meanHandleSeconds: 60, meanPatienceSeconds: 120, agents: 50, answerWithinSeconds: 10 };
 * erlangA(desk).abandonment; // => 0.030912249162
 * erlangA(desk).meanWaitAll; // => 3.709469899463
 * erlangA(desk).asa; // => 3.615900239553
 * ```
 */
export function erlangA(options: ErlangAOptions): QueueMeasures {
  requireQueue(options);
  const { arrivalRate, meanHandleSeconds, meanPatienceSeconds, agents, answerWithinSeconds } = options;
  if (meanPatienceSeconds === Infinity) return erlangCMeasures(options);
  requireFinite('meanPatienceSeconds', meanPatienceSeconds, 0, { aboveMinimum: true, maximum: 1e100 });
  if (agents === 0) return nobodyAnswers(options);

  const offeredLoad = arrivalRate * meanHandleSeconds;
  const answerRate = agents / meanHandleSeconds;
  const hangUpRate = 1 / meanPatienceSeconds;
  const overloaded = offeredLoad > agents;
  const shape: WaitShape = {
    hangUpRate,
    peak: overloaded ? Math.log(offeredLoad / agents) * meanPatienceSeconds : 0,
    inflow: overloaded ? answerRate : arrivalRate,
    slack: overloaded ? 0 : (agents - offeredLoad) / meanHandleSeconds,
  };
  const logPeak = overloaded ? -answerRate * meanPatienceSeconds * logOnePlusLess((offeredLoad - agents) / agents) : 0;

  const shortAbandonSeconds = options.shortAbandonSeconds ?? 0;
  const short = integrate(shape, 0, shortAbandonSeconds);
  const middle = integrate(shape, shortAbandonSeconds, answerWithinSeconds);
  const long = integrate(shape, answerWithinSeconds, Infinity);
  const shortScale = Math.exp(short.logScale);
  const middleScale = Math.exp(middle.logScale);
  const longScale = Math.exp(long.logScale);
  const sum = (measure: Exclude<keyof Stretch, 'logScale'>): number =>
    shortScale * short[measure] + middleScale * middle[measure] + longScale * long[measure];

  // P(free agent) : P(none) = 1 / B(a, n) − 1 : nμ ∫ v, both in units of v at its peak.
  const offered = sum('offered');
  const free = (inverseErlangB(offeredLoad, agents) - 1) * Math.exp(-logPeak);
  const immediateProbability = 1 / (1 + (answerRate * offered) / free);
  const scale = answerRate / (free + answerRate * offered);

  const waitProbability = scale * offered;
  const abandonment = scale * sum('abandoned');
  const served = immediateProbability + scale * sum('answered');
  const longVirtual = scale * longScale * long.offered;
  const goneBy = (seconds: number): number => shareGone(hangUpRate * seconds);
  const shortAbandoned =
    scale *
    (shortScale * short.abandoned +
      goneBy(shortAbandonSeconds) * (middleScale * middle.offered + longScale * long.offered));
  const abandonedWithin =
    scale * (shortScale * short.abandoned + middleScale * middle.abandoned) + goneBy(answerWithinSeconds) * longVirtual;
  const answeredWithin = immediateProbability + scale * (shortScale * short.answered + middleScale * middle.answered);
  const waitTail = Math.exp(-hangUpRate * answerWithinSeconds) * longVirtual;
  const meanWaitAll = abandonment * meanPatienceSeconds;
  const abandonmentGivenWait = sum('abandoned') / offered;
  return {
    offeredLoad,
    stable: true,
    waitProbability,
    immediateProbability,
    abandonment,
    abandonmentGivenWait,
    abandonedWithin,
    abandonmentGivenLongWait: long.abandonedInside / long.offered,
    asa: (scale * sum('answeredWait')) / served,
    meanWaitAll,
    meanWaitGivenWait: abandonmentGivenWait * meanPatienceSeconds,
    meanWaitAbandoned: sum('abandonedWait') / sum('abandoned'),
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
      veryShortAbandonsMet: answeredWithin + shortAbandoned,
      virtual: immediateProbability + scale * (shortScale * short.offered + middleScale * middle.offered),
    },
  };
}

/** Erlang A without an agent: each caller waits out a whole patience. */
function nobodyAnswers(options: ErlangAOptions): QueueMeasures {
  const { arrivalRate, meanHandleSeconds, meanPatienceSeconds, answerWithinSeconds, shortAbandonSeconds = 0 } = options;
  const waitTail = Math.exp(-answerWithinSeconds / meanPatienceSeconds);
  const abandonedWithin = -Math.expm1(-answerWithinSeconds / meanPatienceSeconds);
  return {
    offeredLoad: arrivalRate * meanHandleSeconds,
    stable: true,
    waitProbability: 1,
    immediateProbability: 0,
    abandonment: 1,
    abandonmentGivenWait: 1,
    abandonedWithin,
    abandonmentGivenLongWait: 1,
    asa: Infinity,
    meanWaitAll: meanPatienceSeconds,
    meanWaitGivenWait: meanPatienceSeconds,
    meanWaitAbandoned: meanPatienceSeconds,
    meanQueue: arrivalRate * meanPatienceSeconds,
    occupancy: arrivalRate > 0 ? 1 : 0,
    throughput: 0,
    waitTail,
    virtualWaitTail: 1,
    serviceLevel: {
      offered: 0,
      answered: 0,
      abandonsMet: abandonedWithin,
      shortAbandonsExcluded: 0,
      veryShortAbandonsMet: -Math.expm1(-shortAbandonSeconds / meanPatienceSeconds),
      virtual: 0,
    },
  };
}
