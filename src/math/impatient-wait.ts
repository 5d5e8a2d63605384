/**
 * The wait of impatient callers in front of agents who answer at a steady rate when all are busy. Each measure is an
 * integral of the density of the offered wait against something positive, so that nothing cancels, however long the
 * patience or the queue.
 */
import { gaussRule } from './quadrature.ts';
import type { QueueMeasures } from './queue-measures.ts';
import { expLessOnePlus, logOnePlusLess } from './small-differences.ts';

/** A stream of callers, and agents who take the next one at a steady rate while anybody waits. */
export interface ImpatientQueue {
  /** Callers per second, at least 0. */
  readonly arrivalRate: number;
  /** Contacts that all agents together finish per second when all are busy, above 0. */
  readonly answerRate: number;
  /** `answerRate` − `arrivalRate`, given apart because it may be a small difference; below 0 in overload. */
  readonly spareRate: number;
  /** Mean of the exponential patience in seconds, above 0 and at most 1e100. */
  readonly meanPatienceSeconds: number;
  /** P(somebody is free) ÷ P(all busy and nobody waits); may be Infinity. */
  readonly freeToBusy: number;
  /** T in seconds, at least 0. */
  readonly answerWithinSeconds: number;
  /** At most T. */
  readonly shortAbandonSeconds: number;
}

/** What the wait says about a queue, without the number of agents. */
export type ImpatientWait = Omit<QueueMeasures, 'offeredLoad' | 'stable' | 'occupancy'>;

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

/**
 * The offered wait has density proportional to exp(λ (1 − e^(−θx)) / θ − nμ x) on x > 0; a shape that these numbers
 * fix, seen from `origin`.
 */
interface WaitShape {
  readonly hangUpRate: number;
  readonly origin: number;
  /** λ e^(−θ origin): what the queue takes in when callers have waited for `origin`, per second. */
  readonly inflow: number;
  /** nμ less that inflow: how fast ln of the density falls at the origin. */
  readonly slack: number;
}

/** ln of the density at origin + d, relative to the origin. */
function logDensity(shape: WaitShape, d: number): number {
  return -shape.slack * d - (shape.inflow / shape.hangUpRate) * expLessOnePlus(-shape.hangUpRate * d);
}

