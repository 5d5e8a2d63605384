/**
 * Classes of callers with priority: the next free agent takes the first caller of the highest class that waits, and no
 * call is interrupted (M/M/n, non-preemptive, nobody hangs up). Shows what the low class pays for the promise to the
 * high one.
 */
import { erlangC } from './erlang-c.ts';
import { gaussRule } from './quadrature.ts';
import { requireFinite } from './requirements.ts';

/** Classes that share agents. */
export interface PriorityOptions {
  /**
   * Callers per second of each class, the class served first at the front; at least one class, each rate at least 0.
   */
  readonly arrivalRates: readonly number[];
  /** Mean handle time in seconds, the same for every class, above 0. */
  readonly meanHandleSeconds: number;
  /** Agents, at least 0; whole, or fractional for the smooth continuation. */
  readonly agents: number;
  /** The target wait T in seconds, at least 0. */
  readonly answerWithinSeconds: number;
}

/** Steady-state measures of one class. */
export interface PriorityClassMeasures {
  readonly arrivalRate: number;
  /** Whether the agents can keep up with this class and all above it. */
  readonly stable: boolean;
  /** Mean wait of the class, those answered at once included. */
  readonly asa: number;
  /** Mean wait of those who find no free agent. */
  readonly meanWaitGivenWait: number;
  readonly meanQueue: number;
  /** P(wait > T). */
  readonly waitTail: number;
  /** P(wait ≤ T). */
  readonly serviceLevel: number;
}

/** Steady-state measures of a queue with priorities. */
export interface PriorityMeasures {
  readonly offeredLoad: number;
  /** Chance of finding no free agent, the same for every class. */
  readonly waitProbability: number;
  readonly occupancy: number;
  /** Mean wait over all classes, the same as without priorities. */
  readonly asa: number;
  readonly classes: readonly PriorityClassMeasures[];
}

const { nodes, weights } = gaussRule(16);
/** A term this many powers of e below the largest no longer shows in a double. */
const negligibleDrop = 46;

/**
 * Steady-state measures of each class of a queue with non-preemptive priorities.
 *
 * @param options arrival rates in order of priority, handle time, agents, target wait
 * @returns the measures; a class that the agents cannot keep up with waits for ever (`stable` false, Infinity, service
 * level 0) while those above it are served
 * @throws RangeError naming the argument out of its range
 * Source: means: Cobham (1954), Kella and Yechiali (1985); tails: a delayed caller of class k waits a geometric number
 * of busy periods of the classes above; the busy period's spectral form follows from its Bessel density (Cohen 1982,
 * "The Single Server Queue").
 * @example
 * ```ts
 * const queue = { arrivalRates: [0.00375, 0.015], meanHandleSeconds: 240, agents: 5, answerWithinSeconds: 10 };
 * priorityQueue(queue).classes[0].asa; // => 44.63374950632
 * priorityQueue(queue).classes[1].serviceLevel; // => 0.25295653556
 * ```
 */
export function priorityQueue(options: PriorityOptions): PriorityMeasures {
  const { arrivalRates, meanHandleSeconds, agents, answerWithinSeconds } = options;
  if (arrivalRates.length === 0) throw new RangeError('arrivalRates must hold at least one class, got none');
  for (const rate of arrivalRates) requireFinite('arrivalRates', rate, 0);
  requireFinite('meanHandleSeconds', meanHandleSeconds, 0, { aboveMinimum: true });
  requireFinite('agents', agents, 0);
  requireFinite('answerWithinSeconds', answerWithinSeconds, 0);

  const arrivalRate = arrivalRates.reduce((sum, rate) => sum + rate, 0);
  const offeredLoad = arrivalRate * meanHandleSeconds;
  const waitProbability = erlangC(offeredLoad, agents);
  const classes: PriorityClassMeasures[] = [];
  let loadAbove = 0;
  for (const rate of arrivalRates) {
    const load = loadAbove + rate * meanHandleSeconds;
    const stable = load < agents;
    const spareAbove = agents - loadAbove;
    const spare = agents - load;
    const meanWaitGivenWait = stable ? (meanHandleSeconds * agents) / (spareAbove * spare) : Infinity;
    const asa = stable ? waitProbability * meanWaitGivenWait : Infinity;
    const services = (answerWithinSeconds * agents) / meanHandleSeconds;
    const waitTail = stable
      ? waitProbability * delayTail(loadAbove / agents, load / agents, spare / agents, services)
      : 1;
    classes.push({
      arrivalRate: rate,
      stable,
      asa,
      meanWaitGivenWait,
      meanQueue: rate === 0 ? 0 : rate * asa,
      waitTail,
      serviceLevel: 1 - waitTail,
    });
    loadAbove = load;
  }
  const stable = agents > offeredLoad;
  return {
    offeredLoad,
    waitProbability,
    occupancy: stable ? offeredLoad / agents : 1,
    asa: stable ? (waitProbability * meanHandleSeconds) / (agents - offeredLoad) : Infinity,
    classes,
  };
}

/**
 * P(wait > t | wait) of a class, t in mean times between two calls ending. `r`: occupancy by the classes above, `p`: by
 * them and the class itself, `spare` = 1 − p.
 */
function delayTail(r: number, p: number, spare: number, t: number): number {
  if (t === 0) return 1;
  if (r === 0) return Math.exp(-spare * t);
  // A geometric number of calls in front (ratio p), each with the calls of higher classes that come meanwhile: a
  // mixture of exponential times with rates (1 − √r)² to (1 + √r)², and one slow rate of its own when p > √r.
  const root = Math.sqrt(r);
  const q = p / root;
  const slow = q > 1 ? ((p * p - r) / (p * (p - r))) * Math.exp(-spare * (1 - r / p) * t) : 0;
  const slowest = (1 - root) ** 2;
  const integrand = (angle: number): number => {
    const half = 2 * Math.sin(angle / 2) ** 2;
    const rate = slowest + 2 * root * half;
    return (Math.exp(-2 * root * half * t) * Math.sin(angle) ** 2) / (((1 - q) ** 2 + 2 * q * half) * rate);
  };
  // The shortest of the three angles over which the integrand changes; panels grow from there.
  const sharpest = Math.min(Math.abs(1 - q) || Math.PI, 1 - root, 1 / Math.sqrt(1 + root * t), 1);
  let sum = 0;
  for (let start = 0, width = sharpest / 4; start < Math.PI; ) {
    if (4 * root * Math.sin(start / 2) ** 2 * t > negligibleDrop) break;
    const end = Math.min(Math.PI, start + width);
    for (let i = 0; i < nodes.length; i++)
      sum += (end - start) * weights[i] * integrand(start + (end - start) * nodes[i]);
    start = end;
    width = start / 2;
  }
  return slow + ((2 * root * spare) / (Math.PI * p)) * q * Math.exp(-slowest * t) * sum;
}