function addPanel(shape: WaitShape, from: number, width: number, start: number, stretch: Stretch): void {
  const { hangUpRate, origin } = shape;
  let offered = 0;
  let answered = 0;
  let answeredWait = 0;
  let abandoned = 0;
  let abandonedWait = 0;
  let abandonedInside = 0;
  for (let i = 0; i < nodes.length; i++) {
    const x = from + width * nodes[i];
    const density = weights[i] * Math.exp(logDensity(shape, x - origin));
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

/** The width over which ln of the density falls by `panelDrop`, from its slope and the bend that it has at most. */
function panelWidth(steepness: number, bend: number): number {
  return (2 * panelDrop) / (steepness + Math.sqrt(steepness * steepness + 2 * bend * panelDrop));
}

/**
 * Integrates from the highest point of the stretch outwards, in panels over which the density falls by about the same
 * factor. `shape` is seen from the density's peak.
 */
function integrate(shape: WaitShape, start: number, end: number): Stretch {
  const { hangUpRate, origin: peak } = shape;
  const summit = Math.min(Math.max(peak, start), end);
  // Seen from the summit, so that no large exponents are subtracted.
  const inflow = shape.inflow * Math.exp(-hangUpRate * (summit - peak));
  const slack = shape.slack - shape.inflow * Math.expm1(-hangUpRate * (summit - peak));
  const local: WaitShape = { hangUpRate, origin: summit, inflow, slack };
  const stretch: Stretch = {
    logScale: logDensity(shape, summit - peak),
    offered: 0,
    answered: 0,
    answeredWait: 0,
    abandoned: 0,
    abandonedWait: 0,
    abandonedInside: 0,
  };
  const longest = panelPatiences / hangUpRate;

  for (let x = summit; x < end; ) {
    const d = x - summit;
    if (logDensity(local, d) < -negligibleDrop) break;
    const steepness = slack - inflow * Math.expm1(-hangUpRate * d);
    const bend = inflow * hangUpRate * Math.exp(-hangUpRate * d);
    let width = panelWidth(steepness, bend);
    if (hangUpRate * (x - start) < negligibleDrop) width = Math.min(width, longest);
    width = Math.min(width, end - x);
    if (x + width === x) break;
    addPanel(local, x, width, start, stretch);
    x += width;
  }

  for (let x = summit; x > start; ) {
    const d = x - summit;
    if (logDensity(local, d) < -negligibleDrop) break;
    const steepness = inflow * Math.expm1(-hangUpRate * d) - slack;
    // The bend grows to the left, by at most e over a panel of one mean patience.
    const bend = inflow * hangUpRate * Math.exp(1 - hangUpRate * d);
    const width = Math.min(panelWidth(steepness, bend), 1 / hangUpRate, x - start);
    if (x - width === x) break;
    addPanel(local, x - width, width, start, stretch);
    x -= width;
  }
  if (start === 0) stretch.abandonedInside = stretch.abandoned;
  return stretch;
}

/**
 * The measures of the wait of impatient callers.
 *
 * @param queue rates, patience and thresholds; its caller has checked them
 * @returns the measures, each to about 1e-14 relative
 * Source: Palm (1957); Baccelli and Hebuterne (1981): the offered wait has density proportional to exp(λ (1 − e^(−θx))
 * / θ − nμ x); building blocks of Zeltyn and Mandelbaum (2005).
 * @example
 * ```ts
 * const single = {
 *   arrivalRate: 1, answerRate: 1, spareRate: 0, freeToBusy: 1, answerWithinSeconds: 0, shortAbandonSeconds: 0,
 * };
 * impatientWait({ ...single, meanPatienceSeconds: 1 }).abandonment; // => 0.36787944117
 * ```
 */
export function impatientWait(queue: ImpatientQueue): ImpatientWait {
  const {
    arrivalRate,
    answerRate,
    spareRate,
    meanPatienceSeconds,
    freeToBusy,
    answerWithinSeconds,
    shortAbandonSeconds,
  } = queue;
  const hangUpRate = 1 / meanPatienceSeconds;
  const overloaded = spareRate < 0;
  const shape: WaitShape = {
    hangUpRate,
    origin: overloaded ? Math.log1p(-spareRate / answerRate) * meanPatienceSeconds : 0,
    inflow: overloaded ? answerRate : arrivalRate,
    slack: overloaded ? 0 : spareRate,
  };
  const logPeak = overloaded ? -answerRate * meanPatienceSeconds * logOnePlusLess(-spareRate / answerRate) : 0;

  const short = integrate(shape, 0, shortAbandonSeconds);
  const middle = integrate(shape, shortAbandonSeconds, answerWithinSeconds);
  const long = integrate(shape, answerWithinSeconds, Infinity);
  const shortScale = Math.exp(short.logScale);
  const middleScale = Math.exp(middle.logScale);
  const longScale = Math.exp(long.logScale);
  const sum = (measure: Exclude<keyof Stretch, 'logScale'>): number =>
    shortScale * short[measure] + middleScale * middle[measure] + longScale * long[measure];

  // P(free agent) : P(none) = free to busy : nμ ∫ v, both in units of v at its peak.
  const offered = sum('offered');
  const free = freeToBusy * Math.exp(-logPeak);
  const immediateProbability = 1 / (1 + (answerRate * offered) / free);
  const scale = answerRate / (free + answerRate * offered);

  const waitProbability = share(scale * offered);
  const abandonment = share(scale * sum('abandoned'));
  const served = share(immediateProbability + scale * sum('answered'));
  const longVirtual = scale * longScale * long.offered;
  const goneBy = (seconds: number): number => shareGone(hangUpRate * seconds);
  const shortAbandoned =
    scale *
    (shortScale * short.abandoned +
      goneBy(shortAbandonSeconds) * (middleScale * middle.offered + longScale * long.offered));
  const abandonedWithin =
    scale * (shortScale * short.abandoned + middleScale * middle.abandoned) + goneBy(answerWithinSeconds) * longVirtual;
  const answeredWithin = share(
    immediateProbability + scale * (shortScale * short.answered + middleScale * middle.answered),
  );
  const waitTail = Math.exp(-hangUpRate * answerWithinSeconds) * longVirtual;
  const meanWaitAll = abandonment * meanPatienceSeconds;
  const abandonmentGivenWait = share(sum('abandoned') / offered);
  return {
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
    throughput: arrivalRate * served,
    waitTail,
    virtualWaitTail: longVirtual,
    serviceLevel: {
      offered: answeredWithin,
      answered: share(answeredWithin / served),
      abandonsMet: share(answeredWithin + abandonedWithin),
      shortAbandonsExcluded: answeredWithin / (answeredWithin + waitTail),
      veryShortAbandonsMet: share(answeredWithin + shortAbandoned),
      virtual: share(immediateProbability + scale * (shortScale * short.offered + middleScale * middle.offered)),
    },
  };
}

/** A probability that rounding may have carried past 1. */
function share(value: number): number {
  return Math.min(1, value);
}
